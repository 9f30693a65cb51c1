"""Months that are served in part are told with the seller's words and what must come from elsewhere."""

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.summary import headline

FACTS = {"offered": [6, 7], "wanted": [6, 7], "common": [6, 7], "season_said": "10/6 - 15/7",
         "lacks": [["before", 6, 10], ["after", 7, 15]]}  # fmt: skip


def test_part_of_a_month_is_no_whole_one():
    said = sentence("season_all", FACTS, "vi")
    assert "giao đủ cả" not in said
    assert "bên bán ghi “10/6 - 15/7”, trước 10/6, sau 15/7 phải tìm nguồn khác" in said
    assert "another source for before 10" in sentence("season_all", FACTS, "en")


def test_the_current_month_tells_its_days_left():
    facts = {"offered": [11, 12], "wanted": [11, 12], "common": [11, 12], "days_left": 4}
    assert "T11 chỉ còn 4 ngày" in sentence("season_all", facts, "vi")
    row = {"criterion": "season", "code": "season_all", "facts": facts}
    assert headline({"reasons": [row]}, "vi") == "Giao 2/2 tháng (tháng này còn 4 ngày)."


def test_a_harvest_asks_until_when_the_goods_are_sold():
    facts = {"offered": [10], "wanted": [10], "common": [10], "stored": True, "harvest_said": "thu hoạch T10"}
    assert "phải hỏi bán đến tháng nào" in sentence("season_all", facts, "vi")
