"""what officers change in the reference data

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reference_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(length=20), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("action", sa.String(length=12), nullable=False),
        sa.Column("values", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("before", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=1000), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["undoes"], ["reference_changes.id"], name=op.f("fk_reference_changes_undoes")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_reference_changes_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reference_changes")),
        sa.UniqueConstraint("subject", "number", name=op.f("uq_reference_changes_subject_number")),
        sa.UniqueConstraint("undoes", name=op.f("uq_reference_changes_undoes")),
    )
    with op.batch_alter_table("reference_changes", schema=None) as batch_op:
        batch_op.create_index("ix_reference_changes_subject_key", ["subject", "key"], unique=False)
    for table in ("rankings", "matches"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("lexicon", sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    for table in ("matches", "rankings"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column("lexicon")
    op.drop_table("reference_changes")
