"""Alembic's environment: the same migrations on SQLite and PostgreSQL, run inside an application."""

from __future__ import annotations

from typing import Any

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import JSON

from matchmaker.extensions import db
from matchmaker.models.base import Base, Moment


def render(kind: str, item: Any, autogen: AutogenContext) -> str | bool:
    """Write our own column types as the standard ones behind them, so that old migrations never import us."""
    if kind == "type" and isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, JSON):
        autogen.imports.add("from sqlalchemy.dialects import postgresql")
        return "sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')"
    return False


def run() -> None:
    """Apply the migrations, each in a transaction, under the write lock from the start."""
    with db.engine.connect().execution_options(matchmaker_write=True) as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=connection.dialect.name == "sqlite",
            render_item=render,
            compare_type=True,
            transaction_per_migration=False,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
