"""What one piece weighs where a pack tells how many of them it holds and what it weighs: "6 sets per carton,
18 kg", "thùng 20 chai 12 kg"."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.units import fold

# Units as texts write them, by their folded names in records.
_NAMES = {
    "bo": "bo|sets?", "chiec": "chiec|cai|pieces?|pcs", "cai": "cai|chiec|pieces?|pcs",
    "chai": "chai|bottles?",
    "hop": "hop|box(?:es)?", "goi": "goi|pack(?:et)?s?", "tui": "tui|bags?", "lo": "lo|hu|jars?",
    "hu": "hu|lo|jars?", "lon": "lon|cans?", "qua": "qua|trai|fruits?", "chau": "chau|pots?",
    "cap": "cap|doi|pairs?", "binh": "binh|vases?", "gio": "gio|baskets?",
}  # fmt: skip
_PACK = r"(?:thung(?: carton| giay| xop)?|kien|bao|sot|ket|carton|case|crate|box|pallet|set|hop carton)s?"
_NUMBER = r"(\d+(?:[.,]\d+)?)"
_KG = (
    r"(?:=|:|,|\(|nang|khoang|chung|tong|weigh\w*|total|gross|about|n\.?w\.?|g\.?w\.?| )*"
    rf"{_NUMBER} ?kg\b(?! ?(?:/|moi|mot|per|x) ?(?!{_PACK}\b)[a-z])"
)


@lru_cache(maxsize=16_384)
def piece_weight(text: str, unit: str) -> float:
    """Kilograms of one ``unit`` by the packs that a text tells; NaN where it tells none, or several.

    >>> piece_weight("nested set, 6 sets per carton, 18 kg", "bộ")
    3.0
    """
    found = {round(each, 4) for each in _weights(fold(text), fold(unit))}
    return found.pop() if len(found) == 1 else float("nan")


def _weights(plain: str, unit: str) -> tuple[float, ...]:
    if "kg" not in plain or unit not in _NAMES:
        return ()
    name, often = f"(?:{_NAMES[unit]})", r"(?:/|per|mot|moi|a|in a|trong|each|vao)(?: mot| moi)?"
    between = r"(?:\(|,|:|=|gom|dung|chua|of|with| )*"
    found = [
        (match[2], match[1])
        for pattern in (
            rf"\b(\d{{1,4}}) ?{name} ?{often} ?{_PACK}\b ?{_KG}",
            rf"\b{_PACK} (?:dung |chua |co |of |with )?(\d{{1,4}}) ?{name}\b ?{_KG}",
        )
        for match in re.finditer(pattern, plain)
    ]
    heavy = rf"\b{_PACK} (?:nang )?{_NUMBER} ?kg ?{between}(\d{{1,4}}) ?{name}\b(?! ?/)"
    found += [(match[1], match[2]) for match in re.finditer(heavy, plain)]
    return tuple(float(kg.replace(",", ".")) / float(count) for kg, count in found if float(count) > 1)
