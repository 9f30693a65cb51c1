"""Prepare a conference: its setting and sessions, and who takes part. Each change starts from a version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, or_

from matchmaker.errors import Conflict, InvalidRecord
from matchmaker.extensions import db
from matchmaker.models import Conference, User, Wish
from matchmaker.queries import conferences, invitees
from matchmaker.scheduling.sessions import Session, numbered, overlapping, slots_of
from matchmaker.services import audit, guests, layers, wishing
from matchmaker.services.conferences import change, post
from matchmaker.services.pairing import with_order
from matchmaker.services.transaction import use_case
from matchmaker.wording.errors import message

Document = Mapping[str, Any]
Record = Mapping[str, Any]
Sessions = Sequence[Record]

MOST_SLOTS = 200
HOST = ("parent", "unit", "place")
_TEXTS = ("name", "venue", "province")


@use_case
def create(setting: Record, sessions: Sessions, actor: User) -> Conference:
    """A new conference without participants. Raises ``InvalidRecord``."""
    empty: Document = {"format": "meetplan/1", "participants": [], "slots": [], "tables": [], "pairs": []}
    return post(_set(empty, setting, sessions), actor, province=str(setting.get("province") or ""))


@use_case
def set_up(conference_id: str, setting: Record, sessions: Sessions, actor: User, version: int) -> Conference:
    """Change what a conference is and when. Raises ``Stale``, ``InvalidRecord``, and ``Conflict`` when a
    timetable uses a slot or a table that would go."""
    conference = conferences.one(conference_id, actor)
    document = _set(conference.document, setting, sessions)
    _refuse_used(conference, document)
    conference.province = str(setting.get("province") or "")
    return change(conference_id, document, actor, version)


@use_case
def enter(conference_id: str, record: Record, actor: User, version: int) -> str:
    """Add a participant and give its id. Raises ``Stale``, ``Conflict``, ``InvalidRecord``."""
    document, participant_id = guests.put(conferences.one(conference_id, actor).document, record)
    change(conference_id, document, actor, version)
    _tell("entered", conference_id, participant_id, record, actor)
    return participant_id


@use_case
def amend(conference_id: str, participant_id: str, record: Record, actor: User, version: int) -> None:
    """Change a participant. Raises ``Stale``, ``NotFound``, ``InvalidRecord``."""
    document, _ = guests.put(conferences.one(conference_id, actor).document, record, participant_id)
    change(conference_id, document, actor, version)
    _tell("amended", conference_id, participant_id, record, actor)


@use_case
def remove(conference_id: str, participant_id: str, actor: User, version: int) -> None:
    """Take a participant out with its pairs and wishes. Raises ``Stale``, ``NotFound``, and ``Conflict``
    when it stands in a timetable: on the day it is noted as absent instead."""
    conference = conferences.one(conference_id, actor)
    document = guests.leave(conference.document, participant_id)
    if any(participant_id in (m["a"], m["b"]) for m in _planned(conference)):
        raise Conflict("participant_has_meetings")
    change(conference_id, document, actor, version)
    mine = or_(Wish.party == participant_id, Wish.other == participant_id)
    db.session.execute(delete(Wish).where(Wish.conference_id == conference_id, mine))
    _tell("removed", conference_id, participant_id, {}, actor)


@use_case
def invite(conference_id: str, organisation_ids: Iterable[str], actor: User, version: int) -> list[str]:
    """Add organisations of the database with what they offer and want, and give the new ids.

    Those that take part already are left out. Raises ``Stale``, ``NotFound`` for a hidden organisation.
    """
    document = dict(conferences.one(conference_id, actor).document)
    known = {p.get("organisation") or p["id"] for p in document["participants"]}
    added = []
    for invitee in invitees.chosen([i for i in organisation_ids if i not in known], actor):
        record = invitee.record()
        taken = {p["id"] for p in document["participants"]}
        named = {**record, "id": None if invitee.id in taken else invitee.id}
        document, participant_id = guests.put(document, named)
        row = document["participants"][-1]
        row |= {"offers": list(invitee.offers), "demands": list(invitee.demands)}
        added.append(participant_id)
        _tell("entered", conference_id, participant_id, record, actor)
    if added:
        change(conference_id, document, actor, version)
    return added


@use_case
def order_pair(conference_id: str, parties: frozenset[str], order: str, actor: User, version: int) -> None:
    """An organizer's word on a pair: ``require``, ``forbid`` or ``release`` it; ``lock`` its meeting where
    it is, or ``unlock`` it.

    Raises ``Stale``, ``NotFound`` for an unknown party, ``InvalidRecord`` for two that cannot meet.
    """
    document = conferences.one(conference_id, actor).document
    one, other = sorted(parties) if len(parties) == 2 else (next(iter(parties), ""), "")
    if other not in {row["id"] for row in wishing.partners(document, one)}:
        raise InvalidRecord({"other": [message("cannot_meet", {"value": [other or one]})]})
    if order in ("lock", "unlock"):
        kept = [couple for couple in document.get("locked") or () if frozenset(couple) != parties]
        document = {**document, "locked": [*kept, [one, other]] if order == "lock" else kept}
    else:
        document = with_order(document, parties, order)
    change(conference_id, document, actor, version)
    facts = {"parties": [one, other], "order": order}
    audit.record("pair.ordered", "conference", conference_id, facts, actor)


def preview(sessions: Sessions) -> list[dict[str, Any]]:
    """The slots that sessions would be cut into. Raises ``InvalidRecord`` naming the session at fault."""
    made = _sessions(sessions)
    for number, session in enumerate(made, 1):
        if not slots_of([session]):
            raise InvalidRecord({"sessions": [message("session_without_slot", {"number": number})]})
        for other in range(number, len(made)):
            if overlapping(session, made[other]):
                facts = {"number": number, "other": other + 1}
                raise InvalidRecord({"sessions": [message("sessions_overlap", facts)]})
    slots = slots_of(made)
    if not slots:
        raise InvalidRecord({"sessions": [message("no_session")]})
    if len(slots) > MOST_SLOTS:
        raise InvalidRecord({"sessions": [message("too_many", {"max": MOST_SLOTS})]})
    return slots


def _set(document: Document, setting: Record, sessions: Sessions) -> dict[str, Any]:
    slots = numbered(preview(sessions), document["slots"])
    limits = {
        side: {"min": setting.get(f"{side}_min"), "max": setting.get(f"{side}_max")}
        for side in ("producer", "buyer")
    }
    host = {name: setting.get(f"host_{name}") or "" for name in HOST}
    host |= {name: setting.get(name) or "" for name in ("signer_title", "signer", "number")}
    changed = {
        **document,
        **{name: setting.get(name) or "" for name in _TEXTS},
        "host": {**(document.get("host") or {}), **host},
        "wishes_until": layers.plain(setting.get("wishes_until")),
        "sessions": [
            {**layers.plain(row), "session": session.code}
            for row, session in zip(sessions, _sessions(sessions), strict=True)
        ],
        "slots": slots,
        "limits": limits,
        "interpreters": _interpreters(slots, setting.get("interpreters") or ()),
        "rules": {**(document.get("rules") or {}), "rest_after": setting.get("rest_after")},
    }
    changed["tables"] = _tables(changed, setting)
    changed["participants"] = [_moved(row, document, changed, limits) for row in document["participants"]]
    return changed


def _sessions(rows: Sessions) -> list[Session]:
    """Sessions with codes: the one a row has, else the next free S1, S2 …"""
    taken = {row["session"] for row in rows if row.get("session")}
    free = (code for code in (f"S{n}" for n in range(1, 1000)) if code not in taken)
    return [
        Session(
            row.get("session") or next(free),
            row["date"].isoformat(),
            row["start"],
            row["end"],
            int(row["minutes"]),
            int(row.get("gap") or 0),
            tuple((start, end) for start, end in row.get("breaks") or ()),
        )
        for row in rows
    ]


def _tables(document: Document, setting: Record) -> list[dict[str, Any]]:
    """The tables: ``closed`` slots are shut at every one, those of ``closed_at`` at single ones."""
    order = [slot["id"] for slot in document["slots"]]
    rows = guests.with_tables(document["tables"], int(setting["tables"]))
    alone: Mapping[str, Any] = setting.get("closed_at") or {}
    strangers = sorted(set(alone) - {row["id"] for row in rows})
    if strangers:
        raise InvalidRecord({"closed_at": [message("unknown_table", {"value": strangers[0]})]})
    shut = _slots_named(order, setting.get("closed") or (), "closed")
    for row in rows:
        own = _slots_named(order, alone.get(row["id"]) or (), "closed_at")
        row["unavailable"] = [slot for slot in order if slot in own | shut]
    return rows


def _interpreters(slots: Sequence[Record], rows: Iterable[Record]) -> list[dict[str, Any]]:
    order, made = [slot["id"] for slot in slots], []
    for row in rows:
        named = _slots_named(order, row.get("available") or (), "interpreters")
        made.append({**row, **({"available": [slot for slot in order if slot in named]} if named else {})})
    return made


def _slots_named(order: Sequence[Any], texts: Iterable[str], field: str) -> set[Any]:
    known = {str(slot): slot for slot in order}
    unknown = [text for text in texts if text not in known]
    if unknown:
        raise InvalidRecord({field: [message("unknown_slots", {"value": unknown})]})
    return {known[text] for text in texts}


def _moved(row: Record, before: Document, after: Document, limits: Mapping[str, Any]) -> dict[str, Any]:
    """A participant under another setting: absences stay, a session wholly missed is missed wholly, and the
    conference's own limits follow where the participant had no others."""
    there = set(row["available"])
    old = {slot["id"] for slot in before["slots"]}
    missed = {s["session"] for s in before["slots"]} - {
        s["session"] for s in before["slots"] if s["id"] in there
    }
    available = [
        slot["id"]
        for slot in after["slots"]
        if (slot["id"] in there if slot["id"] in old else slot["session"] not in missed)
    ]
    changed = {**row, "available": available}
    low, high = guests.limits(before, str(row.get("side")))
    own = limits.get(str(row.get("side"))) or {}
    if (row.get("min_meetings") or 0) == (low or 0) and own:
        changed["min_meetings"] = own["min"] or 0
    if row.get("max_meetings") == high and own:
        changed["max_meetings"] = own["max"]
    return changed


def _refuse_used(conference: Conference, document: Document) -> None:
    """Raise ``Conflict`` when the latest timetable uses a slot or table that goes, or a party sits there."""
    slots, tables = {s["id"] for s in document["slots"]}, {t["id"] for t in document["tables"]}
    if any(m["slot"] not in slots for m in _planned(conference)):
        raise Conflict("slots_in_use")
    fixed = {p.get("fixed_table") for p in document["participants"]} - {None, ""}
    if fixed - tables or any(m["table"] not in tables for m in _planned(conference)):
        raise Conflict("tables_in_use")


def _planned(conference: Conference) -> list[Any]:
    """The meetings of the latest timetable."""
    latest = conference.schedules[-1:]
    return list(latest[0].document["meetings"]) if latest else []


def _tell(what: str, conference_id: str, participant_id: str, record: Record, actor: User) -> None:
    """Leave the event of a changed participant: what was set, without personal data."""
    facts = {name: value for name, value in record.items() if name not in guests.PERSONAL}
    facts = {"participant": participant_id, **layers.plain(facts)}
    audit.record(f"participant.{what}", "conference", conference_id, facts, actor)
