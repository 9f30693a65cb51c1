"""What must change, told with how long it takes and how far it holds."""

import pytest

from matchmaker.wording.reasons import sentence


def test_a_paper_that_must_be_renewed_by_then_too_is_named_in_the_step():
    late = {
        "paper": "OCOP", "in_time": False, "lead_days_low": 90, "lead_days_high": 270, "missed": [12, 1],
        "earliest": "2027-02-19", "renew_too": [{"code": "ATTP", "expires": "2027-02-15"}],
    }  # fmt: skip
    told = sentence("renew_paper", late, "vi")
    assert "Khi ấy phải gia hạn cả ATTP (15/02/2027)" in told
    assert told.startswith("Chỉ kịp cho đợt sau: ")
    assert "must be renewed too" in sentence("renew_paper", late, "en")


def test_a_month_added_tells_how_few_of_those_wanted_it_makes():
    told = sentence("add_month", {"months": [7], "served": 1, "of": 4}, "vi")
    assert told == "Giao lấn sang T7 (mới được 1 trong 4 tháng bên mua cần) là ghép được."


def test_a_paper_too_late_for_the_whole_year_names_no_months():
    late = {"paper": "HC_EU", "in_time": False, "lead_days_low": 365, "lead_days_high": 1095,
            "earliest": "2027-11-27", "missed": list(range(1, 13))}  # fmt: skip
    assert sentence("obtain_paper", late, "vi").endswith("sớm nhất 27/11/2027) là ghép được.")


def test_a_price_that_fits_with_low_freight_alone_says_so():
    facts = {"from": 10000, "to": 7840, "share": 0.216, "unit": "kg"}
    plain = "Hạ giá từ 10.000 đ xuống 7.840 đ/kg (giảm 22 %) là ghép được."
    assert sentence("lower_price", facts, "vi") == plain
    told = sentence("lower_price", facts | {"freight_up_to": 2160, "freight": [2153, 4371]}, "vi")
    assert (
        "(giảm 22 %) là ghép được. Giá ấy chỉ đủ thấp khi cước không quá 2.160 đ/kg, cước ước 2.153–4.371 đ."
        in told
    )


def test_a_paper_that_may_come_too_late_says_so():
    slow = {"paper": "GLOBALGAP", "lead_days_low": 120, "lead_days_high": 270, "earliest": "2027-03-27"}
    told = sentence("obtain_paper", slow | {"in_time": True, "may_miss": [6]}, "vi")
    assert told == "Làm thêm GlobalG.A.P. (thường mất 4–9 tháng) là ghép được. Giấy lâu thì lỡ T6."
    nearly = slow | {"in_time": True, "may_miss": [5], "may_nearly": [6]}
    assert sentence("obtain_paper", nearly, "vi").endswith("Giấy lâu thì lỡ T5 và gần hết T6.")
    assert "May and most of Jun are missed" in sentence("obtain_paper", nearly, "en")
    alone = slow | {"in_time": True, "missed": [4], "nearly_missed": [5], "may_nearly": [6]}
    told = sentence("obtain_paper", alone, "vi")
    assert "Không kịp T4 và gần hết T5; giấy lâu thì lỡ gần hết T6." in told
    late = {"paper": "GLOBALGAP", "lead_days_low": 90, "lead_days_high": 270, "earliest": "2027-02-25",
            "in_time": False, "missed": [12, 1, 2], "days_left": 4}  # fmt: skip
    told = sentence("obtain_paper", late, "vi")
    assert "sớm nhất 25/02/2027) là ghép được. Đợt này khi ấy chỉ còn 4 ngày" in told
    assert "cho đợt sau" in told


def test_a_paper_tells_by_when_to_begin_and_that_the_demand_closes_before_it():
    slow = {"paper": "VIETGAP", "lead_days_low": 90, "lead_days_high": 180, "earliest": "2027-02-25"}
    told = sentence("renew_paper", slow | {"in_time": True, "begin_by": "2027-01-02"}, "vi")
    assert "thường mất 3–6 tháng, phải bắt đầu chậm nhất 02/01/2027" in told
    assert "Nhu cầu chỉ mở đến 28/02/2027, có thể chưa kịp có giấy" in sentence(
        "obtain_paper", slow | {"closes": "2027-02-28"}, "vi"
    )
    assert "Nhu cầu chỉ mở đến 20/02/2027, khi ấy chưa có giấy" in sentence(
        "obtain_paper", slow | {"closes": "2027-02-20"}, "vi"
    )


def test_neighbours_who_pool_must_all_have_the_papers():
    facts = {"from": 300, "to": 900, "unit": "kg", "per": "month"}
    assert "một bên đứng bán, hộ nào cũng đủ giấy, từ 300 kg" in sentence(
        "pool_volume", facts | {"papers": True}, "vi"
    )
    assert "hộ nào" not in sentence("pool_volume", facts, "vi")


def test_a_price_by_the_piece_tells_the_freight_taken_off_or_to_be_taken_off():
    facts = {"from": 25000, "to": 20300, "share": 0.188, "unit": "quả"}
    told = sentence("lower_price", facts | {"freight_each": 615}, "vi")
    assert (
        told
        == "Hạ giá từ 25.000 đ xuống 20.300 đ/quả (giảm 19 %, đã trừ cước nhiều nhất 615 đ/quả) là ghép được."
    )
    open_ = sentence("lower_price", facts | {"freight_left_out": True, "freight_comes_off": True}, "vi")
    assert "xuống 20.300 đ/quả, còn phải trừ cước mỗi quả (giảm ít nhất 19 %)" in open_
    assert "at least 19" in sentence("lower_price", facts | {"freight_comes_off": True}, "en")
    assert "chưa kể cước" in sentence("lower_price", facts | {"freight_left_out": True}, "vi")


@pytest.mark.parametrize(("to", "unit"), [("Huế", "chiếc"), ("Long Biên", "quả"), ("Đà Lạt", "bộ")])
def test_a_price_of_which_no_freight_is_known_comes_down_with_the_freight_in_it(to, unit):
    facts = {"from": 220000, "to": 210000, "share": 0.046, "unit": unit, "freight_left_out": True}
    told = sentence("lower_price", facts | {"freight_to": to}, "vi")
    assert told.startswith(
        f"Hạ giá từ 220.000 đ/{unit} xuống sao cho cả cước tới {to} không quá 210.000 đ/{unit} "
        "(giảm ít nhất 5 %)"
    )
    english = sentence("lower_price", facts | {"freight_to": to}, "en")
    assert f"so that with the freight to {to} it is" in english
    assert "sao cho" not in sentence(
        "lower_price", facts | {"freight_left_out": False, "freight_to": to}, "vi"
    )


GAP = {"lead_days_low": 90, "lead_days_high": 180, "validity_months": 36}


def test_several_papers_are_one_task_and_what_they_miss_is_told_once():
    first = {"paper": "VIETGAP", **GAP, "earliest": "2027-02-25", "missed": [11, 12], "may_miss": [3, 4],
             "closes": "2027-05-31", "in_time": True}  # fmt: skip
    other = {"paper": "GS1", "lead_days_low": 5, "lead_days_high": 15, "missed": [11], "may_miss": [12],
             "earliest": "2026-12-02", "in_time": True}  # fmt: skip
    also = (
        {"code": "issue_invoice", "facts": {"invoice": "HDDT"}},
        {"code": "obtain_paper", "facts": other},
    )
    facts = {"code": "obtain_paper", "also": also, "rows": {}, **first}
    told = sentence("obtain_paper", facts, "vi")
    assert told == (
        "Làm cùng lúc 3 việc thì ghép được: làm thêm VietGAP (3–6 tháng, sớm nhất 25/02/2027), "
        "Mã vạch GS1 (5–15 ngày, sớm nhất 02/12/2026); xuất được hóa đơn điện tử. "
        "Không kịp T11–T12; giấy lâu thì lỡ T3–T4. Nhu cầu chỉ mở đến 31/05/2027, có thể chưa kịp có giấy."
    )
    assert "too late for Nov–Dec" in sentence("obtain_paper", facts, "en").replace("Too", "too")


def test_of_a_long_step_the_amount_and_the_months_are_left_to_the_line_and_the_rows():
    rows = {
        "volume": {"code": "volume_part", "facts": {"fill": 0.4, "pooling": True}},
        "season": {"code": "season_part", "facts": {"common": [6], "wanted": [5, 6, 7]}},
    }
    short = {"code": "obtain_paper", "paper": "VIETGAP", **GAP, "rows": rows}
    assert "Lượng mới được 40 %" in sentence("obtain_paper", short, "vi")
    assert "Mới giao được 1/3 tháng" in sentence("obtain_paper", short, "vi")
    lasting = (("ATTP", 60), ("HACCP", 120), ("GLOBALGAP", 150), ("GACC", 30))
    more = [
        {"code": "obtain_paper", "facts": {"paper": code, **GAP, "lead_days_low": low}}
        for code, low in lasting
    ]
    more += [{"code": "lower_price", "facts": {"from": 10000, "to": 9000, "share": 0.1, "unit": "kg"}}]
    long = sentence("obtain_paper", short | {"also": more}, "vi")
    assert not any(words in long for words in ("40 %", "1/3"))


def test_papers_that_take_alike_are_told_together():
    alike = {"lead_days_low": 90, "lead_days_high": 270, "earliest": "2027-02-25", "in_time": False}
    also = ({"code": "obtain_paper", "facts": {"paper": "PUC_CN", **alike}},)
    told = sentence("obtain_paper", {"code": "obtain_paper", "paper": "PHC_CN", "also": also, **alike}, "vi")
    assert "làm thêm Mã đóng gói TQ, Mã vùng trồng TQ (cùng 3–9 tháng, sớm nhất 25/02/2027)" in told
