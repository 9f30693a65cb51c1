"""An amount for a period that a buyer writes of deliveries, "200 chiếc/tháng", against what the offer has."""

from __future__ import annotations

import re
from functools import lru_cache
from math import isnan

from scoring.columns.amounts import A_MONTH_HAS
from scoring.columns.items import amounts_said, parts_of
from scoring.criteria.naming import ALL, listing
from scoring.criteria.verdict import Facts, number
from scoring.pairs import Pairs
from scoring.records import Offer
from scoring.units import fold, tidy

_PERIOD = r"(ngày|tuần|tháng|quý|ngay|tuan|thang|quy|day|week|month|quarter)"
_EACH = r"(?:mỗi|moi|một|mot|hằng|hàng|hang|every|each|per|a)"
_FIGURE = r"(\d+(?:[.,]\d+)*)"
_GIVES = r"(?:(?:giao|lấy|lay|nhận|nhan|cần|can|deliver|take) )?(?:(?:khoảng|khoang|chừng|chung|about) )?"
_UNIT = r"([^\W\d_]+(?: [^\W\d_]+)?)"
_SAID = (
    (re.compile(rf"{_GIVES}{_FIGURE} ?{_UNIT} ?(?:/|{_EACH} ) ?{_PERIOD}"), (1, 2, 3)),
    (re.compile(rf"{_GIVES}{_EACH} {_PERIOD}:? {_GIVES}{_FIGURE} ?{_UNIT}"), (2, 3, 1)),
)
_PERIODS = {"ngay": "day", "tuan": "week", "thang": "month", "quy": "quarter"}


@lru_cache(maxsize=16_384)
def amount_for_period(text: str) -> tuple[float, str, str] | None:
    """The amount, unit and period that a text on deliveries is; None of any other text.

    >>> amount_for_period("200 chiếc/tháng"), amount_for_period("moi tuan 1.500 kg")
    ((200.0, 'chiếc', 'month'), (1500.0, 'kg', 'week'))
    """
    for pattern, (figure, unit, period) in _SAID:
        if found := pattern.fullmatch(tidy(text)):
            digits = re.sub(r"[.](?=\d{3}(?!\d))", "", found[figure]).replace(",", ".")
            named = fold(found[period])
            return float(digits), found[unit], _PERIODS.get(named, named)
    return None


def amount_facts(pairs: Pairs, i: int, rhythm: str) -> Facts:
    """What the offer has for the period for which the buyer's words on deliveries name an amount, and whether
    that is enough; nothing where they name none, in another unit, or the offer says no amount of a period."""
    offer, row = pairs.offer(i), int(pairs.o[i])
    asked = amount_for_period(rhythm)
    if asked is None or offer.quantity is None or not isnan(pairs.offers.whole[row]):
        return {}
    value, unit, per = asked
    wanted, base = pairs.context.bases.amount(value, unit, offer.unit_kg)
    if base < 0 or base != int(pairs.offers.base[row]) or offer.per not in A_MONTH_HAS:
        return {}
    fits = bool(pairs.offers.rate[row] >= wanted * A_MONTH_HAS[per])
    if fits and (pairs.offers.several[row] or listing(pairs.context.lexicon, offer.product) == ALL):
        return {}  # of several goods no amount is said of each
    own = {"supply": number(offer.quantity), "unit": offer.unit, "per": offer.per}
    return {"rhythm_fits": fits, "rhythm_amount": own}


def rate_beside_whole(offer: Offer) -> str:
    """The words of what comes a day, a week or a month, where a producer tells it beside the whole of his
    goods: "khoảng 500 tấn, mỗi ngày 5–7 tấn"; "" where he tells no such thing, or of several goods."""
    parts = amounts_said(offer)
    if len(parts) != 2 or parts_of(offer):
        return ""
    rates = [str(part["words"]) for part in parts if part["per"] in A_MONTH_HAS]
    return rates[0] if len(rates) == 1 else ""
