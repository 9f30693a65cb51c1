"""What a step leaves open is said with it: questions, and what no part of it settles."""

import pytest

from matchmaker.wording.reasons import sentence
from scoring.exclusions import is_refusal


def _step(paper: str = "ATTP", **requirements: object) -> str:
    rows = {"requirements": {"code": "papers_missing", "facts": requirements}}
    return sentence("obtain_paper", {"code": "obtain_paper", "paper": paper, "rows": rows}, "vi")


def test_a_step_is_no_promise_where_the_amounts_cannot_be_compared():
    step = {"paper": "HACCP", "amounts_differ": True}
    assert sentence("obtain_paper", step, "vi") == (
        "Làm thêm HACCP là hết vướng. Lượng hai bên khác đơn vị, còn phải hỏi quy đổi xem có đủ không."
    )
    assert "ask first whether there is enough" in sentence("obtain_paper", step, "en")


def test_a_step_tells_what_is_still_to_be_asked_once_the_obstacle_is_gone():
    rows = {
        "product": {"code": "product_generic", "facts": {}},
        "price": {"code": "price_unsaid", "facts": {}},
    }
    step = {"paper": "HACCP", "code": "obtain_paper", "rows": rows}
    assert (
        sentence("obtain_paper", step, "vi")
        == "Làm thêm HACCP là hết vướng về giấy tờ. Còn phải làm rõ: giống, giá."
    )
    late = {
        "paper": "HACCP",
        "in_time": False,
        "lead_days_low": 10,
        "lead_days_high": 20,
        "earliest": "2027-03-01",
    }
    assert "Chỉ kịp cho đợt sau: làm thêm HACCP" in sentence("obtain_paper", late, "vi")


def test_a_step_asks_for_the_invoice_and_says_that_it_may_still_be_in_the_way():
    assert (
        _step(invoice=None, invoices_accepted=["HDDT"])
        == "Làm thêm ATTP là hết vướng về giấy tờ. Còn phải làm rõ: hóa đơn. Không có hóa đơn thì vẫn vướng."
    )
    assert _step(invoice=None, invoices_accepted=["HDDT", "BANG_KE"]).endswith("Còn phải làm rõ: hóa đơn.")
    assert _step(invoice="HDDT", invoices_accepted=["HDDT"]) == "Làm thêm ATTP là ghép được."
    assert _step(invoice=None, invoices_accepted=[]) == "Làm thêm ATTP là ghép được."


def test_a_step_names_the_specification_that_no_paper_meets():
    clause = {"says": "unmet", "asks": "từ 35 độ đạm", "offered": "độ đạm 25"}
    rows = {"product": {"code": "product_variety", "facts": {"spec": [clause]}}}
    facts = {"code": "obtain_paper", "paper": "ATTP", "rows": rows}
    assert sentence("obtain_paper", facts, "vi") == (
        "Hỏi trước bên mua có nhận “độ đạm 25” thay cho “từ 35 độ đạm” không. "
        "Nếu nhận, làm thêm ATTP là ghép được."
    )
    assert "the buyer takes “độ đạm 25” for “từ 35 độ đạm”" in sentence("obtain_paper", facts, "en")


def test_a_step_names_the_papers_that_lapse_after_it_and_the_slaughter():
    lapsing = [{"code": "VIETGAP", "expires": "2027-01-10", "covers": [12]}]
    assert _step("GS1", lapsing=lapsing).endswith(
        "là hết vướng về giấy tờ. Giao sau đó phải gia hạn cả VietGAP (đến 10/01/2027)."
    )
    assert "gia hạn cả" not in _step("VIETGAP", lapsing=lapsing)
    rows = {"product": {"code": "product_same", "facts": {"to_slaughter": True}}}
    told = sentence("obtain_paper", {"code": "obtain_paper", "paper": "ATTP", "rows": rows}, "vi")
    assert told == (
        "Làm thêm ATTP là hết vướng về giấy tờ. Phải giết mổ tại cơ sở có kiểm soát giết mổ. "
        "Còn phải làm rõ: bên nào giết mổ."
    )


def test_goods_of_a_past_harvest_are_asked_for_what_is_left_of_them():
    rows = {"product": {"code": "product_same", "facts": {}}}
    facts = {"code": "add_month", "months": [12], "stored": True, "kept_from": [3, 4, 5], "rows": rows}
    told = sentence("add_month", facts, "vi")
    assert told.startswith(
        "Bên bán còn hàng T3–T5 trữ lại để giao T12 là hết vướng về mùa vụ. Còn phải làm rõ: vụ vừa rồi"
    )
    assert told.endswith("còn bao nhiêu hàng trữ.")
    assert sentence("add_month", {**facts, "kept_from": None}, "vi").startswith("Trữ hàng để giao T12")


def test_a_paper_step_says_where_the_price_is_above_the_ceiling_however_it_is_read():
    price = {"unit": "kg", "ceiling_unit": "kg", "unit_assumed": True, "floor_total": 8777, "ceiling": 8000,
             "price_low": 8000, "price_high": 10000}  # fmt: skip
    rows = {"price": {"code": "price_range_over", "facts": price}}
    step = {"code": "obtain_paper", "paper": "CK_ATTP", "rows": rows}
    assert sentence("obtain_paper", step, "vi").startswith(
        "Làm thêm Cam kết ATTP mới xong một phần. Nếu đúng là giá một kg thì giá chào vượt trần, còn phải hạ"
    )
    rows["price"]["facts"] = price | {"ceiling_unit": "quả", "pieces_brought": [8100, 9900]}
    assert "Giá chào đọc cách nào cũng vượt trần" in sentence("obtain_paper", step, "vi")
    also = [{"code": "issue_invoice", "facts": {"invoice": "HDDT"}}]
    told = sentence("obtain_paper", step | {"also": also}, "vi")
    assert told.startswith("Làm cùng lúc 2 việc mới xong một phần: làm thêm Cam kết ATTP; xuất")
    rows["price"]["facts"] = price | {"floor_total": 7900}
    assert "vượt trần" not in sentence("obtain_paper", step, "vi")


def _told(code: str = "issue_invoice", also: tuple = (), **rows: dict) -> str:
    """The sentence of a step, with the rows of its account by their criteria."""
    facts = {"code": code, "invoice": "HDDT", "paper": "ATTP", "also": also, "rows": rows}
    return sentence(code, facts, "vi")


def test_a_step_says_of_what_alone_it_takes_the_obstacle_away():
    price = {"code": "price_unsaid", "facts": {}}
    also = ({"code": "issue_invoice", "facts": {"invoice": "HDDT"}},
            {"code": "accept_term", "facts": {"term": "payment", "from": 5, "to": 30}})  # fmt: skip
    told = _told("obtain_paper", also, price=price)
    assert told.startswith("Làm cùng lúc 3 việc thì hết vướng về giấy tờ, hóa đơn và hạn trả tiền: làm thêm")
    assert told.endswith(". Còn phải làm rõ: giá.")
    assert _told(price=price).endswith("là hết vướng về hóa đơn. Còn phải làm rõ: giá.")
    assert _told().endswith("là ghép được.")


@pytest.mark.parametrize(
    ("code", "facts", "asked"),
    [
        ("product_sibling", {"offered": "cam xoàn"}, "có nhận “cam xoàn” không"),
        (
            "product_same",
            {"offered": "mật ong Sơn La", "region_asked": True},
            "có nhận “mật ong Sơn La” không",
        ),
        ("product_apart", {"apart": [{"offered": "vụn", "asks": "nguyên hạt"}]}, "có nhận “vụn” không"),
        (
            "product_same",
            {"demanded_grade": ["1"], "offered_grade": ["2"]},
            "có nhận loại 2 không",
        ),
    ],
)
def test_where_the_buyer_may_not_want_such_goods_he_is_asked_before_anybody_does_anything(code, facts, asked):
    told = _told(product={"code": code, "facts": facts})
    assert told.startswith(f"Hỏi trước bên mua {asked}")
    assert ". Nếu nhận, xuất được hóa đơn điện tử" in told


def test_who_takes_no_pooled_goods_is_asked_whether_a_part_will_do():
    volume = {"code": "volume_part", "facts": {"fill": 0.6, "pooling": False}}
    assert _told(volume=volume).endswith("Còn phải làm rõ: bên mua có lấy 60 % lượng cần không.")
    assert "có lấy" not in _told(volume={**volume, "facts": {"fill": 0.93, "pooling": False}})
    assert "có lấy" not in _told(volume={**volume, "facts": {"fill": 0.6, "pooling": True}})


def test_a_step_names_two_questions_in_a_few_words_and_leaves_more_to_the_table():
    rows = {
        "product": {"code": "product_generic", "facts": {}},
        "volume": {"code": "volume_unsaid", "facts": {}},
        "season": {"code": "season_unknown", "facts": {}},
        "price": {"code": "price_unsaid", "facts": {}},
    }
    assert _told(**rows).endswith(". Cùng lúc, làm rõ các điều còn hỏi.")
    assert _told(product=rows["product"], price=rows["price"]).endswith(". Còn phải làm rõ: giống, giá.")
    spec = [{"says": "unsaid", "asks": f"một điều thật dài thứ {n} trong quy cách"} for n in (1, 2)]
    long = _told(product={"code": "product_same", "facts": {"spec": spec}})
    assert long.endswith(". Cùng lúc, làm rõ các điều còn hỏi.")


def test_a_step_says_what_a_small_amount_still_needs_beside_it():
    volume = {"code": "volume_part", "facts": {"fill": 0.13, "pooling": True}}
    assert _told(volume=volume).endswith("là hết vướng về hóa đơn. Lượng mới được 13 %, phải gom thêm.")
    pooled = ({"code": "pool_volume", "facts": {"from": 1, "to": 2, "unit": "tấn"}},)
    assert "gom thêm" not in _told(also=pooled, volume=volume)


@pytest.mark.parametrize(
    ("asks", "refused"),
    [
        ("không lấy hàng đông lạnh", True),
        ("khong nhan bao cu", True),
        ("không quá 5 % tấm", False),
        ("khong duoi 30 do", False),
        ("từ 35 độ đạm", False),
        ("No printed batik", True),
        ("quả nám thì không nhận", True),
        ("trừ hàng lẫn cọng", True),
        ("ETO treated goods will be rejected", True),
        ("cấm pha bột sắn", True),
        ("cam loại 1", False),
        ("no more than 5 % broken", False),
    ],
)
def test_who_refuses_goods_is_not_asked_whether_he_takes_them(asks, refused):
    clause = {"says": "unmet", "asks": asks, "offered": "thứ khác", "refused": is_refusal(asks)}
    told = _told(product={"code": "product_variety", "facts": {"spec": [clause]}})
    assert ("phải đổi hàng trước đã" in told) is refused
    assert told.startswith("Hỏi trước bên mua có nhận “thứ khác”") is not refused


def test_a_paper_that_may_come_after_all_of_a_delivery_says_so():
    paper = {"paper": "ATTP", "in_time": True, "lead_days_low": 15, "lead_days_high": 45, "may_miss": [12],
             "earliest": "2026-12-12"}  # fmt: skip
    for whole, words in ((True, "Giấy lâu thì lỡ cả đợt này."), (False, "Giấy lâu thì lỡ T12.")):
        facts = {"code": "obtain_paper", "rows": {}, "may_miss_all": whole, **paper}
        assert sentence("obtain_paper", facts, "vi").endswith(words)


def test_a_step_for_a_next_time_that_the_demand_does_not_reach_asks_for_it():
    paper = {"paper": "OCOP", "in_time": False, "lead_days_low": 90, "lead_days_high": 270, "missed": [12],
             "earliest": "2027-02-25", "ends_before_next": "2027-09-28"}  # fmt: skip
    told = sentence("obtain_paper", {"code": "obtain_paper", "rows": {}, **paper}, "vi")
    assert told.endswith("Nhu cầu chỉ mở đến 28/09/2027: hỏi bên mua đợt sau có mua nữa không.")
    assert "closes on 28 Sep 2027" in sentence(
        "obtain_paper", {"code": "obtain_paper", "rows": {}, **paper}, "en"
    )


def test_what_is_stored_for_the_next_round_is_not_asked_for_now():
    late = {"paper": "OCOP", "in_time": False, "lead_days_low": 90, "lead_days_high": 270, "missed": [12],
            "earliest": "2027-02-19"}  # fmt: skip
    kept = {"code": "add_month", "facts": {"months": [12], "stored": True, "kept_from": [3, 4]}}
    rows = {"season": {"code": "season_none", "facts": {"left_over": [12]}}}
    told = sentence("obtain_paper", {"code": "obtain_paper", "also": [kept], "rows": rows, **late}, "vi")
    assert told.startswith("Chỉ kịp cho đợt sau: làm cùng lúc 2 việc thì ghép được")
    assert "trữ hàng T3–T4 để giao đợt ấy" in told
    assert "vụ vừa rồi" not in told


def test_a_step_that_serves_few_of_the_months_says_so():
    season = {"code": "season_part", "facts": {"common": [6], "wanted": [1, 2, 3, 4, 5, 6]}}
    assert _told(season=season).endswith("là hết vướng về hóa đơn. Mới giao được 1/6 tháng bên mua cần.")
    added = ({"code": "add_month", "facts": {"months": [5]}},)
    assert "mới giao được 1/6" not in _told(also=added, season=season)


def test_a_paper_that_lapses_before_another_is_there_must_be_renewed_beside_it():
    lapsing = [{"code": "ATTP", "expires": "2027-01-15", "covers": [12]}]
    rows = {"requirements": {"code": "papers_missing", "facts": {"lapsing": lapsing}}}
    step = {
        "code": "obtain_paper",
        "paper": "HACCP",
        "rows": rows,
        "lead_days_low": 60,
        "lead_days_high": 150,
    }
    told = sentence("obtain_paper", step | {"earliest": "2027-01-26", "in_time": True}, "vi")
    assert "Có giấy mới thì đã tới lúc phải gia hạn cả ATTP (đến 15/01/2027)" in told


@pytest.mark.parametrize(
    ("paper", "of_papers", "asked"),
    [
        ("VIETGAP", ["VIETGAP"], True),
        ("HC_EU", ["HC_", "PGS"], True),
        ("PUC_CN", ["PUC_"], True),
        ("VIETGAP", ["OCOP"], False),
        ("VIETGAP", [], False),
    ],
)
def test_a_new_paper_under_way_is_asked_for_its_day(paper, of_papers, asked):
    note = {"side": "offer", "words": "đang làm", "asked": True, "underway": True, "of_papers": of_papers}
    rows = {"requirements": {"code": "papers_missing", "facts": {"notes": [note]}}}
    step = {"code": "obtain_paper", "paper": paper, "rows": rows, "lead_days_low": 90, "lead_days_high": 180}
    told = sentence("obtain_paper", step | {"earliest": "2027-02-25", "in_time": False}, "vi")
    assert ("phải hỏi ngày có kết quả" in told, "25/02/2027" in told) == (asked, not asked)
    assert told.startswith("Chỉ kịp cho đợt sau") is not asked
    assert ("“đang làm” bao giờ có kết quả" in told) is not asked  # the step asks for it already


def test_a_renewal_under_way_is_asked_for_its_day_and_not_reckoned_from_today():
    note = {"side": "offer", "words": "đang làm lại", "asked": True, "underway": True}
    rows = {"requirements": {"code": "papers_expired", "facts": {"notes": [note]}}}
    step = {
        "code": "renew_paper",
        "paper": "VIETGAP",
        "rows": rows,
        "lead_days_low": 90,
        "lead_days_high": 180,
    }
    step |= {"earliest": "2027-02-25", "in_time": False, "lapses_on": "2026-12-15"}
    told = sentence("renew_paper", step, "vi")
    assert told.startswith(
        "Gia hạn VietGAP (bên bán ghi đang làm, phải hỏi ngày có kết quả) là ghép được. "
        "Giấy cũ chỉ giao được đến 15/12/2026"
    )
    assert "đợt sau" in sentence("renew_paper", step | {"rows": {}}, "vi")


def test_months_of_the_next_season_are_told_apart_from_those_of_this_one():
    facts = {"common": [11, 12, 7, 8, 9, 10], "over": [7, 8, 9, 10], "wanted": [11, 12, 6, 7, 8, 9, 10]}
    season = {"code": "season_part", "facts": facts}
    assert _told(season=season).endswith(
        ". Đợt này mới giao được T11–T12 (2/7 tháng bên mua cần), cả vụ sau T7–T12. "
        "Còn phải làm rõ: vụ này còn bao nhiêu hàng."
    )
    lost = {"code": "season_part", "facts": {**facts, "too_late": [11]}}
    assert "Đợt này mới giao được T12 (1/7 tháng bên mua cần), cả vụ sau T7–T12" in _told(season=lost)


def test_a_step_counts_no_month_that_its_papers_or_the_way_miss():
    season = {"code": "season_part", "facts": {"common": [12, 8, 9, 10, 11], "wanted": list(range(1, 13))}}
    late = {"code": "obtain_paper", "facts": {"paper": "ATTP", "missed": [11]}}
    assert "Mới giao được 4/12 tháng bên mua cần" in _told(also=(late,), season=season)
    begun = {"code": "requirements", "facts": {"notes": [{"underway": True, "asked": False}]}}
    renewed = {"code": "renew_paper", "facts": {"paper": "ATTP", "missed": [11]}}
    assert "Mới giao được 5/12" in _told(also=(renewed,), season=season, requirements=begun)
    all_but_one = {"common": [11, 12], "wanted": [11, 12], "too_late": [11]}
    assert "1/2 tháng" in _told(season={"code": "season_part", "facts": all_but_one})


def test_a_step_that_comes_too_late_counts_the_months_of_the_next_delivery():
    season = {"code": "season_part", "facts": {"common": [12], "wanted": [12, 1]}}
    late = {"paper": "OCOP", "in_time": False, "lead_days_low": 90, "lead_days_high": 270, "missed": [12],
            "earliest": "2027-02-19", "code": "obtain_paper", "rows": {"season": season}}  # fmt: skip
    assert sentence("obtain_paper", late, "vi").endswith(". Đợt sau giao được 1/2 tháng bên mua cần.")
    assert sentence("obtain_paper", late, "en").endswith(". Next time that serves 1 of the 2 months.")


@pytest.mark.parametrize(
    ("volume", "then"),
    [
        ({"fill": 0.06}, "Gom thế mới được 30 % lượng cần"),
        ({"fill": 0.1}, "Gom thế mới được 50 % lượng cần"),
        ({"fill": 0.19}, ""),  # as good as all of it
        ({"fill": 0.06, "supply_listed": True}, ""),  # the share itself is a bound
        ({}, ""),
    ],
)
def test_a_pool_that_only_makes_up_a_lot_is_told_with_what_it_fills(volume, then):
    rows = {"volume": {"code": "volume_small", "facts": volume}}
    step = {"code": "pool_volume", "from": 30, "to": 150, "unit": "bộ", "per": "month", "rows": rows}
    told = sentence("pool_volume", step, "vi")
    assert then in told if then else "om thế" not in told
    assert ("So pooled it is" in sentence("pool_volume", step, "en")) == bool(then)
