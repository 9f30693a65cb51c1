"""Seasons of which a record names one end only: "có từ tháng 11", "bán đến tháng 3"."""

from __future__ import annotations

from datetime import date

from scoring.horizon import LENGTH, YEAR, Horizon
from scoring.part_months import harvest_words
from scoring.product import Kind
from scoring.records import Demand, Offer

END, START = "end", "start"
_CODES = {"open_end": END, "open_start": START}
AHEAD = 6  # months: an end that lies further off belongs to a season that has not begun
RUNS = 5  # months that a season is taken to run on once it has begun
_WINTER = (12, 1, 2)  # what "từ tháng 12" is read as


def open_side(record: Offer | Demand) -> str:
    """Which end of the months the record leaves open: ``end``, ``start``, or "" where it names both.

    >>> from scoring.records import Doubt
    >>> open_side(Offer("o", "gạo", months=(11, 12), doubts=(Doubt("months", "open_end"),)))
    'end'
    """
    if not record.doubts:
        return ""
    doubts = [doubt for doubt in record.doubts if doubt.field == "months"]
    sides = {_CODES[doubt.code] for doubt in doubts if doubt.code in _CODES}
    if len(sides) != 1:
        return ""
    side, months = sides.pop(), record.months
    whole = months in (tuple(range(months[0], YEAR + 1)), _WINTER) if months else False
    return side if (whole if side == END else len(months) == 1) else ""


def open_months(offer: Offer, kind: Kind | None, horizon: Horizon, *, keeps: bool) -> int | None:
    """Mask of the months of delivery of an offer with an open season; None where it names both ends.

    Goods that keep, or are gathered all year, are there from the month named on, or from now until the month
    named; the others as long as the harvest of the product table runs on without a gap, each year. Of a
    product without a harvest in the table the months stay as they were read. Of goods that keep a harvest
    that is named ("thu hoạch tháng 5-6") is none of the sale, which is that of the table or all year.
    """
    if keeps and offer.months and harvest_words(offer):
        return horizon.every_year((kind.saleable_months if kind is not None else ()) or range(1, YEAR + 1))
    side = open_side(offer)
    if not side:
        return None
    month = offer.months[0]
    harvest = kind.harvest_months if kind is not None else ()
    if keeps or all_year(kind):
        return _kept(offer, side, month, horizon)
    if month not in harvest:
        return None
    begins = _begins(offer, horizon) if side == END else 0  # an end by the moon opens nothing
    step, run = (1 if side == END else -1), [month]
    while (following := (run[-1] - 1 + step) % YEAR + 1) in harvest and following not in run:
        run.append(following)
    return horizon.every_year(run) & ~((1 << begins) - 1)


def _begins(offer: Offer, horizon: Horizon) -> int:
    """The month of the horizon in which a season that opens on a lunar day ahead begins; 0 for any other."""
    said = (doubt.facts for doubt in offer.doubts if (doubt.field, doubt.code) == ("months", "lunar"))
    first = next((facts.get("from") for facts in said), None)
    return max(horizon.index(date.fromisoformat(first)), 0) if first else 0


def before_opening(offer: Offer) -> int:
    """The months of the year before the one from which goods are said to be there without an end, as bits:
    whether there are any then nobody says. 0 for other seasons, and where only a harvest is said. The end of
    the year is none of the season: from November it runs into the next one.

    >>> from scoring.records import Doubt
    >>> bin(before_opening(Offer("o", "miến", months=(10, 11, 12), doubts=(Doubt("months", "open_end"),))))
    '0b111111100'
    """
    if not offer.doubts or open_side(offer) != END or harvest_words(offer):
        return 0
    first = offer.months[0]
    runs = {(first - 1 + n) % YEAR + 1 for n in range(RUNS)}
    return sum(1 << (month - 1) for month in range(1, first) if month not in {*offer.months, *runs})


def all_year(kind: Kind | None) -> bool:
    """Whether goods are gathered in every month."""
    return kind is not None and len(set(kind.harvest_months)) == YEAR


def _kept(offer: Offer, side: str, month: int, horizon: Horizon) -> int | None:
    """From the month named to the end of the horizon, or from the current month to the one named."""
    ahead = (month - horizon.today.month) % YEAR
    if side == END:
        if begins := _begins(offer, horizon):
            return ((1 << LENGTH) - 1) & ~((1 << begins) - 1)
        begun = horizon.today.month in offer.months
        return ((1 << LENGTH) - 1) & ~((1 << (0 if begun else ahead)) - 1)
    return (1 << (ahead + 1)) - 1 if ahead <= AHEAD else None
