"""What several criteria ask of the same pairs is worked out once and kept with them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from scoring.pairs import Pairs

Found = TypeVar("Found")


def once(find: Callable[[Pairs], Found]) -> Callable[[Pairs], Found]:
    """A function of pairs that keeps its answer with them; pairs taken or changed from them ask anew."""
    name = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def kept(pairs: Pairs) -> Found:
        known = pairs.__dict__
        if name not in known:
            known[name] = find(pairs)
        found: Found = known[name]
        return found

    return kept
