"""In which language a page is shown, and the switch on every page: to another one, or to two at once."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from babel import Locale
from flask import Blueprint, Flask, current_app, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale, refresh

from kompas.usecases.choose_language import choose_language
from kompas.usecases.problems import NotFound
from kompas.web import cookies
from kompas.web.audience import audience
from kompas.web.catalogues import BabelOfOurs, reviewed_by, translations
from kompas.web.going import go, local_path, wants_swap
from kompas.web.organisation import Unknown, current_organisation, organisation_shown
from kompas.web.phone import phone
from kompas.web.second_language import second
from kompas.web.sessions import visitor
from kompas.web.unsent import shown_again, something_stands_there

blueprint = Blueprint("language", __name__)

SOURCE = "en"
FIRST = "nl"
CATALOGUES = ("client", "desk")


@blueprint.post("/language")
@audience("anyone")
def choose() -> ResponseReturnValue:
    """Another language, or a second one beside it, on the screen at `next`: with what stood in it unsent."""
    form = request.form
    spoken, too = (language(), form["too"]) if "too" in form else (form.get("language", ""), _beside(form))
    if spoken not in current_organisation().languages or (too and too not in _spoken()):
        raise NotFound
    if visitor().role == "client":
        choose_language(phone(), spoken, too)
    session.update(language=spoken, too=too)
    refresh()
    address = local_path(request.values.get("next"))
    if address.startswith(url_for("language.choose")):
        return go("/")
    return shown_again(address) if wants_swap() or something_stands_there() else go(address)


@blueprint.get("/language")
@audience("anyone")
def after_choosing() -> ResponseReturnValue:
    """For a browser that opens a screen anew whose address is still that of the switch."""
    return go(local_path(request.args.get("next")))


def _beside(form: Mapping[str, str]) -> str:
    """The second language when another first one is chosen: Dutch, and beside Dutch the one that was read until now."""
    if not session.get("too") or form.get("language") == language():
        return str(session.get("too") or "")
    return language() if form.get("language") == FIRST else FIRST


def speak_languages(app: Flask) -> None:
    app.register_blueprint(blueprint)
    # Flask-Babel wants a folder for each catalogue.
    app.config.update(
        BABEL_DOMAIN=";".join(CATALOGUES), BABEL_TRANSLATION_DIRECTORIES=";".join([translations(app)] * 2)
    )
    BabelOfOurs(app, default_locale=SOURCE, locale_selector=chosen_language, timezone_selector=_zone)
    app.context_processor(_for_the_switch)


def _for_the_switch() -> dict[str, Any]:
    """`beside`: code and own name of the language that can be shown besides this one, or is."""
    shown = second()
    beside = shown.code if shown else "" if language() == FIRST else FIRST
    return {
        "language": language(),
        "direction": direction(),
        "languages": languages(),
        "second_choice": (beside, own_name(beside)) if beside else None,
        "reviewed_by": reviewed_by(language()),
    }


def language() -> str:
    """The language of this page, as it stands in `<html lang>`."""
    return str(get_locale())


def direction() -> str:
    """ltr or rtl, as it stands in `<html dir>`."""
    return str(getattr(get_locale(), "text_direction", "ltr"))


def _offered() -> tuple[str, ...]:
    """By the organisation; while nobody can tell which one it is, all that the program speaks."""
    here = organisation_shown()
    return _spoken() if isinstance(here, Unknown) else here.languages if here else ()


def _spoken() -> tuple[str, ...]:
    folders = Path(translations(current_app)).glob("*/LC_MESSAGES")
    return tuple(dict.fromkeys((FIRST, SOURCE, *sorted(folder.parent.name for folder in folders))))


def languages() -> list[tuple[str, str]]:
    """Code and own name of each language the organisation offers, for the switch."""
    return [(code, own_name(code)) for code in _offered()]


def own_name(code: str) -> str:
    """What a language calls itself: "Nederlands"."""
    name = Locale.parse(code).get_display_name(code) or code
    return name[0].upper() + name[1:]


def chosen_language() -> str:
    """The visitor's choice (a client's stored language is put there at the door), also of a session that is over or
    can't be read; else the browser's, else the first of the organisation."""
    offered = _offered()
    for chosen in (session.get("language"), cookies.read(request, cookies.LANGUAGE)):
        if chosen in offered:
            return str(chosen)
    return _asked_by_browser(offered) or next(iter(offered), SOURCE)


def _asked_by_browser(offered: tuple[str, ...]) -> str | None:
    """Werkzeug's own match would give English to a phone that asks for Dutch of the Netherlands, else English."""
    wanted = (language.partition("-")[0].lower() for language, _ in request.accept_languages)
    return next((language for language in wanted if language in offered), None)


def _zone() -> str:
    here = organisation_shown()
    return here.zone if here and not isinstance(here, Unknown) else "UTC"
