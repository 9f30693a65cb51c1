"""Animals that are crossed against a breed that the buyer names, and ear tags."""

import pytest

from scoring.criteria.clauses import OTHER
from scoring.criteria.crossed import crossed
from scoring.criteria.specification import specified
from scoring.records import Demand, Offer


@pytest.mark.parametrize(
    ("product", "spec", "grade", "said"),
    [
        ("Dê thịt hơi", "dê cỏ 22-30 kg/con", "25-32 kg/con, lai it Bach Thao", "lai it Bach Thao"),
        ("Lợn đen bản", "", "60-80 kg/con, lai Duroc", "lai Duroc"),
        ("ga ri tha vuon", "1,5-2 kg", "ga ri lai Luong Phuong 2 kg", "ga ri lai Luong Phuong 2 kg"),
        ("Bò thịt", "bò vàng 250 kg", "bò lai Sind, 280 kg", "bò lai Sind"),
        ("Native black pigs", "", "F1, 60 kg", "F1"),
        ("native pigs", "", "crossbred with Duroc", "crossbred with Duroc"),
        ("Dê thịt hơi", "22-30 kg/con", "lai it Bach Thao", ""),  # no breed is asked
        ("Lợn rừng lai", "", "lai F2", ""),
        ("Dê thịt hơi", "dê cỏ", "không lai, 25 kg", ""),
        ("Dê thịt hơi", "dê cỏ", "còn lại 20 con, giao lại sau", ""),
        ("De thit hoi", "de co", "con lai 20 con", ""),
    ],
)
def test_a_cross_is_told_beside_the_breed_that_is_asked(product, spec, grade, said):
    found = crossed(Offer("o", "x", grade=grade), Demand("d", product, spec=spec))
    assert [each.offered for each in found] == ([said] if said else [])
    assert all(each.says == OTHER for each in found)


@pytest.mark.parametrize("tag", ["có thẻ tai", "co the tai", "có thẻ màu", "có thẻ đeo cổ", "co the RFID"])
def test_a_tag_is_asked_and_is_no_leave(tag):
    found = specified(Offer("o", "dê cỏ", grade="25 kg/con"), Demand("d", "Dê thịt hơi", spec=tag))
    assert [each.asks for each in found] == [tag]


@pytest.mark.parametrize("leave", ["có thể lẫn con nhỏ", "co the lan con nho"])
def test_a_leave_is_still_no_condition(leave):
    assert specified(Offer("o", "dê cỏ", grade="25 kg/con"), Demand("d", "Dê thịt hơi", spec=leave)) == []
