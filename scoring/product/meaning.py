"""Which kinds a phrase means: namesakes told apart, the narrower kind, and the kind in the form told."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.product.forms import Form, names_kept_form, same_form
from scoring.product.guess import WordIndex
from scoring.product.lexicon import Lexicon
from scoring.product.matching import Match, covered, find_bare, keys_of
from scoring.product.record import Record
from scoring.product.relation import kept_kinds, roasted_kinds, state, traded_form
from scoring.product.trades import bottled
from scoring.product.worked import is_roasted

MOST_KINDS = 3  # that an ambiguous name may mean
MOST_LISTED = 8  # goods that one list may name
KEPT = (Form.DRIED, Form.FROZEN)
# Trades whose goods are sold by the litre: of two namesakes "sua tuoi, bich 1 lit" is the milk.
POURED = frozenset(
    ("dairy", "beverage", "alcohol", "condiment", "edible oil", "essential oil", "bee product")
)


class Meanings:
    """Settles what phrases mean; ``indexes`` are the names' words, bare and marked."""

    def __init__(self, lexicon: Lexicon, indexes: Sequence[WordIndex]) -> None:
        self._lexicon = lexicon
        self._indexes = indexes
        self._mistakable = tuple(
            tuple(lexicon.index[key] for key in kind.confusable_with if key in lexicon.index)
            for kind in lexicon.kinds
        )
        self._kept = kept_kinds(lexicon)
        self._roasted = roasted_kinds(lexicon)
        self._honey, self._infused = (lexicon.index.get(key, -1) for key in ("honey", "honey_infused"))

    def settle(self, record: Record, match: Match) -> tuple[int, ...]:
        """The kinds a phrase means, by the record's other words; several where nothing decides."""
        index = self._indexes[record.accented]
        words = record.name if match in record.goods else record.rest
        if record.exact and self.exact(record, match):
            return match.kinds
        phrase = frozenset(keys_of(words[match.start : match.end], record.accented))
        namesakes = [
            k
            for k in dict.fromkeys(m for kind in match.kinds for m in self._mistakable[kind])
            if k not in match.kinds and index.names(k, phrase, record.words)
        ]
        meant = (*match.kinds, *namesakes)
        if len(meant) > 1 and bottled(record.rest):
            meant = tuple(k for k in meant if self._lexicon.kinds[k].category in POURED) or meant
        if len(meant) == 1:
            return meant if record.accented or record.english else self._doubted(record, meant[0], phrase)
        near = {k: round(index.nearness(k, record.words), 6) for k in meant}
        exact = self._lexicon.marked.get(tuple(w.marked for w in words[match.start : match.end]), ())
        ranked = sorted(meant, key=lambda k: (-near[k], k not in exact, k))
        alone = not record.accented and len(phrase) == 1 and self._unhelped(record, meant, phrase)
        if alone and any(k in exact for k in meant):
            ranked.sort(key=lambda k: k not in exact)
        elif near[ranked[0]] > 1.15 * near[ranked[1]]:
            return (ranked[0],)
        return tuple(k for k in ranked if k in match.kinds)[:MOST_KINDS]

    def _doubted(self, record: Record, kind: int, phrase: frozenset[str]) -> tuple[int, ...]:
        """A bare syllable that is also in the name of something often mistaken for the kind (bơ, bò).

        It is believed where the record says anything more that belongs to the kind.
        """
        index = self._indexes[False]
        if len(phrase) > 1 or index.nearness(kind, record.words) > index.nearness(kind, phrase) + 0.01:
            return (kind,)
        others = [k for k in self._mistakable[kind] if index.holds(k, phrase)]
        return (kind, *others[: MOST_KINDS - 1])

    def _unhelped(self, record: Record, kinds: tuple[int, ...], phrase: frozenset[str]) -> bool:
        """True where the words around a phrase speak for none of the kinds it may mean."""
        index = self._indexes[record.accented]
        return all(index.nearness(k, record.words) <= index.nearness(k, phrase) + 0.01 for k in kinds)

    def exact(self, record: Record, match: Match) -> tuple[int, ...]:
        """The kinds of which a phrase of one bare syllable is a name as it stands; none for other phrases."""
        words = (record.name if match in record.goods else record.rest)[match.start : match.end]
        if record.accented or record.english or len(words) != 1:
            return ()
        return self._lexicon.marked.get((words[0].marked,), ())

    def firm(self, record: Record, chosen: Match | None, kinds: tuple[int, ...]) -> int:
        """How many of the kinds are more than a guess at the marks of one bare syllable."""
        if chosen is None or record.accented or record.english or chosen.end - chosen.start > 1:
            return MOST_LISTED
        if len(kinds) < 2 and not record.exact:
            return MOST_LISTED
        line = {a for k in self.exact(record, chosen) for a in (k, *self._lexicon.descendants(k))}
        return sum(k in line for k in kinds) if kinds[0] in line else 0

    def narrow(self, record: Record, kinds: tuple[int, ...]) -> tuple[int, ...]:
        """A narrower kind below the one named, where other phrases or words of the record point to it.

        Where the description alone does, the narrower one is a second meaning.
        """
        below = self._lexicon.below[kinds[0]]
        if not below:
            return kinds
        for match in (*record.goods, *record.told):
            inside = [k for k in match.kinds if k in below]
            if len(inside) == 1:
                named = match in record.goods or self._by_name(record, kinds[0]) == inside[0]
                return (inside[0], *kinds[1:]) if named else (*kinds, inside[0])
        for match in find_bare(self._lexicon, record.name) if self._half_marked(record) else ():
            inside = [k for k in match.kinds if k in below]
            if len(inside) == 1:
                return (inside[0], *kinds[1:])
        index = self._indexes[record.accented]
        if any(len(record.name) == m.end - m.start > 1 and kinds[0] in m.kinds for m in record.goods):
            return kinds  # the whole name is one of the kind: "tỏi khô" is no "tỏi sấy khô"
        narrow = self._by_name(record, kinds[0])
        if record.form is Form.FRESH and self._is_kept(narrow):
            return kinds  # "fresh ginger, air-dried" is no dried ginger
        if narrow != kinds[0]:
            return (narrow, *kinds[1:])
        narrow = index.narrower(kinds[0], record.words, record.form)
        if narrow == kinds[0] or (record.form is Form.FRESH and self._is_kept(narrow)):
            return kinds
        return (*kinds, narrow)

    def _by_name(self, record: Record, kind: int) -> int:
        """The kind that the words of a name single out, in whatever order: "passion fruit (purple)"."""
        words = self._free_words(record, kind)
        return self._indexes[record.accented].narrower(kind, words, record.form)

    def _is_kept(self, kind: int) -> bool:
        """Whether goods are traded dried or frozen: "gừng tươi, khô vỏ" is no dried ginger."""
        return traded_form(self._lexicon.kinds[kind]) in KEPT

    @staticmethod
    def _half_marked(record: Record) -> bool:
        """True for a marked name with a bare syllable beside: "Gạo Seng Cù" may be a "gạo Séng Cù"."""
        return record.accented and any(w.marked == w.plain and w.plain.isalpha() for w in record.name)

    def _free_words(self, record: Record, kind: int) -> frozenset[str]:
        """The words of a name outside longer phrases of other products: "trà hoàng kỳ" is no "hoàng trà"."""
        keys = keys_of(record.name, record.accented)
        longer = [m for m in record.goods if m.end - m.start > 1 and kind not in m.kinds]
        if not longer or record.english:  # the "root" of "kudzu root starch" says of what the starch is
            return frozenset(keys)
        line = {kind, *self._lexicon.ancestors(kind), *self._lexicon.descendants(kind)}
        taken = covered(len(keys), [m for m in longer if line.isdisjoint(m.kinds)])
        return frozenset(key for key, hide in zip(keys, taken, strict=True) if not hide)

    def in_form(self, record: Record, kinds: tuple[int, ...]) -> tuple[int, ...]:
        """The kind of the same product that is traded in the form told: dried mango for a dried "xoài"."""
        told = record.form
        kind = self._lexicon.kinds[kinds[0]]
        if told is Form.ROASTED and kinds[0] in self._roasted:
            return (self._roasted[kinds[0]], *(k for k in kinds[1:] if k not in self._roasted))
        if (
            told is Form.ROASTED
            and kind.category == "nut"
            and kind.rank == "variety"
            and not is_roasted(kind)
        ):
            lines = [a for a in self._lexicon.ancestors(kinds[0]) if self._lexicon.kinds[a].rank != "family"]
            beside = {k for above in lines for k in self._lexicon.below[above]}
            done = [k for k in beside if is_roasted(self._lexicon.kinds[k])]
            return (done[0], *kinds[1:]) if len(done) == 1 else kinds  # "điều Bình Phước rang muối"
        steeped = told in (Form.PICKLED, Form.PROCESSED) and record.form_named and self._infused >= 0
        if steeped and self._honey in (kinds[0], *self._lexicon.ancestors(kinds[0])):
            return (self._infused, *kinds[1:])  # "mật ong rừng ngâm sâm"
        made = state(kind) == "processed"  # frozen squid cake is no frozen squid
        if not told or made or same_form(told, traded_form(kind)):
            return kinds
        for above in (kinds[0], *self._lexicon.ancestors(kinds[0])):
            if self._lexicon.kinds[above].rank == "family":
                break
            near = (above, *sorted(self._lexicon.below[above]))
            fitting = [k for k in near if self._fits(k, told) and not self._beside(kinds[0], k, told)]
            if fitting:
                return (fitting[0], *kinds[1:]) if len(fitting) == 1 else kinds
        kept = [k for k in self._kept.get(kinds[0], ()) if self._fits(k, told)]
        return (kept[0], *kinds[1:]) if len(kept) == 1 else kinds

    def _beside(self, kind: int, other: int, told: Form) -> bool:
        """Whether of goods told fresh or alive another is a variety beside them: no duck of another place."""
        line = (
            kind == other or other in self._lexicon.ancestors(kind) or kind in self._lexicon.ancestors(other)
        )
        return told not in KEPT and self._lexicon.kinds[other].rank == "variety" and not line

    def _fits(self, kind: int, told: Form) -> bool:
        """True for goods traded in the form told; dried or frozen ones must say so in their name."""
        goods = self._lexicon.kinds[kind]
        fits = same_form(told, traded_form(goods))
        return fits and (told not in KEPT or names_kept_form(f"{goods.name_vi}; {goods.name_en}"))
