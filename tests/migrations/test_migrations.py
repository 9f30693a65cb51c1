from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import flask_migrate
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from flask import Flask
from sqlalchemy import create_engine, inspect, make_url, text

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


def test_migrations_import_nothing_of_the_application() -> None:
    for script in (MIGRATIONS / "versions").glob("*.py"):
        assert "matchmaker" not in script.read_text(encoding="utf-8")
