"""A paper of text and tables as plain data, whatever it is made into: PDF, Word file, workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from matchmaker.wording.numbers import number

Cell = str | int | float | date | None


@dataclass(frozen=True)
class Column:
    """A column: its heading, its share of the width, and how it stands (left, centre, right)."""

    name: str
    width: float = 1.0
    align: str = "left"
    strong: bool = False


@dataclass(frozen=True)
class Group:
    """Rows under one label (a province, a table, a day); without a label they simply follow."""

    label: str
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class Table:
    """A table with its heads. ``name`` is the tab in a workbook; ``total`` a last row in bold."""

    columns: Sequence[Column]
    groups: Sequence[Group]
    name: str = ""
    total: Sequence[Cell] = ()

    @property
    def rows(self) -> Iterator[Sequence[Cell]]:
        """All rows, without their labels."""
        return (row for group in self.groups for row in group.rows)


@dataclass(frozen=True)
class Text:
    """A paragraph: ``style`` is body, heading, item, centre, note or title."""

    text: str
    style: str = "body"


@dataclass(frozen=True)
class Annex:
    """The head of an annex, on a page of its own."""

    label: str
    title: str
    reference: str = ""


@dataclass(frozen=True)
class Signatures:
    """Who signs, side by side from left to right: (what they are, name); ``copies`` is "Nơi nhận"."""

    parties: Sequence[tuple[str, str]]
    copies: Sequence[str] = ()
    copies_label: str = ""


Block = Text | Table | Annex | Signatures


@dataclass(frozen=True)
class Letterhead:
    """The head of an official paper by Nghị định 30/2020/NĐ-CP; absent parts leave room to write.

    ``motto`` alone (no ``unit``) is the head of an agreement between parties. ``subject`` is what an official
    letter, which has no title, says under its number.
    """

    country: str
    motto: str
    parent: str = ""
    unit: str = ""
    number: str = ""
    place_date: str = ""
    subject: str = ""


@dataclass(frozen=True)
class Paper:
    """One paper. ``official`` ones are set in the serif with the measures of an official paper."""

    title: str
    blocks: Sequence[Block]
    subtitle: Sequence[str] = ()
    letterhead: Letterhead | None = None
    official: bool = False
    landscape: bool = False
    footer: str = ""
    lang: str = "vi"
    names: Sequence[str] = field(default_factory=tuple)

    @property
    def tables(self) -> list[Table]:
        """The tables in order."""
        return [block for block in self.blocks if isinstance(block, Table)]


def shown(cell: Cell, lang: str) -> str:
    """A cell as text: numbers and days as the language writes them, nothing for None."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, int | float):
        return number(cell, lang, 2)
    return cell
