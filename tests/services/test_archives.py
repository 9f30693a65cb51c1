"""A backup holds everything of one moment, and a restored database equals the original."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from matchmaker.errors import Conflict
from matchmaker.extensions import db
from matchmaker.models import Base, Offer, User
from matchmaker.services import archives, audit, importing, offers
from matchmaker.services.archives import ArchiveRefused

Rows = dict[str, list[tuple[Any, ...]]]


def everything() -> Rows:
    """Every row of every table."""
    return {
        table.name: [tuple(row) for row in db.session.execute(select(table).order_by(*table.primary_key))]
        for table in Base.metadata.sorted_tables
    }


@pytest.fixture
def filled(session: Any, make_user: Callable[..., User], make_offer: Callable[..., str]) -> User:
    """A database with users, records, an audit trail, JSON, days, moments and the bytes of a file."""
    officer = make_user("officer")
    make_offer(officer)
    found = importing.send("Tên HTX,Sản phẩm,Vụ\nHTX Hai,Mận,T6\n".encode(), "a.csv", "offer", "", officer)
    importing.check(found.id)
    return officer


@pytest.fixture
def other(make_app: Callable[[str, Path], Flask], tmp_path: Path) -> Iterator[Flask]:
    """Another service with empty tables, on SQLite."""
    made = make_app(f"sqlite:///{tmp_path / 'other.sqlite3'}", tmp_path)
    with made.app_context():
        Base.metadata.create_all(db.engine)
        yield made
        db.engine.dispose()


def backup() -> bytes:
    found = io.BytesIO()
    archives.save(found)
    return found.getvalue()


def test_a_restored_database_equals_the_original(filled: User) -> None:
    before, kept = everything(), backup()
    assert sum(map(len, before.values())) > 10
    for offer in db.session.scalars(select(Offer)):
        offers.close(offer.id, filled, offer.version)
    assert everything() != before
    archives.load(io.BytesIO(kept), replace=True)
    assert everything() == before
    assert audit.broken_at() is None


def test_it_can_be_restored_into_another_database(filled: User, other: Flask) -> None:
    with other.app_context():
        assert not any(everything().values())
    before, kept = everything(), backup()
    with other.app_context():
        restored = archives.load(io.BytesIO(kept))
        assert everything() == before
        assert restored.rows == {name: len(rows) for name, rows in before.items()}


def test_new_rows_are_numbered_on_from_the_restored_ones(filled: User) -> None:
    kept = backup()
    archives.load(io.BytesIO(kept), replace=True)
    officer = db.session.scalars(select(User)).one()
    found = importing.send(b"a,b\n1,2\n", "b.csv", "offer", "", officer)
    assert found.id == 2


def test_what_is_there_is_not_overwritten_unasked(filled: User) -> None:
    before, kept = everything(), backup()
    with pytest.raises(Conflict, match="database_not_empty"):
        archives.load(io.BytesIO(kept))
    assert everything() == before


def damaged(kept: bytes) -> Iterator[tuple[str, bytes]]:
    lines = gzip.decompress(kept).splitlines(keepends=True)
    yield "cut", kept[: len(kept) // 2]
    yield "without its end", gzip.compress(b"".join(lines[:-1]))
    yield "a row lost", gzip.compress(b"".join([*lines[:3], *lines[4:]]))
    yield "a letter changed", gzip.compress(b"".join(lines).replace("Mận".encode(), "Mơn".encode(), 1))
    yield "another format", gzip.compress(b'{"format":"x"}\n' + b"".join(lines[1:]))
    yield "other tables", gzip.compress(b"".join(lines).replace(b'"tables_at":"', b'"tables_at":"9', 1))
    yield "no archive", b"SQLite format 3\0"
    yield "nothing", b""


def test_a_damaged_backup_changes_nothing(filled: User) -> None:
    before, kept = everything(), backup()
    for what, broken in damaged(kept):
        with pytest.raises(ArchiveRefused):
            archives.load(io.BytesIO(broken), replace=True)
        assert everything() == before, what
