from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from matchmaker.errors import KeyReused
from matchmaker.models import IdempotencyKey, Role, User
from matchmaker.services.idempotency import once

Make = Callable[..., Any]


@pytest.fixture
def actor(session: Any, make_user: Make) -> User:
    return session.get(User, make_user().id)


def test_the_work_of_a_key_runs_once(actor: User) -> None:
    runs: list[int] = []

    def work() -> dict[str, Any]:
        runs.append(1)
        return {"run": len(runs)}

    answers = [once("k", ["POST", {"a": 1}], actor, work) for _ in range(3)]

    assert answers == [({"run": 1}, True), ({"run": 1}, False), ({"run": 1}, False)]


def test_a_key_belongs_to_its_user(actor: User, session: Any, make_user: Make) -> None:
    other = session.get(User, make_user("buyer").id)
    once("k", "a", actor, lambda: {"for": 1})

    assert once("k", "b", other, lambda: {"for": 2}) == ({"for": 2}, True)


def test_a_key_with_another_request_is_refused(actor: User) -> None:
    once("k", "a", actor, dict)

    with pytest.raises(KeyReused):
        once("k", "b", actor, dict)


def test_failed_work_leaves_no_key(actor: User, session: Any) -> None:
    def work() -> dict[str, Any]:
        session.add(Role(name="half done"))
        session.flush()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        once("k", "a", actor, work)

    assert session.scalar(select(IdempotencyKey.id)) is None
    assert session.scalar(select(Role.id).where(Role.name == "half done")) is None
