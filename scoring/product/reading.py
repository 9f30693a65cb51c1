"""What one record names: its kind, what else it may be, its form, role and how sure the reading is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from scoring.product.lexicon import Lexicon, Phrase
from scoring.product.normalise import Syllable, could_be_vietnamese, has_marks, syllables
from scoring.product.role import find_form, find_role, head_word, tail_word
from scoring.product.words import (
    ALTERNATIVES,
    AMOUNTS,
    ENGLISH_TURNS,
    MADE_OF_HEADS,
    MADE_OF_TAILS,
    NATURAL_PARTS,
    NOISE,
    Form,
    Role,
)

# How sure a kind is, by where it was found (judged on made-up names, not fitted).
SURE, REFINED, AMBIGUOUS, FROM_DESCRIPTION, GUESSED = 1.0, 0.9, 0.6, 0.6, 0.4


@dataclass(frozen=True, slots=True)
class Match:
    """A lexicon phrase at ``start:end`` of a field; no kinds: a place name that hides what it contains."""

    start: int
    end: int
    kinds: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The outcome. ``kind``, ``alternative`` and ``material`` are kind indexes or -1; certainty is 0..1.

    ``head`` is the code of a word that makes the goods something made of the product (0: none). ``name``
    and ``description`` are the words left without places, packing, amounts and papers.
    """

    kind: int
    alternative: int
    material: int
    form: Form
    role: Role
    head: int
    certainty: float
    name: tuple[Syllable, ...]
    description: tuple[Syllable, ...]
    accented: bool
    phrases: tuple[str, ...]


class Reader:
    """Reads records against one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._plain_words = tuple(frozenset(_plain(w) for w in words) for words in lexicon.words)
        self._pairs = (_owners(lexicon.marked), _owners(lexicon.plain))

    def read(self, name: str, description: str = "", accents: bool | None = None) -> Reading:
        """The reading of a record; ``accents`` None decides from the record whether marks were typed."""
        head, rest = syllables(name), syllables(description)
        accented = has_marks(head + rest) if accents is None else accents
        english = not accented and _is_english(head + rest)
        in_name = self.matches(head, accented, english)
        in_rest = self.matches(rest, accented, english)
        goods = [m for m in in_name if m.kinds]
        told = [m for m in in_rest if m.kinds]
        kind, other, material, certainty, chosen = -1, -1, -1, 0.0, None
        if goods:
            chosen = self._head(head, goods, english)
            kind, other = self._settle(chosen, head + rest, accented)
            certainty = SURE if other < 0 else AMBIGUOUS
            kind, certainty = self._refine(kind, certainty, goods, told, head, rest, accented)
            if other < 0:
                other = self._coordinated(head, goods, chosen, kind)
            material = self._material(goods, chosen, kind)
        elif told:
            chosen = told[0]
            kind, other = self._settle(chosen, head + rest, accented)
            kind, certainty = self._refine(kind, FROM_DESCRIPTION, [], told, head, rest, accented)
        else:
            kind = self._guess(head, rest, accented)
            certainty = GUESSED if kind >= 0 else 0.0
        taken = _taken(len(head), in_name)
        form = find_form(head, accented) or find_form(rest, accented)
        role = find_role(head, taken, accented)
        made = 0
        if goods and chosen is not None:
            made = tail_word(head, chosen.end) if english else head_word(head, chosen.start, accented)
            made = 0 if made and self._natural(made, kind) else made
        return Reading(
            kind, other, material, form, Role.MADE_OF if made and role is Role.GOODS else role, made, certainty,
            _telling(head, in_name), _telling(rest, in_rest), accented,
            tuple(" ".join(w.raw for w in (head if m in in_name else rest)[m.start : m.end]) for m in goods + told),
        )  # fmt: skip

    def matches(self, words: Sequence[Syllable], accented: bool, english: bool) -> list[Match]:
        """Lexicon phrases and masked places without overlap, the longest first, then from the left."""
        keys = [w.marked if accented else w.plain for w in words]
        table = self.lexicon.marked if accented else self.lexicon.plain
        found: list[tuple[int, int, int, tuple[int, ...]]] = []
        for start in range(len(keys)):
            for length in range(1, min(self.lexicon.longest, len(keys) - start) + 1):
                phrase = tuple(keys[start : start + length])
                kinds = table.get(phrase, ())
                if kinds and english and length == 1 and could_be_vietnamese(phrase[0]):
                    kinds = tuple(k for k in kinds if phrase in self._english_names(k))
                if kinds:
                    found.append((-length, 0, start, kinds))
                elif phrase in self.lexicon.places and not (start == 0 and (keys[0],) in table):
                    found.append((-length, 1, start, ()))
        free = [True] * len(keys)
        chosen: list[Match] = []
        for negative, _, start, kinds in sorted(found):
            end = start - negative
            if all(free[start:end]):
                free[start:end] = [False] * (end - start)
                chosen.append(Match(start, end, kinds))
        return sorted(chosen, key=lambda m: m.start)

    def _english_names(self, kind: int) -> frozenset[Phrase]:
        entry = self.lexicon.kinds[kind]
        return frozenset(
            tuple(s.plain for s in syllables(n)) for n in (entry.name_en, *entry.synonyms_en) if n
        )

    def _head(self, words: Sequence[Syllable], goods: list[Match], english: bool) -> Match:
        """Vietnamese names begin with their head; English ones end with it, before a turn like "for"."""
        if not english:
            return goods[0]
        head = goods[0]
        for match in goods[1:]:
            between = words[head.end : match.start + 1]
            if any(w.broken or w.plain in ENGLISH_TURNS or w.plain in ALTERNATIVES for w in between):
                break
            head = match
        return head

    def _settle(self, match: Match, words: Sequence[Syllable], accented: bool) -> tuple[int, int]:
        """One kind out of a phrase that names several, by the other words; the runner-up where none decides."""
        if len(match.kinds) == 1:
            return match.kinds[0], -1
        keys = frozenset(w.marked if accented else w.plain for w in words)
        own = self.lexicon.words if accented else self._plain_words
        ranked = sorted(match.kinds, key=lambda k: (-len(own[k] & keys), k))
        first, second = ranked[0], ranked[1]
        if len(own[first] & keys) > len(own[second] & keys):
            return first, -1
        return first, second

    def _refine(
        self, kind: int, certainty: float, goods: list[Match], told: list[Match],
        head: Sequence[Syllable], rest: Sequence[Syllable], accented: bool,
    ) -> tuple[int, float]:  # fmt: skip
        """A narrower kind below the one named, where other phrases or words of the record point to it."""
        below = self.lexicon.descendants(kind)
        if not below:
            return kind, certainty
        for match in (*goods, *told):
            inside = [k for k in match.kinds if k in below]
            if len(inside) == 1:
                return inside[0], min(certainty, REFINED if match in goods else 0.8)
        own = self.lexicon.words if accented else self._plain_words
        in_head = {w.marked if accented else w.plain for w in head} - own[kind] - NOISE
        in_rest = {w.marked if accented else w.plain for w in rest} - own[kind] - NOISE
        shared: dict[str, int] = defaultdict(int)
        for k in below:
            for word in own[k] & (in_head | in_rest):
                shared[word] += 1
        weights = {
            k: sum((1.0 if w in in_head else 0.5) / shared[w] for w in own[k] & (in_head | in_rest))
            for k in below
        }
        ranked = sorted(below, key=lambda k: (-weights[k], k))
        best = weights[ranked[0]]
        if best >= 0.5 and (len(ranked) == 1 or best > 1.3 * weights[ranked[1]]):
            return ranked[0], min(certainty, 0.75)
        return kind, certainty

    def _coordinated(self, words: Sequence[Syllable], goods: list[Match], chosen: Match, kind: int) -> int:
        """The other product of "this or that" in a name, -1 where there is none."""
        for match in goods:
            if match is chosen or kind in match.kinds:
                continue
            low, high = min(chosen.end, match.end), max(chosen.start, match.start)
            if any(w.plain in ALTERNATIVES for w in words[low:high]):
                return match.kinds[0]
        return -1

    def _material(self, goods: list[Match], chosen: Match, kind: int) -> int:
        line = {kind, *self.lexicon.ancestors(kind), *self.lexicon.descendants(kind)}
        for match in goods:
            if match is not chosen and not line & set(match.kinds):
                return match.kinds[0]
        return -1

    def _guess(self, head: Sequence[Syllable], rest: Sequence[Syllable], accented: bool) -> int:
        """A kind of which two neighbouring words of the record are a part of a name, and of no other kind's."""
        pairs = self._pairs[0 if accented else 1]
        for words in (head, rest):
            keys = [w.marked if accented else w.plain for w in words]
            for pair in zip(keys, keys[1:], strict=False):
                owners = pairs.get(pair, frozenset())
                if len(owners) == 1 and not set(pair) & NOISE and pair not in self.lexicon.places:
                    return next(iter(owners))
        return -1

    def _natural(self, head: int, kind: int) -> bool:
        """True where the head word is how such goods are sold anyway: hạt of a nut, lá of a herb."""
        return (head, self.lexicon.kinds[kind].category) in _NATURAL


def _plain(marked: str) -> str:
    found = syllables(marked)
    return found[0].plain if found else marked


def _owners(table: dict[Phrase, tuple[int, ...]]) -> dict[Phrase, frozenset[int]]:
    owners: dict[Phrase, set[int]] = defaultdict(set)
    for phrase, kinds in table.items():
        for pair in zip(phrase, phrase[1:], strict=False):
            owners[pair].update(kinds)
    return {pair: frozenset(kinds) for pair, kinds in owners.items()}


def _taken(count: int, matches: Sequence[Match]) -> list[bool]:
    taken = [False] * count
    for match in matches:
        taken[match.start : match.end] = [True] * (match.end - match.start)
    return taken


def _telling(words: Sequence[Syllable], matches: Sequence[Match]) -> tuple[Syllable, ...]:
    """The words that tell of the product: those of a phrase, and others that are no place and no noise."""
    named = _taken(len(words), [m for m in matches if m.kinds])
    masked = _taken(len(words), [m for m in matches if not m.kinds])
    return tuple(
        word
        for word, keep, hide in zip(words, named, masked, strict=True)
        if keep or not (hide or word.marked in NOISE or _is_amount(word.plain))
    )


def _is_amount(plain: str) -> bool:
    return plain[0].isdigit() and (plain.isdigit() or plain.lstrip("0123456789") in AMOUNTS)


def _is_english(words: Sequence[Syllable]) -> bool:
    """True where at least a third of the letters-only words cannot be Vietnamese syllables."""
    letters = [w.plain for w in words if w.plain.isalpha() and len(w.plain) > 1]
    foreign = sum(not could_be_vietnamese(word) for word in letters)
    return bool(letters) and foreign * 3 >= len(letters)


def _natural_heads() -> frozenset[tuple[int, str]]:
    codes = {text: i + 1 for i, text in enumerate(MADE_OF_HEADS)}
    tails = {text: 1000 + i for i, text in enumerate(MADE_OF_TAILS)}
    return frozenset(
        (table[word], category)
        for word, categories in NATURAL_PARTS.items()
        for table in (codes, tails)
        if word in table
        for category in categories
    )


_NATURAL = _natural_heads()
