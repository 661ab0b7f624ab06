"""The path through a flow, worked out anew each time from the answers. There is no stored "current step"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kompas.conversation.agenda import still_meant
from kompas.conversation.answers import END_OF_LIST, Answer, Answers, item_of, slot_of
from kompas.conversation.beside import about_beside
from kompas.conversation.conditions import Context, holds
from kompas.conversation.flow import Chapter, Flow, Option, Question, Repeat
from kompas.conversation.former import in_todays_words, todays_address
from kompas.conversation.own_word import about_own_word
from kompas.conversation.sitting import LONG

LONGEST_LIST = 50
"""Entries that one list can hold when the flow names no `most`."""


@dataclass(frozen=True)
class Stop:
    """One screen on the path.

    `slot` is where the answer is kept (`need_timing.dutch`); `address` is what a URL carries (`need_timing-2`): the
    place in the row, never what was chosen. `options` holds what can be chosen here and now, by id: the question's
    own options, the scale's, or the cards of a pick. `proposed` are the few that come first, where a question proposes.
    `about` is the option that a repeat asks about.
    """

    slot: str
    address: str
    chapter: Chapter
    question: Question
    options: dict[str, Option] = field(default_factory=dict)
    about: Option | None = None
    just_one: bool = False
    proposed: tuple[str, ...] = ()

    @property
    def item(self) -> str | None:
        return item_of(self.slot)

    def accepted(self, answer: Answer | None) -> Answer | None:
        """The stored answer as far as it still means something here; `None` when nothing of it does.

        An option that is no longer offered (a changed answer, a newer flow) is left out, and comes back with it. So is
        an answer in a shape that another version of the flow gave it.
        """
        if answer is None or answer.state in ("skipped", "talk"):
            return answer
        if self.question.kind in ("text", "entries"):
            return answer if self._is_told(answer) else None
        if self.question.kind == "topics":
            topics = answer.value if isinstance(answer.value, Mapping) else None
            return None if topics is None else Answer("given", still_meant(topics, self.options))
        kept = tuple(option for option in answer.options if option in self.options)
        if self.question.kind in ("many", "pick"):
            return Answer("given", kept) if kept else None
        return Answer("given", kept[0]) if len(kept) == 1 else None

    def _is_told(self, answer: Answer) -> bool:
        if answer.state != "given":
            return False
        if self.question.kind == "entries":
            return answer == END_OF_LIST or isinstance(answer.value, Mapping)
        return isinstance(answer.value, str) and bool(answer.value)

    @property
    def least(self) -> int:
        """How many have to be chosen before one can go on (skipping is always possible)."""
        if self.question.kind == "pick" and self.question.least is None:
            return min(self.most, len(self.options))
        return min(1 if self.question.least is None else self.question.least, len(self.options))

    @property
    def most(self) -> int:
        return 1 if self.just_one else self.question.most or len(self.options)


@dataclass(frozen=True)
class Progress:
    """Where someone is: chapter n of m, card n of m in a deck of the same kind, and the minutes left (rounded up)."""

    chapter_number: int
    chapters: int
    in_deck: int
    deck_size: int
    minutes_left: int
    share: float


@dataclass(frozen=True)
class Walk:
    """The path of one person: every stop on it, the answers that count there (`heard`), and who sat `beside`.

    `own_word` is what they say of what was made of their answers; no question asks for it.
    """

    flow: Flow
    path: tuple[Stop, ...]
    heard: Answers
    beside: Answers = field(default_factory=dict)
    context: Context = field(default_factory=Context)
    own_word: Answers = field(default_factory=dict)

    @property
    def is_long(self) -> bool:
        """Whether a chapter's end is a good place to stop for today: an offer, never a limit."""
        return self.context.read_aloud or self.context.minutes_used > LONG

    @cached_property
    def next(self) -> Stop | None:
        """The first stop without an answer; `None` when all is said."""
        return next((stop for stop in self.path if stop.slot not in self.heard), None)

    def find(self, address: str) -> Stop | None:
        """The stop at this address, or `None`: a question off the path is not found. An old address finds it too."""
        today = todays_address(self.flow, address)
        return next((stop for stop in self.path if stop.address == today), None)

    def knows(self, address: str) -> bool:
        """Whether the question at this address can be asked at all, on this path or another."""
        return todays_address(self.flow, address).partition("-")[0] in self.flow.questions

    @cached_property
    def agenda(self) -> Stop | None:
        """The stop that asks what somebody wants to talk about; `None` where nobody is asked."""
        return next((stop for stop in self.path if stop.question.kind == "topics"), None)

    def before(self, stop: Stop) -> Stop | None:
        place = self.path.index(stop)
        return self.path[place - 1] if place else None

    def after(self, stop: Stop) -> Stop | None:
        place = self.path.index(stop) + 1
        return self.path[place] if place < len(self.path) else None

    def in_chapter(self, chapter_id: str) -> tuple[Stop, ...]:
        return tuple(stop for stop in self.path if stop.chapter.id == chapter_id)

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """The chapters that have a stop on this path, in order."""
        return tuple({stop.chapter.id: stop.chapter for stop in self.path}.values())

    def progress(self, stop: Stop) -> Progress:
        deck = [one for one in self.in_chapter(stop.chapter.id) if one.question.kind == stop.question.kind]
        place = self.path.index(stop)
        return Progress(
            chapter_number=self.chapters.index(stop.chapter) + 1,
            chapters=len(self.chapters),
            in_deck=deck.index(stop) + 1,
            deck_size=len(deck),
            minutes_left=minutes(self.path[place:]),
            share=place / len(self.path),
        )


SECONDS = {"faces": 5, "text": 30, "topics": 25}
"""Reading and answering time of one screen (domain content, session plan); every other kind takes 12."""


def minutes(stops: tuple[Stop, ...]) -> int:
    """Whole minutes, rounded up, that these screens take an unhurried reader; at least 1."""
    return max(1, -(-sum(SECONDS.get(stop.question.kind, 12) for stop in stops) // 60))


def walk(flow: Flow, answers: Answers, context: Context = Context()) -> Walk:  # noqa: B008 (frozen)
    """Where is this person? Conditions see only answers that are themselves on the path, and only earlier ones."""
    answers = in_todays_words(flow, answers)
    heard: dict[str, Answer] = {}
    path: dict[str, Stop] = {}
    for chapter in flow.chapters:
        if not holds(chapter.when, flow, heard, context):
            continue
        for question in flow.asked_in[chapter.id]:
            if not _is_asked_in(chapter, question, flow, heard, context):
                continue
            for stop in _stops(flow, chapter, question, heard, answers, context):
                if stop.slot in path:
                    continue
                path[stop.slot] = stop
                answer = stop.accepted(answers.get(stop.slot))
                if answer is not None:
                    heard[stop.slot] = answer
    return Walk(flow, tuple(path.values()), heard, about_beside(answers), context, about_own_word(answers))


def _is_asked_in(chapter: Chapter, question: Question, flow: Flow, heard: Answers, context: Context) -> bool:
    """What is left for later is asked in its own chapter only where its condition says so; later it has none."""
    if question.later == chapter.id:
        return True
    if question.later is not None and question.when is None:
        return question.for_each is not None
    return holds(question.when, flow, heard, context)


def _stops(
    flow: Flow, chapter: Chapter, question: Question, heard: Answers, answers: Answers, context: Context
) -> Iterator[Stop]:
    options = _offered(flow, question, heard)
    if question.id in flow.offers_by_condition:
        options = {name: option for name, option in options.items() if holds(option.when, flow, heard, context)}
    if question.kind == "entries":
        yield from _entries(chapter, question, answers)
    elif question.for_each:
        yield from _repeats(flow, chapter, question, question.for_each, options, heard)
    elif options or question.kind == "text":
        just_one = question.just_one is not None and holds(question.just_one, flow, heard, context)
        proposed = _proposed(flow, question, options, heard, context)
        yield Stop(question.id, question.id, chapter, question, options, just_one=just_one, proposed=proposed)


def _proposed(
    flow: Flow, question: Question, options: dict[str, Option], heard: Answers, context: Context
) -> tuple[str, ...]:
    """The first few that fit what was said; where fewer do, the first others make up the number."""
    if question.proposes is None:
        return ()
    fitting = [name for name, one in options.items() if one.fits and holds(one.fits, flow, heard, context)]
    return tuple(dict.fromkeys((*fitting, *options)))[: question.proposes]


def _offered(flow: Flow, question: Question, heard: Answers) -> dict[str, Option]:
    """The question's options; for a pick its cards: what was answered strongly enough, or chosen, earlier."""
    if question.cards is None:
        return flow.options_of(question)
    if question.cards.chosen is not None:
        source = flow.questions[question.cards.chosen]
        return {item: flow.options_of(source)[item] for item in _chosen(source, heard)} | question.options
    cards = {}
    for name in question.cards.questions:
        asked, answer = flow.questions[name], heard.get(name)
        options = flow.options_of(asked)
        weights = [options[one].weight or 0 for one in answer.options if one in options] if answer else []
        if max(weights, default=0) >= question.cards.weight:
            cards[name] = Option(text=asked.label, icon=asked.icon, says=asked.says, was=asked.was)
    return cards


def _chosen(question: Question, heard: Answers) -> list[str]:
    """What was chosen there, in that order, without the option that stands for none of them."""
    answer = heard.get(question.id)
    return [one for one in answer.options if one != question.none] if answer is not None else []


def _repeats(
    flow: Flow, chapter: Chapter, question: Question, repeat: Repeat, options: dict[str, Option], heard: Answers
) -> Iterator[Stop]:
    """The first few in the question's own chapter; all of them where it is asked on later."""
    source = flow.questions[repeat.question]
    offered, items = _offered(flow, source, heard), _chosen(source, heard)
    if repeat.first is not None:
        first = [item for item in _chosen(flow.questions[repeat.first], heard) if item in items]
        items = list(dict.fromkeys((*first, *items)))
    most = len(items) if question.later == chapter.id else repeat.most
    for number, item in enumerate(items[:most], start=1):
        slot, address = slot_of(question.id, item), f"{question.id}-{number}"
        yield Stop(slot, address, chapter, question, options, about=offered[item])


def _entries(chapter: Chapter, question: Question, answers: Answers) -> Iterator[Stop]:
    """A stop for every entry so far and, until "that is all", one more. The list as a whole is optional.

    An entry that is skipped later on leaves the entries after it where they are. To rather talk about one asks for no
    further entry, and is kept wherever it stands.
    """
    slots = [slot_of(question.id, str(number)) for number in range(1, (question.most or LONGEST_LIST) + 1)]
    end = next((place for place, slot in enumerate(slots, start=1) if answers.get(slot) == END_OF_LIST), len(slots))
    told = [place for place, slot in enumerate(slots[:end], start=1) if _holds_an_entry(answers.get(slot))]
    talk = [place for place, slot in enumerate(slots[:end], start=1) if _would_rather_talk(answers.get(slot))]
    last = min(end, max(max(told, default=0) + 1, max(talk, default=0)))
    for number, slot in enumerate(slots[:last], start=1):
        yield Stop(slot, f"{question.id}-{number}", chapter, question)


def _holds_an_entry(answer: Answer | None) -> bool:
    return answer is not None and answer.state == "given" and isinstance(answer.value, Mapping)


def _would_rather_talk(answer: Answer | None) -> bool:
    return answer is not None and answer.state == "talk"
