"""The terms that a record writes in its texts and not in its fields: "công nợ 30 ngày", "đặt cọc 30%"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matchmaker.intake.keeping_said import left_said, shelf_said
from matchmaker.intake.terms_said import Terms, find_terms
from scoring.records import Doubt

Record = Mapping[str, Any]
OF_OFFERS = ("max_payment_days", "max_discount_pct", "accepts_returns", "accepts_consignment")
OF_DEMANDS = ("payment_days", "discount_pct", "returns", "consignment")


def terms_read(record: Record, free_text: str, names: tuple[str, ...]) -> tuple[dict[str, Any], list[Doubt]]:
    """The terms that the texts of a record say where its fields do not, under ``names``, and as doubts what
    is paid ahead or put off without a number of days. The free text goes before the note."""
    read = [find_terms(str(text)) for field in (free_text, "note") if (text := record.get(field))]
    if not read:
        return {}, []
    told = {name: _first(read, field) for name, field in zip(names, OF_DEMANDS, strict=True)}
    found = {n: value for n, value in told.items() if value is not None and record.get(n) is None}
    doubts = []
    if (ahead := _first(read, "ahead")) is not None:
        doubts.append(Doubt(names[0], "paid_ahead", {"percent": ahead}))
    words = next((each.payment_words for each in read if each.payment_words), "")
    if words and record.get(names[0]) is None and names[0] not in found:
        doubts.append(Doubt(names[0], "payment_open", {"value": words}))
    return found, doubts


def _first(read: list[Terms], field: str) -> Any:
    return next((value for each in read if (value := getattr(each, field)) is not None), None)


_OF_KEEPING = ("supply_text", "note", "description", "packaging")


def keeping_read(record: Record) -> dict[str, Any]:
    """How long an offer's goods keep by its words, where no field says it."""
    if record.get("shelf_life_days") is not None:
        return {}
    storage = str(record.get("storage") or "")
    said = (shelf_said(str(record[field]), storage) for field in _OF_KEEPING if record.get(field))
    days = next((each for each in said if each), None)
    return {"shelf_life_days": days} if days else {}


def left_read(record: Record) -> dict[str, Any]:
    """How much life a buyer's words want left of the goods, where no field says it."""
    if record.get("min_remaining_days") is not None or record.get("min_remaining_share") is not None:
        return {}
    said = [left_said(str(record[field])) for field in ("demand_text", "note") if record.get(field)]
    days, share = (next((each[n] for each in said if each[n]), None) for n in (0, 1))
    found = {"min_remaining_days": days, "min_remaining_share": share}
    return {name: value for name, value in found.items() if value}
