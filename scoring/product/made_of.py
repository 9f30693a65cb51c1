"""Which goods are made of others, told by their names: peanut oil of peanuts, apricot wine of apricots."""

from __future__ import annotations

from collections import defaultdict

from scoring.product.kind import Kind
from scoring.product.lexicon import Lexicon, Phrase
from scoring.product.normalise import spellings, syllables
from scoring.product.roles import MADE_OF_HEADS

# Heads of what is made beside those that a name may have before any product.
_HEADS = frozenset(
    tuple(spellings(word)[0] for word in text.split())
    for text in (
        *MADE_OF_HEADS, "bột", "tinh bột", "mật ong", "bánh tráng", "bánh phồng", "bơ", "miến", "xơ", "mụn",
        "cơm", "than gáo",
    )
    if text not in ("lá", "hoa", "cành", "vỏ", "hạt", "rễ", "bánh", "viên", "nem")
)  # fmt: skip
# Parts of plants between the head and the product; and those that a product's own name may begin with.
_PARTS = frozenset(spellings(word)[0] for word in ("hoa", "vỏ", "hạt", "lá", "nụ", "búp", "rễ"))
_FRUITS = frozenset(spellings(word)[0] for word in ("quả", "trái", "củ", "con"))
_RAW = frozenset(("fresh", "live", "dried"))
_LONGEST_HEAD = 2


def made_of(lexicon: Lexicon) -> dict[int, tuple[int, ...]]:
    """For each kind whose main name has the head of something made the raw products that follow it."""
    raw = _raw_names(lexicon)
    found: dict[int, tuple[int, ...]] = {}
    for j, kind in enumerate(lexicon.kinds):
        if kind.form in ("fresh", "live") or kind.rank == "family":
            continue
        words = syllables(kind.name_vi)
        named = tuple(w.marked for w in words if w.raw[0].islower() or w is words[0])
        of = _following(named, raw, lexicon)
        of = {i for i in of if _apart(kind, lexicon.kinds[i])}
        if of:
            found[j] = tuple(sorted(of))
    return found


def _apart(made: Kind, raw: Kind) -> bool:
    """True for goods of two categories that are not mistaken for one another."""
    mistaken = raw.key in made.confusable_with or made.key in raw.confusable_with
    return made.category != raw.category and not mistaken


def _raw_names(lexicon: Lexicon) -> dict[Phrase, set[int]]:
    """Raw products by their Vietnamese names, without the part of the plant that begins them."""
    whole: dict[Phrase, set[int]] = defaultdict(set)
    cut: dict[Phrase, set[int]] = defaultdict(set)
    for i, kind in enumerate(lexicon.kinds):
        if kind.form not in _RAW or kind.rank == "family":
            continue
        for name in (kind.name_vi, *kind.synonyms_vi):
            words = tuple(word.marked for word in syllables(name))
            whole[words].add(i)
            if len(words) > 1 and words[0] in _FRUITS:
                cut[words[1:]].add(i)
    return cut | whole


def _following(words: Phrase, raw: dict[Phrase, set[int]], lexicon: Lexicon) -> set[int]:
    """The products of the longest name right after the head, or after a part of the plant behind it."""
    for length in range(_LONGEST_HEAD, 0, -1):
        if words[:length] in _HEADS:
            rest = words[length:]
            part = len(rest) > 1 and rest[0] in _PARTS and rest[:2] not in lexicon.marked
            for behind in (rest, rest[1:] if part else ()):
                for end in range(len(behind), 0, -1):
                    if behind[:end] in raw:
                        return raw[behind[:end]]
    return set()
