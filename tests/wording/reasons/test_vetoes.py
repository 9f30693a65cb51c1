"""Sentences on vetoes: a paper that lapses among the days of delivery, and others that lapse beside it."""

from matchmaker.wording.reasons import sentence

FACTS = {"expired": [{"code": "VIETGAP", "expires": "2027-01-22"}], "months": [1]}


def test_a_paper_that_lapses_in_the_month_of_delivery_leaves_the_days_before():
    text = sentence("cert_expired", FACTS, "vi")
    assert "hết hạn 22/01/2027, mà hàng giao T1: chỉ giao được đến hết ngày ấy." in text
    assert "giấy không còn hiệu lực khi giao" in sentence("cert_expired", FACTS | {"months": [3]}, "vi")


def test_a_paper_that_has_lapsed_by_the_first_day_leaves_no_days():
    text = sentence("cert_expired", FACTS | {"first_day": "2027-01-25"}, "vi")
    assert text.endswith("hết hạn 22/01/2027, mà hàng giao T1: giấy không còn hiệu lực khi giao.")


def test_papers_that_cover_a_part_of_the_delivery_are_told_beside_those_that_cover_none():
    lapsing = {"lapsing": [{"code": "ATTP", "expires": "2027-01-05", "covers": [12]}]}
    assert "; cũng hết giữa đợt: ATTP đến 05/01/2027." in sentence("cert_expired", FACTS | lapsing, "vi")


def test_stars_that_are_not_held_are_told_once():
    facts = {"missing": ["GS1", "OCOP", "OCOP_STARS"], "held": [{"code": "ATTP"}], "stars": 0, "min_stars": 4}
    told = sentence("missing_cert", facts, "vi")
    assert told.startswith("Bên bán thiếu Mã vạch GS1, chưa có sao OCOP, cần từ 4 sao: bên mua")
    few = sentence("missing_cert", facts | {"missing": ["GS1", "OCOP_STARS"], "stars": 3}, "vi")
    assert few.startswith("Bên bán thiếu Mã vạch GS1, mới có OCOP 3 sao trong khi cần từ 4 sao: bên mua")


def test_papers_held_beside_one_that_lacks_stand_in_a_sentence_of_their_own():
    stands_in = {"code": "ATTP", "by": "VIETGAP", "expires": "2028-01-01"}
    held = [{"code": "VIETGAP", "expires": "2028-01-01"}, stands_in]
    facts = {"missing": ["QR"], "held": held}
    assert sentence("missing_cert", facts, "vi") == (
        "Bên bán thiếu Tem truy xuất: bên mua không nhận. "
        "Giấy bên mua đòi mà bên bán có: VietGAP đến 01/01/2028 (dùng thay ATTP)."
    )
    assert "it has VietGAP until 1 Jan 2028 (which serves for" in sentence("missing_cert", facts, "en")
    lapsing = {"code": "HACCP", "expires": "2027-02-01"}
    more = sentence("missing_cert", {**facts, "held": [{"code": "GS1"}], "lapsing": [lapsing]}, "vi")
    assert "bên bán có: Mã vạch GS1, HACCP đến 01/02/2027." in more
    alone = sentence("missing_cert", {**facts, "held": [stands_in]}, "vi")
    assert "bên bán có: VietGAP đến 01/01/2028 (dùng thay ATTP)." in alone
    few = {"missing": ["GS1"], "held": [{"code": "OCOP"}, {"code": "QR", "expires": "2027-05-01"}, stands_in]}
    text = sentence("missing_cert", few, "vi")
    assert text.count("(") == 1
    assert "bên bán có: OCOP, Tem truy xuất đến 01/05/2027, VietGAP đến 01/01/2028 (dùng thay ATTP)." in text


def test_what_is_left_on_arrival_is_told_for_the_fast_and_the_slow_way():
    facts = {"shelf": 7, "hours_low": 35, "hours_high": 63, "left": 5.0, "left_low": 4.375,
             "left_high": 5.542, "wanted": 6}  # fmt: skip
    assert "tới nơi còn 4,4–5,5 ngày, bên mua cần còn 6 ngày" in sentence("cannot_reach", facts, "vi")
    assert "còn 4,4–5,5 ngày tùy đường nhanh chậm" in sentence("cannot_reach", {**facts, "wanted": 5.2}, "vi")


def test_a_paper_that_such_goods_cannot_have_is_told_as_such():
    facts = {"missing": ["GI"], "held": [], "granted_elsewhere": True}
    assert "không xin được cho hàng này" in sentence("missing_cert", facts, "vi")


def test_goods_that_keep_too_short_need_no_way_to_be_refused():
    facts = {"shelf": 3, "wanted": 4, "left": None, "hours_low": None, "hours_high": None}
    told = sentence("cannot_reach", facts, "vi")
    assert told == "Chỉ để được 3 ngày, bên mua cần còn 4 ngày khi tới: gần mấy cũng không kịp."
