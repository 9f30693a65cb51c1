"""What the service judges with: the reference data that are shipped, as officers have changed them.

Every process asks the log of changes which state the data are in, and builds anew what has changed: a change
saved in one process is known to all of them at their next step. Commands that work on files alone use
``services.reference``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from matchmaker.queries import reference_changes as changed
from matchmaker.queries.reference_changes import Row, Stamp
from matchmaker.services import reference
from scoring.context import Context
from scoring.logistics import Network
from scoring.product import ProductMatcher
from seeds import reference as shipped

Cells = tuple[tuple[tuple[str, str], ...], ...]  # of rows that can be told from others at once


def lexicon_version() -> int:
    """The number of the last change of the product lexicon; 0 is the one shipped."""
    return changed.stamp("products").number


def matcher() -> ProductMatcher:
    """The matcher of product texts over the lexicon as it stands."""
    return _matcher(changed.stamp("products"))


def context(day: date, lexicon: int | None = None) -> Context:
    """Everything that scoring judges with on a day; ``lexicon`` names an earlier version of the lexicon."""
    state, markets, coefficients = changed.stamps("products", "markets", "coefficients")
    if lexicon is not None and lexicon != state.number:
        state = Stamp(lexicon, state.at)  # the moment only tells databases apart
    return _context(day, state, markets, coefficients)


def network() -> Network:
    """The roads and boats, with the figures for hours and freight as officers have set them."""
    return _network(changed.stamp("coefficients"))


def context_with(products: Iterable[Row], day: date) -> Context:
    """The same over other rows of the product table: for looking before they are kept."""
    return reference.context_of(_matcher_over(products), changed.rows("markets"), day, network())


def context_over(coefficients: Iterable[Row], day: date) -> Context:
    """The same over other rows of the table of coefficients."""
    return replace(context(day), network=reference.network_of(coefficients))


@lru_cache(maxsize=3)
def _matcher(state: Stamp) -> ProductMatcher:
    return _matcher_over(changed.rows_at("products", state))


def _matcher_over(products: Iterable[Row]) -> ProductMatcher:
    """The matcher over rows of the product table. What was looked at is often kept next, and what is taken
    back was there before: one that is at hand is not built again."""
    return _built(_cells(products))


@lru_cache(maxsize=2)  # a hundred megabytes each
def _built(products: Cells) -> ProductMatcher:
    if products == _cells(shipped("products")):
        return reference.lexicon_matcher()
    return reference.matcher_of([dict(row) for row in products])


def _cells(rows: Iterable[Row]) -> Cells:
    return tuple(tuple(row.items()) for row in rows)


@lru_cache(maxsize=3)
def _network(state: Stamp) -> Network:
    if not state.number:
        return reference.network()
    return reference.network_of(changed.rows_at("coefficients", state))


@lru_cache(maxsize=4)
def _context(day: date, products: Stamp, markets: Stamp, coefficients: Stamp) -> Context:
    ways = _network(coefficients)
    return reference.context_of(_matcher(products), changed.rows_at("markets", markets), day, ways)
