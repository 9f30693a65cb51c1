"""The PDFs of a conference: a timetable for each table and participant, result slips, the whole grid."""

from __future__ import annotations

from .sheets import PARTS, Record, Sheets
from .typesetting import render

PRINTS = (*PARTS, "pack")


def print_conference(conference: Record, schedule: Record, which: str, lang: str = "vi") -> bytes:
    """One of `PRINTS` as PDF; ``pack`` holds all parts. Raises ``NotPrintedError``, ``KeyError``."""
    if which not in PRINTS:
        raise KeyError(which)
    parts = PARTS if which == "pack" else (which,)
    return render("conference", Sheets(conference, schedule, lang).data(parts))
