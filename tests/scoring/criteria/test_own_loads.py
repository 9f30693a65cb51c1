"""Least orders in heads and pieces, and a seller's own above what he has for one delivery."""

from datetime import date

import pytest

from matchmaker.wording.reasons import sentence
from scoring.records import Size

PIGS = {"product": "lợn đen", "months": tuple(range(1, 13))}
MEAT = {"product": "thịt lợn đen", "months": tuple(range(1, 13))}


def _herd(offer, least, low=40, high=60, **more):
    size = (Size("con", low, high, "kg"),)
    return offer(quantity=120, unit="con", per="month", storage="live", min_order=least, min_order_unit="con",
                 sizes=size, **PIGS, **more)  # fmt: skip


@pytest.mark.parametrize(
    ("least", "need", "rhythm", "takes"),
    [
        (30, 1000, "3 chuyến/tuần", 333.333),
        (15, 1000, "3 chuyến/tuần", None),  # 300 kg at the least of what may be a trip
        (20, 350, "1 chuyến/tuần", 350),
        (60, 1000, "", 1000),  # of a week
        (30, 1000, "", None),
    ],
)
def test_an_order_in_heads_is_told_by_what_they_weigh(one, offer, demand, least, need, rhythm, takes):
    wanted = demand(quantity=need, unit="kg", per="week", delivery_rhythm=rhythm, **MEAT)
    said = one("volume", _herd(offer, least), wanted)
    assert said.facts.get("order_takes") == takes
    told = sentence(said.code, said.facts, "vi")
    assert (f"Bên bán nhận đơn từ {least} con" in told) == (takes is not None)
    if takes:
        assert said.facts["order_weighs"] == [least * 40, least * 60]
        assert "tấn hơi)" in told
        assert "phải hỏi giao chia chuyến" in told
        assert "ask for delivery in several loads" in sentence(said.code, said.facts, "en")


def test_an_order_in_pieces_is_told_by_what_they_weigh(one, offer, demand):
    fruit = {"product": "bưởi Diễn", "months": (11, 12)}
    size = (Size("quả", 0.8, 1.2, "kg"),)
    large = offer(quantity=20_000, unit="quả", per="month", min_order=3000, min_order_unit="quả", sizes=size,
                  **fruit)  # fmt: skip
    weekly = demand(quantity=1, unit="tấn", per="week", **fruit)
    said = one("volume", large, weekly)
    assert "(2,4–3,6 tấn), bên mua lấy 1 tấn mỗi tuần" in sentence(said.code, said.facts, "vi")
    much = demand(quantity=3, unit="tấn", per="week", **fruit)
    assert "order_counted" not in one("volume", large, much).facts


@pytest.mark.parametrize(
    ("product", "unit", "have", "least", "need", "rhythm", "trip"),
    [
        ("gà đen", "con", 200, 40, 120, "thứ 3 và thứ 6", 23.333),
        ("rau cải", "kg", 3000, 400, 5000, "giao hằng ngày", 100),
        ("cá chép", "kg", 900, 90, 500, "3 chuyến/tuần", 70),
        ("rau cải", "kg", 3000, 90, 2000, "giao hằng ngày", None),  # a day of his makes it up
        ("rau cải", "kg", 30_000, 900, 2000, "2 chuyến/tuần", None),  # more than the buyer needs
        ("rau cải", "kg", 3000, 400, 2000, "", None),
    ],
)
def test_a_seller_who_has_less_than_his_own_order_for_a_delivery_is_asked(
    one, offer, demand, product, unit, have, least, need, rhythm, trip
):
    goods = {"product": product, "months": (1, 2, 3)}
    flow = offer(quantity=have, unit=unit, per="month", min_order=least, min_order_unit=unit, **goods)
    said = one("volume", flow, demand(quantity=need, unit=unit, per="week", delivery_rhythm=rhythm, **goods))
    assert said.facts.get("own_trip") == trip
    told = sentence(said.code, said.facts, "vi")
    assert ("mà mỗi chuyến chỉ có chừng" in told) == (trip is not None)


def test_a_lot_brought_less_often_makes_up_the_sellers_own_order_too(one, offer, demand):
    birds = {"product": "gà đen", "months": (1, 2, 3)}
    flow = offer(quantity=300, unit="con", per="month", min_order=74, min_order_unit="con", **birds)
    need = demand(quantity=200, unit="con", per="week", min_lot=50, min_lot_unit="con",
                  delivery_rhythm="thứ 3 và thứ 6", **birds)  # fmt: skip
    said = one("volume", flow, need)
    assert said.facts["lot_apart"] < said.facts["own_apart"] == 8
    assert "(chừng 8 ngày một lô)" in sentence(said.code, said.facts, "vi")


@pytest.mark.parametrize(
    ("per", "lot", "least", "even"), [("season", 1000, 1380, True), ("month", 1000, 1380, False)]
)
def test_a_day_of_fresh_goods_that_makes_no_lot_is_asked_for_fewer_deliveries(
    one, offer, demand, per, lot, least, even
):
    fruit = {"product": "hồng không hạt", "months": (9, 10)}
    have = 50 if per == "season" else 25
    few = offer(quantity=have, per=per, min_order=least, min_order_unit="kg", shelf_life_days=7,
                storage="ambient", **fruit)  # fmt: skip
    need = demand(quantity=3, per="day", min_lot=lot, min_lot_unit="kg", delivery_rhythm="giao hằng ngày",
                  **fruit)  # fmt: skip
    said = one("volume", few, need)
    assert (round(said.facts["lot_brought"]), "lot_even" in said.facts) == (833, even)
    told = sentence(said.code, said.facts, "vi")
    assert "Bên mua nhận lô từ 1 tấn, bên bán nhận đơn từ 1,38 tấn, mỗi chuyến bên bán chỉ có" in told
    small = demand(quantity=3, per="day", min_lot=800, min_lot_unit="kg", delivery_rhythm="giao hằng ngày",
                   **fruit)  # fmt: skip
    assert "lot_brought" not in one("volume", few, small).facts


def test_a_stock_makes_up_a_lot_and_an_order_however_often_it_is_called(one, offer, demand):
    rice = {"product": "gạo ST25", "months": (9, 10)}
    stock = offer(quantity=50, per="season", min_order=2, min_order_unit="tấn", shelf_life_days=360, **rice)
    need = demand(quantity=3, per="day", min_lot=1, min_lot_unit="tấn", delivery_rhythm="hằng ngày", **rice)
    assert {"own_order", "lot_brought"}.isdisjoint(one("volume", stock, need).facts)


@pytest.mark.parametrize(
    ("product", "need", "have", "per", "keeps", "rhythm"),
    [
        ("mận hậu", {"quantity": 200, "per": "total"}, 100, "season", 8, "giao hằng ngày"),
        ("bưởi da xanh", {"quantity": 150, "per": "season"}, 45, "month", 25, "mỗi ngày 1 chuyến"),
        ("khoai lang", {"quantity": 160, "per": "month"}, 50, "month", 60, "thứ 2, thứ 4, thứ 6"),
    ],
)
def test_no_smaller_order_is_asked_below_the_least_lot_of_the_buyer(
    one, offer, demand, product, need, have, per, keeps, rhythm
):
    goods = {"product": product, "months": (5, 6)}
    fruit = offer(quantity=have, per=per, min_order=5, min_order_unit="tấn", shelf_life_days=keeps, **goods)
    wanted = demand(min_lot=15, min_lot_unit="tấn", delivery_rhythm=rhythm, **need, **goods)
    said = one("volume", fruit, wanted)
    told = sentence(said.code, said.facts, "vi")
    assert "đơn nhỏ hơn" not in told
    assert "phải hỏi bên mua giữ cỡ lô hay giữ nhịp giao" in told
    assert said.facts["lot_trip_has"] < said.facts["lot_trip"] < 15_000
    small = demand(min_lot=100, min_lot_unit="kg", delivery_rhythm=rhythm, **need, **goods)
    assert "đơn nhỏ hơn" in sentence(said.code, one("volume", fruit, small).facts, "vi")


def test_a_lot_of_thin_loads_is_told_with_the_days_from_one_to_the_next_while_goods_keep(one, offer, demand):
    goods = {"product": "khoai lang", "months": (5, 6)}
    need = demand(
        quantity=20, per="day", min_lot=10, min_lot_unit="tấn", delivery_rhythm="hằng ngày", **goods
    )
    kept = offer(quantity=100, per="month", shelf_life_days=25, **goods)
    said = one("volume", kept, need).facts
    assert (round(said["lot_brought"]), said["lot_apart"]) == (3333, 3)
    soon = offer(quantity=12, per="month", shelf_life_days=6, storage="ambient", **goods)
    assert "lot_apart" not in one("volume", soon, need).facts  # a lot in 25 days


@pytest.mark.parametrize(
    ("season", "months", "lot", "least", "brought", "own"),
    [
        ("10/6 - 15/7", (6, 7), 3, 3.75, None, None),  # 36 days, 4.17 tonnes each
        ("15/6 - 14/7", (6, 7), 3, 3.75, None, None),  # 30 days, 5 tonnes each
        ("10/6 - 15/7", (6, 7), 5, None, 4167, None),
        ("10/6 - 15/7", (6, 7), None, 5, None, 4167),
        ("từ 10/6 đến hết tháng 7", (6, 7), 3.5, None, 2885, None),  # 52 days
        ("tháng 6 - tháng 7", (6, 7), 3, 3.75, 2500, 2500),  # of whole months as before
    ],
)
def test_a_delivery_of_a_harvest_is_reckoned_over_the_days_that_there_are_goods(
    one, offer, demand, season, months, lot, least, brought, own
):
    fruit = {"product": "vải thiều", "months": months}
    orders = {"min_order": least, "min_order_unit": "tấn"} if least else {}
    harvest = offer(quantity=150, per="season", season_text=season, **fruit, **orders)
    lots = {"min_lot": lot, "min_lot_unit": "tấn"} if lot else {}
    said = one(
        "volume", harvest, demand(quantity=15, per="day", delivery_rhythm="giao hằng ngày", **fruit, **lots)
    )
    for name, trip in (("lot_brought", brought), ("own_trip", own)):
        assert said.facts.get(name) == (pytest.approx(trip, abs=1) if trip else None)


@pytest.mark.parametrize(
    ("first", "last", "rhythm", "trip"),
    [
        (date(2027, 1, 20), date(2027, 2, 4), "giao hằng ngày", 750),
        (date(2027, 1, 20), date(2027, 2, 4), "giao hang ngay", 750),
        (date(2027, 1, 20), date(2027, 2, 4), "2 ngày 1 chuyến", 1500),
        (date(2027, 1, 25), date(2027, 2, 3), "daily", 1200),
        (date(2027, 1, 11), date(2027, 2, 21), "2 chuyến/tuần", 1000),
        (None, None, "giao hằng ngày", 200),
    ],
)
def test_a_need_of_some_days_is_shared_among_the_loads_of_these_days(
    one, offer, demand, first, last, rhythm, trip
):
    fruit = {"product": "cam sành", "unit": "kg"}
    flow = offer(quantity=100_000, per="month", months=(12, 1, 2), **fruit)
    lot = {"min_lot": 2000, "min_lot_unit": "kg"}
    bound = {"deliver_from": first, "deliver_to": last, "delivery_rhythm": rhythm}
    wanted = demand(quantity=12_000, per="total", months=(1, 2), **fruit, **lot, **bound)
    said = one("volume", flow, wanted)
    assert said.facts["lot_trip"] == pytest.approx(trip)


def test_a_need_by_the_month_is_no_greater_for_the_days_that_bound_it(one, offer, demand):
    goods = {"product": "cam sành", "months": (1, 2)}
    bound = {"deliver_from": date(2027, 1, 20), "deliver_to": date(2027, 2, 4)}
    wanted = demand(quantity=3, per="month", min_lot=1, delivery_rhythm="giao hằng ngày", **goods, **bound)
    said = one("volume", offer(quantity=30, per="month", **goods), wanted)
    assert said.facts["lot_trip"] == pytest.approx(100)
