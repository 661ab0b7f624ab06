"""The ground: organisations and their people, invitations, answers, shared profiles, verdicts and the logs."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NEWEST_FIRST = (
    "audit",
    "view",
    "verdict",
    "profile_version",
    "answer",
    "attempt",
    "session",
    "invitation",
    "client",
    "staff",
    "team",
    "organisation",
)


def upgrade() -> None:
    _organisation()
    _people()
    _doors()
    _conversation()
    _logs()
    _lists()


def downgrade() -> None:
    for table in NEWEST_FIRST:
        op.drop_table(table)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _moments(*names: str) -> list[sa.Column[datetime]]:
    return [sa.Column(name, sa.DateTime(timezone=True), nullable=False) for name in names]


def _numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def _sealed(*names: str) -> list[sa.Column[bytes]]:
    return [sa.Column(name, sa.LargeBinary(), nullable=False) for name in names]


def _key(table: str, *names: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint("organisation_id", *names, name=f"{table}_key")


def _needs(table: str, other: str, *names: str, called: tuple[str, ...] = ()) -> sa.ForeignKeyConstraint:
    own, theirs = ("organisation_id", *names), ("organisation_id", *(called or names))
    return sa.ForeignKeyConstraint(own, [f"{other}.{name}" for name in theirs], name=f"{table}_needs_{other}")


def _organisation() -> None:
    op.create_table(
        "organisation",
        *_texts("organisation_id", "name", "host", "zone", "languages", "contact", "issuer", "oidc_client_id"),
        sa.Column("promises_signed_at", sa.DateTime(timezone=True)),
        *_texts("switches"),
        *_sealed("sealed"),
        _key("organisation"),
    )


def _people() -> None:
    op.create_table(
        "team",
        *_texts("organisation_id", "team_id", "name"),
        _key("team", "team_id"),
        _needs("team", "organisation"),
    )
    op.create_table(
        "staff",
        *_texts("organisation_id", "caseworker_id", "team_id"),
        *_sealed("account"),
        sa.Column("active", sa.Boolean(create_constraint=False), nullable=False),
        *_sealed("sealed"),
        _key("staff", "caseworker_id"),
        _needs("staff", "team", "team_id"),
        sa.UniqueConstraint("organisation_id", "account", name="staff_account_once"),
    )
    op.create_table(
        "client",
        *_texts("organisation_id", "client_id", "team_id", "caseworker_id"),
        *_moments("talk_at", "created_at"),
        *_sealed("sealed"),
        _key("client", "client_id"),
        _needs("client", "team", "team_id"),
        _needs("client", "staff", "caseworker_id"),
    )


def _doors() -> None:
    op.create_table(
        "invitation",
        *_texts("organisation_id", "invitation_id", "client_id", "token_hash", "code_hash"),
        *_moments("created_at", "expires_at"),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True)),
        _key("invitation", "invitation_id"),
        _needs("invitation", "client", "client_id"),
        sa.UniqueConstraint("organisation_id", "token_hash", name="invitation_token_once"),
        sa.UniqueConstraint("organisation_id", "code_hash", name="invitation_code_once"),
    )
    op.create_table(
        "session",
        *_texts("organisation_id", "id_hash", "kind", "subject_id"),
        *_moments("started_at", "seen_at", "expires_at"),
        *_sealed("sealed"),
        _key("session", "id_hash"),
        _needs("session", "organisation"),
    )
    op.create_table(
        "attempt",
        *_texts("organisation_id", "scope"),
        *_moments("at"),
        *_texts("attempt_id"),
        _key("attempt", "scope", "at", "attempt_id"),
        _needs("attempt", "organisation"),
    )


def _conversation() -> None:
    op.create_table(
        "answer",
        *_texts("organisation_id", "client_id"),
        *_numbers("position"),
        *_moments("given_at"),
        *_sealed("sealed"),
        _key("answer", "client_id", "position"),
        _needs("answer", "client", "client_id"),
    )
    op.create_table(
        "profile_version",
        *_texts("organisation_id", "client_id"),
        *_numbers("number"),
        *_moments("shared_at"),
        sa.Column("anything", sa.Boolean(create_constraint=False), nullable=False),
        *_texts("flow_id"),
        *_numbers("flow_version"),
        *_texts("rules_version"),
        *_sealed("shown", "choices"),
        _key("profile_version", "client_id", "number"),
        _needs("profile_version", "client", "client_id"),
    )
    op.create_table(
        "verdict",
        *_texts("organisation_id", "client_id"),
        *_numbers("number", "version"),
        *_moments("at"),
        *_sealed("sealed"),
        _key("verdict", "client_id", "number"),
        _needs("verdict", "client", "client_id"),
        _needs("verdict", "profile_version", "client_id", "version", called=("client_id", "number")),
    )


def _logs() -> None:
    op.create_table(
        "view",
        *_texts("organisation_id", "client_id"),
        *_moments("at"),
        *_texts("view_id"),
        *_sealed("sealed"),
        _key("view", "client_id", "at", "view_id"),
        _needs("view", "client", "client_id"),
    )
    op.create_table(
        "audit",
        *_texts("organisation_id"),
        *_numbers("number"),
        *_moments("at"),
        *_texts("actor_id", "deed", "object_kind", "object_id", "result", "origin"),
        *_sealed("link"),
        _key("audit", "number"),
        _needs("audit", "organisation"),
    )


def _lists() -> None:
    op.create_index("organisation_by_host", "organisation", ["host"], unique=True)
    for name, table, *columns in (
        ("staff_by_team", "staff", "team_id"),
        ("client_by_caseworker", "client", "caseworker_id", "talk_at"),
        ("client_by_team", "client", "team_id"),
        ("invitation_by_client", "invitation", "client_id", "created_at"),
        ("session_by_subject", "session", "subject_id"),
        ("session_by_end", "session", "expires_at"),
        ("attempt_by_moment", "attempt", "at"),
        ("audit_by_object", "audit", "object_id"),
    ):
        op.create_index(name, table, ["organisation_id", *columns])
