"""of the answers that stand a sender has one for each text

Of several that stand for the same text the last one counts; those before it are withdrawn at the moment it
was given.

Revision ID: 0014
Revises: 0013
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None

STANDING = sa.text('withdrawn_at IS NULL')


def upgrade() -> None:
    op.execute("""
        UPDATE place_answers SET withdrawn_at = (
            SELECT max(later.chosen_at) FROM place_answers AS later
            WHERE later.sender = place_answers.sender AND later.text = place_answers.text
              AND later.withdrawn_at IS NULL)
        WHERE withdrawn_at IS NULL AND EXISTS (
            SELECT 1 FROM place_answers AS later
            WHERE later.sender = place_answers.sender AND later.text = place_answers.text
              AND later.withdrawn_at IS NULL AND later.id > place_answers.id)
    """)
    with op.batch_alter_table('place_answers', schema=None) as batch_op:
        batch_op.create_index(
            'uq_place_answers_standing',
            ['sender', 'text'],
            unique=True,
            sqlite_where=STANDING,
            postgresql_where=STANDING,
        )


def downgrade() -> None:
    with op.batch_alter_table('place_answers', schema=None) as batch_op:
        batch_op.drop_index('uq_place_answers_standing')
