"""The kinds of goods: names in two languages, families, and the phrases by which a text names them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scoring.product.normalise import spellings, syllables
from scoring.product.synonyms import exchange_table, respelled

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """One row of the product table. Months are solar 1..12, shelf lives days, prices VND per price_unit."""

    key: str
    parent: str = ""
    rank: str = "kind"
    name_vi: str = ""
    name_en: str = ""
    synonyms_vi: tuple[str, ...] = ()
    synonyms_en: tuple[str, ...] = ()
    category: str = ""
    ocop_group: str = ""
    hs6: str = ""
    form: str = ""
    storage: str = ""
    shelf_ambient_days: float | None = None
    shelf_chilled_days: float | None = None
    harvest_months: tuple[int, ...] = ()
    peak_months: tuple[int, ...] = ()
    saleable_months: tuple[int, ...] = ()
    storable: bool = False
    origins: tuple[str, ...] = ()
    gi_name: str = ""
    price_low: float | None = None
    price_high: float | None = None
    price_unit: str = ""
    confusable_with: tuple[str, ...] = ()
    calendar_id: str = ""
    confidence: str = ""
    source: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name in both languages, the main ones first."""
        return tuple(n for n in (self.name_vi, *self.synonyms_vi, self.name_en, *self.synonyms_en) if n)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _months(text: str) -> tuple[int, ...]:
    return tuple(sorted({int(part) for part in _parts(text)}))


def _number(text: str) -> float | None:
    return float(text) if text.strip() else None


def kind_from(row: Mapping[str, str]) -> Kind:
    """A typed kind from a row of strings; an absent column counts as empty.

    Raises ValueError where a month or a number is not one, KeyError where the row has no key.
    """
    get = {name: (value or "").strip() for name, value in row.items()}.get
    return Kind(
        key=row["key"],
        parent=get("parent", ""),
        rank=get("rank", "") or "kind",
        name_vi=get("name_vi", ""),
        name_en=get("name_en", ""),
        synonyms_vi=_parts(get("synonyms_vi", "")),
        synonyms_en=_parts(get("synonyms_en", "")),
        category=get("category", ""),
        ocop_group=get("ocop_group", ""),
        hs6=get("hs6", ""),
        form=get("form", ""),
        storage=get("storage", ""),
        shelf_ambient_days=_number(get("shelf_ambient_days", "")),
        shelf_chilled_days=_number(get("shelf_chilled_days", "")),
        harvest_months=_months(get("harvest_months", "")),
        peak_months=_months(get("peak_months", "")),
        saleable_months=_months(get("saleable_months", "")),
        storable=get("storable", "") == "1",
        origins=_parts(get("origins", "")),
        gi_name=get("gi_name", ""),
        price_low=_number(get("price_low", "")),
        price_high=_number(get("price_high", "")),
        price_unit=get("price_unit", ""),
        confusable_with=_parts(get("confusable_with", "")),
        calendar_id=get("calendar_id", ""),
        confidence=get("confidence", ""),
        source=get("source", ""),
    )


class Lexicon:
    """Kinds in their order, with the indexes that reading needs. Build it with ``from_rows``."""

    def __init__(self, kinds: Sequence[Kind], exchanges: Mapping[Phrase, tuple[Phrase, ...]],
                 places: Iterable[str] = ()) -> None:  # fmt: skip
        self.kinds: tuple[Kind, ...] = tuple(kinds)
        self.index: dict[str, int] = {kind.key: i for i, kind in enumerate(self.kinds)}
        self.parents: tuple[int, ...] = tuple(self.index.get(kind.parent, -1) for kind in self.kinds)
        self.marked: dict[Phrase, tuple[int, ...]] = {}
        self.plain: dict[Phrase, tuple[int, ...]] = {}
        self.spelt: dict[Phrase, list[Phrase]] = {}
        self.broken: frozenset[Phrase] = frozenset()
        self.codes: frozenset[str] = frozenset()
        self.english: tuple[frozenset[str], ...] = ()
        self._index_phrases(exchanges)
        self.places = self._place_phrases(places)
        self.lengths = self._lengths()

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
        lexicon.lengths = lexicon._lengths()
        return lexicon

    def ancestors(self, i: int) -> tuple[int, ...]:
        """Indices of the kinds above kind ``i``, nearest first; a circle in the table is cut."""
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
        plain: dict[Phrase, set[int]] = defaultdict(set)
        broken: set[Phrase] = set()
        for i, kind in enumerate(self.kinds):
            for name in kind.names:
                words = syllables(name)
                if any(word.broken for word in words[1:]):
                    broken |= {tuple(w.marked for w in words), tuple(w.plain for w in words)}
                for phrase in respelled(tuple(w.marked for w in words), exchanges, kind.category):
                    marked[phrase].add(i)
                    plain[tuple(spellings(word)[1] for word in phrase)].add(i)
        self.broken = frozenset(broken)
        self.codes = frozenset(w for p in plain for w in p if not w.isdigit() and not w.isalpha())
        self.marked = {p: self._widest(k) for p, k in marked.items() if p}
        self.plain = {p: self._widest(k) for p, k in plain.items() if p}
        spelt: dict[Phrase, list[Phrase]] = defaultdict(list)
        for phrase in self.marked:
            spelt[tuple(spellings(word)[1] for word in phrase)].append(phrase)
        self.spelt = dict(spelt)
        self.english = tuple(
            frozenset(words[0].plain for n in (k.name_en, *k.synonyms_en) if len(words := syllables(n)) == 1)
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
        return tuple(sorted(k for k in kinds if not kinds.intersection(self.ancestors(k))))

    def _lengths(self) -> dict[str, tuple[int, ...]]:
        """For each word that opens a phrase or a place, marked or plain, the lengths of those it opens."""
        lengths: dict[str, set[int]] = defaultdict(set)
        for phrase in (*self.plain, *self.marked, *self.places):
            lengths[phrase[0]].add(len(phrase))
        return {word: tuple(sorted(found)) for word, found in lengths.items()}

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
