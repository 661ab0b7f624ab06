"""A content designer hears of every mistake at once, each with its file and line, in words that say what to do."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kompas.commands.check_flows import OURS, PUBLISHED, check_flows, published
from kompas.conversation.published import promises_of
from tests.conversation.ours import our_flow
from tests.conversation.talking import a_flow, as_written, question

MISTAKEN = Path(__file__).parent / "mistaken"
FILES = sorted(MISTAKEN.glob("*.yaml"))


def checking(*words: object) -> Result:
    return CliRunner().invoke(check_flows, [str(word) for word in words])


def expected(file: Path) -> dict[int, str]:
    """What has to be said of a file, by line: it stands there behind an arrow."""
    lines = enumerate(file.read_text().splitlines(), start=1)
    return {number: line.partition("# ← ")[2].strip() for number, line in lines if "# ← " in line}


def told(result: Result, file: Path) -> dict[int, list[str]]:
    """What was said of a file, by line."""
    found: dict[int, list[str]] = {}
    for number, sentence in re.findall(rf"^{re.escape(str(file))}:(\d+): (.+)$", result.output, re.MULTILINE):
        found.setdefault(int(number), []).append(sentence)
    return found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somewhere to write flows, and to be when checking them."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_our_own_conversations_are_right() -> None:
    result = checking()
    assert result.exit_code == 0
    chapters, questions = len(our_flow().chapters), len(our_flow().questions)
    assert result.output == f"1 flow, {chapters} chapters, {questions} questions: nothing stands in the way.\n"


@pytest.fixture(scope="module")
def all_at_once() -> Result:
    with pytest.MonkeyPatch.context() as somewhere:
        somewhere.chdir(MISTAKEN)
        return checking(*(file.name for file in FILES))


def test_mistakes_fail_the_build(all_at_once: Result) -> None:
    assert all_at_once.exit_code == 1
    assert "Traceback" not in all_at_once.output


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_mistake_is_told_at_once_where_it_stands(file: Path, all_at_once: Result) -> None:
    said = told(all_at_once, Path(file.name))
    assert said.keys() == expected(file).keys()
    for line, sentence in expected(file).items():
        assert sentence in " ".join(said[line])


def test_each_mistake_is_told_once(all_at_once: Result) -> None:
    lines = all_at_once.output.splitlines()
    assert len(lines) == len(set(lines)) == sum(len(expected(file)) for file in FILES)


def test_nothing_is_told_of_what_only_follows_from_another_mistake(folder: Path) -> None:
    """A question with a mistake is still there for those that look back at it."""
    flow = as_written(
        question("needs", "many", colour="red"),
        question("cards", "faces", kind="face"),
        question("timing", for_each={"question": "needs", "most": 2}),
        question("top", "pick", **{"from": {"questions": ["cards"]}}, most=1),
        question("later", "text", when={"question": "needs", "has": "yes"}),
    )
    (folder / "one.yaml").write_text(flow)
    assert len(checking("one.yaml").output.splitlines()) == 2


@pytest.mark.parametrize("name", ["flow.yml", "flow.json", "flow"])
def test_a_flow_file_ends_in_yaml(folder: Path, name: str) -> None:
    (folder / name).write_text(as_written(question("hours")))
    assert checking(name).output == f"{name}:1: The name of a flow file ends in .yaml.\n"


def test_a_file_with_the_wrong_ending_is_found_in_its_folder(folder: Path) -> None:
    (folder / "flow.yml").write_text(as_written(question("hours")))
    assert checking(folder).exit_code == 1


def test_a_file_that_is_not_there_is_a_mistake(folder: Path) -> None:
    result = checking("elsewhere.yaml")
    assert (result.exit_code, result.output) == (1, "elsewhere.yaml:1: There is no such file.\n")


def test_a_file_in_other_letters_is_a_mistake(folder: Path) -> None:
    (folder / "old.yaml").write_bytes(b"id: old\ntitle: Caf\xe9\n")
    assert checking("old.yaml").output == "old.yaml:2: Save this file as UTF-8.\n"


def test_two_conversations_with_one_id_are_a_mistake(folder: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (folder / name).write_text(as_written(question("hours")))
    result = checking(folder)
    assert result.exit_code == 1
    assert "b.yaml:1: “small” is the id of a.yaml too" in result.output


def test_conversations_of_an_organisation_are_checked_with_ours(folder: Path) -> None:
    own = folder / "instance/organisations/den_haag"
    own.mkdir(parents=True)
    (own / "own.yaml").write_text(as_written(question("hours")))
    chapters, questions = len(our_flow().chapters) + 1, len(our_flow().questions) + 1
    assert checking().output.startswith(f"2 flows, {chapters} chapters, {questions} questions")
    (own / "own.yaml").write_text(as_written(question("hours"), colour="red"))
    result = checking()
    assert result.exit_code == 1
    assert result.output.startswith("instance/organisations/den_haag/own.yaml:")


# --- Ids that were published ------------------------------------------------------------------------------------------


def publishing(folder: Path, *questions: dict[str, object], **more: object) -> Result:
    (folder / "small.yaml").write_text(as_written(*questions, **more))
    return checking("small.yaml", "--publish")


def test_every_id_of_ours_is_published() -> None:
    """So that a later version can't lose one by accident: `kompas check-flows --publish` adds what is new."""
    assert promises_of(our_flow()).items() <= published(OURS / PUBLISHED).items()


def test_new_ids_are_added_and_none_is_added_twice(folder: Path) -> None:
    publishing(folder, question("hours", options="few many"))
    assert list(published(folder / PUBLISHED)) == ["small/hours", "small/hours.few", "small/hours.many"]
    result = publishing(folder, question("hours", options="few many all"))
    assert "published.txt: 1 new ids." in result.output
    assert list(published(folder / PUBLISHED))[-1] == "small/hours.all"


def test_a_conversation_with_mistakes_is_not_published(folder: Path) -> None:
    publishing(folder, question("hours"), colour="red")
    assert not (folder / PUBLISHED).exists()


def test_an_id_that_is_gone_is_told_with_the_line_where_it_was_promised(folder: Path) -> None:
    publishing(folder, question("hours", options="few many"), question("place"))
    result = publishing(folder, question("hours", options="few"), question("place"))
    assert result.exit_code == 1
    assert result.output.startswith("published.txt:5: “hours.many” was published and is gone")


def test_an_id_may_go_when_it_is_retired(folder: Path) -> None:
    publishing(folder, question("hours", options="few many"), question("place"))
    assert publishing(folder, question("hours", options="few"), retired=["hours.many", "place"]).exit_code == 0


def test_a_retired_id_never_means_something_new(folder: Path) -> None:
    for retired in ("hours", "hours.few"):
        result = publishing(folder, question("hours", options="few many"), retired=[retired])
        assert f"“{retired}” is retired; it can't mean something new." in result.output


def test_what_can_be_told_in_an_entry_is_promised_too() -> None:
    fields = {
        "kind": {"kind": "one", "ask": "What was it?", "options": {"work": {"text": "Work"}}},
        "what": {"kind": "text", "ask": "What did you do?"},
    }
    assert promises_of(a_flow(question("told", "entries", fields=fields))) == {
        "small/told": "entries",
        "small/told.kind": "",
        "small/told.kind.work": "",
        "small/told.what": "",
    }


def test_our_conversation_cannot_lose_a_question_unnoticed(folder: Path) -> None:
    shutil.copy(OURS / PUBLISHED, folder)
    ours = (OURS / "kompas.yaml").read_text()
    (folder / "kompas.yaml").write_text(re.sub(r"          try_a_day: .*\n", "", ours))
    assert "“first_step.try_a_day” was published and is gone" in checking("kompas.yaml").output


# --- Ids that were renamed, and kinds ---------------------------------------------------------------------------------


def test_a_new_name_that_says_what_it_was_keeps_the_promise(folder: Path) -> None:
    publishing(folder, question("hours", options="few many"))
    renamed = question(
        "time", options={"little": {"text": "few", "was": ["few"]}, "many": {"text": "many"}}, was=["hours"]
    )
    assert publishing(folder, renamed).exit_code == 0
    assert list(published(folder / PUBLISHED))[3:] == ["small/time", "small/time.little", "small/time.many"]
    assert checking("small.yaml").exit_code == 0


def test_an_option_that_goes_while_its_question_is_renamed_is_still_missed(folder: Path) -> None:
    publishing(folder, question("hours", options="few many"))
    result = publishing(folder, question("time", options="few", was=["hours"]))
    assert "“hours.many” was published and is gone" in result.output
    assert publishing(folder, question("time", options="few", was=["hours"]), retired=["hours.many"]).exit_code == 0


def test_a_question_of_another_kind_is_told_with_the_line_where_it_was_promised(folder: Path) -> None:
    publishing(folder, question("hours", options="few many"))
    for name, was in (("hours", []), ("time", ["hours"])):
        result = publishing(folder, question(name, "many", options="few many", was=was))
        assert result.exit_code == 1
        assert result.output.startswith("published.txt:3: “hours” was published as one and is many now")


def test_a_list_from_before_kinds_were_kept_is_completed_where_it_stands(folder: Path) -> None:
    (folder / PUBLISHED).write_text("# Ours\nsmall/hours\nsmall/hours.few\nsmall/gone\n")
    publishing(folder, question("hours", options="few many"), retired=["gone"])
    assert (folder / PUBLISHED).read_text().splitlines() == [
        "# Ours",
        "small/hours one",
        "small/hours.few",
        "small/gone",
        "small/hours.many",
    ]


def test_publishing_again_writes_nothing(folder: Path) -> None:
    publishing(folder, question("hours"))
    before = (folder / PUBLISHED).read_text()
    assert "published.txt: 0 new ids." in publishing(folder, question("hours")).output
    assert (folder / PUBLISHED).read_text() == before
