"""Whoever doubts a rule can try it: answers in, a profile and its reasons out."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kompas.cli import kompas
from tests.profile.working import cards

SAID = {
    **cards(caring=2, teaching=2),
    "situation": "looking_now",
    "needs": ["dutch"],
    "need_timing": {"dutch": "now_first"},
    "talent_helping": 2,
    "confidence_searching": 1,
}
EXPECTED = """riasec fields confidence clarity plan importance room flat_pattern hint step occupations suggested
    strengths drivers needs supports evidence""".split()


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(SAID), encoding="utf-8")
    return file


def asked(*words: object) -> Result:
    return CliRunner().invoke(kompas, ["profile", *map(str, words)])


def test_a_profile_is_printed_as_json(answers: Path) -> None:
    found = json.loads(asked(answers).output)
    assert set(EXPECTED) <= found.keys()
    assert found["riasec"]["S"] == 66.7
    assert found["fields"]["care"] == 50.0
    assert found["clarity"] is None
    assert len(found["occupations"]) == 8
    assert found["step"] == "step_by_step"
    assert found["evidence"]["step"] == {
        "rule": "steps.step_by_step",
        "answers": {"need_timing.dutch": "now_first"},
    }
    assert found["supports"][0]["code"] == "T-TAAL"


def test_the_reasons_are_printed_as_text(answers: Path) -> None:
    told = asked(answers, "--explain").output
    assert "Your step: Step by step. First one thing to arrange, then on to work." in told
    assert "When I would like help (dutch) = now_first" in told
    assert "You enjoy this kind of work" in told


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"{", "is no JSON"),
        (b"\xff\xfe", "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
        (b"[1]", "one JSON object"),
        (b'{"interest_carin": 2}', "did you mean \u201cinterest_caring\u201d"),
        (b'{"interest_caring": 3}', "It can be: 0, 1, 2"),
    ],
    ids=["half", "no text", "endless", "a list", "a name", "a value"],
)
def test_a_broken_file_is_a_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    file = tmp_path / "broken.json"
    file.write_bytes(content)
    told = asked(file)
    assert told.exit_code == 2
    assert sentence in told.stderr
    assert "Traceback" not in told.output


def test_a_file_that_is_not_there_is_a_sentence() -> None:
    told = asked("nowhere.json")
    assert told.exit_code == 2
    assert "does not exist" in told.output


def test_the_rules_are_a_page_in_two_languages() -> None:
    page = CliRunner().invoke(kompas, ["rules", "--as-page"]).output
    assert page.count("<section lang=") == 2
    assert "Welk werk past" in page
    assert "Which work fits" in page
    assert "None" not in page


def test_the_rules_can_be_read_as_they_stand() -> None:
    assert CliRunner().invoke(kompas, ["rules"]).output.startswith("# The rules of Kompas")
