"""Names that leave their head noun out: "thiều Lục Ngạn" for "vải thiều …", "Queen" for "dứa Queen"."""

from __future__ import annotations

from collections import defaultdict

from scoring.product.forms import FORM_SYLLABLES
from scoring.product.leading import ORDINARY
from scoring.product.lexicon import Lexicon, Phrase
from scoring.product.matching import covered, keys_of
from scoring.product.noise import COMMON, NOISE, PARTS
from scoring.product.normalise import could_be_vietnamese, spellings, syllables
from scoring.product.record import Record

_PLAIN = NOISE | PARTS | COMMON | FORM_SYLLABLES


class ShortNames:
    """The ends of the lexicon's Vietnamese names, where they belong to one product alone."""

    def __init__(self, lexicon: Lexicon, never: frozenset[int]) -> None:
        self._lexicon = lexicon
        self._ends = (self._index(lexicon, never, False), self._index(lexicon, never, True))
        self._longest = max((len(p) for table in self._ends for p in table), default=0)

    def meant(self, record: Record) -> int:
        """The kind whose shortened name opens the record's name, -1 for none."""
        if record.english:
            return -1
        keys = keys_of(record.name, record.accented)
        start = next((i for i, key in enumerate(keys) if key not in NOISE and key not in PARTS), len(keys))
        for length in range(min(self._longest, len(keys) - start), 0, -1):
            if any(word.broken for word in record.name[start + 1 : start + length]):
                continue
            kind = self._ends[record.accented].get(tuple(keys[start : start + length]), -1)
            if kind >= 0:
                return -1 if _runs_on(record, start + length) else kind
        return -1

    def _index(self, lexicon: Lexicon, never: frozenset[int], accented: bool) -> dict[Phrase, int]:
        table = lexicon.marked if accented else lexicon.plain
        found: dict[Phrase, set[int]] = defaultdict(set)
        for i, kind in enumerate(lexicon.kinds):
            if i in never or kind.rank == "family":
                continue
            line = {i, *lexicon.ancestors(i)}
            for name in (kind.name_vi, *kind.synonyms_vi):
                words = tuple(keys_of(syllables(name), accented))
                for cut in range(1, len(words)):
                    head, end = words[:cut], words[cut:]
                    known = bool(line.intersection(table.get(head, ()))) or (cut == 1 and head[0] in PARTS)
                    opens = any(end[:length] in table for length in range(1, len(end) + 1))
                    if known and not opens and _tells(end, lexicon):
                        found[end].add(i)
        meant = {end: self._common(kinds) for end, kinds in found.items()}
        return {end: kind for end, kind in meant.items() if kind >= 0}

    def _common(self, kinds: set[int]) -> int:
        """The product of which all kinds are varieties or states, -1 for none."""
        first, *others = sorted(kinds)
        for i in (first, *self._lexicon.ancestors(first)):
            if self._lexicon.kinds[i].rank == "family":
                return -1
            if all(k == i or i in self._lexicon.ancestors(k) for k in others):
                return i
        return -1


def _runs_on(record: Record, end: int) -> bool:
    """True where a marked name goes on with a strange noun: "da cá sấu" is no "(đậu phộng) da cá"."""
    if not record.accented or end >= len(record.name) or record.name[end].broken:
        return False
    word = record.name[end]
    hidden = covered(len(record.name), record.in_name)[end]
    ordinary = hidden or word.marked in ORDINARY or not could_be_vietnamese(word.plain)
    return not (ordinary or word.raw[0].isupper())


def _tells(end: Phrase, lexicon: Lexicon) -> bool:
    """True for an end that names something beside places, forms and colours: a phrase, or a foreign word."""
    if len(end) == 1:
        plain = spellings(end[0])[1]
        return (
            end[0] not in _PLAIN and len(plain) > 1 and not plain.isdigit() and not could_be_vietnamese(plain)
        )
    hidden = [False] * len(end)
    for start in range(len(end)):
        for stop in range(start + 2, len(end) + 1):
            if end[start:stop] in lexicon.places:
                hidden[start:stop] = [True] * (stop - start)
    return any(not hide and word not in _PLAIN for word, hide in zip(end, hidden, strict=True))
