"""The second step of a place in a form: where a name stands for several places, the person picks one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matchmaker.services.reference import gazetteer
from matchmaker.web.forms import RecordForm

MOST = 8  # candidates shown


@dataclass(frozen=True)
class PlaceOption:
    """One place that the typed text may mean."""

    value: str
    text: str


def ask(form: RecordForm) -> list[PlaceOption]:
    """The places to choose from; empty when the text is clear, empty, or already chosen."""
    typed = form.value("place").strip()
    if not typed or _chosen(form):
        return []
    found = gazetteer().resolve(typed)
    if found.best is not None:
        return []
    named = dict.fromkeys((place.commune, place.province) for place in found.candidates if place.commune)
    options = [PlaceOption(f"{commune}|{province}", f"{commune}, {province}") for commune, province in named]
    return options[:MOST] if len(options) > 1 else []


def picked(form: RecordForm) -> dict[str, Any]:
    """The place for the record: the one picked, else nothing, so that the typed text stands."""
    chosen = _chosen(form)
    if not chosen:
        return {}
    commune, _mark, province = chosen.partition("|")
    return {"place": {"commune": commune, "province": province}}


def _chosen(form: RecordForm) -> str:
    """The picked place, as long as it still belongs to the text beside it."""
    return form.value("place_choice") if form.value("place_asked") == form.value("place") else ""
