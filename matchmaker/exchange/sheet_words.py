"""The names that columns and choices have in people's sheets, from the reference tables and the forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from re import ASCII, fullmatch

from matchmaker.exchange.cells import Words
from matchmaker.exchange.columns import ColumnNames, plain
from matchmaker.intake.reading import Reader
from matchmaker.intake.text import fold
from matchmaker.wording import fields, labels
from seeds import reference

_CHOICES = ("price_basis", "storage", "invoice", "per", "legal_form", "channel")
KINDS = ("offer", "demand")
# Columns of people and businesses, told by what their cells look like.
_TAX_CODE = r"\d{10}(?:-?\d{3})?|\d{12}"
_CODE = r"(?![TtQq]\d)[A-Za-z]{1,4}[-. ]?\d+[A-Za-z]?"  # "X9", "SP-07": a number of their own
_PHONE = r"(?:\+?84|0)[\d .\-]{8,13}|[1-9]\d{8}"


@lru_cache(maxsize=len(KINDS))
def column_names(kind: str) -> ColumnNames:
    """The names of columns for offers or demands."""
    return ColumnNames(reference("sheet_columns"), kind, fields.FIELD)


@cache
def provinces() -> frozenset[str]:
    """The folded names of provinces of both maps."""
    rows = reference("provinces")
    return frozenset(
        fold(row[name]) for row in rows for name in ("old_province", "new_province") if row.get(name)
    )


def recognisers(reader: Reader) -> Mapping[str, Callable[[str], bool]]:
    """Which fields a column without a known name is tried for, by its cells."""
    return {
        "email": lambda text: bool(fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text)),
        "tax_code": lambda text: bool(fullmatch(_TAX_CODE, text, ASCII)),
        "phone": lambda text: bool(fullmatch(_PHONE, text, ASCII)),
        "province": lambda text: fold(text).removeprefix("tinh ").removeprefix("thanh pho ") in provinces(),
        "season_text": lambda text: (
            not text.isdigit() and not fullmatch(_CODE, text) and reader.season(text[:200]) is not None
        ),
        "quantity": lambda text: not text.isdigit() and reader.read(text[:200]).quantity_min is not None,
    }


@lru_cache(maxsize=4)
def cell_words(reader: Reader) -> Words:
    """What cells are read with."""
    tables = {kind: labels.table(kind) for kind in _CHOICES}
    choices = {
        field: {plain(name): code for code, names in pairs.items() for name in (code, *names)}
        for field, pairs in tables.items()
    }
    unsure: set[tuple[str, str]] = set()
    for row in reference("choice_names"):
        for name in row["names"].split(";"):
            choices[row["field"]].setdefault(plain(name), row["code"])
            if row["sure"] == "no":
                unsure |= {("invoice", plain(name)), ("invoice_required", plain(name))}
    choices["invoice_required"] = choices["invoice"]
    unsure |= {("invoice_required", name) for name, code in choices["invoice"].items() if code == "KHONG"}
    shown = {field: {code: names[0] for code, names in pairs.items()} for field, pairs in tables.items()}
    return Words(reader, choices, shown | {"invoice_required": shown["invoice"]}, frozenset(unsure))
