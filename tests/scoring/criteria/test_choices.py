"""Sorts that a buyer names beside general goods, and the form that one side has not said."""

import pytest

RICE = {"product": "gạo", "spec": "Séng Cù, hạt đều"}


def test_the_sort_that_a_specification_names_is_right_and_not_asked_again(one, offer, demand):
    said = one("product", offer(product="gạo Séng Cù"), demand(**RICE))
    assert said.score >= 0.98
    assert (said.facts["demanded_sorts"], [row["asks"] for row in said.facts["spec"]]) == (
        ["Séng Cù"],
        ["hạt đều"],
    )


def test_another_sort_is_asked_and_ranks_behind_goods_that_say_none(one, offer, demand):
    other = one("product", offer(product="gạo ST25"), demand(**RICE))
    silent = one("product", offer(product="gạo"), demand(**RICE))
    assert (other.code, other.vetoes, silent.code) == ("product_sibling", [], "product_generic")
    assert other.score < silent.score


def test_for_export_another_sort_than_the_one_named_is_the_wrong_product(one, offer, demand):
    wanted = demand(product="sầu riêng", spec="Ri6, trái 2–5 kg", channel="exporter_cn")
    assert one("product", offer(product="sầu riêng Monthong"), wanted).vetoes == ["wrong_product"]


@pytest.mark.parametrize("spec", ["Ri6 hoặc Monthong", "sầu riêng Ri6, Monthong, không sâu"])
def test_any_of_several_sorts_is_right(one, offer, demand, spec):
    wanted = demand(product="sầu riêng", spec=spec)
    for name in ("sầu riêng Ri6", "sầu riêng Monthong"):
        assert one("product", offer(product=name), wanted).score >= 0.98
    assert one("product", offer(product="sầu riêng Đắk Lắk"), wanted).code != "product_same"


def test_a_seller_tells_the_sort_in_his_words(one, offer, demand):
    said = one(
        "product", offer(product="sầu riêng", description="giống Ri6"), demand(product="sầu riêng Ri6")
    )
    assert (said.code, said.facts["offered_sorts"]) == ("product_same", ["Ri6"])


@pytest.mark.parametrize(
    ("offered", "asked"),
    [({}, True), ({"storage": "live"}, False), ({"packaging": "túi nước có oxy"}, False)],
)
def test_goods_wanted_alive_that_do_not_say_so_are_asked(one, offer, demand, offered, asked):
    wanted = demand(product="lợn đen sống")
    assert bool(one("product", offer(product="lợn đen", **offered), wanted).facts.get("live_unsaid")) is asked


@pytest.mark.parametrize(
    ("spec", "told"), [("", "unsaid"), ("hàng tươi", "fresh"), ("nhận hàng đông lạnh", None)]
)
def test_frozen_goods_are_asked_where_the_buyer_did_not_name_them(one, offer, demand, spec, told):
    wanted = demand(product="lợn đen", spec=spec)
    said = one("product", offer(product="lợn đen", storage="frozen"), wanted)
    assert said.facts.get("frozen_unasked") == told


def test_goods_for_processing_are_asked_by_who_sells_them_fresh(one, offer, demand):
    raw = offer(product="lê chế biến")
    assert one("product", raw, demand(product="lê")).facts.get("for_processing")
    assert not one("product", raw, demand(product="lê", channel="processor")).facts.get("for_processing")


def test_cuts_are_no_animals_by_the_head(one, offer, demand):
    wanted = demand(product="lợn đen", quantity=40, unit="con")
    assert one("product", offer(product="Thịt lợn đen pha lóc"), wanted).vetoes == ["wrong_form"]
    assert one("product", offer(product="lợn đen hơi"), wanted).vetoes == []


def test_grades_in_a_bracket_are_one_product_of_which_the_buyer_chooses(one, offer, demand):
    listed = offer(product="tỏi Lý Sơn (củ to, củ nhỏ)")
    assert not one("product", listed, demand(product="tỏi")).facts["offered_listed"]


def test_who_refuses_frozen_goods_is_not_taken_to_ask_for_them(one, offer, demand):
    frozen = offer(product="vải thiều", storage="frozen", shelf_life_days=365)
    refuses = demand(spec="không lấy hàng đông lạnh")
    assert one("product", frozen, refuses).facts["frozen_unasked"] == "fresh"
    assert "frozen_unasked" not in one("product", frozen, demand(spec="nhận hàng đông lạnh")).facts
