"""How long goods keep and how much life must be left, in words."""

import pytest

from matchmaker.intake.keeping_said import left_said, shelf_said


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("hạn 36 tháng, giá tại nhà thùng", 1080),
        ("han su dung: 18 thang", 540),
        ("đi đá được 5 ngày", 5),
        ("tươi được 2-3 ngày", 2),
        ("keeps for 10 days", 10),
        ("ATTP hạn 2 năm", None),
        ("ATTP hạn 15/3/2027", None),
        ("hạn thanh toán 30 ngày", None),
        ("để 2 tháng 9", None),
        ("làm 3 ngày xong", None),
    ],
)
def test_how_long_goods_keep_is_read_from_a_sellers_words_and_no_papers_last_day(words, days):
    assert shelf_said(words) == days


def test_of_two_ways_of_keeping_the_one_offered_counts_and_none_where_that_is_not_told():
    words = "bảo quản ngăn mát được 7 ngày, ngăn đông 3 tháng"
    one = "ngăn mát 5 ngày ngăn đông 2 tháng"
    assert [shelf_said(one, each) for each in ("chilled", "frozen", "")] == [5, 60, None]
    assert [shelf_said(words, each) for each in ("chilled", "frozen", "")] == [7, 90, None]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("hạn dùng còn tối thiểu 18 tháng", (540, None)),
        ("han con 3 ngay tro len", (3, None)),
        ("shelf life left at least 4 days", (4, None)),
        ("hàng còn 2/3 hạn sử dụng", (None, 0.667)),
        ("80% shelf life remaining", (None, 0.8)),
        ("ATTP còn hạn 6 tháng", (None, None)),
        ("còn 3 tháng nữa", (None, None)),
    ],
)
def test_the_life_that_a_buyer_wants_left_is_read_in_days_or_as_a_share(words, left):
    assert left_said(words) == left
