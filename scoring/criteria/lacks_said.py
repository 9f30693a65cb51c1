"""What a seller says that he does not have of a thing which a buyer asks for: "chưa có tem" to "dán tem"."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.criteria.meaning import denials, meaning, plain_of, without_denials

_PARTS = re.compile(r"[,;\n]|\.(?:\s|$)")
_WORD = re.compile(r"[a-z0-9]+")
# Single words that name a thing which goods have or lack; others need a second word beside them.
_THINGS = frozenset(
    ("tem", "logo", "inlogo", "qr", "seal", "coa", "msds", "pallet", "nap", "quai", "cuong", "hat", "xuong")
) | frozenset(("vay", "ruot", "label", "labels", "stamp", "stamps", "lid"))
_LACKS = re.compile(r"(?:chua|khong|ko|without)\b")


@lru_cache(maxsize=16_384)
def lacks_said(plain: str, told: str) -> str:
    """The part of a seller's words by which he has none of what a folded clause of a buyer asks for; "" where
    he says nothing of it, or the buyer will have none either.

    >>> lacks_said("dan tem ruou day du", "can 20 lít; chưa có tem"), lacks_said("khong tem", "chưa có tem")
    ('chưa có tem', '')
    """
    asks = frozenset(_WORD.findall(meaning(without_denials(plain))))
    asks |= {"inlogo"} if "inlogorieng" in asks else frozenset()
    for part in _PARTS.split(told):
        for each in denials(plain_of(part)):
            named = len(each.things) > 1 or bool(each.things & _THINGS)
            if named and each.things <= asks and _LACKS.match(each.words):
                return part.strip()
    return ""
