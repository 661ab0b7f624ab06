"""The people and papers that a talk about work needs, as plain records without behaviour of a framework.

Every moment is a timezone-aware UTC `datetime`; every id is random text that is safe in a URL.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kompas.conversation.keep import Keep

TWO_YEARS = Keep(2, "year")


@dataclass(frozen=True)
class Organisation:
    """A municipality (or several together): the wall behind which its people and papers stay.

    `host` is the name people type to reach it. `issuer`, `oidc_client_id` and `oidc_client_secret` are its provider
    for sign-in (OpenID Connect). The promises of the first screen are signed by name and date. `keep_people`: how long
    after their last talk and letter somebody is known here at all.
    """

    id: str
    name: str
    host: str
    zone: str = "Europe/Amsterdam"
    languages: tuple[str, ...] = ("nl", "en")
    contact: str = ""
    issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: str = ""
    promises_signed_by: str = ""
    promises_signed_at: datetime | None = None
    switches: frozenset[str] = frozenset()
    keep_people: Keep = TWO_YEARS


@dataclass(frozen=True)
class Team:
    """A group of caseworkers within one organisation."""

    id: str
    name: str


@dataclass(frozen=True)
class Caseworker:
    """Someone who talks with clients. Known to the provider by `subject`, never by a mail address.

    Who `keeps_tables` may change what the organisation itself keeps: how many jobs there are, which help there is.
    """

    id: str
    team_id: str
    subject: str
    name: str
    active: bool = True
    keeps_tables: bool = False

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0]


@dataclass(frozen=True)
class Client:
    """A job-seeker who was invited. `talk_at` is the moment of the talk, `talk_place` where it is held.

    `birth_year` is asked on every new device. `language` is the one the caseworker invited in: that of the letter.
    `own_language` is what the client chose on their phone, and `too` a second language they want to see under it, or
    empty: neither shows at the desk, which would read in it that somebody began. `round` rises when somebody begins
    anew, long after the talk before; it shows nowhere either.
    """

    id: str
    team_id: str
    caseworker_id: str
    name: str
    language: str
    birth_year: int
    talk_at: datetime
    talk_place: str
    created_at: datetime
    own_language: str = ""
    round: int = 1
    too: str = ""

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0]


@dataclass(frozen=True)
class Invitation:
    """What opens a conversation: only fingerprints of the link's token and of the typed code are kept."""

    id: str
    client_id: str
    token_hash: str
    code_hash: str
    created_at: datetime
    expires_at: datetime
    withdrawn_at: datetime | None = None

    def opens(self, now: datetime) -> bool:
        return self.withdrawn_at is None and now < self.expires_at


@dataclass(frozen=True)
class View:
    """One opening of a profile, as the client reads it back: who, and when.

    With `instead_of` it is another fact for the same reader: this caseworker took the client over from that one.
    """

    caseworker_id: str
    caseworker_name: str
    at: datetime
    instead_of: str = ""


@dataclass(frozen=True)
class ProfileVersion:
    """The moment of sharing, kept as it was, because verdicts are given on it; only wiping changes what it shows.

    `shown` is what left for the desk: released answers (plain data by slot), statements with the wording and evidence
    at that moment, and the parts to talk about first. `choices` is what the client chose for each line, for the
    client's eyes alone: they may change while nothing else does. Both are JSON-able.
    """

    number: int
    shared_at: datetime
    flow_id: str
    flow_version: int
    rules_version: str
    shown: Mapping[str, object]
    choices: Mapping[str, str] = field(default_factory=dict)
    round: int = 1


@dataclass(frozen=True)
class Verdict:
    """One side's word on one statement of one profile version.

    `side` is "caseworker" or "client"; `word` is "agreed", "seen_differently", "not_now" (caseworker) or
    "agreed", "not_agreed" (client). `answers_verdict` is the number of the caseworker's verdict that the client
    answers: agreement with an older wording is no agreement with a newer one. `ground` is a fingerprint of what the
    statement rested on when this was said, so that "has changed since" can be seen. `where` says on whose screen the
    client spoke: their own "phone", or the caseworker's "desk", with the code of their letter; `screen_of` is that
    caseworker's name.
    """

    number: int
    version: int
    statement_id: str
    side: str
    word: str
    by_id: str
    by_name: str
    at: datetime
    words: str = ""
    answers_verdict: int | None = None
    ground: str = ""
    where: str = "phone"
    screen_of: str = ""
