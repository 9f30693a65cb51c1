"""Amounts in a text: a number or a range with the unit or the currency that stands by it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from matchmaker.intake.numbers import HALF, MAGNITUDES, Number, read_number, spoken_place, stands_alone
from matchmaker.intake.phrases import Hit, Phrases, meaning
from matchmaker.intake.text import Token
from matchmaker.intake.units import KG, Unit, Units

Bound = Literal["exact", "min", "max"]

_CURRENCY = Phrases(
    [
        *meaning(
            "VND",
            "đồng | đ | vnd | vnđ | dong | đvn | ₫ | vn đồng",
        ),
        *(
            (w, "USD")
            for w in ("usd", "$", "us $", "đô", "đô la", "dollar", "dollars", "u s d", "us dollars")
        ),
        *meaning(
            "CNY",
            "cny | rmb | ¥ | nhân dân tệ | ndt | tệ",
        ),
        *meaning(
            "EUR",
            "eur | € | euro | euros",
        ),
        *meaning(
            "JPY",
            "jpy | yên nhật",
        ),
    ]
)
# Written before the number as well as after it.
_LEADING_SIGNS = frozenset({"vnd", "vnđ", "usd", "$", "us", "¥", "€", "eur", "cny", "rmb"})
_RANGE = Phrases.listed("- | đến | tới | to | - - | and | hoặc | cho đến")
_AT_LEAST = Phrases.listed(
    "trên | hơn | từ | tối thiểu | ít nhất | không dưới | > = | > | ≥ | at least | over | more than | from "
    "| min | minimum | above | thấp nhất | chí ít | không ít hơn | giá sàn | min ."
)
_AT_MOST = Phrases.listed(
    "dưới | tối đa | không quá | đến | tới | < = | < | ≤ | up to | at most | below | under | max | maximum "
    "| no more than | not more than | less than | cao nhất | nhiều nhất | không vượt quá | giá trần | trần "
    "| not above | max . | ko quá"
)
_OPEN_AFTER = Phrases(
    [(w, "min") for w in ("trở lên", "đổ lên", "+", "or more", "and up", "and above", "up")]
)
_OPEN_BELOW = Phrases([(w, "max") for w in ("trở xuống", "đổ lại", "trở lại", "or less", "đổ xuống")])
_ABOUT = Phrases.listed(
    "khoảng | trên dưới | chừng | tầm | gần | độ | cỡ | ước | ước tính | khoảng chừng | about | around "
    "| approx | approximately | approx . | ~ | xấp xỉ | nearly | cỡ khoảng | - | "
    "được | tầm khoảng | ước khoảng | khoang | đạt | trung bình"
)
# Without accents also: black, tired, naked, common, red, to have, earth, is.
_HOMONYMS = frozenset({"den", "toi", "tran", "chung", "do", "co", "dat", "duoc"})
# Nouns that a number after an amount counts: "5 tấn 3 loại", "10 tấn 2 vụ".
COUNTED = Phrases.listed(
    "loại | vụ | ngày | tuần | tháng | năm | giống | màu | sao | nhà | người | xã | thôn | hộ | món | "
    "size | điểm | giờ | quý | tỉnh | huyện | star | stars | days | weeks | months | years | types | "
    "kinds | times | âm | h | đến | tới | to | và | trở | hoặc | or | and | x | k | cơ sở | đại lý | "
    "cửa hàng"
)
# "30k bao ship": the freight is included, and no sack is counted.
_FREIGHT = Phrases.listed("bao ship | bao vận chuyển | bao giao | bao xe | bao cước | bao đổi | bao ăn")
_LEAST_VND = Decimal(1000)
# "ba to" and "ba vi" without accents are rather Ba Tơ and Ba Vì than three hives and three trays.
_IN_NAMES = frozenset({"to", "vi"})
# What makes a number uncertain by being said on purpose vaguely.
_VAGUE = Phrases.listed(
    "mấy | vài | dăm | đôi ba | several | a few | few | một vài | dăm ba | vài ba | dăm bảy | mươi"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or range in tokens ``start`` to ``end``.

    ``unit`` is what stood after the number, ``currency`` the money named; ``scale`` the largest
    magnitude said (thousand, million …). ``sure`` is False where a word without accents was taken for
    one with them; ``others`` are other readings of the number itself.
    """

    low: Decimal | None
    high: Decimal | None
    start: int
    end: int
    unit: Unit | None = None
    currency: str = ""
    scale: Decimal = Decimal(1)
    sure: bool = True
    about: bool = False
    others: tuple[Decimal, ...] = ()
    money_word: bool = False

    @property
    def single(self) -> Decimal | None:
        """The value where it is one and not a range."""
        return self.low if self.low == self.high else None

    def times(self, factor: Decimal) -> Amount:
        """The amount with both ends multiplied."""
        return replace(
            self,
            low=None if self.low is None else self.low * factor,
            high=None if self.high is None else self.high * factor,
            others=tuple(o * factor for o in self.others),
        )

    def in_kg(self) -> Amount:
        """An amount of mass in kilograms; any other unchanged."""
        return replace(self.times(self.unit.factor), unit=KG) if self.unit and self.unit.kg else self


def read_amount(tokens: tuple[Token, ...], i: int, units: Units) -> Amount | None:
    """The amount whose number begins at token ``i`` (a currency sign may stand before it)."""
    money = _leading_currency(tokens, i)
    at = money.end if money else i
    if at == i and tokens[i].is_("rưỡi"):
        return None
    first = _one(tokens, at, units, money.value if money and at > i else "")
    if first is None:
        first = _half_unit(tokens, i, units)
        if first is None:
            return None
    first = replace(first, start=i)
    joined = _joined(tokens, first, units)
    return _bounded(tokens, joined or first)


def _leading_currency(tokens: tuple[Token, ...], i: int) -> Hit[str] | None:
    if i >= len(tokens) or tokens[i].marked not in _LEADING_SIGNS:
        return None
    return _CURRENCY.at(tokens, i)


def _vague(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the number word at ``i`` is one of a vague lot: "mấy chục", "dăm ba tạ", "hàng chục tấn"."""
    hits = (_VAGUE.at(tokens, start) for start in range(max(0, i - 2), i))
    if any(hit and hit.end >= i for hit in hits):
        return True
    many = tokens[i].is_("chục", "trăm", "nghìn", "ngàn", "vạn")
    return many and i > 0 and tokens[i - 1].is_("hàng", "cả")


def _one(tokens: tuple[Token, ...], i: int, units: Units, currency: str) -> Amount | None:
    """A single number with its unit or currency."""
    if tokens[i : i + 1] and tokens[i].kind == "word" and _vague(tokens, i):
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
    suffix = _CURRENCY.at(tokens, number.end)
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


def _with_unit(tokens: tuple[Token, ...], amount: Amount, units: Units) -> Amount:
    """Adds the unit after the number and what may follow it: "2 tấn 3", "tấn rưỡi", "3 tấn 2 tạ"."""
    hit = units.at(tokens, amount.end)
    if hit is None or amount.currency or _opens_range(tokens, amount.end) or _FREIGHT.at(tokens, amount.end):
        return amount
    if not amount.sure and (hit.value.dimension != "mass" or tokens[amount.end].marked == "can"):
        return amount
    if not hit.exact and tokens[amount.end].folded in _IN_NAMES and tokens[amount.start].kind == "word":
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


def _half_unit(tokens: tuple[Token, ...], i: int, units: Units) -> Amount | None:
    """ "tấn rưỡi": one and a half, with no number said."""
    hit = units.at(tokens, i)
    if hit is None or hit.value.dimension not in ("mass", "volume") or _VAGUE.before(tokens, i, 2):
        return None
    half = HALF.at(tokens, hit.end)
    if half is None or (i and tokens[i - 1].kind == "number"):
        return None
    value = Decimal("1.5")
    return Amount(value, value, i, half.end, hit.value, sure=hit.exact)


def _joined(tokens: tuple[Token, ...], first: Amount, units: Units) -> Amount | None:
    """The range that ``first`` opens, if "-" or "đến" and a larger amount follow."""
    hit = _RANGE.at(tokens, first.end)
    low = first.low
    if hit is None:
        return _counted_up(tokens, first, units)
    if low is None or (tokens[first.end].is_("and") and not _after(tokens, first.start, "between")):
        return None
    prefix = _leading_currency(tokens, hit.end)
    at = prefix.end if prefix else hit.end
    second = _one(tokens, at, units, prefix.value if prefix and at > hit.end else "")
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


_STEPS = (1, 2)  # "hai ba tấn", "năm bảy tạ"


def _counted_up(tokens: tuple[Token, ...], first: Amount, units: Units) -> Amount | None:
    """ "hai ba tấn": two number words in a row say "two or three"."""
    if first.unit or first.low is None or tokens[first.start].kind != "word" or first.end >= len(tokens):
        return None
    if tokens[first.end].kind != "word":
        return None
    second = _one(tokens, first.end, units, "")
    if second is None or second.unit is None or second.low is None or second.low - first.low not in _STEPS:
        return None
    return replace(first, high=second.low, unit=second.unit, end=second.end, about=True)


def _bounded(tokens: tuple[Token, ...], amount: Amount) -> Amount:
    """Opens the amount upwards or downwards by the words before or after it."""
    start = amount.start
    about = _surely(tokens, _ABOUT.before(tokens, start))
    if about and tokens[about[0]].text != "-":
        amount, start = replace(amount, about=True), about[0]
    after = _OPEN_AFTER.at(tokens, amount.end)
    added = after is not None and tokens[amount.end].text == "+" and not stands_alone(tokens, amount.end + 1)
    if after and not added and (after.exact or after.end - amount.end > 1):
        return replace(amount, high=None, start=start, end=after.end)
    below = _OPEN_BELOW.at(tokens, amount.end)
    if below:
        return replace(amount, low=None, start=start, end=below.end)
    least = _AT_LEAST.before(tokens, start)
    most = _surely(tokens, _AT_MOST.before(tokens, start))
    if most and (least is None or most[0] <= least[0]):
        return replace(amount, low=None, start=most[0])
    if least and amount.low == amount.high:
        return replace(amount, high=None, start=least[0])
    return replace(amount, start=least[0] if least else start)


def _surely(tokens: tuple[Token, ...], found: tuple[int, Hit[None]] | None) -> tuple[int, Hit[None]] | None:
    """What was found, unless it is a word without accents that is more often another."""
    if found is None or found[1].exact or found[1].end - found[0] > 1:
        return found
    if tokens[found[0]].folded not in _HOMONYMS:
        return found
    return None


def _said_as_money(tokens: tuple[Token, ...], i: int, number: Number) -> bool:
    """Whether a magnitude that is used of money ("k", "tr", "triệu") was said with the number."""
    return any(t.marked in ("k", "tr", "củ") or t.folded == "trieu" for t in tokens[i : number.end])


def _coded(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the digits belong to a name: "ST25", "NH01-48", "VH6"."""
    if not tokens[i].glued or not i:
        return False
    before = tokens[i - 1]
    if before.marked in _LEADING_SIGNS:
        return False  # "VND45k"
    return before.kind == "word" and (i < 2 or tokens[i - 2].kind != "number" or not before.glued)


def _glued_letters(tokens: tuple[Token, ...], i: int) -> bool:
    return tokens[i].glued and tokens[i - 1].kind == "word"


def _is_date_part(tokens: tuple[Token, ...], i: int) -> bool:
    return i + 2 < len(tokens) and tokens[i + 1].text == "/" and tokens[i + 2].kind == "number"


def _after(tokens: tuple[Token, ...], i: int, word: str) -> bool:
    return i > 0 and tokens[i - 1].folded == word
