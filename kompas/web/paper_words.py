"""Whom a question on paper is for, in plain words."""

from flask_babel import force_locale
from flask_babel import gettext as _

from kompas.conversation.paper import OnlyIf
from kompas.web.second_language import second
from kompas.web.wording import say


def only_if(one: OnlyIf, *, too: bool = False) -> str:
    """In the language of the page; `too`: in the second one, empty where one is shown."""
    beside = second()
    if not too:
        return _said(one)
    if beside is None:
        return ""
    with force_locale(beside.code):
        return _said(one)


def _said(one: OnlyIf) -> str:
    if one.options:
        chosen = " / ".join(say(option) for option in one.options)
        return str(_("Only if you chose “%(option)s” at question %(number)s.", option=chosen, number=one.number))
    if one.number:
        return str(_("This is about what you chose at question %(number)s.", number=one.number))
    return str(_("Only if this fits you."))
