"""The whole database as one file, and back: for both databases, and from one to the other.

The file is gzip over JSON Lines: a head (format, version of the tables, moment, rows by table), a line for
each row in an order in which every row stands after those that it names, and an end with the number of rows
and a digest, without which a file is not taken. It is read in one transaction, so that it holds one moment.
It holds personal data; the key that signs sessions is not in it.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, BinaryIO

from sqlalchemy import Column, LargeBinary, Table, delete, func, insert, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from matchmaker.errors import Conflict, DomainError
from matchmaker.extensions import db
from matchmaker.models import Base, Organisation
from matchmaker.models.base import now
from matchmaker.services import consents, erasures
from matchmaker.services.transaction import use_case

FORMAT = "matchmaker-backup/1"
AT_ONCE = 500
LONGEST_LINE = 64_000_000  # a list sent as a spreadsheet, its bytes as text
_DAMAGED = (OSError, EOFError, zlib.error, ValueError, KeyError, IndexError, TypeError)


class ArchiveRefused(DomainError):
    """The file is no backup, is damaged or cut short, or is of another version of the tables."""

    status = 422


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: the rows of each table, when the backup was made, how many erasures it did again.

    ``noted`` tells whether erasures were noted beside the database at all.
    """

    rows: dict[str, int]
    made_at: datetime
    repeated: int
    noted: bool


def save(target: BinaryIO) -> dict[str, int]:
    """Write everything to ``target``; gives the number of rows of each table.

    Erasures that were not yet noted beside the database are noted now.
    """
    erasures.note(consents.taken_back())
    db.session.rollback()  # a transaction of its own begins, which sees one moment
    connection = db.session.connection(execution_options=_one_moment())
    counts = {
        table.name: int(connection.scalar(select(func.count()).select_from(table)) or 0)
        for table in _tables()
    }
    head = {"format": FORMAT, "tables_at": tables_at(), "at": now().isoformat(), "tables": counts}
    digest, rows = hashlib.sha256(), 0
    with gzip.GzipFile(fileobj=target, mode="wb", compresslevel=6, mtime=0) as packed:
        packed.write(_line(head, digest))
        for number, table in enumerate(_tables()):
            for row in connection.execute(_ordered(table), execution_options={"yield_per": AT_ONCE}):
                values = [_out(value) for value in row]
                packed.write(_line([number, *values], digest))
                rows += 1
        packed.write(json.dumps({"end": rows, "sha256": digest.hexdigest()}).encode() + b"\n")
    db.session.rollback()
    return counts


@use_case
def load(source: BinaryIO, *, replace: bool = False) -> Restored:
    """Put everything of a backup into the database, all or nothing.

    Consents taken back in the database that is replaced stay so, and those noted beside it (``erasures``),
    and what they erased stays erased, however old the backup.
    Raises ``Conflict`` ``database_not_empty`` unless the present rows are to be replaced,
    ``ArchiveRefused`` for a file that cannot be trusted to be whole.
    """
    session = db.session
    filled = [table.name for table in _tables() if session.scalar(select(1).select_from(table).limit(1))]
    if filled and not replace:
        raise Conflict("database_not_empty", tables=", ".join(filled[:5]))
    withdrawn = consents.taken_back()
    for table in reversed(_tables()):
        session.execute(delete(table))
    try:
        with gzip.GzipFile(fileobj=source, mode="rb") as packed:
            counts, made_at = _load(packed)
    except (*_DAMAGED, IntegrityError, StatementError) as error:
        raise ArchiveRefused("archive_damaged", reason=str(error)[:200]) from error
    _count_on()
    session.expire_all()
    noted = erasures.known(session.scalars(select(Organisation.id)))
    for organisation_id, moment in noted.items():
        withdrawn[organisation_id] = max(moment, withdrawn.get(organisation_id, moment))
    again = consents.take_back_again(withdrawn)
    return Restored(counts, made_at, len(again), erasures.path().exists())


def tables_at() -> str:
    """The version of the tables; "" where they were made without migrations."""
    connection = db.session.connection()
    if not db.engine.dialect.has_table(connection, "alembic_version"):
        return ""
    return str(connection.scalar(text("SELECT version_num FROM alembic_version")) or "")


def _load(packed: gzip.GzipFile) -> tuple[dict[str, int], datetime]:
    digest = hashlib.sha256()
    lines = _lines(packed)
    first = next(lines, b"")
    digest.update(first)
    head = json.loads(first)
    if not isinstance(head, dict) or head.get("format") != FORMAT:
        raise ArchiveRefused("archive_other_format")
    if head["tables_at"] != tables_at():
        raise ArchiveRefused("archive_other_tables", theirs=head["tables_at"] or "–", ours=tables_at() or "–")
    known = {table.name: table for table in _tables()}
    order = [known[name] for name in head["tables"]]
    counts, end = dict.fromkeys(head["tables"], 0), None
    waiting: list[dict[str, Any]] = []
    at = -1
    for line in lines:
        found = json.loads(line)
        if isinstance(found, dict):
            end = found
            break
        digest.update(line)
        if found[0] != at or len(waiting) >= AT_ONCE:
            _enter(order[at], waiting)
            at = found[0]
        table = order[at]
        counts[table.name] += 1
        columns = zip(table.columns, found[1:], strict=True)
        waiting.append({column.name: _in(column, value) for column, value in columns})
    _enter(order[at], waiting)
    if end is None or end != {"end": sum(counts.values()), "sha256": digest.hexdigest()}:
        raise ArchiveRefused("archive_damaged", reason="end")
    if counts != head["tables"]:
        raise ArchiveRefused("archive_damaged", reason="rows")
    return counts, datetime.fromisoformat(head["at"])


def _enter(table: Table, waiting: list[dict[str, Any]]) -> None:
    if waiting:
        db.session.execute(insert(table), waiting)
        waiting.clear()


def _lines(packed: gzip.GzipFile) -> Iterator[bytes]:
    while line := packed.readline(LONGEST_LINE):
        yield line


def _line(value: Any, digest: Any) -> bytes:
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    digest.update(line)
    return line


def _tables() -> list[Table]:
    """All tables, each after those that it names."""
    return Base.metadata.sorted_tables


def _ordered(table: Table) -> Any:
    """The rows of a table in the order in which they were made, so that rows that name others come later."""
    return select(table).order_by(*table.primary_key.columns)


def _out(value: Any) -> Any:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def _in(column: Column[Any], value: Any) -> Any:
    if value is None:
        return None
    kind = getattr(column.type, "impl", column.type)
    if isinstance(kind, LargeBinary):
        return base64.b64decode(value, validate=True)
    if kind.python_type is datetime:
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if kind.python_type is date else value


def _one_moment() -> dict[str, str]:
    """PostgreSQL shows each statement a later moment unless told otherwise; SQLite does not."""
    return {"isolation_level": "REPEATABLE READ"} if db.engine.dialect.name == "postgresql" else {}


def _count_on() -> None:
    """Let PostgreSQL number new rows from where the restored ones end; SQLite does by itself."""
    if db.engine.dialect.name != "postgresql":
        return
    for table in _tables():
        column = table.autoincrement_column
        if column is None:
            continue
        sequence = db.session.scalar(select(func.pg_get_serial_sequence(table.name, column.name)))
        if sequence:
            highest = db.session.scalar(select(func.max(column)))
            db.session.execute(select(func.setval(sequence, highest or 1, highest is not None)))
