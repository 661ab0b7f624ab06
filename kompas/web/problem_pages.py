"""The page of every problem: what happened, and what to do. Written down once."""

from dataclasses import dataclass

from flask_babel import LazyString
from flask_babel import lazy_gettext as _
from flask_wtf.csrf import CSRFError

from kompas.store.away import ArchiveAway
from kompas.usecases.enter import WINDOW
from kompas.usecases.problems import (
    ConversationClosed,
    NotAllowed,
    NotFound,
    NotKnownHere,
    ProviderAway,
    SignedOut,
    SignInRefused,
    Stale,
    TooManyTries,
)


@dataclass(frozen=True)
class Page:
    """`go_to` is where the one button leads: "/" is where this visitor begins, "again" the page they came from.

    With `send_again` the button sends what was posted once more, where that is safe (`web/typed.py`);
    `send_again_first` then says what to do before. `wait` is in seconds: when it makes sense to come back.
    """

    status: int
    title: LazyString
    what_happened: LazyString
    what_to_do: LazyString
    action_text: LazyString
    go_to: str = "/"
    send_again: LazyString | None = None
    send_again_first: LazyString | None = None
    wait: int = 0
    template: str = "problems/problem.html"


NOT_FOUND = Page(
    404,
    _("This page is not here"),
    _("The address may have a typing mistake, or the page is gone."),
    _("Go back to the start. Everything you did is still there."),
    _("To the start"),
)
NOT_ALLOWED = Page(
    403,
    _("This page is not for you"),
    _("It is meant for somebody else. You did nothing wrong."),
    _("Go back to your own start."),
    _("To the start"),
)
OLD_PAGE = Page(
    400,
    _("This page was open for long"),
    _("That is why we could not save your last tap. Nothing else is lost."),
    _("Go on and do it once more. Does it not help? Allow cookies for this page."),
    _("Go on"),
    "again",
    _("Send it again"),
    _("Send it once more with this button."),
)
STALE = Page(
    409,
    _("Something has changed"),
    _("While this page was open, something changed. That is why we did not save your last tap."),
    _("Look how it is now, and go on from there."),
    _("Look again"),
    "again",
)
TOO_BIG = Page(
    413,
    _("That was too much at once"),
    _("We could not save it, because it is too long."),
    _("Go back and make it shorter."),
    _("Go on"),
    "again",
)
TOO_MANY = Page(
    429,
    _("Please wait a moment"),
    _("There were many tries in a short time."),
    _("Try again in 15 minutes. Or ask your caseworker for help."),
    _("To the start"),
    "/",
    _("Try again"),
    _("Wait 15 minutes, then press the button. Or ask your caseworker for help."),
    int(WINDOW.total_seconds()),
)
NOT_UNDERSTOOD = Page(
    400,
    _("We could not read that"),
    _("Something went wrong on the way to us."),
    _("Go on and try it once more."),
    _("Go on"),
    "again",
)
BROKEN = Page(
    500,
    _("Something broke on our side"),
    _("It is not your fault. Everything until now is kept."),
    _("Try again in a moment."),
    _("Go on"),
    "again",
    _("Send it again"),
    _("Wait a moment, then send it again with this button."),
)
AWAY = Page(
    503,
    _("We are away for a moment"),
    _("It is not your fault. Everything until now is kept."),
    _("Wait a moment, then try again."),
    _("Try again"),
    "again",
    _("Send it again"),
    _("We could not save your last tap yet. Wait a moment, then send it again with this button."),
    10,
)
CLOSED = Page(
    403,
    _("This conversation was closed here"),
    _("Open the link in your letter again. Or type your code here. Does it open? Then your answers are still there."),
    _("It does not open? Ask your caseworker for a new letter."),
    _("Go on"),
    template="problems/closed.html",
)
SIGNED_OUT = Page(
    403,
    _("You were signed out"),
    _("That happens after an hour without a tap, and at the end of the day. What you saved is kept."),
    _("Sign in again to go on."),
    _("Sign in"),
    template="problems/signed_out.html",
)
NOT_KNOWN_HERE = Page(
    403,
    _("You are not known here yet"),
    _("Signing in worked, but you have no place in a team here."),
    _("Ask your administrator to add you. Then sign in again."),
    _("To sign in"),
    "/sign-in",
)
SIGN_IN_REFUSED = Page(
    400,
    _("Signing in did not work"),
    _("The answer of the sign-in page was not complete, or it was too late."),
    _("Please start again. That almost always helps."),
    _("To sign in"),
    "/sign-in",
)
PROVIDER_AWAY = Page(
    503,
    _("Signing in is not possible right now"),
    _("The sign-in page of your organisation does not answer."),
    _("Try again in a few minutes. Or tell your administrator."),
    _("To sign in"),
    "/sign-in",
    wait=60,
)

# The first one that fits counts.
PAGES: tuple[tuple[type[Exception], Page], ...] = (
    (ArchiveAway, AWAY),
    (CSRFError, OLD_PAGE),
    (NotFound, NOT_FOUND),
    (ConversationClosed, CLOSED),
    (SignedOut, SIGNED_OUT),
    (NotAllowed, NOT_ALLOWED),
    (Stale, STALE),
    (TooManyTries, TOO_MANY),
    (NotKnownHere, NOT_KNOWN_HERE),
    (SignInRefused, SIGN_IN_REFUSED),
    (ProviderAway, PROVIDER_AWAY),
)
BY_STATUS = {404: NOT_FOUND, 405: NOT_FOUND, 403: NOT_ALLOWED, 413: TOO_BIG, 429: TOO_MANY}


def page_of(problem: Exception) -> Page:
    return next((page for kind, page in PAGES if isinstance(problem, kind)), NOT_UNDERSTOOD)
