"""What a phrase of the table says beyond the others of its meaning: "tre già" is bamboo, and old."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from scoring.product.normalise import syllables

# Words that add nothing to the thing that they stand with.
_NO_MORE = frozenset(
    ("day", "xach", "dung", "mac", "duoc", "san", "phu", "mau", "hang", "ca", "tang", "bieu", "cung", "giay",
     "hoan", "toan", "with", "a", "on", "in", "fully", "ready", "added", "chin", "lo", "ngon", "quang",
     "choang")
)  # fmt: skip


@lru_cache(maxsize=16_384)
def beyond(meaning: str, words: str) -> frozenset[str]:
    """The folded words that a phrase has more than the shortest of its meaning that it begins with, or in
    English ends in; empty where there is none.

    >>> sorted(beyond("bamboo", "tre già")), sorted(beyond("scented", "jasmine scented"))
    (['gia'], ['jasmine'])
    """
    own = tuple(word.plain for word in syllables(words))
    found: list[frozenset[str]] = []
    for phrase, english in _phrases().get(meaning, ()):
        length = len(phrase)
        if length < len(own) and phrase == (own[-length:] if english else own[:length]):
            rest = own[:-length] if english else own[length:]
            found.append(frozenset(rest) - _NO_MORE)
    return max(found, key=len, default=frozenset())


@lru_cache(maxsize=1)
def _phrases() -> Mapping[str, list[tuple[tuple[str, ...], bool]]]:
    """The phrases that say each meaning, folded, and whether they are English."""
    text = files("scoring").joinpath("meanings/words.csv").read_text(encoding="utf-8")
    found: dict[str, list[tuple[tuple[str, ...], bool]]] = defaultdict(list)
    for row in csv.DictReader(text.splitlines()):
        for column in ("vi", "en"):
            for each in filter(None, row[column].split(";")):
                words = tuple(word.plain for word in syllables(each.removeprefix("*")))
                found[row["meaning"]].append((words, column == "en"))
    return found
