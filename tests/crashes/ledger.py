"""What people sent and what was acknowledged, held against what is stored: nothing lost, doubled or torn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from kompas.conversation.answers import Answer

Fate = Literal["acknowledged", "unknown", "refused"]
Row = tuple[str, Answer]
"""A slot, and what was said there: as it is sent, and as it is stored."""


@dataclass
class Ledger:
    """Everything one person sent, in order: they wait for each reply, or for the line to break."""

    sent: list[tuple[Row, Fate]] = field(default_factory=list)

    def notes(self, slot: str, answer: Answer, fate: Fate) -> None:
        """`unknown`: no reply came back whole. It may be stored, whole, or not at all."""
        self.sent.append(((slot, answer), fate))

    @property
    def acknowledged(self) -> int:
        return sum(fate == "acknowledged" for _row, fate in self.sent)

    @property
    def unknown(self) -> int:
        return sum(fate == "unknown" for _row, fate in self.sent)

    def explains(self, stored: Sequence[Row]) -> bool:
        """Can these rows, in this order and no others, be what becomes of what was sent?

        An acknowledged answer is a row, unless it says what the newest one of its slot says already. One without a
        reply is the same, or nothing. So a lost answer, a doubled one, a torn one and one in the wrong order all show.
        """
        newest: list[Mapping[str, Answer]] = [{}]
        for slot, answer in stored:
            newest.append({**newest[-1], slot: answer})
        places = {0}
        for row, fate in self.sent:
            places = {after for place in places for after in _ways_on(row, fate, place, stored, newest)}
        return len(stored) in places

    def differs(self, stored: Sequence[Row]) -> str:
        """For whoever has to find out why: both sides, slot by slot, where the newest one is not what was sent last."""
        kept = dict(stored)
        last = {slot: (answer, fate) for (slot, answer), fate in self.sent if fate == "acknowledged"}
        lost = [f"{slot}: {answer} ({fate}), stored {kept.get(slot)}" for slot, (answer, fate) in last.items()]
        return "\n".join([*lost, f"sent: {self.sent}", f"stored: {list(stored)}"])


def _ways_on(
    row: Row, fate: Fate, place: int, stored: Sequence[Row], newest: Sequence[Mapping[str, Answer]]
) -> Iterable[int]:
    """How many rows may be stored after this was sent, when `place` rows were before."""
    slot, answer = row
    if fate != "acknowledged" or newest[place].get(slot) == answer:
        yield place
    if fate != "refused" and place < len(stored) and stored[place] == row and newest[place].get(slot) != answer:
        yield place + 1


def counted(ledgers: Iterable[Ledger], rows: int) -> str:
    """For the summary at the end of a run."""
    all_of_them = list(ledgers)
    acknowledged = sum(one.acknowledged for one in all_of_them)
    unknown = sum(one.unknown for one in all_of_them)
    return f"{acknowledged} answers acknowledged, {unknown} without a reply, {rows} stored: 0 lost, 0 doubled"
