"""A pool as pages show it: the filling month by month, its members, the collection, what is lacking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from matchmaker.models import Offer, Pool, PoolMember, PoolVersion
from matchmaker.queries import pools
from matchmaker.services import pooling
from matchmaker.web.amounts import place_name
from matchmaker.web.language import language
from matchmaker.web.words import number, unit, weight
from matchmaker.wording import pool_findings, reasons

Record = Mapping[str, Any]
HEIGHT = 100  # of a thermometer that is full


@dataclass(frozen=True)
class Tube:
    """How far one month is filled; ``month`` 0 stands for a need that counts as a whole."""

    month: int
    share: float
    level: float
    wanted: str
    got: str


@dataclass(frozen=True)
class MemberLine:
    """One producer with its part; ``row`` holds its answer."""

    offer_id: str
    row: PoolMember | None
    product: str
    producer: str
    place: str
    amounts: Sequence[tuple[int, str, float]]
    total: str
    share: float
    rest: str
    lead: bool
    cost: float | None
    km: float | None
    hours: str
    chance: float
    agreed: bool
    questions: Sequence[Record]


@dataclass(frozen=True)
class StopLine:
    """One stop of the collection in its round, and the way on to the next."""

    round: int
    producer: str
    place: str
    km: float | None
    hours: float | None


@dataclass(frozen=True)
class LackLine:
    """Steps, whom they would let in, and what these would add."""

    steps: Sequence[Record]
    offers: Sequence[tuple[str, str]]
    adds: Sequence[tuple[int, str]]
    total: str


@dataclass(frozen=True)
class ChangeLine:
    """A member whose share changed."""

    producer: str
    before: str
    after: str
    kind: str


@dataclass(frozen=True)
class PoolView:
    """What the page of a pool shows of one solution."""

    record: Record
    tubes: Sequence[Tube]
    months: Sequence[int]
    members: Sequence[MemberLine]
    stops: Sequence[StopLine]
    lacking: Sequence[LackLine]
    reserve: MemberLine | None
    wanted: str
    delivered: str
    unit: str
    lead: str
    cost_range: tuple[float, float] | None

    @property
    def full(self) -> bool:
        """Whether everything wanted is filled."""
        return bool(self.record["fill"] >= 1)


def said(amount: float, name: str) -> str:
    """An amount with its unit, tonnes from one tonne on."""
    if name.startswith("kg"):
        return weight(amount)
    return f"{number(amount, 1)} {unit(name, amount)}"


def view(pool: Pool, document: Record | None = None) -> PoolView:
    """The view of a pool's latest solution, or of another one (a trial) with the same members' answers."""
    record = pool.latest if document is None else document
    offers = pools.offers_of(dict(record))
    rows = {member.offer_id: member for member in pool.members}
    months = [int(month) for month in record["wanted"]]
    members = [_member(row, record, offers, rows, months) for row in record["members"]]
    return PoolView(
        record=record,
        tubes=_tubes(record),
        months=months,
        members=members,
        stops=_stops(record, offers),
        lacking=[_lack(row, record, offers) for row in record.get("lacking") or ()],
        reserve=_member(record["reserve"], record, offers, {}, months) if record.get("reserve") else None,
        wanted=said(sum(record["wanted"].values()), record["unit"]),
        delivered=said(sum(record["by_month"].values()), record["unit"]),
        unit=record["unit"],
        lead=next((line.producer for line in members if line.lead), ""),
        cost_range=tuple(record["cost_range"]) if record.get("cost_range") else None,
    )


def change_lines(changes: Sequence[Record], name: str) -> list[ChangeLine]:
    """The shares that differ between two solutions, in words."""
    offers = pools.offers_of({"members": [{"offer": change["offer"]} for change in changes]})
    found = []
    for change in changes:
        before, after = sum(change["before"].values()), sum(change["after"].values())
        kind = "in" if not before else "out" if not after else "more" if after > before else "less"
        if before == after:
            kind = "moved"
        told = (said(before, name) if before else "", said(after, name) if after else "")
        found.append(ChangeLine(producer_of(offers.get(change["offer"]), change["offer"]), *told, kind))
    return found


@dataclass(frozen=True)
class VersionLine:
    """One solution in the history."""

    number: int
    cause: str
    at: datetime
    by: str
    fill: float
    members: int
    changes: Sequence[ChangeLine]


def version_lines(pool: Pool) -> list[VersionLine]:
    """All solutions, the latest first."""
    return [_version(version) for version in reversed(pool.versions)]


def _version(version: PoolVersion) -> VersionLine:
    document = version.document
    return VersionLine(
        number=version.number,
        cause=version.cause,
        at=version.made_at,
        by=(version.maker.name or version.maker.email) if version.maker else "",
        fill=document["fill"],
        members=len(document["members"]),
        changes=change_lines(version.changes, document["unit"]),
    )


def producer_of(offer: Offer | None, fallback: str = "") -> str:
    """Whose offer it is, by the name of the organisation or as written."""
    if offer is None:
        return fallback
    return (offer.organisation.name if offer.organisation else offer.producer) or offer.id


def _tubes(record: Record) -> list[Tube]:
    name, wanted, got = record["unit"], record["wanted"], record["by_month"]
    if record.get("whole"):
        need, have = sum(wanted.values()), sum(got.values())
        return [_tube(0, need, have, name)]
    return [_tube(int(month), need, got.get(month, 0), name) for month, need in wanted.items()]


def _tube(month: int, need: float, have: float, name: str) -> Tube:
    share = have / need if need else 0.0
    return Tube(month, share, round(min(share, 1.0) * HEIGHT, 1), said(need, name), said(have, name))


def _member(
    row: Record,
    record: Record,
    offers: Mapping[str, Offer],
    rows: Mapping[str, PoolMember],
    months: Sequence[int],
) -> MemberLine:
    offer, amounts = offers.get(row["offer"]), row["amount_per_month"]
    name, known = record["unit"], rows.get(row["offer"])
    hours = row.get("hours")
    return MemberLine(
        offer_id=row["offer"],
        row=known,
        product=offer.product if offer else "",
        producer=producer_of(offer, row.get("producer") or row["offer"]),
        place=place_name((offer.parsed.get("place") if offer else None) or {}),
        amounts=[(m, said(amounts[str(m)], name), amounts[str(m)]) for m in months if str(m) in amounts],
        total=said(sum(amounts.values()), name),
        share=row["share"],
        rest=said(row["rest"], name) if row.get("rest") else "",
        lead=bool(row["lead"]),
        cost=row.get("cost_vnd_per_unit"),
        km=row.get("km"),
        hours="" if not hours else _span(*hours),
        chance=1 - (row.get("default_rate") or 0),
        agreed=known is not None and pooling.agrees(known) and bool(known.share),
        questions=row.get("questions") or (),
    )


def _stops(record: Record, offers: Mapping[str, Offer]) -> list[StopLine]:
    return [
        StopLine(
            stop.get("round", 1),
            producer_of(offers.get(stop["offer"]), stop["offer"]),
            stop["place"],
            stop.get("km"),
            stop.get("hours"),
        )
        for stop in record["pickup"]["stops"]
    ]


def _lack(row: Record, record: Record, offers: Mapping[str, Offer]) -> LackLine:
    name = record["unit"]
    return LackLine(
        steps=row["steps"],
        offers=[(each, producer_of(offers.get(each), each)) for each in dict.fromkeys(row["offers"])],
        adds=[(int(month), said(amount, name)) for month, amount in row["adds"].items() if amount],
        total=said(sum(row["adds"].values()), name),
    )


def _span(low: float, high: float) -> str:
    first, last = number(low), number(high)
    return first if first == last else f"{first}–{last}"


def pool_sentence(code: str, facts: Record, record: Record) -> str:
    """A reason, a refusal, a question or a step of a pool in words; an offer is named by its producer."""
    named = facts.get("offer")
    offers = pools.offers_of({"members": [{"offer": named}]}) if named else {}
    told = {"unit": record["unit"], **facts}
    if named:
        told["producer"] = producer_of(offers.get(named), str(named))
    own = pool_findings.sentence(code, told, language())
    others = "" if own else reasons.sentence(code, facts, language())
    return own or ("" if others == code else others)
