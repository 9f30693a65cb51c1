from __future__ import annotations

import pytest
from flask import Flask, g

from matchmaker.errors import NotSignedIn
from matchmaker.models import Role, User
from matchmaker.permissions import ROLES, Permission, actor, allowed, may, requires


def person(*roles: str) -> User:
    return User(email="ai@example.com", active=True, roles=[Role(name=role) for role in roles])


def test_several_roles_add_up() -> None:
    both = person("buyer", "producer")

    assert allowed(both, Permission.POST_DEMAND)
    assert allowed(both, Permission.POST_OFFER)
    assert not allowed(both, Permission.DECIDE)


def test_an_unknown_role_may_nothing() -> None:
    assert not any(allowed(person("king"), permission) for permission in Permission)


def test_readers_change_nothing() -> None:
    changing = {"post", "change", "decide", "act", "arrange", "manage"}

    assert not [one for one in ROLES["national_reader"] if one.value.partition("_")[0] in changing]


def test_nobody_outside_of_a_request_acts(app: Flask) -> None:
    with app.app_context(), pytest.raises(NotSignedIn):
        actor()
    with app.app_context():
        assert not may(Permission.SEE_BOARD)


def test_a_guarded_view_says_what_it_needs(app: Flask) -> None:
    view = requires(Permission.DECIDE)(lambda: "done")

    assert view.permission is Permission.DECIDE  # type: ignore[attr-defined]
    with app.test_request_context():
        g.token_user = person("officer")
        assert view() == "done"
