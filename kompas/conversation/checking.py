"""What can be wrong with a flow although its shape is right: everything is said at once, each with its line."""

from collections.abc import Iterator

from kompas.conversation.beside import BESIDE
from kompas.conversation.checking_conditions import Complaint, check_condition
from kompas.conversation.checking_former import check_former
from kompas.conversation.checking_looking_back import check_cards, check_later, check_repeat
from kompas.conversation.checking_topics import check_topics
from kompas.conversation.checking_words import check_chapter, check_scales, check_words
from kompas.conversation.flow import Flow, Question
from kompas.conversation.own_word import HINT, NOT_FOR_ME, OWN_VIEW, WORK_CHOSEN
from kompas.conversation.written import Path

KEPT_FOR = {
    BESIDE: "who sits beside",
    NOT_FOR_ME: "work that was put aside",
    HINT: "a client's word on how to help them",
    WORK_CHOSEN: "work that somebody goes for",
    OWN_VIEW: "how a client sees a line themselves",
}
"""Slots among the answers that no question asks for."""

WITH_SCALE = ("faces", "stairs")
WITH_OPTIONS = ("one", "many", "topics")


def check(flow: Flow) -> Iterator[Complaint]:
    """Every mistake of content that this flow holds: the part of the file, and a sentence."""
    yield from _ids(flow)
    yield from check_former(flow)
    yield from check_scales(flow)
    yield from _chapters(flow)


def _ids(flow: Flow) -> Iterator[Complaint]:
    """Ids are a promise: each means one thing, for ever."""
    seen: set[str] = set()
    for path, name in _named(flow):
        if name in seen:
            yield path, f"“{name}” is the id of something earlier; each id is used once."
        seen.add(name)
    for path, question in _questions(flow):
        if question.id in KEPT_FOR:
            kept_for = KEPT_FOR[question.id]
            yield (*path, "id"), f"“{question.id}” is kept for {kept_for}; give this question another id."
        names = {("id",): question.id} | {("options", one): f"{question.id}.{one}" for one in question.options}
        for place, name in names.items():
            if name in flow.retired:
                yield (*path, *place), f"“{name}” is retired; it can't mean something new."


def _named(flow: Flow) -> Iterator[tuple[Path, str]]:
    yield from ((("chapters", place, "id"), f"chapter {chapter.id}") for place, chapter in enumerate(flow.chapters))
    yield from (((*path, "id"), question.id) for path, question in _questions(flow))


def _questions(flow: Flow) -> Iterator[tuple[Path, Question]]:
    for place, chapter in enumerate(flow.chapters):
        for number, question in enumerate(chapter.questions):
            yield ("chapters", place, "questions", number), question


def _chapters(flow: Flow) -> Iterator[Complaint]:
    earlier: dict[str, Question] = {}
    said: dict[str, str] = {}
    for place, chapter in enumerate(flow.chapters):
        path: Path = ("chapters", place)
        yield from check_condition(flow, earlier, chapter.when, (*path, "when"))
        yield from check_chapter(chapter, path)
        for number, question in enumerate(chapter.questions):
            here = (*path, "questions", number)
            yield from _question(flow, earlier, question, here)
            yield from check_later(flow, place, question, here)
            yield from _saying(question, said, here)
            earlier.setdefault(question.id, question)


def _question(flow: Flow, earlier: dict[str, Question], question: Question, path: Path) -> Iterator[Complaint]:
    yield from check_condition(flow, earlier, question.when, (*path, "when"))
    yield from check_condition(flow, earlier, question.just_one, (*path, "just_one"))
    yield from _kind(flow, question, path)
    yield from _numbers(flow, question, path)
    yield from check_repeat(flow, earlier, question, path)
    yield from check_cards(flow, earlier, question, path)
    yield from check_topics(flow, question, path)
    yield from check_words(question, path)
    for name, option in question.options.items():
        yield from check_condition(flow, earlier, option.when, (*path, "options", name, "when"))
        yield from check_condition(flow, earlier, option.fits, (*path, "options", name, "fits"))
        if option.fits and question.proposes is None:
            yield (
                (*path, "options", name, "fits"),
                f"“fits” says what comes first where “{question.id}” “proposes” some.",
            )
    if question.options and all(option.when for option in question.options.values()):
        yield (*path, "options"), "Every option here has a condition; somebody could be left with none."
    if question.none and question.none not in question.options:
        yield (*path, "none"), f"“{question.none}” is no option of “{question.id}”."


def _kind(flow: Flow, question: Question, path: Path) -> Iterator[Complaint]:
    kind = question.kind
    if kind in WITH_SCALE and question.scale is None:
        yield path, f"“{question.id}” is of kind {kind} and needs a “scale”."
    if question.scale is not None and question.scale not in flow.scales:
        yield (*path, "scale"), f"There is no scale “{question.scale}”."
    if kind in WITH_OPTIONS and not question.options and question.scale is None:
        yield path, f"“{question.id}” is of kind {kind} and needs “options”."
    if kind == "pick":
        needed = {"from": question.cards, "most": question.most}
        yield from (
            (path, f"“{question.id}” is of kind pick and needs “{word}”.") for word in needed if not needed[word]
        )
    if kind == "entries" and not question.fields:
        yield path, f"“{question.id}” is of kind entries and needs “fields”."
    if question.suggests and kind != "text":
        yield (*path, "suggests"), f"Only own words suggest; “{question.id}” is of kind {kind}."
    yield from _not_of_kind(question, path)


def _not_of_kind(question: Question, path: Path) -> Iterator[Complaint]:
    kind = question.kind
    if kind in ("text", "pick", "entries") and question.options:
        yield (*path, "options"), f"A question of kind {kind} has no options of its own."
    if question.scale is not None and question.options:
        yield (*path, "options"), f"“{question.id}” takes its options from a scale; leave these out."
    if question.layout == "pair" and (kind != "one" or len(question.options) not in (2, 3)):
        yield (*path, "layout"), "A pair is one of two, with room for a third that suits both: of kind one."
    if question.proposes is not None and (kind != "one" or len(question.options) <= question.proposes):
        yield (*path, "proposes"), "Only a question of kind one with more options than that proposes some first."


def _numbers(flow: Flow, question: Question, path: Path) -> Iterator[Complaint]:
    offered = len(flow.choices_of(question))
    least, most = question.least or 0, question.most
    if most is not None and least > most:
        yield (*path, "least"), f"“least” ({least}) is more than “most” ({most})."
    if question.kind in ("many", "pick") and least > offered:
        yield (*path, "least"), f"“least” is {least}, but only {offered} can be chosen; nobody could go on."


def _saying(question: Question, said: dict[str, str], path: Path) -> Iterator[Complaint]:
    """Each answer speaks in one line of the profile, so that sharing a line shares just that answer."""
    own = [key for key in (question.says, *(option.says for option in question.options.values())) if key]
    if question.kind == "pick" or question.for_each is not None:
        for word in ("says",) * bool(own) + ("private",) * question.private:
            yield (*path, word), f"“{question.id}” speaks for what it was chosen from; leave “{word}” out."
        return
    if question.silent and own:
        yield (*path, "says"), f"“{question.id}” is silent, so it speaks in no line; leave “says” out."
    named = bool(question.says) or (bool(own) and all(option.says for option in question.options.values()))
    if not question.silent and not named:
        yield path, f"“{question.id}” needs “says”: the line of the profile that it speaks in."
    if question.says is not None and question.one_statement_per_option != (question.kind == "entries"):
        yield from _per_option(question, path)
    for key in own:
        if said.setdefault(key, question.id) != question.id:
            yield (*path, "says"), f"“{said[key]}” already speaks in “{key}”; one question speaks in one line."


def _per_option(question: Question, path: Path) -> Iterator[Complaint]:
    if question.kind == "entries":
        yield (*path, "says"), f"Each entry is a line: write “{question.says}” with a star, as in “entry/*”."
    elif question.kind == "text":
        yield (*path, "says"), f"Words are one line: write “{question.says}” without a star."
