"""Where everything in the compass stands: a profile as one picture of four directions around a needle.

Pure arithmetic, in units of the picture (as many pixels on a phone of 320 wide). The picture grows with what it says
and never cuts a word: what doesn't fit whole is left to the lines below it. Right-to-left, west and east change places.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kompas.conversation.flow import Part

FOUR: tuple[Part, ...] = ("good_at", "why", "how", "helps")
"""North, then west, east and south; in a language from right to left east comes before west."""

WIDTH, MIDDLE = 288, 144
BESIDE, ABOVE, AT_THE_RIM = 108, 188, 166
"""How wide words may be beside the needle and above or below it, and a title where the rim is round."""
COLUMN = 66
"""From the rim to the middle of what stands beside the needle."""
DISC, RIM_TO_DISC = 15, 25
TITLE, WORD = 13.5, 12.5
"""Sizes of letters."""
TITLE_LINE, WORD_LINE, NEXT_WORD, BELOW = 16, 15, 19, 5
"""From one baseline to the next: within a title, within a word, to the next word; and room below the last."""
MOST_WORDS, MOST_LINES, MOST_LINES_BESIDE = 3, 4, 6

_EM = {**dict.fromkeys("  '’ʼ.,:;!|iIjlłıіїاأإآ،", 0.36), **dict.fromkeys("-–()/?frtгدذرزو", 0.54)}
_EM |= {**dict.fromkeys("mwMWмшщжюфМШЩЖЮФ@%…—", 1.08), **dict.fromkeys("سشصض", 1.15)}
_CAPITAL, _ARABIC, _ELSE = 0.82, 0.78, 0.66


@dataclass(frozen=True)
class Direction:
    """One of the four parts: its name and picture, and the names of its lines, the first that fit of which are drawn.

    `leads`: its lines stand on the same page.
    """

    part: Part
    title: str
    icon: str
    names: tuple[str, ...] = ()
    leads: bool = False


@dataclass(frozen=True)
class Saying:
    """A title or a word, in rows: the baseline of each with its text."""

    rows: tuple[tuple[int, str], ...]

    @property
    def text(self) -> str:
        return " ".join(text for _y, text in self.rows)


@dataclass(frozen=True)
class Petal:
    """A direction in its place. `x`: the middle of all it says; `disc`: how far down its icon is."""

    direction: Direction
    x: int
    disc: int
    title: Saying
    words: tuple[Saying, ...]

    @property
    def told(self) -> tuple[str, ...]:
        """The words in the picture, for who hears it."""
        return tuple(word.text for word in self.words)


@dataclass(frozen=True)
class Compass:
    """`edge`: how far down the petal in the north reaches, and up the one in the south."""

    height: int
    edge: int
    petals: tuple[Petal, ...]
    mirrored: bool

    @property
    def point(self) -> int:
        """From the middle of the needle to its ends."""
        return min(62, self.height // 2 - self.edge - 20)

    @property
    def areas(self) -> tuple[str, ...]:
        """The ground of each petal as a path of SVG, which the rim cuts round: each points to the needle."""
        near, deep = self.edge, self.height - self.edge
        west, east = (
            f"M{side} {near - 4}Q{bend} {near - 1} 144 {near + 14}V{deep - 14}Q{bend} {deep + 1} {side} {deep + 4}z"
            for side, bend in ((0, 98), (WIDTH, 190))
        )
        north = f"M0 0V{near - 4}{self.borders[0]}V0z"
        south = f"M0 {self.height}V{deep + 4}{self.borders[1]}V{self.height}z"
        return (north, east, west, south) if self.mirrored else (north, west, east, south)

    @property
    def borders(self) -> tuple[str, str]:
        """From left to right below the north and above the south."""
        near, deep = self.edge, self.height - self.edge
        return (
            f"Q98 {near - 1} 144 {near + 14}Q190 {near - 1} 288 {near - 4}",
            f"Q98 {deep + 1} 144 {deep - 14}Q190 {deep + 1} 288 {deep + 4}",
        )

    @property
    def gaps(self) -> str:
        """Between the petals."""
        near, deep = self.edge, self.height - self.edge
        return f"M0 {near - 4}{self.borders[0]}M0 {deep + 4}{self.borders[1]}M144 {near + 14}V{deep - 14}"


def compass_of(directions: Sequence[Direction], *, mirrored: bool = False) -> Compass:
    """`directions` in the order of FOUR."""
    north, west, east, south = (_Said.of(one, place) for place, one in enumerate(directions))
    rim = RIM_TO_DISC + DISC + 2
    edge = rim + max(north.height, south.height) + 6
    height = max(2 * edge + max(west.height, east.height) + 2 * DISC + 32, WIDTH)
    height += height % 2
    left, right = (WIDTH - COLUMN, COLUMN) if mirrored else (COLUMN, WIDTH - COLUMN)
    petals = (
        north.stands(MIDDLE, RIM_TO_DISC, rim),
        west.stands_beside(left, height // 2),
        east.stands_beside(right, height // 2),
        south.stands(MIDDLE, height - RIM_TO_DISC, height - rim - south.height),
    )
    return Compass(height, edge, petals, mirrored)


@dataclass(frozen=True)
class _Said:
    """What a direction says, in lines, before it has a place."""

    direction: Direction
    title: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, direction: Direction, place: int) -> "_Said":
        beside = place in (1, 2)
        title = _whole(direction.title, BESIDE if beside else AT_THE_RIM, TITLE)
        most = MOST_LINES_BESIDE if beside else MOST_LINES
        return cls(direction, title, tuple(_fitting(direction.names, BESIDE if beside else ABOVE, most)))

    @property
    def height(self) -> int:
        lines = sum(map(len, self.words))
        return TITLE_LINE * len(self.title) + WORD_LINE * lines + (NEXT_WORD - WORD_LINE) * len(self.words) + BELOW

    def stands(self, x: int, disc: int, top: int) -> Petal:
        down = top + TITLE_LINE - 3
        title, down = _rows(self.title, down, TITLE_LINE)
        words = []
        for word in self.words:
            saying, down = _rows(word, down + NEXT_WORD, WORD_LINE)
            words.append(saying)
        return Petal(self.direction, x, disc, title, tuple(words))

    def stands_beside(self, x: int, middle: int) -> Petal:
        top = middle - (2 * DISC + 2 + self.height) // 2
        return self.stands(x, top + DISC, top + 2 * DISC + 2)


def _rows(lines: tuple[str, ...], first: int, line: int) -> tuple[Saying, int]:
    """The lines below each other, and the last baseline."""
    rows = tuple((first + line * place, text) for place, text in enumerate(lines))
    return Saying(rows), rows[-1][0]


def _fitting(names: Sequence[str], room: float, most: int) -> Iterator[tuple[str, ...]]:
    """The first names that fit whole, in their order."""
    chosen = 0
    for name in names:
        lines = _whole(name, room, WORD)
        if chosen < MOST_WORDS and len(lines) <= most and _widest(lines, WORD) <= room:
            chosen, most = chosen + 1, most - len(lines)
            yield lines


def _whole(text: str, room: float, size: float) -> tuple[str, ...]:
    """In as few lines as the room asks for, and these as even as they can be. A word that is wider stands alone."""
    lines = _broken(text, room, size)
    tighter = _broken(text, _widest(lines, size) - 1, size)
    while len(tighter) == len(lines) and _widest(tighter, size) < _widest(lines, size):
        lines, tighter = tighter, _broken(text, _widest(tighter, size) - 1, size)
    return lines


def _broken(text: str, room: float, size: float) -> tuple[str, ...]:
    lines: list[str] = []
    for word in text.split():
        if lines and width(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def _widest(lines: Sequence[str], size: float) -> float:
    return max((width(one, size) for one in lines), default=0)


def width(text: str, size: float) -> float:
    """At most how wide, whatever letters the reader's machine has."""
    return size * sum(_EM.get(letter) or _usual(letter) for letter in text)


def _usual(letter: str) -> float:
    return _CAPITAL if letter.isupper() else _ARABIC if "؀" <= letter <= "ۿ" else _ELSE
