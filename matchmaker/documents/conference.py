"""The sheets of a conference with a layout of their own: timetables, result slips, cards, signs, plan."""

from __future__ import annotations

from matchmaker.documents import badges
from matchmaker.documents.changes import Changed
from matchmaker.documents.material import Material, Record, told_people
from matchmaker.documents.sheets import PARTS, Sheets
from matchmaker.documents.typesetting import render

BADGES = ("cards", "signs", "plan")
PRINTS = (*PARTS, "pack", *BADGES)


def print_conference(conference: Record, schedule: Record, which: str, lang: str = "vi") -> bytes:
    """One of `PRINTS` as PDF from a conference and a schedule alone; ``pack`` holds all timetables and slips.

    Raises ``NotPrintedError``, ``KeyError``.
    """
    contacts = {p["id"]: told_people(p) for p in conference["participants"]}
    return sheets_pdf(Material(conference, schedule, contacts=contacts), which, lang)


def sheets_pdf(material: Material, which: str, lang: str = "vi", only: Changed | None = None) -> bytes:
    """One of `PRINTS` as PDF; with ``only``, its sheets alone. Raises ``NotPrintedError``, ``KeyError``."""
    return render("conference", sheets_data(material, which, lang, only))


def sheets_data(material: Material, which: str, lang: str, only: Changed | None = None) -> dict[str, object]:
    """What the template is given."""
    if which not in PRINTS:
        raise KeyError(which)
    sheets = Sheets(material, lang, only)
    if which not in BADGES:
        return sheets.data(PARTS if which == "pack" else (which,))
    content = {
        "cards": lambda: badges.cards(sheets),
        "signs": lambda: badges.signs(sheets),
        "plan": lambda: badges.plan(material),
    }
    return sheets.data(()) | {"parts": [{"part": which, "sheets": content[which]()}]}
