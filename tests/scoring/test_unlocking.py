import itertools
import random

import pytest

from scoring.unlocking import NO_MONTH, Unlocked, deliverable, unlocked


def pair(offer="o", demand="d", supply=10.0, need=10.0, total=None, months=(6,)):
    return Unlocked(offer, demand, "kg", months, supply, None if total else need, total)


def test_one_offer_for_two_demands_is_not_counted_twice():
    assert deliverable([pair(demand="a", need=8), pair(demand="b", need=8)]) == 10


def test_two_offers_do_not_fill_one_demand_twice():
    assert deliverable([pair("o1"), pair("o2"), pair("o3")]) == 10


def test_demands_in_different_months_each_get_their_month():
    pairs = [pair(demand="june", months=(6,)), pair(demand="july", months=(7,))]
    assert deliverable(pairs) == 20


def test_a_whole_need_takes_from_all_its_months_up_to_what_it_needs():
    assert deliverable([pair(total=25.0, months=(5, 6, 7, 8))]) == 25
    assert deliverable([pair(total=25.0, months=(5, 6))]) == 20


def test_goods_go_where_they_let_the_others_deliver_too():
    """The one that can serve both demands leaves the near one to the one that can serve no other."""
    pairs = [pair("both", "a"), pair("both", "b"), pair("only", "a")]
    assert deliverable(pairs) == 20


def test_nothing_unlocks_nothing():
    assert deliverable([]) == 0


def test_amounts_far_beyond_any_province_are_still_told():
    pairs = [pair(demand="a", supply=5e9, need=4e9), pair(demand="b", supply=5e9, need=4e9)]
    assert deliverable(pairs) == pytest.approx(5e9, rel=1e-6)


def test_the_flow_is_never_above_supply_or_need_nor_below_the_best_pair():
    chance = random.Random(4)
    for _ in range(60):
        offers = {f"o{n}": chance.randint(1, 40) for n in range(chance.randint(1, 5))}
        demands = {f"d{n}": chance.randint(1, 40) for n in range(chance.randint(1, 5))}
        edges = [(o, d) for o in offers for d in demands if chance.random() < 0.6]
        pairs = [pair(o, d, float(offers[o]), float(demands[d])) for o, d in edges]
        told = deliverable(pairs)
        assert told == best_cut(edges, offers, demands)
        assert told >= max((p.alone for p in pairs), default=0)


def best_cut(edges, offers, demands):
    """The smallest cut by trying all: what is not cut off by offers has to be cut off at its demands."""
    used = sorted({o for o, _ in edges})
    cuts = []
    for size in range(len(used) + 1):
        for kept in itertools.combinations(used, size):
            reached = {d for o, d in edges if o in kept}
            cuts.append(sum(offers[o] for o in used if o not in kept) + sum(demands[d] for d in reached))
    return min(cuts, default=0)


def evidence(missing, volume=None, season=None):
    rows = {
        "volume": {"supply_month": 10.0, "need_month": 8.0, "need": 8.0, "unit": "kg", "need_unit": "kg"},
        "season": {"offered": [6, 7], "wanted": [6, 7, 8]},
    }
    rows["volume"] |= volume or {}
    rows["season"] |= season or {}
    reasons = [{"criterion": name, "facts": facts} for name, facts in rows.items()]
    return {"offer": "o", "demand": "d", "missing": missing, "reasons": reasons}


PAPER = {"code": "obtain_paper", "facts": {"paper": "VIETGAP"}}
AUGUST = {"code": "add_month", "facts": {"months": [8]}}


def test_a_paper_unlocks_the_months_that_both_sides_have():
    found = unlocked(evidence(PAPER), "month")
    assert (found.months, found.supply_month, found.alone) == ((6, 7), 10, 16)


def test_a_month_that_is_added_counts_and_a_flow_stays_what_it_is():
    assert unlocked(evidence(AUGUST), "month").alone == 24


def test_a_harvest_spreads_over_the_month_that_is_added():
    found = unlocked(evidence(AUGUST, season={"offered": [6, 7]}), "season")
    assert found.supply_month == pytest.approx(20 / 3)
    assert found.months == (6, 7, 8)


def test_pooled_goods_count_as_pooled():
    step = {"code": "pool_volume", "facts": {"from": 10, "to": 30}}
    assert unlocked(evidence(step), "month").supply_month == 30


def test_steps_that_come_together_all_count():
    both = PAPER | {"also": [AUGUST]}
    assert unlocked(evidence(both), "month").months == (6, 7, 8)


def test_a_whole_need_is_kept_as_a_whole():
    found = unlocked(evidence(PAPER, {"need_month": None, "need": 12.0}), "month")
    assert (found.need_month, found.need_total, found.alone) == (None, 12, 12)


def test_where_no_side_names_a_month_one_month_is_counted():
    found = unlocked(evidence(PAPER, season={"offered": [], "wanted": []}), "month")
    assert (found.months, found.alone) == ((NO_MONTH,), 8)


@pytest.mark.parametrize(
    "volume",
    [{"supply_month": None}, {"need_unit": "chiếc"}, {"need_month": None, "need": None}, {"unit": ""}],
)
def test_amounts_that_are_not_known_or_not_comparable_are_not_guessed(volume):
    assert unlocked(evidence(PAPER, volume), "month") is None
