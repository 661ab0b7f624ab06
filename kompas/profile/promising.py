"""Promising occupational profiles: of what each takes, what is there, what is a next step, and what is still to ask.

Over released answers alone. There a choice that isn't among many says nothing: it may be one that the client keeps. So
nothing is ever held to be missing because it wasn't named.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import yaml
from pydantic import Field, model_validator

from kompas.conversation.answers import slot_of
from kompas.conversation.flow import Content, Name, Sentence
from kompas.profile.because import Figured, one_of_each
from kompas.profile.figures import Known, figures
from kompas.profile.heard import Heard
from kompas.profile.interests import fields
from kompas.profile.rules import Reached, Rules, Share

State = Literal["met", "next", "ask"]
Sign = tuple[State, tuple[str, ...], tuple[str, ...]]
"""What an answer says of a criterion, which answers these are, and of a choice among many which options."""

LIKED_FROM = 0.5
MOST_SHOWN = 3


class Criterion(Content):
    """What one thing takes; the file says what each word asks. `text` is read by caseworkers."""

    text: Sentence
    enjoys: Share | None = None
    at_least: Reached = Field(default_factory=dict)
    hours: tuple[int, int] | None = None
    times: tuple[Name, ...] = ()
    asset: tuple[Name, ...] = ()
    without_help_with: tuple[Name, ...] = ()
    asked_for: tuple[Name, ...] = ()
    in_a_talk: bool = False
    next: Name | None = None

    @model_validator(mode="after")
    def asks_something(self) -> "Criterion":
        if not self.model_fields_set - {"text", "next"}:
            raise ValueError(f"“{self.text}” asks nothing")
        return self


class PromisingProfile(Content):
    """Work that belongs together, in one or more fields; `work` are ESCO ids."""

    id: Name
    name: Sentence
    fields: tuple[Name, ...]
    work: tuple[str, ...]
    criteria: tuple[Criterion, ...]


class PromisingProfiles(Content):
    version: str
    profiles: tuple[PromisingProfile, ...]


@dataclass(frozen=True)
class Judged:
    """One criterion for one client; `slots` are the answers that say so, none where it is still to ask."""

    criterion: Criterion
    state: State
    slots: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    """Of a choice among many, the options that say so."""


@dataclass(frozen=True)
class Promising:
    """One profile for one client."""

    profile: PromisingProfile
    criteria: tuple[Judged, ...]

    def having(self, state: State) -> tuple[Judged, ...]:
        return tuple(one for one in self.criteria if one.state == state)


def read_promising(text: str) -> PromisingProfiles:
    """Raises pydantic's `ValidationError` on anything that doesn't belong."""
    return PromisingProfiles.model_validate(yaml.safe_load(text))


def promising_profiles(
    known: PromisingProfiles, rules: Rules, heard: Heard, drawn: Iterable[str]
) -> tuple[Promising, ...]:
    """Of the fields in `drawn` that attract the client, the first three; each field leads to its profiles."""
    attracted = fields(rules.interests, heard)
    liked = [one for one in drawn if one in attracted and attracted[one].value >= LIKED_FROM]
    mine = {one.id: one for field in liked for one in known.profiles if field in one.fields}
    signs = _Signs(rules, heard, attracted, figures(rules, heard))
    return tuple(signs.on(profile) for profile in list(mine.values())[:MOST_SHOWN])


@dataclass(frozen=True)
class _Signs:
    """What the answers say of each criterion."""

    rules: Rules
    heard: Heard
    attracted: Mapping[str, Figured]
    figures: Known

    def on(self, profile: PromisingProfile) -> Promising:
        return Promising(profile, tuple(self._judged(profile, one) for one in profile.criteria))

    def _judged(self, profile: PromisingProfile, criterion: Criterion) -> Judged:
        """What speaks for it counts first, then what makes it a next step."""
        signs = [one for sign in SIGNS for one in sign(self, profile, criterion)]
        found = next((one for wanted in ("met", "next") for one in signs if one[0] == wanted), ("ask", (), ()))
        return Judged(criterion, *found)

    def enjoys(self, profile: PromisingProfile, criterion: Criterion) -> Iterator[Sign]:
        known = [self.attracted[one] for one in profile.fields if one in self.attracted]
        if criterion.enjoys is not None and known:
            most = max(known, key=lambda one: one.value)
            yield _or_next(most.value >= criterion.enjoys, most.because.slots)

    def at_least(self, _profile: PromisingProfile, criterion: Criterion) -> Iterator[Sign]:
        known = {name: self.figures.get(name) for name in criterion.at_least}
        found = {name: one for name, one in known.items() if one is not None}
        if found and len(found) == len(known):
            enough = all(one.value >= criterion.at_least[name] for name, one in found.items())
            yield _or_next(enough, one_of_each(one.because for one in found.values()))

    def hours(self, _profile: PromisingProfile, criterion: Criterion) -> Iterator[Sign]:
        asked = self.rules.needed.hours
        wished = self.rules.needed.hours_options.get(self.heard.one(asked) or "")
        if criterion.hours is not None and wished is not None:
            least, most = criterion.hours
            yield _or_next(wished[0] <= most and least <= wished[1], (asked,))

    def named(self, _profile: PromisingProfile, criterion: Criterion) -> Iterator[Sign]:
        for slot, codes in ((self.rules.needed.times, criterion.times), (self.rules.needed.assets, criterion.asset)):
            if there := tuple(code for code in codes if code in self.heard.chosen(slot)):
                yield "met", (slot,), there

    def help_wanted(self, _profile: PromisingProfile, criterion: Criterion) -> Iterator[Sign]:
        needs = self.rules.needs
        for code in (*criterion.asked_for, *criterion.without_help_with):
            if code in self.heard.chosen(needs.chosen):
                yield "next", (needs.chosen,), (code,)
            elif code in self.heard.each(needs.timing):
                yield "next", (slot_of(needs.timing, code),), ()
        if criterion.without_help_with and needs.none in self.heard.chosen(needs.chosen):
            yield "met", (needs.chosen,), (needs.none,)


SIGNS = (_Signs.enjoys, _Signs.at_least, _Signs.hours, _Signs.named, _Signs.help_wanted)


def _or_next(holds: bool, slots: tuple[str, ...]) -> Sign:
    return ("met" if holds else "next"), slots, ()
