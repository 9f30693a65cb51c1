"""Amounts in a text: a number, or the range that two make, opened by words such as "trên" and "trở lên"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from matchmaker.intake.amount import Amount
from matchmaker.intake.amount_words import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    HOMONYMS,
    OPEN_AFTER,
    OPEN_BELOW,
    RANGE,
)
from matchmaker.intake.numbers import stands_alone
from matchmaker.intake.phrases import Hit
from matchmaker.intake.single_amounts import half_unit, leading_currency, single_amount
from matchmaker.intake.text import Token
from matchmaker.intake.units import Units

_STEPS = (1, 2)  # "hai ba tấn", "năm bảy tạ"


def read_amount(tokens: tuple[Token, ...], i: int, units: Units) -> Amount | None:
    """The amount whose number begins at token ``i`` (a currency sign may stand before it)."""
    money = leading_currency(tokens, i)
    at = money.end if money else i
    if at == i and tokens[i].is_("rưỡi"):
        return None
    first = single_amount(tokens, at, units, money.value if money and at > i else "")
    if first is None:
        first = half_unit(tokens, i, units)
        if first is None:
            return None
    first = replace(first, start=i)
    joined = _joined(tokens, first, units)
    return _bounded(tokens, joined or first)


def _joined(tokens: tuple[Token, ...], first: Amount, units: Units) -> Amount | None:
    """The range that ``first`` opens, if "-" or "đến" and a larger amount follow."""
    hit = RANGE.at(tokens, first.end)
    low = first.low
    if hit is None:
        return _counted_up(tokens, first, units)
    if low is None or (tokens[first.end].is_("and") and not _after(tokens, first.start, "between")):
        return None
    prefix = leading_currency(tokens, hit.end)
    at = prefix.end if prefix else hit.end
    second = single_amount(tokens, at, units, prefix.value if prefix and at > hit.end else "")
    if second is None or second.low is None:
        return None
    if first.unit and second.unit and not (first.unit == second.unit or (first.unit.kg and second.unit.kg)):
        return None
    if first.unit and not second.unit:
        return None
    currency = second.currency or first.currency
    if first.unit and second.unit and first.unit != second.unit:
        kg = second.low * second.unit.factor / first.unit.factor
        return replace(first, high=kg, end=second.end) if kg > low else None
    if first.scale == 1 and second.scale > 1:
        scaled = (low * second.scale, low * 1000, low)
        fitting = [v for v in scaled if min(second.scale, Decimal(1000)) <= v <= second.low]
        if not fitting:
            return None
        low = fitting[0]
    elif second.unit is None and low < 1000 <= second.low and low * 1000 <= second.low:
        low *= 1000  # "70-80.000đ"
    elif second.scale == 1 and first.scale > 1 and second.low < low:
        return None
    if low > second.low:
        return None
    return replace(
        first, low=low, high=second.low, end=second.end, unit=second.unit, currency=currency,
        scale=max(first.scale, second.scale), sure=first.sure and second.sure, others=(),
        money_word=first.money_word or second.money_word,
    )  # fmt: skip


def _counted_up(tokens: tuple[Token, ...], first: Amount, units: Units) -> Amount | None:
    """ "hai ba tấn": two number words in a row say "two or three"."""
    if first.unit or first.low is None or tokens[first.start].kind != "word" or first.end >= len(tokens):
        return None
    if tokens[first.end].kind != "word":
        return None
    second = single_amount(tokens, first.end, units, "")
    if second is None or second.unit is None or second.low is None or second.low - first.low not in _STEPS:
        return None
    return replace(first, high=second.low, unit=second.unit, end=second.end, about=True)


def _bounded(tokens: tuple[Token, ...], amount: Amount) -> Amount:
    """Opens the amount upwards or downwards by the words before or after it."""
    start = amount.start
    about = _surely(tokens, ABOUT.before(tokens, start))
    if about and tokens[about[0]].text != "-":
        amount, start = replace(amount, about=True), about[0]
    after = OPEN_AFTER.at(tokens, amount.end)
    added = after is not None and tokens[amount.end].text == "+" and not stands_alone(tokens, amount.end + 1)
    if after and not added and (after.exact or after.end - amount.end > 1):
        return replace(amount, high=None, start=start, end=after.end)
    below = OPEN_BELOW.at(tokens, amount.end)
    if below:
        return replace(amount, low=None, start=start, end=below.end)
    least = AT_LEAST.before(tokens, start)
    most = _surely(tokens, AT_MOST.before(tokens, start))
    if most and (least is None or most[0] <= least[0]):
        return replace(amount, low=None, start=most[0])
    if least and amount.low == amount.high:
        return replace(amount, high=None, start=least[0])
    return replace(amount, start=least[0] if least else start)


def _surely(tokens: tuple[Token, ...], found: tuple[int, Hit[None]] | None) -> tuple[int, Hit[None]] | None:
    """What was found, unless it is a word without accents that is more often another."""
    if found is None or found[1].exact or found[1].end - found[0] > 1:
        return found
    if tokens[found[0]].folded not in HOMONYMS:
        return found
    return None


def _after(tokens: tuple[Token, ...], i: int, word: str) -> bool:
    return i > 0 and tokens[i - 1].folded == word
