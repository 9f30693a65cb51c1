from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from matchmaker.schemas.text import clean


def test_letters_that_look_like_d_with_stroke_become_it() -> None:
    assert clean("Ðak Lak ð") == "Đak Lak đ"


def test_decomposed_letters_are_composed() -> None:
    assert clean(unicodedata.normalize("NFD", "Mận hậu")) == "Mận hậu"


def test_line_breaks_and_tabs_stay() -> None:
    assert clean("a\n\tb\r") == "a\n\tb"


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_no_invisible_character_is_left(text: str) -> None:
    left = [letter for letter in clean(text) if letter not in "\n\t"]

    assert all(unicodedata.category(letter)[0] != "C" for letter in left)
