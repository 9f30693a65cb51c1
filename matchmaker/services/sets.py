"""Goods sold by the set whose writer leaves accents out: "100 bo" of gift baskets are sets and no bunches."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from scoring.units import fold

Facts = dict[str, Any]

_BUNCH, _SET = "bó", "bộ"
_BY_THE_SET = re.compile(
    r"\b(?:(?:gio|hop|set|tui) qua|qua (?:tet|tang|bieu)|bo (?:qua|am|chen|bat|dia|ban|tra|chan)|"
    r"am (?:chen|tra)|chen dia|bat dia|tach tra|chan ga|quan ao|trang phuc|vay ao|ao dai|tho cam|trang suc|"
    r"ban ghe|do choi)\b"
)


def sets_read(record: Mapping[str, Any], text: str, facts: Facts) -> Facts:
    """What was read of a text, with the bunches of an unmarked "bo" as sets where the goods are sold so."""
    plain = text.isascii() and _BUNCH in (facts.get("unit"), facts.get("price_unit"))
    if not plain or not _BY_THE_SET.search(fold(f"{record.get('product', '')}; {text}")):
        return facts
    return facts | {name: _SET for name in ("unit", "price_unit") if facts.get(name) == _BUNCH}
