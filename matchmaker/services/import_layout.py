"""How the columns of a list are read: as guessed, as remembered of its sender, as chosen for this list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import select

from matchmaker.exchange.columns import Layout, chosen, layout, plain
from matchmaker.exchange.sheet_words import column_names, recognisers
from matchmaker.exchange.workbooks import Book, Sheet, read_book
from matchmaker.extensions import db
from matchmaker.models import Import, SenderColumn
from matchmaker.services.calendar import today
from matchmaker.services.checked_row import Checked
from matchmaker.services.reference import load_reference

LEAST_FIELDS = 3  # columns known, for another sheet to be told of as a table of its own
LONGEST_HEADER = 200


def arranged_sheet(found: Import) -> tuple[Sheet, Layout, Book]:
    """The sheet, and its columns as guessed, remembered of the sender, and chosen for this list."""
    book = read_book(found.data)
    layouts = _layouts(book, found.kind)
    sheet, arranged = next((each for each in layouts if each[0].name == found.sheet), None) or max(
        layouts, key=lambda each: (not each[0].hidden, _named(each[1]), len(each[0].rows))
    )
    headers = {plain(column.header) for column in arranged.columns if column.header}
    known = db.session.execute(
        select(SenderColumn.header, SenderColumn.field).where(
            SenderColumn.sender == plain(found.sender), SenderColumn.kind == found.kind
        )
    )
    remembered = {header: field for header, field in known if header in headers}
    arranged = chosen(arranged, remembered, "remembered")
    return sheet, chosen(arranged, found.columns, "chosen"), book


def _layouts(book: Book, kind: str) -> list[tuple[Sheet, Layout]]:
    """Every sheet of a file with how its columns are read."""
    names, told = column_names(kind), recognisers(load_reference().reader(today()))
    return [(sheet, layout(sheet, names, told)) for sheet in book.sheets]


def other_tables(book: Book, kind: str, chosen_sheet: str) -> list[list[Any]]:
    """The other sheets that hold a table too, each with its rows: they are not taken with the chosen one."""
    return [
        [sheet.name, max(len(sheet.rows) - arranged.first, 0)]
        for sheet, arranged in _layouts(book, kind)
        if sheet.name != chosen_sheet and not sheet.hidden and _named(arranged) >= LEAST_FIELDS
    ]


def _named(arranged: Layout) -> int:
    """How many fields a sheet has columns for: the list itself has more than the sheets around it."""
    return len({column.field for column in arranged.columns} - {"", "ignore"})


def look_of(book: Book, sheet: Sheet, arranged: Layout, rows: Sequence[Checked]) -> dict[str, Any]:
    """What a person is shown of the reading, beside the rows."""
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.does] = counts.get(row.does, 0) + 1
    doubts = sum(1 for row in rows if any(not mark.bad for mark in row.marks))
    samples = [
        [
            str(text)[:60]
            for row in sheet.rows[arranged.first :]
            if column.place < len(row) and (text := row[column.place])
        ][:3]
        for column in arranged.columns
    ]
    return {
        "sheets": [each.name for each in book.sheets],
        "notes": list(book.notes),
        "header": [row + 1 for row in arranged.header],
        "columns": [
            asdict(column) | {"sample": sample}
            for column, sample in zip(arranged.columns, samples, strict=True)
        ],
        "counts": counts,
        "doubtful": doubts,
    }


def remember(found: Import, columns: Mapping[str, str]) -> None:
    """Keep what the sender's headers mean, for the next list."""
    sender = plain(found.sender)
    known = {
        row.header: row
        for row in db.session.scalars(
            select(SenderColumn).where(SenderColumn.sender == sender, SenderColumn.kind == found.kind)
        )
    }
    for header, field in columns.items():
        key = plain(header)[:LONGEST_HEADER]
        if not key:
            continue
        if key in known:
            known[key].field = field
        else:
            db.session.add(SenderColumn(sender=sender, kind=found.kind, header=key, field=field))
