"""What a channel or a buyer usually asks for, as its form gives it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matchmaker.schemas.base import RecordSchema
from matchmaker.schemas.choices import INVOICES
from matchmaker.schemas.fields import Certificates, Codes, Number, YesNo
from matchmaker.schemas.units import Unit


class ChannelTermsSchema(RecordSchema):
    """Papers always, for fresh and for packaged goods; the others as in a demand."""

    required = Certificates()
    required_fresh = Certificates()
    required_packaged = Certificates()
    preferred = Certificates()
    invoice = Codes(INVOICES)
    min_remaining_share = Number(0, 1)
    payment_days = Number(0, 3_650, whole=True)
    discount_pct = Number(0, 100)
    returns = YesNo()
    consignment = YesNo()
    pooling_allowed = YesNo()
    min_lot = Number()
    min_lot_unit = Unit()


def as_row(loaded: Mapping[str, Any]) -> dict[str, str]:
    """Loaded terms as cells of the table of channels; what is not said is empty."""
    return {column: _cell(loaded.get(column)) for column in ChannelTermsSchema().fields}


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    return ";".join(value) if isinstance(value, list) else str(value)
