"""Each sort of what a buyer writes of deliveries by its own name."""

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.questions import questions
from matchmaker.wording.reasons.rhythm import rhythm, rhythm_asked


@pytest.mark.parametrize(
    ("words", "told", "in_english"),
    [
        ("2 lô", "nhịp giao bên mua cần là “2 lô”", "the buyer wants deliveries “2 lô”"),
        ("3 lots", "nhịp giao bên mua cần là “3 lots”", "deliveries “3 lots”"),
        ("2–3 xe", "nhịp giao bên mua cần là “2–3 xe”", "deliveries “2–3 xe”"),
        (
            "giao theo đơn Tết",
            "nhịp giao bên mua cần là “giao theo đơn Tết”",
            "deliveries “giao theo đơn Tết”",
        ),
        ("xe tải", "cách vận chuyển bên mua cần là “xe tải”", "carriage by “xe tải”"),
        ("container 20 feet", "cách vận chuyển bên mua cần là “container 20 feet”", "carriage by"),
        ("giao tận kho Hà Đông", "nơi giao bên mua cần là “giao tận kho Hà Đông”", "delivery “giao tận kho"),
        ("xong trước 20/1", "hạn giao bên mua cần là “xong trước 20/1”", "delivery “xong trước 20/1”"),
        (
            "giao trước 5 giờ sáng",
            "giờ giao bên mua cần là “giao trước 5 giờ sáng”",
            "the hour of delivery “giao",
        ),
        ("nhận 3h-5h", "giờ giao bên mua cần là “nhận 3h-5h”", "the hour of delivery"),
        ("giao buoi toi", "giờ giao bên mua cần là “giao buoi toi”", "the hour of delivery"),
        ("giao 6am hoặc 5 p.m", "giờ giao bên mua cần là", "the hour of delivery"),
        ("giao gio hanh chinh", "giờ giao bên mua cần là", "the hour of delivery"),
        ("giao tối, sau khi chợ nghỉ", "giờ giao bên mua cần là", "the hour of delivery"),
        ("giao tối thiểu 500 kg", "cách giao bên mua cần là", "deliveries “giao tối"),
        ("không giao quá tối đa 2 tấn", "cách giao bên mua cần là", "deliveries “không"),
        ("giao hàng sáng màu", "cách giao bên mua cần là", "deliveries “giao"),
        ("giao trong gio tre", "cách giao bên mua cần là", "deliveries “giao"),
        ("before 6 am", "giờ giao bên mua cần là", "the buyer wants the hour of delivery “before 6 am”"),
        (
            "giao hằng ngày trước 4 giờ sáng",
            "nhịp giao bên mua cần là “giao hằng ngày trước 4",
            "deliveries “giao",
        ),
        ("giao cuốn chiếu", "cách giao bên mua cần là “giao cuốn chiếu”", "deliveries “giao cuốn chiếu”"),
    ],
)
def test_words_on_deliveries_are_called_what_they_are(words, told, in_english):
    assert told in sentence("terms_unsaid", {"payment_days": 7, "rhythm": words}, "vi")
    assert in_english in sentence("terms_unsaid", {"payment_days": 7, "rhythm": words}, "en")


def test_parts_of_two_sorts_are_told_apart_and_each_is_asked():
    facts = {"payment_days": 7, "rhythm": "2 lô, giao tại kho Long Biên"}
    told = sentence("terms_unsaid", facts, "vi")
    assert "nhịp giao bên mua cần là “2 lô”, bên bán chưa nói: phải hỏi; " in told
    assert "nơi giao bên mua cần là “giao tại kho Long Biên”, bên bán chưa nói: phải hỏi" in told
    asked = questions({"terms": {"code": "terms_unsaid", "facts": facts}}, "vi")
    assert ("nhịp giao" in asked, "nơi giao" in asked, "cách vận chuyển" in asked) == (True, True, False)
    whole = sentence("terms_unsaid", facts | {"rhythm": "2 đợt, xong trước 20/1"}, "vi")
    assert "nhịp giao bên mua cần là “2 đợt, xong trước 20/1”" in whole


@pytest.mark.parametrize(
    "words",
    [
        "two 20-ft containers, one every six weeks",
        "3 container 40 feet, mỗi tháng một",
        "thu Hai va thu Sau, truoc 6h",
        "chu nhat, sau 18h",
        "Mondays and Thursdays, before 6 am",
    ],
)
def test_loads_days_and_hours_are_one_question(words):
    assert [vi for vi, _ in rhythm_asked({"rhythm": words})] == ["nhịp giao"]
    assert f"“{words}”" in rhythm({"rhythm": words}, "vi")


def test_the_lorry_beside_how_often_is_still_a_question_of_its_own():
    asked = [vi for vi, _ in rhythm_asked({"rhythm": "container 20 feet, tháng 2 chuyến"})]
    assert asked == ["nhịp giao", "cách vận chuyển"]


@pytest.mark.parametrize("words", ["T3, T6", "t2 t4 CN", "thứ 3 & thứ 6"])
def test_named_days_that_are_other_ones_are_asked_and_the_same_ones_are_not(words):
    facts = {"payment_days": 7, "rhythm": words, "rhythm_offered": "giao thứ 2, thứ 5"}
    apart = facts | {"rhythm_fits": None, "rhythm_days_apart": True}
    said = f"nhịp giao bên mua cần là “{words}”, bên bán ghi “giao thứ 2, thứ 5”"
    assert f"{said}: khác ngày, phải hỏi lại" in sentence("terms_unsaid", apart, "vi")
    assert "other days, to be asked" in sentence("terms_unsaid", apart, "en")
    assert [vi for vi, _ in rhythm_asked(apart)] == ["nhịp giao"]
    assert f"{said}: kịp nhịp" in sentence("terms_unsaid", facts | {"rhythm_fits": True}, "vi")
    assert not list(rhythm_asked(facts | {"rhythm_fits": True}))
