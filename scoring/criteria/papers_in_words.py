"""Papers that a buyer's free words ask for where no field does: "có hóa đơn, kiểm dịch"."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.criteria.verdict import Facts
from scoring.criteria.wishes import ALLOWED, wished_in
from scoring.papers_said import PAPERS, affirmed, codes_meant, of_offer, tested
from scoring.records import Demand, Offer
from scoring.units import fold

_PARTS = re.compile(r"[,;\n]|\.(?:\s|$)")
_NOT = re.compile(r"\b(?:khong|ko|chua|khoi|no|not|without)\b")
LONGEST = 60  # letters of a clause that are quoted


def papers_in_words(demand: Demand, offer: Offer) -> list[Facts]:
    """For each such clause its ``words`` and the papers ``held`` that it may mean; none of what is merely
    welcome, or named among the papers that are required or preferred."""
    if demand.required_certificates or demand.min_ocop_stars:
        return []
    preferred = {paper.code for paper in demand.preferred_certificates}
    found: list[Facts] = []
    for words, codes in _named("; ".join((demand.spec, demand.description, demand.remarks))):
        if any(code.startswith(codes) for code in preferred):
            continue
        held = [paper.code for paper in offer.certificates if paper.code.startswith(codes)]
        if not held and "KN" in codes and tested(f"{offer.description}; {offer.remarks}"):
            held = ["KN"]
        row: Facts = {"words": words, "held": list(dict.fromkeys(held))}
        if not held and (said := affirmed(of_offer(offer), codes)):
            row["said"] = said
        found.append(row)
    return found


@lru_cache(maxsize=16_384)
def _named(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The clauses that ask for papers, with the codes (or their beginnings) that each may mean; a demand is
    told of with many offers."""
    found = []
    for part in _PARTS.split(text):
        plain, words = fold(part), part.strip()
        named = PAPERS.findall(plain)
        if not named or len(words) > LONGEST or ALLOWED.search(plain) or _NOT.search(plain):
            continue
        if not wished_in(words):
            found.append((words, codes_meant(named)))
    return tuple(found)
