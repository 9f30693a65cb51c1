"""What the prints of a conference are made of, gathered by the caller; nothing here reads a database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from matchmaker.wording.papers import word

Record = Mapping[str, Any]
Pair = frozenset[str]


@dataclass(frozen=True)
class Goods:
    """One product of a producer as a catalogue has it; ``kg_a_year`` is for nothing but the eye."""

    product: str
    volume: str = ""
    months: str = ""
    papers: str = ""
    place: str = ""
    packing: str = ""


@dataclass(frozen=True)
class Lack:
    """A paper that a participant lacks, that has lapsed, or a word that is not clear."""

    participant: str
    product: str
    what: str
    asked_by: str = ""
    expires: date | None = None


@dataclass(frozen=True)
class Traded:
    """What the two parties of a pair would trade: product, quantity in words, reasons in sentences."""

    product: str = ""
    volume: str = ""
    reasons: Sequence[str] = ()


@dataclass(frozen=True)
class Material:
    """A conference with everything its prints show.

    ``contacts`` (participant → name, role, phone) and ``links`` (participant → address of its own page) are
    empty for who may not see them. ``pooled``: the pairs whose seller leads a pool for that buyer, and how
    many are in it. ``results`` and ``stages`` are records with
    ``producer`` and ``buyer`` as participants' ids, and ``match`` where they belong to one. ``base`` is the
    address of the conference in the service, for QR codes; "" prints none.
    """

    conference: Record
    schedule: Record = field(default_factory=lambda: {"meetings": []})
    goods: Mapping[str, Sequence[Goods]] = field(default_factory=dict)
    lacks: Sequence[Lack] = ()
    traded: Mapping[Pair, Traded] = field(default_factory=dict)
    pooled: Mapping[Pair, int] = field(default_factory=dict)
    contacts: Mapping[str, Sequence[Record]] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    results: Sequence[Record] = ()
    stages: Sequence[Record] = ()
    attendance: Mapping[str, str] = field(default_factory=dict)
    base: str = ""
    today: date = date(2026, 1, 1)

    @cached_property
    def people(self) -> dict[str, Record]:
        """The participants by id, in the conference's order."""
        return {p["id"]: p for p in self.conference["participants"]}

    @property
    def title(self) -> str:
        """The conference's name."""
        return str(self.conference.get("name") or "")

    @property
    def host(self) -> Record:
        """Who holds the conference, for the heads of official papers."""
        return self.conference.get("host") or {}

    @property
    def days(self) -> list[date]:
        """The days of the conference that are known as dates, in order."""
        told = [s.get("date") or s.get("day") for s in self.conference["slots"]]
        return sorted({date.fromisoformat(d) for d in told if isinstance(d, str) and _is_date(d)})

    @property
    def last_day(self) -> date:
        """The last day, or today where the days are numbers."""
        return self.days[-1] if self.days else self.today

    def name(self, person: str) -> str:
        """A participant's name, else its id."""
        return str(self.people.get(person, {}).get("name") or person)

    def on_side(self, side: str) -> list[Record]:
        """The participants of one side (producer, buyer, peer)."""
        return [p for p in self.conference["participants"] if side_of(p) == side]

    def delegates(self, person: str) -> list[Record]:
        """Who comes for a participant: ``name``, ``title``, ``phone``; the contact where none is named."""
        return list(self.contacts.get(person) or ())

    def version(self, lang: str) -> str:
        """ "Bản 3 – thay bản 2"; "" for a conference without a timetable."""
        number, before = self.schedule.get("version"), self.schedule.get("replaces")
        if not number:
            return ""
        if before:
            return word("version_replaces", lang, number=number, before=before)
        return word("version", lang, number=number)

    def with_schedule(self, schedule: Record) -> Material:
        """The same with another timetable."""
        return replace(self, schedule=schedule)


def side_of(participant: Record) -> str:
    """producer, buyer or peer."""
    side = participant.get("side")
    return side if side in ("producer", "buyer") else "peer"


def told_people(participant: Record) -> list[Record]:
    """Who comes for a participant as the conference's document tells it: its delegates, else its contact."""
    named = participant.get("delegates")
    if isinstance(named, list | tuple) and named:
        return [person for person in named if isinstance(person, Mapping)]
    contact, phone = participant.get("contact"), participant.get("phone")
    return [{"name": contact or "", "phone": phone or ""}] if contact or phone else []


def headcount(participant: Record) -> int:
    """How many come for a participant, one at least."""
    told = participant.get("delegates")
    return max(1, len(told) if isinstance(told, list | tuple) else told if isinstance(told, int) else 1)


def listed(value: Any) -> str:
    """A list as one text."""
    return "; ".join(str(v) for v in value) if isinstance(value, list | tuple) else str(value or "")


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
