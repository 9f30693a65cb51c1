"""Weights that are told beside each other and their difference: so finely that all three agree."""

from __future__ import annotations

from matchmaker.wording.numbers import number
from matchmaker.wording.reasons.phrases import KILOGRAMS_A_TONNE, choose, percent

FINEST_TONNES, FINEST_KG = 3, 1
TEN_TONNES = 10_000  # kilograms
CLOSE = 0.02  # of the difference: how far it may be told from what it is
SHARE = 0.001  # of the need: so far the share of what is told may be from the one told beside
NOISE = 1e-6


def weighed(kilograms: float, decimals: int, lang: str) -> str:
    """Kilograms, or tonnes from one tonne on with at most so many decimals."""
    if kilograms < KILOGRAMS_A_TONNE:
        return f"{number(kilograms, lang, max(0, min(FINEST_KG, decimals)))} kg"
    return f"{number(kilograms / KILOGRAMS_A_TONNE, lang, decimals)} {choose(lang, 'tấn', 'tonnes')}"


def decimals(have: float, need: float) -> int:
    """The decimals of tonnes with which ``have``, ``need`` and what is between them agree as printed, and
    the share of one in the other: 5,57 and 3,43 tấn leave 2,14, where 5,6 and 3,4 would leave 2,2.

    Of less than ten tonnes they are two, so that three figures are told: 4,11 tấn of 5 leave 890 kg.

    >>> decimals(5571.43, 3428.57), decimals(77142.9, 171428.6), decimals(4113, 5000)
    (2, 1, 2)
    """
    tonnes = [each for each in (have, need) if each >= KILOGRAMS_A_TONNE]
    least = 2 if tonnes and min(tonnes) < TEN_TONNES else 1
    return next((each for each in range(least, FINEST_TONNES) if _agree(have, need, each)), FINEST_TONNES)


def own_decimals(kilograms: float) -> int:
    """The decimals of tonnes in which a weight is told as its record says it."""
    if kilograms < KILOGRAMS_A_TONNE:
        return 0
    tonnes = round(kilograms / KILOGRAMS_A_TONNE, FINEST_TONNES)
    return next(n for n in range(FINEST_TONNES + 1) if n == FINEST_TONNES or round(tonnes, n) == tonnes)


def difference(have: float, need: float, places: int) -> float:
    """Kilograms between two weights as they are told with so many decimals."""
    return abs(round(_told(have, places) - _told(need, places), FINEST_KG))


def _agree(have: float, need: float, decimals: int) -> bool:
    a, b, left = _told(have, decimals), _told(need, decimals), abs(have - need)
    between = abs(a - b)
    if abs(between - left) > CLOSE * left + NOISE or _at(between, decimals) != _at(left, decimals):
        return False
    if have >= need or not b or abs(a / b - have / need) < SHARE:
        return True
    return percent(a / b, "vi") == percent(have / need, "vi")


def _told(kilograms: float, decimals: int) -> float:
    return round(kilograms, FINEST_KG) if kilograms < KILOGRAMS_A_TONNE else _at(kilograms, decimals)


def _at(kilograms: float, decimals: int) -> float:
    """Kilograms rounded as tonnes with so many decimals are."""
    return float(number(kilograms / KILOGRAMS_A_TONNE, "en", decimals).replace(",", "")) * KILOGRAMS_A_TONNE
