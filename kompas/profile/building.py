"""`build(flow, answers)`: what do the answers say? Deterministic, and blind to anything but the answers handed in.

The caseworker's view is this same function over released answers, so nothing kept can show through.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from kompas.conversation.answers import Answer, Answers, item_of, question_of
from kompas.conversation.flow import PARTS, Flow, Option, Part, Question
from kompas.conversation.former import first_option, first_slot, in_todays_words
from kompas.profile.statements import Detail, Profile, Spoken, Statement
from kompas.profile.topics import drawn_from, said_topics


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
    follows: str = ""
    apart: bool = False

    def hear(self, flow: Flow, question: Question, spoken: Spoken) -> None:
        """Takes in one answer; one that says nothing is not told, not even as what another line rests on."""
        voice = _voice(flow, question, spoken)
        if voice == "nothing":
            return
        self.spoken.append(spoken)
        self.speaks = self.speaks or voice == "says"
        if question.kind == "faces":
            self.weight = _weight(flow, question, spoken)
        if _adds_a_word(flow, question, spoken):
            self.details.append(Detail(spoken.answer, spoken.own_words))

    def statement(self, key: str) -> Statement:
        top = self.place is not None
        details, spoken = tuple(self.details), tuple(self.spoken)
        told = (self.part, self.name, details, spoken)
        return Statement(key, *told, top, self.weight, self.private, follows=self.follows, apart=self.apart)


def build(flow: Flow, answers: Answers) -> Profile:
    """The profile that these answers (by slot, as they are: no path is walked) give.

    An answer that the flow no longer knows says nothing. What was renamed speaks in the line that it always spoke in.
    """
    answers = in_todays_words(flow, answers)
    lines: dict[str, _Line] = {}
    for slot in in_flow_order(flow, answers):
        question = flow.questions[question_of(slot)]
        for place, (key, name, spoken) in enumerate(_said(flow, question, slot, answers[slot])):
            line = lines.setdefault(key, _Line(flow.chapter_of[question.id].part, name, question.private))
            line.hear(flow, question, _by_first_names(flow, question, spoken))
            line.apart = line.apart or question.apart or _is_apart(question, spoken.option)
            if (question.cards or question.kind == "topics") and spoken.option is not None:
                line.place = place
                line.follows = _followed(flow, question, spoken.option)
    kinds = _kinds(flow)
    speaking = sorted(
        (key for key, line in lines.items() if line.speaks), key=lambda key: _order(key, lines[key], kinds)
    )
    return Profile(tuple(lines[key].statement(key) for key in speaking))


def spoken_in(flow: Flow, answers: Answers, slot: str) -> tuple[Spoken, ...]:
    """All that was said in this slot, whether a line of its own shows it or not."""
    answers = in_todays_words(flow, answers)
    question = flow.questions.get(question_of(slot))
    if question is None or slot not in answers or not _is_asked(flow, slot):
        return ()
    return tuple(
        _by_first_names(flow, question, spoken) for _key, _name, spoken in _said(flow, question, slot, answers[slot])
    )


def _order(key: str, line: _Line, kinds: list[str]) -> tuple[int, ...]:
    """Part by part; then what the client put on top, as they ordered it; then kind by kind, the strongest first.

    What a client would rather talk about comes last. Of other lines nothing is looked at: whether they are there or
    kept, a line stays in its place.
    """
    kind = key.partition("/")[0]
    by_kind = kinds.index(kind) if kind in kinds else len(kinds)
    rank = (0, line.place) if line.place is not None else (1, by_kind)
    return (PARTS.index(line.part), *rank, -(line.weight or 0))


def _kinds(flow: Flow) -> list[str]:
    """The kinds of line in the order in which the flow first speaks in them."""
    questions = flow.questions.values()
    keys = [key for one in questions for key in (one.says, *(option.says for option in one.options.values())) if key]
    return list(dict.fromkeys(key.partition("/")[0] for key in keys))


def _by_first_names(flow: Flow, question: Question, spoken: Spoken) -> Spoken:
    """A line that was confirmed rests on the same, whatever its answers are called by now."""
    if not flow.renamed:
        return spoken
    slot, option = first_slot(flow, spoken.slot), spoken.option and first_option(flow, question, spoken.option)
    return spoken if (slot, option) == (spoken.slot, spoken.option) else replace(spoken, first=f"{slot} {option or ''}")


def in_flow_order(flow: Flow, answers: Answers) -> list[str]:
    """The slots that this flow asks for: a question's own, or one for each item where it repeats."""
    places = {name: place for place, name in enumerate(flow.questions)}
    known = [slot for slot in answers if question_of(slot) in places and _is_asked(flow, slot)]
    return sorted(known, key=lambda slot: (places[question_of(slot)], _number(slot), slot))


def _is_asked(flow: Flow, slot: str) -> bool:
    question = flow.questions[question_of(slot)]
    if question.kind == "entries":
        return _number(slot) > 0
    return (item_of(slot) is not None) == (question.for_each is not None)


def _number(slot: str) -> int:
    """The place of an entry in its list, from 1; 0 for anything else."""
    item = item_of(slot) or ""
    return int(item) if item.isascii() and item.isdecimal() else 0


def _said(flow: Flow, question: Question, slot: str, answer: Answer) -> Iterator[tuple[str, str, Spoken]]:
    """Each line that this answer speaks in: its id, its name, and what is said."""
    if question.silent:
        return
    if answer.state == "talk":
        yield from _rather_talks(flow, question, slot)
    elif answer.state == "given" and question.kind == "text":
        yield from _worded(flow, question, slot, answer)
    elif answer.state == "given" and question.kind == "entries":
        yield from _told(question, slot, answer)
    elif answer.state == "given" and question.kind == "topics":
        yield from said_topics(flow, question, slot, answer)
    elif answer.state == "given":
        yield from _chosen(flow, question, slot, answer)


RATHER_TALK = "I'd rather talk about this"


def _rather_talks(flow: Flow, question: Question, slot: str) -> Iterator[tuple[str, str, Spoken]]:
    """A line of its own; about one of several choices it stands with that choice, which may be kept."""
    name = question.label if question.kind == "topics" else question.ask
    own = f"talk/{first_slot(flow, slot).replace('.', '_')}", name
    line = _line_of(flow, question, slot) if question.for_each is not None else own
    if line is not None:
        yield *line, Spoken(slot, None, question.ask, RATHER_TALK)


def _worded(flow: Flow, question: Question, slot: str, answer: Answer) -> Iterator[tuple[str, str, Spoken]]:
    line = _line_of(flow, question, slot)
    if line is not None and isinstance(answer.value, str):
        yield *line, Spoken(slot, None, question.ask, answer.value, own_words=True)


def _told(question: Question, slot: str, answer: Answer) -> Iterator[tuple[str, str, Spoken]]:
    """An entry is one line; each of its fields is said in it."""
    key = str(question.says).replace("*", item_of(slot) or "")
    for name, words in answer.value.items() if isinstance(answer.value, Mapping) else ():
        one = question.fields.get(name)
        if one is not None and (one.kind == "text" or words in one.options):
            text = words if one.kind == "text" else one.options[words].text
            yield key, question.label, Spoken(slot, name, one.ask, text, own_words=one.kind == "text")


def _chosen(flow: Flow, question: Question, slot: str, answer: Answer) -> Iterator[tuple[str, str, Spoken]]:
    options = _options(flow, question)
    for name in (one for one in answer.options if one in options):
        line = _line_of(flow, question, slot, name)
        if line is not None and (name != question.none or options[name].says is not None):
            yield *line, Spoken(slot, name, question.ask, options[name].text)


def _options(flow: Flow, question: Question) -> dict[str, Option]:
    """What can be said here: the options, or for a pick the cards by name."""
    if question.cards is None:
        return flow.options_of(question)
    if question.cards.chosen is not None:
        source = flow.questions[question.cards.chosen]
        names = (name for name, one in flow.options_of(source).items() if not one.apart)
        lines = {name: _line_of(flow, source, source.id, name) for name in names}
        return {name: Option(text=line[1], says=line[0]) for name, line in lines.items() if line is not None}
    asked = (flow.questions[name] for name in question.cards.questions)
    return {one.id: Option(text=one.label, says=one.says) for one in asked}


def _line_of(flow: Flow, question: Question, slot: str, name: str | None = None) -> tuple[str, str] | None:
    """Id and name of the line that this option, or the answer as a whole, speaks in; `None` when there is none.

    A repeat speaks in the line of the choice that it asks about; about one that is kept apart it speaks in none.
    """
    if question.for_each is not None:
        source = flow.questions[question.for_each.question]
        return None if _is_apart(source, item_of(slot)) else _line_of(flow, source, source.id, item_of(slot))
    if name is None:
        return (question.says, question.label) if question.says else None
    option = _options(flow, question).get(name)
    if option is None or not (option.says or question.says):
        return None
    own_line = option.says is not None or question.one_statement_per_option
    code = option.was[0] if option.was else name
    return option.says or str(question.says).replace("*", code), option.text if own_line else question.label


def _is_apart(question: Question, option: str | None) -> bool:
    one = question.options.get(option or "")
    return one is not None and one.apart


def _followed(flow: Flow, question: Question, option: str) -> str:
    """The line that a topic follows: that of the choice it was drawn from."""
    source = drawn_from(flow, question, option) if question.kind == "topics" else None
    line = _line_of(flow, source, source.id, option) if source is not None else None
    return line[0] if line is not None else ""


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
    if spoken.option is None:
        return True
    own = question.options.get(spoken.option)
    in_own_line = own is not None and own.says is not None
    backed = question.scale is not None and flow.scales[question.scale].backs_from is not None
    return not (in_own_line or backed)
