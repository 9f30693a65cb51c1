"""What is held or promised of offers elsewhere, as arrays: almost no offer has any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from scoring.columns.arrays import UNSAID, Floats, Ints, ints
from scoring.horizon import YEAR
from scoring.records import Offer


@dataclass(frozen=True)
class KeptAmounts:
    """Amounts kept, in the base units of their offers: row × month 1..12, and the parts of it by demand."""

    months: Floats  # shape (rows, 12)
    own: Mapping[tuple[int, str], Floats]  # (row, demand) → shape (12,)


def kept_amounts(offers: Sequence[Offer]) -> tuple[Ints, KeptAmounts]:
    """Each offer's row among the kept amounts (``UNSAID`` where nothing is kept), and these."""
    keeping = [offer for offer in offers if offer.kept]
    place = {offer.id: i for i, offer in enumerate(keeping)}
    months = np.zeros((len(keeping), YEAR))
    own: dict[tuple[int, str], Floats] = {}
    for i, offer in enumerate(keeping):
        for part in offer.kept:
            months[i, part.month - 1] += part.amount
            own.setdefault((i, part.demand), np.zeros(YEAR))[part.month - 1] += part.amount
    return ints(place.get(offer.id, UNSAID) for offer in offers), KeptAmounts(months, own)
