"""How goods of one product are worked up, by their names: roasted or raw, ground or whole."""

from __future__ import annotations

from functools import lru_cache

from scoring.product.kind import Kind
from scoring.product.normalise import syllables


def is_roasted(kind: Kind) -> bool:
    """Whether goods are roasted by their own name: "hạt điều rang muối"."""
    return "rang" in {word.marked for word in syllables(kind.name_vi)}


@lru_cache(maxsize=8_192)
def is_ground(kind: Kind) -> bool:
    """Whether goods are dried and ground by their own name: "bột quế", "tiêu xay"."""
    words = [word.marked for word in syllables(kind.name_vi)]
    return kind.form == "dried" and bool(_GROUND.intersection((*words[:1], *words[-1:])))


_GROUND = frozenset(word.marked for word in syllables("bột xay"))


def roasted_and_raw(one: Kind, other: Kind) -> bool:
    """Whether of two nuts one is roasted and the other a raw one or a kernel, by their names."""
    pair = (one, other) if is_roasted(one) else (other, one)
    words = {word.marked for word in syllables(pair[1].name_vi)}
    return is_roasted(pair[0]) and not is_roasted(pair[1]) and bool(words & _RAW)


_RAW = frozenset(word.marked for word in syllables("nhân thô"))
