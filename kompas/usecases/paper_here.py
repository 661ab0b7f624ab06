"""Looking through what was on paper beside the caseworker: on their screen, with the code of the client's letter."""

from collections.abc import Container
from datetime import datetime

from kompas.casework.people import Client
from kompas.conversation.flow import Flow
from kompas.conversation.paper import TypedIn
from kompas.store.answers import answers_of
from kompas.store.archive import Records
from kompas.store.audit import add_deed
from kompas.store.paper import add_typed, drop_typed, typed_in
from kompas.usecases.caseload import client_of
from kompas.usecases.codes import Shown
from kompas.usecases.enter import DoesNotOpen, shows_code_of, tries_at_the_table
from kompas.usecases.paper import beside_answers, keep_as_answers, mark
from kompas.usecases.parties import Desk
from kompas.usecases.problems import Stale


def open_here(desk: Desk, client_id: str, shown: Shown, address: str, now: datetime) -> list[TypedIn]:
    """What waits for the client, once they showed that they are here. Nothing of it is seen before.

    Raises `DoesNotOpen` for a code that isn't this client's (it counts as a try), `TooManyTries`, `NotFound`.
    """
    with desk.archive.writing(desk.organisation_id) as records:
        client = _with_code(records, desk, client_id, shown, address, now)
        found = _for_both(typed_in(records, client_id)) if client else []
    if client is None:
        raise DoesNotOpen
    return found


def look_through_here(
    desk: Desk,
    flow: Flow,
    client_id: str,
    shown: Shown,
    address: str,
    seen: str,
    left_out: Container[int],
    now: datetime,
) -> None:
    """As on the phone, but that nobody here learns what the phone holds: where it holds something else, that stays,
    and what was on paper waits there for the client's choice.

    Raises what `open_here` raises, and `Stale` when something else was typed in meanwhile.
    """
    with desk.archive.writing(desk.organisation_id) as records:
        client = _with_code(records, desk, client_id, shown, address, now)
        if client is not None:
            typed, answers = _for_both(typed_in(records, client.id)), answers_of(records, client.id)
            if typed and mark(typed) != seen:
                raise Stale
            looked = [one for one in beside_answers(flow, typed, answers) if one.typed.position not in left_out]
            keep_as_answers(records, flow, client.id, [one for one in looked if one.said is None], answers, now)
            drop_typed(records, client.id, (one.position for one in typed))
            for one in looked:
                if one.said is not None:
                    waits = {one.typed.slot: one.typed.answer}
                    add_typed(records, client.id, waits, one.typed.by, now, only=True)
            add_deed(records, now, desk.caseworker.id, "look through paper with code", "client", client.id)
    if client is None:
        raise DoesNotOpen


def _with_code(
    records: Records, desk: Desk, client_id: str, shown: Shown, address: str, now: datetime
) -> Client | None:
    tries = tries_at_the_table(records, desk.caseworker.id, client_id, address, now)
    client = client_of(records, desk.caseworker, client_id)
    return client if shows_code_of(records, client.id, shown, tries, now) else None


def _for_both(typed: list[TypedIn]) -> list[TypedIn]:
    return [one for one in typed if not one.on_phone_only]
