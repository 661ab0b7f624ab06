"""Whatever both sides do, in whatever order: one state for each line, the same for both, that of the table."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random

import pytest

from kompas.casework.lost import lost_ground
from kompas.casework.people import Verdict
from kompas.casework.shared_profile import SharedProfile
from kompas.casework.verdicts import CASEWORKER_WORDS, CLIENT_WORDS, Item, Seen, items
from kompas.casework.versions import profile_of
from kompas.conversation.answers import Answer
from kompas.conversation.conditions import Context
from kompas.store.archive import Archive
from kompas.store.verdicts import verdicts_of_round
from kompas.usecases.codes import code_shown
from kompas.usecases.confirm import confirm, confirm_mine
from kompas.usecases.confirm_here import WordHere, confirm_here
from kompas.usecases.lost import lost_lines
from kompas.usecases.open_profile import OpenedProfile, my_profile, open_profile
from kompas.usecases.parties import Desk, Phone
from kompas.usecases.problems import Stale
from kompas.usecases.share import share, unshare
from kompas.usecases.wipe import wipe_answer
from tests.conversation.talking import a_flow, question
from tests.store.people import Municipality
from tests.web.arrivals import Invited, an_invited_client
from tests.web.conftest import PEPPER, Clock
from tests.web.talks import says

LIVES, STEPS = 20, 60
FLOW = a_flow(
    question("needs", "many", options="dutch bus"),
    question("words", "text"),
    question("place", options="inside outside"),
)
SLOTS = {"needs/dutch": "needs", "needs/bus": "needs", "words/it": "words", "place/it": "place"}

# The design's table, row by row: the newest word of the caseworker, that of the client on it, and the state.
TABLE = {
    ("", ""): "said",
    ("not_now", ""): "to_talk_about",
    ("agreed", ""): "waits_for_client",
    ("agreed", "agreed"): "confirmed",
    ("agreed", "not_agreed"): "to_talk_about",
    ("seen_differently", ""): "waits_for_client",
    ("seen_differently", "agreed"): "confirmed_as_put",
    ("seen_differently", "not_agreed"): "seen_differently",
}


@dataclass
class Said:
    """What both sides said of one line last, kept as a person would: `about` is what the line rested on then."""

    caseworker: str = ""
    words: str = ""
    about: str = ""
    client: str = ""


@dataclass
class Life:
    """A client, a caseworker, and what somebody who was there all the time would remember."""

    side: Phone
    desk: Desk
    invited: Invited
    clock: Clock
    chance: Random
    answers: dict[str, Answer] = field(default_factory=dict)
    shared: dict[str, str] = field(default_factory=dict)
    said: dict[str, Said] = field(default_factory=dict)
    wiped: int = 0
    pages: list[Seen] = field(default_factory=list)

    def items(self) -> Mapping[str, Item]:
        profile = my_profile(self.side)
        return {one.statement.id: one for one in profile.items} if profile else {}

    def a_line(self) -> Item | None:
        there = self.items()
        return self.chance.choice(list(there.values())) if there else None

    # --- What the client does -----------------------------------------------------------------------------------------

    def answers_something(self) -> None:
        slot, value = self.chance.choice(
            [
                ("needs", self.chance.choice([("dutch",), ("bus",), ("dutch", "bus")])),
                ("words", self.chance.choice(["I sing.", "I swim."])),
                ("place", self.chance.choice(["inside", "outside"])),
            ]
        )
        self.answers[slot] = Answer("given", value)
        says(self.side, self.clock, {slot: self.answers[slot]})

    def shares(self) -> None:
        now = {line: rests for line in SLOTS if (rests := self._rests_on(line))}
        chosen = {line: self.chance.choice(["share", "share", "share", "keep"]) for line in now}
        share(self.side, {"about": "lines"}, chosen, lambda one, _language: one, ("nl",), self.clock())
        self.shared = {line: rests for line, rests in now.items() if chosen[line] == "share"}

    def _rests_on(self, line: str) -> str:
        answer = self.answers.get(SLOTS[line])
        if answer is None:
            return ""
        option = line.partition("/")[2]
        return str(answer.value) if option == "it" else option if option in answer.options else ""

    def takes_back(self) -> None:
        lines = [line for line in self.shared if self.chance.random() < 0.5]
        unshare(self.side, lines, (), self.clock())
        self.shared = {line: rests for line, rests in self.shared.items() if line not in lines}

    def wipes(self) -> None:
        slot = self.chance.choice(list(FLOW.questions))
        wipe_answer(self.side, slot, self.clock())
        self.answers.pop(slot, None)
        for line in [line for line, one in SLOTS.items() if one == slot]:
            self.shared.pop(line, None)
            self.wiped += bool(self.said.pop(line, Said()).caseworker)

    def client_speaks(self) -> None:
        item = self.a_line()
        if item is not None:
            self._answer(item.seen, self.chance.choice(CLIENT_WORDS))

    def _answer(self, seen: Seen, word: str) -> None:
        line, now = seen.statement_id, self.items().get(seen.statement_id)
        said = self.said.get(line, Said())
        answerable = said.caseworker in {"agreed", "seen_differently"} and said.about == self.shared.get(line)
        try:
            if self.chance.random() < 0.5:
                confirm_mine(self.side, seen, word, self.clock())
            else:
                shown = code_shown(self.invited.opener.code, PEPPER.encode())
                here = [WordHere(seen, word)]
                confirm_here(self.desk, self.side.client_id, here, shown, "192.0.2.1", self.clock())
        except Stale:
            assert now is None or now.seen != seen or not answerable
            return
        assert now is not None
        if now.seen == seen:
            said.client = word

    # --- What the caseworker does -------------------------------------------------------------------------------------

    def caseworker_speaks(self) -> None:
        item = self.a_line()
        if item is not None:
            self._say(item.seen, self.chance.choice(CASEWORKER_WORDS))

    def _say(self, seen: Seen, word: str) -> None:
        line, now = seen.statement_id, self.items().get(seen.statement_id)
        words = self.chance.choice(["I see it so.", "Or so."]) if word == "seen_differently" else ""
        try:
            confirm(self.desk, self.side.client_id, seen, word, words, self.clock())
        except Stale:
            assert now is None or now.seen != seen
            return
        before = self.said.get(line, Said())
        same = (before.caseworker, before.words, before.about) == (word, words, self.shared[line])
        if not same and now is not None and now.seen == seen:
            self.said[line] = Said(word, words, self.shared[line])

    # --- And what happens to everybody --------------------------------------------------------------------------------

    def opens_a_page(self) -> None:
        self.pages.extend(one.seen for one in self.items().values())

    def speaks_on_an_old_page(self) -> None:
        if self.pages and self.chance.random() < 0.5:
            self._say(self.chance.choice(self.pages), self.chance.choice(CASEWORKER_WORDS))
        elif self.pages:
            self._answer(self.chance.choice(self.pages), self.chance.choice(CLIENT_WORDS))

    def step(self) -> None:
        self.clock.wait(minutes=1)
        deeds = [self.answers_something, self.shares, self.takes_back, self.wipes, self.opens_a_page]
        speaking = [self.caseworker_speaks, self.client_speaks]
        [deed] = self.chance.choices([*deeds, self.speaks_on_an_old_page, *speaking], weights=[4, 4, 1, 1, 2, 3, 6, 6])
        deed()

    # --- What has to hold ---------------------------------------------------------------------------------------------

    def holds(self, visited: Counter[str]) -> None:
        mine, opened = my_profile(self.side), open_profile(self.desk, self.side.client_id, self.clock())
        assert mine == opened.profile
        assert {one.statement.id for one in (mine.items if mine else ())} == set(self.shared)
        for one in mine.items if mine else ():
            self._is_that_of_the_table(one)
            visited["changed" if one.changed else one.standing] += 1
        gone = {line for line, said in self.said.items() if said.caseworker and line not in self.shared}
        assert {one.statement.id for one in lost_lines(self.side)} == gone
        assert len(opened.lost) == len(gone) + self.wiped  # a desk can't tell what was wiped from what was taken back
        if mine is not None:
            self._is_the_same_in_any_order(mine, opened)

    def _is_that_of_the_table(self, item: Item) -> None:
        said = self.said.get(item.statement.id, Said())
        client = "" if said.caseworker == "not_now" else said.client
        assert item.standing == TABLE[said.caseworker, client]
        assert item.changed == bool(said.caseworker and said.about != self.shared[item.statement.id])
        assert (item.caseworker.words if item.caseworker else "") == said.words

    def _is_the_same_in_any_order(self, profile: SharedProfile, opened: OpenedProfile) -> None:
        with self.side.archive.reading(self.side.organisation_id) as records:
            verdicts: list[Verdict] = verdicts_of_round(records, self.side.client_id, opened.client.round)
        shuffled = self.chance.sample(verdicts, len(verdicts))
        assert items(profile_of(profile.version), shuffled) == profile.items
        assert tuple(one.at for one in lost_ground(profile_of(profile.version), shuffled)) == opened.lost


@pytest.fixture
def begin(archive: Archive, municipality: Municipality, clock: Clock) -> Callable[[int], Life]:
    def begin(seed: int) -> Life:
        invited = an_invited_client(archive, municipality, clock)
        side = Phone(archive, municipality.id, invited.client.id, FLOW, Context())
        return Life(side, Desk(archive, municipality.id, municipality.caseworker), invited, clock, Random(seed))

    return begin


def test_any_order_of_deeds_gives_one_state_and_both_sides_see_the_same(
    begin: Callable[[int], Life], record_property: Callable[[str, object], None]
) -> None:
    visited: Counter[str] = Counter()
    for seed in range(LIVES):
        life = begin(seed)
        for _step in range(STEPS):
            life.step()
            life.holds(visited)
    assert set(TABLE.values()) | {"changed"} <= set(visited)
    states = ", ".join(f"{name} {times}" for name, times in sorted(visited.items()))
    record_property("counted", f"{LIVES} lives of {STEPS} deeds; lines seen by both sides the same, as {states}")
