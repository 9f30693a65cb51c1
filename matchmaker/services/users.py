"""Make users and their tokens."""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Iterable
from datetime import datetime

from flask_security.utils import hash_password, verify_password
from sqlalchemy import select

from matchmaker.errors import Conflict, DomainError
from matchmaker.extensions import db
from matchmaker.models import EVERYWHERE, ApiToken, Organisation, Role, User, UserScope
from matchmaker.permissions import ROLES
from matchmaker.queries.users import by_email, digest
from matchmaker.services import audit
from matchmaker.services.transaction import use_case
from seeds import reference

EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,189}", re.ASCII)
PHONE = re.compile(r"0[0-9]{9}", re.ASCII)  # who has no e-mail signs in with it
SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 1000


@use_case
def create(
    email: str,
    roles: Iterable[str],
    password: str,
    *,
    name: str = "",
    provinces: Iterable[str] = (),
    organisation_id: str | None = None,
    actor: User | None = None,
) -> User:
    """Make a user who signs in with the address (or a telephone of ten digits) and the password.

    ``provinces`` are short names on the new map, or ``EVERYWHERE``. Raises ``DomainError``
    (``unknown_role``, ``unknown_province``, ``member_unknown``, ``weak_password``, ``not_an_email``),
    ``Conflict`` for an address in use.
    """
    roles, provinces, email = sorted(set(roles)), sorted(set(provinces)), email.strip().lower()
    _check(email, roles, password)
    _check_scope(provinces, organisation_id)
    user = User(
        email=email,
        name=name,
        password=hash_password(_composed(password)),
        fs_uniquifier=secrets.token_hex(32),
        organisation_id=organisation_id,
        roles=[_role(role) for role in roles],
        scopes=[UserScope(province=province) for province in provinces],
    )
    db.session.add(user)
    db.session.flush()
    facts = {"roles": roles, "provinces": provinces, "organisation": organisation_id}
    audit.record("user.created", "user", user.id, facts, actor)
    return user


@use_case
def end_sessions(user_id: int) -> None:
    """Make every session of a user end, on all devices; tokens of the API stay."""
    user = db.session.get(User, user_id)
    if user is not None:
        user.fs_uniquifier = secrets.token_hex(32)


@use_case
def set_password(user_id: int, password: str, actor: User | None, action: str = "password.changed") -> User:
    """Give a user a new password; every session and personal link from before ends.

    Raises ``DomainError`` ``weak_password``.
    """
    refuse_weak(password)
    user = db.session.get_one(User, user_id)
    user.password, user.fs_uniquifier = hash_password(_composed(password)), secrets.token_hex(32)
    audit.record(action, "user", user.id, {}, actor)
    return user


@use_case
def issue_token(user: User, name: str = "", expires_at: datetime | None = None) -> str:
    """A new token for the API, acting as the user. It is shown this once; only its digest is kept."""
    token = secrets.token_urlsafe(32)
    db.session.add(ApiToken(user_id=user.id, name=name, digest=digest(token), expires_at=expires_at))
    facts = {"name": name, "until": expires_at.isoformat() if expires_at else None}
    audit.record("token.issued", "user", user.id, facts, user)
    return token


def knows(user: User, password: str) -> bool:
    """Whether the password is the user's."""
    return bool(user.password and verify_password(_composed(password), user.password))


def _composed(password: str) -> str:
    """As signing in compares it: a letter with its accents is the same however the keyboard sends it."""
    return unicodedata.normalize("NFKD", password)


def refuse_weak(password: str) -> None:
    """Raise ``DomainError`` for a password that is too short, or longer than anybody types."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise DomainError("weak_password", min=SHORTEST_PASSWORD)


def _check(email: str, roles: list[str], password: str) -> None:
    if not EMAIL.fullmatch(email) and not PHONE.fullmatch(email):
        raise DomainError("not_an_email")
    for role in roles:
        if role not in ROLES:
            raise DomainError("unknown_role", value=role)
    refuse_weak(password)
    if by_email(email):
        raise Conflict("duplicate_id", id=email)


def _check_scope(provinces: list[str], organisation_id: str | None) -> None:
    known = {row["new_province"] for row in reference("provinces")} | {EVERYWHERE}
    for province in provinces:
        if province not in known:
            raise DomainError("unknown_province", value=province)
    if organisation_id and db.session.get(Organisation, organisation_id) is None:
        raise DomainError("member_unknown", value=organisation_id)


def _role(name: str) -> Role:
    """The role's row, made on first use."""
    role = db.session.scalar(select(Role).where(Role.name == name))
    if role is None:
        role = Role(name=name)
        db.session.add(role)
    return role
