"""The personal link with which a member sets the password of its account, the first time or after forgetting.

The key is a signature over the user, the last day and what changes with every password (``fs_uniquifier``),
so nothing is stored, a link serves once, and a new one withdraws those given before.
"""

from __future__ import annotations

import hmac
import secrets
from datetime import date, timedelta
from hashlib import sha256

from flask import current_app
from sqlalchemy import select

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.models import User
from matchmaker.queries import organisations
from matchmaker.queries.matches import LARGEST_ID
from matchmaker.services import audit, users
from matchmaker.services.calendar import today
from matchmaker.services.transaction import use_case

DAYS = 14  # how long a link serves
LETTERS = 20  # of the key: 80 bits


def last_day() -> date:
    """The last day of a link given today."""
    return today() + timedelta(days=DAYS)


def key(user: User, until: date) -> str:
    """The key of a user's link, in lower-case hexadecimal."""
    told = "\0".join(("set-up", str(user.id), until.isoformat(), user.fs_uniquifier))
    secret = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.new(secret, told.encode(), sha256).hexdigest()[:LETTERS]


def opened(user_id: int, until: str, offered: str) -> User:
    """The user whose link this is. Raises ``NotFound`` for a wrong, used, withdrawn or lapsed one."""
    user = db.session.get(User, user_id) if 0 < user_id <= LARGEST_ID else None
    try:
        day = date.fromisoformat(until)
    except ValueError:
        raise NotFound from None
    if user is None or not user.active or day < today() or day.isoformat() != until:
        raise NotFound
    if not hmac.compare_digest(key(user, day).encode(), offered.encode()):
        raise NotFound
    return user


@use_case
def set_password(user_id: int, until: str, offered: str, password: str) -> User:
    """Set the password by a link. Raises as ``opened`` and ``users.set_password`` do."""
    user = opened(user_id, until, offered)
    return users.set_password(user.id, password, user, "password.set_by_link")


@use_case
def renew(user_id: int, actor: User) -> User:
    """Withdraw the links of a member's account, and its sessions, so that a new one can be given.

    Raises ``NotFound`` for an account of an organisation that the actor may not see.
    """
    user = of_member(user_id, actor)
    user.fs_uniquifier = secrets.token_hex(32)
    audit.record("link.renewed", "user", user.id, {}, actor, user.organisation_id)
    return user


def of_member(user_id: int, actor: User) -> User:
    """A member's account that the actor may help with, none of the office. Raises as ``renew``."""
    user = db.session.scalar(select(User).where(User.id == user_id)) if 0 < user_id <= LARGEST_ID else None
    if user is None or not user.active or not user.organisation_id:
        raise NotFound
    if not user.role_names <= {"buyer", "producer"}:
        raise NotFound
    organisations.one(user.organisation_id, actor)
    return user
