"""Many small producers pooled to fill one large demand."""

from scoring.pooling.candidates import candidates
from scoring.pooling.filling import fill
from scoring.pooling.records import (
    Candidate,
    Finding,
    Lacking,
    Member,
    Pickup,
    Pool,
    Proof,
    Stop,
)
from scoring.pooling.seasons import season_plan, total_value
from scoring.pooling.settings import PoolSettings

__all__ = [
    "Candidate",
    "Finding",
    "Lacking",
    "Member",
    "Pickup",
    "Pool",
    "PoolSettings",
    "Proof",
    "Stop",
    "candidates",
    "fill",
    "season_plan",
    "total_value",
]
