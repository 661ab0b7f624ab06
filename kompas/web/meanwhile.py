"""Who said what of a line while a page with it was open: told to the one who speaks later, on either side."""

from flask_babel import gettext as _

from kompas.casework.people import Verdict
from kompas.usecases.confirm import Meanwhile


def said_meanwhile(problem: Meanwhile) -> str:
    """What happened, that nothing was kept, and what to do."""
    last = problem.item.words.last
    happened = _("This line has changed.") if problem.changed or last is None else _said(last)
    return happened + " " + _("Your word is not saved yet. Look once more.")


def _said(last: Verdict) -> str:
    if last.word == "agreed":
        return _("%(name)s just said: agreed.", name=last.by_name)
    if last.word == "not_now":
        return _("%(name)s just said: not now.", name=last.by_name)
    return _("%(name)s just said: seen differently.", name=last.by_name)
