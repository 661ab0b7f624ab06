"""Wipe an answer, or all of them: taken out of everything that is kept, with what was shared and said of it."""

from collections.abc import Callable, Container, Mapping
from datetime import datetime, timedelta

from kompas.casework.people import Client, ProfileVersion
from kompas.casework.versions import Anew, nothing_anew, profile_of, shows_the_same, talk_about, whole, wiped
from kompas.conversation.answers import Answer, Answers, question_of
from kompas.conversation.flow import Flow, Part
from kompas.conversation.former import in_todays_words, todays_slot
from kompas.conversation.own_word import own_view
from kompas.conversation.walking import walk
from kompas.conversation.wiping import Wiping, what_goes
from kompas.profile.building import build
from kompas.profile.own_view import left_of_view
from kompas.profile.speaking import lines_under
from kompas.profile.statements import Spoken
from kompas.store.answers import all_said, append_answer, wipe_answers
from kompas.store.archive import Records
from kompas.store.paper import drop_typed_before, drop_typed_under, typed_in
from kompas.store.profile_versions import add_version, earlier_version, newest_version, rewrite_version, versions_of
from kompas.store.verdicts import drop_verdicts, verdicts_of
from kompas.usecases.own_view import everything_in, keep_view
from kompas.usecases.parties import Phone, client_here
from kompas.usecases.problems import NotFound
from kompas.usecases.word_of_client import worked_out_anew

Said = list[tuple[str, Answer]]
Change = Callable[[ProfileVersion], ProfileVersion]


def wipe_answer(phone: Phone, address: str, now: datetime) -> None:
    """Takes the answer at this address away, with all that was answered there before. The question counts as skipped.

    Raises `NotFound` for a question off the path.
    """
    flow = phone.flow
    with phone.archive.writing(phone.organisation_id) as records:
        client, said = client_here(records, phone), all_said(records, phone.client_id)
        answers = in_todays_words(flow, dict(said))
        walked = walk(flow, answers, phone.context)
        stop = walked.find(address)
        if stop is None:
            raise NotFound
        going = what_goes(flow, answers, dict(said), stop.slot)
        before = everything_in(records, phone, now)
        wipe_answers(records, client.id, going.slots)
        for slot, answer in going.instead.items():
            append_answer(records, client.id, slot, answer, now)
        drop_typed_under(records, client.id, _on_paper(flow, answers, records, client.id, stop.slot))
        lines = _lines_going(flow, said, going)
        parts = _parts(flow, said)

        def touched(spoken: Spoken) -> bool:
            return going.takes(flow, spoken.slot, spoken.option)

        def left(version: ProfileVersion) -> ProfileVersion:
            agenda = [part for part in talk_about(version) if not _emptied(part, version, lines, parts)]
            return wiped(version, touched, lines, agenda)

        view = own_view(answers)
        if view != (still := left_of_view(view, before, touched, lines)):
            keep_view(records, client.id, still, now)
        take_out(records, client, left, now, worked_out_anew(records, phone, now))


def start_over(phone: Phone, now: datetime) -> None:
    """Takes every answer away, and whatever was shared, for this talk and for those before. The walk begins anew."""
    with phone.archive.writing(phone.organisation_id) as records:
        client, said = client_here(records, phone), all_said(records, phone.client_id)
        wipe_answers(records, client.id, dict(said))
        drop_typed_before(records, client.id, now + timedelta(days=1))
        take_out(records, client, lambda version: wiped(version, lambda _spoken: True, version.choices, ()), now)


def _on_paper(flow: Flow, answers: Answers, records: Records, client_id: str, slot: str) -> frozenset[str]:
    """What was typed in from paper of the same question goes too. A record of a list is another one there."""
    if flow.questions[question_of(slot)].kind == "entries":
        return frozenset()
    return what_goes(flow, answers, (one.slot for one in typed_in(records, client_id)), slot).slots


def _lines_going(flow: Flow, said: Said, going: Wiping) -> set[str]:
    """The lines that only what is wiped could ever speak in: what was chosen about them goes too."""
    could = {line for slot in going.wholly for line in lines_under(flow, slot)}
    others = (build(flow, {slot: answer}) for slot, answer in said if slot not in going.slots)
    return could.difference(*(profile.by_id for profile in others))


def _parts(flow: Flow, said: Said) -> dict[str, Part]:
    """The part in which each line stands that could ever have been chosen about."""
    slots = {todays_slot(flow, slot) for slot, _answer in said}
    return {line: part for slot in slots for line, part in lines_under(flow, slot).items()}


def _emptied(part: Part, version: ProfileVersion, lines: Container[str], parts: Mapping[str, Part]) -> bool:
    """Was this part to be talked about only for the sake of lines that go? Looked at is nothing but what was chosen."""
    talk = [line for line, choice in version.choices.items() if choice == "talk" and parts.get(line, part) == part]
    return bool(talk) and all(line in lines for line in talk)


def take_out(records: Records, client: Client, left_of: Change, now: datetime, anew: Anew = nothing_anew) -> None:
    """Changes every version that was ever shared; what was said of the lines that go, goes with them.

    What both sides see becomes a version of its own: a page that is still open shows lines in other places.
    """
    seen = [version for version in (newest_version(records, client), earlier_version(records, client)) if version]
    dropped: set[tuple[int, str]] = set()
    still: dict[int, Container[str]] = {}
    rounds: dict[int, int] = {}
    for version in versions_of(records, client):
        left = left_of(version)
        rounds[version.number], still[version.round] = version.round, profile_of(left).by_id
        dropped |= {(version.number, one) for one in profile_of(version).by_id.keys() - profile_of(left).by_id.keys()}
        if left != version:
            rewrite_version(records, client.id, left)
    for version in seen:
        left = left_of(version)
        if not shows_the_same(version, left):
            add_version(records, client.id, whole(left, now, anew, profile_of(version)))
    said = verdicts_of(records, client.id)
    named = {one.number for one in said if one.statement_id in still[rounds[one.version]]}
    going = {one.number for one in said if (one.version, one.statement_id) in dropped}
    silent = {one.number for one in said if not one.word}
    drop_verdicts(records, client.id, going | (silent - named), named)
