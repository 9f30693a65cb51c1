from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from matchmaker.extensions import db
from matchmaker.models import Base
from matchmaker.services import transaction, users


def test_a_database_that_stays_locked_is_answered_with_try_again(
    tmp_path: Path, make_app: Callable[[str, Path], Flask], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transaction, "BUSY_TIMEOUT_MS", 20)
    app = make_app(f"sqlite:///{tmp_path / 'locked.sqlite3'}", tmp_path)
    with app.app_context():
        Base.metadata.create_all(db.engine)
        token = users.issue_token(users.create("a@example.com", ["officer"], "mot-mat-khau-dai"))
    other = sqlite3.connect(tmp_path / "locked.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    def post() -> Any:
        headers = {"Authorization": f"Bearer {token}"}
        return app.test_client().post("/api/v1/offers", json={"product": "Mận"}, headers=headers)

    locked = post()
    other.execute("ROLLBACK")
    other.close()
    free = post()

    assert (locked.status_code, locked.json["code"], locked.headers["Retry-After"]) == (503, "busy", "5")
    assert free.status_code == 201
    with app.app_context():
        db.engine.dispose()
