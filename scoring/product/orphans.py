"""Kinds whose parent has no row: the product that their own names tell stands above them.

A table that officers edit may lack a row that others point to. "Hồng Bảo Lâm" then lies below "hồng", whose
name opens its own; varieties that share their opening words ("đào Sa Pa", "đào Mẫu Sơn") tell that there is
a product of that name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from scoring.product.kind import Kind
from scoring.product.normalise import syllables

Words = tuple[str, ...]
# A name is that of a product where so many of its varieties, and so large a part of them, bear it.
LEAST_VARIETIES, LEAST_PART = 2, 0.6


def with_parents(kinds: Sequence[Kind]) -> list[Kind]:
    """The kinds, those whose parent is missing put below a kind that their names tell, or below a new one."""
    known = {kind.key for kind in kinds}
    if all(kind.parent in known for kind in kinds if kind.parent):
        return list(kinds)
    owners = {(kind.category, _words(name)): kind for kind in reversed(kinds) for name in kind.names}
    found: list[Kind] = []
    left: dict[str, list[Kind]] = {}
    for kind in kinds:
        if kind.parent and kind.parent not in known:
            owner = _owner(kind, owners)
            if owner:
                kind = replace(kind, parent=owner)
            else:
                left.setdefault(kind.parent, []).append(kind)
        found.append(kind)
    told = [_told(key, below) for key, below in left.items()]
    return found + [each for each in told if each and (each.category, _words(each.name_vi)) not in owners]


def _owner(kind: Kind, owners: Mapping[tuple[str, Words], Kind]) -> str:
    """The kind of the same trade with the longest name that opens this one's: of a variety a product, of
    a product a family, for "bột sắn dây" is no variety of "bột sắn"."""
    words = _words(kind.name_vi)
    openings = (owners.get((kind.category, words[:end])) for end in range(len(words) - 1, 0, -1))
    return next((
        above.key for above in openings
        if above and above.key != kind.key and (above.rank == "family") is (kind.rank != "variety")
    ), "")  # fmt: skip


def _told(key: str, below: Sequence[Kind]) -> Kind | None:
    """The product that varieties with one missing parent tell by their names; None where they share none."""
    varieties = [kind for kind in below if kind.rank == "variety"]
    if len(varieties) < LEAST_VARIETIES:
        return None
    name = _shared(kind.name_vi.split() for kind in varieties)
    english = _shared(kind.name_en.split()[::-1] for kind in varieties)[::-1]
    if not name:
        return None
    first = varieties[0]
    return Kind(
        key=key, name_vi=" ".join(name), name_en=" ".join(english), category=_most(varieties, "category"),
        form=_most(varieties, "form"), hs6=_most(varieties, "hs6"), storage=first.storage,
        confidence="low", source="told by its varieties",
    )  # fmt: skip


def _shared(names: Iterable[list[str]]) -> list[str]:
    """The longest opening that most of the names share, and that is shorter than each of these."""
    every = [tuple(name) for name in names if name]
    openings: Counter[Words] = Counter(name[:end] for name in every for end in range(1, len(name)))
    least = max(LEAST_VARIETIES, LEAST_PART * len(every))
    shared = [opening for opening, count in openings.items() if count >= least]
    longest: Words = max(shared, key=len, default=())
    return list(longest)


def _most(kinds: Sequence[Kind], column: str) -> str:
    return Counter(str(getattr(kind, column)) for kind in kinds).most_common(1)[0][0]


def _words(name: str) -> Words:
    return tuple(word.marked for word in syllables(name))
