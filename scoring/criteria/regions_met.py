"""Goods wanted of a part of the country, or from up in the hills, held against where their producer is."""

from __future__ import annotations

import re

from scoring.criteria.clauses import OTHER, SAME, Clause
from scoring.records import Offer
from scoring.regions import lies_in, region_named, surely_in
from scoring.units import fold

SAID, MET, APART, OPEN = "said", "met", "apart", "open"


def stands(offer: Offer, region: str) -> str:
    """Whether an offer's words name a part of the country (``SAID``), its place lies there (``MET``) or in
    none of it (``APART``), or neither is known (``OPEN``)."""
    place = offer.place
    if surely_in(place.province, place.text, region, place.lat, place.lon):
        return MET
    if any(region_named(text) == region for text in (offer.product, offer.description, offer.remarks)):
        return SAID
    return APART if place.province and not lies_in(place.province, region) else OPEN


# What may stand beside a part of the country in a clause that asks for nothing else.
_ORIGIN = re.compile(
    r"^(?:(?:hang|dac san|xuat xu|nguon goc|nguon|goc|trong|nuoi|san xuat|lam|thu hai|thu hoach|den|"
    r"cua|tai|o|tu|vung|khu vuc|mien|tinh|cac|dung|chuan|chinh goc|from|origin|of|grown|in|region|the) ?)*$"
)
_HIGH = re.compile(r"\b(?:vung (?:nui|cao)|mien nui|nui cao|vung nui cao|highlands?|mountains?)\b")
_HIGH_UP = ("mountain",)


def by_place(asks: str, offer: Offer) -> Clause | None:
    """What the place of an offer says to a clause that asks where goods come from and nothing else: "hàng Tây
    Bắc", "xuất xứ Tây Nguyên", "vùng cao"; None where it does not answer it."""
    plain = fold(asks)
    if region := region_named(asks):
        if not _ORIGIN.match(plain.replace(fold(region), " ").strip()):
            return None
        found = stands(offer, region)
        if found in (SAID, MET):
            return Clause(asks, SAME)
        return Clause(asks, OTHER, offer.place.province) if found == APART else None
    if (high := _HIGH.search(plain)) and _ORIGIN.match(plain.replace(high[0], " ").strip()):
        return Clause(asks, SAME) if offer.place.terrain in _HIGH_UP else None
    return None
