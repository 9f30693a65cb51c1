"""Least orders and lots are told as the buyer says his need, and never as one delivery."""

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.orders import least_order, wanted_lot

WEEKLY = {
    "min_order": 15000,
    "unit": "kg",
    "need_month": 6400,
    "need_unit": "kg",
    "need_said": 1.5,
    "need_said_unit": "tấn",
    "need_said_per": "week",
    "most_wanted": 6400,
    "months_at_once": 1,
}


@pytest.mark.parametrize(
    ("more", "text"),
    [
        ({}, "bên mua lấy 1,5 tấn mỗi tuần (6,4 tấn mỗi tháng): cả tháng chưa đủ một đơn."),
        ({"months_at_once": 3, "most_wanted": 14000}, "gom 3 tháng mới được 14 tấn, chưa đủ một đơn."),
        ({"need_said_per": "month"}, "bên mua lấy 6,4 tấn mỗi tháng: cả tháng chưa đủ một đơn."),
        ({"need_said_per": "batch"}, "bên mua lấy 1,5 tấn mỗi đợt: một đợt chưa đủ một đơn."),
        ({"months_at_once": None}, "bên mua cần tất cả 6,4 tấn: chưa đủ một đơn."),
    ],
)
def test_an_order_too_large_is_told_against_the_need_as_it_is_said(more, text):
    said = sentence("moq_too_high", {**WEEKLY, **more}, "vi")
    assert said.startswith("Bên bán chỉ nhận đơn từ 15 tấn, ")
    assert said.endswith(text)
    assert "một lần" not in said


def test_the_step_says_how_long_the_smaller_order_lasts_and_that_it_comes_in_loads():
    step = {"from": 15000, "to": 6400, "unit": "kg", "months_at_once": 1, "need_said_per": "week"}
    said = sentence("lower_min_order", step, "vi")
    assert "xuống 6,4 tấn (đủ một tháng hàng, giao nhiều chuyến)" in said
    assert "giao nhiều chuyến" not in sentence("lower_min_order", {**step, "need_said_per": "month"}, "vi")


def test_a_least_order_above_one_period_of_the_need_is_told_without_a_veto():
    facts = {
        "supply_month": 40000,
        "need_month": 17000,
        "unit": "kg",
        "need_unit": "kg",
        "monthly": True,
        "months": [6],
        "fill": 2.3,
        "min_order": 12500,
        "order_lasts": 3.1,
        "order_per": "week",
    }
    said = sentence("volume_covers", facts, "vi")
    assert said.endswith("Bên bán nhận đơn từ 12,5 tấn, bằng 3,1 tuần hàng: phải hỏi giao chia chuyến.")
    assert "3.1 weeks of need" in sentence("volume_covers", facts, "en")


def test_a_lot_of_fresh_goods_tells_why_it_is_so_small():
    facts = {
        "below_lot": True,
        "lot_offered": 8000,
        "min_lot": 15000,
        "unit": "kg",
        "lot_keeps": 7,
        "supply_said": 8,
        "supply_said_unit": "tấn",
        "supply_said_per": "week",
    }
    assert sentence("volume_too_small", facts, "vi") == (
        "Có 8 tấn mỗi tuần, hàng để được 7 ngày: mỗi lô nhiều nhất 8 tấn, bên mua nhận lô từ 15 tấn: "
        "phải gom với hộ khác."
    )


def test_litres_too_few_for_a_lot_tell_what_they_weigh_at_most():
    facts = {
        "below_lot": True,
        "lot_offered": None,
        "lot_at_most": 4500,
        "lot_unit": "kg",
        "min_lot": 18000,
        "unit": "lít",
        "supply_said": 3000,
        "supply_said_unit": "lít",
        "supply_said_per": "year",
    }
    assert sentence("volume_too_small", facts, "vi") == (
        "Chỉ có 3.000 lít cả năm (không quá 4,5 tấn), bên mua nhận lô từ 18 tấn: phải gom với hộ khác."
    )


def test_a_least_order_within_the_range_that_the_buyer_names_is_taken_whole():
    facts = {"fill": 2.0, "unit": "kg", "need_unit": "kg", "min_order": 50, "order_within": "month"}
    assert least_order(facts, "vi") == " Bên bán nhận đơn từ 50 kg: lấy đủ 50 kg mỗi tháng là được."
    assert "enough if 50 kg" in least_order(facts, "en")


def test_a_least_order_above_a_trip_asks_to_join_trips():
    facts = {"min_order": 30000, "trip": 4667, "unit": "kg", "need_unit": "kg"}
    assert least_order(facts, "vi") == (
        " Bên bán nhận đơn từ 30 tấn, mỗi chuyến bên mua lấy chừng 4,7 tấn: "
        "phải hỏi gộp chuyến hoặc giao chia chuyến."
    )
    assert "about 4.7 tonnes a trip: ask to join trips" in least_order(facts, "en")


def test_an_order_of_fresh_goods_is_never_told_to_be_taken_at_once():
    facts = {"min_order": 3750, "unit": "kg", "need_unit": "kg", "order_lasts": 1.9, "order_per": "month"}
    assert "phải lấy gộp" in least_order(facts, "vi")
    fresh = least_order({**facts, "order_keeps": 7, "trip": 467}, "vi")
    assert fresh == (
        " Bên bán nhận đơn từ 3,75 tấn, bằng 1,9 tháng hàng, mỗi chuyến bên mua lấy chừng 467 kg. "
        "Hàng chỉ để được 7 ngày, không lấy một lần được: phải hỏi giao chia chuyến."
    )
    of_all = least_order({**facts, "trip": 467, "family": True}, "vi")
    assert of_all.count("cả các loại") == 1
    one_trip = least_order(
        {"min_order": 500, "trip": 70, "order_keeps": 7, "unit": "kg", "need_unit": "kg"}, "vi"
    )
    assert one_trip.endswith("không lấy một lần được: phải hỏi giao chia chuyến.")


def test_a_lower_least_order_is_told_with_the_loads_it_comes_in():
    step = {"from": 3750, "to": 2000, "unit": "kg", "months_at_once": 1, "need_said_per": "month"}
    plain = sentence("lower_min_order", step, "vi")
    assert "xuống 2 tấn (đủ một tháng hàng)" in plain
    fresh = {**step, "order_keeps": 7, "trip": 466.7, "need_unit": "kg"}
    assert "(đủ một tháng hàng, hàng chỉ để được 7 ngày nên giao nhiều chuyến chừng 466,7 kg một chuyến)" in (
        sentence("lower_min_order", fresh, "vi")
    )
    assert "which keep only 7 days: in several loads of about 466.7 kg" in (
        sentence("lower_min_order", fresh, "en")
    )
    kept = {**step, "trip": 466.7, "need_unit": "kg"}
    assert "(đủ một tháng hàng, giao nhiều chuyến chừng 466,7 kg một chuyến)" in (
        sentence("lower_min_order", kept, "vi")
    )


def test_a_least_lot_of_the_buyer_is_told_in_his_own_periods():
    facts = {"lot_lasts": 6.25, "lot_per": "day", "lot_asked": 500, "need_unit": "kg"}
    assert wanted_lot(facts, "vi") == (
        " Bên mua nhận lô từ 500 kg, bằng 6,3 ngày hàng của mình: phải hỏi bao lâu giao một lần."
    )
    keeps = wanted_lot({**facts, "lot_outlasts": 5}, "vi")
    assert "hàng chỉ để được 5 ngày: phải hỏi" in keeps
    assert "mà mỗi chuyến chỉ chừng 280 kg" in wanted_lot({**facts, "lot_trip": 280}, "vi")
    assert "least lot is 500 kg, 6.3 days of need: ask how often" in wanted_lot(facts, "en")
    assert wanted_lot({}, "vi") == ""


def test_a_load_that_makes_no_lot_is_told_from_the_side_that_it_is_of():
    facts = {"lot_asked": 2000, "lot_brought": 1167, "need_unit": "kg", "lot_apart": 13}
    assert wanted_lot(facts, "vi") == (
        " Bên mua nhận lô từ 2 tấn, mỗi chuyến bên bán chỉ có chừng 1,2 tấn: "
        "phải gom với hộ khác hoặc giao thưa hơn (chừng 13 ngày một lô)."
    )
    alone = {**facts, "pooling": False}
    assert "ask whether deliveries may come less often (a lot in about 13 days)" in wanted_lot(alone, "en")
    larger = {**facts, "own_order": 2960, "own_apart": 20}
    assert "(chừng 20 ngày một lô)" in wanted_lot(larger, "vi")
    assert "ngày một lô" not in wanted_lot({**larger, "own_apart": None}, "vi")
    spoils = {**facts, "lot_apart": None}  # what a later lot would hold does not keep so long
    assert wanted_lot(spoils, "vi").endswith("chừng 1,2 tấn: phải gom với hộ khác.")
    assert wanted_lot({**spoils, "pooling": False}, "vi").endswith("phải hỏi bên mua nhận lô nhỏ hơn không.")
    his_own = {"lot_lasts": 0.25, "lot_per": "month", "lot_asked": 10, "lot_trip": 4.7, "need_unit": "con"}
    assert "phải hỏi bên mua giữ cỡ lô hay giữ nhịp giao" in wanted_lot(his_own, "vi")
    assert "chừng 4,7 con (bên bán có chừng 2 con): " in wanted_lot({**his_own, "lot_trip_has": 2}, "vi")


def test_a_step_to_pooled_goods_names_the_lot_that_one_producer_does_not_make():
    facts = {"min_lot": 3000, "lot_unit": "kg", "brings": 350, "brings_per": "trip"}
    assert "nhận cả phần dưới lô 3 tấn (hộ này mỗi chuyến chỉ có chừng 350 kg)" in sentence(
        "allow_pooling", facts, "vi"
    )
    assert "(this producer has 350 kg a month)" in sentence(
        "allow_pooling", {**facts, "brings_per": "month"}, "en"
    )
    assert "lô" not in sentence("allow_pooling", {}, "vi")
