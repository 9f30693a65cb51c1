from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import numpy as np
import pytest

from scoring.horizon import ALWAYS, NEVER
from scoring.records import Place

FAR = Place(text="Cần Thơ", lat=10.0, lon=105.8)


def test_ways_are_those_of_each_pairs_own_ends(pairs, offer, demand):
    found = pairs([offer(), offer(id="o2", storage="ambient")], [demand(), demand(id="d2", place=FAR)])
    assert found.ways.km.tolist() == [100, 100, 1800, 1800]
    assert found.ways.reach.tolist() == [0, 0, 0, 0]


def test_parts_of_pairs_keep_the_ways_already_looked_up(pairs, offer, demand):
    whole = pairs([offer()], [demand(), demand(id="d2", place=FAR)])
    assert whole.ways.km.tolist() == [100, 1800]
    rows = np.array([1])
    assert whole.take(rows).__dict__["ways"].km.tolist() == [1800]
    assert whole.alone(rows).__dict__["ways"].km.tolist() == [1800]


def test_a_change_of_storage_looks_the_way_up_again(pairs, offer, demand):
    whole = pairs([offer()], [demand(id="a"), demand(id="b", place=FAR)])
    asked = []

    def between(origins, destinations, row, column, *more, **day):
        asked.append(len(row))
        return whole.context.network.between(origins, destinations, row, column, *more, **day)

    watched = replace(whole, context=replace(whole.context, network=SimpleNamespace(between=between)))
    assert watched.ways.km.tolist() == [100, 1800]
    same = watched.changed({"invoice": whole.offers.invoice}, {})
    assert (same.ways.km.tolist(), asked) == ([100, 1800], [2])
    other = watched.changed({"storage": whole.offers.storage}, {}, rerouted=np.array([1]))
    assert (other.ways.km.tolist(), asked) == ([100, 1800], [2, 1])


@pytest.mark.parametrize(
    ("until", "months"),
    [(NEVER, []), (date(2026, 12, 30).toordinal(), [11]), (date(2026, 12, 31).toordinal(), [11, 12])],
)
def test_papers_cover_whole_months_only(trade, pairs, offer, demand, until, months):
    found = pairs([offer()], [demand()])
    (mask,) = found.covered(np.array([until], dtype=np.int32)).tolist()
    assert trade.horizon.months_of(mask) == months


def test_a_paper_without_expiry_covers_every_month(pairs, offer, demand):
    (mask,) = pairs([offer()], [demand()]).covered(np.array([ALWAYS], dtype=np.int32)).tolist()
    assert mask.bit_count() == 24


def test_unknown_months_of_one_side_are_those_of_the_other(trade, pairs, offer, demand):
    found = pairs([offer(months=(), season_text="?")], [demand(months=(6,))])
    assert trade.horizon.months_of(int(found.common[0])) == [6]
    found = pairs([offer(months=(6, 7))], [demand(months=())])
    assert trade.horizon.months_of(int(found.common[0])) == [6, 7]


def test_ready_made_sets_are_counted_alike_whatever_they_are_packed_in(pairs, offer, demand):
    boxed = offer(product="hộp quà Tết (trà, mật ong)", unit="hộp", price_unit="hộp")
    wanted = demand(product="set quà Tết", unit="bộ", price_unit="bộ")
    found = pairs([boxed], [wanted])
    assert found.converted("base", "base")[0] == found.converted("price_base", "price_base")[0] == 1.0
    tea = pairs([offer(product="gạo", unit="hộp")], [demand(product="gạo", unit="bộ")])
    assert np.isnan(tea.converted("base", "base")[0])


def test_a_demand_asked_for_one_of_its_goods_is_made_once_for_all_its_offers(pairs, offer, demand):
    asked = demand(product="vải thiều, xoài", spec="loại 1")
    found = pairs([offer(), offer(id="o2")], [asked])

    assert found.asking(0, "xoài") == replace(asked, product="xoài")
    assert found.asking(1, "xoài") is found.asking(0, "xoài")
    assert found.asking(0, asked.product) is asked
