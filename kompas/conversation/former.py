"""What was answered under an id of an earlier version, read under today's. Nothing that is stored is ever changed.

A question, an option, a field of a list and an option of it carry their old names in `was:`. An answer that was given
under today's id counts before one that was given under an older.
"""

from collections.abc import Mapping

from kompas.conversation.answers import Answer, Answers, Value, item_of, question_of, slot_of
from kompas.conversation.flow import Flow, Option, Question


def in_todays_words(flow: Flow, answers: Answers) -> Answers:
    """The same answers, by the slots and with the options of today. Costs nothing while nothing was renamed."""
    if not flow.renamed:
        return answers
    ages = {old: age for age, old in enumerate(flow.renamed)}
    counts: dict[str, tuple[tuple[int, ...], Answer]] = {}
    for slot, answer in answers.items():
        today, age = todays_slot(flow, slot), _age(flow, ages, slot)
        if today not in counts or age > counts[today][0]:
            counts[today] = age, _answer(flow, today, answer)
    return {slot: answer for slot, (_age, answer) in counts.items()}


def todays_slot(flow: Flow, slot: str) -> str:
    """Where this answer would be kept today. A repeat's item is an option, or a card, of what it asks about."""
    question, item = todays_name(flow, question_of(slot)), item_of(slot)
    return slot_of(question, item if item is None else _item(flow, question, item))


def todays_address(flow: Flow, address: str) -> str:
    """What an old address leads to: the question's name may be another, its place in the row is the same."""
    question, dash, place = address.partition("-")
    return f"{todays_name(flow, question)}{dash}{place}"


def todays_name(flow: Flow, name: str) -> str:
    """A published id (`question`, `question.option` …) as it is now: each part of it may have been renamed."""
    found = ""
    for part in name.split("."):
        found = f"{found}.{part}" if found else part
        found = flow.renamed.get(found, found)
    return found


def first_name(flow: Flow, name: str) -> str:
    """The other way round: the id under which this was published first."""
    parts = name.split(".")
    known = (flow.named.get(".".join(parts[: place + 1]), ()) for place in range(len(parts)))
    return ".".join(former[0] if former else part for part, former in zip(parts, known, strict=True))


def first_slot(flow: Flow, slot: str) -> str:
    """The slot of today as it was first published, its item too."""
    question, item = question_of(slot), item_of(slot)
    asked = flow.questions.get(question)
    source = flow.questions.get(asked.for_each.question) if asked and asked.for_each else None
    return slot_of(
        first_name(flow, question), item if item is None or source is None else first_option(flow, source, item)
    )


def first_option(flow: Flow, question: Question, option: str) -> str:
    """An option, a card or a field of today as it was first published."""
    if question.cards is not None and not _is_its_own(flow, question, option):
        source = flow.questions.get(question.cards.chosen or "")
        return first_name(flow, option) if source is None else first_option(flow, source, option)
    return first_name(flow, f"{question.id}.{option}").rpartition(".")[2]


def todays_choice(options: Mapping[str, Option], choice: str) -> str:
    """What this choice, sent by a page of an earlier version, is called among these options."""
    if choice in options:
        return choice
    return next((name for name, option in options.items() if choice in option.was), choice)


def _item(flow: Flow, question: str, item: str) -> str:
    asked = flow.questions.get(question)
    source = flow.questions.get(asked.for_each.question) if asked and asked.for_each else None
    return item if source is None else _option(flow, source, item)


def _option(flow: Flow, question: Question, option: str) -> str:
    """Today's id of an option; of a pick, the options are the names of its cards."""
    if question.cards is not None and not _is_its_own(flow, question, option):
        source = flow.questions.get(question.cards.chosen or "")
        return flow.renamed.get(option, option) if source is None else _option(flow, source, option)
    return _last(flow, f"{question.id}.{option}", option)


def _is_its_own(flow: Flow, question: Question, option: str) -> bool:
    """Does it stand in this very question, now or before? Other topics were drawn from another."""
    name = f"{question.id}.{option}"
    return name in flow.named or name in flow.renamed


def _last(flow: Flow, name: str, otherwise: str) -> str:
    today = flow.renamed.get(name)
    return otherwise if today is None else today.rpartition(".")[2]


def _age(flow: Flow, ages: Mapping[str, int], slot: str) -> tuple[int, ...]:
    """The greater, the younger are the names in this slot. Names of today are the youngest."""
    old, item = question_of(slot), item_of(slot)
    question = flow.questions.get(todays_name(flow, old))
    source = flow.questions.get(question.for_each.question) if question and question.for_each else None
    names = [old]
    if source is not None and item is not None:
        names.append(item if source.cards is not None else f"{source.id}.{item}")
    return tuple(ages.get(name, len(ages)) for name in names)


def _answer(flow: Flow, slot: str, answer: Answer) -> Answer:
    question = flow.questions.get(question_of(slot))
    if question is None or answer.state != "given":
        return answer
    return Answer("given", _value(flow, question, answer.value))


def _value(flow: Flow, question: Question, value: Value) -> Value:
    """Own words are left as they are, and so is a value in a shape that this kind of question never had."""
    if question.kind == "entries":
        return _entry(flow, question, value) if isinstance(value, Mapping) else value
    if question.kind == "text":
        return value
    if question.kind == "topics":
        return _topics(flow, question, value) if isinstance(value, Mapping) else value
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(_option(flow, question, one) for one in value))
    return _option(flow, question, value) if isinstance(value, str) else value


def _entry(flow: Flow, question: Question, told: Mapping[str, str]) -> dict[str, str]:
    """Fields by today's name. What was told under today's own name counts before what was told under an older."""
    found: dict[str, str] = {}
    for name, words in told.items():
        field = _last(flow, f"{question.id}.{name}", name)
        if field == name or field not in told:
            found[field] = _last(flow, f"{question.id}.{field}.{words}", words) if _chosen(question, field) else words
    return found


def _topics(flow: Flow, question: Question, topics: Mapping[str, str]) -> dict[str, str]:
    """In their order. What was chosen under today's own name counts before what was chosen under an older."""
    names = {code: _option(flow, question, code) for code in topics}
    return {name: topics[code] for code, name in names.items() if name == code or name not in topics}


def _chosen(question: Question, field: str) -> bool:
    return field in question.fields and question.fields[field].kind == "one"
