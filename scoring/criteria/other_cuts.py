"""The product wanted in another make-up: whole and not its pulp, whole and not filleted, cut and not potted,
in its shell and not the kernel, frozen and not chilled.

Both sides must say what they mean; where one is silent, or names both, nothing is told apart here.
"""

from __future__ import annotations

import numpy as np

from scoring.columns.arrays import UNSAID, Bools
from scoring.columns.offers import STORAGES
from scoring.criteria.choices import NAMED
from scoring.criteria.once import once
from scoring.criteria.verdict import Facts
from scoring.pairs import Pairs
from scoring.product import Form, Relation
from scoring.product.make_up import (
    CUT_FLOWER,
    FILLET,
    IN_SHELL,
    KERNEL,
    POTTED,
    PULP,
    UNCUT,
    WHOLE,
    is_iced,
    keeps_chilled,
    may_freeze,
)

# As an account names them.
NAMES = {
    WHOLE: "hàng nguyên trái", PULP: "cơm đã tách", UNCUT: "hàng nguyên con", FILLET: "thịt đã cắt lọc",
    CUT_FLOWER: "hoa cắt cành", POTTED: "hoa trồng chậu",
    IN_SHELL: "hạt còn vỏ", KERNEL: "nhân đã tách vỏ",
}  # fmt: skip
# By category of the goods the two that exclude each other.
_EITHER = {
    **dict.fromkeys(("fruit", "fruit product", "citrus", "melon"), (WHOLE, PULP)),
    **dict.fromkeys(("seafood", "meat"), (UNCUT, FILLET)),
    **dict.fromkeys(("flower", "seedling"), (CUT_FLOWER, POTTED)),
    "nut": (IN_SHELL, KERNEL),
}
_RIGHT = (*NAMED, Relation.SIBLING)


def other_cut(pairs: Pairs) -> Bools:
    """Goods of the kind wanted whose make-up is told, and is another one than is asked for."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    rows = np.flatnonzero(made_up_apart(pairs))
    mask[rows] = [bool(cut_facts(pairs, i)) for i in rows.tolist()]
    return mask


def made_up_apart(pairs: Pairs) -> Bools:
    """Pairs of which both sides tell their make-up, and not the same."""
    asks, says = pairs.demands.make_up[pairs.d], pairs.offers.make_up[pairs.o]
    return np.asarray((asks != 0) & (says != 0) & (asks != says))


def cut_facts(pairs: Pairs, i: int) -> Facts:
    """The make-up offered and the one wanted, where they exclude each other: ``parts``."""
    kind = int(pairs.demands.kind[pairs.d[i]])
    either = _EITHER.get(pairs.context.lexicon.kinds[kind].category) if kind >= 0 else None
    if either is None or int(pairs.relation[i]) not in _RIGHT:
        return {}
    own = either[0] | either[1]
    asks, says = int(pairs.demands.make_up[pairs.d[i]]) & own, int(pairs.offers.make_up[pairs.o[i]]) & own
    if asks not in either or says not in either or asks == says:
        return {}
    return {"parts": [NAMES[says], NAMES[asks]]}


@once
def frozen_for_chilled(pairs: Pairs) -> Bools:
    """Frozen goods where the buyer names the cold in which fresh ones are kept, and takes no frozen ones."""
    mask = pairs.demands.chilled[pairs.d] & np.isin(pairs.relation, _RIGHT)
    if not mask.any():
        return np.asarray(mask)
    form = pairs.offers.texts.form[pairs.offers.text[pairs.o]]
    mask &= (pairs.offers.storage[pairs.o] == STORAGES.index("frozen")) | (form == Form.FROZEN)
    for i in np.flatnonzero(mask).tolist():
        kind, offer = int(pairs.demands.kind[pairs.d[i]]), pairs.offer(i)
        usual = kind >= 0 and pairs.context.lexicon.kinds[kind].storage == "frozen"
        said = "; ".join((offer.product, offer.description, offer.packaging, offer.remarks))
        mask[i] = not usual and not keeps_chilled(said)
    return np.asarray(mask)


def chilled_facts(pairs: Pairs, i: int) -> Facts:
    """The forms of the two sides of a pair in which frozen goods stand for chilled ones."""
    if not pairs.demands.chilled[pairs.d[i]] or not frozen_for_chilled(pairs)[i]:
        return {}
    return {"demanded_form": "chilled", "offered_form": "frozen", "offered_form_unsaid": False}


@once
def chilled_for_frozen(pairs: Pairs) -> Bools:
    """Goods kept chilled or on ice where the buyer asks for frozen ones, and the seller freezes none."""
    wanted = pairs.demands.frozen & ~pairs.demands.takes_raw  # a factory may freeze them itself
    mask = wanted[pairs.d] & np.isin(pairs.relation, _RIGHT)
    if not mask.any():
        return np.asarray(mask)
    storage = pairs.offers.storage[pairs.o]
    mask &= np.isin(storage, (STORAGES.index("chilled"), UNSAID))
    for i in np.flatnonzero(mask).tolist():
        offer = pairs.offer(i)
        said = "; ".join((offer.product, offer.description, offer.grade, offer.packaging, offer.remarks))
        mask[i] = not may_freeze(said) and (offer.storage == "chilled" or is_iced(said))
    return np.asarray(mask)


def iced_facts(pairs: Pairs, i: int) -> Facts:
    """The forms of the two sides of a pair in which chilled goods stand for frozen ones (``must_freeze``)."""
    if not pairs.demands.frozen[pairs.d[i]] or not chilled_for_frozen(pairs)[i]:
        return {}
    forms: Facts = {"demanded_form": "frozen", "offered_form": "chilled", "offered_form_unsaid": False}
    return forms | {"must_freeze": True}
