"""Greens and roots: who asks for "rau" wants no sweet potatoes, though the table calls both vegetables."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from scoring.product import Lexicon

ROOTS = "root_crop"  # the family of starchy roots in the product table
_GREENS = re.compile(r"\brau\b")
_ROOTS_TOO = re.compile(r"\b(cu|khoai|san)\b")


def asks_for_greens(text: str) -> bool:
    """Whether a folded name asks for greens and names no roots.

    >>> asks_for_greens("rau sach"), asks_for_greens("rau cu qua")
    (True, False)
    """
    return _GREENS.search(text) is not None and _ROOTS_TOO.search(text) is None


@lru_cache(maxsize=8)
def roots(lexicon: Lexicon) -> NDArray[np.bool_]:
    """The kinds that are starchy roots, and last, for a kind that is not known, False."""
    found = np.zeros(len(lexicon.kinds) + 1, dtype=np.bool_)
    if ROOTS in lexicon.index:
        family = lexicon.index[ROOTS]
        found[[family, *lexicon.descendants(family)]] = True
    return found
