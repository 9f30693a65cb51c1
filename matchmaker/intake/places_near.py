"""Names that a misspelt one may be: those that sound alike to many ears first, then those spelt nearly so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from matchmaker.intake.places_index import Index
from matchmaker.intake.places_names import key, words
from matchmaker.intake.places_units import Unit

_ALIKE = 78.0  # per cent of equal letters from which a name is proposed for a misspelt one
_SHORTEST = 4
_MOST_HITS = 30
# What one region or another does not tell apart: tr/ch, s/x, d/gi/r, l/n; -n/-ng/-nh, -c/-ch/-t.
_BEGINNINGS = (("tr", "c"), ("ch", "c"), ("x", "s"), ("gi", "d"), ("r", "d"), ("n", "l"), ("ph", "f"))
_ENDINGS = (("ng", "n"), ("nh", "n"), ("ch", "k"), ("t", "k"), ("c", "k"))
_TWO_LETTERS = re.compile(r"^(?:ng|nh)")


def sound(word: str) -> str:
    """What is left of a word's key when sounds that are often mixed up are made one.

    >>> sound("Trâu") == sound("Châu"), sound("Lạt") == sound("Lạc")
    (True, True)
    """
    plain = key(word)
    if not _TWO_LETTERS.match(plain):
        for written, one in _BEGINNINGS:
            if plain.startswith(written):
                plain = one + plain.removeprefix(written)
                break
    for written, one in _ENDINGS:
        if plain.endswith(written):
            return plain.removesuffix(written) + one
    return plain


class NearNames:
    """Looks up units by names that sound or look like a written one."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def units(self, written: tuple[str, ...]) -> Iterator[Unit]:
        """Units whose name is near, those of the same sound first; a unit may come twice."""
        from rapidfuzz import fuzz, process

        joined = "".join(map(key, written))
        if len(joined) < _SHORTEST:
            return
        yield from self._sounds.get("".join(map(sound, written)), ())
        names = self._index.keys
        hits = process.extract(joined, names, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_MOST_HITS)
        for name, _, _ in sorted(hits, key=lambda hit: (-hit[1], hit[0])):
            yield from self._index.names[name]

    def heard(self, written: tuple[str, ...]) -> list[Unit]:
        """Only the units whose name sounds the same."""
        joined = "".join(map(sound, written))
        return self._sounds.get(joined, []) if len(joined) >= _SHORTEST else []

    @cached_property
    def _sounds(self) -> dict[str, list[Unit]]:
        found: dict[str, list[Unit]] = defaultdict(list)
        for unit in self._index.units:
            for heard in {"".join(map(sound, words(name))): None for name in (unit.name, *unit.aliases)}:
                found[heard].append(unit)
        return found
