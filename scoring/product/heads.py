"""Head nouns of Vietnamese names, learnt from the lexicon: what "mì …" or "mật …" is even where no row says.

A name that begins with the head noun of another trade than the product behind it ("mì thanh long") is made
of that product and is not it.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from scoring.product.lexicon import Lexicon
from scoring.product.matching import Match, covered, keys_of
from scoring.product.noise import NOISE, PARTS
from scoring.product.record import Record

# Codes of heads learnt here follow those of the fixed lists in cues.
FIRST_CODE = 2000
# As many names must begin with a word before it counts as a head.
LEAST_NAMES = 2


class HeadNouns:
    """First words of the lexicon's Vietnamese names with the categories of goods that they head."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._categories = (self._heads(lexicon, False), self._heads(lexicon, True))
        self._codes = {word: FIRST_CODE + i for i, word in enumerate(sorted(self._categories[0]))}

    def foreign(self, record: Record, chosen: Match | None, kind: int) -> int:
        """Code of a head noun of other trades before the product phrase ``chosen``; 0 for none."""
        if record.english or chosen is None or chosen not in record.goods:
            return 0
        masked = covered(len(record.name), record.in_name)
        for i, word in enumerate(record.name[: chosen.start]):
            if masked[i] or word.marked in NOISE or word.marked in PARTS:
                continue
            if self._is_name(record, i):
                return 0
            categories = self._categories[record.accented].get(keys_of([word], record.accented)[0])
            if not categories or self._lexicon.kinds[kind].category in categories:
                return 0
            return self._codes.get(word.plain, 0)
        return 0

    @staticmethod
    def _is_name(record: Record, at: int) -> bool:
        """True for a word followed by a capital in a name that is not in capitals: a place, a brand."""
        after = record.name[at + 1 : at + 2]
        return bool(after) and after[0].raw[0].isupper() and not record.name[at].raw.isupper()

    @staticmethod
    def _heads(lexicon: Lexicon, accented: bool) -> dict[str, frozenset[str]]:
        names: dict[str, Counter[str]] = defaultdict(Counter)
        for phrase, kinds in (lexicon.marked if accented else lexicon.plain).items():
            for k in kinds:
                if phrase[0] not in lexicon.english[k]:
                    names[phrase[0]][lexicon.kinds[k].category] += 1 if len(phrase) > 1 else LEAST_NAMES
        return {w: frozenset(c) for w, c in names.items() if c.total() >= LEAST_NAMES}
