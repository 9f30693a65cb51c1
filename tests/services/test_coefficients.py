from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from matchmaker import jobs
from matchmaker.errors import InvalidRecord, NotFound, Stale
from matchmaker.models import AuditEvent, Match, Ranking, User
from matchmaker.queries import reference_changes as changed
from matchmaker.services import coefficients, knowledge, undoing
from matchmaker.services.calendar import today
from seeds.overlay import Change

Make = Callable[..., Any]
DIESEL = "cost/diesel"
WRITTEN = {"low": 190_000, "source": "giá thử", "checked_on": date(2026, 11, 20)}


def dearer(**other: Any) -> Change:
    return coefficients.alteration(DIESEL, WRITTEN | other)


@pytest.fixture
def admin(session: Any, make_user: Make, make_offer: Make, make_demand: Make) -> User:
    """An administrator, with one ranked demand that lies far from its offer."""
    user: User = session.get(User, make_user("administrator").id)
    make_offer(user)
    make_demand(user, price_basis="delivered", price_max=14_000)
    return user


def freight(session: Any) -> float:
    session.expire_all()
    reasons = session.query(Match).one().evidence["reasons"]
    return float(next(r["facts"]["freight_high"] for r in reasons if r["criterion"] == "logistics"))


@pytest.mark.usefixtures("session")
def test_a_setting_is_known_by_its_name_and_a_mere_fact_is_none() -> None:
    assert coefficients.one(DIESEL)["unit"] == "VND/L"
    for key in ("circuity/Newell 1980 random urban points", "cost/none", "", "cost"):
        with pytest.raises(NotFound):
            coefficients.one(key)


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize(
    ("key", "typed", "field"),
    [
        (DIESEL, {"low": 0}, "low"),
        ("cost/load factor", {"low": 0.9, "high": 1.2}, "high"),
        ("cost/load factor", {"low": 0, "high": 1}, "low"),
        (DIESEL, {"checked_on": date(2099, 1, 1)}, "checked_on"),
        (
            DIESEL,
            {"low": 19_000, "source": "placeholder: must be dated config", "checked_on": date(2026, 11, 21)},
            "_schema",
        ),
    ],
)
def test_a_figure_that_cannot_be_is_refused_at_its_field(key: str, typed: Any, field: str) -> None:
    with pytest.raises(InvalidRecord) as refused:
        coefficients.alteration(key, WRITTEN | typed)
    assert list(refused.value.messages) == [field]


@pytest.mark.usefixtures("session")
def test_a_range_keeps_the_order_of_best_and_worst() -> None:
    made = coefficients.alteration("cost/backhaul share", WRITTEN | {"low": 0.7, "high": 0.3})
    assert made.set["value"] == "0.7-0.3"


def test_a_look_tells_what_would_move_and_keeps_nothing(session: Any, admin: User) -> None:
    trial = coefficients.look([dearer(low=900_000)], admin)
    assert [tried.demand.id for tried in trial.tried] == ["D1"]
    assert trial.became_vetoed() == 1
    assert changed.stamp("coefficients").number == 0
    assert coefficients.look([dearer(low=19_100)], admin).changed == []


def test_a_saved_figure_is_what_everybody_ranks_with_until_it_is_taken_back(
    session: Any, admin: User
) -> None:
    before = freight(session)
    (saved,) = coefficients.save([dearer()], "giá mới", admin, 0)
    assert knowledge.network().coefficients.diesel_vnd_l == 190_000
    assert knowledge.context(today()).network is knowledge.network()
    assert session.get(Ranking, "D1").status == "queued"
    jobs.rank_stale()
    assert freight(session) > 2 * before

    assert coefficients.look_undone(saved.id, admin).tried
    undoing.undo(saved.id, "nhầm", admin, 1)
    jobs.rank_stale()
    assert freight(session) == before


def test_a_change_tells_the_trail_who_when_why_and_what_it_was(session: Any, admin: User) -> None:
    coefficients.save([dearer()], "giá mới", admin, 0)
    event = session.query(AuditEvent).filter_by(action="coefficients.change").one()
    assert event.facts["before"]["value"] == "19000"
    assert event.facts["reason"] == "giá mới"


def test_changes_that_belong_together_are_kept_together_or_not_at_all(session: Any, admin: User) -> None:
    pair = [
        Change(f"calibration/all {road}", "change", {"value": "0.9-1.3"}) for road in ("flat", "mountain")
    ]
    with pytest.raises(Stale):
        coefficients.save(pair, "báo giá", admin, 7)
    assert not knowledge.network().coefficients.calibrated
    coefficients.save(pair, "báo giá", admin, 0)
    assert knowledge.network().coefficients.calibrated
    assert changed.stamp("coefficients").number == 2


def test_a_change_without_a_reason_is_refused(admin: User) -> None:
    with pytest.raises(InvalidRecord):
        coefficients.save([dearer()], " ", admin, 0)
