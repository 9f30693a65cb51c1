"""The records that scoring judges: what a producer offers and what a buyer wants, already understood.

Everything here is a plain frozen value. Money is in Vietnamese đồng, months are solar months of the
year 1..12, days are calendar days, coordinates are WGS 84 degrees. ``None`` or an empty value means
"not said"; nothing is filled in by a guess (a guess is listed in ``doubts``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

Terrain = Literal["mountain", "highland", "midland", "delta", "coast", "island", ""]
Level = Literal["point", "commune", "old_commune", "town", "old_district", "island", "province", ""]


@dataclass(frozen=True, slots=True)
class Place:
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
class Certificate:
    """A paper held or required: its code (ATTP, VIETGAP, OCOP, …), last day of validity, OCOP stars."""

    code: str
    expires: date | None = None
    stars: int | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something read with less than certainty, for a person to look at: field, code, facts."""

    field: str
    code: str
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Offer:
    """What a producer can deliver. Field meanings are those of the interchange format."""

    id: str
    product: str
    producer: str = ""
    description: str = ""
    quantity: float | None = None
    unit: str = ""
    per: str = ""
    unit_kg: float | None = None  # kilograms in one counted unit, only where the text states it
    months: tuple[int, ...] = ()  # stated or read from text; empty: the product calendar serves
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
    valid_until: date | None = None
    place: Place = Place()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Demand:
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
    months: tuple[int, ...] = ()
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
    valid_until: date | None = None
    place: Place = Place()
    doubts: tuple[Doubt, ...] = ()
