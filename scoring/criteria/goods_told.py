"""What an account tells of the goods of a pair: names, forms, sorts, packing, and what is to be asked."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from scoring.columns.alive import ICED, MEAT, dressed
from scoring.columns.arrays import Bools
from scoring.columns.items import items_wanted
from scoring.columns.offers import offer_text
from scoring.contrasts import unpeeled
from scoring.criteria.all_wanted import all_facts, but_of_others
from scoring.criteria.any_form import beside_live
from scoring.criteria.any_of import any_of_facts
from scoring.criteria.asked_once import ask_once, holds_any
from scoring.criteria.boxes import box_facts, theme_facts
from scoring.criteria.choices import NAMED, choice_facts, form_facts, grades_listed, sorts_asked
from scoring.criteria.clauses import PART_SAID, UNMET, UNSAID, Clause
from scoring.criteria.coffee_stages import species
from scoring.criteria.exclusive import excluded
from scoring.criteria.goods_lacking import lacking_facts
from scoring.criteria.goods_named import named_facts
from scoring.criteria.grown_there import grown_there
from scoring.criteria.items_meant import Item, item_meant
from scoring.criteria.meaning import admitted, denials, denied, plain_of, said_otherwise
from scoring.criteria.meant import contrary_by_meaning, said_by_meaning
from scoring.criteria.mixed_goods import mixed_facts
from scoring.criteria.names_told import apart_facts, name_facts, not_named
from scoring.criteria.naming import EITHER
from scoring.criteria.once import once
from scoring.criteria.other_states import state_facts
from scoring.criteria.own_text import own_text
from scoring.criteria.own_words import left_unread, likened_to, words_of_the_same
from scoring.criteria.pieces_of_sets import piece_of_set
from scoring.criteria.places_of_items import place_of_list
from scoring.criteria.potted import pot_facts, tell_pots
from scoring.criteria.quoting import as_written
from scoring.criteria.refused_forms import unslaughtered
from scoring.criteria.sellers_name import in_sellers_name
from scoring.criteria.sorts_told import by_sort, chosen_by_name, marks_told
from scoring.criteria.spec_words import vietnamese
from scoring.criteria.specification import specified
from scoring.criteria.verdict import Facts, number
from scoring.criteria.whole_or_ground import whole_or_ground
from scoring.horizon import NEVER
from scoring.made_of import asks_for_what_is_made
from scoring.pairs import Pairs
from scoring.papers_said import told_by_fields
from scoring.product import Form, Kind, Lexicon, Relation
from scoring.product.forms import FORM_SYLLABLES, is_half_dried
from scoring.product.relation import traded_form
from scoring.product.worked import is_roasted
from scoring.raw_goods import done_to, prepared
from scoring.records import Demand, Offer
from scoring.units import LIVE_KILOGRAM, NO_BASE, fold

MATCHING = (*NAMED, Relation.SIBLING)


@once
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
        if takes := beside_live(pairs.demand(i)):
            mask[i] = offer.storage == "frozen" and Form.FROZEN not in takes
            continue
        cut = bool(MEAT.match(offer.product)) or dressed(words) or bool(ICED.search(fold(words)))
        mask[i] = offer.storage == "frozen" or cut
    return mask


def goods_told(pairs: Pairs, i: int, words: int) -> Facts:
    """The facts of pair ``i`` on its goods; ``words`` are those that they are asked apart by, as bits."""
    offer, demand, relation = pairs.offer(i), pairs.demand(i), int(pairs.relation[i])
    d, o, lexicon = int(pairs.d[i]), int(pairs.o[i]), pairs.context.lexicon
    facts: Facts = {"demanded": demand.product, "offered": offer.called}
    for side, columns, row in (("demanded", pairs.demands, d), ("offered", pairs.offers, o)):
        form = int(columns.texts.form[columns.text[row]])
        named = _named(lexicon, int(columns.kind[row]), form, side)
        facts |= named
        if not form and named[f"{side}_form"] in ("processed", "dried"):
            _as_named(facts, side)
    if by_sort(lexicon, int(pairs.demands.kind[d])):
        facts["by_sort"] = True
    if relation == Relation.OTHER_FORM:
        facts |= _offered_item(pairs, i) | piece_of_set(pairs, i)
    item = item_meant(pairs, i)
    if item:
        facts |= _item_facts(pairs, item)
    asks = pairs.asking(i, item.words) if item else demand
    facts |= name_facts(pairs, i, asks)
    if not form and facts["offered_form"] != "in_shell" and not _names_form(offer.product):
        facts["offered_form_unsaid"] = True
    if pairs.demands.alive[d]:
        if facts["demanded_form"] == "fresh":
            facts["demanded_form"] = "live"
        facts |= _live_and_dead(pairs, i)
    if asks_for_what_is_made(demand.product):
        facts["demanded_form"] = "processed"
    alive = offer.storage == "live" or facts["offered_form"] == "live"
    if alive and facts["offered_form"] == "fresh":
        facts["offered_form"] = "live"
    if relation in NAMED and (alive or _sold_alive(pairs, o)):
        facts |= _to_slaughter(offer, demand)
    facts |= state_facts(pairs, i)
    if pairs.offers.several[o] and (i in pairs.counted_items or items_wanted(offer, demand)):
        facts["items_said"] = True
    sorts = sorts_asked(pairs, i)
    facts |= choice_facts(pairs, i, sorts)
    facts |= grades_listed(pairs, i, facts)
    facts |= form_facts(pairs, i, facts)
    facts |= named_facts(pairs, i, facts.get("unsaid") or ()) | _unsaid_form(pairs, i, item, facts)
    if facts.get("fits_not"):
        facts["fits_not"] = not_named(facts["fits_not"], facts["fits"], demand)
    if spec := specified(offer, demand, sorts, asks.product):
        facts["spec"] = [clause._asdict() for clause in spec]
    facts |= whole_or_ground(pairs, i, facts)
    facts |= marks_told(pairs, i)
    _add_sorts(facts)
    facts |= apart_facts(pairs, i, words, facts, item)
    if facts.get("demanded_set"):
        facts |= box_facts(pairs, i)
        if theme := theme_facts(pairs, i) if facts["offered_set"] else {}:
            facts["apart"] = [*(facts.get("apart") or ()), theme]
    facts |= mixed_facts(pairs, i, facts)
    if any_of := any_of_facts(pairs, i, facts):
        facts |= any_of
    if facts.get("unsaid"):
        facts["unsaid"] = but_of_others(facts["unsaid"], demand.product, offer.product, asks.product)
    if not facts.get("unsaid"):
        facts.pop("unsaid", None)
    if facts.get("offered_listed") or facts.get("demanded_listed"):
        facts |= all_facts(offer, demand, facts.get("demanded_listed") == EITHER)
        facts |= lacking_facts(pairs, i, facts)
    _tell_papers(facts, offer, demand)
    _tell_denied(facts, offer)
    tell_pots(facts, pot_facts(pairs, i))
    ask_once(facts)
    if facts.get("spec"):
        facts["spec"] = [
            row for row in facts["spec"] if row["says"] != UNSAID or not chosen_by_name(row["asks"], offer)
        ]  # fmt: skip
    _lay_beside(facts, offer, asks.product if asks is demand else f"{asks.product}; {demand.product}")
    general = relation == Relation.GENERIC
    if general and not facts.get("unsaid") and (at := grown_there(offer, asks.product)):
        facts["grown_there"] = at
    else:
        facts |= in_sellers_name(offer, asks.product, facts, general)
    if offer.likened and (compared := likened_to(offer, demand)):
        facts["likened"] = compared
    if relation == Relation.OTHER_FORM and (apart := species(asks.product, offer.product)):
        facts["species"] = apart
    held = pairs.offers.papers.get("GI")
    if held is not None and pairs.demands.indication[d] and held[o] != NEVER:
        facts["indication"] = True
    facts["similarity"] = number(float(pairs.similarity[i]))
    return facts


_FRESH = re.compile(r"\btươi\b|\bfresh\b", re.IGNORECASE)
_FRESH_BARE = re.compile(r"\btuoi\b(?! \d)|\bfresh\b", re.IGNORECASE)
_IN_SHELL = re.compile(r"\bthô\b|\braw\b|\bin[- ]shell\b", re.IGNORECASE)


def _as_named(facts: Facts, side: str) -> None:
    """A form that the name of a side tells of goods which the table calls worked up or dried: fresh pepper on
    its stalks, raw cashews in the shell."""
    name, usual, kind = facts[side], facts[f"{side}_form"], facts[f"{side}_kind"] or ""
    fresh = _FRESH_BARE if name.isascii() else _FRESH
    if usual == "processed" and fresh.search(name):
        facts[f"{side}_form"] = "fresh"
    if usual == "dried" and _IN_SHELL.search(name) and kind.startswith("cashew"):
        facts[f"{side}_form"] = "in_shell"


def _sold_alive(pairs: Pairs, o: int) -> bool:
    """Whether the animals of an offer are priced by their live weight, or told to live."""
    by_live_weight = pairs.context.bases.index.get(LIVE_KILOGRAM, NO_BASE - 1)
    return bool(pairs.offers.price_base[o] == by_live_weight or pairs.offers.lives[o])


def _to_slaughter(offer: Offer, demand: Demand) -> Facts:
    """``to_slaughter`` of animals that are wanted dressed, ``dressed_too`` where the seller does that."""
    wanted = f"{demand.product} {demand.description} {demand.spec} {demand.remarks}"
    if not (dressed(wanted) or MEAT.match(demand.product)):
        return {}
    if dressed(f"{offer.product} {offer.description} {offer.packaging} {offer.remarks}"):
        return {"dressed_too": True}
    return {"to_slaughter": True, **({"unslaughtered": True} if unslaughtered(offer) else {})}


def _offered_item(pairs: Pairs, i: int) -> Facts:
    """Of goods that an offer lists the nearest to those wanted, where it is in another form."""
    signs, texts = pairs.offers.texts.signs, pairs.offers.texts
    kind = int(pairs.demands.kind[pairs.d[i]])
    if int(pairs.relation[i]) != Relation.OTHER_FORM or kind < 0:
        return {}
    if not signs.listed[int(texts.sign[pairs.offers.text[pairs.o[i]]])]:
        return {}
    reading = pairs.context.matcher.reading(offer_text(pairs.offer(i)))
    if not reading.items:
        return {}
    given = np.array(reading.kinds[: len(reading.items)], dtype=np.int32)
    nearest = pairs.context.matcher.relations(np.full_like(given, kind), given)
    at = int(np.argmin(nearest))
    named = _named(pairs.context.lexicon, int(given[at]), int(reading.forms[at]), "offered")
    return {"offered_item": reading.items[at], "offered_form": named["offered_form"]}


def _item_facts(pairs: Pairs, item: Item) -> Facts:
    """The item of the buyer's list that is meant, in place of the first one."""
    named = _named(pairs.context.lexicon, item.kind, int(item.form), "demanded")
    return {"demanded_item": item.words, **named}


def _unsaid_form(pairs: Pairs, i: int, item: Item | None, facts: Facts) -> Facts:
    """How far goods are to be processed, where the buyer's words leave it open: ``raw_or_worked`` of a
    factory that may freeze them itself, ``form_of_list``, or a place, that may go for all,
    ``process_unsaid``."""
    raw = int(pairs.relation[i]) in NAMED and facts["offered_form"] in ("fresh", "")
    words = prepared(item.words if item else pairs.demand(i).product) if raw else ""
    if words and fold(words) not in fold(f"{pairs.offer(i).product} {pairs.offer(i).remarks}"):
        return {"to_prepare": words}
    if raw and pairs.demands.takes_raw[pairs.d[i]]:
        worked = item.last if item and item.last else facts["demanded_form"]
        if worked not in ("", "fresh"):
            return {"raw_or_worked": True}
    if raw and item and item.last:
        return {"form_of_list": item.last}
    if int(pairs.relation[i]) in NAMED and item and (place := place_of_list(pairs, i, item)):
        return {"form_of_list": place}
    if int(pairs.relation[i]) != Relation.GENERIC:
        return {}
    kind, offered = int(pairs.demands.kind[pairs.d[i]]), int(pairs.offers.kind[pairs.o[i]])
    done = done_to(pairs.context.lexicon)
    if kind >= 0 and done[kind] and not done[offered]:
        said = fold(f"{pairs.offer(i).product} {pairs.offer(i).description} {pairs.offer(i).remarks}")
        return {} if fold(done[kind]) in said else {"process_unsaid": done[kind]}
    return {}


@lru_cache(maxsize=16_384)
def _names_form(name: str) -> bool:
    return is_half_dried(name) or not FORM_SYLLABLES.isdisjoint(fold(name).split())


@lru_cache(maxsize=16_384)
def _named(lexicon: Lexicon, kind: int, form: int, side: str) -> Facts:
    """How a kind is called, and the form told of it (a code of ``Form``), else the usual one, as facts of a
    side that nobody changes."""
    entry = lexicon.kinds[kind] if kind >= 0 else None
    told, usual = Form(form).name.lower(), _usual_form(entry)
    return {
        f"{side}_kind": entry.key if entry else None,
        f"{side}_rank": entry.rank if entry else None,
        f"{side}_name_vi": entry.name_vi if entry else None,
        f"{side}_name_en": entry.name_en if entry else None,
        f"{side}_form": usual if told == "none" or (told == "fresh" and usual == "picked") else told,
    }


def _live_and_dead(pairs: Pairs, i: int) -> Facts:
    """The forms of animals wanted alive, and of what is offered for them slaughtered."""
    stored = pairs.offer(i).storage
    if not dead(pairs)[i]:
        return {}
    return {"demanded_form": "live", "offered_form": "frozen" if stored == "frozen" else "dressed",
            "offered_form_unsaid": False}  # fmt: skip


def _tell_papers(facts: Facts, offer: Offer, demand: Demand) -> None:
    """Takes from the words that nobody says those that name papers which the buyer requires: what lacks of
    them is told as missing (``organic_missing`` of goods that are to be organic)."""
    named = [words for words in facts.get("unsaid") or () if told_by_fields(fold(words), demand)]
    if not named:
        return
    organic = {paper.code for paper in demand.required_certificates if paper.code.startswith("HC_")}
    if organic - {paper.code for paper in offer.certificates}:
        facts["organic_missing"] = True
    facts["unsaid"] = [words for words in facts["unsaid"] if words not in named]
    if not facts["unsaid"]:
        del facts["unsaid"]


def _tell_denied(facts: Facts, offer: Offer) -> None:
    """Takes from the words that nobody says those that the offer denies: "chưa có hữu cơ" is told as that."""
    if not facts.get("unsaid"):
        return
    own = own_text(offer)
    facts["unsaid"] = [
        words for words in facts["unsaid"] if not (said_otherwise(words, own) or said_by_meaning(words, own))
    ]
    contrary = {words: _contrary(words, own) for words in facts["unsaid"]}
    if contrary and not any(contrary.values()):
        return
    asked = {fold(row["asks"]) for row in facts.get("spec") or () if row["says"] == UNMET}
    facts["spec"] = [
        *(
            Clause(words, UNMET, as_written(has, own))._asdict()
            for words, has in contrary.items()
            if has and fold(words) not in asked
        ),
        *(facts.get("spec") or ()),
    ]
    facts["unsaid"] = [words for words, has in contrary.items() if not has]
    if not facts["unsaid"]:
        del facts["unsaid"]


def _contrary(words: str, told: str) -> str:
    """The folded words of an offer that deny or exclude some words asked for; "" where none do."""
    plain, own = fold(words), plain_of(told)
    asks = vietnamese(plain)
    return (
        denied(plain, own)
        or (admitted(asks, vietnamese(own)) if denials(asks) else "")
        or fold(unpeeled(words, told))
        or excluded(words, told)
        or _firmly_contrary(words, told)
    )


def _firmly_contrary(words: str, told: str) -> str:
    """The folded words of an offer that by what they mean exclude others for certain; "" where none do."""
    found = contrary_by_meaning(words, told)
    return fold(found[0]) if found and found[1] else ""


def _add_sorts(facts: Facts) -> None:
    """Puts the sorts that the buyer alone names to what the offer does not say; of what is told as another
    grade nothing more is asked."""
    if not (facts.get("unsaid") or facts.get("unsaid_sorts")):
        facts.pop("unsaid", None)
        facts.pop("unsaid_sorts", None)
        return
    graded = [fold(each) for each in facts.get("demanded_grade") or () if len(each) > 1]
    unsaid = [each for each in facts.get("unsaid") or () if not any(fold(each) in words for words in graded)]
    unsaid = [each for each in unsaid if not any(each != one and holds_any(one, [each]) for one in unsaid)]
    more = [
        words for words in facts.pop("unsaid_sorts", ())
        if not any(fold(words) in fold(each) or fold(each) in fold(words) for each in unsaid)
    ]  # fmt: skip
    if more and facts.get("spec"):
        facts["spec"] = [row for row in facts["spec"] if not holds_any(row["asks"], more)]
    if unsaid or more:
        facts["unsaid"] = [*unsaid, *more]
    else:
        facts.pop("unsaid", None)


def _lay_beside(facts: Facts, offer: Offer, goods: str) -> None:
    """Lays the seller's words beside the clauses that no rule has answered, where they speak of the same."""
    rows = facts.get("spec") or []
    if not (rows or facts.get("unsaid")):
        return
    for row in rows:
        if row["says"] == UNSAID and (said := words_of_the_same(offer, row["asks"], goods)):
            row |= {"says": PART_SAID, "offered": said}
    quotes = {word for row in rows if row["offered"] for word in fold(row["offered"]).split()}
    if facts.get("unsaid") and quotes:  # what is quoted beside a clause is said
        facts["unsaid"] = [words for words in facts["unsaid"] if not quotes.issuperset(fold(words).split())]
        if not facts["unsaid"]:
            del facts["unsaid"]
    silent = any(row["says"] == UNSAID for row in rows)
    if offer.note and silent:
        facts["seller_notes"] = True
    if (silent or facts.get("unsaid")) and (left := left_unread(offer, rows, goods)):
        facts["seller_words"] = left


def _usual_form(entry: Kind | None) -> str:
    """The form in which goods of a kind are traded; coffee is roasted or green."""
    if entry is None:
        return ""
    if traded_form(entry) is Form.HALF_DRIED:
        return "half_dried"
    if entry.category == "nut" and is_roasted(entry):
        return "roasted"
    if entry.category in ("coffee", "cacao") and entry.form == "fresh":
        return "picked"
    if entry.category == "coffee" and fold(entry.name_vi).split()[-1:] == ["thoc"]:
        return "parchment"
    coffee = {"dried": "green", "processed": "roasted"} if entry.category == "coffee" else {}
    return coffee.get(entry.form, entry.form)
