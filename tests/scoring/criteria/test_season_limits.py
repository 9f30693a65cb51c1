"""Months that a producer's own words rule out, and the steps that they forbid."""

from datetime import date

import pytest

from scoring.criteria.season_limits import ruled_out
from scoring.horizon import Horizon

HORIZON = Horizon(date(2026, 11, 21))


@pytest.mark.parametrize(
    ("words", "months", "out"),
    [
        ("hoa no sau Tet", (2, 3), {11, 12, 1}),
        ("sau Tết mới thu hoạch", (2, 3), {11, 12, 1}),
        ("harvested after Tet", (2, 3), {11, 12, 1}),
        ("chỉ giao trước Tết", (12, 1), {2, 3, 4}),
        ("ra Tết nghỉ bán", (12, 1), {2, 3, 4}),
        ("hết hàng sau tháng 3", (12, 1, 2, 3), {4, 5, 6, 7, 8, 9, 10, 11}),
        ("chỉ bán đến hết T3", (1, 2, 3), {4, 5, 6, 7, 8, 9, 10, 11, 12}),
        ("từ tháng 4 không còn hàng", (2, 3), {4, 5, 6, 7, 8, 9, 10, 11, 12, 1}),
        ("không giao sau 31/7", (6, 7), {8, 9, 10, 11, 12, 1, 2, 3, 4, 5}),
        ("hết tháng 7 là hết vụ", (6, 7), {8, 9, 10, 11, 12, 1, 2, 3, 4, 5}),
        ("vu ket thuc cuoi thang 7", (6, 7), {8, 9, 10, 11, 12, 1, 2, 3, 4, 5}),
        ("nghỉ bán từ 1/8", (6, 7), {8, 9, 10, 11, 12, 1, 2, 3, 4, 5}),
        ("chỉ giao đến 31/7", (6, 7), {8, 9, 10, 11, 12, 1, 2, 3, 4, 5}),
        ("không giao sau 15/7", (6, 7), set()),
        ("hết tháng 7 báo giá lại", (6, 7), set()),
        ("vụ này hết tháng 7 mới chín rộ", (6, 7), set()),
        ("chỉ có từ tháng 5", (5, 6), {7, 8, 9, 10, 11, 12, 1, 2, 3, 4}),
        ("3-4 cành, nở muộn", (2, 3), {11, 12, 1}),
        ("giống chín sớm", (4, 5), {6, 7, 8}),
        ("giao trước Tết được", (12, 1), set()),
        ("vẫn giao sau Tết", (2, 3), set()),
        ("thu hoạch đến sau Tết", (12, 1), set()),
        ("giao trước và sau Tết", (12, 1), set()),
        ("chỉ giao từ T2 đến T6", (5, 6), set()),
        ("lứa Tết đã đặt hết, còn lứa cuối năm", (10, 11, 12), {1, 2}),
        ("hàng Tết bán hết rồi", (11, 12), {1, 2}),
        ("tháng 1 đã kín đơn", (11, 12), {1}),
        ("Tết sold out", (11, 12), {1, 2}),
        ("hàng Tết", (12, 1), set()),
        ("giao sớm, muốn bán cả vườn", (4, 5), set()),
        ("T3-T5 nhiều hàng", (3, 4, 5), set()),
    ],
)
def test_months_are_ruled_out_by_what_the_producer_says(offer, words, months, out):
    mask, said = ruled_out(offer(months=months, remarks=words), HORIZON)
    assert set(HORIZON.months_of(mask)) == out
    assert bool(said) == bool(out)


@pytest.mark.parametrize(
    ("words", "months", "wanted"),
    [("hết hàng sau tháng 6", (5, 6), 7), ("vải chín muộn", (6, 7), 5), ("tháng 6 mới chín", (6,), 5)],
)
def test_no_step_goes_against_the_producer_s_own_words(match, offer, demand, words, months, wanted):
    asked = demand(months=(wanted,))
    assert match(offer(months=months), asked).missing.facts["months"] == [wanted]
    found = match(offer(months=months, remarks=words, note=words), asked)
    assert (found.vetoes, found.missing) == (["wrong_season"], None)
    facts = next(reason.facts for reason in found.reasons if reason.criterion == "season")
    assert facts["ruled_out_by"] == words


def test_goods_in_store_are_there_whenever_they_ripen_and_no_longer_when_they_are_sold_out(
    one, offer, demand
):
    rice = {"product": "gạo ST25", "shelf_life_days": 365, "storage": "ambient", "months": (1, 2, 3)}
    wanted = demand(product="gạo ST25", months=(3, 4, 5))
    assert one("season", offer(**rice), wanted).facts["stored_for"] == [4, 5]
    for words in ("hết hàng sau tháng 3", "chỉ bán đến tháng 3"):
        said = one("season", offer(**rice, remarks=words), wanted).facts
        assert not {"stored", "stored_for", "kept_until"} & set(said)
    some = one("season", offer(**rice, remarks="tháng 5 đã đặt hết"), wanted).facts
    assert (some["stored_for"], some["sooner"]) == ([4], [5])
    late = one("season", offer(**rice, remarks="thu hoạch sau Tết, vụ muộn"), demand(months=(12,))).facts
    assert "ruled_out_by" not in late
