"""Kinds by their words in any order: for names that no lexicon phrase opens ("khô trâu" for "trâu khô")."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from scoring.product.forms import FORM_WORDS, Form
from scoring.product.lexicon import Lexicon, Phrase
from scoring.product.noise import COMMON, NOISE
from scoring.product.normalise import spellings

_FORM_OF = {
    spelling: form
    for form, texts in FORM_WORDS.items()
    for text in texts
    if " " not in text
    for spelling in spellings(text)
}
# Words that many products share; they support a guess and never make one.
DULL = frozenset(_FORM_OF) | COMMON
# What a word of the description counts against one of the name, and the least share of a name to be met.
# Rarity is told among so many kinds, whatever the lexicon holds: a new kind changes that of its words alone.
AS_MANY_KINDS = 2400
IN_DESCRIPTION = 0.6
LEAST_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Guess:
    """A kind and the share, 0..1, of one of its names that the record's words make up."""

    kind: int
    share: float


@lru_cache(maxsize=6)  # of the lexicons at hand
def rarities(lexicon: Lexicon, accented: bool) -> dict[str, float]:
    """How rare each word is among the names of kinds, to a tenth: one more name of many moves nothing."""
    kinds_with: dict[str, set[int]] = defaultdict(set)
    for phrase, kinds in (lexicon.marked if accented else lexicon.plain).items():
        for word in phrase:
            kinds_with[word].update(kinds)
    return {w: round(math.log(AS_MANY_KINDS / len(kinds)), 1) for w, kinds in kinds_with.items()}


class WordIndex:
    """The lexicon's names as bags of words, in one of the two spellings; ``never`` are kinds not guessed."""

    def __init__(self, lexicon: Lexicon, accented: bool, never: frozenset[int] = frozenset()) -> None:
        phrases = lexicon.marked if accented else lexicon.plain
        self._lexicon = lexicon
        self._never = never
        in_order = sorted({(kind, _in_order(p)) for p, kinds in phrases.items() for kind in kinds})
        rarity = self._rarity = rarities(lexicon, accented)
        self._totals = [sum([rarity[w] for w in words]) for _, words in in_order]
        self._names = [(kind, frozenset(words)) for kind, words in in_order]
        self._postings: dict[str, list[int]] = defaultdict(list)
        self._of_kind: list[list[frozenset[str]]] = [[] for _ in lexicon.kinds]
        for i, (kind, words) in enumerate(self._names):
            self._of_kind[kind].append(words)
            for word in words:
                self._postings[word].append(i)
        self._phrases: list[list[Phrase]] = [[] for _ in lexicon.kinds]
        for phrase, named in phrases.items():
            for kind in named:
                self._phrases[kind].append(phrase)
        self._vocabulary = [frozenset().union(*names) for names in self._of_kind]
        # What is told of a word or a kind when it is first met: few of them ever are.
        self._lines: dict[str, int] = {}
        self._pairs: dict[int, frozenset[tuple[str, str]]] = {}
        self._further: dict[int, tuple[tuple[int, frozenset[str], float], ...]] = {}

    def best(self, name: Iterable[str], description: Iterable[str]) -> Guess | None:
        """The kind one of whose names is best made up; None where none clearly is, or by one word alone."""
        weight = dict.fromkeys(description, IN_DESCRIPTION)
        weight.update((w, 1.0) for w in name)
        met: dict[int, float] = defaultdict(float)
        count: dict[int, int] = defaultdict(int)
        told: set[int] = set()
        for word in sorted(weight):
            if word in NOISE:
                continue
            for i in self._postings.get(word, ()):
                met[i] += weight[word] * self._rarity[word]
                count[i] += 1
                if word not in DULL and weight[word] == 1.0:
                    told.add(i)
        ranked: dict[int, tuple[float, float]] = {}
        for i, value in met.items():
            share = value / self._totals[i]
            if (
                self._names[i][0] in self._never
                or share < LEAST_SHARE
                or i not in told
                or (count[i] < 2 and not self._telling_alone(i))
            ):
                continue
            kind = self._names[i][0]
            ranked[kind] = max(ranked.get(kind, (0.0, 0.0)), (share * self._totals[i], share))
        if not ranked:
            return None
        order = sorted(ranked, key=lambda k: (-ranked[k][0], k))
        first = order[0]
        for second in order[1:]:
            if ranked[second][0] <= 0.95 * ranked[first][0]:
                break
            first = self._common(first, second)
            if first < 0:
                return None
            ranked.setdefault(first, ranked[order[0]])
        return Guess(first, min(1.0, ranked[first][1]))

    def by_rare_words(self, name: Iterable[str]) -> int:
        """The product to which a word of the name belongs alone ("Queen" to pineapple), -1 for none.

        The words must agree on one product and explain at least half of the name; words of form, colour or
        packing say nothing here.
        """
        found = -1
        words = frozenset(name) - NOISE - DULL
        for word in sorted(words):
            line = self._line_of(word)
            if line < 0:
                continue
            if found >= 0 and (found := self._common(found, line)) < 0:
                return -1
            found = line if found < 0 else found
        return found if found >= 0 and self._explains(found, words) else -1

    def _explains(self, kind: int, words: frozenset[str]) -> bool:
        """True where at least half of the words are in names of the kind or of those below it."""
        own = frozenset().union(*(self._vocabulary[k] for k in (kind, *self._lexicon.descendants(kind))))
        return 2 * len(own & words) >= len(words)

    def narrower(self, kind: int, words: frozenset[str], form: Form) -> int:
        """The one kind below ``kind`` that the record's further words single out; ``kind`` itself else.

        All the words by which a name differs from the names of ``kind`` must be there; a word of form is
        there too where the record tells that form in another word.
        """
        best: dict[int, float] = {}
        for below, rest, weight in self._distinctions(kind):
            if rest <= words or (form and all(w in words or _FORM_OF.get(w) == form for w in rest)):
                best[below] = max(best.get(below, 0.0), weight)
        if not best:
            return kind
        order = sorted(best, key=lambda k: (-best[k], k))
        if len(order) > 1 and best[order[1]] > 0.9 * best[order[0]]:
            line = {order[0], *self._lexicon.ancestors(order[0])}
            return order[0] if order[1] in line else kind
        return order[0]

    def names(self, kind: int, phrase: frozenset[str], words: frozenset[str]) -> bool:
        """True where a name of the kind holds the phrase and another telling word of the record."""
        return any(phrase < name and (name - phrase - DULL) & words for name in self._of_kind[kind])

    def knows(self, kind: int, word: str) -> bool:
        """True where the word is in a name of the kind or of one above or below it."""
        return any(word in self._vocabulary[k] for k in self._line(kind))

    def joins(self, kind: int, word: str, after: str) -> bool:
        """True where a name of the kind, or of one above or below it, has the two words side by side."""
        return any((word, after) in self._neighbours(k) for k in self._line(kind))

    def _neighbours(self, kind: int) -> frozenset[tuple[str, str]]:
        """The words that stand side by side in the names of the kind."""
        if (found := self._pairs.get(kind)) is None:
            found = self._pairs[kind] = frozenset(chain.from_iterable(map(pairwise, self._phrases[kind])))
        return found

    def _line(self, kind: int) -> tuple[int, ...]:
        return (kind, *self._lexicon.ancestors(kind), *self._lexicon.descendants(kind))

    def holds(self, kind: int, phrase: frozenset[str]) -> bool:
        """True where the phrase is in a name of the kind."""
        return any(phrase <= name for name in self._of_kind[kind])

    def nearness(self, kind: int, words: frozenset[str]) -> float:
        """How many telling words the kind, or one below it, shares with these; its families count half."""
        told = words - NOISE - COMMON
        above = frozenset().union(*(self._vocabulary[a] for a in self._lexicon.ancestors(kind))) & told
        return max(
            sum(self._rarity[w] for w in sorted(self._vocabulary[k] & told))
            + 0.5 * sum(self._rarity[w] for w in sorted(above - self._vocabulary[k]))
            for k in (kind, *self._lexicon.descendants(kind))
        )

    def _distinctions(self, kind: int) -> tuple[tuple[int, frozenset[str], float], ...]:
        """For the names of the kinds below: the kind, the words that ``kind`` lacks and their weight."""
        if (known := self._further.get(kind)) is not None:
            return known
        general = self._vocabulary[kind]
        found = {
            (below, _in_order(rest))
            for below in self._lexicon.descendants(kind)
            for name in self._of_kind[below]
            if (rest := name - general)
        }
        self._further[kind] = told = tuple(
            (below, frozenset(rest), sum(self._rarity[w] for w in rest)) for below, rest in sorted(found)
        )
        return told

    def _common(self, one: int, other: int) -> int:
        """The product that two kinds are varieties or states of, -1 where they only share a family."""
        line = (other, *self._lexicon.ancestors(other))
        found = next((k for k in (one, *self._lexicon.ancestors(one)) if k in line), -1)
        return found if found >= 0 and self._lexicon.kinds[found].rank != "family" else -1

    def _line_of(self, word: str) -> int:
        """The product that all kinds named with the word are varieties or states of, -1 for none or for one
        never guessed."""
        if (known := self._lines.get(word)) is not None:
            return known
        first, *others = sorted({self._names[i][0] for i in self._postings.get(word, ())}) or [-1]
        line = first
        for other in others:
            line = self._common(line, other) if line >= 0 else line
        never = line in self._never or (line >= 0 and self._lexicon.kinds[line].rank == "family")
        self._lines[word] = line = -1 if never else line
        return line

    def _telling_alone(self, i: int) -> bool:
        """True for a name of one long word; a short one is too often another word."""
        words = self._names[i][1]
        return len(words) == 1 and len(min(words)) > 4


def _in_order(words: Iterable[str]) -> tuple[str, ...]:
    """Words, each once, by the alphabet: sums over them come out the same in every process."""
    return tuple(sorted(set(words)))
