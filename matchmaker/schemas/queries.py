"""The arguments of a query string."""

from __future__ import annotations

from matchmaker.schemas.base import RecordSchema
from matchmaker.schemas.fields import Choice, Number, Text
from scoring.logistics.roads import ON_REQUEST
from scoring.logistics.vehicles import DEFAULT_VEHICLE, VEHICLES


class PageArguments(RecordSchema):
    """A page of a list: ``after`` is the cursor that the page before gave as ``next``."""

    after = Text(200, load_default="")
    limit = Number(1, 200, whole=True, load_default=50)
    q = Text(200, load_default="")


class TopArguments(RecordSchema):
    """How many matches of a ranking."""

    top = Number(1, 200, whole=True)


class WayArguments(RecordSchema):
    """The class of truck that a way is worked out for (the usual one if none is named), and by what else."""

    vehicle = Choice(tuple(VEHICLES), load_default=DEFAULT_VEHICLE.name)
    by = Choice(ON_REQUEST, load_default="")


class SearchArguments(RecordSchema):
    """A few typed letters, and how many suggestions."""

    q = Text(200, required=True)
    limit = Number(1, 50, whole=True, load_default=10)
