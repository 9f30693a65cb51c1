"""stages of meetings without a match

Revision ID: 0007
Revises: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('match_stages', schema=None) as batch_op:
        batch_op.alter_column('match_id', existing_type=sa.Integer(), nullable=True)
        batch_op.add_column(sa.Column('result_id', sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_match_stages_result_id'), 'meeting_results', ['result_id'], ['id'], ondelete='CASCADE')
        batch_op.create_index(batch_op.f('ix_match_stages_result_id'), ['result_id'], unique=False)


def downgrade() -> None:
    op.execute("DELETE FROM match_stages WHERE match_id IS NULL")
    with op.batch_alter_table('match_stages', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_match_stages_result_id'))
        batch_op.drop_constraint(batch_op.f('fk_match_stages_result_id'), type_='foreignkey')
        batch_op.drop_column('result_id')
        batch_op.alter_column('match_id', existing_type=sa.Integer(), nullable=False)
