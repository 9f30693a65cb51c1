"""How goods are to be packed, held against how an offer says that they are."""

from __future__ import annotations

import re

from scoring.criteria.clauses import OR_WORDS, REPACK, SAME, UNSAID, WORD, Clause
from scoring.criteria.meaning import meaning
from scoring.criteria.packs import UNITS, first_pack, near, pack_measures, packed_in, packs_in
from scoring.criteria.spec_words import EMPTY, another, vietnamese
from scoring.units import fold

_HOLDS_ITEMS = re.compile(r"\d ?(?:mon|san pham|thu|loai)\b")
BAGS = frozenset(("túi", "bao"))  # names of one thing where they hold as much
IN_BULK = 1000.0  # grams of a pack that holds goods loose


def packed(asks: str, plain: str, pack: str, told: str, packaging: str) -> Clause:
    """What an offer says to a pack that is asked for: the same, another one, or nothing."""
    if _HOLDS_ITEMS.search(plain):
        return Clause(asks, UNSAID)  # "hộp 4–6 món" tells what it holds
    offered = [each for each in (*packed_in(packaging), *packs_in(told)) if each != "lồng"]
    wanted, given = pack_measures(plain), pack_measures(fold(told))
    if not offered:
        return Clause(_without_content(asks) if wanted and near(wanted, given) else asks, UNSAID)
    own = packaging or first_pack(told)
    differing = another(vietnamese(plain), vietnamese(fold(told)))
    if pack in BAGS and BAGS.intersection(offered) and near(wanted, given):
        pack = next(each for each in offered if each in BAGS)
    if pack == "rời" and any(kind == "mass" and most >= IN_BULK for kind, _, most in given):
        return Clause(asks, SAME)  # loose goods come in some bag
    if pack not in offered or differing:
        return Clause(asks, REPACK, own or differing)
    if wanted and not given:
        return Clause(asks, UNSAID)
    if wanted and not near(wanted, given):
        return Clause(asks, REPACK, own)
    extra = [word for word in WORD.findall(meaning(plain)) if word not in EMPTY and not word[0].isdigit()]
    extra = [word for word in extra if word not in UNITS and word not in OR_WORDS and not packs_in(word)]
    if set(extra) <= set(WORD.findall(meaning(fold(told)))):
        return Clause(asks, SAME)
    return Clause(_without_content(asks), UNSAID)


def _without_content(asks: str) -> str:
    """A pack without what it holds, where the offer says that: "gói hút chân không"."""
    spare = (*UNITS, *OR_WORDS)
    return " ".join(w for w in asks.split() if not w[0].isdigit() and fold(w.strip(",")) not in spare)
