"""Whether a foreign market takes a product, as an officer writes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import validates_schema

from matchmaker.schemas.base import RecordSchema, Refused
from matchmaker.schemas.fields import Choice, Day, Text

MARKETS = ("CN", "EU", "US", "JP")
OPENNESS = ("1", "0", "unknown")


class MarketSchema(RecordSchema):
    """``product`` is a name or key of the lexicon; ``open`` is 1, 0 or unknown."""

    product = Text(160, required=True)
    market = Choice(MARKETS, required=True)
    open = Choice(OPENNESS, required=True)
    since = Day()
    until = Day()
    source = Text(300, required=True)
    checked_on = Day(required=True)
    note = Text(1000)

    @validates_schema
    def check_days(self, data: dict[str, Any], **_: Any) -> None:
        """It cannot close before it opened."""
        since, until = data.get("since"), data.get("until")
        if since and until and since > until:
            raise Refused("date_order", "until")


def as_row(loaded: Mapping[str, Any]) -> dict[str, str]:
    """A loaded entry as cells of the table of markets."""
    told = {name: loaded.get(name) or "" for name in MarketSchema().fields}
    days = {name: day.isoformat() for name in ("since", "until", "checked_on") if (day := told[name])}
    return {**told, **days, "open": "" if told["open"] == "unknown" else str(told["open"])}
