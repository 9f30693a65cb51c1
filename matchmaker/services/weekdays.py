"""Amounts wanted on named days of the week: "40 kg mỗi thứ 2, 4, 6" is three times 40 kg a week."""

from __future__ import annotations

import re
from typing import Any

from scoring.units import fold

_DAY = r"(?:thu )?[2-7](?![\d/.])"
_DAYS = re.compile(
    rf"\b(?:moi|cac|vao|moi tuan|hang tuan)(?: cac| vao)? thu ([2-7])((?: ?(?:,|-|va|&|den)? ?{_DAY})*)"
)
_RANGE = re.compile(r" ?(?:-|den) ?(?:thu )?([2-7])")


def weekdays_read(text: str, facts: dict[str, Any]) -> dict[str, Any]:
    """The facts of a text with the amount of each day as that of a week, where no other rhythm is told.

    >>> weekdays_read("40kg mỗi thứ 2 4 6", {"quantity_min": 40, "quantity_max": 40})
    {'quantity_min': 120, 'quantity_max': 120, 'per': 'week'}
    """
    found = _DAYS.search(fold(text)) if facts.get("quantity_min") and not facts.get("per") else None
    if found is None:
        return facts
    through = _RANGE.fullmatch(found[2])
    times = int(through[1]) - int(found[1]) + 1 if through else 1 + len(re.findall(r"[2-7]", found[2]))
    if times < 1:
        return facts
    amounts = ("quantity_min", "quantity_max", "kg_min", "kg_max")
    more = {name: facts[name] * times for name in amounts if facts.get(name) is not None}
    return facts | more | {"per": "week"}
