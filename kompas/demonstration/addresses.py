"""What `make run` prints: where to begin, one address a line."""

from kompas.demonstration.municipality import opener_of
from kompas.demonstration.people import ON_THE_CONSOLE


def addresses(secret: str, base: str) -> list[str]:
    """The personal links of two clients and the caseworkers' sign-in. `base` is the server's own address."""
    links = [
        f"Client {person.name}, born in {person.birth_year}: {base}/c/{opener_of(person, secret).token}"
        for person in ON_THE_CONSOLE
    ]
    return [*links, f"Caseworkers (Joris Voorbeeld knows both): {base}/sign-in"]
