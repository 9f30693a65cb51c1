"""freight quotes and rate cards

Revision ID: 0012
Revises: 0011
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

JSON = sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('freight_quotes',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('mark', sa.String(length=64), nullable=False),
    sa.Column('origin_text', sa.String(length=300), nullable=False),
    sa.Column('destination_text', sa.String(length=300), nullable=False),
    sa.Column('origin', JSON, nullable=False),
    sa.Column('destination', JSON, nullable=False),
    sa.Column('tonnes', sa.Double(), nullable=False),
    sa.Column('price', sa.Double(), nullable=False),
    sa.Column('quoted_on', sa.Date(), nullable=False),
    sa.Column('vehicle', sa.String(length=20), nullable=False),
    sa.Column('source', sa.String(length=300), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['user_id'], ['users.id'], name=op.f('fk_freight_quotes_user_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_freight_quotes')),
    sa.UniqueConstraint('mark', name=op.f('uq_freight_quotes_mark'))
    )
    op.create_table('rate_cards',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('mark', sa.String(length=64), nullable=False),
    sa.Column('carrier', sa.String(length=200), nullable=False),
    sa.Column('origin_text', sa.String(length=300), nullable=False),
    sa.Column('destination_text', sa.String(length=300), nullable=False),
    sa.Column('origin', JSON, nullable=False),
    sa.Column('destination', JSON, nullable=False),
    sa.Column('km_from', sa.Double(), nullable=False),
    sa.Column('km_to', sa.Double(), nullable=True),
    sa.Column('tonnes_from', sa.Double(), nullable=False),
    sa.Column('tonnes_to', sa.Double(), nullable=True),
    sa.Column('price', sa.Double(), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('valid_to', sa.Date(), nullable=True),
    sa.Column('user_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['user_id'], ['users.id'], name=op.f('fk_rate_cards_user_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rate_cards')),
    sa.UniqueConstraint('mark', name=op.f('uq_rate_cards_mark'))
    )
    with op.batch_alter_table('rate_cards', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_rate_cards_valid_from'), ['valid_from'], unique=False)


def downgrade() -> None:
    op.drop_table('rate_cards')
    op.drop_table('freight_quotes')
