"""Reading the marks of a record: varieties of the table, sorts of the trade, codes, degrees and blends."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from scoring.marks.mark import BLEND, CODE, DEGREES, LONG_ENOUGH, VARIETY, Mark
from scoring.marks.trade import of_trade, rows_of
from scoring.product import Lexicon
from scoring.product.forms import FORM_SYLLABLES
from scoring.product.noise import COMMON, DRESSED, NOISE, PARTS, RAISED
from scoring.product.normalise import Syllable, syllables
from scoring.units import fold

# Categories whose products are sorts of one another though the table has them apart.
_ONE_TRADE = ("tea", "rice", "coffee")
_OPENING = PARTS | FORM_SYLLABLES
_DULL = _OPENING | NOISE | COMMON | RAISED | DRESSED
_CODE = re.compile(r"([a-z]{1,4})(\d{1,5})")
_FIGURE = re.compile(r"\d")
# Letters before figures that are no sort: papers, months, districts, sizes in words, chemistry.
_NO_CODES = frozenset(
    "a cl cp ocop t q p iso tcvn co so no ph vn usd eu nd tp h n x b g kg m mm cm ml l hc gap e z f".split()  # noqa: SIM905
)
_DEGREES = re.compile(
    r"(\d{1,2}) ?(?:[-–] ?(\d{1,2}))? ?(?:độ đạm|do dam|độ n\b|°n\b|°\s?n\b|gn/l|gn\b)", re.IGNORECASE
)
# Degrees of a fish sauce are of protein, whoever leaves that out.
_SAUCE = re.compile(r"\b(?:nước|nuoc) (?:mắm|mam)\b|\b(?:mắm|mam) (?:nhĩ|nhỉ|nhi|cốt|cot)\b", re.IGNORECASE)
_BARE_DEGREES = re.compile(
    r"(\d{2}) ?(?:[-–] ?(\d{2}))? ?(?:độ|do)\b(?! ?(?:đạm|dam|n\b|c\b))", re.IGNORECASE
)
_SIEVE = re.compile(
    r"(?<!từ )(?<!tu )\b(?:sàng|sang|screen) (1[2-9]|20)\b(?! ?(?:\+|trở lên|tro len|up\b|or more))",
    re.IGNORECASE,
)
# Words by which a clause turns goods away, or takes others beside those that it names.
_ASIDE = re.compile(
    r"\b(?:khong|tru|ngoai|tranh|uu tien|tuong duong|cac loai|nhieu loai|moi loai|gan giong|thay|hon|dung)\b"
)
_CLAUSES = re.compile(r"[;,\n.()](?!\d)")
_BLENDED = re.compile(
    r"\b(?:trộn|phối|đấu trộn|pha trộn|tron|blend|blended)\b(?! (?:đều|deu))", re.IGNORECASE
)
_PIECES = re.compile(r"[,;+&]|\bvà\b|\bva\b", re.IGNORECASE)
_BLENDS = frozenset(("rice", "coffee", "tea", "bee product"))  # goods that are mixed of several sorts
# Marked and plain words, the words as written, the kind, and whether it is known wherever it stands.
Entry = tuple[tuple[str, ...], tuple[str, ...], str, int, bool]


@lru_cache(maxsize=65_536)
def marks_in(
    lexicon: Lexicon, kind: int, names: tuple[str, ...], more: tuple[str, ...], remarks: str
) -> tuple[Mark, ...]:
    """The marks that the ``names`` of goods of a kind and ``more`` of a record's words hold; of its
    ``remarks`` only degrees are taken."""
    rows = rows_of(names)
    found = (mark for text in _clauses((*names, *more)) for mark in _found(lexicon, kind, text, rows))
    words = "; ".join((*names, *more, remarks))
    figures = (*_degrees(words), *_sieves(words)) if _FIGURE.search(words) else ()
    told = tuple(dict.fromkeys((*found, *figures)))
    mixed = kind >= 0 and lexicon.kinds[kind].category in _BLENDS
    named = _PIECES.split(names[0]) if mixed else ()
    pieces = [piece.strip() for piece in named if _BLENDED.search(piece)]
    return (*told, Mark(BLEND, frozenset((BLEND,)), pieces[0], "trộn")) if pieces else told


_EITHER = re.compile(r"/(?!\s*\d|kg)|(?<!\w)(?:hoặc|hoac|hay|or)(?!\w)", re.IGNORECASE)
MOST_OF_CHOICE = 3  # words of one of several sorts any of which will do


def left_open(lexicon: Lexicon, kind: int, name: str, texts: tuple[str, ...]) -> frozenset[str]:
    """The words of marks beside which a clause takes another sort that is no mark: the "búp" of "búp/nõn"."""
    found: set[str] = set()
    rows = rows_of((name,))
    for text in texts:
        for clause in _CLAUSES.split(text):
            choices = [part.strip() for part in _EITHER.split(clause) if part.strip()]
            if len(choices) < 2 or any(len(part.split()) > MOST_OF_CHOICE for part in choices):
                continue
            marks = [tuple(_found(lexicon, kind, part, rows)) for part in choices]
            if not all(marks):
                found.update(mark.words for each in marks for mark in each)
    return frozenset(found)


def _clauses(texts: Iterable[str]) -> Iterator[str]:
    """The clauses that may name marks; those that turn goods away, or say which come first, are none."""
    for text in filter(None, texts):
        for clause in _CLAUSES.split(text):
            if clause.strip() and not _ASIDE.search(fold(clause)):
                yield clause.strip()


def _found(lexicon: Lexicon, kind: int, text: str, rows: Iterable[int]) -> Iterator[Mark]:
    words = syllables(text)
    accented = not text.isascii()
    keys = [word.marked if accented else word.plain for word in words]
    yield from _varieties(lexicon, kind, words, keys, accented)
    for row in rows:
        yield from of_trade(row, words, keys, accented)
    for word in words:
        code = _CODE.fullmatch(word.plain) if word.plain[-1:].isdigit() else None
        if code and code[1] not in _NO_CODES:
            stem = re.sub(r"(.)\1+", r"\1", code[1])
            yield Mark(f"{CODE}{stem}", frozenset((code[2],)), word.raw)


def _degrees(text: str) -> Iterator[Mark]:
    """The degrees of protein that a fish sauce is sold by."""
    sauce = _SAUCE.search(text)
    for low, high in (*_DEGREES.findall(text), *(_BARE_DEGREES.findall(text) if sauce else ())):
        told = f"{low}–{high}" if high else low
        yield Mark(DEGREES, frozenset(int(x) for x in (low, high) if x), f"{told} độ đạm")


def _sieves(text: str) -> Iterator[Mark]:
    """The sieves that coffee is sorted by, where they are written out."""
    for size in _SIEVE.findall(text):
        yield Mark(f"{CODE}s", frozenset((size,)), f"sàng {size}")


def _varieties(
    lexicon: Lexicon, kind: int, words: Sequence[Syllable], keys: list[str], accented: bool
) -> Iterator[Mark]:
    table = _table(lexicon).get(_group(lexicon, kind), {}) if kind >= 0 else {}
    start = 0
    while start < len(keys):
        best: list[int] = []
        length, name = 0, ""
        for marked, plain, written, number, anywhere in table.get(words[start].plain, ()):
            phrase = marked if accented else plain
            end = start + len(phrase)
            if tuple(keys[start:end]) != phrase or any(w.broken for w in words[start + 1 : end]):
                continue
            if not anywhere and not _behind_head(lexicon, kind, words, start):
                continue
            if len(phrase) > length:
                best, length, name = [number], len(phrase), written
            elif len(phrase) == length:
                best.append(number)
        if best:
            said = " ".join(w.raw for w in words[start : start + length])
            yield Mark(VARIETY, frozenset(best), said, name)
        start += max(length, 1)


def _behind_head(lexicon: Lexicon, kind: int, words: Sequence[Syllable], at: int) -> bool:
    """Whether a word stands right behind those that the product is called by, forms aside."""
    heads = _head_words(lexicon, kind)
    while at and not words[at].broken:
        at -= 1
        if words[at].plain in heads:
            return True
        if words[at].marked not in FORM_SYLLABLES:
            return False
    return False


@lru_cache(maxsize=8_192)
def _head_words(lexicon: Lexicon, kind: int) -> frozenset[str]:
    if _group(lexicon, kind) == "tea":
        return frozenset(("tra", "che", "xanh"))
    line = [k for k in (kind, *lexicon.ancestors(kind)) if lexicon.kinds[k].rank != "family"]
    whole = lexicon.kinds[line[-1]]
    names = (whole.name_vi, *whole.synonyms_vi[:3])
    return frozenset(word.plain for name in names for word in syllables(name))


@lru_cache(maxsize=65_536)
def _group(lexicon: Lexicon, kind: int) -> int | str:
    """The product that a kind is a sort of; of some trades all of it."""
    if lexicon.kinds[kind].category in _ONE_TRADE:
        return lexicon.kinds[kind].category
    line = [k for k in (kind, *lexicon.ancestors(kind)) if lexicon.kinds[k].rank != "family"]
    return line[-1] if line else kind


@lru_cache(maxsize=8)
def _table(lexicon: Lexicon) -> dict[int | str, dict[str, list[Entry]]]:
    """For each product, by their first word, what the names of its varieties add to the product's."""
    found: dict[int | str, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for number, kind in enumerate(lexicon.kinds):
        if kind.rank != "variety":
            continue
        general = _general_words(lexicon, number)
        for name in (kind.name_vi, *kind.synonyms_vi):
            words = _residual(syllables(name), general)
            if not words or all(w.marked in _DULL for w in words):
                continue
            anywhere = len(words) > 1 or len(words[0].plain) >= LONG_ENOUGH or not words[0].plain.isalpha()
            written = " ".join(w.raw for w in words)
            entry = tuple(w.marked for w in words), tuple(w.plain for w in words), written, number, anywhere
            found[_group(lexicon, number)][words[0].plain].append(entry)
    return {group: dict(table) for group, table in found.items()}


def _general_words(lexicon: Lexicon, number: int) -> frozenset[str]:
    above = [k for k in lexicon.ancestors(number) if lexicon.kinds[k].rank != "family"]
    general = {w.marked for k in above if lexicon.kinds[k].rank == "kind" or k == above[-1]
               for w in syllables(lexicon.kinds[k].name_vi)}  # fmt: skip
    if lexicon.kinds[number].category == "tea":
        general |= {w.marked for w in syllables("trà chè xanh")}
    return frozenset(general)


def _residual(words: Sequence[Syllable], general: frozenset[str]) -> Sequence[Syllable]:
    """The words of a variety's name without those of its product before them and of forms behind."""
    start, end = 0, len(words)
    while start < end and (words[start].marked in general or words[start].marked in _OPENING):
        start += 1
    while end > start and words[end - 1].marked in FORM_SYLLABLES:
        end -= 1
    return words[start:end]
