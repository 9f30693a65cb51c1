"""A pool as plain values: who delivers how much in which month, how good that is, and what is lacking.

Amounts are in the demand's base unit (kilograms, or the counted unit itself), months are 1..12, money is
đồng.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as attribute
from typing import Any

from scoring.records import MissingStep, Offer, Veto

Amounts = Mapping[int, float]
Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to be told in words: a code and its facts."""

    code: str
    facts: Facts = attribute(default_factory=dict)

    def as_record(self) -> dict[str, Any]:
        """The object of the interchange format."""
        return {"code": self.code, "facts": self.facts}


@dataclass(frozen=True, slots=True)
class Candidate:
    """An offer of the product as a possible member, judged without the volume.

    ``refusals`` are the vetoes of the criteria, ``bars`` what keeps it out of a pool beside them; it is
    possible where both are empty. ``questions`` do not keep it out, but must be asked first: it is taken only
    where the firm ones do not suffice. ``capacity`` is what it can deliver in each month wanted;
    ``stock`` limits the sum where the amount is one stock. ``step`` would make it possible.
    """

    offer: Offer
    score_micro: int
    unit: str
    capacity: Amounts
    stock: float | None = None
    least: float = 0.0  # in a month in which it takes part
    refusals: tuple[Veto, ...] = ()
    bars: tuple[Finding, ...] = ()
    questions: tuple[Finding, ...] = ()
    step: MissingStep | None = None
    cost_low: float | None = None  # đồng a unit, delivered
    cost_high: float | None = None
    default_rate: float = 0.0
    row: int = -1

    @property
    def possible(self) -> bool:
        """Whether it can be a member."""
        return not self.refusals and not self.bars

    @property
    def total(self) -> float:
        """The most it can deliver in all months wanted."""
        most = sum(self.capacity.values())
        return most if self.stock is None else min(most, self.stock)

    @property
    def cost(self) -> float | None:
        """Middle of the delivered cost a unit; None where the price is not known."""
        if self.cost_low is None or self.cost_high is None:
            return None
        return (self.cost_low + self.cost_high) / 2


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of the collection: km and hours on to the next stop (or the buyer), hours until the buyer.

    ``round`` counts the rounds from 1, where there are several.
    """

    offer: str
    place: str
    km: float | None
    hours: float | None
    hours_to_buyer: float | None
    round: int = 1

    def as_record(self) -> dict[str, Any]:
        """The object of the interchange format."""
        return {
            "offer": self.offer,
            "place": self.place,
            "km": _rounded(self.km, 1),
            "hours": _rounded(self.hours, 2),
            "hours_to_buyer": _rounded(self.hours_to_buyer, 2),
            "round": self.round,
        }


@dataclass(frozen=True, slots=True)
class Pickup:
    """The collection from the first stop to the buyer; None where places are not known.

    Of several rounds ``km`` and ``detour_km`` are the sum and ``hours`` those of the longest.
    """

    stops: tuple[Stop, ...] = ()
    km: float | None = None
    hours: float | None = None
    detour_km: float | None = None  # more than the direct way from the first stop

    def as_record(self) -> dict[str, Any]:
        """The object of the interchange format."""
        return {
            "stops": [stop.as_record() for stop in self.stops],
            "km": _rounded(self.km, 1),
            "hours": _rounded(self.hours, 2),
            "rounds": max((stop.round for stop in self.stops), default=0),
            "detour_km": _rounded(self.detour_km, 1),
        }


@dataclass(frozen=True, slots=True)
class Member:
    """One producer in the pool. ``rest`` is what stays unsold of its capacity in the months wanted."""

    offer: str
    producer: str
    amounts: Amounts
    share: float
    capacity: float
    rest: float
    lead: bool = False
    buffer: bool = False
    km: float | None = None
    hours_low: float | None = None
    hours_high: float | None = None
    cost: float | None = None
    default_rate: float = 0.0
    questions: tuple[Finding, ...] = ()

    @property
    def total(self) -> float:
        """All that it delivers."""
        return sum(self.amounts.values())


@dataclass(frozen=True, slots=True)
class Lacking:
    """Steps that would make further offers possible, and what those would add by month."""

    steps: tuple[Finding, ...]
    offers: tuple[str, ...]
    adds: Amounts

    def as_record(self) -> dict[str, Any]:
        """As a plain object."""
        steps = [step.as_record() for step in self.steps]
        return {"steps": steps, "offers": list(self.offers), "adds": months_record(self.adds)}


@dataclass(frozen=True, slots=True)
class Proof:
    """What was reached in one objective, what is provably possible, and the gap between them (0..1)."""

    objective: str
    value: float
    bound: float
    gap: float

    def as_record(self) -> dict[str, Any]:
        """As a plain object."""
        return {"objective": self.objective, "value": self.value, "bound": self.bound, "gap": self.gap}


@dataclass(frozen=True, slots=True)
class Pool:
    """Who fills a demand together. Without members the ``refusals`` say why.

    ``whole``: only the sum over the months counts, and ``wanted`` spreads it evenly. ``bound`` is the best
    fill provably possible; ``gap`` the largest gap of fill and cost.
    """

    demand: str
    unit: str
    wanted: Amounts
    whole: bool
    members: tuple[Member, ...]
    fill: float
    by_month: Amounts
    bound: float
    gap: float
    lead: str | None
    pickup: Pickup
    cost: float | None = None
    cost_low: float | None = None
    cost_high: float | None = None
    reliability: float | None = None
    reserve: Member | None = None  # a stand-by, not counted in anything above
    reserve_reliability: float | None = None  # what the chance of delivery would be with it
    reasons: tuple[Finding, ...] = ()
    refusals: tuple[Finding, ...] = ()
    lacking: tuple[Lacking, ...] = ()
    proofs: tuple[Proof, ...] = ()
    seconds: float = 0.0

    @property
    def needed(self) -> float:
        """All that is wanted."""
        return sum(self.wanted.values())

    @property
    def delivered(self) -> float:
        """All that is promised."""
        return sum(member.total for member in self.members)

    @property
    def by_kilogram(self) -> bool:
        """Whether amounts are kilograms."""
        return self.unit.startswith("kg")

    def amounts(self) -> dict[str, dict[int, float]]:
        """Offer id to what it delivers by month."""
        return {member.offer: dict(member.amounts) for member in self.members}

    def as_record(self) -> dict[str, Any]:
        """The pool object of the interchange format, its fields in a fixed order."""
        cost, shown = _rounded(self.cost, 0), "kg" if self.by_kilogram else self.unit
        span = None if self.cost is None else [_rounded(self.cost_low, 0), _rounded(self.cost_high, 0)]
        return {
            "demand": self.demand,
            "unit": shown,
            "wanted": months_record(self.wanted),
            "whole": self.whole,
            "members": [_member_record(member, shown) for member in self.members],
            "fill": round(self.fill, 6),
            "by_month": months_record(self.by_month),
            "bound": round(self.bound, 6),
            "gap": round(self.gap, 6),
            "lead": self.lead,
            "pickup": self.pickup.as_record(),
            "cost_vnd_per_kg": cost if self.by_kilogram else None,
            "cost_vnd_per_unit": cost,
            "cost_range": span,
            "reliability": _rounded(self.reliability, 4),
            "reserve": None if self.reserve is None else _member_record(self.reserve, shown),
            "reserve_reliability": _rounded(self.reserve_reliability, 4),
            "reasons": [each.as_record() for each in self.reasons],
            "refusals": [each.as_record() for each in self.refusals],
            "lacking": [each.as_record() for each in self.lacking],
            "proofs": [each.as_record() for each in self.proofs],
            "seconds": round(self.seconds, 3),
        }


def months_record(amounts: Amounts) -> dict[str, float]:
    """Amounts by month as JSON has them: the keys are texts, whole numbers are whole."""
    return {str(month): tidy(value) for month, value in amounts.items()}


def tidy(value: float) -> float:
    """An amount without the dust of floating point, whole where it is whole."""
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def _member_record(member: Member, unit: str) -> dict[str, Any]:
    return {
        "offer": member.offer,
        "producer": member.producer,
        "amount_per_month": months_record(member.amounts),
        "unit": unit,
        "share": round(member.share, 4),
        "lead": member.lead,
        "buffer": member.buffer,
        "capacity": tidy(member.capacity),
        "rest": tidy(member.rest),
        "km": _rounded(member.km, 0),
        "hours": None
        if member.hours_low is None
        else [_rounded(member.hours_low, 1), _rounded(member.hours_high, 1)],
        "cost_vnd_per_unit": _rounded(member.cost, 0),
        "default_rate": member.default_rate,
        "questions": [each.as_record() for each in member.questions],
    }


def _rounded(value: float | None, digits: int) -> float | None:
    if value is None or value != value:
        return None
    return tidy(value) if digits <= 0 else round(value, digits)
