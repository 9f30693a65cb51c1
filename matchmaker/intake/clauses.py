"""What each amount of a text is: goods, a price, the weight of one piece, a yield, an area, a detail."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from matchmaker.intake import counting, discounts, packing, periods
from matchmaker.intake.amount import Amount
from matchmaker.intake.amounts import read_amount
from matchmaker.intake.calendar_words import ENGLISH
from matchmaker.intake.clause import Clause, Role
from matchmaker.intake.clause_words import (
    NOW,
    OF_A_DETAIL,
    OF_A_MINIMUM,
    OF_LAND,
    PAST,
    PER_UNIT,
    SURE_DETAILS,
)
from matchmaker.intake.measures_of_one import measures_one
from matchmaker.intake.numbers import read_number
from matchmaker.intake.phrases import Hit
from matchmaker.intake.price_clauses import (
    bare_price,
    is_added,
    is_other_money,
    is_price,
    price_of,
    said_price,
    unit_before,
)
from matchmaker.intake.text import Token
from matchmaker.intake.units import Unit, Units

_FEET = ("'", "’", "ft", "feet", "hc")
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
        clause = _clause(tokens, amount, units, clauses, taken)
        if clause and _part_of_a_month(clause, taken):
            clause = replace(clause, period=None, start=amount.start, end=amount.end)
        if clause is not None:
            clauses.append(replace(clause, broken=_broken(tokens, amount, clauses)))
        i = max(i + 1, _read_to(tokens, amount, clause) if clause else i + 1)
    return _with_least_orders(tokens, _with_price_in_front(clauses))


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


def _with_least_orders(tokens: tuple[Token, ...], clauses: list[Clause]) -> list[Clause]:
    """ "20 tấn/tháng, 70k/kg, từ 5 tạ": behind an amount of each period a smaller "từ" is the least order."""
    told = Decimal(0)
    for k, clause in enumerate(clauses):
        kg = clause.amount.in_kg().low if clause.amount.unit and clause.amount.unit.kg else None
        if clause.role != "goods" or not kg:
            continue
        if clause.period:
            told = max(told, kg)
        elif kg * 2 <= told and _stands_apart(tokens, clause):
            clauses[k] = replace(clause, role="min_order")
    return clauses


def _stands_apart(tokens: tuple[Token, ...], clause: Clause) -> bool:
    """Whether a clause is nothing but "từ" and its amount."""
    before, after = tokens[clause.start - 1 : clause.start], tokens[clause.end : clause.end + 1]
    marked = all(t.text in (",", ";", ".", "\n") for t in (*before, *after))
    return marked and clause.start > 0 and clause.amount.high is None and tokens[clause.start].is_("từ")


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
    if not said:
        return False
    of_a_year = said <= taken and clause.period.start - 1 in taken
    return of_a_year or (bool(said & taken) and not said <= taken)


def _broken(tokens: tuple[Token, ...], amount: Amount, earlier: list[Clause]) -> bool:
    """Whether "7 -" stands before the amount and made no range with it."""
    i = amount.start - 1
    if i < 1 or tokens[i].text != "-":
        return False
    return tokens[i - 1].kind == "number" or bool(earlier and earlier[-1].end == i)


def _clause(
    tokens: tuple[Token, ...], amount: Amount, units: Units, earlier: list[Clause], taken: frozenset[int]
) -> Clause | None:
    if _of_the_past(tokens, amount, taken) or packing.defines(tokens, amount):
        return Clause("detail", amount, amount.start, amount.end)
    amount = packing.held_by_cans(tokens, amount, units)
    divisor = _divisor(tokens, amount, units)
    if divisor is None and not said_price(tokens, amount):
        amount = counting.in_pieces(tokens, amount)
    if is_price(tokens, amount, divisor):
        if is_added(tokens, amount) or (divisor is None and is_other_money(tokens, amount)):
            return Clause("detail", amount, amount.start, amount.end)
        packed = amount.unit is not None and amount.unit.name in packing.CONTAINERS
        before = None if divisor or packed else unit_before(tokens, amount, units, earlier)
        price = price_of(tokens, amount, divisor or before, units)
        return packing.with_size_before(tokens, price, earlier)
    if amount.unit is None:
        return bare_price(tokens, amount)
    plain = Clause("goods", amount, amount.start, amount.end)
    if amount.unit.dimension == "area":
        return replace(plain, role="area")
    if amount.unit.name in ("mét", "km") and OF_LAND.before(tokens, amount.start):
        return replace(plain, role="detail")
    if measures_one(tokens, amount):
        return replace(plain, role="detail")
    if divisor and amount.unit.kg:
        unit, count, end = divisor
        role: Role = "yield" if unit.dimension == "area" else "weight_each"
        return replace(plain, role=role, per_unit=unit, per_count=count, end=end, each_of=unit.name)
    if divisor and divisor[0].dimension != "load":
        return replace(plain, role="detail", end=divisor[2])
    if _is_a_minimum(tokens, amount):
        return replace(plain, role="min_order")
    if discounts.from_amount(tokens, amount, told=any(each.role == "goods" for each in earlier)):
        return replace(plain, role="detail")
    period = _period(tokens, amount)
    packing.turn_round(tokens, amount, earlier)
    each = packing.each_before(tokens, amount, units, earlier)
    if each is not None:
        role = "weight_each" if amount.unit.kg else "detail"
        period = periods.after(tokens, amount.end)
        end = period.end if period else plain.end
        return replace(plain, role=role, each_of=each, period=period, end=end)
    detail = OF_A_DETAIL.before(tokens, amount.start)
    if detail and detail[0] and tokens[detail[0] - 1].is_("các", "mỗi", "từng"):
        detail = None  # "rau các loại từ 500kg", "mỗi loại 3 tạ": of all kinds, of each
    if detail and amount.unit.kg and (detail[1].exact or tokens[detail[0]].folded in SURE_DETAILS):
        return replace(plain, role="detail", weak=tokens[detail[0]].is_("khối", "trọng"))
    if period is None:
        return plain
    return replace(plain, period=period, start=min(plain.start, period.start), end=max(plain.end, period.end))


def _divisor(tokens: tuple[Token, ...], amount: Amount, units: Units) -> tuple[Unit, Decimal, int] | None:
    """ "/kg", "một cân", "/10 quả", "per tonne" after an amount: the unit, how many, the token after."""
    i = amount.end
    hit = PER_UNIT.at(tokens, i)
    if hit is None or packing.holds_one(tokens, amount, units):
        return None
    if tokens[i].is_("trên") and hit.end == i + 1 and tokens[hit.end : i + 2] and _is_number(tokens[i + 1]):
        return None  # "loại 1 trên 1,2kg": more than
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


def _is_number(token: Token) -> bool:
    return token.kind == "number"


def _of_the_past(tokens: tuple[Token, ...], amount: Amount, taken: frozenset[int]) -> bool:
    """Whether the amount is of what was, beside one that is ("đã bán 2 tấn, còn 8 tạ"), or an age."""
    past = PAST.before(tokens, amount.start, 5) or _past_year(tokens, amount.start, taken)
    if past and not past[1].exact and tokens[past[0]].folded == "tuoi":
        return False  # "ba kich tuoi 180k/kg": fresh, not aged
    later = tokens[amount.end : amount.end + _NOW_WITHIN]
    return past is not None and (any(token.is_(*NOW) for token in later) or tokens[past[0]].is_("tuổi"))


def _past_year(tokens: tuple[Token, ...], i: int, taken: frozenset[int]) -> tuple[int, Hit[None]] | None:
    """ "Năm 2025 sản lượng 50 tấn, năm nay 60 tấn": a year in figures a few words before token ``i``, which
    is none of the deliveries."""
    for at in range(max(1, i - 4), i):
        year = len(tokens[at].text) == 4 and tokens[at].text.isdigit() and tokens[at].text.startswith("20")
        if year and at not in taken and tokens[at - 1].is_("năm", "in"):
            return at - 1, Hit(None, at + 1, True)
    return None


def _is_a_minimum(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """Whether the amount is the least of an order, or a step of a price list (">50kg: 40k")."""
    number = _number_at(tokens, amount)
    if OF_A_MINIMUM.before(tokens, amount.start, 5) or OF_A_MINIMUM.before(tokens, number, 5):
        return True
    step = tokens[amount.start].text in "<>≤≥" or (number and tokens[number - 1].text in "<>≤≥")
    return bool(step) and amount.end < len(tokens) and tokens[amount.end].text in ":="


def _period(tokens: tuple[Token, ...], amount: Amount) -> periods.Period | None:
    """How often the amount comes; of trips rather what is said before ("tuần 3 chuyến, mỗi chuyến …")."""
    bracketed = amount.end < len(tokens) and tokens[amount.end].text == ")"  # "(24 tấn) mỗi tháng"
    end = amount.end + bracketed
    if amount.unit and amount.unit.dimension == "load" and tokens[end + 1 : end + 2]:
        sized = tokens[end].text in ("20", "40") and tokens[end + 1].folded in _FEET
        end += 2 * sized  # "3 FCL 20' per month"
    after = periods.after(tokens, end)
    before = periods.before(tokens, amount.start)
    if amount.unit and amount.unit.dimension == "load" and after and after.code == "batch":
        return before
    return after or before or periods.habit(tokens, amount.start)


def _number_at(tokens: tuple[Token, ...], amount: Amount) -> int:
    """The token of the number itself, past "tối thiểu" and the like that were read with it."""
    return next((i for i in range(amount.start, amount.end) if tokens[i].kind == "number"), amount.start)
