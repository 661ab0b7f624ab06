"""Rounds: who is invited anew after a long time begins anew, with what was shared before beside it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("profile_version", sa.Column("round", sa.Integer, nullable=False, server_default="1"))


def downgrade() -> None:
    op.drop_column("profile_version", "round")
