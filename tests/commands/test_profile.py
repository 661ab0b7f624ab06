"""Whoever doubts a rule can try it: answers in, a profile and its reasons out."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kompas.cli import kompas
from tests.profile.working import cards, reference, with_reference

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


@with_reference
@pytest.mark.parametrize("case", reference("golden_profile.json")["cases"], ids=lambda case: case["name"])
def test_the_golden_people_are_printed_exactly(tmp_path: Path, case) -> None:
    """Every key that is expected is there with its value; of the ranking the head, with equal fits in any order."""
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(case["answers"]), encoding="utf-8-sig")
    found, expected = json.loads(asked(file).output), case["expected"]
    ranking = expected.pop("occupations")
    assert {key: found[key] for key in expected} == expected
    assert [one["fit"] for one in found["occupations"]] == [one["fit"] for one in ranking]
    for one in found["suggested"]:
        assert one["reasons"]
        assert all(reason["because"]["answers"] for reason in one["reasons"])


def test_work_that_goes_against_a_wish_says_so(tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({**cards(repairing=2), "wish_movement": "sitting"}), encoding="utf-8")
    first = json.loads(asked(file).output)["suggested"][0]
    assert first["against"] == [
        {
            "wish": "sitting",
            "because": {"rule": "suggested.against.sitting", "answers": {"wish_movement": "sitting"}},
        }
    ]
    assert "You move more than you like" in asked(file, "--explain").output


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
        (b'{"interest_caring": ' + b"9" * 5000 + b"}", "is no JSON"),
        (b"[1]", "one JSON object"),
        (b'{"interest_carin": 2}', "did you mean \u201cinterest_caring\u201d"),
        (b'{"interest_caring": 3}', "It can be: 0, 1, 2"),
    ],
    ids=["half", "no text", "endless", "an endless number", "a list", "a name", "a value"],
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
