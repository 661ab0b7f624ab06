"""Every table of facts, with a sentence under every column.

The organisation comes first in every key and index: it is the wall between municipalities, and what a larger database
would be divided by. In the clear stand only ids, moments, states and numbers; everything a person said, chose or is
called is `sealed` (see sealing.py).
"""

from sqlalchemy import (
    BindParameter,
    Boolean,
    Column,
    ColumnElement,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    false,
)

from kompas.store.times import Moment

metadata = MetaData(
    naming_convention={
        "fk": "%(table_name)s_needs_%(referred_table_name)s",
        "pk": "%(table_name)s_key",
    }
)

HERE: BindParameter[str] = bindparam("here", type_=Text)


def mine(table: Table) -> ColumnElement[bool]:
    """Only rows of the organisation whose records these are. The first condition of every statement."""
    return table.c.organisation_id == HERE


def _wall() -> Column[str]:
    return Column("organisation_id", Text, primary_key=True, doc="The organisation behind whose wall this row stays.")


def _of(*columns: str, table: str) -> ForeignKeyConstraint:
    names = ["organisation_id", *columns]
    return ForeignKeyConstraint(names, [f"{table}.{name}" for name in names])


organisation = Table(
    "organisation",
    metadata,
    _wall(),
    Column("name", Text, nullable=False, doc="As people know it: Gemeente Maasstad."),
    Column("host", Text, nullable=False, doc="The host name at which its people find it."),
    Column("zone", Text, nullable=False, doc="The time zone in which its moments are shown."),
    Column("languages", Text, nullable=False, doc="Codes of the languages it offers, the first by default; commas."),
    Column("contact", Text, nullable=False, doc="Where people turn to with questions."),
    Column("issuer", Text, nullable=False, doc="Address of its provider for sign-in."),
    Column("oidc_client_id", Text, nullable=False, doc="What Kompas is called at that provider."),
    Column("promises_signed_at", Moment, doc="When someone signed the promises of the first screen."),
    Column("switches", Text, nullable=False, doc="Names of what is switched on, sorted; commas."),
    Column(
        "keep_people",
        Text,
        nullable=False,
        server_default="2 years",
        doc="How long after the last talk and letter somebody's whole file goes.",
    ),
    Column("sealed", LargeBinary, nullable=False, doc="The secret for the provider, and who signed the promises."),
    # The one index that doesn't begin with the organisation: it is how the organisation is found.
    Index("organisation_by_host", "host", unique=True),
)

team = Table(
    "team",
    metadata,
    _wall(),
    Column("team_id", Text, primary_key=True, doc="Random."),
    Column("name", Text, nullable=False, doc="As its people call it."),
    _of(table="organisation"),
)

staff = Table(
    "staff",
    metadata,
    _wall(),
    Column("caseworker_id", Text, primary_key=True, doc="Random."),
    Column("team_id", Text, nullable=False, doc="The team they belong to."),
    Column("account", LargeBinary, nullable=False, doc="Fingerprint of provider and subject, to find them at sign-in."),
    Column("active", Boolean(create_constraint=False), nullable=False, doc="False: may not sign in any more."),
    Column(
        "keeps_tables",
        Boolean(create_constraint=False),
        nullable=False,
        server_default=false(),
        doc="True: changes what the organisation itself keeps, such as how many jobs there are.",
    ),
    Column("sealed", LargeBinary, nullable=False, doc="Name, provider and subject."),
    _of("team_id", table="team"),
    UniqueConstraint("organisation_id", "account", name="staff_account_once"),
    Index("staff_by_team", "organisation_id", "team_id"),
)

region = Table(
    "region",
    metadata,
    _wall(),
    Column("work", Text, primary_key=True, doc="ESCO id of an occupation, or the code of a field of work."),
    Column("level", Text, nullable=False, doc="How many jobs there are: many, normal or few."),
    Column("source", Text, nullable=False, doc="Who says so."),
    Column("since", Date, nullable=False, doc="As of which day."),
    _of(table="organisation"),
)

support = Table(
    "support",
    metadata,
    _wall(),
    Column("offer_id", Text, primary_key=True, doc="Random."),
    Column("category", Text, nullable=False, doc="The kind of support it is, by its name in the rules."),
    Column("switched_on", Boolean(create_constraint=False), nullable=False, doc="False: shown in the catalogue alone."),
    Column("told", Text, nullable=False, doc="Its names, what to expect, place, phone and mail: as in a leaflet."),
    _of(table="organisation"),
)

client = Table(
    "client",
    metadata,
    _wall(),
    Column("client_id", Text, primary_key=True, doc="Random."),
    Column("team_id", Text, nullable=False, doc="The team that invited."),
    Column("caseworker_id", Text, nullable=False, doc="The one fixed caseworker."),
    Column("talk_at", Moment, nullable=False, doc="When the talk is; lists sort by it."),
    Column("created_at", Moment, nullable=False, doc="When the client was invited for the first time."),
    Column("sealed", LargeBinary, nullable=False, doc="Name, languages, year of birth, place of the talk."),
    _of("team_id", table="team"),
    _of("caseworker_id", table="staff"),
    Index("client_by_caseworker", "organisation_id", "caseworker_id", "talk_at"),
    Index("client_by_team", "organisation_id", "team_id"),
)

invitation = Table(
    "invitation",
    metadata,
    _wall(),
    Column("invitation_id", Text, primary_key=True, doc="Random."),
    Column("client_id", Text, nullable=False, doc="Who is invited."),
    Column("token_hash", Text, nullable=False, doc="SHA-256 of the link's token."),
    Column("code_hash", Text, nullable=False, doc="HMAC of the typed code, with a pepper that is not in here."),
    Column("created_at", Moment, nullable=False, doc="When it was made; the newest one counts."),
    Column("expires_at", Moment, nullable=False, doc="From then on it opens nothing."),
    Column("withdrawn_at", Moment, doc="Since when a caseworker took it back."),
    _of("client_id", table="client"),
    UniqueConstraint("organisation_id", "token_hash", name="invitation_token_once"),
    UniqueConstraint("organisation_id", "code_hash", name="invitation_code_once"),
    Index("invitation_by_client", "organisation_id", "client_id", "created_at"),
)

session = Table(
    "session",
    metadata,
    _wall(),
    Column("id_hash", Text, primary_key=True, doc="SHA-256 of the id that only the visitor's cookie holds."),
    Column("kind", Text, nullable=False, doc="visitor, client or caseworker."),
    Column("subject_id", Text, nullable=False, doc="Id of the client or caseworker; empty for a visitor."),
    Column("started_at", Moment, nullable=False, doc="When it began."),
    Column("seen_at", Moment, nullable=False, doc="When it was last used."),
    Column("expires_at", Moment, nullable=False, doc="When it ends whatever happens."),
    Column("sealed", LargeBinary, nullable=False, doc="What it remembers; opens only with the id itself."),
    _of(table="organisation"),
    Index("session_by_subject", "organisation_id", "subject_id"),
    Index("session_by_end", "organisation_id", "expires_at"),
)

attempt = Table(
    "attempt",
    metadata,
    _wall(),
    Column("scope", Text, primary_key=True, doc="Fingerprint of whom or where the failures are counted for."),
    Column("at", Moment, primary_key=True, doc="When it failed."),
    Column("attempt_id", Text, primary_key=True, doc="Random: two failures may share a moment."),
    _of(table="organisation"),
    Index("attempt_by_moment", "organisation_id", "at"),
)

answer = Table(
    "answer",
    metadata,
    _wall(),
    Column("client_id", Text, primary_key=True, doc="Who answered."),
    Column("position", Integer, primary_key=True, doc="Rises by one; the newest answer to a question counts."),
    Column("given_at", Moment, nullable=False, doc="When it was given: what is kept too long is found by it."),
    Column("sealed", LargeBinary, nullable=False, doc="Which question, and what was said."),
    _of("client_id", table="client"),
    Index("answer_by_age", "organisation_id", "client_id", "given_at"),
)

paper_answer = Table(
    "paper_answer",
    metadata,
    _wall(),
    Column("client_id", Text, primary_key=True, doc="Who wrote it on paper."),
    Column("position", Integer, primary_key=True, doc="Rises by one while there are any."),
    Column(
        "typed_at", Moment, nullable=False, doc="When a caseworker typed it in: what is kept too long is found by it."
    ),
    Column("sealed", LargeBinary, nullable=False, doc="Which question, what was written, and who typed it in."),
    _of("client_id", table="client"),
)

profile_version = Table(
    "profile_version",
    metadata,
    _wall(),
    Column("client_id", Text, primary_key=True, doc="Whose profile."),
    Column("number", Integer, primary_key=True, doc="Rises by one when what the desk sees changes."),
    Column("shared_at", Moment, nullable=False, doc="When the client shared."),
    Column("anything", Boolean(create_constraint=False), nullable=False, doc="False: everything was taken back."),
    Column("flow_id", Text, nullable=False, doc="The conversation it came from."),
    Column("flow_version", Integer, nullable=False, doc="And that conversation's version."),
    Column("rules_version", Text, nullable=False, doc="The version of the rules that made statements of answers."),
    Column("round", Integer, nullable=False, server_default="1", doc="The round of talks that it was shared in."),
    Column("shown", LargeBinary, nullable=False, doc="What left for the desk, in the words shown; sealed."),
    Column("choices", LargeBinary, nullable=False, doc="What the client chose for each line, for them alone; sealed."),
    _of("client_id", table="client"),
)

verdict = Table(
    "verdict",
    metadata,
    _wall(),
    Column("client_id", Text, primary_key=True, doc="Whose profile it is about."),
    Column("number", Integer, primary_key=True, doc="Rises by one; the newest of each side counts."),
    Column("version", Integer, nullable=False, doc="The profile version it was given on."),
    Column("at", Moment, nullable=False, doc="When it was given."),
    Column("sealed", LargeBinary, nullable=False, doc="Which statement, whose word and which; once wiped, only whose."),
    _of("client_id", table="client"),
    ForeignKeyConstraint(
        ["organisation_id", "client_id", "version"],
        ["profile_version.organisation_id", "profile_version.client_id", "profile_version.number"],
    ),
)

view = Table(
    "view",
    metadata,
    _wall(),
    Column("client_id", Text, primary_key=True, doc="Whose profile was opened."),
    Column("at", Moment, primary_key=True, doc="When it was opened."),
    Column("view_id", Text, primary_key=True, doc="Random: two people may open it at the same moment."),
    Column("sealed", LargeBinary, nullable=False, doc="Who opened it."),
    _of("client_id", table="client"),
)

audit = Table(
    "audit",
    metadata,
    _wall(),
    Column("number", Integer, primary_key=True, doc="Rises by one, without gaps."),
    Column("at", Moment, nullable=False, doc="When it was done."),
    Column("actor_id", Text, nullable=False, doc="Who did it: an id, or the name of a command."),
    Column("deed", Text, nullable=False, doc="What was done: a verb."),
    Column("object_kind", Text, nullable=False, doc="To what: a client, an invitation, a profile."),
    Column("object_id", Text, nullable=False, doc="To which one."),
    Column("result", Text, nullable=False, doc="done, refused or failed."),
    Column("origin", Text, nullable=False, doc="Where the request came from."),
    Column("link", LargeBinary, nullable=False, doc="Ties this row to all that came before it."),
    _of(table="organisation"),
    Index("audit_by_object", "organisation_id", "object_id"),
)
