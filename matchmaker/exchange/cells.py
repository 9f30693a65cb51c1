"""What one cell of a sheet says, as fields of a record; or why it cannot be read, and what to write instead.

A number stays a number; a text is first tried as the schema would take it, then read as people write it
("12 tấn/năm", "25-30k", "4 sao"). What is read with less than certainty is a doubt, never a silent value.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from rapidfuzz import fuzz, process

from matchmaker.exchange.columns import Column, plain
from matchmaker.exchange.workbooks import Cell, text_of
from matchmaker.intake.reading import Reader, Reading
from matchmaker.intake.text import fold
from matchmaker.schemas import numbers
from matchmaker.schemas.base import Refused

Facts = dict[str, Any]

_THOUSANDS = re.compile(r"\b1[.,]?000(?![.,\d])|\b(?:nghin|ngan|k)\b")
_MILLIONS = re.compile(r"\b1[.,]?000[.,]?000(?!\d)|\b(?:trieu|tr)\b")
_ERRORS = re.compile(r"#(?:REF|VALUE|NAME|DIV/0|N/A|NULL|NUM)[!?]?.*", re.IGNORECASE)
_NOTHING = frozenset(
    {"-", "–", "—", ".", "x x", "n/a", "na", "khong co", "chua co", "khong", "null", "none", "0"}
)
_STARS = re.compile(r"(?:hang\s*|ocop\s*)*([1-5])\s*(?:sao|stars?|\*|★)?(?:\s*ocop)?")
_FIRST_DAY = date(1899, 12, 30)
MOST_SEEN = 50_000  # readings kept of cells
_THOUSAND = 1_000
LONGEST_READ = 2_000  # letters of a cell that is read as a message


@dataclass(slots=True)
class Said:
    """What a cell says: fields of the record, and doubts about them (field, code, facts).

    A cell that cannot be read gives no field, one doubt and a ``suggestion`` of what to write instead.
    """

    fields: Facts = field(default_factory=dict)
    doubts: list[tuple[str, str, Facts]] = field(default_factory=list)
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What cells are read with: the reader of free text, the codes by the plain names of each choice, the
    name to show for each code, and the names (field, plain name) that only probably mean their code."""

    reader: Reader
    choices: Mapping[str, Mapping[str, str]]
    names: Mapping[str, Mapping[str, str]]
    unsure: frozenset[tuple[str, str]] = frozenset()
    seen: dict[tuple[Any, ...], Said] = field(default_factory=dict, compare=False)  # lists repeat their cells


def read_cell(cell: Cell, column: Column, words: Words) -> Said:
    """What ``cell`` says under ``column``."""
    key = (type(cell), cell, column.field, column.aside)
    found = words.seen.get(key)
    if found is None:
        if len(words.seen) >= MOST_SEEN:
            words.seen.clear()
        found = words.seen[key] = _read(cell, column, words)
    return found


def _read(cell: Cell, column: Column, words: Words) -> Said:
    text = text_of(cell)
    if _ERRORS.fullmatch(text):
        return Said(doubts=[(column.field, "cell_formula_error", {"value": text})])
    return _READERS.get(column.field, _text)(cell, column, words)


def _text(cell: Cell, column: Column, words: Words) -> Said:
    return Said({column.field: text_of(cell)})


def _amount(cell: Cell, column: Column, words: Words) -> Said:
    """A quantity, with unit and period where the cell or the brackets of the header say them."""
    name = column.field
    told = f"kg{column.aside}" if column.aside.startswith("/") else column.aside  # how often alone
    aside = words.reader.read(f"1 {told}") if told else None
    if aside is not None and told != column.aside:
        aside = replace(aside, unit=None)
    factor = aside.quantity_min if aside and aside.quantity_min else 1
    unit = {f"{name}_unit" if name != "quantity" else "unit": aside.unit} if aside and aside.unit else {}
    per = {"per": aside.per} if aside and aside.per and name == "quantity" else {}
    number = _number(cell)
    if number is not None:
        return Said({name: _tidy(number * factor), **unit, **per})
    read = words.reader.read(text_of(cell)[:LONGEST_READ])
    if column.aside and read.quantity_min is None and read.quantity_max is None:
        read = words.reader.read(
            f"{text_of(cell)[:LONGEST_READ]} {column.aside}"
        )  # "15-20" under "(tấn/năm)"
    low, high = read.quantity_min, read.quantity_max
    if low is None and high is None:
        if plain(text_of(cell)) in _NOTHING:
            return Said()
        return _unread(cell, column, "12 tấn/năm")
    said = _doubts(read, name, "quantity", "unit")
    if low is not None and high is not None and low != high:
        said.doubts.append((name, "range", {"low": low, "high": high}))
    value = low if low is not None else high
    own = {"unit" if name == "quantity" else f"{name}_unit": read.unit} if read.unit else unit
    told = {"per": read.per} if read.per and name == "quantity" else per
    said.fields = {name: value if read.unit else _tidy((value or 0) * factor), **own, **told}
    return said


def _price(cell: Cell, column: Column, words: Words) -> Said:
    """A price in đồng; thousands and the unit where the brackets of the header say them."""
    head, text = fold(column.aside), text_of(cell)
    scale = 1_000_000 if _MILLIONS.search(head) else _THOUSAND if _THOUSANDS.search(head) else 1
    unit = column.aside.rpartition("/")[2].strip() if "/" in column.aside else ""
    number = _number(cell)
    if number == 0:
        return Said()
    if number is not None and scale == 1 and number < 1_000:
        said = Said(
            {column.field: _tidy(number * 1_000)}, [(column.field, "thousands_implied", {"value": text})]
        )
    elif number is not None:
        said = Said({column.field: _tidy(number * scale)})
    else:
        return _priced(words.reader.read(_with_unit(text, unit)), cell, column, scale)
    if unit:
        _scaled(said, words.reader.read(f"1.000.000 đ/{unit}"))
    return said


def _with_unit(text: str, unit: str) -> str:
    return f"giá {text[:LONGEST_READ]}" + (f"/{unit}" if unit and "/" not in text else "")


def _priced(read: Reading, cell: Cell, column: Column, scale: int) -> Said:
    low, high = read.price_min, read.price_max
    if low is None and high is None:
        if read.negotiable or plain(text_of(cell)) in _NOTHING:
            return Said(
                doubts=[(column.field, "price_open", {"value": text_of(cell)})] if read.negotiable else []
            )
        return _unread(cell, column, "25.000 – 30.000 đ/kg")
    if read.currency not in (None, "VND"):
        return Said(doubts=[(column.field, "other_currency", {"currency": read.currency})])
    said = _doubts(read, column.field, "price", "price")
    if scale == _THOUSAND:  # the header says what the cell leaves out
        said.doubts = [doubt for doubt in said.doubts if doubt[1] not in ("thousands_implied", "bare_price")]
    if column.field == "price_max" and high is not None:
        said.fields = {"price_max": high}
    else:
        said.fields = {
            name: value for name, value in (("price_min", low), ("price_max", high)) if value is not None
        }
        if low == high and column.field == "price_min":
            said.fields.pop("price_max", None)
    if read.price_unit:
        said.fields["price_unit"] = read.price_unit
    return said


def _scaled(said: Said, per: Reading) -> None:
    """Bring prices for a header's unit to the unit that they are kept in: per tấn to per kg."""
    if per.price_unit and per.price_min:
        said.fields = {name: _tidy(value * per.price_min / 1_000_000) for name, value in said.fields.items()}
        said.fields["price_unit"] = per.price_unit


def _months(cell: Cell, column: Column, words: Words) -> Said:
    """Months, or words about a season, which are kept as they are for the reader of the record."""
    if isinstance(cell, date):
        days = f"tháng {cell.day} đến tháng {cell.month}" if cell.day <= 12 else f"tháng {cell.month}"
        return Said(doubts=[(column.field, "cell_turned_to_date", {"value": text_of(cell)})], suggestion=days)
    text = text_of(cell)
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return Said({"months": [cell]})
    season = words.reader.season(text[:LONGEST_READ])
    if season is None:
        return Said({"season_text": text}, [("months", "season_unread", {"value": text})])
    return Said({"season_text": text}, [("months", code, {}) for code in season.doubts])


def _papers(cell: Cell, column: Column, words: Words) -> Said:
    """Papers by names or codes; those said to be lacking are left out, words that name none doubted."""
    text = text_of(cell)
    if re.fullmatch(r"[A-Z0-9_]+(@[\d-]+)?(\s*;\s*[A-Z0-9_]+(@[\d-]+)?)*", text):
        return Said({column.field: text})
    found = words.reader.read(text[:LONGEST_READ]).certificates
    held = [
        f"OCOP{paper.stars}" if paper.code == "OCOP" and paper.stars else paper.code
        for paper in found
        if paper.held
    ]
    said = Said({column.field: held} if held else {})
    if lacking := [paper.code for paper in found if not paper.held]:
        said.doubts.append((column.field, "papers_not_yet", {"papers": ", ".join(lacking)}))
    if not found and plain(text) not in _NOTHING:
        said.doubts.append((column.field, "papers_unread", {"value": text}))
    return said


def _stars(cell: Cell, column: Column, words: Words) -> Said:
    if _number(cell) is not None:
        return Said({column.field: cell})
    text = text_of(cell)
    found = _STARS.fullmatch(plain(text))
    if found:  # "5*" is five
        return Said({column.field: int(found[1])})
    if marks := text.count("★") or text.count("*"):
        return Said({column.field: marks})
    return Said() if plain(text) in _NOTHING else _unread(cell, column, "4")


def _choice(cell: Cell, column: Column, words: Words) -> Said:
    """A code, by its own name or one of those that forms and lists use."""
    codes = words.choices[column.field]
    parts = [plain(part) for part in re.split(r"[;\n]", text_of(cell)) if part.strip()]
    found = [codes[part] for part in parts if part in codes]
    if column.field == "invoice_required" and parts and (column.field, parts[0]) in words.unsure:
        return Said({column.field: found != ["KHONG"]})
    if found and len(found) == len(parts):
        said = Said({column.field: found if column.field == "invoice_required" else found[0]})
        if (column.field, parts[0]) in words.unsure:
            said.doubts.append((column.field, "choice_taken", {"value": text_of(cell), "code": found[0]}))
        return said
    near = process.extractOne(plain(text_of(cell)), codes.keys(), scorer=fuzz.ratio, score_cutoff=70)
    return _unread(cell, column, words.names[column.field][codes[near[0]]] if near else "")


def _days(cell: Cell, column: Column, words: Words) -> Said:
    """A count of days: "6 tháng", "1 năm" and "2 tuần" as well."""
    if (number := _number(cell)) is not None:
        return Said({column.field: number * _aside_days(column.aside)})
    found = re.fullmatch(
        r"(?:(?:den|khoang|tren|duoi|cong no|thanh toan|tra|sau|trong vong|trong|cham|toi da)\s*)*"
        r"(\d+)(?:\s*(?:-|den)\s*\d+)?\s*(ngay|days?|tuan|weeks?|thang|months?|nam|years?)?.*",
        plain(text_of(cell)),
    )
    if not found:
        return Said() if plain(text_of(cell)) in _NOTHING else _unread(cell, column, "30")
    return Said({column.field: int(found[1]) * _aside_days(found[2] or column.aside)})


def _aside_days(word: str) -> int:
    folded = fold(word)
    return next(
        (
            days
            for part, days in (
                ("tuan", 7),
                ("week", 7),
                ("thang", 30),
                ("month", 30),
                ("nam", 365),
                ("year", 365),
            )
            if part in folded
        ),
        1,
    )


def _day(cell: Cell, column: Column, words: Words) -> Said:
    if isinstance(cell, date):
        return Said({column.field: cell.isoformat()})
    text = text_of(cell)
    if re.fullmatch(r"[3-6]\d{4}(?:\.0)?", text):  # a day as spreadsheets count it
        return Said({column.field: (_FIRST_DAY + timedelta(days=int(text[:5]))).isoformat()})
    if found := re.fullmatch(r"(?:tháng |T)?(0?[1-9]|1[0-2])[/-](20\d\d)", text):
        last = f"{monthrange(int(found[2]), int(found[1]))[1]}/{int(found[1]):02}/{found[2]}"
        return Said(doubts=[(column.field, "not_a_date", {"value": text})], suggestion=last)
    return Said({column.field: text})


def _digits(cell: Cell, column: Column, words: Words) -> Said:
    """A number that is a name, such as a telephone: a spreadsheet drops the zero that it begins with."""
    text = text_of(cell)
    if isinstance(cell, int) and len(text) == 9:
        return Said({column.field: f"0{text}"}, [(column.field, "zero_put_back", {"value": text})])
    return Said({column.field: text})


def _unread(cell: Cell, column: Column, example: str) -> Said:
    return Said(doubts=[(column.field, "cell_unread", {"value": text_of(cell)[:200]})], suggestion=example)


def _doubts(read: Reading, name: str, *fields: str) -> Said:
    return Said(
        doubts=[(name, doubt.code, dict(doubt.facts)) for doubt in read.doubts if doubt.field in fields]
    )


def _number(cell: Cell) -> float | None:
    """A number that a cell holds, as a number or as text in the local form; None where it is none."""
    if isinstance(cell, bool) or cell is None or isinstance(cell, date):
        return None
    if isinstance(cell, (int, float)):
        return cell
    try:
        return numbers.parse(cell.strip(), local=True, money=False)
    except Refused:
        return None


def _tidy(number: float) -> float:
    """Without the dust of binary fractions: 0.1 tấn is 100 kg."""
    rounded = round(number, 6)
    return int(rounded) if rounded == int(rounded) else rounded


_READERS: dict[str, Callable[[Cell, Column, Words], Said]] = {
    **dict.fromkeys(("quantity", "min_order", "min_lot"), _amount),
    **dict.fromkeys(("price_min", "price_max"), _price),
    **dict.fromkeys(("months", "season_text"), _months),
    **dict.fromkeys(("certificates", "required_certificates", "preferred_certificates"), _papers),
    **dict.fromkeys(("ocop_stars", "min_ocop_stars"), _stars),
    **dict.fromkeys(
        ("price_basis", "storage", "invoice", "channel", "per", "legal_form", "invoice_required"),
        _choice,
    ),
    **dict.fromkeys(("shelf_life_days", "payment_days", "max_payment_days"), _days),
    **dict.fromkeys(("ocop_expiry", "ocop_decided_on", "valid_until", "deliver_from", "deliver_to"), _day),
    **dict.fromkeys(("phone", "tax_code"), _digits),
}
