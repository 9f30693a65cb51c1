"""A name explained in a bracket, which the part before the bracket goes for too."""

from __future__ import annotations

import re

from scoring.product.lexicon import Lexicon
from scoring.product.matching import keys_of
from scoring.product.noise import PARTS
from scoring.product.normalise import has_marks, syllables

_GLOSSED = re.compile(r"\s*(\w+)\s(?!gi[ốo]ng\b)[^()]*\(([^(),;:/+&]+)\)([^()]*)")


def with_its_part(lexicon: Lexicon, name: str) -> str:
    """The product in a bracket with the part that opens the name, where that is a narrower product: "hạt mạch
    (tam giác mạch)" is "hạt tam giác mạch"."""
    found = _GLOSSED.fullmatch(name) if "(" in name else None
    if found is None:
        return name
    part, words = syllables(found[1]), syllables(found[2])
    if len(part) != 1 or part[0].marked not in PARTS:
        return name
    accented = has_marks((*part, *words))
    table = lexicon.marked if accented else lexicon.plain
    goods, whole = (table.get(tuple(keys_of(each, accented)), ()) for each in (words, (*part, *words)))
    narrower = any(kind in lexicon.below[above] for above in goods for kind in whole)
    return f"{found[1]} {found[2].strip()}{found[3]}" if narrower else name
