"""Every page about a problem, for everyone who can meet it, with and without htmx."""

import pytest

from kompas.usecases.problems import Problem
from kompas.web import problem_pages
from kompas.web.problem_pages import PAGES
from tests.web.arrivals import an_invited_client, comes_in, signs_in
from tests.web.losing import away, no_longer_fresh
from tests.web.pages import Person
from tests.web.planted import every_problem, plant

TOLD_WHERE_IT_HAPPENS = {"DoesNotOpen", "WordsMissing", "NotAColleague"}
"""The screen that asked says these itself, with what was typed still in it."""

PROBLEMS = {
    "NotFound": (404, "This page is not here"),
    "NotAllowed": (403, "This page is not for you"),
    "ConversationClosed": (403, "This conversation was closed here"),
    "SignedOut": (403, "You were signed out"),
    "Stale": (409, "Something has changed"),
    "TooManyTries": (429, "Please wait a moment"),
    "NotKnownHere": (403, "You are not known here yet"),
    "SignInRefused": (400, "Signing in did not work"),
    "ProviderAway": (503, "Signing in is not possible right now"),
}
CASES = {
    **{name: (f"/planted/problem/{name}", *expected) for name, expected in PROBLEMS.items()},
    "no such page": ("/nowhere", 404, "This page is not here"),
    "asked in another way": ("/unshare", 404, "This page is not here"),
    "broken": ("/planted/broken", 500, "Something broke on our side"),
    "away": ("/planted/away", 503, "We are away for a moment"),
}
POSTED = {
    "too big": ({"words": "x" * 600_000}, 413, "That was too much at once"),
    "an old page": ({"words": "hello"}, 400, "This page was open for long"),
}


@pytest.fixture(params=["stranger", "client", "caseworker"])
def who(request):
    return request.param


@pytest.fixture
def person(who, make_app, settings, archive, municipality, clock, provider, fatima):
    """With errors that nobody foresaw as people meet them: as a page."""
    person = Person(plant(make_app(settings)))
    if who == "client":
        comes_in(person, an_invited_client(archive, municipality, clock, language="nl"))
    if who == "caseworker":
        signs_in(person, provider)
        person.get("/clients").press("Nederlands")
    return person


def in_the_language_of(who):
    return "en" if who == "stranger" else "nl"


def test_every_problem_has_a_page_or_is_told_where_it_happens(app):
    without = {name for name, one in every_problem().items() if not any(issubclass(one, kind) for kind, _ in PAGES)}
    assert without <= TOLD_WHERE_IT_HAPPENS
    assert {kind.__name__ for kind, _ in PAGES if issubclass(kind, Problem)} == PROBLEMS.keys()


@pytest.mark.parametrize("htmx", [False, True], ids=["whole", "swapped"])
@pytest.mark.parametrize("case", [*CASES, *POSTED])
def test_every_page_about_a_problem_is_whole(person, who, case, htmx):
    """One heading, the visitor's language, one way on that opens, no details. `Page` itself looks over the rest."""
    sent = {"HX-Request": "true"} if htmx else {}
    if case in CASES:
        address, status, heading = CASES[case]
        page = person.get(address, **sent)
    else:
        fields, status, heading = POSTED[case]
        page = person.post("/planted/post", fields, **sent)
    assert page.status == status
    assert page.is_swap == htmx
    assert _language(page, htmx) == in_the_language_of(who)
    assert _meant(page, who) == heading
    assert page.response.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in page.response.headers["Content-Security-Policy"]
    assert ("HX-Retarget" in page.response.headers) == htmx
    assert "canary" not in page.body
    _leads_on(page)


def _language(page, htmx):
    shown = page.tree.by_id("screen") if htmx else page.tree.all("html")[0]
    assert shown.get("dir") == "ltr"
    return shown.get("lang")


def _meant(page, who):
    """The English sentence of what stands there."""
    if in_the_language_of(who) == "en":
        return page.heading
    with page.person.app.test_request_context("/", base_url="http://127.0.0.1", headers={"Accept-Language": "nl"}):
        said = {str(one.title): one.title._args[0] for _, one in every_page()}
    return said[page.heading]


def every_page():
    return [(name, one) for name, one in vars(problem_pages).items() if isinstance(one, problem_pages.Page)]


def _leads_on(page):
    """One main button, and what is behind it opens for this visitor; if it is the same page again, another way too."""
    (button,) = [one for one in page.tree.all("a", "button") if "primary" in (one.get("class") or "")]
    if button.tag == "a":
        assert page.person.get(button.get("href")).status == 200 or button.get("href") == page.address
        assert button.get("href") != page.address or page.address == "/planted/away" or _start(page).status == 200
    else:
        action = page.tree.form_of(button).get("action")
        assert action in {"/enter", "/planted/post", page.address}


def _start(page):
    starts = [address for words, address in page.links.items() if words in {"To the start", "Naar het begin"}]
    return page.person.get(starts[0])


@pytest.mark.parametrize("who", ["client", "caseworker"], indirect=True)
def test_who_is_known_stays_in_their_own_surroundings(person, who):
    shown = person.get("/nowhere").tree.by_id("screen")
    assert shown.get("class") == {"client": "client", "caseworker": "desk"}[who]


def test_while_the_database_is_away_the_chosen_language_holds(person, who, archive):
    no_longer_fresh(archive)
    with away(archive):
        page = person.get("/nowhere")
    assert page.status == 503
    assert _language(page, False) == in_the_language_of(who)


@pytest.mark.parametrize("case", ["TooManyTries", "away", "ProviderAway"])
def test_when_to_come_back_is_told_to_the_browser_too(person, case):
    assert int(person.get(CASES[case][0]).response.headers["Retry-After"]) > 0
