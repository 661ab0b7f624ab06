"""How people come in: a client with the letter, a caseworker through the provider. By the real doors, step by step."""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from kompas.casework.people import Client
from kompas.store.archive import Archive
from kompas.store.clients import add_client
from kompas.usecases.codes import Opener, new_opener
from kompas.usecases.invite import let_in
from tests.store.people import Municipality, a_client
from tests.web.conftest import PEPPER, Clock
from tests.web.pages import Page, Person
from tests.web.providers import SayingProvider


@dataclass(frozen=True)
class Invited:
    """A client, and what their letter carries."""

    client: Client
    opener: Opener


def an_invited_client(
    archive: Archive, municipality: Municipality, clock: Clock, pepper: bytes = PEPPER.encode(), **known: object
) -> Invited:
    client, opener = a_client(municipality, **{"talk_at": clock() + timedelta(days=7), **known}), new_opener()
    with archive.writing(municipality.id) as records:
        add_client(records, client)
        let_in(records, client, opener, pepper, clock())
    return Invited(client, opener)


def comes_in(person: Person, invited: Invited) -> Page:
    """Opens the personal link and types the year of birth."""
    link = person.get(f"/c/{invited.opener.token}")
    asked = link.press(link.buttons[-1])  # the last one is the way on, in any language
    return asked.press(asked.buttons[-1], birth_year=str(invited.client.birth_year))


def leaves_for_the_provider(person: Person, provider: SayingProvider) -> dict[str, str]:
    """Presses the button; what the browser is sent to the provider with."""
    return provider.remember(person.get("/sign-in").press("Sign in").outside)


def comes_back(person: Person, sent: dict[str, str], **answer: str) -> Page:
    """From the provider, with a code; `answer` adds to what is told, or leaves it out when empty."""
    told = {"code": "a code", "state": sent["state"]} | answer
    return person.get(f"/sign-in/return?{urlencode({name: value for name, value in told.items() if value})}")


def signs_in(person: Person, provider: SayingProvider, **answer: str) -> Page:
    """As the one whom the provider vouches for: `fatima`, unless its claims say otherwise."""
    return comes_back(person, leaves_for_the_provider(person, provider), **answer)
