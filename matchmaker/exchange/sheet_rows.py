"""The rows of a sheet as records: each with the cells that are doubtful or cannot be taken, by name."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from matchmaker.exchange.cells import Said, Words, read_cell
from matchmaker.exchange.columns import MONTH, Column, Layout, plain
from matchmaker.exchange.workbooks import Cell, Sheet, text_of
from matchmaker.schemas.base import Refused
from matchmaker.schemas.fields import read_day

PARTY = ("legal_form", "tax_code", "address", "contact", "contact_role", "phone", "email")
PLACE = ("place", "commune", "old_district", "province")

_COUNTED = re.compile(r"^(?:tong|cong|total)\D{0,12}\d")  # "Tổng số: 04 đơn vị"
_MARKED_NO = frozenset({"", "0", "-", "khong", "no", "o"})
# "I", "IV.", "B": the number of a heading ("II. Huyện Mường Khương"), never of a record.
_HEADING = re.compile(r"(?:[IVXLC]+|[A-ZĐ])[.)]?")
# What stands below a list: who made it, who signs, to whom it goes.
_BELOW = (
    *("nguoi lap", "nguoi tong hop", "giam doc", "pho giam doc", "thu truong", "chu tich", "ke toan"),
    *("xac nhan", "ky ten", "noi nhan", "ghi chu", "prepared by", "approved by"),
)
# Who signs: nothing of the list stands below.
_SIGNED = ("nguoi lap", "nguoi tong hop", "giam doc", "thu truong", "ky ten", "ky ghi ro ho ten")
_DITTO = frozenset({'"', "''", "〃", "”", "“", "nt", "n t", "- nt -", "-nt-", "như trên", "nhu tren", "-//-"})
_NUMBERS = frozenset({"stt", "tt", "so tt", "so thu tu", "no", "no."})
_TOTALS = ("tong", "tong cong", "cong", "total", "sum")


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to say of a cell: its row and column (from 0), the field, a code with facts, a suggestion.

    ``bad`` cells keep their row out; others are doubts.
    """

    row: int
    place: int
    field: str
    value: str
    code: str
    facts: Mapping[str, Any]
    suggestion: str = ""
    bad: bool = False


@dataclass(slots=True)
class Row:
    """One row read: ``record`` as the schema takes it, ``party`` what is said of the organisation (personal
    data: kept out of the record), ``marks`` on its cells."""

    number: int
    record: dict[str, Any] = field(default_factory=dict)
    party: dict[str, Any] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)

    @property
    def bad(self) -> bool:
        """Whether a cell keeps the row out."""
        return any(mark.bad for mark in self.marks)


def rows(sheet: Sheet, layout: Layout, words: Words) -> Iterator[Row]:
    """The records of a sheet.

    Empty rows, sums, repeated headers, headings (one cell alone, such as a district's name, or its number and
    its name) and signatures are passed over. A cell merged over several rows counts in each of them.
    """
    merged = _merged(sheet, layout)
    known = [column for column in layout.columns if column.field not in ("", "ignore")]
    heads = [plain(column.header) for column in known]
    above, seen = _Above(layout), False
    for number, cells in enumerate(sheet.rows[layout.first :], layout.first):
        held = {
            column.place: cell
            for column in known
            if (cell := merged.get((number, column.place), _at(cells, column.place))) not in (None, "")
        }
        own = [cell for cell in cells if cell not in (None, "")]
        if seen and _is_signed(own):
            return
        if (
            not held
            or len(own) < 2
            or _is_sum(own)
            or _is_heading(own)
            or _is_below(own)
            or [plain(text_of(held.get(c.place))) for c in known] == heads
        ):
            continue
        seen = True
        from_above = above.fill(cells, held)
        row = _row(number, held, known, words)
        row.marks += [
            Mark(
                number,
                c.place,
                c.field,
                text_of(held[c.place]),
                "as_above",
                {"value": text_of(held[c.place])},
            )
            for c in from_above
        ]
        yield row


class _Above:
    """What the row above said of who and where, for a row that repeats it by a mark or leaves it out."""

    def __init__(self, layout: Layout) -> None:
        fields = ("producer", "buyer", *PLACE, *PARTY)
        self._columns = [column for column in layout.columns if column.field in fields]
        self._number = next((c.place for c in layout.columns if plain(c.header) in _NUMBERS), None)
        self._last: dict[int, Cell] = {}

    def fill(self, cells: Sequence[Cell], held: dict[int, Cell]) -> list[Column]:
        """Put into ``held`` what the row above said; gives the columns of names so taken that were empty.

        A mark of repetition ("nt") is sure. A row without a number of its own and without a name goes on with
        the party above it.
        """
        for column in self._columns:
            if text_of(held.get(column.place)).strip().lower() in _DITTO and column.place in self._last:
                held[column.place] = self._last[column.place]
        named = [column for column in self._columns if column.field in ("producer", "buyer")]
        unnumbered = self._number is not None and text_of(_at(cells, self._number)) == ""
        taken: list[Column] = []
        if unnumbered and named and named[0].place in self._last and named[0].place not in held:
            taken = [named[0]]
            placed = any(column.place in held for column in self._columns if column.field in PLACE)
            for column in self._columns:
                if column.place in self._last and not (placed and column.field in PLACE):
                    held.setdefault(column.place, self._last[column.place])
        self._last = {column.place: held[column.place] for column in self._columns if column.place in held}
        return taken


def _at(cells: Sequence[Cell], place: int) -> Cell:
    return cells[place] if place < len(cells) else None


def _is_sum(cells: Sequence[Cell]) -> bool:
    return any(
        plain(cell).startswith(_TOTALS) and (len(plain(cell).split()) <= 3 or _COUNTED.search(plain(cell)))
        for cell in cells[:2]
        if isinstance(cell, str)
    )


def _is_heading(cells: Sequence[Cell]) -> bool:
    """Whether a row is the heading of those below it: its number and one text."""
    return len(cells) == 2 and _HEADING.fullmatch(text_of(cells[0]).strip()) is not None


def _is_below(cells: Sequence[Cell]) -> bool:
    """Whether a row is what one writes below a list."""
    return len(cells) <= 3 and _says_only(cells, _BELOW)


def _is_signed(cells: Sequence[Cell]) -> bool:
    """Whether a row is the line of those who sign."""
    return 0 < len(cells) <= 3 and _says_only(cells, _SIGNED)


def _says_only(cells: Sequence[Cell], beginnings: tuple[str, ...]) -> bool:
    """Whether one of the cells begins so. Beside other cells a figure makes it a record, whoever it is of."""
    if len(cells) > 1 and any(not isinstance(cell, str) or any(map(str.isdigit, cell)) for cell in cells):
        return False
    return any(isinstance(cell, str) and plain(cell).startswith(beginnings) for cell in cells)


def _merged(sheet: Sheet, layout: Layout) -> dict[tuple[int, int], Cell]:
    """What a range merged over several rows of records says in the rows below its first."""
    found: dict[tuple[int, int], Cell] = {}
    for top, left, bottom, right in sheet.merged:
        if top >= layout.first and bottom > top and left == right and top < len(sheet.rows):
            for row in range(top + 1, min(bottom + 1, len(sheet.rows))):
                found[row, left] = _at(sheet.rows[top], left)
    return found


def _row(number: int, held: Mapping[int, Cell], columns: Sequence[Column], words: Words) -> Row:
    row = Row(number)
    months: dict[int, Cell] = {}
    places: dict[str, str] = {}
    for column in columns:
        if (cell := held.get(column.place)) is None:
            continue
        if column.field.startswith(MONTH):
            months[int(column.field.removeprefix(MONTH))] = cell
        elif column.field in PLACE:
            places[column.field] = text_of(cell)
        else:
            _put(row, read_cell(cell, column, words), column, text_of(cell))
    _put_months(row, months, columns)
    _put_expiry(row)
    if said := list(dict.fromkeys(places[name] for name in PLACE if name in places)):
        row.record["place"] = ", ".join(said)
    return row


def _put(row: Row, said: Said, column: Column, text: str) -> None:
    target = row.party if column.field in PARTY else row.record
    for name, value in said.fields.items():
        if name == column.field:
            target[name] = value
        else:  # a column of its own says it better than brackets of a header or words in a cell
            target.setdefault(name, value)
    for name, code, facts in said.doubts:
        row.marks.append(Mark(row.number, column.place, name, text, code, facts, said.suggestion))


def _put_expiry(row: Row) -> None:
    """Count the 36 months that OCOP stars hold (QĐ 148/QĐ-TTg 2023) where no last day is said."""
    if "ocop_expiry" in row.record or "ocop_decided_on" not in row.record:
        return
    try:
        decided = read_day(row.record["ocop_decided_on"])
    except Refused:
        return
    day = min(decided.day, monthrange(decided.year + 3, decided.month)[1])
    row.record["ocop_expiry"] = date(decided.year + 3, decided.month, day).isoformat()
    row.marks.append(
        Mark(row.number, -1, "ocop_expiry", "", "ocop_expiry_counted", {"decided": f"{decided:%d/%m/%Y}"})
    )


def _put_months(row: Row, months: Mapping[int, Cell], columns: Sequence[Column]) -> None:
    """A column a month: marked ones are months of supply; amounts in them add up to a year's quantity."""
    marked = {month: cell for month, cell in months.items() if plain(text_of(cell)) not in _MARKED_NO}
    if not marked:
        return
    row.record.setdefault("months", sorted(marked))
    amounts = [
        cell for cell in marked.values() if isinstance(cell, (int, float)) and not isinstance(cell, bool)
    ]
    if (
        len(amounts) == len(marked)
        and any(amount != 1 for amount in amounts)
        and "quantity" not in row.record
    ):
        row.record |= {"quantity": round(sum(amounts), 6), "per": "year"}
        first = next(column for column in columns if column.field.startswith(MONTH))
        row.marks.append(
            Mark(
                row.number,
                first.place,
                "quantity",
                str(sum(amounts)),
                "months_added_up",
                {"quantity": sum(amounts)},
            )
        )
