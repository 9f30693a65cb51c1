"""Take in lists sent as spreadsheets: a dry run first, then all or the good rows at once, undone as a whole.

A list is checked and taken in the background (``check``, ``take`` are what the jobs call), with progress in
the import itself. The file stays with it: its columns can be read anew, and a marked copy be given back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, insert

from matchmaker.errors import Conflict, DomainError, InvalidRecord
from matchmaker.exchange.columns import Layout
from matchmaker.exchange.sheet_words import KINDS
from matchmaker.exchange.workbooks import Sheet, read_book
from matchmaker.extensions import db
from matchmaker.models import Import, ImportRow, User
from matchmaker.models.base import now
from matchmaker.queries import imports
from matchmaker.queries.place_answers import answers_of, sender_of
from matchmaker.services import (
    audit,
    import_layout,
    import_likeness,
    import_parties,
    import_places,
    import_rows,
    import_taking,
    place_answers,
)
from matchmaker.services.checked_row import Checked
from matchmaker.services.place_answers import Chosen
from matchmaker.services.transaction import use_case
from matchmaker.wording.errors import message

LONGEST_NAME = 200
GRACE = timedelta(minutes=15)  # after which a list under way is held for lost
WRITE_AT_ONCE = 1_000


def send(data: bytes, file_name: str, kind: str, sender: str, actor: User) -> Import:
    """Keep a file to be checked (``check``).

    Raises ``SheetRefused`` where it is no table at all, ``InvalidRecord`` for an unknown kind.
    """
    if kind not in KINDS:
        raise InvalidRecord({"kind": [message("unknown_choice", {"value": kind, "choices": KINDS})]})
    read_book(data)  # before the transaction: it can take seconds, and nobody could write meanwhile
    return _store(data, file_name, kind, sender, actor)


@use_case
def _store(data: bytes, file_name: str, kind: str, sender: str, actor: User) -> Import:
    found = Import(
        kind=kind,
        sender=sender.strip()[:LONGEST_NAME],
        file_name=file_name[:300],
        data=data,
        sent_by=actor.id,
    )
    db.session.add(found)
    db.session.flush()
    audit.record("import.sent", "import", found.id, {"kind": kind, "file": found.file_name}, actor)
    return found


@use_case
def read_again(
    import_id: int, actor: User, version: int, *, sheet: str = "", columns: Mapping[str, str] | None = None,
    answers: Mapping[str, Mapping[str, str]] | None = None, places: Sequence[Chosen] = (),
) -> Import:  # fmt: skip
    """Let a list be checked anew with another sheet, other columns (field by header) or answers.

    It waits for ``check``. Columns that were chosen are remembered for the sender, and so are ``places``, for
    whoever sent the list.

    Raises ``Conflict`` for a list that was taken or is under way, ``Stale`` for a past ``version``.
    """
    found = _open(import_id, actor, version)
    if sheet and sheet != found.sheet:
        found.sheet, found.columns, found.answers = sheet, {}, {}
    if columns:
        found.columns = {**found.columns, **columns}
        import_layout.remember(found, columns)
    for name, said in (answers or {}).items():
        found.answers = {**found.answers, name: _answered(found, name, said)}
    for each in places:
        place_answers.remember(_asker(found), each.text, each.place, each.named, actor)
    found.status, found.progress, found.started_at = "checking", {}, now()
    return found


def _asker(found: Import) -> str:
    """For whom the texts of a list are answered: whoever sent it."""
    return sender_of(db.session.get_one(User, found.sent_by))


def _answered(found: Import, name: str, said: Mapping[str, str]) -> dict[str, str]:
    """What a person has answered by now. Of records only such as the dry run asked about; "" is a new one."""
    if name != "records":
        return dict(said)
    asked = found.look.get("alike", {})
    told = {row: record for row, record in said.items() if not record or record in asked.get(row, ())}
    return {row: record for row, record in {**found.answers.get(name, {}), **told}.items() if record}


def check(import_id: int) -> None:
    """Read and check every row, and keep what each would do. Whatever goes wrong is noted in the import."""
    found = db.session.get(Import, import_id, populate_existing=True)
    if found is None or found.status != "checking":
        return
    try:
        sheet, arranged, book = import_layout.arranged_sheet(found)
        records = dict(found.answers.get("records", {}))
        meanings = answers_of(_asker(found))
        rows = import_rows.check(
            found.kind, sheet, arranged, records, meanings,
            lambda done: _tell(import_id, done, len(sheet.rows)),
        )  # fmt: skip
        look = import_layout.look_of(book, sheet, arranged, rows) | {
            "alike": _alike(found, rows),
            "places": import_places.asked(rows),
            "elsewhere": import_layout.other_tables(book, found.kind, sheet.name),
            "recalled": import_places.recalled(rows, meanings),
        }
        _keep(import_id, sheet.name, look, rows)
    except DomainError as error:
        _fail(import_id, error.code, error.facts)
    except Exception:
        _fail(import_id, "internal", {})
        raise


@use_case
def ask(import_id: int, actor: User, version: int, *, only_good: bool) -> Import:
    """Let a checked list be taken in (``take``): with ``only_good`` without its bad rows.

    Raises ``Conflict`` where there are bad rows and all were asked for, or where the list is not ready.
    """
    found = _open(import_id, actor, version)
    if found.status != "checked":
        raise Conflict("import_not_ready")
    bad = found.look["counts"].get("bad", 0)
    if bad and not only_good:
        raise Conflict("list_has_faults", count=bad)
    if not any(found.look["counts"].get(does, 0) for does in ("create", "change")):
        raise Conflict("import_changes_nothing")
    found.status, found.progress, found.started_at = "taking", {}, now()
    return found


def take(import_id: int) -> tuple[str, list[str]]:
    """Take a list in, in one transaction; gives its kind and the ids of the records new or changed.

    Whatever goes wrong is noted in the import, and nothing is taken.
    """
    try:
        return _take(import_id)
    except DomainError as error:
        _fail(import_id, error.code, error.facts, status="checked")
    except Exception:
        _fail(import_id, "internal", {}, status="checked")
        raise
    return "", []


@use_case
def undo(import_id: int, actor: User, version: int) -> int:
    """Take a whole list back: what it entered goes, what it changed says again what it said before.

    Gives how many records that were. Raises ``Conflict`` ``import_in_use`` where somebody has worked with
    them since, ``import_not_ready`` for a list that was not taken; nothing is undone then.
    """
    found = imports.one(import_id, actor)
    if found.version != version or found.status != "taken":
        raise Conflict("import_not_ready")
    count = import_taking.undo(found, actor)
    found.status = "undone"
    audit.record("import.undone", "import", found.id, {"records": count}, actor)
    return count


def lost(found: Import) -> bool:
    """Whether a list under way has been so for so long that its worker must have ended."""
    return found.status in ("checking", "taking") and now() > found.started_at + GRACE


def marked(found: Import) -> tuple[Sheet, Layout]:
    """The sheet of a list and how its columns are read, for a marked copy of it."""
    sheet, arranged, _ = import_layout.arranged_sheet(found)
    return sheet, arranged


def _open(import_id: int, actor: User, version: int) -> Import:
    found = imports.one(import_id, actor)
    if found.status not in ("checked", "failed") and not lost(found):
        raise Conflict("import_not_ready")
    if found.version != version:
        raise Conflict("import_not_ready")
    return found


def _alike(found: Import, rows: Sequence[Checked]) -> dict[str, list[str]]:
    """The rows that may be records on the market already, with the ids of these."""
    actor = db.session.get_one(User, found.sent_by)
    said = [
        (import_rows.name_of(found.kind, row.record), row.party, row.understood["parsed"]["place"] or {})
        for row in rows
        if row.does != "bad"
    ]
    named = import_parties.parties(found.kind, said, actor)
    return import_likeness.alike(found.kind, rows, named, actor, found.answers.get("records", {}))


@use_case
def _keep(import_id: int, sheet: str, look: dict[str, Any], rows: Sequence[Checked]) -> None:
    """Put the rows of a dry run in the place of those of the one before."""
    found = db.session.get(Import, import_id, populate_existing=True, with_for_update=True)
    if found is None or found.status != "checking":
        return
    db.session.execute(delete(ImportRow).where(ImportRow.import_id == import_id))
    for at in range(0, len(rows), WRITE_AT_ONCE):
        db.session.execute(insert(ImportRow), [_row(import_id, row) for row in rows[at : at + WRITE_AT_ONCE]])
    found.sheet, found.look, found.status, found.error = sheet, look, "checked", ""
    found.progress = {"done": len(rows), "total": len(rows)}


def _row(import_id: int, row: Checked) -> dict[str, Any]:
    return {
        "import_id": import_id,
        "number": row.number,
        "does": row.does,
        "record_id": row.record_id,
        "record": row.record,
        "understood": row.understood,
        "party": row.party,
        "marks": [asdict(mark) for mark in row.marks],
        "doubtful": any(not mark.bad for mark in row.marks),
        "before": {"differs": list(row.differs)} if row.differs else {},
    }


@use_case
def _take(import_id: int) -> tuple[str, list[str]]:
    found = db.session.get(Import, import_id, populate_existing=True, with_for_update=True)
    if found is None or found.status != "taking":
        return "", []
    actor = db.session.get(User, found.sent_by)
    if actor is None:
        return "", []
    ids = import_taking.take(found, actor)
    found.status, found.error = "taken", ""
    audit.record("import.taken", "import", found.id, {"records": len(ids), "kind": found.kind}, actor)
    return found.kind, ids


@use_case
def _tell(import_id: int, done: int, total: int) -> None:
    found = db.session.get(Import, import_id, populate_existing=True)
    if found is not None:
        found.progress = {"done": done, "total": total}


@use_case
def _fail(import_id: int, code: str, facts: Mapping[str, Any], status: str = "failed") -> None:
    found = db.session.get(Import, import_id, populate_existing=True)
    if found is not None:
        found.status, found.error, found.facts = status, code, dict(facts)
