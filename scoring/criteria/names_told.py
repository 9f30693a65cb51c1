"""What an account tells of goods by the names and words of both records: lists, sets, grades, the unsaid."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

import numpy as np

from scoring.columns.arrays import Bools, Ints
from scoring.columns.unsaid_forms import SOLD_EITHER_WAY
from scoring.contrasts import (
    BAGS,
    LOOSE,
    NOT_ASKED,
    WAYS_OF_DRYING,
    Told,
    as_named,
    asked,
    contrasts,
    contrasts_named,
    said,
    tea_open,
)
from scoring.criteria.all_wanted import beyond_bracket
from scoring.criteria.choices import NAMED
from scoring.criteria.denied_words import denials_meant, unsaid_denials, without_its_denials
from scoring.criteria.items_meant import Item
from scoring.criteria.longer_names import made_of_words
from scoring.criteria.naming import (
    ALL,
    EITHER,
    amount_of_grade,
    goods_in_set,
    grades_of,
    is_mixture,
    listing,
    names_no_sort,
    sorted_by_size,
)
from scoring.criteria.places_taken import places_taken
from scoring.criteria.qualities import unsaid_qualities
from scoring.criteria.raised_words import wild_unsaid
from scoring.criteria.sorts_listed import of_other_sort, several_sorts
from scoring.criteria.spec_words import vietnamese
from scoring.criteria.unsaid import (
    dry_words,
    green_words,
    nearest_item,
    runs_beyond,
    unsaid_words,
    words_beyond,
)
from scoring.criteria.verdict import Facts
from scoring.cultivar import names, places_named
from scoring.exclusions import without_refusals
from scoring.goods_phrase import goods_in_words
from scoring.horizon import NEVER
from scoring.origin_words import origin_told
from scoring.pairs import Pairs
from scoring.product import Lexicon, ProductMatcher, ProductText, Relation
from scoring.product.listing import goods_listed
from scoring.records import Demand, Offer
from scoring.regions import but_regions
from scoring.units import fold


def asked_apart(pairs: Pairs, d: Ints) -> Told:
    """The words that demands ``d`` tell goods of one kind apart by: loose ones are meant only of leaves and
    beans, not of drinks that are sold packed in whatever way (trà sâm)."""
    asks, kinds = pairs.demands.told_apart[d], pairs.demands.kind[d]
    packed = _sold_packed(pairs.context.lexicon)[kinds] & (kinds >= 0)
    return np.where(packed, asks & ~np.uint64(LOOSE), asks)


@lru_cache(maxsize=8)
def _sold_packed(lexicon: Lexicon) -> Bools:
    return np.array([kind.category == "beverage" for kind in lexicon.kinds], dtype=np.bool_)


def apart_facts(pairs: Pairs, i: int, asks: int, facts: Facts, item: Item | None) -> Facts:
    """Words that tell goods of one kind apart: those that differ, and those that only the buyer names."""
    if item:
        asks |= asked(item.words) & ~LOOSE
    if not asks:
        return {}
    found = contrasts(asks, int(pairs.offers.told_apart[pairs.o[i]]))
    if not found:
        return {}
    asks_in, said_in = _all_words(pairs.demand(i)), _all_words(pairs.offer(i))
    apart = [
        {"asks": _as_written(each.asks, asks_in), "offered": _as_written(each.offered, said_in)}
        for each in found
        if each.offered or each.asks == BAGS
    ]
    remarks = f" {' '.join(_words(pairs.offer(i).remarks, False))} "
    open_ = [each.asks for each in found if not each.offered and each.asks != BAGS and "/" not in each.asks]
    open_ = [word for word in open_ if f" {fold(word)} " not in remarks]
    by_name = asked(item.words if item else pairs.demand(i).product)  # in a specification it is asked there
    open_ = [
        word
        for word in open_
        if word not in NOT_ASKED or (tea_open(word, said_in) and asked(word) & by_name & ~LOOSE)
    ]
    english = f" {vietnamese(fold(said_in))} " if said_in.isascii() or asks_in.isascii() else ""
    said_so = {word: vietnamese(fold(_as_written(word, asks_in))) for word in open_}
    open_ = [word for word in open_ if f" {said_so[word]} " not in english]
    named = fold(str(facts.get("offered_name_vi") or ""))
    if item and int(pairs.relation[i]) in (Relation.SAME, Relation.VARIETY):
        own = pairs.context.lexicon.kinds[item.kind]
        also = own.synonyms_vi if own.rank == "variety" else ()
        named += f" {fold('; '.join((own.name_vi, *also)))}"
    wanted = pairs.demand(i).product.lower()
    open_ = [
        "sọ" if word == "trắng" and "sọ" in wanted else word for word in open_ if fold(word) not in named
    ]
    if facts.get("raw_or_worked"):
        open_ = [word for word in open_ if word not in WAYS_OF_DRYING]
    choices = re.split(r"/|\bhoặc\b|\bhoac\b", wanted)
    if len(choices) > 1:  # the other choice will do without it
        open_ = [word for word in open_ if all(fold(word) in fold(choice) for choice in choices)]
    bits = [asked(words) & ~LOOSE for words in facts.get("unsaid") or ()]  # "không vỏ" is "bóc vỏ"
    open_ = [word for word in open_ if not any(asked(word) & ~LOOSE & each for each in bits)]
    open_ = [word for word in open_ if not said_beside(word, pairs.offer(i))]
    told: Facts = {"apart": apart} if apart else {}
    if apart and facts.get("unsaid"):  # what is told as another sort is not asked too
        differing = [f" {fold(row['asks'])} " for row in apart]
        told["unsaid"] = [
            words for words in facts["unsaid"] if not any(each in f" {fold(words)} " for each in differing)
        ]
        facts = facts | told
    if open_:
        as_said = [_as_written(word, asks_in) for word in open_]
        told["unsaid"] = list(dict.fromkeys([*(facts.get("unsaid") or ()), *as_said]))
    return told


def _all_words(record: Offer | Demand) -> str:
    said = (record.product, record.description, record.remarks)
    more = (record.spec,) if isinstance(record, Demand) else (record.grade, record.packaging)
    return " ; ".join(filter(None, (*said, *more)))


def _as_written(words: str, text: str) -> str:
    """Words that tell goods apart as the record writes them, where it does not write them so."""
    plain = fold(text)
    written = (word if fold(word) in plain else as_named(word, text) for word in words.split(" / "))
    return " / ".join(_with_part(word, text) for word in written)


_PART = "ruột|vỏ|thịt|cùi|lá|hoa|thân|mắt|da|ruot|vo|thit|cui|hoa|than"


def _with_part(word: str, text: str) -> str:
    """A colour with the part that a text says it of: "ruột đỏ" and not "đỏ"."""
    of_part = (
        rf"(?<!\w)(?:(?:{_PART}) {re.escape(word)}|{re.escape(word)}[ -](?:flesh|skin)(?:ed|ned)?)(?!\w)"
    )
    found = re.search(of_part, text, re.IGNORECASE) if word else None
    return found[0] if found else word


def said_beside(word: str, offer: Offer) -> bool:
    """Whether an offer's other words say a word of its goods, next to their name: "chanh leo tím hái tay"
    and not "vỏ tím"."""
    name = set(re.findall(r"\w+", offer.product.lower()))
    for text in (offer.description, offer.grade):
        written = as_named(word, text)
        found = re.search(rf"(\w*)\W?(?<!\w){re.escape(written)}(?!\w)\W?(\w*)", text, re.IGNORECASE)
        if found and name & {each.lower() for each in found.groups() if each}:
            return True
    return False


def _of_the_place(pairs: Pairs, i: int, place: str) -> bool:
    """Whether goods that name no place hold the indication that the table gives them, which names it."""
    held, kind = pairs.offers.papers.get("GI"), int(pairs.offers.kind[pairs.o[i]])
    if held is None or held[pairs.o[i]] == NEVER or kind < 0:
        return False
    return names(place, pairs.context.lexicon.kinds[kind].gi_name)


def _place_told(pairs: Pairs, i: int, places: tuple[str, ...]) -> Facts:
    """The place that goods are asked for by, of several any of which will do also ``places_any``, and the
    other one that the offer is named by or lies in."""
    offer = pairs.offer(i)
    facts: Facts = {"place_asked": places[0], **({"places_any": list(places)} if len(places) > 1 else {})}
    named = places_named(pairs.context.lexicon, offer.product)
    if named:
        return facts | {"place_named": named[0]}
    lies = ", ".join(filter(None, (offer.place.commune, offer.place.province)))
    return facts | {"place_lies": lies} if lies else {}


def _own_words(pairs: Pairs, i: int, asks: Demand, kinds: tuple[int, ...]) -> list[str]:
    """What the name of an offer says beyond its kind, and the demand nowhere says."""
    offer, demand = pairs.offer(i), pairs.demand(i)
    told = (asks.product, demand.description, demand.spec, demand.remarks)
    beyond = words_beyond(pairs.context.lexicon, offer.product, asks.product, told, kinds)
    return list(dict.fromkeys(runs_beyond(beyond, offer.product, asks.product)))


def _goods_that_fit(pairs: Pairs, i: int) -> Facts:
    """Of goods that an offer lists those that are wanted, and those that are not."""
    wanted, given = goods_listed(pairs.demand(i).product, False), goods_listed(pairs.offer(i).product, False)
    if not given:
        return {}
    asks = wanted or [pairs.demand(i).product]
    matcher = pairs.context.matcher
    found = matcher.compare(
        matcher.read([ProductText(item) for item in _in_full(matcher, pairs.demand(i).product, asks)]),
        matcher.read([ProductText(item) for item in _in_full(matcher, pairs.offer(i).product, given)]),
    )
    kind = int(pairs.offers.kind[pairs.o[i]])
    lexicon, whole = pairs.context.lexicon, pairs.demand(i)
    named = [replace(whole, product=one, spec=whole.spec if len(asks) == 1 else "") for one in asks]
    apart = [
        [
            bool(contrasts_named(asked(one.product), said(other))) or of_other_sort(lexicon, one, other, kind)
            for other in given
        ]
        for one in named
    ]
    fits = np.isin(found.relation, NAMED) & ~np.array(apart, dtype=np.bool_)
    fitting = [item for j, item in enumerate(given) if fits[:, j].any()]
    if not fitting:
        return {}
    return {"fits": fitting, "fits_not": [item for item in given if item not in fitting]}


def _in_full(matcher: ProductMatcher, name: str, items: list[str]) -> list[str]:
    """The items of a name with the words that they leave to the last of them: "khăn thổ cẩm" of "khăn, túi
    thổ cẩm"."""
    read = matcher.reading(ProductText(name)).items
    if len(read) != len(items):
        return items
    return [
        full if fold(full).startswith(fold(item)) else item for item, full in zip(items, read, strict=True)
    ]


def not_named(items: list[str], fits: list[str], demand: Demand) -> list[str]:
    """Of goods that an offer lists beside those that fit, the ones that the buyer's own words nowhere name:
    who asks in a letter for shallots and garlic wants the garlic too."""
    told = (demand.product, demand.description, demand.spec, demand.remarks)
    known = {
        True: {word for text in told for word in _words(text, True)},
        False: {word for text in told for word in _words(text, False)},
    }
    bare = {word for text in told if text.isascii() for word in _words(text, False)}
    found = []
    for item in items:
        marked = not all(text.isascii() for text in told) and not item.isascii()
        shared = [word for each in fits for word in _words(each, marked)]
        own = [word for word in _words(item, marked) if word not in shared]
        named = bool(own) and (own[0] in known[marked] or fold(own[0]) in bare)
        found += [] if named else [item]
    return found


def _words(text: str, marked: bool) -> list[str]:
    return re.findall(r"\w+", text.lower() if marked else fold(text))


@lru_cache(maxsize=16_384)
def _listing_offered(lexicon: Lexicon, name: str, kind: int) -> str:
    """The same as ``listing`` of goods offered, which may be a mixture or several sorts by their kind."""
    mixed = is_mixture(lexicon, kind) or several_sorts(lexicon, name, kind)
    return listing(lexicon, name) or (ALL if mixed else "")


def name_facts(pairs: Pairs, i: int, asks: Demand) -> Facts:
    """What the names say: several goods, a set of them, grades that differ; and the offer's commune."""
    offer, demand, texts = pairs.offer(i), pairs.demand(i), pairs.demands.texts
    if (named := without_refusals(demand.product)) != demand.product:  # "gà đen (gà lai không nhận)"
        kept = asks.product if asks.product in named else without_refusals(asks.product)
        demand, asks = replace(demand, product=named), replace(asks, product=kept)
    theirs = pairs.offers.texts
    lexicon, d, o = pairs.context.lexicon, int(pairs.d[i]), int(pairs.o[i])
    kinds = (int(pairs.demands.kind[d]), int(pairs.offers.kind[o]))
    asked_by, offered_by = texts.sign[pairs.demands.text[d]], theirs.sign[pairs.offers.text[o]]
    facts: Facts = {
        "demanded_listed": listing(lexicon, demand.product) or (ALL if texts.signs.listed[asked_by] else ""),
        "offered_listed": _listing_offered(lexicon, offer.product, kinds[1])
        or (ALL if theirs.signs.listed[offered_by] else ""),
        "demanded_set": bool(texts.signs.several[asked_by]),
        "offered_set": bool(theirs.signs.several[offered_by]),
    }
    if facts["demanded_listed"] and names_no_sort(demand.product):
        facts["all_sorts"] = True
    if facts["demanded_set"] and facts["offered_set"]:
        facts["goods_in_set"] = goods_in_set(offer.product)
    given, wanted = grades_of(offer, demand, asks)
    if given == {"xô"} and not wanted and (size := sorted_by_size(asks.spec)):
        wanted = frozenset((size,))
    if wanted and given and not wanted & given:
        facts["demanded_grade"], facts["offered_grade"] = sorted(wanted), sorted(given)
    elif given - wanted and wanted:
        facts["grade_of_several"], facts["grades_offered"] = sorted(wanted & given), sorted(given)
        facts["grade_amount"] = amount_of_grade(offer, wanted)
    without = unsaid_denials(denials_meant(demand.product, nearest_item(asks.product, offer.product)), offer)
    if (wanted_goods := without_its_denials(asks.product)) != asks.product:
        asks = replace(asks, product=wanted_goods)  # else the rest asks for the contrary
    unsaid = unsaid_qualities(offer, asks) + without
    if asks.product.isascii():
        told = "; ".join((offer.product, offer.description, offer.grade, offer.remarks))
        unsaid += wild_unsaid(lexicon, kinds[0], asks.product, told)
    known = min(kinds) >= 0
    if known and not facts["demanded_set"]:
        more = unsaid_words(lexicon, offer, asks, kinds)
        more = beyond_bracket(more, demand.product, offer.product)
        unsaid += [words for words in more if not any(fold(words) in fold(each) for each in unsaid)]
    if kinds[0] >= 0 and not facts["demanded_set"]:
        more = made_of_words(lexicon, offer, asks, *kinds)
        unsaid += [words for words in more if not any(fold(words) in fold(each) for each in unsaid)]
    places = but_regions(places_taken(lexicon, demand.product, offer.product))
    if called := goods_in_words(demand.product, demand.remarks):
        # "chè Thái Nguyên", and in its words "chè Tân Cương"
        nearer = places_named(lexicon, called)
        if not places or (nearer and not set(map(fold, nearer)) & set(map(fold, places))):
            places = nearer
    if (
        places
        and not origin_told(offer, places)
        and not any(_of_the_place(pairs, i, place) for place in places)
    ):
        unsaid += places[:1]
        facts |= _place_told(pairs, i, places)
    kind = lexicon.kinds[kinds[1]] if kinds[1] >= 0 else None
    if kind is not None and kind.form == "dried" and kind.category in SOLD_EITHER_WAY:
        unsaid += dry_words(offer, asks, kind.name_vi)
    if kind is not None and kind.category == "coffee" and kind.form == "dried":
        unsaid += green_words(offer, asks)
    if facts["offered_listed"] and not facts["offered_set"]:
        facts |= _goods_that_fit(pairs, i)
    if facts["demanded_listed"] == EITHER:  # of a choice each word is but one of several
        plain = fold(asks.product)
        unsaid = [words for words in unsaid if not re.search(rf"/ ?{fold(words)}|{fold(words)} ?/", plain)]
    if unsaid:
        facts["unsaid"] = unsaid
        if known and not facts["offered_listed"] and (own := _own_words(pairs, i, asks, kinds)):
            facts["own_words"] = own
    if offer.place.commune:
        facts["commune"] = offer.place.commune
    return facts
