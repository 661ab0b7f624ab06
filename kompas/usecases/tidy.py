"""A file that gets smaller: each night what was said too long ago goes, and whoever is here without a reason any more.

What was shared and confirmed stays as it was shared. Answers go once they are older than their question's `keep` and
the conversation is closed: a talk that is still to come, or a letter that still opens, keeps them all, so nobody comes
back to half a conversation. Who goes and when hangs on the desk's own deeds alone: nothing of it tells what was said.
"""

from collections.abc import Callable, Container, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta

from kompas.casework.people import Organisation
from kompas.casework.versions import profile_of
from kompas.conversation.answers import Answer, question_of
from kompas.conversation.expiring import OF_NO_QUESTION, Given, Retention
from kompas.conversation.flow import Flow
from kompas.conversation.own_word import OWN_VIEW, own_view
from kompas.profile.building import build
from kompas.profile.concluding import KINDS, TOPICS, choice_about
from kompas.store.answers import all_given, append_answer, wipe_given
from kompas.store.archive import Archive, Records
from kompas.store.attempts import forget_old_attempts, old_attempts
from kompas.store.audit import add_deed, newest_deed
from kompas.store.clients import client as find_client
from kompas.store.closed import closed_since, still_closed, with_old_answers
from kompas.store.organisations import all_organisations
from kompas.store.paper import drop_typed, typed_in
from kompas.store.profile_versions import rewrite_version, versions_of
from kompas.store.sessions import end_expired, expired
from kompas.usecases.enter import WINDOW
from kompas.usecases.erase import erase_client
from kompas.usecases.problems import NotFound

LONG_SILENCE = timedelta(days=90)
"""So long nothing was done anywhere, not even a night's work: more likely the clock is wrong than the silence true."""
BY = "kompas tidy"
TOGETHER = 100
"""People in one transaction."""

Page = Callable[[Records, str], list[str]]
"""The ids that come after this one."""


@dataclass
class Tidied:
    """How much went, or would go."""

    people: int = 0
    answers: int = 0
    typed: int = 0
    sessions: int = 0
    attempts: int = 0

    def __iadd__(self, other: "Tidied") -> "Tidied":
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))
        return self


def tidy(archive: Archive, here: Organisation, flow: Flow, now: datetime, *, dry_run: bool = False) -> Tidied:
    """Clears away what is over at this organisation; with `dry_run` only counts it.

    A few people at a time, each time a transaction of its own: stopped at any moment, what was done stays done, and
    the next run does the rest.
    """
    done, over = Tidied(), here.keep_people.before(now)
    for people in _pages(archive, here, lambda records, after: closed_since(records, over, after)):
        done += Tidied(people=len(people) if dry_run else _erased(archive, here, people, now, over))
    retention = Retention(flow, now)

    def with_answers(records: Records, after: str) -> list[str]:
        return with_old_answers(records, now, over, retention.newest, after)

    for people in _pages(archive, here, with_answers):
        with _opened(archive, here, writes=not dry_run) as records:
            closed = still_closed(records, people, now)  # a night's work may take hours, and letters go out meanwhile
            for client_id in sorted(records.fetch_keys(closed)):
                done += _tidied(records, client_id, flow, retention)
    with _opened(archive, here, writes=not dry_run) as records:
        done += _doors(records, now)
        if records.writes:
            add_deed(records, now, BY, "tidy", "organisation", here.id)
    return done


def long_silent_since(archive: Archive, now: datetime) -> datetime | None:
    """The last deed anywhere, when it is suspiciously long ago: a clock that jumps ahead would erase everybody."""
    deeds = []
    for here in all_organisations(archive):
        with archive.reading(here.id) as records:
            deeds.append(newest_deed(records))
    last = max((one for one in deeds if one), default=now)
    return last if now - last > LONG_SILENCE else None


def _opened(archive: Archive, here: Organisation, *, writes: bool) -> AbstractContextManager[Records]:
    return archive.writing(here.id) if writes else archive.reading(here.id)


def _pages(archive: Archive, here: Organisation, page: Page) -> Iterator[list[str]]:
    after = ""
    while True:
        with archive.reading(here.id) as records:
            found = page(records, after)
        if not found:
            return
        yield from (found[start : start + TOGETHER] for start in range(0, len(found), TOGETHER))
        after = found[-1]


def _erased(archive: Archive, here: Organisation, people: list[str], now: datetime, over: datetime) -> int:
    erased = 0
    for client_id in people:
        try:
            erase_client(archive, here.id, client_id, now, BY, over)
            erased += 1
        except NotFound:  # somebody erased them meanwhile, or invited them again
            continue
    return erased


def _tidied(records: Records, client_id: str, flow: Flow, retention: Retention) -> Tidied:
    """What one client said too long ago, with what tells that it was said."""
    given = all_given(records, client_id)
    gone = retention.over(given)
    typed = [one.position for one in typed_in(records, client_id) if retention.too_old(one.slot, one.at)]
    if records.writes:
        drop_typed(records, client_id, typed)
        if gone:
            wipe_given(records, client_id, gone)
            _forget_what_it_made(records, client_id, flow, [one for one in given if one not in gone])
    return Tidied(answers=len(gone), typed=len(typed))


def _forget_what_it_made(records: Records, client_id: str, flow: Flow, left: list[Given]) -> None:
    """A choice to keep a line, and words beside it, tell that it was said: they go with the line.

    What was shown stays, chosen about as it was. So does what was taken back of ideas for work: they never come again
    by themselves.
    """
    said = {one.slot: one.answer for one in left}
    lines = set(build(flow, said).by_id)
    if any(question_of(slot) not in OF_NO_QUESTION for slot in said):
        lines |= {choice_about(topic) for topic in TOPICS}
    for one in left:
        if one.slot == OWN_VIEW:
            _look_again(records, client_id, one, lines)
    client = find_client(records, client_id)
    for version in versions_of(records, client) if client else ():
        there = lines | profile_of(version).by_id.keys()
        choices = {line: choice for line, choice in version.choices.items() if line in there or _is_worked_out(line)}
        if choices != version.choices:
            rewrite_version(records, client_id, replace(version, choices=choices))


def _look_again(records: Records, client_id: str, kept: Given, lines: Container[str]) -> None:
    """Of how a client sees their lines what is about these stays, and is as old as it was."""
    view = own_view({OWN_VIEW: kept.answer})
    still = {line: words for line, words in view.items() if line in lines or _is_worked_out(line)}
    if still != view:
        wipe_given(records, client_id, [kept])
        if still:
            append_answer(records, client_id, OWN_VIEW, Answer("given", still), kept.at)


def _is_worked_out(line: str) -> bool:
    return line.partition("/")[0] in KINDS


def _doors(records: Records, now: datetime) -> Tidied:
    """Sessions that ended by themselves, and failed attempts that no limit looks back to."""
    end, forget = (end_expired, forget_old_attempts) if records.writes else (expired, old_attempts)
    return Tidied(sessions=end(records, now), attempts=forget(records, now - WINDOW))
