"""Where a seller says that he has sold abroad: evidence beside what the table of markets knows."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.context import EXPORT_MARKETS
from scoring.records import Demand, Offer
from scoring.units import fold

_COUNTRIES = {
    "CN": re.compile(r"\b(?:trung quoc|tq|china|chinese|quang chau|quang tay|thuong hai)\b"),
    "JP": re.compile(r"\b(?:nhat(?: ban)?|japan(?:ese)?|tokyo|osaka|aeon nhat)\b(?! la| dinh| quyet| tri)"),
    "US": re.compile(r"\b(?:hoa ky|usa|us|america|(?:xuat(?: khau)?|sang|di|qua|thi truong|va|,) ?my)\b"),
    "EU": re.compile(
        r"\b(?:chau au|eu|europe(?:an)?|phap|ha lan|italia|tay ban nha|ba lan|germany|france|netherlands|"
        r"spain|italy|poland|belgium|(?:xuat(?: khau)?|sang|di|qua|thi truong|va|,) ?(?:duc|y|bi))\b"
    ),
}
# Of a text that is not on places of sale alone a clause must speak of them.
_SALE = re.compile(r"\b(?:xuat|ban|sang|di|qua|thi truong|export\w*|ship\w*|sold|market)\b")
_NOT_YET = re.compile(
    r"\b(?:chua|khong|ko|muon|se|dang (?:tim|xin|cho|lam)|huong toi|not|no|yet|want|plan)\b"
)
_CLAUSE = re.compile(r"[;\n]|\.(?=\s|$)")


def sold_abroad(offer: Offer, demand: Demand) -> str:
    """The words by which a seller has sold to the country that a buyer exports to; "" where none are."""
    market = EXPORT_MARKETS.get(demand.channel)
    return _said(offer.sold_at, offer.description, market) if market else ""


@lru_cache(maxsize=16_384)
def _said(sold_at: str, description: str, market: str) -> str:
    for text, of_sale in ((sold_at, True), (description, False)):
        for part in _CLAUSE.split(text):
            plain = fold(part)
            named = _COUNTRIES[market].search(f", {plain}") and not _NOT_YET.search(plain)
            if named and (of_sale or _SALE.search(plain)):
                return part.strip(" ,.")
    return ""
