"""The records that scoring judges: what a producer offers and what a buyer wants, already understood.

Everything here is a plain frozen value. Money is in Vietnamese đồng, months are solar months of the
year 1..12, days are calendar days, coordinates are WGS 84 degrees. ``None`` or an empty value means
"not said"; nothing is filled in by a guess (a guess is listed in ``doubts``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from dataclasses import field as attribute
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any, Literal

Terrain = Literal["mountain", "highland", "midland", "delta", "coast", "island", ""]
MICRO = 1_000_000  # scores are whole millionths, so that sums are exact and ties are ties

Level = Literal["point", "commune", "old_commune", "town", "old_district", "island", "province", ""]


class Sent:
    """A record that is cheap to send between processes: by its values, in the order of its fields."""

    __slots__ = ()

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        kind: type = type(self)
        return kind, _values_of(kind)(self)


@cache
def _values_of(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """What reads all values of a record of several fields."""
    return attrgetter(*(each.name for each in fields(kind)))


@dataclass(frozen=True, slots=True)
class Place(Sent):
    """Where goods are picked up or delivered.

    ``level`` is the finest unit that was resolved; a province is never used as an endpoint of a route.
    ``confidence`` is 0..1. ``node`` names the place in the road network when the place *is* one of its
    nodes (a port, a border gate, a town), else "".
    """

    text: str = ""
    lat: float | None = None
    lon: float | None = None
    terrain: Terrain = ""
    commune: str = ""
    commune_code: str = ""
    province: str = ""
    level: Level = ""
    confidence: float = 0.0
    node: str = ""


@dataclass(frozen=True, slots=True)
class Certificate(Sent):
    """A paper held or required: its code (ATTP, VIETGAP, OCOP, …), last day of validity, OCOP stars."""

    code: str
    expires: date | None = None
    stars: int | None = None


@dataclass(frozen=True, slots=True)
class Size(Sent):
    """What one counted unit holds, as the record says it: ``low`` to ``high`` of a unit of mass or volume."""

    unit: str
    low: float
    high: float
    measure: str


@dataclass(frozen=True, slots=True)
class Doubt(Sent):
    """Something read with less than certainty, for a person to look at: field, code, facts."""

    field: str
    code: str
    facts: dict[str, Any] = attribute(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kept(Sent):
    """So much of an offer in a month is held or promised for a demand."""

    month: int  # 1..12
    amount: float  # in the base unit of the offer: kg, or the unit that it counts in
    demand: str


@dataclass(frozen=True, slots=True)
class Offer(Sent):
    """What a producer can deliver. Field meanings are those of the interchange format."""

    id: str
    product: str
    producer: str = ""
    description: str = ""
    quantity: float | None = None
    unit: str = ""
    per: str = ""
    unit_kg: float | None = None  # kilograms in one counted unit, only where the text states it
    sizes: tuple[Size, ...] = ()  # what pieces hold ("chai 500 ml"), to compare them with other units
    months: tuple[int, ...] = ()  # stated or read from text; empty: the product calendar may serve
    season_text: str = ""  # as written; where it is present the product calendar never serves
    price_min: float | None = None
    price_max: float | None = None
    price_unit: str = ""
    price_basis: str = ""
    certificates: tuple[Certificate, ...] = ()
    ocop_stars: int | None = None
    ocop_expiry: date | None = None
    invoice: str = ""
    shelf_life_days: float | None = None
    storage: str = ""
    min_order: float | None = None
    min_order_unit: str = ""
    deliver_from: date | None = None
    deliver_to: date | None = None
    max_payment_days: float | None = None
    max_discount_pct: float | None = None
    accepts_returns: bool | None = None
    accepts_consignment: bool | None = None
    lead_time_days: float | None = None
    packaging: str = ""
    grade: str = ""
    remarks: str = ""  # the free text and the note, as written
    note: str = ""
    sold_at: str = ""  # where such goods have been sold, as written
    valid_until: date | None = None
    place: Place = Place()
    doubts: tuple[Doubt, ...] = ()
    kept: tuple[Kept, ...] = ()  # of the market's day, never part of the record as it came
    written: str = ""  # the product's name as written, where that likens the goods to others
    likened: str = ""  # the clauses that do so, of which the other texts are free

    @property
    def called(self) -> str:
        """The product's name as the producer wrote it."""
        return self.written or self.product


@dataclass(frozen=True, slots=True)
class Demand(Sent):
    """What a buyer wants. Field meanings are those of the interchange format."""

    id: str
    product: str
    buyer: str = ""
    channel: str = ""
    description: str = ""
    spec: str = ""
    quantity: float | None = None
    unit: str = ""
    per: str = ""
    unit_kg: float | None = None
    sizes: tuple[Size, ...] = ()
    months: tuple[int, ...] = ()
    season_text: str = ""
    deliver_from: date | None = None
    deliver_to: date | None = None
    price_max: float | None = None
    price_unit: str = ""
    price_basis: str = ""
    required_certificates: tuple[Certificate, ...] = ()
    preferred_certificates: tuple[Certificate, ...] = ()
    min_ocop_stars: int | None = None
    invoices_accepted: tuple[str, ...] = ()  # empty: no invoice required
    min_lot: float | None = None
    min_lot_unit: str = ""
    min_remaining_days: float | None = None
    min_remaining_share: float | None = None
    pooling_allowed: bool | None = None
    payment_days: float | None = None
    discount_pct: float | None = None
    returns: bool | None = None
    consignment: bool | None = None
    delivery_rhythm: str = ""  # as written: "2 chuyến/tuần"
    remarks: str = ""  # the free text and the note, as written
    note: str = ""
    valid_until: date | None = None
    place: Place = Place()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """What one criterion says of a pair: a code, its facts, its effect on the score in micro-units."""

    criterion: str
    code: str
    facts: dict[str, Any]
    effect_micro: int

    @property
    def effect(self) -> float:
        """What the criterion added to (or took from) the score, a whole multiple of 1e-6."""
        return self.effect_micro / MICRO

    def as_record(self) -> dict[str, Any]:
        """The object of the interchange format."""
        return {"criterion": self.criterion, "code": self.code, "facts": self.facts, "effect": self.effect}


@dataclass(frozen=True, slots=True)
class Veto:
    """Why a pair cannot be: a veto code, the criterion that found it, and the facts behind it."""

    code: str
    criterion: str
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class MissingStep:
    """The fewest changes that make a vetoed pair eligible, proved by judging it again.

    ``also`` lists what must change beside the first; it is empty where one change suffices.
    """

    code: str
    facts: dict[str, Any]
    also: tuple[MissingStep, ...] = ()

    def as_record(self) -> dict[str, Any]:
        """The object of the interchange format; ``also`` only where several things must change."""
        told: dict[str, Any] = {"code": self.code, "facts": self.facts}
        return told | {"also": [step.as_record() for step in self.also]} if self.also else told


@dataclass(frozen=True, slots=True)
class Match:
    """One offer judged for one demand.

    Scores are whole micro-units: ``score_micro`` equals ``base_micro`` plus the effects of all
    ``reasons`` exactly. ``rank`` is 1 for the best eligible offer and None for a vetoed one, whose
    score is what it would be without its vetoes. ``refusals`` lists the vetoes in the expert's order;
    ``reasons`` has one row a criterion, the weightiest first.
    """

    demand: str
    offer: str
    rank: int | None
    score_micro: int
    base_micro: int
    refusals: tuple[Veto, ...]
    components_micro: dict[str, int]
    reasons: tuple[Reason, ...]
    missing: MissingStep | None
    profile: str = ""  # version hash of the profile that judged it

    @property
    def score(self) -> float:
        """Score 0..1, a whole multiple of 1e-6."""
        return self.score_micro / MICRO

    @property
    def base(self) -> float:
        """Score of a pair about which nothing is known, 0..1."""
        return self.base_micro / MICRO

    @property
    def eligible(self) -> bool:
        """Whether no veto applies."""
        return not self.refusals

    @property
    def vetoes(self) -> list[str]:
        """Veto codes in the expert's order."""
        return [veto.code for veto in self.refusals]

    @property
    def veto_facts(self) -> list[dict[str, Any]]:
        """For each veto, in the same order: its code, criterion and facts."""
        return [{"code": v.code, "criterion": v.criterion, "facts": v.facts} for v in self.refusals]

    @property
    def components(self) -> dict[str, float]:
        """Criterion to its own score 0..1."""
        return {name: value / MICRO for name, value in self.components_micro.items()}

    def as_record(self) -> dict[str, Any]:
        """The match object of the interchange format, its fields in a fixed order."""
        missing = None if self.missing is None else self.missing.as_record()
        return {
            "demand": self.demand,
            "offer": self.offer,
            "rank": self.rank,
            "score": self.score,
            "base": self.base,
            "eligible": self.eligible,
            "vetoes": self.vetoes,
            "components": self.components,
            "reasons": [reason.as_record() for reason in self.reasons],
            "missing": missing,
            "veto_facts": self.veto_facts,
        }
