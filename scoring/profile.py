"""The profile of a ranking: weights, base values and thresholds, as data with a version hash.

Weights and base values are whole thousandths and weights sum to one, so that every product of them is
a whole millionth: the score then equals the base plus the effects exactly. Base values are what a
criterion is worth when nothing is known; a criterion at its base has effect 0.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from scoring.records import MICRO

# The order in which components are listed.
CRITERIA = (
    "product",
    "volume",
    "season",
    "logistics",
    "freshness",
    "price",
    "requirements",
    "terms",
    "preferences",
)

# What is judged first by an officer comes first in the list of vetoes.
VETO_ORDER = (
    "wrong_product",
    "wrong_form",
    "market_closed",
    "missing_cert",
    "cert_expired",
    "wrong_season",
    "cannot_reach",
    "no_invoice",
    "moq_too_high",
    "volume_too_small",
    "price_over",
    "terms_refused",
)

# Threshold: smallest and largest value allowed. Their meaning is given in docs/scoring-model.md.
THRESHOLDS: dict[str, tuple[float, float]] = {
    "product_right": (0, 1),
    "product_right_spread": (0, 1),
    "product_generic": (0, 1),
    "product_text": (0, 1),
    "product_sibling": (0, 1),
    "product_sibling_spread": (0, 1),
    "product_other_form": (0, 1),
    "product_family": (0, 1),
    "product_text_least": (0, 1),
    "volume_far_below": (0, 1),
    "volume_ample": (1, 10),
    "volume_plenty_bonus": (0, 1),
    "hours_half": (0.1, 1000),
    "freight_half": (1, 1_000_000),
    "slack_risk_days": (0, 60),
    "price_span": (0.01, 10),
    "price_negotiable": (0, 1),
    "price_step_most": (0, 1),
    "requirement_doubt": (0, 1),
    "payment_longest": (1, 1000),
    "discount_most": (1, 100),
    "preferred_share": (0, 1),
}
THOUSANDTH = 1000


@dataclass(frozen=True, slots=True)
class ProfileError:
    """One thing wrong with a profile: where, a code, and the facts."""

    field: str
    code: str
    facts: dict[str, Any]


class ProfileRefusedError(ValueError):
    """A profile that cannot rank; ``errors`` lists everything wrong with it."""

    def __init__(self, errors: list[ProfileError]) -> None:
        super().__init__("; ".join(f"{e.field}: {e.code} {e.facts}" for e in errors))
        self.errors = errors


@dataclass(frozen=True)
class Profile:
    """Checked weights and base values (whole thousandths) and thresholds of a ranking."""

    name: str
    author: str
    weights: dict[str, int]
    base: dict[str, int]
    thresholds: dict[str, float]
    version: str

    def __getitem__(self, threshold: str) -> float:
        return self.thresholds[threshold]

    def neutral(self, criterion: str) -> float:
        """The score 0..1 of a criterion about which nothing is known."""
        return self.base[criterion] / THOUSANDTH

    @cached_property
    def base_micro(self) -> int:
        """The score in micro-units of a pair about which nothing is known."""
        return sum(self.weights[c] * self.base[c] for c in CRITERIA)

    def as_data(self) -> dict[str, Any]:
        """What ``from_data`` takes and gives the same profile for: shares of one, not thousandths."""
        return {
            "name": self.name,
            "author": self.author,
            "weights": {c: self.weights[c] / THOUSANDTH for c in CRITERIA},
            "base": {c: self.base[c] / THOUSANDTH for c in CRITERIA},
            "thresholds": dict(self.thresholds),
        }

    @classmethod
    @cache
    def default(cls) -> Profile:
        """The profile delivered with the engine (scoring/profiles/default.json)."""
        text = files("scoring").joinpath("profiles/default.json").read_text(encoding="utf-8")
        return cls.from_data(json.loads(text))

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Profile:
        """Checks ``data`` (name, author, weights, base, thresholds).

        Raises ``ProfileRefusedError``, all errors at once.
        """
        errors = list(_errors(data))
        if errors:
            raise ProfileRefusedError(errors)
        return cls(
            name=str(data["name"]),
            author=str(data.get("author", "")),
            weights={c: round(data["weights"][c] * THOUSANDTH) for c in CRITERIA},
            base={c: round(data["base"][c] * THOUSANDTH) for c in CRITERIA},
            thresholds={t: float(data["thresholds"][t]) for t in THRESHOLDS},
            version=_version(data),
        )


def _version(data: Mapping[str, Any]) -> str:
    """Hash of what decides a ranking, however its numbers are written; the name and the author do not."""
    deciding = {
        part: {name: float(value) for name, value in data[part].items()}
        for part in ("weights", "base", "thresholds")
    }
    canonical = json.dumps(deciding, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]


def _errors(data: Mapping[str, Any]) -> list[ProfileError]:
    errors = [] if data.get("name") else [ProfileError("name", "absent", {})]
    errors += _table_errors(data, "weights", dict.fromkeys(CRITERIA, (0.0, 1.0)))
    errors += _table_errors(data, "base", dict.fromkeys(CRITERIA, (0.0, 1.0)))
    errors += _table_errors(data, "thresholds", THRESHOLDS)
    if errors:  # sums and gaps mean nothing while single values are wrong
        return errors
    for part in ("weights", "base"):
        errors += _thousandth_errors(data[part], part)
    total = round(sum(data["weights"].values()) * MICRO)
    if total != MICRO:
        errors.append(ProfileError("weights", "sum_not_one", {"sum": total / MICRO}))
    return errors + _dominance_errors(data)


def _table_errors(
    data: Mapping[str, Any], part: str, allowed: Mapping[str, tuple[float, float]]
) -> list[ProfileError]:
    table = data.get(part)
    if not isinstance(table, Mapping):
        return [ProfileError(part, "absent", {})]
    errors = [ProfileError(f"{part}.{name}", "unknown", {}) for name in table if name not in allowed]
    for name, (low, high) in allowed.items():
        value = table.get(name)
        if value is None:
            errors.append(ProfileError(f"{part}.{name}", "absent", {}))
        elif isinstance(value, bool) or not isinstance(value, int | float):
            errors.append(ProfileError(f"{part}.{name}", "not_a_number", {"value": str(value)}))
        elif not low <= value <= high:
            errors.append(
                ProfileError(f"{part}.{name}", "out_of_range", {"value": value, "low": low, "high": high})
            )
    return errors


def _thousandth_errors(table: Mapping[str, float], part: str) -> list[ProfileError]:
    return [
        ProfileError(f"{part}.{name}", "not_thousandths", {"value": value})
        for name, value in table.items()
        if abs(value * THOUSANDTH - round(value * THOUSANDTH)) > 1e-9
    ]


def _dominance_errors(data: Mapping[str, Any]) -> list[ProfileError]:
    """Another cultivar must rank below every right one, whatever else speaks for it."""
    limits, weights = data["thresholds"], data["weights"]
    worst_right = limits["product_right"]
    best_sibling = limits["product_sibling"] + limits["product_sibling_spread"]
    gap = round(weights["product"] * (worst_right - best_sibling), 9)
    others = round(sum(weights[c] for c in CRITERIA if c != "product"), 9)
    if gap > others:
        return []
    return [
        ProfileError("thresholds.product_sibling", "cultivar_not_decisive", {"gap": gap, "others": others})
    ]
