"""What an account tells of the goods of a pair: names, forms, sorts, packing, and what is to be asked."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from scoring.columns.alive import ICED, dressed
from scoring.columns.arrays import Bools, Ints
from scoring.columns.items import items_wanted
from scoring.columns.offers import SOLD_EITHER_WAY
from scoring.contrasts import BAGS, LOOSE, PRESSED, Masks, asked, contrasts, contrasts_named, said
from scoring.criteria.choices import NAMED, choice_facts, form_facts, grades_listed, sorts_asked
from scoring.criteria.clauses import UNSAID
from scoring.criteria.naming import ALL, goods_in_set, grades, listing
from scoring.criteria.packs import packs_in
from scoring.criteria.sizing import pack_facts
from scoring.criteria.specification import specified
from scoring.criteria.unsaid import (
    dry_words,
    green_words,
    made_of_words,
    nearest_item,
    unsaid_qualities,
    unsaid_words,
)
from scoring.criteria.verdict import Facts, number
from scoring.cultivar import (
    names,
    origin_told,
    places_named,
)
from scoring.horizon import NEVER
from scoring.made_of import asks_for_what_is_made
from scoring.pairs import Pairs
from scoring.product import Form, Kind, Lexicon, ProductText, Relation
from scoring.product.forms import FORM_SYLLABLES, is_half_dried
from scoring.product.listing import goods_listed
from scoring.product.relation import is_roasted, traded_form
from scoring.units import LIVE_KILOGRAM, NO_BASE, fold

MEAT = re.compile(r"\s*(?:thịt|thit|meat)\b", re.IGNORECASE)  # the goods are asked for as meat
MATCHING = (*NAMED, Relation.SIBLING)


def dead(pairs: Pairs) -> Bools:
    """Slaughtered, iced or frozen animals where live ones, and nothing else, are asked for by name."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    wanted = pairs.demands.alive[pairs.d]
    if not wanted.any():
        return mask
    rows = np.flatnonzero(wanted & np.isin(pairs.relation, MATCHING))
    for i in rows.tolist():
        offer = pairs.offer(i)
        words = f"{offer.product} {offer.description} {offer.packaging}"
        cut = bool(MEAT.match(offer.product)) or dressed(words) or bool(ICED.search(fold(words)))
        mask[i] = offer.storage == "frozen" or cut
    return mask


def goods_told(pairs: Pairs, i: int, asks: int) -> Facts:
    """The facts of pair ``i`` on its goods; ``asks`` are the words that they are asked apart by."""
    facts: Facts = {"demanded": pairs.demand(i).product, "offered": pairs.offer(i).product}
    for side, columns, row in (
        ("demanded", pairs.demands, pairs.d[i]),
        ("offered", pairs.offers, pairs.o[i]),
    ):
        form = int(columns.texts.form[columns.text[row]])
        named = _named(pairs.context.lexicon, int(columns.kind[row]), form)
        facts |= {f"{side}_{name}": value for name, value in named}
    facts.update(_told_by_names(pairs, i))
    if not form and not _names_form(pairs.offer(i).product):
        facts["offered_form_unsaid"] = True
    if pairs.demands.alive[pairs.d[i]] and facts["demanded_form"] == "fresh":
        facts["demanded_form"] = "live"
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
    wanted = f"{demand.product} {demand.description} {demand.spec} {demand.remarks}"
    right = int(pairs.relation[i]) in NAMED
    if alive and right and (dressed(wanted) or MEAT.match(demand.product)):
        both = dressed(f"{offer.product} {offer.description} {offer.packaging} {offer.remarks}")
        facts["dressed_too" if both else "to_slaughter"] = True
    facts |= pack_facts(pairs, i)
    if pairs.offers.several[pairs.o[i]] and items_wanted(offer, demand):
        facts["items_said"] = True
    facts |= choice_facts(pairs, i)
    facts |= grades_listed(pairs, i, facts)
    facts |= form_facts(pairs, i, facts)
    if spec := specified(offer, demand, sorts_asked(pairs, i)):
        facts["spec"] = [clause._asdict() for clause in spec]
    facts |= _told_apart(pairs, i, asks, facts)
    _ask_once(facts)
    held = pairs.offers.papers.get("GI")
    if pairs.demands.indication[pairs.d[i]] and held is not None and held[pairs.o[i]] != NEVER:
        facts["indication"] = True
    facts["similarity"] = number(float(pairs.similarity[i]))
    return facts


def _names_form(name: str) -> bool:
    return is_half_dried(name) or bool(FORM_SYLLABLES & set(fold(name).split()))


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
    if not dead(pairs.take(np.array([i])))[0]:
        return {}
    return {"demanded_form": "live", "offered_form": "frozen" if stored == "frozen" else "dressed",
            "offered_form_unsaid": False}  # fmt: skip


def _ask_once(facts: Facts) -> None:
    """Takes from the clauses of a specification those that are told or asked with the goods themselves."""
    told = {fold(row["asks"]) for row in facts.get("apart") or ()}
    told |= {fold(words) for words in facts.get("unsaid") or ()}
    if told and facts.get("spec"):
        facts["spec"] = [clause for clause in facts["spec"] if fold(clause["asks"]) not in told]
    if facts.get("to_slaughter") and facts.get("spec"):
        facts["spec"] = [clause for clause in facts["spec"] if not _is_slaughter(clause)]
    if facts.get("demanded_set") and not facts.get("offered_set"):  # the box is one for the whole set
        facts["spec"] = [clause for clause in facts.get("spec") or () if not packs_in(clause["asks"])]
    if facts.get("packs") and any(
        packs_in(clause["asks"]) and clause["says"] != UNSAID for clause in facts.get("spec") or ()
    ):
        del facts["packs"]


def _is_slaughter(clause: Facts) -> bool:
    """Whether a clause asks for nothing but slaughter; a size after it is asked for itself."""
    return dressed(clause["asks"]) and not any(letter.isdigit() for letter in clause["asks"])


def asked_apart(pairs: Pairs, d: Ints) -> Masks:
    """The words that demands ``d`` tell goods of one kind apart by: loose ones are meant only of leaves and
    beans, not of drinks that are sold packed in whatever way (trà sâm)."""
    asks, kinds = pairs.demands.told_apart[d], pairs.demands.kind[d]
    packed = _sold_packed(pairs.context.lexicon)[kinds] & (kinds >= 0)
    return np.where(packed, asks & ~np.uint32(LOOSE), asks)


@lru_cache(maxsize=8)
def _sold_packed(lexicon: Lexicon) -> Bools:
    return np.array([kind.category == "beverage" for kind in lexicon.kinds], dtype=np.bool_)


def _told_apart(pairs: Pairs, i: int, asks: int, facts: Facts) -> Facts:
    """Words that tell goods of one kind apart: those that differ, and those that only the buyer names."""
    found = contrasts(asks, int(pairs.offers.told_apart[pairs.o[i]]))
    if not found:
        return {}
    apart = [each._asdict() for each in found if each.offered or each.asks == BAGS]
    remarks = f" {fold(pairs.offer(i).remarks)} "
    open_ = [each.asks for each in found if not each.offered and each.asks != BAGS and "/" not in each.asks]
    open_ = [word for word in open_ if fold(word) not in remarks and word != PRESSED]  # a use is no kind
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
    if entry.category == "nut" and is_roasted(entry):
        return "roasted"
    coffee = {"dried": "green", "processed": "roasted"} if entry.category == "coffee" else {}
    return coffee.get(entry.form, entry.form)


def _of_the_place(pairs: Pairs, i: int, place: str) -> bool:
    """Whether goods that name no place hold the indication that the table gives them, which names it."""
    held, kind = pairs.offers.papers.get("GI"), int(pairs.offers.kind[pairs.o[i]])
    if held is None or held[pairs.o[i]] == NEVER or kind < 0:
        return False
    return names(place, pairs.context.lexicon.kinds[kind].gi_name)


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
    if kinds[0] >= 0 and not facts["demanded_set"]:
        more = made_of_words(pairs.context.lexicon, offer, demand, kinds[0])
        unsaid += [words for words in more if not any(fold(words) in fold(each) for each in unsaid)]
    places = places_named(pairs.context.lexicon, nearest_item(demand.product, offer.product))
    if places and not origin_told(offer, places) and not _of_the_place(pairs, i, places[0]):
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
