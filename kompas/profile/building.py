"""`build(flow, answers)`: what do the answers say? Deterministic, and blind to anything but the answers handed in.

The caseworker's view is this same function over released answers, so nothing kept can show through.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from kompas.conversation.answers import Answer, Answers, item_of, question_of
from kompas.conversation.flow import PARTS, Flow, Option, Part, Question
from kompas.profile.statements import Detail, Profile, Spoken, Statement


@dataclass
class _Line:
    """A statement while its answers are being gathered."""

    part: Part
    name: str
    private: bool
    spoken: list[Spoken] = field(default_factory=list)
    details: list[Detail] = field(default_factory=list)
    speaks: bool = False
    place: int | None = None
    weight: int | None = None

    def hear(self, flow: Flow, question: Question, spoken: Spoken) -> None:
        self.spoken.append(spoken)
        self.speaks = self.speaks or _voice(flow, question, spoken) == "says"
        if question.kind == "faces":
            self.weight = _weight(flow, question, spoken)
        if _adds_a_word(flow, question, spoken):
            self.details.append(Detail(spoken.answer, spoken.own_words))

    def statement(self, key: str) -> Statement:
        top = self.place is not None
        details, spoken = tuple(self.details), tuple(self.spoken)
        return Statement(key, self.part, self.name, details, spoken, top, self.weight, self.private)


def build(flow: Flow, answers: Answers) -> Profile:
    """The profile that these answers (by slot, as they are: no path is walked) give.

    Lines come in the order of the parts, what the client put on top first, then in the order of the flow. An answer
    that the flow no longer knows says nothing.
    """
    lines: dict[str, _Line] = {}
    for slot in _in_flow_order(flow, answers):
        question = flow.questions[question_of(slot)]
        for place, (key, name, spoken) in enumerate(_said(flow, question, slot, answers[slot])):
            line = lines.setdefault(key, _Line(flow.chapter_of[question.id].part, name, question.private))
            line.hear(flow, question, spoken)
            if question.cards:
                line.place = place
    statements = [line.statement(key) for key, line in lines.items() if line.speaks]
    return Profile(tuple(sorted(statements, key=_order(statements, lines))))


def _order(statements: list[Statement], lines: Mapping[str, _Line]) -> Callable[[Statement], tuple[int, ...]]:
    """Part by part; then what the client put on top, as they ordered it; then kind by kind, the strongest first."""
    kinds = list(dict.fromkeys(statement.kind for statement in statements))

    def place(statement: Statement) -> tuple[int, ...]:
        on_top = lines[statement.id].place
        rank = (0, on_top) if on_top is not None else (1, kinds.index(statement.kind))
        return (PARTS.index(statement.part), *rank, -(statement.weight or 0))

    return place


def _in_flow_order(flow: Flow, answers: Answers) -> list[str]:
    places = {name: place for place, name in enumerate(flow.questions)}
    known = [slot for slot in answers if question_of(slot) in places]
    return sorted(known, key=lambda slot: places[question_of(slot)])


def _said(flow: Flow, question: Question, slot: str, answer: Answer) -> Iterator[tuple[str, str, Spoken]]:
    """Each line that this answer speaks in: its id, its name, and what is said."""
    if answer.state == "talk":
        yield f"talk/{slot.replace('.', '_')}", question.ask, Spoken(slot, None, question.ask, RATHER_TALK)
    elif answer.state == "given" and question.kind == "text":
        words = str(answer.value)
        yield str(question.says), question.label, Spoken(slot, None, question.ask, words, own_words=True)
    elif answer.state == "given" and question.kind == "entries":
        yield from _told(question, slot, answer)
    elif answer.state == "given":
        yield from _chosen(flow, question, slot, answer)


RATHER_TALK = "I'd rather talk about this"


def _told(question: Question, slot: str, answer: Answer) -> Iterator[tuple[str, str, Spoken]]:
    """An entry is one line; each of its fields is said in it."""
    key = str(question.says).replace("*", item_of(slot) or "")
    for name, words in (answer.value or {}).items() if isinstance(answer.value, dict) else ():
        one = question.fields.get(name)
        if one is not None and (one.kind == "text" or words in one.options):
            text = words if one.kind == "text" else one.options[words].text
            yield key, question.label, Spoken(slot, name, one.ask, text, own_words=one.kind == "text")


def _chosen(flow: Flow, question: Question, slot: str, answer: Answer) -> Iterator[tuple[str, str, Spoken]]:
    options = _options(flow, question)
    for name in answer.options:
        option = options.get(name)
        key = _line_of(flow, question, slot, name, option)
        if option is None or key is None or (name == question.none and option.says is None):
            continue
        own_line = question.cards is not None or question.one_statement_per_option or option.says is not None
        yield (
            key,
            option.text if own_line else _name(flow, question, slot),
            Spoken(slot, name, question.ask, option.text),
        )


def _options(flow: Flow, question: Question) -> dict[str, Option]:
    """What can be said here: the options, or for a pick the cards by name."""
    if question.cards is None:
        return flow.options_of(question)
    asked = (flow.questions[name] for name in question.cards.questions)
    return {one.id: Option(text=one.label, says=one.says) for one in asked}


def _line_of(flow: Flow, question: Question, slot: str, name: str, option: Option | None) -> str | None:
    """The id of the line; a repeat speaks in the line of the option that it asks about."""
    item = item_of(slot)
    if question.for_each is not None and item is not None:
        source = flow.questions[question.for_each.question]
        return _line_of(flow, source, source.id, item, _options(flow, source).get(item))
    if option is None:
        return None
    return option.says or (question.says.replace("*", name) if question.says else None)


def _name(flow: Flow, question: Question, slot: str) -> str:
    item = item_of(slot)
    if question.for_each is not None and item is not None:
        source = flow.questions[question.for_each.question]
        return _options(flow, source)[item].text
    return question.label


def _voice(flow: Flow, question: Question, spoken: Spoken) -> Literal["says", "backs", "nothing"]:
    """Does it say something by itself, back what is said, or nothing? Only scales know half answers."""
    if question.for_each is not None:
        return "backs"
    if question.scale is None or spoken.option is None:
        return "says"
    return flow.scales[question.scale].speaks(_weight(flow, question, spoken) or 0)


def _weight(flow: Flow, question: Question, spoken: Spoken) -> int | None:
    option = flow.options_of(question).get(spoken.option or "")
    return option.weight if option else None


def _adds_a_word(flow: Flow, question: Question, spoken: Spoken) -> bool:
    """Is the answer more than the name of its line? The plain "yes" of a talent, or a chosen card, is not."""
    if question.kind == "entries" or spoken.own_words:
        return True
    if question.cards is not None or question.one_statement_per_option:
        return False
    in_own_line = spoken.option is not None and question.options and question.options[spoken.option].says is not None
    backed = (
        question.scale is not None and flow.scales[question.scale].backs_from is not None and spoken.option is not None
    )
    return not (in_own_line or backed)
