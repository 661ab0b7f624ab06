"""Three first steps that suit somebody come first, out of ten: nobody reads ten, and everybody may choose any."""

import pytest

from kompas.conversation.flow import Flow
from tests.conversation.talking import Said, stop_at


@pytest.mark.parametrize(
    ("said", "comes_first"),
    [
        ({"situation": "arranging_first"}, "arrange_one_thing"),
        ({"situation": "something_first"}, "start_voluntary"),
        ({"situation": "looking_now"}, "look_at_jobs"),
        ({"situation": "not_sure_yet"}, "choose_together"),
        ({"needs": ("course_or_diploma",)}, "ask_about_course"),
        ({"confidence_employer": "a_bit"}, "practise_talk"),
        ({"clarity_of_direction": "not_yet"}, "look_around"),
        ({"first_step_known": "yes"}, "own_idea"),
    ],
)
def test_what_somebody_said_brings_a_step_that_suits_them_to_the_front(
    flow: Flow, said: dict[str, Said], comes_first: str
) -> None:
    step = stop_at(flow, "first_step", **said)
    assert (step.proposed[0], len(step.proposed), len(step.options)) == (comes_first, 3, 10)
