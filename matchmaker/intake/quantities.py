"""How much is offered or wanted, from the clauses of a message."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from matchmaker.intake import counting, intervals, packing, periods, spoken_seasons
from matchmaker.intake.amount import Amount
from matchmaker.intake.clause import Clause
from matchmaker.intake.numbers import read_number
from matchmaker.intake.periods import Period
from matchmaker.intake.phrases import Phrases
from matchmaker.intake.text import Token
from matchmaker.intake.units import KG, Unit

_MOST_OF_ONE_KG = Decimal(20)
_MOST_IN_A_RANGE_KG = Decimal(5)
_MOST_A_KG = Decimal(60)
_LORRIES, _MOST_CARRIED_KG = ("xe", "container"), Decimal(35_000)
_MOST_IN = {"xe": _MOST_CARRIED_KG, "container": Decimal(30_000)}  # of several "(32 tấn)" is of all of them
_SHIPPED = frozenset(
    {"container", "containers", "reefer", "reefers", "fcl", "ft"}
)  # of which a pack is no need
_NEAR = 4  # tokens between an amount and "every two weeks"
_BESIDE = 2  # tokens: ", about"
_ASIDE = Phrases.listed(
    "mẫu | mẫu thử | hàng mẫu | gửi mẫu | dùng thử | đợt đầu | chuyến đầu | lô đầu | lần đầu | "
    "giao đợt đầu | đợt 1 | lô 1 | trước mắt | sample | samples | first lot | trial"
)
_BATCHES = frozenset({"lứa", "đợt", "mẻ", "chuyến", "lần", "xe", "container"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount of goods: from ``low`` to ``high`` (None: open) in ``unit``, each ``per`` period.

    Mass is in kg. ``kg_low``/``kg_high`` are kilograms where the text lets them be told, ``per`` a code
    of the interchange format or "" where nothing is said. ``start``/``end`` are tokens.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str
    kg_low: Decimal | None
    kg_high: Decimal | None
    per: str
    start: int
    end: int
    confidence: float
    doubts: tuple[str, ...] = ()
    alternatives: tuple[Quantity, ...] = ()
    interval: int = 0  # days from one batch to the next; 0: not said


def find_quantities(tokens: tuple[Token, ...], clauses: list[Clause], accented: bool) -> list[Quantity]:
    """The quantities of a message, the one meant first."""
    clauses = [c for c in clauses if not _is_range_of_grams(c)]
    grown = _yield(clauses)
    if grown:
        return [grown]
    if at_interval := _at_interval(tokens, clauses):
        return [at_interval]
    carried = _carried(tokens, clauses)
    if carried:
        return [carried]
    goods = [c for c in clauses if c.role == "goods" and c.amount.unit and c.amount.unit.dimension != "load"]
    loads = [c for c in clauses if c.role == "goods" and c.amount.unit and c.amount.unit.dimension == "load"]
    goods = [c for c in goods if not packing.holds_only(tokens, c.amount)] or goods
    shipped = [] if any(token.folded in _SHIPPED for token in tokens) else goods
    goods = [c for c in goods if not packing.in_english_packs(tokens, c.amount)] or shipped
    goods = [c for c in goods if not _is_aside(tokens, c, clauses)] or goods
    if any(c.period for c in goods):
        goods = [c for c in goods if not (_is_more_than(tokens, c) or _is_range_of_one(c))]
    weighed = any(c.amount.unit and c.amount.unit.kg for c in goods)
    if weighed:
        goods = [c for c in goods if not _is_size(c, clauses)] or goods
    goods = [c for c in goods if not (weighed and _is_meals(c))]
    goods.sort(key=lambda c: _is_weight_of_one(c) or (weighed and _is_stand(c)))
    goods.sort(key=lambda c: not (c.period and spoken_seasons.of_ordinary_times(tokens, c.amount.start)))
    found = [_in_southern_tens(tokens, c, _quantity(c, clauses, accented)) for c in goods or loads]
    found = [_in_tens_priced(each, clauses) for each in found]
    return (
        found or _by_batch(clauses) or [_quantity(c, clauses, accented) for c in clauses if _weighed(c)][:1]
    )


def _weighed(clause: Clause) -> bool:
    """Whether a weight is called so ("khối lượng 500 kg"): the goods', where no other amount is told."""
    return clause.role == "detail" and clause.weak and clause.amount.unit is not None


def _in_southern_tens(tokens: tuple[Token, ...], clause: Clause, quantity: Quantity) -> Quantity:
    """The quantity with the pieces that "chục" of coconuts may be: twelve or fourteen to each."""
    if not counting.is_generous(tokens, clause.amount):
        return quantity
    larger = [
        replace(
            quantity, low=_times(quantity.low, n), high=_times(quantity.high, n), unit="quả", confidence=0.3
        )
        for n in counting.GENEROUS_TENS
    ]
    return replace(quantity, doubts=(*quantity.doubts, "southern_tens"), alternatives=tuple(larger))


def _in_tens_priced(quantity: Quantity, clauses: list[Clause]) -> Quantity:
    """The pieces of tens, where the price is for one of another kind: 150 in "15 chục/tháng, 400k/chiếc"."""
    units = {c.per_unit.name: c.per_unit for c in clauses if c.role == "price" and c.per_unit}
    if quantity.unit != counting.TEN.name or len(units) != 1:
        return quantity
    name, unit = units.popitem()
    plain = unit.dimension != "count" or name in (counting.TEN.name, counting.FRUIT.name)
    if plain or name in packing.CONTAINERS:
        return quantity
    ten = Decimal(10)
    return replace(quantity, low=_times(quantity.low, ten), high=_times(quantity.high, ten), unit=name)


def _is_aside(tokens: tuple[Token, ...], clause: Clause, clauses: list[Clause]) -> bool:
    """Whether an amount is a sample, a first load, or one more size of a pack: "bao 10kg, 25kg, 50kg"."""
    if clause.period:
        return False
    if _ASIDE.before(tokens, clause.start):
        return True
    earlier = next((c for c in reversed(clauses) if c.end < clause.start), None)
    joined = earlier is not None and clause.start - earlier.end == 1
    if earlier is None or not joined or not tokens[earlier.end].is_(",", "-", "/", "và", "hoặc", "or", "and"):
        return False
    return _is_pack(tokens, earlier) or (_is_aside(tokens, earlier, clauses) and not earlier.period)


def _is_pack(tokens: tuple[Token, ...], clause: Clause) -> bool:
    said = clause.role in ("weight_each", "detail") and clause.amount.unit is not None
    return (said and bool(clause.amount.unit and clause.amount.unit.kg)) or packing.holds_only(
        tokens, clause.amount
    )


def _is_more_than(tokens: tuple[Token, ...], clause: Clause) -> bool:
    """Whether "loại 1 trên 1,2kg" tells how heavy one of a grade is, beside an amount with a period."""
    if clause.period or not _is_weight_of_one(clause):
        return False
    i = clause.start - 1
    return i > 0 and tokens[i].kind == "number" and tokens[i - 1].is_("loại", "hạng", "cỡ", "size")


def _is_range_of_one(clause: Clause) -> bool:
    """Whether "bắp cải cuộn chặt 1–1,8 kg" beside an amount of each day tells what one of them weighs."""
    amount = clause.amount.in_kg()
    if clause.period or amount.unit != KG or amount.low is None or amount.high is None:
        return False
    return amount.low < amount.high <= _MOST_IN_A_RANGE_KG


def _is_weight_of_one(clause: Clause) -> bool:
    """Whether a clause looks like the weight of one piece ("gà 1,8kg trở lên"); others go before it."""
    amount = clause.amount.in_kg()
    most = amount.high if amount.high is not None else amount.low
    return clause.period is None and amount.unit == KG and most is not None and most <= _MOST_OF_ONE_KG


def _is_size(clause: Clause, clauses: list[Clause]) -> bool:
    """Whether "ghẹ 3-4 con 380k" tells the size by its price: so many to the kilogram."""
    amount, priced = clause.amount, any(c.role == "price" and c.start == clause.end for c in clauses)
    counted = amount.unit is not None and amount.unit.name == "con" and clause.period is None
    return (
        counted
        and priced
        and amount.low is not None
        and amount.low < (amount.high or amount.low) <= _MOST_A_KG
    )


def _is_range_of_grams(clause: Clause) -> bool:
    """Whether a range below a kilogram is told: "350-450 g" is the size of a fruit and no amount."""
    amount = clause.amount.in_kg()
    if clause.role != "goods" or clause.period or amount.unit != KG or amount.low is None:
        return False
    return amount.high is not None and amount.low < amount.high < 1


def _is_stand(clause: Clause) -> bool:
    """Whether trees are counted, which bear the goods weighed beside them ("1.200 cây hồng … 8 tấn")."""
    return clause.amount.unit is not None and clause.amount.unit.name == "cây"


def _is_meals(clause: Clause) -> bool:
    """Whether meals are counted, for which goods are weighed: "bếp 4.000 suất, cần 600 kg mỗi ngày"."""
    return clause.amount.unit is not None and clause.amount.unit.name == "suất"


def _quantity(clause: Clause, clauses: list[Clause], accented: bool) -> Quantity:
    amount = clause.amount.in_kg()
    unit = amount.unit.name if amount.unit else ""
    kg_low, kg_high = (amount.low, amount.high) if amount.unit and amount.unit.kg else (None, None)
    end = clause.end
    weight = _weight_of(clause, clauses)
    if weight:
        each = weight.amount.in_kg()
        kg_low, kg_high = _times(amount.low, each.low), _times(amount.high, each.high)
        kg_low, kg_high = _over(kg_low, weight.per_count), _over(kg_high, weight.per_count)
        end = max(end, weight.end)
    doubts = _doubts(clause, accented)
    period = clause.period or (weight.period if weight else _period_of_held(clause, clauses))
    period = period or _period_of_loads(clause, clauses)
    per = period.code if period else ""
    confidence = 0.95 - 0.1 * amount.about - 0.25 * len(doubts)
    return Quantity(
        amount.low, amount.high, unit, kg_low, kg_high, per, clause.start, end, max(0.3, confidence), doubts
    )


def _doubts(clause: Clause, accented: bool) -> tuple[str, ...]:
    """What a person should look at: digits that read two ways, a word whose accents were guessed."""
    doubts = ["number_format"] if clause.amount.others else []
    doubts += ["broken_range"] if clause.broken else []
    if clause.amount.scale >= 1000 and clause.amount.unit and clause.amount.unit.kg == 1:
        doubts.append("count_or_price")
    if accented and not clause.amount.sure:
        doubts.append("unaccented_unit")
    if clause.period and not clause.period.sure and accented:
        doubts.append("unaccented_period")
    return tuple(doubts)


def _by_batch(clauses: list[Clause]) -> list[Quantity]:
    """ "50kg mỗi lứa" with no number of batches said."""
    found = []
    for clause in clauses:
        if clause.role == "weight_each" and clause.each_of in _BATCHES:
            amount = clause.amount.in_kg()
            low, high = _over(amount.low, clause.per_count), _over(amount.high, clause.per_count)
            found.append(Quantity(low, high, "kg", low, high, "batch", clause.start, clause.end, 0.85))
    return found


def _weight_of(clause: Clause, clauses: list[Clause]) -> Clause | None:
    """The clause that states the weight of one of the pieces counted by ``clause``."""
    unit = clause.amount.unit
    if unit is None or unit.kg:
        return None
    said = next((c for c in clauses if c.role == "weight_each" and c.each_of == unit.name), None)
    return said or _weight_in_price(unit, clauses)


def _period_of_held(clause: Clause, clauses: list[Clause]) -> Period | None:
    """The period said behind what one piece holds: "2.000 chai 500ml/tháng"."""
    unit = clause.amount.unit
    held = (c for c in clauses if unit and c.role == "detail" and c.each_of == unit.name and c.period)
    return next((c.period for c in held), None)


def _period_of_loads(clause: Clause, clauses: list[Clause]) -> Period | None:
    """The period of the containers told just before, of which none could carry as much alone: "3 FCL a
    month, 60 tons"."""
    most = clause.amount.in_kg().low if clause.amount.unit and clause.amount.unit.kg else None
    loads = (c for c in clauses if 0 <= clause.start - c.end <= _BESIDE and c.role == "goods" and c.period)
    found = next((c for c in loads if c.amount.unit and c.amount.unit.name in _LORRIES), None)
    return found.period if found and most is not None and most > _MOST_CARRIED_KG else None


def _weight_in_price(unit: Unit, clauses: list[Clause]) -> Clause | None:
    """The weight of one piece where its price states it: "2.000 túi/tháng, 18k/túi 500g"."""
    for clause in clauses:
        if (
            clause.role == "price"
            and clause.pack_kg
            and clause.per_unit
            and clause.per_unit.name == unit.name
        ):
            weight = Amount(clause.pack_kg, clause.pack_kg, clause.start, clause.end, unit=KG)
            return replace(clause, role="weight_each", amount=weight, per_count=Decimal(1), period=None)
    return None


def _yield(clauses: list[Clause]) -> Quantity | None:
    """ "2 ha, 20 tấn/ha" is 40 tonnes."""
    area = next((c for c in clauses if c.role == "area"), None)
    grown = next((c for c in clauses if c.role == "yield"), None)
    if area is None or grown is None or area.amount.unit != grown.per_unit:
        return None
    if any(c.role == "goods" for c in clauses):
        return None
    each = grown.amount.in_kg()
    low, high = _times(area.amount.low, each.low), _times(area.amount.high, each.high)
    start, end = min(area.start, grown.start), max(area.end, grown.end)
    return Quantity(low, high, "kg", low, high, "", start, end, 0.85)


def _at_interval(tokens: tuple[Token, ...], clauses: list[Clause]) -> Quantity | None:
    """What one batch brings, where they come at an interval: "3 tháng một lứa, mỗi lứa 500 con"."""
    found = intervals.interval(tokens)
    batch = intervals.of_a_batch(clauses) if found else None
    if found is None and (every := intervals.every(tokens)):
        days, start, end = every
        near = [c for c in clauses if 0 <= c.start - end <= _NEAR or 0 <= start - c.end <= _NEAR]
        found, batch = (days, end), intervals.of_a_batch(near)
    if found is None or batch is None or batch.amount.unit is None:
        return None
    amount = batch.amount.in_kg()
    unit = amount.unit.name if amount.unit else ""
    low, high = amount.low, amount.high
    kg_low, kg_high = (low, high) if amount.unit and amount.unit.kg else (None, None)
    return Quantity(
        low, high, unit, kg_low, kg_high, "batch", batch.start, max(batch.end, found[1]), 0.75,
        interval=found[0],
    )  # fmt: skip


def _carried(tokens: tuple[Token, ...], clauses: list[Clause]) -> Quantity | None:
    """ "ngày 2 chuyến, chuyến 4 tấn", "5 hộ, mỗi hộ 2 tấn": so many times so much."""
    for weight in clauses:
        told = weight.role == "weight_each" or _held_by_a_batch(weight)
        if not told or any(_pieces(c, weight.each_of) for c in clauses):
            continue
        count = next((c for c in clauses if _counts(c, weight.each_of)), None)
        times = count.amount if count else _said_count(tokens, weight)
        if times is None:
            continue
        said = None if count else _said_period(tokens, times)
        each = weight.amount.in_kg()
        one = Decimal(1)
        weighed = each.unit is not None and bool(each.unit.kg)
        if weighed and (each.low or 0) > _MOST_IN.get(weight.each_of, Decimal("Infinity")):
            times = replace(times, low=one, high=one)  # "4 cont/tháng (100 tấn)": all of them
        low, high = _times(times.low, each.low), _times(times.high, each.high)
        period = (count.period if count else said) or weight.period
        once = times.single == 1 and weight.each_of in _BATCHES
        start = min(count.start if count else times.start, weight.start)
        code = period.code if period else "batch" if once else ""
        if each.unit and not each.unit.kg:
            return Quantity(low, high, each.unit.name, None, None, code, start, weight.end, 0.8)
        open_ = (times.low or 0) > 1 and weight.start > 0 and tokens[weight.start - 1].text == "("
        doubts = ("each_or_all",) if open_ else ()
        return Quantity(low, high, "kg", low, high, code, start, weight.end, 0.8, doubts)
    return None


def _held_by_a_batch(clause: Clause) -> bool:
    """Whether pieces are told of one batch: "mỗi mẻ 120 bộ"."""
    unit = clause.amount.unit
    counted = unit is not None and not unit.kg and unit.dimension in ("count", "volume")
    return clause.role == "detail" and clause.each_of in _BATCHES and counted


def _counts(clause: Clause, name: str) -> bool:
    unit = clause.amount.unit
    return clause.role == "goods" and unit is not None and unit.dimension == "load" and unit.name == name


def _pieces(clause: Clause, name: str) -> bool:
    unit = clause.amount.unit
    return clause.role == "goods" and unit is not None and unit.dimension != "load" and unit.name == name


def _said_count(tokens: tuple[Token, ...], weight: Clause) -> Amount | None:
    """The number said with a noun that is no unit: "5 hộ" of "5 hộ, mỗi hộ 2 tấn"."""
    for k in range(1, weight.start):
        named = k > 1 and tokens[k - 1].glued and tokens[k - 2].kind == "word"  # "ST25 túi 5kg"
        if tokens[k].marked == weight.each_of and tokens[k - 1].kind == "number" and not named:
            number = read_number(tokens, k - 1)
            if number:
                return Amount(number.value, number.value, k - 1, k)
    return None


def _said_period(tokens: tuple[Token, ...], count: Amount) -> Period | None:
    """How often so many come: "2 tàu/tháng, mỗi tàu 10 tấn", "mỗi tháng 2 tàu"."""
    return periods.after(tokens, count.end + 1, 0) or periods.before(tokens, count.start, 1)


def _times(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a * b


def _over(a: Decimal | None, b: Decimal) -> Decimal | None:
    return None if a is None else a / b
