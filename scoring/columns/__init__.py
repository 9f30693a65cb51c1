"""Records as arrays."""

from scoring.columns.demands import DemandColumns
from scoring.columns.offers import OfferColumns
from scoring.columns.parts import built_in_parts

__all__ = ["DemandColumns", "OfferColumns", "built_in_parts"]
