"""Gather what an introduction says, as it stands on the day: frozen with the letter, so that it prints alike
for ever. Codes and facts alone; words are added in the language of the print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from matchmaker.models import Demand, Match, Offer, Office, Organisation, Pool
from matchmaker.queries import match_stages, pools
from matchmaker.queries.holdings import Purpose
from matchmaker.queries.shown import in_favour
from matchmaker.schemas.pipeline import ENDED
from matchmaker.services import holdings, terms_sheet
from matchmaker.services.offices import FIELDS
from matchmaker.services.supply import PARTS

Record = dict[str, Any]
ASKED = (
    *("quantity", "unit", "per", "months", "deliver_from", "deliver_to", "required_certificates"),
    *("preferred_certificates", "invoices_accepted", "spec", "min_remaining_share", "min_remaining_days"),
    *("min_lot", "min_lot_unit"),
)
GIVEN = (
    *("quantity", "unit", "per", "months", "price_min", "price_max", "price_unit", "price_basis", "invoice"),
    *("storage", "shelf_life_days", "lead_time_days", "min_order", "min_order_unit", "packaging", "grade"),
    *("ocop_stars", "ocop_expiry"),
)
REASONS = 3
UNTOLD = "price"  # of the reasons: each side's price stands in its own line


def gather(demand: Demand, matches: Sequence[Match], pool: Pool | None, office: Office) -> Record:
    """Everything that the letter, its annexes and the copies say."""
    return {
        "office": {name: getattr(office, name) for name in FIELDS},
        "demand": {
            "id": demand.id,
            "product": demand.product,
            "parsed": _some(demand.parsed, ASKED),
            "place": _place(demand.parsed),
            "rhythm": demand.raw.get("delivery_rhythm") or "",
            "note": demand.raw.get("note") or "",
        },
        "buyer": _party(demand.organisation, demand.buyer or demand.id),
        "candidates": _candidates(matches),
        "pool": _pool(pool) if pool is not None else None,
    }


def stands(match: Match) -> bool:
    """Whether a letter still proposes a match: accepted, of an open offer, and not ended."""
    stage = match_stages.latest(match.id)
    return (
        match.status == "accepted"
        and match.offer.status == "open"
        and (stage is None or stage.stage not in ENDED)
    )


def _candidates(matches: Sequence[Match]) -> list[Record]:
    """Those that stand, numbered; then those no longer proposed, marked ``gone``."""
    standing = [match for match in matches if stands(match)]
    gone = [match for match in matches if match not in standing]
    told = [_candidate(place, match) for place, match in enumerate((*standing, *gone), 1)]
    return [row | {"gone": True} if place > len(standing) else row for place, row in enumerate(told, 1)]


def _candidate(place: int, match: Match) -> Record:
    offer = match.offer
    route = _facts(match, "logistics")
    unit, by_month = _by_month(match)
    return {
        "match": match.id,
        "place": place,
        "rank": match.rank,
        "offer": offer.id,
        "product": offer.product,
        "parsed": _some(offer.parsed, GIVEN),
        "origin": _place(offer.parsed),
        "terrain": (offer.parsed.get("place") or {}).get("terrain") or "",
        "party": _party(offer.organisation, offer.producer or offer.id),
        "papers": _papers(offer),
        "unit": unit,
        "by_month": by_month,
        "route": {name: route.get(name) for name in ("km", "hours_low", "hours_high")},
        "reasons": _reasons(match),
        "terms": [asdict(term) for term in terms_sheet.sheet(match)],
    }


def _by_month(match: Match) -> tuple[str, dict[str, float]]:
    """What the offer has free in each month wanted, without what is kept for others."""
    left = holdings.free([match.offer], Purpose(match_id=match.id)).get(match.offer_id)
    if left is None:
        return "", {}
    wanted = match.demand.parsed.get("months") or list(left.by_month)
    months = {month: amount for month, amount in left.by_month.items() if month in wanted and amount}
    return left.unit, {str(month): amount / PARTS for month, amount in months.items()}


def _papers(offer: Offer) -> list[Record]:
    """The papers with their numbers where the office has seen them."""
    numbers = {row.code: row.number for row in offer.certificates}
    held = [
        {
            "code": row["code"],
            "number": numbers.get(row["code"], ""),
            "stars": row.get("stars"),
            "expires": row.get("expires"),
        }
        for row in offer.parsed.get("certificates") or ()
        if row["code"] != "OCOP"
    ]
    if offer.parsed.get("ocop_stars"):
        stars, expires = offer.parsed["ocop_stars"], offer.parsed.get("ocop_expiry")
        held.append({"code": "OCOP", "number": numbers.get("OCOP", ""), "stars": stars, "expires": expires})
    return held


def _reasons(match: Match) -> list[Record]:
    told = [row for row in in_favour(match) if row["criterion"] != UNTOLD]
    return [{"code": row["code"], "facts": row["facts"]} for row in told[:REASONS]]


def _pool(pool: Pool) -> Record:
    """The members of a pool with their shares, the lead first."""
    document = pool.latest
    offers = pools.offers_of(document)
    rows = sorted(document["members"], key=lambda row: not row["lead"])
    return {
        "unit": document["unit"],
        "by_month": document["by_month"],
        "members": [
            {
                "party": _party(_owner(offers.get(row["offer"])), row["producer"] or row["offer"]),
                "origin": _place(found.parsed) if (found := offers.get(row["offer"])) else "",
                "offer": row["offer"],
                "product": found.product if found else "",
                "lead": row["lead"],
                "papers": _papers(found) if found else [],
                "by_month": row["amount_per_month"],
            }
            for row in rows
        ],
    }


def _owner(offer: Offer | None) -> Organisation | None:
    return offer.organisation if offer is not None else None


def _party(organisation: Organisation | None, written: str) -> Record:
    """A side with whom to call there."""
    if organisation is None:
        return {"id": "", "name": written, "contacts": []}
    people = [
        {"name": one.name, "role": one.role, "phone": one.phone, "email": one.email}
        for one in organisation.contacts
    ]
    return {"id": organisation.id, "name": organisation.name, "contacts": people}


def _place(parsed: Mapping[str, Any]) -> str:
    place = parsed.get("place") or {}
    return ", ".join(filter(None, (place.get("commune"), place.get("province"))))


def _some(parsed: Mapping[str, Any], names: Sequence[str]) -> Record:
    return {name: parsed[name] for name in names if parsed.get(name) not in (None, "", [])}


def _facts(match: Match, criterion: str) -> Mapping[str, Any]:
    rows: Sequence[Mapping[str, Any]] = match.evidence["reasons"]
    return next((row["facts"] for row in rows if row["criterion"] == criterion), {})
