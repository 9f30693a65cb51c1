"""The missing step: the fewest changes that would make a vetoed pair eligible.

A plan is a set of proposals, one for each veto. It is applied to the pair, which is judged again; only a plan
that leaves no veto is told, and only without the parts that it can do without.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from math import isnan
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring import proposals
from scoring.criteria.bounded_amounts import bounds
from scoring.criteria.other_cuts import chilled_for_frozen
from scoring.criteria.product import of_another_form
from scoring.horizon import NEVER
from scoring.judgement import judge
from scoring.obtaining import obtain_papers
from scoring.pairs import Pairs
from scoring.profile import VETO_ORDER, Profile
from scoring.proposals import Change, Proposal, Steps
from scoring.records import MissingStep

Plan = frozenset[str]
Rows = NDArray[np.intp]

# In the order in which they are applied: the months first, since papers and volume are counted over them, and
# cold transport before the price, since it costs more.
PROPOSALS: dict[str, Proposal] = {
    "months": proposals.add_month,
    "papers": obtain_papers,
    "cold": proposals.chill,
    "invoice": proposals.issue_invoice,
    "least_order": proposals.lower_min_order,
    "pooling": proposals.allow_pooling,
    "volume": proposals.pool_volume,
    "price": proposals.lower_price,
    "terms": proposals.accept_terms,
}
# What can be done about a veto, the likelier first; nothing makes another product or market right,
# and of forms only freezing.
ANSWERS: dict[str, tuple[str, ...]] = {
    "wrong_form": ("cold",),  # of goods that need only be frozen
    "missing_cert": ("papers",),
    "cert_expired": ("papers",),
    "wrong_season": ("months",),
    "cannot_reach": ("cold",),
    "no_invoice": ("invoice",),
    "moq_too_high": ("least_order",),
    "volume_too_small": ("pooling", "volume"),
    "price_over": ("price",),
    "terms_refused": ("terms",),
}
TOLD_IN = ("papers", "months", "cold", "invoice", "least_order", "pooling", "volume", "price", "terms")
AGAINST_POOLING = {"pooling", "volume"}  # who refuses pooled goods will not take a lot pooled of many
MOST_CHANGES = 4  # more is another offer, and no step
ROUNDS = 8  # of judging again; a plan grows by what it stirs up and shrinks by what it can do without


def missing_steps(
    pairs: Pairs, vetoes: Sequence[tuple[str, ...]], profile: Profile
) -> list[MissingStep | None]:
    """For each pair its step with what must change beside it.

    None for eligible pairs and where no change of this kind helps.
    """
    best: list[Steps] = [()] * len(pairs)
    tried: set[tuple[int, Plan]] = set()
    to_freeze = _to_freeze(pairs, vetoes)
    trials = [
        (i, plan)
        for i, each in enumerate(vetoes)
        if each and ("wrong_form" not in each or i in to_freeze)
        for plan in _plans(each)
    ]
    for _ in range(ROUNDS):
        if not trials:
            break
        tried.update(trials)
        rows = np.array([i for i, _ in trials], dtype=np.intp)
        changed, steps = apply_plans(pairs.alone(rows), [plan for _, plan in trials], profile)
        further: list[tuple[int, Plan]] = []
        for (i, plan), taken, left in zip(
            trials, steps, judge(changed, profile).vetoes.tolist(), strict=True
        ):
            if left:
                further += [] if best[i] else [(i, more) for more in _grown(plan, left)]
            elif len(taken) <= MOST_CHANGES:
                best[i] = min(best[i] or taken, taken, key=len)
                further += [(i, plan - {part}) for part in TOLD_IN if part in plan and len(plan) > 1]
        trials = [each for each in dict.fromkeys(further) if each not in tried]
    return [_told(pairs, i, steps) if steps else None for i, steps in enumerate(best)]


def _to_freeze(pairs: Pairs, vetoes: Sequence[tuple[str, ...]]) -> frozenset[int]:
    """The pairs refused for their form of which the goods need only be frozen."""
    if not any("wrong_form" in each for each in vetoes):
        return frozenset()
    return frozenset(np.flatnonzero(chilled_for_frozen(pairs) & ~of_another_form(pairs)).tolist())


def _told(pairs: Pairs, i: int, steps: Steps) -> MissingStep:
    """The step with what must come with it; and that the amounts are in units that do not convert."""
    own, wanted = int(pairs.offers.base[pairs.o[i]]), int(pairs.demands.base[pairs.d[i]])
    facts = steps[0].facts
    if min(own, wanted) >= 0 and isnan(pairs.converted("base", "base")[i]) and isnan(bounds(pairs).low[i]):
        facts = {**facts, "amounts_differ": True}
    return replace(steps[0], facts=facts, also=steps[1:])


def apply_plans(pairs: Pairs, plans: Sequence[Plan], profile: Profile) -> tuple[Pairs, list[Steps]]:
    """Pairs of their own with their plans carried out as far as they can be, and the steps of each."""
    told: list[dict[str, Steps]] = [{} for _ in plans]
    for name, proposal in PROPOSALS.items():
        rows = np.array([i for i, plan in enumerate(plans) if name in plan], dtype=np.intp)
        if not len(rows):
            continue
        change = proposal(pairs.alone(rows), profile)
        pairs = _written(pairs, rows, change)
        for i, steps in zip(rows.tolist(), change.steps, strict=True):
            told[i][name] = steps
    return pairs, [tuple(step for name in TOLD_IN for step in each.get(name, ())) for each in told]


def _plans(vetoes: Sequence[str]) -> list[Plan]:
    """One plan for each way to answer all vetoes; none where one of them has no answer."""
    if not all(veto in ANSWERS for veto in vetoes):
        return []
    return list(dict.fromkeys(frozenset(parts) for parts in product(*(ANSWERS[veto] for veto in vetoes))))


def _grown(plan: Plan, bits: int) -> list[Plan]:
    """The plan with an answer to the vetoes that it leaves or stirs up, where it has none yet."""
    left = [veto for i, veto in enumerate(VETO_ORDER) if bits >> i & 1]
    grown = [plan | more for more in _plans(left) if not more <= plan]
    return [each for each in grown if not each >= AGAINST_POOLING]


def _written(pairs: Pairs, rows: Rows, change: Change) -> Pairs:
    """The pairs with a change of some of them written in; these go another way where the storage changes."""
    sides = ((pairs.offers, change.offers), (pairs.demands, change.demands))
    offers, demands = (
        {name: _put(getattr(side, name), rows, new, len(pairs)) for name, new in changes.items()}
        for side, changes in sides
    )
    return pairs.changed(offers, demands, rerouted=rows if "storage" in offers else rows[:0])


def _put(old: Any, rows: Rows, new: Any, total: int) -> Any:
    """A column, or papers by code, with new values in some rows."""
    if isinstance(old, dict):
        none = np.full(total, NEVER, dtype=np.int32)
        return {code: _put(old.get(code, none), rows, column, total) for code, column in new.items()}
    column = old.copy()
    column[rows] = new
    return column
