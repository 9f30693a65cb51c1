"""Names that a form suggests while one types: products of the lexicon, units of measure."""

from __future__ import annotations

from collections.abc import Collection

from matchmaker.queries.reference_changes import rows
from matchmaker.web.language import language
from matchmaker.web.words import unit
from matchmaker.wording import certificates, labels

# What goods of remote areas are usually counted in; any other unit can come by file or API.
UNITS = (
    "kg",
    "tấn",
    "tạ",
    "yến",
    "lít",
    "quả",
    "con",
    "chai",
    "hộp",
    "gói",
    "túi",
    "lọ",
    "thùng",
    "bó",
    "bộ",
    "chiếc",
)


def units(*used: str) -> list[tuple[str, str]]:
    """The usual units with their names, and those that a form holds beside them."""
    return [(name, unit(name)) for name in dict.fromkeys((*UNITS, *used)) if name]


def papers() -> list[tuple[str, str]]:
    """The usual papers with their full names."""
    return [(code, labels.label("certificate", code, language())) for code in certificates.USUAL]


def product_names() -> tuple[str, ...]:
    """The Vietnamese names of all products and varieties, in the order of the table."""
    return tuple(dict.fromkeys(row["name_vi"] for row in rows("products") if row["rank"] != "family"))


def all_papers(ticked: Collection[str] = ()) -> list[tuple[str, str]]:
    """All papers with their full names: those ticked first, then the usual ones."""
    usual = papers()
    known = usual + [each for each in labels.choices("certificate", language()) if each not in usual]
    return sorted(known, key=lambda each: each[0] not in ticked)
