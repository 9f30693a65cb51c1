from __future__ import annotations

from pathlib import Path
from typing import Any

import flask_migrate
import pytest
from flask import Flask
from sqlalchemy import text

from matchmaker.extensions import db
from matchmaker.services import organisations
from matchmaker.services.health import findings
from matchmaker.services.transaction import transaction


@pytest.fixture
def service(tmp_path: Path, make_app: Any) -> Any:
    """An application over a database of its own, in its context."""
    app: Flask = make_app(f"sqlite:///{tmp_path / 'own.sqlite3'}", tmp_path)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def codes(*, good: bool) -> set[str]:
    return {finding.code for finding in findings() if finding.good is good}


def test_a_service_with_its_tables_is_well(service: Any) -> None:
    flask_migrate.upgrade()

    assert codes(good=False) <= {"front_end_missing"}
    assert {"check_tables", "check_audit", "check_integrity", "check_reference"} <= codes(good=True)


def test_tables_that_are_missing_are_named(service: Any) -> None:
    assert "tables_behind" in codes(good=False)


def test_a_touched_audit_trail_is_noticed(service: Any) -> None:
    flask_migrate.upgrade()
    organisations.register({"side": "buyer", "name": "Mua (mẫu)"}, None)
    with transaction():
        db.session.execute(text("UPDATE audit_events SET subject_id = 'x'"))

    assert "audit_broken" in codes(good=False)


def test_a_silent_database_is_named(tmp_path: Path, make_app: Any) -> None:
    app: Flask = make_app(f"sqlite:///{tmp_path / 'no' / 'such' / 'folder.sqlite3'}", tmp_path)

    with app.app_context():
        assert "database_silent" in codes(good=False)
        db.engine.dispose()
