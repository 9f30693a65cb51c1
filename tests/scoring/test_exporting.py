from dataclasses import replace
from datetime import date

import pytest

from scoring import exporting
from scoring.context import Markets

ROWS = [
    {"product": "lychee", "market": "CN", "open": "0", "since": "", "checked_on": "2026-11-21"},
    {"product": "durian", "market": "CN", "open": "1", "since": "2027-07-10", "checked_on": "2026-11-21"},
]


@pytest.fixture
def exported(trade, pairs):
    context = replace(trade, markets=Markets.from_rows(ROWS))
    return lambda offer, demand: replace(pairs([offer], [demand]), context=context)


@pytest.mark.parametrize(
    ("product", "state"),
    [
        ("vải thiều Lục Ngạn", exporting.CLOSED),
        ("vải sấy", exporting.OPEN),
        ("vải thiều đông lạnh", exporting.OPEN),
        ("thổ cẩm", exporting.OPEN),
        ("lê VH6", exporting.UNKNOWN),
        ("hạt dẻ", exporting.UNKNOWN),
        ("một thứ lạ", exporting.UNKNOWN),
    ],
)
def test_a_list_of_fresh_fruit_says_nothing_of_other_goods_and_leaves_unlisted_fresh_ones_in_doubt(
    exported, offer, demand, product, state
):
    found = exported(offer(product=product), demand(product=product, channel="exporter_cn"))
    assert found.admission.state.tolist() == [state]


def test_goods_that_stay_at_home_are_not_exported(exported, offer, demand):
    found = exported(offer(), demand()).admission
    assert not found.exported[0]
    assert found.months.tolist() == [exporting.EVERY_MONTH]


def test_a_market_that_opens_midway_takes_the_goods_from_that_month_on(trade, exported, offer, demand):
    durian = {"product": "sầu riêng Ri6", "months": (6, 7, 8)}
    found = exported(offer(**durian), demand(channel="exporter_cn", **durian))
    assert trade.horizon.months_of(int(found.lawful[0])) == [7, 8]
    row = exporting.row_of_pair(found.context, found.offers, found.demands, int(found.o[0]), int(found.d[0]))
    assert (row[0], row[1]) == (True, date(2027, 7, 10))


def test_a_market_that_closes_midway_takes_the_goods_until_that_month(trade, pairs, offer, demand):
    rows = [{**ROWS[1], "since": "2027-06-15", "until": "2027-07-10"}]
    context = replace(trade, markets=Markets.from_rows(rows))
    durian = {"product": "sầu riêng Ri6", "months": (5, 6, 7, 8)}
    found = replace(pairs([offer(**durian)], [demand(channel="exporter_cn", **durian)]), context=context)
    assert trade.horizon.months_of(int(found.lawful[0])) == [6, 7]


def test_a_market_that_closed_already_takes_nothing(trade, pairs, offer, demand):
    context = replace(trade, markets=Markets.from_rows([{**ROWS[1], "since": "", "until": "2026-10-31"}]))
    goods = {"product": "sầu riêng Ri6", "months": (11, 12)}
    found = replace(pairs([offer(**goods)], [demand(channel="exporter_cn", **goods)]), context=context)
    assert found.admission.months.tolist() == [0]
