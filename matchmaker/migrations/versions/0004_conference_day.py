"""conference day

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('attendances',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('conference_id', sa.String(length=64), nullable=False),
    sa.Column('participant', sa.String(length=64), nullable=False),
    sa.Column('status', sa.String(length=8), nullable=False),
    sa.Column('slot', sa.String(length=64), nullable=False),
    sa.Column('how', sa.String(length=8), nullable=False),
    sa.Column('noted_by', sa.Integer(), nullable=True),
    sa.Column('noted_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['conference_id'], ['conferences.id'], name=op.f('fk_attendances_conference_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['noted_by'], ['users.id'], name=op.f('fk_attendances_noted_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attendances')),
    sa.UniqueConstraint('conference_id', 'participant', name=op.f('uq_attendances_conference_id_participant'))
    )
    op.create_table('planning_runs',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('conference_id', sa.String(length=64), nullable=False),
    sa.Column('status', sa.String(length=12), nullable=False),
    sa.Column('seconds', sa.Double(), nullable=False),
    sa.Column('progress', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('stop_asked', sa.Boolean(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=True),
    sa.Column('error', sa.String(length=80), nullable=False),
    sa.Column('asked_by', sa.Integer(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('done_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['asked_by'], ['users.id'], name=op.f('fk_planning_runs_asked_by')),
    sa.ForeignKeyConstraint(['conference_id'], ['conferences.id'], name=op.f('fk_planning_runs_conference_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_planning_runs'))
    )
    with op.batch_alter_table('planning_runs', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_planning_runs_conference_id'), ['conference_id'], unique=False)

    op.create_table('wishes',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('conference_id', sa.String(length=64), nullable=False),
    sa.Column('party', sa.String(length=64), nullable=False),
    sa.Column('other', sa.String(length=64), nullable=False),
    sa.Column('kind', sa.String(length=4), nullable=False),
    sa.Column('rank', sa.Integer(), nullable=False),
    sa.Column('note', sa.String(length=500), nullable=False),
    sa.Column('source', sa.String(length=8), nullable=False),
    sa.Column('entered_by', sa.Integer(), nullable=True),
    sa.Column('entered_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['conference_id'], ['conferences.id'], name=op.f('fk_wishes_conference_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['entered_by'], ['users.id'], name=op.f('fk_wishes_entered_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_wishes')),
    sa.UniqueConstraint('conference_id', 'party', 'other', name=op.f('uq_wishes_conference_id_party_other'))
    )
    with op.batch_alter_table('wishes', schema=None) as batch_op:
        batch_op.create_index('ix_wishes_conference_id_other', ['conference_id', 'other'], unique=False)

    op.create_table('match_stages',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('match_id', sa.Integer(), nullable=False),
    sa.Column('conference_id', sa.String(length=64), nullable=True),
    sa.Column('stage', sa.String(length=12), nullable=False),
    sa.Column('reason', sa.String(length=40), nullable=False),
    sa.Column('happened_on', sa.Date(), nullable=False),
    sa.Column('quantity', sa.Double(), nullable=True),
    sa.Column('unit', sa.String(length=40), nullable=False),
    sa.Column('value', sa.BigInteger(), nullable=True),
    sa.Column('note', sa.String(length=2000), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=False),
    sa.Column('noted_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['conference_id'], ['conferences.id'], name=op.f('fk_match_stages_conference_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['match_id'], ['matches.id'], name=op.f('fk_match_stages_match_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['user_id'], ['users.id'], name=op.f('fk_match_stages_user_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_match_stages'))
    )
    with op.batch_alter_table('match_stages', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_match_stages_conference_id'), ['conference_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_match_stages_match_id'), ['match_id'], unique=False)

    op.create_table('meeting_results',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('conference_id', sa.String(length=64), nullable=False),
    sa.Column('producer', sa.String(length=64), nullable=False),
    sa.Column('buyer', sa.String(length=64), nullable=False),
    sa.Column('match_id', sa.Integer(), nullable=True),
    sa.Column('outcome', sa.String(length=16), nullable=False),
    sa.Column('steps', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('reason', sa.String(length=40), nullable=False),
    sa.Column('quantity', sa.Double(), nullable=True),
    sa.Column('unit', sa.String(length=40), nullable=False),
    sa.Column('value', sa.BigInteger(), nullable=True),
    sa.Column('next_on', sa.Date(), nullable=True),
    sa.Column('note', sa.String(length=2000), nullable=False),
    sa.Column('entered_by', sa.Integer(), nullable=False),
    sa.Column('entered_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['conference_id'], ['conferences.id'], name=op.f('fk_meeting_results_conference_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['entered_by'], ['users.id'], name=op.f('fk_meeting_results_entered_by')),
    sa.ForeignKeyConstraint(['match_id'], ['matches.id'], name=op.f('fk_meeting_results_match_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting_results')),
    sa.UniqueConstraint('conference_id', 'producer', 'buyer', name=op.f('uq_meeting_results_conference_id_producer_buyer'))
    )
    with op.batch_alter_table('meeting_results', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_meeting_results_match_id'), ['match_id'], unique=False)

    with op.batch_alter_table('schedule_versions', schema=None) as batch_op:
        batch_op.add_column(sa.Column('cause', sa.String(length=12), server_default='planned', nullable=False))
        batch_op.add_column(sa.Column('changes', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), server_default='[]', nullable=False))
        batch_op.add_column(sa.Column('published_at', sa.DateTime(timezone=True), nullable=True))



def downgrade() -> None:
    with op.batch_alter_table('schedule_versions', schema=None) as batch_op:
        batch_op.drop_column('published_at')
        batch_op.drop_column('changes')
        batch_op.drop_column('cause')

    with op.batch_alter_table('meeting_results', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_meeting_results_match_id'))

    op.drop_table('meeting_results')
    with op.batch_alter_table('match_stages', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_match_stages_match_id'))
        batch_op.drop_index(batch_op.f('ix_match_stages_conference_id'))

    op.drop_table('match_stages')
    with op.batch_alter_table('wishes', schema=None) as batch_op:
        batch_op.drop_index('ix_wishes_conference_id_other')

    op.drop_table('wishes')
    with op.batch_alter_table('planning_runs', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_planning_runs_conference_id'))

    op.drop_table('planning_runs')
    op.drop_table('attendances')
