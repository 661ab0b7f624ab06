"""A flow file is text: read once, wholly checked, and never run."""

import pytest

from kompas.conversation.flow import Flow
from kompas.conversation.mistakes import FlowMistakes
from kompas.conversation.reading import read_flow
from kompas.conversation.written import LARGEST_FILE, read_written
from tests.conversation.talking import a_flow, as_written, chapter, question


def mistakes(text: str) -> list[str]:
    with pytest.raises(FlowMistakes) as found:
        read_flow(text, "small.yaml")
    return [str(mistake) for mistake in found.value.mistakes]


def test_a_question_holds_what_its_chapter_says_of_purpose_ground_and_retention() -> None:
    flow = a_flow(chapter("talk", question("hours"), question("place", purpose="to plan"), sensitivity="careful"))
    hours, place = flow.questions.values()
    assert (hours.purpose, hours.ground, str(hours.keep), hours.sensitivity) == (
        *("to talk", "a law", "12 months", "careful"),
    )
    assert place.purpose == "to plan"


def test_a_flow_never_changes() -> None:
    flow = a_flow(question("hours"))
    with pytest.raises(ValueError, match="frozen"):
        flow.version = 2  # type: ignore[misc]


def test_yes_and_no_are_words() -> None:
    """Other readers of YAML make a truth out of them, and an answer disappears."""
    assert read_written("yes: no\non: 12\noff: ~\nnumber: '12'\ndate: 2026-01-01", "x.yaml").data == {
        "yes": "no",
        "on": 12,
        "off": None,
        "number": "12",
        "date": "2026-01-01",
    }


@pytest.mark.parametrize("text", ["", "# nothing", "~", "- a", "hello", "12"])
def test_what_is_no_flow_is_told_kindly(text: str) -> None:
    assert all(mistake.startswith("small.yaml:1: ") for mistake in mistakes(text))


@pytest.mark.parametrize("text", ["a: [", "a: b: c", "\x00", "a: 'b", "[" * 20_000, "x" * (LARGEST_FILE + 1)])
def test_what_cannot_be_read_is_told_with_a_line(text: str) -> None:
    (mistake,) = mistakes(text)
    assert mistake.startswith("small.yaml:1: ")


def test_a_tag_runs_nothing() -> None:
    flow = read_flow(
        as_written(question("hours")).replace("id: small", "id: !!python/object:os.system small"), "x.yaml"
    )
    assert isinstance(flow, Flow)
    assert flow.id == "small"


def test_every_mistake_comes_in_the_order_of_the_file() -> None:
    found = mistakes(as_written(question("hours", colour="red"), question("place", kind="plaice")))
    assert len(found) == 2
    assert found == sorted(found, key=lambda one: int(one.split(":")[1]))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (question("Hours", says="hours/it"), "“Hours” can't be used here"),
        (question("told", "entries", says="told/it"), "Each entry is a line"),
        (question("words", "text", says="words/*"), "Words are one line"),
        (question("words", "text", options="a b") | {"options": {"a": {"text": "A"}}}, "has no options of its own"),
        (question("face", "faces") | {"options": {"a": {"text": "A"}}}, "takes its options from a scale"),
        (question("face", "faces", scale=None), "needs a “scale”"),
        (question("hours", options={}), "needs “options”"),
        (question("told", "entries", fields={}), "needs “fields”"),
        (question("top", "pick", most=1), "needs “from”"),
        (question("times", "many", least=3), "only 2 can be chosen; nobody could go on."),
        (question("hours", when={"question": "hours", "is": "yes"}), "“hours” is asked later"),
        (question("hours", when={"fact": "some_talents", "switch": "x"}), "A condition is"),
        (question("hours", when={"all": [{"any": [{"switch": "x"}]}]}), "is not a word that a flow knows here"),
        (
            question("hours", options={"a": {"text": "A really very long option with far too many words in it"}}),
            "words",
        ),
        (question("words", "text", longest="many"), "longest"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(wrong: dict[str, object], sentence: str) -> None:
    found = mistakes(as_written(wrong))
    assert any(sentence in one for one in found), found
    assert len(found) == 1, found


def test_a_fact_that_looks_ahead_is_a_mistake() -> None:
    (found,) = mistakes(as_written(question("first", when={"fact": "some_talents"}), question("talent_one", "faces")))
    assert "looks at “talent_one”, which is asked later" in found


def test_a_fact_that_looks_at_nothing_is_a_mistake() -> None:
    """As after a rename: the fact would hold, or not hold, for everybody, and nobody would see why."""
    opening = question("opening", was=["situation"])
    (found,) = mistakes(as_written(opening, question("later", when={"fact": "full_talk"})))
    assert "looks at “situation”, which is asked nowhere" in found


def test_a_question_that_repeats_is_never_a_list_or_a_pick() -> None:
    needs = question("needs", "many")
    told = question("told", "entries", for_each={"question": "needs", "most": 2})
    assert "can't be asked again for each" in mistakes(as_written(needs, told))[0]


def test_words_on_a_scale_are_read_too() -> None:
    scales = {"long": {"options": {"a": {"text": "One two three four five six seven eight nine ten eleven"}}}}
    (found,) = mistakes(as_written(question("hours", "faces", scale="long"), scales=scales))
    assert "has 11 words" in found
