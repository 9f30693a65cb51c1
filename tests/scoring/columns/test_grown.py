"""A garden's papers tell of the safety of what is sold as it grew, and of nothing that is made of it."""

import pytest

from scoring.columns.grown import is_as_grown
from scoring.product import Form, Kind
from scoring.records import Certificate

FRUIT = Kind("plum", name_vi="mận", category="fruit", form="fresh")
GARLIC = Kind("garlic", name_vi="tỏi", category="spice", form="dried")
MUSHROOM = Kind("shiitake", name_vi="nấm hương khô", category="mushroom", form="dried")
TEA = Kind("tea", name_vi="trà", category="tea", form="dried")
SAUCE = Kind("sauce", name_vi="tương ớt", category="condiment", form="processed")


@pytest.mark.parametrize(
    ("kind", "form", "grown"),
    [
        (FRUIT, Form.NONE, True),
        (FRUIT, Form.DRIED, False),
        (GARLIC, Form.NONE, True),
        (MUSHROOM, Form.NONE, False),
        (TEA, Form.NONE, False),
        (SAUCE, Form.NONE, False),
        (None, Form.NONE, True),
    ],
)
def test_only_raw_goods_are_as_they_grew(kind, form, grown):
    assert is_as_grown("hàng", kind, form) is grown


def test_vietgap_stands_in_for_the_safety_of_fruit_but_not_of_honey(one, offer, demand):
    wanted = {"required_certificates": (Certificate("ATTP"),)}
    held = {"certificates": (Certificate("VIETGAP"),)}
    fruit = one("requirements", offer(product="vải thiều", **held), demand(product="vải thiều", **wanted))
    honey = one("requirements", offer(product="mật ong", **held), demand(product="mật ong", **wanted))
    assert (fruit.vetoes, honey.vetoes) == ([], ["missing_cert"])
