"""Users by their token or address."""

from __future__ import annotations

import hashlib
from collections.abc import Collection

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload

from matchmaker.extensions import db
from matchmaker.models import ApiToken, User
from matchmaker.models.base import now


def digest(token: str) -> str:
    """What is stored of a token. It has 256 random bits, so a plain hash cannot be guessed back."""
    return hashlib.sha256(token.encode()).hexdigest()


def of_token(token: str) -> User | None:
    """The active user behind a token that is neither expired nor withdrawn."""
    found = db.session.scalar(
        select(ApiToken)
        .where(
            ApiToken.digest == digest(token),
            ApiToken.withdrawn_at.is_(None),
            or_(ApiToken.expires_at.is_(None), ApiToken.expires_at > now()),
        )
        .options(joinedload(ApiToken.user))
    )
    return found.user if found and found.user.active else None


def by_email(email: str) -> User | None:
    """The user with that address, upper and lower case alike."""
    return db.session.scalar(select(User).where(func.lower(User.email) == email.strip().lower()))


def names(ids: Collection[int]) -> dict[int, str]:
    """What users are called, by id: the name, else the address they sign in with."""
    rows = db.session.execute(select(User.id, User.name, User.email).where(User.id.in_(ids)))
    return {row.id: row.name or row.email for row in rows}
