"""A new version of the conversation meets old answers: nobody is stranded, and nothing is misread."""

from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from kompas.conversation.accepting import Reply, accept
from kompas.conversation.answers import RATHER_TALK, SKIPPED, Answer
from kompas.conversation.flow import Flow
from kompas.conversation.walking import Walk, walk
from kompas.profile.building import RATHER_TALK as RATHER_TALK_WORDS
from kompas.profile.building import build
from tests.conversation.changing import CHANGING, RENAMING, Asked, Draft, Meaning, asked, meaning
from tests.conversation.talking import skips, somebody, talk_through

CHANCE = st.integers(min_value=0).map(Random)
SOME = settings(max_examples=150)
TOLD = "What about told?"
Counted = Callable[[str, object], None]


class Talk:
    """Somebody who answers now and then, while the conversation is renewed under their hands.

    `kept` is what is stored; `said` is what they meant by it, by what they were asked, in words.
    """

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.draft = Draft(chance)
        self.versions = [self.draft.flow()]
        self.kept: dict[str, Answer] = {}
        self.said: dict[Asked, Meaning] = {}
        self.ever: set[tuple[str, str]] = set()

    @property
    def flow(self) -> Flow:
        return self.versions[-1]

    @property
    def now(self) -> Walk:
        return walk(self.flow, self.kept)

    def goes_on(self, most: int = 20) -> None:
        """Some screens further; now and then back to one that was answered before."""
        behave = somebody(self.chance)
        for _ in range(self.chance.randint(0, most)):
            there = self.now
            stop = there.next if there.next and self.chance.random() < 0.8 else self.chance.choice(there.path)
            answer = accept(stop, behave(stop))
            self.kept[stop.slot] = answer
            self.said[asked(stop)] = meaning(stop, answer)
            self.ever |= {(stop.question.ask, words) for words in meaning(stop, answer)}

    def is_renewed(self, *ways: Callable[[Draft], None]) -> None:
        for _ in range(self.chance.randint(1, 4)):
            self.draft.change(*ways)
        self.versions.append(self.draft.flow())


def renewed(chance: Random, *ways: Callable[[Draft], None], versions: int = 3) -> Talk:
    talk = Talk(chance)
    for _ in range(chance.randint(1, versions)):
        talk.goes_on()
        talk.is_renewed(*ways)
    return talk


def heard(there: Walk) -> dict[Asked, Meaning]:
    return {asked(stop): meaning(stop, there.heard[stop.slot]) for stop in there.path if stop.slot in there.heard}


def in_order(part: Meaning, whole: Meaning) -> bool:
    return part == tuple(one for one in whole if one in part)


def test_nothing_counts_that_was_not_said(record_property: Counted) -> None:
    counted: Counter[str] = Counter()

    @SOME
    @given(CHANCE)
    def whatever_changes(chance: Random) -> None:
        talk = renewed(chance, *CHANGING)
        for question, understood in heard(talk.now).items():
            assert in_order(understood, talk.said[question]), (question, talk.draft.changes)
            counted["answers"] += 1
        counted["versions"] += len(talk.versions)
        counted["changes"] += len(talk.draft.changes)

    whatever_changes()
    record_property("counted", f"{counted['answers']} answers read by {counted['versions']} versions")
    assert counted["changes"] > counted["versions"] / 2


@SOME
@given(CHANCE)
def test_no_line_says_what_was_not_said(chance: Random) -> None:
    talk = renewed(chance, *CHANGING)
    for profile in (build(talk.flow, talk.now.heard), build(talk.flow, talk.kept)):
        for one in (spoken for statement in profile.statements for spoken in statement.evidence):
            said = "talk" if one.answer == RATHER_TALK_WORDS else one.answer
            assert talk.ever & {(one.question, said), (TOLD, f"{one.question}: {said}")}


def test_nobody_is_stranded_by_a_new_version(record_property: Counted) -> None:
    counted: Counter[str] = Counter()

    @SOME
    @given(CHANCE)
    def whatever_changes(chance: Random) -> None:
        talk = renewed(chance, *CHANGING)
        for behave in (skips, somebody(chance, talkative=1)):
            assert talk_through(talk.flow, behave, answers=talk.kept).next is None
        for stop in talk.now.path:
            assert (accept(stop, Reply(do="skip")), accept(stop, Reply(do="talk"))) == (SKIPPED, RATHER_TALK)
        counted["stops"] += len(talk.now.path)
        counted["people"] += 1

    whatever_changes()
    record_property(
        "counted", f"{counted['people']} people in mid-conversation, {counted['stops']} screens of a new version"
    )


@SOME
@given(CHANCE)
def test_new_names_alone_lose_nothing(chance: Random) -> None:
    talk = Talk(chance)
    talk.goes_on(most=40)
    before, lines = heard(talk.now), build(talk.flow, talk.now.heard)
    for _ in range(3):
        talk.is_renewed(*RENAMING)
    assert heard(talk.now) == before
    after = build(talk.flow, talk.now.heard)
    assert [(one.id, one.name, one.ground) for one in after.statements] == [
        (one.id, one.name, one.ground) for one in lines.statements
    ]


@SOME
@given(CHANCE)
def test_going_back_to_the_old_version_brings_everything_back(chance: Random) -> None:
    """Answers are only read, by whichever version."""
    talk = Talk(chance)
    talk.goes_on(most=40)
    old, before, kept = talk.flow, heard(talk.now), deepcopy(talk.kept)
    for _ in range(3):
        talk.is_renewed(*CHANGING)
        build(talk.flow, talk.now.heard)
    assert talk.kept == kept
    assert heard(walk(old, talk.kept)) == before


@SOME
@given(CHANCE)
def test_what_counts_is_the_same_however_often_it_is_put_in_todays_words(chance: Random) -> None:
    talk = renewed(chance, *CHANGING)
    there = talk.now
    again = walk(talk.flow, there.heard)
    assert (again.path, again.heard) == (there.path, there.heard)
