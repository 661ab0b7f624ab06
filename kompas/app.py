"""The app, as a table of contents: what it is made of, in the order in which a request meets it."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import structlog
from flask import Flask, request

from kompas.conversation.flow import Flow
from kompas.conversation.own_words_lists import WordLists, read_lists
from kompas.conversation.reading import read_flow
from kompas.occupations.catalogue import Catalogue, with_official
from kompas.occupations.occupation import Occupation
from kompas.occupations.reading import OccupationMistakes, read_occupations
from kompas.profile.promising import PromisingProfiles, read_promising
from kompas.profile.rules import Rules, read_rules
from kompas.settings import OFFICIAL_OCCUPATIONS, NotConfigured, Settings, load_settings
from kompas.store.archive import Archive
from kompas.usecases.erase import finish_erasures
from kompas.usecases.open_doors import what_is_behind, who_has_not_signed
from kompas.web import (
    about,
    agenda,
    at_a_glance,
    beside,
    caseload,
    casework,
    conversation,
    earlier,
    entry,
    handing_over,
    help_nearby,
    inviting,
    keeping,
    my_data,
    paper,
    paper_together,
    profile,
    profile_paper,
    promising,
    readers,
    region,
    renewing,
    shared_device,
    sharing,
    sign_in,
    suggesting,
    supports,
    together,
    typing,
    wiping,
    work,
)
from kompas.web.assets import serve_assets
from kompas.web.audience import admit_only_the_audience
from kompas.web.csrf import refuse_forged_requests
from kompas.web.headers import file_headers, send_strict_headers
from kompas.web.house import House, move_in
from kompas.web.language import speak_languages
from kompas.web.lines import name_parts
from kompas.web.logs import write_logs
from kompas.web.moments import say_moments
from kompas.web.notices import tell_notices
from kompas.web.openid import OpenID
from kompas.web.organisation import answer_known_hosts_only
from kompas.web.problems import problem_id, tell_problems_kindly
from kompas.web.screens import show_screens
from kompas.web.second_language import show_second_language
from kompas.web.sessions import keep_sessions, recognise_visitors
from kompas.web.shared_device import know_shared_devices
from kompas.web.squeezing import squeeze_pages
from kompas.web.transport import believe_only_our_proxies, insist_on_tls, take_only_what_came_whole
from kompas.web.ways import say_ways
from kompas.web.wording import speak_flows

BLUEPRINTS = (
    entry.blueprint,
    shared_device.blueprint,
    conversation.blueprint,
    agenda.blueprint,
    beside.blueprint,
    paper.blueprint,
    suggesting.blueprint,
    wiping.blueprint,
    profile.blueprint,
    profile_paper.blueprint,
    work.blueprint,
    help_nearby.blueprint,
    about.blueprint,
    sharing.blueprint,
    readers.blueprint,
    my_data.blueprint,
    earlier.blueprint,
    renewing.blueprint,
    caseload.blueprint,
    inviting.blueprint,
    handing_over.blueprint,
    casework.blueprint,
    at_a_glance.blueprint,
    together.blueprint,
    typing.blueprint,
    paper_together.blueprint,
    keeping.blueprint,
    region.blueprint,
    promising.blueprint,
    supports.blueprint,
    sign_in.blueprint,
)

MOST_BYTES = 512 * 1024
"""A pasted life story of eighty pages comes back with a sentence and all its words; beyond that it is no person."""
MOST_FIELDS = 500


def create_app(
    settings: Settings | None = None,
    *,
    clock: Callable[[], datetime] | None = None,
    archive: Archive | None = None,
    flows: Mapping[str, Flow] | None = None,
) -> Flask:
    """A web server's application. Call it after forking: the archive's connections can't be shared by processes.

    Without arguments it reads the settings of this installation. Raises NotConfigured with all that is wrong.
    """
    settings = settings or load_settings()
    write_logs()
    app = Kompas(__name__.rpartition(".")[0], static_folder=None)
    _set_limits(app, settings)
    move_in(app, _house(settings, clock, archive, flows))
    serve_assets(app, file_headers(in_production=settings.in_production))
    believe_only_our_proxies(app, settings)
    take_only_what_came_whole(app)
    squeeze_pages(app)
    send_strict_headers(app)
    tell_problems_kindly(app)
    answer_known_hosts_only(app)
    insist_on_tls(app, settings)
    keep_sessions(app)
    recognise_visitors(app)
    admit_only_the_audience(app)
    refuse_forged_requests(app)
    speak_languages(app)
    say_moments(app)
    tell_notices(app)
    show_screens(app)
    know_shared_devices(app)
    speak_flows(app)
    show_second_language(app)
    name_parts(app)
    say_ways(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app


def _house(
    settings: Settings,
    clock: Callable[[], datetime] | None,
    archive: Archive | None,
    flows: Mapping[str, Flow] | None,
) -> House:
    return House(
        settings=settings,
        archive=archive or open_archive(settings),
        flows=flows or read_flows(),
        now=clock or (lambda: datetime.now(UTC)),
        openid=OpenID(tls_only=settings.in_production),
        own_words=read_own_words(),
        rules=our_rules(),
        promising=our_promising(),
        catalogue=occupations_here(settings),
    )


def _set_limits(app: Flask, settings: Settings) -> None:
    app.config.update(
        SECRET_KEY=settings.secret_key.get_secret_value(),
        MAX_CONTENT_LENGTH=MOST_BYTES,
        MAX_FORM_MEMORY_SIZE=MOST_BYTES,
        MAX_FORM_PARTS=MOST_FIELDS,
    )


def open_archive(settings: Settings) -> Archive:
    return Archive(settings.facts_url, settings.keys_url, settings.unwrapped_master_keys())


def refuse_to_open_too_early(settings: Settings) -> None:
    """Before anybody is let in: raises NotConfigured with all that has to be done first.

    Whoever was erased, and is back with a backup or was left by a kill in the middle, goes here.
    """
    still = what_is_behind(settings.facts_url, settings.keys_url)
    if not still:
        archive = open_archive(settings)
        finish_erasures(archive, datetime.now(UTC))
        still = who_has_not_signed(archive) if settings.in_production else []
        archive.close()
    if still:
        raise NotConfigured(tuple(still))


def read_flows() -> dict[str, Flow]:
    """All conversations of this installation by id. Raises FlowMistakes."""
    files = sorted((Path(__file__).parent / "flows").glob("*.yaml"))
    flows = [read_flow(file.read_text(encoding="utf-8"), file.name) for file in files]
    return {flow.id: flow for flow in flows}


@cache
def read_own_words() -> WordLists:
    """The lists of words, by language, in which stories may tell of a talent. Raises FlowMistakes."""
    files = sorted((Path(__file__).parent / "flows" / "words").glob("*.yaml"))
    return read_lists({file.stem: file.read_text(encoding="utf-8") for file in files})


@cache
def our_rules() -> Rules:
    return read_rules((Path(__file__).parent / "profile" / "rules.yaml").read_text(encoding="utf-8"))


@cache
def our_promising() -> PromisingProfiles:
    return read_promising((Path(__file__).parent / "profile" / "promising_profiles.yaml").read_text(encoding="utf-8"))


@cache
def our_occupations() -> tuple[Occupation, ...]:
    """The hundred that Kompas comes with. Raises OccupationMistakes."""
    file = Path(__file__).parent / "occupations" / "occupations.csv"
    return read_occupations(file.read_text(encoding="utf-8"), file.name)


def occupations_here(settings: Settings) -> Catalogue:
    """The hundred, or with all that this installation imported. Raises NotConfigured where that can't be read."""
    if settings.occupations == "hundred":
        return Catalogue(our_occupations())
    file = settings.instance / OFFICIAL_OCCUPATIONS
    try:
        return with_official(our_occupations(), file.read_text(encoding="utf-8"), file.name)
    except OccupationMistakes as wrong:
        raise NotConfigured(tuple(map(str, wrong.mistakes))) from None
    except (OSError, UnicodeDecodeError):
        sentence = f"KOMPAS_OCCUPATIONS is full, but {file} can't be read. Make it with kompas occupations import."
        raise NotConfigured((sentence,)) from None


class Kompas(Flask):
    def log_exception(self, exc_info: Any) -> None:
        """Without the address of the page: personal links carry a secret in it."""
        structlog.get_logger().error("broke", id=problem_id(), endpoint=request.endpoint, exc_info=exc_info)
