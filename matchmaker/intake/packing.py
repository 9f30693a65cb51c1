"""What one piece weighs: sacks, boxes, trips and heads whose weight stands beside their number."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from matchmaker.intake import periods
from matchmaker.intake.amount import Amount
from matchmaker.intake.clause import Clause
from matchmaker.intake.phrases import Phrases
from matchmaker.intake.text import Token
from matchmaker.intake.units import Unit, Units

EACH = Phrases.listed("mỗi | một | từng | 1 | each | per | cứ")
# "100 bao 50kg/tháng" tells the weight of a sack, "500 con 2 tấn/tháng" the weight of all.
_MOST_PACKED_KG = Decimal(100)
CONTAINERS = (
    *("chai", "hộp", "gói", "túi", "thùng", "bao", "sọt", "hũ", "lọ", "bình", "lon", "can", "phuy", "khay"),
    *("bịch", "két", "giỏ", "rổ", "kiện", "lốc"),
)
_ONE_BY_ONE = frozenset(("chiếc", "cái", "bộ"))  # what any goods are counted by
# What packs are made of or closed by, between their name and what one holds: "túi hút chân không 1kg".
_MADE = Phrases.listed(
    "hút chân không | zip | giấy | giấy kraft | kraft | pe | pp | nilon | ni lông | nhựa | thủy tinh | "
    "thuỷ tinh | carton | xốp | nhôm | thiếc | gỗ | lưới | bạc | dẻo | hàn kín | có nhãn | "
    "vacuum | plastic | glass | paper"
)
_MOST_PRICED_KG = Decimal(1)  # "500g 25k gói": more than so much before a price is the amount wanted
_ENGLISH = frozenset(
    f"{word}{end}"
    for word in (
        "drum",
        "bag",
        "sack",
        "carton",
        "box",
        "tin",
        "can",
        "jar",
        "pail",
        "crate",
        "pack",
        "bottle",
    )
    for end in ("", "s", "es")
)
_JERRYCAN = Unit("can", "count", Decimal(1))
_MOST_GOODS_WORDS = 3  # "20 bao ngô nếp nương 50kg"
_HEAVIEST_HEAD_KG = Decimal(1000)  # "con 1 tan 2" without accents is what is left ("còn"), not an animal
# Words after which a weight is another amount and not that of the piece before.
_ANEW = (
    *("tổng", "và", "hoặc", "thêm", "còn", "cùng", "với", "giao", "bán", "nhận", "lấy", "mua", "cần", "có"),
    *("and", "or", "plus", "total", "with"),
)


def each_before(tokens: tuple[Token, ...], amount: Amount, units: Units, earlier: list[Clause]) -> str | None:
    """The name of what the amount is the weight of, if words before it say so.

    "60 con/tháng, con 45-55kg", "40 thùng x 5kg", "5 hộ, mỗi hộ 2 tấn", "100 bao 50kg".
    """
    at = amount.start
    goods = next((c for c in reversed(earlier) if c.role == "goods"), None)
    said_each = amount.end < len(tokens) and tokens[amount.end].folded in ("each", "apiece")
    if said_each and periods.after(tokens, amount.end) is None:
        return goods.amount.unit.name if goods and goods.amount.unit else ""
    while at and (
        tokens[at - 1].folded in "(:x*×~"
        or tokens[at - 1].is_("loại", "nặng", "khoảng", "được", "chở", "of", "chứa")
    ):
        at -= 1
    while at and (made := _MADE.before(tokens, at)):
        at = made[0]
    if not at:
        return None
    counted = goods.amount.unit if goods else None
    beside = goods is not None and at in (goods.amount.end, goods.end)
    light = amount.unit is not None and (amount.in_kg().high or Decimal(0)) <= _MOST_PACKED_KG
    carried = counted is not None and counted.dimension == "load"
    introduced = at < amount.start or light or carried or not periods.after(tokens, amount.end, 0)
    if counted and counted.dimension in ("count", "load") and beside and introduced:
        return counted.name
    times = at < amount.start and tokens[at].folded in "x*×"
    if counted and goods and light and _of_the_goods(tokens, goods, at, amount, times):
        return counted.name
    for start in range(max(0, at - 3), at):
        unit = units.at(tokens, start)
        if unit and unit.end == at and unit.value.dimension in ("count", "load"):
            if unit.value.name == "con" and (amount.in_kg().low or Decimal(0)) >= _HEAVIEST_HEAD_KG:
                return None
            introduced = _said_each(tokens, start)
            if not introduced and _counts_goods(tokens, amount, unit.value):
                return None
            packed = (
                light and (unit.exact or tokens[start].loose) and unit.value.name in CONTAINERS
            )  # "gạo ST25 túi 5kg"
            if introduced or counted == unit.value or opens_clause(tokens, start) or packed:
                return None if _is_period(tokens, start, at, unit.value) else unit.value.name
    each = EACH.before(tokens, at - 1, 1)
    held = units.at(tokens, at - 1)  # "túi 1kg 300 túi": no 300 bags to each kilogram
    weight = held is not None and held.value.kg is not None and tokens[at - 2].kind == "number"
    if (
        each
        and not weight
        and tokens[at - 1].kind == "word"
        and periods.before(tokens, at) is None
        and _counted_word(tokens, at - 1)
    ):
        return tokens[at - 1].marked
    return None


def _counts_goods(tokens: tuple[Token, ...], amount: Amount, unit: Unit) -> bool:
    """Whether pieces behind a noun are so many of it: "khăn 200 chiếc", "hoa binh: 50 con/thang"; a container
    holds some ("hộp 6 chiếc"), though not each month."""
    if amount.unit is None or amount.unit.dimension != "count" or unit.dimension != "count":
        return False
    one_by_one = amount.unit.name in _ONE_BY_ONE and unit.name not in CONTAINERS
    return one_by_one or periods.after(tokens, amount.end, 0) is not None


def _said_each(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether "mỗi" or the like stands before token ``i``; "cu" is rather "củ" ("cu cai 8 ta")."""
    each = EACH.before(tokens, i, 1)
    return each is not None and (each[1].exact or tokens[i - 1].folded != "cu")


def opens_clause(tokens: tuple[Token, ...], start: int) -> bool:
    """Whether a unit stands first in its clause ("bao 20kg") and ends no product ("thảo quả 20 kg")."""
    return start == 0 or tokens[start - 1].text in ",;(:\n-" or tokens[start - 1].is_("loại", "đóng", "gói")


def _is_period(tokens: tuple[Token, ...], start: int, at: int, unit: Unit) -> bool:
    """Whether the words say how often ("mỗi ngày") and the unit only happens to be one of them."""
    found = periods.before(tokens, at)
    return unit.dimension != "load" and found is not None and found.start <= start < found.end


def _counted_word(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether "5 hộ" was said before the "mỗi hộ" whose noun is token ``i``."""
    return any(
        tokens[k].marked == tokens[i].marked and tokens[k - 1].kind == "number"
        for k in range(1, max(1, i - 1))
    )


def _of_the_goods(
    tokens: tuple[Token, ...], goods: Clause, at: int, amount: Amount, times: bool = False
) -> bool:
    """ "20 bao ngô 50kg": only the name of the goods stands between the sacks and the weight of one.

    Behind "x" (``times``) anything may follow: "20 thùng vải x 10kg thôi".
    """
    counted, between = goods.amount.unit, tokens[goods.end : at]
    if counted is None or goods.period or counted.name not in (*CONTAINERS, "con"):
        return False
    named = [t for t in between if not (t.kind == "number" and t.glued)]  # "ST25" is one name
    if not 0 < len(named) <= _MOST_GOODS_WORDS or any(t.kind != "word" or t.is_(*_ANEW) for t in named):
        return False
    following = tokens[amount.end : amount.end + 1]
    ends = times or not following or following[0].kind == "mark" or following[0].is_(*_ANEW, "giá", "price")
    return ends or periods.after(tokens, amount.end, 0) is not None


def holds_one(tokens: tuple[Token, ...], amount: Amount, units: Units) -> bool:
    """Whether "1 lít" after "100 chai", "1 tấn" after "1 lần" is what one holds, not what it is sold by."""
    if amount.unit is None or not tokens[amount.end].is_("1", "một"):
        return False
    if amount.unit.dimension != "load" and (
        amount.unit.name not in CONTAINERS or tokens[amount.end].text != "1"
    ):
        return False
    held = units.at(tokens, amount.end + 1)
    return held is not None and held.value.dimension in ("mass", "volume")


def held_by_cans(tokens: tuple[Token, ...], amount: Amount, units: Units) -> Amount:
    """ "10 can 20l": litres after it make "can" a jerrycan, not "cân" (kg) without its mark."""
    last = amount.end - 1
    if amount.unit is None or tokens[last].marked != "can" or amount.end + 1 >= len(tokens):
        return amount
    held = units.at(tokens, amount.end + 1) if tokens[amount.end].kind == "number" else None
    if held is None or held.value.dimension != "volume":
        return amount
    return replace(amount, unit=_JERRYCAN, scale=Decimal(1), sure=True)


def holds_only(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """Whether an amount is what a container holds, and none is counted: "chai 500ml", "đóng can 20 lít"."""
    i = amount.start - 1
    while made := _MADE.before(tokens, i + 1):
        i = made[0] - 1
    if i < 0 or amount.unit is None or amount.unit.dimension not in ("volume", "mass"):
        return False
    if not tokens[i].is_(*CONTAINERS) or periods.after(tokens, amount.end, 0):
        return False
    if tokens[i].marked == "can" and amount.unit.dimension == "volume" and _beyond_a_can(tokens, i, amount):
        return False
    return i == 0 or tokens[i - 1].kind != "number"


def _beyond_a_can(tokens: tuple[Token, ...], i: int, amount: Amount) -> bool:
    """Whether "can 600 lit" is the need "cần 600 lít": no jerrycan holds so much, and nothing is packed."""
    packed = i > 0 and tokens[i - 1].folded in ("dong", "bang", "trong", "vao", "dung", "cach", "loai")
    return not packed and amount.low is not None and amount.low > LARGEST_CAN


LARGEST_CAN = 60  # litres; what holds more is a drum


def in_english_packs(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """Whether a weight tells what the goods come in: "in 290 kg drums", "in bags of 50 kg", "50 kg sacks"."""
    if amount.unit is None or amount.unit.dimension not in ("mass", "volume"):
        return False
    after = tokens[amount.end] if amount.end < len(tokens) else None
    if after is not None and after.folded in _ENGLISH:
        return True
    before = [token.folded for token in tokens[max(0, amount.start - 3) : amount.start]]
    return before[-1:] == ["in"] or (before[-1:] == ["of"] and before[-2:-1] != [] and before[-2] in _ENGLISH)


def turn_round(tokens: tuple[Token, ...], amount: Amount, earlier: list[Clause]) -> None:
    """Makes "200kg" in "200kg x 3 chuyến" the weight of what comes after it."""
    last = earlier[-1] if earlier else None
    if last is None or amount.unit is None or last.role != "goods" or last.period:
        return
    if amount.unit.dimension not in ("count", "load") or not (last.amount.unit and last.amount.unit.kg):
        return
    between = tokens[last.end : amount.start]
    if len(between) == 1 and between[0].folded in "x*":
        earlier[-1] = replace(last, role="weight_each", each_of=amount.unit.name)


def defines(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """Whether the amount tells what one container holds: "1 thùng = 24 lon", "thùng 12 chai x 330ml"."""
    unit = amount.unit
    if unit is None or unit.dimension not in ("count", "volume"):
        return False
    following = tokens[amount.end : amount.end + 2]
    if unit.name in CONTAINERS and len(following) == 2 and following[0].text == "=":
        return amount.single == 1 and following[1].kind == "number"
    i = amount.start
    if i > 2 and tokens[i - 1].text == "=" and tokens[i - 3].text == "1" and tokens[i - 2].is_(*CONTAINERS):
        return True
    if i and tokens[i - 1].folded in "x*×" and i > 1:  # "… x 330ml" of the chai before it
        return unit.dimension == "volume" and _bare_container(tokens, i - 4)
    return unit.dimension == "count" and _bare_container(tokens, i - 1)


def _bare_container(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether token ``i`` opens its clause as a container with no number: "thùng" of "thùng 12 chai"."""
    if i < 0 or not tokens[i].is_(*CONTAINERS) or tokens[i].folded == "can":
        return False
    return opens_clause(tokens, i)


def with_size_before(tokens: tuple[Token, ...], price: Clause, earlier: list[Clause]) -> Clause:
    """The price of a pack with what the pack holds, said just before: "500g 25k gói"; that is no amount of
    goods and leaves ``earlier``."""
    last = earlier[-1] if earlier else None
    named = price.per_unit is not None and price.per_unit.name in CONTAINERS and price.pack_kg is None
    if last is None or not named or last.role != "goods" or last.period or last.each_of:
        return price
    held = last.amount.in_kg()
    small = held.unit is not None and held.single is not None and held.single <= _MOST_PRICED_KG
    between = tokens[last.end : price.start]
    if not small or held.unit is None or held.unit.dimension not in ("mass", "volume"):
        return price
    if len(between) > 1 or not all(t.text in ",:(" or t.is_("giá") for t in between):
        return price
    earlier.pop()
    return replace(price, pack_kg=held.single) if held.unit.kg else price
