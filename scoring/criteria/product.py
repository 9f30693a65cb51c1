"""Is it the product: kind, cultivar and form."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from scoring.columns.alive import ICED, dressed
from scoring.columns.arrays import Bools
from scoring.columns.items import items_wanted
from scoring.columns.offers import SOLD_EITHER_WAY
from scoring.contrasts import BAGS, asked, contrasts, contrasts_named, differs, said
from scoring.criteria.naming import ALL, goods_in_set, grades, listing
from scoring.criteria.sizing import pack_facts
from scoring.criteria.specification import bounds, falls_short, specified
from scoring.criteria.unsaid import dry_words, green_words, nearest_item, unsaid_qualities, unsaid_words
from scoring.criteria.verdict import Facts, Verdict, number
from scoring.cultivar import (
    CULTIVAR_CATEGORIES,
    grown_there,
    names,
    origin_asked,
    origin_text,
    origin_told,
    places_named,
)
from scoring.horizon import NEVER
from scoring.made_of import asks_for_what_is_made, made_forms
from scoring.pairs import Pairs
from scoring.product import Form, Kind, Lexicon, ProductText, Relation
from scoring.product.forms import FORM_SYLLABLES, is_half_dried
from scoring.product.listing import goods_listed
from scoring.product.relation import traded_form
from scoring.profile import Profile
from scoring.units import LIVE_KILOGRAM, NO_BASE, fold

CODES = (*(f"product_{relation.name.lower()}" for relation in Relation), "product_apart")
MEAT = re.compile(r"\s*(?:thịt|thit|meat)\b", re.IGNORECASE)  # the goods are asked for as meat
APART = len(Relation)  # of the kind wanted, but told apart by a word: dried crisp and not soft
# Relations in which the offered product is the demanded one, at least by name.
NAMED = (Relation.SAME, Relation.VARIETY, Relation.GENERIC)
MATCHING = (Relation.SAME, Relation.VARIETY, Relation.GENERIC, Relation.SIBLING)


def judge(pairs: Pairs, profile: Profile) -> Verdict:
    """Tiers by relation; similarity only orders within a tier."""
    missing, proven = _origins(pairs)
    relation, similarity = np.where(proven, Relation.VARIETY, pairs.relation), pairs.similarity
    relation = np.where(_from_elsewhere(pairs), Relation.SIBLING, relation)
    floor, span = _tiers(profile)
    score = floor[relation] + span[relation] * similarity
    behind = floor[Relation.SIBLING] + span[Relation.SIBLING] * similarity
    apart = _apart(pairs, relation)
    score = np.where(_falls_short(pairs) | apart, np.minimum(score, behind), score)
    by_text = (relation == Relation.UNKNOWN) & (similarity >= least_similarity(profile))
    same_kind = np.isin(relation, MATCHING) | by_text
    other_form = (relation == Relation.OTHER_FORM) | _made(pairs) | _raw_for_made(pairs) | _dead(pairs)
    strict = pairs.demands.strict[pairs.d]
    refused = strict & (pairs.relation == Relation.SIBLING) & ~(proven | _of_the_indication(pairs))
    refused |= missing | _boxed(pairs) | (apart & pairs.demands.exported[pairs.d])

    def facts(i: int) -> Facts:
        return _facts(pairs, i)

    return Verdict(
        score=np.clip(score, 0.0, 1.0),
        code=np.where(other_form, Relation.OTHER_FORM, np.where(apart, APART, relation)).astype(np.intp),
        codes=CODES,
        facts=facts,
        vetoes={"wrong_product": ~(same_kind | other_form) | refused, "wrong_form": other_form},
    )


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


def _from_elsewhere(pairs: Pairs) -> Bools:
    """The goods wanted, named after another place than the demand names: địa lan Sìn Hồ for that of Sa Pa."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    rows = np.flatnonzero(np.isin(pairs.relation, NAMED) & pairs.demands.by_place[pairs.d])
    lexicon, o = pairs.context.lexicon, pairs.o[rows]
    named = [
        each for each in np.unique(o).tolist() if places_named(lexicon, pairs.offers.records[each].product)
    ]
    told: dict[tuple[int, tuple[str, ...]], bool] = {}
    for i in rows[np.isin(o, named)].tolist():
        key = int(pairs.o[i]), _asked_origin(pairs, int(pairs.d[i]))
        if key not in told:
            told[key] = origin_told(pairs.offers.records[key[0]], key[1])
        mask[i] = not told[key]
    return mask


def _apart(pairs: Pairs, relation: np.ndarray) -> Bools:
    """The goods wanted by their kind, of which both sides name another sort or way of drying."""
    asks, says = pairs.demands.told_apart[pairs.d], pairs.offers.told_apart[pairs.o]
    return np.isin(relation, NAMED) & differs(asks, says)


def _asked_origin(pairs: Pairs, d: int) -> tuple[str, ...]:
    """The places that a demand names its goods by, where no indication of them is asked for."""
    if pairs.demands.indication[d]:
        return ()
    return origin_asked(pairs.context.lexicon, pairs.demands.records[d], int(pairs.demands.kind[d]))


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


def _dead(pairs: Pairs) -> Bools:
    """Slaughtered, iced or frozen animals where live ones, and nothing else, are asked for by name."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    wanted = pairs.demands.alive[pairs.d]
    if not wanted.any():
        return mask
    rows = np.flatnonzero(wanted & np.isin(pairs.relation, MATCHING))
    for i in rows.tolist():
        offer = pairs.offer(i)
        words = f"{offer.product} {offer.description} {offer.packaging}"
        mask[i] = offer.storage == "frozen" or dressed(words) or bool(ICED.search(fold(words)))
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


def _origins(pairs: Pairs) -> tuple[Bools, Bools]:
    """Where a place's own product is asked for and the offer names no variety: place not named, or proven.

    It is proven where the offer's words or commune name the place and it holds the right to the indication.
    """
    generic = np.flatnonzero((pairs.relation == Relation.GENERIC) & pairs.demands.strict[pairs.d])
    missing, proven = np.zeros(len(pairs), dtype=np.bool_), np.zeros(len(pairs), dtype=np.bool_)
    held = pairs.offers.papers.get("GI")
    for i in generic.tolist():
        places = pairs.demands.indication[pairs.d[i]]
        if places:
            text = origin_text(pairs.offer(i))
            missing[i] = not any(names(place, text) for place in places)
            proven[i] = not missing[i] and held is not None and held[pairs.o[i]] != NEVER
    for i in np.flatnonzero((pairs.relation == Relation.SIBLING) & pairs.demands.strict[pairs.d]).tolist():
        places, kind = pairs.demands.indication[pairs.d[i]], int(pairs.demands.kind[pairs.d[i]])
        grown = pairs.context.lexicon.kinds[kind].category in CULTIVAR_CATEGORIES
        if places and grown and not pairs.demands.market[pairs.d[i]]:
            proven[i] = grown_there(pairs.context.lexicon, kind, pairs.offer(i), places)
    return missing, proven


def _of_the_indication(pairs: Pairs) -> Bools:
    """Another cultivar of a fruit that bears the place asked for: an indication is one of a place."""
    found = np.zeros(len(pairs), dtype=np.bool_)
    siblings = (pairs.relation == Relation.SIBLING) & pairs.demands.strict[pairs.d]
    for i in np.flatnonzero(siblings).tolist():
        kind = pairs.context.lexicon.kinds[int(pairs.demands.kind[pairs.d[i]])]
        if kind.category in CULTIVAR_CATEGORIES and not pairs.demands.market[pairs.d[i]]:
            places = pairs.demands.indication[pairs.d[i]]
            found[i] = any(names(place, pairs.offer(i).product) for place in places)
    return found


def _facts(pairs: Pairs, i: int) -> Facts:
    facts: Facts = {"demanded": pairs.demand(i).product, "offered": pairs.offer(i).product}
    for side, columns, row in (
        ("demanded", pairs.demands, pairs.d[i]),
        ("offered", pairs.offers, pairs.o[i]),
    ):
        form = int(columns.texts.form[columns.text[row]])
        named = _named(pairs.context.lexicon, int(columns.kind[row]), form)
        facts |= {f"{side}_{name}": value for name, value in named}
    facts.update(_told_by_names(pairs, i))
    told = is_half_dried(pairs.offer(i).product) or FORM_SYLLABLES & set(fold(pairs.offer(i).product).split())
    if not form and not told:
        facts["offered_form_unsaid"] = True
    if pairs.demands.alive[pairs.d[i]]:
        facts |= _live_and_dead(pairs, i)
    if asks_for_what_is_made(pairs.demand(i).product):
        facts["demanded_form"] = "processed"
    alive = pairs.offer(i).storage == "live" or facts["offered_form"] == "live"
    if alive and facts["offered_form"] == "fresh":
        facts["offered_form"] = "live"
    demand = pairs.demand(i)
    offer = pairs.offer(i)
    by_live_weight = pairs.context.bases.index.get(LIVE_KILOGRAM, NO_BASE - 1)
    alive |= int(pairs.offers.price_base[pairs.o[i]]) == by_live_weight
    if alive and (
        dressed(f"{demand.product} {demand.description} {demand.spec}") or MEAT.match(demand.product)
    ):
        both = dressed(f"{offer.product} {offer.description} {offer.packaging}")
        facts["dressed_too" if both else "to_slaughter"] = True
    facts |= pack_facts(pairs, i)
    if pairs.offers.several[pairs.o[i]] and items_wanted(offer, demand):
        facts["items_said"] = True
    if spec := specified(offer, demand):
        facts["spec"] = [clause._asdict() for clause in spec]
    facts |= _told_apart(pairs, i, facts)
    facts["similarity"] = number(float(pairs.similarity[i]))
    return facts


@lru_cache(maxsize=16_384)
def _named(lexicon: Lexicon, kind: int, form: int) -> tuple[tuple[str, str | None], ...]:
    """How a kind is called, and the form told of it (a code of ``Form``), else the usual one."""
    entry = lexicon.kinds[kind] if kind >= 0 else None
    told = Form(form).name.lower()
    return (
        ("kind", entry.key if entry else None),
        ("rank", entry.rank if entry else None),
        ("name_vi", entry.name_vi if entry else None),
        ("name_en", entry.name_en if entry else None),
        ("form", told if told != "none" else _usual_form(entry)),
    )


def _live_and_dead(pairs: Pairs, i: int) -> Facts:
    """The forms of animals wanted alive, and of what is offered for them slaughtered."""
    stored = pairs.offer(i).storage
    if not _dead(pairs.take(np.array([i])))[0]:
        return {}
    return {"demanded_form": "live", "offered_form": "frozen" if stored == "frozen" else "dressed",
            "offered_form_unsaid": False}  # fmt: skip


def _told_apart(pairs: Pairs, i: int, facts: Facts) -> Facts:
    """Words that tell goods of one kind apart: those that differ, and those that only the buyer names."""
    found = contrasts(int(pairs.demands.told_apart[pairs.d[i]]), int(pairs.offers.told_apart[pairs.o[i]]))
    apart = [each._asdict() for each in found if each.offered or each.asks == BAGS]
    open_ = [each.asks for each in found if not each.offered and each.asks != BAGS and "/" not in each.asks]
    named = fold(str(facts.get("offered_name_vi") or ""))
    wanted = pairs.demand(i).product.lower()
    open_ = [
        "sọ" if word == "trắng" and "sọ" in wanted else word for word in open_ if fold(word) not in named
    ]
    told: Facts = {"apart": apart} if apart else {}
    if open_:
        told["unsaid"] = list(dict.fromkeys([*(facts.get("unsaid") or ()), *open_]))
    return told


def _usual_form(entry: Kind | None) -> str:
    """The form in which goods of a kind are traded; coffee is roasted or green."""
    if entry is None:
        return ""
    if traded_form(entry) is Form.HALF_DRIED:
        return "half_dried"
    coffee = {"dried": "green", "processed": "roasted"} if entry.category == "coffee" else {}
    return coffee.get(entry.form, entry.form)


def _goods_that_fit(pairs: Pairs, i: int) -> Facts:
    """Of goods that an offer lists those that are wanted, and those that are not."""
    wanted, given = goods_listed(pairs.demand(i).product, False), goods_listed(pairs.offer(i).product, False)
    if not given:
        return {}
    asks = wanted or [pairs.demand(i).product]
    matcher = pairs.context.matcher
    found = matcher.compare(
        matcher.read([ProductText(item) for item in asks]),
        matcher.read([ProductText(item) for item in given]),
    )
    apart = [[bool(contrasts_named(asked(one), said(other))) for other in given] for one in asks]
    fits = np.isin(found.relation, NAMED) & ~np.array(apart, dtype=np.bool_)
    fitting = [item for j, item in enumerate(given) if fits[:, j].any()]
    if not fitting:
        return {}
    return {"fits": fitting, "fits_not": [item for item in given if item not in fitting]}


def _told_by_names(pairs: Pairs, i: int) -> Facts:
    """What the names say: several goods, a set of them, grades that differ; and the offer's commune."""
    offer, demand, texts = pairs.offer(i), pairs.demand(i), pairs.demands.texts
    theirs = pairs.offers.texts
    facts: Facts = {
        "demanded_listed": listing(pairs.context.lexicon, demand.product)
        or (ALL if texts.signs.listed[texts.sign[pairs.demands.text[pairs.d[i]]]] else ""),
        "offered_listed": listing(pairs.context.lexicon, offer.product)
        or (ALL if theirs.signs.listed[theirs.sign[pairs.offers.text[pairs.o[i]]]] else ""),
        "demanded_set": bool(texts.signs.several[texts.sign[pairs.demands.text[pairs.d[i]]]]),
        "offered_set": bool(theirs.signs.several[theirs.sign[pairs.offers.text[pairs.o[i]]]]),
    }
    if facts["demanded_set"] and facts["offered_set"]:
        facts["goods_in_set"] = goods_in_set(offer.product)
    wanted = grades(f"{demand.product} {demand.spec}")
    given = grades(f"{offer.product} {offer.grade} {offer.description}")
    if wanted and given and not wanted & given:
        facts["demanded_grade"], facts["offered_grade"] = sorted(wanted), sorted(given)
    unsaid = unsaid_qualities(offer, demand)
    kinds = (int(pairs.demands.kind[pairs.d[i]]), int(pairs.offers.kind[pairs.o[i]]))
    if not facts["demanded_set"] and min(kinds) >= 0:
        more = unsaid_words(pairs.context.lexicon, offer, demand, kinds)
        unsaid += [words for words in more if not any(fold(words) in fold(each) for each in unsaid)]
    places = places_named(pairs.context.lexicon, nearest_item(demand.product, offer.product))
    if places and not origin_told(offer, places):
        unsaid += places[:1]
    kind = pairs.context.lexicon.kinds[kinds[1]] if kinds[1] >= 0 else None
    if kind is not None and kind.form == "dried" and kind.category in SOLD_EITHER_WAY:
        unsaid += dry_words(offer, demand, kind.name_vi)
    if kind is not None and kind.category == "coffee" and kind.form == "dried":
        unsaid += green_words(offer, demand)
    if facts["offered_listed"] and not facts["offered_set"]:
        facts |= _goods_that_fit(pairs, i)
    if unsaid:
        facts["unsaid"] = unsaid
    if offer.place.commune:
        facts["commune"] = offer.place.commune
    return facts
