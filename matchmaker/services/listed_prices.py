"""The price of each of several goods, which a seller lists in words beside one price in the fields."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from scoring.columns.priced import goods_in, words_of
from scoring.records import Doubt

if TYPE_CHECKING:
    from matchmaker.intake.reading import Reader, Reading

_SEVERAL = re.compile(r"[,;/+&]|\s(?:và|va|and)\s", re.IGNORECASE)
_FIGURES = re.compile(r"\d[\d.,]*")
LISTED = ("price", "several")


def listed_prices(record: Mapping[str, Any], said: Reading | None, reader: Reader) -> list[Doubt]:
    """ "hành tím 35k, tỏi 65k" beside the fields "35.000–65.000 đ/kg": which of them is for which goods.

    ``said`` is the free text of an offer as it was read. The list is believed only where it spans what the
    fields say, in the same unit: else it is of other goods or another time, and the fields stand alone.
    """
    if not _SEVERAL.search(str(record.get("product") or "")):
        return []
    stated = [float(record[name]) for name in ("price_min", "price_max") if record.get(name) is not None]
    if not stated:
        return []
    told = [doubt for doubt in said.doubts if (doubt.field, doubt.code) == LISTED] if said else []
    description = str(record.get("description") or "")
    if not told and len(_FIGURES.findall(description)) > 1:
        told = [each for each in reader.read(description).doubts if (each.field, each.code) == LISTED]
    return [Doubt(*LISTED, dict(each.facts)) for each in told if _spans(each.facts["parts"], record, stated)]


def _spans(parts: Sequence[Mapping[str, Any]], record: Mapping[str, Any], stated: Sequence[float]) -> bool:
    """Whether the prices of a list go from the least to the most of the fields, for one of the same unit."""
    ends = [float(end) for part in parts for end in (part["price_min"], part["price_max"]) if end is not None]
    units = {part["price_unit"] for part in parts} - {None, record.get("price_unit")}
    if not all(words_of(goods_in(str(part["words"]))) for part in parts):
        return False  # a price without a name for its goods is not one of a list
    plain = not units and {part["currency"] for part in parts} == {"VND"}
    return plain and bool(ends) and (min(ends), max(ends)) == (min(stated), max(stated))
