import re

import pytest

from matchmaker.wording.reasons import SENTENCES, sentence
from scoring.criteria import (
    freshness,
    logistics,
    preferences,
    price,
    product,
    requirements,
    season,
    terms,
    volume,
)
from scoring.near_miss import ANSWERS
from scoring.profile import VETO_ORDER

CRITERIA = (product, volume, season, logistics, freshness, price, requirements, terms, preferences)
FACTS = {
    "demanded": "vải thiều", "offered": "vải u hồng", "demanded_form": "fresh", "offered_form": "dried",
    "supply": 60000, "need": 45000, "supply_month": 60000, "need_month": 45000,
    "unit": "kg", "need_unit": "kg",
    "months": [6], "fill": 0.4, "pooling": True, "lot_offered": 500, "min_lot": 2000, "below_lot": True,
    "min_order": 3000, "most_wanted": 1234.5, "common": [6], "wanted": [6, 7],
    "origin": "Lục Ngạn", "destination": "Long Biên", "origin_known": True,
    "km": 1234, "hours_low": 4, "hours_high": 5,
    "freight_low": 400, "freight_high": 600, "transit": 1.5, "left": 1.5, "storage": "ambient",
    "price_low": 20000, "price_high": 24000, "ceiling": 19000, "ceiling_unit": "kg", "basis": "farm_gate",
    "ceiling_basis": "delivered", "carriage_low": 400, "carriage_high": 600, "floor_total": 20400,
    "over_share": 0.074, "negotiable": True, "held": [{"code": "ATTP", "expires": "2027-07-01"}],
    "missing": ["VIETGAP", "OCOP_STARS"], "stars": 3, "min_stars": 4,
    "expired": [{"code": "ATTP", "expires": "2027-02-28"}],
    "lapsing": [{"code": "ATTP", "expires": "2027-06-30", "covers": [6]}], "expiry_unsaid": [],
    "invoice": "KHONG", "invoices_accepted": ["HDDT"], "product": "vải thiều",
    "market": "CN", "market_open": False,
    "market_checked_on": "2026-11-21", "refused": ["payment", "returns"],
    "payment_days": 45, "max_payment_days": 15,
    "have": ["GI"], "lack": ["OCOP"], "paper": "ATTP", "validity_months": 36, "shelf_now": 3,
    "from": 3000, "to": 2000,
    "share": 0.1, "per": "month", "term": "payment",
}  # fmt: skip


def test_every_code_of_the_engine_has_its_sentence():
    codes = {code for criterion in CRITERIA for code in criterion.CODES} | set(VETO_ORDER)
    steps = {"obtain_paper", "renew_paper", "add_month", "chill", "issue_invoice", "lower_min_order"}
    steps |= {"allow_pooling", "pool_volume", "lower_price", "accept_term"}
    assert codes | steps == set(SENTENCES)
    assert set(ANSWERS) < set(VETO_ORDER)


def facts_of(code):
    """Facts as the engine gives them: freshness speaks of days, season of months."""
    if code.startswith(("fresh", "shelf", "transit", "keeps", "travels")):
        return {**FACTS, "shelf": 2.5, "wanted": 2}
    if code.startswith("season") or code == "wrong_season":
        return {**FACTS, "offered": [6]}
    return {**FACTS, "shelf": 20} if code == "chill" else FACTS


@pytest.mark.parametrize("code", sorted(SENTENCES))
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_each_sentence_is_whole(code, lang):
    text = sentence(code, facts_of(code), lang)
    assert text[0].isupper() or text[0] == "“" or text[0].isdigit()
    assert text.endswith(".")
    assert "None" not in text
    assert "{" not in text


@pytest.mark.parametrize("code", VETO_ORDER)
def test_the_two_languages_differ(code):
    assert sentence(code, facts_of(code), "vi") != sentence(code, facts_of(code), "en")


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("volume_covers", ["60 tấn", "45 tấn", "đủ hàng"]),
        ("missing_cert", ["VietGAP", "OCOP 3 sao", "4 sao"]),
        ("cert_expired", ["28/02/2027"]),
        ("moq_too_high", ["3 tấn", "1,2 tấn"]),
        ("price_over", ["20.000 đ/kg", "20.400 đ/kg", "19.000 đ/kg", "7 %", "thương lượng"]),
        ("terms_refused", ["45 ngày", "tối đa 15 ngày"]),
        ("papers_lapse", ["30/06/2027", "T6"]),
        ("route", ["1.234 km", "4–5 giờ", "400–600 đ/kg"]),
        ("cannot_reach", ["Lục Ngạn", "Long Biên"]),
    ],
)
def test_vietnamese_sentences_hold_the_figures_of_both_sides(code, parts):
    text = sentence(code, FACTS, "vi")
    assert [part for part in parts if part not in text] == []


def test_fractions_are_written_with_a_comma_in_vietnamese_and_a_point_in_english():
    facts = facts_of("fresh_enough")
    assert "2,5 ngày" in sentence("fresh_enough", facts, "vi")
    assert "2.5 days" in sentence("fresh_enough", facts, "en")


def test_no_vietnamese_sentence_shows_a_number_in_the_english_way():
    for code in SENTENCES:
        assert not re.search(r"\d,\d{3}\b", sentence(code, facts_of(code), "vi")), code


def test_an_unknown_code_reads_as_itself():
    assert sentence("never_heard_of", {}, "vi") == "never_heard_of"


@pytest.mark.parametrize(
    ("code", "facts", "words"),
    [
        ("season_unknown", {"wanted": [6], "offered_unread": "tháng 13"}, "“tháng 13” could not be read"),
        (
            "season_part",
            {"ready_on": "2027-01-05", "lead_time_days": 45},
            "Ready after 45 days, on 5 Jan 2027",
        ),
        ("wrong_season", {"offered": [6], "ready_on": "2027-01-05"}, "from 5 Jan 2027 at the earliest"),
        ("price_units_differ", {"live_against_meat": True}, "live weight is not meat weight"),
        ("add_month", {"months": [6], "deliver_to": "2027-06-30"}, "until 30 Jun 2027"),
        ("pool_volume", {"from": 333, "to": 1300, "unit": "kg", "per": "total"}, "1.3 tonnes in all"),
    ],
)
def test_what_is_special_about_a_pair_is_said(code, facts, words):
    assert words in sentence(code, facts, "en")


LEAD = {"paper": "VIETGAP", "validity_months": 36, "lead_days_low": 90, "lead_days_high": 180}


def test_a_paper_to_obtain_tells_how_long_that_takes():
    text = sentence("obtain_paper", {**LEAD, "in_time": True}, "vi")
    assert text == "Làm thêm VietGAP (thường mất 3–6 tháng, có hạn 36 tháng) là ghép được."
    short = {"paper": "ATTP", "lead_days_low": 15, "lead_days_high": 45}
    assert "thường mất 15–45 ngày" in sentence("renew_paper", short, "vi")


def test_a_paper_that_comes_too_late_for_the_delivery_says_so():
    text = sentence("obtain_paper", {**LEAD, "earliest": "2027-02-19", "in_time": False}, "vi")
    assert "sớm nhất 19/02/2027)" in text
    assert "cho đợt sau" in text
    late = {**LEAD, "earliest": "2027-02-19", "in_time": False, "missed": [1], "lapses_on": "2027-01-20"}
    assert "Không kịp T1. Giấy cũ chỉ giao được đến 20/01/2027" in sentence("renew_paper", late, "vi")
    part = {**LEAD, "earliest": "2027-01-20", "in_time": True, "missed": [11, 12]}
    assert "sớm nhất 20/01/2027) là ghép được. Không kịp T11–T12" in sentence("obtain_paper", part, "vi")


def test_changes_that_must_come_together_are_one_sentence():
    also = [{"code": "issue_invoice", "facts": {"invoice": "HDDT"}}]
    text = sentence("obtain_paper", {**LEAD, "also": also}, "vi")
    assert text.startswith("Làm cùng lúc 2 việc thì ghép được: làm thêm VietGAP")
    assert "; xuất được hóa đơn điện tử" in text
    assert sentence("obtain_paper", {**LEAD, "also": also}, "en") == (
        "Do 2 things together: obtain VietGAP (usually 3–6 months, valid 36 months); "
        "issue an electronic invoice; then it fits."
    )


VOLUME = {"supply": 60000, "need": 40000, "supply_month": 10000, "need_month": 20000, "unit": "kg",
          "need_unit": "kg", "months": [2, 3], "fill": 1.5}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "facts", "text"),
    [
        (
            "volume_covers",
            {**VOLUME, "set_aside": True, "family": True},
            "Có 60 tấn (T2–T3), cần 40 tấn: đủ hàng riêng loại này, dư 20 tấn, nếu dành trước cho bên mua.",
        ),
        (
            "volume_part",
            {**VOLUME, "out_of_season": True, "months": []},
            "Có 10 tấn mỗi tháng, cần 40 tấn: hàng có ngoài các tháng cần nên chưa tính được.",
        ),
        (
            "moq_too_high",
            {"min_order": 500, "most_wanted": 90, "months_at_once": 3, "need_month": 30, "unit": "kg",
             "need_unit": "kg"},
            "Bên bán chỉ nhận đơn từ 500 kg, bên mua lấy 30 kg mỗi tháng: gom 3 tháng mới được 90 kg, "
            "chưa đủ một đơn.",
        ),
        (
            "preferred_some",
            {"preferred": ["OCOP"], "have": [], "lack": [],
             "lapsing": [{"code": "OCOP", "expires": "2027-08-21", "covers": [4, 5, 6, 7]}]},
            "Giấy bên mua ưu tiên: OCOP hết hạn 21/08/2027 nên chỉ được tính cho hàng giao T4–T7. "
            "Đứng sau hàng đủ giấy.",
        ),
        (
            "preferred_none",
            {"preferred": ["OCOP"], "have": [], "lack": ["OCOP"], "preferred_stars": 4, "held_stars": 3},
            "Giấy bên mua ưu tiên: OCOP 3 sao, bên mua ưu tiên từ 4 sao. Đứng sau hàng đủ giấy.",
        ),
        (
            "missing_cert",
            {"missing": ["ATTP", "QR"], "held": []},
            "Bên bán chưa có giấy nào bên mua đòi (ATTP, Tem truy xuất): bên mua không nhận.",
        ),
        (
            "price_under",
            {"price_low": 18000, "price_high": 28000, "top_total": 28000, "floor_total": 18000,
             "ceiling": 25000, "unit": "kg", "ceiling_unit": "kg", "basis": "delivered",
             "ceiling_basis": "delivered"},
            "Giá 18.000–28.000 đ/kg, bên mua trả tối đa 25.000 đ/kg, cả hai giá giao tại kho bên mua: "
            "chỉ hợp nếu chốt từ 25.000 đ/kg trở xuống.",
        ),
        (
            "ceiling_unsaid",
            {"price_low": 45000, "price_high": 45000, "unit": "kg", "basis": "farm_gate",
             "ceiling_bare": 75000},
            "Giá 45.000 đ/kg tại nơi sản xuất, bên mua ghi 75.000 đ, chưa rõ theo đơn vị nào: phải hỏi lại.",
        ),
        (
            "product_generic",
            {"offered": "Gà đen", "demanded": "Gà đen làm sạch", "to_slaughter": True},
            "“Gà đen” bán sống, bên mua cần “Gà đen làm sạch”: phải giết mổ tại cơ sở "
            "có kiểm soát giết mổ trước khi giao, hỏi bên nào mổ.",
        ),
        (
            "cannot_reach",
            {"shelf": 6, "transit": 2.8, "left": 3.16, "wanted": 3.2},
            "Để được 6 ngày, đi mất 2,8 ngày, tới nơi còn chưa đến 3,2 ngày, bên mua cần còn 3,2 ngày: "
            "không kịp.",
        ),
        (
            "route",
            {"origin": "A", "destination": "B", "km": 86, "hours_low": 4, "hours_high": 4,
             "freight_low": 3600, "freight_high": 7100, "freight_share": 0.45},
            "A – B: 86 km, đi 4 giờ, cước ước 3.600–7.100 đ/kg: giao trong ngày, cước bằng 45 % giá hàng.",
        ),
    ],
)  # fmt: skip
def test_what_a_reader_of_accounts_asked_for_is_said(code, facts, text):
    assert sentence(code, facts, "vi") == text


GOODS = {"offered": "Tỏi Lý Sơn", "demanded": "Tỏi, hành Lý Sơn"}
PRICE = {"price_low": 7000, "price_high": 9000, "floor_total": 9182, "top_total": 13574, "ceiling": 11000,
         "carriage_low": 2182, "carriage_high": 4574, "unit": "kg", "ceiling_unit": "kg",
         "basis": "farm_gate", "ceiling_basis": "delivered"}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "facts", "words"),
    [
        ("product_same", {**GOODS, "demanded_listed": "all"}, "là một trong các thứ bên mua nêu (“Tỏi, hành"),
        ("product_same", {**GOODS, "demanded_listed": "either"}, "là loại bên mua nhận (“Tỏi, hành Lý Sơn”)"),
        ("product_same", {**GOODS, "offered_listed": "all"}, "phải hỏi riêng lượng thứ ấy."),
        (
            "product_variety",
            {**GOODS, "demanded_listed": "all", "offered_listed": "all"},
            "phải hỏi lượng từng thứ.",
        ),
        ("product_same", {**GOODS, "demanded_rank": "family"}, "thuộc nhóm “Tỏi, hành Lý Sơn”"),
        ("product_generic", {**GOODS, "demanded_set": True}, "phải ghép thêm món khác và đóng bộ."),
        ("product_generic", {**GOODS, "demanded_form": "craft"}, "phải hỏi kiểu, chất liệu, kích thước."),
        ("product_variety", {**GOODS, "demanded_form": "craft"}, "phải xem mẫu, kiểu món."),
        (
            "product_variety",
            {**GOODS, "indication": True, "offered_rank": "kind", "commune": "Trà My"},
            "“Tỏi Lý Sơn” ở Trà My có chỉ dẫn địa lý: đúng “Tỏi, hành Lý Sơn” bên mua cần.",
        ),
        (
            "product_same",
            {**GOODS, "offered_grade": ["2"], "demanded_grade": ["1"]},
            "; nhưng bên bán ghi loại 2, bên mua cần loại 1: phải hỏi bên mua có nhận không.",
        ),
        ("wrong_form", {"offered_form": "dried", "demanded_form": "roasted"}, "(nhân chưa rang) khác dạng"),
        ("missing_cert", {"missing": ["QR"], "lapsing": [{"code": "ATTP", "expires": "2027-03-31"}]},
         "thiếu Tem truy xuất: bên mua không nhận. Giấy bên mua đòi mà bên bán có: ATTP đến 31/03/2027."),
        ("papers_complete", {"held": [{"code": "ATTP", "by": "VIETGAP", "expires": "2028-01-01"}]},
         "VietGAP (thay ATTP, đến 01/01/2028)"),
        ("volume_part", {**VOLUME, "monthly": True, "need_said": 5, "need_said_unit": "tấn",
                         "need_said_per": "week", "part_of_month": "giữa tháng 6"},
         "cần 5 tấn mỗi tuần (20 tấn mỗi tháng): được 150 %, thiếu 10 tấn mỗi tháng phải gom thêm (chỉ giữa"),
        ("volume_part", {**VOLUME, "need_said": 5, "need_said_unit": "tấn", "need_said_per": "month"},
         "cần 5 tấn mỗi tháng (T2–T3: 40 tấn)"),
        ("volume_covers", {**VOLUME, "supply": 2000, "need": 3}, "cần 3 kg: đủ hàng."),
        ("volume_units_differ", {"supply_said": 1500, "supply_said_unit": "con", "supply_said_per": "month",
                                 "need_said": 200, "need_said_unit": "con", "need_said_per": "week"},
         "Bán 1.500 con mỗi tháng, mua 200 con mỗi tuần: chỉ một bên ghi cân nặng"),
        ("volume_small", {"fill": 0.0}, "(chưa đến 1 %)"),
        ("season_part", {"common": [6], "wanted": [6, 7], "stored": True}, "T7 phải trữ hàng hoặc tìm nguồn"),
        ("season_part", {"common": [6], "wanted": [6, 7], "barred": [7], "barred_by_market": False},
         "T7 phải có giấy còn hạn (hàng thì có) hoặc tìm nguồn khác."),
        ("wrong_season", {"offered": [3], "wanted": [6], "stored": True},
         "không trùng tháng nào. Hàng để được lâu. Trữ lại thì giao được T6."),
        ("season_unknown", {"wanted": [6], "offered_unread": "theo đặt hàng"},
         "phải hỏi lại. Bên bán ghi “theo đặt hàng”."),
        ("keeps", {"shelf": 3650, "from_table": True, "kind_vi": "thổ cẩm"},
         "Để được 10 năm (theo bảng sản phẩm của thổ cẩm)"),
        ("keeps", {"shelf": 3650, "craft": True, "hours_low": 2.9, "hours_high": 4.2},
         "Hàng thủ công không có hạn dùng, đi mất 3–4 giờ: chỉ cần đóng gói kỹ."),
        ("fresh_enough", {"shelf": 365, "wanted": 244.6, "share": 0.67}, "cần còn 67 % hạn (245 ngày)"),
        ("fresh_enough", {"shelf": 20, "transit": 0.1, "hours_low": 2.6, "hours_high": 3.4}, "đi mất 3 giờ"),
        ("travels_live", {"transit": 0.5, "share": 0.6}, "bên mua cần còn 60 % hạn: cần xe"),
        ("travels_live", {"transit": 0.5, "dressed_wanted": True}, "giết mổ rồi chở lạnh, đi mất 12 giờ"),
        ("price_range_over", PRICE, "từ 8.818 đ/kg tại nơi sản xuất trở xuống và cước ở mức thấp."),
        ("price_range_over", {**PRICE, "carriage_low": 0, "basis": "truck_station"},
         "cộng cước (tùy chành xe ở đâu) tới 4.574 đ"),
        ("price_range_over", {**PRICE, "carriage_low": 0, "basis": "truck_station"},
         "từ 11.000 đ/kg tại chành xe trở xuống, nếu chành xe gần kho bên mua."),
        ("price_under", {**PRICE, "live_against_meat": True}, "chưa so được; phải hỏi là giá cân hơi hay"),
        ("price_under", {**PRICE, "basis_assumed": True}, "9.000 đ/kg (chưa rõ tại đâu) cộng cước"),
        ("price_under", {**PRICE, "basis_assumed": True, "basis_said": "tại cảng X"}, "(ghi “tại cảng X”)"),
        ("price_over", {**PRICE, "ceiling": 6000, "basis_assumed": True}, "7.000 đ/kg (chưa rõ tại đâu)"),
        ("price_under", {**PRICE, "top_total": 65, "ceiling": 90000}, "giá thấp khác thường, phải hỏi lại"),
        ("papers_lapse", {"lapsing": [{"code": "OCOP_STARS", "expires": "2026-12-31", "covers": [12]}],
                          "stars": 4, "months": [12, 1]}, "OCOP 4 sao hết hạn 31/12/2026"),
        ("volume_part", {**VOLUME, "unit": "con", "supply": 800, "need": 857.1, "need_unit": "con"},
         "thiếu 57 con"),
        ("price_units_differ", {**PRICE, "unit_assumed": True, "ceiling_unit": "quả"},
         "cần hỏi rõ giá bên bán theo đơn vị nào"),
        ("invoice_unsaid", {"invoices_accepted": ["HDDT", "HDDT_MTT"]},
         "cần hóa đơn điện tử (thường hoặc từ máy tính tiền), bên bán chưa nói"),
        ("distinctions", {"stars": 0, "origin": True}, "chưa có sao OCOP: bên mua không đòi, nhưng đứng sau"),
    ],
)  # fmt: skip
def test_what_the_second_reader_of_accounts_missed_is_said(code, facts, words):
    assert words in sentence(code, facts, "vi")
    assert sentence(code, facts, "en").endswith(".")


def test_an_open_market_is_told_with_the_papers():
    facts = {"held": [], "market": "CN", "market_open": True, "product": "vải thiều"}
    assert sentence("papers_complete", facts, "vi").endswith("; Trung Quốc đã mở cho “vải thiều”.")
    closed = {**facts, "market_open": None}
    assert "Trung Quốc" not in sentence("papers_complete", closed, "vi")


def test_a_way_that_is_not_known_takes_no_unknown_time():
    facts = {"shelf": 365, "wanted": 0}
    assert sentence("shelf_unsaid", facts, "vi") == (
        "Chưa rõ hàng để được bao lâu, chưa tính được thời gian đi, bên mua không đòi hạn còn lại: "
        "phải hỏi lại."
    )
    assert "(chưa rõ)" not in sentence("travels_live", facts, "vi")
