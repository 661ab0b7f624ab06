"""What somebody takes along is all there is: every column about them is in the file, or it is said why not."""

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import pytest
from sqlalchemy import MetaData

from kompas.casework.people import Client, ProfileVersion, Verdict, View
from kompas.conversation.answers import Answer
from kompas.conversation.paper import TypedIn
from kompas.store import client_keys, tables
from kompas.store.paper import add_typed
from kompas.usecases.take_along import OF_STAFF
from tests.store.people import NOW
from tests.web.pages import Page
from tests.web.tables import Table, a_table, sees_differently
from tests.web.talks import shares

Plain = dict[str, Any]

IN_THE_FILE = {
    "client": {"talk_at": "you.talk_at", "created_at": "you.created_at", "sealed": "you.name"},
    "invitation": {
        "created_at": "letters.made_at",
        "expires_at": "letters.opens_until",
        "withdrawn_at": "letters.taken_back_at",
    },
    "session": {
        "started_at": "devices.in_since",
        "seen_at": "devices.last_used_at",
        "expires_at": "devices.ends_at",
    },
    "answer": {"given_at": "your_answers.given_at", "sealed": "your_answers.question"},
    "paper_answer": {"typed_at": "from_paper.typed_at", "sealed": "from_paper.question"},
    "profile_version": {
        name: f"what_you_shared.{name}"
        for name in (*("number", "shared_at", "flow_id", "flow_version", "rules_version", "round", "shown", "choices"),)
    }
    | {"anything": "what_you_shared.lines"},
    "verdict": {
        "number": "said_about_it.number",
        "version": "said_about_it.version",
        "at": "said_about_it.at",
        "sealed": "said_about_it.words",
    },
    "view": {"at": "read_by.at", "sealed": "read_by.caseworker_name"},
    "audit": {"at": "deeds_of_staff.at", "deed": "deeds_of_staff.deed"},
}
"""By table and column: where in the file it stands."""

A_NUMBER = "a random number of the program: it says nothing about anybody"
OF_THE_PROGRAM = "holds the program together and says nothing about a client"
OPENS_DOORS = "a fingerprint that could open a door; the person has the letter itself"
OF_ORGANISATION = "about the organisation or its staff, not about a client"
NOT_IN_IT = {
    "organisation": OF_ORGANISATION,
    "team": OF_ORGANISATION,
    "staff": OF_ORGANISATION,
    "region": OF_ORGANISATION,
    "support": OF_ORGANISATION,
    "attempt": "fingerprints of failed tries at a door, kept for a quarter of an hour; nobody can be found by one",
    "client_key": "a key, sealed: it opens what stands in the file already",
    "audit_witness": OF_THE_PROGRAM,
    "erasure": "only of who was erased, and has nothing to take along any more",
    "client.team_id": "a number; the caseworker stands there by name",
    "client.caseworker_id": "a number; the caseworker stands there by name",
    "invitation.token_hash": OPENS_DOORS,
    "invitation.code_hash": OPENS_DOORS,
    "session.id_hash": OPENS_DOORS,
    "session.kind": "always “client” for a client",
    "session.sealed": "opens with the id in the visitor's own browser alone: language and the secret of forms",
    "answer.position": "the order, in which they stand in the file",
    "paper_answer.position": "the order, in which they stand in the file",
    "audit.number": OF_THE_PROGRAM,
    "audit.actor_id": "a number of staff; who opened or took over stands in read_by, by name",
    "audit.object_kind": "always “client” in these lines",
    "audit.result": "always “done” in these lines",
    "audit.origin": "empty in these lines",
    "audit.link": OF_THE_PROGRAM,
}
RECORDS: tuple[tuple[str, type, set[str]], ...] = (
    ("you", Client, set()),
    ("what_you_shared", ProfileVersion, set()),
    ("said_about_it", Verdict, set()),
    ("read_by", View, set()),
    # A slot is a question, an answer its state and value; the order is that of the file.
    ("from_paper", TypedIn, {"answer", "position", "slot", "at"}),
)
"""Where what is sealed together in one column stands, field by field; and fields that have other names there."""
IDS = {"organisation_id", "client_id", "subject_id", "object_id", "invitation_id", "view_id"}


def columns(schema: MetaData) -> list[tuple[str, str]]:
    return [(table.name, one.name) for table in schema.sorted_tables for one in table.columns]


@pytest.fixture
def table(app, provider, archive, municipality, fatima, flows, clock) -> Table:
    """Somebody with a row in every table: told, shared, read, talked about, and a paper that waits."""
    table = a_table(app, provider, archive, municipality, flows, clock, caseworker_id=fatima.id)
    shares(table.side, clock)
    sees_differently(table.talk(), "Helping", "At the food bank too.")
    with archive.writing(municipality.id) as records:
        on_paper = {"own_words": Answer("given", "On Tuesdays I sing.")}
        add_typed(records, table.invited.client.id, on_paper, "Fatima Oulad", NOW)
    return table


def taken_along(table: Table) -> Page:
    return table.phone.get("/my-data").follow("Everything in one file, for a computer")


def found(whole: Mapping[str, Any], place: str) -> bool:
    part, name = place.split(".")
    some = whole[part] if isinstance(whole[part], list) else [whole[part]]
    return bool(some) and all(name in one for one in some)


def test_every_column_about_somebody_is_in_the_file_or_it_is_said_why_not(table: Table) -> None:
    whole: Plain = json.loads(taken_along(table).response.text)
    missing = [
        f"{name}.{column}"
        for name, column in columns(tables.metadata) + columns(client_keys.metadata)
        if column not in IDS
        and not {name, f"{name}.{column}"} & NOT_IN_IT.keys()
        and not (column in IN_THE_FILE.get(name, {}) and found(whole, IN_THE_FILE[name][column]))
    ]
    assert missing == []
    sealed = [
        (part, one.name) for part, record, elsewhere in RECORDS for one in fields(record) if one.name not in elsewhere
    ]
    assert [name for part, name in sealed if name not in OF_STAFF and not found(whole, f"{part}.{name}")] == []


def test_the_file_says_in_words_what_was_asked_and_said_and_leaves_no_trace(table: Table) -> None:
    page = taken_along(table)
    whole: Plain = json.loads(page.response.text)
    said = {one["question"]: one for one in whole["your_answers"]}
    assert said["needs"]["asked"] == "What can help you?"
    assert said["needs"]["value"] == ["childcare", "dutch"]
    assert said["needs"]["in_words"] == ["Someone to look after my children", "Better Dutch"]
    assert said["talents_top"]["in_words"][0] == "Helping"
    assert "رعاية جدتي" in said["told_more.1"]["in_words"]
    assert whole["from_paper"][0]["in_words"] == ["On Tuesdays I sing."]
    assert "Helping" in whole["what_you_shared"][0]["lines"][0]["in_words"]
    assert whole["said_about_it"][0]["words"] == "At the food bank too."
    assert whole["read_by"][0]["caseworker_name"] == "Fatima Oulad"
    assert page.response.headers["Content-Disposition"] == "attachment; filename=kompas.json"
    assert page.response.headers["Cache-Control"] == "no-store"
