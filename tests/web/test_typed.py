"""Nothing typed is lost when something goes wrong: sent again by one button, or there to copy, but never for others."""

import pytest

from kompas.store.answers import answers_of, append_answer
from kompas.store.sessions import end_sessions_of
from tests.store.people import a_municipality
from tests.web.arrivals import an_invited_client, comes_in, signs_in
from tests.web.losing import away, no_longer_fresh, nobody_remembered
from tests.web.pages import Person
from tests.web.planted import plant
from tests.web.talks import SAID

MINE = "Ik kook elke week voor de buurt & <vrienden>.\nOok op zondag."
FIELDS = {"words": MINE, "choice": ["b", "a"], "entry.what": "oma verzorgen", "entry.kind": "at_home", "do": "answer"}


@pytest.fixture
def samira(archive, municipality, clock):
    return an_invited_client(archive, municipality, clock, language="en")


@pytest.fixture
def client(make_app, settings, samira):
    person = Person(plant(make_app(settings)))
    comes_in(person, samira)
    return person


@pytest.fixture
def caseworker(make_app, settings, provider, fatima, municipality):
    person = Person(plant(make_app(settings)))
    signs_in(person, provider)
    return person


def token(person, address="/planted/anyone"):
    return next(one.get("value") for one in person.get(address).tree.all("input") if one.get("name") == "csrf_token")


def given_back(page):
    """The fields that the one button sends, without the token."""
    found = {}
    for one in page.tree.all("input"):
        if one.get("type") == "hidden" and page.tree.form_of(one).get("action") == page.path:
            found.setdefault(one.get("name"), []).append(one.get("value"))
    found.pop("csrf_token", None)
    return found


def copied(page):
    box = page.tree.by_id("typed-words")
    return "".join(box.itertext()).lstrip("\n") if box is not None else ""


@pytest.mark.parametrize("path", ["/planted/away", "/planted/broken", "/planted/problem/TooManyTries"])
@pytest.mark.parametrize("htmx", [False, True], ids=["whole", "swapped"])
def test_what_could_not_be_kept_is_sent_again_by_one_button(client, path, htmx):
    sent = {"HX-Request": "true"} if htmx else {}
    page = client.post(path, FIELDS | {"csrf_token": token(client)}, **sent)
    assert given_back(page) == {"words": [MINE], "choice": ["b", "a"], "do": ["answer"]} | {
        "entry.what": ["oma verzorgen"],
        "entry.kind": ["at_home"],
    }
    again = page.press(next(one for one in page.buttons if one in {"Send it again", "Try again"}))
    assert given_back(again) == given_back(page), "the token was right, so the deed was tried once more"
    assert again.status == page.status


def test_own_words_stand_there_to_copy_and_choices_do_not(client):
    page = client.post("/planted/away", FIELDS | {"csrf_token": token(client)})
    assert copied(page) == f"{MINE}\n\noma verzorgen"


def test_an_answer_sent_again_is_kept_once_and_the_talk_goes_on(client, archive, municipality, samira):
    asked = client.get("/talk")
    with away(archive):
        refused = asked.press("I am looking for work now")
        assert refused.status == 503
        assert refused.press("Send it again").status == 503, "still away"
    onward = refused.press("Send it again")
    assert onward.status == 200
    assert onward.path != asked.path
    assert refused.press("Send it again").status == 200, "a second press stores nothing twice"
    with archive.reading(municipality.id) as records:
        assert len(answers_of(records, samira.client.id)) == 1
    with archive.facts.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM answer").scalar_one() == 1


@pytest.mark.parametrize("forget", [no_longer_fresh, nobody_remembered])
def test_a_database_that_is_away_signs_nobody_out(client, archive, forget):
    forget(archive)
    with away(archive):
        page = client.get("/talk")
        assert (page.status, page.heading) == (503, "We are away for a moment")
        assert "Set-Cookie" not in page.response.headers
    assert client.get("/talk").status == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("path", ["/planted/away", "/planted/post", "/planted/client/words", "/planted/broken"])
def test_what_another_site_posted_is_given_back_to_nobody(client, app, archive, path, site):
    for person in (client, Person(client.app)):
        page = person.post(path, FIELDS | {"csrf_token": token(person)}, Sec_Fetch_Site=site)
        assert given_back(page) == {}
        assert "voor de buurt" not in page.body
    no_longer_fresh(archive)
    with away(archive):
        page = client.post("/talk/situation", FIELDS, Sec_Fetch_Site=site)
    assert page.status == 503
    assert "voor de buurt" not in page.body


@pytest.mark.parametrize("forged", ["", "made up", "ImFiYyI.aSF.made-up"])
def test_a_forged_form_stays_forged(client, archive, forged):
    """Whether or not the database can tell who asks: its token is never made a right one."""
    fields = {"words": "forged", "csrf_token": forged}
    refused = client.post("/planted/post", fields, Sec_Fetch_Site="none")
    assert (refused.status, given_back(refused)) == (400, {})
    no_longer_fresh(archive)
    with away(archive):
        page = client.post("/planted/post", fields, Sec_Fetch_Site="none")
    if forged:
        assert page.press("Send it again").status == 400
    else:
        assert given_back(page) == {}


def test_an_old_form_of_the_same_person_is_sent_again(client, samira):
    old = token(client)
    client.get("/planted/client").press("Stop for now")
    comes_in(client, samira)
    page = client.post("/planted/post", {"words": MINE, "csrf_token": old})
    assert page.heading == "This page was open for long"
    assert page.press("Send it again").body == "saved"


def test_an_old_form_of_somebody_else_at_this_computer_is_not(client, archive, municipality, clock):
    old = token(client)
    client.get("/planted/client").press("Stop for now")
    comes_in(client, an_invited_client(archive, municipality, clock, language="en"))
    page = client.post("/planted/post", {"words": MINE, "csrf_token": old})
    assert given_back(page) == {}
    assert copied(page) == MINE


def test_a_strangers_old_form_is_sent_again_only_when_the_browser_says_it_is_ours(make_app, settings, municipality):
    app = plant(make_app(settings))
    old = token(Person(app))
    person = Person(app)
    assert given_back(person.post("/planted/post", {"words": MINE, "csrf_token": old}, Sec_Fetch_Site="none")) == {}
    page = person.post("/planted/post", {"words": MINE, "csrf_token": old})
    assert page.press("Send it again").body == "saved"


def test_a_client_whose_letter_was_renewed_reads_how_to_come_in_and_keeps_their_words(client, clock, samira):
    fields = {"words": MINE, "csrf_token": token(client)}
    clock.wait(days=80)
    page = client.post("/planted/client/words", fields)
    assert (page.status, page.heading) == (403, "This conversation was closed here")
    assert page.says("Open the link in your letter again.", "Does it open? Then your answers are still there.")
    assert copied(page) == MINE
    assert client.get("/planted/client").says("Your page was closed."), "told once; after that the door"


def test_who_comes_in_again_lands_in_the_conversation(client, archive, municipality, samira):
    client.get("/talk")
    with archive.writing(municipality.id) as records:
        end_sessions_of(records, samira.client.id)
    year = client.get("/talk").press("Go on", {"The code in your letter": samira.opener.code})
    assert year.press("Go on", birth_year=str(samira.client.birth_year)).path.startswith("/talk/")


@pytest.mark.parametrize("how_long", [{"minutes": 61}, {"hours": 11}])
def test_a_caseworker_who_was_away_reads_that_they_were_signed_out_and_keeps_their_words(caseworker, clock, how_long):
    fields = {"words": MINE, "csrf_token": token(caseworker)}
    clock.wait(**how_long)
    page = caseworker.post("/planted/caseworker/words", fields)
    assert (page.status, page.heading) == (403, "You were signed out")
    assert copied(page) == MINE
    assert page.follow("Sign in").path == "/sign-in"


def test_words_of_who_is_not_known_any_more_are_not_lost_at_the_door(make_app, settings, municipality):
    """A browser that was closed has no cookies; a tab that came back still has what was typed."""
    page = Person(plant(make_app(settings))).post("/planted/client/words", {"words": MINE})
    assert page.heading == "This conversation was closed here"
    assert copied(page) == MINE


def test_a_stranger_learns_nothing_about_who_was_known(make_app, settings, municipality):
    stranger = Person(plant(make_app(settings)))
    assert stranger.get("/planted/client").path == "/"
    stranger.client.set_cookie("kompas-demonstration", "B" * 43, domain="127.0.0.1")
    assert stranger.get("/planted/client").heading == "This conversation was closed here"


def test_a_text_that_is_far_too_long_comes_back_with_all_its_words(client, archive, municipality, samira):
    """Forty pages of Arabic, pasted: a sentence says what to do, and every word is still in the box."""
    with archive.writing(municipality.id) as records:
        for slot, answer in SAID.items():
            append_answer(records, samira.client.id, slot, answer, client.app.extensions["kompas"].now())
    long = "كل كلمة لها مكانها " * 3_000
    page = client.post("/talk/own_words", {"words": long, "do": "answer", "csrf_token": token(client)})
    assert page.status == 422
    (box,) = [one for one in page.tree.all("textarea") if one.get("name") == "words"]
    assert "".join(box.itertext()).strip() == long.strip()
    assert page.says("Use at most 500 letters.")


def test_a_host_that_is_nobodys_hears_no_name_while_the_database_is_away(client, archive):
    a_municipality(archive, host="elsewhere.example")
    nobody_remembered(archive)
    with away(archive):
        page = Person(client.app, "nobody.example").get("/")
    assert page.status == 503
    assert "Maasstad" not in page.body
