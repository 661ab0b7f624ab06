"""What somebody wants help with, and what bridges the way."""

from kompas.profile.worked_out import work_out
from tests.profile.working import cards, heard, our_occupations, our_rules, worked_out


def bridge(**said: object) -> list[str]:
    return [one.support for one in worked_out(said).bridge]


def test_every_need_leads_to_support_by_name() -> None:
    supports = our_rules().supports
    from tests.conversation.ours import our_flow

    needs = set(our_flow().questions["needs"].options) - {"nothing_needed"}
    assert needs == supports.by_need.keys()
    assert len(supports.offers) == 17


def test_what_comes_first_stands_first_and_the_rest_as_it_was_put_in_order() -> None:
    said = worked_out(
        needs=["dutch", "digital", "housing", "transport"],
        needs_top=["transport", "housing", "digital"],
        need_timing={"digital": "now_first", "housing": "when_searching"},
    )
    assert [one.code for one in said.needs] == ["digital", "housing", "transport", "dutch"]


def test_help_that_is_there_or_for_later_has_not_to_be_bridged() -> None:
    assert bridge(need_timing={"dutch": "helped_already", "housing": "when_working"}) == []
    assert bridge(need_timing={"dutch": "when_searching", "housing": "now_first"}) == ["housing_help", "dutch_lessons"]


def test_a_need_without_a_time_is_bridged_too() -> None:
    assert bridge(needs=["dutch"]) == ["dutch_lessons"]


def test_what_is_short_is_bridged_and_what_is_unknown_is_not() -> None:
    assert bridge() == []
    assert bridge(confidence_fitting_work=1, clarity_of_direction=1, first_step_known=0) == [
        "building_confidence",
        "trying_out",
        "plan_talk",
    ]


def test_who_would_rather_talk_is_offered_nothing_that_reads_like_a_judgement() -> None:
    assert bridge(situation="rather_talk", confidence_fitting_work=1) == []
    assert bridge(**cards(rest=1), clarity_of_direction=0) == []


def test_the_work_that_somebody_goes_for_is_bridged_too() -> None:
    van = next(one for one in our_occupations() if one.needs == ("licence_b", "some_dutch"))
    said = heard({"assets": ["bike"], "needs": ["dutch"], "experience_fields": [van.field]})
    crossings = work_out(our_rules(), our_occupations(), said, chosen=[van.esco]).bridge
    assert [(one.support, one.to) for one in crossings] == [("dutch_lessons", "dutch"), ("transport_help", "work")]


def test_the_contact_card_holds_what_was_said_about_contact() -> None:
    assert worked_out(contact_wishes=["call"], own_words="Hello", wish_times=None).contact == (
        "contact_wishes",
        "own_words",
    )
