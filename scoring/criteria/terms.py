"""Payment, discount, returns and consignment: documented causes of contracts never carried out."""

from __future__ import annotations

import numpy as np

from scoring.columns.offers import said_rhythm
from scoring.columns.rhythm import delivered_once, same_days
from scoring.criteria.carriage_said import carriage_beside, carriage_said
from scoring.criteria.lists import listed
from scoring.criteria.lots import all_at_once
from scoring.criteria.rhythm_amounts import amount_facts, rate_beside_whole
from scoring.criteria.verdict import Facts, Verdict, number
from scoring.pairs import Pairs
from scoring.profile import Profile
from scoring.records import Demand, Offer

CODES = ("terms_fit", "terms_refused", "terms_unsaid", "terms_none")
FIT, REFUSED, UNSAID, NONE = range(4)


def judge(pairs: Pairs, profile: Profile) -> Verdict:
    """Mean over the terms that the buyer sets: 1 within a declared limit, 0 beyond it.

    Where the producer declared no limit a long credit or a high discount counts against the pair by
    degree, returns and consignment by half; only a declared limit is a veto. How often goods are delivered
    counts as a term where both sides say it: in full where the producer comes as often as is wanted.
    """
    offers, demands, o, d = pairs.offers, pairs.demands, pairs.o, pairs.d
    terms = [
        _limit(demands.payment[d], offers.max_payment[o], profile["payment_longest"]),
        _limit(demands.discount[d], offers.max_discount[o], profile["discount_most"]),
        _answer(demands.returns[d], offers.returns[o]),
        _answer(demands.consignment[d], offers.consignment[o]),
    ]
    often, wanted = offers.deliveries[o], demands.deliveries[d]
    both = ~np.isnan(often) & ~np.isnan(wanted)
    enough = np.clip(often / np.where(both, wanted, 1.0), 0.0, 1.0)
    seldom = both & (enough < 1.0)
    asked = np.sum([a for a, _, _, _ in terms], axis=0) + both
    total = np.sum([np.where(a, s, 0.0) for a, s, _, _ in terms], axis=0) + np.where(both, enough, 0.0)
    refused = np.any([r for _, _, r, _ in terms], axis=0)
    unsaid = np.any([u for _, _, _, u in terms], axis=0) | seldom
    score = np.where(asked > 0, total / np.maximum(asked, 1), profile.neutral("terms"))
    code = np.select([refused, asked == 0, unsaid], [REFUSED, NONE, UNSAID], FIT)

    named = tuple(zip(TERMS, terms, strict=True))

    def facts(i: int) -> Facts:
        beyond = [name for name, term in named if term[2][i]] if refused[i] else []
        found = _facts(pairs, i, beyond)
        found["unanswered"] = [name for name, term in named if term[3][i]] if unsaid[i] else []
        if not (said := pairs.demand(i).delivery_rhythm):
            return found
        met, left, rhythm = carriage_said(said, pairs.offer(i))
        found |= {name: words for name, words in (("carriage_met", met), ("carriage_asked", left)) if words}
        if beside := {part: own for part in left if (own := carriage_beside(part, pairs.offer(i)))}:
            found["carriage_beside"] = beside
        if rhythm and delivered_once(rhythm) and all_at_once(pairs, i):
            found["brought_once"] = rhythm
        elif rhythm:
            found |= {"rhythm": rhythm, "rhythm_offered": said_rhythm(pairs.offer(i))[1]}
            found["rhythm_fits"] = bool(enough[i] >= 1.0) if both[i] else None
            found |= same_days(rhythm, found["rhythm_offered"], found["rhythm_fits"])
            found |= {} if found["rhythm_offered"] else amount_facts(pairs, i, rhythm)
            found["rhythm_offered"] = (
                found["rhythm_offered"]
                or carriage_beside(rhythm, pairs.offer(i))
                or rate_beside_whole(pairs.offer(i))
            )
        return found

    def refusal(veto: str, i: int) -> Facts:
        return dict(_NOT_OF_A_REFUSAL)

    return Verdict(score, code.astype(np.intp), CODES, facts, {"terms_refused": refused}, refusal)


# What is still to be asked has its place in the reason, and none in a refusal.
_NOT_OF_A_REFUSAL: Facts = {
    "rhythm": "", "brought_once": "", "carriage_met": [], "carriage_asked": [], "unanswered": [],
}  # fmt: skip
TERMS = ("payment", "discount", "returns", "consignment")
Term = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]


def _limit(asked: np.ndarray, limit: np.ndarray, worst: float) -> Term:
    """Asked, score, refused, unsaid for a term with a number and a limit."""
    has, declared = ~np.isnan(asked), ~np.isnan(limit)
    refused = has & declared & (asked > limit)
    strain = 1.0 - np.clip(np.nan_to_num(asked) / worst, 0.0, 1.0)
    score = np.where(declared, np.where(refused, 0.0, 1.0), strain)
    return has, score, refused, has & ~declared & (asked > 0)


def _answer(asked: np.ndarray, accepted: np.ndarray) -> Term:
    """Asked, score, refused, unsaid for a term that is accepted or not."""
    has = asked == 1
    score = np.select([accepted == 1, accepted == 0], [1.0, 0.0], 0.5)
    return has, score, has & (accepted == 0), has & (accepted < 0)


def _facts(pairs: Pairs, i: int, refused: list[str]) -> Facts:
    told, offer, demand = listed(pairs), pairs.offer(i), pairs.demand(i)
    return {
        "refused": refused,
        "payment_days": number(told.demands.payment[i]),
        "max_payment_days": number(told.offers.max_payment[i]),
        "discount_pct": number(told.demands.discount[i]),
        "max_discount_pct": number(told.offers.max_discount[i]),
        "returns": demand.returns,
        "accepts_returns": offer.accepts_returns,
        "consignment": demand.consignment,
        "accepts_consignment": offer.accepts_consignment,
        **_said_of_payment(offer, demand),
    }


def _said_of_payment(offer: Offer, demand: Demand) -> Facts:
    """What each side's words say of money ahead, and of payment without a number of days."""
    told: Facts = {}
    for prefix, record in (("offer_", offer), ("", demand)):
        for doubt in record.doubts:
            if doubt.code == "paid_ahead":
                told[f"{prefix}paid_ahead"] = doubt.facts["percent"]
            elif doubt.code == "payment_open":
                told[f"{prefix}payment_words"] = doubt.facts["value"]
    return told
