"""How a drink is served takes no head from what it is made of."""

from __future__ import annotations

import pytest

from scoring.product.normalise import has_marks, syllables
from scoring.product.serving import only_parts, plainly


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("trà túi lọc vối", "trà vối"),
        ("tra tui loc voi", "tra voi"),
        ("trà hòa tan gừng sả", "trà gừng sả"),
        ("trà túi lọc", "trà túi lọc"),
        ("artichoke tea bags", "artichoke tea"),
        ("tea bags", "tea bags"),
        ("cà phê hòa tan đen", "cà phê hòa tan đen"),
    ],
)
def test_a_drink_is_read_without_how_it_is_served(name: str, left: str) -> None:
    words = syllables(name)
    assert " ".join(w.raw for w in plainly(words, has_marks(words))) == left


@pytest.mark.parametrize(("between", "held"), [("", True), ("lá", True), ("leaf", True), ("mật ong", False)])
def test_parts_do_not_separate_a_herb_from_its_tea(between: str, held: bool) -> None:
    assert only_parts(syllables(between)) is held
