"""places chosen for texts that several bear

Revision ID: 0013
Revises: 0012
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

JSON = sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')

revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('place_answers',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('sender', sa.String(length=300), nullable=False),
    sa.Column('text', sa.String(length=300), nullable=False),
    sa.Column('written', sa.String(length=300), nullable=False),
    sa.Column('place', JSON, nullable=False),
    sa.Column('named', sa.String(length=400), nullable=False),
    sa.Column('chosen_by', sa.Integer(), nullable=False),
    sa.Column('chosen_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['chosen_by'], ['users.id'], name=op.f('fk_place_answers_chosen_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_place_answers'))
    )
    with op.batch_alter_table('place_answers', schema=None) as batch_op:
        batch_op.create_index('ix_place_answers_sender_text', ['sender', 'text'], unique=False)


def downgrade() -> None:
    op.drop_table('place_answers')
