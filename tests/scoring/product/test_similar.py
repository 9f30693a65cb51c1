from __future__ import annotations

import pytest

from scoring.product import Lexicon, ProductMatcher, ProductText
from scoring.product.similar import similar


@pytest.fixture(scope="module")
def trial(small: Lexicon) -> ProductMatcher:
    return ProductMatcher(small)


OFFERS = [("o3", ProductText("Mận")), ("o2", ProductText("Xoài")), ("o1", ProductText("Xoài"))]


def test_the_nearest_come_first_and_equal_ones_by_id(trial: ProductMatcher) -> None:
    found = list(similar(OFFERS, [("d", ProductText("Xoài"))], trial, top=3))
    assert [offer for _, offer, _ in found] == ["o1", "o2", "o3"]
    assert found[0][2] == found[1][2] > found[2][2]


def test_the_order_of_the_offers_changes_nothing(trial: ProductMatcher) -> None:
    demands = [("d1", ProductText("Xoài")), ("d2", ProductText("Mận"))]
    assert list(similar(OFFERS, demands, trial, 3)) == list(similar(OFFERS[::-1], demands, trial, 3))


def test_scores_are_whole_millionths_and_at_most_top_are_given(trial: ProductMatcher) -> None:
    found = list(similar(OFFERS, [("d", ProductText("Xoài cát"))], trial, top=2))
    assert len(found) == 2
    assert all(round(score * 1e6) / 1e6 == score for _, _, score in found)


def test_more_demands_than_a_block_are_all_answered(trial: ProductMatcher) -> None:
    demands = [(f"d{i}", ProductText("Xoài")) for i in range(600)]
    assert [d for d, _, _ in similar(OFFERS, demands, trial, 1)] == [d for d, _ in demands]


def test_nothing_is_similar_where_a_side_is_empty(trial: ProductMatcher) -> None:
    assert list(similar([], [("d", ProductText("Xoài"))], trial, 1)) == []
    assert list(similar(OFFERS, [], trial, 1)) == []
