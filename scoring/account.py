"""What is left of the buyer's price at the farm gate, đồng per kg: a line for each thing that comes off it.

Every line is a range in whole đồng and says where its figures come from; the lines add up to the result with
no remainder. What nobody said is no line of nought: it is asked, and the result is told as without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from scoring.logistics.coefficients import Coefficients, Range
from scoring.records import Demand
from scoring.units import KILOGRAM, LIVE_KILOGRAM, Units

FARM, STATION, DOOR, UNSAID = "farm_gate", "truck_station", "delivered", ""
YEAR = 365.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it is (code), đồng per kg (worst and best for the producer; less than nought comes off),
    and where it comes from: said by the buyer, a coefficient, a rate card, or the price basis.

    ``amount`` is None where it is not known: then ``source`` says whom to ask.
    """

    code: str
    amount: tuple[int, int] | None
    source: str
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Account:
    """The lines, and what they leave: worst and best, None while the price is not known.

    ``asked`` names the lines that are not known and therefore not in the result.
    """

    lines: tuple[Line, ...]
    net: tuple[int, int] | None

    @property
    def asked(self) -> tuple[str, ...]:
        """Codes of the lines to be asked about."""
        return tuple(line.code for line in self.lines if line.amount is None)


@dataclass(frozen=True, slots=True)
class Carriage:
    """What the way costs, đồng per kg, and where that is known from (``coefficients`` or ``rate_card``)."""

    haulage: Range
    handling: Range
    source: str = "coefficients"
    facts: Mapping[str, Any] = field(default_factory=dict)


def price_per_kg(demand: Demand, units: Units) -> float | None:
    """The most the buyer pays for a kilogram; None where that is not said, or not by weight."""
    if demand.price_max is None or not demand.price_unit:
        return None
    one = units.measure(1.0, demand.price_unit, demand.unit_kg)
    if one is not None and one.base in (KILOGRAM, LIVE_KILOGRAM):
        return demand.price_max / one.value
    held = [size for size in demand.sizes if size.unit == demand.price_unit and size.low == size.high]
    for size in held:
        inside = units.measure(size.low, size.measure)
        if inside is not None and inside.base == KILOGRAM:
            return demand.price_max / inside.value
    return None


def account(
    demand: Demand, price: float | None, carriage: Carriage | None, c: Coefficients, *, keeps: bool
) -> Account:
    """The account of one demand. ``price`` is đồng per kg, ``keeps`` whether the goods keep for long."""
    lines = [_price(demand, price)]
    lines += [_discount(demand, price)]
    after = None if price is None else price * (1.0 - (demand.discount_pct or 0.0) / 100.0)
    lines += [_delay(demand, after, c), _loss(demand, after, c, keeps=keeps)]
    lines += _carried(demand, carriage)
    if price is None:
        return Account(tuple(lines), None)
    known = [line.amount for line in lines if line.amount is not None]
    return Account(tuple(lines), (sum(worst for worst, _ in known), sum(best for _, best in known)))


def _price(demand: Demand, price: float | None) -> Line:
    facts = {"price": demand.price_max, "unit": demand.price_unit, "basis": demand.price_basis}
    if any(doubt.code == "unit_taken" for doubt in demand.doubts):
        facts["unit_taken"] = True
    amount = None if price is None else (round(price), round(price))
    return Line("price", amount, "buyer" if price is not None else "ask_buyer", facts)


def _discount(demand: Demand, price: float | None) -> Line:
    if demand.discount_pct is None:
        return Line("discount", None, "ask_buyer")
    facts = {"percent": demand.discount_pct}
    if price is None:
        return Line("discount", None, "no_price", facts)
    off = -round(price * demand.discount_pct / 100.0)
    return Line("discount", (off, off), "buyer", facts)


def _delay(demand: Demand, after: float | None, c: Coefficients) -> Line:
    if demand.payment_days is None:
        return Line("delay", None, "ask_buyer")
    facts = {"days": demand.payment_days, "low": c.interest_pct[0], "high": c.interest_pct[1]}
    if after is None:
        return Line("delay", None, "no_price", facts)
    best, worst = (-round(after * rate / 100.0 * demand.payment_days / YEAR) for rate in c.interest_pct)
    return Line("delay", (worst, best), "buyer_and_coefficient", facts)


def _loss(demand: Demand, after: float | None, c: Coefficients, *, keeps: bool) -> Line:
    """What spoils on the way is the seller's until the place where the price is taken."""
    low, high = c.loss_kept_pct if keeps else c.loss_fresh_pct
    facts = {"low": low, "high": high, "keeps": keeps}
    if demand.price_basis == FARM:
        return Line("loss", (0, 0), "buyer_bears")
    if after is None:
        return Line("loss", None, "no_price", facts)
    best, worst = (-round(after * share / 100.0) for share in (low, high))
    return Line("loss", (worst, best if demand.price_basis == DOOR else 0), "coefficient", facts)


def _carried(demand: Demand, carriage: Carriage | None) -> list[Line]:
    if demand.price_basis == FARM:
        return [Line(code, (0, 0), "buyer_bears") for code in ("freight", "handling")]
    if carriage is None:
        return [Line(code, None, "no_way") for code in ("freight", "handling")]
    whole = demand.price_basis == DOOR
    lines = []
    sources = {"freight": carriage.source, "handling": "coefficient"}
    for code, (low, high) in (("freight", carriage.haulage), ("handling", carriage.handling)):
        facts = {"low": round(low), "high": round(high), "basis": demand.price_basis}
        facts |= carriage.facts if code == "freight" else {}
        lines.append(Line(code, (-round(high), -round(low) if whole else 0), sources[code], facts))
    return lines
