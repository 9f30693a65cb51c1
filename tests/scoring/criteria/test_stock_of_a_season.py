"""Goods stored from a named season are told by its last month, in the season and in the freshness row."""

import pytest

from matchmaker.wording.reasons import sentence
from scoring.part_months import stocked_from


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Hàng trữ đông từ vụ tháng 4–9; cấm biển thì tàu chậm", (4, 5, 6, 7, 8, 9)),
        ("hang tru dong tu vu thang 4-9", (4, 5, 6, 7, 8, 9)),
        ("Kho lạnh trữ hàng vụ T11–T1", (11, 12, 1)),
        ("cấp đông từ mùa tháng 6", (6,)),
        ("frozen stock of the catch T4-T9", (4, 5, 6, 7, 8, 9)),
        ("trữ đông quanh năm", ()),
        ("Cấp đông tại xưởng, vụ chính tháng 4–9", ()),
        ("trữ lạnh 3 tháng", ()),
        ("", ()),
    ],
)
def test_the_months_that_stored_goods_are_of(text: str, months: tuple[int, ...]) -> None:
    assert stocked_from(text) == months


FRESH = {"shelf": 180, "transit": 0.5, "hours_low": 9, "hours_high": 15, "wanted": 60, "left": 179.5,
         "left_low": 179.4, "left_high": 179.6}  # fmt: skip


@pytest.mark.parametrize(("code", "end"), [("keeps", "không lo hạn dùng"), ("fresh_enough", "kịp")])
def test_their_life_is_not_told_as_that_of_new_goods(code: str, end: str) -> None:
    told = sentence(code, FRESH | {"old_stock": True}, "vi")
    assert told.endswith(f": hàng mới thì {end}, hàng trữ phải tính từ lúc thu như ở phần mùa vụ.")
    assert "stored ones count as told with the season." in sentence(code, FRESH | {"old_stock": True}, "en")
    assert sentence(code, FRESH, "vi").endswith(f": {end}.")


def test_the_months_that_the_stock_is_too_old_for_are_told() -> None:
    facts = {"offered": list(range(1, 13)), "wanted": [12, 1, 2, 3], "common": [12, 1, 2, 3], "stale": [2, 3],
             "kept_since": 9, "kept_until": "2027-01-28", "kept_days": 180, "kept_left": 60}  # fmt: skip
    assert "T2–T3 phải hỏi hạn dùng tính từ ngày nào" in sentence("season_all", facts, "vi")
