"""One number of a text with the unit or the currency by it ("2 tấn rưỡi", "3 tấn 2 tạ", "45k")."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from matchmaker.intake.amount import Amount
from matchmaker.intake.amount_words import COUNTED, CURRENCY, FREIGHT, IN_NAMES, LEADING_SIGNS, VAGUE
from matchmaker.intake.numbers import HALF, MAGNITUDES, Number, read_number, spoken_place, stands_alone
from matchmaker.intake.phrases import Hit
from matchmaker.intake.text import Token
from matchmaker.intake.units import Units

_WHAT_PEOPLE_DO = frozenset(
    (
        "con",
        "co",
        "trong",
        "lam",
        "xa",
        "ban",
        "thon",
        "nong",
        "dang",
        "trong",
        "thu",
        "muon",
        "can",
        "nho",
        "o",
    )
)
_LEAST_VND = Decimal(1000)


def leading_currency(tokens: tuple[Token, ...], i: int) -> Hit[str] | None:
    """The currency written before a number at token ``i`` ("$3", "VND 40,000")."""
    if i >= len(tokens) or tokens[i].marked not in LEADING_SIGNS:
        return None
    return CURRENCY.at(tokens, i)


def _vague(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the number word at ``i`` is one of a vague lot: "mấy chục", "dăm ba tạ", "hàng chục tấn"."""
    hits = (VAGUE.at(tokens, start) for start in range(max(0, i - 2), i))
    if any(hit and hit.end >= i for hit in hits):
        return True
    many = tokens[i].is_("chục", "trăm", "nghìn", "ngàn", "vạn")
    return many and i > 0 and tokens[i - 1].is_("hàng", "cả")


def single_amount(tokens: tuple[Token, ...], i: int, units: Units, currency: str) -> Amount | None:
    """A single number with its unit or currency."""
    if tokens[i : i + 1] and tokens[i].kind == "word" and _vague(tokens, i):
        return None
    if _of_all_people(tokens, i):
        return None
    number = read_number(tokens, i)
    if number is None or (tokens[i].kind == "word" and i and _glued_letters(tokens, i)):
        return None
    if tokens[i].kind == "number" and _coded(tokens, i):
        return None
    amount = Amount(
        number.value,
        number.value,
        i,
        number.end,
        currency=currency,
        scale=number.scale,
        sure=number.sure,
        others=number.others,
        money_word=_said_as_money(tokens, i, number),
    )
    suffix = CURRENCY.at(tokens, number.end)
    if suffix and tokens[number.end].text == "Đồng":
        suffix = None  # "Đồng Văn"
    if suffix and (suffix.exact or tokens[number.end].glued or suffix.value == "VND"):
        half = HALF.at(tokens, suffix.end) if amount.scale == 1 and number.value < _LEAST_VND else None
        value = number.value + Decimal("0.5") if half else number.value  # "12 đồng rưỡi"
        end = half.end if half else suffix.end
        return replace(amount, low=value, high=value, end=end, currency=suffix.value)
    if number.end < len(tokens) and tokens[number.end].folded == "d" and tokens[number.end].glued:
        return replace(amount, end=number.end + 1, currency="VND")
    return _with_unit(tokens, amount, units)


def _of_all_people(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether "ba con" without its mark are the villagers, with what they do behind, and not three heads."""
    if i + 2 >= len(tokens) or tokens[i].marked != "ba" or not tokens[i].loose:
        return False
    return tokens[i + 1].folded == "con" and tokens[i + 2].folded in _WHAT_PEOPLE_DO


def _with_unit(tokens: tuple[Token, ...], amount: Amount, units: Units) -> Amount:
    """Adds the unit after the number and what may follow it: "2 tấn 3", "tấn rưỡi", "3 tấn 2 tạ"."""
    hit = units.at(tokens, amount.end)
    if hit is None or amount.currency or _opens_range(tokens, amount.end) or FREIGHT.at(tokens, amount.end):
        return amount
    if not amount.sure and (hit.value.dimension != "mass" or tokens[amount.end].marked == "can"):
        return amount
    if not hit.exact and tokens[amount.end].folded in IN_NAMES and tokens[amount.start].kind == "word":
        return amount
    found = replace(amount, unit=hit.value, end=hit.end, sure=amount.sure and hit.exact)
    value = found.low
    if value is None or hit.value.dimension == "load":
        return found
    half = HALF.at(tokens, hit.end)
    if half:
        return replace(found, low=value + Decimal("0.5"), high=value + Decimal("0.5"), end=half.end)
    return _with_tail(tokens, found, value, units)


def _opens_range(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether "to" at token ``i`` is the English word between two numbers, not "tổ" without its mark."""
    return tokens[i].marked == "to" and i + 1 < len(tokens) and tokens[i + 1].kind == "number"


def _with_tail(tokens: tuple[Token, ...], found: Amount, value: Decimal, units: Units) -> Amount:
    """ "2 tấn 3" is 2.3 tonnes; "3 tấn 2 tạ" 3.2; "1 tạ 20 kg" 1.2."""
    unit, i = found.unit, found.end
    said = spoken_place(tokens, i, Decimal(1)) if unit and unit.kg and unit.factor >= 1 else None
    if said:  # "1 tấn hai"
        return replace(found, low=value + said[0], high=value + said[0], end=said[1])
    if unit is None or not unit.kg or i >= len(tokens) or tokens[i].kind != "number" or _coded(tokens, i):
        return found
    text = tokens[i].text
    smaller = units.at(tokens, i + 1)
    if smaller and smaller.value.kg and smaller.value.factor < unit.factor:
        inner = read_number(tokens, i)
        following = units.at(tokens, inner.end) if inner else None
        if inner is None or following is None or inner.end != i + 1:
            return found
        part = inner.value * smaller.value.factor / unit.factor
        more = part < 1 and not (smaller.end < len(tokens) and tokens[smaller.end].text == "/")
        return replace(found, low=value + part, high=value + part, end=smaller.end) if more else found
    if not text.isdigit() or len(text) > 3 or value != value.to_integral_value():
        return found
    alone = stands_alone(tokens, i + 1)
    if unit.factor < 1 or _is_date_part(tokens, i) or not (alone or _before_goods(tokens, i + 1, units)):
        return found
    places = len(text) if unit.factor != Decimal(100) or len(text) == 1 else 2
    part = value + Decimal(text) / 10**places
    return replace(found, low=part, high=part, end=i + 1, others=() if alone else (value,))


def _before_goods(tokens: tuple[Token, ...], i: int, units: Units) -> bool:
    """Whether a product may begin at token ``i`` ("2 tấn 3 na dai"): a word that a number does not count."""
    if i >= len(tokens) or tokens[i].kind != "word" or tokens[i].glued:
        return False
    return units.at(tokens, i) is None and MAGNITUDES.at(tokens, i) is None and not COUNTED.at(tokens, i)


def half_unit(tokens: tuple[Token, ...], i: int, units: Units) -> Amount | None:
    """ "tấn rưỡi": one and a half, with no number said."""
    hit = units.at(tokens, i)
    if hit is None or hit.value.dimension not in ("mass", "volume") or VAGUE.before(tokens, i, 2):
        return None
    half = HALF.at(tokens, hit.end)
    if half is None or (i and tokens[i - 1].kind == "number"):
        return None
    value = Decimal("1.5")
    return Amount(value, value, i, half.end, hit.value, sure=hit.exact)


def _said_as_money(tokens: tuple[Token, ...], i: int, number: Number) -> bool:
    """Whether a magnitude that is used of money ("k", "tr", "triệu") was said with the number."""
    return any(t.marked in ("k", "tr", "củ") or t.folded == "trieu" for t in tokens[i : number.end])


def _coded(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the digits belong to a name: "ST25", "NH01-48", "VH6"."""
    if not tokens[i].glued or not i:
        return False
    before = tokens[i - 1]
    if before.marked in LEADING_SIGNS:
        return False  # "VND45k"
    return before.kind == "word" and (i < 2 or tokens[i - 2].kind != "number" or not before.glued)


def _glued_letters(tokens: tuple[Token, ...], i: int) -> bool:
    return tokens[i].glued and tokens[i - 1].kind == "word"


def _is_date_part(tokens: tuple[Token, ...], i: int) -> bool:
    return i + 2 < len(tokens) and tokens[i + 1].text == "/" and tokens[i + 2].kind == "number"
