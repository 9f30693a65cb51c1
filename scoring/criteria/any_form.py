"""Forms of the goods any of which a buyer takes: "sống hoặc ướp đá", "tươi hay cấp đông". None is refused."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from scoring.columns.arrays import Bools
from scoring.criteria.once import once
from scoring.criteria.undried import undried
from scoring.criteria.verdict import Facts
from scoring.pairs import Pairs
from scoring.product import Form, Relation
from scoring.product.relation import traded_form
from scoring.records import Demand
from scoring.units import fold

_FORM = (
    r"(?:tươi(?: sống)?|còn sống|sống|ướp (?:đá|lạnh|muối)|(?:cấp|trữ) đông|đông lạnh|đông đá|"
    r"khô|sấy(?: khô)?|một nắng|làm sạch|phi lê|nguyên con|cấp mát|tuoi|song|uop (?:da|lanh)|"
    r"(?:cap|tru) dong|dong lanh|kho|say|mot nang|lam sach|fresh|live|iced|on ice|chilled|frozen|dried)"
)
_CHOICE = re.compile(
    rf"(?<!\w){_FORM}(?:, {_FORM})*(?: ?/ ?| (?:hoặc|hay|hoac|or) (?:là |la )?){_FORM}(?!\w)", re.IGNORECASE
)
_OF = {
    Form.FRESH: re.compile(r"\b(?:tuoi|uop (?:da|lanh)|cap mat|fresh|iced|on ice|chilled)\b"),
    Form.FROZEN: re.compile(r"\b(?:cap dong|tru dong|dong lanh|dong da|frozen)\b"),
    Form.DRIED: re.compile(r"\b(?:kho|say|dried)\b"),
    Form.HALF_DRIED: re.compile(r"\bmot nang\b"),
    Form.LIVE: re.compile(r"\bsong\b(?<!tuoi song)|\blive\b"),
}
_STORED = {"frozen": Form.FROZEN, "live": Form.LIVE}


def forms_asked(demand: Demand) -> Facts:
    """``forms_asked``: the forms any of which a buyer takes, in his own words."""
    words = _choice(demand.product, demand.spec, demand.description)
    return {"forms_asked": words} if words else {}


def beside_live(demand: Demand) -> frozenset[Form]:
    """The forms that a buyer takes as well as live animals; empty where he names no choice."""
    words = _choice(demand.product, demand.spec)
    return forms_of(words) | {Form.FRESH} if words and Form.LIVE in forms_of(words) else frozenset()


@lru_cache(maxsize=16_384)
def _choice(*texts: str) -> str:
    found = next(filter(None, map(_CHOICE.search, texts)), None)
    return found[0] if found else ""


@lru_cache(maxsize=4_096)
def forms_of(words: str) -> frozenset[Form]:
    """The forms that words of a choice name.

    >>> sorted(form.name for form in forms_of("sống hoặc ướp đá"))
    ['FRESH', 'LIVE']
    """
    plain = fold(words)
    return frozenset(form for form, pattern in _OF.items() if pattern.search(plain))


@once
def among_forms(pairs: Pairs) -> Bools:
    """Goods in another form than the one first read, which the buyer's words leave open too."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    rows = np.flatnonzero((pairs.relation == Relation.OTHER_FORM) | undried(pairs))
    for d in np.unique(pairs.d[rows]).tolist():
        demand = pairs.demands.records[d]
        forms = forms_of(_choice(demand.spec))
        if len(forms) > 1:
            for i in rows[pairs.d[rows] == d].tolist():
                mask[i] = _form_offered(pairs, i) in forms
    return mask


def _form_offered(pairs: Pairs, i: int) -> Form:
    told = Form(int(pairs.offers.texts.form[pairs.offers.text[pairs.o[i]]]))
    kind = int(pairs.offers.kind[pairs.o[i]])
    if told is Form.NONE and kind >= 0:
        told = traded_form(pairs.context.lexicon.kinds[kind])
    return _STORED.get(pairs.offer(i).storage, told) if told in (Form.NONE, Form.FRESH, Form.LIVE) else told
