"""Products of the lexicon and places of the country by a few typed letters, for suggestions in forms."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from matchmaker.queries import reference_changes

if TYPE_CHECKING:
    from matchmaker.intake.gazetteer import Gazetteer


@dataclass(frozen=True, order=True)
class ProductName:
    """A kind of product: its key and names."""

    key: str
    name_vi: str
    name_en: str


def products(text: str, limit: int = 10) -> list[ProductName]:
    """Kinds whose names or synonyms hold the words typed, with or without accents; the best first."""
    words = fold(text).split()
    if not words:
        return []
    scored = []
    for position, (product, names) in enumerate(_product_names()):
        found = [fit(name, words) for name in names if all(word in name for word in words)]
        if found:
            scored.append((min(found), position, product))
    return [product for _, _, product in sorted(scored)[:limit]]


def places(text: str, gazetteer: Gazetteer, limit: int = 10) -> list[dict[str, Any]]:
    """The places that a text may mean: name, commune, code, province, level, confidence."""
    found = gazetteer.resolve(text)
    return [
        {
            "name": place.name,
            "commune": place.commune,
            "commune_code": place.commune_code,
            "province": place.province,
            "level": place.level,
            "confidence": place.confidence,
        }
        for place in found.candidates[:limit]
    ]


def fold(text: str) -> str:
    """Lower case without diacritics."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def fit(name: str, words: list[str]) -> tuple[bool, bool, int]:
    """Smaller is better: the same name, then one that begins so, then short ones."""
    typed = " ".join(words)
    return name != typed, not name.startswith(typed), len(name)


def _product_names() -> tuple[tuple[ProductName, tuple[str, ...]], ...]:
    return _names_at(reference_changes.stamp("products"))


@lru_cache(maxsize=3)
def _names_at(state: reference_changes.Stamp) -> tuple[tuple[ProductName, tuple[str, ...]], ...]:
    return tuple(
        (
            ProductName(row["key"], row["name_vi"], row["name_en"]),
            tuple(
                fold(name)
                for name in (
                    row["name_vi"],
                    row["name_en"],
                    *row["synonyms_vi"].split(";"),
                    *row["synonyms_en"].split(";"),
                )
                if name
            ),
        )
        for row in reference_changes.rows_at("products", state)
        if row["rank"] != "family"
    )
