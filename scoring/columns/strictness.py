"""Which demands take no other variety than the one they name."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from scoring.columns.arrays import Bools, Ints
from scoring.context import EXPORT_MARKETS, Context
from scoring.cultivar import is_strict, names_indication
from scoring.goods_phrase import goods_in_words
from scoring.marks.comparing import asked_marks
from scoring.marks.mark import DEGREES, VARIETY
from scoring.product import ProductColumns, ProductText
from scoring.records import Demand

# What parts the varieties of which a buyer takes any: "thanh trà / Phúc Trạch".
_CHOICE = re.compile(r"[/,;]|\b(?:hoặc|hoac|or)\b", re.IGNORECASE)


def strict_demands(
    rows: Sequence[Demand], text: Ints, texts: ProductColumns, places: Sequence[tuple[str, ...]],
    context: Context,
) -> Bools:  # fmt: skip
    """For each demand whether another variety is the wrong product.

    A sort that is named beside general goods ("cam", and in the specification "V2") leaves others to be
    asked, but for export and for an indication; so does that of goods known by their form ("Ri6 cấp đông").
    """
    kinds, signs = context.lexicon.kinds, texts.signs
    found = np.zeros(len(rows), dtype=np.bool_)
    for i, (demand, row, named) in enumerate(zip(rows, text.tolist(), places, strict=True)):
        sign, kind = int(texts.sign[row]), int(texts.kind[row])
        sort = max(int(signs.sort[sign]), int(signs.told[sign]))
        bound = bool(named) or demand.channel in EXPORT_MARKETS
        if kind >= 0 and not bound and _CHOICE.search(demand.product):
            marks = asked_marks(context.lexicon, demand, kind)
            listed = [int(each) for m in marks if m.line == VARIETY for each in m.meant]
            bound = names_indication(context.lexicon, listed, demand.product)
        called = goods_in_words(demand.product, demand.remarks)
        if bound and kind >= 0 and any(m.line != DEGREES for m in asked_marks(context.lexicon, demand, kind)):
            found[i] = True
            continue
        if sort >= 0 and (bound or (called and context.matcher.reading(ProductText(called)).kind == sort)):
            kind = sort
        elif signs.listed[sign] and not bound:
            kind = context.matcher.reading(ProductText(demand.product)).kind
        above = context.lexicon.parents[kind] if kind >= 0 else -1
        goods, breed = (kinds[k] if k >= 0 else None for k in (kind, above))
        found[i] = is_strict(demand, goods, named, breed)
    return found
