"""What each missing step would unlock: amounts by commune or province, and the pairs behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
    """One near-match behind an amount: what it could deliver alone, None where that is not known."""

    near: NearMiss
    amount: float | None
    unit: str
    late: bool


def summary(actor: User, level: str, province: str = "") -> list[Unlock]:
    """The steps by ``level`` (province or commune), the largest weight first; counted units after it.

    A step that must come with another counts under both together, never under each alone.
    """
    groups: dict[tuple[str, str, str], list[NearMiss]] = {}
    for near in near_misses.listed(actor, province):
        place = (near.province, near.commune if level == "commune" else "")
        groups.setdefault((*place, key_of(near.evidence["missing"])), []).append(near)
    rows = [_unlock(*place_and_step, found) for place_and_step, found in groups.items()]
    return sorted(rows, key=_largest_first)


def pairs(actor: User, key: str, province: str, commune: str = "") -> list[Pair]:
    """The near-matches behind one row, the largest amount first."""
    found = [
        _pair(near)
        for near in near_misses.listed(actor, province, commune)
        if near.province == province and key_of(near.evidence["missing"]) == key
    ]
    return sorted(found, key=lambda pair: (pair.late, -(pair.amount or 0), pair.near.match_id))


def key_of(missing: Mapping[str, Any]) -> str:
    """The name of a step or of a combination: ``issue_invoice:HDDT+obtain_paper:VIETGAP``, sorted."""
    parts = []
    for step in steps(dict(missing)):
        detail = step["facts"].get(_DETAIL.get(step["code"], ""))
        parts.append(f"{step['code']}:{detail}" if detail else step["code"])
    return "+".join(sorted(set(parts)))


def _unlock(province: str, commune: str, key: str, found: Sequence[NearMiss]) -> Unlock:
    told = [_pair(near) for near in found]
    known = [unlocked(p.near.evidence, p.near.per) for p in told if p.amount is not None and not p.late]
    return Unlock(
        province=province,
        commune=commune,
        key=key,
        amounts=_amounts(pair for pair in known if pair is not None),
        offers=len({near.evidence["offer"] for near in found}),
        demands=len({near.evidence["demand"] for near in found}),
        unknown=sum(pair.amount is None for pair in told),
        late=sum(pair.late for pair in told),
    )


def _amounts(found: Iterable[Unlocked]) -> dict[str, float]:
    by_unit: dict[str, list[Unlocked]] = {}
    for pair in found:
        by_unit.setdefault(pair.unit, []).append(pair)
    return {unit: deliverable(by_unit[unit]) for unit in sorted(by_unit, key=lambda u: (u != "kg", u))}


def _pair(near: NearMiss) -> Pair:
    known = unlocked(near.evidence, near.per)
    late = any(step["facts"].get("in_time") is False for step in steps(near.evidence["missing"]))
    return Pair(near, known.alone if known else None, known.unit if known else "", late)


def _largest_first(row: Unlock) -> tuple[Any, ...]:
    others = sum(amount for unit, amount in row.amounts.items() if unit != "kg")
    return (-row.amounts.get("kg", 0.0), -others, row.province, row.commune, row.key)
