"""Months that are served in part are told with the seller's words and what must come from elsewhere."""

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.summary import headline

FACTS = {"offered": [6, 7], "wanted": [6, 7], "common": [6, 7], "season_said": "10/6 - 15/7",
         "lacks": [["before", 6, 10], ["after", 7, 15]]}  # fmt: skip


FULL_MOON = {"words": "rằm tháng Chạp", "from": "2027-01-22", "to": "2027-01-22"}


def test_part_of_a_month_is_no_whole_one():
    said = sentence("season_all", FACTS, "vi")
    assert "giao đủ cả" not in said
    assert "Bên bán ghi “10/6 - 15/7”: trước 10/6 và sau 15/7 phải tìm nguồn khác." in said
    assert "another source for before 10" in sentence("season_all", FACTS, "en")


def test_the_current_month_tells_its_days_left():
    facts = {"offered": [11, 12], "wanted": [11, 12], "common": [11, 12], "days_left": 4}
    assert "T11 chỉ còn 4 ngày" in sentence("season_all", facts, "vi")
    row = {"criterion": "season", "code": "season_all", "facts": facts}
    assert headline({"reasons": [row]}, "vi") == "Giao 2/2 tháng."


def test_a_harvest_asks_until_when_the_goods_are_sold():
    facts = {"offered": [10], "wanted": [10], "common": [10], "stored": True, "harvest_said": "thu hoạch T10"}
    assert "phải hỏi bán đến tháng nào" in sentence("season_all", facts, "vi")


def test_a_season_with_one_end_is_told_as_it_is_said_and_asked():
    facts = {"offered": [11, 12, 1, 2], "wanted": [12, 1], "common": [12, 1], "open_side": "end",
             "open_month": 11}  # fmt: skip
    assert sentence("season_all", facts, "vi") == (
        "Có hàng từ T11, bên mua cần T12–T1: giao đủ cả 2 tháng. "
        "Bên bán chỉ nói từ T11, phải hỏi bán đến tháng nào."
    )
    harvest = {**facts, "open_by_harvest": True}
    assert "Có hàng T11–T2" in sentence("season_all", harvest, "vi")
    assert "phần còn lại theo lịch mùa vụ" in sentence("season_all", harvest, "vi")
    start = {**facts, "open_side": "start", "open_month": 3}
    assert sentence("season_open", {**start, "wanted_from": 12}, "en").startswith("In supply until Mar")
    row = {"criterion": "season", "code": "season_all", "facts": {**facts, "wanted_from": 12}}
    asked = headline({"reasons": [row]}, "vi")
    assert asked == "Giao 2/2 tháng. Còn phải làm rõ: bán đến tháng nào, nhận đến tháng nào."


def test_months_that_are_over_wait_for_the_next_season():
    facts = {"offered": [11, 9, 10], "wanted": [11, 10], "common": [11, 10], "over": [10], "days_left": 9}
    told = sentence("season_all", facts, "vi")
    assert "chỉ còn T11, cả vụ sau thì đủ 2 tháng. T11 chỉ còn 9 ngày. T10 phải đợi vụ sau." in told
    row = {"criterion": "season", "code": "season_all", "facts": facts}
    assert headline({"reasons": [row]}, "vi") == (
        "Đợt này giao T11 (1/2 tháng), cả vụ sau đủ T10–T11. Còn phải làm rõ: vụ này còn bao nhiêu hàng."
    )


def test_by_when_both_must_agree_is_told_in_the_line():
    facts = {"offered": [12], "wanted": [12], "common": [12], "stands_until": "2026-12-15",
             "stands_shortly": True, "demand_lapsed": "2026-11-20"}  # fmt: skip
    told = sentence("season_all", facts, "vi")
    assert "Phải chốt chậm nhất 15/12/2026, ngày lời chào hết hiệu lực." in told
    assert "Nhu cầu đã hết hạn 20/11/2026, phải hỏi còn không" in told
    row = {"criterion": "season", "code": "season_all", "facts": facts}
    line = headline({"reasons": [row]}, "vi")
    assert "phải chốt chậm nhất 15/12/2026. Còn phải làm rõ: nhu cầu đã hết hạn còn mua không." in line
    assert "phải chốt" not in headline({"reasons": [row], "vetoes": ["price_over"]}, "vi")
    step = {"code": "lower_price", "facts": {}}
    refused = {"reasons": [row], "vetoes": ["price_over"], "missing": step}
    assert "phải chốt chậm nhất 15/12/2026" in headline(refused, "vi")


def test_months_that_are_over_are_neither_served_nor_lacking():
    facts = {"offered": [11, 10], "wanted": [11, 12, 10], "common": [11, 10], "over": [10]}
    told = sentence("season_part", facts, "vi")
    assert ": giao được T11 (1 trong 3 tháng cần, cả vụ sau thì 2: T10–T11). T12 phải tìm nguồn khác." in told
    assert told.endswith("T10 phải đợi vụ sau.")


def test_a_harvest_and_the_next_month_of_supply_are_told():
    facts = {"offered": list(range(1, 13)), "harvested": [5, 6], "harvest_said": "thu hoạch T5-6"}
    assert sentence("season_open", facts, "vi").startswith("Có hàng thu T5–T6, bên mua chưa nêu tháng nhận")
    assert "Sớm nhất T6." in sentence("season_open", {"offered": [6, 7], "from_month": 6}, "vi")


def test_months_of_goods_that_are_there_all_year_lie_ahead_in_the_next_year():
    facts = {"offered": list(range(1, 13)), "wanted": [11, 12, 10], "common": [11, 12, 10],
             "next_year": [10], "year": 2027}  # fmt: skip
    told = sentence("season_all", facts, "vi")
    assert told.endswith("giao đủ cả 3 tháng. T10 tính năm 2027.")
    row = {"criterion": "season", "code": "season_all", "facts": facts}
    assert headline({"reasons": [row]}, "vi") == "Giao 3/3 tháng."


def test_days_stand_beside_the_months_that_they_narrow():
    facts = {"offered": [12, 1], "wanted": [12, 1], "common": [12, 1],
             "wanted_days": ["2026-12-10", "2027-01-15"], "offered_days": [None, "2027-01-31"]}  # fmt: skip
    told = sentence("season_all", facts, "vi")
    assert told.startswith("Có hàng T12–T1 (đến 31/01/2027), bên mua cần T12–T1 (10/12/2026–15/01/2027)")
    assert "until 31 Jan 2027" in sentence("wrong_season", facts, "en")


def test_months_of_one_year_are_not_joined_round_its_end():
    year = {"wanted": [1, *range(3, 13)], "wanted_days": ["2027-01-01", "2027-12-31"], "offered": [2]}
    assert "bên mua cần T1, T3–T12 (01/01/2027–31/12/2027)" in sentence("wrong_season", year, "vi")


def test_lunar_words_and_a_deadline_are_told_as_solar_days():
    facts = {"offered": [1], "wanted": [1], "common": [1], "deadline": "2027-01-20",
             "deadline_words": "giao trước 20/1", "days_late": 2, "offered_lunar": FULL_MOON}  # fmt: skip
    told = sentence("season_all", facts, "vi")
    assert "Bên bán ghi “rằm tháng Chạp”, tức khoảng 22/01/2027" in told
    assert "Bên mua ghi “giao trước 20/1”, hạn 20/01/2027: sớm nhất cũng trễ 2 ngày" in told
    row = {"criterion": "season", "code": "season_all", "facts": facts}
    assert "giao sớm hơn được không" in headline({"reasons": [row]}, "vi")
    in_time = {**facts, "days_late": None, "in_time": True}
    assert "hạn 20/01/2027: kịp" in sentence("season_all", in_time, "vi")
    opened = {**facts, "open_side": "start", "open_month": 1}
    assert "tức đến khoảng 22/01/2027" in sentence("season_all", opened, "vi")


def test_months_before_any_supply_are_not_told_to_be_stored_for():
    facts = {"offered": [1, 2], "wanted": [12, 1, 3], "common": [1], "sooner": [12], "stored": True}
    told = sentence("season_part", facts, "vi")
    assert "giao được T1 (1 trong 3 tháng cần). T12 phải tìm nguồn khác; T3 phải trữ hàng" in told
    old = sentence("season_part", {**facts, "left_over": [12]}, "vi")
    assert "T12 phải lấy hàng trữ vụ trước nếu còn, hoặc tìm nguồn khác" in old
    gone = {"offered": [3, 4, 5], "wanted": [11, 12], "left_over": [11, 12]}
    told = sentence("wrong_season", gone, "vi")
    assert "không trùng tháng nào. Hàng để được lâu. Còn hàng trữ thì giao được T11–T12, phải hỏi." in told


KEPT = {"kept_since": 9, "kept_until": "2027-04-03", "kept_days": 365, "kept_left": 180}


def test_goods_that_keep_are_told_with_the_time_that_they_keep_and_never_as_out_of_season():
    facts = {"offered": [5, 6, 7, 8, 9], "wanted": [12, 1], "left_over": [12, 1], **KEPT}
    told = sentence("wrong_season", facts, "vi")
    assert told == (
        "Có hàng T5–T9, bên mua cần T12–T1: không trùng tháng nào. Hàng T9 để được 365 ngày, "
        "bên mua đòi còn 180 ngày nên giao được đến khoảng đầu T4/2027. "
        "Còn hàng trữ thì giao được T12–T1, phải hỏi."
    )
    assert "until about early Apr 2027. What is left can go in Dec–Jan: ask" in sentence(
        "wrong_season", facts, "en"
    )
    row = {"criterion": "season", "code": "season_none", "facts": facts}
    line = headline({"reasons": [row], "vetoes": ["wrong_season"]}, "vi")
    assert line.startswith("Chưa ghép được: khác tháng cần (hàng trữ giao được đến khoảng đầu T4/2027)")
    ahead = {"offered": [11], "wanted": [1], "stored": True, "stored_for": [1], "kept_since": 11,
             "kept_until": "2027-11-28", "kept_days": 363, "kept_by_table": True}  # fmt: skip
    assert (
        "Hàng T11 để được 363 ngày theo bảng sản phẩm, tức đến khoảng cuối T11/2027. Trữ lại thì"
        in sentence("wrong_season", ahead, "vi")
    )


def test_goods_that_do_not_keep_so_long_are_out_of_season_with_the_reason():
    facts = {"offered": [10], "wanted": [5], **KEPT, "kept_since": 10, "kept_until": "2027-01-15"}
    told = sentence("wrong_season", facts, "vi")
    assert told.startswith("Có hàng T10, bên mua cần T5: lệch vụ. Hàng T10 để được 365 ngày")
    assert told.endswith("đến khoảng giữa T1/2027.")
    fresh = sentence("wrong_season", {"offered": [10], "wanted": [5]}, "vi")
    assert fresh == "Có hàng T10, bên mua cần T5: lệch vụ."
    row = {"criterion": "season", "code": "season_none", "facts": facts}
    assert "lệch vụ" in headline({"reasons": [row], "vetoes": ["wrong_season"]}, "vi")


def test_months_for_which_a_harvest_is_too_old_are_asked_in_the_line_too():
    facts = {"offered": list(range(1, 13)), "harvested": [9], "harvest_said": "thu T9", "wanted": [3, 4],
             "common": [3, 4], "stale": [4], **KEPT}  # fmt: skip
    told = sentence("season_all", facts, "vi")
    assert "đến khoảng đầu T4/2027. T4 phải hỏi hạn dùng tính từ ngày nào" in told
    row = {"criterion": "season", "code": "season_all", "facts": facts}
    assert headline({"reasons": [row]}, "vi").startswith("Giao 1/2 tháng (T4 phải hỏi hạn dùng)")
    sold = sentence("season_all", {**facts, "stale": [], "sold_all_year": True}, "vi")
    assert sold.endswith(": giao đủ cả 2 tháng. Bên bán ghi “thu T9”.")


@pytest.mark.parametrize(
    ("said", "wanted", "stale", "told"),
    [
        ("thu hoạch tháng 10-12", [2, 3, 4], [4], "giao được T2–T3 (2 trong 3 tháng cần); T4 chưa rõ"),
        ("thu hoach T9", [12, 1, 2], [1, 2], "giao được T12 (1 trong 3 tháng cần); T1–T2 chưa rõ"),
        ("harvested in September", [5, 6], [5, 6], ": T5–T6 chưa rõ"),
    ],
)
def test_months_that_are_to_be_asked_are_none_of_those_served(said, wanted, stale, told):
    facts = {"offered": list(range(1, 13)), "harvested": [9], "harvest_said": said, "wanted": wanted,
             "common": wanted, "stale": stale, **KEPT}  # fmt: skip
    assert told in sentence("season_all", facts, "vi")
    assert "giao đủ cả" not in sentence("season_all", facts, "vi")
    assert "not known for" in sentence("season_all", facts, "en")
    papers = sentence("season_all", {**facts, "if_papers": True}, "vi")
    assert "khi có giấy thì giao được" in papers or stale == wanted
    sold = sentence("season_all", {**facts, "sold_all_year": True}, "vi")
    assert f"giao đủ cả {len(wanted)} tháng" in sold


def test_a_month_whose_days_the_way_takes_is_told_as_too_late():
    facts = {"offered": [11, 12], "wanted": [11, 12], "common": [11, 12], "days_left": 4, "days_on_way": 4}
    assert "T11 chỉ còn 4 ngày, đường đi đã mất 4 ngày: coi như không kịp T11" in sentence(
        "season_all", facts, "vi"
    )


def test_a_season_taken_from_the_table_is_asked():
    facts = {"offered": list(range(1, 13)), "wanted": [12], "common": [12], "calendar": True}
    assert "Bên bán chưa nói tháng, coi là có quanh năm" in sentence("season_all", facts, "vi")
    row = {"criterion": "season", "code": "season_all", "facts": facts}
    assert headline({"reasons": [row]}, "vi") == "Giao 1/1 tháng. Còn phải làm rõ: tháng có hàng."


def test_a_break_of_a_few_days_and_a_lead_time_beyond_the_buyers_day_are_told():
    facts = {"offered": [1], "wanted": [1], "common": [1], "break_said": "nghỉ từ 28 Tết đến mùng 6"}
    assert "Bên bán ghi “nghỉ từ 28 Tết đến mùng 6”: tránh giao những ngày ấy" in sentence(
        "season_all", facts, "vi"
    )
    late = {"offered": [7], "wanted": [1], "deadline": "2027-01-22", "deadline_words": "trước rằm tháng Chạp",
            "days_late": 4}  # fmt: skip
    assert "hạn 22/01/2027: sớm nhất cũng trễ 4 ngày" in sentence("wrong_season", late, "vi")


def test_a_time_of_the_most_is_told_instead_of_a_calendar():
    facts = {"wanted": [7], "offered": list(range(1, 13)), "common": [7], "calendar": True,
             "peak_said": "rộ nhất T7–11"}  # fmt: skip
    told = sentence("season_all", facts, "vi")
    assert "Bên bán chỉ ghi “rộ nhất T7–11”, phải hỏi các tháng khác." in told
    assert "chưa nói" not in told


def test_goods_that_come_before_the_day_are_told_and_asked():
    facts = {"offered": [11, 12], "wanted": [12], "common": [12], "early": [12], "in_time": True,
             "deadline": "2027-02-05", "deadline_words": "giao trước Tết"}  # fmt: skip
    told = sentence("season_all", facts, "vi")
    assert "bên mua cần đến 05/02/2027: giao T12, trước hạn" in told
    assert "phải hỏi bên mua nhận T12 được không" in told
    assert "ask whether the buyer takes it in Dec" in sentence("season_all", facts, "en")
    row = {"criterion": "season", "code": "season_all", "facts": facts}
    assert headline({"reasons": [row]}, "vi") == (
        "Giao sớm T12 (hạn 05/02/2027). Còn phải làm rõ: bên mua nhận sớm được không."
    )


def test_months_served_from_a_store_only_are_named_in_the_line():
    facts = {"offered": [11, 12, 1], "wanted": [12, 1, 2, 3], "common": [12, 1], "stored": True,
             "stored_for": [2, 3]}  # fmt: skip
    row = {"criterion": "season", "code": "season_part", "facts": facts}
    assert headline({"reasons": [row]}, "vi") == "Giao 2/4 tháng (T2–T3 nếu trữ hàng)."
    old = {**row, "facts": {**facts, "stored_for": None, "left_over": [2]}}
    assert headline({"reasons": [old]}, "en") == "2 of 4 months (in Feb if some of the last season is left)."
    fresh = {**row, "facts": {**facts, "stored": False, "stored_for": None}}
    assert headline({"reasons": [fresh]}, "vi") == "Giao 2/4 tháng."


def test_goods_that_take_too_long_to_get_ready_are_told_so_and_not_as_out_of_season():
    facts = {"offered": list(range(1, 13)), "wanted": [12, 1], "common": [], "lead_misses": 1,
             "wanted_days": ["2026-12-10", "2027-01-10"], "ready_on": "2027-01-11",
             "lead_time_days": 45}  # fmt: skip
    told = sentence("wrong_season", facts, "vi")
    assert "cần 45 ngày chuẩn bị, sớm nhất 11/01/2027" in told
    assert "quá hạn giao 1 ngày" in told
    assert "không trùng" not in told
    assert "after the last day wanted" in sentence("wrong_season", facts, "en")
    month = {**facts, "wanted": [12], "wanted_days": None, "lead_misses": 11}
    assert "quá tháng cần 11 ngày" in sentence("wrong_season", month, "vi")
    row = {"criterion": "season", "code": "season_none", "facts": facts}
    line = headline({"reasons": [row], "vetoes": ["wrong_season"]}, "vi")
    assert "không kịp chuẩn bị (cần 45 ngày)" in line


def test_words_of_the_producer_that_rule_a_month_out_are_its_ground_and_are_told_once():
    words = "hoa nở sau Tết"
    note = {"side": "offer", "words": words, "asked": False}
    facts = {"offered": [2, 3], "wanted": [1], "common": [], "ruled_out_by": words, "notes": [note]}
    assert sentence("season_none", facts, "vi") == (
        "Có hàng T2–T3, bên mua cần T1: lệch vụ. Bên bán ghi “hoa nở sau Tết”."
    )
    assert "The producer says “hoa nở sau Tết”" in sentence("season_none", facts, "en")


def test_less_at_a_time_of_the_year_is_asked_in_the_words_of_the_record():
    facts = {"supply_month": 20, "need_month": 10, "unit": "lít", "need_unit": "lít", "monthly": True}
    facts |= {"months": [7, 8], "fill": 2.0, "supply_less": "mùa mưa ít"}
    assert "Bên bán ghi “mùa mưa ít”: phải hỏi lượng lúc ấy." in sentence("volume_covers", facts, "vi")
    assert "ask how much then" in sentence("volume_covers", facts, "en")


def test_where_offer_and_demand_stand_for_a_while_the_sooner_day_binds():
    facts = {"offered": [1], "wanted": [1], "common": [1], "stands_until": "2027-02-20",
             "demand_stands_until": "2027-02-15"}  # fmt: skip
    told = sentence("season_all", facts, "vi")
    assert (
        "Lời chào đến 20/02/2027 và nhu cầu đến 15/02/2027 còn hiệu lực, phải chốt chậm nhất 15/02/2027"
        in told
    )
    assert told.count("phải chốt") == 1
    assert "to be agreed by 15 Feb 2027" in sentence("season_all", facts, "en")


def test_the_whole_note_that_rules_a_month_out_is_quoted_once():
    note = {"side": "offer", "words": "đào nở muộn, sau Tết mới nở", "asked": False}
    facts = {"offered": [2, 3], "wanted": [1], "common": [], "ruled_out_by": "đào nở muộn", "notes": [note]}
    told = sentence("season_none", facts, "vi")
    assert told.endswith("lệch vụ. Bên bán ghi “đào nở muộn, sau Tết mới nở”.")


def test_months_that_only_lack_a_paper_are_not_told_to_be_stored_for():
    facts = {"offered": [11, 12, 1, 2, 3], "wanted": [12, 1, 2, 3, 4], "common": [12, 1], "barred": [2, 3],
             "barred_by_market": False, "stored": True, "stored_for": [4], "stored_barred": [4]}  # fmt: skip
    told = sentence("season_part", facts, "vi")
    assert "T2–T3 phải có giấy còn hạn (hàng thì có) hoặc tìm nguồn khác; " in told
    assert "T4 phải trữ hàng và có giấy còn hạn, hoặc tìm nguồn khác" in told
    assert "không còn đủ hạn" not in told
    held = sentence("season_part", {**facts, "stored_barred": []}, "en")
    assert "Valid papers (the goods are there) or another source for Feb" in held
    assert "goods set aside or another source for Apr" in held


def test_a_month_that_only_the_lead_time_closes_is_told_by_it():
    facts = {"offered": list(range(1, 13)), "wanted": [11, 12], "common": [12], "unready": [11],
             "ready_on": "2026-12-01", "lead_time_days": 4}  # fmt: skip
    told = sentence("season_part", facts, "vi")
    assert "T11 phải tìm nguồn khác (hàng có, cần 4 ngày chuẩn bị, sớm nhất 01/12/2026)" in told
    assert told.count("chuẩn bị") == 1
    assert "ready after 4 days" in sentence("season_part", facts, "en")
    again = sentence("season_part", {**facts, "unready_again": True}, "vi")
    assert "T11 phải đợi lần sau (hàng có, cần 4 ngày chuẩn bị, sớm nhất 01/12/2026)" in again


def test_months_that_stored_goods_do_not_reach_need_another_source():
    facts = {"offered": [4, 5], "wanted": [5, 6, 7, 8], "common": [5], "stored": True, "stored_for": [6, 7]}
    told = sentence("season_part", facts, "vi")
    assert "T6–T7 phải trữ hàng" in told
    assert "T8 phải tìm nguồn khác" in told
