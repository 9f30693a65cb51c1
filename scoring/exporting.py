"""Whether the country that goods are exported to takes them, and from when on: the dated table of markets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from scoring.columns import DemandColumns, OfferColumns
from scoring.columns.arrays import Bools, Ints, Masks
from scoring.context import Context, MarketRow
from scoring.horizon import ALWAYS, LENGTH, NEVER
from scoring.product import Form, Lexicon
from scoring.product.forms import implied_form, same_form

EVERY_MONTH = np.uint32((1 << LENGTH) - 1)
CLOSED, OPEN, UNKNOWN = range(3)
# Goods that a country admits kind by kind. Others (green coffee, pepper, dried goods) need papers, no list.
LISTED = frozenset({"fruit", "citrus", "melon", "vegetable", "root", "herb", "flower", "mushroom", "nut"})


@dataclass(frozen=True)
class Admission:
    """For each pair: whether it is exported, what the table says, and the months in which it may enter."""

    exported: Bools
    state: Ints  # CLOSED, OPEN or UNKNOWN; means nothing where nothing is exported
    months: Masks


def admission(context: Context, offers: OfferColumns, demands: DemandColumns, o: Ints, d: Ints) -> Admission:
    """What the table of markets says of pairs (offer ``o[i]``, demand ``d[i]``).

    Each distinct product and market is looked up once.

    Where it says nothing, only fresh goods and unknown ones are in doubt.
    """
    exported = demands.exported[d]
    state = np.full(len(d), UNKNOWN, dtype=np.int32)
    months = np.full(len(d), EVERY_MONTH, dtype=np.uint32)
    rows = np.flatnonzero(exported)
    if len(rows):
        o, d = o[rows], d[rows]
        markets, market = _markets(demands.market, d)
        sides = (offers.kind[o], _forms(offers, o), demands.kind[d], market)
        # One number of the four, so that they are sorted by one.
        keys = np.zeros(len(rows), dtype=np.int64)
        for side in sides:
            keys = keys * (int(side.max()) + 2) + side + 1
        _, first, place = np.unique(keys, return_index=True, return_inverse=True)
        distinct = list(zip(*(side[first].tolist() for side in sides), strict=True))
        found = [
            market_row(context, offered, Form(form), demanded, markets[code])
            for offered, form, demanded, code in distinct
        ]
        states = [
            OPEN if row is None and _needs_no_list(context, offered, Form(form)) else _state(row)
            for row, (offered, form, _, _) in zip(found, distinct, strict=True)
        ]
        state[rows] = np.array(states, dtype=np.int32)[place]
        ends = context.horizon.last_days()
        starts = np.concatenate([[context.horizon.today.toordinal()], ends[:-1] + 1])
        opened = np.searchsorted(ends, [_since(row) for row in found]).tolist()
        closed = np.searchsorted(starts, [_until(row) for row in found], side="right").tolist()
        open_months = [
            0xFFFFFFFF << k & (1 << m) - 1 & int(EVERY_MONTH) for k, m in zip(opened, closed, strict=True)
        ]
        months[rows] = np.array(open_months, dtype=np.uint32)[place]
    return Admission(exported, state, months)


def market_row(context: Context, offered: int, form: Form, demanded: int, market: str) -> MarketRow | None:
    """The row that holds for an offered kind in its form, or for the demanded one; None where none does."""
    keys = (*_in_form(context.lexicon, offered, form), *_in_form(context.lexicon, demanded, form))
    return context.markets.state(keys, market)


def row_of_pair(
    context: Context, offers: OfferColumns, demands: DemandColumns, o: int, d: int
) -> MarketRow | None:
    """The row of the table of markets that holds for one pair."""
    form = Form(int(offers.texts.form[offers.text[o]]))
    return market_row(context, int(offers.kind[o]), form, int(demands.kind[d]), demands.market[d])


def _markets(names: Sequence[str], rows: Ints) -> tuple[list[str], Ints]:
    """The distinct markets of some demands, and the place of each row's among them."""
    demands, place = np.unique(rows, return_inverse=True)
    codes: dict[str, int] = {}
    each = [codes.setdefault(names[row], len(codes)) for row in demands.tolist()]
    return list(codes), np.array(each, dtype=np.int32)[place]


def _needs_no_list(context: Context, offered: int, named: Form) -> bool:
    """Whether an offered kind is no fresh plant, so that no list of admitted kinds holds for it."""
    if offered < 0:
        return False
    kind = context.lexicon.kinds[offered]
    usual = implied_form(kind.form)
    fresh = Form.FRESH in (named, usual if named == Form.NONE else named)
    return not (fresh and kind.category in LISTED)


def _forms(offers: OfferColumns, rows: Ints) -> Ints:
    """The form that the text of each offer names."""
    return offers.texts.form[offers.text[rows]].astype(np.int32)


@lru_cache(maxsize=16_384)
def _in_form(lexicon: Lexicon, kind: int, named: Form) -> tuple[str, ...]:
    """Keys of a kind and of those above it that have its form: a list of fresh fruit says nothing of dried.

    A form named in the text that is not the kind's own ("mận sấy" read as mận) leaves no key.
    """
    if kind < 0:
        return ()
    own = lexicon.kinds[kind].form
    usual = implied_form(own)
    if Form.NONE not in (named, usual) and not same_form(named, usual):
        return ()
    line = (lexicon.kinds[k] for k in (kind, *lexicon.ancestors(kind)))
    return tuple(each.key for each in line if each.form in (own, ""))


def _state(row: MarketRow | None) -> int:
    return UNKNOWN if row is None else OPEN if row[0] else CLOSED


def _since(row: MarketRow | None) -> int:
    return row[1].toordinal() if row and row[0] and row[1] else NEVER


def _until(row: MarketRow | None) -> int:
    return row[3].toordinal() if row and row[3] else ALWAYS
