"""What work still needs: a licence, a course, Dutch, a certificate of conduct. A next step, no reason to hide it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kompas.conversation.answers import slot_of
from kompas.occupations.occupation import Occupation
from kompas.profile.because import Because
from kompas.profile.heard import Heard
from kompas.profile.rules import Needed, Needs, Rules


@dataclass(frozen=True)
class Requirement:
    """`code` has its words in the rule file, under `needed`. What wasn't told is something to ask, not a lack."""

    code: str
    state: Literal["needed", "ask"]
    because: Because


def still_needed(rules: Rules, heard: Heard, occupation: Occupation) -> tuple[Requirement, ...]:
    """What is needed or to be asked; what somebody has isn't named."""
    found = [requirement for code in occupation.needs for requirement in _told(rules, heard, code)]
    if hours_match(rules.needed, heard, occupation) is False:
        found.append(_ask("hours", rules.needed.hours))
    times = heard.chosen(rules.needed.times)
    if occupation.irregular and times and not set(times) & set(rules.needed.unusual_times):
        found.append(_ask("times", rules.needed.times))
    return tuple(found)


def hours_match(rules: Needed, heard: Heard, occupation: Occupation) -> bool | None:
    """Can it be done in the hours wished? Unknown where the wish or the usual hours are."""
    wished = rules.hours_options.get(heard.one(rules.hours) or "")
    if wished is None or occupation.hours is None:
        return None
    return wished[0] <= occupation.hours[1] and occupation.hours[0] <= wished[1]


def _told(rules: Rules, heard: Heard, code: str) -> Iterator[Requirement]:
    words, assets = rules.needed.words[code], rules.needed.assets
    if words.asset is not None and assets in heard.given:
        if words.asset not in heard.chosen(assets):
            yield Requirement(code, "needed", Because(f"needed.{code}", (assets,)))
    elif slots := _asked_for(rules.needs, heard, words.need):
        yield Requirement(code, "needed", Because(f"needed.{code}", slots))
    elif not words.quiet:
        yield _ask(code)


def _asked_for(rules: Needs, heard: Heard, need: str | None) -> tuple[str, ...]:
    """The answer that asks for help with this, if there is one."""
    if need is not None and need in heard.chosen(rules.chosen):
        return (rules.chosen,)
    return (slot_of(rules.timing, need),) if need is not None and need in heard.each(rules.timing) else ()


def _ask(code: str, *slots: str) -> Requirement:
    return Requirement(code, "ask", Because(f"needed.{code}", slots))
