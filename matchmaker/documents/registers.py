"""What the workbooks of signs, drawings and letters hold: a row for each, for a printer's mail merge."""

from __future__ import annotations

from collections.abc import Sequence

from matchmaker.documents import badges
from matchmaker.documents.lists import when_and_where
from matchmaker.documents.material import Material, side_of
from matchmaker.documents.memoranda import agreed, told_signer, traded, volume
from matchmaker.documents.papers import Cell, Column, Group, Paper, Table
from matchmaker.documents.sheets import Sheets
from matchmaker.wording import prints
from matchmaker.wording.letters import say
from matchmaker.wording.papers import word


def plan(material: Material, lang: str) -> Paper:
    """Print 2b: the booths as they stand, a cell each."""
    rows: list[Sequence[Cell]] = [
        [*(f"{b['booth']}\n{b['name']}" for b in row), *[""] * (badges.BOOTHS_ACROSS - len(row))]
        for row in badges.plan(material)
    ]
    columns = [Column(str(n), 1.4) for n in range(1, badges.BOOTHS_ACROSS + 1)]
    return _paper(material, prints.words(lang)["plan_of_booths"], columns, rows, lang)


def signs(material: Material, lang: str) -> Paper:
    """Print 6b: what stands on each table's sign."""
    rows: list[Sequence[Cell]] = [
        [s["table"], s["host"], s["province"], s["label"]] for s in badges.signs(Sheets(material, lang))
    ]
    columns = [
        Column(word("table", lang), 0.8, "centre", strong=True),
        Column(word("party", lang), 4.0, strong=True),
        Column(word("province", lang), 1.6),
        Column(word("note", lang), 1.6),
    ]
    return _paper(material, word("signs_title", lang), columns, rows, lang)


def memoranda(material: Material, lang: str) -> Paper:
    """Print 9: the pairs whose memoranda are printed, with what is filled in."""
    rows: list[Sequence[Cell]] = []
    for pair in agreed(material):
        sides: list[Cell] = []
        for person in (pair.producer, pair.buyer):
            p = material.people.get(person, {})
            address = str(p.get("address") or p.get("province") or "")
            sides += [material.name(person), address, told_signer(material, person)]
        rows.append([len(rows) + 1, *sides, traded(material, pair).product, volume(material, pair, lang)])
    columns = [
        Column(word("no", lang), 0.6, "centre"),
        *(
            column
            for side in ("producer", "buyer")
            for column in (
                Column(word(side, lang), 2.6, strong=True),
                Column(word("address", lang), 2.0),
                Column(word("signer", lang), 1.6),
            )
        ),
        Column(word("goods", lang), 2.0),
        Column(word("expected_volume", lang), 1.4),
    ]
    return _paper(material, say("mou", lang), columns, rows, lang)


def invitations(material: Material, lang: str) -> Paper:
    """Print 13: whom a letter goes to, with the link that stands in it."""
    rows: list[Sequence[Cell]] = []
    for p in material.conference["participants"]:
        who = next(iter(material.delegates(p["id"])), {})
        told = [str(who.get(key) or "") for key in ("name", "phone")]
        seat = [str(p.get(key) or "") for key in ("province", "booth", "fixed_table")]
        side = prints.words(lang)[side_of(p)]
        link = material.links.get(p["id"], "")
        rows.append([len(rows) + 1, material.name(p["id"]), side, *seat, *told, link])
    columns = [
        Column(word("no", lang), 0.6, "centre"),
        Column(word("party", lang), 3.0, strong=True),
        Column(word("side", lang), 0.9),
        Column(word("province", lang), 1.4),
        Column(word("booth", lang), 0.8, "centre"),
        Column(word("table", lang), 0.8, "centre"),
        Column(word("contact", lang), 1.8),
        Column(word("phone", lang), 1.4),
        Column(word("link", lang), 3.5),
    ]
    return _paper(material, say("invitation", lang), columns, rows, lang)


def _paper(
    material: Material, title: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], lang: str
) -> Paper:
    subtitle = [line for line in (material.title, when_and_where(material, lang)) if line]
    return Paper(title, [Table(columns, [Group("", rows)])], subtitle, landscape=True, lang=lang)
