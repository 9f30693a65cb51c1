"""Forms that an offer leaves unsaid: its product may be sold in that of the table, or in another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from scoring.columns.arrays import Bools, Ints
from scoring.product import Form, Lexicon, ProductColumns
from scoring.product.forms import names_kept_form
from scoring.product.relation import unroasted_by_table
from scoring.records import Offer
from scoring.units import fold

_GREEN = re.compile(
    r"\bnhan (?!rang)|\bnhan$|\bgreen\b(?! tea)|\bunroasted\b|\b(?:screen|san|sang) ?1[3-8]\b|\bs1[3-8]\b"
)
# Categories of which an offer that names no form may be fresh, though the table has it dried.
SOLD_EITHER_WAY = frozenset(("medicinal", "mushroom", "spice", "herb", "nut", "root", "vegetable"))


def roast_unsaid(lexicon: Lexicon, offers: Sequence[Offer], text: Ints, texts: ProductColumns) -> Bools:
    """Offers of coffee that do not say whether it is roasted: "cà phê Sơn La", but not "nhân Sơn La"."""
    unsaid = _unsaid_of(unroasted_by_table(lexicon), text, texts)
    for row in np.flatnonzero(unsaid).tolist():
        offer = offers[row]
        unsaid[row] = not _GREEN.search(fold(f"{offer.product}; {offer.grade}; {offer.description}"))
    return unsaid


def drying_unsaid(lexicon: Lexicon, offers: Sequence[Offer], text: Ints, texts: ProductColumns) -> Bools:
    """Offers of what grows that are dried by the table alone: they may as well be sold fresh."""
    unsaid = _unsaid_of(_dried_by_table(lexicon), text, texts)
    for row in np.flatnonzero(unsaid).tolist():  # "măng khô" says it in its own name
        unsaid[row] = not names_kept_form(offers[row].product)
    return unsaid


def _unsaid_of(kinds: Bools, text: Ints, texts: ProductColumns) -> Bools:
    """Offers of some kinds that name no form."""
    kind = texts.kind[text]
    return np.asarray(kinds[kind] & (kind >= 0) & (texts.form[text] == Form.NONE))


@lru_cache(maxsize=8)
def _dried_by_table(lexicon: Lexicon) -> Bools:
    """The kinds dried by the table alone, and not by their names, that may as well be sold fresh."""
    return np.array(
        [
            k.form == "dried" and k.category in SOLD_EITHER_WAY and not names_kept_form(k.name_vi)
            for k in lexicon.kinds
        ],
        dtype=np.bool_,
    )
