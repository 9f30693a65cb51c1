"""The station that a seller's words name for a price at a truck station, in whichever text they stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from matchmaker.intake.price_places import STATION

if TYPE_CHECKING:
    from matchmaker.intake.reading import Reader

_TEXTS = ("supply_text", "note", "description")


def station_named(record: Mapping[str, Any], reader: Reader) -> dict[str, Any]:
    """The facts on the place of a price that is stated as one at a truck station, where a text of the record
    names which: "giao tại bến xe Mộc Châu"; nothing where none does. What is said of the price
    goes before what describes the goods."""
    if record.get("price_basis") != STATION:
        return {}
    for name in _TEXTS:
        said = reader.read(text) if (text := record.get(name)) else None
        if said is not None and said.price_basis == STATION and said.basis_name:
            start, end = said.evidence["price_basis"].span
            named = {
                "price_basis": STATION,
                "basis_words": said.text[start:end],
                "basis_name": said.basis_name,
            }
            return {**named, "basis_hub": True, "basis_more": [], "basis_least": None, "basis_aside": False}
    return {}
