"""An explanation as data: base, a row for every criterion, and their exact sum.

It is drawn from the verdicts of the pairs shown, the same arrays that made the scores.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from scoring.criteria import Verdict
from scoring.criteria.verdict import Facts
from scoring.judgement import components, effects, verdicts
from scoring.near_miss import missing_steps
from scoring.notes import notes
from scoring.pairs import Pairs
from scoring.profile import CRITERIA, VETO_ORDER, Profile
from scoring.records import Demand, Doubt, Match, Offer, Reason, Veto

TOLD_AT_ONCE = 256  # pairs, for each criterion in turn

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
    added = {name: effects(name, part, profile).tolist() for name, part in parts.items()}
    total = profile.base_micro + np.sum([added[name] for name in CRITERIA], axis=0)
    codes = {name: [verdict.codes[code] for code in verdict.code.tolist()] for name, verdict in said.items()}
    shown = {name: part.tolist() for name, part in parts.items()}
    barred = refused(said, len(pairs))
    steps = missing_steps(pairs, [tuple(each) for each in barred], profile)
    scores = total.tolist()
    for i, told in enumerate(_told(said, len(pairs))):
        offer, demand = pairs.offer(i), pairs.demand(i)
        beside = _beside(told, {"doubts": _doubts(offer, demand), "notes": _noted(offer, demand, told)})
        reasons = [
            Reason(name, codes[name][i], beside.get(name, facts), added[name][i])
            for name, facts in told.items()
        ]
        yield Match(
            demand=demand.id,
            offer=offer.id,
            rank=ranks[i],
            score_micro=scores[i],
            base_micro=profile.base_micro,
            refusals=tuple(
                Veto(veto, name, said[name].why(veto, i, told[name])) for veto, name in barred[i].items()
            ),
            components_micro={name: part[i] for name, part in shown.items()},
            reasons=tuple(sorted(reasons, key=_weight)),
            missing=steps[i],
            profile=profile.version,
        )


def _told(said: dict[str, Verdict], n: int) -> Iterator[dict[str, Facts]]:
    """The facts of each pair by criterion; a criterion tells of many pairs before the next one does, so that
    what it works with stays in the processor's caches."""
    for start in range(0, n, TOLD_AT_ONCE):
        rows = range(start, min(start + TOLD_AT_ONCE, n))
        of_each = [[verdict.facts(i) for i in rows] for verdict in said.values()]
        for facts in zip(*of_each, strict=True):
            yield dict(zip(said, facts, strict=True))


def refusals_of(said: dict[str, Verdict], n: int) -> list[tuple[Veto, ...]]:
    """The vetoes of each pair, with their facts."""
    return [
        tuple(Veto(veto, name, said[name].why(veto, i)) for veto, name in each.items())
        for i, each in enumerate(refused(said, n))
    ]


def refused(said: dict[str, Verdict], n: int) -> list[dict[str, str]]:
    """The vetoes of each pair in the expert's order, with the criterion that tells of them: the first one."""
    found: list[dict[str, str]] = [{} for _ in range(n)]
    order = sorted(
        ((veto, name) for name, verdict in said.items() for veto in verdict.vetoes),
        key=lambda each: VETO_ORDER.index(each[0]),
    )
    for veto, name in order:
        for i in np.flatnonzero(said[name].vetoes[veto]).tolist():
            found[i].setdefault(veto, name)
    return found


def _noted(offer: Offer, demand: Demand, told: dict[str, Facts]) -> dict[str, Any]:
    """What the notes say to each criterion, but for words that the season tells as its ground."""
    found, ground = notes(offer, demand), told["season"].get("ruled_out_by")
    if not ground:
        return found
    return {
        name: [row for row in rows if name == "season" or row["words"] != ground]
        for name, rows in found.items()
    }


def _beside(told: dict[str, Facts], said: dict[str, dict[str, Any]]) -> dict[str, Facts]:
    """The facts of criteria with what the records say beside them; what a veto tells stays as it is."""
    found: dict[str, Facts] = {}
    for what, rows in said.items():
        for name, more in rows.items():
            found[name] = found.get(name, told[name]) | {what: more}
    return found


def _weight(reason: Reason) -> int:
    """What reasons are ordered by, the weightiest first; equal ones keep the order of the criteria."""
    return -abs(reason.effect_micro)


def _doubts(offer: Offer, demand: Demand) -> dict[str, list[dict[str, Any]]]:
    """Doubts of both records by criterion."""
    found: dict[str, list[dict[str, Any]]] = {}
    sides: tuple[tuple[str, tuple[Doubt, ...]], ...] = (("offer", offer.doubts), ("demand", demand.doubts))
    for side, doubts in sides:
        for doubt in doubts:
            if doubt.field in DOUBTED:
                row = {"side": side, "field": doubt.field, "code": doubt.code, "facts": doubt.facts}
                found.setdefault(DOUBTED[doubt.field], []).append(row)
    return found
