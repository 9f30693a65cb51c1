"""Head nouns of Vietnamese names, learnt from the lexicon: what "mì …" or "mật …" is even where no row says.

A name that begins with the head noun of another trade than the product behind it ("mì thanh long") is made
of that product and is not it.
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from scoring.product.forms import FORM_SYLLABLES, Form
from scoring.product.grading import FOREIGN_HEAD
from scoring.product.lexicon import Lexicon
from scoring.product.matching import Match, covered, keys_of
from scoring.product.noise import COMMON, NOISE, PARTS
from scoring.product.normalise import Syllable, could_be_vietnamese, spellings, syllables
from scoring.product.record import Record

# As many names must begin with a word before it counts as a head.
LEAST_NAMES = 2
# Codes of heads that no name of the lexicon has: they lie above all others.
STRANGE_HEAD = 1_000_000_000


# Parts and beings that a word before a product tells, and the categories of goods that have them.
_GROWN = frozenset(
    ("fruit", "citrus", "melon", "vegetable", "nut", "spice", "medicinal", "herbal tea", "root", "oilseed",
     "pulse", "grain", "dried fruit", "fruit product", "tea", "coffee", "cacao", "herb", "mushroom", "flower",
     "health")
)  # fmt: skip
_LIVING = frozenset(("seafood", "meat", "livestock", "prepared food", "bee product", "seedling", "health"))
FITTING: dict[str, frozenset[str]] = {
    spelling: categories
    for words, categories in (
        ("quả trái củ", _GROWN | {"egg"}),
        ("con", _LIVING),
        ("hạt", _GROWN | {"rice", "condiment", "feed", "seedling"}),
    )
    for word in words.split()
    for spelling in spellings(word)[:1]
}


_BARE_FITTING = {"qua": _GROWN | {"egg"}, "trai": _GROWN}
# Goods that are neither fresh nor frozen, and have no fruit.
_LIFELESS = frozenset(
    ("handicraft", "construction", "household", "packaging", "machinery", "fibre", "cosmetic")
)
_PERISHABLE = (Form.FRESH, Form.FROZEN, Form.LIVE)


def opening(record: Record) -> str | None:
    """The first word of a Vietnamese name that is no place, packing, praise or part; None for none."""
    if record.english:
        return None
    masked = covered(len(record.name), [m for m in record.in_name if not m.kinds])
    for word, hide in zip(record.name, masked, strict=True):
        if not hide and word.marked not in NOISE and word.marked not in PARTS and word.raw.isalpha():
            return keys_of([word], record.accented)[0]
    return None


def opening_code(word: str | None) -> int:
    """A number for an opening word without its marks, 0 for none."""
    return zlib.crc32(spellings(word)[1].encode()) & 0x7FFFFFFF if word else 0


def openings(lexicon: Lexicon) -> dict[int, npt.NDArray[np.int64]]:
    """For the code of each word with which Vietnamese names open, the kinds that have such a name."""
    found: dict[int, set[int]] = defaultdict(set)
    for i, kind in enumerate(lexicon.kinds):
        for name in (kind.name_vi, *kind.synonyms_vi):
            words = syllables(name)
            told = [w.marked for w in words if w.marked not in NOISE and w.marked not in PARTS]
            for word in told[:1] or [w.marked for w in words[:1]]:
                found[opening_code(word)].add(i)
    return {code: np.array(sorted(kinds), dtype=np.int64) for code, kinds in found.items()}


def unfitting(lexicon: Lexicon, record: Record, chosen: Match, kind: int) -> bool:
    """True where a record tells a part or a state that such goods have not: a fresh "quả vải"."""
    category = lexicon.kinds[kind].category
    if chosen in record.goods and chosen.start:
        before = record.name[chosen.start - 1]
        categories = FITTING.get(before.marked) if record.accented else _BARE_FITTING.get(before.plain)
        if categories is not None and category not in categories:
            return True
    if not record.english and category in _LIFELESS and chosen in record.goods:
        after = record.name[chosen.end : chosen.end + 1]
        part = bool(after) and after[0].plain in ("qua", "trai") and not after[0].broken
        return part or record.form in _PERISHABLE
    return False


def _strange_code(word: Syllable) -> int:
    """Code of a noun that heads no name of the lexicon; 0 for a form, a colour, a number or a brand."""
    if word.marked in FORM_SYLLABLES or word.marked in COMMON or not could_be_vietnamese(word.plain):
        return 0
    return STRANGE_HEAD + zlib.crc32(word.plain.encode()) % STRANGE_HEAD if len(word.plain) > 1 else 0


# Parts of a plant that are traded apart from one another.
_PARTS_OF_PLANTS = {
    spelling: part
    for part, words in enumerate(("lá", "hoa bông nụ búp", "rễ củ", "vỏ", "hạt", "quả trái", "ngọn đọt"))
    for word in words.split()
    for spelling in spellings(word)[:1]
}


def another_part(lexicon: Lexicon, kind: int, word: str) -> bool:
    """True where a name tells one part of the plant and the kind's main name another: artichoke leaves."""
    part = _PARTS_OF_PLANTS.get(spellings(word)[0])
    if part is None:
        return False
    goods = lexicon.kinds[kind]
    told = [
        _PARTS_OF_PLANTS.get(s.marked)
        for name in (goods.name_vi, *goods.synonyms_vi)
        for s in syllables(name)[:1]
    ]
    own = _PARTS_OF_PLANTS.get(syllables(goods.name_vi)[0].marked)
    return own is not None and part not in told


class HeadNouns:
    """First words of the lexicon's Vietnamese names with the categories of goods that they head."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._categories = (head_categories(lexicon, False), head_categories(lexicon, True))
        self._codes = {word: FOREIGN_HEAD + i for i, word in enumerate(sorted(self._categories[0]))}

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
            if not categories:
                return _strange_code(word)
            if self._lexicon.kinds[kind].category in categories:
                return 0
            return self._codes.get(word.plain, 0)
        return 0

    @staticmethod
    def _is_name(record: Record, at: int) -> bool:
        """True for a word followed by a capital in a name that is not in capitals: a place, a brand."""
        after = record.name[at + 1 : at + 2]
        return bool(after) and after[0].raw[0].isupper() and not record.name[at].raw.isupper()


@lru_cache(maxsize=6)  # of the lexicons at hand
def head_categories(lexicon: Lexicon, accented: bool) -> dict[str, frozenset[str]]:
    """The first words of Vietnamese names with the categories of goods that they head."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for phrase, kinds in (lexicon.marked if accented else lexicon.plain).items():
        for k in kinds:
            if phrase[0] not in lexicon.english[k]:
                names[phrase[0]][lexicon.kinds[k].category] += 1 if len(phrase) > 1 else LEAST_NAMES
    return {w: frozenset(c) for w, c in names.items() if c.total() >= LEAST_NAMES}
