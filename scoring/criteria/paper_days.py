"""How long it takes to get a paper that an offer lacks."""

from __future__ import annotations

from datetime import date, timedelta

from scoring.horizon import NEVER
from scoring.pairs import Pairs
from scoring.papers_due import Due, due
from scoring.papers_said import said_held

CONVERSION_DAYS = 365  # a paper that takes so long to obtain waits for the land
YEARLY_LOOK = (30, 90)  # days for the yearly inspection by which such a paper is renewed


def lead(pairs: Pairs, i: int, code: str, *, held: bool) -> tuple[int | None, int, Due | None]:
    """The days that a paper takes at least and at most, None where nobody knows; of one that the seller says
    is under way until his own day (which is given, too). ``held``: it is renewed, and not new."""
    low, high = pairs.context.papers.lead_days.get(code, (None, 0))
    if held and low is not None and low >= CONVERSION_DAYS:  # a conversion of land is not done again
        low, high = YEARLY_LOOK
    today = pairs.context.horizon.today
    if own := due(pairs.offer(i), code, today):  # his own day counts for more than what is usual
        low, high = ((day - today).days for day in (own.first, own.last))
    return low, high, own


def all_there(pairs: Pairs, i: int) -> date | None:
    """The first day on which all required papers that are lacking can be there, as far as anybody knows how
    long they take; None where none is lacking."""
    today, found = pairs.context.horizon.today, None
    for name, asked, until in pairs.required_papers:
        if not asked[i] or until[i] >= today.toordinal():
            continue
        code, held = "OCOP" if name == "OCOP_STARS" else name, bool(until[i] != NEVER)
        if not held and said_held(pairs.offer(i), code):
            continue
        low, *_ = lead(pairs, i, code, held=held)
        ready = today + timedelta(days=low or 0)
        found = ready if found is None else max(found, ready)
    return found
