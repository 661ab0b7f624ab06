"""Then and now, in words: what is new in what a client shares. The client reads it as "you", the caseworker by name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from kompas.casework.compared import Compared
from kompas.conversation.flow import Flow, Part
from kompas.profile.heard import hear
from kompas.profile.rules import Rules
from kompas.profile.then_and_now import Change, changes
from kompas.usecases.then_and_now import my_then_and_now
from kompas.web.house import house
from kompas.web.lines import TITLES
from kompas.web.phone import current_flow, phone

PART_OF: dict[str, Part] = {
    "new_strength": "good_at",
    "new_driver": "why",
    "new_field": "how",
    "confidence": "next",
    "clarity": "next",
    "plan": "next",
    "help_arranged": "helps",
    "new_need": "helps",
}
AT_THE_DESK: dict[str, LazyString] = {
    "new_strength": _("New among the strengths"),
    "new_driver": _("New among the reasons to work"),
    "new_field": _("New among enjoyed work"),
    "confidence": _("Trusts that it will work"),
    "clarity": _("Knows which work fits"),
    "plan": _("Knows the first step"),
    "help_arranged": _("Help is arranged now"),
    "new_need": _("New among what helps"),
}


@dataclass(frozen=True)
class News:
    """Changes of one kind. `words` and `names` are source sentences, the names of what it is about; maybe none."""

    part: Part
    icon: str
    words: str
    desk_words: LazyString
    names: tuple[str, ...]


@dataclass(frozen=True)
class OnScreen:
    """Both moments, and what is new."""

    then_at: datetime
    now_at: datetime
    news: tuple[News, ...]


def my_news() -> OnScreen | None:
    """For the client's own pages."""
    return news_in(my_then_and_now(phone()))


def news_in(two: Compared | None) -> OnScreen | None:
    """What is new in the second of two moments of sharing; `None` when nothing is."""
    if two is None:
        return None
    rules, flow = house().rules, current_flow()
    by_code: dict[str, list[Change]] = {}
    for one in changes(rules, hear(flow, two.then), hear(flow, two.now)):
        by_code.setdefault(one.code, []).append(one)
    news = tuple(_news(rules, flow, code, found) for code, found in by_code.items())
    return OnScreen(two.then_at, two.now_at, news) if news else None


def _news(rules: Rules, flow: Flow, code: str, found: Iterable[Change]) -> News:
    names = _names(rules, flow, code)
    about = tuple(names[one.about] for one in found if one.about in names)
    part = PART_OF[code]
    return News(part, TITLES[part][1], rules.changes.words[code].name, AT_THE_DESK[code], about)


def _names(rules: Rules, flow: Flow, code: str) -> dict[str, str]:
    """What clients read of the strengths, reasons, fields of work or needs that a change can be about."""
    if code in ("new_strength", "new_driver"):
        said = rules.strengths if code == "new_strength" else rules.drivers
        return {name: flow.questions[card].label for card, name in said.cards.items() if card in flow.questions}
    asked = flow.questions.get(rules.interests.experience if code == "new_field" else rules.needs.chosen)
    return {name: one.text for name, one in asked.options.items()} if asked else {}
