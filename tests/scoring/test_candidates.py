from datetime import date

import numpy as np
import pytest

from matchmaker.services.reference import context_of, matcher_of, network_of, reference
from scoring.candidates import Market
from scoring.columns import DemandColumns, OfferColumns
from scoring.contrasts import differs
from scoring.criteria.names_told import asked_apart
from scoring.product import Relation
from scoring.records import Place


@pytest.fixture(scope="module")
def rules():
    """The context of the whole product table."""
    ways = network_of(reference("coefficients"))
    return context_of(matcher_of(reference("products")), reference("markets"), date(2026, 11, 21), ways)


def market(trade, profile, offers, demands):
    return Market.of(DemandColumns.build(demands, trade), OfferColumns.build(offers, trade), trade, profile)


def test_only_offers_whose_product_may_match_are_judged(trade, profile, offer, demand):
    offers = [offer(id="a"), offer(id="b", product="gạo ST25"), offer(id="c", product="vải sấy")]
    found = market(trade, profile, offers, [demand()])
    (pairs,) = found.candidates(100)
    assert [pairs.offer(i).id for i in range(len(pairs))] == ["a", "c"]
    (pairs,) = found.candidates(100, all_pairs=True)
    assert len(pairs) == 3


def test_records_that_share_a_text_are_all_there(trade, profile, offer, demand):
    offers, demands = [offer(id=f"o{i}") for i in range(4)], [demand(id=f"d{i}") for i in range(3)]
    found = market(trade, profile, offers, demands)
    assert len(found.offers.texts) == len(found.demands.texts) == 1
    (pairs,) = found.candidates(100)
    assert len(pairs) == 12


def test_parts_hold_whole_demands_and_no_more_pairs_than_asked(trade, profile, offer, demand):
    found = market(
        trade, profile, [offer(id=f"o{i}") for i in range(4)], [demand(id=f"d{i}") for i in range(5)]
    )
    parts = list(found.candidates(9))
    assert [len(part) for part in parts] == [8, 8, 4]
    assert np.concatenate([part.d for part in parts]).tolist() == sorted([*range(5)] * 4)
    assert [len(part) for part in found.candidates(1)] == [4] * 5  # one demand is never cut


def test_likeness_of_chosen_pairs_is_that_of_all_pairs(trade, profile, offer, demand):
    words = ["vải thiều", "vai thieu", "vải thiều Lục Ngạn loại 1", "gạo", "chả rươi gia truyền", "cha ruoi"]
    offers = [offer(id=f"o{i}", product=word) for i, word in enumerate(words)]
    demands = [demand(id=f"d{i}", product=word) for i, word in enumerate(words)]
    found = market(trade, profile, offers, demands)
    (everything,) = found.candidates(100, all_pairs=True)
    compared = trade.matcher.compare(found.demands.texts, found.offers.texts)
    texts = found.demands.text[everything.d], found.offers.text[everything.o]
    assert everything.similarity.astype(np.float32).tolist() == compared.similarity[texts].tolist()
    d, o = np.array([0, 0, 3, 5], dtype=np.int32), np.array([2, 1, 0, 4], dtype=np.int32)
    some = found.pairs(d, o)
    assert some.similarity.tolist() == everything.similarity[d * len(words) + o].tolist()
    assert some.relation.tolist() == everything.relation[d * len(words) + o].tolist()


def test_coffee_that_does_not_say_whether_it_is_roasted_is_asked(offer, demand, profile, rules):
    demands = DemandColumns.build([demand(product="Cà phê Arabica rang xay")], rules)
    named = ("Cà phê Khe Sanh", "Cà phê nhân xanh Arabica", "Cà phê Arabica Khe Sanh rang mộc")
    offers = [offer(id=f"o{i}", product=name) for i, name in enumerate(named)]
    market = Market.of(demands, OfferColumns.build(offers, rules), rules, profile)
    (pairs,) = market.candidates(100)
    assert [Relation(r).name for r in pairs.relation] == ["GENERIC", "OTHER_FORM", "SAME"]


def test_dried_goods_that_say_so_are_refused_for_fresh_ones_however_the_buyer_writes(
    offer, demand, profile, rules
):
    demands = DemandColumns.build([demand(product="gung tuoi")], rules)
    offers = [offer(id=f"o{i}", product=name) for i, name in enumerate(("Gừng sấy lát", "Gừng Kỳ Sơn"))]
    (pairs,) = Market.of(demands, OfferColumns.build(offers, rules), rules, profile).candidates(100)
    assert [Relation(r).name for r in pairs.relation] == ["OTHER_FORM", "VARIETY"]


@pytest.mark.parametrize(
    ("demanded", "offered", "province", "relation"),
    [
        ("cam Hà Tĩnh", "cam Khe Mây", "Hà Tĩnh", Relation.VARIETY),
        ("cam Hà Tĩnh", "cam Khe Mây", "Nghệ An", Relation.SIBLING),
    ],
)
def test_fruit_of_a_province_is_any_that_grows_there(
    offer, demand, profile, rules, demanded, offered, province, relation
):
    offers = OfferColumns.build([offer(product=offered, place=Place(province=province))], rules)
    demands = DemandColumns.build([demand(product=demanded)], rules)
    (pairs,) = Market.of(demands, offers, rules, profile).candidates(100)
    assert Relation(pairs.relation[0]) is relation


def test_tea_bags_are_only_the_packing_of_a_drink_that_is_sold_packed(offer, demand, profile, rules):
    demands = DemandColumns.build(
        [demand(product="Trà sâm Ngọc Linh"), demand(id="d2", product="chè dây")], rules
    )
    named = ("Trà túi lọc sâm Ngọc Linh", "Trà túi lọc chè dây")
    offers = [offer(id=f"o{i}", product=name) for i, name in enumerate(named)]
    (pairs,) = Market.of(demands, OfferColumns.build(offers, rules), rules, profile).candidates(100)
    told = differs(asked_apart(pairs, pairs.d), pairs.offers.told_apart[pairs.o])
    assert dict(zip(zip(pairs.d.tolist(), pairs.o.tolist(), strict=True), told.tolist(), strict=True)) == {
        (0, 0): False,
        (1, 1): True,
    }
