"""The people of the demonstration: sixty, all different, believable, and the same ones every time."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest

from kompas.casework.people import Organisation
from kompas.demonstration.days import ZONE, moments, moments_again, talk_of
from kompas.demonstration.invented import invented
from kompas.demonstration.names import AT_HOME_IN, FAMILY_NAMES, OLDER, YOUNGER
from kompas.demonstration.people import BY_HAND, CASEWORKERS, PEOPLE, people_of
from kompas.demonstration.person import Person
from kompas.demonstration.views import DIFFERENTLY
from tests.conversation.ours import our_flow

A_WEEK = [date(2027, 3, 1) + timedelta(days=day) for day in range(7)]
"""From Monday to Sunday: the demonstration is filled on any day."""
EACH = dict.fromkeys(CASEWORKERS, 12)


def test_sixty_people_live_in_waterrijk_and_each_caseworker_meets_fifteen() -> None:
    assert len(PEOPLE) == 60
    assert Counter(one.caseworker for one in PEOPLE) == dict.fromkeys(CASEWORKERS, 15)


def test_nobody_bears_a_name_twice_and_every_link_is_somebodys_own() -> None:
    assert len({one.name.split()[0] for one in PEOPLE}) == len({one.key for one in PEOPLE}) == 60


def test_family_names_say_that_people_are_made_up() -> None:
    assert {one.name.split()[1] for one in PEOPLE[12:]} <= set(FAMILY_NAMES)


def test_names_are_told_apart_by_generations_that_exist() -> None:
    assert {*OLDER, *YOUNGER} <= {name for names in AT_HOME_IN.values() for name in names.split()}
    assert not set(OLDER) & set(YOUNGER)


@pytest.mark.parametrize("languages", [("nl", "en"), ("nl", "en", "ar", "tr"), ("nl", "en", "so", "zh"), ("nl",)])
def test_every_language_that_is_offered_is_spoken_by_some(languages: tuple[str, ...]) -> None:
    spoken = Counter(one.language for one in people_of(languages)[12:])
    assert spoken.keys() == set(languages)
    assert min(spoken.values()) >= 2


def test_people_are_invented_in_the_languages_of_an_organisation() -> None:
    assert {one.language for one in PEOPLE} == set(Organisation.languages)


def test_the_same_seed_gives_the_same_people_and_another_one_gives_others() -> None:
    first, again, others = (invented(("nl", "en"), EACH, (), seed) for seed in (5, 5, 6))
    assert first == again
    assert [one.says for one in first] != [one.says for one in others]


def test_a_language_more_changes_nobodys_talents() -> None:
    assert [one.yes for one in people_of(("nl", "en", "tr"))] == [one.yes for one in PEOPLE]


def test_no_two_people_write_the_same_sentence() -> None:
    written = [*map(own_words, PEOPLE), *(entry["what"] for one in PEOPLE for entry in one.told)]
    said = [sentence for sentence in written if sentence]
    assert len(said) > 30
    assert len(said) == len(set(said))


def own_words(one: Person) -> str:
    return str(one.says.get("own_words", ""))


def talks(one: Person, today: date) -> Iterator[datetime]:
    yield talk_of(one.days, one.clock, today)
    if one.again:
        yield talk_of(one.again.days, one.again.clock, today)


@pytest.mark.parametrize("today", A_WEEK, ids=str)
def test_talks_are_in_working_hours_and_never_two_at_once(today: date) -> None:
    for caseworker in CASEWORKERS:
        mine = sorted(at for one in PEOPLE if one.caseworker == caseworker for at in talks(one, today))
        assert all(at.isoweekday() <= 5 and time(9) <= at.time() <= time(16) for at in mine)
        assert all(later - earlier >= timedelta(minutes=45) for earlier, later in pairwise(mine))


@pytest.mark.parametrize("today", A_WEEK, ids=str)
def test_every_caseworker_has_talks_this_week_next_week_and_behind_them(today: date) -> None:
    for caseworker in CASEWORKERS:
        away = [(at.date() - today).days for one in PEOPLE if one.caseworker == caseworker for at in talks(one, today)]
        assert any(0 <= days <= 7 for days in away)
        assert any(5 <= days <= 16 for days in away)
        assert any(-12 <= days < 0 for days in away)
        assert any(days <= -365 for days in away)


@pytest.mark.parametrize("today", A_WEEK, ids=str)
def test_people_are_invited_before_they_answer_and_nothing_happens_in_the_future(today: date) -> None:
    again = [moments_again(one, today) for one in PEOPLE if one.again]
    for when in (*(moments(one, today) for one in PEOPLE), *again):
        assert (
            when.invited < when.renewed < when.walked < when.shared < when.opened < when.spoke < when.left < when.after
        )
        assert when.walked + timedelta(minutes=40) < when.shared
        assert when.after < datetime.combine(today, time(), ZONE)


def test_what_a_caseworker_sees_differently_is_a_line_and_an_option_of_the_conversation() -> None:
    asked = our_flow().questions
    for line, option in DIFFERENTLY:
        question = {"wish/hours": "wish_hours", "wish/travel": "wish_travel", "step/first": "first_step"}.get(line)
        assert (option or line.removeprefix("need/")) in asked[question or "needs"].options


def test_who_was_written_out_by_hand_stays() -> None:
    assert PEOPLE[:12] == BY_HAND


def test_some_go_on_after_the_end_and_most_have_said_enough() -> None:
    went_on = [one for one in PEOPLE if one.says.get("go_on") == "yes"]
    told_all = [one for one in PEOPLE if one.talks and not one.stops_at]
    assert 0 < len(went_on) < len(told_all) / 2
    assert all("best_day" in one.says and one.languages for one in went_on)
