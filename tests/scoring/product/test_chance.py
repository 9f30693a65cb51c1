"""The chance that an offer would be taken."""

from __future__ import annotations

import numpy as np
import pytest

from scoring.product import ProductMatcher, ProductText, Relation
from scoring.product.chance import BOTH_KNOWN, ONE_UNKNOWN, chance


@pytest.mark.parametrize("knots", [BOTH_KNOWN, ONE_UNKNOWN])
def test_the_tables_rise_from_nothing_and_stay_within_one(knots: tuple[tuple[float, float], ...]) -> None:
    at, value = zip(*knots, strict=True)
    assert list(at) == sorted(set(at))
    assert list(value) == sorted(value)
    assert (at[0], at[-1], value[0]) == (0.0, 1.0, 0.0)
    assert value[-1] <= 1


def test_an_unknown_product_is_never_certain() -> None:
    full = np.ones((1, 1), dtype=np.float32)
    known = chance(full, np.full((1, 1), Relation.SAME, dtype=np.uint8))
    unknown = chance(full, np.full((1, 1), Relation.UNKNOWN, dtype=np.uint8))
    assert unknown[0, 0] < known[0, 0] == 1


def test_a_comparison_tells_the_chance_of_each_pair(matcher: ProductMatcher) -> None:
    offers = ["Xoài cát Hòa Lộc", "Xoài sấy dẻo", "Cây giống xoài", "Đá mài dao"]
    found = matcher.compare(
        matcher.read([ProductText("xoài cát Hòa Lộc")]), matcher.read([ProductText(o) for o in offers])
    )
    same, other_form, seedling, unrelated = found.chance[0].tolist()
    assert same > 0.95 > 0.9 > other_form > seedling >= 0
    assert seedling < 0.05
    assert unrelated < 0.05
