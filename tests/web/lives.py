"""What a client does on the phone: the deeds towards the desk, and everything that stays with them."""

import re
from collections.abc import Mapping
from datetime import timedelta
from random import Random

from kompas.conversation.agenda import DEEDS, on_agenda
from kompas.conversation.answers import SKIPPED, Answer, Answers
from kompas.conversation.flow import PARTS
from kompas.conversation.own_word import own_view
from kompas.conversation.walking import walk
from kompas.conversation.wiping import what_goes
from kompas.profile.statements import Statement
from kompas.store.answers import answers_of, append_answer
from tests.casework.keeping import choices_for, lines, told
from tests.conversation.ours import a_talk, our_flow
from tests.web.worlds import World, forms

PAGES = (
    "/welcome",
    "/talk",
    "/talk/review",
    "/talk/needs",
    "/talk/none",
    "/profile",
    "/share",
    "/shared",
    "/readers",
    "/agenda",
)
Choices = Mapping[str, str]


class Life:
    """A client with what they say. `known` are the lines that may ever be told; the rest is kept, always."""

    def __init__(self, world: World, known: tuple[Statement, ...]) -> None:
        self.world, self.known = world, known
        self.shared: Choices | None = None
        """What was chosen at the last sharing; `None` when something was taken back since."""

    @property
    def heard(self) -> Answers:
        """With what they say of the lines themselves."""
        return _heard(self.answers)

    @property
    def answers(self) -> dict[str, Answer]:
        with self.world.archive.reading(self.world.beginning.organisation_id) as records:
            return answers_of(records, self.world.beginning.client_id)

    def says(self, answers: Answers) -> None:
        begun = self.world.beginning
        with self.world.archive.writing(begun.organisation_id) as records:
            for slot, answer in answers.items():
                append_answer(records, begun.client_id, slot, answer, self.world.clock())

    # --- towards the desk

    def shares(self, choices: Choices, do: str = "share") -> int:
        """Line by line, on the page as it stands; gives the status of the answer."""
        page = self.world.on_phone("GET", "/share")
        fields = next(one for one in forms(page) if one.action == "/share").fields
        fields |= {f"part.{part}": "lines" for part in PARTS}
        fields |= dict.fromkeys(re.findall(r'name="(line\.\d+)"', page.text), "keep")
        fields |= {f"line.{n}": choices.get(one.id, "keep") for n, one in enumerate(lines(self.heard), start=1)}
        if do == "share":
            self.shared = choices
        return self.world.on_phone("POST", "/share", fields | {"do": do}).status_code

    def takes_back(self, chance: Random) -> None:
        """One of what the page offers to take back. What it offers was shared: the same in every world."""
        offered = [
            (one, what)
            for one in forms(self.world.on_phone("GET", "/shared"))
            if one.action == "/unshare"
            for what in one.words or (one.fields.get("what"),)
        ]
        if offered:
            form, what = chance.choice(offered)
            self.shared = None
            self.world.on_phone("POST", "/unshare", form.fields | {"what": what})

    def answers_the_caseworker(self, chance: Random) -> None:
        page = self.world.on_phone("GET", "/profile")
        found = [one for one in forms(page) if one.action.startswith("/profile/items/")]
        if found:
            form = chance.choice(sorted(found, key=lambda one: one.action))
            word = chance.choice(("agreed", "not_agreed"))
            self.world.on_phone("POST", form.action, form.fields | {"word": word})

    # --- for themselves

    def goes_on(self, chance: Random, choices: Choices) -> None:
        """A few minutes that the desk must never learn of. The clock is put back by whoever tells the story."""
        began = self.world.clock()
        for _ in range(chance.randint(0, 4)):
            self.world.clock.moment = began + timedelta(seconds=chance.randint(1, 200))
            deeds = (
                *(self.looks, self.looks, self.thinks_again, self.thinks_again),
                *(self.speaks_another, self.wipes_one, self.thinks_of_work, self.sees_it_differently),
            )
            chance.choice((*deeds, self.arranges))(chance)
            if chance.random() < 0.4:
                self.shares(choices, chance.choice(("preview", "something")))
        if chance.random() < 0.3:
            self.presses_too_early()
        if chance.random() < 0.5:
            self.shares_the_same()

    def wipes(self, slot: str) -> None:
        stop = next(one for one in walk(our_flow(), self.answers).path if one.slot == slot)
        form = next(
            one for one in forms(self.world.on_phone("GET", f"/talk/{stop.address}/wipe")) if "wipe" in one.action
        )
        assert self.world.on_phone("POST", form.action, form.fields).status_code == 303

    def wipes_one(self, chance: Random) -> None:
        """An answer under which nothing lies that is ever told."""
        before, everything = self.answers, {one.id: "share" for one in self.known}
        slots = [stop.slot for stop in walk(our_flow(), before).path if stop.slot in before]
        chance.shuffle(slots)
        for slot in slots[:8]:
            going = what_goes(our_flow(), before, before, slot)
            left = {name: one for name, one in before.items() if name not in going.slots} | dict(going.instead)
            if told(_heard(left), everything) == self.known:
                self.wipes(slot)
                return

    def arranges(self, chance: Random) -> None:
        """Puts topics on the agenda, in another order or off it, so far as nothing of what is ever told is another."""
        said = self.heard.get("agenda")
        if said is None or not isinstance(said.value, dict) or not said.value:
            return
        do, code = chance.choice(("up", "down", "on", "off")), chance.choice(list(said.value))
        if (code in on_agenda(said.value)) == (do == "on"):
            return
        then = _heard({**self.answers, "agenda": Answer("given", DEEDS[do](said.value, code))})
        if told(then, {one.id: "share" for one in self.known}) == self.known:
            form = next(one for one in forms(self.world.on_phone("GET", "/agenda")) if one.action == "/agenda")
            fields = form.fields | {"do": f"{do}.{code}", "words": ""}
            assert self.world.on_phone("POST", "/agenda", fields).status_code == 303

    def looks(self, chance: Random) -> None:
        self.world.on_phone("GET", chance.choice(PAGES))

    def thinks_of_work(self, chance: Random) -> None:
        """Puts an idea aside, or says a word on how a caseworker helps best."""
        page = self.world.on_phone("GET", "/profile/work")
        form = chance.choice([one for one in forms(page) if one.action.startswith("/profile/work/")])
        word = {"word": chance.choice(form.words)} if form.words else {}
        self.world.on_phone("POST", form.action, form.fields | word)

    def sees_it_differently(self, chance: Random) -> None:
        """Hides a line that is never told, says it in their own words, or has it back as it was."""
        before, known = own_view(self.answers), {one.id for one in self.known}
        kept = [one.id for one in lines(self.heard) if one.id not in known and one.part != "agenda"]
        for line in chance.sample(kept, min(8, len(kept))) + list(before):
            words = chance.choice(("", "Eigen woorden."))
            then = _heard({**self.answers, "own_view": Answer("given", {**before, line: words})})
            if told(then, dict.fromkeys(known, "share")) == self.known:
                self.sees(line, "back" if line in before else "say" if words else "hide", words)
                return

    def sees(self, line: str, do: str, words: str = "") -> None:
        token = forms(self.world.on_phone("GET", "/profile"))[0].fields["csrf_token"]
        fields = {"csrf_token": token, "line": line, "do": do, "words": words}
        assert self.world.on_phone("POST", "/profile", fields).status_code == 303

    def speaks_another(self, chance: Random) -> None:
        form = next(one for one in forms(self.world.on_phone("GET", "/welcome")) if one.action == "/language")
        self.world.on_phone("POST", "/language", form.fields | {"language": chance.choice(("nl", "en"))})

    def presses_too_early(self) -> None:
        form = next(one for one in forms(self.world.on_phone("GET", "/share")) if one.action == "/share")
        if lines(self.heard):
            self.world.on_phone("POST", "/share", form.fields | {"do": "share"})

    def shares_the_same(self) -> None:
        """Once more, with the lines that are kept today: nothing of what is told is another."""
        if self.shared is not None:
            self.shares(self.shared)

    def thinks_again(self, chance: Random) -> None:
        """Changes, skips or gives an answer, of which nothing of what is ever told depends."""
        before, other = self.answers, a_talk(chance).heard
        everything = {one.id: "share" for one in self.known}
        slots = list({**other, **before})
        chance.shuffle(slots)
        for slot in slots[:8]:
            new = chance.choice((other.get(slot, SKIPPED), SKIPPED))
            then = _heard({**before, slot: new})
            if new != before.get(slot) and told(then, everything) == self.known:
                self.says({slot: new})
                return


def _heard(answers: Answers) -> Answers:
    walked = walk(our_flow(), answers)
    return {**walked.heard, **walked.own_word}


def by_chance(chance: Random, known: tuple[Statement, ...]) -> dict[str, str]:
    return {one.id: chance.choice((*choices_for(one), "share")) for one in known}
