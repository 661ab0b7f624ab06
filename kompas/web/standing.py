"""Where both sides stand on a shared line, in a sentence for the client."""

from flask_babel import gettext as _

from kompas.casework.verdicts import Item
from kompas.web.moments import moment


def standing_for_client(item: Item) -> str:
    """Names and times of who said what; empty while nobody has spoken."""
    if item.caseworker is None:
        return ""
    name = item.caseworker.by_name
    if item.changed:
        return _("You changed this after %(name)s spoke.", name=name)
    if item.standing == "to_talk_about":
        return _("You talk about this together, says %(name)s.", name=name)
    if item.standing == "waits_for_client":
        return _("%(name)s waits for your word.", name=name)
    if item.client is None:
        return ""
    if item.standing == "seen_differently":
        return _("You and %(name)s see this differently. Both views stay.", name=name)
    both = {"name": name, "you": item.client.by_name, "at": moment(max(item.client.at, item.caseworker.at))}
    if item.standing == "confirmed_as_put":
        return _("Confirmed together as %(name)s said it. %(name)s and %(you)s, %(at)s", **both)
    return _("Confirmed together. %(name)s and %(you)s, %(at)s", **both)
