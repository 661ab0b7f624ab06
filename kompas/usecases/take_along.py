"""Take everything along: all that is kept about a client, for them and for another program (GDPR 15 and 20).

What is kept is written out, and beside each id the sentence that stands on the screen today, in the client's language.
What was shared keeps the words of then. Names and moments of staff are in it where the client reads them too.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from kompas.casework.people import Caseworker, Client, ProfileVersion, Verdict, View
from kompas.casework.versions import profile_of, wording_of
from kompas.conversation.answers import Answer
from kompas.conversation.expiring import Given
from kompas.conversation.flow import Flow
from kompas.conversation.in_words import asked, in_words
from kompas.conversation.paper import TypedIn
from kompas.post.wording import Say
from kompas.store.about_client import Deed, Device, Letter, deeds_about, devices_of, letters_of
from kompas.store.answers import all_given
from kompas.store.archive import Archive
from kompas.store.audit import add_deed
from kompas.store.clients import client as find_client
from kompas.store.paper import typed_in
from kompas.store.profile_versions import versions_of
from kompas.store.staff import caseworker as find_caseworker
from kompas.store.verdicts import verdicts_of_round
from kompas.store.views import views_of
from kompas.usecases.problems import NotFound

Plain = dict[str, Any]
OF_STAFF = frozenset({"id", "team_id", "caseworker_id", "by_id"})
"""Numbers by which the program knows people; their names stand beside."""


@dataclass(frozen=True)
class Everything:
    """All that is kept about one client, as records; each list the oldest first."""

    client: Client
    caseworker: Caseworker | None
    answers: list[Given]
    from_paper: list[TypedIn]
    shared: list[ProfileVersion]
    said_of_it: list[Verdict]
    read_by: list[View]
    letters: list[Letter]
    devices: list[Device]
    deeds: list[Deed]


def everything_about(archive: Archive, organisation_id: str, client_id: str) -> Everything:
    """Raises `NotFound` for who isn't there (any more)."""
    with archive.reading(organisation_id) as records:
        client = find_client(records, client_id)
        if client is None:
            raise NotFound
        rounds = range(1, client.round + 1)
        return Everything(
            client=client,
            caseworker=find_caseworker(records, client.caseworker_id),
            answers=all_given(records, client_id),
            from_paper=typed_in(records, client_id),
            shared=versions_of(records, client),
            said_of_it=[one for each in rounds for one in verdicts_of_round(records, client_id, each)],
            read_by=views_of(records, client_id)[::-1],
            letters=letters_of(records, client_id),
            devices=devices_of(records, client_id),
            deeds=deeds_about(records, client_id),
        )


def note_handed_out(archive: Archive, organisation_id: str, client_id: str, now: datetime, by: str) -> None:
    """In the log of deeds: somebody else than the client took the file out, with this command."""
    with archive.writing(organisation_id) as records:
        add_deed(records, now, by, "export", "client", client_id)


def written_down(everything: Everything, flow: Flow, say: Say, language: str, now: datetime) -> str:
    """JSON that a person can read too: what was asked and answered, in this language, beside the ids of the program."""

    def told(slot: str, answer: Answer) -> Plain:
        words = [each.text if each.own else say(each.text, language) for each in in_words(flow, slot, answer)]
        question = " · ".join(say(one, language) for one in asked(flow, slot))
        return {"question": slot, "asked": question, **answer.to_plain(), "in_words": words}

    caseworker = everything.caseworker
    whole = {
        "made_at": now,
        "language": language,
        "conversation": {"id": flow.id, "version": flow.version},
        "you": {**_without_ids(everything.client), "caseworker": caseworker.name if caseworker else ""},
        "your_answers": [{"given_at": one.at, **told(one.slot, one.answer)} for one in everything.answers],
        "from_paper": [
            {"typed_at": one.at, "by": one.by, "on_phone_only": one.on_phone_only, **told(one.slot, one.answer)}
            for one in everything.from_paper
        ],
        "what_you_shared": [_shared(one, say, language) for one in everything.shared],
        "said_about_it": [_without_ids(one) for one in everything.said_of_it],
        "read_by": [_without_ids(one) for one in everything.read_by],
        "letters": [asdict(one) for one in everything.letters],
        "devices": [asdict(one) for one in everything.devices],
        "deeds_of_staff": [asdict(one) for one in everything.deeds],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1, default=_moment)


def _shared(version: ProfileVersion, say: Say, language: str) -> Plain:
    """As it was shown then: the lines in words, and all that the desk had of it."""
    then = wording_of(version).get(language, {})

    def words(sentence: str, *, own: bool = False) -> str:
        return sentence if own else then.get(sentence) or say(sentence, language)

    lines = [
        {
            "line": one.id,
            "part": one.part,
            "in_words": [
                words(one.name),
                *(words(d.text, own=d.own_words) for d in one.details),
            ],
        }
        for one in profile_of(version).statements
    ]
    return {"lines": lines, **asdict(version)}


def _without_ids(record: Client | Verdict | View) -> Plain:
    return {name: value for name, value in asdict(record).items() if name not in OF_STAFF}


def _moment(value: object) -> str:
    if not isinstance(value, datetime):
        raise TypeError(f"{type(value).__name__} has no place in the file.")
    return value.isoformat()
