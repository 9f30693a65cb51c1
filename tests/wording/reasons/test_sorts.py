"""Sorts and forms that one side names: told as they are, asked where they are not said."""

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.questions import questions
from matchmaker.wording.reasons.summary import headline

CAM = {"offered": "Cam sành Hàm Yên", "demanded": "Cam", "demanded_sorts": ["cam canh", "cam sành", "V2"]}


def test_one_of_the_sorts_is_told_with_all_of_them():
    facts = {**CAM, "demanded_listed": "either"}
    assert sentence("product_variety", facts, "vi") == (
        "“Cam sành Hàm Yên” thuộc các loại bên mua nhận (“Cam”: “cam canh”, “cam sành” hoặc “V2”)."
    )
    assert "“cam canh”, “cam sành” or “V2”" in sentence("product_variety", facts, "en")


def test_another_sort_and_one_that_is_not_said_are_asked():
    facts = {**CAM, "demanded_listed": "either", "offered": "Cam bù"}
    assert sentence("product_sibling", facts, "vi") == (
        "“Cam bù” không thuộc loại bên mua nêu, “Cam” (“cam canh”, “cam sành” hoặc “V2”): "
        "phải hỏi bên mua có nhận không, xếp sau mọi lô đúng."
    )
    assert questions({"product": {"code": "product_sibling", "facts": facts}}, "vi") == [
        "bên mua có nhận “Cam bù” không"
    ]
    assert sentence("product_generic", facts, "vi").endswith(
        "bên mua cần “Cam” loại “cam canh”, “cam sành” hoặc “V2”: phải hỏi lại."
    )


def test_sorts_that_the_seller_names_are_told_beside_his_goods():
    facts = {"offered": "Cam", "demanded": "Cam", "offered_sorts": ["canh", "V2"]}
    assert sentence("product_variety", facts, "vi").startswith("“Cam” (bên bán ghi “canh”, “V2”) là một loại")
    told = sentence("product_same", {**facts, "which_sort": True}, "vi")
    assert told.endswith("phải hỏi bên mua lấy loại nào.")


def test_a_name_of_the_list_says_no_more_than_the_buyer():
    facts = {
        "offered": "Chè Suối Giàng",
        "demanded": "Chè Shan tuyết",
        "demanded_name_vi": "chè xanh Shan tuyết",
    }
    assert "là một loại chè Shan tuyết, đúng" in sentence("product_variety", facts, "vi")


def test_a_form_that_nobody_said_is_asked_and_nothing_promised():
    live = {"offered": "Hàu", "demanded": "hàu", "live_unsaid": True}
    assert sentence("product_same", live, "vi").endswith(
        "bên bán chưa ghi giao còn sống không: phải hỏi lại."
    )
    for asked, words in (
        ("fresh", "bên mua cần hàng tươi"),
        ("unsaid", "bên mua chưa nói nhận hàng đông lạnh"),
    ):
        frozen = {"offered": "Gà đồi", "demanded": "gà đồi", "frozen_unasked": asked}
        told = sentence("product_same", frozen, "vi")
        assert words in told
        assert "không phải hỏi lại" not in told
    grade = {"offered": "xoài chế biến", "demanded": "Xoài tươi", "for_processing": True}
    assert sentence("product_same", grade, "vi").endswith(
        "phải hỏi trước có hàng loại ăn tươi, bày bán không."
    )
    asked = questions({"product": {"code": "product_same", "facts": live}}, "vi")
    assert asked == ["hàng còn sống không"]


APART = {"asks": ["lưỡi lợn"], "offered": ["vau"], "by_place": False}


def test_another_sort_is_told_in_the_words_of_both():
    names = {"offered": "mang vau kho", "demanded": "Măng khô lưỡi lợn"}
    facts = {**names, "by_sort": True, "named_apart": APART}
    text = sentence("product_sibling", facts, "vi")
    assert "khác loại với “Măng khô lưỡi lợn” (bên bán ghi “vau”, bên mua cần “lưỡi lợn”)" in text
    assert "another sort" in sentence("product_sibling", facts, "en")


def test_degrees_outside_those_wanted_are_told_and_no_variety_is_settled():
    facts = {"offered": "nước mắm", "demanded": "nước mắm", "degrees_apart": ["25–30 độ đạm", "40 độ đạm"]}
    text = sentence("product_same", facts, "vi")
    assert "nhưng là hàng 40 độ đạm, bên mua cần 25–30 độ đạm" in text
    assert "không phải hỏi" not in text


PLACE = {"unsaid": ["Cô Tô"], "place_asked": "Cô Tô"}


def test_goods_of_another_place_are_told_with_both():
    facts = {"offered": "mực Phan Thiết", "demanded": "mực Cô Tô", **PLACE}
    text = sentence("product_generic", {**facts, "place_named": "Phan Thiết"}, "vi")
    assert "nhưng là hàng “Phan Thiết”, bên mua cần hàng “Cô Tô”: phải hỏi lại" in text
    text = sentence("product_same", {**facts, "place_lies": "Phú Quý, Lâm Đồng"}, "vi")
    assert "bên bán ở Phú Quý, Lâm Đồng, bên mua cần hàng “Cô Tô”" in text


def test_what_the_offer_says_instead_is_told():
    facts = {"offered": "mắm cá nục", "demanded": "mắm cá cơm", "unsaid": ["cá cơm"], "own_words": ["cá nục"]}
    assert "chưa ghi “cá cơm” (bên bán ghi “cá nục”)" in sentence("product_same", facts, "vi")


def test_sorts_any_of_which_will_do_are_asked_in_one_question():
    facts = {"offered": "Sầu riêng Đắk Lắk", "demanded": "Sầu riêng Dona, Ri6", "any_of": ["Dona", "Ri6"]}
    assert sentence("product_generic", facts, "vi") == (
        "“Sầu riêng Đắk Lắk” hợp loại “Sầu riêng Dona, Ri6” bên mua cần, nhưng chưa ghi loại nào: "
        "phải hỏi “Dona” hay “Ri6”."
    )
    assert "ask whether it is “Dona” or “Ri6”" in sentence("product_generic", facts, "en")
    assert questions({"product": {"code": "product_generic", "facts": facts}}, "vi") == ["“Dona” hay “Ri6”"]
    more = {**facts, "any_of": ["A", "B", "C"], "unsaid": ["hữu cơ"]}
    assert questions({"product": {"code": "product_same", "facts": more}}, "vi") == [
        "“A”, “B” hay “C”", "có đúng “hữu cơ” không",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "asked", "line"),
    [
        ({"demanded_form": "craft"}, "kiểu, chất liệu, kích thước", "chưa rõ kiểu, chất liệu"),
        ({"demanded_form": "processed"}, "loại, nơi làm", "chưa rõ loại"),
        ({"demanded_form": "fresh"}, "giống", "chưa rõ giống"),
        ({"demanded_form": "live"}, "giống", "chưa rõ giống"),
    ],
)
def test_a_craft_is_asked_for_its_make_and_no_variety(facts, asked, line):
    goods = {"offered": "giỏ tre", "demanded": "Giỏ mây tre", "commune": "Tri Tôn", **facts}
    row = {"criterion": "product", "code": "product_generic", "facts": goods}
    assert f"phải hỏi {asked}" in sentence("product_generic", goods, "vi")
    assert questions({"product": row}, "vi") == [asked]
    assert line in headline({"reasons": [row]}, "vi")


@pytest.mark.parametrize(
    ("facts", "told", "line"),
    [
        ({"demanded_form": "craft"}, "khác kiểu hoặc khác chất liệu", "Kiểu khác"),
        ({"demanded_form": "processed"}, "khác loại hoặc khác vùng", "Loại khác"),
        ({"demanded_form": "dried", "by_sort": True}, "khác loại hoặc khác vùng", "Loại khác"),
        ({"demanded_form": "plant"}, "khác giống hoặc khác vùng", "Giống khác"),
    ],
)
def test_another_one_is_told_by_what_such_goods_differ_by(facts, told, line):
    goods = {"offered": "giỏ cói", "demanded": "giỏ mây", **facts}
    assert told in sentence("product_sibling", goods, "vi")
    row = {"criterion": "product", "code": "product_sibling", "facts": goods}
    assert headline({"reasons": [row]}, "vi").startswith(line)
    assert "another" in sentence("product_sibling", goods, "en")
