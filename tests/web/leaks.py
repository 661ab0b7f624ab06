"""Leaks on purpose, one of each kind: what a careless change could let out of what somebody keeps."""

from collections.abc import Callable
from hashlib import sha256
from random import Random

import structlog
from sqlalchemy import text
from werkzeug.test import TestResponse

from kompas.conversation.answers import Answer
from kompas.store.answers import answers_of
from kompas.store.audit import add_deed
from kompas.store.clients import client as find_client
from kompas.store.profile_versions import add_version, newest_version
from kompas.web.lines import TITLES
from tests.casework.keeping import lines
from tests.web.worlds import World

Leak = Callable[[World, TestResponse], None]


def a_count_on_the_page(world: World, answer: TestResponse) -> None:
    _adds(answer, f"<p>{len(_answers(world))} answers</p>")


def the_title_of_a_kept_part(world: World, answer: TestResponse) -> None:
    for part in dict.fromkeys(one.part for one in lines(_answers(world))):
        _adds(answer, f"<h2>{TITLES[part][1]}</h2>")


def the_order_of_lines(world: World, answer: TestResponse) -> None:
    """The same words on the page, only not in the same order."""
    if answer.mimetype == "text/html":
        first, *rows = answer.data.split(b"<li")
        Random(repr(sorted(_answers(world)))).shuffle(rows)
        answer.set_data(b"<li".join([first, *rows]))


def a_gap_in_the_numbers(world: World, answer: TestResponse) -> None:
    answer.set_data(answer.data.replace(b"/items/1", b"/items/%d" % len(_answers(world))))


def a_comment_in_the_letter(world: World, answer: TestResponse) -> None:
    if answer.mimetype == "application/pdf":
        answer.set_data(answer.data + b"% " + _fingerprint(world).encode())


def a_line_in_the_log(world: World, _answer: TestResponse) -> None:
    structlog.get_logger().info("opened", count=len(_answers(world)))


def a_header_with_the_last_answer(world: World, answer: TestResponse) -> None:
    with world.archive.facts.connect() as connection:
        last = connection.execute(text("SELECT max(given_at) FROM answer")).scalar_one()
    answer.headers["Last-Modified"] = str(last)


def an_etag_over_everything(world: World, answer: TestResponse) -> None:
    answer.headers["ETag"] = _fingerprint(world)


def a_cookie_that_grows(world: World, answer: TestResponse) -> None:
    answer.headers["Set-Cookie"] = f"seen={'x' * len(_answers(world))}"


def a_question_to_the_database(world: World, _answer: TestResponse) -> None:
    """Nothing to be read at all, but it takes longer for who answered more."""
    with world.archive.facts.connect() as connection:
        for _ in _answers(world):
            connection.execute(text("SELECT 1"))


def a_version_for_each_changed_mind(world: World, _answer: TestResponse) -> None:
    """Nothing new in it, but its number rises with what is kept."""
    begun, answers = world.beginning, len(_answers(world))
    with world.archive.writing(begun.organisation_id) as records:
        client = find_client(records, begun.client_id)
        newest = newest_version(records, client) if client else None
        if newest is not None and newest.number == 1:
            for _ in range(answers):
                add_version(records, begun.client_id, newest)


def a_deed_in_the_audit(world: World, _answer: TestResponse) -> None:
    begun, answers = world.beginning, len(_answers(world))
    with world.archive.writing(begun.organisation_id) as records:
        add_deed(records, world.clock(), begun.client_id, "answer", "client", begun.client_id, result=str(answers))


LEAKS: tuple[Leak, ...] = (
    a_count_on_the_page,
    the_title_of_a_kept_part,
    the_order_of_lines,
    a_gap_in_the_numbers,
    a_comment_in_the_letter,
    a_line_in_the_log,
    a_header_with_the_last_answer,
    an_etag_over_everything,
    a_cookie_that_grows,
    a_question_to_the_database,
    a_version_for_each_changed_mind,
    a_deed_in_the_audit,
)


def _adds(answer: TestResponse, html: str) -> None:
    if answer.mimetype == "text/html":
        answer.set_data(answer.data.replace(b"</main>", html.encode() + b"</main>"))


def _answers(world: World) -> dict[str, Answer]:
    with world.archive.reading(world.beginning.organisation_id) as records:
        return answers_of(records, world.beginning.client_id)


def _fingerprint(world: World) -> str:
    return sha256(repr(sorted(_answers(world).items())).encode()).hexdigest()
