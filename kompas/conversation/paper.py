"""The same conversation on paper: every question with a number, and what was written there as answers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kompas.conversation.accepting import NotAccepted, Reply, accept
from kompas.conversation.agenda import LONGEST_OWN, OWN
from kompas.conversation.answers import Answer, Answers, given, question_of, slot_of
from kompas.conversation.conditions import Condition, Context, Group, Look, holds
from kompas.conversation.flow import Chapter, Flow, Option, Question
from kompas.conversation.readable import one_line
from kompas.conversation.walking import Stop, walk

ENTRIES = 3
"""Records of a list for which there is room."""
OWN_TOPICS = 2

Written = Mapping[str, tuple[str, ...]]
"""What was typed in, by the name of its field (see `Asked`), as it came: nothing of it is trusted."""


@dataclass(frozen=True)
class OnlyIf:
    """Whom a question is for: who chose one of `options` at question `number`, or anything there. 0: whom it fits."""

    number: int = 0
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """A question on paper. Its fields are named after it, with the number of the row where there are `rows`.

    A question that repeats has a row for each time, and is `about` one of these each time.
    """

    number: int
    chapter: Chapter
    question: Question
    options: dict[str, Option]
    rows: tuple[int, ...] = ()
    about: dict[str, Option] = field(default_factory=dict)
    only_if: OnlyIf | None = None

    @property
    def most(self) -> int | None:
        """How many can be ticked, where it isn't one, and isn't all of them."""
        many = self.question.kind in ("many", "pick")
        return self.question.most if many and (self.question.most or 0) < len(self.options) else None


@dataclass(frozen=True)
class Read:
    """`answers` by slot; `mistakes` by the name of the question, where something can't be an answer."""

    answers: Mapping[str, Answer]
    mistakes: Mapping[str, NotAccepted]


@dataclass(frozen=True)
class TypedIn:
    """One answer from paper that the client has not looked through. `by` is the name of the caseworker who typed it in.

    `on_phone_only`: it was looked at beside the caseworker, and waits for the client's own choice on the phone.
    """

    position: int
    slot: str
    answer: Answer
    by: str
    at: datetime
    on_phone_only: bool = False


def on_paper(flow: Flow, context: Context) -> tuple[Asked, ...]:
    """Every question that anybody may be asked here, once, in its own chapter. What only leads the way is left out, and
    what stays with the client: a caseworker reads what they type in."""
    numbers: dict[str, int] = {}
    asked: list[Asked] = []
    for chapter in flow.chapters:
        for question in chapter.questions:
            may_come = _may_hold(chapter.when, context) and _may_hold(question.when, context)
            if question.silent or question.private or not may_come:
                continue
            numbers[question.id] = len(numbers) + 1
            asked.append(_asked(flow, chapter, question, numbers))
    return tuple(asked)


def ways_on(flow: Flow, said: Answers, written: Iterable[str]) -> dict[str, Answer]:
    """On paper nobody is asked whether to go on: who filled in what is asked later did. Given all that was `said`, and
    the slots that were `written`, the answers that lead there."""
    heard = walk(flow, said).heard
    known = (slot for slot in written if question_of(slot) in flow.questions)
    unheard = [flow.questions[question_of(slot)] for slot in known if slot not in heard]
    chapters = [flow.chapter(one.later) if one.later else flow.chapter_of[one.id] for one in unheard]
    looks = [look for one in chapters if one is not None and one.when is not None for look in one.when.looks]
    return {
        look.question: given(look.is_)
        for look in looks
        if look.question is not None and look.is_ is not None and flow.questions[look.question].silent
    }


def read_written(asked: tuple[Asked, ...], written: Written) -> Read:
    """What was written under these questions. Empty fields say nothing; too few ticks are fine, too many a mistake."""
    answers: dict[str, Answer] = {}
    mistakes: dict[str, NotAccepted] = {}
    for one in asked:
        try:
            answers |= dict(_answers(one, written))
        except NotAccepted as mistake:
            mistakes[one.question.id] = mistake
    return Read(answers, mistakes)


def options_on_paper(flow: Flow, question: Question) -> dict[str, Option]:
    """All that anybody can choose there: what was answered or chosen before isn't known on paper."""
    if question.cards is None:
        return flow.options_of(question)
    source = flow.questions.get(question.cards.chosen or "")
    if source is not None:
        return {**_without_none(flow, source), **question.options}
    asked = (flow.questions[name] for name in question.cards.questions)
    return {one.id: Option(text=one.label, icon=one.icon) for one in asked}


def _asked(flow: Flow, chapter: Chapter, question: Question, numbers: Mapping[str, int]) -> Asked:
    options, number = options_on_paper(flow, question), numbers[question.id]
    only_if = _only_if(flow, question.when, numbers) if question.later is None else None
    if question.kind == "entries":
        rows = tuple(range(1, min(ENTRIES, question.most or ENTRIES) + 1))
        return Asked(number, chapter, question, options, rows, only_if=only_if)
    if question.for_each is not None:
        source = flow.questions[question.for_each.question]
        rows = tuple(range(1, question.for_each.most + 1))
        about = OnlyIf(numbers[source.id]) if source.id in numbers else None
        return Asked(number, chapter, question, options, rows, _without_none(flow, source), about)
    chosen = question.cards.chosen if question.cards is not None and question.kind == "pick" else None
    if chosen is not None and chosen in numbers:
        only_if = OnlyIf(numbers[chosen])
    return Asked(number, chapter, question, options, only_if=only_if)


def _without_none(flow: Flow, question: Question) -> dict[str, Option]:
    return {name: one for name, one in options_on_paper(flow, question).items() if name != question.none}


def _may_hold(condition: Condition | None, context: Context) -> bool:
    """False only where a switch of the organisation shuts it for everybody."""
    if condition is None:
        return True
    open_ = [look.switch is None or look.switch in context.switches for look in condition.looks]
    return all(open_) if not isinstance(condition, Group) or condition.all_ is not None else any(open_)


def _only_if(flow: Flow, condition: Condition | None, numbers: Mapping[str, int]) -> OnlyIf | None:
    """In the simplest words that are true. What holds for who said nothing yet is said of nobody."""
    if condition is None or holds(condition, flow, {}, Context()):
        return None
    looks = [look for look in condition.looks if look.switch is None and not look.holds(flow, {}, Context())]
    if not looks:
        return None
    names = {look.question for look in looks}
    name = next(iter(names)) or ""
    if len(names) > 1 or name not in numbers or not all(look.options for look in looks):
        return OnlyIf()
    return OnlyIf(numbers[name], _texts(flow, name, looks))


def _texts(flow: Flow, name: str, looks: list[Look]) -> tuple[str, ...]:
    options = options_on_paper(flow, flow.questions[name])
    return tuple(options[one].text for look in looks for one in look.options if one in options)


def _answers(asked: Asked, written: Written) -> Iterator[tuple[str, Answer]]:
    question = asked.question
    if question.for_each is not None:
        for row in asked.rows:
            about, name = _first(written, f"{question.id}.{row}.about"), f"{question.id}.{row}"
            if about in asked.about and (reply := _reply(asked, name, written)):
                yield _accepted(asked, slot_of(question.id, about), reply)
    elif asked.rows:
        for row in asked.rows:
            if reply := _reply(asked, f"{question.id}.{row}", written):
                yield _accepted(asked, slot_of(question.id, str(row)), reply)
    elif reply := _reply(asked, question.id, written):
        slot, answer = _accepted(asked, question.id, reply)
        yield slot, _with_own_topics(question, answer, written)


def _reply(asked: Asked, name: str, written: Written) -> Reply | None:
    """None where nothing stands."""
    fields = {key.removeprefix(f"{name}."): one[0] for key, one in written.items() if key.startswith(f"{name}.")}
    fields = {key: one for key, one in fields.items() if one.strip() and key not in ("about", "talk")}
    own = {key for key in fields if key in OWN} if asked.question.kind == "topics" else set()
    told = {key: one for key, one in fields.items() if key not in own}
    choices = tuple(one for one in written.get(name, ()) if one)
    if choices or told or own:
        return Reply("answer", choices, " ".join(choices), told)
    return Reply("talk") if _first(written, f"{name}.talk") else None


def _accepted(asked: Asked, slot: str, reply: Reply) -> tuple[str, Answer]:
    question = asked.question.model_copy(update={"least": min(1, asked.question.least or 1)})
    return slot, accept(Stop(slot, slot, asked.chapter, question, asked.options), reply)


def _with_own_topics(question: Question, answer: Answer, written: Written) -> Answer:
    if question.kind != "topics" or not isinstance(answer.value, Mapping):
        return answer
    own = {code: one_line(_first(written, f"{question.id}.{code}"))[:LONGEST_OWN] for code in OWN[:OWN_TOPICS]}
    return Answer("given", {**answer.value, **{code: words for code, words in own.items() if words}})


def _first(written: Written, name: str) -> str:
    return next(iter(written.get(name, ())), "")
