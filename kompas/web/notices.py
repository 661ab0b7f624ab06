"""Sentences that the next page tells: named in its address, so that nothing needs to be kept for them."""

from flask import Flask, request
from flask_babel import LazyString, lazy_gettext

NOTICES: dict[str, LazyString] = {
    "open-again": lazy_gettext("Your page was closed. Open your personal link again, or type your code."),
    "sign-in-first": lazy_gettext("Please sign in first. Then you can go on."),
    "signed-out": lazy_gettext("You are signed out."),
    "word-saved": lazy_gettext("Your word is saved."),
    "wiped": lazy_gettext("The answer is wiped."),
    "started-over": lazy_gettext("Everything is wiped. You can begin anew."),
    "handed-over": lazy_gettext("Your client is handed over. Your colleague has them in their own list now."),
    "shared-anew": lazy_gettext("Your client shared anew meanwhile. Your word is kept; this is how it is now."),
    "quiet": lazy_gettext("It was quiet for 15 minutes. That is why we closed it."),
    "paper-typed": lazy_gettext("Typed in. It counts once your client has looked it through."),
    "paper-kept": lazy_gettext("What you wrote on paper is kept."),
    "paper-kept-here": lazy_gettext("Your answers are kept. On a phone you choose what you share."),
    "still-right": lazy_gettext("Thank you. Your caseworker sees that this is still right."),
    "put-aside": lazy_gettext("Put aside. You find it below these ideas."),
    "going-for": lazy_gettext("You are going for this. See below what you still need."),
    "going-for-enough": lazy_gettext("You go for three already. Take one back first."),
    "let-go": lazy_gettext("You are no longer going for this."),
    "brought-back": lazy_gettext("This work counts again."),
    "line-hidden": lazy_gettext("Hidden. You find it at the foot of this page."),
    "line-said": lazy_gettext("Your words stand beside the line now."),
    "line-as-it-was": lazy_gettext("The line stands there as before."),
    "support-kept": lazy_gettext("Your change is kept."),
    "support-gone": lazy_gettext("It is taken away."),
    "row-kept": lazy_gettext("The row is kept."),
    "row-away": lazy_gettext("The row is taken away: it counts as not known now."),
    "stopped": lazy_gettext("Everything you told is kept. Open your link again to go on."),
}


def notice() -> LazyString | None:
    """The sentence that this page has to tell first, or None."""
    return NOTICES.get(request.args.get("notice", ""))


def tell_notices(app: Flask) -> None:
    app.jinja_env.globals["notice"] = notice
