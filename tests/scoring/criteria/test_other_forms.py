"""Goods in a state that the table of kinds does not tell apart, read with the whole table."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def told(explained):
    """The facts of an account on its goods, and its vetoes."""

    def account(wanted: dict, offered: dict):
        match = explained(wanted, offered)
        facts = {row.criterion: row.facts for row in match.reasons}
        if "wrong_form" in match.vetoes:
            assert next(row for row in match.reasons if row.criterion == "product").effect < 0
        return facts["product"], facts["volume"], match.vetoes

    return account


@pytest.mark.parametrize(
    ("wanted", "offered", "forms"),
    [
        ("Gừng khô thái lát", "Bột gừng nguyên chất", ("powder", "dried")),
        ("Bột nghệ", "Nghệ thái lát khô", ("dried", "powder")),
        ("Măng tươi", "Măng luộc hút chân không", ("processed", "fresh")),
        ("Măng luộc", "măng tươi", ("fresh", "processed")),
    ],
)
def test_another_state_is_the_wrong_form(told, wanted, offered, forms):
    facts, _, vetoes = told({"product": wanted}, {"product": offered})
    assert "wrong_form" in vetoes
    assert (facts["offered_form"], facts["demanded_form"]) == forms


def test_powder_is_no_other_form_where_both_sides_speak_of_it(told):
    _, _, vetoes = told({"product": "Gừng khô (lát hoặc bột)"}, {"product": "Bột gừng"})
    assert "wrong_form" not in vetoes


@pytest.mark.parametrize(
    ("wanted", "offered", "parts"),
    [
        ("Hoa trà hoa vàng khô", "Trà hoa vàng lá khô", ["lá khô", "hoa khô"]),
        ("Hoa trà hoa vàng khô", "Trà hoa vàng lá khô, hoa tươi", ["lá khô, hoa tươi", "hoa khô"]),
        ("Atisô bông khô", "Lá atisô khô", ["lá khô", "hoa khô"]),
    ],
)
def test_another_part_of_the_plant_is_told_by_name(told, wanted, offered, parts):
    facts, _, vetoes = told({"product": wanted}, {"product": offered})
    assert (facts["parts"], "wrong_form" in vetoes) == (parts, True)


@pytest.mark.parametrize("offered", ["Trà hoa vàng", "Hoa trà hoa vàng khô", "Nụ trà hoa vàng sấy khô"])
def test_the_part_wanted_and_one_unsaid_are_refused_for_nothing(told, offered):
    facts, _, vetoes = told({"product": "Hoa trà hoa vàng khô"}, {"product": offered})
    assert "parts" not in facts
    assert "wrong_form" not in vetoes


def test_fresh_goods_for_what_is_mostly_dried_are_asked_and_refused_where_dried_ones_are_named(told):
    fresh = {"product": "mắc khén tươi"}
    facts, _, vetoes = told({"product": "mắc khén"}, fresh)
    assert (facts["fresh_unasked"], "wrong_form" in vetoes) == (True, False)
    _, _, vetoes = told({"product": "mắc khén", "remarks": "15 kg mắc khén khô mỗi tháng"}, fresh)
    assert "wrong_form" in vetoes


@pytest.mark.parametrize(
    ("wanted", "offered", "fact"),
    [
        ("Mật ong", "Mật ong nguyên tầng", "comb_unasked"),
        ("Honey", "Comb honey", "comb_unasked"),
        ("mat ong", "mat ong nguyen to", "comb_unasked"),
        ("Mật ong nguyên tầng", "Mật ong hoa nhãn", "comb_unsaid"),
        ("Mật ong nguyên tầng", "Mật ong bánh tổ", ""),
        ("Mật ong", "Mật ong hoa cà phê", ""),
    ],
)
def test_honey_in_its_comb_is_asked_where_one_side_names_none(told, wanted, offered, fact):
    facts, _, vetoes = told({"product": wanted}, {"product": offered})
    assert [name for name in ("comb_unasked", "comb_unsaid") if facts.get(name)] == ([fact] if fact else [])
    assert not vetoes


def test_kilograms_of_goods_in_two_forms_are_not_compared(told):
    wanted = {"product": "nấm hương khô", "quantity": 100.0, "unit": "kg", "per": "month"}
    _, volume, _ = told(wanted, {"product": "nấm hương tươi", "quantity": 60.0, "unit": "kg", "per": "day"})
    assert (volume["weighed_apart"], volume["fill"]) == (True, None)


@pytest.mark.parametrize("words", [{"storage": "live"}, {"remarks": "hoi 145-150k/kg"}])
def test_animals_sold_by_live_weight_are_to_be_slaughtered(told, words):
    facts, _, _ = told({"product": "Thịt dê cấp đông"}, {"product": "dê cỏ", **words})
    assert facts["to_slaughter"]


def test_of_a_list_the_item_that_is_in_another_form_is_named(told):
    facts, volume, vetoes = told(
        {"product": "nấm hương khô", "quantity": 100.0, "unit": "lọ"},
        {"product": "nấm hương tươi + mộc nhĩ khô", "quantity": 900.0, "unit": "lọ"},
    )
    assert (facts["offered_item"], facts["offered_form"]) == ("nấm hương tươi", "fresh")
    assert volume["weighed_apart"]  # whatever the unit
    assert "wrong_form" in vetoes


def test_a_name_in_green_beans_beside_the_roasted_coffee_wanted_is_no_second_meaning(told):
    wanted = {"product": "Arabica rang nguyên hạt", "remarks": "250 kg/tháng arabica Cầu Đất rang vừa"}
    _, _, vetoes = told(wanted, {"product": "Cà phê Arabica nhân", "description": "Catimor, chế biến ướt"})
    assert "wrong_form" in vetoes


def test_paddy_for_rice_is_another_form_and_asked_where_the_seller_mills(one, offer, demand):
    wanted = demand(product="Gạo ST25")
    paddy, milled = (
        one("product", offer(product="Gạo ST25", remarks=words), wanted)
        for words in ("ST25 còn nguyên thóc 12 tấn", "ST25 còn nguyên thóc, ai cần xay thì báo")
    )
    assert (paddy.vetoes, paddy.facts["offered_form"]) == (["wrong_form"], "in_husk")
    assert (milled.vetoes, milled.facts["to_prepare"]) == ([], "xay xát")


@pytest.mark.parametrize(
    "offered", ["Cà phê nhân Arabica Sơn La chế biến ướt", "ca phe nhan Son La", "Green arabica, Cau Dat"]
)
def test_coffee_said_to_be_green_is_no_roast_though_its_place_leaves_it_open(told, offered):
    *_, vetoes = told({"product": "Cà phê bột robusta rang mộc"}, {"product": offered})
    assert "wrong_form" in vetoes
