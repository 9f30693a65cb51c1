from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, select

from matchmaker.extensions import db
from matchmaker.models import Match, User
from matchmaker.queries import day
from matchmaker.queries.holdings import Purpose
from matchmaker.schemas.registrations import RegistrationSchema
from matchmaker.services import decisions, holdings, introducing, pooling, registrations
from tests.conftest import TODAY
from tests.services.test_registrations import FORM

Make = Callable[..., Any]


@pytest.fixture
def officer(session: Any, make_user: Make) -> User:
    return session.get(User, make_user().id)


def counts(actor: User, today: Any = TODAY) -> dict[str, int]:
    return {kind.code: kind.count for kind in day.waiting(actor, today)}


def test_an_empty_service_has_nothing_waiting(officer: User) -> None:
    assert set(counts(officer).values()) == {0}


def test_each_kind_of_work_is_counted_once_and_leaves_when_it_is_done(
    officer: User, make_member: Make, make_offer: Make, make_demand: Make
) -> None:
    soon = (TODAY + timedelta(days=30)).isoformat()
    make_offer(officer, make_member("producer", name="HTX A (mẫu)"), certificates=[f"ATTP@{soon}"])
    make_offer(officer, id="O2", months=[], season_text="khi nao co", certificates=[])
    due = (TODAY + timedelta(days=5)).isoformat()
    make_demand(officer, make_member("buyer"), valid_until=due, required_certificates=[])
    make_demand(officer, id="D2", product="Cà phê nhân", required_certificates=["HACCP"])
    registrations.send(RegistrationSchema().load(FORM))
    match = db.session.scalars(select(Match).where(Match.offer_id == "O1", Match.demand_id == "D1")).one()
    holdings.hold({"O1": {6: 10.0}}, Purpose(match_id=match.id), TODAY + timedelta(days=2), officer)
    pooling.propose("D2", officer)

    found = counts(officer)
    wanted = {"registrations": 1, "decisions": 1, "no_match": 1, "holds": 1, "papers": 1, "pools": 1}
    assert {code: found[code] for code in wanted} == wanted

    decisions.decide(match.id, "accept", "", "", officer)
    introducing.introduce("D1", [match.id], officer)
    later = counts(officer, TODAY + timedelta(days=4))
    assert (later["decisions"], later["answers"]) == (0, 2)
    assert counts(officer, TODAY + timedelta(days=40))["follow_ups"] == 1


def test_an_officer_sees_what_waits_in_his_provinces_alone(
    session: Any, officer: User, make_user: Make, make_offer: Make, make_demand: Make
) -> None:
    make_demand(officer, product="Cà phê nhân")
    registrations.send(RegistrationSchema().load(FORM))
    far = session.get(User, make_user("officer", "far@example.com", provinces=["Cà Mau"]).id)

    assert sum(counts(officer).values()) >= 2
    assert set(counts(far).values()) == {0}


def test_the_number_of_statements_does_not_grow_with_the_records(
    officer: User, make_offer: Make, make_demand: Make
) -> None:
    def statements() -> int:
        seen: list[str] = []
        day.waiting(officer, TODAY)  # reads who asks
        listen = lambda *given: seen.append(given[2])  # noqa: E731
        event.listen(db.engine, "before_cursor_execute", listen)
        day.waiting(officer, TODAY)
        event.remove(db.engine, "before_cursor_execute", listen)
        return len(seen)

    few = statements()
    for number in range(8):
        make_offer(officer, id=f"O{number}", certificates=["ATTP@2026-12-01"])
    make_demand(officer)

    assert statements() == few <= 14
