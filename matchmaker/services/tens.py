"""Tens that hold twelve or fourteen pieces, as a record's own words say: "500 chục/tuần (chục 12)"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matchmaker.intake.counting import FRUIT, pieces_in_ten
from matchmaker.services.record_words import joined
from scoring.records import Doubt

Record = Mapping[str, Any]
Facts = dict[str, Any]

# How many pieces the record's own "chục" holds.
TEN_HOLDS = "ten_holds"
_WORDS = ("product", "description", "spec", "packaging", "note")
# The fields that count in a unit, the unit, and whether they grow with the pieces of it.
_COUNTED = (
    (("quantity",), "unit", True),
    (("price_min", "price_max"), "price_unit", False),
    (("min_order",), "min_order_unit", True),
    (("min_lot",), "min_lot_unit", True),
)


def in_pieces(record: Record, free_text: str) -> Record:
    """The record with its tens as pieces, where its words say how many theirs hold: "chục 12"."""
    words = joined(record, *_WORDS, free_text)
    ten = pieces_in_ten(words) if "ch" in words.lower() else None
    if ten is None:
        return record
    changed: Facts = {TEN_HOLDS: ten}
    for names, unit, times in _COUNTED:
        own = record.get(unit) or (record.get("unit") if unit.startswith("min_") else None)
        piece = _piece_of_ten(own)
        if piece:
            values = {name: record[name] for name in names if record.get(name) is not None}
            changed |= {name: value * ten if times else value / ten for name, value in values.items()}
            changed[unit] = piece
    return {**record, **changed}


def _piece_of_ten(unit: Any) -> str:
    """What "chục", "chục quả", "chuc" counts; "" of any other unit."""
    ten, _, piece = str(unit or "").strip().lower().partition(" ")
    return (piece or FRUIT.name) if ten in ("chục", "chuc") else ""


def tens_read(facts: Facts, doubts: list[Doubt], ten: int) -> tuple[Facts, list[Doubt]]:
    """What was read of amounts and prices, with "chục" as so many pieces."""
    facts = _in_pieces(facts, ten)
    found = []
    for doubt in doubts:
        said = doubt.facts
        if parts := said.get("parts"):
            said = {**said, "parts": [_in_pieces(part, ten) for part in parts]}
        found.append(Doubt(doubt.field, doubt.code, said))
    return facts, found


def _in_pieces(facts: Facts, ten: int) -> Facts:
    changed: Facts = {}
    if piece := _piece_of_ten(facts.get("unit")):
        amounts = {
            name: facts[name] for name in ("quantity", "quantity_min", "quantity_max") if facts.get(name)
        }
        changed |= {name: value * ten for name, value in amounts.items()} | {"unit": piece}
    if piece := _piece_of_ten(facts.get("price_unit")):
        prices = {name: facts[name] for name in ("price_min", "price_max") if facts.get(name)}
        changed |= {name: value / ten for name, value in prices.items()} | {"price_unit": piece}
    return {**facts, **changed}
