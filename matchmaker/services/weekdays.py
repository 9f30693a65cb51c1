"""Amounts wanted on named days of the week: "40 kg mỗi thứ 2, 4, 6" is three times 40 kg a week."""

from __future__ import annotations

import re
from typing import Any

from scoring.units import fold

_DAY = r"(?:thu )?[2-7](?![\d/.])"
_AMOUNT = r"(\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?) ?[a-z]+ (?:[a-z]+ ){0,3}?"
_SCALES = (1, 10, 100, 1000)  # kilograms of what is told in yến, tạ, tấn
_DAYS = re.compile(
    rf"{_AMOUNT}\b(?:moi|cac|vao|moi tuan|hang tuan)(?: cac| vao)? thu ([2-7])"
    rf"((?: ?(?:,|-|va|&|den)? ?{_DAY})*)"
)
_RANGE = re.compile(r" ?(?:-|den) ?(?:thu )?([2-7])")


def weekdays_read(text: str, facts: dict[str, Any]) -> dict[str, Any]:
    """The facts of a text with the amount of each day as that of a week, where no other rhythm is told.

    >>> weekdays_read("40kg mỗi thứ 2 4 6", {"quantity_min": 40, "quantity_max": 40})
    {'quantity_min': 120, 'quantity_max': 120, 'per': 'week'}
    """
    found = _DAYS.search(fold(text)) if facts.get("quantity_min") and not facts.get("per") else None
    told = float(found[1].replace(".", "").replace(",", ".")) if found else 0.0
    amounts = ("quantity_min", "quantity_max", "kg_min", "kg_max")
    if found is None or not any(facts.get(name) == told * scale for name in amounts for scale in _SCALES):
        return facts  # another amount of the text than that of the days
    through = _RANGE.fullmatch(found[3])
    times = int(through[1]) - int(found[2]) + 1 if through else 1 + len(re.findall(r"[2-7]", found[3]))
    if times < 1:
        return facts
    more = {name: facts[name] * times for name in amounts if facts.get(name) is not None}
    return facts | more | {"per": "week"}
