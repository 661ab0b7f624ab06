"""The conversation that Kompas ships, and people who walk through it."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random

import kompas
from kompas.conversation.agenda import DEEDS, on_agenda, with_own
from kompas.conversation.answers import Answer
from kompas.conversation.conditions import Context
from kompas.conversation.flow import Flow
from kompas.conversation.reading import read_flow
from kompas.conversation.walking import Walk, walk
from tests.conversation.talking import NO_CONTEXT, somebody, talk_through

FLOWS = Path(kompas.__file__).parent / "flows"
EVERYTHING_ON = Context(switches=frozenset({"workplace_wishes"}))


@cache
def our_flow() -> Flow:
    file = FLOWS / "kompas.yaml"
    return read_flow(file.read_text(encoding="utf-8"), file.name)


def a_talk(chance: Random, context: Context = NO_CONTEXT, answers: Mapping[str, Answer] | None = None) -> Walk:
    """Somebody by chance talks our conversation through; `answers` is what they said before. Some put topics in their
    own words on their agenda."""
    talked = talk_through(our_flow(), somebody(chance, talkative=chance.choice([0.6, 0.9, 1])), context, answers)
    said = talked.heard.get("agenda")
    if said is None or not isinstance(said.value, dict) or chance.random() < 0.5:
        return talked
    topics = DEEDS["up"](told := with_own(said.value, f"Words {chance.randint(1, 999)}"), on_agenda(told)[-1])
    return walk(our_flow(), {**talked.heard, "agenda": Answer("given", topics)}, context)
