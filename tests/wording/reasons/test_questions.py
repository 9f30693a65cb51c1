"""The one line names each question that the account asks."""

import pytest

from matchmaker.wording.reasons import SENTENCES, sentence
from matchmaker.wording.reasons.questions import BY_CODE, overturning, questions


@pytest.mark.parametrize(
    ("criterion", "code", "facts", "named"),
    [
        ("product", "product_same", {"offered_listed": "all"}, ["lượng từng thứ"]),
        ("product", "product_generic", {"demanded_grade": ["1"], "offered_grade": ["2"]},
         ["giống", "bên mua có nhận loại 2 không"]),
        ("product", "product_generic", {"demanded_set": True}, []),
        ("product", "product_generic", {"to_slaughter": True}, ["bên nào giết mổ"]),
        ("product", "product_generic", {"unsaid": ["tím"]}, ["có đúng “tím” không"]),
        ("product", "product_generic", {"by_sort": True}, ["loại hàng"]),
        ("product", "product_generic", {"process_unsaid": "rang muối", "unsaid": ["rang muối"]},
         ["đã “rang muối” chưa"]),
        ("product", "product_generic", {"raw_or_worked": True}, ["lấy hàng tươi hay hàng làm sẵn"]),
        ("product", "product_variety", {"form_of_list": "khô", "demanded_item": "nấm hương"},
         ["“khô” có tính cho cả “nấm hương” không"]),
        ("product", "product_variety", {"offered": "kẹo chuối", "others_named": ["kẹo dừa"]},
         ["bên mua có nhận “kẹo chuối” không"]),
        ("product", "product_same", {"spec": [{"asks": "hộp 100 g", "says": "repack", "offered": "túi"}]},
         ["bên nào đóng gói lại"]),
        ("product", "product_same", {"unsaid": ["cổ thụ"]}, ["có đúng “cổ thụ” không"]),
        ("product", "product_same", {"spec": [{"asks": "chiếu xạ tại Bình Dương", "says": "unsaid"}]},
         ["bên nào lo “chiếu xạ tại Bình Dương”"]),
        ("requirements", "papers_missing", {"not_of_plants": ["KDDV"]},
         ["bên mua có thật cần Kiểm dịch động vật cho cây trồng không"]),
        ("volume", "volume_part", {"period_assumed": True}, ["lượng tính cho cả vụ hay theo tháng"]),
        ("volume", "volume_covers", {"part_of_month": "giữa tháng 6", "period_assumed": True},
         ["giao được mấy ngày"]),
        ("volume", "volume_covers", {"order_lasts": 3}, ["giao chia chuyến"]),
        ("price", "freight_unknown", {"way_known": True, "basis_assumed": True, "unit": "lít"},
         ["cước theo lít", "giá tại đâu"]),
        ("price", "freight_unknown", {}, []),
        ("price", "price_under", {"basis_assumed": True, "basis_said": "giao tại cảng"},
         ["cước từ nơi tính giá"]),
        ("price", "price_unsaid", {"price_bare": 75000, "basis_assumed": True}, ["giá", "đơn vị của giá"]),
        ("requirements", "papers_complete", {"expiry_unsaid": ["ATTP", "QR"]}, ["hạn giấy tờ"]),
        ("terms", "terms_unsaid", {"payment_days": 30, "returns": True}, ["trả tiền chậm", "nhận lại hàng"]),
        ("terms", "terms_fit", {"payment_days": 30}, []),
        ("season", "season_unknown", {}, ["tháng có hàng"]),
        ("preferences", "plain", {}, []),
    ],
)  # fmt: skip
def test_each_question_is_named(criterion, code, facts, named):
    assert questions({criterion: {"code": code, "facts": facts}}, "vi") == named
    assert len(questions({criterion: {"code": code, "facts": facts}}, "en")) == len(named)


def test_every_code_that_asks_is_one_of_the_engine():
    assert set(BY_CODE) <= set(SENTENCES)


UNSAID = {"invoice": None, "invoices_accepted": ["HDDT"], "expiry_unsaid": ["ATTP"]}
ROWS = {
    "terms": {"code": "terms_unsaid", "facts": {"payment_days": 30}},
    "price": {"code": "price_under", "facts": {"basis_assumed": True}},
    "requirements": {"code": "papers_missing", "facts": UNSAID},
}


def test_the_question_whose_answer_weighs_most_comes_first():
    assert questions(ROWS, "vi") == ["hóa đơn", "trả tiền chậm", "giá tại đâu", "hạn giấy tờ"]
    assert overturning(ROWS, "vi") == "hóa đơn"


def test_what_figures_settle_or_good_order_asks_overturns_nothing():
    price = {"price": ROWS["price"]}
    assert overturning(price, "vi") == ""
    assert overturning({"price": {"code": "price_unsaid", "facts": {}}}, "vi") == "giá"
    kept = {"freshness": {"code": "shelf_unsaid", "facts": {"wanted": 0, "share": None}}}
    assert overturning(kept, "vi") == ""
    assert overturning({"freshness": {"code": "shelf_unsaid", "facts": {"wanted": 20}}}, "en") != ""
    papers = {"requirements": {"code": "papers_complete", "facts": {"expiry_unsaid": ["ATTP"]}}}
    assert overturning(papers, "vi") == ""


def test_animals_that_are_said_to_live_are_not_asked_whether_they_do():
    facts = {"by_head": True, "said_alive": True, "hours_low": 5, "hours_high": 5}
    assert questions({"freshness": {"code": "shelf_unsaid", "facts": facts}}, "vi") == []
    assert "cần xe chở hàng sống và kiểm dịch" in sentence("shelf_unsaid", facts, "vi")


def test_animals_sold_by_the_head_are_asked_whether_they_live():
    row = {"freshness": {"code": "shelf_unsaid", "facts": {"by_head": True, "hours_low": 5, "hours_high": 6}}}
    assert questions(row, "vi") == ["sống hay đã làm thịt"]
    told = sentence("shelf_unsaid", row["freshness"]["facts"], "vi")
    assert told == "Bán theo con, chưa rõ hàng sống hay đã làm thịt, đi mất 5–6 giờ: phải hỏi lại."


OPEN_CEILING = {"ceiling": None, "ceiling_basis_assumed": True, "basis": "delivered", "price_low": 6000}


def test_of_a_buyer_without_a_ceiling_the_price_is_asked_and_not_its_place():
    row = {"price": {"code": "ceiling_unsaid", "facts": OPEN_CEILING}}
    assert questions(row, "vi") == ["giá bên mua trả"]
    assert "giá tại đâu" not in sentence("ceiling_unsaid", OPEN_CEILING, "vi")
    silent = {"code": "ceiling_unsaid", "facts": OPEN_CEILING | {"basis_assumed": True}}
    assert questions({"price": silent}, "vi") == ["giá bên mua trả", "giá tại đâu"]
    assert overturning({"price": silent, "terms": ROWS["terms"]}, "vi") == "giá bên mua trả"


def test_a_freight_that_cannot_reach_the_ceiling_is_not_asked():
    facts = {"way_known": True, "unit": "quả", "price_low": 12000, "price_high": 19000, "ceiling": 22000}
    light = {"price": {"code": "freight_unknown", "facts": facts | {"piece_freight": 483}}}
    assert questions(light, "vi") == []
    heavy = {"price": {"code": "freight_unknown", "facts": facts | {"piece_freight": 3000}}}
    assert questions(heavy, "vi") == ["cước theo quả"]
    borne = facts | {"basis": "delivered", "piece_freight": None}
    assert questions({"price": {"code": "freight_unknown", "facts": borne}}, "vi") == []


def test_where_a_price_is_taken_is_asked_first_where_it_decides():
    facts = {"basis_assumed": True, "top_total": 16000, "ceiling": 15000}
    rows = {"terms": ROWS["terms"], "price": {"code": "price_under", "facts": facts}}
    assert overturning(rows, "vi") == "giá tại đâu"
    within = {**rows, "price": {"code": "price_under", "facts": facts | {"top_total": 14000}}}
    assert overturning(within, "vi") == ""  # days of payment are never first beside a refusal


@pytest.mark.parametrize(
    ("row", "facts", "first"),
    [
        ("volume", {"lot_months": 4}, "dồn 4 tháng một lô có được không"),
        ("volume", {"lot_months": 2, "lot_stock": True}, "có hàng trữ sẵn để đủ lô không"),
        ("volume", {"trip": 4700, "min_order": 9000}, "giao chia chuyến"),
        ("volume", {"order_most": True, "min_order": 12_500}, "giao chia chuyến"),
        ("volume", {"own_order": 40, "own_trip": 23}, "giao thưa hơn hay nhận đơn nhỏ hơn"),
        ("volume", {"lot_trip": 3300}, "giữ cỡ lô hay giữ nhịp giao"),
        ("requirements", {"expiry_unsaid": True}, "trả tiền chậm"),
    ],
)
def test_what_decides_whether_goods_are_delivered_at_all_is_asked_before_days_of_payment(row, facts, first):
    code = "volume_part" if row == "volume" else "papers_held"
    rows = {"terms": ROWS["terms"], row: {"code": code, "facts": {"fill": 0.5, **facts}}}
    assert questions(rows, "vi")[0] == first


def test_what_is_left_is_asked_once_and_only_of_what_can_run_out():
    def asked(**facts):
        return questions({"season": {"code": "season_all", "facts": facts}}, "vi")

    assert asked(over=[10]) == ["vụ này còn bao nhiêu hàng"]
    assert asked(over=[10], sold_since=5) == ["nay còn bao nhiêu hàng"]
    assert asked(next_year=[10]) == asked(over=[10], if_papers=True) == []


def test_how_many_loads_come_a_month_is_asked():
    row = {"volume": {"code": "volume_covers", "facts": {"supply_said_per": "batch"}}}
    assert questions(row, "vi") == ["mấy đợt một tháng"]


def test_how_often_goods_come_is_asked_once_where_two_rows_ask_it():
    volume = {"code": "volume_covers", "facts": {"fill": 1.2, "lot_lasts": 2.0}}
    terms = {"code": "terms_none", "facts": {"rhythm": "2 chuyến/tuần", "rhythm_offered": ""}}
    assert questions({"volume": volume}, "vi") == ["bao lâu giao một lần"]
    assert questions({"volume": volume, "terms": terms}, "vi") == ["nhịp giao"]
    assert questions({"volume": volume, "terms": terms}, "en") == ["how often goods are delivered"]


@pytest.mark.parametrize("rhythm", ["thứ 3, thứ 6", "2 chuyến/tuần", "twice a week", "moi ngay 1 chuyen"])
def test_whether_the_lot_holds_or_how_often_is_one_question_with_how_often(rhythm):
    terms = {"code": "terms_none", "facts": {"rhythm": rhythm, "rhythm_offered": ""}}
    volume = {"code": "volume_covers", "facts": {"fill": 1.2, "lot_trip": 7.0}}
    assert questions({"volume": volume, "terms": terms}, "vi") == ["giữ cỡ lô hay giữ nhịp giao"]
    assert questions({"volume": volume, "terms": terms}, "en") == ["whether the lot holds or how often"]
    by = {"code": "terms_none", "facts": {"rhythm": "xe lạnh", "rhythm_offered": ""}}
    assert len(questions({"volume": volume, "terms": by}, "vi")) == 2  # by what goods come is another


def test_who_takes_no_pooled_goods_is_asked_for_a_part_in_every_account():
    part = {"code": "volume_part", "facts": {"fill": 0.6, "pooling": False}}
    assert questions({"volume": part}, "vi") == ["bên mua có lấy 60 % lượng cần không"]
    assert questions({"volume": {**part, "facts": {"fill": 0.95, "pooling": False}}}, "vi") == []


def test_an_invoice_of_another_kind_is_asked_in_the_reason_and_not_in_the_refusal():
    facts = {"invoice": "HDDT_MTT", "invoices_accepted": ["HDDT"]}
    asked = "bên mua có nhận hóa đơn từ máy tính tiền không"
    assert questions({"requirements": {"code": "invoice_refused", "facts": facts}}, "vi") == [asked]
    assert "hỏi" not in sentence("no_invoice", facts, "vi")
    assert sentence("invoice_refused", facts, "vi").endswith("khác loại. Phải hỏi bên mua có nhận không.")
    both = {**facts, "invoices_accepted": ["HDDT", "HDDT_MTT"]}
    assert questions({"requirements": {"code": "papers_complete", "facts": both}}, "vi") == []
