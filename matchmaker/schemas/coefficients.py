"""A figure behind hours and freight, as an operator writes it: both ends, its source, and when."""

from __future__ import annotations

from matchmaker.schemas.base import RecordSchema
from matchmaker.schemas.fields import Day, Number, Text


class CoefficientSchema(RecordSchema):
    """``low`` and ``high`` are the best and the worst case; a single figure has ``low`` alone."""

    low = Number(0, 1e9, required=True)
    high = Number(0, 1e9)
    source = Text(300, required=True)
    checked_on = Day(required=True)


class QueueSchema(CoefficientSchema):
    """The hours that trucks wait at a border gate from one day to another."""

    first = Day(required=True)
    last = Day(required=True)
    low = Number(0.5, 1000, required=True)
    high = Number(0.5, 1000, required=True)
