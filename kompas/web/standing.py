"""Where both sides stand on a shared line, in a sentence for the client."""

from flask_babel import gettext as _

from kompas.casework.people import Verdict
from kompas.casework.verdicts import Item
from kompas.web.moments import moment


def standing_for_client(item: Item) -> str:
    """Names and times of who said what; empty while nobody has spoken."""
    if item.caseworker is None:
        return ""
    name = item.caseworker.by_name
    if item.changed:
        return _("You changed this after %(name)s spoke.", name=name)
    if item.standing == "waits_for_client":
        return _("%(name)s is waiting for your answer.", name=name)
    if item.client is None:
        return _("You talk about this together, says %(name)s.", name=name)
    return " ".join(filter(None, (_both_spoke(item, item.caseworker, item.client), on_whose_screen(item.client))))


def _both_spoke(item: Item, caseworker: Verdict, client: Verdict) -> str:
    name = caseworker.by_name
    if item.standing == "to_talk_about":
        return _("%(name)s agrees, and you see it differently. You talk about this together.", name=name)
    both = {"name": name, "you": client.by_name, "at": moment(client.at)}
    if item.standing == "seen_differently":
        return _("You see this differently. Both views stay. %(name)s and %(you)s, %(at)s.", **both)
    if item.standing == "confirmed_as_put":
        return _("Confirmed together as %(name)s said it. %(name)s and %(you)s, %(at)s.", **both)
    return _("Confirmed together. %(name)s and %(you)s, %(at)s.", **both)


def on_whose_screen(client: Verdict) -> str:
    """Where the client spoke; empty for their own phone."""
    if client.where != "desk":
        return ""
    return _("You said it on the screen of %(name)s, with your code.", name=client.screen_of)
