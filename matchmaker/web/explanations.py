"""A stored explanation as the rows of a table: the base, what each criterion did, the total."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matchmaker.models import Match
from matchmaker.web.cards import Reason

MICRO = 1_000_000


@dataclass(frozen=True)
class Row:
    """One criterion: its reasons, the sum of their effects, and the score before and after it."""

    criterion: str
    reasons: Sequence[Reason]
    effect: float
    before: float
    after: float


@dataclass(frozen=True)
class Explanation:
    """``base`` + the effects of all rows = the score."""

    base: float
    rows: Sequence[Row]


def explanation(match: Match) -> Explanation:
    """The explanation that was stored with the match, the weightiest criterion first.

    Sums run over whole millionths, so the rows add up to the score exactly.
    """
    grouped: dict[str, list[Mapping[str, Any]]] = {}
    for reason in match.evidence["reasons"]:
        grouped.setdefault(reason["criterion"], []).append(reason)
    rows, before = [], match.base
    for criterion, reasons in grouped.items():
        effect = sum(round(reason["effect"] * MICRO) for reason in reasons)
        told = [Reason(reason["code"], reason["facts"], reason["effect"]) for reason in reasons]
        rows.append(Row(criterion, told, effect / MICRO, before / MICRO, (before + effect) / MICRO))
        before += effect
    return Explanation(match.base / MICRO, rows)
