"""A figure inside the range that is asked is met, and the words beside it are asked alone."""

from __future__ import annotations

import pytest

from scoring.criteria.answers import answer
from scoring.criteria.specification import specified
from scoring.units import fold


def says(asks: str, told: str) -> tuple[str, str]:
    found = answer(asks, fold(asks), f"Hàng; {told}", told, None, "")
    assert found is not None
    return found.says, found.asks


@pytest.mark.parametrize(
    ("asks", "told", "said"),
    [
        ("ché 5-6 lít", "ché sành 5 lít", "same"),
        ("ché 5-6 lít", "che sanh 6 lit", "same"),
        ("che 3-5 lit", "che gom 4-5 lit, co nap", "same"),
        ("vại 10–20 lít", "vại sành 15 lít", "same"),
        ("ghè 4 lít", "ghè 4 lít", "same"),
        ("ché 5-6 lít", "ché sành 3 lít", "part_said"),
        ("ché 5-6 lít", "ché dưới 5 lít", "part_said"),
        ("ché 5-6 lít", "ghè 5 lít", "unsaid"),
    ],
)
def test_a_vessel_holds_what_is_asked_where_its_content_lies_within(asks, told, said):
    assert says(asks, told)[0].replace("unsaid", "part_said") == said.replace("unsaid", "part_said")


def test_what_a_vessel_is_made_of_is_asked_beside_its_content():
    assert says("ché sành 5-6 lít", "ché 5 lít") == ("unsaid", "ché sành")


@pytest.mark.parametrize(
    ("asks", "told", "said"),
    [
        ("3-5 tai nụ", "3-5 nụ", "same"),
        ("3-5 tai nụ", "4 tai", "same"),
        ("3-5 nụ", "3-5 tai nu", "same"),
        ("4-5 tai nu/canh", "5 nụ/cành", "same"),
        ("3-5 tai nụ", "2-3 tai", "part"),
        ("3-5 tai nụ", "1-2 nụ", "unmet"),
        ("3-5 tai nụ", "3-5 lá/cành", "unsaid"),
    ],
)
def test_buds_of_lilies_go_by_either_name(asks, told, said):
    assert says(asks, told)[0] == said


@pytest.mark.parametrize(
    ("asks", "told", "said"),
    [
        ("bắp chắc 1-1,8 kg", "1,2-1,8 kg/bắp", ("unsaid", "bắp chắc")),
        ("bap chac 1-1,8 kg", "1,5 kg/bap", ("unsaid", "bap chac")),
        ("dê cỏ nặng 22–30 kg/con", "25–28 kg/con", ("unsaid", "dê cỏ")),
        ("quả tròn 200-300 g", "quả 250 g", ("unsaid", "quả tròn")),
        ("bắp chắc 1-1,8 kg", "bắp chắc, 1,2-1,8 kg/bắp", ("same", "bắp chắc 1-1,8 kg")),
        ("bắp chắc 1-1,8 kg", "0,8-1,2 kg/bắp", ("other", "bắp chắc 1-1,8 kg")),
        ("bắp chắc 1-1,8 kg", "3 kg/bắp", ("unmet", "bắp chắc 1-1,8 kg")),
    ],
)
def test_words_beside_a_figure_that_is_met_are_asked_alone(asks, told, said):
    assert says(asks, told) == said


def test_the_size_is_told_as_met_beside_them(offer, demand):
    found = specified(offer(grade="1,2-1,8 kg/bắp"), demand(spec="bắp chắc 1-1,8 kg"))
    assert [(each.asks, each.says, each.offered) for each in found] == [
        ("1-1,8 kg", "same", ""),
        ("bắp chắc", "unsaid", ""),
    ]
