"""Finding lexicon phrases and place names in the words of a record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.product.kind import Kind
from scoring.product.lexicon import Lexicon
from scoring.product.noise import AMOUNTS, LOANS, NOISE, PARTS
from scoring.product.normalise import Syllable, could_be_vietnamese

# Length (negative), whether it gives way, start and kinds of a phrase.
Found = tuple[int, int, int, tuple[int, ...]]


_SIZES = frozenset(("co", "kho", "loai", "size", "con", "cu", "vua", "kich"))


@dataclass(frozen=True, slots=True)
class Match:
    """A lexicon phrase at ``start:end`` of a field; no kinds: a place name that hides what it contains."""

    start: int
    end: int
    kinds: tuple[int, ...] = ()


def keys_of(words: Sequence[Syllable], accented: bool) -> list[str]:
    """The spelling by which words are looked up: marked where the record carries marks, else plain."""
    return [w.marked if accented else w.plain for w in words]


def find(
    lexicon: Lexicon, words: Sequence[Syllable], accented: bool, english: bool, exact: bool = False,
    around: frozenset[int] = frozenset(),
) -> list[Match]:  # fmt: skip
    """Phrases and masked places without overlap, the longest first, then from the left; in text order.

    In an English text a single bare syllable is believed only where it is an English name. A place is not
    masked at the very start where its first syllable is a product: "na Hữu Lũng" begins with the goods.
    With ``exact`` a single syllable that is a name as it stands means only that. Of phrases of one length
    that overlap, one of ``around``, things around the goods, gives way: "phôi [nấm sò]".
    """
    keys = keys_of(words, accented)
    table = lexicon.marked if accented else lexicon.plain
    found: list[Found] = []
    opening = 0
    for start in range(len(keys)):
        for length in lexicon.lengths.get(keys[start], ()):
            phrase = tuple(keys[start : start + length])
            if len(phrase) < length:
                break
            kinds = table.get(phrase, ())
            if exact and length == 1:
                kinds = lexicon.marked.get(phrase, kinds)
            if not accented and length == 1 and _is_size(keys, start):
                continue
            if kinds and english and length == 1 and could_be_vietnamese(phrase[0]):
                kinds = tuple(k for k in kinds if phrase[0] in lexicon.english[k])
            if not kinds and phrase not in lexicon.places:
                continue
            if length > 1 and _broken(words, start, length) and phrase not in lexicon.broken:
                continue
            if kinds:
                found.append((-length, int(around.issuperset(kinds)), start, kinds))
                if start == 0 and length > 1 and not (english or around.issuperset(kinds)):
                    opening = length
            elif not (start == 0 and (keys[0],) in table):
                found.append((-length, 2, start, ()))
    if opening:
        found = _with_head(lexicon, found, opening)
        if words[0].marked not in PARTS:
            found = _led(lexicon, found, opening)
    free = [True] * len(keys)
    chosen: list[Match] = []
    for negative, _, start, kinds in sorted(found, key=lambda f: _preferred(lexicon, f, english)):
        end = start - negative
        if all(free[start:end]):
            free[start:end] = [False] * (end - start)
            chosen.append(Match(start, end, kinds))
    return sorted(chosen, key=lambda m: m.start)


def _is_size(keys: Sequence[str], at: int) -> bool:
    """Bare "nho" after a word of size is "nhỏ", no grape: "co nho", "loai nho"."""
    return keys[at] == "nho" and at > 0 and keys[at - 1] in _SIZES


def _preferred(lexicon: Lexicon, found: Found, english: bool) -> tuple[int, int, bool, int]:
    """The longest first; of one length the head: the first in Vietnamese, the last in English.

    An English word for a whole family ("fish fillet") gives way to a product ("tra fish"), and so do tea bags
    to the herb that they hold.
    """
    length, around, start, kinds = found
    wide = english and bool(kinds) and all(_is_wide(lexicon.kinds[k]) for k in kinds)
    return length, around, wide, -start if english else start


def _is_wide(kind: Kind) -> bool:
    return kind.rank == "family" or kind.key == "tea_bag"


def _led(lexicon: Lexicon, found: list[Found], opening: int) -> list[Found]:
    """Without the phrases of other products that begin inside the one with which a Vietnamese name opens.

    The head comes first: "nước mắm cá linh" is a "nước mắm" and no "mắm cá linh".
    """
    leads = {k for negative, _, start, kinds in found if start == 0 and -negative == opening for k in kinds}
    line = leads.union(*(lexicon.ancestors(k) for k in leads), *(lexicon.below[k] for k in leads))
    return [
        entry
        for entry in found
        if not (0 < entry[2] < opening and entry[2] - entry[0] > opening) or line.intersection(entry[3])
    ]


def _with_head(lexicon: Lexicon, found: list[Found], opening: int) -> list[Found]:
    """With the goods below the ones that open a name, from the name's beginning: of "gạo nếp Phú Tân", which
    is a "nếp Phú Tân", the first word is no rice of its own."""
    below = [lexicon.below[k] for length, _, start, kinds in found
             if start == 0 and -length == opening for k in kinds]  # fmt: skip
    whole = [
        (length - start, around, 0, kinds)
        for length, around, start, kinds in found
        if kinds and 0 < start < opening < start - length and any(line.issuperset(kinds) for line in below)
    ]
    return [*found, *whole]


def _broken(words: Sequence[Syllable], start: int, length: int) -> bool:
    """True where a comma, a bracket or another break parts the words of a phrase ("củ/ký" is no crab)."""
    return any(word.broken for word in words[start + 1 : start + length])


def find_bare(lexicon: Lexicon, words: Sequence[Syllable]) -> list[Match]:
    """Phrases of two syllables or more in a marked text whose writer left some marks out ("hành tay").

    Written marks must agree; a bare word agrees with any marks.
    """
    found: list[Match] = []
    start = 0
    while start < len(words):
        match = _bare_at(lexicon, words, start)
        if match is not None:
            found.append(match)
        start = match.end if match is not None else start + 1
    return found


def _bare_at(lexicon: Lexicon, words: Sequence[Syllable], start: int) -> Match | None:
    for length in reversed(lexicon.lengths.get(words[start].plain, ())):
        part = words[start : start + length]
        if not 1 < length <= len(part) or _broken(words, start, length):
            continue
        plain = tuple(w.plain for w in part)
        if plain not in lexicon.plain:
            continue
        kinds = tuple(
            kind
            for kind in lexicon.plain[plain]
            if any(_agrees(part, phrase) for phrase in lexicon.spelt[plain] if kind in lexicon.marked[phrase])
        )
        if kinds:
            return Match(start, start + length, kinds)
    return None


def _agrees(words: Sequence[Syllable], phrase: Sequence[str]) -> bool:
    return all(w.marked in (key, w.plain) for w, key in zip(words, phrase, strict=True))


def covered(count: int, matches: Sequence[Match]) -> list[bool]:
    """For each of ``count`` words whether one of the matches holds it."""
    taken = [False] * count
    for match in matches:
        taken[match.start : match.end] = [True] * (match.end - match.start)
    return taken


def telling(words: Sequence[Syllable], matches: Sequence[Match]) -> tuple[Syllable, ...]:
    """The words that tell of the product: those of a phrase, and others that are no place and no noise."""
    named = covered(len(words), [m for m in matches if m.kinds])
    masked = covered(len(words), [m for m in matches if not m.kinds])
    return tuple(
        word
        for word, keep, hide in zip(words, named, masked, strict=True)
        if keep or not (hide or word.marked in NOISE or _is_amount(word.plain))
    )


def is_english(words: Sequence[Syllable]) -> bool:
    """True where at least a third of the words in letters alone cannot be Vietnamese syllables; loan words
    count only where nothing else is there."""
    letters = [w.plain for w in words if w.plain.isalpha() and len(w.plain) > 1]
    letters = [word for word in letters if word not in LOANS] or letters
    foreign = sum(not could_be_vietnamese(word) for word in letters)
    return bool(letters) and foreign * 3 >= len(letters)


def _is_amount(plain: str) -> bool:
    return plain[0].isdigit() and (plain.isdigit() or plain.lstrip("0123456789") in AMOUNTS)
