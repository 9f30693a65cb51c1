"""A proposed repair in sentences: what moves, is dropped, is added, and who has to be told."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matchmaker.documents.material import told_people
from matchmaker.web.timetable import named, slot_time
from matchmaker.wording import prints
from matchmaker.wording.schedules import sentence

Document = Mapping[str, Any]
KINDS = ("moved", "reseated", "lost", "added")
# (Vietnamese, English): {names} the parties, {before} and {after} where the meeting was and is.
SENTENCES: dict[str, tuple[str, str]] = {
    "moved": ("{names}: chuyển từ {before} sang {after}.", "{names}: moves from {before} to {after}."),
    "reseated": ("{names}: {before} chuyển sang bàn {table}.", "{names}: {before} moves to table {table}."),
    "lost": ("{names}: bỏ cuộc gặp lúc {before}.", "{names}: the meeting at {before} is dropped."),
    "added": ("{names}: thêm cuộc gặp lúc {after}.", "{names}: a meeting is added at {after}."),
}
# The same as said to one of the two.
NEWS: dict[str, tuple[str, str]] = {
    "moved": (
        "Với {other}: chuyển từ {before} sang {after}.",
        "With {other}: moves from {before} to {after}.",
    ),
    "reseated": (
        "Với {other}, {before}: chuyển sang bàn {table}.",
        "With {other}, {before}: to table {table}.",
    ),
    "lost": ("Bỏ {before} với {other}.", "{before} with {other} is dropped."),
    "added": ("Thêm {after} với {other}.", "Added: {after} with {other}."),
}


@dataclass(frozen=True)
class Told:
    """Somebody who has to be told, with the one to call and what is new, a line each."""

    id: str
    name: str
    contact: str
    lines: Sequence[str]


@dataclass(frozen=True)
class Proposal:
    """The changes by kind, who must be told, and what can no longer be kept."""

    kinds: Mapping[str, Sequence[str]]
    told: Sequence[Told]
    unlocked: Sequence[str]


def proposal_lines(
    document: Document,
    schedule: Document,
    changes: Sequence[Document],
    lang: str,
    away: Collection[str] = (),
) -> Proposal:
    """A proposal as a person reads it; those who are ``away`` need not be told."""
    people = {p["id"]: p for p in document["participants"]}
    names = {each: str(p.get("name") or each) for each, p in people.items()}
    kinds: dict[str, list[str]] = {kind: [] for kind in KINDS}
    news: dict[str, list[str]] = {}
    for row in changes:
        kinds[row["kind"]].append(_sentence(document, row, names, lang))
        for each, other in ((row["a"], row["b"]), (row["b"], row["a"])):
            said = _said(NEWS, document, row, {"other": names.get(other, other)}, lang)
            news.setdefault(each, []).append(said)
    order = [each for each in people if each in news and each not in away]
    return Proposal(
        {kind: lines for kind, lines in kinds.items() if lines},
        [Told(each, names[each], _contact(people[each]), news[each]) for each in order],
        [sentence(p["code"], _named(p["facts"], names), lang) for p in schedule.get("unlocked") or ()],
    )


def _sentence(document: Document, row: Document, names: Mapping[str, str], lang: str) -> str:
    both = " – ".join(names.get(row[end], row[end]) for end in ("a", "b"))
    cause = sentence(row["code"], _named(row.get("facts") or {}, names), lang) if row.get("code") else ""
    return f"{_said(SENTENCES, document, row, {'names': both}, lang)} {cause}".strip()


def _said(
    table: Mapping[str, tuple[str, str]], document: Document, row: Document, who: Mapping[str, str], lang: str
) -> str:
    return table[row["kind"]][lang == "en"].format(
        **who,
        before=_place(document, row["before"], lang),
        after=_place(document, row["after"], lang),
        table=(row["after"] or {}).get("table", ""),
    )


def _named(facts: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    known = named(facts, names)
    if isinstance(known.get("facts"), Mapping):
        known["facts"] = named(known["facts"], names)
    return known


def _place(document: Document, where: Document | None, lang: str) -> str:
    if where is None:
        return ""
    slot = next((s for s in document["slots"] if s["id"] == where["slot"]), None)
    when = slot_time(slot) if slot else str(where["slot"])
    days = {s.get("date") or s["day"] for s in document["slots"]}
    if slot and len(days) > 1:
        when = f"{when} {prints.day_label(slot.get('date') or slot['day'], lang)}"
    return f"{when}, {prints.WORDS['table'][lang == 'en'].lower()} {where['table']}"


def _contact(participant: Document) -> str:
    who = next(iter(told_people(participant)), {})
    return ", ".join(str(who[key]) for key in ("name", "phone") if who.get(key))
