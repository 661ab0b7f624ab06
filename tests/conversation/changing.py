"""Conversations that are changed by chance between one version and the next, as content designers change them.

The sentences stay what they were while ids change, so a test knows by the words what was really asked and chosen.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any

from kompas.conversation.answers import END_OF_LIST, Answer
from kompas.conversation.checking import check
from kompas.conversation.flow import Flow
from kompas.conversation.walking import Stop
from tests.conversation.talking import SCALES, Content, chapter, question
from tests.conversation.tiny_flows import CARDS, DECK, NEEDS, OPENING

FIELDS = {
    "sort": {"kind": "one", "ask": "Which sort?", "options": {"job": {"text": "job"}, "course": {"text": "course"}}},
    "what": {"kind": "text", "ask": "What did you do?", "longest": 20},
    "where": {"kind": "text", "ask": "Where was it?", "longest": 20},
}
CHAPTERS = (
    chapter("first", OPENING, question("hours", options="few some many"), question("words", "text", longest=20)),
    chapter(
        "second",
        *CARDS,
        question("top", "pick", **{"from": DECK}, most=2),
        question("shown", options="home work", for_each={"question": "top", "most": 2}),
    ),
    chapter("third", question("told", "entries", fields=FIELDS, most=3), question("sure", "stairs")),
    chapter(
        "fourth",
        NEEDS,
        question("timing", "text", for_each={"question": "needs", "most": 2}),
        question("times", "many", options="morning noon evening", most=3),
        question("later", when={"question": "needs", "has": "bus"}),
        question("last", "many", options="a b c", when={"question": "school", "is": "abroad"}),
    ),
)


class Draft:
    """A conversation as it lies before its writer; `changes` tells what was done to it, version by version."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.written: Content = {"chapters": deepcopy(list(CHAPTERS)), "scales": deepcopy(SCALES), "retired": []}
        self.changes: list[str] = []
        self.fresh = 0

    def flow(self) -> Flow:
        """As it would be read. Raises ValueError for one that the checker would refuse."""
        flow = Flow.model_validate(deepcopy(self.written) | {"id": "small", "version": len(self.changes) + 1})
        mistakes = [sentence for _, sentence in check(flow)]
        if mistakes:
            raise ValueError(mistakes)
        return flow

    def change(self, *ways: Callable[["Draft"], None]) -> None:
        """In one of these ways; a change after which the conversation can't be held is put aside."""
        before, way = deepcopy(self.written), self.chance.choice(ways)
        try:
            way(self)
            self.flow()
        except (ValueError, IndexError):  # what would be a mistake, or there is nothing left of that sort
            self.written = before
        else:
            self.changes.append(way.__name__)

    def new_name(self) -> str:
        self.fresh += 1
        return f"new_{self.fresh}"

    @property
    def questions(self) -> list[Content]:
        return [one for chapter in self.written["chapters"] for one in chapter["questions"]]

    def some_question(self, *having: str) -> Content:
        return self.chance.choice([one for one in self.questions if not having or any(word in one for word in having)])

    def some_options(self) -> tuple[str, Content]:
        """What they are of, as published ids begin, and the options: of a question, a field of a list, or a scale."""
        places = [(f"{one['id']}.", one["options"]) for one in self.questions if one.get("options")]
        for one in self.questions:
            fields = one.get("fields", {}).items()
            places += [(f"{one['id']}.{name}.", field["options"]) for name, field in fields if field.get("options")]
        places += [("", scale["options"]) for scale in self.written["scales"].values()]
        return self.chance.choice(places)

    def looks(self) -> Iterator[Content]:
        """Whatever names a question or an option besides itself."""
        for one in self.questions:
            yield from (one[word] for word in ("when", "for_each") if word in one)


def _renamed(named: Content, old: str, new: str) -> None:
    """The same thing in its old place, under another name, which says what it was."""
    parts = {new if name == old else name: one for name, one in named.items()}
    parts[new]["was"] = [*parts[new].get("was", []), old]
    named.clear()
    named.update(parts)


def rename_a_question(draft: Draft) -> None:
    one, new = draft.some_question(), draft.new_name()
    old, one["id"] = one["id"], new
    one["was"] = [*one.get("was", []), old]
    for look in draft.looks():
        look["question"] = new if look["question"] == old else look["question"]
    for other in draft.questions:
        if "from" in other:
            other["from"]["questions"] = [new if name == old else name for name in other["from"]["questions"]]


def rename_an_option(draft: Draft) -> None:
    around, options = draft.some_options()
    old, new = draft.chance.choice(list(options)), draft.new_name()
    _renamed(options, old, new)
    for one in draft.questions:
        if f"{one['id']}." == around and one.get("none") == old:
            one["none"] = new
    for look in draft.looks():
        if f"{look['question']}." == around:
            look |= {word: new for word in ("is", "has") if look.get(word) == old}


def rename_a_field(draft: Draft) -> None:
    fields = draft.some_question("fields")["fields"]
    _renamed(fields, draft.chance.choice(list(fields)), draft.new_name())


def retire_a_question(draft: Draft) -> None:
    gone = draft.some_question()["id"]
    draft.written["retired"].append(gone)
    for part in draft.written["chapters"]:
        part["questions"] = [one for one in part["questions"] if one["id"] != gone]
    draft.written["chapters"] = [part for part in draft.written["chapters"] if part["questions"]]
    for other in draft.questions:
        if other.get("when", {}).get("question") == gone:
            del other["when"]
        if "from" in other:
            other["from"]["questions"] = [name for name in other["from"]["questions"] if name != gone]


def retire_an_option(draft: Draft) -> None:
    around, options = draft.some_options()
    if len(options) == 1:
        return  # a choice of nothing is no question
    gone = draft.chance.choice(list(options))
    del options[gone]
    draft.written["retired"] += [f"{around}{gone}"] * bool(around)
    for one in draft.questions:
        if one.get("none") == gone:
            del one["none"]


def retire_a_field(draft: Draft) -> None:
    told = draft.some_question("fields")
    gone = draft.chance.choice(list(told["fields"]))
    del told["fields"][gone]
    draft.written["retired"].append(f"{told['id']}.{gone}")


def ask_something_new(draft: Draft) -> None:
    questions, name = draft.chance.choice(draft.written["chapters"])["questions"], draft.new_name()
    kind = draft.chance.choice(["one", "many", "text", "faces"])
    questions.insert(draft.chance.randint(0, len(questions)), question(name, kind))


def offer_something_new(draft: Draft) -> None:
    _, options = draft.some_options()
    name = draft.new_name()
    options[name] = {"text": name} | ({"weight": 1} if "weight" in next(iter(options.values())) else {})


def move_a_chapter(draft: Draft) -> None:
    chapters = draft.written["chapters"]
    chapters.insert(draft.chance.randint(0, len(chapters) - 1), chapters.pop())


def allow_fewer(draft: Draft) -> None:
    one = draft.some_question("most", "for_each")
    row: dict[str, Any] = one if "most" in one else one["for_each"]
    row["most"] = max(1, row["most"] - 1)


def ask_only_some(draft: Draft) -> None:
    draft.some_question()["when"] = {"question": draft.some_question()["id"], "answered": "true"}


RENAMING = (rename_a_question, rename_an_option, rename_a_field)
CHANGING = (
    *RENAMING,
    retire_a_question,
    retire_an_option,
    retire_a_field,
    ask_something_new,
    offer_something_new,
    move_a_chapter,
    allow_fewer,
    ask_only_some,
)

Asked = tuple[str, str]
Meaning = tuple[str, ...]


def asked(stop: Stop) -> Asked:
    """What a screen asks, and about what: in words, which stay the same under whatever id."""
    return stop.question.ask, stop.about.text if stop.about else stop.item or ""


def meaning(stop: Stop, answer: Answer) -> Meaning:
    """What somebody said there, in words: what was chosen, in its order; of an entry each field with what it holds."""
    if answer.state != "given":
        return (answer.state,)
    if answer == END_OF_LIST:
        return ("that is all",)
    if isinstance(answer.value, dict):
        fields = {name: one for name, one in stop.question.fields.items() if name in answer.value}
        told = {one.ask: (one.options, answer.value[name]) for name, one in fields.items()}
        return tuple(
            sorted(
                f"{ask}: {options[words].text if words in options else words}" for ask, (options, words) in told.items()
            )
        )
    if stop.question.kind == "text":
        return (str(answer.value),)
    return tuple(stop.options[one].text for one in answer.options)
