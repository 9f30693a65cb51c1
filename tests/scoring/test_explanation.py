from scoring.profile import CRITERIA
from scoring.records import Doubt, Place


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
