"""What one counted unit of a record holds, where the record states a single figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import nan

from scoring.columns.arrays import UNSAID, Floats, Ints, floats, ints
from scoring.records import Size
from scoring.units import KILOGRAM, LIVE_KILOGRAM, Bases

# Heads differ in weight, and live weight is not meat: their weight is asked for and nothing is converted.
NEVER_CONVERTED = ("con",)
GROWN_UNITS = ("con", "quả", "bó", "bánh")  # of which each has a size of its own
Held = tuple[int, float, int]  # base of the counted unit, what one holds, base of that
Told = tuple[Sequence[Size], Sequence[str], float | None, bool]


def sizes(told: Iterable[Told], bases: Bases) -> tuple[Ints, Ints, Floats]:
    """Of each record with the units it uses: the counted one of known size, its measure and its size.

    The first unit is that of the amount. Where heads or bunches have their weight stated beside the amount
    (the third of what is told, the fourth being whether they are alive), they can still be compared by count.
    """
    held = [
        _counted(units[0], None if _ranges(stated, units[0], bases) else weight, alive, bases)
        or _held(stated, units, bases)
        for stated, units, weight, alive in told
    ]
    return ints(h[0] for h in held), ints(h[2] for h in held), floats(h[1] for h in held)


def _ranges(stated: Sequence[Size], unit: str, bases: Bases) -> bool:
    """Whether pieces are stated to be of several weights, so that the least of them stands for none."""
    if bases.units.canonical(unit) in NEVER_CONVERTED:
        return False
    base = bases.amount(1.0, unit, None)
    return any(size.low != size.high and bases.amount(1.0, size.unit, None) == base for size in stated)


def _counted(unit: str, weight: float | None, alive: bool, bases: Bases) -> Held | None:
    one, base = bases.amount(1.0, unit, None) if weight else (nan, UNSAID)
    if not weight or base <= 0 or one != 1.0:
        return None
    if bases.units.canonical(unit) not in NEVER_CONVERTED:
        return base, weight, bases.index[KILOGRAM]
    return base, weight, bases.index[KILOGRAM] if not alive else bases.index.get(LIVE_KILOGRAM, 0)


def _held(stated: Sequence[Size], units: Sequence[str], bases: Bases) -> Held:
    for unit in units if stated else ():
        _, base = bases.amount(1.0, unit, None)
        of_it = [size for size in stated if _is_of(size, base, bases)]
        found = {bases.amount(end, size.measure, None) for size in of_it for end in (size.low, size.high)}
        if base > 0 and len(found) == 1:
            value, measure = found.pop()
            return base, value, measure
    return _packed(stated, units, bases)


def _packed(stated: Sequence[Size], units: Sequence[str], bases: Bases) -> Held:
    """What one pack holds of goods that are counted by weight or volume, where one size alone is stated."""
    packs = [size for size in stated if size.unit not in GROWN_UNITS]
    held = {
        (bases.amount(1.0, size.unit, None)[1], *bases.amount(end, size.measure, None))
        for size in packs
        for end in (size.low, size.high)
    }
    if len(held) != 1 or not units:
        return UNSAID, nan, UNSAID
    base, value, measure = held.pop()
    own = bases.amount(1.0, units[0], None)[1]
    return (base, value, measure) if base > 0 and measure == own else (UNSAID, nan, UNSAID)


def _is_of(size: Size, base: int, bases: Bases) -> bool:
    """Whether a size is that of the pieces counted, and a single one."""
    if size.unit in NEVER_CONVERTED:
        return False
    return bases.amount(1.0, size.unit, None) == (1.0, base)
