"""What stands on a conference's printed sheets: a conference and its schedule, laid out as plain data.

Both come in the interchange format. A participant may carry more than the planner needs (``province``,
``products``, ``wants``, ``channel``, ``booth``), and a pair its ``reasons`` as sentences.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from matchmaker.documents.changes import Changed, by_key
from matchmaker.documents.material import Material, side_of
from matchmaker.wording import labels, prints

Record = Mapping[str, Any]
PARTS = ("tables", "participants", "slips", "grid")
LINES_PER_HALF = 9.0
TABLES_ACROSS = 5
LETTERS_PER_LINE = 38
LETTERS_OF_DETAIL = 90
LETTERS_OF_FACTS = 54  # below a name on a table's sheet
LETTERS_OF_GOODS = 62  # on a slip
LETTERS_OF_REASONS = 270
LETTERS_OF_NOTE = 90  # the line of reasons that a note takes
DETAILS = ("booth", "province", "channel", "products", "wants")
MOST_REASONS = 4


class Sheets:
    """Lays out the parts of one conference's print in one language; with ``only``, the sheets it names."""

    def __init__(self, material: Material, lang: str = "vi", only: Changed | None = None) -> None:
        self.material, self.lang, self.only = material, lang, only
        conference, schedule = material.conference, material.schedule
        self.conference = conference
        self.people = {p["id"]: p for p in conference["participants"]}
        self.slots = list(conference["slots"])
        self.order = {s["id"]: t for t, s in enumerate(self.slots)}
        self.tables = [t["id"] for t in conference["tables"]]
        self.pairs = {frozenset((e["a"], e["b"])): e for e in conference["pairs"]}
        seat = {k: i for i, k in enumerate(self.tables)}
        self.meetings = sorted(schedule["meetings"], key=lambda m: (self.order[m["slot"]], seat[m["table"]]))
        self.at_table = by_key(self.meetings, "table")
        self.of_person = by_key(self.meetings, "a", "b")
        self._parties: dict[str, dict[str, Any]] = {}

    def frame(self) -> dict[str, Any]:
        """What every sheet carries: words, the conference, its days, the version."""
        return {
            "lang": self.lang,
            "words": prints.words(self.lang),
            "title": str(self.conference.get("name") or ""),
            "place": str(self.conference.get("venue") or ""),
            "days": self._days(),
            "version": self.material.version(self.lang),
            "results": [r[self.lang == "en"] for r in prints.RESULTS],
            "failures": [r[self.lang == "en"] for r in prints.FAILURES],
        }

    def by_table(self) -> list[dict[str, Any]]:
        """A sheet for each table: its slots in order, the free ones with room to write in."""
        at = {(m["table"], m["slot"]): m for m in self.meetings}
        sheets = []
        for table in self.conference["tables"]:
            if self.only and table["id"] not in self.only.tables:
                continue
            closed = set(table.get("unavailable") or ())
            slots = [s for s in self.slots if s["id"] not in closed]
            meetings = self.at_table[table["id"]]
            host = self.host(table["id"])
            groups = self._grouped(
                [(s, self._table_row(s, at.get((table["id"], s["id"])), host)) for s in slots]
            )
            sheets.append(
                {
                    "table": prints.table_name(table["id"]),
                    "host": self._party(host) if host else None,
                    "count": len(meetings),
                    "groups": groups,
                }
            )
        return sheets

    def by_participant(self) -> list[dict[str, Any]]:
        """Half a page for each participant, or several halves where its meetings need them."""
        sheets = []
        for p in self.conference["participants"]:
            if self.only and p["id"] not in self.only.participants:
                continue
            mine = self.of_person[p["id"]]
            rows = [(self.slots[self.order[m["slot"]]], self._own_row(m, p["id"])) for m in mine]
            halves = _split(rows, LINES_PER_HALF - 0.8 * _wraps(self.name(p["id"])))
            for i, half in enumerate(halves):
                sheets.append(
                    {
                        "party": self._party(p["id"]),
                        "count": len(mine),
                        "number": i + 1,
                        "of": len(halves),
                        "groups": self._grouped(half),
                    }
                )
        return sheets

    def slips(self) -> list[dict[str, Any]]:
        """Half a page for each meeting: both parties, why they were matched, room for the result."""
        out = []
        for m in self.meetings:
            pair = frozenset((m["a"], m["b"]))
            if self.only and pair not in self.only.pairs:
                continue
            slot = self.slots[self.order[m["slot"]]]
            seller, buyer = self.sides(m)
            when, number = self._when(slot), f"{prints.WORDS['slot'][self.lang == 'en']} {slot['id']}"
            label = self._group_label(slot)
            out.append(
                {
                    "time": when["time"] or number,
                    "group": f"{label} · {number}" if when["time"] else label,
                    "table": prints.table_name(m["table"]),
                    "parties": [self._with_contact(seller), self._with_contact(buyer)],
                    "note": self.note(m),
                    "reasons": self._reasons(pair, bool(self.note(m))),
                    "qr": self._slip_address(seller, buyer),
                }
            )
        return out

    def _reasons(self, pair: frozenset[str], noted: bool) -> list[str]:
        """Why the two were matched: told with the pair, else by the ranking; fewer words below a note."""
        told = self.pairs.get(pair, {}).get("reasons")
        traded = self.material.traded.get(pair)
        kept: list[str] = []
        for reason in list(told or (traded.reasons if traded else ()))[:MOST_REASONS]:
            room = LETTERS_OF_REASONS - LETTERS_OF_NOTE * noted - sum(len(known) + 3 for known in kept)
            if len(str(reason)) > room and kept:
                break
            kept.append(_shortened(str(reason), room))
        return kept

    def _slip_address(self, seller: str, buyer: str) -> str:
        """Where the slip of a pair is typed in."""
        return (
            f"{self.material.base}/results/{quote(seller, '')}/{quote(buyer, '')}"
            if self.material.base
            else ""
        )

    def _with_contact(self, person: str) -> dict[str, Any]:
        """A party with the one to call, on slips alone."""
        party = self._party(person)
        details = [
            [key, _shortened(value, LETTERS_OF_GOODS) if key in ("products", "wants") else value]
            for key, value in party["details"]
        ]
        who = next(iter(self.material.delegates(person)), {})
        told = ", ".join(str(who[k]) for k in ("name", "title", "phone") if who.get(k))
        if told:
            details.insert(0, ["contact", _shortened(told, LETTERS_OF_DETAIL)])
        return {**party, "details": details}

    def grid(self) -> list[dict[str, Any]]:
        """Slots by tables, so many tables across a page, a session at a time."""
        at = {(m["slot"], m["table"]): m for m in self.meetings}
        out = []
        for first in range(0, len(self.tables), TABLES_ACROSS):
            tables = self.tables[first : first + TABLES_ACROSS]
            hosts = [self.host(k) for k in tables]
            rows = [
                (
                    s,
                    {
                        **self._when(s),
                        "cells": [
                            self._cell(at.get((s["id"], k)), host)
                            for k, host in zip(tables, hosts, strict=True)
                        ],
                    },
                )
                for s in self.slots
            ]
            out.append(
                {
                    "tables": [prints.table_name(k) for k in tables],
                    "hosts": [self.name(h) if h else "" for h in hosts],
                    "groups": self._grouped(rows),
                }
            )
        return out

    def _cell(self, meeting: Record | None, host: str | None) -> dict[str, Any]:
        parties = [self.name(q) for q in self.sides(meeting) if q != host] if meeting else []
        return {"parties": parties, "interpreter": self.interpreter(meeting)}

    def interpreter(self, meeting: Record | None) -> str:
        """Who interprets at a meeting, if somebody has to."""
        return prints.interpreter(meeting.get("interpreter") if meeting else None, self.lang)

    def note(self, meeting: Record) -> str:
        """Who interprets at a meeting, and whether the seller speaks for a pool there."""
        members = self.material.pooled.get(frozenset((meeting["a"], meeting["b"])), 0)
        return " · ".join(filter(None, (self.interpreter(meeting), prints.pool(members, self.lang))))

    def _table_row(self, slot: Record, meeting: Record | None, host: str | None) -> dict[str, Any]:
        row: dict[str, Any] = {**self._when(slot), "parties": [], "interpreter": self.interpreter(meeting)}
        if meeting is not None:
            row["parties"] = [self._brief(q) for q in self.sides(meeting) if q != host]
        return row

    def _brief(self, person: str) -> dict[str, str]:
        """A party as a table's sheet can hold it: its name, and one line of facts."""
        p, name = self.people[person], self.name(person)
        booth = f"{prints.WORDS['booth'][self.lang == 'en']} {p['booth']}" if p.get("booth") else ""
        facts = [*filter(None, (person if person != name else "", booth, str(p.get("province") or "")))]
        room = LETTERS_OF_FACTS - sum(len(fact) + 3 for fact in facts)
        goods = _shortened(_text(p.get("products") or p.get("wants") or ""), room) if room > 0 else ""
        return {"name": name, "facts": " · ".join([*facts, goods] if goods not in ("", "…") else facts)}

    def _own_row(self, meeting: Record, person: str) -> dict[str, Any]:
        other = meeting["b"] if meeting["a"] == person else meeting["a"]
        slot = self.slots[self.order[meeting["slot"]]]
        return {
            **self._when(slot),
            "table": prints.table_name(meeting["table"]),
            "id": other,
            "name": self.name(other),
            "note": self.note(meeting),
        }

    def host(self, table: str) -> str | None:
        """The participant whose table it is: fixed there, or party to all (two or more) meetings."""
        meetings = self.at_table[table]
        fixed = [q for q, p in self.people.items() if p.get("fixed_table") == table]
        if len(fixed) == 1:
            return fixed[0]
        if len(meetings) < 2:
            return None
        everywhere = set.intersection(*({m["a"], m["b"]} for m in meetings))
        return min(everywhere, default=None)

    def sides(self, meeting: Record) -> tuple[str, str]:
        """Seller first, then buyer; between equals as the meeting names them."""
        a, b = meeting["a"], meeting["b"]
        return (b, a) if self.people[a].get("side") == "buyer" else (a, b)

    def name(self, person: str) -> str:
        """A participant's name, else its id."""
        return str(self.people[person].get("name") or person)

    def _party(self, person: str) -> dict[str, Any]:
        """A party with its details; told once, for it stands on many sheets."""
        known = self._parties.get(person)
        if known is None:
            known = self._parties[person] = self._told(person)
        return known

    def _told(self, person: str) -> dict[str, Any]:
        p = self.people[person]
        side = side_of(p)
        details = [
            ["wants" if (key, side) == ("products", "buyer") else key, self._detail(key, p[key])]
            for key in DETAILS
            if p.get(key)
        ]
        return {"id": person, "name": self.name(person), "side": side, "details": details}

    def _detail(self, key: str, value: Any) -> str:
        text = labels.label("channel", str(value), self.lang) if key == "channel" else _text(value)
        return _shortened(text, LETTERS_OF_DETAIL)

    def _when(self, slot: Record) -> dict[str, str]:
        start, end = str(slot.get("start") or ""), str(slot.get("end") or "")
        return {"slot": str(slot["id"]), "time": f"{start}–{end}" if start and end else start}

    def _group_label(self, slot: Record) -> str:
        return prints.session_label(self.conference, slot, self.lang)

    def _days(self) -> str:
        days = dict.fromkeys(prints.day_label(s.get("date") or s["day"], self.lang) for s in self.slots)
        return ", ".join(days)

    def _grouped(self, rows: Sequence[tuple[Record, dict[str, Any]]]) -> list[dict[str, Any]]:
        """Rows under the label of their day and session, in time order."""
        groups: dict[str, list[dict[str, Any]]] = {}
        for slot, row in rows:
            groups.setdefault(self._group_label(slot), []).append(row)
        return [{"label": label, "rows": its} for label, its in groups.items()]


def _text(value: Any) -> str:
    return "; ".join(str(v) for v in value) if isinstance(value, list) else str(value)


def _shortened(text: str, letters: int) -> str:
    """At most so many letters, cut between words."""
    whole = " ".join(text.split())
    return whole if len(whole) <= letters else textwrap.shorten(whole, letters, placeholder=" …")


Row = tuple[Record, dict[str, Any]]


def _wraps(name: str) -> int:
    """How many more lines than one a name needs."""
    return len(name) // LETTERS_PER_LINE


def _split(rows: list[Row], room: float) -> list[list[Row]]:
    """Rows in portions that fit half a page of so many lines; long names and new sessions take more."""
    halves: list[list[Row]] = [[]]
    used = 0.0
    session: object = None
    for slot, row in rows:
        lines = 1 + 0.6 * (_wraps(row["name"]) + bool(row["note"]))
        key = (slot["day"], slot["session"])
        if halves[-1] and used + lines + 0.7 * (key != session) > room:
            halves.append([])
            used, session = 0.0, None
        used += lines + 0.7 * (key != session)
        halves[-1].append((slot, row))
        session = key
    return halves
