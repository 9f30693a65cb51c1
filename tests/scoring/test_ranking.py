import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring import ranking as ranking_module
from scoring.columns import DemandColumns, OfferColumns
from scoring.ranking import explain_pair, explained, merge, rank, rank_all, rank_block, rank_shards
from scoring.records import Certificate
from tests.scoring.markets import market

ForkedPool = partial(ProcessPoolExecutor, mp_context=multiprocessing.get_context("fork"))


def test_candidates_lose_nothing_that_a_full_comparison_would_show(trade, profile, offer, demand):
    offers, demands = market(offer, demand)
    everything = list(rank(demands, offers, trade, profile, all_pairs=True))
    assert len(everything) == len(offers) * len(demands)
    full = [m.as_record() for m in everything if "wrong_product" not in m.vetoes]
    assert [m.as_record() for m in rank(demands, offers, trade, profile)] == full
    assert any(m["eligible"] for m in full)


def test_the_best_are_the_best_of_all(trade, profile, offer, demand):
    offers, demands = market(offer, demand)
    whole = [m.as_record() for m in rank(demands, offers, trade, profile)]
    for name in {m["demand"] for m in whole}:
        best = [
            m.as_record() for m in rank([d for d in demands if d.id == name], offers, trade, profile, top=3)
        ]
        assert best == [m for m in whole if m["demand"] == name][:3]


def test_every_explanation_adds_up_to_the_score_exactly(trade, profile, offer, demand):
    offers, demands = market(offer, demand)
    for found in rank(demands, offers, trade, profile, all_pairs=True):
        assert found.score_micro == found.base_micro + sum(r.effect_micro for r in found.reasons)
        assert 0 <= found.score_micro <= 1_000_000
        assert len(found.reasons) == 9


def test_a_criterion_at_its_base_changes_the_score_as_its_effect_says(trade, profile, offer, demand):
    found = explain_pair(demand(), offer(), trade, profile)
    for reason in found.reasons:
        at_base = profile.weights[reason.criterion] * profile.base[reason.criterion]
        part = profile.weights[reason.criterion] * found.components_micro[reason.criterion] / 1000
        assert abs(part - at_base - reason.effect_micro) <= 0.5


def test_one_pair_alone_is_judged_as_among_many(trade, profile, offer, demand):
    offers, demands = market(offer, demand, n=20, m=4)
    by_pair = {(m.demand, m.offer): m for m in rank(demands, offers, trade, profile, all_pairs=True)}
    for d in demands:
        for o in offers:
            alone, among = explain_pair(d, o, trade, profile), by_pair[d.id, o.id]
            assert replace(alone, rank=None) == replace(among, rank=None)


def test_the_order_of_the_offers_does_not_matter(trade, profile, offer, demand):
    offers, demands = market(offer, demand)
    turned = list(rank(demands, offers[::-1], trade, profile, top=5))
    assert turned == list(rank(demands, offers, trade, profile, top=5))


def test_demands_come_out_in_their_order_and_eligible_offers_first(trade, profile, offer, demand):
    offers, demands = market(offer, demand)
    matches = list(rank(demands, offers, trade, profile))
    seen = list(dict.fromkeys(m.demand for m in matches))
    assert seen == [d.id for d in demands if d.id in set(seen)]
    for name in seen:
        rows = [m for m in matches if m.demand == name]
        ranks = [m.rank for m in rows if m.eligible]
        assert ranks == list(range(1, len(ranks) + 1))
        assert [m.eligible for m in rows] == sorted((m.eligible for m in rows), reverse=True)


def test_equal_offers_go_by_their_id(trade, profile, offer, demand):
    offers = [offer(id=name) for name in ("o9", "o10", "o2")]
    assert [m.offer for m in rank([demand()], offers, trade, profile)] == ["o10", "o2", "o9"]


def test_the_right_cultivar_ranks_first_whatever_else_speaks_for_another(trade, profile, offer, demand):
    poor = offer(
        id="right", product="sầu riêng Ri6", quantity=7, months=(6,), price_min=29000, price_max=36000
    )
    fine = offer(
        id="other", product="sầu riêng Monthong", quantity=90, price_min=5000, price_max=6000, ocop_stars=5
    )
    matches = list(rank([demand(product="sầu riêng Ri6")], [poor, fine], trade, profile))
    assert [m.offer for m in matches if m.eligible] == ["right", "other"]


def test_vetoes_are_listed_in_the_experts_order(trade, profile, offer, demand):
    hopeless = offer(
        product="vải sấy", certificates=(), months=(1,), invoice="KHONG", quantity=0.001, price_min=90000,
        min_order=900, min_order_unit="tấn", max_payment_days=1, shelf_life_days=0,
    )  # fmt: skip
    wanted = demand(pooling_allowed=False, payment_days=60, min_lot=1, min_lot_unit="tấn")
    assert explain_pair(wanted, hopeless, trade, profile).vetoes == [
        *("wrong_form", "missing_cert", "wrong_season", "cannot_reach", "no_invoice", "terms_refused"),
    ]
    # Amounts and prices are held against those of the same form alone.
    fresh = replace(hopeless, product="vải thiều tươi")
    assert explain_pair(wanted, fresh, trade, profile).vetoes == [
        *("missing_cert", "wrong_season", "cannot_reach", "no_invoice"),
        *("moq_too_high", "volume_too_small", "price_over", "terms_refused"),
    ]


def test_no_offers_and_no_demands_give_no_match(trade, profile, offer, demand):
    assert list(rank([demand()], [], trade, profile)) == []
    assert list(rank([], [offer()], trade, profile)) == []


def test_no_match_is_a_possible_answer(trade, profile, offer, demand):
    assert list(rank([demand(product="gạo Séng Cù")], [offer()], trade, profile)) == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    shift=st.integers(0, 11),
    offered=st.sets(st.integers(1, 12), min_size=1),
    wanted=st.sets(st.integers(1, 12), min_size=1),
)
def test_months_shifted_on_both_sides_keep_the_season_score(one, offer, demand, shift, offered, wanted):
    def moved(months):
        return tuple(sorted((month - 1 + shift) % 12 + 1 for month in months))

    before = one("season", offer(months=tuple(sorted(offered))), demand(months=tuple(sorted(wanted))))
    after = one("season", offer(months=moved(offered)), demand(months=moved(wanted)))
    assert (after.score, after.vetoes) == (before.score, before.vetoes)


BETTER = [
    {"quantity": 45}, {"price_min": 12000}, {"months": (5, 6, 7)}, {"ocop_stars": 5}, {"shelf_life_days": 25},
    {"certificates": (Certificate("ATTP"), Certificate("QR"))}, {"max_payment_days": 60},
]  # fmt: skip


@pytest.mark.parametrize("better", BETTER)
def test_an_offer_that_improves_never_falls(trade, profile, offer, demand, better):
    rivals, _ = market(lambda **k: offer(**{**k, "product": "vải thiều"}), demand, n=40)
    plain = offer(id="mine", quantity=15, months=(6,))
    wanted = demand(preferred_certificates=(Certificate("QR"),), payment_days=30)

    def place(mine):
        return next(m.rank for m in rank([wanted], [*rivals, mine], trade, profile) if m.offer == "mine")

    assert place(replace(plain, **better)) <= place(plain)


def columns(trade, offers, demands):
    return OfferColumns.build(offers, trade), DemandColumns.build(demands, trade)


def as_rows(ranking):
    return list(
        zip(
            ranking.demand.tolist(),
            ranking.offer.tolist(),
            ranking.score.tolist(),
            ranking.vetoes.tolist(),
            strict=True,
        )
    )


def test_arrays_alone_rank_as_matches_do(trade, profile, offer, demand):
    offers, demands = market(offer, demand)
    index, wanted = columns(trade, offers, demands)
    ranking = rank_all(index, wanted, trade, profile, top=4)
    matches = list(rank(demands, offers, trade, profile, top=4))
    assert [(demands[d].id, o, score) for d, o, score, _ in as_rows(ranking)] == [
        (m.demand, m.offer, m.score_micro) for m in matches
    ]
    assert ranking.ranks() == [m.rank for m in matches]
    assert explained(ranking, [index], wanted, trade, profile) == matches


@pytest.mark.parametrize("pool", [ThreadPoolExecutor, ForkedPool])
def test_whatever_maps_the_blocks_the_bytes_are_the_same(trade, profile, offer, demand, monkeypatch, pool):
    monkeypatch.setattr(ranking_module, "DEMANDS_A_BLOCK", 5)
    index, wanted = columns(trade, *market(offer, demand))
    plain = rank_all(index, wanted, trade, profile, top=3)
    with pool(max_workers=2) as workers:
        mapped = rank_all(index, wanted, trade, profile, top=3, map=workers.map)
    assert pickle.dumps(as_rows(mapped)) == pickle.dumps(as_rows(plain))
    whole = rank_block(index, wanted, trade, profile, top=3)
    assert as_rows(whole) == as_rows(plain)


def test_parts_of_any_size_give_the_same_ranking(trade, profile, offer, demand, monkeypatch):
    index, wanted = columns(trade, *market(offer, demand))
    whole = as_rows(rank_block(index, wanted, trade, profile))
    monkeypatch.setattr(ranking_module, "PAIRS_AT_ONCE", 7)
    assert as_rows(rank_block(index, wanted, trade, profile)) == whole


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), top=st.integers(1, 6) | st.none(), seed=st.integers(0, 99))
def test_shards_merge_into_the_ranking_of_the_whole_in_any_grouping(
    trade, profile, offer, demand, data, top, seed
):
    offers, demands = market(offer, demand, n=30, m=5, seed=seed)
    shard_of = [data.draw(st.integers(0, 2)) for _ in offers]
    whole, wanted = columns(trade, offers, demands)
    one, two, three = (
        rank_block(
            OfferColumns.build([o for o, s in zip(offers, shard_of, strict=True) if s == k], trade),
            wanted, trade, profile, top,
        )
        for k in range(3)
    )  # fmt: skip
    expected = as_rows(rank_block(whole, wanted, trade, profile, top))
    assert as_rows(merge([one, two, three], top)) == expected
    assert as_rows(merge([three, merge([two, one], top)], top)) == expected
    parts = [
        OfferColumns.build([o for o, s in zip(offers, shard_of, strict=True) if (s == 0) == first], trade)
        for first in (True, False)
    ]
    assert rank_shards(parts, wanted, trade, profile, top) == list(rank(demands, offers, trade, profile, top))
