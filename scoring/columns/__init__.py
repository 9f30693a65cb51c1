"""Records as arrays."""

from scoring.columns.demands import DemandColumns
from scoring.columns.offers import OfferColumns

__all__ = ["DemandColumns", "OfferColumns"]
