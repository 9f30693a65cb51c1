"""A demand as the head of its pages shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from matchmaker.models import Demand
from matchmaker.web.amounts import amount, highest_price, place_name
from matchmaker.web.words import label


@dataclass(frozen=True)
class DemandHead:
    """What is wanted, in the reader's language; ``doubts`` names the fields not understood for certain."""

    id: str
    product: str
    buyer: str
    channel: str
    spec: str
    months: Sequence[int]
    amount: str
    price: str
    price_basis: str
    place: str
    papers: Sequence[str]
    invoice: bool
    deadline: date | None
    doubts: Sequence[str]
    closed: bool
    resting: bool

    @classmethod
    def of(cls, demand: Demand) -> DemandHead:
        """From the stored demand."""
        parsed: dict[str, Any] = demand.parsed
        required = parsed.get("required_certificates") or ()
        return cls(
            id=demand.id,
            product=demand.product,
            buyer=demand.organisation.name if demand.organisation else demand.buyer,
            channel=demand.channel,
            spec=parsed.get("spec") or "",
            months=parsed.get("months") or [],
            amount=amount(parsed),
            price=highest_price(parsed),
            price_basis=parsed.get("price_basis") or "",
            place=place_name(parsed.get("place")),
            papers=[label("certificate_short", row["code"]) for row in required],
            invoice=bool(parsed.get("invoices_accepted")),
            deadline=demand.valid_until,
            doubts=[label("field", doubt["field"]) for doubt in demand.doubts],
            closed=demand.status != "open",
            resting=demand.status == "paused",
        )
