"""Notes are quoted after the sentence that they bear on, and asked where they are a doubt."""

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.notes import note_questions, noted
from matchmaker.wording.reasons.summary import headline

SCARCE = {"side": "offer", "words": "hàng còn ít", "asked": True}
TERMS = {"payment_days": None}


def test_a_note_follows_the_sentence_with_what_is_to_be_done():
    told = sentence("terms_none", {**TERMS, "notes": [SCARCE]}, "vi")
    assert told.endswith("hai bên thỏa thuận. Bên bán ghi “hàng còn ít”: lưu ý, chưa rõ thì hỏi.")
    plain = {"side": "offer", "words": "nồng độ 45%", "asked": False}
    assert sentence("terms_none", {**TERMS, "notes": [plain]}, "en").endswith(
        "The producer notes “nồng độ 45%”."
    )
    wish = {"side": "demand", "words": "chiếu xạ", "asked": True}
    assert "phải hỏi bên bán có đáp ứng không" in sentence("terms_none", {**TERMS, "notes": [wish]}, "vi")
    work = {"side": "offer", "words": "đang xin VietGAP", "asked": True, "underway": True}
    assert sentence("terms_none", {**TERMS, "notes": [work]}, "vi").endswith("hỏi ngày có kết quả.")
    assert list(note_questions({"notes": [wish, work, plain]})) == [
        ("bên bán có đáp ứng “chiếu xạ” không", "whether “chiếu xạ” can be met"),
        ("“đang xin VietGAP” bao giờ có kết quả", "when “đang xin VietGAP” will be done"),
    ]


def test_a_doubtful_note_is_to_be_minded_in_the_line_cut_where_it_is_long():
    rows = [{"criterion": "terms", "code": "terms_none", "facts": {"notes": [SCARCE]}}]
    assert headline({"reasons": rows}, "vi") == "Lưu ý bên bán ghi “hàng còn ít”."
    long = {**SCARCE, "words": "hàng còn ít " * 10}
    line = headline({"reasons": [{**rows[0], "facts": {"notes": [long]}}]}, "vi")
    assert line.endswith("…”.")
    assert len(line) < 100


def test_of_what_is_refused_for_good_nothing_is_asked():
    row = {"side": "demand", "words": "giao trước 20/1", "asked": True}
    assert "phải hỏi" in noted({"notes": [row]}, "vi", "season_all")
    assert noted({"notes": [row]}, "vi", "season_none") == " Bên mua ghi thêm “giao trước 20/1”."


@pytest.mark.parametrize(
    ("words", "again"),
    [
        ("trước Tết", False),
        ("Trước tết", False),
        ("xe lạnh", True),
        ("Giá tính trước Tết", True),
        ("Giá tính có hàng trước Tết", False),
    ],
)
def test_what_a_sentence_quotes_already_is_not_quoted_again(words, again):
    facts = {
        "offered": [1],
        "wanted": [1],
        "common": [1],
        "season_said": "có hàng trước Tết",
        "lacks": [["late", 1, 0]],
    }
    row = {"side": "offer", "words": words, "asked": False}
    told = sentence("season_all", {**facts, "notes": [row]}, "vi")
    assert ("ghi thêm" in told) is again
    asked = sentence("season_all", {**facts, "notes": [{**row, "asked": True}]}, "vi")
    assert "lưu ý, chưa rõ thì hỏi" in asked
