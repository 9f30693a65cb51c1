from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import func, select

from matchmaker.models import Conference, Demand, Match, Offer, Organisation, User
from matchmaker.services import matches, seeding
from matchmaker.services.audit import broken_at


@pytest.mark.slow
def test_the_demonstration_is_loaded_whole_and_ranked(session: Any) -> None:
    loaded = seeding.load_demo()
    matches.rank_demands(matches.stale())

    counts = {
        model.__name__: session.scalar(select(func.count()).select_from(model))
        for model in (Organisation, Offer, Demand, Conference)
    }
    assert loaded is not None
    assert counts["Offer"] == loaded.offers >= 150
    assert counts["Demand"] == loaded.demands >= 60
    assert counts["Conference"] == 1
    assert matches.stale() == []
    assert broken_at() is None
    for match in session.scalars(select(Match)):
        effects = sum(round(reason["effect"] * 1_000_000) for reason in match.evidence["reasons"])
        assert match.base + effects == match.score
    assert [role for role, _ in seeding.logins()] == list(seeding.LOGINS)
    assert seeding.load_demo() is None


def test_a_database_in_use_gets_no_demonstration(session: Any, make_user: Any) -> None:
    make_user("administrator", "boss@tinh.gov.vn")

    assert seeding.load_demo() is None
    assert session.scalar(select(func.count()).select_from(User)) == 1
    assert seeding.logins() == []
