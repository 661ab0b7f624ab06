"""The region: how many jobs there are, as an organisation fills it in, and who keeps such tables."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("staff", sa.Column("keeps_tables", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "region",
        sa.Column("organisation_id", sa.Text, nullable=False),
        sa.Column("work", sa.Text, nullable=False),
        sa.Column("level", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("since", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "work", name="region_key"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.organisation_id"], name="region_needs_organisation"
        ),
    )


def downgrade() -> None:
    op.drop_table("region")
    op.drop_column("staff", "keeps_tables")
