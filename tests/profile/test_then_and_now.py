"""Then and now, in words: what was added, and never a grade."""

from kompas.profile.then_and_now import changes
from tests.profile.working import our_rules, worked_out

THEN = {
    "talent_helping": 2,
    "interest_caring": 1,
    "clarity_of_direction": 0,
    "confidence_fitting_work": 4,
    "needs": ["childcare"],
    "need_timing": {"childcare": "now_first"},
}


def since(**now: object) -> list[tuple[str, str | None]]:
    return [(one.code, one.about) for one in changes(our_rules(), worked_out(THEN), worked_out(THEN, **now))]


def test_nothing_new_is_nothing_said() -> None:
    assert since() == []


def test_what_was_added_is_told() -> None:
    assert since(
        talent_handy=2,
        interest_caring=2,
        clarity_of_direction=2,
        first_step_known=2,
        needs=["childcare", "dutch"],
        need_timing={"childcare": "helped_already"},
    ) == [
        ("new_strength", "handy"),
        ("new_field", "care"),
        ("clarity", None),
        ("plan", None),
        ("new_need", "dutch"),
        ("help_arranged", "childcare"),
    ]


def test_what_got_less_is_not_told() -> None:
    assert since(talent_helping=0, confidence_fitting_work=1, interest_caring=0, needs=[], need_timing=None) == []


def test_every_change_rests_on_answers_of_now() -> None:
    now = worked_out(THEN, talent_handy=2, clarity_of_direction=2)
    for one in changes(our_rules(), worked_out(THEN), now):
        assert one.because.slots
        assert one.code in our_rules().changes.words
