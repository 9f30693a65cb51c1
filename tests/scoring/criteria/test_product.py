import pytest

from scoring.records import Certificate, Place


@pytest.mark.parametrize("name", ["vải thiều", "vai thieu", "Vải thiều tươi loại 1"])
def test_the_product_itself_is_right_however_it_is_written(one, offer, demand, name):
    said = one("product", offer(product=name), demand())
    assert said.vetoes == []
    assert said.score >= 0.98


def test_another_form_is_refused_as_a_form_and_not_as_a_product(one, offer, demand):
    assert one("product", offer(product="vải sấy"), demand()).vetoes == ["wrong_form"]


def test_another_product_is_refused(one, offer, demand):
    assert one("product", offer(product="gạo ST25"), demand()).vetoes == ["wrong_product"]


def test_an_unknown_product_is_refused_where_the_words_are_unlike(one, offer, demand):
    assert one("product", offer(product="phở cuốn Ngũ Xã"), demand()).vetoes == ["wrong_product"]


def test_an_unknown_product_named_the_same_is_taken_by_its_name(one, offer, demand):
    said = one("product", offer(product="kẹo dồi chó"), demand(product="kẹo dồi chó"))
    assert said.code == "product_unknown"
    assert said.vetoes == []


def test_another_cultivar_of_a_fruit_may_serve_at_home(one, offer, demand):
    said = one("product", offer(product="sầu riêng Monthong"), demand(product="sầu riêng Ri6"))
    assert (said.vetoes, said.code) == ([], "product_sibling")
    assert said.score < 0.3


def test_another_cultivar_is_the_wrong_product_for_an_exporter(one, offer, demand):
    wanted = demand(product="sầu riêng Ri6", channel="exporter_cn")
    assert one("product", offer(product="sầu riêng Monthong"), wanted).vetoes == ["wrong_product"]


def test_a_fruit_named_by_its_place_alone_may_be_the_cultivar_and_is_asked(one, offer, demand):
    wanted = demand(product="sầu riêng Ri6", channel="exporter_cn")
    said = one("product", offer(product="sầu riêng Đắk Lắk"), wanted)
    assert (said.vetoes, said.code) == ([], "product_generic")


def test_every_variety_that_a_demand_names_is_right(one, offer, demand):
    wanted = demand(product="Sầu riêng Ri6, sầu riêng Monthong")
    for name in ("sầu riêng Ri6", "sầu riêng Monthong"):
        assert one("product", offer(product=name), wanted).score >= 0.98


def test_another_cultivar_is_the_wrong_product_where_an_indication_is_named(one, offer, demand):
    wanted = demand(product="vải thiều Lục Ngạn", required_certificates=(Certificate("GI"),))
    assert one("product", offer(product="vải u hồng"), wanted).vetoes == ["wrong_product"]


@pytest.mark.parametrize("wanted", ["vải u hồng / thiều Lục Ngạn", "vải u hồng hoặc vải thiều Lục Ngạn"])
def test_a_list_that_names_an_indication_is_of_no_other_cultivar(one, offer, demand, wanted):
    asked = demand(product=wanted, channel="gift_horeca")
    for named in ("vải u hồng", "vải thiều Lục Ngạn"):
        assert one("product", offer(product=named), asked).vetoes == []


def test_another_rice_is_the_wrong_product(one, offer, demand):
    said = one("product", offer(product="gạo ST25"), demand(product="gạo Séng Cù"))
    assert said.vetoes == ["wrong_product"]


def test_unnamed_garlic_from_elsewhere_is_no_ly_son_garlic(one, offer, demand):
    wanted = demand(product="tỏi Lý Sơn")
    assert one("product", offer(product="tỏi"), wanted).vetoes == ["wrong_product"]
    island = Place(text="Lý Sơn", commune="Lý Sơn")
    assert one("product", offer(product="tỏi", place=island), wanted).vetoes == []


def test_facts_name_both_products_and_kinds(one, offer, demand):
    facts = one("product", offer(product="vải u hồng"), demand()).facts
    assert (facts["offered"], facts["demanded"]) == ("vải u hồng", "vải thiều")
    assert (facts["offered_kind"], facts["demanded_kind"]) == ("lychee_early", "lychee")


def test_a_fruit_that_bears_the_place_of_the_indication_is_not_the_wrong_product(one, offer, demand):
    named = demand(product="vải thiều Lục Ngạn")
    assert one("product", offer(product="vải u hồng Lục Ngạn"), named).vetoes == []
    assert one("product", offer(product="vải u hồng"), named).vetoes == ["wrong_product"]
    exported = demand(product="vải thiều Lục Ngạn", channel="exporter_cn")
    assert one("product", offer(product="vải u hồng Lục Ngạn"), exported).vetoes == ["wrong_product"]


@pytest.mark.parametrize(
    ("demanded", "offered"),
    [
        ("nghệ", "tinh bột nghệ"),
        ("tinh bột nghệ", "nghệ"),
        ("lê VH6", "lê sấy"),
        ("trâu sống", "trâu gác bếp"),
    ],
)
def test_what_is_made_of_a_product_is_the_wrong_form_of_it(one, offer, demand, demanded, offered):
    said = one("product", offer(product=offered), demand(product=demanded))
    assert (said.code, said.vetoes) == ("product_other_form", ["wrong_form"])


def test_a_by_product_and_another_fruits_form_are_other_products(one, offer, demand):
    assert one("product", offer(product="xơ nghệ"), demand(product="nghệ")).vetoes == ["wrong_product"]
    assert one("product", offer(product="lê sấy"), demand()).vetoes == ["wrong_product"]


def test_goods_from_the_place_with_the_right_to_its_indication_are_the_right_ones(one, offer, demand):
    named = demand(product="tỏi Lý Sơn")
    place = Place(text="đặc khu Lý Sơn, Quảng Ngãi")
    held = (Certificate("ATTP"), Certificate("GI"))
    proven = one("product", offer(product="tỏi", place=place, certificates=held), named)
    assert (proven.code, proven.vetoes) == ("product_variety", [])
    assert proven.score >= 0.99
    asked = one("product", offer(product="tỏi", place=place), named)
    assert (asked.code, asked.vetoes) == ("product_generic", [])


def test_live_animals_for_who_wants_them_cleaned_are_told(one, offer, demand):
    live = offer(product="lợn đen", storage="live")
    assert one("product", live, demand(product="lợn đen làm sạch")).facts["to_slaughter"] is True
    in_words = demand(product="lợn đen", remarks="nhận móc hàm")
    assert one("product", live, in_words).facts["to_slaughter"] is True
    assert "to_slaughter" not in one("product", live, demand(product="lợn đen")).facts


def test_raw_goods_are_not_what_is_made_of_them(one, offer, demand):
    wanted = demand(product="Sản phẩm từ vải thiều (trà, rượu)")
    said = one("product", offer(product="vải thiều"), wanted)
    assert said.vetoes == ["wrong_form"]
    assert said.facts["demanded_form"] == "processed"
    assert one("product", offer(product="vải thiều"), demand(product="vải thiều")).vetoes == []


def test_grades_that_differ_and_lists_are_told(one, offer, demand):
    said = one("product", offer(product="vải thiều loại 2"), demand(product="vải thiều", spec="loại 1")).facts
    assert (said["offered_grade"], said["demanded_grade"]) == (["2"], ["1"])
    alike = one(
        "product", offer(product="vải thiều loại 1"), demand(product="vải thiều", spec="loại 1")
    ).facts
    assert "offered_grade" not in alike
    assert one("product", offer(), demand(product="vải thiều, thổ cẩm")).facts["demanded_listed"] == "all"


def test_goods_that_miss_a_least_by_their_own_figures_rank_behind_and_are_not_refused(one, offer, demand):
    wanted = demand(spec="quả ≥ 20 g, thùng 5 kg")
    small, large, unsaid = (offer(description=text) for text in ("quả 12–15 g", "quả 22 g", ""))
    missed = one("product", small, wanted)
    assert missed.vetoes == []
    assert missed.score < 0.3 < one("product", large, wanted).score
    assert one("product", unsaid, wanted).score == one("product", unsaid, demand()).score
    assert missed.facts["spec"][0]["says"] == "unmet"


def test_green_tea_is_none_where_a_sentence_asks_for_white_or_black(one, offer, demand):
    wanted = demand(product="Trà Shan tuyết cổ thụ Tà Xùa", remarks="40kg bạch trà hoặc hồng trà cổ thụ")
    given = offer(product="chè xanh", remarks="chè xanh Tà Xùa sao tay", place=Place(text="Tà Xùa"))
    assert one("product", given, wanted).vetoes == ["wrong_product"]
