"""What pieces hold, as an account tells it: the size that amounts were converted by, or one to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

from scoring.columns.alive import MEAT, dressed
from scoring.criteria.packs import NEARLY
from scoring.criteria.verdict import Facts, number
from scoring.pairs import Pairs
from scoring.records import Demand, Offer, Size
from scoring.units import KILOGRAM, fold

HEADS = ("con", "head", "heads")
GROWN_PIECES = ("con", "quả", "bó", "bánh", "cặp")


def size_facts(pairs: Pairs, i: int, column: str) -> Facts:
    """The ``sizes`` by which the units of a pair convert, or one that leaves a question (``size_range``).

    ``column`` names the bases of both sides: of their amounts or of their prices.
    """
    offer, demand = pairs.offer(i), pairs.demand(i)
    if not (offer.sizes or demand.sizes or offer.unit_kg or demand.unit_kg):
        return {}  # nobody says what one piece holds
    priced = column == "price_base"
    mine = int(pairs.prices.base[i] if priced else getattr(pairs.offers, column)[pairs.o[i]])
    theirs = int(getattr(pairs.demands, column)[pairs.d[i]])
    sides: tuple[tuple[Offer | Demand, int], ...] = ((offer, mine), (demand, theirs))
    stated = [(record, size) for record, base in sides for size in _of(pairs, record, base)]
    factor = float(pairs.converted(column, column)[i])
    if not stated and mine != theirs and not isnan(factor):  # litres, packed in bottles of a size told
        across = zip(sides, (theirs, mine), strict=True)
        stated = [(record, size) for (record, _), base in across for size in _of(pairs, record, base)]
    if stated and all(size.low != size.high for _, size in stated):  # of "gói 200–250 g" the pack offered
        exact = [(record, size) for record, _ in sides for base in (mine, theirs)
                 for size in _of(pairs, record, base) if size.low == size.high]  # fmt: skip
        stated = exact or stated
    if column == "base" and isnan(factor) and mine != theirs:
        stated = stated or [(record, size) for record, _ in sides if (size := head_of(record))]
    if not stated and column == "base" and isnan(factor):  # pieces of which the other side says the weight
        stated = _weighed_across(pairs, sides)
    if not stated:
        return {}
    if mine == theirs and factor == 1.0:
        return {}
    if column == "base" and (i in pairs.counted_items or _heads_alike(pairs, i)):
        return {}
    if not isnan(factor):
        sides_told = ("supply" if isinstance(record, Offer) else "need" for record, _ in stated)
        told = [{**_told(size), "side": side} for side, (_, size) in zip(sides_told, stated, strict=True)]
        return {"sizes": told, "factor": number(factor)}
    record, size = stated[0]
    wanted = f"{demand.product} {demand.description} {demand.spec}"
    meat = size.unit == "con" and bool(dressed(wanted) or MEAT.match(demand.product))
    side = "supply" if isinstance(record, Offer) else "need"
    facts: Facts = {**_told(size), "high": number(size.high), "side": side, "meat": meat}
    if record.unit_kg and record.quantity and size.unit == "con":
        facts["heads"] = number(record.quantity)
    return {"size_range": facts}


def _weighed_across(
    pairs: Pairs, sides: tuple[tuple[Offer | Demand, int], ...]
) -> list[tuple[Offer | Demand, Size]]:
    """The fruits that one side counts, with what they weigh by the other side, which weighs its own."""
    kilograms = pairs.context.bases.index[KILOGRAM]
    turned = ((sides[0], sides[1]), (sides[1], sides[0]))
    return [
        (record, size)
        for (record, base), (other, own) in turned
        if own == kilograms
        for size in _of(pairs, other, base)
        if size.unit == "quả" and size.measure == KILOGRAM
    ]


def _heads_alike(pairs: Pairs, i: int) -> bool:
    """Whether both sides count heads, of which one side says the weight: they are compared as heads."""
    return all(fold(record.unit) in HEADS for record in (pairs.offer(i), pairs.demand(i)))


def head_of(record: Offer | Demand) -> Size | None:
    """What a head weighs, where the record says it beside their number."""
    if not record.unit_kg or fold(record.unit) not in HEADS:
        return None
    ranges = [size for size in record.sizes if size.unit == "con" and size.measure == "kg"]
    return ranges[0] if ranges else Size("con", record.unit_kg, record.unit_kg, "kg")


def _of(pairs: Pairs, record: Offer | Demand, base: int) -> list[Size]:
    """The sizes of the pieces that a side counts in."""
    bases = pairs.context.bases
    return [size for size in record.sizes if base > 0 and bases.amount(1.0, size.unit, None)[1] == base]


def _told(size: Size) -> Facts:
    return {"unit": size.unit, "low": number(size.low), "measure": size.measure}


def pack_facts(pairs: Pairs, i: int) -> Facts:
    """How the goods are packed and how they are wanted, where no pack is of a size that is wanted."""
    offer, demand = pairs.offer(i), pairs.demand(i)
    if not (offer.sizes and demand.sizes):
        return {}
    packed, wanted = _packs(offer.sizes), _packs(demand.sizes)
    bases = pairs.context.bases

    def ends(size: Size) -> tuple[float, float, int]:
        (low, base), (high, _) = (bases.amount(each, size.measure, None) for each in (size.low, size.high))
        return low, high, base

    for size in wanted:
        low, high, base = ends(size)
        for other in packed:
            least, most, same = ends(other)
            if base != same or (least <= high * NEARLY and low <= most * NEARLY):
                return {}
    if not packed or not wanted:
        return {}
    return {"packs": [_ends_told(size) for size in packed], "packs_wanted": [_ends_told(s) for s in wanted]}


SIZES_APART = 1.4  # times: contents of packs that lie further apart are two sizes, and no range of one


def several_sizes(pairs: Pairs, i: int, base: int) -> list[Facts]:
    """The sizes of the packs that an offer counts or prices in, where it names more than one of them."""
    bases, own = pairs.context.bases, _packs(_of(pairs, pairs.offer(i), base))
    ends = [bases.amount(end, size.measure, None) for size in own for end in (size.low, size.high)]
    if not ends or len({measure for _, measure in ends}) > 1:
        return []
    held = [value for value, _ in ends]
    return [_ends_told(size) for size in own] if max(held) > SIZES_APART * min(held) else []


def packed_in(record: Offer | Demand) -> bool:
    """Whether a record names a size of packs."""
    return bool(_packs(record.sizes))


def _packs(sizes: Sequence[Size]) -> list[Size]:
    """The sizes of what goods are packed in, and not of heads or fruits."""
    return [size for size in sizes if size.unit not in GROWN_PIECES]


def _ends_told(size: Size) -> Facts:
    return {**_told(size), "high": number(size.high)}


def covers_any_size(facts: Facts) -> bool:
    """Whether the amount offered suffices whatever the pieces of one side weigh within what it says."""
    size = facts.get("size_range")
    if not size or size["measure"] != "kg" or size.get("meat") or size.get("heads"):
        return False
    if facts.get("out_of_season"):
        return False  # nothing of it falls to the need
    month = "_month" if facts["monthly"] else ""
    need, have = (facts[f"{side}{month}"] for side in ("need", "supply"))
    if need is None or have is None:
        return False
    if size["side"] == "need":
        return bool(facts["unit"] == "kg" and have >= need * size["high"])
    most = (
        (facts.get("need_said_high") or 1) / (facts.get("need_said") or 1)
        if facts.get("need_said_high")
        else 1
    )
    return bool(facts["need_unit"] == "kg" and have * size["low"] >= need * most)
