"""Weights that are told beside each other and their difference: so finely that all three agree."""

from __future__ import annotations

from matchmaker.wording.numbers import kilogram_decimals, number
from matchmaker.wording.reasons.phrases import KILOGRAMS_A_TONNE, choose, percent

FINEST_TONNES, FINEST_KG = 3, 1
ENOUGH = 2  # decimals of tonnes: a difference that is off by the last of them is let pass
TEN_TONNES, WHOLE_TONNES = 10_000, 100_000  # kilograms
CLOSE = 0.02  # of the difference: how far it may be told from what it is
SEEN_FROM = 0.1  # of what there is: so far what is lacking may be told from what it is
SHARE = 0.001  # of the need: so far the share of what is told may be from the one told beside
NOISE = 1e-6
_KILOGRAMS = {"kg": 1, "yến": 10, "tạ": 100, "tấn": KILOGRAMS_A_TONNE}


def weighed(kilograms: float, decimals: int, lang: str) -> str:
    """Kilograms, or tonnes from one tonne on with at most so many decimals."""
    if kilograms < KILOGRAMS_A_TONNE:
        return f"{number(kilograms, lang, max(0, min(kilogram_decimals(kilograms), decimals)))} kg"
    return f"{number(kilograms / KILOGRAMS_A_TONNE, lang, decimals)} {choose(lang, 'tấn', 'tonnes')}"


def decimals(have: float, need: float) -> int:
    """The decimals of tonnes with which ``have``, ``need`` and what is between them agree as printed, and
    the share of one in the other: 5,57 and 3,43 tấn leave 2,14, where 5,6 and 3,4 would leave 2,2.

    Of less than ten tonnes they are two, so that three figures are told: 4,11 tấn of 5 leave 890 kg; of
    whole tonnes none, unless what there is is too little to show in what is lacking.

    >>> decimals(5571.43, 3428.57), decimals(77142.9, 171428.6), decimals(4113, 5000), decimals(166667, 50000)
    (2, 1, 2, 0)
    >>> decimals(400, 6000), decimals(20, 10000), decimals(6000, 10000)
    (1, 2, 0)
    """
    tonnes = [each for each in (have, need) if each >= KILOGRAMS_A_TONNE]
    least = 2 if tonnes and min(tonnes) < TEN_TONNES else 1
    if tonnes and all(each >= WHOLE_TONNES or not each % KILOGRAMS_A_TONNE for each in tonnes):
        least = 0
    return next((each for each in range(least, FINEST_TONNES) if _agree(have, need, each)), FINEST_TONNES)


def stated(value: float | None, unit: str | None, kilograms: float) -> bool:
    """Whether a weight is the one that a record states, and none that was reckoned from it."""
    return abs((value or 0) * _KILOGRAMS.get(unit or "", 0) - kilograms) < KILOGRAMS_A_TONNE * SHARE


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
    exact = decimals >= ENOUGH or _at(between, decimals) == _at(left, decimals)
    if abs(between - left) > CLOSE * left + NOISE or not exact:
        return False
    if have < need and not _seen_in(a, b, decimals):
        return False
    if have >= need or not b or abs(a / b - have / need) < SHARE:
        return True
    return percent(a / b, "vi") == percent(have / need, "vi")


def _seen_in(have: float, need: float, decimals: int) -> bool:
    """Whether what is lacking is told so finely that what there is shows in it: 400 kg of 6 tấn leave 5,6
    and not the whole 6."""
    lacking = need - have
    return abs(_told(lacking, decimals) - lacking) <= SEEN_FROM * have + NOISE


def _told(kilograms: float, decimals: int) -> float:
    if kilograms >= KILOGRAMS_A_TONNE:
        return _at(kilograms, decimals)
    return float(number(kilograms, "en", kilogram_decimals(kilograms)))


def _at(kilograms: float, decimals: int) -> float:
    """Kilograms rounded as tonnes with so many decimals are."""
    return float(number(kilograms / KILOGRAMS_A_TONNE, "en", decimals).replace(",", "")) * KILOGRAMS_A_TONNE
