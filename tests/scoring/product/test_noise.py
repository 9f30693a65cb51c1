from __future__ import annotations

import pytest

from scoring.product.noise import COMMON, GLOSSES, NOISE, PARTS
from scoring.product.normalise import spellings


@pytest.mark.parametrize("word", ["túi", "hộp", "kg", "vietgap", "loại"])
def test_packing_amounts_papers_and_praise_are_noise_with_and_without_marks(word: str) -> None:
    assert set(spellings(word)) <= NOISE


def test_words_that_tell_of_a_product_are_no_noise() -> None:
    assert not NOISE & set(spellings("xoài") + spellings("tươi") + spellings("sấy"))


def test_parts_glosses_and_colours_are_known_in_both_spellings() -> None:
    assert set(spellings("vỏ")) <= PARTS
    assert set(spellings("tức")) <= GLOSSES
    assert set(spellings("đỏ")) <= COMMON
