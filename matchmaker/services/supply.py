"""What offers have, month by month, in whole thousandths of a base unit: the bound of what may be held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scoring import records
from scoring.columns import OfferColumns
from scoring.context import Context

PARTS = 1_000  # thousandths of the unit


@dataclass(frozen=True)
class Supply:
    """What an offer has in each month it is offered in; ``whole`` bounds the sum where it is one amount.

    ``unit`` is kg, or the unit that the offer counts in.
    """

    unit: str
    by_month: Mapping[int, int]
    whole: int | None = None


def of(offers: Iterable[records.Offer], context: Context) -> dict[str, Supply]:
    """The supply of each offer whose amount is known.

    A flow has its rate every month. A harvest is spread over its months; a stock of goods that keep may go
    in any of them.
    """
    columns = OfferColumns.build(list(offers), context)
    found: dict[str, Supply] = {}
    for row, name in enumerate(columns.ids):
        base, rate = int(columns.base[row]), float(columns.rate[row])
        if base < 0 or not rate > 0:
            continue
        whole = None if columns.whole[row] != columns.whole[row] else float(columns.whole[row])
        a_month = whole if whole is not None and columns.stored[row] else rate
        months = context.horizon.months_of(int(columns.months[row]))
        found[name] = Supply(
            context.bases.names[base],
            dict.fromkeys(months, parts(a_month)),
            None if whole is None else parts(whole),
        )
    return found


def parts(amount: float) -> int:
    """An amount in thousandths, rounded to the nearest."""
    return round(amount * PARTS)
