"""Papers of which a buyer takes either: "HACCP or ISO 22000 required", "giấy ATTP hoặc VietGAP"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np

from scoring.papers_said import PAPERS, codes_meant
from scoring.records import Demand
from scoring.units import fold

_EITHER = re.compile(
    r"[ (]*(?:(?:certificate|certified|cert|giay|chung nhan|farms?|factory|va)[ ,]*)*(?:or|hoac|hay)\b"
    r"(?: (?:la|co|giay|chung nhan|an?|equivalent|vn))*[ (]*"
)
_HOME = {"vn organic": "HC_VN", "huu co vn": "HC_VN", "huu co viet nam": "HC_VN"}


def papers_either(demand: Demand) -> dict[str, tuple[str, ...]]:
    """For each paper required the others that the buyer's own words take in its place."""
    if not demand.required_certificates:
        return {}
    groups = _groups("; ".join((demand.spec, demand.description, demand.remarks)))
    required = {paper.code for paper in demand.required_certificates}
    found: dict[str, tuple[str, ...]] = {}
    for group in groups:
        asked = [code for code in group if code in required]
        if len(asked) == 1:  # where the fields name both of them, both are asked
            found[asked[0]] = tuple(code for code in group if code != asked[0])
    return found


def either_of_each(rows: Sequence[Demand]) -> dict[str, np.ndarray]:
    """For each paper required the codes taken in its place, one entry a demand (None: none)."""
    found: dict[str, np.ndarray] = {}
    for row, demand in enumerate(rows):
        for code, others in papers_either(demand).items():
            taken = found.setdefault(code, np.full(len(rows), None, dtype=object))
            taken[row] = others
    return found


@lru_cache(maxsize=16_384)
def _groups(text: str) -> tuple[tuple[str, ...], ...]:
    """The codes of each row of papers joined by "or"; a demand is ranked against many offers."""
    plain = fold(text)
    if " or " not in plain and " hoac " not in plain and " hay " not in plain:
        return ()
    named = list(PAPERS.finditer(plain))
    groups: list[tuple[str, ...]] = []
    for one, other in pairwise(named):
        if _EITHER.fullmatch(plain[one.end() : other.start()]):
            codes = (*_meant(plain, one), *_meant(plain, other))
            groups.append(tuple(dict.fromkeys(code for code in codes if not code.endswith("_"))))
    return tuple(groups)


def _meant(plain: str, name: re.Match[str]) -> tuple[str, ...]:
    """The codes of one paper named; organic farming alone may be that of any country, and counts for none
    but the one that stands beside it."""
    near = plain[max(0, name.start() - 3) : name.end() + 9]
    home = next((code for words, code in _HOME.items() if words in near), None)
    return (home,) if home and name[0] in ("organic", "huu co") else codes_meant([name[0]])
