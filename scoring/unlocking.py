"""How much could be delivered if a step were taken: no kilogram counted twice, no demand filled twice.

Many offers lack the same paper for several demands, and a demand may wait for several offers. What all of
them together could deliver is the largest flow from the offers' months to the demands: an offer gives in a
month no more than it has then, a demand takes no more than it needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from scoring.columns.amounts import A_MONTH_HAS

LARGEST_FLOW = 1_000_000_000  # whole numbers of the flow stay below what 32 bits hold
FINEST = 1_000  # parts of a unit that are told apart, where the amounts leave room for it
NO_MONTH = 0  # stands for the month where neither side says one


@dataclass(frozen=True, slots=True)
class Unlocked:
    """One pair as it would be after the step: amounts in ``unit`` a month, or in all for a whole need."""

    offer: str
    demand: str
    unit: str
    months: tuple[int, ...]
    supply_month: float
    need_month: float | None
    need_total: float | None

    @property
    def alone(self) -> float:
        """What this pair could deliver if the offer and the demand had no other."""
        supply = self.supply_month * len(self.months)
        need = self.need_total if self.need_month is None else self.need_month * len(self.months)
        return supply if need is None else min(supply, need)


def unlocked(evidence: dict[str, Any], per: str) -> Unlocked | None:
    """The pair of a near-match after its missing step, from its evidence; None where the amounts of its sides
    are not known or not comparable.

    ``per`` is the period of the offer's amount: a whole harvest spreads over one month more where the step
    adds one.
    """
    volume, season = (_facts(evidence, name) for name in ("volume", "season"))
    supply, unit = volume.get("supply_month"), volume.get("unit")
    need_month, need = volume.get("need_month"), volume.get("need")
    if supply is None or not unit or unit != volume.get("need_unit") or (need_month is None and need is None):
        return None
    offered, wanted = set(season.get("offered") or ()), set(season.get("wanted") or ())
    pair = Unlocked(
        evidence["offer"], evidence["demand"], unit, (), supply, need_month, None if need_month else need
    )
    for step in steps(evidence["missing"]):
        facts = step["facts"]
        added = set(facts.get("months") or ()) - offered
        if added and offered and per not in A_MONTH_HAS:
            pair = replace(pair, supply_month=pair.supply_month * len(offered) / len(offered | added))
        offered |= added
        if step["code"] == "pool_volume" and facts.get("from"):
            pair = replace(pair, supply_month=pair.supply_month * facts["to"] / facts["from"])
    common = offered & wanted if offered and wanted else offered or wanted or {NO_MONTH}
    return replace(pair, months=tuple(sorted(common)))


def steps(missing: dict[str, Any]) -> list[dict[str, Any]]:
    """All that has to change together: the first step and those that go with it."""
    return [missing, *missing.get("also", ())]


def deliverable(pairs: Sequence[Unlocked]) -> float:
    """The most that these pairs, all in one unit, could deliver together."""
    if not pairs:
        return 0.0
    if len({pair.demand for pair in pairs}) == len({pair.offer for pair in pairs}) == 1:
        return max(pair.alone for pair in pairs)
    ends: dict[tuple[str, ...], int] = {("source",): 0, ("sink",): 1}
    arcs: dict[tuple[int, int], float] = {}
    for pair in pairs:
        for month in pair.months:
            has = ends.setdefault(("offer", pair.offer, str(month)), len(ends))
            whole = pair.need_month is None
            name = ("demand", pair.demand) if whole else ("demand", pair.demand, str(month))
            wants = ends.setdefault(name, len(ends))
            need = (pair.need_total if whole else pair.need_month) or 0.0
            # One offer may be judged a little differently for each demand: the larger amount is what it has.
            arcs[0, has] = max(arcs.get((0, has), 0.0), pair.supply_month)
            arcs[has, wants] = pair.supply_month
            arcs[wants, 1] = need
    return _largest_flow(arcs, len(ends))


def _largest_flow(arcs: dict[tuple[int, int], float], size: int) -> float:
    from scipy.sparse import csr_array  # here, because it takes a while and reports alone need it
    from scipy.sparse.csgraph import maximum_flow

    total = sum(capacity for (start, _), capacity in arcs.items() if start == 0)
    parts = min(FINEST, LARGEST_FLOW / max(total, 1.0))
    rows, columns = zip(*arcs, strict=True)
    capacities = np.minimum(np.rint(np.array(list(arcs.values())) * parts), LARGEST_FLOW).astype(np.int32)
    graph = csr_array((capacities, (rows, columns)), shape=(size, size))
    return round(float(maximum_flow(graph, 0, 1).flow_value) / parts, 1)


def _facts(evidence: dict[str, Any], criterion: str) -> dict[str, Any]:
    return next((row["facts"] for row in evidence["reasons"] if row["criterion"] == criterion), {})
