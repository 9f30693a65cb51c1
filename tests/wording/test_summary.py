import pytest

from matchmaker.wording.reasons.summary import VETOES, headline
from scoring.profile import VETO_ORDER

VOLUME = {"fill": 1.33, "supply": 60000, "need": 45000, "unit": "kg", "need_unit": "kg", "monthly": False}

PRICE = {"ceiling": 30000, "price_low": 20000, "price_high": 31000, "top_total": 31000, "floor_total": 20000}


@pytest.fixture
def evidence():
    def build(vetoes=(), **codes):
        facts = {
            "volume": VOLUME,
            "season": {"common": [6], "wanted": [6, 7]},
            "logistics": {"km": 192},
            "price": {"ceiling": 30000, "price_low": 20000},
        }
        said = {
            "product": "product_same",
            "volume": "volume_covers",
            "season": "season_part",
            "logistics": "route",
            "price": "price_under",
            "terms": "terms_none",
        }
        rows = (said | codes).items()
        reasons = [{"criterion": name, "code": code, "facts": facts.get(name, {})} for name, code in rows]
        return {"reasons": reasons, "vetoes": list(vetoes)}

    return build


def test_one_line_says_why_the_match_is_there(evidence):
    line = headline(evidence(), "vi")
    assert line == "Đúng hàng; đủ lượng (có 60 tấn, cần 45 tấn); giao 1/2 tháng; 192 km; giá trong trần."
    assert headline(evidence(), "en").startswith(
        "The right product; enough (60 tonnes for 45 tonnes); 1 of 2"
    )


def test_what_is_still_to_be_asked_is_named(evidence):
    told = evidence(terms="terms_unsaid", product="product_generic")
    terms = {"payment_days": 30, "returns": True, "unanswered": ["payment", "returns"]}
    next(row for row in told["reasons"] if row["criterion"] == "terms")["facts"] = terms
    line = headline(told, "vi")
    assert line.startswith("Đúng loại, chưa rõ giống")
    assert line.endswith("Còn phải làm rõ: giống và 2 điều khác.")


def test_of_many_questions_the_weightiest_is_named_and_the_others_counted(evidence):
    told = evidence(terms="terms_unsaid", product="product_generic", season="season_unknown")
    terms = {"payment_days": 30, "returns": True, "unanswered": ["payment", "returns"]}
    next(row for row in told["reasons"] if row["criterion"] == "terms")["facts"] = terms
    line = headline(told, "vi")
    assert line.endswith(". Còn phải làm rõ: giống và 3 điều khác.")
    assert headline(told, "en").endswith("and 3 more.")


def test_a_refused_match_begins_with_what_stands_in_the_way(evidence):
    line = headline(evidence(("missing_cert", "no_invoice"), volume="volume_part"), "vi")
    assert line.startswith("Chưa ghép được: thiếu giấy tờ, không có hóa đơn. Đúng hàng; được 133 % lượng")


def test_a_hidden_price_is_not_hinted_at(evidence):
    told = evidence()
    for row in told["reasons"]:
        row["facts"] = {name: value for name, value in row["facts"].items() if name != "ceiling"}
    assert "giá" not in headline(told, "vi")


@pytest.mark.parametrize(
    ("criterion", "facts", "words"),
    [
        ("product", {"demanded_listed": "all"}, "Đúng một trong các thứ cần;"),
        ("product", {"to_slaughter": True}, "Đúng con, phải giết mổ;"),
        ("product", {"unsaid": ["cổ thụ"]}, "Đúng loại hàng;"),
        ("product", {"demanded_set": True}, "Một món của bộ;"),
        ("volume", VOLUME | {"family": True}, "đủ lượng riêng loại này (có 60 tấn, cần 45 tấn);"),
        ("volume", VOLUME | {"out_of_season": True}, "Đúng hàng; giao 1/2 tháng"),
        ("price", PRICE, "giá trong trần, trừ mức cao nhất"),
        ("price", PRICE | {"carriage_high": 8000}, "chỉ mức giá thấp vừa trần"),
        ("price", PRICE | {"carriage_high": 12000}, "giá chỉ vừa trần ở mức thấp, cước thấp"),
        ("price", PRICE | {"price_high": 20000, "carriage_high": 10001}, "vừa trần nếu cước ở mức thấp"),
        (
            "price",
            PRICE | {"carriage_high": 12000, "basis": "truck_station"},
            "mức giá thấp vừa trần nếu chành xe gần kho bên mua",
        ),
        (
            "price",
            PRICE | {"price_high": 20000, "carriage_high": 10001, "ceiling_basis": "truck_station"},
            "giá chỉ vừa trần nếu chành xe gần vườn bên bán",
        ),
        ("price", PRICE | {"floor_total": 30500}, "giá vượt trần nếu đúng đơn vị"),
        ("price", PRICE | {"top_total": 29000}, "giá trong trần."),
        ("price", {"ceiling": 30000, "price_low": 20000, "live_against_meat": True}, "chưa so được"),
        (
            "price",
            {"ceiling": 30000, "price_low": 20000, "unit": "kg", "live_against_meat": True},
            "chưa rõ giá cân hơi hay cân thịt",
        ),
    ],
)
def test_the_line_promises_no_more_than_the_account(evidence, criterion, facts, words):
    told = evidence()
    next(row for row in told["reasons"] if row["criterion"] == criterion)["facts"] = facts
    assert words in headline(told, "vi")


def test_a_price_without_its_freight_is_told_as_such(evidence):
    told = evidence(price="freight_unknown")
    facts = {"ceiling": 30000, "price_low": 20000, "price_high": 25000}
    next(row for row in told["reasons"] if row["criterion"] == "price")["facts"] = facts
    assert "giá chưa kể cước còn dưới trần" in headline(told, "vi")


LITRES = {"ceiling": 30000, "price_low": 20000, "price_high": 32000, "unit": "lít", "ceiling_unit": "lít",
          "basis": "depot", "ceiling_basis": "delivered", "way_known": True,
          "piece_freight": 3000}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "changes", "words"),
    [
        ("freight_unknown", {}, "giá trong trần, trừ mức cao nhất"),
        ("freight_unknown", {"piece_freight": 9000}, "chỉ mức giá thấp vừa trần"),
        ("freight_unknown", {"piece_freight": 12000}, "chưa kể cước, chỉ mức giá thấp dưới trần"),
        ("freight_unknown", {"price_high": 27000}, "giá trong trần;"),
        ("freight_unknown", {"price_low": 30500}, "giá vượt trần nếu đúng đơn vị"),
        ("price_units_differ", {"pieces_brought": [31000, 40000]}, "giá đọc cách nào cũng vượt trần"),
        ("price_units_differ", {"pieces_brought": [29000, 40000]}, "giá quy ra có mức vượt trần"),
    ],
)
def test_a_range_above_the_ceiling_is_told_in_other_units_too(evidence, code, changes, words):
    told = evidence(price=code)
    unit = {"unit": "kg"} if code == "price_units_differ" else {}
    facts = LITRES | unit | {"floor_total": 20000} | changes
    next(row for row in told["reasons"] if row["criterion"] == "price")["facts"] = facts
    assert words in headline(told, "vi").replace(".", ";")


def test_the_line_counts_no_month_for_which_the_papers_come_too_late(evidence):
    told = evidence(("missing_cert",))
    season = {"common": [11, 12, 1], "wanted": [11, 12, 1], "if_papers": True, "days_left": 4}
    next(row for row in told["reasons"] if row["criterion"] == "season")["facts"] = season
    told["missing"] = {"code": "obtain_paper", "facts": {"in_time": True, "missed": [11]}}
    assert "giao 2/3 tháng nếu đủ giấy (T11 không kịp giấy);" in headline(told, "vi")
    told["missing"]["facts"]["may_miss"] = [12]
    line = headline(told, "vi")
    assert "giao 2/3 tháng nếu kịp giấy (T11 không kịp giấy);" in line
    told["missing"]["facts"] |= {"may_miss": [], "may_nearly": [12]}
    assert "giao 2/3 tháng nếu kịp giấy (T11 không kịp giấy);" in headline(told, "vi")
    told["missing"]["facts"] |= {"nearly_missed": [12], "may_nearly": []}
    assert "giao 2/3 tháng nếu đủ giấy (T11 và gần hết T12 không kịp giấy);" in headline(told, "vi")
    told["missing"]["facts"] |= {"may_miss": [12], "nearly_missed": []}
    season["lacks"] = [["early", 12, 1]]
    assert "nếu kịp giấy (không trọn tháng; T11 không kịp giấy);" in headline(told, "vi")


def test_every_veto_has_its_short_name():
    assert set(VETOES) == set(VETO_ORDER)


def test_a_refused_match_names_the_question_that_could_still_overturn_it(evidence):
    told = evidence(("missing_cert",), requirements="papers_missing")
    papers = {"invoice": None, "invoices_accepted": ["HDDT"]}
    next(row for row in told["reasons"] if row["criterion"] == "requirements")["facts"] = papers
    assert "còn phải hỏi" not in headline(told, "vi")  # nothing can be done about it: nothing is asked
    told["missing"] = {"code": "obtain_paper", "facts": {}}
    assert headline(told, "vi").endswith("giá trong trần. Trước hết phải làm rõ hóa đơn.")


def test_a_set_with_one_price_is_the_right_product(evidence):
    told = evidence()
    facts = {"offered_listed": "all", "offered_set": True, "demanded_set": True}
    told["reasons"][0]["facts"] = facts
    assert headline(told, "vi").startswith("Đúng hàng;")


LAPSING = [{"code": "VIETGAP", "expires": "2027-06-10", "covers": [5]}]


@pytest.mark.parametrize("veto", ["wrong_form", "wrong_product"])
def test_of_other_goods_no_month_amount_or_price_is_told(evidence, veto):
    told = headline(evidence(vetoes=(veto,), product="product_other_form"), "vi")
    assert "tháng" not in told
    assert "192 km" in told


def test_the_line_names_the_papers_on_which_the_other_months_hang(evidence):
    told = evidence(requirements="papers_lapse")
    rows = {row["criterion"]: row for row in told["reasons"]}
    rows["requirements"]["facts"] = {"lapsing": LAPSING}
    rows["season"]["facts"] = {"common": [5], "barred": [6, 7], "wanted": [5, 6, 7]}
    assert "muốn giao T6–T7 phải gia hạn VietGAP (đến 10/06/2027)" in headline(told, "vi")
    told["vetoes"] = ["price_over"]
    assert "gia hạn" not in headline(told, "vi")  # nothing can be done about the price: none is renewed


def test_the_line_says_where_papers_come_too_late(evidence):
    told = evidence(("missing_cert",))
    told["missing"] = {"code": "obtain_paper", "facts": {"in_time": False}}
    assert "đợt này không kịp giấy" in headline(told, "vi")
    told["missing"]["facts"] = {"in_time": True}
    assert "không kịp" not in headline(told, "vi")


def test_no_months_are_promised_where_the_papers_come_too_late(evidence):
    told = evidence(("missing_cert",))
    rows = {row["criterion"]: row for row in told["reasons"]}
    rows["season"]["facts"] = {"common": [11], "wanted": [11], "if_papers": True}
    told["missing"] = {"code": "obtain_paper", "facts": {"in_time": False}}
    line = headline(told, "vi")
    assert "đợt này không kịp giấy" in line
    assert "giao 1/1" not in line


def test_goods_that_arrive_with_hardly_the_life_wanted_are_told_so_in_the_line(evidence):
    told = evidence(freshness="fresh_tight")
    told["reasons"][-1]["facts"] = {"left_low": 3.1, "left_high": 3.8, "left": 3.1, "wanted": 3}
    assert "192 km; tới nơi còn 3,1–3,8 ngày: sát hạn; giá" in headline(told, "vi")
    assert "left on arrival: tight" in headline(told, "en")


def test_nothing_is_renewed_for_months_that_the_papers_miss_anyway(evidence):
    told = evidence(("cert_expired",), requirements="papers_lapse")
    rows = {row["criterion"]: row for row in told["reasons"]}
    rows["requirements"]["facts"] = {"lapsing": LAPSING}
    rows["season"]["facts"] = {"common": [5], "barred": [6, 7], "wanted": [5, 6, 7]}
    told["missing"] = {"code": "renew_paper", "facts": {"in_time": False}}
    assert "phải gia hạn" not in headline(told, "vi")


def _line(vetoes=(), **rows):
    reasons = [{"criterion": name, **row} for name, row in rows.items()]
    codes = [veto["code"] for veto in vetoes]
    return headline({"reasons": reasons, "vetoes": codes, "veto_facts": list(vetoes), "missing": None}, "vi")


def test_goods_of_which_something_is_asked_are_not_called_the_right_ones():
    plain = {"code": "product_same", "facts": {}}
    assert _line(product=plain).startswith("Đúng hàng")
    clause = {"says": "unsaid", "asks": "từ 1 kg"}
    told = _line(product={**plain, "facts": {"spec": [clause]}})
    assert told == "Đúng mặt hàng. Còn phải làm rõ: quy cách “từ 1 kg”."
    refused = _line(({"code": "price_over", "facts": {}},), product={**plain, "facts": {"spec": [clause]}})
    assert "Đúng mặt hàng, còn xem quy cách" in refused  # where the question is not told
    grade = {"demanded_grade": ["1"], "offered_grade": ["2"]}
    assert _line(product={**plain, "facts": grade}).startswith(
        "Đúng mặt hàng, khác hạng (loại 2, cần loại 1)"
    )
    assert _line(product={**plain, "facts": {"frozen_unasked": "other"}}).startswith(
        "Đúng mặt hàng, còn điều phải hỏi"
    )


def test_amounts_that_are_not_compared_stand_in_the_line_all_the_same():
    facts = {"supply_said": 4000, "supply_said_unit": "quả", "need_said": 3, "need_said_unit": "tấn",
             "supply": 4000, "unit": "quả", "need": 3000, "need_unit": "kg"}  # fmt: skip
    told = _line(volume={"code": "volume_units_differ", "facts": facts})
    assert told.startswith("Có 4.000 quả, cần 3 tấn: chưa quy đổi được")
    assert _line(volume={"code": "volume_unsaid", "facts": {}}).startswith("Chưa rõ sản lượng")


def test_too_many_obstacles_for_one_match_are_counted_in_the_line():
    papers = {"code": "missing_cert", "facts": {"missing": ["ATTP", "GS1", "TCB", "OCOP", "OCOP_STARS"]}}
    invoice = {"code": "no_invoice", "facts": {}}
    assert "Vướng 5 chỗ cùng lúc: quá nhiều việc, nên tìm mối khác" in _line((papers, invoice))
    assert "cùng lúc" not in _line((papers,))
    assert "cùng lúc" not in _line((papers, invoice, {"code": "wrong_form", "facts": {}}))


def test_where_the_months_left_hang_on_papers_no_count_of_none_is_told():
    season = {"common": [12], "wanted": [12, 1, 2, 3, 4, 5], "barred": [4, 5], "offered": [12, 4, 5]}
    lapsing = [{"code": "ATTP", "expires": "2027-01-31", "covers": [12]}]
    step = {"code": "obtain_paper", "facts": {"paper": "GS1", "in_time": True, "missed": [12]}}
    reasons = [
        {"criterion": "season", "code": "season_part", "facts": season},
        {"criterion": "requirements", "code": "papers_missing", "facts": {"lapsing": lapsing}},
    ]
    told = headline({"reasons": reasons, "vetoes": ["missing_cert"], "missing": step}, "vi")
    assert "T12 không kịp giấy; muốn giao T4–T5 phải gia hạn ATTP" in told
    assert "0/6" not in told


def test_an_invoice_of_another_kind_is_not_called_none():
    for invoice, words in (("HDDT_MTT", "loại hóa đơn bên mua không nhận"), ("KHONG", "không có hóa đơn")):
        facts = {"invoice": invoice, "invoices_accepted": ["HDDT", "BANG_KE"]}
        row = {"criterion": "requirements", "code": "invoice_refused", "facts": facts}
        line = headline({"reasons": [row], "vetoes": ["no_invoice"]}, "vi")
        assert line.startswith(f"Chưa ghép được: {words}")
