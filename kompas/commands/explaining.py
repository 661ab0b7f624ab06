"""A profile told as text, with under each line the rule that gave it and the answers that it rests on."""

from collections.abc import Iterator, Mapping
from typing import Any

from kompas.commands.profile import bare
from kompas.conversation.answers import item_of, question_of
from kompas.conversation.flow import Flow
from kompas.profile.because import Because
from kompas.profile.rules import Rules, Words
from kompas.profile.suggesting import Suggestion
from kompas.profile.worked_out import WorkedOut

NOTHING = "no answers: this is what remains"


def explained(flow: Flow, rules: Rules, said: Mapping[str, Any], profile: WorkedOut) -> Iterator[str]:
    """Line by line, in English source sentences."""

    def why(because: Because, indent: str = "  ") -> str:
        answers = "; ".join(f"{_asked(flow, slot)} = {_shown(bare(said, slot))}" for slot in because.slots)
        return f"{indent}{because.rule}: {answers or NOTHING}"

    step, hint = rules.steps.rules[profile.step.place], rules.hints.rules[profile.hint.place]
    yield from (f"{rules.steps.title.en}: {step.name}. {step.text}", why(profile.step.because))
    yield from (f"{rules.hints.title.en}: {hint.name}. {hint.text}", why(profile.hint.because))
    for section, found in ((rules.strengths, profile.strengths), (rules.drivers, profile.drivers)):
        for one in found:
            shown = f" ({one.shown})" if one.shown else ""
            yield from (f"{section.title.en}: {_asked(flow, one.question)}{shown}", why(one.because))
    for suggestion in profile.suggested:
        yield from _work(rules, suggestion, why)
    for need in profile.needs:
        offers = ", ".join(rules.supports.offers[support].name for support in need.supports)
        yield from (f"{rules.needs.title.en}: {need.code} ({need.timing}): {offers}", why(need.because))
    for crossing in profile.bridge:
        offer = rules.supports.offers[crossing.support]
        yield from (f"{rules.bridge.title.en}: {offer.name}. {offer.text}", why(crossing.because))


def _work(rules: Rules, one: Suggestion, why: Any) -> Iterator[str]:
    label = next(label.name for label in rules.fit.labels if label.id == one.label)
    yield f"{label}: {one.occupation.name} ({one.occupation.label_nl})"
    words: Mapping[str, Words] = rules.reasons.words
    for reason in one.reasons:
        yield from (f"  {words[reason.code].name}", why(reason.because, "    "))
    for wish in one.against:
        yield from (f"  {rules.suggested.against[wish.code].name}", why(wish.because, "    "))
    for needed in one.needed:
        yield f"  {rules.needed.title.en}: {rules.needed.words[needed.code].name} ({needed.state})"


def _asked(flow: Flow, slot: str) -> str:
    question, item = flow.questions[question_of(slot)], item_of(slot)
    return f"{question.label} ({item})" if item else question.label


def _shown(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
