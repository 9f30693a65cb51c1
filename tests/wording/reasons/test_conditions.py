"""Sentences on papers, invoices, stars and terms that a strict reader found untrue or clipped."""

import pytest

from matchmaker.wording.reasons import sentence

ATTP = {"code": "ATTP", "by": "HACCP", "expires": "2028-05-01", "own_expires": "2027-02-28"}
VIETGAP = {"code": "VIETGAP", "expires": None}


@pytest.mark.parametrize(
    ("code", "facts", "text"),
    [
        ("papers_complete", {"held": [ATTP], "months": [1, 2, 3]},
         "Đủ 1 giấy bên mua đòi, giao T1–T3: HACCP (thay ATTP, đến 01/05/2028); "
         "ATTP hết hạn 28/02/2027, nên gia hạn."),
        ("papers_complete", {"held": [{"code": "ATTP", "by": "VIETGAP"}, VIETGAP], "months": [6],
                             "invoices_accepted": ["HDDT"], "invoice": "HDDT"},
         "Đủ 2 giấy bên mua đòi, giao T6: VietGAP (thay luôn ATTP); có hóa đơn điện tử."),
        ("papers_complete", {"held": [], "invoices_accepted": ["HDDT", "HDDT_MTT"], "invoice": "HDDT"},
         "Bên mua không đòi giấy tờ, chỉ cần hóa đơn điện tử (thường hoặc từ máy tính tiền): "
         "bên bán có hóa đơn điện tử."),
        ("nothing_required", {"product": "thịt gác bếp", "safety": []},
         "Bên mua không đòi giấy tờ, hóa đơn cho “thịt gác bếp”: "
         "hàng ăn uống thì bên bán vẫn nên có ít nhất bản cam kết ATTP."),
        ("nothing_required", {"product": "thịt gác bếp", "safety": ["ATTP"]},
         "Bên mua không đòi giấy tờ, hóa đơn cho “thịt gác bếp”: bên bán đã có ATTP."),
        ("nothing_required", {"product": "khăn thổ cẩm"},
         "Bên mua không đòi giấy tờ, hóa đơn cho “khăn thổ cẩm”: không phải làm thêm giấy nào."),
        ("missing_cert", {"missing": ["OCOP_STARS"], "min_stars": 3, "held": []},
         "Bên bán chưa có sao OCOP, cần từ 3 sao: bên mua không nhận."),
        ("missing_cert", {"missing": ["QR"], "held": [],
                          "expired": [{"code": "ATTP", "expires": "2026-05-01"}]},
         "Bên bán thiếu Tem truy xuất (giấy khác bên mua đòi: ATTP hết hạn 01/05/2026): bên mua không nhận."),
        ("no_invoice", {"invoice": "HDDT_MTT", "invoices_accepted": ["HDDT"]},
         "Bên bán xuất hóa đơn điện tử từ máy tính tiền, bên mua ghi chỉ nhận hóa đơn điện tử: khác loại."),
    ],
)  # fmt: skip
def test_papers_and_invoices_are_told_as_they_stand(code, facts, text):
    assert sentence(code, facts, "vi") == text
    assert sentence(code, facts, "en").endswith(".")


@pytest.mark.parametrize(
    ("code", "facts", "text"),
    [
        ("distinctions", {"stars": 4, "asked_stars": 3}, "OCOP 4 sao, bên mua đòi từ 3 sao: hơn mức đòi."),
        ("distinctions", {"stars": 3, "asked_stars": 3, "origin": True},
         "OCOP 3 sao, bên mua đòi từ 3 sao: vừa đúng mức đòi, có thêm chỉ dẫn địa lý."),
        ("distinctions", {"stars": 0, "origin": True, "asked_origin": True},
         "Có chỉ dẫn địa lý như bên mua đòi, chưa có sao OCOP: đứng sau hàng có cả hai."),
        ("distinctions", {"stars": 4, "origin": True, "asked_origin": True},
         "Có OCOP 4 sao: điểm cộng dù bên mua không đòi."),
        ("plain", {"asked_stars": 3},
         "Bên bán chưa có sao OCOP, bên mua đòi từ 3 sao: phải qua đánh giá, phân hạng."),
        ("plain", {"stars_lapsing": 4, "stars_until": "2027-06-30", "stars_lapsed": False},
         "OCOP 4 sao đến 30/06/2027: nên đánh giá, phân hạng lại trước ngày ấy."),
        ("plain", {"stars_lapsing": 4, "stars_until": "2026-06-30", "stars_lapsed": True},
         "OCOP 4 sao đã hết hạn 30/06/2026: không còn được tính, nên đánh giá, phân hạng lại."),
    ],
)  # fmt: skip
def test_what_the_buyer_asks_for_is_not_told_as_not_asked_for(code, facts, text):
    assert sentence(code, facts, "vi") == text
    assert sentence(code, facts, "en").endswith(".")


def test_terms_that_nobody_answered_stand_beside_the_refused_one():
    facts = {"refused": ["payment"], "payment_days": 30, "max_payment_days": 7, "discount_pct": 12,
             "unanswered": ["discount", "returns"]}  # fmt: skip
    assert sentence("terms_refused", facts, "vi") == (
        "Bên mua trả sau 30 ngày, bên bán chịu tối đa 7 ngày: chưa hợp nhau; "
        "còn phải hỏi chiết khấu 12 %, nhận lại hàng."
    )
    step = {"term": "payment", "from": 7, "to": 30, "unanswered": {"discount": 12, "returns": True}}
    told = sentence("accept_term", step | {"code": "accept_term", "rows": {"terms": {}}}, "vi")
    assert told.endswith("là hết vướng về hạn trả tiền. Còn phải làm rõ: chiết khấu 12 %, nhận lại hàng.")


def test_another_paper_that_lapses_is_told_though_it_is_stood_in_for():
    facts = {"lapsing": [{"code": "OCOP_STARS", "expires": "2027-01-31", "covers": [1]}], "stars": 4,
             "months": [1, 2], "held": [ATTP]}  # fmt: skip
    assert sentence("papers_lapse", facts, "vi").endswith(
        "phải gia hạn trước đó; ATTP hết hạn 28/02/2027, nên gia hạn."
    )


def test_stars_that_lapse_are_told_with_the_months_of_delivery():
    lapsing = {"stars_lapsing": 3, "stars_until": "2027-02-17", "stars_lapsed": False, "stars_months": [5, 6]}
    assert sentence("plain", {**lapsing, "stars_cover": []}, "vi") == (
        "OCOP 3 sao hết hạn 17/02/2027, hàng giao T5–T6: lúc giao không còn được tính, "
        "nên phân hạng lại trước ngày ấy."
    )
    midway = {**lapsing, "stars_until": "2027-06-17", "stars_cover": [5]}
    assert "chỉ được tính T5" in sentence("plain", midway, "vi")
    assert "trước ngày ấy" in sentence("plain", {**midway, "stars_cover": [], "stars_months": [6]}, "vi")


def test_how_often_goods_are_delivered_is_told_beside_the_terms():
    facts = {"rhythm": "2 chuyến/tuần", "rhythm_offered": "", "rhythm_fits": None}
    assert sentence("terms_none", facts, "vi").endswith(
        "nhịp giao bên mua cần là “2 chuyến/tuần”, bên bán chưa nói: phải hỏi."
    )
    said = {**facts, "rhythm_offered": "giao hằng ngày", "rhythm_fits": True}
    assert sentence("terms_none", said, "vi").endswith("bên bán ghi “giao hằng ngày”: kịp nhịp.")
    assert "too seldom" in sentence("terms_none", {**said, "rhythm_fits": False}, "en")


def test_payment_after_no_days_is_payment_on_receipt():
    text = sentence("terms_fit", {"payment_days": 0, "returns": True, "accepts_returns": True}, "vi")
    assert text == ("Điều kiện hợp nhau: bên mua trả ngay khi nhận hàng; đòi trả lại hàng, bên bán chịu.")
    assert "payment on receipt" in sentence("terms_fit", {"payment_days": 0}, "en")


def test_a_paper_that_stands_in_for_the_one_preferred_is_told_by_its_own_name():
    facts = {"preferred": ["VIETGAP"], "have": ["VIETGAP"], "stand_ins": {"VIETGAP": "GLOBALGAP"}}
    assert "có GlobalG.A.P. (thay VietGAP)" in sentence("preferred_all", facts, "vi")


def test_an_indication_that_is_required_is_never_told_as_not_asked_for():
    text = sentence("plain", {"asked_origin": True, "origin": False}, "vi")
    assert "chưa có chỉ dẫn địa lý bên mua đòi" in text


def _step(paper: str = "ATTP", **requirements: object) -> str:
    rows = {"requirements": {"code": "papers_missing", "facts": requirements}}
    return sentence("obtain_paper", {"code": "obtain_paper", "paper": paper, "rows": rows}, "vi")


def test_a_missing_paper_does_not_hide_that_nobody_spoke_of_the_invoice():
    facts = {"missing": ["ATTP"], "invoice": None, "invoices_accepted": ["HDDT", "HDDT_MTT"]}
    told = sentence("papers_missing", facts, "vi")
    assert "bên bán chưa nói có hóa đơn không: phải hỏi trước khi giới thiệu." in told
    assert "hóa đơn" not in sentence("missing_cert", facts, "vi")
    assert "hóa đơn" not in sentence("papers_missing", {**facts, "invoice": "HDDT"}, "vi")


LAPSED = [
    {"code": "ATTP", "by": "VIETGAP", "expires": "2026-08-31"},
    {"code": "VIETGAP", "expires": "2026-08-31"},
]


def test_a_lapsed_paper_that_stands_in_for_another_is_told_once():
    text = sentence("cert_expired", {"expired": LAPSED, "months": [12, 1]}, "vi")
    assert text == (
        "VietGAP (thay luôn ATTP) hết hạn 31/08/2026, mà hàng giao T12–T1: giấy không còn hiệu lực khi giao."
    )
    midway = [{**row, "covers": [12]} for row in LAPSED]
    assert sentence("papers_lapse", {"lapsing": midway, "months": [12, 1]}, "en").count("VietGAP") == 1
    two = [LAPSED[0], {**LAPSED[0], "code": "CK_ATTP"}]
    assert "VietGAP (thay ATTP, " in sentence("cert_expired", {"expired": two, "months": [12]}, "vi")


def test_a_buyer_who_named_no_month_is_not_told_to_want_goods_all_year():
    months = {"months": list(range(1, 13)), "wanted": list(range(1, 13)), "months_unsaid": True}
    row = {"code": "ATTP", "expires": "2027-03-30", "covers": [11, 12]}
    lapse = sentence("papers_lapse", {**months, "lapsing": [row]}, "vi")
    assert lapse == (
        "ATTP hết hạn 30/03/2027, chỉ dùng được cho T11–T12 (bên mua chưa nêu tháng nhận): "
        "giao sau đó thì phải gia hạn."
    )
    assert "giao quanh năm" not in sentence("papers_complete", {**months, "held": [row]}, "vi")
    assert "bên bán có hàng quanh năm" in sentence("cert_expired", {**months, "expired": [row]}, "vi")


def test_a_paper_that_lapses_before_the_first_day_leaves_nothing_to_deliver():
    facts = {"expired": [{"code": "ATTP", "expires": "2027-01-01"}], "months": [1], "first_day": "2027-01-05"}
    assert "giấy không còn hiệu lực khi giao" in sentence("cert_expired", facts, "vi")
    open_ = {**facts, "first_day": None}
    assert "chỉ giao được đến hết ngày ấy" in sentence("cert_expired", open_, "vi")


def test_a_seller_who_waits_no_day_wants_his_money_at_once():
    assert "bên bán cần trả tiền ngay" in sentence("terms_none", {"max_payment_days": 0}, "vi")
    assert "chờ tiền tối đa 15 ngày" in sentence("terms_none", {"max_payment_days": 15}, "vi")


def test_how_goods_are_delivered_is_no_rhythm():
    facts = {"rhythm": "container 20 feet", "rhythm_offered": "", "rhythm_fits": None}
    assert "cách vận chuyển bên mua cần là “container 20 feet”" in sentence("terms_none", facts, "vi")
    by_air = sentence("terms_none", {**facts, "rhythm": "hàng không và biển"}, "vi")
    assert "cách vận chuyển bên mua cần là “hàng không và biển”" in by_air
    often = {**facts, "rhythm": "5h sang hang ngay"}
    assert "nhịp giao bên mua cần là" in sentence("terms_none", often, "vi")


def test_goods_can_go_until_the_day_on_which_a_paper_lapses():
    row = {"code": "VIETGAP", "expires": "2027-09-15", "covers": [8]}
    told = sentence("papers_lapse", {"lapsing": [row], "months": [8, 9], "wanted": [8, 9]}, "vi")
    assert "chỉ dùng được cho T8 và T9 đến ngày ấy" in told
    first = sentence("papers_lapse", {"lapsing": [{**row, "expires": "2027-09-01"}], "months": [8, 9]}, "vi")
    assert "T9" not in first.split("(")[0]


def test_a_paper_of_animals_asked_for_what_grows_is_put_back_to_the_buyer():
    told = sentence("papers_missing", {"missing": ["KDDV"], "not_of_plants": ["KDDV"]}, "vi")
    assert "bên mua có thể ghi nhầm, phải hỏi" in told
    assert "ghi nhầm" not in sentence("papers_missing", {"missing": ["KDDV"]}, "vi")


def test_terms_in_words_are_told_and_a_discount_of_nothing_is_not():
    put_off = sentence("terms_none", {"payment_words": "gối đầu 1 chuyến"}, "vi")
    assert put_off == "Bên mua ghi “gối đầu 1 chuyến”: phải chốt trả sau mấy ngày."
    ahead = sentence("terms_none", {"offer_paid_ahead": 30, "max_payment_days": 0}, "vi")
    assert (
        ahead == "Bên bán đòi trả trước 30 %, bên mua chưa nói: phải hỏi bên mua; bên bán cần trả tiền ngay."
    )
    none = {"payment_days": 14, "max_payment_days": 30, "discount_pct": 0}
    assert "chiết khấu" not in sentence("terms_fit", none, "vi")


def test_money_ahead_that_one_side_wants_is_open_and_not_agreed():
    facts = {"offer_paid_ahead": 30, "payment_days": 7, "unanswered": ["payment"]}
    told = sentence("terms_unsaid", facts, "vi")
    assert "Đã hợp" not in told
    assert "bên bán đòi trả trước 30 %, bên mua trả sau 7 ngày: phải hỏi bên mua" in told
    assert "Agreed" not in sentence("terms_unsaid", facts, "en")
    put_off = {"payment_words": "gối đầu 1 chuyến", "returns": True, "discount_pct": 5, "max_discount_pct": 6}
    told = sentence("terms_unsaid", put_off, "vi")
    assert "phải chốt trả sau mấy ngày" in told.split(". Đã hợp: ")[0]
    fits = {"payment_days": 15, "max_payment_days": 30, "offer_paid_ahead": 50}
    told = sentence("terms_fit", fits, "vi")
    assert told.startswith(
        "Điều kiện hợp nhau: bên mua trả sau 15 ngày, bên bán chờ được tối đa 30 ngày. Cần"
    )
    assert told.endswith("bên bán đòi trả trước 50 %, bên mua trả sau 15 ngày: phải hỏi bên mua.")
    assert "To be asked: the producer wants 50 % ahead" in sentence("terms_fit", fits, "en")
    paid = {"payment_days": 7, "paid_ahead": 30, "offer_paid_ahead": 30, "returns": True}
    paid |= {"accepts_returns": True}
    assert "Đã hợp: bên mua trả trước 30 %; đòi trả lại" in sentence("terms_unsaid", paid, "vi")


HELD = [{"code": "ATTP", "expires": "2028-04-01"}, {"code": "QR", "expires": None}]


@pytest.mark.parametrize(
    ("code", "more"),
    [
        ("market_unknown", {"market": "JP", "product": "chuối"}),
        ("invoice_unsaid", {}),
        ("papers_lapse", {"lapsing": [{"code": "VIETGAP", "expires": "2027-01-15", "covers": [12]}]}),
    ],
)
def test_papers_that_are_there_are_told_beside_what_is_asked(code, more):
    told = sentence(code, {"held": HELD, "months": [12, 1], **more}, "vi")
    assert told.endswith("Giấy bên mua đòi đã có: ATTP (đến 01/04/2028), Tem truy xuất.")
    assert "until 1 Apr 2028" in sentence(code, {"held": HELD, "months": [12, 1], **more}, "en")
    assert "đã có" not in sentence(code, {"held": [], "months": [12, 1], **more}, "vi")


def test_a_question_of_deliveries_does_not_stand_under_what_agrees():
    often = {"rhythm": "2 chuyến/tháng", "rhythm_offered": "", "rhythm_fits": None}
    agreed = {"payment_days": 15, "max_payment_days": 30}
    told = sentence("terms_fit", {**agreed, **often}, "vi")
    assert "tối đa 30 ngày. Nhịp giao bên mua cần là “2 chuyến/tháng”, bên bán chưa nói: phải hỏi." in told
    asked = sentence("terms_unsaid", {**agreed, "returns": True, "accepts_returns": None, **often}, "vi")
    assert asked.index("nhịp giao") < asked.index("Đã hợp")
