"""What our rules make of what somebody said, in the words of an answer file."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import kompas
from kompas.occupations.occupation import Occupation
from kompas.occupations.reading import read_occupations
from kompas.profile.bare import hear_bare
from kompas.profile.heard import Heard
from kompas.profile.rules import Rules, read_rules
from kompas.profile.worked_out import WorkedOut, work_out
from tests.conversation.ours import our_flow
from tests.nothing_skipped import NOT_HERE

PACKAGE = Path(kompas.__file__).parent
REFERENCE = Path(__file__).parents[3] / "shared" / "data"
"""Reference figures of the authors, beside the repository and no part of it."""

with_reference = pytest.mark.skipif(not REFERENCE.is_dir(), reason=NOT_HERE)

FIRST_CARDS = """repairing building gardening delivering cleaning machines safety finding_out health making_beautiful
    cooking caring teaching answering selling own_business counting paperwork""".split()


def rule_file() -> str:
    return (PACKAGE / "profile" / "rules.yaml").read_text(encoding="utf-8")


@cache
def our_rules() -> Rules:
    return read_rules(rule_file())


@cache
def our_occupations() -> tuple[Occupation, ...]:
    file = PACKAGE / "occupations" / "occupations.csv"
    return read_occupations(file.read_text(encoding="utf-8"), file.name)


def heard(said: Mapping[str, Any]) -> Heard:
    return hear_bare(our_flow(), our_rules(), said)


def worked_out(said: Mapping[str, Any] | None = None, **more: Any) -> WorkedOut:
    """`worked_out(situation="looking_now", needs=["dutch"], need_timing={"dutch": "now_first"})`."""
    return work_out(our_rules(), our_occupations(), heard({**(said or {}), **more}))


def cards(rest: int = 0, **weights: int) -> dict[str, int]:
    """All first interest cards: `cards(caring=2)` enjoys caring and nothing else."""
    return {f"interest_{card}": weights.get(card, rest) for card in FIRST_CARDS}


def reference(name: str) -> Any:
    """A reference file; without it a case that stands for those that are skipped."""
    file = REFERENCE / name
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {"cases": [{"name": "nobody"}]}
