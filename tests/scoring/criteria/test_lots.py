"""Lots and orders are judged by what is gathered and ordered at once, and told in the buyer's own periods."""

from dataclasses import replace

import pytest

from matchmaker.wording.reasons import sentence
from scoring.records import Doubt

RICE = {"product": "gạo ST25"}


def test_a_lot_of_fresh_goods_is_no_months_harvest(one, offer, demand):
    by_lot = demand(quantity=20, per="month", min_lot=15, min_lot_unit="tấn", pooling_allowed=False)
    weekly = offer(quantity=8, per="week", shelf_life_days=7)
    said = one("volume", weekly, by_lot)
    assert said.vetoes == ["volume_too_small"]
    assert (said.facts["lot_offered"], said.facts["lot_keeps"]) == (8000, 7)
    assert one("volume", offer(quantity=8, per="week", shelf_life_days=20), by_lot).vetoes == []


@pytest.mark.parametrize("per", ["month", "total"])
def test_fresh_goods_stated_by_the_month_or_as_a_whole_are_picked_for_a_load(one, offer, demand, per):
    by_lot = demand(quantity=20, per="month", min_lot=15, min_lot_unit="tấn", pooling_allowed=False)
    assert one("volume", offer(quantity=30, per=per, shelf_life_days=3), by_lot).vetoes == []
    few = offer(quantity=14, per=per, shelf_life_days=3)
    assert one("volume", few, by_lot).vetoes == ["volume_too_small"]


@pytest.mark.parametrize("per", ["day", "week", "batch"])
def test_what_is_stated_for_a_load_is_a_lot_however_short_it_keeps(one, offer, demand, per):
    wanted = demand(min_lot=15, min_lot_unit="tấn")
    assert one("volume", offer(quantity=15, per=per, shelf_life_days=1), wanted).vetoes == []


def test_goods_that_keep_and_live_ones_are_gathered_for_a_month_or_a_quarter(one, offer, demand):
    wanted = demand(quantity=5, per="quarter", min_lot=5, min_lot_unit="tấn", **RICE)
    assert one("volume", offer(quantity=5, per="quarter", **RICE), wanted).vetoes == []
    pigs = {"product": "lợn đen", "unit": "con"}
    herd = offer(quantity=30, per="month", storage="live", shelf_life_days=2, **pigs)
    assert one("volume", herd, demand(quantity=30, min_lot=30, min_lot_unit="con", **pigs)).vetoes == []


def test_a_least_order_of_several_periods_is_told_in_the_buyers_own(one, offer, demand):
    said = one("volume", offer(min_order=12.5, min_order_unit="tấn"), demand(quantity=4, per="week"))
    assert said.vetoes == []
    assert (said.facts["order_lasts"], said.facts["order_per"]) == (3.1, "week")
    fitting = one("volume", offer(min_order=4, min_order_unit="tấn"), demand(quantity=4, per="week"))
    assert "order_lasts" not in fitting.facts


@pytest.mark.parametrize(("least", "lasts"), [(3.75, 1.3), (3.7, 1.2), (4.05, 1.4), (6.75, 2.3), (6, 2)])
def test_periods_of_need_are_rounded_as_people_round(one, offer, demand, least, lasts):
    said = one("volume", offer(min_order=least, min_order_unit="tấn"), demand(quantity=3, per="week"))
    assert said.facts["order_lasts"] == lasts


@pytest.mark.parametrize(
    ("product", "months", "served", "most"),
    [
        ("gạo ST25", (3, 4, 5, 6, 7, 8), (1, 2, 3, 4, 5, 6), 4),
        ("miến dong", (2, 3), (1, 2, 3), 2),
        ("hạt điều", (5, 6, 7), (4, 5, 6, 7), 3),
        ("gạo ST25", (1, 2, 3, 4, 5, 6), (1, 2, 3, 4, 5, 6), 6),  # all of them
    ],
)
def test_a_least_order_is_lowered_to_the_months_that_can_be_delivered(
    match, offer, demand, product, months, served, most
):
    large = offer(product=product, quantity=3, per="month", months=months, shelf_life_days=720,
                  min_order=500, min_order_unit="kg")  # fmt: skip
    need = {"quantity": 60, "unit": "kg", "per": "month", "months": served}
    step = match(large, demand(product=product, delivery_rhythm="1 lần/tháng", **need)).missing
    assert (step.code, step.facts["to"]) == ("lower_min_order", 60 * most)
    assert step.facts["months_at_once"] == most
    left = replace(large, min_order=step.facts["to"], min_order_unit=step.facts["unit"])
    assert match(left, demand(product=product, delivery_rhythm="1 lần/tháng", **need)).eligible


@pytest.mark.parametrize(
    ("rhythm", "offered", "pooled", "gathered"),
    [
        ("1 container/2 tháng", 60, 150, 2),
        ("2 tháng 1 lần", 60, 150, 2),
        ("every 2 months", 60, 150, 2),
        ("1 chuyến/quý", 90, 100, 3),
        ("1 chuyến/4 tháng", 120, 75, 4),
        ("1 chuyến/tháng", 180, 50, 6),  # may come more seldom, which is told: half a year of a year
        ("", 180, 50, 6),
    ],
)
def test_a_lot_is_gathered_from_one_delivery_of_the_buyer_to_the_next(
    one, match, offer, demand, rhythm, offered, pooled, gathered
):
    rice = {"product": "gạo ST25", "months": tuple(range(1, 13))}
    flow = offer(quantity=30, unit="kg", per="month", shelf_life_days=720, **rice)
    need = demand(quantity=2, unit="tấn", per="total", min_lot=300, min_lot_unit="kg", pooling_allowed=True,
                  delivery_rhythm=rhythm, **rice)  # fmt: skip
    assert one("volume", flow, need).facts["lot_offered"] == offered
    step = match(flow, need).missing
    assert (step.code, step.facts["to"], step.facts["lot_months"]) == ("pool_volume", pooled, gathered)
    assert not match(replace(flow, quantity=pooled - 1), need).eligible
    told = sentence("pool_volume", step.facts, "vi")
    assert f"bên mua nhận lô từ 300 kg, dồn {gathered} tháng một lô" in told


def test_a_least_order_above_one_trip_of_the_buyer_is_told_with_what_a_trip_takes(one, offer, demand):
    often = demand(quantity=60, per="month", delivery_rhythm="giao 3 chuyến/tuần")
    said = one("volume", offer(min_order=30, min_order_unit="tấn"), often)
    assert said.vetoes == []
    assert (said.facts["min_order"], round(said.facts["trip"])) == (30000, 4667)
    assert "order_lasts" not in said.facts  # a month of his takes more
    assert "trip" not in one("volume", offer(min_order=4, min_order_unit="tấn"), often).facts
    seldom = demand(quantity=60, per="month", delivery_rhythm="1 chuyến/tháng")
    assert "trip" not in one("volume", offer(min_order=30, min_order_unit="tấn"), seldom).facts
    daily = demand(quantity=300, unit="kg", per="day", delivery_rhythm="giao 3h sáng hằng ngày")
    same = one("volume", offer(min_order=2, min_order_unit="tấn"), daily).facts
    assert (round(same["order_lasts"], 1), "trip" in same) == (6.7, False)


def test_an_order_of_fresh_goods_that_outlasts_them_is_told_with_the_days_that_they_keep(one, offer, demand):
    weekly = demand(quantity=4, per="week")
    fresh = one("volume", offer(min_order=12, min_order_unit="tấn", shelf_life_days=7), weekly)
    assert (fresh.facts["order_lasts"], fresh.facts["order_keeps"]) == (3, 7)
    longer = one("volume", offer(min_order=12, min_order_unit="tấn", shelf_life_days=25), weekly)
    assert "order_keeps" not in longer.facts


def test_a_least_order_that_refuses_is_not_told_as_one_to_be_divided(one, offer, demand):
    refused = one("volume", offer(min_order=40, min_order_unit="tấn"), demand(quantity=4, per="week"))
    assert refused.vetoes == ["moq_too_high"]
    assert "order_lasts" not in refused.facts


def test_the_upper_end_of_a_range_is_what_may_be_ordered(one, offer, demand):
    ends = Doubt("quantity", "range", {"low": 40.0, "high": 50.0})
    wanted = demand(quantity=40, unit="kg", per="month", doubts=(ends,))
    within = one("volume", offer(min_order=50, min_order_unit="kg"), wanted)
    assert within.vetoes == []
    assert (within.facts["order_within"], "order_lasts" in within.facts) == ("month", False)
    above = one("volume", offer(min_order=60, min_order_unit="kg"), wanted)
    assert above.vetoes == ["moq_too_high"]
    assert (above.why("moq_too_high")["most_wanted"], above.why("moq_too_high")["months_at_once"]) == (50, 1)


def test_an_order_too_large_tells_the_months_it_was_measured_by(one, offer, demand):
    large = one("volume", offer(min_order=30, min_order_unit="tấn"), demand(quantity=1.5, per="week"))
    why = large.why("moq_too_high")
    assert (why["months_at_once"], why["need_said"], why["need_said_per"]) == (1, 1.5, "week")
    whole = one("volume", offer(min_order=30, min_order_unit="tấn"), demand(quantity=9, per="total"))
    assert "months_at_once" not in whole.why("moq_too_high")


def test_litres_are_refused_for_lots_that_they_cannot_weigh(one, offer, demand):
    by_lot = demand(quantity=36, min_lot=18, min_lot_unit="tấn", **RICE)
    few = one("volume", offer(quantity=3000, unit="lít", per="year", **RICE), by_lot)
    assert few.vetoes == ["volume_too_small"]
    assert (few.facts["lot_at_most"], few.facts["lot_unit"]) == (4500, "kg")
    assert one("volume", offer(quantity=15_000, unit="lít", per="year", **RICE), by_lot).vetoes == []


def test_a_quarters_amount_of_goods_that_keep_is_pooled_by_the_quarter(match, offer, demand):
    by_lot = demand(quantity=10, per="quarter", min_lot=10, min_lot_unit="tấn", **RICE)
    step = match(offer(quantity=5, per="quarter", shelf_life_days=365, **RICE), by_lot).missing
    assert (step.code, step.facts["from"], step.facts["to"], step.facts["per"]) == (
        "pool_volume", 5000, 10_000, "quarter",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("product", "have", "lot", "months", "keeps", "left", "spans"),
    [
        ("gạo ST25", 500, 2000, (1, 2, 3, 4), 365, None, None),
        ("gạo ST25", 300, 1500, (1, 2, 3, 4, 5), 240, 0.3, None),
        ("gạo nếp", 40, 120, (12, 1, 2), 720, None, None),
        ("gạo ST25", 500, 2000, (1, 2, 3, 4), 365, 0.7, 3),  # 110 days of life to spare
        ("gạo ST25", 400, 2000, (1, 2, 3, 4), 365, None, 4),
    ],
)
def test_all_months_that_are_served_count_for_a_lot_while_the_life_wanted_is_left(
    one, offer, demand, product, have, lot, months, keeps, left, spans
):
    goods = {"product": product, "months": months}
    flow = offer(quantity=have, unit="kg", per="month", shelf_life_days=keeps, **goods)
    need = demand(quantity=2 * have, unit="kg", per="month", min_lot=lot, min_lot_unit="kg",
                  min_remaining_share=left, pooling_allowed=True, **goods)  # fmt: skip
    said = one("volume", flow, need)
    assert (said.vetoes == ["volume_too_small"], said.facts.get("lot_spans")) == (spans is not None, spans)
    assert said.facts.get("lot_months") == (None if spans else len(months))
    told = sentence(said.code, said.facts, "vi")
    assert ("đủ hạn bên mua cần, gom 3 tháng cũng chỉ được 1,5 tấn)" in told) == (spans == 3)


@pytest.mark.parametrize(
    ("months", "rhythm", "stock"),
    [((12,), "", True), ((12, 1), "", False), ((12,), "giao trước 20/12/2026", True), ((2,), "", True)],
)
def test_a_lot_of_more_months_than_are_served_is_asked_of_the_store(
    one, offer, demand, months, rhythm, stock
):
    flow = offer(product="gạo ST25", quantity=500, unit="kg", per="month", shelf_life_days=365,
                 months=tuple(range(1, 13)))  # fmt: skip
    need = demand(product="gạo ST25", quantity=2, per="total", months=months, delivery_rhythm=rhythm,
                  min_lot=1, min_lot_unit="tấn", pooling_allowed=True)  # fmt: skip
    said = one("volume", flow, need)
    told = sentence(said.code, said.facts, "vi")
    assert ("có hàng trữ sẵn để đủ lô không." in told, "dồn 2 tháng mới đủ" in told) == (stock, not stock)


def test_months_of_goods_that_keep_make_up_a_lot_together(one, offer, demand):
    rice = {"product": "gạo ST25", "quantity": 400, "unit": "kg", "per": "month", "months": (6, 7)}
    lot = {"min_lot": 600, "min_lot_unit": "kg", "pooling_allowed": False}
    said = one("volume", offer(**rice, shelf_life_days=365), demand(product="gạo ST25", quantity=1, **lot))
    assert ("volume_too_small" in said.vetoes, said.facts["lot_months"]) == (False, 2)
    once = demand(product="gạo ST25", quantity=1, delivery_rhythm="giao 1 lần trước 5/1", **lot)
    assert "lot_months" not in one("volume", offer(**rice, shelf_life_days=365), once).facts
    short = one("volume", offer(**rice, shelf_life_days=45), demand(product="gạo ST25", quantity=1, **lot))
    assert short.vetoes == ["volume_too_small"]


@pytest.mark.parametrize("rhythm", ["2 tuần/lần", "hai tuần một lần", "tháng 2 chuyến", "fortnightly"])
def test_a_least_order_that_one_call_of_the_buyer_takes_leaves_nothing_to_ask(one, offer, demand, rhythm):
    wanted = demand(quantity=18, per="week", delivery_rhythm=rhythm)
    said = one("volume", offer(min_order=30, min_order_unit="tấn"), wanted)
    assert (said.vetoes, "order_lasts" in said.facts, "trip" in said.facts) == ([], False, False)
    more = one("volume", offer(min_order=50, min_order_unit="tấn"), wanted).facts
    assert (more["order_lasts"], round(more["trip"])) == (2.8, pytest.approx(36_000, rel=0.08))
    often = demand(quantity=18, per="week", delivery_rhythm="2 chuyến/tuần")
    assert round(one("volume", offer(min_order=20, min_order_unit="tấn"), often).facts["trip"]) == 9000


def test_who_calls_once_a_quarter_takes_a_quarters_need_at_once(one, offer, demand):
    seldom = demand(quantity=5, per="month", months=(6, 7, 8), delivery_rhythm="mỗi quý 1 lần")
    assert one("volume", offer(min_order=12, min_order_unit="tấn"), seldom).vetoes == []
    monthly = demand(quantity=5, per="month", months=(6, 7, 8), delivery_rhythm="1 lần/tháng")
    assert one("volume", offer(min_order=12, min_order_unit="tấn"), monthly).vetoes == ["moq_too_high"]


def test_a_lower_least_order_of_goods_that_do_not_keep_is_taken_in_loads(match, offer, demand):
    weekly = demand(quantity=2, per="month", delivery_rhythm="1 chuyến/tuần")
    step = match(offer(min_order=3.8, min_order_unit="tấn", shelf_life_days=7), weekly).missing
    assert (step.code, step.facts["to"], step.facts["order_keeps"]) == ("lower_min_order", 2000, 7)
    assert round(step.facts["trip"]) == 467
    unsaid = match(offer(min_order=3.8, min_order_unit="tấn", shelf_life_days=7), demand(quantity=2)).missing
    assert (unsaid.facts["order_keeps"], "trip" in unsaid.facts) == (7, False)
    keeps = demand(product="gạo ST25", quantity=2, per="month", months=(6,))
    rice = offer(product="gạo ST25", min_order=15, min_order_unit="tấn", shelf_life_days=365)
    assert "order_keeps" not in match(rice, keeps).missing.facts


def test_a_least_lot_above_what_the_buyer_takes_in_his_own_period_is_told(one, offer, demand):
    flow = {"quantity": 300, "unit": "kg", "per": "day", "shelf_life_days": 5}
    need = {"quantity": 80, "unit": "kg", "per": "day", "min_lot_unit": "kg"}
    said = one("volume", offer(**flow), demand(**need, min_lot=100)).facts
    assert (said["lot_lasts"], said["lot_per"], "lot_outlasts" in said) == (1.25, "day", False)
    large = one("volume", offer(**flow), demand(**need, min_lot=500)).facts
    assert (large["lot_lasts"], large["lot_outlasts"]) == (6.25, 5)
    week = demand(quantity=100, unit="kg", per="week", min_lot=300, min_lot_unit="kg")
    assert one("volume", offer(**flow), week).facts["lot_lasts"] == 3
    for lot in (50, 80):
        assert "lot_lasts" not in one("volume", offer(**flow), demand(**need, min_lot=lot)).facts
    rarely = demand(**need, min_lot=200, delivery_rhythm="mỗi tuần 2 chuyến")
    assert "lot_lasts" not in one("volume", offer(**flow), rarely).facts  # 280 kg a trip
    monthly = {"quantity": 800, "unit": "kg", "per": "month", "delivery_rhythm": "1 chuyến/tuần"}
    quarter = demand(**monthly, min_lot=200, min_lot_unit="kg")  # a quarter of a month, in speech
    assert "lot_lasts" not in one("volume", offer(**flow), quarter).facts
    assert "lot_trip" in one("volume", offer(**flow), demand(**monthly, min_lot=250, min_lot_unit="kg")).facts


@pytest.mark.parametrize(
    ("need", "per", "rhythm", "lot", "asked"),
    [
        (8000, "month", "1 chuyến/tuần", 2000, False),  # four loads a month in speech
        (16_000, "month", "2 chuyến/tuần", 2000, False),
        (1000, "week", "4 chuyến/tháng", 1070, False),
        (2000, "week", "2 chuyến/tuần", 1070, True),  # two loads a week are two
        (8000, "month", "4 chuyến/tháng", 2150, True),
        (8000, "month", "1 chuyến/tuần", 2200, True),
    ],
)
def test_weeks_that_make_no_whole_month_are_no_reason_to_ask(
    one, offer, demand, need, per, rhythm, lot, asked
):
    flow = offer(quantity=100, unit="tấn", per="month", min_order=lot, min_order_unit="kg")
    wants = demand(quantity=need, unit="kg", per=per, delivery_rhythm=rhythm)
    assert ("trip" in one("volume", flow, wants).facts) == asked
    least = demand(quantity=need, unit="kg", per=per, delivery_rhythm=rhythm, min_lot=lot, min_lot_unit="kg")
    assert ("lot_lasts" in one("volume", flow, least).facts) == asked


def test_a_load_of_a_small_producer_that_makes_no_lot_is_told_by_what_he_has(one, offer, demand):
    need = demand(quantity=8, per="month", min_lot=2, min_lot_unit="tấn", delivery_rhythm="1 chuyến/tuần")
    few = one("volume", offer(quantity=5, per="month"), need).facts
    assert (round(few["lot_brought"]), few["lot_asked"], "lot_lasts" in few) == (1167, 2000, False)
    assert "lot_brought" not in one("volume", offer(quantity=20, per="month"), need).facts
    rarely = demand(quantity=8, per="month", min_lot=2, min_lot_unit="tấn", delivery_rhythm="2 tuần 1 chuyến")
    assert "lot_brought" not in one("volume", offer(quantity=5, per="month"), rarely).facts


def test_a_least_order_within_the_least_lot_of_the_buyer_is_none_too_large(one, offer, demand):
    need = {"quantity": 80, "unit": "kg", "per": "day", "min_lot_unit": "kg"}
    order = {"quantity": 300, "unit": "kg", "per": "day", "min_order": 250, "min_order_unit": "kg"}
    assert "order_lasts" not in one("volume", offer(**order), demand(**need, min_lot=500)).facts
    assert "order_lasts" in one("volume", offer(**order), demand(**need, min_lot=100)).facts


@pytest.mark.parametrize(
    ("have", "unit", "lot", "refused"),
    [(100, "kg", 200, True), (600, "kg", 200, False), (270, "kg", 200, True), (290, "kg", 200, False)],
)
def test_a_lot_in_litres_is_held_against_the_most_litres_that_a_weight_comes_to(
    one, offer, demand, have, unit, lot, refused
):
    honey = {"product": "mật ong bạc hà", "months": (11, 12)}
    need = demand(**honey, quantity=800, unit="lít", per="total", min_lot=lot, min_lot_unit="lít")
    said = one("volume", offer(**honey, quantity=have, unit=unit, per="season"), need)
    assert (said.vetoes == ["volume_too_small"]) == refused
    if refused:
        assert said.facts["lot_unit"] == "lít"


def test_a_buyer_who_would_pool_must_take_parts_below_his_lot_too(match, offer, demand):
    need = demand(product="gạo ST25", quantity=15, per="month", min_lot=3, min_lot_unit="tấn",
                  pooling_allowed=False, delivery_rhythm="1 chuyến/tuần")  # fmt: skip
    step = match(
        offer(product="gạo ST25", quantity=50, unit="kg", per="day", shelf_life_days=270), need
    ).missing
    assert (step.code, step.facts["min_lot"], step.facts["brings"]) == ("allow_pooling", 3000, 350)
    assert step.facts["brings_per"] == "trip"
    small = demand(product="gạo ST25", quantity=15, per="month", min_lot=300, min_lot_unit="kg",
                   pooling_allowed=False, delivery_rhythm="1 chuyến/tuần")  # fmt: skip
    enough = match(offer(product="gạo ST25", quantity=50, unit="kg", per="day", shelf_life_days=270), small)
    assert (enough.missing.code, "brings" in enough.missing.facts) == ("allow_pooling", False)


def test_a_pool_of_neighbours_is_told_the_lot_that_it_must_make(match, offer, demand):
    need = demand(quantity=20, per="month", min_lot=5, min_lot_unit="tấn", pooling_allowed=True)
    step = match(offer(quantity=4, per="month"), need).missing
    assert (step.code, step.facts["min_lot"], step.facts["lot_unit"]) == ("pool_volume", 5000, "kg")
    daily = match(offer(quantity=300, unit="kg", per="day", shelf_life_days=5), need).missing.facts
    assert 1 < daily["lot_days"] <= 5
    left = demand(quantity=20, per="month", min_lot=5, min_lot_unit="tấn", min_remaining_days=4)
    same_day = match(offer(quantity=300, unit="kg", per="day", shelf_life_days=5), left).missing.facts
    assert (same_day["to"], "lot_days" in same_day) == (5000, False)


@pytest.mark.parametrize(
    ("left", "lot"),
    [(None, 1500), (2, 900), (4, 300), (5, 300)],  # a day's amount whatever the buyer wants left
)
def test_a_lot_of_fresh_goods_has_the_life_that_the_buyer_wants_left(one, offer, demand, left, lot):
    need = demand(quantity=20, per="month", min_lot=5, min_lot_unit="tấn", min_remaining_days=left)
    said = one("volume", offer(quantity=300, unit="kg", per="day", shelf_life_days=5), need)
    assert said.vetoes == ["volume_too_small"]
    assert said.facts["lot_offered"] <= lot  # less what the way takes
    assert said.facts["lot_offered"] > lot - 300 or lot == 300
    month = one("volume", offer(quantity=9, unit="tấn", per="month", shelf_life_days=5), need)
    assert month.vetoes == []  # picked for the load


@pytest.mark.parametrize(
    ("need", "asked"),
    [
        ({"quantity": 30, "per": "total"}, True),
        ({"quantity": 60, "per": "season"}, True),
        ({"quantity": 3, "per": "week"}, True),
        ({"quantity": 150, "per": "total"}, False),  # a load of his takes it
    ],
)
def test_a_least_order_of_fresh_goods_is_held_against_the_loads_of_a_whole_need(
    one, offer, demand, need, asked
):
    months = (12, 1, 2)
    fresh = offer(product="dâu tây", quantity=60, per="month", months=months, shelf_life_days=7,
                  storage="chilled", min_order=5, min_order_unit="tấn")  # fmt: skip
    wanted = demand(product="dâu tây", months=months, delivery_rhythm="2 chuyến/tuần", **need)
    assert ("order_keeps" in one("volume", fresh, wanted).facts) is asked
    if need["per"] == "total":
        how_often_unsaid = demand(product="dâu tây", months=months, **need)
        assert "trip" not in one("volume", fresh, how_often_unsaid).facts


def test_who_says_how_often_is_asked_for_the_lot_or_that(one, offer, demand):
    flow = offer(product="dâu tây", quantity=20, per="month", months=(12, 1), shelf_life_days=7)
    wanted = {"product": "dâu tây", "quantity": 440, "unit": "kg", "per": "week", "months": (12, 1)}
    lot = {"min_lot": 500, "min_lot_unit": "kg"}
    weekly = one("volume", flow, demand(**wanted, **lot, delivery_rhythm="hàng tuần"))
    assert weekly.facts["lot_trip"] == pytest.approx(440)
    assert "lot_trip" not in one("volume", flow, demand(**wanted, **lot)).facts


def test_fresh_goods_of_a_season_s_amount_are_asked_for_the_lot_that_can_be_gathered(one, offer, demand):
    need = demand(product="nhãn", quantity=40, unit="tấn", per="day", min_lot=10, min_lot_unit="tấn")
    fruit = {"product": "nhãn", "quantity": 120, "per": "season", "months": (1, 2), "storage": "ambient"}
    few = one("volume", offer(shelf_life_days=4, **fruit), need).facts
    assert (few["lot_asked"], few["lot_days"], few["lot_wait"] <= 4) == (10000, 5, True)
    assert "lot_days" not in one("volume", offer(shelf_life_days=40, **fruit), need).facts
    many = {**fruit, "quantity": 1200}
    assert "lot_days" not in one("volume", offer(shelf_life_days=4, **many), need).facts


@pytest.mark.parametrize(
    ("season", "months", "days"),
    [
        ("cuối tháng 5 - giữa tháng 6", (5, 6), 12.4),  # of 31 days
        ("nửa cuối tháng 1 đến nửa đầu tháng 2", (1, 2), 12.4),
        ("16/5 - 10/6", (5, 6), 10.4),
        ("tháng 5 - 6", (5, 6), 24),  # whole months
    ],
)
def test_a_lot_is_gathered_over_the_days_of_the_season(one, offer, demand, season, months, days):
    fruit = {"product": "mận", "quantity": 5, "per": "season", "months": months, "season_text": season}
    need = demand(product="mận", quantity=8, per="day", months=months, min_lot=2, min_lot_unit="tấn")
    said = one("volume", offer(shelf_life_days=5, storage="ambient", **fruit), need).facts
    assert said["lot_days"] == pytest.approx(days, abs=0.05)


def test_a_lot_that_is_gathered_longer_than_goods_wait_is_told_with_the_days_that_leave_their_life(
    one, offer, demand
):
    need = demand(
        product="nhãn", quantity=40, unit="tấn", per="day", months=(1, 2), min_lot=10, min_lot_unit="tấn"
    )
    fruit = offer(
        product="nhãn", quantity=120, per="season", months=(1, 2), storage="ambient", shelf_life_days=4
    )
    said = one("volume", fruit, need)
    told = {lang: sentence(said.code, said.facts, lang) for lang in ("vi", "en")}
    assert "chia đều thì phải gom 5 ngày mà muốn còn đủ hạn khi tới thì chỉ gom được" in told["vi"]
    assert "to arrive in time it can be gathered for" in told["en"]


@pytest.mark.parametrize(
    ("product", "wanted", "lot", "least"),
    [
        ("vải sấy", "vải thiều", 2000, None),
        ("chuối tươi", "chuối sấy", 500, 40),
        ("chuối sấy", "chuối tươi", 3000, 100),
    ],
)
def test_goods_in_another_form_are_held_against_no_lot_and_no_order(
    one, offer, demand, product, wanted, lot, least
):
    need = {"quantity": 1, "per": "month", "min_lot": lot, "min_lot_unit": "kg", "pooling_allowed": False}
    flow = {"quantity": 100, "unit": "kg", "per": "month", "min_order": least, "min_order_unit": "tấn"}
    said = one("volume", offer(product=product, **flow), demand(product=wanted, **need))
    assert said.vetoes == []
    assert "hai bên cân hàng khác dạng" in sentence(said.code, said.facts, "vi")
    same = one("volume", offer(product=wanted, **flow), demand(product=wanted, **need))
    assert "volume_too_small" in same.vetoes


@pytest.mark.parametrize(
    ("rhythm", "least", "told"),
    [
        ("giao nhiều chuyến", 12.5, "hơn nửa lượng cần: phải hỏi giao chia chuyến."),
        ("chia 4 chuyến", 11, "hơn nửa lượng cần: phải hỏi giao chia chuyến."),
        ("in several loads", 20, "hơn nửa lượng cần: phải hỏi giao chia chuyến."),
        ("1 chuyến/tuần", 12.5, "mỗi chuyến bên mua lấy chừng 2,3 tấn: phải hỏi gộp chuyến hoặc"),
        ("giao nhiều chuyến", 8, ""),
        ("giao 1 lần", 12.5, ""),
        ("thanh toán 2 đợt", 12.5, ""),
        ("", 12.5, ""),
    ],
)
def test_a_least_order_of_most_of_a_need_in_several_loads_is_asked(one, offer, demand, rhythm, least, told):
    rice = {"product": "gạo ST25", "months": (6, 7)}
    flow = offer(
        quantity=100, per="month", min_order=least, min_order_unit="tấn", shelf_life_days=365, **rice
    )
    said = one("volume", flow, demand(quantity=20, per="total", delivery_rhythm=rhythm, **rice))
    whole = sentence(said.code, said.facts, "vi")
    assert (told in whole, "Bên bán nhận đơn" in whole) == (True, bool(told))


@pytest.mark.parametrize(
    ("product", "keeps", "rhythm", "joined"),
    [
        ("mận hậu", 11, "1 chuyến/tuần", False),  # two weeks of goods that keep eleven days
        ("dâu tây", 5, "2 chuyến/tuần", False),
        ("xoài", 25, "2 chuyến/tháng", False),
        ("mận hậu", 20, "1 chuyến/tuần", True),
        ("gạo ST25", 365, "2 chuyến/tháng", True),
    ],
)
def test_loads_are_joined_only_where_they_are_used_up_in_time(
    one, offer, demand, product, keeps, rhythm, joined
):
    goods = {"product": product, "months": (5, 6)}
    need = demand(quantity=10, per="month", delivery_rhythm=rhythm, **goods)
    trip = 10 / {"1 chuyến/tuần": 30 / 7, "2 chuyến/tuần": 60 / 7, "2 chuyến/tháng": 2}[rhythm]
    flow = offer(quantity=100, per="month", shelf_life_days=keeps, min_order=trip * 1.3,
                 min_order_unit="tấn", **goods)  # fmt: skip
    said = one("volume", flow, need)
    told = sentence(said.code, said.facts, "vi")
    assert ("phải hỏi gộp chuyến hoặc" in told, "phải hỏi giao chia chuyến" in told) == (joined, not joined)


@pytest.mark.parametrize(
    ("words", "where", "need", "loads"),
    [
        ("4 đợt trước Tết", "delivery_rhythm", 8000, 4),
        ("chia bốn chuyến", "delivery_rhythm", 8000, 4),
        ("giao 5-6 lan", "delivery_rhythm", 8000, 5),
        ("in 4 deliveries", "delivery_rhythm", 8000, 4),
        ("hàng chia làm 4 đợt, trả hàng hư", "remarks", 8000, 4),
        ("4 đợt trước Tết", "delivery_rhythm", 12_000, None),  # 3,000 each
        ("2 đợt", "delivery_rhythm", 8000, None),
        ("1 đợt", "delivery_rhythm", 2000, None),
        ("4 đợt mỗi tháng", "delivery_rhythm", 8000, None),  # how often, and not how many
        ("đã mua 4 đợt năm ngoái", "remarks", 8000, None),
    ],
)
def test_a_lot_above_each_of_the_loads_that_the_buyer_wants_in_all_is_asked(
    one, offer, demand, words, where, need, loads
):
    fruit = {"product": "bưởi Diễn", "unit": "quả", "per": "total", "months": (12, 1)}
    wanted = demand(quantity=need, min_lot=2857, min_lot_unit="quả", **{where: words}, **fruit)
    said = one("volume", offer(quantity=20_000, **fruit), wanted)
    assert said.facts.get("lot_batches") == loads
    told = sentence(said.code, said.facts, "vi")
    assert ("phải hỏi bên mua giao ít đợt hơn hay nhận lô nhỏ hơn" in told) == (loads is not None)
    if loads:
        assert f"mà chia {loads} đợt thì mỗi đợt chừng {need // loads // 1000}." in told
        assert f"but in {loads} loads each is about" in sentence(said.code, said.facts, "en")
