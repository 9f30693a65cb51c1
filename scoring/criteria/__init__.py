"""The criteria by which a pair is judged, one file each: a function over arrays of pairs."""

from scoring.criteria import (
    freshness,
    logistics,
    preferences,
    price,
    product,
    requirements,
    season,
    terms,
    volume,
)
from scoring.criteria.verdict import Criterion, Verdict

JUDGES: dict[str, Criterion] = {
    "product": product.judge,
    "volume": volume.judge,
    "season": season.judge,
    "logistics": logistics.judge,
    "freshness": freshness.judge,
    "price": price.judge,
    "requirements": requirements.judge,
    "terms": terms.judge,
    "preferences": preferences.judge,
}

__all__ = ["JUDGES", "Criterion", "Verdict"]
