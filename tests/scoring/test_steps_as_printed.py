"""Every step that is told, taken exactly as printed, makes the offer eligible."""

from dataclasses import replace
from datetime import date

import pytest

from scoring.ranking import explain_pair, rank
from scoring.records import Certificate, Demand, Offer
from tests.scoring.awkward import Market


def taken(offer: Offer, demand: Demand, code: str, facts: dict) -> tuple[Offer, Demand]:
    """The two records with the step taken as its facts print it, and nothing else."""
    if code in ("obtain_paper", "renew_paper"):
        stars = facts.get("stars")
        paper = Certificate(facts["paper"], None, stars)
        papers = (*(p for p in offer.certificates if p.code != paper.code), paper)
        ocop = {"ocop_expiry": None, "ocop_stars": stars} if facts["paper"] == "OCOP" else {}
        return replace(offer, certificates=papers, **ocop), demand
    if code == "add_month":
        dates = {n: date.fromisoformat(facts[n]) for n in ("deliver_from", "deliver_to") if n in facts}
        dated = offer.deliver_from or offer.deliver_to
        months = (*offer.months, *facts["months"]) if offer.months or not dated else ()
        return replace(offer, months=months, **dates), demand
    if code == "allow_pooling":
        return offer, replace(demand, pooling_allowed=True)
    if code == "accept_term":
        names = {"payment": "max_payment_days", "discount": "max_discount_pct",
                 "returns": "accepts_returns", "consignment": "accepts_consignment"}  # fmt: skip
        return replace(offer, **{names[facts["term"]]: facts.get("to", True)}), demand
    changes = {
        "chill": lambda: {"storage": facts["storage"], "shelf_life_days": facts["shelf"]},
        "issue_invoice": lambda: {"invoice": facts["invoice"]},
        "lower_min_order": lambda: {"min_order": facts["to"], "min_order_unit": facts["unit"]},
        "pool_volume": lambda: {"quantity": facts["to"], "unit": facts["unit"], "per": facts["per"]},
        "lower_price": lambda: {"price_min": facts["to"], "price_unit": facts["unit"]},
    }
    return replace(offer, **changes[code]()), demand


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_step_taken_as_printed_makes_the_offer_eligible(trade, profile, seed):
    market = Market(seed)
    offers = {each.id: each for each in map(market.offer, range(150))}
    demands = {each.id: each for each in map(market.demand, range(60))}
    told, failed, several = set(), [], 0
    for found in rank(list(demands.values()), list(offers.values()), trade, profile):
        if found.missing is None:
            continue
        offer, demand = offers[found.offer], demands[found.demand]
        steps = (found.missing, *found.missing.also)
        several += len(steps) > 1
        after = offer, demand
        for step in steps:
            told.add(step.code)
            after = taken(*after, step.code, step.facts)
        if not (again := explain_pair(after[1], after[0], trade, profile)).eligible:
            failed.append((found.missing, again.vetoes, offer, demand))
    assert failed == []
    assert several > 100
    assert {"obtain_paper", "add_month", "issue_invoice", "pool_volume", "lower_price"} <= told
