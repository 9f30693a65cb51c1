from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import StatementError

from matchmaker.models import ApiToken
from matchmaker.services import users
from matchmaker.services.transaction import transaction

HANOI = timezone(timedelta(hours=7))


def test_a_moment_comes_back_aware_and_in_utc(session: Any) -> None:
    user = users.create("ai@example.com", ["buyer"], "mot-mat-khau-dai")
    with transaction():
        session.add(
            ApiToken(user_id=user.id, digest="x", expires_at=datetime(2027, 1, 1, 6, 30, tzinfo=HANOI))
        )
    session.expire_all()

    assert session.scalar(select(ApiToken)).expires_at == datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert session.scalar(select(ApiToken)).expires_at.tzinfo is UTC


def test_a_time_without_a_zone_is_refused(session: Any) -> None:
    user = users.create("ai@example.com", ["buyer"], "mot-mat-khau-dai")

    def store() -> None:
        with transaction():
            session.add(ApiToken(user_id=user.id, digest="x", expires_at=datetime(2027, 1, 1)))  # noqa: DTZ001

    with pytest.raises(StatementError):
        store()
