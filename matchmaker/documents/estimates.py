"""How many sheets of paper a print takes, reckoned without setting it: exact for cards, slips, halves and
signs, within a fifth or a page for lists."""

from __future__ import annotations

from math import ceil

from matchmaker.documents import badges
from matchmaker.documents.material import Material
from matchmaker.documents.papers import Annex, Paper, Signatures, Table, shown
from matchmaker.documents.prints import KINDS, papers
from matchmaker.documents.sheets import TABLES_ACROSS, Sheets

# Points: (width, height) of the room for text, portrait and landscape, by the margins of the templates.
ROOM = {
    (False, False): (507.0, 700.0),
    (False, True): (754.0, 470.0),
    (True, False): (462.0, 728.0),
    (True, True): (709.0, 482.0),
}
LETTER = {False: 0.49, True: 0.42}  # of the size: the mean width of a letter, sans and serif
PAD = 9.0  # above and below a cell, or left and right of it
SLOT_ROWS = 18  # slots on a page of a table's timetable
GRID_ROWS = 20  # slots on a page of the whole timetable


def sheets_of_paper(material: Material, code: str, lang: str) -> int:
    """The sheets that one print takes; 0 where there is nothing to print."""
    kind = KINDS[code]
    if kind.sheets:
        return _own_layout(material, code, lang)
    return sum(pages(paper) for paper in papers(material, kind, lang))


def _own_layout(material: Material, code: str, lang: str) -> int:
    sheets = Sheets(material, lang)
    slots, tables, meetings = len(sheets.slots), len(sheets.tables), len(sheets.meetings)
    if code == "participants":
        return ceil(len(sheets.by_participant()) / 2)
    return {
        "slips": ceil(meetings / 2),
        "cards": ceil(sum(badges.card_counts(sheets)) / 8),
        "signs": tables,
        "plan": ceil(len(badges.plan(material)) / badges.ROWS_OF_BOOTHS),
        "tables": tables * ceil(slots / SLOT_ROWS),
        "grid": ceil(tables / TABLES_ACROSS) * ceil(slots / GRID_ROWS),
    }[code]


def pages(paper: Paper) -> int:
    """The pages of a paper of text and tables."""
    width, height = ROOM[paper.official, paper.landscape]
    size = 14.0 if paper.official else 11.0
    done, used = 0, 110.0 if paper.official else 50.0
    for block in paper.blocks:
        if isinstance(block, Annex):
            done, used = done + ceil(used / height), 70.0
        elif isinstance(block, Table):
            used += _table(block, width, paper)
        elif isinstance(block, Signatures):
            used += 140.0
        else:
            used += 1.22 * size * ceil(len(block.text) * size * LETTER[paper.official] / width) + 5.0
    return done + ceil(used / height)


def _table(table: Table, width: float, paper: Paper) -> float:
    size = 12.0 if paper.official else 10.5
    letter = size * LETTER[paper.official]
    whole = sum(column.width for column in table.columns)
    rooms = [width * column.width / whole - PAD for column in table.columns]
    line = 1.12 * size
    used = 2 * line + PAD
    for group in table.groups:
        used += (line + PAD) * bool(group.label)
        for row in group.rows:
            lines = (
                ceil(len(shown(cell, paper.lang)) * letter / room)
                for cell, room in zip(row, rooms, strict=True)
            )
            used += line * max(1, *lines) + PAD
    return used
