"""What opens a conversation: the token in a personal link, and the code that can be typed instead.

A link's token has 256 bits and is kept as SHA-256: it can't be guessed, so a fast fingerprint is enough. A typed code
has 50 bits (10 characters out of 32, none that look alike) and is kept as HMAC with a pepper from outside the database.
Neither is ever stored, logged or put into an address after the first page.
"""

import hmac
import secrets
from dataclasses import dataclass
from hashlib import sha256

from kompas.casework.codes import LENGTH, LETTERS, in_groups


@dataclass(frozen=True)
class Opener:
    """What a letter carries, in the clear: seen once by the caseworker who prints it, then gone."""

    token: str
    code: str

    @property
    def code_in_groups(self) -> str:
        return in_groups(self.code)


@dataclass(frozen=True)
class Shown:
    """What somebody showed at the door, as a fingerprint: of a link's token or of a typed code."""

    kind: str
    fingerprint: str


def new_opener() -> Opener:
    return Opener(secrets.token_urlsafe(32), "".join(secrets.choice(LETTERS) for _ in range(LENGTH)))


def link_shown(token: str) -> Shown:
    return Shown("link", sha256(token.encode()).hexdigest())


def code_shown(typed: str, pepper: bytes) -> Shown:
    """The fingerprint of a code in any case, with or without dashes and spaces, in the digits of any script."""
    code = "".join(letter for letter in in_our_digits(typed).upper() if letter.isalnum())
    return Shown("code", hmac.new(pepper, code.encode(), sha256).hexdigest())


def in_our_digits(typed: str) -> str:
    """What an Arabic or Hindi keyboard gives for 1984, as 1984."""
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in typed)
