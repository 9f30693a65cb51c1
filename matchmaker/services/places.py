"""Rows of the places table for what understanding found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matchmaker import models
from scoring.records import Place


def place_row(kind: str, written: Any, found: Place) -> models.Place | None:
    """A place of production or delivery (``kind``), as written and as found; None where nothing is said."""
    if not written and not found.text:
        return None
    return models.Place(
        kind=kind,
        raw=written if isinstance(written, str) else found.text,
        legacy=_legacy(written),
        commune=found.commune,
        commune_code=found.commune_code,
        province=found.province,
        lat=found.lat,
        lon=found.lon,
        terrain=found.terrain,
        level=found.level,
        confidence=found.confidence,
        node=found.node,
    )


def _legacy(written: Any) -> str:
    """The old district and province, where the record names them."""
    if not isinstance(written, Mapping):
        return ""
    return ", ".join(str(written[name]) for name in ("old_district", "old_province") if written.get(name))
