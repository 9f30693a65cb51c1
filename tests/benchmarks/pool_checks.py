"""A pool held against the records it was made from, by plain reading: shares no code with the engine.

It knows only stated fields: months, amounts with their period, papers by code and expiry, invoice codes,
least lots and orders. Distances are great circles between stated coordinates.
"""

from __future__ import annotations

import calendar
import math
from datetime import date
from typing import Any

Record = dict[str, Any]
TONS = {"kg": 1.0, "tấn": 1000.0, "tạ": 100.0}
A_MONTH = {"day": 30.0, "week": 30.0 / 7.0, "month": 1.0, "quarter": 1.0 / 3.0, "batch": 1.0}
SURPLUS, FARTHEST_KM, TINY = 1.3, 150.0, 0.02
STANDS_IN = {
    "ATTP": {"ATTP", "VIETGAP", "GLOBALGAP", "HACCP", "ISO22000", "HC_VN", "HC_EU", "HC_USDA", "HC_JAS"}
}


def faults(demand: Record, offers: dict[str, Record], pool: Record, today: date) -> list[str]:
    """Every rule that the pool breaks, in words."""
    found: list[str] = []
    members = pool["members"]
    for member in members:
        found += _member_faults(demand, offers[member["offer"]], member, today)
    found += _amount_faults(demand, members, pool)
    if demand.get("invoice_required") and members:
        codes = demand["invoice_required"]
        accepted = set(codes) if isinstance(codes, list) else {"HDDT", "HDDT_MTT"}
        if pool["lead"] not in offers or offers[pool["lead"]].get("invoice") not in accepted:
            found.append(f"lead {pool['lead']} cannot invoice")
    if members and pool["lead"] not in {member["offer"] for member in members}:
        found.append("the lead is no member")
    found += _round_faults(members, offers, pool)
    return found


def _member_faults(demand: Record, offer: Record, member: Record, today: date) -> list[str]:
    found = []
    name, amounts = offer["id"], {int(m): float(a) for m, a in member["amount_per_month"].items()}
    least = max(_kg(demand, "min_lot"), _kg(offer, "min_order"))
    given = float(offer["quantity"]) * TONS[offer["unit"]]
    months = offer.get("months") or list(range(1, 13))
    flow = offer["per"] in A_MONTH
    monthly = given * A_MONTH[offer["per"]] if flow else given / len(months)
    for month, amount in amounts.items():
        if month not in months or month not in demand["months"]:
            found.append(f"{name}: delivers in month {month}")
        if amount < least - TINY:
            found.append(f"{name}: {amount} in month {month} is below its least {least}")
        if amount > monthly + TINY and (flow or sum(amounts.values()) > given + TINY):
            found.append(f"{name}: {amount} in month {month}, has {monthly}")
        found += [
            f"{name}: lacks {code} in month {month}"
            for code in demand.get("required_certificates", ())
            if not _valid(offer, code, month, today)
        ]
    return found


def _amount_faults(demand: Record, members: list[Record], pool: Record) -> list[str]:
    need = float(demand["quantity"]) * TONS[demand["unit"]]
    given: dict[int, float] = {}
    for member in members:
        for month, amount in member["amount_per_month"].items():
            given[int(month)] = given.get(int(month), 0.0) + float(amount)
    if demand["per"] in A_MONTH:
        each = need * A_MONTH[demand["per"]]
        over = [m for m, amount in given.items() if amount > each * SURPLUS + TINY]
        met = sum(min(given.get(m, 0.0), each) for m in demand["months"]) / (each * len(demand["months"]))
    else:
        over = ["all"] if sum(given.values()) > need * SURPLUS + TINY else []  # type: ignore[list-item]
        met = min(sum(given.values()), need) / need
    found = [f"more than agreed in {over}"] if over else []
    return found + ([f"says fill {pool['fill']}, is {met}"] if abs(met - pool["fill"]) > 1e-4 else [])


def _valid(offer: Record, code: str, month: int, today: date) -> bool:
    """Whether a paper or one that stands in for it lasts to the end of the next such month."""
    year = today.year if month >= today.month else today.year + 1
    last = date(year, month, calendar.monthrange(year, month)[1])
    for held in offer.get("certificates", ()):
        name, _, until = held.partition("@")
        if name in STANDS_IN.get(code, {code}) and (not until or date.fromisoformat(until) >= last):
            return True
    return False


def _round_faults(members: list[Record], offers: dict[str, Record], pool: Record) -> list[str]:
    """Each member is collected once, and each round lies within the greatest distance of one of its stops."""
    stops = pool["pickup"]["stops"]
    if sorted(stop["offer"] for stop in stops) != sorted(member["offer"] for member in members):
        return ["not each member is collected once"]
    found = []
    for number in {stop["round"] for stop in stops}:
        spots = [offers[stop["offer"]]["place"] for stop in stops if stop["round"] == number]
        if not any(all(_apart(a, b) <= FARTHEST_KM for b in spots) for a in spots):
            found.append(f"round {number} is not compact")
    return found


def _apart(a: Record, b: Record) -> float:
    one, other = math.radians(a["lat"]), math.radians(b["lat"])
    turn = math.radians(b["lon"] - a["lon"])
    inner = math.sin(one) * math.sin(other) + math.cos(one) * math.cos(other) * math.cos(turn)
    return 6371.0 * math.acos(max(-1.0, min(1.0, inner)))


def _kg(record: Record, name: str) -> float:
    return float(record.get(f"{name}_kg") or 0.0)
