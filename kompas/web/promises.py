"""The promises of the first screen: kept by the program where a program can, and signed by the organisation."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

PROMISES: tuple[LazyString, ...] = (
    _("You choose to do this. Stopping or skipping changes nothing. Your caseworker doesn't see whether you began."),
    _("You decide for each answer: share it, talk about it first, or keep it. You can change that at any time."),
    _("You see exactly what your caseworker sees. You see who opened it, and when."),
    _("It is for your talk about work. It is never used for checks, penalties, benefits or lists."),
    _("We ask what helps you. We never ask about illness, debts or reasons."),
    _("You can take it with you, correct it, and have it erased. If a law makes us keep a line, we say which one."),
)
