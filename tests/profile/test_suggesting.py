"""What a client is shown: little, varied, with reasons; never what they crossed out, never less for what they lack."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompas.profile.rules import Rules
from kompas.profile.tightness import Region, Tightness
from kompas.profile.worked_out import WorkedOut, work_out
from tests.profile.working import cards, heard, our_occupations, our_rules, worked_out

CARER = {**cards(caring=2, health=2, teaching=1, answering=1), "wish_place": 0, "wish_company": 2}
MANY = Tightness("many", "UWV", date(2026, 3, 1))
FEW = Tightness("few", "UWV", date(2026, 3, 1))


def suggested(
    said: dict[str, Any],
    region: Region | None = None,
    not_for_me: tuple[str, ...] = (),
    chosen: tuple[str, ...] = (),
) -> WorkedOut:
    return work_out(our_rules(), our_occupations(), heard(said), region=region, not_for_me=not_for_me, chosen=chosen)


def fields(profile: WorkedOut) -> list[str]:
    return [one.occupation.field for one in profile.suggested]


def names(profile: WorkedOut) -> list[str]:
    return [one.occupation.esco for one in profile.suggested]


def test_at_most_six_from_three_fields() -> None:
    shown = fields(worked_out(CARER))
    assert len(shown) == 6
    assert len(set(shown)) >= 3


@pytest.mark.parametrize("said", [{}, cards(rest=2), {**CARER, "situation": "rather_talk"}])
def test_nothing_is_shown_where_nothing_can_be_said(said: dict[str, Any]) -> None:
    assert worked_out(said).suggested == ()


def test_what_somebody_says_they_like_most_speaks_for_work() -> None:
    """Also where they passed by its cards. It moves no figure: the raw ranking is the same."""
    passed_by = {**CARER, "interest_cooking": None}
    before, after = worked_out(passed_by), worked_out(passed_by, fields_liked=["cooking"])
    assert "cooking" not in fields(before)
    reasons = [[reason.code for reason in one.reasons] for one in after.suggested if one.occupation.field == "cooking"]
    assert reasons
    assert all(codes[0] == "likes_most" for codes in reasons)
    assert after.ranked == before.ranked


def test_who_answered_all_cards_alike_is_shown_no_work_for_what_they_like_most() -> None:
    """It stands among their lines, and is where a talk can begin."""
    assert worked_out(cards(rest=1), fields_liked=["green"]).suggested == ()


def test_a_field_that_was_crossed_out_stays_away() -> None:
    assert "care" in fields(worked_out(CARER))
    assert "care" not in fields(worked_out(CARER, fields_vetoed=["care"]))


def test_work_that_is_not_for_me_stays_away() -> None:
    first = names(worked_out(CARER))[0]
    assert first not in names(suggested(CARER, not_for_me=(first,)))


def test_every_piece_of_work_comes_with_a_reason_and_a_label() -> None:
    for one in worked_out(CARER).suggested:
        assert one.reasons
        assert all(reason.because.slots for reason in one.reasons)
        assert one.label in {"fits_well", "fits", "maybe"}


def test_of_what_fits_the_work_with_many_jobs_comes_first() -> None:
    fitting = [one.occupation.esco for one in worked_out(CARER).ranked if one.value >= 65]
    assert names(suggested(CARER, {fitting[-1]: MANY}))[0] == fitting[-1]


def test_many_jobs_make_no_work_fit_that_does_not() -> None:
    plain = names(worked_out(CARER))
    less = next(one.occupation.esco for one in worked_out(CARER).ranked if one.value < 65)
    assert names(suggested(CARER, {less: MANY}))[0] == plain[0]


def test_not_knowing_how_many_jobs_there_are_is_as_normal() -> None:
    normal = dict.fromkeys((one.esco for one in our_occupations()), Tightness("normal", "UWV", date(2026, 3, 1)))
    assert names(suggested(CARER, normal)) == names(worked_out(CARER))


@given(st.sets(st.sampled_from([one.esco for one in our_occupations()])))
def test_a_row_that_says_normal_orders_as_no_row_does(works: set[str]) -> None:
    """So whoever fills in half of the table puts nothing before or behind what they left open."""
    normal = Tightness("normal", "UWV", date(2026, 3, 1))
    busy: Region = {"care": MANY, "office": FEW}
    table = dict.fromkeys(works, normal) | busy
    unknown = {work: one for work, one in table.items() if one is not normal or _field_of(work) in busy}
    assert names(suggested(CARER, table)) == names(suggested(CARER, unknown))


def _field_of(work: str) -> str:
    return next((one.field for one in our_occupations() if one.esco == work), "")


def test_few_jobs_hide_nothing() -> None:
    few = dict.fromkeys((one.esco for one in our_occupations()), FEW)
    assert names(suggested(CARER, few)) == names(worked_out(CARER))
    assert {one.tightness for one in suggested(CARER, few).suggested} == {FEW}


def test_a_table_of_a_year_ago_is_old() -> None:
    assert not MANY.is_old(date(2027, 3, 1))
    assert MANY.is_old(date(2027, 3, 2))


@pytest.mark.parametrize(("value", "label"), [(80, "fits_well"), (79.96, "fits_well"), (79, "fits"), (64.9, "maybe")])
def test_the_label_goes_by_what_is_shown(value: float, label: str) -> None:
    from kompas.profile.fit import label as label_of

    rules: Rules = our_rules()
    assert label_of(rules.fit, value) == label
    assert label_of(rules.fit, 49.9) is None


def test_one_field_does_not_fill_the_page_while_other_work_fits() -> None:
    cleaner = {**cards(cleaning=2, gardening=1, delivering=1, counting=1), "wish_movement": 1}
    assert max(fields(worked_out(cleaner)).count(field) for field in fields(worked_out(cleaner))) == 3


def test_who_likes_one_field_alone_is_still_shown_six() -> None:
    others = [field for field in our_rules().interests.by_field if field != "building"]
    builder = heard({**cards(building=2), "wish_place": 2})
    veto = {**builder.choices, "fields_vetoed": tuple(others)}
    only = work_out(our_rules(), our_occupations(), replace(builder, choices=veto))
    assert fields(only) == ["building"] * 6


def test_a_field_that_somebody_said_no_to_comes_in_only_as_the_third() -> None:
    seller = {**cards(selling=2, answering=2), "wish_place": 0, "wish_company": 2, "wish_movement": 1}
    shown = fields(worked_out(seller, drivers_top=["driver_people"]))
    assert len(set(shown)) == 3
    assert sum(field not in ("shop", "customers") for field in shown) == 1
    guard = {**cards(safety=2), "wish_place": 2, "wish_company": 2, "wish_movement": 1}
    assert set(fields(worked_out(guard))) == {"safety"}  # two fields fit, and to one of them the answer was no


def test_who_spoke_of_a_few_fields_reads_those_first() -> None:
    """Somebody who enjoys cooking and likes to be outside reads of kitchens before anything that is outside."""
    cook = {"interest_cooking": 2, "experience_fields": ["cooking"], "wish_place": 2}
    shown = fields(worked_out(cook))
    assert shown[:4] == ["cooking"] * 4
    assert len(set(shown)) == 3


def test_what_was_done_draws_until_a_card_says_no() -> None:
    person = {"wish_place": 0, "interest_selling": 1}
    assert "office" in fields(worked_out(person, experience_fields=["office"]))[:3]
    refused = fields(worked_out(person, experience_fields=["office"], interest_paperwork=0))
    assert "office" not in refused[:3]


@pytest.mark.parametrize(
    "wish", [{"wish_place": 0}, {"wish_hours": "from_17"}, {"wish_company": 2, "wish_movement": 1}]
)
def test_a_wish_alone_is_no_ground_for_an_idea(wish: dict[str, Any]) -> None:
    assert worked_out(wish).suggested == ()


def test_something_about_the_work_speaks_for_it_or_it_only_makes_three_fields() -> None:
    rules = our_rules()
    for said in (CARER, {"interest_cooking": 2, "wish_place": 2}, {**cards(paperwork=2), "wish_movement": 0}):
        shown = worked_out(said).suggested
        bare = [one for one in shown if not {each.code for each in one.reasons} & set(rules.suggested.grounds)]
        assert shown[: len(shown) - len(bare)] == tuple(one for one in shown if one not in bare)
        assert len(bare) <= rules.suggested.fields - 1


def test_who_wishes_to_sit_is_not_sent_to_fill_shelves() -> None:
    """She enjoys counting and getting things ready too; there is work enough in which she sits."""
    clerk = {**cards(paperwork=2, counting=2, answering=1, selling=1), "wish_movement": 0, "wish_place": 0}
    shown = worked_out(clerk, experience_fields=["office"]).suggested
    assert {one.occupation.tags["physical"] for one in shown} == {0}
    assert not any(one.against for one in shown)


def test_who_enjoys_only_what_goes_against_a_wish_still_reads_of_it_and_that_it_does() -> None:
    mechanic = {**cards(repairing=2, finding_out=2), "wish_movement": 0}
    first = worked_out(mechanic).suggested[0]
    assert first.occupation.field == "technology"
    assert [each.code for each in first.against] == ["sitting"]
    assert first.against[0].because.slots == ("wish_movement",)


def test_work_against_a_wish_comes_after_all_other_work() -> None:
    seller = {**cards(selling=2, answering=2), "wish_place": 0, "wish_company": 2, "wish_movement": 1}
    assert "Selling at a market" in [one.occupation.name for one in worked_out(seller).ranked[:6]]
    assert "Selling at a market" not in [one.occupation.name for one in worked_out(seller).suggested]


def test_what_they_go_for_stands_first_however_well_it_fits() -> None:
    last = worked_out(CARER).suggested[-1].occupation.esco
    market = next(one.esco for one in our_occupations() if one.name == "Looking after parks and green")
    went = suggested({**CARER, "experience_fields": ["green"]}, chosen=(market, last))
    assert names(went)[:2] == [market, last]
    assert len(went.suggested) == 6
    assert went.suggested[0].label == "maybe"


def test_work_that_no_answer_speaks_for_is_not_told_by_being_chosen() -> None:
    """Over released answers a choice by itself tells nothing."""
    market = next(one.esco for one in our_occupations() if one.name == "Selling at a market")
    assert suggested({}, chosen=(market,)).suggested == ()
    assert suggested({"talent_handy": 2}, chosen=(market,)).bridge == ()
    assert market not in names(suggested(CARER, not_for_me=(market,), chosen=(market,)))


def test_who_likes_to_cook_reads_of_the_kitchen_before_the_guests() -> None:
    cook = {**cards(cooking=2, caring=1), "wish_place": 0, "wish_company": 2, "drivers_top": ["driver_people"]}
    kitchens = [one.occupation.name for one in worked_out(cook).suggested if one.occupation.field == "cooking"]
    assert kitchens[0] in ("Cooking in a restaurant", "Helping in a kitchen", "Serving meals in a canteen")


def test_what_a_card_shows_is_work_of_its_field() -> None:
    fields_of = {one.code: one.field for one in our_occupations()}
    for card in our_rules().interests.cards.values():
        assert {fields_of[code] for code in card.shows} <= {card.field}
