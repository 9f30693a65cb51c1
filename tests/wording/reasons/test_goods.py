"""The right goods promise no more than the record says."""

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.questions import questions

TEA = {"offered": "Chè Shan tuyết", "demanded": "Trà Shan tuyết cổ thụ", "unsaid": ["cổ thụ"]}


@pytest.mark.parametrize("code", ["product_same", "product_variety"])
def test_a_quality_that_the_record_does_not_say_is_asked_and_not_taken_for_granted(code):
    assert sentence(code, TEA, "vi") == (
        "“Chè Shan tuyết” hợp loại “Trà Shan tuyết cổ thụ” bên mua cần, "
        "nhưng chưa ghi “cổ thụ”: phải hỏi lại."
    )
    assert sentence(code, TEA, "en").endswith("does not say “cổ thụ”: to be asked.")


def test_of_what_is_made_the_kind_is_settled_and_no_variety():
    noodles = {"offered": "Miến dong", "demanded": "miến dong", "offered_form": "processed"}
    assert sentence("product_same", noodles, "vi").endswith("không phải hỏi lại loại hàng.")
    fruit = {"offered": "Vải thiều", "demanded": "vải thiều", "offered_form": "fresh"}
    assert sentence("product_same", fruit, "vi").endswith("không phải hỏi lại giống.")


def test_where_goods_grow_is_not_asked_if_the_record_says_it():
    fruit = {"offered": "Thanh long", "demanded": "Thanh long ruột đỏ"}
    assert sentence("product_generic", fruit, "vi").endswith("phải hỏi giống, vùng trồng.")
    assert sentence("product_generic", fruit | {"commune": "Hàm Thuận"}, "vi").endswith("phải hỏi giống.")


def test_what_the_buyer_specifies_is_told_with_what_the_offer_says_to_it():
    rows = [
        {"asks": "loại 1", "says": "same", "offered": ""},
        {"asks": "quả ≥ 200 g", "says": "part", "offered": "150–250 g"},
        {"asks": "độ ẩm ≤ 13 %", "says": "other", "offered": "độ ẩm 15 %"},
        {"asks": "không dập", "says": "unsaid", "offered": ""},
    ]
    facts = {"offered": "Na dai", "demanded": "Na dai", "spec": rows}
    assert sentence("product_same", facts, "vi") == (
        "“Na dai” đúng mặt hàng “Na dai” bên mua cần; đúng quy cách “loại 1” bên mua ghi; "
        "bên mua cần “quả ≥ 200 g”, bên bán có “150–250 g”: phải chọn lọc; "
        "bên mua cần “độ ẩm ≤ 13 %”, bên bán ghi “độ ẩm 15 %”: đối chiếu, không hợp thì hỏi "
        "bên mua có nhận không; "
        "bên mua cần “không dập”, bên bán chưa ghi: phải hỏi."
    )
    assert "of which the offer says nothing" in sentence("product_sibling", facts, "en")
    settled = sentence("product_same", {**facts, "spec": rows[:1]}, "vi")
    assert settled.endswith("không phải hỏi lại giống; đúng quy cách “loại 1” bên mua ghi.")


def test_goods_to_be_organic_without_the_paper_are_no_match_without_a_word():
    facts = {"offered": "Gạo ST25", "demanded": "Gạo ST25 hữu cơ", "organic_missing": True}
    told = sentence("product_same", facts, "vi")
    assert told == (
        "“Gạo ST25” hợp loại “Gạo ST25 hữu cơ” bên mua cần, nhưng không có giấy hữu cơ bên mua đòi."
    )


def test_of_a_list_whose_every_good_is_wanted_no_share_is_asked():
    facts = {"offered": "dứa tươi, dứa queen", "demanded": "dứa nguyên liệu", "offered_listed": "all"}
    both = {**facts, "fits": ["dứa tươi", "dứa queen"], "fits_not": []}
    assert "thứ nào cũng hợp với “dứa nguyên liệu”" in sentence("product_variety", both, "vi")
    line = questions({"product": {"code": "product_variety", "facts": both}}, "vi")
    assert "lượng từng thứ" not in line
    some = {**both, "fits": ["dứa tươi"], "fits_not": ["dứa queen"]}
    assert "lượng từng thứ" in questions({"product": {"code": "product_variety", "facts": some}}, "vi")
