"""Strengths: what somebody put on top, then what they said yes to, each with where it was shown."""

from tests.profile.working import worked_out


def strengths(**said: object) -> list[str]:
    return [one.code for one in worked_out(said).strengths]


def test_what_was_put_on_top_comes_first_as_it_was_ordered() -> None:
    said = {"talent_helping": 2, "talent_handy": 1, "talent_learning": 2}
    assert strengths(**said, talents_top=["talent_learning", "talent_handy"]) == ["learning", "handy", "helping"]


def test_a_half_yes_is_a_strength_only_on_top() -> None:
    assert strengths(talent_helping=1) == []
    assert strengths(talent_helping=1, talents_top=["talent_helping"]) == ["helping"]


def test_at_most_five_are_shown() -> None:
    talents = ("helping", "handy", "learning", "precise", "planning", "solving")
    assert len(strengths(**{f"talent_{one}": 2 for one in talents})) == 5


def test_a_strength_rests_on_all_that_was_said_about_it() -> None:
    said = worked_out(
        talent_helping=2, talents_top=["talent_helping"], talents_shown={"talent_helping": "as_volunteer"}
    )
    (strength,) = said.strengths
    assert strength.shown == "as_volunteer"
    assert strength.because.slots == ("talents_top", "talent_helping", "talents_shown.talent_helping")


def test_what_drives_somebody_is_heard_in_the_same_way() -> None:
    said = worked_out(driver_people=2, driver_meaning=2, driver_freedom=1, drivers_top=["driver_meaning"])
    assert [one.code for one in said.drivers] == ["meaning", "people"]
