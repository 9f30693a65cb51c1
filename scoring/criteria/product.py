"""Is it the product: kind, cultivar and form."""

from __future__ import annotations

import re

import numpy as np

from scoring.columns.arrays import Bools
from scoring.contrasts import Told, differs, other_teas
from scoring.criteria.any_form import among_forms
from scoring.criteria.boxes import lacking, one_good, other_theme
from scoring.criteria.choices import NAMED
from scoring.criteria.coffee_stages import other_stage
from scoring.criteria.goods_named import elsewhere, others_named
from scoring.criteria.goods_told import MATCHING, dead, goods_told
from scoring.criteria.items_meant import in_another_form
from scoring.criteria.made_of_wanted import made_of_wanted
from scoring.criteria.mixed_goods import mixed
from scoring.criteria.names_told import asked_apart
from scoring.criteria.once import once
from scoring.criteria.other_cuts import chilled_for_frozen, frozen_for_chilled, other_cut
from scoring.criteria.other_forms import ground, in_husk, other_part
from scoring.criteria.places_of_items import places_of_pairs
from scoring.criteria.potted import in_no_pot
from scoring.criteria.prepared_meats import prepared
from scoring.criteria.refused_forms import in_refused_form
from scoring.criteria.sorts_told import other_cultivar
from scoring.criteria.specification import bounds, falls_short
from scoring.criteria.turned_away import excluded
from scoring.criteria.undried import undried
from scoring.criteria.verdict import Facts, Verdict
from scoring.cultivar import (
    CULTIVAR_CATEGORIES,
    grown_there,
    named_by_its_place,
    names,
    origin_text,
    own_name,
    worked_there,
)
from scoring.horizon import NEVER
from scoring.made_of import made_forms
from scoring.origin_words import names_any_of
from scoring.other_origin import names_another_place, names_other_origin
from scoring.packed_at import without_work_places
from scoring.pairs import Pairs
from scoring.product import Form, Relation
from scoring.profile import Profile

CODES = (*(f"product_{relation.name.lower()}" for relation in Relation), "product_apart")
# What goods are said not to be: "arabica Đơn Dương, không phải Cầu Đất".
_DENIED = re.compile(
    r"\b(?:không phải|khong phai|ko phải|ko phai|chứ không|chu khong|chưa phải|chua phai|not)\b[^,.;()]*",
    re.IGNORECASE,
)
APART = len(Relation)  # of the kind wanted, but told apart by a word: dried crisp and not soft


def judge(pairs: Pairs, profile: Profile) -> Verdict:
    """Tiers by relation; similarity only orders within a tier."""
    missing, proven = _origins(pairs)
    relation, similarity = np.where(proven, Relation.VARIETY, pairs.relation), pairs.similarity
    relation = np.where(missing, np.maximum(relation, Relation.GENERIC), relation)
    several = mixed(pairs) & ~missing
    relation = np.where(_told_in_words(pairs) | several, Relation.SAME, relation)
    relation = np.where(_from_elsewhere(pairs), Relation.SIBLING, relation)
    relation = np.where(among_forms(pairs) & (relation == Relation.OTHER_FORM), Relation.SAME, relation)
    relation = np.where(one_good(pairs), Relation.VARIETY, relation)
    floor, span = _tiers(profile)
    score = floor[relation] + span[relation] * similarity
    behind = floor[Relation.SIBLING] + span[Relation.SIBLING] * similarity
    asks = asked_apart(pairs, pairs.d)
    apart = (_apart(pairs, relation, asks) & ~several) | other_theme(pairs)
    later = _falls_short(pairs) | apart | others_named(pairs) | elsewhere(pairs) | in_no_pot(pairs)
    score = np.where(later, np.minimum(score, behind), score)
    by_text = (relation == Relation.UNKNOWN) & (similarity >= least_similarity(profile))
    same_kind = np.isin(relation, MATCHING) | by_text
    other_form = of_another_form(pairs) | chilled_for_frozen(pairs)
    kept_apart = floor[Relation.OTHER_FORM] + span[Relation.OTHER_FORM] * similarity
    score = np.where(other_form, np.minimum(score, kept_apart), score)
    strict = pairs.demands.strict[pairs.d]
    refused = strict & (pairs.relation == Relation.SIBLING) & ~(proven | several | _of_the_indication(pairs))
    refused |= missing | lacking(pairs) | _boxed(pairs) | (apart & pairs.demands.exported[pairs.d])
    refused |= apart & other_teas(asks, pairs.offers.told_apart[pairs.o])
    refused |= _excluded(pairs)

    def facts(i: int) -> Facts:
        return goods_told(pairs, i, int(asks[i]))

    return Verdict(
        score=np.clip(score, 0.0, 1.0),
        code=np.where(other_form, Relation.OTHER_FORM, np.where(apart, APART, relation)).astype(np.intp),
        codes=CODES,
        facts=facts,
        vetoes={"wrong_product": ~(same_kind | other_form) | refused, "wrong_form": other_form},
    )


@once
def of_another_form(pairs: Pairs) -> Bools:
    """Pairs of the kind wanted in a form that does not do."""
    relation = np.where(_origins(pairs)[1], Relation.VARIETY, pairs.relation)
    relation = np.where(_from_elsewhere(pairs), Relation.SIBLING, relation)
    found = (relation == Relation.OTHER_FORM) | _made(pairs) | _raw_for_made(pairs)
    found |= dead(pairs) | in_another_form(pairs) | ground(pairs) | in_husk(pairs) | undried(pairs)
    found |= in_refused_form(pairs) | other_stage(pairs) | made_of_wanted(pairs) | prepared(pairs)
    found &= ~among_forms(pairs)
    return np.asarray(found | other_part(pairs) | other_cut(pairs) | frozen_for_chilled(pairs))


def may_match(relation: np.ndarray, similarity: np.ndarray, profile: Profile) -> Bools:
    """Pairs whose product can match: all but those that are the wrong product whatever the rest says."""
    unlike = (relation == Relation.UNKNOWN) & (similarity < least_similarity(profile))
    return np.asarray(may_be(relation) & ~unlike)


def may_be(relation: np.ndarray) -> Bools:
    """Relations in which the product can match; where it is unknown the likeness of texts decides."""
    allowed = np.zeros(len(Relation), dtype=np.bool_)
    allowed[[*MATCHING, Relation.OTHER_FORM, Relation.UNKNOWN]] = True
    return np.asarray(allowed[relation])


def least_similarity(profile: Profile) -> float:
    """The similarity of texts from which on they can mean the same, where nothing else is known."""
    return profile["product_text_least"]


def proven_product(pairs: Pairs) -> Bools:
    """Pairs that bear the indication asked for, though by the table they name no variety or another one."""
    _, proven = _origins(pairs)
    siblings = pairs.demands.strict[pairs.d] & (pairs.relation == Relation.SIBLING)
    return np.asarray(proven | (siblings & _of_the_indication(pairs)))


@once
def _from_elsewhere(pairs: Pairs) -> Bools:
    """The goods wanted, named after another place than the demand names: địa lan Sìn Hồ for that of Sa Pa."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    rows = np.flatnonzero(np.isin(pairs.relation, NAMED) & pairs.demands.by_place[pairs.d])
    rows = rows[pairs.offers.names_place[pairs.o[rows]]]
    told: dict[tuple[int, tuple[str, ...]], bool] = {}
    for i, o, places in zip(rows.tolist(), pairs.o[rows].tolist(), places_of_pairs(pairs, rows), strict=True):
        key = o, places
        if key not in told:
            told[key] = _bears_a_place(pairs, *key)
        mask[i] = bool(places) and not told[key]
    return mask


def _bears_a_place(pairs: Pairs, o: int, places: tuple[str, ...]) -> bool:
    """Whether an offer's words tell one of the places asked for, and its name no other one."""
    told = names_any_of(places, pairs.offers.origin_words[o])
    return told and not names_another_place(pairs.context.lexicon, pairs.offers.records[o], places)


def _told_in_words(pairs: Pairs) -> Bools:
    """General goods of which a sentence names the variety asked for: "arabica Cầu Đất washed, 12 tấn"."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    rows = np.flatnonzero(pairs.relation == Relation.GENERIC)
    for d in np.unique(pairs.d[rows]).tolist():
        own = own_name(pairs.context.lexicon, int(pairs.demands.kind[d]))
        if own and names(own, pairs.demands.records[d].product):
            for i in rows[pairs.d[rows] == d].tolist():
                offer = pairs.offer(i)
                told = without_work_places(f"{offer.remarks} ; {offer.description}")
                mask[i] = names(own, _DENIED.sub(" ; ", told))
    return mask


def _apart(pairs: Pairs, relation: np.ndarray, asks: Told) -> Bools:
    """The goods wanted by their kind, of which both sides name another sort or way of drying."""
    return np.isin(relation, NAMED) & differs(asks, pairs.offers.told_apart[pairs.o])


def _falls_short(pairs: Pairs) -> Bools:
    """The goods wanted that by their own figures miss a least or a most that the buyer sets."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    asked = pairs.demands.in_figures[pairs.d]
    rows = np.flatnonzero(asked & np.isin(pairs.relation, (*MATCHING, Relation.UNKNOWN)))
    bound = {d: bool(bounds(pairs.demands.records[d].spec)) for d in np.unique(pairs.d[rows]).tolist()}
    if any(bound.values()):
        rows = rows[[bound[d] for d in pairs.d[rows].tolist()]]
        mask[rows] = [falls_short(pairs.offer(i), pairs.demand(i)) for i in rows.tolist()]
    return mask


def _excluded(pairs: Pairs) -> Bools:
    """Goods of a sort that the buyer writes he will not have: "không lấy quýt đường"."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    rows = np.flatnonzero(pairs.demands.refuses[pairs.d] & np.isin(pairs.relation, MATCHING))
    mask[rows] = [bool(excluded(pairs.offer(i), pairs.demand(i))) for i in rows.tolist()]
    return mask


def _boxed(pairs: Pairs) -> Bools:
    """A set of several goods where one of them, loose, is wanted: a gift box is no offer of its honey."""
    offered, demanded = pairs.offers.texts, pairs.demands.texts
    box = pairs.context.lexicon.index.get("gift_box", -2)
    signs = offered.signs
    goods = ((signs.kinds >= 0) & (signs.kinds != box)).sum(axis=1)
    boxed = (signs.several & (goods > 1))[offered.sign[pairs.offers.text[pairs.o]]]
    sets = demanded.signs.several[demanded.sign[pairs.demands.text[pairs.d]]]
    return np.asarray(boxed & ~sets & (pairs.demands.kind[pairs.d] != box))


def _made(pairs: Pairs) -> Bools:
    """One made of the other where the table calls them related at most: the wrong form, no other product."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    offered, demanded = pairs.offers.kind[pairs.o], pairs.demands.kind[pairs.d]
    related = (pairs.relation >= Relation.FAMILY) & (pairs.relation <= Relation.UNRELATED)
    rows = np.flatnonzero(related & (offered >= 0) & (demanded >= 0))
    if len(rows):
        mask[rows] = made_forms(pairs.context.lexicon)[demanded[rows], offered[rows]]
    return mask


def _raw_for_made(pairs: Pairs) -> Bools:
    """The raw goods themselves where what is made of them is wanted: "sản phẩm từ sâm" is no fresh root."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    rows = np.flatnonzero(pairs.demands.processed[pairs.d])
    one_kind = pairs.demands.kind[pairs.d[rows]] == pairs.offers.kind[pairs.o[rows]]
    rows = rows[np.isin(pairs.relation[rows], MATCHING) | one_kind]
    mask[rows] = [is_raw(pairs, i) for i in rows.tolist()]
    return mask


def is_raw(pairs: Pairs, i: int) -> bool:
    """Whether the offer of a pair is the product as it grew or lives, by its words and the table."""
    columns, row = pairs.offers, int(pairs.o[i])
    kind, form = int(columns.kind[row]), Form(int(columns.texts.form[columns.text[row]]))
    raw = kind >= 0 and pairs.context.lexicon.kinds[kind].form in ("fresh", "live")
    return raw and form in (Form.NONE, Form.FRESH, Form.LIVE)


def _tiers(profile: Profile) -> tuple[np.ndarray, np.ndarray]:
    """Score without any similarity and what full similarity adds, by relation."""
    floor, span = np.zeros(len(Relation)), np.zeros(len(Relation))
    for relation in (Relation.SAME, Relation.VARIETY):
        floor[relation], span[relation] = profile["product_right"], profile["product_right_spread"]
    floor[Relation.GENERIC] = profile["product_generic"]
    floor[Relation.SIBLING] = profile["product_sibling"]
    span[Relation.SIBLING] = profile["product_sibling_spread"]
    span[Relation.UNKNOWN] = profile["product_text"]
    span[Relation.OTHER_FORM] = profile["product_other_form"]
    span[Relation.FAMILY] = span[Relation.CATEGORY] = profile["product_family"]
    return floor, span


@once
def _origins(pairs: Pairs) -> tuple[Bools, Bools]:
    """Where a place's own product is asked for and the offer names no variety: place not named, or proven.

    It is proven where the offer's words or commune name the place and it holds the right to the indication.
    """
    generic = _general(pairs)
    missing, proven = np.zeros(len(pairs), dtype=np.bool_), np.zeros(len(pairs), dtype=np.bool_)
    held = pairs.offers.papers.get("GI")
    for i in generic.tolist():
        places = pairs.demands.indication[pairs.d[i]]
        if places:
            missing[i] = not _comes_from(pairs, i, places) or _of_another_place(pairs, i, places)
            proven[i] = not missing[i] and held is not None and held[pairs.o[i]] != NEVER
    siblings = np.flatnonzero((pairs.relation == Relation.SIBLING) & pairs.demands.strict[pairs.d])
    met, at = np.unique(pairs.d[siblings], return_inverse=True)
    homes = {d: _by_place_of_home(pairs, d) for d in met.tolist()}
    open_ = np.array([home or _named_by_its_place(pairs, d) for d, home in homes.items()], dtype=np.bool_)
    for i in siblings[open_[at]].tolist():
        d = int(pairs.d[i])
        places, kind = pairs.demands.indication[d], int(pairs.demands.kind[d])
        if _of_another_place(pairs, i, places):
            continue
        if worked_there(pairs.context.lexicon, kind, int(pairs.offers.kind[pairs.o[i]]), pairs.offer(i)):
            proven[i] = True
        elif homes[d] and not other_cultivar(pairs, i):
            proven[i] = grown_there(pairs.context.lexicon, kind, pairs.offer(i), places)
    return missing, proven


def _comes_from(pairs: Pairs, i: int, places: tuple[str, ...]) -> bool:
    """Whether an offer's words name one of the places; without their marks most are ruled out at once."""
    if not names_any_of(places, pairs.offers.origin_words[int(pairs.o[i])]):
        return False
    text = origin_text(pairs.offer(i))
    return any(names(place, text) for place in places)


def _general(pairs: Pairs) -> np.ndarray:
    """The pairs of a variety that is bound to its own goods with the general product, whatever words of the
    variety its name holds: "vải thiều" for "vải thiều Lục Ngạn"."""
    strict = pairs.demands.strict[pairs.d]
    rows = np.flatnonzero(strict & (pairs.relation <= Relation.GENERIC))
    wanted, offered = pairs.demands.kind[pairs.d[rows]], pairs.offers.kind[pairs.o[rows]]
    by_table = np.full(len(rows), Relation.UNKNOWN, dtype=np.uint8)
    known = (wanted >= 0) & (offered >= 0)
    by_table[known] = pairs.context.matcher.relations(wanted[known], offered[known])
    told = pairs.relation[rows] == Relation.GENERIC
    return np.asarray(rows[told | (by_table == Relation.GENERIC)])


def _of_another_place(pairs: Pairs, i: int, places: tuple[str, ...]) -> bool:
    """Whether the name of an offer tells another origin than the places of the indication asked for."""
    wanted, offered = int(pairs.demands.kind[pairs.d[i]]), int(pairs.offers.kind[pairs.o[i]])
    return bool(places) and names_other_origin(pairs.context.lexicon, wanted, offered, pairs.offer(i), places)


def _named_by_its_place(pairs: Pairs, d: int) -> bool:
    """Whether goods of another variety can be what a demand asks for, named by its place alone."""
    return named_by_its_place(pairs.context.lexicon, int(pairs.demands.kind[d]))


def _by_place_of_home(pairs: Pairs, d: int) -> bool:
    """Whether a demand asks for an indication of what grows, and not for export."""
    category = pairs.context.lexicon.kinds[int(pairs.demands.kind[d])].category
    bound = category in CULTIVAR_CATEGORIES and not pairs.demands.market[d]
    return bound and bool(pairs.demands.indication[d])


def _of_the_indication(pairs: Pairs) -> Bools:
    """Another cultivar of a fruit that bears the place asked for: an indication is one of a place."""
    found = np.zeros(len(pairs), dtype=np.bool_)
    siblings = np.flatnonzero((pairs.relation == Relation.SIBLING) & pairs.demands.strict[pairs.d])
    met, at = np.unique(pairs.d[siblings], return_inverse=True)
    open_ = np.array([_by_place_of_home(pairs, d) for d in met.tolist()], dtype=np.bool_)
    for i in siblings[open_[at]].tolist():
        places = pairs.demands.indication[pairs.d[i]]
        found[i] = any(names(place, pairs.offer(i).product) for place in places)
    return found
