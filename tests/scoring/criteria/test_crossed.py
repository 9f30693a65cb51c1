"""Animals that are crossed against a breed that the buyer names, and ear tags."""

import pytest

from scoring.criteria.clauses import OTHER, UNMET
from scoring.criteria.crossed import crossed
from scoring.criteria.specification import specified
from scoring.exclusions import without_refusals
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


@pytest.mark.parametrize(
    ("product", "spec", "told", "asks"),
    [
        ("dê cỏ 25-32 kg/con (dê lai không lấy)", "", "lai ít Bách Thảo", "dê lai không lấy"),
        ("gà đen (không nhận gà lai)", "", "gà lai F1", "không nhận gà lai"),
        ("lợn thịt", "không lấy lợn lai", "lai móng cái 50%", "không lấy lợn lai"),
        ("native pigs (crossbred not accepted)", "", "crossbred with Duroc", "crossbred not accepted"),
        ("dê cỏ (dê lai không lấy)", "", "thuần, 25 kg", ""),
    ],
)
def test_a_cross_that_is_refused_is_not_met_wherever_the_refusal_stands(product, spec, told, asks):
    found = crossed(Offer("o", "x", description=told), Demand("d", product, spec=spec))
    assert [(each.asks, each.says, each.offered) for each in found] == ([(asks, UNMET, told)] if asks else [])


def test_what_a_name_refuses_is_no_denial_of_the_goods():
    assert without_refusals("gà đen (gà lai không nhận)").strip(" ()") == "gà đen"
    assert without_refusals("Dried mango, no added sugar") == "Dried mango, no added sugar"
    assert without_refusals("miến dong không phẩm màu") == "miến dong không phẩm màu"
