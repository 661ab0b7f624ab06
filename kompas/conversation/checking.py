"""What can be wrong with a flow although its shape is right: everything is said at once, each with its line."""

from collections.abc import Iterator

from kompas.conversation.checking_conditions import Complaint, check_condition, not_earlier
from kompas.conversation.flow import Chapter, Flow, Question
from kompas.conversation.plain_language import HELP_WORDS, QUESTION_WORDS, complaints
from kompas.conversation.written import Path, Written

WITH_SCALE = ("faces", "stairs")
WITH_OPTIONS = ("one", "many")


def check(flow: Flow, written: Written) -> None:
    """Notes in `written` every mistake of content that this flow holds."""
    for path, sentence in (*_ids(flow), *_chapters(flow)):
        written.wrong(path, sentence)


def _ids(flow: Flow) -> Iterator[Complaint]:
    """Ids are a promise: each means one thing, for ever."""
    seen: set[str] = set()
    for place, chapter in enumerate(flow.chapters):
        names: list[tuple[Path, str]] = [(("chapters", place, "id"), f"chapter {chapter.id}")]
        for number, question in enumerate(chapter.questions):
            names.append((("chapters", place, "questions", number, "id"), question.id))
        for path, name in names:
            if name in seen:
                yield path, f"“{name}” is the id of something earlier; each id is used once."
            if name in flow.retired:
                yield path, f"“{name}” is retired; it can't mean something new."
            seen.add(name)


def _chapters(flow: Flow) -> Iterator[Complaint]:
    earlier: dict[str, Question] = {}
    said: dict[str, str] = {}
    for place, chapter in enumerate(flow.chapters):
        path: Path = ("chapters", place)
        yield from check_condition(flow, earlier, chapter.when, (*path, "when"))
        yield from _plain_chapter(chapter, path)
        for number, question in enumerate(chapter.questions):
            here = (*path, "questions", number)
            yield from _question(flow, earlier, question, here)
            yield from _saying(question, said, here)
            earlier[question.id] = question


def _plain_chapter(chapter: Chapter, path: Path) -> Iterator[Complaint]:
    for key, text in (("title", chapter.title), ("guide", chapter.guide)):
        yield from (((*path, key), found) for found in complaints(text, HELP_WORDS))


def _question(flow: Flow, earlier: dict[str, Question], question: Question, path: Path) -> Iterator[Complaint]:
    yield from check_condition(flow, earlier, question.when, (*path, "when"))
    yield from _kind(flow, question, path)
    yield from _numbers(flow, question, path)
    yield from _repeat(flow, earlier, question, path)
    yield from _words(question, path)
    for name, option in question.options.items():
        yield from check_condition(flow, earlier, option.when, (*path, "options", name, "when"))
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
    if kind == "pick" and question.cards is None:
        yield path, f"“{question.id}” is of kind pick and needs “from”."
    if kind == "entries" and not question.fields:
        yield path, f"“{question.id}” is of kind entries and needs “fields”."
    if kind in ("text", "pick", "entries") and question.options:
        yield (*path, "options"), f"A question of kind {kind} has no options of its own."


def _numbers(flow: Flow, question: Question, path: Path) -> Iterator[Complaint]:
    offered = len(question.cards.questions) if question.cards else len(flow.options_of(question))
    least, most = question.least or 0, question.most
    if most is not None and least > most:
        yield (*path, "least"), f"“least” ({least}) is more than “most” ({most})."
    if question.kind in ("many", "pick") and least > offered:
        yield (*path, "least"), f"“least” is {least}, but only {offered} can be chosen; nobody could go on."


def _repeat(flow: Flow, earlier: dict[str, Question], question: Question, path: Path) -> Iterator[Complaint]:
    if question.for_each is not None:
        name = question.for_each.question
        if name not in earlier:
            yield (*path, "for_each"), not_earlier(flow, name)
        elif earlier[name].kind not in ("many", "pick"):
            yield (*path, "for_each"), f"“{name}” has one answer; a question can repeat only for many or pick."
    for name in question.cards.questions if question.cards else ():
        if name not in earlier:
            yield (*path, "from"), not_earlier(flow, name)


def _saying(question: Question, said: dict[str, str], path: Path) -> Iterator[Complaint]:
    """Each answer speaks in one line of the profile, so that sharing a line shares just that answer."""
    inherits = question.cards is not None or question.for_each is not None
    if inherits and question.says:
        yield (*path, "says"), f"“{question.id}” speaks for what it was chosen from; leave “says” out."
    if not inherits and question.says is None and not all(option.says for option in question.options.values()):
        yield path, f"“{question.id}” needs “says”: the line of the profile that it speaks in."
    for key in filter(None, (question.says, *(option.says for option in question.options.values()))):
        if said.setdefault(key, question.id) != question.id:
            yield (*path, "says"), f"“{said[key]}” already speaks in “{key}”; one question speaks in one line."


def _words(question: Question, path: Path) -> Iterator[Complaint]:
    short: list[tuple[Path, str]] = [(("ask",), question.ask), (("name",), question.name or "")]
    short += [(("options", name, "text"), option.text) for name, option in question.options.items()]
    short += [(("fields", name, "ask"), one.ask) for name, one in question.fields.items()]
    for key, text in short:
        yield from (((*path, *key), found) for found in complaints(text, QUESTION_WORDS))
    longer = (("help", question.help or ""), ("example", question.example or ""))
    for word, text in longer:
        yield from (((*path, word), found) for found in complaints(text, HELP_WORDS))
