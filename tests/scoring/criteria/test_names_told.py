"""Goods that an offer lists beside those that fit are unwanted only where the buyer names them nowhere."""

import pytest

from scoring.criteria.names_told import not_named
from scoring.records import Demand


@pytest.mark.parametrize(
    ("items", "fits", "asks", "unwanted"),
    [
        (["tỏi Phan Rang"], ["hành tím"], "hành tím và tỏi khô 80 kg", []),
        (["tỏi Phan Rang"], ["hành tím"], "hành tím 200 kg", ["tỏi Phan Rang"]),
        (["kho ca sac"], ["kho ca loc"], "khô cá lóc", ["kho ca sac"]),
        (["gạo ST24"], ["gạo ST25"], "gạo ST25", ["gạo ST24"]),
        (["tỏi khô"], ["hành tím"], "can hanh tim va toi", []),
        (["toi kho"], ["hanh tim"], "hành tím, tỏi", []),
    ],
)
def test_what_the_buyer_names_in_his_letter_is_not_told_as_unwanted(items, fits, asks, unwanted):
    assert not_named(items, fits, Demand("d", "Hành tím", remarks=asks)) == unwanted


def test_a_colour_is_not_told_by_a_syllable_that_holds_its_letters(one, offer, demand):
    said = one("product", offer(product="Thổ cẩm", remarks="giao Hà Đông"), demand(product="Thổ cẩm đỏ"))
    assert said.facts["unsaid"] == ["đỏ"]
