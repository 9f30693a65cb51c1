"""Pairs judged with the whole table of kinds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from matchmaker.services.reference import scoring_context
from scoring.profile import Profile
from scoring.ranking import explain_pair
from scoring.records import Demand, Match, Offer, Place

NEAR, FARM = Place(text="Hà Nội", lat=21.0, lon=105.8), Place(text="Sơn La", lat=21.3, lon=103.9)


@pytest.fixture(scope="session")
def explained() -> Callable[..., Match]:
    """The account of what a buyer of a channel wants and a seller offers, by the fields that matter."""
    context, profile = scoring_context(date(2026, 11, 27)), Profile.default()

    def match(wanted: dict[str, Any], offered: dict[str, Any], channel: str = "supermarket") -> Match:
        demand = Demand(id="D", channel=channel, place=NEAR, **wanted)
        return explain_pair(demand, Offer(id="O", place=FARM, **offered), context, profile)

    return match
