"""What a solution of pooling was found for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from scoring.pooling.candidates import Judged
from scoring.pooling.clusters import Ground
from scoring.pooling.puzzle import Puzzle
from scoring.pooling.records import Candidate
from scoring.pooling.settings import PoolSettings
from scoring.profile import Profile


@dataclass(frozen=True)
class Work:
    """What a solution was found for: the offers judged, the possible members, their ground and puzzle."""

    found: Judged
    profile: Profile
    candidates: Sequence[Candidate]
    ground: Ground
    puzzle: Puzzle
    settings: PoolSettings
    forbidden: Collection[str]
