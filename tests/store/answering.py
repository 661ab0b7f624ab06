"""A worker that answers without end: it names each answer once that is acknowledged. Run, and killed, by a test."""

import sys
from itertools import count

from kompas.conversation.answers import given
from kompas.store.answers import append_answer
from kompas.store.archive import Archive
from tests.store.people import NOW

MASTER_KEY = b"1" * 32


def answer_for_ever(facts: str, keys: str, organisation_id: str, client_id: str) -> None:
    archive = Archive(facts, keys, {"first": MASTER_KEY})
    for number in count():
        slot = f"told_more.{number}"
        with archive.writing(organisation_id) as records:
            append_answer(records, client_id, slot, given("yes"), NOW)
        print(slot, flush=True)  # noqa: T201


if __name__ == "__main__":
    answer_for_ever(*sys.argv[1:])
