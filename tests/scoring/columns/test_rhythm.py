from math import isnan

import pytest

from scoring.columns.rhythm import (
    delivered,
    delivered_once,
    deliveries_a_week,
    loads_in_all,
    same_days,
    several_loads,
)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("giao hằng ngày trước 4 giờ sáng", 7),
        ("giao 6 ngày/tuần", 6),
        ("3 chuyến/tuần", 3),
        ("2 đợt/tháng", 14 / 30),
        ("2 tuần/chuyến", 0.5),
        ("container 2 tuần/lần", 0.5),
        ("thứ 3 và thứ 6", 2),
        ("2 chuyến/ngày", 14),
        ("1 chuyen/tuan", 1),
        ("twice, 2 times a week", 2),
        ("tháng 2 chuyến", 14 / 30),
        ("mỗi quý 1 lần", 7 / 90),
        ("10 ngày 1 chuyến", 0.7),
        ("hai tuần lấy một lần", 0.5),
        ("1 chuyến/2 tuần", 0.5),
        ("moi tuan 3 xe", 3),
        ("nửa tháng một lần", 14 / 30),
        ("giao cách ngày", 3.5),
        ("every fortnight", 0.5),
        ("biweekly", 0.5),
        ("one container every 3 weeks", 1 / 3),
        ("once a month", 7 / 30),
        ("every other week", 0.5),
        ("quarterly", 7 / 90),
        ("thứ 2, 4, 6 trước 5 giờ", 3),
        ("thu hai va thu nam", 2),
        ("Mondays and Thursdays", 2),
        ("1 chuyến/2 tuần, giao từ thứ 2 đến thứ 6, 8–15 giờ", 0.5),
    ],
)
def test_how_often_is_read_in_deliveries_a_week(text, times):
    assert deliveries_a_week(text) == pytest.approx(times)


@pytest.mark.parametrize(
    "text",
    [
        "giao trước 15/1",
        "container 40 feet",
        "theo xe",
        "",
        "tháng 12 giao 2 chuyến",
        "giao 2 đợt",
        "giao từ thứ 2 đến thứ 6",
        "Monday to Friday, 8-15h",
        "0 lần/tuần",
    ],
)
def test_what_names_no_rhythm_gives_none(text):
    assert isnan(deliveries_a_week(text))


def test_an_amount_a_day_is_no_delivery():
    assert isnan(delivered("5-7 tấn mỗi ngày; 8 nghìn/kg")[0])
    assert delivered("xe oxy giao Hà Nội 2 chuyến/tuần, con 2 kg") == (2, "giao Hà Nội 2 chuyến/tuần")


@pytest.mark.parametrize(
    ("text", "once"),
    [
        ("giao 1 lần trước 5/1", True),
        ("giao gọn một lần", True),
        ("giao het trong 1 dot", True),
        ("1 lần duy nhất", True),
        ("single delivery before Tet", True),
        ("giao 1 lần/tháng", False),
        ("mỗi tháng giao 1 lần", False),
        ("10 ngày giao 1 lần", False),
        ("one delivery per week", False),
        ("tuần 1 chuyến", False),
        ("2 đợt", False),
    ],
)
def test_a_single_delivery_is_told_from_a_rhythm(text, once):
    assert delivered_once(text) is once


@pytest.mark.parametrize(
    ("text", "a_month"),
    [
        ("1–2 container/tháng", 1),
        ("2 đến 3 chuyến/tháng", 2),
        ("mỗi tháng 2–3 chuyến", 2),
        ("3 hoặc 4 lần mỗi tháng", 3),
        ("2 or 3 deliveries a month", 2),
        ("10–15 ngày/chuyến", 2),
        ("2 chuyến/tháng", 2),
    ],
)
def test_of_a_range_the_more_seldom_end_counts(text, a_month):
    assert round(deliveries_a_week(text) * 30 / 7, 6) == a_month


@pytest.mark.parametrize(
    ("text", "times", "words"),
    [
        ("thùng 30 kg; có xe oxy giao Hà Nội thứ 3, thứ 6", 2, "có xe oxy giao Hà Nội thứ 3, thứ 6"),
        ("giao HN T2, T4, T6; con 2 kg", 3, "giao HN T2, T4, T6"),
        ("ship t3 t6 CN", 3, "ship t3 t6 CN"),
        ("có xe lạnh chạy thứ Ba với thứ Sáu", 2, "có xe lạnh chạy thứ Ba với thứ Sáu"),
        ("thứ 4 & thứ 7 có xe đi Hà Nội", 2, "thứ 4 & thứ 7 có xe đi Hà Nội"),
        ("mỗi tuần giao 2 chuyến (thứ 2 + thứ 5)", 2, "giao 2 chuyến (thứ 2 + thứ 5)"),
        ("deliver to Hanoi Mon, Wed/Fri", 3, "deliver to Hanoi Mon, Wed/Fri"),
        ("giao ngày 5, 20 hằng tháng", 14 / 30, "giao ngày 5, 20 hằng tháng"),
        ("giao hằng ngày, trừ CN", 7, "giao hằng ngày"),
        ("giao hằng ngày trừ CN", 6, "giao hằng ngày trừ CN"),
    ],
)
def test_a_list_of_days_is_one_rhythm_however_it_is_joined(text, times, words):
    assert delivered(text) == (pytest.approx(times), words)


@pytest.mark.parametrize(
    "text", ["giao T5, T6", "giao T9, T10", "hái thứ 2, thứ 5", "không giao thứ 7, CN", "giao trước 20/12"]
)
def test_months_picking_days_and_days_without_a_delivery_are_no_rhythm(text):
    times, words = delivered(text)
    assert isnan(times)
    assert not words


@pytest.mark.parametrize(
    ("wanted", "offered", "facts"),
    [
        ("thứ 3 và thứ 6", "giao Hà Nội thứ 3, thứ 6", {"rhythm_fits": True}),
        ("T3, T6", "xe chạy thứ Ba & thứ Sáu", {"rhythm_fits": True}),
        ("thứ 2-4-6 trước 5 giờ", "giao t2, t3, t4, t6, cn", {"rhythm_fits": True}),
        ("giao 5/1, 15/1", "giao 5/1 và 15/1", {"rhythm_fits": True}),
        ("mùng 1 và rằm", "giao ngày 1, 15 hằng tháng", {"rhythm_fits": True}),
        ("thứ 3 và thứ 6", "giao thứ 2, thứ 5", {"rhythm_fits": None, "rhythm_days_apart": True}),
        ("2 chuyến/tuần", "giao thứ 2, thứ 5", {}),
    ],
)
def test_days_that_both_sides_name_are_held_against_each_other(wanted, offered, facts):
    assert same_days(wanted, offered, True) == facts
    assert same_days(wanted, offered, False) == {}


@pytest.mark.parametrize(
    ("text", "loads"),
    [
        ("giao 3 lần trước Tết", 3),
        ("giao 3 lan truoc Tet", 3),
        ("chia 4 đợt", 4),
        ("chia 2 chuyen dung hen", 2),
        ("giao năm chuyến", 5),
        ("giao 20 lan hồ điệp", 0),
        ("giao 20 lan ho diep", 0),
        ("lấy 12 lan, hồ điệp trắng", 0),
        ("nhận 6 lan kiem", 0),
        ("giao mía 4 đốt", 0),
        ("lấy 3 chuyên gia đóng gói", 0),
    ],
)
def test_loads_are_counted_and_orchids_are_not(text, loads):
    assert loads_in_all("", text) == loads


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("giao vài chuyến", True),
        ("giao vai chuyen", True),
        ("chia năm chuyến", True),
        ("lay hai dot", True),
        ("vải chuyên dụng", False),
        ("vai chuyen dung", False),
        ("nấm chuyên canh", False),
        ("nam chuyen canh", False),
        ("giao 5 lan rừng", False),
        ("giao 5 lan rung", False),
    ],
)
def test_several_loads_are_words_of_loads(text, several):
    assert several_loads(text) is several
