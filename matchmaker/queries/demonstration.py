"""Whether the database holds the demonstration data."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import exists, select

from matchmaker.extensions import db
from matchmaker.models import User


def any_of(logins: Collection[str]) -> bool:
    """Whether one of these people (e-mail addresses) can sign in."""
    return bool(db.session.scalar(select(exists().where(User.email.in_(sorted(logins))))))
