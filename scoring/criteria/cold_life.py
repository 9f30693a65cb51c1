"""How long the goods of a pair keep in the cold: by the seller's own words, else by the product table's row
of them in the form that they are offered in."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from scoring.columns.arrays import Floats, Ints
from scoring.columns.offers import in_another_form
from scoring.columns.shelf import shelf_of
from scoring.pairs import Pairs
from scoring.product import Form, Kind
from scoring.records import Offer
from scoring.units import fold

_DAYS = {"ngay": 1, "day": 1, "tuan": 7, "week": 7, "thang": 30, "month": 30, "nam": 365, "year": 365}
_COLD = r"(?:ngan mat|tu (?:lanh|mat)|kho (?:lanh|mat)|mat|lanh|chilled|refrigerated|(?:the )?fridge|cold)"
_N = r"(\d{1,3})(?: ?(?:-|–|den|toi|to) ?\d{1,3})?"
_TIME = rf"{_N} ?(ngay|tuan|thang|nam(?! tuoi)|days?|weeks?|months?|years?)\b"
_KEPT = re.compile(
    rf"\b(?<!dong ){_COLD}\b(?: ?\(?-?\d+ ?(?:-|–|den) ?-?\d+ ?(?:do(?: c)?|°? ?c)\)?)?"
    rf"(?: (?:thi|co the|giu|de|duoc|toi da|den|toi|khoang|up to|for|about|keeps?|lasts?))*[ :]*{_TIME}"
)
_KEPT_BEHIND = re.compile(
    rf"\b(?:de|giu|bao quan|tuoi|keeps?|lasts?)(?: (?:duoc|toi|den|khoang|for|up to|about))* ?{_TIME}"
    rf"(?: (?:neu|khi|trong|o|bao quan|de|giu|if|when|in|kept|the|under))* {_COLD}\b"
)
_WITHOUT = re.compile(
    r"\b(?:chua|khong|ko)(?: (?:co|du|san|thue duoc))? (?:xe (?:tai )?(?:lanh|mat|dong lanh|bao on)|"
    r"kho (?:lanh|mat)|tu (?:lanh|mat|dong)|thung lanh)\b|"
    r"\bno (?:refrigerated|chilled|cold|reefer|cool) ?(?:truck|van|store|storage|room|transport|chain)?"
)
_CLAUSES = re.compile(r"[;,\n]|\.(?:\s|$)")
_TOO_FAR = 4  # times: the table speaks of other goods where those offered keep so much less unchilled


@lru_cache(maxsize=16_384)
def cold_days(text: str) -> float | None:
    """Days that goods keep in the cold by a seller's words; None where they do not say.

    >>> cold_days("không chất bảo quản, để ngăn mát được 30 ngày"), cold_days("kho lạnh 200 tấn")
    (30.0, None)
    """
    plain = fold(text)
    found = _KEPT.search(plain) or _KEPT_BEHIND.search(plain)
    return float(found[1]) * _DAYS[found[2].rstrip("s")] if found else None


def cold_days_said(offer: Offer) -> float | None:
    """Days that the goods of an offer keep in the cold by any of its texts."""
    return cold_days(
        "; ".join(filter(None, (offer.description, offer.packaging, offer.grade, offer.remarks)))
    )


def without_cold(offer: Offer) -> str:
    """The words by which a seller has no truck or store to keep goods cold; "" where he says no such."""
    return _without_cold("; ".join(filter(None, (offer.description, offer.packaging, offer.remarks))))


@lru_cache(maxsize=16_384)
def _without_cold(told: str) -> str:
    return next((part.strip() for part in _CLAUSES.split(told) if _WITHOUT.search(fold(part))), "")


def kinds_meant(pairs: Pairs) -> Ints:
    """The kind that each offer's name means in its pair: of several readings, or goods listed, the one wanted
    ("dau tay" is strawberries to who wants them, and no "đậu tây")."""
    kinds, wanted = pairs.offers.kind[pairs.o].copy(), pairs.demands.kind[pairs.d]
    open_ = np.flatnonzero((wanted >= 0) & (wanted != kinds))
    texts = pairs.offers.texts
    read = texts.signs.kinds[texts.sign[pairs.offers.text[pairs.o[open_]]]]
    found = open_[(read == wanted[open_, None]).any(axis=1)]
    kinds[found] = wanted[found]
    return kinds


def lives_in_cold(pairs: Pairs, storages: list[str]) -> Floats:
    """Days that the goods of each pair keep in a cold storage; NaN where nobody says so of their form."""
    lexicon = pairs.context.lexicon
    forms = pairs.offers.texts.form[pairs.offers.text[pairs.o]]
    lives = np.full(len(pairs), np.nan)
    for i, (number, storage) in enumerate(zip(_in_line(pairs).tolist(), storages, strict=True)):
        said = cold_days_said(pairs.offer(i)) if storage == "chilled" else None
        if said is not None:
            lives[i] = said
        elif number >= 0 and _speaks_of(lexicon.kinds[number], Form(forms[i]), pairs.offer(i)):
            lives[i] = shelf_of(lexicon.kinds[number], storage)
    return lives


def _in_line(pairs: Pairs) -> Ints:
    """The kinds meant, also where what is wanted is a variety of a reading or more general than it."""
    kinds, lexicon = kinds_meant(pairs), pairs.context.lexicon
    wanted, texts = pairs.demands.kind[pairs.d], pairs.offers.texts
    for i in np.flatnonzero((wanted >= 0) & (wanted != kinds) & (kinds >= 0)).tolist():
        line = {int(wanted[i]), *lexicon.ancestors(int(wanted[i]))}
        read = [int(k) for k in texts.signs.kinds[texts.sign[pairs.offers.text[pairs.o[i]]]] if k >= 0]
        of_line = [k for k in read if line & {k, *lexicon.ancestors(k)}]
        if of_line and int(kinds[i]) not in of_line:
            kinds[i] = of_line[0]
    return kinds


def _speaks_of(kind: Kind, form: Form, offer: Offer) -> bool:
    """Whether the table's row is of goods such as those offered: in their form, and no far longer life."""
    if in_another_form(kind, form):
        return False
    own, table = offer.shelf_life_days, kind.shelf_ambient_days
    unchilled = offer.storage in ("", "ambient")
    return not (unchilled and own is not None and table is not None and own * _TOO_FAR < table)
