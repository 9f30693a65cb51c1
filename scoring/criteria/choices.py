"""The sorts that either side names beside general goods, and the form that one side has not said."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from scoring.columns import DemandColumns, OfferColumns
from scoring.columns.demands import demand_text
from scoring.columns.offers import offer_text
from scoring.columns.unsaid_forms import SOLD_EITHER_WAY
from scoring.criteria.verdict import Facts
from scoring.pairs import Pairs
from scoring.product import Form, Relation
from scoring.product.reading import Reading
from scoring.product.relation import traded_form
from scoring.units import LIVE_KILOGRAM, fold

# Relations in which the offered product is the demanded one, at least by name.
NAMED = (Relation.SAME, Relation.VARIETY, Relation.GENERIC)
_EITHER = re.compile(r"\b(?:hoặc|hoac|hay|or)\b|/", re.IGNORECASE)
_ALIVE = re.compile(r"(?<!tuoi )\bsong\b|\blive\b|\boxy\b|\bcon khoe\b")
_FROZEN = re.compile(r"\bdong lanh\b|\bcap dong\b|\btru dong\b|\bfrozen\b|\biqf\b")
_NOT_FROZEN = re.compile(  # "không lấy hàng đông lạnh" asks for no frozen goods
    r"\b(?:khong|ko|no|not)\b(?: \w+){0,3} (?:dong lanh|cap dong|tru dong|frozen|iqf)\b"
)
_TO_PROCESS = re.compile(
    r"\bche bien\b(?! san)|\bep nuoc\b|\bhang dat\b|"
    r"(?<!trung ga )(?<!trung vit )(?<!trung )(?<!ga )(?<!vit )\bcong nghiep\b"
)
_PROCESSED = ("che bien", "ep nuoc", "hang dat", "cong nghiep")  # one of which stands in any of these
_FRESH = re.compile(r"\btuoi\b|\bnong\b|\bmat\b|\bfresh\b|\bchilled\b|\bkhong (?:cap )?dong\b")


def sorts_asked(pairs: Pairs, i: int) -> tuple[str, ...]:
    """The words of the sorts that a demand names in its specification or description, none of a bracket."""
    demand = pairs.demand(i)
    if not _names_sorts(pairs.demands, int(pairs.d[i])):
        return ()
    told = pairs.context.matcher.reading(demand_text(demand)).sorts
    named = tuple(words for words in told if words and fold(words) not in fold(demand.product))
    specified = len(named) == 1 and fold(named[0]) in fold(demand.spec)  # then it is asked there
    if specified and int(pairs.relation[i]) in (Relation.SAME, Relation.VARIETY):
        offer = pairs.offer(i)  # "quế ống sáo" is of one kind with "điếu thuốc", and does not say so
        said = fold(" ; ".join((offer.product, offer.description, offer.grade, offer.remarks)))
        return named if set(fold(named[0]).split()) <= set(re.findall(r"[a-z0-9]+", said)) else ()
    return named


def choice_facts(pairs: Pairs, i: int, asked: tuple[str, ...]) -> Facts:
    """``demanded_sorts``, those ``asked``, and whether any one of them will do; ``offered_sorts`` and which
    of them serve."""
    facts: Facts = {}
    demand, offer = pairs.demand(i), pairs.offer(i)
    if asked:
        facts["demanded_sorts"] = list(asked)
        either = _EITHER.search(f"{demand.description} {demand.spec}")
        facts["demanded_listed"] = "either" if either or len(asked) == 1 else "all"
    if not _names_sorts(pairs.offers, int(pairs.o[i])):
        return facts
    reading = pairs.context.matcher.reading(offer_text(offer))
    told = [words for words in reading.sorts if words]
    if not told:
        return facts
    if not reading.forms or fold(told[0]) not in fold(offer.product):
        facts["offered_sorts"] = told
    if reading.forms:
        facts |= _serving(pairs, i, reading)
    return facts


def grades_listed(pairs: Pairs, i: int, facts: Facts) -> Facts:
    """A bracket of grades of one product, none of which the buyer names: he may choose, and no goods are
    listed ("chè xanh Tân Cương (chè đinh, tôm nõn)")."""
    if not facts.get("offered_listed"):
        return {}
    head, _, inside = pairs.offer(i).product.partition("(")
    signs, sign = pairs.offers.texts.signs, int(pairs.offers.texts.sign[pairs.offers.text[pairs.o[i]]])
    if not inside or signs.listed[sign] or signs.several[sign]:
        return {}
    if int(pairs.relation[i]) not in NAMED[:2] or re.search(r"[,;&+]| và ", head):
        return {}
    asks = set(fold(pairs.demand(i).product).split())
    own = [set(fold(piece).split()) - set(fold(head).split()) for piece in re.split(r"[,;&+)]", inside)]
    return {} if any(words & asks for words in own) else {"offered_listed": "", "which_sort": True}


def _names_sorts(side: DemandColumns | OfferColumns, row: int) -> bool:
    sign = int(side.texts.sign[side.text[row]])
    return bool(side.texts.signs.listed[sign] or side.texts.signs.told[sign] >= 0)


def _serving(pairs: Pairs, i: int, reading: Reading) -> Facts:
    """Which of the sorts that an offer lists are wanted; of goods that are wanted as a whole, none apart."""
    signs = pairs.demands.texts.signs
    sign = int(pairs.demands.texts.sign[pairs.demands.text[pairs.d[i]]])
    wanted = [int(kind) for kind in signs.kinds[sign] if kind >= 0] if signs.listed[sign] else []
    wanted = wanted or [int(signs.told[sign]) if signs.told[sign] >= 0 else int(signs.kinds[sign, 0])]
    given = np.array(reading.kinds, dtype=np.int32)
    matcher = pairs.context.matcher
    nearest = np.min([matcher.relations(np.full_like(given, kind), given) for kind in wanted], axis=0)
    serves = np.isin(nearest, (Relation.SAME, Relation.VARIETY))
    words = list(reading.sorts)
    if len(words) < len(given):  # the goods themselves stand before their sorts
        if serves[0]:
            demand = pairs.demand(i)
            asks = fold(f"{demand.product} {demand.description} {demand.spec}")
            named = any(fold(each) in asks for each in words)
            return {"offered_listed": ""} if named else {"offered_listed": "", "which_sort": True}
        serves = serves[1:]
    fits = [each for each, fit in zip(words, serves, strict=False) if fit]
    if len(fits) == len(words):
        return {"offered_listed": ""}
    return {"fits": fits, "fits_not": [each for each in words if each not in fits]} if fits else {}


def form_facts(pairs: Pairs, i: int, facts: Facts) -> Facts:
    """What is to be asked of the form: whether goods wanted alive live, whether frozen ones are taken."""
    offer, demand = pairs.offer(i), pairs.demand(i)
    if (
        pairs.demands.alive[pairs.d[i]]
        and not facts.get("forms_asked")  # of which another one will do
        and facts["offered_form"] not in ("live", "dressed", "frozen")
        and offer.storage != "live"
        and not _ALIVE.search(
            fold(" ".join((offer.product, offer.description, offer.packaging, offer.remarks)))
        )
        and int(pairs.offers.price_base[pairs.o[i]]) != pairs.context.bases.index.get(LIVE_KILOGRAM, -2)
    ):
        return {"live_unsaid": True}
    if comb := _comb_of_one(pairs, i):
        return {comb: True}
    form = int(pairs.offers.texts.form[pairs.offers.text[pairs.o[i]]])
    if form == Form.FRESH and _usually_dried(pairs, i):
        return {"fresh_unasked": True}
    to_process = _to_process(offer.product) and _usually_fresh(pairs, i)
    frozen = offer.storage == "frozen" or form == Form.FROZEN
    if not (to_process or frozen):
        return {}
    asks = fold(" ".join((demand.product, demand.description, demand.spec)))
    if to_process and demand.channel != "processor" and not _TO_PROCESS.search(asks):
        return {"for_processing": True}
    kept = _NOT_FROZEN.sub(" ", asks) if frozen else asks
    wants_fresh = kept != asks or " tuoi" in fold(demand.product)
    if frozen and (wants_fresh or _usually_fresh(pairs, i)) and not _FROZEN.search(kept):
        return {"frozen_unasked": "fresh" if wants_fresh or _FRESH.search(asks) else "unsaid"}
    return {}


@lru_cache(maxsize=16_384)
def _to_process(name: str) -> bool:
    plain = fold(name)
    return any(words in plain for words in _PROCESSED) and _TO_PROCESS.search(plain) is not None


def _usually_dried(pairs: Pairs, i: int) -> bool:
    """Whether the buyer names no form of what is usually dried."""
    kind, demands = int(pairs.demands.kind[pairs.d[i]]), pairs.demands
    if kind < 0 or int(demands.texts.form[demands.text[pairs.d[i]]]) != Form.NONE:
        return False
    entry = pairs.context.lexicon.kinds[kind]
    return traded_form(entry) is Form.DRIED and entry.category in SOLD_EITHER_WAY


_COMB = re.compile(
    r"\b(?:(?:nguyen|ca|con) (?:to|tang|banh|sap)|banh to|honey ?comb|in (?:the )?comb|comb)\b"
)


def _comb_of_one(pairs: Pairs, i: int) -> str:
    """``comb_unasked`` of honey told to be in its comb where the buyer names none, ``comb_unsaid`` of honey
    wanted so that the offer does not say; "" where neither."""
    kind, offer, demand = int(pairs.demands.kind[pairs.d[i]]), pairs.offer(i), pairs.demand(i)
    if kind < 0 or pairs.context.lexicon.kinds[kind].category != "bee product":
        return ""
    asks = _COMB.search(fold(f"{demand.product} {demand.spec} {demand.description} {demand.remarks}"))
    says = _COMB.search(fold(f"{offer.product} {offer.description} {offer.packaging} {offer.remarks}"))
    return "" if bool(asks) == bool(says) else "comb_unsaid" if asks else "comb_unasked"


def _usually_fresh(pairs: Pairs, i: int) -> bool:
    kind = int(pairs.offers.kind[pairs.o[i]])
    if kind < 0:
        return False
    entry = pairs.context.lexicon.kinds[kind]
    return entry.form in ("", "fresh", "live") and traded_form(entry) not in (Form.DRIED, Form.HALF_DRIED)
