from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import flask_migrate
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from flask import Flask
from sqlalchemy import create_engine, inspect, make_url, select, text

from matchmaker.extensions import MIGRATIONS, db
from matchmaker.models import Base


@pytest.fixture
def fresh_app(database_url: str, tmp_path: Path, make_app: Callable[[str, Path], Flask]) -> Iterator[Flask]:
    """An application, in its context, over a database without any table."""
    url = make_url(database_url)
    if url.get_backend_name() == "postgresql":
        server = create_engine(url.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
        with server.connect() as connection:
            connection.execute(text("DROP DATABASE IF EXISTS fresh"))
            connection.execute(text("CREATE DATABASE fresh"))
        server.dispose()
        fresh = url.set(database="fresh").render_as_string(hide_password=False)
    else:
        fresh = f"sqlite:///{tmp_path / 'fresh.sqlite3'}"
    app = make_app(fresh, tmp_path)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def test_the_migrations_make_the_tables_of_the_models(fresh_app: Flask) -> None:
    flask_migrate.upgrade()

    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_migrations_can_be_taken_back(fresh_app: Flask) -> None:
    flask_migrate.upgrade()
    flask_migrate.downgrade(revision="base")

    assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}


def test_a_second_upgrade_changes_nothing(fresh_app: Flask) -> None:
    flask_migrate.upgrade()
    flask_migrate.upgrade()

    assert "offers" in inspect(db.engine).get_table_names()


def test_of_answers_that_stood_side_by_side_the_last_one_is_kept(fresh_app: Flask) -> None:
    flask_migrate.upgrade(revision="0013")
    table = Base.metadata.tables["place_answers"]
    given = [datetime(2026, 11, day, tzinfo=UTC) for day in (1, 2, 3)]
    with db.engine.begin() as connection:
        user = Base.metadata.tables["users"]
        row = {c.name: "" for c in user.columns if not c.nullable and c.type.python_type is str}
        connection.execute(user.insert().values(id=1, **row))
        for number, (text_, day) in enumerate((("a", given[0]), ("a", given[1]), ("b", given[2])), 1):
            facts = {"sender": "member:M1", "written": text_, "place": {}, "named": "", "chosen_by": 1}
            connection.execute(table.insert().values(id=number, text=text_, chosen_at=day, **facts))

    flask_migrate.upgrade()

    with db.engine.connect() as connection:
        kept = connection.execute(select(table.c.id, table.c.withdrawn_at).order_by(table.c.id)).all()
    assert [(row.id, row.withdrawn_at) for row in kept] == [(1, given[1]), (2, None), (3, None)]


def test_migrations_import_nothing_of_the_application() -> None:
    for script in (MIGRATIONS / "versions").glob("*.py"):
        assert "matchmaker" not in script.read_text(encoding="utf-8")
