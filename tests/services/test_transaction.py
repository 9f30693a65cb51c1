from __future__ import annotations

import threading
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import OperationalError

from matchmaker.errors import Busy, Stale
from matchmaker.extensions import db
from matchmaker.models import Organisation, Role
from matchmaker.services import transaction as door
from matchmaker.services.transaction import settle, transaction, use_case


def names() -> list[str]:
    return list(db.session.scalars(select(Role.name).order_by(Role.name)))


def test_a_transaction_commits_at_its_end(session: Any) -> None:
    with transaction() as open_session:
        open_session.add(Role(name="a"))
    session.rollback()

    assert names() == ["a"]


def test_an_exception_takes_everything_back(session: Any) -> None:
    def half_way() -> None:
        with transaction() as open_session:
            open_session.add(Role(name="a"))
            open_session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_way()

    assert names() == []


def test_a_use_case_inside_another_joins_it(session: Any) -> None:
    @use_case
    def inner() -> None:
        db.session.add(Role(name="inner"))

    @use_case
    def outer() -> None:
        inner()
        raise KeyError

    with pytest.raises(KeyError):
        outer()

    assert names() == []


def test_changes_outside_of_a_transaction_are_refused(session: Any) -> None:
    session.add(Role(name="a"))

    with pytest.raises(RuntimeError), transaction():
        pass
    session.rollback()


def test_what_a_library_changed_is_kept_by_settling(session: Any) -> None:
    session.add(Role(name="a"))
    settle()
    session.rollback()

    assert names() == ["a"]


def test_a_row_changed_meanwhile_makes_the_change_stale(session: Any) -> None:
    with transaction() as open_session:
        open_session.add(Organisation(id="M1", side="buyer", name="cũ"))

    def change() -> None:
        with transaction() as open_session:
            member = open_session.get(Organisation, "M1")
            open_session.execute(text("UPDATE organisations SET version = 7 WHERE id = 'M1'"))
            member.name = "mới"

    with pytest.raises(Stale):
        change()

    assert session.scalar(select(Organisation.name)) == "cũ"


def test_a_conflict_that_the_database_reports_starts_the_use_case_over(
    session: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "_pause", lambda _attempt: None)
    attempts = []

    @use_case
    def contested() -> str:
        attempts.append(1)
        if len(attempts) < 3:
            raise serialization_failure()
        return "done"

    assert contested() == "done"
    assert len(attempts) == 3


def test_a_conflict_that_never_ends_is_given_up(session: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "_pause", lambda _attempt: None)

    @use_case
    def contested() -> None:
        raise serialization_failure()

    with pytest.raises(Busy):
        contested()


def serialization_failure() -> OperationalError:
    cause = Exception("could not serialize access")
    cause.sqlstate = "40001"  # type: ignore[attr-defined]
    return OperationalError("UPDATE …", {}, cause)


def test_many_threads_count_without_losing_one(app: Flask) -> None:
    with app.app_context(), transaction() as session:
        session.add(Organisation(id="M1", side="buyer", name="0"))

    @use_case
    def count() -> None:
        member = db.session.get(Organisation, "M1", with_for_update=True, populate_existing=True)
        assert member is not None
        member.name = str(int(member.name) + 1)

    def work() -> None:
        with app.app_context():
            for _ in range(5):
                count()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with app.app_context():
        assert db.session.scalar(select(Organisation.name)) == "20"


def test_sqlite_survives_power_loss_and_checks_foreign_keys(session: Any) -> None:
    if session.get_bind().dialect.name == "sqlite":
        pragmas = {
            name: session.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
        assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}
    else:
        assert session.scalar(text("SHOW fsync")) in ("on", "off")
