"""Whether goods are sold as they grew: then the papers of their garden tell of their safety too."""

from __future__ import annotations

from scoring.product import Form, Kind
from scoring.product.forms import names_kept_form

# Goods dried on the farm and sold whole, of which buyers know the garden's papers.
HARVESTED_DRY = frozenset(
    ("medicinal", "mushroom", "spice", "herb", "nut", "root", "vegetable", "rice", "grain", "pulse", "egg",
     "flower")
)  # fmt: skip
_RAW = (Form.NONE, Form.FRESH, Form.LIVE)


def is_as_grown(product: str, kind: Kind | None, form: Form) -> bool:
    """Whether goods are sold raw, by their name, kind and form told; of those unknown it is assumed."""
    if kind is None:
        return True
    if form not in _RAW:
        return False
    if kind.form == "dried":
        return kind.category in HARVESTED_DRY and not names_kept_form(f"{kind.name_vi}; {product}")
    return kind.form in ("", "fresh", "live", "plant")
