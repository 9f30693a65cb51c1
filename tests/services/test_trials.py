from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select

from matchmaker import jobs
from matchmaker.models import AuditEvent, Match, ProfileVersion, User
from matchmaker.queries.profiles import adopted
from matchmaker.services import profiles, trials
from matchmaker.services.trials import Choice
from scoring.profile import Profile

Make = Callable[..., Any]


@pytest.fixture
def admin(session: Any, make_user: Make) -> User:
    """An administrator in the present session."""
    return session.get(User, make_user("administrator").id)


@pytest.fixture
def price_first(admin: User, make_offer: Make, make_demand: Make) -> ProfileVersion:
    """Two offers, cheap and plenty, for demands in two provinces; a profile that prefers cheap ones."""
    make_offer(admin, id="O1", quantity=16, price_min=4000, price_max=5000)
    make_offer(admin, id="O2", quantity=60, price_min=34000, price_max=36000)
    make_demand(admin, id="D1")
    south = {"commune": "Cái Răng", "province": "Cần Thơ", "lat": 10.0, "lon": 105.77}
    make_demand(admin, id="D2", quantity=300, unit="kg", place=south, price_max=60000)
    data = Profile.default().as_data()
    weights = data["weights"]
    moved = {"volume": 0.01, "price": round(weights["price"] + weights["volume"] - 0.01, 3)}
    return profiles.save(data | {"name": "Giá", "weights": weights | moved}, "", admin)


def test_a_trial_tells_what_would_change_and_stores_nothing(
    session: Any, admin: User, price_first: ProfileVersion
) -> None:
    def kept() -> tuple[Any, Any]:
        return session.scalar(select(func.count(AuditEvent.id))), session.scalar(
            select(func.max(Match.ranked_at))
        )

    before = kept()

    trial = trials.try_out(price_first, trials.choosable(admin), Choice())

    assert [each.demand.id for each in trial.tried] == ["D1", "D2"]
    assert trial.first_changes() == sum(each.comparison.first_changes for each in trial.tried) >= 1
    assert trial.offers["O1"][0] == "Mận tam hoa Bắc Hà"
    assert kept() == before
    assert {match.profile for match in session.scalars(select(Match))} == {Profile.default().version}


def test_what_a_trial_foretells_comes_true(session: Any, admin: User, price_first: ProfileVersion) -> None:
    trial = trials.try_out(price_first, trials.choosable(admin), Choice())
    foretold = {
        (each.demand.id, move.offer): move.after.rank
        for each in trial.tried
        for move in each.comparison.moves
    }
    profiles.adopt(price_first.id, "", admin, adopted().id)  # type: ignore[union-attr]
    jobs.rank_stale()

    stored = {(match.demand_id, match.offer_id): match.rank for match in session.scalars(select(Match))}
    assert foretold == stored


def test_one_province_or_some_demands_can_be_chosen(admin: User, price_first: ProfileVersion) -> None:
    demands = trials.choosable(admin)

    def tried(choice: Choice) -> list[str]:
        return [each.demand.id for each in trials.try_out(price_first, demands, choice).tried]

    assert tried(Choice("province", province="Cần Thơ")) == ["D2"]
    assert tried(Choice("some", chosen=("D1", "khong-co"))) == ["D1"]
    assert tried(Choice("some")) == []


def test_an_officer_tries_on_the_demands_of_the_own_provinces(
    session: Any, make_user: Make, price_first: ProfileVersion
) -> None:
    officer = session.get(User, make_user("officer", provinces=["Cần Thơ"]).id)

    assert [demand.id for demand in trials.choosable(officer)] == ["D2"]


def test_demands_beyond_the_bound_are_counted(
    admin: User, price_first: ProfileVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trials, "MOST", 1)

    trial = trials.try_out(price_first, trials.choosable(admin), Choice())

    assert (len(trial.tried), trial.left_out) == (1, 1)
