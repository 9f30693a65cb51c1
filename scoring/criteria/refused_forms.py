"""Forms and packs that a buyer writes he will not have, and a seller says his goods are in: "không nhận củ
tươi" of roots sold fresh, "không mua rượu can" of spirits in cans, "no broken" of broken bark.

A refusal counts here where it names a form or a pack alone: "không nhận củ tươi dập" speaks of bruises.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from scoring.columns.arrays import Bools
from scoring.criteria.choices import NAMED
from scoring.criteria.once import once
from scoring.criteria.undried import offer_state
from scoring.criteria.verdict import Facts
from scoring.exclusions import Refused, refused_by
from scoring.pairs import Pairs
from scoring.product import Form, ProductText, Relation
from scoring.records import Demand, Offer
from scoring.units import fold

_RIGHT = (*NAMED, Relation.SIBLING)
# Forms by the words that refuse them and those by which a seller's name tells them.
_FORMS = {
    "fresh": (r"tuoi(?: song)?|fresh", r"tuoi|fresh"),
    "dried": (r"(?:phoi |say )?kho|say|dried", r"kho(?! rao)|say|dried"),
    "frozen": (
        r"(?:da |cap |tru )?dong(?: lanh| da| block)?|frozen|iqf",
        r"dong lanh|cap dong|tru dong|frozen|iqf",
    ),
    "live": (r"(?:con )?(?:hoi|song)|live", r"hoi|song|live"),
    "broken": (r"(?:vo |gay |nat )?vun(?: nat| gay)?|gay vo|vo nat|be|broken", r"vun|broken|be vo|vo nat"),
    "powder": (r"(?:xay |nghien )?bot|xay|powder|ground", r"bot|powder|ground"),
    "roasted": (r"rang(?: xay| san)?|roasted", r"rang|roasted"),
    "green": (r"nhan (?:song|xanh|xo)|green beans?|unroasted", r"nhan (?:song|xanh|xo)|green beans?"),
    "canned": (r"dong (?:hop|lon)|do hop|canned", r"dong (?:hop|lon)|do hop|canned"),
    "pickled": (r"muoi|ngam(?: muoi| giam)?|pickled", r"muoi|ngam|pickled"),
    "boiled": (r"luoc(?: san| chin)?|boiled|cooked", r"luoc|boiled|cooked"),
    "sliced": (r"(?:thai |cat )?lat|sliced", r"lat|sliced"),
}  # fmt: skip
_PACKS = (
    r"can|phuy|thung phuy|bao tai|bao dua|xa|roi|tui nilon|chai nhua|can nhua|drums?|jerrycans?|bulk|loose"
)
_PACKED = re.compile(
    r"\b(?:(?:dong|trong|hang|bang|o) )?(can|phuy|drums?|jerrycans?|xa|bulk)"
    r"(?: nhua| xanh)?\b(?= ?\d| ?[,;.]|$)"
)
_ASKED_PACK = re.compile(r"\b(?:chai|hu|lo|tui|hop|bottles?|jars?|bags?|box(?:es)?)\b")
_LEAN = frozenset(
    re.findall(
        r"\w+",
        "hang loai do cac cai con cu qua trai re la hoa vo hat cay bup than nu san pham mat goods product "
        "ca cung any cho dong goi trong bang dang o kieu",
    )
)
_CLAUSES = re.compile(r"[;\n]|,(?!\d)|\.(?=\s|$)")
_NO = re.compile(r"(?:^|[;,.\n])\s*((?:no|không có hàng|not)\s+([a-z ]+?))\s*(?=$|[;,.\n])", re.IGNORECASE)
_UNSLAUGHTERED = re.compile(
    r"\b(?:(?:khong|chua|ko) (?:(?:nhan|co|lo|noi|cho|diem|co so|biet) )*(?:giet )?"
    r"mo\b(?! (?:ban|cua|hang|vuon|thung))|"
    r"chi ban (?:hoi|con song|song)|"
    r"ban (?:ca con|nguyen con) (?:hoi|song)|live only|no (?:slaughter|abattoir))"
)


class Turned(NamedTuple):
    """A form or a pack that a buyer refuses: his clause, which form ("" for a pack) and the pack's words."""

    clause: str
    form: str
    pack: str


def unslaughtered(offer: Offer) -> bool:
    """Whether a seller says that he slaughters nothing: "không mổ", "chỉ bán hơi"."""
    return _UNSLAUGHTERED.search(fold(f"{offer.product}; {offer.description}; {offer.remarks}")) is not None


def refused_facts(pairs: Pairs, i: int) -> Facts:
    """The buyer's clause and the seller's words, where the one refuses what the other says."""
    if not forms_refused(pairs.demand(i)) or int(pairs.relation[i]) not in (*_RIGHT, Relation.OTHER_FORM):
        return {}
    clause, words = _met(pairs, i, {})
    return {"refused_form": [clause, words]} if clause else {}


@once
def in_refused_form(pairs: Pairs) -> Bools:
    """Goods of the kind wanted in a form or pack that the buyer writes he will not have."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    rows = np.flatnonzero(np.isin(pairs.relation, _RIGHT))
    records = pairs.demands.records
    refuses = pairs.demands.worked_out(
        "refuses_form", pairs.d[rows], lambda d: bool(forms_refused(records[d]))
    )
    said: dict[tuple[int, str], str] = {}
    for i in rows[refuses > 0].tolist():
        mask[i] = bool(_met(pairs, i, said)[0])
    return mask


def _met(pairs: Pairs, i: int, said: dict[tuple[int, str], str]) -> tuple[str, str]:
    """The buyer's clause and the seller's words; ``said``: what offers were found to say of a form."""
    offer, demand = pairs.offer(i), pairs.demand(i)
    for each in forms_refused(demand):
        key = int(pairs.o[i]), each.form
        if each.form and key not in said:
            said[key] = form_said(each.form, offer)
        words = _pack_of(each.pack, offer, demand) if each.pack else said[key]
        if words and not (each.form and _another_serves(pairs, i, each.form)):
            return each.clause, words
    return "", ""


def forms_refused(demand: Demand) -> tuple[Turned, ...]:
    """The forms and packs that a demand refuses in words."""
    return _turned(demand.product, f"{demand.spec}; {demand.description}", refused_by(demand))


@lru_cache(maxsize=16_384)
def _turned(product: str, asked: str, refused: tuple[Refused, ...]) -> tuple[Turned, ...]:
    named = [(clause, goods) for clause, names in refused for goods in names]
    named += [(found[1].strip(), found[2]) for found in _NO.finditer(asked)]
    if not named:
        return ()
    own = set(fold(product).split())
    rows = [row for row in (_of(clause, goods, own) for clause, goods in named) if row]
    return tuple(row for row in dict.fromkeys(rows) if not _wanted(row, product))


def _wanted(row: Turned, product: str) -> bool:
    """Whether the goods are asked for by name in that form: "không nhận hàng đông đá" of frozen shrimp."""
    words = _FORMS[row.form][1] if row.form else re.escape(row.pack)
    return re.search(rf"\b(?:{words})\b", fold(product)) is not None


def _of(clause: str, goods: str, own: set[str]) -> Turned | None:
    plain = [word for word in fold(goods).split() if word.isalpha() or "/" not in word]
    words = " ".join(word for word in plain if word not in own)
    lean = " ".join(word for word in words.split() if word not in _LEAN)
    for form, (refusing, _) in _FORMS.items():
        for text in (words, lean):
            if re.fullmatch(refusing, text):
                return Turned(clause, form, "")
    for text in (words, lean):
        if re.fullmatch(_PACKS, text):
            return Turned(clause, "", text)
    return None


def form_said(form: str, offer: Offer) -> str:
    """The words by which an offer is in a form; "" where it says none of it."""
    plain = fold(offer.product)
    found = re.search(rf"(?<!khong )(?<!chua )\b(?:{_FORMS[form][1]})\b", plain)
    if found and (form != "dried" or not re.search(r"\b(?:kho|tai kho)\b", plain[: found.start()])):
        return offer.product
    if form == "frozen" and offer.storage == "frozen":
        return offer.product
    if form in ("fresh", "dried") and offer_state(offer) is (Form.FRESH if form == "fresh" else Form.DRIED):
        return _clause_with(r"tuoi|uot|fresh" if form == "fresh" else r"kho|say|phoi|dried|am", offer)
    if form == "live" and (offer.storage == "live" or unslaughtered(offer)):
        return _clause_with(r"hoi|song|mo|live", offer)
    return ""


def _clause_with(words: str, offer: Offer) -> str:
    """The seller's clause in which some words stand, his goods' name where none has them."""
    told = (offer.grade, offer.description, offer.remarks)
    for part in _CLAUSES.split("; ".join(filter(None, told))):
        if re.search(rf"\b(?:{words})\b", fold(part)):
            return part.strip(" .")
    return offer.product


def _pack_of(pack: str, offer: Offer, demand: Demand) -> str:
    """The seller's words for a pack that is refused, who tells of no other pack that is asked for."""
    asked = set(_ASKED_PACK.findall(fold(f"{demand.product}; {demand.spec}")))
    told = "; ".join(filter(None, (offer.product, offer.packaging, offer.description, offer.remarks)))
    if asked & set(_ASKED_PACK.findall(fold(f"{offer.product}; {offer.packaging}; {offer.remarks}"))):
        return ""
    head = pack.split()[-1] if pack.split()[0] in ("thung",) else pack.split()[0]
    for part in _CLAUSES.split(told):
        plain = fold(part)
        found = _PACKED.search(plain)
        if found and found[1].rstrip("s") == head.rstrip("s"):
            if fold(part.strip()) == fold(offer.product):
                return offer.product
            tidy = " ".join(part.split())
            shown = re.compile(rf"{re.escape(found[0])}(?: ?\d[\d.,]* ?(?:lit|l|kg)\b)?").search(fold(tidy))
            return tidy[shown.start() : shown.end()] if shown and len(fold(tidy)) == len(tidy) else tidy
    return ""


def _another_serves(pairs: Pairs, i: int, form: str) -> bool:
    """Whether of goods listed in a name one that is not in that form is what is wanted; "broken" behind
    a comma is said of the goods before it."""
    told = re.compile(rf"\b(?:{_FORMS[form][1]})\b")
    items = [item.strip() for item in re.split(r"[,;+&]", pairs.offer(i).product) if item.strip()]
    free = [item for item in items if not told.search(fold(item))]
    apposed = any(told.fullmatch(fold(item)) for item in items)
    kind = int(pairs.demands.kind[pairs.d[i]])
    if len(items) < 2 or len(free) == len(items) or apposed or kind < 0:
        return False
    for item in free:
        found = pairs.context.matcher.reading(ProductText(item)).kind
        wanted, given = np.array([kind], dtype=np.int32), np.array([found], dtype=np.int32)
        if found >= 0 and int(pairs.context.matcher.relations(wanted, given)[0]) in _RIGHT:
            return True
    return False
