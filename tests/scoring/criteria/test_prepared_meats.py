"""Dishes of meat and fish are another form than the raw animal."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("raw", "dish"),
    [
        ("Gà làm sạch", "Gà nướng"),
        ("Gà đồi", "Gà luộc sẵn"),
        ("Gà đồi Yên Thế", "Gà ủ muối"),
        ("Vịt bầu", "Vịt quay lá mắc mật"),
        ("Vịt Thất Khê", "Vịt quay Thất Khê"),
        ("Dê núi", "Dê tái chanh"),
        ("Heo hơi", "Heo quay"),
        ("Heo hơi", "Thịt heo quay"),
        ("Lợn đen", "Lợn quay"),
        ("Thịt bò", "Bò nướng"),
        ("Cá trắm", "Cá trắm nướng"),
        ("ga doi", "ga nuong"),
        ("Chim cút làm sạch", "Chim cút quay"),
        ("chim cut", "chim cut quay"),
        ("Chim bồ câu", "Bồ câu quay"),
        ("Chim trĩ", "Chim trĩ nướng"),
        ("Gà tây", "Gà tây quay"),
        ("Gà sao", "Gà sao nướng"),
        ("Turkey", "Roast turkey"),
        ("Live duck", "Roast duck"),
        ("Whole chicken", "Grilled chicken"),
    ],
)
def test_a_dish_and_the_raw_animal_are_two_forms(explained, raw, dish):
    for wanted, offered, forms in (
        (raw, dish, ("unprepared", "prepared")),
        (dish, raw, ("prepared", "unprepared")),
    ):
        match = explained({"product": wanted}, {"product": offered})
        said = match.reasons[0]
        assert "wrong_form" in match.vetoes, (wanted, offered)
        assert (said.code, said.facts["demanded_form"], said.facts["offered_form"]) == (
            "product_other_form",
            *forms,
        )


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("Gà nướng", "Gà nướng"),
        ("Vịt quay", "Vịt quay Lạng Sơn"),
        ("Gà", "Gà để nướng"),  # what it is for
        ("Gà đồi, gà nướng", "Gà đồi"),
        ("Cá chiên", "Cá chiên sông Đà"),  # a fish
        ("Lợn nương", "Lợn nương"),
        ("lon nuong", "lon nuong"),
        ("Tôm đông lạnh", "Tôm hấp đông lạnh"),
    ],
)
def test_the_same_goods_are_of_one_form(explained, wanted, offered):
    assert "wrong_form" not in explained({"product": wanted}, {"product": offered}).vetoes


@pytest.mark.parametrize(
    ("raw", "dish"),
    [
        ("Chim bồ câu làm sạch", "Chim cút quay"),
        ("chim bo cau", "chim cut quay"),
        ("Chim trĩ", "Chim cút nướng"),
        ("Chim sẻ", "Chim cút chiên"),
        ("Pigeon", "Roast quail"),
        ("Gà làm sạch", "Gà tây quay"),
        ("Gà đồi Yên Thế", "Gà sao quay"),
        ("Gà tây", "Gà nướng"),
        ("Turkey", "Roast chicken"),
    ],
)
def test_two_birds_of_one_word_are_other_goods_and_no_other_form(explained, raw, dish):
    for wanted, offered in ((raw, dish), (dish, raw)):
        vetoes = explained({"product": wanted}, {"product": offered}).vetoes
        assert vetoes == ["wrong_product"], (wanted, offered)
