"""How long an answer is kept is a length of time that everybody reads the same way."""

from datetime import UTC, datetime

import pytest

from kompas.conversation.keep import Keep, read_keep
from kompas.conversation.mistakes import FlowMistakes
from kompas.conversation.reading import read_flow
from tests.conversation.talking import a_flow, as_written, chapter, question

NOON = datetime(2026, 3, 31, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "before"),
    [
        ("12 months", datetime(2025, 3, 31, 12, tzinfo=UTC)),
        ("1 month", datetime(2026, 2, 28, 12, tzinfo=UTC)),
        ("2 years", datetime(2024, 3, 31, 12, tzinfo=UTC)),
        ("6 weeks", datetime(2026, 2, 17, 12, tzinfo=UTC)),
        ("30 days", datetime(2026, 3, 1, 12, tzinfo=UTC)),
    ],
)
def test_a_length_of_time_is_read_as_it_is_written(written: str, before: datetime) -> None:
    assert read_keep(written).before(NOON) == before
    assert str(read_keep(written)) == written


@pytest.mark.parametrize(
    "written", ["a while", "0 months", "months", "12", 12, "-1 days", "12 Months", "11 years", None]
)
def test_what_is_no_length_of_time_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match="no length of time"):
        read_keep(written)


def test_a_question_can_be_kept_shorter_than_its_chapter() -> None:
    flow = a_flow(chapter("talk", question("hours"), question("debts", keep="6 weeks")))
    assert [one.keep for one in flow.questions.values()] == [Keep(12, "month"), Keep(6, "week")]


def test_a_chapter_that_says_a_while_is_told_once_and_on_its_own_line() -> None:
    written = as_written(chapter("talk", question("hours"), question("place"), keep="a while"))
    with pytest.raises(FlowMistakes) as found:
        read_flow(written, "small.yaml")
    line = next(number for number, text in enumerate(written.splitlines(), start=1) if "a while" in text)
    (mistake,) = found.value.mistakes
    assert str(mistake).startswith(f"small.yaml:{line}: “a while” is no length of time; write for example “12 months”")
