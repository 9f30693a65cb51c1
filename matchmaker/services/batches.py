"""The amount of a period, where a record gives that of one batch and says how many of them there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matchmaker.intake.batches import batches

_TEXTS = "note", "description", "supply_text", "demand_text", "season_text", "delivery_rhythm"


def of_batches(record: Mapping[str, Any], amount: Mapping[str, Any]) -> dict[str, Any]:
    """``quantity`` and ``per`` of "120 bộ mỗi đợt" beside "mỗi tháng nung 2 mẻ": 240 a month.

    An amount of another period, or of batches whose number nobody tells, is left as it stands.
    """
    result = dict(amount)
    if result.get("per") != "batch" or not result.get("quantity"):
        return result
    for name in _TEXTS:
        if (text := record.get(name)) and (found := batches(str(text))):
            number, result["per"], _ = found
            result["quantity"] = round(result["quantity"] * number, 3)
            return result
    return result
