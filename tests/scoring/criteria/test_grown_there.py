"""Goods of a place, offered from there without its name, are asked for their origin alone."""

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.questions import questions
from scoring.criteria.grown_there import grown_there
from scoring.records import Offer, Place


@pytest.mark.parametrize(
    ("asks", "name", "place", "told"),
    [
        ("Ngọn su su Tam Đảo", "Ngọn su su", Place(commune="Tam Đảo", province="Phú Thọ"), "Tam Đảo"),
        ("Ngon su su Tam Dao", "Rau su su (ngon)", Place(text="xã Hồ Sơn, Tam Đảo, Phú Thọ"), "Tam Đảo"),
        ("Chè xanh Phú Thọ", "Chè xanh Long Cốc", Place(commune="Long Cốc", province="Phú Thọ"), "Phú Thọ"),
        ("Ngọn su su Tam Đảo", "Ngọn su su", Place(commune="Sa Pa", province="Lào Cai"), ""),
        ("Cam sành Hàm Yên", "Cam", Place(commune="Hàm Yên", province="Tuyên Quang"), ""),  # a cultivar too
        ("Cà phê Arabica", "Cà phê", Place(commune="Mường Ảng", province="Điện Biên"), ""),
    ],
)
def test_goods_differ_by_the_name_of_their_place_alone(asks, name, place, told):
    assert grown_there(Offer(id="O", producer="HTX", product=name, place=place), asks) == told


def test_only_the_origin_is_asked():
    facts = {"offered": "Ngọn su su", "demanded": "Ngọn su su Tam Đảo", "grown_there": "Tam Đảo"}
    assert sentence("product_generic", facts, "vi").endswith("hỏi có đúng hàng Tam Đảo không.")
    rows = {"product": {"code": "product_generic", "facts": facts}}
    assert questions(rows, "vi") == ["có đúng hàng Tam Đảo không"]
