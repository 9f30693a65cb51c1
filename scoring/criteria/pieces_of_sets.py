"""Of a set that is wanted the piece that an offer has in another form: fresh persimmons for the hung ones."""

from __future__ import annotations

import numpy as np

from scoring.criteria.naming import goods_in_set
from scoring.criteria.verdict import Facts
from scoring.pairs import Pairs
from scoring.product import Form, ProductText, Relation
from scoring.product.relation import state


def piece_of_set(pairs: Pairs, i: int) -> Facts:
    """The piece of a demanded set that is meant by goods in another form, and its form."""
    texts = pairs.demands.texts
    given = int(pairs.offers.kind[pairs.o[i]])
    if int(pairs.relation[i]) != Relation.OTHER_FORM or given < 0:
        return {}
    if not texts.signs.several[texts.sign[pairs.demands.text[pairs.d[i]]]]:
        return {}
    matcher = pairs.context.matcher
    for piece in goods_in_set(pairs.demand(i).product):
        read = matcher.reading(ProductText(piece))
        if read.kind < 0:
            continue
        one, other = np.array([read.kind], dtype=np.int32), np.array([given], dtype=np.int32)
        if int(matcher.relations(one, other)[0]) == Relation.OTHER_FORM:
            told = read.form.name.lower() if read.form is not Form.NONE else ""
            return {
                "demanded_item": piece,
                "demanded_form": told or state(pairs.context.lexicon.kinds[read.kind]),
            }
    return {}
