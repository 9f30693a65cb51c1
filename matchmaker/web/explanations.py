"""A stored explanation as the rows of a table: the base, what each criterion did, the total."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matchmaker.models import Match
from matchmaker.web.cards import Reason


@dataclass(frozen=True)
class Row:
    """One criterion: its reasons and the sum of their effects."""

    criterion: str
    reasons: Sequence[Reason]
    effect: float


@dataclass(frozen=True)
class Explanation:
    """``base`` + the effects of all rows = the score; ``scale`` is the largest effect, for the bars."""

    base: float
    rows: Sequence[Row]
    scale: float


def explanation(match: Match) -> Explanation:
    """The explanation that was stored with the match, criteria in the engine's order."""
    grouped: dict[str, list[Mapping[str, Any]]] = {}
    for reason in match.evidence["reasons"]:
        grouped.setdefault(reason["criterion"], []).append(reason)
    rows = [
        Row(
            criterion,
            [Reason(reason["code"], reason["facts"], reason["effect"]) for reason in reasons],
            sum(round(reason["effect"] * 1_000_000) for reason in reasons) / 1_000_000,
        )
        for criterion, reasons in grouped.items()
    ]
    return Explanation(match.base / 1_000_000, rows, max((abs(row.effect) for row in rows), default=0.0))
