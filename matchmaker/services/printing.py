"""Print a conference: one of its prints, everything as one archive, or only the sheets that changed.

Making pages takes seconds and writes nothing; that telephones or personal links went to paper is an audit
event of its own.
"""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import IO

from matchmaker.documents import prints
from matchmaker.documents.changes import Changed, changed
from matchmaker.documents.conference import PRINTS, sheets_pdf
from matchmaker.documents.material import Material, Record
from matchmaker.documents.memoranda import memoranda
from matchmaker.errors import NotFound
from matchmaker.models import User
from matchmaker.queries import conferences
from matchmaker.services import audit, calling
from matchmaker.services.gathering import material, version_of
from matchmaker.services.transaction import use_case
from matchmaker.wording.print_names import FOLDERS, file_name

# Prints that carry telephones or personal links, for who may see them.
PERSONAL = frozenset({"delegates", "slips", "cards", "memoranda", "signing", "invitations", "pack"})
PUBLIC = frozenset({"catalogue", "pack"})  # those with the contacts that agreed to be printed for everybody
REPRINTED = ("tables", "participants", "slips", "cards", "signs")


@dataclass(frozen=True)
class Order:
    """What to print: version ``number`` of the timetable (0: the latest), language, address for QR codes."""

    number: int = 0
    lang: str = "vi"
    base: str = ""


def printed(conference_id: str, which: str, form: str, order: Order, actor: User) -> bytes:
    """One print in one format. Raises ``NotFound``, and ``NotPrintedError`` when the pages fail."""
    found = _material(conference_id, order, actor, which)
    if which == "pack" and form == "pdf":
        return sheets_pdf(found, "pack", order.lang)
    try:
        return prints.made(found, which, form, order.lang)
    except KeyError as error:
        raise NotFound from error


def memorandum(conference_id: str, pair: tuple[str, str], form: str, order: Order, actor: User) -> bytes:
    """The memorandum of one pair (producer, buyer). Raises ``NotFound``, ``NotPrintedError``."""
    found = _material(conference_id, order, actor, "memoranda")
    if not set(pair) <= found.people.keys() or form not in prints.KINDS["memoranda"].forms:
        raise NotFound
    return prints.written(memoranda(found, order.lang, pair), form)


def archive(conference_id: str, order: Order, actor: User) -> bytes:
    """Every print in every format as one ZIP, with numbered names in the order's language.

    Raises ``NotFound``, ``NotPrintedError``.
    """
    buffer = io.BytesIO()
    archive_into(buffer, conference_id, order, actor)
    return buffer.getvalue()


def archive_into(
    file: IO[bytes],
    conference_id: str,
    order: Order,
    actor: User,
    tell: Callable[[int, int], None] = lambda made, total: None,
) -> None:
    """Write the archive into a file; ``tell`` hears how many files are made, of how many."""
    found = _material(conference_id, order, actor, "pack")
    wanted = [
        (kind, form)
        for kind in prints.kinds_for(found)
        for form in kind.forms
        if found.schedule["meetings"] or not kind.timed
    ]
    tell(0, len(wanted))
    # Pages are set in processes of their own, so threads keep all processors busy; one each bounds memory.
    with ThreadPoolExecutor(os.cpu_count() or 1) as workers:
        bodies = workers.map(lambda job: prints.made(found, job[0].code, job[1], order.lang), wanted)
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
            for place, ((kind, form), body) in enumerate(zip(wanted, bodies, strict=True), 1):
                folder = FOLDERS[form][order.lang == "en"]
                book.writestr(f"{folder}/{file_name(kind.code, kind.number, form, order.lang)}", body)
                tell(place, len(wanted))


def changes(conference_id: str, before: int, after: int, actor: User) -> Changed:
    """Which sheets differ between two versions. Raises ``NotFound``."""
    conference = conferences.one(conference_id, actor)
    old, new = version_of(conference, before), version_of(conference, after)
    if old is None or new is None:
        raise NotFound
    return changed(old.document, new.document)


def reprint(conference_id: str, before: int, after: int, which: str, order: Order, actor: User) -> bytes:
    """The sheets of one kind (of `REPRINTED`) that differ between two versions, each marked with both.

    Raises ``NotFound`` when nothing of the kind changed, ``NotPrintedError``.
    """
    only = changes(conference_id, before, after, actor)
    found = material(conference_id, after, order.lang, actor, order.base, before)
    if which not in REPRINTED or not _touched(only, which):
        raise NotFound
    if which in PERSONAL:
        _note(conference_id, which, after, found, actor)
    return sheets_pdf(found, which, order.lang, only)


def _touched(only: Changed, which: str) -> bool:
    return bool(
        {"tables": only.tables, "signs": only.tables, "slips": only.pairs}.get(which, only.participants)
    )


def _material(conference_id: str, order: Order, actor: User, which: str) -> Material:
    if which != "pack" and which not in PRINTS and which not in prints.KINDS:
        raise NotFound
    found = material(conference_id, order.number, order.lang, actor, order.base)
    if which in PERSONAL and (found.contacts or found.links):
        _note(conference_id, which, order.number, found, actor)
    elif which in PUBLIC:
        calling.participants(_public(found), actor, conference_id)
    return found


def _public(found: Material) -> list[Record]:
    return [row for row in found.people.values() if row.get("contact_public") is True]


@use_case
def _note(conference_id: str, which: str, number: int, found: Material, actor: User) -> None:
    """That contacts, or links, went to paper."""
    audit.record("conference.printed", "conference", conference_id, {"which": which, "number": number}, actor)
    told = [row for name, row in found.people.items() if found.delegates(name)]
    calling.participants(told, actor, conference_id)
