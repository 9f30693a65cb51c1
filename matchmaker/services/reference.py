"""Reference data in the form the thinking rooms want, each piece built once, on first use.

Nothing here imports the web framework or the database, so a command that needs one piece pays for that
piece only. The imports stand inside the functions for that reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from seeds import reference

if TYPE_CHECKING:
    from matchmaker.intake.gazetteer import Gazetteer
    from matchmaker.intake.reading import Reader
    from scoring.context import Context
    from scoring.logistics import Network
    from scoring.pooling import PoolSettings
    from scoring.product import ProductMatcher
    from scoring.units import Units


@dataclass(frozen=True)
class Reference:
    """What understanding a record needs: the gazetteer, and the rows that free text is read with."""

    gazetteer: Gazetteer
    units_rows: tuple[dict[str, str], ...]
    lunar_rows: tuple[dict[str, str], ...]
    certificate_rows: tuple[dict[str, str], ...]

    def reader(self, today: date) -> Reader:
        """The reader of free text; ``today`` decides which lunar year is meant."""
        return _reader(today)


@cache
def load_reference() -> Reference:
    """The bundle that ``matchmaker.services.understanding`` works with."""
    return Reference(
        gazetteer=gazetteer(),
        units_rows=tuple(reference("units")),
        lunar_rows=tuple(reference("lunar_months")),
        certificate_rows=tuple(reference("certificates")),
    )


@lru_cache(maxsize=4)
def _reader(today: date) -> Reader:
    from matchmaker.intake.reading import Reader

    bundle = load_reference()
    return Reader(
        units_rows=bundle.units_rows,
        lunar_rows=bundle.lunar_rows,
        certificate_rows=bundle.certificate_rows,
        gazetteer=bundle.gazetteer,
        today=today,
    )


@cache
def lexicon_matcher() -> ProductMatcher:
    """The matcher of product texts over the lexicon as it is shipped; see ``services.knowledge`` for the one
    that officers have changed."""
    return matcher_of(reference("products"))


def matcher_of(products: Iterable[Mapping[str, str]]) -> ProductMatcher:
    """A matcher over rows of the product table, with the shipped spellings and places. Takes a second."""
    from scoring.product import Lexicon, ProductMatcher

    places = [row["name_vi"] for row in reference("places")]
    return ProductMatcher(Lexicon.from_rows(products, reference("synonyms"), places))


@cache
def network() -> Network:
    """The road, ferry and sea network."""
    return network_of(reference("coefficients"))


def network_of(coefficients: Iterable[Mapping[str, str]]) -> Network:
    """The network with the figures of other rows of the table of coefficients."""
    from scoring.logistics import Network

    return Network.from_rows(reference("places"), reference("roads"), coefficients)


@cache
def gazetteer() -> Gazetteer:
    """The places of the country under their old and new names."""
    from matchmaker.intake.gazetteer import Gazetteer

    return Gazetteer.from_rows(reference("places"), reference("provinces"), None)


@cache
def units() -> Units:
    """The units of measure."""
    from scoring.units import Units

    return Units.from_rows(reference("units"))


@cache
def pool_settings() -> PoolSettings:
    """What a pool is allowed and judged by."""
    from scoring.pooling import PoolSettings

    return PoolSettings.from_rows(reference("pooling"))


@lru_cache(maxsize=4)
def scoring_context(today: date) -> Context:
    """Everything that scoring judges with, as it is shipped, for a ranking made on ``today``."""
    return context_of(lexicon_matcher(), reference("markets"), today)


def context_of(
    matcher: ProductMatcher, markets: Iterable[Mapping[str, str]], today: date, ways: Network | None = None
) -> Context:
    """What scoring judges with, over a product lexicon, rows of the table of markets and a network."""
    from scoring.context import Context

    return Context.build(matcher, ways or network(), units(), reference("certificates"), markets, today)
