"""How many packs a case holds, in either language: "12 per carton" is "thùng 12 chai"."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.criteria.clauses import REPACK, SAME, Clause
from scoring.criteria.packs import as_packed, packs_in
from scoring.units import fold

_CASE = r"(?:thung|kien|ket|cartons?|ctns?|cases?|(?:master |outer )?(?:box(?:es)?))"
_ONE = (
    r"(chai|hop|hu|lo|tui|goi|lon|can|bich|bottles?|jars?|bags?|packs?|packets?|pouch(?:es)?|tins?|cans?|"
    r"units?|pcs|pieces?|chiec|cai|don vi)"
)
_ASKED = re.compile(
    rf"(?:(?:packed|packing|dong|dong goi|xep) )?(\d{{1,3}}) ?{_ONE}? ?(?:per|/|a|each|mot|moi|tren moi|in a|"
    r"to a) ?"
    rf"(?:1 )?{_CASE}(?: carton)?|"
    rf"(?:(?:packed|packing|dong|xep)(?: in)? )?{_CASE}(?: carton)?(?: of| of a)? ?(\d{{1,3}}) ?{_ONE}"
)
_TOLD = re.compile(
    rf"\b{_CASE}(?: carton)?(?: of)?(?: (?:dung|gom|xep|dong))? ?(\d{{1,3}}) ?{_ONE}\b|"
    rf"(?<![\d.,])(\d{{1,3}}) ?{_ONE} ?(?:/|per|mot|moi|a) ?(?:1 )?{_CASE}\b"
)
_ANY = ("unit", "units", "pcs", "piece", "pieces", "chiec", "cai", "don vi", "")


@lru_cache(maxsize=16_384)
def per_case(asks: str, told: str, packaging: str) -> Clause | None:
    """What an offer says to a number of packs in a case; None where either side names no such number."""
    if not (found := _ASKED.fullmatch(fold(asks))):
        return None
    wanted, of = found[1] or found[3], found[2] or found[4] or ""
    given = [
        (each[1] or each[3], each[2] or each[4])
        for each in _TOLD.finditer(fold(told))
        if of in _ANY or each[2] in _ANY or each[4] in _ANY or _kind(of) == _kind(each[2] or each[4])
    ]
    if not given:
        return None
    if any(number == wanted for number, _ in given):
        return Clause(asks, SAME)
    return Clause(asks, REPACK, as_packed(packaging) or ", ".join(" ".join(each) for each in given))


def _kind(noun: str) -> str:
    return next(iter(packs_in(noun, marked=False)), "") or _ENGLISH.get(noun, noun)


_ENGLISH = {"can": "lon", "cans": "lon", "tin": "lon", "tins": "lon", "packet": "túi", "packets": "túi"}
