"""What another product lexicon would alter among the offers and demands at hand.

Only texts that hold a word of a touched name are read; of these, those that are read otherwise, or whose
kinds stand otherwise to others, are compared again. The weights
of rare words move a little with every name in the lexicon; that shifts likenesses in the third decimal and is
left to the next ranking.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring.candidates import Market
from scoring.columns import DemandColumns, OfferColumns
from scoring.columns.arrays import Bools, Ints
from scoring.columns.demands import demand_text
from scoring.columns.offers import offer_text
from scoring.context import Context
from scoring.criteria.product import judge, may_match
from scoring.lexicon_words import holds, touched_words
from scoring.product import Comparison, ProductMatcher, ProductText, Relation
from scoring.profile import Profile
from scoring.records import Demand, Offer

TEXTS_A_BLOCK = 512  # of demands, against all texts of offers: bounds the memory of a comparison


@dataclass(frozen=True, slots=True)
class PairChange:
    """One pair whose product is judged otherwise: the relation (code) and whether it is the product."""

    demand: str
    offer: str
    before: str
    after: str
    matched: bool
    matches: bool


@dataclass(frozen=True)
class Effect:
    """The pairs judged otherwise, and the demands whose ranking has to be made anew."""

    pairs: tuple[PairChange, ...] = ()
    touched: frozenset[str] = frozenset()

    @property
    def new(self) -> list[PairChange]:
        """Pairs that match only then."""
        return [pair for pair in self.pairs if pair.matches and not pair.matched]

    @property
    def lost(self) -> list[PairChange]:
        """Pairs that match only now."""
        return [pair for pair in self.pairs if pair.matched and not pair.matches]

    @property
    def moved(self) -> list[PairChange]:
        """Pairs in another relation, matching as before or, as before, not."""
        return [pair for pair in self.pairs if pair.matched == pair.matches]


def effect(
    demands: Sequence[Demand], offers: Sequence[Offer], before: Context, after: Context, profile: Profile
) -> Effect:
    """What changing the lexicon of ``before`` into that of ``after`` does to the products of the pairs."""
    wanted, given = _distinct(map(demand_text, demands)), _distinct(map(offer_text, offers))
    altered = _altered_kinds(before.matcher, after.matcher)
    words = touched_words(before.lexicon, after.lexicon, altered)
    asked, told = (
        np.array([holds(t, words) and _reads_otherwise(t, before, after, altered) for t in texts], np.bool_)
        for texts in (wanted, given)
    )
    by_text = _by_text(map(offer_text, offers), given)
    asking = _by_text(map(demand_text, demands), wanted)
    pairs: list[PairChange] = []
    touched: set[str] = set()
    for rows, columns in _blocks(asked, told):
        chosen = _may_match(
            [wanted[i] for i in rows.tolist()], [given[i] for i in columns.tolist()], before, after, profile
        )
        some, other = np.flatnonzero(chosen.any(axis=1)), np.flatnonzero(chosen.any(axis=0))
        part = [demands[i] for row in rows[some].tolist() for i in asking[row]]
        against = [offers[i] for column in columns[other].tolist() for i in by_text[column]]
        touched.update(demand.id for demand in part)
        pairs.extend(_compared(part, against, before, after, profile))
    return Effect(tuple(sorted(pairs, key=lambda p: (p.demand, p.offer))), frozenset(touched))


def _distinct(texts: Iterator[ProductText]) -> list[ProductText]:
    return list(dict.fromkeys(texts))


def _by_text(texts: Iterator[ProductText], distinct: list[ProductText]) -> list[list[int]]:
    """For each distinct text the records that carry it."""
    row = {text: i for i, text in enumerate(distinct)}
    found: list[list[int]] = [[] for _ in distinct]
    for i, text in enumerate(texts):
        found[row[text]].append(i)
    return found


def _blocks(asked: Bools, told: Bools) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Texts of demands and of offers to compare again: every pair with an altered side, once."""
    everything, altered = np.arange(len(told)), np.flatnonzero(told)
    for demand_side, columns in ((np.flatnonzero(asked), everything), (np.flatnonzero(~asked), altered)):
        for start in range(0, len(demand_side), TEXTS_A_BLOCK):
            if len(columns):
                yield demand_side[start : start + TEXTS_A_BLOCK], columns


def _may_match(
    wanted: list[ProductText], given: list[ProductText], before: Context, after: Context, profile: Profile
) -> Bools:
    """Pairs of texts that can be the product with the one lexicon or the other."""
    found = np.zeros((len(wanted), len(given)), dtype=np.bool_)
    for context in (before, after):
        compared = context.matcher.compare(context.matcher.read(wanted), context.matcher.read(given))
        found |= may_match(compared.relation, compared.similarity, profile)
    return found


def _compared(
    demands: Sequence[Demand], offers: Sequence[Offer], before: Context, after: Context, profile: Profile
) -> Iterator[PairChange]:
    """The pairs of these records that the two contexts judge otherwise."""
    if not demands or not offers:
        return
    sides = [
        (context, DemandColumns.build(demands, context), OfferColumns.build(offers, context))
        for context in (before, after)
    ]
    likeness = [context.matcher.compare(d.texts, o.texts) for context, d, o in sides]
    found, rows = _candidates(sides, likeness, profile)
    judged = []
    for context, wanted, given in sides:
        pairs = Market.of(wanted, given, context, profile).pairs(rows, found)
        refused = np.logical_or.reduce(list(judge(pairs, profile).vetoes.values()))
        judged.append((pairs.relation, ~refused))
    (was, matched), (becomes, matches) = judged
    wanted, given = sides[0][1], sides[0][2]
    for i in np.flatnonzero((was != becomes) | (matched != matches)).tolist():
        yield PairChange(
            wanted.ids[rows[i]], given.ids[found[i]], _code(was[i]), _code(becomes[i]),
            bool(matched[i]), bool(matches[i]),
        )  # fmt: skip


def _candidates(
    sides: Sequence[tuple[Context, DemandColumns, OfferColumns]],
    likeness: Sequence[Comparison],
    profile: Profile,
) -> tuple[Ints, Ints]:
    """Rows of offers and of demands of every pair that can match with either lexicon."""
    found = []
    for (_, wanted, given), compared in zip(sides, likeness, strict=True):
        possible = may_match(compared.relation, compared.similarity, profile)
        found.append(possible[np.ix_(wanted.text, given.text)])
    d, o = np.nonzero(found[0] | found[1])
    return o.astype(np.int32), d.astype(np.int32)


def _code(relation: Any) -> str:
    return Relation(int(relation)).name.lower()


def _reads_otherwise(text: ProductText, before: Context, after: Context, altered: frozenset[str]) -> bool:
    was, becomes = (_sign(text, context) for context in (before, after))
    return was != becomes or not altered.isdisjoint((*was["kinds"], was["material"]))


def _sign(text: ProductText, context: Context) -> Mapping[str, Any]:
    """What is read of a text, with kinds by their keys, so that two lexicons can be compared."""
    reading = context.matcher.reading(text)
    kinds = context.lexicon.kinds
    return {
        "kinds": tuple(kinds[k].key for k in reading.kinds),
        "material": kinds[reading.material].key if reading.material >= 0 else "",
        "rest": (reading.firm, reading.form, reading.role, reading.head, reading.several, reading.certainty),
    }


def _altered_kinds(before: ProductMatcher, after: ProductMatcher) -> frozenset[str]:
    """Keys of the kinds that are told otherwise, or stand otherwise to a kind that both lexicons have."""
    old, new = before.lexicon, after.lexicon
    both = [key for key in old.index if key in new.index]
    told = {key for key in both if old.kinds[old.index[key]] != new.kinds[new.index[key]]}
    told |= old.index.keys() ^ new.index.keys()
    here, there = (np.array([lexicon.index[key] for key in both]) for lexicon in (old, new))
    moved = np.zeros((len(both), len(both)), dtype=np.bool_)
    for was, becomes in zip(before.tables, after.tables, strict=True):
        moved |= was[np.ix_(here, here)] != becomes[np.ix_(there, there)]
    rows = np.flatnonzero(moved.any(axis=1) | moved.any(axis=0)).tolist()
    return frozenset(told | {both[i] for i in rows})
