from dataclasses import replace

import numpy as np
import pytest

from scoring.criteria import JUDGES
from scoring.profile import CRITERIA
from scoring.ranking import rank
from scoring.records import Doubt, Place
from tests.scoring.awkward import Market


def test_there_is_a_reason_for_each_criterion_the_weightiest_first(match, offer, demand):
    reasons = match(offer(), demand()).reasons
    assert {reason.criterion for reason in reasons} == set(CRITERIA)
    weights = [abs(reason.effect_micro) for reason in reasons]
    assert weights == sorted(weights, reverse=True)


def test_doubts_about_a_field_stand_beside_its_criterion(match, offer, demand):
    doubtful = offer(doubts=(Doubt("price_basis", "assumed_farm_gate"), Doubt("packaging", "odd")))
    reasons = {reason.criterion: reason for reason in match(doubtful, demand()).reasons}
    assert [d["code"] for d in reasons["price"].facts["doubts"]] == ["assumed_farm_gate"]
    assert "doubts" not in reasons["volume"].facts


def test_a_veto_that_two_criteria_find_is_told_once(match, offer, demand):
    island = Place(text="Đảo Xa", lat=16.0, lon=111.0)
    found = match(offer(place=island), demand(min_remaining_days=90))
    assert found.vetoes == ["cannot_reach"]
    assert found.refusals[0].criterion == "logistics"


def test_vetoes_carry_the_facts_of_both_sides(match, offer, demand):
    (refusal,) = match(offer(min_order=30, min_order_unit="tấn"), demand()).refusals
    assert (refusal.facts["min_order"], refusal.facts["most_wanted"]) == (30000, 20000)


def test_a_veto_tells_what_its_criterion_tells_without_the_doubts(match, offer, demand):
    doubtful = offer(certificates=(), doubts=(Doubt("certificates", "unread"),))
    found = match(doubtful, demand())
    (refusal,) = found.refusals
    reason = next(reason for reason in found.reasons if reason.criterion == "requirements")
    assert (refusal.code, refusal.criterion) == ("missing_cert", "requirements")
    assert reason.facts.pop("doubts")
    assert refusal.facts == reason.facts


@pytest.mark.parametrize("criterion", CRITERIA)
def test_a_criterion_at_its_base_value_changes_the_score_exactly_as_its_effect_states(
    trade, profile, monkeypatch, criterion
):
    market = Market(7)
    offers, demands = [market.offer(i) for i in range(40)], [market.demand(i) for i in range(15)]
    before = {(m.demand, m.offer): m for m in rank(demands, offers, trade, profile, all_pairs=True)}

    def at_base(pairs, profile):
        verdict = JUDGES[criterion](pairs, profile)
        return replace(verdict, score=np.full(len(pairs), profile.neutral(criterion)))

    judged = {**JUDGES, criterion: at_base}
    monkeypatch.setattr("scoring.judgement.JUDGES", judged)
    after = {(m.demand, m.offer): m for m in rank(demands, offers, trade, profile, all_pairs=True)}
    effects = {
        pair: next(r.effect_micro for r in match.reasons if r.criterion == criterion)
        for pair, match in before.items()
    }
    changes = {pair: before[pair].score_micro - after[pair].score_micro for pair in before}
    assert changes == effects
    assert len(set(effects.values())) > 1


def test_every_account_adds_up_without_remainder(trade, profile):
    market = Market(8)
    offers, demands = [market.offer(i) for i in range(60)], [market.demand(i) for i in range(20)]
    for match in rank(demands, offers, trade, profile, all_pairs=True):
        assert match.score_micro == match.base_micro + sum(r.effect_micro for r in match.reasons)
        assert 0 <= match.score_micro <= 1_000_000
