"""Which language a page speaks, and that the switch leads nowhere but back."""

from pathlib import Path

import pytest
from babel.messages.mofile import write_mo

from kompas.commands.reviewing import ReviewedCatalog
from tests.web.arrivals import an_invited_client, comes_in
from tests.web.pages import Person

LOCAL = ["/", "/privacy", "/sign-in", "/sign-in?notice=signed-out", "/c/some-token", "/enter"]
ELSEWHERE = [
    "https://evil.example",
    "http:evil.example",
    "//evil.example",
    "///evil.example",
    "////evil.example/%2f..",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/ /evil.example",
    "\t//evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>",
    "evil.example",
    "@evil.example",
    "/@evil.example:80",
    "http://127.0.0.1@evil.example/",
    "/%2fevil.example",
    "/%5cevil.example",
    "/.evil.example",
    "/../evil.example",
    "/nowhere",
    "/language",
    "/\u202eelpmaxe.live",
    "/privacy\r\nSet-Cookie: a=b",
    "?next=//evil.example",
    "#",
    "",
    "x" * 5000,
    "/" + "x" * 5000,
]


def spoken(page):
    return page.tree.all("html")[0].get("lang")


@pytest.mark.parametrize(
    ("reads", "expected"),
    [
        ("nl", "nl"),
        ("nl-NL,en;q=0.5", "nl"),
        ("en-GB", "en"),
        ("de", "nl"),
        ("", "nl"),
        ("de,en;q=0.1", "en"),
        ("*", "nl"),
    ],
)
def test_a_stranger_is_spoken_to_as_their_browser_asks_or_else_in_the_first_language(app, reads, expected):
    assert spoken(Person(app, reads=reads).get("/")) == expected


def test_a_choice_stays(anyone):
    page = anyone.get("/privacy").press("Nederlands")
    assert page.path == "/privacy"
    assert spoken(page) == "nl"
    assert spoken(anyone.get("/")) == "nl"


def test_a_client_is_spoken_to_in_their_own_language(app, archive, municipality, clock):
    person = Person(app, reads="")
    page = comes_in(person, an_invited_client(archive, municipality, clock, language="en"))
    assert spoken(page) == "en"


def test_a_language_chosen_at_the_door_stays_inside(app, archive, municipality, clock):
    person = Person(app)
    person.get("/").press("English")
    page = comes_in(person, an_invited_client(archive, municipality, clock, language="nl"))
    assert spoken(page) == "en"


def test_a_language_chosen_inside_is_there_on_another_device(app, archive, municipality, clock):
    invited = an_invited_client(archive, municipality, clock, language="nl")
    comes_in(Person(app, reads=""), invited).press("English")
    assert spoken(comes_in(Person(app, reads=""), invited)) == "en"


def test_every_page_offers_each_language_by_its_own_name(anyone):
    assert {"Nederlands", "English"} <= set(anyone.get("/").buttons)


def test_a_language_that_is_not_offered_is_not_there(anyone):
    page = anyone.get("/")
    assert page.press("English", language="xx").status == 404


@pytest.mark.parametrize("address", LOCAL)
def test_the_switch_leads_back_to_where_one_was(anyone, address):
    response = switched(anyone, address)
    assert response.location == address


@pytest.mark.parametrize("address", ELSEWHERE)
def test_the_switch_leads_to_no_other_site(anyone, address):
    assert switched(anyone, address).location == "/"


def switched(person, address):
    token = person.get("/").tree.all("input")[0].get("value")
    fields = {"csrf_token": token, "language": "en", "next": address}
    return person.client.post("/language", base_url="http://127.0.0.1", data=fields)


LANGUAGE = "kompas-demonstration-language"


def test_what_a_known_visitor_chose_holds_when_their_time_is_over(app, archive, municipality, clock):
    person = Person(app, reads="nl")
    comes_in(person, an_invited_client(archive, municipality, clock, language="en"))
    clock.wait(days=80)
    assert spoken(person.get("/talk")) == "en"
    assert spoken(person.get("/")) == "en"


def test_the_cookie_of_the_language_holds_the_language_and_nothing_else(app, archive, municipality, clock):
    person = Person(app, reads="")
    comes_in(person, an_invited_client(archive, municipality, clock, language="nl"))
    assert person.client.get_cookie(LANGUAGE, domain=person.host).value == "nl"
    person.get("/talk").press("English")
    assert person.client.get_cookie(LANGUAGE, domain=person.host).value == "en"


def test_who_comes_after_somebody_on_the_same_computer_is_spoken_to_in_their_own_language(
    app, archive, municipality, clock
):
    person = Person(app, reads="nl")
    comes_in(person, an_invited_client(archive, municipality, clock, language="en"))
    clock.wait(days=80)
    page = comes_in(person, an_invited_client(archive, municipality, clock, language="nl"))
    assert spoken(page) == "nl"


@pytest.mark.parametrize("made_up", ["xx", "", "../nl", 'en"><script>', "é", "x" * 9000])
def test_a_made_up_cookie_of_the_language_is_not_believed(app, made_up):
    headers = {"Cookie": f"{LANGUAGE}={made_up}", "Accept-Language": "nl"}
    response = app.test_client(use_cookies=False).get("/", base_url="http://127.0.0.1", headers=headers)
    assert b'lang="nl"' in response.data
    assert b"<script>" not in response.data


NOT_YET = "Deze vertaling is nog niet nagelezen door iemand die met deze taal opgroeide."


def test_who_chooses_a_language_reads_that_no_native_speaker_read_it_yet(app):
    switch = Person(app, reads="nl").get("/")
    assert switch.says(NOT_YET)
    assert Person(app, reads="nl").get("/privacy").text.count(NOT_YET) == 2
    assert not Person(app, reads="en").get("/privacy").says("native speaker")


def test_who_read_it_is_named(app, tmp_path):
    folder = tmp_path / "translations/nl/LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = ReviewedCatalog("nl")
    catalogue.reviewed_by = "Amal Haddad"
    with (folder / "client.mo").open("wb") as file:
        write_mo(file, catalogue)
    (tmp_path / "templates").symlink_to(Path(app.root_path) / "templates")
    app.root_path = str(tmp_path)
    assert Person(app, reads="nl").get("/").says("Deze vertaling is nagelezen door Amal Haddad.")


def test_who_comes_next_at_the_same_computer_is_spoken_to_in_their_own_language(app, archive, municipality, clock):
    person = Person(app, reads="nl")
    comes_in(person, an_invited_client(archive, municipality, clock, language="nl")).press("English")
    person.get("/welcome").press("Stop for now")
    page = comes_in(person, an_invited_client(archive, municipality, clock, language="nl"))
    assert spoken(page) == "nl"


def test_a_language_chosen_at_the_door_is_there_on_another_device(app, archive, municipality, clock):
    invited = an_invited_client(archive, municipality, clock, language="nl")
    person = Person(app, reads="nl")
    person.get("/").press("English")
    comes_in(person, invited)
    assert spoken(comes_in(Person(app, reads="nl"), invited)) == "en"
