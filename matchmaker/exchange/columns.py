"""Which row of a sheet is its header, and what each column holds.

Departments' lists have titles above the header, headers of two rows ("Giá bán" over "sỉ" and "lẻ"), units
in brackets behind a name ("Sản lượng (tấn/năm)") and a month a column. The header is the row, or pair of
rows, that names most columns; a column without a known name is guessed from what stands in it. Every guess
carries how it was made and how sure it is, for a person to correct.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from matchmaker.exchange.workbooks import Cell, Sheet, text_of
from matchmaker.intake.text import fold

HEADER_WITHIN = 25  # rows: titles, the name of the office, a motto and "Kèm theo công văn" stand above
LEAST_COLUMNS = 2  # named, for a row to be a header
ALIKE, SURE = 86.0, 0.8  # rapidfuzz's 0..100, to take a header for a known one; confidence that asks nobody
SAMPLE, SHARE = 60, 0.7  # cells looked at to guess by content, and how many of them must fit
LONGEST_HEADER = 120  # letters; a longer text is no name of a column
MONTH = "month:"  # the field of a column that holds one month: "month:7"
_MONTH_HEAD = re.compile(r"(?:thang|thg|t)?\s*\.?\s*(0?[1-9]|1[0-2])(?:\s*dl)?")
_BRACKET = re.compile(r"[(\[]([^)\]]*)[)\]]")
_NUMBERED = re.compile(r"^\s*\(?\d{1,2}[.)]\s+(?=\D)")  # "4. Sản lượng" of a form
# "Sản lượng/tháng": how often, written behind a name.
_PER = re.compile(r"(?<=\w)\s?/\s?(ngày|tuần|tháng|quý|năm|vụ)(?=\s*$|\s*[/(\n])", re.IGNORECASE)
_PERIODS = frozenset({"ngay", "tuan", "thang", "quy", "nam", "vu", "mua"})
_PLAIN = re.compile(r"[^\w/%#]+")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: ``field`` is a name of the record, ``month:7``, ``ignore``, or "" (unknown).

    ``aside`` is what stands in brackets behind the name, for example ``tấn/năm``. ``why`` is name, alike,
    content, remembered, chosen or "".
    """

    place: int
    header: str
    field: str = ""
    aside: str = ""
    confidence: float = 0.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a sheet's records begin (``first``, a row from 0), the rows of its header, and its columns."""

    header: tuple[int, ...]
    first: int
    columns: tuple[Column, ...]

    def field_of(self, name: str) -> Column | None:
        """The column of a field."""
        return next((column for column in self.columns if column.field == name), None)


class ColumnNames:
    """The names that columns have for one kind of record, from the rows ``field, records, names``."""

    def __init__(
        self, rows: Iterable[Mapping[str, str]], kind: str, more: Mapping[str, Iterable[str]]
    ) -> None:
        """``more`` adds names by field, such as the labels of the forms. The first to name a field wins."""
        self._fields: dict[str, str] = {}
        self.fields: list[str] = []
        for row in rows:
            if kind in row["records"].split(";"):
                self._add(row["field"], row["names"].split(";"))
        for field, names in more.items():
            if field in self.fields:
                self._add(field, names)

    def _add(self, field: str, names: Iterable[str]) -> None:
        if field not in self.fields:
            self.fields.append(field)
        for name in (field, *names):
            self._fields.setdefault(plain(name), field)

    def find(self, header: str) -> tuple[str, float, str]:
        """The field that a header names, how sure (0..1), and why; ("", 0, "") where none is near."""
        bare = _PER.sub(" ", _NUMBERED.sub("", _BRACKET.sub(" ", header)))
        text = plain(bare)
        if not text or len(header) > LONGEST_HEADER:
            return "", 0.0, ""
        parts = [plain(part) for part in re.split(r"/|\n|;", bare)]
        if len(parts) > 1 and parts[-1] in _PERIODS and "quantity" in map(self._fields.get, parts[:-1]):
            return "quantity", 1.0, "name"  # "Sản lượng" over "Năm"
        for each in (plain(header), text, " ".join(parts), *reversed(parts)):
            if each in self._fields:
                return self._fields[each], 1.0, "name"
        if month := _MONTH_HEAD.fullmatch(text):
            return f"{MONTH}{int(month[1])}", 0.9, "name"
        near = process.extractOne(text, self._fields.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
        if near and len(text) > 3:
            return self._fields[near[0]], round(near[1] / 100 * 0.9, 2), "alike"
        return self._within(text.split())

    def _within(self, words: Sequence[str]) -> tuple[str, float, str]:
        """The longest known name of at least two words among those of a header, the first of equals."""
        for length in range(min(len(words) - 1, 6), 1, -1):
            for start in range(len(words) - length + 1):
                if field := self._fields.get(" ".join(words[start : start + length])):
                    return field, 0.7, "alike"
        return "", 0.0, ""


def plain(text: str) -> str:
    """A header as it is compared: no accents, no case, no punctuation but "/" and "%"."""
    return _PLAIN.sub(" ", fold(text)).strip()


def layout(sheet: Sheet, names: ColumnNames, recognisers: Mapping[str, Callable[[str], bool]]) -> Layout:
    """The header of a sheet and what its columns hold.

    ``recognisers`` tell by field whether a cell's text can be one; they are tried on columns without a known
    name. Without a row that names at least two columns all rows are records, and content alone speaks.
    """
    spread = _spread(sheet)
    best, rows, texts = 0.0, (), [""] * _width(sheet)
    for at in range(min(HEADER_WITHIN, len(sheet.rows))):
        for used in ((at,), (at, at + 1)):
            if len(used) > 1 and len(set(filter(None, spread[at]))) < LEAST_COLUMNS:
                continue  # nothing, or a title alone
            heads = _heads(spread, used)
            found = [names.find(head) for head in heads]
            named = {field: confidence for field, confidence, _ in found if not field.startswith(MONTH)}
            named.pop("", None)
            score = sum(named.values()) - 0.01 * used[-1]
            if len(named) >= LEAST_COLUMNS and score > best + (0.5 if len(used) > 1 else 0):
                best, rows, texts = score, used, heads
    first = rows[-1] + 1 if rows else 0
    columns = [_column(place, head, names) for place, head in enumerate(texts)]
    first = _past_numbering(sheet, first)
    return Layout(rows, first, tuple(_by_content(_single(columns), sheet.rows[first:], recognisers)))


def chosen(found: Layout, fields: Mapping[str, str], why: str) -> Layout:
    """The layout with columns that a person chose, by header; other columns lose a field that was chosen."""
    keyed = {plain(header): field for header, field in fields.items()}
    taken = {field for field in fields.values() if field not in ("", "ignore")}
    columns = [
        replace(column, field=keyed[plain(column.header)], confidence=1.0, why=why)
        if plain(column.header) in keyed
        else replace(column, field="", confidence=0.0, why="")
        if column.field in taken
        else column
        for column in found.columns
    ]
    return replace(found, columns=tuple(columns))


def _width(sheet: Sheet) -> int:
    return max((len(row) for row in sheet.rows), default=0)


def _spread(sheet: Sheet) -> list[list[str]]:
    """The texts of the first rows, with what a merged range says in each of its cells."""
    width = _width(sheet)
    rows = [
        [text_of(cell) for cell in row] + [""] * (width - len(row)) for row in sheet.rows[: HEADER_WITHIN + 1]
    ]
    for top, left, bottom, right in sheet.merged:
        if top >= len(rows) or left >= width:
            continue
        for row in rows[top : bottom + 1]:
            for place in range(left, min(right + 1, width)):
                row[place] = rows[top][left]
    return rows


def _heads(rows: Sequence[Sequence[str]], used: Sequence[int]) -> list[str]:
    """What stands above each column in the rows of a header, once where both rows say the same."""
    lines = [list(rows[at]) for at in used if at < len(rows)]
    for place in range(1, len(lines[0])):  # a name over several columns that were not merged
        if len(lines) > 1 and lines[1][place] and not lines[0][place] and lines[1][place - 1]:
            lines[0][place] = lines[0][place - 1]
    return [" / ".join(dict.fromkeys(filter(None, cells))) for cells in zip(*lines, strict=True)]


def _column(place: int, head: str, names: ColumnNames) -> Column:
    field, confidence, why = names.find(head)
    aside = "; ".join(_BRACKET.findall(head))
    last = head.rpartition(" / ")[2].strip()
    if field == "quantity" and "/" not in aside:
        often = _PER.search(head)
        per = often[1].lower() if often else last.lower() if plain(last) in _PERIODS else ""
        aside = f"{aside}/{per}" if per else aside
    return Column(place, head, field, aside, confidence, why)


def _single(columns: Sequence[Column]) -> list[Column]:
    """Each field once: the surest column keeps it, the first of equals."""
    best: dict[str, Column] = {}
    for column in columns:
        if (
            column.field != "ignore"
            and column.field
            and column.confidence > best.get(column.field, Column(0, "")).confidence
        ):
            best[column.field] = column
    return [
        column
        if column.field in ("", "ignore") or best[column.field] is column
        else replace(column, field="", confidence=0.0, why="")
        for column in columns
    ]


def _past_numbering(sheet: Sheet, first: int) -> int:
    """The first record, past a row that numbers the columns ("1 2 3 …", "A B 1 2 …") and empty rows."""
    for at in range(first, min(first + 3, len(sheet.rows))):
        cells = [plain(text_of(cell)) for cell in sheet.rows[at] if text_of(cell)]
        numbers = [int(cell) for cell in cells if cell.isdigit()]
        numbered = len(numbers) >= 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        letters = all(cell.isdigit() or len(cell) == 1 for cell in cells)
        if cells and not (numbered and letters and numbers[0] <= 3):
            return at
        first = at + 1
    return first


def _by_content(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    recognisers: Mapping[str, Callable[[str], bool]],
) -> list[Column]:
    """Columns without a field take one by what stands in them, where no other has it and most cells fit."""
    taken, found = {column.field for column in columns}, []
    for column in columns:
        cells = [text_of(row[column.place]) for row in rows[: 4 * SAMPLE] if column.place < len(row)]
        cells = [cell for cell in cells if cell][:SAMPLE]
        fits = {
            field: sum(map(fit, cells)) / len(cells)
            for field, fit in recognisers.items()
            if cells and not column.field and field not in taken
        }
        best = max(fits, key=lambda field: fits[field], default="")
        if best and fits[best] >= SHARE and list(fits.values()).count(fits[best]) == 1:
            taken.add(best)
            column = replace(column, field=best, confidence=round(0.6 * fits[best], 2), why="content")
        found.append(column)
    return found
