"""A comma before what is done to goods is no list, and a bracket may hold the goods themselves."""

import pytest

from scoring.product.process import with_process


def _facts(explained, wanted, offered):
    match = explained({"product": wanted}, {"product": offered})
    return match, next(each for each in match.reasons if each.criterion == "product")


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("Cà phê Arabica rang mộc (hạt)", "Cà phê Arabica Cầu Đất đặc sản, rang"),
        ("Cà phê nhân Arabica", "Cà phê Arabica, nhân xanh"),
        ("Chè Shan tuyết", "Chè Shan tuyết, sao suốt"),
        ("Cá thu một nắng", "cá thu, một nắng"),
        ("Thịt trâu gác bếp", "thịt trâu, gác bếp"),
        ("Xoài sấy dẻo", "xoài cát, sấy dẻo"),
        ("Cá thu đông lạnh", "ca thu, cap dong"),
        ("Hạt điều rang muối", "hạt điều Bình Phước, rang muối"),
        ("Hạt điều rang muối", "hạt điều rang muối, còn vỏ lụa"),
        ("Cà phê nhân Arabica", "Cà phê nhân Arabica, chế biến ướt"),
        ("Cà phê nhân Robusta", "ca phe nhan xanh Robusta, che bien uot"),
        ("Cà phê nhân Arabica", "Cà phê nhân Arabica, fully washed"),
        ("Cà phê nhân Robusta", "Cà phê nhân xô Robusta, chế biến khô"),
    ],
)
def test_what_is_done_to_goods_behind_a_comma_makes_no_list_of_them(explained, wanted, offered):
    match, row = _facts(explained, wanted, offered)
    assert not match.vetoes
    assert row.code == "product_same"
    assert not row.facts["offered_listed"]
    assert "unsaid" not in row.facts


@pytest.mark.parametrize(
    "name",
    [
        *("cá thu, cá ngừ", "xoài tươi, sấy dẻo", "cà phê rang, xay", "lạc, muối", "cam, quýt, khô"),
        *("nghệ, bột", "cà phê chế biến khô, chế biến ướt", "cà phê rang, chế biến ướt"),
        "cà phê natural, washed",
    ],
)
def test_goods_that_a_name_lists_are_a_list_still(name):
    assert with_process(name) == name


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("Hạt tam giác mạch khô", "hạt mạch (tam giác mạch)"),
        ("hat tam giac mach", "hat mach (tam giac mach)"),
        ("Lá đinh lăng", "lá gỏi cá (đinh lăng)"),
        ("Hạt chùm ngây", "hạt thuốc (chùm ngây)"),
    ],
)
def test_the_goods_in_a_bracket_have_the_part_before_it(explained, wanted, offered):
    assert _facts(explained, wanted, offered)[1].code == "product_same"


def test_seed_for_sowing_is_no_seed_to_eat(explained):
    assert _facts(explained, "Hạt chùm ngây", "hạt giống (chùm ngây)")[1].code != "product_same"
