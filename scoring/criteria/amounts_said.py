"""Amounts in the words of their records: of several those that count, and both ends of a range."""

from __future__ import annotations

from typing import Any

from scoring.columns.items import items_wanted, parts_of, rhythm
from scoring.criteria.season_days import doubted
from scoring.criteria.verdict import Facts, number
from scoring.records import Demand, Offer
from scoring.units import Units


def counted(part: dict[str, Any]) -> Facts:
    """The amount of an offer that is counted as the need is."""
    said = {"supply_said": number(float(part["quantity"])), "supply_said_unit": part["unit"]}
    return {**said, "supply_said_per": part["per"] or None}


def items_said(offer: Offer, demand: Demand, share: float) -> Facts:
    """Of several amounts in an offer's words those for what is wanted, or that only the first is counted."""
    wanted = items_wanted(offer, demand)
    alike = {(part["unit"], rhythm(part["per"])) for part in wanted}
    if wanted and len(alike) == 1:
        said = sum(float(part["quantity"]) for part in wanted)
        own = {"supply_said_unit": str(wanted[0]["unit"]), "supply_said_per": wanted[0]["per"] or None}
        return {"supply_said": number(said), **own, "supply_items": [part["words"] for part in wanted]}
    if wanted and share != 1.0:
        return {"supply_said": None, "supply_items": [part["words"] for part in wanted]}
    feast = str(doubted(offer, "peak").get("words") or "")  # told beside, with the months that it is for
    several = [str(part["words"]) for part in parts_of(offer)]
    told = [words for words in several if not feast or (feast not in words and words not in feast)]
    return {"supply_several": told} if len(told) > 1 or not feast else {}


def as_said(record: Offer | Demand, side: str, units: Units) -> Facts:
    """An amount as its record says it, with both ends of a range: 5 to 7 tấn a day."""
    if record.quantity is None:
        return {}
    facts: Facts = {
        f"{side}_said": number(record.quantity),
        f"{side}_said_unit": _english(record.unit, units),
    }
    facts[f"{side}_said_per"] = record.per or None
    ranges = [doubt.facts for doubt in record.doubts if (doubt.field, doubt.code) == ("quantity", "range")]
    if ranges and ranges[0]["low"] == record.quantity:
        facts[f"{side}_said_high"] = number(float(ranges[0]["high"]))
    return facts


def _english(unit: str, units: Units) -> str:
    """A unit by its name in the table where it has no marks ("tonne"), else as it is written."""
    return (units.canonical(unit) or unit) if unit.isascii() else unit
