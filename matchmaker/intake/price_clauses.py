"""Which amounts of a text are prices, and for one of what ("kg 30k", "hộp 300g giá 120k")."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from matchmaker.intake import packing, periods
from matchmaker.intake.amount import Amount
from matchmaker.intake.amounts import read_amount
from matchmaker.intake.clause import Clause
from matchmaker.intake.clause_words import CEILING, OF_A_SUPPLEMENT, OF_OTHER_MONEY
from matchmaker.intake.text import Token
from matchmaker.intake.units import Unit, Units

LEAST_OF_A_KG = 1000  # VND: no goods of this trade cost less


def is_price(tokens: tuple[Token, ...], amount: Amount, divisor: tuple[Unit, Decimal, int] | None) -> bool:
    """Whether an amount is money: by its currency, its thousands, what it is for one of, or a word."""
    if amount.currency:
        return True
    said = said_price(tokens, amount)
    if amount.unit is not None:
        short = amount.money_word and amount.unit.dimension in ("mass", "volume")
        thousand = amount.scale >= 1000 and (said or tokens[amount.end - 1].is_("cân", "ký", "kí"))
        sized = amount.money_word and (_size_after(tokens, amount) or _size_before(tokens, amount))
        return amount.scale >= 1000 and (short or thousand or sized)
    if divisor:
        return divisor[0].dimension not in ("area", "load") and not _pieces_in_one(tokens, amount, divisor[0])
    digits = any(token.kind == "number" for token in tokens[amount.start : amount.end])
    return amount.scale >= 1000 or (said and digits)  # "giá cả hai bên" names no price


def _pieces_in_one(tokens: tuple[Token, ...], amount: Amount, unit: Unit) -> bool:
    """Whether a bare number behind "x" tells how many packs one box holds: "400g packs x 44/carton"."""
    times = amount.start > 0 and tokens[amount.start - 1].folded in ("x", "*", "×")
    return times and amount.scale < 1000 and unit.name in packing.CONTAINERS


def is_added(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """Whether money comes on top of the price or off it, and is none ("thêm 3k", "cộng 700đ/kg")."""
    found = OF_A_SUPPLEMENT.before(tokens, amount.start, 3)
    money = bool(amount.currency or amount.scale >= 1000)
    return money and found is not None and (found[1].exact or not found[1].value)


def _size_after(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """Whether "320k chai 500ml" says what the bottle priced holds."""
    container = amount.unit is not None and amount.unit.name in packing.CONTAINERS
    return container and tokens[amount.end : amount.end + 1] != () and tokens[amount.end].kind == "number"


def _size_before(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """Whether "500g 25k gói" says what the pack priced holds: nobody sells packs by the ten thousand."""
    at, container = amount.start, amount.unit is not None and amount.unit.name in packing.CONTAINERS
    at -= int(at > 0 and tokens[at - 1].text == ",")
    if not container or at < 2 or periods.after(tokens, amount.end, 0):
        return False
    return tokens[at - 1].is_("g", "gr", "gam", "gram", "kg", "ml", "lít") and tokens[at - 2].kind == "number"


def is_other_money(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """Whether the money is income or capital ("10 triệu/tháng", "vốn 200 triệu"), not what goods cost."""
    if periods.after(tokens, amount.end, 0):
        return True
    return OF_OTHER_MONEY.before(tokens, amount.start, 4) is not None


def unit_before(
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
    if held and last and not _too_cheap(amount, last.amount):
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
    counted = any(c.role == "goods" and _counts_others(c, last.each_of) for c in earlier) or (
        last.start > 1 and tokens[last.start - 2].kind == "number"
    )
    between = tokens[last.end : at]
    if counted or not all(t.text in ":-(),=" or t.is_("giá", "bán", "lẻ", "sỉ", "là") for t in between):
        return None
    return Unit(last.each_of, "count", Decimal(1))


def _counts_others(clause: Clause, container: str) -> bool:
    """Whether goods are counted by another piece than the ``container`` that is priced: "600 lít, chai 500ml
    250k" names the price of a bottle."""
    unit = clause.amount.unit
    return unit is None or (unit.dimension not in ("mass", "volume") and unit.name != container)


def _too_cheap(price: Amount, held: Amount) -> bool:
    """Whether a price is none for all that a container holds: "bao 50 kg, 17k" is that of a kilogram."""
    kg, money = held.in_kg(), price.low if price.low is not None else price.high
    return bool(kg.unit and kg.unit.kg and kg.low and money and money / kg.low < LEAST_OF_A_KG)


def said_price(tokens: tuple[Token, ...], amount: Amount) -> bool:
    """Whether a word of price stands just before the number."""
    at = amount.start
    while at and tokens[at - 1].text in ":-":
        at -= 1
    window = tokens[max(0, at - 2) : at]
    return any(t.is_("giá") or t.folded in ("price", "@", "priced") for t in window)


def price_of(
    tokens: tuple[Token, ...], amount: Amount, divisor: tuple[Unit, Decimal, int] | None, units: Units
) -> Clause:
    """The clause of a price; ``divisor`` is the unit it is for, how many of them, and the token after."""
    if amount.high is not None and amount.low == amount.high and CEILING.before(tokens, amount.start, 4):
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


def bare_price(tokens: tuple[Token, ...], amount: Amount) -> Clause | None:
    """A number with nothing beside it: a price only if it looks like one ("120.000")."""
    value = amount.low if amount.low is not None else amount.high
    grouped = any("." in t.text or "," in t.text for t in tokens[amount.start : amount.end])
    if value is None or not grouped or value < 1000 or value % 100:
        return None
    return Clause("price", amount, amount.start, amount.end, weak=True)
