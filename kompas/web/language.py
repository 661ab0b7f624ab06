"""In which language a page is shown, and the switch on every page."""

from pathlib import Path

from babel import Locale
from flask import Blueprint, Flask, current_app, request, session
from flask.typing import ResponseReturnValue
from flask_babel import get_locale

from kompas.usecases.choose_language import choose_language
from kompas.usecases.problems import NotFound
from kompas.web import cookies
from kompas.web.audience import audience
from kompas.web.catalogues import BabelOfOurs
from kompas.web.going import go, local_path
from kompas.web.organisation import Unknown, current_organisation, organisation_shown
from kompas.web.phone import phone
from kompas.web.sessions import visitor

blueprint = Blueprint("language", __name__)

SOURCE = "en"
FIRST = "nl"
CATALOGUES = ("client", "desk")


@blueprint.post("/language")
@audience("anyone")
def choose() -> ResponseReturnValue:
    wanted = request.form.get("language", "")
    if wanted not in current_organisation().languages:
        raise NotFound
    if visitor().role == "client":
        choose_language(phone(), wanted)
    session["language"] = wanted
    return go(local_path(request.form.get("next")))


def speak_languages(app: Flask) -> None:
    app.register_blueprint(blueprint)
    folder = str(Path(app.root_path) / "translations")
    # Flask-Babel wants a folder for each catalogue.
    app.config.update(BABEL_DOMAIN=";".join(CATALOGUES), BABEL_TRANSLATION_DIRECTORIES=";".join([folder] * 2))
    BabelOfOurs(app, default_locale=SOURCE, locale_selector=chosen_language, timezone_selector=_zone)
    app.context_processor(lambda: {"language": language(), "direction": direction(), "languages": languages()})


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
    folders = (Path(current_app.root_path) / "translations").glob("*/LC_MESSAGES")
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
