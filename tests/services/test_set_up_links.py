from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from matchmaker.errors import DomainError, NotFound
from matchmaker.models import User
from matchmaker.services import set_up_links, users
from tests.conftest import TODAY

Make = Callable[..., Any]
UNTIL = TODAY + timedelta(days=14)


@pytest.fixture
def member(session: Any, make_user: Make, make_member: Make) -> User:
    made = make_user("producer", "0912345678", organisation_id=make_member("producer", province="Lào Cai"))
    return session.get(User, made.id)


def test_a_link_sets_the_password_once(session: Any, member: User) -> None:
    key = set_up_links.key(member, UNTIL)
    user = set_up_links.set_password(member.id, UNTIL.isoformat(), key, "một câu dễ nhớ")

    assert users.knows(user, "một câu dễ nhớ")
    with pytest.raises(NotFound):
        set_up_links.opened(member.id, UNTIL.isoformat(), key)


@pytest.mark.parametrize("until", [(TODAY - timedelta(days=1)).isoformat(), "2026-13-01", "", "20261205"])
def test_a_lapsed_or_bent_link_opens_nothing(session: Any, member: User, until: str) -> None:
    key = set_up_links.key(member, UNTIL)

    with pytest.raises(NotFound):
        set_up_links.opened(member.id, until, key)


def test_a_later_last_day_needs_another_key(session: Any, member: User) -> None:
    key = set_up_links.key(member, UNTIL)

    with pytest.raises(NotFound):
        set_up_links.opened(member.id, (UNTIL + timedelta(days=1)).isoformat(), key)


def test_a_new_link_withdraws_the_old_one(session: Any, member: User, make_user: Make) -> None:
    old = set_up_links.key(member, UNTIL)
    set_up_links.renew(member.id, session.get(User, make_user().id))

    with pytest.raises(NotFound):
        set_up_links.opened(member.id, UNTIL.isoformat(), old)
    assert set_up_links.opened(member.id, UNTIL.isoformat(), set_up_links.key(member, UNTIL)) is member


def test_a_weak_password_leaves_the_link_as_it_was(session: Any, member: User) -> None:
    key = set_up_links.key(member, UNTIL)

    with pytest.raises(DomainError, match="weak_password"):
        set_up_links.set_password(member.id, UNTIL.isoformat(), key, "ngắn")
    assert set_up_links.opened(member.id, UNTIL.isoformat(), key)


def test_no_link_is_made_for_the_office_nor_by_another_province(
    session: Any, member: User, make_user: Make
) -> None:
    near = session.get(User, make_user("officer", provinces=["Lào Cai"]).id)
    far = session.get(User, make_user("officer", "far@example.com", provinces=["Cà Mau"]).id)

    for target, actor in ((near.id, near), (member.id, far), (10**12, near)):
        with pytest.raises(NotFound):
            set_up_links.renew(target, actor)
