"""A line that isn't right: say it in one's own words, hide it, and have it back. Nothing of this leaves by itself."""

from collections.abc import Mapping
from datetime import datetime

from kompas.casework.versions import profile_of
from kompas.conversation.accepting import TOO_LONG, NotAccepted
from kompas.conversation.answers import Answer
from kompas.conversation.own_word import LONGEST_VIEW, OWN_VIEW, own_view
from kompas.conversation.readable import readable
from kompas.profile.building import build
from kompas.profile.concluding import TOPICS, conclude, is_worked_out
from kompas.profile.statements import Profile
from kompas.store.answers import answers_of, append_answer, wipe_answers
from kompas.store.archive import Records
from kompas.store.profile_versions import newest_version
from kompas.usecases.parties import Phone, client_here
from kompas.usecases.problems import Stale
from kompas.usecases.word_of_client import to_be_chosen

SAY_OR_HIDE = "Write something first, or hide this line."


def say_myself(phone: Phone, line: str, words: str, now: datetime) -> None:
    """Their words stand beside the line. Raises `NotAccepted` with a sentence, and `Stale` when the line is gone."""
    said = readable(words)
    if not said:
        raise NotAccepted(SAY_OR_HIDE)
    if len(said) > LONGEST_VIEW:
        raise NotAccepted(TOO_LONG, longest=LONGEST_VIEW, now=len(said))
    _see(phone, line, said, now)


def hide(phone: Phone, line: str, now: datetime) -> None:
    """The line is on no page, and is not shared any more. Raises `Stale` when it is gone."""
    _see(phone, line, "", now)


def as_it_was(phone: Phone, line: str, now: datetime) -> None:
    """A hidden line comes back; own words are wiped. What they never said a word of stays as it is."""
    with phone.archive.writing(phone.organisation_id) as records:
        view = own_view(answers_of(records, phone.client_id))
        if view.pop(line, None) is not None:
            keep_view(records, phone.client_id, view, now)


def keep_view(records: Records, client_id: str, view: Mapping[str, str], now: datetime) -> None:
    """Only the newest is ever kept: words that were taken away are nowhere."""
    wipe_answers(records, client_id, [OWN_VIEW])
    if view:
        append_answer(records, client_id, OWN_VIEW, Answer("given", dict(view)), now)


def everything_of(phone: Phone, now: datetime) -> Profile:
    """Every line that there is for this client, said, worked out, or shared, whatever they say of it themselves."""
    with phone.archive.reading(phone.organisation_id) as records:
        return everything_in(records, phone, now)


def everything_in(records: Records, phone: Phone, now: datetime) -> Profile:
    there = to_be_chosen(records, phone, now)
    heard, flow = there.walked.heard, phone.flow
    own_word = {slot: word for slot, word in there.own_word.items() if slot != OWN_VIEW}
    worked_out = conclude(there.adviser, flow, heard, own_word, TOPICS) if there.adviser else ()
    shared = profile_of(newest_version(records, client_here(records, phone))).statements
    lines = (*(one for one in shared if is_worked_out(one)), *build(flow, heard).statements, *worked_out)
    return Profile(tuple({one.id: one for one in lines}.values()))


def _see(phone: Phone, line: str, words: str, now: datetime) -> None:
    """Of a topic for the talk there is nothing to be right about: it is put off on the agenda itself."""
    with phone.archive.writing(phone.organisation_id) as records:
        answers = answers_of(records, phone.client_id)
        there = everything_in(records, phone, now).by_id.get(line)
        if there is None or there.part == "agenda":
            raise Stale
        view = own_view(answers)
        if view.get(line) != words:
            keep_view(records, phone.client_id, {**view, line: words}, now)
