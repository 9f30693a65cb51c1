"""32 clients want the last of one offer at the same moment; with the lock off the same rig finds the race."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine, event, func, select

from matchmaker.errors import DomainError
from matchmaker.extensions import db
from matchmaker.models import Holding, Match, Offer, Pool, User
from matchmaker.queries import holdings as queries
from matchmaker.queries.holdings import Purpose
from matchmaker.services import holdings
from matchmaker.services import transaction as transactions
from matchmaker.services.audit import broken_at
from matchmaker.services.transaction import transaction
from tests.conftest import TODAY

Make = Callable[..., Any]
CLIENTS, PIECE, JUNE = 32, 3_000, 30_000  # kg: ten of the pieces fit into what O1 has in June
UNTIL = TODAY + timedelta(days=14)


@pytest.fixture(params=["pool", "match"])
def purposes(
    request: pytest.FixtureRequest, app: Flask, make_user: Make, make_offer: Make, make_demand: Make
) -> list[Purpose]:
    """A pool for each client, or a match of a demand of its own."""
    user = make_user()
    make_offer(user)
    if request.param == "match":
        for number in range(CLIENTS):
            make_demand(user, id=f"D{number}", ranked=False)
        return _matches(app)
    make_demand(user)
    with app.app_context():
        with transaction() as session:
            rows = [Pool(demand_id="D1", made_by=user.id) for _ in range(CLIENTS)]
            session.add_all(rows)
        return [Purpose(pool_id=row.id) for row in rows]


def _matches(app: Flask) -> list[Purpose]:
    """A match of the one offer with each demand, as a ranking would leave it."""
    judged = {"position": 1, "rank": 1, "score": 900_000, "base": 500_000, "eligible": True, "profile": "p1"}
    with app.app_context():
        with transaction() as session:
            rows = [
                Match(demand_id=f"D{number}", offer_id="O1", told={"reasons": []}, **judged)
                for number in range(CLIENTS)
            ]
            session.add_all(rows)
        return [Purpose(match_id=row.id) for row in rows]


@pytest.fixture
def unlocked(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Takes the lock away: offers are read without it, and SQLite begins no transaction of its own."""

    def bare(ids: Any) -> list[Offer]:
        return list(db.session.scalars(select(Offer).where(Offer.id.in_(ids)).order_by(Offer.id)).all())

    monkeypatch.setattr(holdings, "lock", bare)
    event.remove(Engine, "begin", transactions._begin_statement)
    yield
    event.listen(Engine, "begin", transactions._begin_statement)


def all_at_once(app: Flask, purposes: list[Purpose]) -> Counter[str]:
    """How the clients' attempts to hold a piece ended."""
    start, ends = threading.Barrier(CLIENTS), Counter[str]()

    def run(purpose: Purpose) -> None:
        with app.app_context():
            actor = db.session.scalar(select(User))
            assert actor is not None
            db.session.rollback()
            start.wait()
            try:
                holdings.hold({"O1": {6: PIECE}}, purpose, UNTIL, actor)
                ends["held"] += 1
            except DomainError as error:
                ends[error.code] += 1

    threads = [threading.Thread(target=run, args=(purpose,)) for purpose in purposes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ends


def held(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(select(func.sum(Holding.amount)).where(Holding.status == "held")) or 0


@pytest.fixture
def slow_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves time between counting what is left and taking of it, as a busy machine does."""
    counted = queries.taken

    def slowly(*given: Any) -> Any:
        found = counted(*given)
        time.sleep(0.02)
        return found

    monkeypatch.setattr(queries, "taken", slowly)


def test_of_32_clients_as_many_hold_as_there_is(
    app: Flask, purposes: list[Purpose], slow_count: None
) -> None:
    ends = all_at_once(app, purposes)

    assert ends == {"held": JUNE // PIECE, "holding_exceeds": CLIENTS - JUNE // PIECE}
    assert held(app) == JUNE * 1_000
    with app.app_context():
        assert broken_at() is None


def test_without_the_lock_the_same_clients_hold_more_than_there_is(
    app: Flask, purposes: list[Purpose], slow_count: None, unlocked: None
) -> None:
    all_at_once(app, purposes)

    assert held(app) > JUNE * 1_000
