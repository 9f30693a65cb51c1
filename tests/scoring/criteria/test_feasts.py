"""What a feast adds to the flow of an offer that says how many times as much there is."""

from datetime import date

import pytest

from scoring.criteria.feasts import times
from scoring.records import Doubt, Offer


def at_feast(words):
    return (Doubt("months", "peak", {"words": words, "months": [1]}),)


@pytest.mark.parametrize(
    ("words", "factor"),
    [
        ("tết gấp đôi", 2),
        ("thang chap gap 3", 3),
        ("cận Tết tăng gấp rưỡi", 1.5),
        ("tet thi gap 1,5", 1.5),
        ("tết nhân đôi", 2),
        ("tết đặt trước 10 ngày", 1),
        ("tết có nhiều hơn", 1),
    ],
)
def test_words_of_a_feast_tell_how_many_times_as_much_there_is(words, factor):
    assert times(Offer("o", "p", doubts=at_feast(words))) == factor


@pytest.mark.parametrize(
    ("words", "unit", "factor"),
    [
        ("gần Tết 300kg", "kg", 2),
        ("tet 4,5 ta", "kg", 3),
        ("tết được 200 con", "con", 200 / 150),
        ("tết 100kg", "kg", 1),
        ("tết 3-4 tạ", "kg", 1),
        ("tết 20 con", "kg", 1),
    ],
)
def test_figures_of_a_feast_tell_how_many_times_as_much_there_is(words, unit, factor):
    said = Offer("o", "p", quantity=150, unit=unit, per="month", doubts=at_feast(words))
    assert times(said) == pytest.approx(factor)


def test_the_month_of_a_feast_counts_twice_for_a_whole_need(one, offer, demand):
    flow = offer(
        quantity=600, unit="kg", per="month", months=tuple(range(1, 13)), doubts=at_feast("tết gấp đôi")
    )
    dates = {"months": (), "deliver_from": date(2026, 12, 1), "deliver_to": date(2027, 1, 31)}
    whole = one("volume", flow, demand(quantity=2.5, per="total", **dates))
    days = demand(
        quantity=2.5, per="total", months=(), deliver_from=date(2027, 1, 1), deliver_to=date(2027, 1, 15)
    )
    assert one("volume", flow, days).facts["supply"] == 580.645  # 15 of 31 days of twice as much
    monthly = one("volume", flow, demand(quantity=1, per="month", **dates))
    assert (whole.facts["supply"], whole.facts["supply_peak_counted"]) == (1800, [1])
    assert (monthly.facts["supply"], "supply_peak_counted" in monthly.facts) == (1200, False)


def test_of_several_amounts_that_of_a_feast_is_told_with_the_feast_alone(one, offer, demand):
    said = ["mỗi tháng 2 tạ cam", "tết 4 tạ cam", "vườn bên 1 tạ cam"]
    parts = [{"words": each, "quantity": 200.0, "unit": "kg", "per": "month"} for each in said]
    several = Doubt("quantity", "several", {"parts": parts})
    goods = {"quantity": 200, "unit": "kg", "per": "month", "months": (1,)}
    wanted = demand(quantity=400, unit="kg", per="month", months=(1,))
    plain = one("volume", offer(**goods, doubts=(several,)), wanted).facts
    feast = one("volume", offer(**goods, doubts=(several, *at_feast("tết 4 tạ cam"))), wanted).facts
    assert plain["supply_several"] == said
    assert feast["supply_several"] == [said[0], said[2]]
