"""Supports: what an organisation has to offer, by name."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "support",
        sa.Column("organisation_id", sa.Text, nullable=False),
        sa.Column("offer_id", sa.Text, nullable=False),
        sa.Column("category", sa.Text, nullable=False),
        sa.Column("switched_on", sa.Boolean, nullable=False),
        sa.Column("told", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "offer_id", name="support_key"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.organisation_id"], name="support_needs_organisation"
        ),
    )


def downgrade() -> None:
    op.drop_table("support")
