"""Months counted in one way, deadlines told as such, and seasons quoted once."""

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.reached import beside_all, of_served
from matchmaker.wording.reasons.summary import headline
from tests.wording.test_orders import WEEKLY


def test_a_month_lost_on_the_way_counts_for_the_next_season_alone():
    facts = {"offered": [10, 11, 12, 1], "wanted": [11, 12, 10], "common": [11, 12, 10], "over": [10],
             "days_left": 4, "days_on_way": 4, "too_late": [11]}  # fmt: skip
    told = sentence("season_part", facts, "vi")
    assert (
        "giao được T12 (1 trong 3 tháng cần, cả vụ sau thì 3: T10–T12). T11 chỉ còn 4 ngày, "
        "đường đi đã mất 4 ngày" in told
    )
    row = {"criterion": "season", "code": "season_part", "facts": facts}
    assert headline({"reasons": [row]}, "vi").startswith(
        "Đợt này giao T12 (1/3 tháng), cả vụ sau đủ T10–T12 (T11 không kịp đường đi). Còn phải làm rõ"
    )
    assert "served in Dec (1 of 3 months, 3 with the next season: Oct–Dec). Only 4 days of Nov" in sentence(
        "season_part", facts, "en"
    )
    alone = {**facts, "wanted": [11], "common": [11], "over": []}
    assert ": đợt này khó kịp. T11 chỉ còn 4 ngày" in sentence("season_part", alone, "vi")
    line = headline({"reasons": [{**row, "facts": alone}]}, "vi")
    assert line == "T11 không kịp đường đi."


def test_words_of_a_season_are_quoted_once():
    lunar = {"words": "tháng 11 âm đến Tết", "from": "2026-12-09", "to": "2027-02-05"}
    facts = {"offered": [12, 1], "wanted": [12, 1], "common": [12, 1], "lacks": [["before", 12, 9]],
             "season_said": "tháng 11 âm đến Tết", "offered_lunar": lunar}  # fmt: skip
    told = sentence("season_all", facts, "vi")
    assert told.count("“tháng 11 âm đến Tết”") == 1
    assert "tức khoảng 09/12/2026–05/02/2027: trước 9/12 phải tìm nguồn khác" in told
    assert sentence("season_all", facts, "en").count("“tháng 11 âm đến Tết”") == 1
    other = sentence("season_all", {**facts, "season_said": "9/12 đến Tết"}, "vi")  # two texts, told apart
    assert "“9/12 đến Tết”: trước 9/12" in other
    assert "“tháng 11 âm đến Tết”, tức khoảng" in other


DUE = {"offered": [1], "wanted": [12, 1], "common": [1], "deadline": "2027-01-15", "in_time": True,
       "deadline_words": "giao trước 15/1", "wanted_days": [None, "2027-01-15"]}  # fmt: skip


def test_a_deadline_is_told_as_such_and_with_the_days_to_spare():
    told = sentence("season_part", DUE, "vi")
    assert "bên mua cần T12–T1 (đến 15/01/2027): giao được T1. Bên mua ghi “giao trước 15/1”: kịp." in told
    soon = {**DUE, "days_to_spare": 5}
    assert "“giao trước 15/1”: sớm nhất tới nơi trước hạn có 5 ngày" in sentence("season_part", soon, "vi")
    assert "there 5 days before it at the earliest" in sentence("season_part", soon, "en")
    row = {"criterion": "season", "code": "season_part", "facts": {**soon, "if_papers": True}}
    line = headline({"reasons": [row]}, "vi")
    assert line == "Giao kịp hạn 15/01/2027, nhưng sớm nhất chỉ trước hạn 5 ngày nếu đủ giấy."


def test_a_deadline_before_the_last_months_is_asked():
    facts = {"offered": [12, 1, 2], "wanted": [12, 1, 2], "common": [12, 1, 2], "deadline_apart": [2],
             "deadline_words": "giao trước 15/1"}  # fmt: skip
    told = sentence("season_all", facts, "vi")
    assert "Bên mua ghi “giao trước 15/1” mà cần cả T2: phải hỏi hạn ấy là của đợt nào" in told
    row = {"criterion": "season", "code": "season_all", "facts": facts}
    assert headline({"reasons": [row]}, "vi").endswith("Còn phải làm rõ: hạn giao là của đợt nào.")
    assert "wants Feb, too" in sentence("season_all", facts, "en")


def test_a_first_day_after_the_first_months_is_asked():
    facts = {"offered": [12, 1, 2], "wanted": [12, 1, 2], "common": [12, 1, 2], "begin_apart": [12, 1],
             "begin_words": "sau Tết mới lấy", "begin": "2027-02-06"}  # fmt: skip
    told = sentence("season_all", facts, "vi")
    assert "Bên mua ghi “sau Tết mới lấy” (từ 06/02/2027) mà cần cả T12–T1: phải hỏi" in told
    row = {"criterion": "season", "code": "season_all", "facts": facts}
    assert headline({"reasons": [row]}, "vi").endswith("Còn phải làm rõ: bắt đầu lấy hàng khi nào.")
    assert "wants Dec–Jan, too: ask when deliveries begin" in sentence("season_all", facts, "en")


def test_papers_that_may_come_too_late_for_a_deadline_are_told_with_it():
    row = {"criterion": "season", "code": "season_part", "facts": {**DUE, "common": [12], "if_papers": True}}
    step = {"code": "obtain_paper", "facts": {"may_miss": [12]}}
    line = headline({"reasons": [row], "missing": step, "vetoes": ["missing_cert"]}, "vi")
    assert "Giao kịp hạn 15/01/2027 nếu kịp giấy." in line


def test_why_no_more_months_are_put_together_is_told():
    facts = {**WEEKLY, "months_at_once": 7, "most_wanted": 14000, "stored_for": 216, "life_wanted": True}
    assert sentence("moq_too_high", facts, "vi").endswith(
        "gom 7 tháng mới được 14 tấn (hàng chỉ trữ được 216 ngày mà còn đủ hạn bên mua cần), chưa đủ một đơn."
    )
    bare = sentence("moq_too_high", {**facts, "life_wanted": False}, "vi")
    assert "(hàng chỉ trữ được 216 ngày), chưa đủ" in bare
    assert "they keep 216 days and still the life" in sentence("moq_too_high", facts, "en")


def test_months_are_not_promised_where_no_step_leads_to_the_papers():
    facts = {"offered": [12, 1], "wanted": [12, 1], "common": [12, 1], "if_papers": True}
    row = {"criterion": "season", "code": "season_all", "facts": facts}
    hopeless = {"reasons": [row], "vetoes": ["missing_cert", "price_over"], "missing": None}
    assert "Có hàng 2/2 tháng, chưa có giấy" in headline(hopeless, "vi")
    assert "In supply in 2 of 2 months, without the papers" in headline(hopeless, "en")
    stepped = {**hopeless, "missing": {"code": "obtain_paper", "facts": {"paper": "ATTP", "in_time": True}}}
    assert "Giao 2/2 tháng nếu đủ giấy" in headline(stepped, "vi")


@pytest.mark.parametrize(
    ("late", "volume", "share", "months"),
    [
        ([11], {"fill": 0.1875}, 0.375, [12]),
        ([11], {"fill": 0.043, "fill_at_most": 0.045}, 0.086, [12]),
        ([], {"fill": 0.1875}, 0.1875, [11, 12]),
        ([11], {"fill": 0.6}, 0.6, [11, 12]),  # then it is all of it, told with both months
        ([11, 12], {"fill": 0.1875}, 0.1875, [11, 12]),  # nothing is served
        ([11], {"fill": 0.1875, "need_said_per": "total"}, 0.1875, [11, 12]),
    ],
)
def test_the_share_of_a_stock_is_that_of_the_months_that_are_served(late, volume, share, months):
    facts = {"months": [11, 12], "set_aside": True, "need_said_per": "month", **volume}
    told = of_served(facts, {"common": [11, 12]}, late)
    assert (round(told["fill"], 4), told["months"]) == (share, months)
    assert bool(beside_all(told, "vi")) == (told["fill"] != volume["fill"])
    assert of_served({**facts, "months": [11, 12]}, {"common": [11, 12]}, []) == facts
    flow = {name: value for name, value in facts.items() if name != "set_aside"}
    assert of_served(flow, {"common": [11, 12]}, late) == flow  # every month has its share


def test_a_share_of_the_months_served_stands_beside_that_of_all_as_the_row_tells_it():
    facts = {"months": [11, 12], "set_aside": True, "need_said_per": "month"}
    for shares, told in (
        ({"fill": 0.043, "fill_at_most": 0.045}, " (cả T11–T12: 4–5 %)"),
        ({"fill": 0.1875}, " (cả T11–T12: 19 %)"),
        ({"fill": 0.2, "fill_at_most": 0.2}, " (cả T11–T12: 20 %)"),
    ):
        assert beside_all(of_served({**facts, **shares}, {"common": [11, 12]}, [11]), "vi") == told
    late = of_served({**facts, "fill": 0.1875}, {"common": [11, 12]}, [11])
    assert beside_all(late, "en") == " (all of Nov–Dec: 19 %)"
    assert beside_all({"fill": 0.2}, "en") == ""
