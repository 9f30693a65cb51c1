"""The only module that commits.

A use case runs in one transaction: inside ``with transaction():`` or under ``@use_case``, which can also
start over when the database asks for it. A use case called inside another joins its transaction. On SQLite a
writing transaction takes the write lock at its start (BEGIN IMMEDIATE), so it never fails half-way with
"database is locked"; on PostgreSQL serialization failures and deadlocks are retried, a bounded number of
times, with jitter.
"""

from __future__ import annotations

import functools
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar

from sqlalchemy import Engine, event
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from matchmaker.errors import Busy, Stale
from matchmaker.extensions import db

P = ParamSpec("P")
R = TypeVar("R")

ATTEMPTS = 5
BUSY_TIMEOUT_MS = 5_000
# Serialization failure; deadlock; somebody else was first with the same key, which a second look will find.
_RETRY_STATES = {"40001", "40P01", "23505"}
_OPEN = "matchmaker-use-case"


@contextmanager
def transaction() -> Iterator[Session]:
    """Run the body in one writing transaction; commit at its end, roll back on any exception.

    Inside another one it only joins. Raises ``Busy`` when the write lock cannot be had, ``Stale`` when a row
    was changed meanwhile, ``RuntimeError`` when changes were made outside of a transaction.
    """
    session = db.session()
    if session.info.get(_OPEN):
        yield session
        return
    if session.new or session.dirty or session.deleted:
        raise RuntimeError("changes were made outside of a transaction")
    _begin(session)
    session.info[_OPEN] = True
    try:
        yield session
        session.commit()
    except StaleDataError as error:
        raise Stale from error
    except OperationalError as error:
        raise (Busy() if _is_busy(error) else error) from error
    finally:
        session.info.pop(_OPEN, None)
        session.rollback()


def use_case(function: Callable[P, R]) -> Callable[P, R]:
    """Run a function as one transaction, and start it over when the database could not serialize it."""

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        if db.session().info.get(_OPEN):
            return function(*args, **kwargs)
        for attempt in range(ATTEMPTS):
            try:
                with transaction():
                    return function(*args, **kwargs)
            except DBAPIError as error:
                if getattr(error.orig, "sqlstate", None) not in _RETRY_STATES:
                    raise
                _pause(attempt)
        raise Busy

    return run


def _begin(session: Session) -> None:
    """Start the transaction with the write lock, in a few attempts; a reading one before it ends here."""
    for attempt in range(2):
        session.rollback()
        try:
            session.connection(execution_options={"matchmaker_write": True})
            return
        except OperationalError as error:
            if not _is_busy(error):
                raise
            if attempt:
                raise Busy from error
            _pause(attempt)


def _is_busy(error: OperationalError) -> bool:
    code = getattr(error.orig, "sqlite_errorcode", 0) or 0
    return code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _pause(attempt: int) -> None:
    time.sleep(random.uniform(0.5, 1.0) * 0.02 * 2**attempt)  # noqa: S311 - jitter, not a secret


@event.listens_for(Engine, "connect")
def _prepare_connection(connection: Any, _record: Any) -> None:
    """SQLite: leave BEGIN to us, survive power loss, check foreign keys, wait for locks."""
    if not isinstance(connection, sqlite3.Connection):
        return
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


@event.listens_for(Engine, "begin")
def _begin_statement(connection: Any) -> None:
    """SQLite: say which kind of transaction begins."""
    if connection.dialect.name == "sqlite":
        writing = connection.get_execution_options().get("matchmaker_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def settle() -> None:
    """Keep what a library changed outside of a use case (a password hashed anew at sign-in)."""
    session = db.session()
    if session.new or session.dirty or session.deleted:
        session.commit()
