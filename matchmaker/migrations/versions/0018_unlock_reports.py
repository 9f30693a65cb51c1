"""reports of what missing steps would unlock, made in the background

Revision ID: 0018
Revises: 0017
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '0018'
down_revision = '0017'
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')


def upgrade() -> None:
    op.create_table('unlock_reports',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('reach', sa.String(length=64), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=True),
    sa.Column('status', sa.String(length=12), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('event', sa.Integer(), nullable=False),
    sa.Column('provinces', JSON, nullable=False),
    sa.Column('communes', JSON, nullable=False),
    sa.ForeignKeyConstraint(['user_id'], ['users.id'], name=op.f('fk_unlock_reports_user_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_unlock_reports')),
    sa.UniqueConstraint('reach', name=op.f('uq_unlock_reports_reach'))
    )
    with op.batch_alter_table('unlock_reports', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_unlock_reports_user_id'), ['user_id'], unique=False)


def downgrade() -> None:
    op.drop_table('unlock_reports')
