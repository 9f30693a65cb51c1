"""pools and held quantities

Revision ID: 0006
Revises: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')


def upgrade() -> None:
    op.create_table('pools',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('demand_id', sa.String(length=64), nullable=False),
    sa.Column('status', sa.String(length=12), nullable=False),
    sa.Column('orders', JSON, nullable=False),
    sa.Column('solving', sa.String(length=12), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('match_id', sa.Integer(), nullable=True),
    sa.Column('held_until', sa.Date(), nullable=True),
    sa.Column('made_by', sa.Integer(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['demand_id'], ['demands.id'], name=op.f('fk_pools_demand_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['made_by'], ['users.id'], name=op.f('fk_pools_made_by')),
    sa.ForeignKeyConstraint(['match_id'], ['matches.id'], name=op.f('fk_pools_match_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pools'))
    )
    with op.batch_alter_table('pools', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pools_demand_id'), ['demand_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_pools_match_id'), ['match_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_pools_status'), ['status'], unique=False)

    op.create_table('pool_versions',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('pool_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('document', JSON, nullable=False),
    sa.Column('cause', sa.String(length=12), nullable=False),
    sa.Column('changes', JSON, nullable=False),
    sa.Column('made_by', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['made_by'], ['users.id'], name=op.f('fk_pool_versions_made_by')),
    sa.ForeignKeyConstraint(['pool_id'], ['pools.id'], name=op.f('fk_pool_versions_pool_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pool_versions')),
    sa.UniqueConstraint('pool_id', 'number', name=op.f('uq_pool_versions_pool_id_number'))
    )
    op.create_table('pool_members',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('pool_id', sa.Integer(), nullable=False),
    sa.Column('offer_id', sa.String(length=64), nullable=False),
    sa.Column('share', JSON, nullable=False),
    sa.Column('answer', sa.String(length=8), nullable=False),
    sa.Column('agreed', JSON, nullable=False),
    sa.Column('how', sa.String(length=8), nullable=False),
    sa.Column('note', sa.String(length=500), nullable=False),
    sa.Column('answered_by', sa.Integer(), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('link_serial', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['answered_by'], ['users.id'], name=op.f('fk_pool_members_answered_by')),
    sa.ForeignKeyConstraint(['offer_id'], ['offers.id'], name=op.f('fk_pool_members_offer_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['pool_id'], ['pools.id'], name=op.f('fk_pool_members_pool_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pool_members')),
    sa.UniqueConstraint('pool_id', 'offer_id', name=op.f('uq_pool_members_pool_id_offer_id'))
    )
    with op.batch_alter_table('pool_members', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pool_members_offer_id'), ['offer_id'], unique=False)

    op.create_table('holdings',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('offer_id', sa.String(length=64), nullable=False),
    sa.Column('month', sa.Integer(), nullable=False),
    sa.Column('amount', sa.BigInteger(), nullable=False),
    sa.Column('unit', sa.String(length=40), nullable=False),
    sa.Column('match_id', sa.Integer(), nullable=True),
    sa.Column('pool_id', sa.Integer(), nullable=True),
    sa.Column('status', sa.String(length=12), nullable=False),
    sa.Column('expires_on', sa.Date(), nullable=False),
    sa.Column('held_by', sa.Integer(), nullable=True),
    sa.Column('held_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('amount > 0', name=op.f('ck_holdings_amount')),
    sa.CheckConstraint('month BETWEEN 1 AND 12', name=op.f('ck_holdings_month')),
    sa.CheckConstraint('(match_id IS NULL) <> (pool_id IS NULL)', name=op.f('ck_holdings_purpose')),
    sa.ForeignKeyConstraint(['held_by'], ['users.id'], name=op.f('fk_holdings_held_by')),
    sa.ForeignKeyConstraint(['match_id'], ['matches.id'], name=op.f('fk_holdings_match_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['offer_id'], ['offers.id'], name=op.f('fk_holdings_offer_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['pool_id'], ['pools.id'], name=op.f('fk_holdings_pool_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_holdings'))
    )
    with op.batch_alter_table('holdings', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_holdings_match_id'), ['match_id'], unique=False)
        batch_op.create_index('ix_holdings_offer_id_month', ['offer_id', 'month'], unique=False)
        batch_op.create_index(batch_op.f('ix_holdings_pool_id'), ['pool_id'], unique=False)


def downgrade() -> None:
    op.drop_table('holdings')
    op.drop_table('pool_members')
    op.drop_table('pool_versions')
    op.drop_table('pools')
