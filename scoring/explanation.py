"""An explanation as data: base, a row for every criterion, and their exact sum.

It is drawn from the verdicts of the pairs shown, the same arrays that made the scores.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from scoring.criteria import Verdict
from scoring.judgement import components, effects, verdicts
from scoring.near_miss import missing_steps
from scoring.pairs import Pairs
from scoring.profile import CRITERIA, VETO_ORDER, Profile
from scoring.records import Doubt, Match, Reason, Veto

# The criterion beside which a doubt about a field of a record is shown.
DOUBTED = {
    "product": "product",
    "quantity": "volume",
    "unit": "volume",
    "per": "volume",
    "min_order": "volume",
    "min_lot": "volume",
    "months": "season",
    "season_text": "season",
    "place": "logistics",
    "shelf_life_days": "freshness",
    "storage": "freshness",
    "price": "price",
    "price_min": "price",
    "price_max": "price",
    "price_unit": "price",
    "price_basis": "price",
    "certificates": "requirements",
    "invoice": "requirements",
}


def explain(pairs: Pairs, ranks: list[int | None], profile: Profile) -> Iterator[Match]:
    """Matches for all pairs, in their order, with ``ranks`` as given."""
    said = verdicts(pairs, profile)
    parts = {name: components(verdict) for name, verdict in said.items()}
    added = {name: effects(name, part, profile) for name, part in parts.items()}
    refusals = [refusals_of(said, i) for i in range(len(pairs))]
    steps = missing_steps(pairs, [tuple(veto.code for veto in each) for each in refusals], profile)
    total = profile.base_micro + np.sum([added[name] for name in CRITERIA], axis=0)
    for i in range(len(pairs)):
        yield Match(
            demand=pairs.demand(i).id,
            offer=pairs.offer(i).id,
            rank=ranks[i],
            score_micro=int(total[i]),
            base_micro=profile.base_micro,
            refusals=refusals[i],
            components_micro={name: int(parts[name][i]) for name in CRITERIA},
            reasons=_reasons(pairs, said, {name: int(added[name][i]) for name in CRITERIA}, i),
            missing=steps[i],
            profile=profile.version,
        )


def refusals_of(said: dict[str, Verdict], i: int) -> tuple[Veto, ...]:
    """Vetoes of one pair in the expert's order; one found by two criteria is told by the first."""
    found: dict[str, Veto] = {}
    for name, verdict in said.items():
        for veto, mask in verdict.vetoes.items():
            if mask[i] and veto not in found:
                found[veto] = Veto(veto, name, verdict.why(veto, i))
    return tuple(sorted(found.values(), key=lambda veto: VETO_ORDER.index(veto.code)))


def _reasons(pairs: Pairs, said: dict[str, Verdict], added: dict[str, int], i: int) -> tuple[Reason, ...]:
    """One reason a criterion, the weightiest first; equal ones in the order of the criteria."""
    doubts = _doubts(pairs, i)
    reasons = []
    for name, verdict in said.items():
        facts = verdict.facts(i)
        if name in doubts:
            facts["doubts"] = doubts[name]
        reasons.append(Reason(name, verdict.codes[int(verdict.code[i])], facts, added[name]))
    return tuple(sorted(reasons, key=lambda reason: -abs(reason.effect_micro)))


def _doubts(pairs: Pairs, i: int) -> dict[str, list[dict[str, Any]]]:
    """Doubts of both records by criterion."""
    found: dict[str, list[dict[str, Any]]] = {}
    sides: tuple[tuple[str, tuple[Doubt, ...]], ...] = (
        ("offer", pairs.offer(i).doubts),
        ("demand", pairs.demand(i).doubts),
    )
    for side, doubts in sides:
        for doubt in doubts:
            if doubt.field in DOUBTED:
                row = {"side": side, "field": doubt.field, "code": doubt.code, "facts": doubt.facts}
                found.setdefault(DOUBTED[doubt.field], []).append(row)
    return found
