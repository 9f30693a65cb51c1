"""Cultivar policy: where another variety of the same product is not the product.

For a generic fruit another cultivar may serve, below every right one. For an export contract, a product
named by its geographical indication and a specialty breed it is the wrong product: gà đen is no gà đồi,
Shan tuyết tea no Thái Nguyên tea, glutinous rice no plain rice.
"""

from __future__ import annotations

from scoring.context import EXPORT_MARKETS
from scoring.product import Kind
from scoring.records import Demand, Offer
from scoring.units import fold

# Categories in which another cultivar can stand in; in all others (breeds, rices, teas, coffees, honeys,
# crafts) a named variety is a product of its own.
CULTIVAR_CATEGORIES = frozenset(
    {"fruit", "citrus", "melon", "vegetable", "root", "mushroom", "herb", "flower", "nut", "pulse"}
)


def indication(demand: Demand, kind: Kind | None) -> tuple[str, ...]:
    """The places (folded) of the geographical indication that the demand asks for; empty where it asks none.

    A demand asks for it by naming the place beside a variety that has one, or by requiring the GI paper.
    """
    if kind is None or not kind.gi_name:
        return ()
    places = tuple(
        fold(part) for name in kind.gi_name.split(";") for part in name.split(" - ") if part.strip()
    )
    text = fold(f"{demand.product} {demand.description} {demand.spec}")
    required = any(paper.code == "GI" for paper in demand.required_certificates)
    return places if required or any(place in text for place in places) else ()


def is_strict(demand: Demand, kind: Kind | None, places: tuple[str, ...]) -> bool:
    """Whether another variety than the demanded one is the wrong product."""
    if kind is None or kind.rank != "variety":
        return False
    return bool(places) or demand.channel in EXPORT_MARKETS or kind.category not in CULTIVAR_CATEGORIES


def origin_text(offer: Offer) -> str:
    """All words (folded) of an offer that can name where the goods come from."""
    place = offer.place
    return fold(f"{offer.product} {offer.description} {place.text} {place.commune} {offer.producer}")
