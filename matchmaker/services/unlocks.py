"""What each missing step would unlock: amounts by commune or province, and the pairs behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from matchmaker.models import User
from matchmaker.queries import near_misses
from matchmaker.queries.near_misses import NearMiss
from scoring.unlocking import Unlocked, deliverable, steps, unlocked

# The fact that tells steps of one code apart.
_DETAIL = {"obtain_paper": "paper", "renew_paper": "paper", "issue_invoice": "invoice", "accept_term": "term",
           "chill": "storage"}  # fmt: skip
LEVELS = ("province", "commune")


@dataclass(frozen=True)
class Unlock:
    """One step in one place. ``key`` names the step, ``amounts`` says how much of each unit it would unlock.

    ``unknown`` counts pairs whose amounts are not known or not comparable, ``late`` those for whose delivery
    a paper would come too late; neither is in the amounts.
    """

    province: str
    commune: str
    key: str
    amounts: Mapping[str, float]
    offers: int
    demands: int
    unknown: int
    late: int


@dataclass(frozen=True)
class Pair:
    """One near-match behind an amount: what it could deliver, None where that is not known."""

    near: NearMiss
    key: str
    unlocked: Unlocked | None
    late: bool

    @property
    def amount(self) -> float | None:
        """What it could deliver alone."""
        return self.unlocked.alone if self.unlocked else None

    @property
    def unit(self) -> str:
        """The unit of the amount; "" without one."""
        return self.unlocked.unit if self.unlocked else ""


def summaries(actor: User | None) -> dict[str, list[Unlock]]:
    """The steps by province and by commune (``LEVELS``), the largest weight first; counted units after it.
    None as the actor is for the whole country.

    A step that must come with another counts under both together, never under each alone.
    """
    found = [_pair(near) for near in near_misses.listed(actor)]
    return {level: _summary(found, level) for level in LEVELS}


def pairs(actor: User, key: str, province: str, commune: str = "") -> list[Pair]:
    """The near-matches behind one row as they are now with all their evidence, the largest amount first."""
    found = [
        pair for near in near_misses.listed(actor, province, commune) if (pair := _pair(near)).key == key
    ]
    evidence = near_misses.whole([pair.near.match_id for pair in found])
    told = [replace(pair, near=replace(pair.near, evidence=evidence[pair.near.match_id])) for pair in found]
    return sorted(told, key=lambda pair: (pair.late, -(pair.amount or 0), pair.near.match_id))


def _summary(found: Iterable[Pair], level: str) -> list[Unlock]:
    groups: dict[tuple[str, str, str], list[Pair]] = {}
    for pair in found:
        commune = pair.near.commune if level == "commune" else ""
        groups.setdefault((pair.near.province, commune, pair.key), []).append(pair)
    return sorted(
        (_unlock(*place_and_step, own) for place_and_step, own in groups.items()), key=_largest_first
    )


def key_of(missing: Mapping[str, Any]) -> str:
    """The name of a step or of a combination: ``issue_invoice:HDDT+obtain_paper:VIETGAP``, sorted."""
    parts = []
    for step in steps(dict(missing)):
        detail = step["facts"].get(_DETAIL.get(step["code"], ""))
        parts.append(f"{step['code']}:{detail}" if detail else step["code"])
    return "+".join(sorted(set(parts)))


def _unlock(province: str, commune: str, key: str, found: Sequence[Pair]) -> Unlock:
    return Unlock(
        province=province,
        commune=commune,
        key=key,
        amounts=_amounts(pair.unlocked for pair in found if pair.unlocked is not None and not pair.late),
        offers=len({pair.near.evidence["offer"] for pair in found}),
        demands=len({pair.near.evidence["demand"] for pair in found}),
        unknown=sum(pair.unlocked is None for pair in found),
        late=sum(pair.late for pair in found),
    )


def _amounts(found: Iterable[Unlocked]) -> dict[str, float]:
    by_unit: dict[str, list[Unlocked]] = {}
    for pair in found:
        by_unit.setdefault(pair.unit, []).append(pair)
    return {unit: deliverable(by_unit[unit]) for unit in sorted(by_unit, key=lambda u: (u != "kg", u))}


def _pair(near: NearMiss) -> Pair:
    missing = near.evidence["missing"]
    late = any(step["facts"].get("in_time") is False for step in steps(missing))
    return Pair(near, key_of(missing), unlocked(near.evidence, near.per), late)


def _largest_first(row: Unlock) -> tuple[Any, ...]:
    others = sum(amount for unit, amount in row.amounts.items() if unit != "kg")
    return (-row.amounts.get("kg", 0.0), -others, row.province, row.commune, row.key)
