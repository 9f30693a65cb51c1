"""The facts of an account on its goods: which item is meant, in which form, and what is to be asked."""

import pytest

from scoring.records import Place


def spec_of(said):
    return [(row["asks"], row["says"]) for row in said.facts.get("spec") or ()]


def test_the_form_told_is_that_of_the_item_that_is_meant(one, offer, demand):
    said = one("product", offer(product="vải thiều"), demand(product="lê, vải sấy"))
    assert said.vetoes == ["wrong_form"]
    assert (said.facts["demanded_item"], said.facts["demanded_form"], said.facts["offered_form"]) == (
        "vải sấy", "dried", "fresh",
    )  # fmt: skip


def test_a_form_at_the_end_of_a_list_is_asked_of_the_items_before_it(one, offer, demand):
    said = one("product", offer(product="vải thiều"), demand(product="vải thiều, lê sấy"))
    assert (said.vetoes, said.facts["form_of_list"]) == ([], "sấy")


@pytest.mark.parametrize(("spec", "vetoes"), [("dạt B, C", []), ("múi vàng", ["wrong_form"])])
def test_a_factory_that_wants_culls_is_asked_whether_it_takes_them_raw(one, offer, demand, spec, vetoes):
    wanted = demand(product="vải sấy", channel="processor", spec=spec)
    said = one("product", offer(product="vải thiều"), wanted)
    assert said.vetoes == vetoes
    assert bool(said.facts.get("raw_or_worked")) is not bool(vetoes)


def test_a_size_after_slaughter_is_asked_of_live_animals_and_slaughter_itself_once(one, offer, demand):
    live = offer(product="lợn đen", storage="live", packaging="lợn hơi 40–60 kg/con", unit="con", quantity=9)
    said = one("product", live, demand(product="Thịt lợn đen", spec="40–60 kg móc hàm; móc hàm"))
    assert said.facts["to_slaughter"]
    assert spec_of(said) == [("40–60 kg móc hàm", "weighed_live")]


def test_the_box_of_a_set_is_none_of_its_pieces(one, offer, demand):
    wanted = demand(product="Set quà Tết: mật ong, vải sấy", spec="hộp")
    said = one("product", offer(product="mật ong", packaging="hộp 500 g"), wanted)
    assert said.facts["demanded_set"]
    assert spec_of(said) == []


def test_packs_that_differ_are_told_once(one, offer, demand):
    said = one("product", offer(packaging="thùng 10 kg"), demand(spec="hộp 3 kg"))
    assert spec_of(said) == [("hộp 3 kg", "repack")]
    assert "packs" not in said.facts


def test_a_colour_of_one_item_is_asked_of_goods_that_say_none(one, offer, demand):
    said = one("product", offer(product="lê"), demand(product="vải thiều, lê xanh"))
    assert said.facts["unsaid"] == ["xanh"]


def test_goods_that_are_dried_are_asked_for_their_sort_and_rice_for_its_variety(one, offer, demand):
    assert one("product", offer(product="vải sấy"), demand(product="vải sấy")).facts["by_sort"]
    assert "by_sort" not in one("product", offer(product="gạo"), demand(product="gạo ST25")).facts


def test_what_goods_are_by_their_own_words_goes_before_what_the_table_says(one, offer, demand):
    wanted = demand(product="sầu riêng Ri6, sầu riêng Monthong sấy")
    said = one("product", offer(product="sầu riêng Monthong tươi"), wanted)
    assert said.vetoes == ["wrong_form"]
    assert (said.facts["demanded_item"], said.facts["demanded_form"]) == ("sầu riêng Monthong sấy", "dried")
    assert one("product", offer(product="sầu riêng Ri6"), wanted).vetoes == []


def test_goods_that_any_seller_may_cut_are_asked_and_not_refused(one, offer, demand):
    said = one("product", offer(product="lê"), demand(product="lê cắt sẵn"))
    assert (said.vetoes, said.facts["to_prepare"]) == ([], "cắt sẵn")


def test_a_word_torn_from_a_choice_or_a_region_is_not_asked(one, offer, demand):
    place = Place(text="Cai Lậy, Đồng Tháp", province="Đồng Tháp")
    for name in ("sầu riêng Ri6/Monthong", "sầu riêng miền Tây"):
        said = one("product", offer(product="sầu riêng", place=place), demand(product=name))
        assert "unsaid" not in said.facts
    nowhere = one("product", offer(product="sầu riêng"), demand(product="sầu riêng miền Tây"))
    assert nowhere.facts["unsaid"] == ["miền Tây"]


def test_a_word_within_another_that_nobody_says_is_asked_once(explained) -> None:
    wanted, offered = {"product": "Hồ tiêu đen"}, {"product": "Hồ tiêu Phú Quốc"}
    facts = next(each.facts for each in explained(wanted, offered).reasons if each.criterion == "product")
    assert facts["unsaid"] == ["tiêu đen"]


def test_the_piece_of_a_set_that_is_offered_in_another_form_is_named(explained) -> None:
    wanted = {"product": "Set quà Tết: hồng treo gió, mắc ca, trà"}
    match = explained(wanted, {"product": "Hồng giòn Mộc Châu"}, "gift_horeca")
    facts = next(each.facts for each in match.reasons if each.criterion == "product")
    assert (facts["demanded_item"], facts["demanded_form"]) == ("hồng treo gió", "dried")
    honey = explained(wanted, {"product": "Mắc ca"}, "gift_horeca")
    assert "demanded_item" not in next(each.facts for each in honey.reasons if each.criterion == "product")
