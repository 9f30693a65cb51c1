"""Sentences on prices: why a freight is in no sum, where a price is taken, how much of a range fits."""

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.price_line import price_clause
from matchmaker.wording.reasons.price_words import unit_plain
from matchmaker.wording.reasons.questions import questions

PRICE = {"price_low": 60000, "price_high": 65000, "floor_total": 60000, "top_total": 65000, "ceiling": 75000,
         "unit": "lít", "ceiling_unit": "lít", "basis": "farm_gate", "ceiling_basis": "delivered",
         "way_known": True}  # fmt: skip


def test_a_freight_that_is_printed_is_not_told_as_unknown():
    text = sentence("freight_unknown", PRICE, "vi")
    assert text == (
        "Giá 60.000–65.000 đ/lít tại nơi sản xuất, bên mua trả tối đa 75.000 đ/lít giao tại kho bên mua: "
        "chưa kể cước, mức giá cao còn 10.000 đ/lít tới trần; cước tính theo kg, giá theo lít, "
        "nên chưa cộng được."
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"price_low": 65000}, "chưa kể cước còn 10.000 đ/lít tới trần; cước tính theo kg"),
        ({"price_high": 75000}, "đã bằng trần khi chưa kể cước; cước tính theo kg"),
        ({"price_high": 80000}, "mức cao đã vượt trần khi chưa kể cước; cước tính theo kg"),
        ({"basis": "delivered", "ceiling_basis": "farm_gate"}, "giá theo lít, nên chưa trừ được."),
        ({"way_known": False}, "chưa rõ đường đi nên chưa tính được cước."),
    ],
)
def test_what_is_left_before_freight_and_why_it_is_left_out_is_said(changes, words):
    assert words in sentence("freight_unknown", PRICE | changes, "vi")
    assert "None" not in sentence("freight_unknown", PRICE | changes, "en")


def test_only_what_grows_is_sold_at_the_garden_and_only_animals_at_the_farm():
    told = {gate: sentence("price_under", PRICE | {"gate": gate}, "vi") for gate in ("", "garden", "stable")}
    assert "đ/lít tại nơi sản xuất" in told[""]
    assert "đ/lít tại vườn" in told["garden"]
    assert "đ/lít tại trại" in told["stable"]


def test_two_prices_at_one_place_name_it_once():
    text = sentence("price_under", PRICE | {"basis": "delivered"}, "vi")
    assert text.startswith(
        "Giá 60.000–65.000 đ/lít, bên mua trả tối đa 75.000 đ/lít, cả hai giá giao tại kho bên mua:"
    )
    assert "VND 60,000–65,000/litre; the buyer" in sentence(
        "price_under", PRICE | {"basis": "delivered"}, "en"
    )


def test_of_goods_at_one_price_the_freight_decides():
    facts = {"price_low": 8000, "price_high": 8000, "floor_total": 10241, "top_total": 12673,
             "ceiling": 12000, "carriage_low": 2241, "carriage_high": 4673, "unit": "kg",
             "ceiling_unit": "kg", "basis": "depot", "ceiling_basis": "delivered"}  # fmt: skip
    assert "hợp nếu cước không quá 4.000 đ/kg." in sentence("price_under", facts, "vi")
    assert "chỉ hợp nếu chốt từ 7.327 đ/kg" in sentence("price_under", facts | {"price_low": 7000}, "vi")


FAR = {"price_low": 15200, "price_high": 16500, "floor_total": 17347, "top_total": 21002, "ceiling": 19500,
       "carriage_low": 2147, "carriage_high": 4502, "unit": "kg", "ceiling_unit": "kg", "basis": "depot",
       "ceiling_basis": "delivered"}  # fmt: skip


@pytest.mark.parametrize("code", ["price_under", "price_range_over"])
def test_where_every_price_fits_at_the_low_freight_the_freight_is_told(code):
    text = sentence(code, FAR, "vi")
    assert "cước ở mức thấp thì giá nào cũng vừa trần; giá 15.200 đ/kg chịu được cước đến 4.300 đ/kg" in text
    assert text.endswith("giá 16.500 đ/kg chịu được cước đến 3.000 đ/kg.")
    assert "at the low freight every price fits; VND 15,200/kg bears freight of up to" in sentence(
        code, FAR, "en"
    )
    assert price_clause(code, FAR, "vi") == "giá chỉ vừa trần nếu cước ở mức thấp"
    other = {
        "price_low": 8000,
        "price_high": 9500,
        "floor_total": 10147,
        "top_total": 14002,
        "ceiling": 12000,
    }
    near = sentence(code, FAR | other, "vi")
    assert "giá nào cũng vừa trần; giá 8.000 đ/kg chịu được cước đến 4.000 đ/kg" in near


def test_where_the_dearest_price_is_above_at_any_freight_a_limit_is_told():
    facts = FAR | {"price_high": 18000}
    assert "chỉ hợp nếu chốt từ 17.353 đ/kg" in sentence("price_under", facts, "vi")
    assert price_clause("price_under", facts, "vi") == "giá chỉ vừa trần ở mức thấp, cước thấp"
    cheap = FAR | {"carriage_high": 3500}
    assert "chỉ hợp nếu chốt từ 16.000 đ/kg" in sentence("price_under", cheap, "vi")


def test_ranges_in_english_have_their_currency():
    text = sentence("price_units_differ", PRICE | {"ceiling_unit": "chai"}, "en")
    assert text.startswith("Sold at VND 60,000–65,000/litre")


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({"price_words": "giá thoả thuận", "ceiling": 16000, "ceiling_unit": "kg"},
         "Bên bán ghi “giá thoả thuận”, bên mua trả tối đa 16.000 đ/kg: phải hỏi giá bán."),
        ({"price_words": "thoả thuận", "ceiling_words": "theo báo giá tuần"},
         "Bên bán ghi “thoả thuận”, bên mua ghi “theo báo giá tuần”: hai bên báo giá cho nhau."),
        ({}, "Bên bán chưa nói giá, bên mua cũng chưa nêu giá trần: hai bên báo giá cho nhau."),
        ({"price_bare": 45000, "ceiling": 50000, "ceiling_unit": "kg"},
         "Bên bán ghi 45.000 đ, chưa rõ theo đơn vị nào, bên mua trả tối đa 50.000 đ/kg: phải hỏi giá bán."),
    ],
)  # fmt: skip
def test_a_price_left_open_is_told_in_its_own_words(facts, text):
    assert sentence("price_unsaid", facts, "vi") == text
    assert sentence("price_unsaid", facts, "en").endswith(".")


def test_a_veto_names_the_lowest_price_alone_where_the_unit_was_converted():
    facts = {"price_low": 95000, "price_high": 120000, "price_said": [95000, 120000], "unit": "chai",
             "price_said_unit": "lít", "sizes": [], "ceiling": 90000, "floor_total": 95000,
             "over_share": 0.06, "basis": "depot"}  # fmt: skip
    assert sentence("price_over", facts, "vi").startswith("Giá thấp nhất 95.000 đ/lít")


def test_a_floor_above_the_ceiling_says_that_the_freight_is_still_to_come():
    facts = PRICE | {"price_low": 80000, "floor_total": 80000, "over_share": 0.07, "negotiable": True}
    assert "80.000 đ/lít tại nơi sản xuất chưa kể cước, giá trần" in sentence("price_over", facts, "vi")
    assert "chưa kể" not in sentence("price_over", facts | {"basis": "delivered"}, "vi")


def test_a_price_in_another_money_is_told_and_asked_for_in_dong():
    money = {"currency": "USD", "low": 2.5, "high": 2.8, "unit": "kg"}
    facts = {"price_money": money, "ceiling": 60000, "ceiling_unit": "kg"}
    assert sentence("price_unsaid", facts, "vi") == (
        "Bên bán ghi giá 2,5–2,8 USD/kg, bên mua trả tối đa 60.000 đ/kg: phải hỏi giá đồng, tỷ giá ngày nào."
    )
    buyer = {"price_low": 50000, "price_high": 50000, "unit": "kg", "ceiling_money": money, "basis": "depot"}
    assert "bên mua trả 2,5–2,8 USD/kg" in sentence("ceiling_unsaid", buyer, "vi")


def test_a_price_by_live_weight_is_told_by_the_head_where_heads_are_bought():
    facts = {"price_low": 75000, "price_high": 85000, "unit": "kg hơi", "ceiling": 170000,
             "ceiling_unit": "con", "by_head": [135000, 187000], "head": [1.8, 2.2]}  # fmt: skip
    assert sentence("price_units_differ", facts, "vi") == (
        "Bán 75.000–85.000 đ/kg hơi (1,8–2,2 kg/con, tức 135.000–187.000 đ/con), mua tối đa 170.000 đ/con: "
        "phải hỏi cỡ con rồi mới so được giá."
    )


OVER = {"price_low": 16000, "price_high": 16000, "floor_total": 16000, "ceiling": 15000, "over_share": 0.07,
        "unit": "kg", "ceiling_unit": "kg", "negotiable": True}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"basis": "depot", "ceiling_basis": "farm_gate"},
         "tại kho bên bán, giá trần 15.000 đ/kg tại nơi sản xuất: vượt 7 %, còn thương lượng được"),
        ({"basis": "farm_gate", "ceiling_basis": "depot"},
         "tại nơi sản xuất chưa kể cước, giá trần 15.000 đ/kg tại kho bên bán"),
        ({"basis": "delivered", "ceiling_basis": "depot", "carriage_low": -700, "floor_total": 15300},
         "giao tại kho bên mua, trừ cước là 15.300 đ/kg, giá trần"),
        ({"basis": "depot", "ceiling_basis": "delivered", "carriage_low": 700, "floor_total": 16700},
         "tại kho bên bán, tính cả cước là 16.700 đ/kg, giá trần"),
    ],
)  # fmt: skip
def test_a_price_above_the_ceiling_names_both_places_and_what_freight_does(changes, words):
    assert words in sentence("price_over", {**OVER, **changes}, "vi")


def test_a_price_by_the_litre_that_no_weight_makes_fit_is_told_with_the_weights_taken():
    facts = {"price_low": 450000, "unit": "lít", "ceiling": 75000, "ceiling_unit": "kg", "unit_brought": "kg",
             "least_brought": 310345, "ceiling_brought": 75000, "litre_weighs": [0.9, 1.45],
             "over_share": 3.138, "basis": "depot", "ceiling_basis": "delivered"}  # fmt: skip
    assert sentence("price_over", facts, "vi") == (
        "Giá thấp nhất 450.000 đ/lít, tức ít nhất 310.345 đ/kg (coi 1 lít nặng 0,9–1,45 kg) chưa kể cước, "
        "giá trần 75.000 đ/kg: vượt ít nhất 313 %, khó thương lượng."
    )
    packed = {**facts, "ceiling": 37500, "ceiling_unit": "chai"}
    assert "37.500 đ/chai (tức 75.000 đ/kg)" in sentence("price_over", packed, "vi")
    assert "at least VND" in sentence("price_over", facts, "en")


def test_a_freight_too_small_to_matter_is_told_with_what_is_left():
    told = sentence("freight_unknown", PRICE | {"piece_freight": 1879}, "vi")
    assert told.endswith("cước nhiều nhất khoảng 1.879 đ/lít, vẫn dưới trần ít nhất 8.121 đ/lít.")
    assert "at most" in sentence("freight_unknown", PRICE | {"piece_freight": 1879}, "en")


def test_a_producer_who_delivers_bears_the_freight():
    own = PRICE | {"basis": "delivered", "ceiling_basis": "farm_gate", "ceiling_basis_assumed": True}
    told = sentence("freight_unknown", own, "vi")
    assert told.endswith("dưới trần ít nhất 10.000 đ/lít; bên bán chịu cước.")


BY_PIECE = {"price_low": 26000, "price_high": 42000, "unit": "kg", "ceiling": 22000, "ceiling_unit": "quả",
            "pieces_brought": [23400, 50400], "piece": "quả", "piece_weighs": [0.9, 1.2],
            "basis": "farm_gate", "ceiling_basis": "delivered"}  # fmt: skip


def test_a_price_brought_to_pieces_is_told_with_the_weights():
    over = sentence("price_over", BY_PIECE | {"over_share": 0.064}, "vi")
    assert over == (
        "Giá 26.000–42.000 đ/kg, tức 23.400–50.400 đ/quả (0,9–1,2 kg/quả) chưa kể cước, "
        "giá trần 22.000 đ/quả: vượt ít nhất 6 % ở mọi cỡ, khó thương lượng."
    )
    assert "phải hỏi cỡ rồi chốt giá" in sentence("price_units_differ", BY_PIECE, "vi")
    assert "hardly negotiable" in sentence("price_over", BY_PIECE | {"over_share": 0.064}, "en")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {},
            "chưa kể cước, giá trần 22.000 đ/quả: giá thấp nhất vượt 6 % ở cỡ 0,9 kg, 42 % ở cỡ 1,2 kg; giá "
            "cao nhất vượt tới 129 %: phải hỏi cỡ và cước rồi mới bàn giá.",
        ),
        (
            {"pieces_freight": [900, 2400], "pieces_lowest": [24300, 32400]},
            "cộng cước 900–2.400 đ/quả, giá trần 22.000 đ/quả: giá thấp nhất vượt 6 % ở cỡ 0,9 kg, 47 % ở "
            "cỡ 1,2 kg; giá cao nhất vượt tới 140 %: phải hỏi cỡ và cước",
        ),
        ({"pieces_freight": [0, 7100]}, "chưa kể cước (tới 7.100 đ/quả), giá trần"),
        ({"basis": "delivered", "price_high": 26000}, "42 % ở cỡ 1,2 kg: phải hỏi cỡ rồi mới bàn giá"),
        ({"unit": "quả", "ceiling_unit": "kg"}, "giá thấp nhất vượt 6 % ở cỡ 1,2 kg, 42 % ở cỡ 0,9 kg;"),
        ({"piece_weighs": [1.0, 1.0]}, "vượt ít nhất 6 % ở mọi cỡ, còn thương lượng được"),
    ],
)
def test_what_is_negotiable_at_one_size_is_told_at_both_ends(changes, words):
    near = BY_PIECE | {"over_share": 0.064, "negotiable": True} | changes
    assert words in sentence("price_over", near, "vi")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "giá thấp nhất cũng vượt trần ít nhất 6 %, nhiều hơn tùy cỡ, phải hỏi cỡ và cước"),
        ({"basis": "delivered"}, "giá thấp nhất cũng vượt trần ít nhất 6 %, nhiều hơn tùy cỡ, phải hỏi cỡ"),
        ({"unit_assumed": True}, "giá đọc cách nào cũng vượt trần"),
        ({"piece_weighs": [1.0, 1.0]}, "giá hơi vượt trần, còn thương lượng được"),
    ],
)
def test_the_line_says_that_the_lowest_price_at_the_best_size_is_the_one_a_little_over(changes, words):
    near = BY_PIECE | {"over_share": 0.064, "negotiable": True} | changes
    assert price_clause("price_over", near, "vi") == words
    assert "little" in price_clause("price_over", near | {"piece_weighs": [1.0, 1.0]}, "en")


BARE = {"unit": "kg", "ceiling_unit": "kg", "price_low": 5000, "ceiling": 8500, "price_high": 6000,
        "top_total": 6700, "floor_total": 5400, "way_known": True}  # fmt: skip


@pytest.mark.parametrize(
    ("assumed", "price", "ceiling", "whose"),
    [
        (("unit_assumed",), "6.000 đ (không ghi đơn vị, hiểu là đ/kg)", "8.500 đ/kg (chưa", "bên bán"),
        (("ceiling_unit_assumed",), "6.000 đ/kg", "8.500 đ (không ghi đơn vị, hiểu là đ/kg)", "bên mua"),
        (("unit_assumed", "ceiling_unit_assumed"), "6.000 đ (không", "8.500 đ (không", "hai bên"),
    ],
)
def test_how_a_price_without_a_unit_is_read_is_no_fact_and_is_asked(assumed, price, ceiling, whose):
    bare = BARE | dict.fromkeys(assumed, True) | {"ceiling_basis_assumed": True}
    told = sentence("price_under", bare, "vi")
    assert price in told
    assert ceiling in told
    assert f"; hỏi lại đơn vị của giá {whose} cho chắc" in told
    far = sentence("price_under", bare | {"ceiling": 85000}, "vi")
    assert f"; cần hỏi rõ giá {whose} theo đơn vị nào" in far  # far from the other one: may be for another
    assert not unit_plain(bare | {"floor_total": 8600})  # too dear if it is: the unit decides
    assert price_clause("price_under", bare, "vi") == "giá trong trần nếu đúng đơn vị"
    assert "no unit named, read as/kg" in sentence("price_under", bare, "en")
    rows = {"price": {"code": "price_under", "facts": bare}}
    assert "đơn vị của giá" in questions(rows, "vi")


def test_a_price_with_its_unit_is_not_asked_for_it():
    told = sentence("price_under", BARE, "vi")
    assert "đơn vị" not in told
    assert "8.500 đ/kg" in told
    assert price_clause("price_under", BARE, "vi") == "giá trong trần"


def test_a_ceiling_without_a_unit_is_asked_where_the_price_is_above_it_or_is_none():
    over = BARE | {"ceiling_unit_assumed": True, "ceiling": 4000, "over_share": 0.35, "unit": "kg"}
    for code in ("price_over", "price_unsaid"):
        told = sentence(code, over, "vi")
        assert "4.000 đ (không ghi đơn vị, hiểu là đ/kg)" in told
        assert "cần hỏi rõ giá bên mua theo đơn vị nào" in told
    low = BARE | {"ceiling_unit_assumed": True, "top_total": 9000}
    told = price_clause("price_range_over", low | {"carriage_high": 3000}, "vi")
    assert told.endswith("trừ mức cao nhất, nếu đúng đơn vị")
    low = low | {"price_high": 5000, "carriage_high": 4000}
    assert price_clause("price_range_over", low, "vi").endswith("nếu cước ở mức thấp và đúng đơn vị")


def test_a_price_that_the_buyer_names_roughly_is_no_limit():
    rough = PRICE | {"ceiling_about": True, "way_known": True}
    assert "bên mua trả khoảng 75.000 đ/lít" in sentence("price_under", rough, "vi")
    over = rough | {"floor_total": 78000, "price_low": 78000, "over_share": 0.04, "negotiable": True}
    assert "bên mua trả khoảng 75.000 đ/lít" in sentence("price_over", over, "vi")
    assert "the buyer pays about VND 75,000" in sentence("price_over", over, "en")


def test_no_freight_is_missed_in_a_price_at_the_buyer_s_door():
    told = sentence("price_units_differ", BY_PIECE | {"basis": "delivered", "unit_assumed": True}, "vi")
    assert "chưa kể cước" not in told
    assert (
        "tính cách nào cũng vượt trần; cần hỏi rõ giá bên bán theo đơn vị nào" not in told
    )  # 26.000 a kg is no floor
    both = BY_PIECE | {"basis": "delivered", "unit_assumed": True, "floor_total": 26000}
    assert "tính cách nào cũng vượt trần; cần hỏi rõ giá bên bán theo đơn vị nào." in sentence(
        "price_units_differ", both, "vi"
    )


def test_the_most_that_a_litre_costs_to_carry_says_at_which_price_a_deal_fits():
    told = sentence("freight_unknown", PRICE | {"price_high": 80000, "piece_freight": 5000}, "vi")
    assert told.endswith("cước nhiều nhất khoảng 5.000 đ/lít, chốt từ 70.000 đ/lít trở xuống thì trong trần.")
    assert "chưa cộng được" in sentence("freight_unknown", PRICE | {"piece_freight": 30000}, "vi")


def test_a_price_at_the_door_that_freight_eats_is_asked_whether_it_is_for_this_door():
    facts = {**OVER, "price_low": 6000, "price_high": 9000, "ceiling": 11000, "floor_total": 6000,
             "top_total": 9000, "basis": "delivered", "ceiling_basis": "delivered"}  # fmt: skip
    asked = "cước ước bằng 72 % giá hàng, phải hỏi giá ấy có giao tới tận nơi này không"
    assert asked in sentence("price_under", facts | {"borne_share": 0.72}, "vi")
    assert asked not in sentence("price_under", facts | {"borne_share": 0.05}, "vi")


def test_a_kilogram_of_animals_is_asked_whether_it_is_live_weight_where_nobody_said():
    facts = {**OVER, "floor_total": 6000, "top_total": 9000, "live_against_meat": True}
    assert "giá cân hơi hay cân thịt" in sentence("price_under", facts | {"unit": "kg"}, "vi")
    assert "cân hơi khác cân thịt" in sentence("price_under", facts | {"unit": "kg hơi"}, "vi")


def test_two_places_of_one_price_are_asked():
    facts = {**OVER, "floor_total": 6000, "top_total": 9000, "basis_differs": "tại trại"}
    assert "bên bán ghi “tại trại”: phải hỏi giá tại đâu" in sentence("price_under", facts, "vi")
    assert questions({"price": {"code": "price_under", "facts": facts}}, "vi") == ["giá tại đâu"]


def test_a_ceiling_for_other_goods_is_told_as_such():
    facts = {**OVER, "ceiling": None, "ceiling_for": "mực"}
    told = sentence("ceiling_unsaid", facts, "vi")
    assert "bên mua mới nêu giá cho “mực”, chưa nêu cho hàng này: phải hỏi giá bên mua trả" in told


def test_a_price_beside_these_goods_is_told_as_the_one_to_compare():
    facts = {**OVER, "floor_total": 6000, "top_total": 9000}
    assert "phải hỏi giá đúng loại này" in sentence("price_under", facts | {"price_several": True}, "vi")
    assert "đ/kg (giá “mực”)" in sentence("price_under", facts | {"price_for": "mực"}, "vi")


def test_no_freight_is_taken_off_a_price_at_the_door_where_the_ceiling_may_be_one_too():
    facts = {**OVER, "price_low": 8500, "price_high": 11000, "ceiling": 11000, "floor_total": 2584,
             "top_total": 7912, "basis": "delivered", "ceiling_basis": "farm_gate",
             "ceiling_basis_assumed": True, "carriage_low": -5916, "carriage_high": -3088}  # fmt: skip
    told = sentence("price_under", facts, "vi")
    assert "trừ cước" not in told
    assert "giá cao nhất vừa bằng trần" in told
    one = sentence("price_under", facts | {"price_low": 11000}, "vi")
    assert "vừa bằng trần" in one
    assert "cao nhất" not in one
    assert "trừ cước 3.088–5.916 đ" in sentence("price_under", facts | {"ceiling_basis_assumed": False}, "vi")


def test_what_is_over_at_least_is_never_rounded_up():
    facts = {**OVER, "pieces_brought": [37400, 63000], "piece": "quả", "piece_weighs": [1.1, 1.5],
             "ceiling_unit": "quả", "ceiling": 30000, "over_share": 0.2467, "negotiable": False}  # fmt: skip
    assert "vượt ít nhất 24 %" in sentence("price_over", facts, "vi")


def test_a_price_that_weights_bring_within_the_ceiling_is_told_so_and_nothing_is_asked():
    facts = {"price_low": 95000, "price_high": 95000, "unit": "kg", "ceiling": 180000, "ceiling_unit": "lít",
             "pieces_brought": [131100, 137750], "piece": "lít", "piece_weighs": [1.38, 1.45],
             "pieces_top": 139021, "basis": "farm_gate", "ceiling_basis": "delivered"}  # fmt: skip
    told = sentence("price_units_differ", facts, "vi")
    assert "tức 131.100–137.750 đ/lít (1,38–1,45 kg/lít) cộng cước tới 1.271 đ/lít" in told
    assert told.endswith("mua tối đa 180.000 đ/lít: trong trần.")
    assert questions({"price": {"code": "price_units_differ", "facts": facts}}, "vi") == []
    over = sentence("price_units_differ", facts | {"pieces_top": 181000}, "vi")
    assert over.endswith("phải hỏi mỗi lít nặng bao nhiêu.")


def test_a_range_by_kind_is_asked_once():
    facts = {**OVER, "floor_total": 6000, "top_total": 9000, "price_by_kind": "tuỳ loại"}
    assert "ghi giá “tuỳ loại”: phải hỏi giá đúng loại này" in sentence("price_under", facts, "vi")


@pytest.mark.parametrize("code", ["price_under", "price_range_over", "price_over"])
def test_whose_store_a_price_is_at_is_asked_and_not_told(code):
    facts = PRICE | {"basis": "depot", "unit": "kg", "ceiling_unit": "kg", "over_share": 0.05,
                     "negotiable": True, "carriage_low": 400, "carriage_high": 600}  # fmt: skip
    told = sentence(code, facts | {"store_whose": "giao tại kho"}, "vi")
    assert "bên bán ghi “giao tại kho”: kho bên nào, phải hỏi" in told
    assert "ask whose store that is" in sentence(code, facts | {"store_whose": "giao tại kho"}, "en")
    assert "kho bên nào" not in sentence(code, facts, "vi")
    row = {"price": {"code": code, "facts": facts | {"store_whose": "giao tại kho"}}}
    assert "giá tại đâu" in questions(row, "vi")
