"""The ledger: who was erased, by a number alone."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "erasure",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "client_id", name="erasure_key"),
    )


def downgrade() -> None:
    op.drop_table("erasure")
