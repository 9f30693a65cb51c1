"""The kinds of goods: names in two languages, families, and the phrases by which a text names them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from scoring.product.english_names import further_names
from scoring.product.kind import Kind, kind_from
from scoring.product.normalise import spellings, syllables
from scoring.product.orphans import with_parents
from scoring.product.synonyms import exchange_table, respelled

Phrase = tuple[str, ...]


class Lexicon:
    """Kinds in their order, with the indexes that reading needs. Build it with ``from_rows``."""

    def __init__(self, kinds: Sequence[Kind], exchanges: Mapping[Phrase, tuple[Phrase, ...]],
                 places: Iterable[str] = ()) -> None:  # fmt: skip
        self.kinds: tuple[Kind, ...] = tuple(with_parents(kinds))
        self.index: dict[str, int] = {kind.key: i for i, kind in enumerate(self.kinds)}
        self.parents: tuple[int, ...] = tuple(self.index.get(kind.parent, -1) for kind in self.kinds)
        self._above: tuple[tuple[int, ...], ...] = tuple(map(self._line_above, range(len(self.kinds))))
        self.marked: dict[Phrase, tuple[int, ...]] = {}
        self.plain: dict[Phrase, tuple[int, ...]] = {}
        self.spelt: dict[Phrase, list[Phrase]] = {}
        self.broken: frozenset[Phrase] = frozenset()
        self.codes: frozenset[str] = frozenset()
        self.english: tuple[frozenset[str], ...] = ()
        self._index_phrases(exchanges)
        self.places = self._place_phrases(places)
        self.lengths = self._lengths()
        self.place_lengths = _lengths_of(self.places)

    @classmethod
    def from_rows(
        cls,
        rows: Iterable[Mapping[str, str]],
        synonym_rows: Iterable[Mapping[str, str]] = (),
        places: Iterable[str] = (),
    ) -> Lexicon:
        """Built from rows of products.csv and synonyms.csv; ``places`` are names to be masked in texts.

        Raises ValueError with the keys where a key is repeated.
        """
        kinds = [kind_from(row) for row in rows]
        seen: set[str] = set()
        repeated = sorted({k.key for k in kinds if k.key in seen or seen.add(k.key)})  # type: ignore[func-returns-value]
        if repeated:
            raise ValueError(f"repeated product keys: {', '.join(repeated)}")
        return cls(kinds, exchange_table(synonym_rows), places)

    def without(self, keys: Iterable[str]) -> Lexicon:
        """The same lexicon lacking some kinds: for measuring how reading degrades."""
        gone = set(keys)
        lexicon = Lexicon([k for k in self.kinds if k.key not in gone], self._exchanges)
        lexicon.places = self.places
        lexicon.lengths, lexicon.place_lengths = lexicon._lengths(), _lengths_of(lexicon.places)
        return lexicon

    def ancestors(self, i: int) -> tuple[int, ...]:
        """Indices of the kinds above kind ``i``, nearest first; a circle in the table is cut."""
        return self._above[i]

    def _line_above(self, i: int) -> tuple[int, ...]:
        found: list[int] = []
        parent = self.parents[i]
        while parent >= 0 and parent not in found and parent != i:
            found.append(parent)
            parent = self.parents[parent]
        return tuple(found)

    def descendants(self, i: int) -> tuple[int, ...]:
        """Indices of all kinds below kind ``i``."""
        return self._below[i]

    def one_product(self, i: int, j: int) -> bool:
        """Whether two kinds are varieties or states of one product, not of one family only."""
        line = {k for k in (j, *self.ancestors(j)) if self.kinds[k].rank != "family"}
        return not line.isdisjoint((i, *self.ancestors(i)))

    def _index_phrases(self, exchanges: Mapping[Phrase, tuple[Phrase, ...]]) -> None:
        self._exchanges = exchanges
        marked: dict[Phrase, set[int]] = defaultdict(set)
        broken: set[Phrase] = set()
        for i, kind in enumerate(self.kinds):
            for name in kind.names:
                words = syllables(name)
                if any(word.broken for word in words[1:]):
                    broken |= {tuple(w.marked for w in words), tuple(w.plain for w in words)}
                for phrase in respelled(tuple([w.marked for w in words]), exchanges, kind.category):
                    marked[phrase].add(i)
        for i, names in further_names(self.kinds, marked.keys()).items():
            for phrase in names:
                marked[phrase].add(i)
        bare = {phrase: tuple([spellings(word)[1] for word in phrase]) for phrase in marked if phrase}
        plain: dict[Phrase, set[int]] = defaultdict(set)
        for phrase, without_marks in bare.items():
            plain[without_marks] |= marked[phrase]
        self.broken = frozenset(broken)
        self.codes = frozenset(w for p in plain for w in p if not w.isdigit() and not w.isalpha())
        self.marked = {phrase: self._widest(marked[phrase]) for phrase in bare}
        self.plain = {phrase: self._widest(kinds) for phrase, kinds in plain.items()}
        spelt: dict[Phrase, list[Phrase]] = defaultdict(list)
        for phrase, without_marks in bare.items():
            spelt[without_marks].append(phrase)
        self.spelt = dict(spelt)
        self.english = tuple(
            frozenset(
                [words[0].plain for n in (k.name_en, *k.synonyms_en) if len(words := syllables(n)) == 1]
            )
            for k in self.kinds
        )
        below: list[list[int]] = [[] for _ in self.kinds]
        for i in range(len(self.kinds)):
            for ancestor in self.ancestors(i):
                below[ancestor].append(i)
        self._below = tuple(tuple(b) for b in below)
        self.below = tuple(frozenset(b) for b in below)

    def _widest(self, kinds: set[int]) -> tuple[int, ...]:
        """The kinds without those that lie below another of them: a name of both means the wider."""
        if len(kinds) == 1:
            return tuple(kinds)
        return tuple(sorted(k for k in kinds if not kinds.intersection(self.ancestors(k))))

    def _lengths(self) -> dict[str, tuple[int, ...]]:
        """For each word that opens a phrase or a place, marked or plain, the lengths of those it opens."""
        return _lengths_of((*self.plain, *self.marked, *self.places))

    def _place_phrases(self, places: Iterable[str]) -> frozenset[Phrase]:
        """Place names of two syllables or more, as written and folded; shorter ones would hide goods."""
        found: set[Phrase] = set()
        origins = (part for kind in self.kinds for origin in kind.origins for part in origin.split(","))
        for place in (*places, *origins):
            words = syllables(place.split("(")[0])
            if len(words) >= 2:
                found.add(tuple(w.marked for w in words))
                found.add(tuple(w.plain for w in words))
        return frozenset(p for p in found if p not in self.marked)


def _lengths_of(phrases: Iterable[Phrase]) -> dict[str, tuple[int, ...]]:
    """For each word that opens a phrase the lengths of those it opens."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for phrase in phrases:
        lengths[phrase[0]].add(len(phrase))
    return {word: tuple(sorted(found)) for word, found in lengths.items()}
