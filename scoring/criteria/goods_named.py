"""Goods that a buyer names beside a whole family of them, and the part of the country he names them by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from scoring.columns.arrays import Bools
from scoring.criteria.choices import NAMED
from scoring.criteria.regions_met import APART, MET, OPEN, stands
from scoring.criteria.verdict import Facts
from scoring.exclusions import asked_text
from scoring.pairs import Pairs
from scoring.product import ProductMatcher, ProductText, Relation
from scoring.product.roles import Role
from scoring.records import Demand
from scoring.regions import region_named
from scoring.units import fold

_PIECES = re.compile(r"[,;:.+/\n()](?!\d)|\s(?:và|va|hoặc|hoac|hay|and|or)\s", re.IGNORECASE)
_BEFORE = re.compile(
    r"^(?:cần|mua|gồm|như|nhất là|chủ yếu|ưu tiên|trước hết|thêm|các loại|loại|"
    r"can|gom|nhu|nhat la|chu yeu|uu tien)\s+",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\s*\d.*$")
_SURE = 0.87  # as certain as a name alone is read
MOST_WORDS = 5
_SERVING = (Relation.SAME, Relation.VARIETY, Relation.GENERIC)


class Good(NamedTuple):
    """Goods named in a text: their words, their kind, and whether an amount stands beside them."""

    words: str
    kind: int
    amount: bool


def asked_by_name(pairs: Pairs, d: int) -> tuple[Good, ...]:
    """The goods that a demand for a whole family names in its other words."""
    kind = int(pairs.demands.kind[d])
    if kind < 0 or pairs.context.lexicon.kinds[kind].rank != "family":
        return ()
    return goods_in(pairs.context.matcher, _told(pairs.demands.records[d]))


def _told(demand: Demand) -> str:
    told = (demand.description, demand.spec, demand.remarks)
    return "; ".join(filter(None, (asked_text(demand, text) for text in told)))


@lru_cache(maxsize=8_192)
def goods_in(matcher: ProductMatcher, text: str) -> tuple[Good, ...]:
    """The goods that a text names, piece by piece, each by its whole name."""
    found: dict[int, Good] = {}
    for piece in _PIECES.split(text):
        words = _AMOUNT.sub("", _BEFORE.sub("", piece.strip()))
        if not 0 < len(words.split()) <= MOST_WORDS:
            continue
        read = matcher.reading(ProductText(words, accents=None if text.isascii() else True))
        named = read.kinds and read.certainty >= _SURE and read.role is Role.GOODS and read.phrases
        if named and fold(read.phrases[0]) == fold(words):
            kind = matcher.lexicon.kinds[read.kinds[0]]
            if kind.rank != "family" and (len(words.split()) > 1 or not words.isascii()):
                found.setdefault(read.kinds[0], Good(words, read.kinds[0], words != piece.strip()))
    return tuple(found.values())


def others_named(pairs: Pairs) -> Bools:
    """Where the demand names other goods of the family than the one that is offered."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    right = np.flatnonzero(np.isin(pairs.relation, NAMED))
    naming = pairs.demands.worked_out("names_goods", pairs.d[right], lambda d: bool(asked_by_name(pairs, d)))
    right = right[naming > 0]
    for d in np.unique(pairs.d[right]).tolist():
        rows = right[pairs.d[right] == d]
        served = [_serves(pairs, each.kind, rows) for each in asked_by_name(pairs, d)]
        mask[rows] = ~np.any(served, axis=0)
    return mask


def _serves(pairs: Pairs, kind: int, rows: np.ndarray) -> Bools:
    """Whether what the pairs ``rows`` offer, alone or in a list, is goods of a kind."""
    texts = pairs.offers.texts
    kinds = texts.signs.kinds[texts.sign[pairs.offers.text[pairs.o[rows]]]]
    wanted = np.full(len(rows), kind, dtype=np.int32)
    serves = [
        (kinds[:, n] >= 0) & np.isin(pairs.context.matcher.relations(wanted, kinds[:, n]), _SERVING)
        for n in range(kinds.shape[1])
    ]
    return np.asarray(np.any(serves, axis=0))


def elsewhere(pairs: Pairs) -> Bools:
    """Where goods are wanted by a part of the country that the producer does not live in."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    right = np.flatnonzero(np.isin(pairs.relation, NAMED))
    by_region = pairs.demands.worked_out("by_region", pairs.d[right], lambda d: bool(_region(pairs, d)))
    right = right[by_region > 0]
    for d in np.unique(pairs.d[right]).tolist():
        region, rows = _region(pairs, d), right[pairs.d[right] == d]
        mask[rows] = [stands(pairs.offer(i), region) == APART for i in rows.tolist()]
    return mask


def _region(pairs: Pairs, d: int) -> str:
    """The part of the country that a demand names its goods by, where their kind is not named by it."""
    region = region_named(pairs.demands.records[d].product)
    kind = int(pairs.demands.kind[d]) if region else -1
    if kind < 0 or fold(region) in fold(pairs.context.lexicon.kinds[kind].name_vi):
        return ""
    return region


def named_facts(pairs: Pairs, i: int, unsaid: Sequence[str] = ()) -> Facts:
    """``named_good`` that the offer is, or ``others_named``, the goods that the buyer names instead, those
    with an amount in ``amounts_of``; and
    ``region_asked`` with the ``province`` of goods from elsewhere, ``region_met`` with one that lies there;
    where neither is known the region joins what is ``unsaid``."""
    d = int(pairs.d[i])
    named, region = asked_by_name(pairs, d), _region(pairs, d)
    if not (named or region) or int(pairs.relation[i]) not in NAMED:
        return {}
    facts: Facts = {}
    serving = [each.words for each in named if _serves(pairs, each.kind, np.array([i]))[0]]
    if serving:
        facts["named_good"] = serving[0]
    elif named:
        facts["others_named"] = [each.words for each in named]
        if amounts := [each.words for each in named if each.amount]:
            facts["amounts_of"] = amounts
    if not region:
        return facts
    found, offer = stands(pairs.offer(i), region), pairs.offer(i)
    if found == APART:
        facts |= {"region_asked": region, "province": offer.place.province}
    elif found == MET:
        facts |= {"region_met": region, "province": offer.place.province}
    elif found == OPEN and not any(region in words for words in unsaid):
        facts["unsaid"] = [*unsaid, region]
    return facts
