"""Every step that is told, taken exactly as printed, makes the offer eligible."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from scoring.candidates import Market as Candidates
from scoring.columns import DemandColumns, OfferColumns
from scoring.judgement import judge
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


def vetoes_after(records: list[tuple[Offer, Demand]], trade, profile) -> list[int]:
    """The vetoes left of each pair of records, as bits; all judged together."""
    rows = np.arange(len(records), dtype=np.int32)
    offers = [replace(offer, id=f"{i:06d}") for i, (offer, _) in enumerate(records)]
    offered = OfferColumns.build(offers, trade)
    wanted = DemandColumns.build([demand for _, demand in records], trade)
    return judge(Candidates.of(wanted, offered, trade, profile).pairs(rows, rows), profile).vetoes.tolist()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_step_taken_as_printed_makes_the_offer_eligible(trade, profile, seed):
    market = Market(seed)
    offers = {each.id: each for each in map(market.offer, range(150))}
    demands = {each.id: each for each in map(market.demand, range(60))}
    found = [
        each for each in rank(list(demands.values()), list(offers.values()), trade, profile) if each.missing
    ]
    told, after = set(), []
    for match in found:
        records = offers[match.offer], demands[match.demand]
        for step in (match.missing, *match.missing.also):
            told.add(step.code)
            records = taken(*records, step.code, step.facts)
        after.append(records)
    left = vetoes_after(after, trade, profile)
    assert [
        (match.missing, bits, records)
        for match, bits, records in zip(found, left, after, strict=True)
        if bits
    ] == []
    assert sum(len(match.missing.also) > 0 for match in found) > 100
    assert {"obtain_paper", "add_month", "issue_invoice", "pool_volume", "lower_price"} <= told


def test_the_check_of_steps_can_fail(trade, profile):
    market = Market(4)
    pairs = [(market.offer(i), market.demand(i)) for i in range(40)]
    bits = vetoes_after(pairs, trade, profile)
    assert [bool(each) for each in bits] == [
        not explain_pair(demand, offer, trade, profile).eligible for offer, demand in pairs
    ]
    assert any(bits)
