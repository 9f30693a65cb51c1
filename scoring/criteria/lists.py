"""Arrays of pairs as lists: values that are told one by one come out of these several times as quickly."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any
from weakref import proxy

from numpy.typing import NDArray

from scoring.columns.arrays import Ints
from scoring.criteria.once import once
from scoring.pairs import Pairs


class Lists:
    """The arrays that something has as attributes, each a list made when first asked for; with ``rows`` only
    those of its entries, in that order."""

    def __init__(self, arrays: object, rows: Ints | None = None) -> None:
        self._arrays, self._rows = arrays, rows

    def __getattr__(self, name: str) -> list[Any]:
        array = getattr(self._arrays, name)
        values: list[Any] = (array if self._rows is None else array[self._rows]).tolist()
        self.__dict__[name] = values  # the next time it is found without asking here
        return values


def as_lists(**arrays: NDArray[Any]) -> Lists:
    """Some arrays over pairs as lists, by the names given."""
    return Lists(SimpleNamespace(**arrays))


@dataclass(frozen=True, slots=True)
class Listed:
    """What pairs share, entry ``i`` of each list for pair ``i``: columns of the offers and of the demands,
    what is worked out of both, ways and prices."""

    offers: Lists
    demands: Lists
    both: Lists
    ways: Lists
    prices: Lists


@once
def listed(pairs: Pairs) -> Listed:
    """The arrays of pairs as lists."""
    return Listed(
        offers=Lists(pairs.offers, pairs.o),
        demands=Lists(pairs.demands, pairs.d),
        both=Lists(proxy(pairs)),  # kept with the pairs themselves: no circle
        ways=Lists(pairs.ways),
        prices=Lists(pairs.prices),
    )


@once
def papers_held(pairs: Pairs) -> dict[str, list[int]]:
    """For each paper held by some offer the last day on which that of each pair holds it (NEVER: not)."""
    return {code: until[pairs.o].tolist() for code, until in pairs.offers.papers.items()}
