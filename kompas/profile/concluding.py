"""What the rules make of the answers that leave, as lines of the profile: work that may suit, the step, and the bridge.

Made of the answers handed in and of the client's own word on it, so that over released answers nothing that is kept
can show through a step or an occupation.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from kompas.conversation.answers import Answers
from kompas.conversation.flow import Flow, Part
from kompas.conversation.own_word import (
    RIGHT,
    WORK_CHOSEN,
    put_aside,
    said_of_hint,
    work_chosen,
)
from kompas.occupations.occupation import Occupation
from kompas.profile.because import Because
from kompas.profile.building import spoken_in
from kompas.profile.heard import hear
from kompas.profile.own_view import as_seen_by_client
from kompas.profile.rules import Hint, Rules
from kompas.profile.statements import N_, Detail, Profile, Spoken, Statement
from kompas.profile.suggesting import Suggestion
from kompas.profile.tightness import Region, Tightness
from kompas.profile.worked_out import WorkedOut, work_out

Topic = Literal["work", "step", "hint"]
TOPICS: tuple[Topic, ...] = get_args(Topic)
KINDS = ("field", "work", "standing", "bridge", "hint")
"""The kinds of line that no answer says by itself."""

LIKED_FROM = 0.75
"""How much a field of work has to attract to be named (7.9)."""
MOST_GROUNDS = 5

BECAUSE = N_("Because")
HELPS_BEST = N_("How my caseworker helps me best")
CHOSEN = "You chose this yourself."
SAID_RIGHT = "You said: this is right."
STILL_NEEDED = N_("Still needed:")
TO_ASK = N_("To talk about:")
BETTER_NOT = N_("Better not:")
FIRST_STEP = N_("A small first step:")
MANY_JOBS = N_("Many jobs here:")
GOES_FOR_IT = N_("You want to go for this")

NAMES: Mapping[Topic, tuple[Part, str]] = {
    "work": ("how", N_("With ideas for work")),
    "step": ("next", N_("With my step and help for it")),
    "hint": ("next", HELPS_BEST),
}


@dataclass(frozen=True)
class Adviser:
    """What is known of work and of people's answers, in general; `region` says where there are many jobs."""

    rules: Rules
    occupations: Collection[Occupation]
    region: Region = field(default_factory=dict)

    def works_out(self, flow: Flow, answers: Answers, own_word: Answers) -> WorkedOut:
        """The profile of these answers, with the client's own word on the work that they see."""
        aside, chosen = put_aside(own_word), work_chosen(own_word)
        heard = hear(flow, answers)
        return work_out(self.rules, self.occupations, heard, region=self.region, not_for_me=aside, chosen=chosen)


def can_be_shared(adviser: Adviser, flow: Flow, answers: Answers, own_word: Answers) -> tuple[Statement, ...]:
    """What of all that is worked out a client can share: one line to choose about for each topic, without content.

    What will stand in it is known only when it is known which answers leave. The hint goes only by a choice of its own.
    """
    there = {topic_of(one) for one in conclude(adviser, flow, answers, own_word, TOPICS)}
    return tuple(
        Statement(choice_about(topic), *NAMES[topic], (), (), apart=topic == "hint")
        for topic in TOPICS
        if topic in there
    )


def choice_about(topic: Topic) -> str:
    """The id under which a client's choice about all lines of this topic is kept."""
    return f"worked_out/{topic}"


def part_of_topic(topic: Topic) -> Part:
    return NAMES[topic][0]


def is_worked_out(statement: Statement) -> bool:
    return statement.kind in KINDS


def topic_of(statement: Statement) -> Topic:
    return "hint" if statement.kind == "hint" else "work" if statement.kind in ("field", "work") else "step"


def conclude(
    adviser: Adviser, flow: Flow, answers: Answers, own_word: Answers, topics: Collection[Topic]
) -> tuple[Statement, ...]:
    """The lines of these topics that the rules make of these answers, as the client sees them.

    Which work they chose is told with the ideas for work: where these are kept, no step and no help follows from it.
    """
    if not topics:
        return ()
    if "work" not in topics:
        own_word = {slot: word for slot, word in own_word.items() if slot != WORK_CHOSEN}
    making = _Making(adviser, flow, answers, own_word, adviser.works_out(flow, answers, own_word))
    found = {"work": making.work, "step": making.step, "hint": making.hint}
    lines = [line for topic in TOPICS if topic in topics for line in found[topic]()]
    return as_seen_by_client(Profile(tuple(lines)), own_word).statements


@dataclass(frozen=True)
class _Making:
    """Turns what was worked out into lines."""

    adviser: Adviser
    flow: Flow
    answers: Answers
    own_word: Answers
    found: WorkedOut

    def work(self) -> Iterator[Statement]:
        for code, name, because in fields_that_suit(self.adviser.rules, self.flow, self.found):
            yield self._line(f"field/{code}", name, (), (because,))
        for one in self.found.suggested:
            yield self._suggested(one)

    def _suggested(self, one: Suggestion) -> Statement:
        rules = self.adviser.rules
        label = next(each.name for each in rules.fit.labels if each.id == one.label)
        chosen = [Detail(GOES_FOR_IT)] if one.occupation.esco in work_chosen(self.own_word) else []
        reasons = [rules.reasons.words[each.code].name for each in one.reasons]
        asked = {each.code: rules.needed.words[each.code].name for each in one.needed}
        still = [Detail(asked[each.code], lead=STILL_NEEDED) for each in one.needed if each.state == "needed"]
        details = (*chosen, Detail(label), Detail(reasons[0]), *_many_jobs(one.tightness), *still)
        to_ask = [Spoken("rule", each.code, TO_ASK, asked[each.code]) for each in one.needed if each.state == "ask"]
        because = [Spoken("rule", each.code, BECAUSE, words) for each, words in zip(one.reasons, reasons, strict=True)]
        grounds = [each.because for each in one.reasons]
        return self._line(f"work/{one.occupation.esco}", one.occupation.name, details, grounds, (*because, *to_ask))

    def step(self) -> Iterator[Statement]:
        outcome = self.found.step
        rule = self.adviser.rules.steps.rules[outcome.place]
        told = _told(rule.text)
        because = Spoken("rule", rule.id, BECAUSE, rule.ground)
        yield self._line(f"standing/{rule.id}", rule.name, told, (outcome.because,), (because,))
        for one in self.found.bridge:
            offer = self.adviser.rules.supports.offers[one.support]
            first = _told(offer.text, FIRST_STEP)
            yield self._line(f"bridge/{one.support}", offer.name, first, (one.because,))

    def hint(self) -> Iterator[Statement]:
        """The client's own word on it alone: what their answers give at the desk may be another one."""
        given, word = said_of_hint(self.own_word)
        rules = {one.id: one for one in self.adviser.rules.hints.rules}
        if rule := rules.get(given if word == RIGHT else word):
            yield self._hint(rule, SAID_RIGHT if word == RIGHT else CHOSEN)

    def _hint(self, rule: Hint, said: str) -> Statement:
        told = (*_told(rule.text), *_told(rule.leave.text, BETTER_NOT))
        spoken = (Spoken("hint", rule.id, HELPS_BEST, said),)
        return Statement(f"hint/{rule.id}", "next", rule.name, told, spoken)

    def _line(
        self, key: str, name: str, details: Iterable[Detail], grounds: Iterable[Because], rules: Iterable[Spoken] = ()
    ) -> Statement:
        slots = dict.fromkeys(slot for ground in grounds for slot in ground.slots)
        spoken = [one for slot in slots for one in spoken_in(self.flow, self.answers, slot)][:MOST_GROUNDS]
        part = part_of_topic("work" if key.startswith(("field/", "work/")) else "step")
        return Statement(key, part, name, tuple(details), (*rules, *spoken))


def fields_that_suit(rules: Rules, flow: Flow, found: WorkedOut) -> list[tuple[str, str, Because]]:
    """The fields of work that attract most, by code and name, with why; none for who would rather talk first (7.9).

    They are called as the question about experience calls them, and not named where a flow doesn't ask it.
    """
    asked = flow.questions.get(rules.interests.experience)
    if asked is None or found.no_statement is not None:
        return []
    names = asked.options
    liked = [(code, one) for code, one in found.fields.items() if one.value >= LIKED_FROM and code in names]
    in_order = sorted(liked, key=lambda pair: -pair[1].value)
    return [(code, names[code].text, attracted.because) for code, attracted in in_order]


def _many_jobs(tightness: Tightness | None) -> tuple[Detail, ...]:
    """Only with who says so, and as of which day."""
    if tightness is None or tightness.level != "many":
        return ()
    return (Detail(f"{tightness.source}, {tightness.since:%d-%m-%Y}", lead=MANY_JOBS),)


def _told(text: str | None, lead: str = "") -> tuple[Detail, ...]:
    return (Detail(text, lead=lead),) if text else ()
