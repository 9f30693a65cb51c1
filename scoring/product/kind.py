"""One kind of goods: a row of the product table, typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One row of the product table. Months are solar 1..12, shelf lives days, prices VND per price_unit."""

    key: str
    parent: str = ""
    rank: str = "kind"
    name_vi: str = ""
    name_en: str = ""
    synonyms_vi: tuple[str, ...] = ()
    synonyms_en: tuple[str, ...] = ()
    category: str = ""
    ocop_group: str = ""
    hs6: str = ""
    form: str = ""
    storage: str = ""
    shelf_ambient_days: float | None = None
    shelf_chilled_days: float | None = None
    harvest_months: tuple[int, ...] = ()
    peak_months: tuple[int, ...] = ()
    saleable_months: tuple[int, ...] = ()
    storable: bool = False
    origins: tuple[str, ...] = ()
    gi_name: str = ""
    price_low: float | None = None
    price_high: float | None = None
    price_unit: str = ""
    confusable_with: tuple[str, ...] = ()
    calendar_id: str = ""
    confidence: str = ""
    source: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name in both languages, the main ones first."""
        return tuple(n for n in (self.name_vi, *self.synonyms_vi, self.name_en, *self.synonyms_en) if n)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _months(text: str) -> tuple[int, ...]:
    return tuple(sorted({int(part) for part in _parts(text)}))


def _number(text: str) -> float | None:
    return float(text) if text.strip() else None


def kind_from(row: Mapping[str, str]) -> Kind:
    """A typed kind from a row of strings; an absent column counts as empty.

    Raises ValueError where a month or a number is not one, KeyError where the row has no key.
    """
    get = {name: (value or "").strip() for name, value in row.items()}.get
    return Kind(
        key=row["key"],
        parent=get("parent", ""),
        rank=get("rank", "") or "kind",
        name_vi=get("name_vi", ""),
        name_en=get("name_en", ""),
        synonyms_vi=_parts(get("synonyms_vi", "")),
        synonyms_en=_parts(get("synonyms_en", "")),
        category=get("category", ""),
        ocop_group=get("ocop_group", ""),
        hs6=get("hs6", ""),
        form=get("form", ""),
        storage=get("storage", ""),
        shelf_ambient_days=_number(get("shelf_ambient_days", "")),
        shelf_chilled_days=_number(get("shelf_chilled_days", "")),
        harvest_months=_months(get("harvest_months", "")),
        peak_months=_months(get("peak_months", "")),
        saleable_months=_months(get("saleable_months", "")),
        storable=get("storable", "") == "1",
        origins=_parts(get("origins", "")),
        gi_name=get("gi_name", ""),
        price_low=_number(get("price_low", "")),
        price_high=_number(get("price_high", "")),
        price_unit=get("price_unit", ""),
        confusable_with=_parts(get("confusable_with", "")),
        calendar_id=get("calendar_id", ""),
        confidence=get("confidence", ""),
        source=get("source", ""),
    )
