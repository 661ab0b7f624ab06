"""What stood on a screen, ticked and typed but not sent, when another language was chosen: it stands there again.

The switch belongs to the form of the screen, so a browser sends along what is in it, with or without JavaScript. The
screen is drawn anew as if it were opened (GET): nothing is kept, and no deed can be done this way.
"""

from flask import current_app, g, make_response, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from kompas.web.audience import audience_of
from kompas.web.going import go
from kompas.web.sessions import visitor

WHOLE = {"HX-Push-Url": "false", "HX-Retarget": "body", "HX-Reselect": "body", "HX-Reswap": "innerHTML"}
"""With htmx all of the page is taken: what stands around the screen speaks a language too. No history is written."""


SAYS_NOTHING = frozenset({"csrf_token", "about", "came_from", "seen", "back", "next", "language", "too"})
"""Fields that a screen sends along whatever stands in it."""


def something_stands_there() -> bool:
    """Was anything ticked or typed, or emptied? If not, a redirect serves better: browsers go back through it."""
    return any(value for name, value in request.form.items() if name not in SAYS_NOTHING)


def unsent() -> ImmutableMultiDict[str, str]:
    """The fields as they stood there; empty unless this screen is shown again."""
    return request.form if g.get("shown_again") else ImmutableMultiDict()


def shown_again(address: str) -> ResponseReturnValue:
    """The screen at `address` (a local path) with what stood on it. The browser's history notices nothing."""
    try:
        endpoint, values = current_app.url_map.bind(request.host).match(address.partition("?")[0], method="GET")
    except (HTTPException, RequestRedirect):
        return go(address)
    if audience_of(endpoint) not in {"anyone", visitor().role}:
        return go(address)
    g.here, g.shown_again = address, True
    response = make_response(current_app.view_functions[endpoint](**values))
    response.headers.update(WHOLE)
    return response
