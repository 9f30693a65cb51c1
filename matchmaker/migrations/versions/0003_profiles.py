"""profiles of the ranking and their adoptions

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('profile_versions',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('digest', sa.String(length=80), nullable=False),
    sa.Column('content', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('delivered', sa.Boolean(), nullable=False),
    sa.Column('note', sa.String(length=500), nullable=False),
    sa.Column('author', sa.String(length=200), nullable=False),
    sa.Column('made_by', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('based_on', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['based_on'], ['profile_versions.id'], name=op.f('fk_profile_versions_based_on')),
    sa.ForeignKeyConstraint(['made_by'], ['users.id'], name=op.f('fk_profile_versions_made_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_profile_versions')),
    sa.UniqueConstraint('digest', name=op.f('uq_profile_versions_digest')),
    sa.UniqueConstraint('name', 'number', name=op.f('uq_profile_versions_name_number'))
    )
    op.create_table('profile_adoptions',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('profile_id', sa.Integer(), nullable=False),
    sa.Column('adopted_by', sa.Integer(), nullable=True),
    sa.Column('adopted_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('note', sa.String(length=500), nullable=False),
    sa.Column('replaces', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['adopted_by'], ['users.id'], name=op.f('fk_profile_adoptions_adopted_by')),
    sa.ForeignKeyConstraint(['profile_id'], ['profile_versions.id'], name=op.f('fk_profile_adoptions_profile_id')),
    sa.ForeignKeyConstraint(['replaces'], ['profile_adoptions.id'], name=op.f('fk_profile_adoptions_replaces')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_profile_adoptions')),
    sa.UniqueConstraint('replaces', name=op.f('uq_profile_adoptions_replaces'))
    )
    with op.batch_alter_table('profile_adoptions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_profile_adoptions_profile_id'), ['profile_id'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('profile_adoptions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_profile_adoptions_profile_id'))

    op.drop_table('profile_adoptions')
    op.drop_table('profile_versions')
