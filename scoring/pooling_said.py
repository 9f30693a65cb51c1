"""What a buyer writes of pooling and of lots, which his fields tell already: no condition of the goods.

"Không gom lẻ tẻ" is pooling refused, and "mỗi nhà phải đủ từ 5 tạ trở lên" the least lot; both are judged
with the amounts.
"""

from __future__ import annotations

import re

from scoring.records import Demand, Offer
from scoring.units import fold

_WHOLE = ("", "total", "season", "year")
_POOLING = re.compile(
    r"(?:(?:tuyet doi|ben (?:mua|em|minh)|chi) )?(?:khong|ko|chang)(?: (?:muon|duoc))?"
    r"(?: (?:nhan|lay|mua|thu|thu mua|chap nhan))?(?: hang)?"
    r" (?:gom|gop|thu gom|le te|nhieu (?:nguon|nha|ho|dau moi)|tron nguon|ghep (?:lo|nguon|nha))"
    r"(?: (?:hang|nhieu|nguon|nha|ho|noi|le|te|lai|tu|cua|dan|dau|moi|vun|vat))*"
    r"|(?:phai (?:la )?|chi (?:nhan |lay |mua )?)?(?:hang )?(?:cua )?"
    r"(?:mot|1) (?:nha|ho|nguon|dau moi|nha cung cap)"
    r"(?: duy nhat| giao du| cung cap| ban)*"
    r"|no (?:pooling|pooled (?:goods|lots)|consolidation|mixed sources)"
    r"|(?:single|one) (?:source|supplier)(?: only)?"
)
_LOT = re.compile(
    r"\b(?:(?:moi|mot|1|tung) (?:nha|ho|nguon|vuon|htx|to|lo|dau moi|noi|chu|xe|chuyen|lan|dot|nha vuon|"
    r"nha cung cap)|each (?:supplier|farm|lot|delivery)|per (?:supplier|lot)|lo hang|lo)\b"
    r"[^\d,;]*?(\d[\d.,]*) ?(tan|ta|yen|kg|ky|tons?|lit|con|qua|trai|chai|hop|bo|chau)\b(?! ?/)"
)
_KILOGRAMS = {"tan": 1000.0, "ton": 1000.0, "tons": 1000.0, "ta": 100.0, "yen": 10.0, "kg": 1.0, "ky": 1.0,
               "ki": 1.0}  # fmt: skip


def of_pooling(plain: str, demand: Demand) -> bool:
    """Whether a folded clause says nothing but that goods of several sellers are not taken, which a field
    says too."""
    return demand.pooling_allowed is not None and _POOLING.fullmatch(plain.strip(" .")) is not None


def lot_met(plain: str, offer: Offer, demand: Demand) -> bool:
    """Whether a folded clause is on the least lot, which the amounts of the records answer: it is the least
    lot of the demand's own field, or the offer has as much."""
    found = _LOT.search(plain)
    if not found:
        return False
    least = weighed(float(found[1].replace(".", "").replace(",", ".")), found[2])
    if demand.min_lot and same(weighed(demand.min_lot, demand.min_lot_unit), least):
        return True
    if not offer.quantity or offer.per not in _WHOLE:
        return False
    own = weighed(offer.quantity, offer.unit)
    return own[1] == least[1] and own[0] >= least[0]


def weighed(amount: float, unit: str) -> tuple[float, str]:
    """An amount in kilograms, or in its own unit where that is no weight."""
    name = fold(unit)
    return (amount * _KILOGRAMS[name], "kg") if name in _KILOGRAMS else (amount, name)


def same(one: tuple[float, str], other: tuple[float, str]) -> bool:
    """Whether two amounts are one, rounded or not."""
    return one[1] == other[1] and abs(one[0] - other[0]) <= 0.001 * other[0]
