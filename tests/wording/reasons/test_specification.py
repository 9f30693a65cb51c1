"""What a buyer specifies, told beside what the seller says."""

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.left_open import refused_goods
from matchmaker.wording.reasons.questions import questions
from matchmaker.wording.reasons.specification import asked, is_treatment, told

ASKED = {"spec": [{"asks": "từ 8 tuổi", "says": "unsaid", "offered": ""}]}


def test_what_no_rule_has_matched_stands_beside_the_sellers_own_words():
    rows = [
        {"asks": "từ 8 tuổi", "says": "part_said", "offered": "8–10 tuổi"},
        {"asks": "có mắt đốt", "says": "unsaid", "offered": ""},
    ]
    facts = {"offered": "sâm củ", "demanded": "sâm củ tươi", "spec": rows}
    text = sentence("product_same", facts, "vi")
    assert "bên mua cần “từ 8 tuổi”, bên bán ghi “8–10 tuổi”: đối chiếu, hỏi chỗ chưa rõ" in text
    assert "bên mua cần “có mắt đốt”, bên bán chưa ghi: phải hỏi" in text
    line = questions({"product": {"code": "product_same", "facts": facts}}, "vi")
    assert "quy cách “từ 8 tuổi” so với “8–10 tuổi” bên bán ghi, “có mắt đốt”" in line


def test_words_that_answer_two_clauses_are_told_once():
    rows = [{"asks": asks, "says": "part_said", "offered": "vỏ xanh"} for asks in ("vàng vỏ", "vỏ không vết")]
    facts = {"offered": "xoài", "demanded": "xoài", "spec": rows}
    assert sentence("product_same", facts, "vi").count("vỏ xanh") == 1
    assert sentence("product_same", facts, "en").count("vỏ xanh") == 1


def test_the_words_of_the_offers_name_are_no_answer_to_a_specification():
    facts = {"offered": "mắm cá nục", "demanded": "mắm cá cơm", "unsaid": ["cá cơm"], **ASKED}
    text = sentence("product_same", {**facts, "own_words": ["cá nục"]}, "vi")
    assert "(bên bán ghi “cá nục”)" in text
    assert "bên mua cần “từ 8 tuổi”, bên bán chưa ghi: phải hỏi" in text


def test_a_seller_who_says_more_in_a_note_is_not_called_silent():
    facts = {"offered": "đảng sâm khô", "demanded": "đảng sâm khô", **ASKED, "seller_notes": True}
    assert "mô tả của bên bán chưa ghi: phải hỏi" in sentence("product_same", facts, "vi")


def test_of_a_seller_who_says_more_than_was_read_it_is_only_said_that_nothing_was_found():
    facts = {"offered": "khăn lanh", "demanded": "khăn lanh", "seller_words": ["nhuộm chàm", "vẽ sáp ong"]}
    asks = {"spec": [{"asks": "natural dye", "says": "unsaid", "offered": ""}]}
    text = sentence("product_same", {**facts, **asks}, "vi")
    assert text.endswith(
        "chưa thấy “natural dye” trong lời bên bán (“nhuộm chàm”, “vẽ sáp ong”): xem lại, thiếu thì hỏi."
    )
    line = questions({"product": {"code": "product_same", "facts": {**facts, **asks}}}, "vi")
    assert line == ["quy cách “natural dye”, đối chiếu lời bên bán"]
    both = sentence("product_same", {**facts, **asks, "unsaid": ["dệt tay"]}, "vi")
    assert "chưa thấy “dệt tay” trong lời bên bán: xem lại, thiếu thì hỏi" in both
    assert both.count("“vẽ sáp ong”") == 1
    alone = sentence("product_same", {**facts, "unsaid": ["dệt tay"]}, "en")
    assert "“dệt tay” was not found in its words (“nhuộm chàm”, “vẽ sáp ong”)" in alone


@pytest.mark.parametrize(
    ("words", "task"),
    [
        ("chiếu xạ", True),
        ("xông hơi nước nóng", True),
        ("không chiếu xạ", False),
        ("chua xong hoi", False),
        ("non-irradiated", False),
        ("không khử trùng", False),
    ],
)
def test_a_ban_on_a_treatment_is_nobodys_task(words, task):
    assert is_treatment(words) is task


def test_live_weights_are_told_as_such_and_the_dressed_one_is_asked():
    row = {"asks": "0,9–1,1 kg/con", "says": "weighed_live", "offered": "1,2–1,5 kg/con"}
    facts = {"offered": "gà đen", "demanded": "gà đen làm sạch", "spec": [row]}
    assert "bên bán ghi “1,2–1,5 kg/con” cân hơi: phải hỏi trọng lượng sau mổ" in (
        sentence("product_same", facts, "vi")
    )
    assert "“1,2–1,5 kg/con” live weight: ask what it weighs slaughtered" in (
        sentence("product_same", facts, "en")
    )
    whole = {**facts, "spec": [{**row, "says": "weighed_whole"}]}
    assert "phải hỏi là cân cả con hay sau khi làm sạch" in sentence("product_same", whole, "vi")
    assert asked(whole) == ["0,9–1,1 kg/con"]


def test_what_is_not_yet_done_can_still_be_done():
    row = {"asks": "đã bỏ hạt đen", "says": "unmet", "offered": "còn lẫn cuống, hạt đen"}
    assert "bên bán phải làm nốt trước khi giao hoặc bên mua chịu nhận" in told({"spec": [row]}, "vi")
    assert "to be done before delivery" in told({"spec": [row]}, "en")
    figure = {"asks": "ẩm ≤12%", "says": "unmet", "offered": "ẩm 14%"}
    assert "chỉ ghép được nếu bên mua chịu đổi" in told({"spec": [figure]}, "vi")


def test_what_is_refused_and_still_in_is_to_be_taken_out_and_no_other_goods():
    row = {"asks": "không dập", "says": "unmet", "offered": "còn lẫn quả dập", "refused": True}
    rows = {"product": {"facts": {"spec": [row]}}}
    assert "bên bán phải làm nốt trước đã" in refused_goods({"rows": rows}, "vi")
    other = {**row, "asks": "không MD2", "offered": "dứa MD2"}
    assert "phải đổi hàng trước đã" in refused_goods(
        {"rows": {"product": {"facts": {"spec": [other]}}}}, "vi"
    )
