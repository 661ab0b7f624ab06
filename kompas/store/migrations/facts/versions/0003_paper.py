"""Paper: what was written on paper and typed in, until the client has looked it through."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "paper_answer",
        sa.Column("organisation_id", sa.Text, nullable=False),
        sa.Column("client_id", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("typed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "client_id", "position", name="paper_answer_key"),
        sa.ForeignKeyConstraint(
            ["organisation_id", "client_id"],
            ["client.organisation_id", "client.client_id"],
            name="paper_answer_needs_client",
        ),
    )


def downgrade() -> None:
    op.drop_table("paper_answer")
