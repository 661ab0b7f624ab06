"""The ground: a wrapped key for each owner, and how far each log had come."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "client_key",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("master_id", sa.Text(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "owner_id", "number", name="client_key_key"),
    )
    op.create_table(
        "audit_witness",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("link", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", name="audit_witness_key"),
    )


def downgrade() -> None:
    op.drop_table("audit_witness")
    op.drop_table("client_key")
