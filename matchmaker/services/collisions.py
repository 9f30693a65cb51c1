"""Names of a changed kind that other kinds have too, as written or once the marks are left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scoring.product import Kind, Lexicon
from scoring.product.normalise import syllables

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Collision:
    """A name, the kind that has it or a homograph of it, and what that kind calls it.

    ``same``: the very same name; else only without marks. ``apart``: the two are marked as not the same.
    """

    name: str
    key: str
    kind: str
    theirs: str
    same: bool
    apart: bool


def collisions(before: Lexicon, after: Lexicon, key: str) -> list[Collision]:
    """What the names that a kind has only ``after`` a change run into; names of its own line do not count."""
    if key not in after.index:
        return []
    i = after.index[key]
    kind = after.kinds[i]
    known = before.kinds[before.index[key]].names if key in before.index else ()
    line = {i, *after.ancestors(i), *after.descendants(i)}
    theirs = _by_plain(other for k, other in enumerate(after.kinds) if k not in line)
    found = []
    for name in dict.fromkeys(name for name in kind.names if name not in known):
        marked, plain = _spelt(name)
        for other, written, spelt in theirs.get(plain, ()):
            apart = other.key in kind.confusable_with or kind.key in other.confusable_with
            found.append(Collision(name, other.key, other.name_vi, written, marked == spelt, apart))
    return sorted(found, key=lambda each: (not each.same, each.key))


def _by_plain(kinds: Iterable[Kind]) -> Mapping[Phrase, list[tuple[Kind, str, Phrase]]]:
    """All names by their plain spelling, each with its kind and its marked spelling."""
    found: dict[Phrase, list[tuple[Kind, str, Phrase]]] = {}
    for kind in kinds:
        for name in kind.names:
            marked, plain = _spelt(name)
            found.setdefault(plain, []).append((kind, name, marked))
    return found


def _spelt(name: str) -> tuple[Phrase, Phrase]:
    words = syllables(name)
    return tuple(w.marked for w in words), tuple(w.plain for w in words)
