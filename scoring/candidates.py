"""Exact candidates: every pair whose product can match, and no cut-off by likeness of text.

Among many offers of one product volume, season and way decide, so nothing is left out that a full
comparison would rank. What two texts are to each other is settled for their signs, which are few; likeness
of text is worked out only for pairs that can match by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring.columns import DemandColumns, OfferColumns
from scoring.columns.arrays import Bools, Ints
from scoring.context import Context
from scoring.criteria.product import may_be, may_match
from scoring.cultivar import kind_beside_place, places_named, provincial, settle_siblings
from scoring.greens import roots
from scoring.marks.comparing import (
    AKIN,
    ALL_NAMED,
    APART,
    APART_BY_GRADE,
    APART_BY_PLACE,
    compare_sets,
)  # fmt: skip
from scoring.no_cultivar import cultivar_asked, cultivar_open, tells_none
from scoring.origin_words import origin_told
from scoring.other_origin import names_other_origin
from scoring.pairs import Pairs
from scoring.place_names import place_alone
from scoring.product import Form, Kinship, Lexicon, Relation
from scoring.product.relation import roasted_kinds
from scoring.profile import Profile
from scoring.raw_goods import may_be_processed, processed
from scoring.units import fold

Rows = NDArray[np.intp]
FEW_SIGNS = 64  # whose offers are sooner put together than looked for among all


@dataclass(frozen=True)
class Market:
    """Demands before offers, their products compared; from here come pairs."""

    demands: DemandColumns
    offers: OfferColumns
    context: Context
    profile: Profile
    kinship: Kinship

    @classmethod
    def of(cls, demands: DemandColumns, offers: OfferColumns, context: Context, profile: Profile) -> Market:
        """Compare what both sides are called."""
        kinship = Kinship.of(context.matcher, demands.texts, offers.texts, demands.text)
        return cls(demands, offers, context, profile, kinship)

    def candidates(self, most: int, all_pairs: bool = False) -> Iterator[Pairs]:
        """Pairs worth judging (with ``all_pairs`` every pair there is), by demand and then by offer.

        They come in parts of whole demands, of about ``most`` pairs and never more than that and one
        demand's: so memory does not grow with the number of pairs.
        """
        part: dict[int, Rows] = {}
        size = 0
        for d, found in self._related(all_pairs):
            if size + len(found) > most and part:
                yield self._judgeable(part, all_pairs)
                size, part = 0, {}
            part[d] = found
            size += len(found)
        if part:
            yield self._judgeable(part, all_pairs)

    def pairs(self, d: Ints, o: Ints) -> Pairs:
        """The pairs of demand ``d[i]`` with offer ``o[i]``; those of a demand must lie together."""
        starts = np.flatnonzero(np.diff(d, prepend=-1))
        each = np.split(o, starts[1:]) if len(o) else []
        return self._compared(dict(zip(d[starts].tolist(), each, strict=True)))

    def _related(self, all_pairs: bool) -> Iterator[tuple[int, Rows]]:
        """Each demand that has any, and the offers whose product may match by what it is, or by text."""
        if all_pairs:
            everyone = np.arange(len(self.offers))
            yield from ((d, everyone) for d in range(len(self.demands)))
            return
        by_sign, ends = self.offers.by_sign
        occurring = np.diff(ends) > 0
        possible = self.kinship.possible(may_be(np.arange(len(Relation)))) & occurring
        asked = np.asarray(possible.any(axis=1))
        known: dict[int, Rows] = {}
        signs = self.kinship.row[self.demands.text]
        matched = np.flatnonzero(asked[signs])
        for d, sign in zip(matched.tolist(), signs[matched].tolist(), strict=True):
            if sign not in known:
                met = np.flatnonzero(possible[sign])
                if len(met) <= FEW_SIGNS:
                    each = [by_sign[ends[k] : ends[k + 1]] for k in met.tolist()]
                    known[sign] = np.sort(np.concatenate(each))
                else:
                    known[sign] = np.flatnonzero(possible[sign][self.offers.texts.sign[self.offers.text]])
            yield d, known[sign]

    def _judgeable(self, rows: Mapping[int, Rows], all_pairs: bool) -> Pairs:
        pairs = self._compared(rows)
        if all_pairs:
            return pairs
        alike = may_match(pairs.relation, pairs.similarity, self.profile)
        return pairs if alike.all() else pairs.take(np.flatnonzero(alike))

    def _compared(self, rows: Mapping[int, NDArray[Any]]) -> Pairs:
        """Pairs of demands with their rows of offers."""
        each = list(rows.values())
        o = np.concatenate([*each, np.zeros(0, dtype=np.int32)]).astype(np.int32)
        d = np.repeat(np.array(list(rows), dtype=np.int32), [len(found) for found in each])
        similarity, relation = self.kinship.compared(self.demands.text[d], self.offers.text[o])
        of_a_place = self._settle(relation, d, o)
        self._by_sorts_told(relation, d, o)
        self._of_the_province(relation, d, o)
        self._by_marks(relation, d, o, of_a_place)
        self._of_no_cultivar(relation, d, o)
        greens = np.flatnonzero((relation == Relation.VARIETY) & self.demands.greens[d])
        no_greens = roots(self.context.lexicon)[self.offers.kind[o[greens]]]
        relation[greens[no_greens]] = Relation.FAMILY
        unsaid = np.flatnonzero(
            (relation == Relation.OTHER_FORM) & self.offers.roast_unsaid[o] & self._roasted[d]
        )
        relation[unsaid] = Relation.GENERIC
        dry = np.flatnonzero(
            (relation == Relation.OTHER_FORM) & self.offers.drying_unsaid[o] & self._fresh[d]
        )
        relation[dry] = Relation.GENERIC
        self._unsaid_processing(relation, d, o)
        return Pairs(self.offers, self.demands, o, d, similarity.astype(np.float64), relation, self.context)

    def _unsaid_processing(self, relation: NDArray[np.uint8], d: Ints, o: Ints) -> None:
        """Goods of which nobody says how far they are to be processed, and colours any of which will do, in
        place: fruit for a factory that may freeze it, cashews of Bình Phước for roasted ones."""
        either = self.demands.takes_raw | self.demands.to_prepare
        raw = np.flatnonzero((relation == Relation.OTHER_FORM) & either[d])
        relation[raw[self._as_it_grew(o[raw])]] = Relation.GENERIC
        done, open_ = processed(self.context.lexicon), may_be_processed(self.context.lexicon)
        siblings = np.flatnonzero(relation == Relation.SIBLING)
        unsaid = done[self.demands.kind[d[siblings]]] & open_[self.offers.kind[o[siblings]]]
        open_rows = siblings[unsaid]
        relation[open_rows] = self._as_done(d[open_rows], o[open_rows])
        formed = np.flatnonzero(relation == Relation.OTHER_FORM)
        formed = formed[done[self.demands.kind[d[formed]]] & open_[self.offers.kind[o[formed]]]]
        told = self._as_done(d[formed], o[formed])
        right = np.isin(told, (Relation.SAME, Relation.VARIETY))
        relation[formed[right]] = told[right]
        relation[(relation == Relation.GENERIC) & self.demands.any_colour[d]] = Relation.VARIETY

    def _as_done(self, d: Ints, o: Ints) -> NDArray[np.uint8]:
        """How offers named by a place stand to what a demand wants done to the goods: what their names say
        of it beside the place ("mắc ca Tuần Giáo sấy nứt"), GENERIC where they say nothing."""
        met, at = np.unique(o, return_inverse=True)
        names = [self.offers.records[row].product for row in met.tolist()]
        says = np.array([kind_beside_place(self.context, name) for name in names], dtype=np.int32)[at]
        told = self.context.matcher.relations(self.demands.kind[d], says)
        return np.where(processed(self.context.lexicon)[says], told, np.uint8(Relation.GENERIC))

    def _as_it_grew(self, o: Ints) -> Bools:
        """Whether offers are the product fresh, by their words and the table."""
        fresh = np.append(_fresh_by_table(self.context.lexicon), False)[self.offers.kind[o]]
        forms = self.offers.texts.form[self.offers.text[o]]
        return np.asarray(fresh & np.isin(forms, (Form.NONE, Form.FRESH)))

    def _by_sorts_told(self, relation: NDArray[np.uint8], d: Ints, o: Ints) -> None:
        """The goods wanted by their kind, of which a record's other words name the one sort, in place."""
        wanted, given = (_signs(side, rows) for side, rows in ((self.demands, d), (self.offers, o)))
        told = (self.demands.texts.signs.told[wanted] >= 0) | (self.offers.texts.signs.told[given] >= 0)
        rows = np.flatnonzero(told & (relation <= Relation.SIBLING))
        if not len(rows):
            return
        found = np.full(len(rows), Relation.UNKNOWN, dtype=np.uint8)
        for ours in _sorts(self.demands, wanted[rows]):
            for theirs in _sorts(self.offers, given[rows]):
                nearer = self.context.matcher.relations(ours, theirs)
                found = np.where((ours >= 0) & (theirs >= 0), np.minimum(found, nearer), found)
        sure = found <= Relation.SIBLING
        relation[rows[sure]] = found[sure]

    def _by_marks(self, relation: NDArray[np.uint8], d: Ints, o: Ints, of_a_place: Rows) -> None:
        """The goods wanted by their kind that are named by other marks, and siblings by kind that bear the
        marks asked for, in place; those ``of_a_place`` alone bear no mark of a cultivar."""
        asked, offered = self.demands.mark_sets, self.offers.mark_sets
        bearing = np.array([bool(marks) for marks in offered], dtype=np.bool_)[self.offers.marks]
        naming = np.array([bool(marks) for marks in asked], dtype=np.bool_)[self.demands.marks]
        rows = np.flatnonzero(naming[d] & bearing[o] & (relation <= Relation.SIBLING))
        if not len(rows):
            return
        both = self.demands.marks[d[rows]].astype(np.int64) * len(offered) + self.offers.marks[o[rows]]
        distinct, at = np.unique(both, return_inverse=True)
        open_to_all = np.zeros(len(distinct), dtype=np.bool_)
        # Of siblings, most of what is compared, only those may change that bear the marks asked for.
        open_to_all[at[(relation[rows] != Relation.SIBLING) | self._told_sort[d[rows]]]] = True
        asks, says = np.divmod(distinct, len(offered))
        lexicon = self.context.lexicon
        told = compare_sets(lexicon, asked, offered, asks, says, open_to_all)[at]
        exported = self.demands.exported[d[rows]]  # a contract is for one grade
        apart = rows[(told == APART) | ((told == APART_BY_GRADE) & exported)]
        relation[np.setdiff1d(apart, of_a_place, assume_unique=True)] = Relation.SIBLING
        for i in rows[told == APART_BY_PLACE].tolist():
            words = "; ".join(mark.name for mark in asked[self.demands.marks[d[i]]])
            places = places_named(lexicon, words)
            if not origin_told(self.offers.records[int(o[i])], places):
                relation[i] = Relation.SIBLING
        nearer = rows[told == ALL_NAMED]
        relation[nearer[np.isin(relation[nearer], (Relation.GENERIC, Relation.SIBLING))]] = Relation.VARIETY
        open_ = rows[told == AKIN]
        relation[open_[self._told_sort[d[open_]] & (relation[open_] == Relation.SIBLING)]] = Relation.GENERIC

    def _of_no_cultivar(self, relation: NDArray[np.uint8], d: Ints, o: Ints) -> None:
        """Goods that the table counts as the cultivar wanted, of which a place or a code alone tells none, in
        place: they rank behind what names it."""
        wanted, given = self.demands.kind, self.offers.kind
        rows = np.flatnonzero((relation <= Relation.VARIETY) & (wanted[d] >= 0) & (given[o] >= 0))
        rows = rows[self.demands.worked_out("cultivar", d[rows], self._asks_cultivar) > 0]
        rows = rows[self.offers.worked_out("no_cultivar", o[rows], self._tells_none) > 0]
        for i in rows.tolist():
            demand, offer = self.demands.records[d[i]], self.offers.records[o[i]]
            if cultivar_open(self.context.lexicon, demand, offer, int(wanted[d[i]]), int(given[o[i]])):
                relation[i] = Relation.GENERIC

    def _asks_cultivar(self, d: int) -> bool:
        kind = int(self.demands.kind[d])
        return bool(cultivar_asked(self.context.lexicon, self.demands.records[d].product, kind))

    def _tells_none(self, o: int) -> bool:
        return tells_none(self.context.lexicon, int(self.offers.kind[o]), self.offers.records[o].product)

    @cached_property
    def _told_sort(self) -> Bools:
        """Demands whose sort stands in other words than their name."""
        signs = self.demands.texts.signs.told[self.demands.texts.sign[self.demands.text]]
        return np.asarray(signs >= 0)

    def _of_the_province(self, relation: NDArray[np.uint8], d: Ints, o: Ints) -> None:
        """Fruit wanted by the province alone, of whatever variety grows there, in place: cam Khe Mây of Hà
        Tĩnh is cam Hà Tĩnh. A name that is an indication is bound to its own goods."""
        named = provincial(self.context.lexicon)
        siblings = np.flatnonzero(relation == Relation.SIBLING)
        kinds = self.demands.texts.signs.kinds[_signs(self.demands, d[siblings])]
        asked = np.isin(kinds, list(named)).any(axis=1)
        for i, wanted in zip(siblings[asked].tolist(), kinds[asked].tolist(), strict=True):
            offer, given = self.offers.records[int(o[i])], int(self.offers.kind[o[i]])
            grown = fold(offer.place.province)
            kind = next((each for each in wanted if named.get(each) == grown), -1)
            here = (offer.place.province,)
            if kind >= 0 and not names_other_origin(self.context.lexicon, kind, given, offer, here):
                relation[i] = Relation.VARIETY

    @cached_property
    def _fresh(self) -> Bools:
        """Demands for goods that are fresh, by what they say or by the table."""
        said = self.demands.texts.form[self.demands.text]
        usual = (
            _fresh_by_table(self.context.lexicon)[self.demands.kind]
            & (self.demands.kind >= 0)
            & (said == Form.NONE)
        )
        return np.asarray((said == Form.FRESH) | usual)

    @cached_property
    def _roasted(self) -> Bools:
        """Demands for roasted coffee."""
        return np.asarray(np.isin(self.demands.kind, _roasted_by_table(self.context.lexicon)))

    def _settle(self, relation: NDArray[np.uint8], d: Ints, o: Ints) -> Rows:
        """Siblings by table that are none by their names, in place (where no indication is asked for); and
        the rows of those that a place alone names."""
        siblings = np.flatnonzero(relation == Relation.SIBLING)
        beside_form = self.demands.texts.signs.sort[self.demands.texts.sign[self.demands.text[d[siblings]]]]
        siblings = siblings[~self.demands.indicated[d[siblings]] & (beside_form < 0)]
        if not len(siblings):
            return siblings
        rows = d[siblings].tolist()
        words = {i: _words(self.demands, i) for i in set(rows)}
        kinds, offered = self.demands.kind[d[siblings]], self.offers.kind[o[siblings]]
        wanted = [words[i] for i in rows]
        names = self.offers.folded_names
        given = [names[i] for i in o[siblings].tolist()]
        lexicon = self.context.lexicon
        relation[siblings] = settle_siblings(lexicon, wanted, given, kinds, offered)
        open_ = np.flatnonzero(relation[siblings] == Relation.GENERIC).tolist()
        alone = [i for i in open_ if place_alone(lexicon, int(offered[i]), given[i])]
        return siblings[np.array(alone, dtype=np.intp)]


@lru_cache(maxsize=8)
def _fresh_by_table(lexicon: Lexicon) -> Bools:
    return np.array([k.form == "fresh" for k in lexicon.kinds], dtype=np.bool_)


@lru_cache(maxsize=8)
def _roasted_by_table(lexicon: Lexicon) -> Ints:
    return np.unique(list(roasted_kinds(lexicon).values())).astype(np.int32)


def _signs(side: DemandColumns | OfferColumns, rows: Ints) -> Ints:
    return np.asarray(side.texts.sign[side.text[rows]])


def _sorts(side: DemandColumns | OfferColumns, signs: Ints) -> Iterator[Ints]:
    """The kinds that records name, -1 for none: the one sort told, else the kind, and those of a list."""
    columns = side.texts.signs
    yield np.where(columns.told[signs] >= 0, columns.told[signs], columns.kinds[signs, 0])
    for column in range(1, columns.kinds.shape[1]):
        yield np.where(columns.listed[signs], columns.kinds[signs, column], -1)


def _words(demands: DemandColumns, row: int) -> str:
    record = demands.records[row]
    return fold(f"{record.product} {record.description} {record.spec}")
