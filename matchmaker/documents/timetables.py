"""The timetables, slips and cards of a conference as tables: what a workbook holds of prints 3 to 6."""

from __future__ import annotations

from collections.abc import Sequence

from matchmaker.documents.lists import when_and_where
from matchmaker.documents.material import Material, Record, headcount, side_of
from matchmaker.documents.papers import Cell, Column, Group, Paper, Table
from matchmaker.documents.sheets import Sheets
from matchmaker.wording import prints
from matchmaker.wording.papers import OUTCOMES, STEPS, named, word


def by_table(material: Material, lang: str) -> Paper:
    """Print 3: each table's meetings, in time order."""
    sheets = Sheets(material, lang)
    groups = []
    for table in sheets.tables:
        host = sheets.host(table)
        label = f"{word('table', lang)} {prints.table_name(table)}" + (
            f" · {sheets.name(host)}" if host else ""
        )
        rows = [
            [*when(sheets, m, lang), *(sheets.name(q) for q in sheets.sides(m)), sheets.note(m)]
            for m in sheets.at_table[table]
        ]
        if rows:
            groups.append(Group(label, rows))
    return _paper(
        material, "tables_title", _columns(lang, *_sides(lang), Column(word("note", lang), 2.0)), groups, lang
    )


def by_participant(material: Material, lang: str) -> Paper:
    """Print 4: each participant's meetings, in time order."""
    sheets = Sheets(material, lang)
    groups = []
    for person in sheets.people:
        rows: list[Sequence[Cell]] = []
        for m in sheets.of_person[person]:
            other = m["b"] if m["a"] == person else m["a"]
            rows.append([*when(sheets, m, lang), m["table"], sheets.name(other), sheets.note(m)])
        groups.append(Group(sheets.name(person), rows))
    columns = _columns(
        lang, Column(word("table", lang), 0.8, "centre"), Column(word("party", lang), 4.0, strong=True),
        Column(word("note", lang), 2.0),
    )  # fmt: skip
    return _paper(material, "participants_title", columns, groups, lang)


def results(material: Material, lang: str) -> Paper:
    """Print 5: a row for each meeting, empty where no slip has come back, for typing in."""
    sheets = Sheets(material, lang)
    told = {(r["producer"], r["buyer"]): r for r in material.results}
    rows = [
        [
            *when(sheets, m, lang),
            m["table"],
            *(sheets.name(q) for q in sheets.sides(m)),
            *_told(told.get(sheets.sides(m)), lang),
        ]
        for m in sheets.meetings
    ]
    columns = _columns(
        lang, Column(word("table", lang), 0.8, "centre"), *_sides(lang),
        Column(word("result", lang), 1.8), Column(word("volume", lang), 1.2, "right"),
        Column(word("value", lang), 1.5, "right"), Column(word("next_on", lang), 1.2, "centre"),
        Column(word("note", lang), 1.8),
    )  # fmt: skip
    return _paper(material, "slips_title", columns, [Group("", rows)], lang)


def _told(result: Record | None, lang: str) -> list[Cell]:
    if result is None:
        return ["", "", None, None, ""]
    steps = ", ".join(named(STEPS, step, lang) for step in result.get("steps") or ())
    amount = (
        "" if result.get("quantity") is None else f"{result['quantity']:g} {result.get('unit') or ''}".strip()
    )
    outcome = steps or named(OUTCOMES, result["outcome"], lang)
    return [outcome, amount, result.get("value"), result.get("next_on"), str(result.get("note") or "")]


def grid(material: Material, lang: str) -> Paper:
    """The whole conference: slots down, tables across."""
    sheets = Sheets(material, lang)
    at = {(m["slot"], m["table"]): m for m in sheets.meetings}
    hosts = {table: sheets.host(table) for table in sheets.tables}
    groups: dict[str, list[Sequence[Cell]]] = {}
    for slot in sheets.slots:
        cells = []
        for table in sheets.tables:
            m = at.get((slot["id"], table))
            names = " – ".join(sheets.name(q) for q in sheets.sides(m) if q != hosts[table]) if m else ""
            cells.append("\n".join(filter(None, (names, sheets.interpreter(m)))))
        row = [str(slot["id"]), time(slot), *cells]
        groups.setdefault(prints.session_label(material.conference, slot, lang), []).append(row)
    heads = [
        f"{word('table', lang)} {prints.table_name(t)}"
        + (f"\n{sheets.name(hosts[t] or '')}" if hosts[t] else "")
        for t in sheets.tables
    ]
    columns = [
        Column(word("slot", lang), 0.7, "centre"),
        Column(word("time", lang), 1.3, "centre"),
        *(Column(head, 2.2) for head in heads),
    ]
    return _paper(
        material, "grid_title", columns, [Group(label, rows) for label, rows in groups.items()], lang
    )


def by_interpreter(material: Material, lang: str) -> Paper:
    """Where each interpreter is when; and the meetings that need one and have none."""
    sheets = Sheets(material, lang)
    rows: dict[str, list[Sequence[Cell]]] = {}
    for m in sorted(sheets.meetings, key=lambda m: (m.get("interpreter") is None, sheets.interpreter(m))):
        if m.get("interpreter") or apart(material, m):
            label = sheets.interpreter(m) or word("without_interpreter", lang)
            row = [*when(sheets, m, lang), m["table"], *(sheets.name(q) for q in sheets.sides(m))]
            rows.setdefault(label, []).append(row)
    groups = [Group(f"{label} · {len(its)} {word('of_meetings', lang)}", its) for label, its in rows.items()]
    columns = _columns(lang, Column(word("table", lang), 0.8, "centre"), *_sides(lang))
    return _paper(material, "interpreters_title", columns, groups, lang, counted=True)


def apart(material: Material, meeting: Record) -> bool:
    """Whether the parties of a meeting are known to share no language."""
    one, other = (set(material.people[meeting[end]].get("languages") or ()) for end in ("a", "b"))
    return bool(one and other and not one & other)


def interpreted(material: Material) -> bool:
    """Whether anybody needs an interpreter."""
    return any(apart(material, m) for m in material.schedule["meetings"])


def cards(material: Material, lang: str) -> Paper:
    """Print 6: what stands on the name cards, for a printer's mail merge; links for organizers alone."""
    rows: list[Sequence[Cell]] = []
    for p in material.conference["participants"]:
        known = material.delegates(p["id"])
        for place in range(max(headcount(p), len(known))):
            person = known[place] if place < len(known) else {}
            rows.append(
                [
                    len(rows) + 1,
                    str(person.get("name") or ""),
                    str(person.get("title") or ""),
                    material.name(p["id"]),
                    prints.words(lang)[side_of(p)],
                    str(p.get("province") or ""),
                    str(p.get("fixed_table") or ""),
                    str(p.get("booth") or ""),
                    material.links.get(p["id"], ""),
                ]
            )
    columns = [
        Column(word("no", lang), 0.6, "centre"),
        Column(word("delegate", lang), 2.0),
        Column(word("position", lang), 1.3),
        Column(word("party", lang), 3.2, strong=True),
        Column(word("side", lang), 0.9),
        Column(word("province", lang), 1.2),
        Column(word("table", lang), 0.8, "centre"),
        Column(word("booth", lang), 0.8, "centre"),
        Column(word("link", lang), 3.5),
    ]
    return _paper(material, "cards_title", columns, [Group("", rows)], lang)


def when(sheets: Sheets, meeting: Record, lang: str) -> list[Cell]:
    """Session with its day, slot, and time of a meeting."""
    slot = sheets.slots[sheets.order[meeting["slot"]]]
    return [prints.session_label(sheets.conference, slot, lang), str(slot["id"]), time(slot)]


def time(slot: Record) -> str:
    """Start and end."""
    start, end = str(slot.get("start") or ""), str(slot.get("end") or "")
    return f"{start}–{end}" if start and end else start


def _sides(lang: str) -> list[Column]:
    return [Column(word("producer", lang), 3.0, strong=True), Column(word("buyer", lang), 3.0, strong=True)]


def _columns(lang: str, *more: Column) -> list[Column]:
    return [
        Column(f"{word('day', lang)}, {prints.WORDS['session'][lang == 'en'].lower()}", 2.0),
        Column(word("slot", lang), 0.7, "centre"),
        Column(word("time", lang), 1.2, "centre"),
        *more,
    ]


def _paper(
    material: Material,
    title: str,
    columns: Sequence[Column],
    groups: Sequence[Group],
    lang: str,
    counted: bool = False,
) -> Paper:
    """A timetable with its head; ``counted``: its own rows are counted, not all meetings."""
    count = sum(len(group.rows) for group in groups) if counted else len(material.schedule["meetings"])
    subtitle = [material.title, when_and_where(material, lang), f"{count} {word('of_meetings', lang)}"]
    subtitle += [material.version(lang)] if material.version(lang) else []
    return Paper(word(title, lang), [Table(columns, groups)], subtitle, landscape=True, lang=lang)
