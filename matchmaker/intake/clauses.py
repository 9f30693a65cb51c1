"""What each amount of a text is: goods, a price, the weight of one piece, a yield, an area, a detail."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from matchmaker.intake import counting, packing, periods
from matchmaker.intake.amounts import Amount, read_amount
from matchmaker.intake.calendar_words import ENGLISH
from matchmaker.intake.clause import Clause, Role
from matchmaker.intake.numbers import read_number
from matchmaker.intake.phrases import Hit, Phrases
from matchmaker.intake.text import Token
from matchmaker.intake.units import Unit, Units

_PER_UNIT = Phrases.listed(
    "/ | một | mỗi | 1 | per | a | an | each | cho một | cho 1 | trên | / 1 | / một | mỗi một | cho mỗi | "
    "trên một | every | trên mỗi | the | tính theo"
)
_OF_A_PRICE = ("giá", "gia", "price", "priced", "sỉ", "lẻ", "buôn", "bán", "at", "@", "=", "thu", "mua")
# Sizes, packings and smallest orders are told in the same units as the goods themselves.
_OF_A_DETAIL = Phrases.listed(
    "tb | loại | size | cỡ | nặng | trọng lượng | quy cách | đóng | khối lượng | tịnh | net | cân nặng | "
    "đóng gói | kích cỡ | trọng lượng từ | đạt | quy cách đóng gói | x | * | weighing | size : | "
    "mỗi gói | trung "
    "bình"
)
# Without accents "đóng" is also canna and bronze, "nặng" sun, "đạt" earth.
_SURE_DETAILS = frozenset({"tb", "loai", "size", "quy", "trong", "khoi", "kich"})
_OF_LAND = Phrases.listed("độ cao | cao độ | altitude | elevation | cao | cách | dài | rộng | sâu")
_OF_A_MINIMUM = Phrases.listed(
    "đơn tối thiểu | đặt tối thiểu | moq | đơn hàng tối thiểu | lấy tối thiểu | min order | đặt hàng tối "
    "thiểu | lô tối thiểu | minimum order | đơn từ | nhận đơn từ | lấy từ | mỗi đơn tối thiểu | đặt từ | "
    "minimum order of | đơn hàng từ | đặt hàng từ | lô nhỏ nhất | đặt ít nhất | lấy ít nhất | đơn ít nhất | "
    "sỉ từ | lấy sỉ từ | mua sỉ từ | giá sỉ từ | buôn từ | bán buôn từ | giá buôn từ | mua từ | "
    "wholesale from | free ship từ | freeship từ | miễn phí từ | miễn phí ship từ | miễn phí giao từ | "
    "% từ | % khi mua từ | "
    "% cho đơn từ"
)


_AT_MOST = Phrases.listed(
    "maximum price | max price | price max | price maximum | maximum price of | price ceiling | ceiling "
    "price | giá tối "
    "đa | giá trần | giá cao nhất | price up to | maximum price : | max price : | giá tối đa : | giá trần :"
)
_OF_OTHER_MONEY = Phrases.listed(
    "vốn | thu nhập | doanh thu | lương | đầu tư | vay | tổng giá trị | trị giá | lãi | cọc | đặt "
    "cọc | turnover | revenue | capital | deposit | ship | phí | phí ship | cước | phí vận chuyển | "
    "cộng | + | hỗ trợ | hỗ trợ vận chuyển | vận chuyển | tiền xe | tiền công | thưởng"
)

# What was, told before what is: "đã bán 2 tấn, còn lại 8 tạ", "năm ngoái 3 tấn, năm nay 5 tấn".
_PAST = Phrases.listed(
    "đã bán | bán được | bán rồi | đã giao | năm ngoái | năm ngoái bán | năm ngoái được | năm trước | "
    "vụ  trước | vụ rồi | giá gốc | giá cũ | trước đây | trước bán | hồi trước | last year | sold | was "
    "| tuổi cây | cây tuổi | tuổi"
)
_NOW = ("còn", "nay", "giờ", "now", "left", "hiện", "mỗi")
_NOW_WITHIN = 6  # tokens after the amount


def read_clauses(tokens: tuple[Token, ...], units: Units, taken: frozenset[int]) -> list[Clause]:
    """All amounts of a text with their parts, in order; ``taken`` are tokens already read as months."""
    clauses: list[Clause] = []
    i = 0
    while i < len(tokens):
        amount = None if i in taken or _of_a_date(tokens, i) else read_amount(tokens, i, units)
        if amount is None or any(k in taken for k in range(i, amount.end)):
            i += 1
            continue
        clause = _clause(tokens, amount, units, clauses)
        if clause and _part_of_a_month(clause, taken):
            clause = replace(clause, period=None, start=amount.start, end=amount.end)
        if clause is not None:
            clauses.append(replace(clause, broken=_broken(tokens, amount, clauses)))
        i = max(i + 1, _read_to(tokens, amount, clause) if clause else i + 1)
    return _with_price_in_front(clauses)


def _read_to(tokens: tuple[Token, ...], amount: Amount, clause: Clause) -> int:
    """The token after a clause; a remark in brackets before its period is read too ("(10 kg each)")."""
    remark = amount.end < clause.end and tokens[amount.end].text == "("
    return amount.end if remark else clause.end


def _with_price_in_front(clauses: list[Clause]) -> list[Clause]:
    """ "5k trái, dừa 300 chục": beside goods in a message without a price "5k trái" is the price of one."""
    if any(c.role == "price" for c in clauses) or sum(c.role == "goods" for c in clauses) < 2:
        return clauses
    first = clauses[0]
    unit = first.amount.unit
    if first.role != "goods" or unit is None or unit.dimension != "count" or not first.amount.money_word:
        return clauses
    price = replace(first, role="price", amount=replace(first.amount, unit=None), per_unit=unit, period=None)
    return [price, *clauses[1:]]


def _of_a_date(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the number is the day of "ngày 5/9" or the year of "March 2027"."""
    if i and len(tokens[i].text) == 4 and tokens[i].kind == "number" and ENGLISH.at(tokens, i - 1):
        return True
    said = tokens[i].kind == "number" and i > 0 and tokens[i - 1].is_("ngày")
    return said and i + 2 < len(tokens) and tokens[i + 1].text == "/" and tokens[i + 2].kind == "number"


def _part_of_a_month(clause: Clause, taken: frozenset[int]) -> bool:
    """Whether the period is part of a month already read.

    "hàng tháng" of "2 tấn hàng tháng 8", "năm nay" of "tháng 8 năm nay 2 tấn".
    """
    if clause.period is None:
        return False
    said = set(range(clause.period.start, clause.period.end))
    of_a_year = said <= taken and clause.period.start - 1 in taken
    return of_a_year or (bool(said & taken) and not said <= taken)


def _broken(tokens: tuple[Token, ...], amount: Amount, earlier: list[Clause]) -> bool:
    """Whether "7 -" stands before the amount and made no range with it."""
    i = amount.start - 1
    if i < 1 or tokens[i].text != "-":
        return False
    return tokens[i - 1].kind == "number" or bool(earlier and earlier[-1].end == i)


def _clause(tokens: tuple[Token, ...], amount: Amount, units: Units, earlier: list[Clause]) -> Clause | None:
    if _of_the_past(tokens, amount) or packing.defines(tokens, amount):
        return Clause("detail", amount, amount.start, amount.end)
    amount = packing.held_by_cans(tokens, amount, units)
    divisor = _divisor(tokens, amount, units)
    if divisor is None and not _said_price(tokens, amount):
        amount = counting.in_pieces(tokens, amount)
    if _is_price(tokens, amount, divisor):
        if divisor is None and _is_no_price(tokens, amount):
            return Clause("detail", amount, amount.start, amount.end)
        return _price(tokens, amount, divisor or _unit_before(tokens, amount, units, earlier), units)
    if amount.unit is None:
        return _bare(tokens, amount)
    plain = Clause("goods", amount, amount.start, amount.end)
    if amount.unit.dimension == "area":
        return replace(plain, role="area")
    if amount.unit.name in ("mét", "km") and _OF_LAND.before(tokens, amount.start):
        return replace(plain, role="detail")
    if divisor and amount.unit.kg:
        unit, count, end = divisor
        role: Role = "yield" if unit.dimension == "area" else "weight_each"
        return replace(plain, role=role, per_unit=unit, per_count=count, end=end, each_of=unit.name)
    if divisor and divisor[0].dimension != "load":
        return replace(plain, role="detail", end=divisor[2])
    if _is_a_minimum(tokens, amount):
        return replace(plain, role="min_order")
    period = _period(tokens, amount)
    packing.turn_round(tokens, amount, earlier)
    each = packing.each_before(tokens, amount, units, earlier)
    if each is not None:
        role = "weight_each" if amount.unit.kg else "detail"
        period = periods.after(tokens, amount.end)
        end = period.end if period else plain.end
        return replace(plain, role=role, each_of=each, period=period, end=end)
    detail = _OF_A_DETAIL.before(tokens, amount.start)
    if detail and detail[0] and tokens[detail[0] - 1].is_("các"):
        detail = None  # "rau các loại từ 500kg": of all kinds
    if detail and amount.unit.kg and (detail[1].exact or tokens[detail[0]].folded in _SURE_DETAILS):
        return replace(plain, role="detail", weak=tokens[detail[0]].is_("khối", "trọng"))
    if period is None:
        return plain
    return replace(plain, period=period, start=min(plain.start, period.start), end=max(plain.end, period.end))


def _divisor(tokens: tuple[Token, ...], amount: Amount, units: Units) -> tuple[Unit, Decimal, int] | None:
    """ "/kg", "một cân", "/10 quả", "per tonne" after an amount: the unit, how many, the token after."""
    i = amount.end
    hit = _PER_UNIT.at(tokens, i)
    if hit is None or packing.holds_one(tokens, amount, units):
        return None
    many = counting.multiple(tokens, hit.end)
    if many:
        return many
    number = (
        read_number(tokens, hit.end) if hit.end < len(tokens) and tokens[hit.end].kind == "number" else None
    )
    at = number.end if number else hit.end
    unit = units.at(tokens, at)
    if unit is None:
        return None
    count = number.value if number and number.value else Decimal(1)
    return unit.value, count, unit.end


def _is_price(tokens: tuple[Token, ...], amount: Amount, divisor: tuple[Unit, Decimal, int] | None) -> bool:
    if amount.currency:
        return True
    said = _said_price(tokens, amount)
    if amount.unit is not None:
        short = amount.money_word and amount.unit.dimension in ("mass", "volume")
        thousand = amount.scale >= 1000 and (said or tokens[amount.end - 1].is_("cân", "ký", "kí"))
        sized = amount.money_word and _size_after(tokens, amount)
        return amount.scale >= 1000 and (short or thousand or sized)
    if divisor:
        return divisor[0].dimension not in ("area", "load")
    digits = any(token.kind == "number" for token in tokens[amount.start : amount.end])
    return amount.scale >= 1000 or (said and digits)  # "giá cả hai bên" names no price


def _of_the_past(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """Whether the amount is of what was, beside one that is ("đã bán 2 tấn, còn 8 tạ"), or an age."""
    past = _PAST.before(tokens, amount.start, 5) or _past_year(tokens, amount.start)
    if past and not past[1].exact and tokens[past[0]].folded == "tuoi":
        return False  # "ba kich tuoi 180k/kg": fresh, not aged
    later = tokens[amount.end : amount.end + _NOW_WITHIN]
    return past is not None and (any(token.is_(*_NOW) for token in later) or tokens[past[0]].is_("tuổi"))


def _past_year(tokens: tuple[Token, ...], i: int) -> tuple[int, Hit[None]] | None:
    """ "Năm 2025 sản lượng 50 tấn, năm nay 60 tấn": a year in figures a few words before token ``i``."""
    for at in range(max(1, i - 4), i):
        year = len(tokens[at].text) == 4 and tokens[at].text.isdigit() and tokens[at].text.startswith("20")
        if year and tokens[at - 1].is_("năm", "in"):
            return at - 1, Hit(None, at + 1, True)
    return None


def _size_after(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """Whether "320k chai 500ml" says what the bottle priced holds."""
    container = amount.unit is not None and amount.unit.name in packing.CONTAINERS
    return container and tokens[amount.end : amount.end + 1] != () and tokens[amount.end].kind == "number"


def _is_no_price(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """Whether the money is income or capital ("10 triệu/tháng", "vốn 200 triệu"), not what goods cost."""
    if periods.after(tokens, amount.end, 0):
        return True
    return _OF_OTHER_MONEY.before(tokens, amount.start, 4) is not None


def _unit_before(
    tokens: tuple[Token, ...], amount: Amount, units: Units, earlier: list[Clause]
) -> tuple[Unit, Decimal, int] | None:
    """The unit said before the money: "kg 30k", "mỗi kg 30 nghìn", "100g 50k", "1kg = 30k"."""
    at = amount.start
    while at and tokens[at - 1].text in "=:/":
        at -= 1
    last = earlier[-1] if earlier else None
    if last and last.role == "goods" and last.end == at and not last.period and last.amount.unit:
        single = last.amount.single
        if single and (single == 1 or (last.amount.in_kg().high or 0) < 1):
            earlier.pop()
            return last.amount.unit, single, amount.end
    held = _container_before(tokens, at, last, earlier)
    if held:
        return held, Decimal(1), amount.end
    for start in range(max(0, at - 2), at):
        unit = units.at(tokens, start)
        sure = unit is not None and (unit.exact or unit.value.kg is not None)
        if (
            unit
            and sure
            and unit.end == at
            and (packing.opens_clause(tokens, start) or packing.EACH.before(tokens, start, 1))
        ):
            return unit.value, Decimal(1), amount.end
    return None


def _container_before(
    tokens: tuple[Token, ...], at: int, last: Clause | None, earlier: list[Clause]
) -> Unit | None:
    """The container that "hộp 300g giá 120k" prices: told with what it holds, and not counted before."""
    if last is None or last.each_of not in packing.CONTAINERS or last.amount.single is None or last.period:
        return None
    counted = any(c.role == "goods" for c in earlier) or (
        last.start > 1 and tokens[last.start - 2].kind == "number"
    )
    between = tokens[last.end : at]
    if counted or not all(t.text in ":-(),=" or t.is_("giá", "bán", "lẻ", "sỉ", "là") for t in between):
        return None
    return Unit(last.each_of, "count", Decimal(1))


def _said_price(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """Whether a word of price stands just before the number."""
    at = amount.start
    while at and tokens[at - 1].text in ":-":
        at -= 1
    window = tokens[max(0, at - 2) : at]
    return any(t.is_("giá") or t.folded in ("price", "@", "priced") for t in window)


def _price(
    tokens: tuple[Token, ...], amount: Amount, divisor: tuple[Unit, Decimal, int] | None, units: Units
) -> Clause:
    if amount.high is not None and amount.low == amount.high and _AT_MOST.before(tokens, amount.start, 4):
        amount = replace(amount, low=None)
    clause = Clause("price", amount, amount.start, amount.end)
    if divisor is None and amount.unit is not None:
        clause = replace(clause, amount=replace(amount, unit=None), per_unit=amount.unit)
    elif divisor is not None:
        clause = replace(clause, per_unit=divisor[0], per_count=divisor[1], end=divisor[2])
    if clause.per_unit and clause.per_unit.dimension != "mass":
        return _with_pack(tokens, clause, units)
    return clause


def _with_pack(tokens: tuple[Token, ...], clause: Clause, units: Units) -> Clause:
    """Adds the weight of the piece priced: "50k/túi 250g", "200k/hộp (0,5 kg)"."""
    at = clause.end
    while (
        at < len(tokens)
        and (tokens[at].folded in "(x*" or tokens[at].is_("loại", "nặng", "of"))
        and at < clause.end + 2
    ):
        at += 1
    pack = read_amount(tokens, at, units) if at < len(tokens) else None
    if pack is None or pack.start != at or pack.single is None or periods.after(tokens, pack.end, 0):
        return clause
    if pack.unit and pack.unit.kg:
        return replace(clause, pack_kg=pack.single * pack.unit.kg, end=pack.end)
    return (
        replace(clause, end=pack.end) if pack.unit and pack.unit.dimension in ("volume", "count") else clause
    )


def _bare(tokens: tuple[Token, ...], amount: Amount) -> Clause | None:
    """A number with nothing beside it: a price only if it looks like one ("120.000")."""
    value = amount.low if amount.low is not None else amount.high
    grouped = any("." in t.text or "," in t.text for t in tokens[amount.start : amount.end])
    if value is None or not grouped or value < 1000 or value % 100:
        return None
    return Clause("price", amount, amount.start, amount.end, weak=True)


def _is_a_minimum(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """Whether the amount is the least of an order, or a step of a price list (">50kg: 40k")."""
    number = _number_at(tokens, amount)
    if _OF_A_MINIMUM.before(tokens, amount.start, 5) or _OF_A_MINIMUM.before(tokens, number, 5):
        return True
    step = tokens[amount.start].text in "<>≤≥" or (number and tokens[number - 1].text in "<>≤≥")
    return bool(step) and amount.end < len(tokens) and tokens[amount.end].text in ":="


def _period(tokens: tuple[Token, ...], amount: Amount) -> periods.Period | None:
    """How often the amount comes; of trips rather what is said before ("tuần 3 chuyến, mỗi chuyến …")."""
    after, before = periods.after(tokens, amount.end), periods.before(tokens, amount.start)
    if amount.unit and amount.unit.dimension == "load" and after and after.code == "batch":
        return before
    return after or before


def _number_at(tokens: tuple[Token, ...], amount: Amount) -> int:
    """The token of the number itself, past "tối thiểu" and the like that were read with it."""
    return next((i for i in range(amount.start, amount.end) if tokens[i].kind == "number"), amount.start)
