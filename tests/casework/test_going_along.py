"""What was worked out goes along with what is shared: by the client's choice, and out of what is shared alone."""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from kompas.app import our_occupations
from kompas.casework.people import ProfileVersion
from kompas.casework.sharing import Released, decide, release, to_choose
from kompas.casework.since import since
from kompas.casework.versions import Anew, hint_shared_at, profile_of, take_back, whole, wiped, write_down
from kompas.conversation.answers import Answer, Answers
from kompas.conversation.own_word import HINT, NOT_FOR_ME, OWN_VIEW, WORK_CHOSEN, on_hint
from kompas.profile.concluding import GOES_FOR_IT, Adviser, Topic, choice_about, conclude, is_worked_out
from kompas.profile.said_by import said
from kompas.profile.statements import Profile, Statement
from kompas.profile.still_holding import hint_is_over, without_lapsed_hint, word_of_then
from tests.casework.keeping import chosen_by_chance
from tests.conversation.ours import a_talk, our_flow
from tests.profile.working import our_rules

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TODAY = NOW.date()
CHANCE = st.integers().map(Random)
FEW = settings(max_examples=30)
GIVEN = "given"
AMIRA: Answers = {
    "situation": Answer(GIVEN, "looking_now"),
    "interest_cooking": Answer(GIVEN, "like"),
    "interest_caring": Answer(GIVEN, "like"),
    "interest_cleaning": Answer(GIVEN, "not_for_me"),
    "wish_company": Answer(GIVEN, "together"),
    "needs": Answer(GIVEN, ("childcare",)),
    "need_timing.childcare": Answer(GIVEN, "now_first"),
    "confidence_fitting_work": Answer(GIVEN, "4"),
    "clarity_of_direction": Answer(GIVEN, "yes"),
    "importance_of_work": Answer(GIVEN, "1"),
}
EVERY_TOPIC = {choice_about(topic): "share" for topic in ("work", "step", "hint")}


@cache
def adviser() -> Adviser:
    return Adviser(our_rules(), our_occupations())


def everything(heard: Answers, own_word: Answers = {}) -> dict[str, str]:  # noqa: B006 (only read)
    return {one.id: "share" for one in to_choose(our_flow(), heard, own_word, adviser()).statements}


def lets_go(heard: Answers, choices: dict[str, str], own_word: Answers = {}) -> Released:  # noqa: B006 (only read)
    return release(our_flow(), heard, choices, own_word=own_word, adviser=adviser())


def shared(heard: Answers, own_word: Answers = {}) -> ProfileVersion:  # noqa: B006 (only read)
    choices = everything(heard, own_word)
    return write_down(1, NOW, our_flow(), lets_go(heard, choices, own_word), choices, {})


def worked_out(released: Released) -> list[Statement]:
    return [one for one in released.profile.statements if is_worked_out(one)]


def anew_for(own_word: Answers) -> Anew:
    """As somebody with this word of today works it out."""

    def anew(answers: Answers, topics: Collection[Topic], then: Profile) -> tuple[Statement, ...]:
        return conclude(adviser(), our_flow(), answers, word_of_then(own_word, then), topics)

    return anew


def kinds(released: Released) -> set[str]:
    return {one.kind for one in worked_out(released)}


@FEW
@given(CHANCE)
def test_a_step_or_an_idea_for_work_is_that_of_somebody_who_said_only_what_is_shared(chance: Random) -> None:
    heard = a_talk(chance).heard
    choices = chosen_by_chance(chance, heard) | EVERY_TOPIC
    released = lets_go(heard, choices)
    assert lets_go(released.answers, choices).profile == released.profile


@FEW
@given(CHANCE)
def test_it_rests_on_what_is_shared_and_on_nothing_private(chance: Random) -> None:
    heard = a_talk(chance).heard
    released = lets_go(heard, chosen_by_chance(chance, heard) | EVERY_TOPIC)
    slots = {spoken.slot for one in worked_out(released) for spoken in one.evidence}
    assert slots <= {*released.answers, "rule"}
    assert "importance_of_work" not in slots


def test_each_topic_goes_only_when_it_is_chosen() -> None:
    said_all = everything(AMIRA)
    assert kinds(lets_go(AMIRA, said_all)) == {"field", "work", "standing", "bridge"}
    assert kinds(lets_go(AMIRA, said_all | {choice_about("work"): "keep"})) == {"standing", "bridge"}
    assert kinds(lets_go(AMIRA, said_all | {choice_about("step"): "keep"})) == {"field", "work"}


def test_a_part_that_is_talked_about_first_takes_its_ideas_along_into_the_talk() -> None:
    parts = {one.part: "share" for one in to_choose(our_flow(), AMIRA, {}, adviser()).statements} | {"how": "talk"}
    choices = decide(to_choose(our_flow(), AMIRA, {}, adviser()), parts, {})
    released = lets_go(AMIRA, choices)
    assert released.talk_about == ("how",)
    assert not kinds(released) & {"field", "work"}


def test_work_that_was_put_aside_is_not_shared_and_counts_as_changed_where_it_was() -> None:
    version = shared(AMIRA)
    idea = next(one for one in profile_of(version).statements if one.kind == "work")
    aside = {NOT_FOR_ME: Answer(GIVEN, {idea.id.partition("/")[2]: "dislike"})}
    assert idea.id not in {one.id for one in lets_go(AMIRA, everything(AMIRA), aside).profile.statements}
    assert not since(version, said(our_flow(), AMIRA))
    assert [still.then.id for still in since(version, said(our_flow(), AMIRA), aside).still] == [idea.id]


def given_hint() -> str:
    return adviser().works_out(our_flow(), AMIRA, {}).hint.id


def test_how_i_am_helped_best_goes_only_once_i_spoke_of_it_and_by_a_choice_of_its_own() -> None:
    assert choice_about("hint") not in everything(AMIRA)
    right = {HINT: on_hint(given_hint(), "right", TODAY)}
    lines = to_choose(our_flow(), AMIRA, right, adviser())
    with_their_part = decide(lines, {one.part: "share" for one in lines.statements}, {})
    assert "hint" not in kinds(lets_go(AMIRA, with_their_part, right))
    (hint,) = (one for one in worked_out(lets_go(AMIRA, everything(AMIRA, right), right)) if one.kind == "hint")
    assert hint.id == f"hint/{given_hint()}"
    assert [spoken.slot for spoken in hint.evidence] == ["hint"]


def test_a_hint_that_i_chose_myself_is_the_one_that_goes() -> None:
    own = {HINT: on_hint(given_hint(), "make_a_plan", TODAY)}
    released = lets_go(AMIRA, everything(AMIRA, own), own)
    assert [one.id for one in worked_out(released) if one.kind == "hint"] == ["hint/make_a_plan"]
    not_right = {HINT: on_hint(given_hint(), "not_right", TODAY)}
    assert choice_about("hint") not in everything(AMIRA, not_right)


def test_a_hint_passes_after_three_months_or_with_other_answers() -> None:
    def stands(heard: Answers, on: date) -> bool:
        right = {HINT: on_hint(given_hint(), "right", on)}
        return HINT in without_lapsed_hint(adviser(), our_flow(), heard, right, TODAY)

    assert stands(AMIRA, TODAY - timedelta(days=90))
    assert not stands(AMIRA, TODAY - timedelta(days=93))
    assert not stands({**AMIRA, "needs": Answer("skipped"), "importance_of_work": Answer("skipped")}, TODAY)
    own = {HINT: on_hint(given_hint(), "right", TODAY)}
    (hint,) = (one for one in profile_of(shared(AMIRA, own)).statements if one.kind == "hint")
    assert not hint_is_over(hint, NOW, NOW + timedelta(days=91))
    assert hint_is_over(hint, NOW, NOW + timedelta(days=93))


def test_when_something_is_taken_back_the_rest_is_worked_out_anew() -> None:
    version, fewer = shared(AMIRA), {slot: one for slot, one in AMIRA.items() if slot != "interest_cooking"}
    left = take_back(version, ["interest/cooking"], (), NOW, anew_for({}))
    assert profile_of(left).by_id == profile_of(shared(fewer)).by_id
    one_idea = next(one.id for one in profile_of(version).statements if one.kind == "work")
    without = take_back(version, [one_idea], (), NOW)
    assert profile_of(version).by_id.keys() - profile_of(without).by_id.keys() == {one_idea}


def ids(version: ProfileVersion) -> set[str]:
    return set(profile_of(version).by_id)


def test_an_idea_that_was_taken_back_stays_away_when_something_else_goes_too() -> None:
    version = shared(AMIRA)
    idea = next(one.id for one in profile_of(version).statements if one.kind == "work")
    without = take_back(version, [idea], (), NOW, anew_for({}))
    assert idea not in ids(take_back(without, ["interest/cleaning"], (), NOW, anew_for({})))
    left = wiped(without, lambda spoken: spoken.slot == "interest_cleaning", (), ())
    assert idea not in ids(whole(left, NOW, anew_for({}), profile_of(without)))


def test_taking_something_back_or_wiping_it_shares_no_word_that_was_said_since() -> None:
    version = shared(AMIRA)
    first, second, third = [one.id for one in profile_of(version).statements if one.kind == "work"][:3]
    since_then: Answers = {
        WORK_CHOSEN: Answer(GIVEN, {first.partition("/")[2]: ""}),
        OWN_VIEW: Answer(GIVEN, {second: "My back would not last", third: ""}),
    }
    left = wiped(version, lambda spoken: spoken.slot == "interest_cleaning", (), ())
    for after in (
        take_back(version, ["interest/cleaning"], (), NOW, anew_for(since_then)),
        whole(left, NOW, anew_for(since_then), profile_of(version)),
    ):
        assert second in ids(after)
        assert third not in ids(after)
        assert "My back" not in str(after.shown)
        assert GOES_FOR_IT not in str(after.shown)


def test_words_that_were_shared_stay_as_they_were_shared() -> None:
    idea = next(one.id for one in profile_of(shared(AMIRA)).statements if one.kind == "work")
    code = idea.partition("/")[2]
    then: Answers = {WORK_CHOSEN: Answer(GIVEN, {code: ""}), OWN_VIEW: Answer(GIVEN, {idea: "Mornings only"})}
    now: Answers = {WORK_CHOSEN: Answer(GIVEN, {code: ""}), OWN_VIEW: Answer(GIVEN, {idea: "Never again"})}
    left = take_back(shared(AMIRA, then), ["interest/cleaning"], (), NOW, anew_for(now))
    told = {detail.text for detail in profile_of(left).by_id[idea].details}
    assert told >= {"Mornings only", GOES_FOR_IT}
    assert "Never again" not in str(left.shown)


def test_a_hint_that_is_shared_hangs_on_no_answer_that_is_kept() -> None:
    right = {HINT: on_hint(given_hint(), "right", TODAY)}
    version, hint = shared(AMIRA, right), f"hint/{given_hint()}"
    for later in ({}, {HINT: on_hint(given_hint(), "make_a_plan", TODAY)}):
        left = take_back(version, ["interest/cleaning"], (), NOW, anew_for(later))
        assert {one for one in ids(left) if one.startswith("hint/")} == {hint}
    gone = take_back(version, [hint], (), NOW, anew_for(right))
    left = wiped(gone, lambda spoken: spoken.slot == "interest_cleaning", (), ())
    assert hint not in ids(whole(left, NOW, anew_for(right), profile_of(gone)))


def test_taking_something_back_gives_a_hint_no_longer_time() -> None:
    version = shared(AMIRA, {HINT: on_hint(given_hint(), "right", TODAY)})
    left = take_back(version, ["interest/cleaning"], (), NOW + timedelta(days=80), anew_for({}))
    assert hint_shared_at(left) == NOW
    later = take_back(left, ["interest/caring"], (), NOW + timedelta(days=100), anew_for({}))
    assert not [one for one in ids(later) if one.startswith("hint/")]


def test_who_keeps_the_ideas_for_work_keeps_what_they_chose_among_them() -> None:
    for idea in [one.id for one in profile_of(shared(AMIRA)).statements if one.kind == "work"]:
        chosen: Answers = {WORK_CHOSEN: Answer(GIVEN, {idea.partition("/")[2]: ""})}
        without = everything(AMIRA) | {choice_about("work"): "keep"}
        assert lets_go(AMIRA, without, chosen).profile == lets_go(AMIRA, without).profile


def test_what_is_wiped_is_in_no_step_and_in_no_idea_any_more() -> None:
    version = shared(AMIRA)
    left = wiped(version, lambda spoken: spoken.slot == "interest_cooking", (), ())
    assert not [one for one in profile_of(left).statements if is_worked_out(one)]
    anew = whole(left, NOW, anew_for({}), profile_of(version))
    assert {one.kind for one in profile_of(anew).statements if is_worked_out(one)} == {
        "field",
        "work",
        "standing",
        "bridge",
    }
    assert profile_of(wiped(version, lambda _spoken: False, (), ())) == profile_of(version)


def test_it_comes_back_from_where_it_is_kept_as_it_was() -> None:
    released = lets_go(AMIRA, everything(AMIRA))
    version = write_down(1, NOW, our_flow(), released, {}, {})
    assert profile_of(version) == replace(released.profile)
    assert version.rules_version == our_rules().version
