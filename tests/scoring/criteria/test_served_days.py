"""Amounts of months that the days named cut short."""

from datetime import date

import pytest

from scoring.columns.windows import season_days
from scoring.records import Doubt, Place


@pytest.mark.parametrize(
    ("first", "last", "days", "supply"),
    [
        (date(2026, 12, 10), date(2027, 1, 20), 42, 2032.258),
        (date(2026, 12, 1), date(2027, 1, 31), None, 3000),
        (date(2026, 12, 21), date(2026, 12, 31), 11, 532.258),
    ],
)
def test_a_flow_brings_what_the_days_of_the_need_allow(one, offer, demand, first, last, days, supply):
    flow = offer(product="gạo ST25", quantity=1.5, per="month", months=tuple(range(1, 13)))
    need = demand(product="gạo ST25", quantity=4, per="total", months=(), deliver_from=first, deliver_to=last)
    said = one("volume", flow, need)
    assert (said.facts.get("days"), round(said.facts["supply"], 3)) == (days, supply)


def test_a_monthly_need_is_held_against_a_month(one, offer, demand):
    flow = offer(quantity=2, per="month", months=(6, 7))
    need = demand(
        quantity=2, per="month", months=(), deliver_from=date(2027, 6, 10), deliver_to=date(2027, 7, 5)
    )
    said = one("volume", flow, need)
    assert (said.facts["fill"], said.facts.get("days")) == (1.0, None)


def test_a_harvest_of_lunar_days_falls_to_those_that_are_wanted(one, offer, demand):
    lunar = Doubt("months", "lunar", {"words": "rằm tháng Chạp", "from": "2027-01-22", "to": "2027-02-15"})
    harvest = offer(quantity=9, per="season", months=(1, 2), doubts=(lunar,))
    need = demand(
        quantity=18, per="total", months=(), deliver_from=date(2027, 1, 10), deliver_to=date(2027, 2, 2)
    )
    said = one("volume", harvest, need)
    assert said.facts["days"] == 12
    assert 4000 < said.facts["supply"] < 4500  # 12 of 25 days, by the lengths of their months
    told = one("season", harvest, need).facts
    assert told["lacks"] == [["before", 1, 22]]


def test_days_that_the_buyer_does_not_want_are_not_lacking(one, offer, demand):
    dated = offer(months=(6,), deliver_from=date(2027, 6, 8), deliver_to=date(2027, 6, 24))
    within = demand(months=(), deliver_from=date(2027, 6, 10), deliver_to=date(2027, 6, 20))
    beyond = demand(months=(), deliver_from=date(2027, 6, 10), deliver_to=date(2027, 6, 30))
    assert "lacks" not in one("season", dated, within).facts
    assert one("season", dated, beyond).facts["lacks"] == [["after", 6, 24]]
    spoken = offer(months=(6,), season_text="giữa tháng 6")
    assert "lacks" not in one("season", spoken, demand(months=(), deliver_from=date(2027, 6, 11),
                                                       deliver_to=date(2027, 6, 20))).facts  # fmt: skip


def test_a_deadline_counts_the_days_from_today(one, offer, demand):
    until = Doubt("months", "deadline", {"words": "trước 10/1", "day": "2027-01-10"})
    flow = offer(product="gạo ST25", quantity=3, per="month", months=tuple(range(1, 13)))
    need = demand(product="gạo ST25", quantity=9, per="total", months=(12, 1), doubts=(until,))
    assert one("volume", flow, need).facts["days"] == 41


def test_days_inside_one_long_month_are_counted_as_the_calendar_has_them(one, offer, demand):
    flow = offer(product="gạo ST25", quantity=3, per="day", months=tuple(range(1, 13)))
    within = {"deliver_from": date(2027, 1, 4), "deliver_to": date(2027, 1, 18)}
    facts = one(
        "volume", flow, demand(product="gạo ST25", quantity=90, per="total", months=(), **within)
    ).facts
    assert facts["days"] == 15


def test_days_of_two_months_bring_their_part_of_a_harvest(one, offer, demand):
    need = demand(quantity=30, per="total", months=(1,), deliver_from=date(2027, 1, 27),
                  deliver_to=date(2027, 2, 4))  # fmt: skip
    said = one("volume", offer(quantity=200, per="season", months=(1, 2)), need)
    assert (said.facts["days"], round(said.facts["supply"]), said.code) == (9, 30_508, "volume_covers")
    early = one("volume", offer(quantity=200, per="season", months=(12, 1)), need)
    assert (early.facts["days"], round(early.facts["supply"])) == (5, 16_129)  # none in February


@pytest.mark.parametrize(
    ("first", "last", "days", "parts", "supply"),
    [
        (date(2027, 1, 10), date(2027, 3, 31), 81, [[1, 22, 31]], 2.71),
        (date(2027, 2, 15), date(2027, 4, 15), 60, [[2, 14, 28], [4, 15, 30]], 2.0),
        (date(2027, 4, 15), date(2027, 7, 31), 108, [[4, 16, 30]], 3.533),
        (date(2027, 2, 1), date(2027, 3, 31), None, None, 2.0),
        (date(2027, 1, 31), date(2027, 2, 28), 29, [[1, 1, 31]], 1.032),
    ],
)
def test_a_part_of_a_month_is_its_share_of_the_days_that_the_month_has(
    one, offer, demand, first, last, days, parts, supply
):
    need = demand(product="gạo ST25", quantity=9, per="total", months=(), deliver_from=first, deliver_to=last)
    months = tuple(range(1, 13))
    facts = one("volume", offer(product="gạo ST25", quantity=1, per="month", months=months), need).facts
    assert (facts.get("days"), facts.get("month_parts")) == (days, parts)
    assert facts["supply"] == pytest.approx(supply * 1000, abs=0.5)


def test_what_is_offered_a_day_counts_each_day(one, offer, demand):
    months = tuple(range(1, 13))
    daily = offer(product="gạo ST25", quantity=40, unit="kg", per="day", months=months)
    weekly = offer(product="gạo ST25", quantity=70, unit="kg", per="week", months=months)
    for first, last, days in (
        (date(2027, 1, 10), date(2027, 3, 31), 81),
        (date(2027, 7, 2), date(2027, 8, 31), 61),
    ):
        need = demand(
            product="gạo ST25", quantity=9, per="total", months=(), deliver_from=first, deliver_to=last
        )
        for flow, a_day in ((daily, 40), (weekly, 10)):
            facts = one("volume", flow, need).facts
            assert (facts["days"], facts["supply"], "month_parts" in facts) == (days, days * a_day, False)


def test_a_shortage_that_only_the_days_of_a_part_of_a_month_make_is_none(one, offer, demand):
    months = tuple(range(1, 13))
    bottles = {"product": "rượu ngô", "unit": "chai", "months": months}
    flow = offer(**bottles, quantity=1800, per="month")
    days = {"deliver_from": date(2026, 12, 1), "deliver_to": date(2027, 1, 12)}
    need = demand(product="rượu ngô", unit="chai", quantity=2500, per="total", months=(), **days)
    said = one("volume", flow, need)
    assert (said.code, said.facts["fill"], said.facts["rough"]) == ("volume_covers", 1.0, True)
    assert said.facts["month_parts"] == []
    more = demand(product="rượu ngô", unit="chai", quantity=2600, per="total", months=(), **days)
    assert one("volume", flow, more).code == "volume_part"
    half = {"deliver_from": date(2027, 2, 15), "deliver_to": date(2027, 4, 15)}
    even = demand(product="rượu ngô", unit="chai", quantity=3600, per="total", months=(), **half)
    exact = one("volume", flow, even)
    assert (exact.code, exact.facts["supply"], "rough" in exact.facts) == ("volume_covers", 3600, False)
    kept = one("volume", offer(**bottles, quantity=2490, per="season"), need)
    assert (kept.code, "rough" in kept.facts) == ("volume_part", False)


@pytest.mark.parametrize(
    ("season", "supply"),
    [
        ("nửa cuối tháng 6 đến nửa đầu tháng 7", 10 * 10 / 30.5),
        ("16/6 - 15/7", 10 * 10 / 30.5),
        ("tháng 6 đến giữa tháng 7", 10 * 10 / 49.7),
        ("tháng 6, tháng 7", 10 * 10 / 61),
    ],
)
def test_a_harvest_of_part_months_falls_to_its_own_days(one, offer, demand, season, supply):
    brings = offer(quantity=10, per="season", months=(6, 7), season_text=season)
    need = demand(quantity=9, per="total", months=(6,), deliver_from=date(2027, 6, 18),
                  deliver_to=date(2027, 6, 27))  # fmt: skip
    said = one("volume", brings, need).facts
    assert abs(said["supply"] / 1000 - supply) < 0.15  # months have 30 or 31 days
    assert ("even_days" in said) == (season != "tháng 6, tháng 7")


@pytest.mark.parametrize(
    ("need", "told"),
    [
        ({"per": "total", "months": (1,)}, False),  # the days are those of Tết alone
        ({"per": "week", "months": (1,)}, False),
    ],
)
def test_days_that_bound_only_some_of_the_months_are_not_told_as_those_of_all(one, offer, demand, need, told):
    brings = offer(quantity=30, per="season", months=(1, 8, 9), season_text="T8-9 và dịp Tết")
    said = one("volume", brings, demand(quantity=9, **need)).facts
    assert ("even_days" in said) is told
    assert said["even_over"]


def test_of_a_need_by_the_month_the_days_are_told_where_both_ends_are_named(one, offer, demand):
    brings = offer(quantity=10, per="season", months=(6, 7), season_text="10/6 - 15/7")
    monthly = one("volume", brings, demand(quantity=9, per="month", months=(6, 7))).facts
    assert monthly["even_days"] == ["2027-06-10", "2027-07-15"]
    assert [month for month, _ in monthly["by_month"]] == [6, 7]
    one_end = offer(quantity=10, per="season", months=(6, 7), season_text="từ 10/6")
    mean = one("volume", one_end, demand(quantity=9, per="month", months=(6, 7))).facts
    assert "even_days" not in mean
    assert "even_days" in one("volume", brings, demand(quantity=9, per="total", months=(6,))).facts


def _moon(words, first, last):
    told = {"words": words, "from": first, "to": last}
    return (Doubt("months", "lunar", {name: each for name, each in told.items() if each}),)


@pytest.mark.parametrize(
    ("months", "moon", "wanted", "days", "served", "lacks"),
    [
        # "tháng Chạp" against a window of days within it
        ((1,), ("2027-01-08", "2027-02-05"), (date(2027, 1, 15), date(2027, 2, 3)), (), [1, 2], None),
        # "tháng 2 âm": the first days of it are those of the month before
        ((4,), ("2027-03-28", "2027-04-20"), (date(2027, 3, 29), date(2027, 4, 10)), (), [3, 4], None),
        # "đến Tết" for who wants all of February
        ((11, 12, 1), (None, "2027-02-05"), None, (1, 2), [1, 2], [["after", 2, 5]]),
        # "sau Tết" into March
        ((2,), ("2027-02-06", "2027-03-07"), None, (2, 3), [2, 3], [["before", 2, 6], ["after", 3, 7]]),
        # whose days do not meet
        ((1,), ("2027-01-08", "2027-02-05"), (date(2027, 1, 20), None), (), [1, 2], [["after", 2, 5]]),
        ((1,), ("2027-01-08", "2027-02-05"), (date(2027, 2, 10), date(2027, 3, 10)), (), [], None),
    ],
)  # fmt: skip
def test_a_month_that_lunar_words_touch_is_served_on_its_days(
    one, offer, demand, months, moon, wanted, days, served, lacks
):
    own = offer(months=months, quantity=9, per="season", doubts=_moon("", *moon))
    ends = dict(zip(("deliver_from", "deliver_to"), wanted, strict=True)) if wanted else {}
    told = one("season", own, demand(months=days, quantity=9, per="total", **ends))
    assert told.facts["common"] == served
    assert told.facts.get("lacks") == lacks
    assert (told.code == "season_none") == (not served)


def test_a_month_touched_counts_by_its_days(one, offer, demand):
    moon = _moon("dịp Tết", "2027-01-08", "2027-02-05")
    own = offer(months=(1,), quantity=2.9, per="season", doubts=moon)
    told = one("volume", own, demand(months=(1, 2, 3), quantity=3, per="month"))
    assert [[month, round(value)] for month, value in told.facts["by_month"]] == [[1, 2400], [2, 500]]
    assert round(told.facts["need"]) == round(3000 * (24 / 31 + 5 / 28))  # of January as of February
    assert told.facts["need_days"] == [[1, 24, 31], [2, 5, 28]]
    season = one("season", own, demand(months=(1, 2, 3), quantity=3, per="month"))
    assert season.score == pytest.approx((24 / 31 + 5 / 28) / 3, abs=1e-5)
    january = one("volume", own, demand(months=(1,), quantity=3, per="total"))
    assert round(january.facts["supply"]) == 2400  # 24 of its 29 days


@pytest.mark.parametrize(
    ("amount", "months", "moon", "need"),
    [
        # the end of "tháng 4 âm" in June, and "tháng 2 âm" that begins in March
        ({"per": "season"}, (5,), ("2027-05-06", "2027-06-03"), 26 / 31 + 3 / 30),
        ({"per": "season"}, (4,), ("2027-03-28", "2027-04-20"), 4 / 31 + 20 / 30),
        ({"per": "month"}, (1,), ("2027-01-08", "2027-02-05"), 24 / 31 + 5 / 28),
        ({"per": "season"}, (1, 8, 9), ("2027-01-08", "2027-02-05"), 24 / 31 + 5 / 28 + 2),
    ],
)
def test_both_months_that_the_moon_cuts_count_by_their_days(one, offer, demand, amount, months, moon, need):
    own = offer(months=months, quantity=3, doubts=_moon("", *moon), **amount)
    wanted = tuple(sorted({*months, date.fromisoformat(moon[0]).month, date.fromisoformat(moon[1]).month}))
    told = one("volume", own, demand(months=wanted, quantity=3, per="month"))
    assert told.facts["need"] == pytest.approx(3000 * need, abs=1)
    assert told.facts["supply"] == pytest.approx(3000 * (need if amount["per"] == "month" else 1), abs=1)


def test_a_month_apart_from_the_days_of_tet_has_its_share_of_the_harvest(one, offer, demand):
    moon = _moon("dịp Tết", "2027-01-08", "2027-02-05")
    own = offer(months=(1, 8, 9), quantity=50, per="season", doubts=moon)
    told = one("volume", own, demand(months=(1, 8, 9), quantity=20, per="month")).facts
    assert [[m, round(value / 1000, 1)] for m, value in told["by_month"]] == [[1, 13.3], [8, 17.2], [9, 16.7]]
    assert told["even_over"] == [1, 2, 8, 9]
    assert "even_days" not in told


def test_a_month_named_beside_the_moon_stays_whole(one, offer, demand):
    moon = _moon("tháng Chạp", "2027-01-08", "2027-02-05")
    both = offer(months=(1, 2), quantity=2, per="month", doubts=moon)
    told = one("volume", both, demand(months=(1, 2), quantity=2, per="month"))
    assert round(told.facts["need"]) == 4000


@pytest.mark.parametrize(
    ("season", "months", "per", "supply"),
    [
        ("20/5 đến hết tháng 6", (5, 6), "day", 42000),
        ("20 tháng 5 đến 25 tháng 6", (5, 6), "day", 42000),
        ("from 20 May to end of June", (5, 6), "day", 42000),
        ("tháng 5 đến 15/6", (5, 6), "week", 6428.571),  # the month as counted, and 15 days
        ("20/5 - 20/6", (5, 6), "month", 1053.763),  # of a month its share
        ("tháng 5 đến tháng 6", (5, 6), "day", 60000),
    ],
)
def test_of_what_comes_a_day_each_day_of_a_part_month_counts(one, offer, demand, season, months, per, supply):
    own = offer(product="mận hậu", quantity=1, per=per, months=months, season_text=season)
    told = one("volume", own, demand(product="mận hậu", quantity=5, per="month", months=(5, 6)))
    assert round(told.facts["supply"], 3) == supply


@pytest.mark.parametrize(
    ("season", "months", "days"),
    [
        ("20/5 đến hết tháng 6", (5, 6), [[5, 12], [6, 30]]),
        ("từ tháng 5 tới 15/6", (5, 6), [[5, 31], [6, 15]]),
        ("mid June to end of July", (6, 7), [[6, 20], [7, 31]]),
    ],
)
def test_a_harvest_of_one_day_and_one_month_falls_to_its_days(one, offer, demand, season, months, days):
    whole = sum(each for _, each in days)
    own = offer(product="mận hậu", quantity=whole, per="season", months=months, season_text=season)
    told = one("volume", own, demand(product="mận hậu", quantity=90, per="month", months=months))
    assert [[month, round(value / 1000)] for month, value in told.facts["by_month"]] == days


def test_a_season_that_has_begun_names_no_first_day(offer):
    running = offer(per="season", months=(10, 11, 12), season_text="tháng 10 đến 15/12")
    assert season_days(running, date(2026, 11, 27)) == (None, date(2026, 12, 15))
    ahead = offer(per="season", months=(1, 2), season_text="tháng 1 đến 15/2")
    assert season_days(ahead, date(2026, 11, 27)) == (date(2027, 1, 1), date(2027, 2, 15))


@pytest.mark.parametrize(
    ("amount", "need", "supply"),
    [
        ({"per": "month", "quantity": 30}, {"per": "total"}, 70000),  # today the 21st: ten days of 30
        ({"per": "season", "quantity": 90}, {"per": "total"}, 70000),
        ({"per": "day", "quantity": 1}, {"per": "total"}, 72000),  # each of 72 days
        ({"per": "month", "quantity": 30}, {"per": "month"}, 90000),  # against each month
        ({"per": "month", "quantity": 30}, {"per": "total", "months": (12, 1, 2)}, 60000),
    ],
)
def test_of_a_month_that_runs_only_the_days_left_bring_something_to_a_whole_need(
    one, offer, demand, amount, need, supply
):
    own = offer(months=(11, 12, 1), **amount)
    told = one("volume", own, demand(**{"months": (11, 12, 1), "quantity": 80, **need}))
    assert round(told.facts["supply"]) == supply


def test_a_month_lost_on_the_way_brings_nothing_to_a_whole_need(one, offer, demand):
    far = Place(text="Cần Thơ", lat=10.0, lon=105.8)
    wanted = demand(product="gạo ST25", months=(11, 12), quantity=80, per="total", place=far)
    rice = offer(product="gạo ST25", months=(11, 12), quantity=30, per="month", lead_time_days=7)
    assert round(one("volume", rice, wanted).facts["supply"]) == 30000
