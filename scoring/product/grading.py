"""From relation, form, role and certainty to a band of similarity: a floor, and what text may add to it.

The bands approximate the chance that a buyer would take the offer for what was asked, judged from the
trade (a variety for the generic product almost always serves, a dried fruit for a fresh one rarely).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.product.relation import Relation
from scoring.product.words import Form, Role

Floats = npt.NDArray[np.float32]
Codes = npt.NDArray[np.uint8]

# Relation: similarity with no text in common, and what a fully equal text adds.
BANDS: dict[Relation, tuple[float, float]] = {
    Relation.SAME: (0.86, 0.14),
    Relation.VARIETY: (0.80, 0.12),
    Relation.GENERIC: (0.60, 0.15),
    Relation.SIBLING: (0.50, 0.15),
    Relation.OTHER_FORM: (0.32, 0.16),
    Relation.FAMILY: (0.16, 0.16),
    Relation.CATEGORY: (0.05, 0.14),
    Relation.UNRELATED: (0.0, 0.12),
    Relation.UNKNOWN: (0.0, 0.80),
    Relation.GATED: (0.04, 0.08),
}
CONFUSED = (0.0, 0.02)
_FLOOR = np.array([BANDS[r][0] for r in Relation], dtype=np.float32)
_SPAN = np.array([BANDS[r][1] for r in Relation], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Signs:
    """What readings say, without their words, as columns: one row for each distinct combination."""

    kind: npt.NDArray[np.int32]
    alternative: npt.NDArray[np.int32]
    material: npt.NDArray[np.int32]
    form: npt.NDArray[np.int8]
    role: npt.NDArray[np.int8]
    head: npt.NDArray[np.int32]
    certainty: Floats


def bands(
    demands: Signs, offers: Signs, table: Codes, confused: npt.NDArray[np.bool_]
) -> tuple[Codes, Floats, Floats]:
    """Relation, floor and span for every pair [demands, offers] of signs.

    ``table`` and ``confused`` come from ``relation_table``. Certainty mixes a band with that of text alone.
    """
    relation = _lookup(table, demands.kind, offers.kind)
    best = relation.copy()
    for one, other in ((demands.alternative, offers.kind), (demands.kind, offers.alternative)):
        if (one >= 0).any() and (other >= 0).any():
            known = (one >= 0)[:, None] & (other >= 0)[None, :]
            best = np.where(known, np.minimum(best, _lookup(table, one, other)), best)
    relation = best
    relation = _by_form(relation, demands, offers)
    relation = _by_role(relation, demands, offers)
    part = (demands.kind[:, None] == offers.material[None, :]) | (
        demands.material[:, None] == offers.kind[None, :]
    )
    part &= (demands.kind >= 0)[:, None] & (offers.kind >= 0)[None, :]
    relation = np.where(
        part & (relation > Relation.FAMILY) & (relation < Relation.UNKNOWN), Relation.FAMILY, relation
    )
    floor, span = _FLOOR[relation], _SPAN[relation]
    mixed = _lookup_flag(confused, demands.kind, offers.kind) & (relation >= Relation.CATEGORY)
    mixed &= relation != Relation.UNKNOWN
    floor = np.where(mixed, np.float32(CONFUSED[0]), floor)
    span = np.where(mixed, np.float32(CONFUSED[1]), span)
    sure = np.minimum.outer(demands.certainty, offers.certainty)
    sure = np.where((relation == Relation.UNKNOWN) | (relation == Relation.GATED), np.float32(1.0), sure)
    loose = np.float32(BANDS[Relation.UNKNOWN][1])
    return (
        relation.astype(np.uint8),
        (sure * floor).astype(np.float32),
        (sure * span + (1 - sure) * loose * (1 - floor)).astype(np.float32),
    )


def _lookup(table: Codes, rows: npt.NDArray[np.int32], columns: npt.NDArray[np.int32]) -> Codes:
    found = table[np.maximum(rows, 0)[:, None], np.maximum(columns, 0)[None, :]]
    unknown = (rows < 0)[:, None] | (columns < 0)[None, :]
    return np.where(unknown, np.uint8(Relation.UNKNOWN), found).astype(np.uint8)


def _lookup_flag(
    table: npt.NDArray[np.bool_], rows: npt.NDArray[np.int32], columns: npt.NDArray[np.int32]
) -> npt.NDArray[np.bool_]:
    known = (rows >= 0)[:, None] & (columns >= 0)[None, :]
    return np.asarray(table[np.maximum(rows, 0)[:, None], np.maximum(columns, 0)[None, :]] & known)


def _by_form(relation: Codes, demands: Signs, offers: Signs) -> Codes:
    """The same goods told in two different forms are another form."""
    one, other = demands.form[:, None], offers.form[None, :]
    differ = (one != Form.NONE) & (other != Form.NONE) & (one != other)
    return np.where(
        differ & (relation < Relation.OTHER_FORM), np.uint8(Relation.OTHER_FORM), relation
    ).astype(np.uint8)


def _by_role(relation: Codes, demands: Signs, offers: Signs) -> Codes:
    """Things around the product never serve for it; something made of it is another form at best."""
    one, other = demands.role[:, None], offers.role[None, :]
    outside = (one != other) & ((one > Role.MADE_OF) | (other > Role.MADE_OF))
    made = demands.head[:, None] != offers.head[None, :]
    relation = np.where(
        made & ~outside & (relation < Relation.OTHER_FORM), np.uint8(Relation.OTHER_FORM), relation
    ).astype(np.uint8)
    return np.where(outside, np.uint8(Relation.GATED), relation).astype(np.uint8)
