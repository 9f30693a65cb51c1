"""reminders of sides that owe an answer to an introduction

Revision ID: 0015
Revises: 0014
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('introduction_reminders',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('introduction_id', sa.Integer(), nullable=False),
    sa.Column('match_id', sa.Integer(), nullable=True),
    sa.Column('how', sa.String(length=8), nullable=False),
    sa.Column('sent_on', sa.Date(), nullable=False),
    sa.Column('sent_by', sa.Integer(), nullable=False),
    sa.Column('noted_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['introduction_id'], ['introductions.id'], name=op.f('fk_introduction_reminders_introduction_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['match_id'], ['matches.id'], name=op.f('fk_introduction_reminders_match_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['sent_by'], ['users.id'], name=op.f('fk_introduction_reminders_sent_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_introduction_reminders'))
    )
    with op.batch_alter_table('introduction_reminders', schema=None) as batch_op:
        batch_op.create_index('ix_introduction_reminders_introduction_id', ['introduction_id'], unique=False)


def downgrade() -> None:
    op.drop_table('introduction_reminders')
