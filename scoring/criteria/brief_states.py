"""Fresh or dried, told in short clauses of a specification or description: "sấy khô nguyên bông"."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from scoring.columns.arrays import Bools
from scoring.criteria.choices import NAMED
from scoring.criteria.once import once
from scoring.exclusions import asked_text
from scoring.pairs import Pairs
from scoring.product import Form, Lexicon, Relation
from scoring.product.relation import traded_form
from scoring.records import Demand, Offer
from scoring.units import fold

_RIGHT = (*NAMED, Relation.SIBLING)
_GROWN = frozenset(
    ("fruit", "citrus", "melon", "vegetable", "root", "mushroom", "herb", "flower", "herbal tea", "medicinal",
     "spice", "seafood", "seaweed", "dried fruit")
)  # fmt: skip
_STATES = (Form.FRESH, Form.DRIED)
_CLAUSES = re.compile(r"[,;.()\n]|\s[-–—]\s")
MOST_WORDS = 6
# What is done later or with something else, and what the goods are kept with: no state of theirs.
_OTHERWISE = re.compile(
    r"\b(?:để|làm|cho|dùng|nguyên liệu|từ|bằng|như|giữ|màu|vị|mùi|lò|máy|xưởng|nhà máy|kho|đá|nơi|chỗ|tháng|"
    r"tuổi|không|chưa|hoặc|hay|và|còn|vỏ|cuống|ráo|phủ|rửa|bao|thùng|túi|xe|"
    r"de|lam|dung|nguyen lieu|tu|bang|nhu|giu|mau|lo|may|xuong|da|noi|cho|thang|khong|chua|hoac|hay|va|con|"
    r"for|from|not|or|and|like|ice|storage|place)\b|/",
    re.IGNORECASE,
)
_FRESH = re.compile(r"\btươi\b(?! (?:sáng|mát|lâu|đẹp|tắn))|\bfresh\b(?!ly)", re.IGNORECASE)
_FRESH_BARE = re.compile(
    r"^(?:(?:hang|qua|trai|cu|la|rau|nam|ca|tom|muc|hoa|bong|bup|hai|con) )?tuoi\b|\bfresh\b(?!ly)"
)
_DRIED = re.compile(r"\b(?:sấy|phơi)\b|\bkhô\b(?! (?:thoáng|vỏ))|\bdried\b", re.IGNORECASE)
_DRIED_BARE = re.compile(
    r"\b(?:say|phoi) (?:kho|deo|gion|lanh|thang hoa|nang)\b|\bdried\b|^(?:\w+ )?(?:say|kho)$"
)


@once
def apart_in_brief(pairs: Pairs) -> Bools:
    """Fresh goods for dried ones, or dried for fresh, where a short clause of each side tells which."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    grown = _grown(pairs.context.lexicon)
    demands, offers = pairs.demands, pairs.offers
    right = np.isin(pairs.relation, _RIGHT) & ~demands.takes_raw[pairs.d]
    rows = np.flatnonzero(right & grown[demands.kind[pairs.d]] & grown[offers.kind[pairs.o]])
    asks = demands.worked_out("brief_state", pairs.d[rows], lambda d: wanted_state(demands.records[d]))
    rows, asks = rows[asks != Form.NONE], asks[asks != Form.NONE]
    says = offers.worked_out("brief_state", pairs.o[rows], lambda o: offered_state(offers.records[o]))
    mask[rows] = (says != Form.NONE) & (says != asks)
    return mask


def wanted_state(demand: Demand) -> Form:
    """Fresh or dried by the clauses of a demand; NONE where they tell neither, or both."""
    told = (asked_text(demand, text) for text in (demand.spec, demand.description))
    return _one_of((demand.product, *told))


def offered_state(offer: Offer) -> Form:
    """The same of an offer."""
    return _one_of((offer.product, offer.description, offer.grade, offer.remarks))


def _one_of(texts: tuple[str, ...]) -> Form:
    found = {state for text in texts for state in _told(text)}
    return found.pop() if len(found) == 1 else Form.NONE


@lru_cache(maxsize=65_536)
def _told(text: str) -> frozenset[Form]:
    """What the short clauses of a text tell; both where a longer one speaks of it as well.

    >>> sorted(form.name for form in _told("hoa nguyên bông sấy, túi 100 g")), _told("nguyên liệu sấy dẻo")
    (['DRIED'], frozenset())
    """
    found: set[Form] = set()
    bare = text.isascii()
    fresh, dried = (_FRESH_BARE, _DRIED_BARE) if bare else (_FRESH, _DRIED)
    for part in _CLAUSES.split(fold(text) if bare else text):
        clause = " ".join(part.split())
        forms = {form for form, said in ((Form.FRESH, fresh), (Form.DRIED, dried)) if said.search(clause)}
        if not forms or _OTHERWISE.search(clause):
            continue
        if len(clause.split()) <= MOST_WORDS:
            found |= forms
    return frozenset(found)


@lru_cache(maxsize=8)
def _grown(lexicon: Lexicon) -> Bools:
    """The kinds that are sold fresh or dried; last, for a kind that is not known, False."""
    flags = [
        kind.rank != "family"
        and kind.category in _GROWN
        and (kind.form in ("", "plant") or traded_form(kind) in _STATES)
        for kind in lexicon.kinds
    ]
    return np.array([*flags, False], dtype=np.bool_)
