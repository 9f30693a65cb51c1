"""Raw goods that an offer says are boiled, steamed or blanched: a state of theirs, and no packing."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.criteria.choices import NAMED
from scoring.criteria.verdict import Facts
from scoring.pairs import Pairs
from scoring.product import Form

_HOW = r"luộc|hấp|chần|trụng|luoc|boiled|blanched|steamed|cooked"
_STATE = re.compile(
    rf"(?:(?:đã|được|sơ chế|hàng|da|duoc|so che|hang|pre)[ -])*(?:{_HOW}|hap(?= (?:chin|so|san)))"
    r"(?: (?:sẵn|sơ|chín|qua|kỹ|rồi|nước sôi|nước muối|bóc vỏ|cả vỏ|nguyên con|san|so|chin|ky|roi|nuoc soi|"
    r"nuoc muoi|boc vo|ca vo|nguyen con|in brine|whole))*",
    re.IGNORECASE,
)
_ANY = re.compile(
    rf"(?<!\w)(?:{_HOW}|hap|chín|chin|nấu|nau|chế biến sẵn|che bien san|processed)(?!\w)", re.IGNORECASE
)
_PARTS = re.compile(r"[,;]\s*")
_RAW = ("fresh", "live", "frozen", "chilled")  # forms of goods that are not cooked by what they are


@lru_cache(maxsize=16_384)
def cooked_in(text: str) -> str:
    """The clause of a text that says that goods are boiled, steamed or blanched; "" for none.

    >>> cooked_in("sơ chế luộc, thùng 20 kg"), cooked_in("luộc ăn rất ngon"), cooked_in("thùng 20 kg")
    ('sơ chế luộc', '', '')
    """
    return next((part.strip() for part in _PARTS.split(text) if _STATE.fullmatch(part.strip())), "")


@lru_cache(maxsize=16_384)
def packed_only(packaging: str) -> str:
    """Words on packing without those that say how the goods are cooked."""
    state = cooked_in(packaging)
    if not state:
        return packaging
    return ", ".join(part for part in _PARTS.split(packaging) if part.strip() != state)


def cooked_facts(pairs: Pairs, i: int) -> Facts:
    """``cooked``: the words by which an offer of raw goods says that they are cooked, of which the buyer says
    nothing."""
    offer = pairs.offer(i)
    state = cooked_in(offer.packaging) or cooked_in(offer.description) or cooked_in(offer.grade)
    if not state or int(pairs.relation[i]) not in NAMED:
        return {}
    kind = int(pairs.offers.kind[pairs.o[i]])
    form = int(pairs.offers.texts.form[pairs.offers.text[pairs.o[i]]])
    if kind < 0 or form == Form.PROCESSED or pairs.context.lexicon.kinds[kind].form not in _RAW:
        return {}
    demand = pairs.demand(i)
    asks = "; ".join((demand.product, demand.spec, demand.description, demand.remarks))
    return {} if _ANY.search(asks) else {"cooked": state}
