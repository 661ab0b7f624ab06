"""`work_out(rules, occupations, heard)`: everything that the answers give, each thing with what it rests on.

Deterministic, and blind to anything but the answers handed in: over released answers it gives what a caseworker may
see, and nothing kept can show through.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from kompas.occupations.occupation import Letter, Occupation
from kompas.profile.because import Because, Figured
from kompas.profile.figures import Known, figures
from kompas.profile.fit import Fit, looking, rank
from kompas.profile.heard import RATHER_TALK, Heard
from kompas.profile.interests import fields, flat_pattern, letters
from kompas.profile.needs import Crossing, Need, bridge, needs
from kompas.profile.rules import Rules
from kompas.profile.standing import SITUATION, Outcome, Standing, hint, step
from kompas.profile.strengths import Foremost, foremost
from kompas.profile.suggesting import OwnChoice, Suggestion, suggest
from kompas.profile.tightness import Region


@dataclass(frozen=True)
class WorkedOut:
    """A whole profile as data; words come from the rule file, the flow and the catalogues."""

    rules_version: str
    strengths: tuple[Foremost, ...]
    drivers: tuple[Foremost, ...]
    letters: Mapping[Letter, Figured | None]
    fields: Mapping[str, Figured]
    figures: Known
    flat_pattern: bool
    no_statement: Because | None
    step: Outcome
    hint: Outcome
    ranked: tuple[Fit, ...]
    suggested: tuple[Suggestion, ...]
    needs: tuple[Need, ...]
    bridge: tuple[Crossing, ...]
    contact: tuple[str, ...]
    """The answers on the contact card (7.8)."""


def work_out(
    rules: Rules,
    occupations: Collection[Occupation],
    heard: Heard,
    *,
    region: Region | None = None,
    not_for_me: Collection[str] = (),
    chosen: Collection[str] = (),
) -> WorkedOut:
    """The profile that these answers give.

    `region` says where there are many jobs; `not_for_me` are the ESCO ids of work that the client put aside, `chosen`
    of work that they want to go for: what that still needs is bridged.
    """
    found, attracted = letters(rules.interests, heard), fields(rules.interests, heard)
    flat = flat_pattern(rules.flat_pattern, rules.interests.cards, heard)
    standing = Standing(figures(rules, heard), heard.one(SITUATION), _rather_talks(heard) or flat)
    person = looking(rules, heard, found, attracted)
    ranked = rank(rules.fit, person, occupations)
    own = OwnChoice(not_for_me, chosen)
    shown = () if standing.no_statement else suggest(rules, heard, person, ranked, region or {}, own)
    asked = needs(rules, heard)
    return WorkedOut(
        rules_version=rules.version,
        strengths=foremost(rules.strengths, heard, "strengths"),
        drivers=foremost(rules.drivers, heard, "drivers"),
        letters=found,
        fields=attracted,
        figures=standing.figures,
        flat_pattern=flat is not None,
        no_statement=standing.no_statement,
        step=step(rules.steps, standing),
        hint=hint(rules.hints, standing),
        ranked=tuple(ranked),
        suggested=shown,
        needs=asked,
        bridge=bridge(rules, asked, standing, _wanted(rules, [one for one in shown if one.occupation.esco in chosen])),
        contact=tuple(question for question in rules.contact.questions if question in heard.given),
    )


def _rather_talks(heard: Heard) -> Because | None:
    return Because(SITUATION, (SITUATION,)) if heard.one(SITUATION) == RATHER_TALK else None


def _wanted(rules: Rules, chosen: Collection[Suggestion]) -> Iterator[tuple[str, Because]]:
    """Kinds of support for what the chosen work still needs."""
    for one in chosen:
        for requirement in one.needed:
            support = rules.needed.words[requirement.code].support
            if support is not None:
                yield support, requirement.because
