"""Repair a timetable on the day: a proposal with its changes, kept only when the organizer accepts it.

Nothing of a proposal is stored: the page carries it, signed, and hands it back. Finding one takes seconds,
outside of any transaction; it is kept only if the conference has not changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer

from matchmaker.errors import Conflict, InvalidRecord
from matchmaker.models import ScheduleVersion, User
from matchmaker.queries import attendance, conference_results, conferences
from matchmaker.scheduling import Conference, IllFormedError, Meeting, NotFoundError, repair
from matchmaker.scheduling.on_the_day import without_slot
from matchmaker.scheduling.schedule import amended
from matchmaker.services import guests
from matchmaker.services.conferences import change, differences, keep_schedule
from matchmaker.services.day_record import as_it_is, missed, slots_before, with_held
from matchmaker.services.transaction import transaction
from matchmaker.wording.errors import message

Document = Mapping[str, Any]
SlotId = int | str

SECONDS = 3.0  # of searching; with reading and writing a repair stays under five on a busy machine
MOST_TABLES = 50


@dataclass(frozen=True)
class Happening:
    """What happened beside who came: the next slot, slots and tables lost from then on, tables gained."""

    now: SlotId | None = None
    lost_slots: Sequence[SlotId] = ()
    lost_tables: Sequence[str] = ()
    extra_tables: int = 0


@dataclass(frozen=True)
class Mended:
    """A proposal for one version of a conference, over version ``number`` of its timetable.

    ``tables`` and ``hosts`` (participant → table) are what it changes in the conference itself.
    """

    conference_id: str
    version: int
    number: int
    tables: list[Any]
    hosts: dict[str, str | None]
    schedule: dict[str, Any]
    changes: list[Any] = field(default_factory=list)


def propose(conference_id: str, happening: Happening, actor: User, seconds: float = SECONDS) -> Mended:
    """The timetable from slot ``now`` on that changes the fewest meetings; nothing is kept.

    Raises ``Conflict`` when there is no timetable yet or none was found in time, ``InvalidRecord`` for an
    unknown slot or table.
    """
    conference = conferences.one(conference_id, actor)
    if not conference.schedules:
        raise Conflict("no_timetable_yet")
    latest = conference.schedules[-1]
    words = attendance.of_conference(conference_id)
    not_held = {
        frozenset((row.producer, row.buyer))
        for row in conference_results.results(conference_id)
        if row.outcome != "met"
    }
    number, version, before = latest.number, conference.version, dict(latest.document)
    changed = happened(conference.document, happening)
    gone = missed(changed, before["meetings"], words, not_held, happening.now)
    standing = [m for m in before["meetings"] if frozenset((m["a"], m["b"])) not in gone]
    past = slots_before(changed, happening.now)
    plan_of = with_held(as_it_is(changed, words, happening.now), [m for m in standing if m["slot"] in past])
    try:
        today = Conference.from_record({**plan_of, "previous": None})
        found = repair(today, _meetings(standing), happening.now, seconds)
    except (NotFoundError, IllFormedError) as error:
        raise Conflict("no_repair", seconds=seconds) from error
    meetings = _with_missed(found.schedule.meetings, before["meetings"], gone)
    schedule = amended(today, found.schedule.as_record(), meetings)
    causes = {change.key: (change.code, change.facts) for change in found.changes if change.code}
    return Mended(
        conference_id,
        version,
        number,
        list(changed["tables"]),
        {p["id"]: p.get("fixed_table") for p in changed["participants"] if p.get("host")},
        schedule,
        _with_causes(differences(before, schedule), causes),
    )


def accept(mended: Mended, actor: User, note: str = "") -> ScheduleVersion:
    """Keep a proposal as the next version, with what it changes in the conference.

    Raises ``Stale`` when the conference changed meanwhile.
    """
    with transaction():
        conference = conferences.one(mended.conference_id, actor)
        people = [
            {**p, "fixed_table": mended.hosts[p["id"]]} if p["id"] in mended.hosts else p
            for p in conference.document["participants"]
        ]
        document = {**conference.document, "tables": mended.tables, "participants": people}
        change(mended.conference_id, document, actor, mended.version)
        version = keep_schedule(mended.conference_id, mended.schedule, actor, note, "repaired")
        version.changes = mended.changes
        return version


def packed(mended: Mended) -> str:
    """A proposal as signed text that a page can carry."""
    return str(_signer().dumps(asdict(mended)))


def unpacked(text: str) -> Mended:
    """The proposal in a text that this service signed. Raises ``Conflict`` for any other."""
    try:
        return Mended(**_signer().loads(text))
    except BadSignature as error:
        raise Conflict("proposal_lost") from error


def happened(document: Document, happening: Happening) -> dict[str, Any]:
    """The document with slots and tables lost from now on, and tables gained. Raises ``InvalidRecord``."""
    order = [s["id"] for s in document["slots"]]
    if happening.now is not None and happening.now not in order:
        raise InvalidRecord({"now": [message("unknown_slots", {"value": happening.now})]})
    past = slots_before(document, happening.now)
    ahead = [slot for slot in order if slot not in past]
    for slot in happening.lost_slots:
        if slot not in ahead:
            raise InvalidRecord({"lost_slots": [message("slot_is_past", {"value": slot})]})
    tables = {t["id"] for t in document["tables"]}
    for table in happening.lost_tables:
        if table not in tables:
            raise InvalidRecord({"lost_tables": [message("unknown_table", {"value": table})]})
    if not 0 <= happening.extra_tables <= MOST_TABLES:
        raise InvalidRecord({"extra_tables": [message("too_large", {"max": MOST_TABLES})]})
    lost = set(happening.lost_tables)
    rows = guests.with_tables(document["tables"], len(document["tables"]) + happening.extra_tables)
    rows = [
        {**t, "unavailable": [*(s for s in t.get("unavailable") or () if s not in ahead), *ahead]}
        if t["id"] in lost
        else t
        for t in rows
    ]
    people = [
        {**p, "fixed_table": None} if p.get("fixed_table") in lost else p for p in document["participants"]
    ]
    changed: dict[str, Any] = {**document, "tables": rows, "participants": people}
    for slot in happening.lost_slots:
        changed = without_slot(changed, slot)
    return changed


def _with_missed(
    found: Iterable[Meeting], before: Iterable[Document], gone: set[frozenset[str]]
) -> tuple[Meeting, ...]:
    """The meetings found; one that was missed and found no new place stays on record where it was."""
    found = tuple(found)
    placed = {m.key for m in found}
    return (*found, *(m for m in _meetings(before) if m.key in gone and m.key not in placed))


def _with_causes(rows: list[dict[str, Any]], causes: Mapping[Any, tuple[str, Any]]) -> list[Any]:
    out = []
    for row in rows:
        code, facts = causes.get(frozenset((row["a"], row["b"])), (row["code"], row["facts"]))
        out.append({**row, "code": code, "facts": facts})
    return out


def _meetings(rows: Iterable[Document]) -> list[Meeting]:
    return [Meeting(m["a"], m["b"], m["slot"], m["table"]) for m in rows]


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.config["SECRET_KEY"]), salt="repair of a timetable")
