"""indexes that the state of all records and the last place of a list are read by, without what stands beside

Revision ID: 0019
Revises: 0018
"""

from __future__ import annotations

from alembic import op

revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ('demands', 'offers'):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_index(batch_op.f(f'ix_{table}_status'))
            batch_op.create_index(f'ix_{table}_state', ['status', 'id', 'version', 'changed_at'], unique=False)
    with op.batch_alter_table('matches', schema=None) as batch_op:
        batch_op.drop_index('ix_matches_demand_id_position')
        batch_op.create_index('ix_matches_places', ['demand_id', 'position', 'current', 'eligible', 'score', 'offer_id'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('matches', schema=None) as batch_op:
        batch_op.drop_index('ix_matches_places')
        batch_op.create_index('ix_matches_demand_id_position', ['demand_id', 'position'], unique=False)
    for table in ('demands', 'offers'):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_index(f'ix_{table}_state')
            batch_op.create_index(batch_op.f(f'ix_{table}_status'), ['status'], unique=False)
