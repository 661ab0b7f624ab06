"""Keeping: how long an organisation keeps somebody's file, and answers by their age, for the night in which they go."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("organisation", sa.Column("keep_people", sa.Text, nullable=False, server_default="2 years"))
    op.create_index("answer_by_age", "answer", ["organisation_id", "client_id", "given_at"])


def downgrade() -> None:
    op.drop_index("answer_by_age", "answer")
    op.drop_column("organisation", "keep_people")
