"""The terms that a record writes in its texts and not in its fields: "công nợ 30 ngày", "đặt cọc 30%"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matchmaker.intake.terms_said import Terms, find_terms
from scoring.records import Doubt

Record = Mapping[str, Any]
OF_OFFERS = ("max_payment_days", "max_discount_pct", "accepts_returns", "accepts_consignment")
OF_DEMANDS = ("payment_days", "discount_pct", "returns", "consignment")


def terms_read(record: Record, free_text: str, names: tuple[str, ...]) -> tuple[dict[str, Any], list[Doubt]]:
    """The terms that the texts of a record say where its fields do not, under ``names``, and as doubts what
    is paid ahead or put off without a number of days. The free text goes before the note."""
    read = [find_terms(str(record[field])) for field in (free_text, "note") if record.get(field)]
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
