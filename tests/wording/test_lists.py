"""One of several goods is told as one, and what a seller lists together as all of them."""

from matchmaker.wording.reasons import sentence

FACTS = {
    "supply_month": 600000,
    "need_month": 90000,
    "unit": "kg",
    "need_unit": "kg",
    "monthly": True,
    "months": [6],
    "fill": 6.7,
}


def test_a_single_good_of_a_list_that_is_wanted_covers_its_own_need():
    assert "riêng loại này" in sentence("volume_covers", {**FACTS, "family": True}, "vi")


def test_goods_that_the_seller_lists_together_are_never_told_as_this_one_alone():
    said = sentence("volume_covers", {**FACTS, "family": True, "supply_listed": True}, "vi")
    assert "riêng loại này" not in said
    assert "nếu tính chung các loại" in said
