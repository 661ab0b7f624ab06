"""Small conversations to test with, and people who walk through them, in the words of the field."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from random import Random
from typing import Any

import yaml

from kompas.conversation.accepting import Reply, accept
from kompas.conversation.agenda import WORDS
from kompas.conversation.answers import END_OF_LIST, Answer, question_of
from kompas.conversation.conditions import Context
from kompas.conversation.flow import Flow
from kompas.conversation.reading import read_flow
from kompas.conversation.walking import Stop, Walk, walk

NO_CONTEXT = Context()

SCALES = {
    "agree": {
        "says_from": 2,
        "backs_from": 1,
        "options": {name: {"text": name, "weight": weight} for name, weight in (("yes", 2), ("a_bit", 1), ("not", 0))},
    },
    "enjoy": {"options": {"like": {"text": "Like", "weight": 2}, "not": {"text": "Not", "weight": 0}}},
    "sure": {"options": {str(step): {"text": f"Step {step}", "weight": step} for step in range(1, 6)}},
}

Said = str | tuple[str, ...] | Mapping[str, str] | Answer | None
Content = dict[str, Any]


def question(name: str, kind: str = "one", /, options: str | Content = "yes no", **more: Any) -> Content:
    """A question as a content designer writes it. `options` are ids in a row, or the options themselves.

    It speaks in a line of its own (each option in one, for `many`) unless `says` is given.
    """
    written: Content = {"id": name, "kind": kind, "ask": f"What about {name}?"}
    if kind in ("one", "many", "topics") and "scale" not in more:
        written["options"] = _options(options)
    if kind in ("faces", "stairs"):
        written["scale"] = "agree" if kind == "faces" else "sure"
    if kind == "entries":
        written["fields"] = {"what": {"kind": "text", "ask": "What was it?", "longest": 20}}
    if kind != "pick" and "for_each" not in more:
        written["says"] = f"{name}/*" if kind in ("many", "entries", "topics") else f"{name}/it"
    return written | more


def _options(options: str | Content) -> Content:
    return {name: {"text": name} for name in options.split()} if isinstance(options, str) else options


def chapter(name: str, /, *questions: Content, **more: Any) -> Content:
    kept = {"guide": "We begin.", "purpose": "to talk", "ground": "a law", "keep": "12 months"}
    return {"id": name, "title": name, "part": "about", **kept, **more, "questions": list(questions)}


def a_flow(*parts: Content, **more: Any) -> Flow:
    """A conversation of these questions, or of these chapters."""
    return read_flow(as_written(*parts, **more), "small.yaml")


def as_written(*parts: Content, **more: Any) -> str:
    """The same as the text of a flow file."""
    chapters = parts if "questions" in parts[0] else (chapter("talk", *parts),)
    # Copied, so that YAML has nothing to point at: a flow file has no aliases.
    return yaml.safe_dump(deepcopy({"id": "small", "version": 1, "scales": SCALES, "chapters": chapters, **more}))


def answered(flow: Flow, **said: Said) -> dict[str, Answer]:
    """What somebody said: `hours="from_17"`, `needs=("dutch", "housing")`, `need_timing__dutch="now_first"`,
    `told_more__1={"what": "I drove a bus"}`, `told_more__2=None` for "that is all", or an `Answer` as it is."""
    return {slot: _answer(flow, slot, one) for slot, one in ((name.replace("__", "."), said[name]) for name in said)}


def _answer(flow: Flow, slot: str, said: Said) -> Answer:
    if isinstance(said, Answer):
        return said
    if said is None:
        return END_OF_LIST
    kind = flow.questions[question_of(slot)].kind
    return Answer("given", (said,) if kind in ("many", "pick") and isinstance(said, str) else said)


def path(flow: Flow, answers: Mapping[str, Answer], context: Context = NO_CONTEXT) -> list[str]:
    """Where an answer would be kept for each screen, in order."""
    return [stop.slot for stop in walk(flow, answers, context).path]


def stop_at(flow: Flow, address: str, context: Context = NO_CONTEXT, **said: Said) -> Stop:
    stop = walk(flow, answered(flow, **said), context).find(address)
    assert stop is not None, f"{address} is not on the path"
    return stop


Behaviour = Callable[[Stop], Reply]


def talk_through(
    flow: Flow, behave: Behaviour, context: Context = NO_CONTEXT, answers: Mapping[str, Answer] | None = None
) -> Walk:
    """Somebody walks from screen to screen, as on the phone, until nothing is asked any more."""
    kept = dict(answers or {})
    while (stop := walk(flow, kept, context).next) is not None:
        assert stop.slot not in kept or walk(flow, kept, context).heard.get(stop.slot) is None
        kept[stop.slot] = accept(stop, behave(stop))
    return walk(flow, kept, context)


def skips(stop: Stop) -> Reply:
    return Reply(do="skip")


def somebody(chance: Random, talkative: float = 0.9) -> Behaviour:
    """A person by chance: answers mostly, skips and would rather talk now and then."""

    def behave(stop: Stop) -> Reply:
        if chance.random() > talkative:
            return Reply(do=chance.choice(["skip", "talk"]))
        if stop.question.kind == "entries" and chance.random() < 0.5:
            return Reply(do="done")
        return _by_chance(stop, chance)

    return behave


def _by_chance(stop: Stop, chance: Random) -> Reply:
    together = [name for name in stop.options if name != stop.question.none]
    count = 1
    if stop.question.kind in ("many", "pick"):
        count = chance.randint(min(stop.least, len(together)), min(stop.most, len(together)))
    chosen = chance.sample(together, min(count, len(together)))
    if stop.question.none in stop.options and chance.random() < 0.2:
        chosen = [stop.question.none]
    told = {
        name: chance.choice(list(one.options)) if one.options else f"Told {chance.randint(1, 999)}"
        for name, one in stop.question.fields.items()
    }
    if stop.question.kind == "topics":
        told = {name: chance.choice(WORDS) for name in stop.options if chance.random() < 0.8}
    return Reply(choices=tuple(chosen), words=f"Words {chance.randint(1, 999)}", fields=told)
