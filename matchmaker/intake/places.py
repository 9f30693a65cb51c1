"""What the gazetteer answers: the places a text may mean, the one it does mean, and the doubt left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["point", "commune", "old_commune", "town", "old_district", "island", "province"]
Terrain = Literal["mountain", "highland", "midland", "delta", "coast", "island", ""]


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """One place. ``province`` and ``commune`` are names on the map of 1 July 2025, short (no Tỉnh, TP).

    ``old_district`` and ``old_province`` name the old map's units; ``locality`` is the finest name that was
    written; ``node`` is the place's id in the freight network where it is one of its named points.
    ``confidence`` is 0..1 and falls with the level. A province is a level of its own and never an endpoint.
    """

    name: str
    level: Level
    lat: float
    lon: float
    province: str
    terrain: Terrain = ""
    commune: str = ""
    commune_code: str = ""
    old_district: str = ""
    old_province: str = ""
    locality: str = ""
    node: str = ""
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Resolution:
    """``best`` is None where a person must choose; ``candidates`` are in order of likelihood.

    ``doubt`` is None or a code: ``same_name`` (another place has this name too; ``best`` is the usual meaning
    or None where there is none), ``misspelt`` (near names are proposed), ``province_only`` (no finer unit is
    given), ``unit_unknown`` (the unit written is not on either map; coarser or near ones are proposed),
    ``locality_unknown`` (a name below the unit found was passed over), ``conflict`` (the names do not lie
    in each other), ``alternatives`` (several places joined by a slash; the first is taken), ``split`` (an
    old commune was divided; its main successor is taken), ``pin_far`` (the point given is far from
    the unit named).
    Nothing found at all: no best, no candidates and no doubt.
    """

    candidates: tuple[PlaceMatch, ...] = ()
    best: PlaceMatch | None = None
    doubt: str | None = None
