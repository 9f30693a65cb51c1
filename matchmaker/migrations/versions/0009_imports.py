"""lists sent as spreadsheets

Revision ID: 0009
Revises: 0008
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')


def upgrade() -> None:
    op.create_table('imports',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('sender', sa.String(length=200), nullable=False),
    sa.Column('file_name', sa.String(length=300), nullable=False),
    sa.Column('data', sa.LargeBinary(), nullable=False),
    sa.Column('sheet', sa.String(length=100), nullable=False),
    sa.Column('status', sa.String(length=12), nullable=False),
    sa.Column('columns', JSON, nullable=False),
    sa.Column('answers', JSON, nullable=False),
    sa.Column('look', JSON, nullable=False),
    sa.Column('progress', JSON, nullable=False),
    sa.Column('error', sa.String(length=40), nullable=False),
    sa.Column('facts', JSON, nullable=False),
    sa.Column('sent_by', sa.Integer(), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['sent_by'], ['users.id'], name=op.f('fk_imports_sent_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_imports'))
    )
    with op.batch_alter_table('imports', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_imports_status'), ['status'], unique=False)

    op.create_table('import_rows',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('import_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('does', sa.String(length=8), nullable=False),
    sa.Column('record_id', sa.String(length=64), nullable=False),
    sa.Column('record', JSON, nullable=False),
    sa.Column('understood', JSON, nullable=False),
    sa.Column('party', JSON, nullable=False),
    sa.Column('marks', JSON, nullable=False),
    sa.Column('doubtful', sa.Boolean(), nullable=False),
    sa.Column('before', JSON, nullable=False),
    sa.Column('after', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['import_id'], ['imports.id'], name=op.f('fk_import_rows_import_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_import_rows')),
    sa.UniqueConstraint('import_id', 'number', name=op.f('uq_import_rows_import_id_number'))
    )
    with op.batch_alter_table('import_rows', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_import_rows_does'), ['does'], unique=False)
        batch_op.create_index(batch_op.f('ix_import_rows_import_id'), ['import_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_import_rows_record_id'), ['record_id'], unique=False)

    op.create_table('sender_columns',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('sender', sa.String(length=200), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('header', sa.String(length=200), nullable=False),
    sa.Column('field', sa.String(length=40), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sender_columns')),
    sa.UniqueConstraint('sender', 'kind', 'header', name=op.f('uq_sender_columns_sender_kind_header'))
    )


def downgrade() -> None:
    op.drop_table('sender_columns')
    with op.batch_alter_table('import_rows', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_import_rows_record_id'))
        batch_op.drop_index(batch_op.f('ix_import_rows_import_id'))
        batch_op.drop_index(batch_op.f('ix_import_rows_does'))

    op.drop_table('import_rows')
    with op.batch_alter_table('imports', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_imports_status'))

    op.drop_table('imports')
