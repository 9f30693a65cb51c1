from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from matchmaker.errors import DomainError
from matchmaker.models import ApiToken, User
from matchmaker.models.base import now
from matchmaker.queries.users import by_email, of_token
from matchmaker.services import users
from matchmaker.services.transaction import transaction

Make = Callable[..., Any]
LONG = "mot-mat-khau-dai"


def test_a_password_is_kept_as_an_argon2_hash_only(session: Any) -> None:
    user = users.create("Ai@Example.com", ["buyer"], LONG)

    assert user.email == "ai@example.com"
    assert user.password.startswith("$argon2id$")
    assert by_email("AI@example.COM").id == user.id


@pytest.mark.parametrize(
    ("email", "roles", "password", "code"),
    [
        ("ai@example.com", ["king"], LONG, "unknown_role"),
        ("ai@example.com", ["buyer"], "ngan", "weak_password"),
        ("ai", ["buyer"], LONG, "not_an_email"),
    ],
)
def test_a_user_that_makes_no_sense_is_refused(
    session: Any, email: str, roles: list[str], password: str, code: str
) -> None:
    with pytest.raises(DomainError, match=code):
        users.create(email, roles, password)


@pytest.mark.parametrize(
    ("scope", "code"),
    [
        ({"provinces": ["Lào Cay"]}, "unknown_province"),
        ({"provinces": ["Yên Bái"]}, "unknown_province"),  # a province of the old map
        ({"organisation_id": "khong-co"}, "member_unknown"),
    ],
)
def test_a_scope_that_is_nowhere_is_refused(session: Any, scope: dict[str, Any], code: str) -> None:
    with pytest.raises(DomainError, match=code):
        users.create("ai@example.com", ["officer"], LONG, **scope)


def test_an_address_serves_one_user(session: Any) -> None:
    users.create("ai@example.com", ["buyer"], LONG)

    with pytest.raises(DomainError, match="duplicate_id"):
        users.create("AI@example.com", ["buyer"], LONG)


def test_a_token_names_its_user_and_is_not_kept_itself(session: Any) -> None:
    user = users.create("ai@example.com", ["buyer"], LONG)

    token = users.issue_token(user)

    assert of_token(token).id == user.id
    assert of_token(token + "x") is None
    assert token not in session.scalar(select(ApiToken.digest))


def test_an_expired_or_withdrawn_token_or_a_closed_account_is_nobody(session: Any) -> None:
    user = users.create("ai@example.com", ["buyer"], LONG)
    expired = users.issue_token(user, expires_at=now() - timedelta(seconds=1))
    good, withdrawn = users.issue_token(user), users.issue_token(user)
    with transaction():
        session.scalars(select(ApiToken).order_by(ApiToken.id.desc())).first().withdrawn_at = now()

    assert [bool(of_token(token)) for token in (expired, good, withdrawn)] == [False, True, False]
    with transaction():
        session.get(User, user.id).active = False
    assert of_token(good) is None
