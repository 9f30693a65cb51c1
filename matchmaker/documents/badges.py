"""Name cards, table signs and the plan of booths, laid out as plain data."""

from __future__ import annotations

from typing import Any

from matchmaker.documents.lists import in_order, with_booth
from matchmaker.documents.material import Material, Record, headcount, side_of
from matchmaker.documents.sheets import Sheets
from matchmaker.wording import prints

BOOTHS_ACROSS = 10
ROWS_OF_BOOTHS = 5  # on a page


def cards(sheets: Sheets) -> list[dict[str, Any]]:
    """A card for each delegate; where only their number is known, one with a line to write a name on."""
    out = []
    for p in sheets.conference["participants"]:
        if sheets.only and p["id"] not in sheets.only.participants:
            continue
        known = sheets.material.delegates(p["id"])
        for place in range(max(headcount(p), len(known))):
            person = known[place] if place < len(known) else {}
            out.append(
                {
                    "name": str(person.get("name") or ""),
                    "title": str(person.get("title") or ""),
                    "party": sheets.name(p["id"]),
                    "side": side_of(p),
                    "province": str(p.get("province") or ""),
                    "seat": _seat(p, sheets.lang),
                    "qr": sheets.material.links.get(p["id"], ""),
                }
            )
    return out


def card_counts(sheets: Sheets) -> list[int]:
    """How many cards each participant gets."""
    people = sheets.conference["participants"]
    return [max(headcount(p), len(sheets.material.delegates(p["id"]))) for p in people]


def _seat(p: Record, lang: str) -> str:
    words = prints.words(lang)
    if p.get("fixed_table"):
        return f"{words['table']} {prints.table_name(p['fixed_table'])}"
    return f"{words['booth']} {p['booth']}" if p.get("booth") else ""


def signs(sheets: Sheets) -> list[dict[str, Any]]:
    """A sign for each table, with the party that keeps it."""
    out = []
    for table in sheets.conference["tables"]:
        if sheets.only and table["id"] not in sheets.only.tables:
            continue
        host = sheets.host(table["id"])
        out.append(
            {
                "table": prints.table_name(table["id"]),
                "label": str(table.get("label") or ""),
                "host": sheets.name(host) if host else "",
                "province": str(sheets.people[host].get("province") or "") if host else "",
            }
        )
    return out


def plan(material: Material) -> list[list[dict[str, str]]]:
    """The booths in rows as they are numbered: a new letter starts a row, a long row is broken."""
    rows: list[list[dict[str, str]]] = []
    letters = None
    for p in with_booth(material):
        prefix = in_order(p["booth"])[0]
        if prefix != letters or len(rows[-1]) == BOOTHS_ACROSS:
            rows.append([])
        letters = prefix
        rows[-1].append({"booth": str(p["booth"]), "name": material.name(p["id"])})
    return rows
