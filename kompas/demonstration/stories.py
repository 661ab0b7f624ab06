"""What happened to the made-up clients of the seed: one for every state that a talk about work can be in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kompas.demonstration.person import EVERYTHING

When = Literal["today", "this_week", "next_week", "later", "held", "a_year_ago"]


@dataclass(frozen=True)
class Story:
    """`says` is how far they came on their phone; `share` their choice per part, none when they shared nothing.

    `lines` are choices by kind of line, where a part is shared line by line (the rest is shared). The numbers say about
    how many lines caseworker and client said what. `again`: a year later they are invited to a new talk.
    """

    name: str
    when: tuple[When, ...]
    says: Literal["nothing", "begins", "all"] = "all"
    share: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, str] = field(default_factory=dict)
    opened: bool = False
    confirmed: int = 0
    waiting: int = 0
    not_now: int = 0
    differently: int = 0
    as_put: int = 0
    at_the_desk: int = 0
    takes_back: bool = False
    changes: bool = False
    ends: Literal["", "withdrawn", "renewed"] = ""
    again: Literal["", "silent", "shares"] = ""


COMING: tuple[When, ...] = ("this_week", "next_week", "next_week", "this_week", "later")
SOON: tuple[When, ...] = ("this_week", "next_week")
HELD: tuple[When, ...] = ("held",)
A_YEAR_AGO: tuple[When, ...] = ("a_year_ago",)
SOME = {**EVERYTHING, "why": "keep", "about": "keep"}
LESS = {**EVERYTHING, "helps": "keep"}
TALK_FIRST = {**EVERYTHING, "helps": "talk"}
TALK_TWICE = {**EVERYTHING, "helps": "talk", "about": "talk", "why": "keep"}
BY_LINE = {**EVERYTHING, "helps": "lines"}
ALL_BY_LINE = dict.fromkeys(EVERYTHING, "lines")

STORIES = (
    *(Story("invited, and silent", COMING, says="nothing"),) * 4,
    Story("invited for today", ("today",), says="nothing"),
    Story("never came", HELD, says="nothing"),
    *(Story("begun and stopped", COMING, says="begins"),) * 4,
    *(Story("answered, nothing shared", COMING),) * 2,
    *(Story("shared all", SOON, share=EVERYTHING),) * 3,
    *(Story("shared all, for today", ("today",), share=EVERYTHING, opened=True),) * 2,
    Story("shared some", SOON, share=SOME),
    Story("shared some, and opened", SOON, share=LESS, opened=True),
    Story("shared some, for today", ("today",), share=LESS, opened=True),
    Story("line by line", SOON, share=BY_LINE, lines={"need": "talk", "supporter": "keep"}),
    Story(
        "line by line, all of it",
        SOON,
        share=ALL_BY_LINE,
        lines={"schooling": "keep", "confidence": "keep"},
        opened=True,
    ),
    Story("line by line, and own words kept", SOON, share=ALL_BY_LINE, lines={"own": "keep", "need": "talk"}),
    *(Story("talk about it first", SOON, share=TALK_FIRST, opened=True),) * 2,
    Story("talk about more first", SOON, share=TALK_TWICE),
    Story("opened", SOON, share=EVERYTHING, opened=True),
    *(Story("waits for the client", HELD, share=EVERYTHING, confirmed=2, waiting=3),) * 2,
    *(Story("confirmed together", HELD, share=EVERYTHING, confirmed=9),) * 2,
    Story("confirmed together, needs talked about", HELD, share=TALK_FIRST, confirmed=7),
    *(Story("seen differently", HELD, share=EVERYTHING, confirmed=5, differently=1),) * 2,
    Story("as the caseworker put it", HELD, share=EVERYTHING, confirmed=5, as_put=1),
    Story("not now", HELD, share=EVERYTHING, confirmed=3, not_now=2),
    Story("of everything something", HELD, share=SOME, confirmed=3, waiting=1, not_now=1, differently=1, as_put=1),
    Story("taken back some", SOON, share=EVERYTHING, opened=True, takes_back=True),
    Story("changed an answer since", SOON, share=EVERYTHING, opened=True, changes=True),
    Story("on the caseworker's screen", HELD, share=EVERYTHING, at_the_desk=5),
    Story("a year ago, and shares anew", A_YEAR_AGO, share=EVERYTHING, confirmed=4, as_put=1, again="shares"),
    Story("a year ago, shared", A_YEAR_AGO, share=EVERYTHING, opened=True),
    Story("a year ago, confirmed", A_YEAR_AGO, share=EVERYTHING, confirmed=6, differently=1),
    Story("a year ago, and again now", A_YEAR_AGO, share=LESS, confirmed=5, again="silent"),
    Story("a year ago silent, and again now", A_YEAR_AGO, says="begins", again="silent"),
    Story("a year ago, silent", A_YEAR_AGO, says="nothing"),
    Story("withdrawn", COMING, says="nothing", ends="withdrawn"),
    Story("a new letter", SOON, says="begins", ends="renewed"),
)
