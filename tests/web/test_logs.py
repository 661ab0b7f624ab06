"""Logs never show people: no name, no answer, no code, whatever breaks."""

import json

import pytest
import structlog

from kompas.web.logs import write_logs

CANARY = "Amira heeft hulp nodig"


@pytest.fixture(autouse=True)
def _configured(capsys):
    before = structlog.get_config()
    write_logs()
    yield
    structlog.configure(**before)


def _break(answer: str) -> None:
    raise ValueError(f"can't read {answer}")


def test_what_broke_is_told_without_what_was_in_it(capsys):
    try:
        _break(CANARY)
    except ValueError:
        structlog.get_logger().exception("broke", id="abc")
    line = json.loads(capsys.readouterr().err)
    assert line["broke"] == "ValueError"
    assert line["where"][-1].endswith("_break")
    assert CANARY not in json.dumps(line)


def test_a_word_that_nobody_allowed_is_left_out(capsys):
    structlog.get_logger().info("refused", endpoint="entry.enter", code="K7M29QXP4D", name=CANARY)
    assert json.loads(capsys.readouterr().err).keys() == {"event", "level", "timestamp", "endpoint"}


def test_a_line_stays_one_line(capsys):
    structlog.get_logger().info("refused", reason="first\nsecond")
    assert capsys.readouterr().err.count("\n") == 1
