"""The sheets of a conference with a layout of their own: timetables, result slips, cards, signs, plan.

Large conferences are set in pieces, each by a process of its own, as many at once as there are processors;
the pieces are joined. So it takes less time, and no process needs the memory for all pages.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import chain, islice
from typing import Any

from matchmaker.documents import badges
from matchmaker.documents.changes import Changed
from matchmaker.documents.material import Material, Record, told_people
from matchmaker.documents.sheets import PARTS, Sheets
from matchmaker.documents.typesetting import render

BADGES = ("cards", "signs", "plan")
PRINTS = (*PARTS, "pack", *BADGES)
FORMS = ("participants", "slips")  # what their sheets show alike is drawn once
# Sheets of these carry no page numbers, so they can be set in pieces of so many.
CUT = {"participants": 600, "slips": 1000, "cards": 800, "signs": 400}


def print_conference(conference: Record, schedule: Record, which: str, lang: str = "vi") -> bytes:
    """One of `PRINTS` as PDF from a conference and a schedule alone; ``pack`` holds all timetables and slips.

    Raises ``NotPrintedError``, ``KeyError``.
    """
    contacts = {p["id"]: told_people(p) for p in conference["participants"]}
    return sheets_pdf(Material(conference, schedule, contacts=contacts), which, lang)


def sheets_pdf(material: Material, which: str, lang: str = "vi", only: Changed | None = None) -> bytes:
    """One of `PRINTS` as PDF; with ``only``, its sheets alone. Raises ``NotPrintedError``, ``KeyError``."""
    if which not in PRINTS:
        raise KeyError(which)
    sheets = Sheets(material, lang, only)
    pieces = (piece for part in (PARTS if which == "pack" else (which,)) for piece in _pieces(sheets, part))
    with ThreadPoolExecutor(os.cpu_count() or 1) as workers:
        # Each piece is set while the next is laid out, and joined while the next are set.
        return joined(workers.map(partial(render, "conference"), pieces))


def _pieces(sheets: Sheets, part: str) -> Iterator[dict[str, Any]]:
    """What the template is given for a part, in one or several portions."""
    made = {
        "tables": sheets.by_table,
        "participants": sheets.by_participant,
        "slips": sheets.slips,
        "grid": sheets.grid,
        "cards": lambda: badges.cards(sheets),
        "signs": lambda: badges.signs(sheets),
        "plan": lambda: badges.plan(sheets.material),
    }[part]()
    size = CUT.get(part, max(len(made), 1))
    form = part if part in FORMS else ""
    for first in range(0, max(len(made), 1), size):
        yield sheets.frame() | {"form": form, "parts": [{"part": part, "sheets": made[first : first + size]}]}


def joined(pdfs: Iterable[bytes]) -> bytes:
    """Several PDFs as one; a single one stays as it is."""
    from pypdf import PdfWriter

    first, *more = islice(pdfs := iter(pdfs), 2)
    if not more:
        return first
    writer, buffer = PdfWriter(), io.BytesIO()
    for pdf in chain((first, *more), pdfs):
        writer.append(io.BytesIO(pdf), import_outline=False)
    writer.write(buffer)
    return buffer.getvalue()
