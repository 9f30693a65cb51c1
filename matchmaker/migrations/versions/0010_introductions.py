"""introductions, their answers, terms and deliveries

Revision ID: 0010
Revises: 0009
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')


def upgrade() -> None:
    op.create_table('letter_numbers',
    sa.Column('province', sa.String(length=80), nullable=False),
    sa.Column('year', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('last', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('province', 'year', name=op.f('pk_letter_numbers'))
    )
    op.create_table('offices',
    sa.Column('province', sa.String(length=80), nullable=False),
    sa.Column('parent', sa.String(length=200), nullable=False),
    sa.Column('unit', sa.String(length=200), nullable=False),
    sa.Column('place', sa.String(length=80), nullable=False),
    sa.Column('symbol', sa.String(length=40), nullable=False),
    sa.Column('signer_title', sa.String(length=200), nullable=False),
    sa.Column('signer', sa.String(length=200), nullable=False),
    sa.Column('phone', sa.String(length=40), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('province', name=op.f('pk_offices'))
    )
    op.create_table('deliveries',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('match_id', sa.Integer(), nullable=False),
    sa.Column('delivered_on', sa.Date(), nullable=False),
    sa.Column('quantity', sa.Double(), nullable=False),
    sa.Column('unit', sa.String(length=40), nullable=False),
    sa.Column('value', sa.BigInteger(), nullable=True),
    sa.Column('consumed', sa.BigInteger(), nullable=False),
    sa.Column('note', sa.String(length=2000), nullable=False),
    sa.Column('how', sa.String(length=8), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=True),
    sa.Column('on_behalf_of', sa.String(length=64), nullable=True),
    sa.Column('noted_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['match_id'], ['matches.id'], name=op.f('fk_deliveries_match_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['on_behalf_of'], ['organisations.id'], name=op.f('fk_deliveries_on_behalf_of')),
    sa.ForeignKeyConstraint(['user_id'], ['users.id'], name=op.f('fk_deliveries_user_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_deliveries'))
    )
    with op.batch_alter_table('deliveries', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_deliveries_delivered_on'), ['delivered_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_deliveries_match_id'), ['match_id'], unique=False)

    op.create_table('terms_said',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('match_id', sa.Integer(), nullable=False),
    sa.Column('term', sa.String(length=16), nullable=False),
    sa.Column('side', sa.String(length=12), nullable=False),
    sa.Column('words', sa.String(length=500), nullable=False),
    sa.Column('how', sa.String(length=8), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=True),
    sa.Column('on_behalf_of', sa.String(length=64), nullable=True),
    sa.Column('said_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['match_id'], ['matches.id'], name=op.f('fk_terms_said_match_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['on_behalf_of'], ['organisations.id'], name=op.f('fk_terms_said_on_behalf_of')),
    sa.ForeignKeyConstraint(['user_id'], ['users.id'], name=op.f('fk_terms_said_user_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_terms_said'))
    )
    with op.batch_alter_table('terms_said', schema=None) as batch_op:
        batch_op.create_index('ix_terms_said_match_id_term', ['match_id', 'term'], unique=False)

    op.create_table('introductions',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('demand_id', sa.String(length=64), nullable=False),
    sa.Column('pool_id', sa.Integer(), nullable=True),
    sa.Column('province', sa.String(length=80), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('made_on', sa.Date(), nullable=False),
    sa.Column('made_by', sa.Integer(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('link_serial', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['demand_id'], ['demands.id'], name=op.f('fk_introductions_demand_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['made_by'], ['users.id'], name=op.f('fk_introductions_made_by')),
    sa.ForeignKeyConstraint(['pool_id'], ['pools.id'], name=op.f('fk_introductions_pool_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_introductions')),
    sa.UniqueConstraint('province', 'year', 'number', name=op.f('uq_introductions_province_year_number'))
    )
    with op.batch_alter_table('introductions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_introductions_demand_id'), ['demand_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_introductions_made_on'), ['made_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_introductions_pool_id'), ['pool_id'], unique=False)

    op.create_table('introduced_matches',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('introduction_id', sa.Integer(), nullable=False),
    sa.Column('match_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('buyer_answer', sa.String(length=12), nullable=False),
    sa.Column('producer_answer', sa.String(length=12), nullable=False),
    sa.Column('link_serial', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['introduction_id'], ['introductions.id'], name=op.f('fk_introduced_matches_introduction_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['match_id'], ['matches.id'], name=op.f('fk_introduced_matches_match_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_introduced_matches')),
    sa.UniqueConstraint('introduction_id', 'match_id', name=op.f('uq_introduced_matches_introduction_id_match_id'))
    )
    with op.batch_alter_table('introduced_matches', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_introduced_matches_match_id'), ['match_id'], unique=False)

    op.create_table('introduction_versions',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('introduction_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('document', JSON, nullable=False),
    sa.Column('note', sa.String(length=500), nullable=False),
    sa.Column('made_by', sa.Integer(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['introduction_id'], ['introductions.id'], name=op.f('fk_introduction_versions_introduction_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['made_by'], ['users.id'], name=op.f('fk_introduction_versions_made_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_introduction_versions')),
    sa.UniqueConstraint('introduction_id', 'number', name=op.f('uq_introduction_versions_introduction_id_number'))
    )
    op.create_table('introduction_answers',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('introduced_id', sa.Integer(), nullable=False),
    sa.Column('side', sa.String(length=12), nullable=False),
    sa.Column('answer', sa.String(length=12), nullable=False),
    sa.Column('reason', sa.String(length=40), nullable=False),
    sa.Column('note', sa.String(length=1000), nullable=False),
    sa.Column('how', sa.String(length=8), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=True),
    sa.Column('on_behalf_of', sa.String(length=64), nullable=True),
    sa.Column('answered_on', sa.Date(), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['introduced_id'], ['introduced_matches.id'], name=op.f('fk_introduction_answers_introduced_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['on_behalf_of'], ['organisations.id'], name=op.f('fk_introduction_answers_on_behalf_of')),
    sa.ForeignKeyConstraint(['user_id'], ['users.id'], name=op.f('fk_introduction_answers_user_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_introduction_answers'))
    )
    with op.batch_alter_table('introduction_answers', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_introduction_answers_introduced_id'), ['introduced_id'], unique=False)

    with op.batch_alter_table('match_stages', schema=None) as batch_op:
        batch_op.add_column(sa.Column('how', sa.String(length=8), server_default='officer', nullable=False))
        batch_op.add_column(sa.Column('on_behalf_of', sa.String(length=64), nullable=True))
        batch_op.alter_column('user_id',
               existing_type=sa.INTEGER(),
               nullable=True)
        batch_op.create_foreign_key(batch_op.f('fk_match_stages_on_behalf_of'), 'organisations', ['on_behalf_of'], ['id'])


def downgrade() -> None:
    op.execute('DELETE FROM match_stages WHERE user_id IS NULL')  # what a side's own link told
    with op.batch_alter_table('match_stages', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_match_stages_on_behalf_of'), type_='foreignkey')
        batch_op.alter_column('user_id',
               existing_type=sa.INTEGER(),
               nullable=False)
        batch_op.drop_column('on_behalf_of')
        batch_op.drop_column('how')

    with op.batch_alter_table('introduction_answers', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_introduction_answers_introduced_id'))

    op.drop_table('introduction_answers')
    op.drop_table('introduction_versions')
    with op.batch_alter_table('introduced_matches', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_introduced_matches_match_id'))

    op.drop_table('introduced_matches')
    with op.batch_alter_table('introductions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_introductions_pool_id'))
        batch_op.drop_index(batch_op.f('ix_introductions_made_on'))
        batch_op.drop_index(batch_op.f('ix_introductions_demand_id'))

    op.drop_table('introductions')
    with op.batch_alter_table('terms_said', schema=None) as batch_op:
        batch_op.drop_index('ix_terms_said_match_id_term')

    op.drop_table('terms_said')
    with op.batch_alter_table('deliveries', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_deliveries_match_id'))
        batch_op.drop_index(batch_op.f('ix_deliveries_delivered_on'))

    op.drop_table('deliveries')
    op.drop_table('offices')
    op.drop_table('letter_numbers')
