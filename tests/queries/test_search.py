from __future__ import annotations

import pytest

from matchmaker.queries.search import fold, products

pytestmark = pytest.mark.usefixtures("session")


@pytest.mark.parametrize("typed", ["mận hậu", "man hau", "MAN HAU", "hậu"])
def test_a_product_is_found_with_or_without_accents(typed: str) -> None:
    assert any("mận hậu" in product.name_vi.lower() for product in products(typed))


def test_the_same_name_comes_before_longer_ones() -> None:
    assert fold(products("mật ong")[0].name_vi).startswith("mat ong")


def test_nothing_typed_finds_nothing() -> None:
    assert products("  ") == []


def test_no_more_than_asked_for_are_given() -> None:
    assert len(products("a", limit=3)) == 3
