"""The caseworker who is asking, with what their desk needs."""

from babel import Locale
from flask import g, render_template
from flask_babel import get_locale

from kompas.usecases.parties import Desk, sit_down
from kompas.web.house import house
from kompas.web.organisation import current_organisation
from kompas.web.sessions import signed_in_caseworker


def desk() -> Desk:
    """The caseworker's side, for a use case. Looked up once in a request; raises NotKnownHere for who left."""
    if "desk" not in g:
        g.desk = sit_down(house().archive, current_organisation().id, signed_in_caseworker())
    found: Desk = g.desk
    return found


def on_desk(template: str, **shown: object) -> str:
    """A screen of the desk: what it shows, under a bar with the caseworker's own name."""
    return render_template(template, caseworker=desk().caseworker, language_name=language_name, **shown)


def language_name(code: str) -> str:
    """What the reader calls a language: "Arabisch" at a Dutch desk, where its own name may be hard to read."""
    return Locale.parse(code).get_display_name(get_locale()) or code
