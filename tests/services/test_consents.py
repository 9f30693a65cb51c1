from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select

from matchmaker.errors import Conflict, NotFound
from matchmaker.models import AuditEvent, Contact, Offer, Registration, User
from matchmaker.queries import privacy
from matchmaker.queries.users import of_token
from matchmaker.schemas.registrations import RegistrationSchema
from matchmaker.services import archives, audit, consents, registrations, users
from tests.services.test_registrations import FORM

Make = Callable[..., Any]


@pytest.fixture
def officer(session: Any, make_user: Make) -> User:
    return session.get(User, make_user("officer").id)


@pytest.fixture
def member(session: Any, officer: User) -> User:
    row = registrations.approve(registrations.send(RegistrationSchema().load(FORM)).id, officer)
    return session.get(User, row.user_id)


def test_taking_a_consent_back_erases_closes_and_shuts(
    session: Any, member: User, officer: User, make_offer: Make
) -> None:
    organisation_id = member.organisation_id
    make_offer(officer, organisation_id)
    token = users.issue_token(member)
    consents.withdraw(organisation_id, member)
    session.expire_all()

    assert session.scalar(select(func.count()).select_from(Contact)) == 0
    assert session.get(Offer, "O1").status == "closed"
    assert (member.active, member.name) == (False, "")
    assert of_token(token) is None
    row = session.scalar(select(Registration))
    assert [getattr(row, name) for name in registrations.PERSONAL] == ["", "", "", ""]
    assert privacy.standing_consent(organisation_id) is None


def test_an_officer_who_notes_it_is_named_with_whom_it_is_for(
    session: Any, member: User, officer: User
) -> None:
    consents.withdraw(member.organisation_id, officer)

    event = session.scalar(select(AuditEvent).where(AuditEvent.action == "consent.withdrawn"))
    assert (event.user_id, event.on_behalf_of) == (officer.id, member.organisation_id)


def test_a_backup_from_before_brings_nothing_back_that_was_erased(
    session: Any, member: User, officer: User, make_offer: Make
) -> None:
    organisation_id, kept = member.organisation_id, io.BytesIO()
    make_offer(officer, organisation_id)
    token = users.issue_token(member)
    archives.save(kept)
    user = session.scalar(select(User.id).where(User.organisation_id == organisation_id))
    consents.withdraw(organisation_id, session.get(User, user))
    archives.load(io.BytesIO(kept.getvalue()), replace=True)
    session.expire_all()

    assert session.scalar(select(func.count()).select_from(Contact)) == 0
    assert session.get(Offer, "O1").status == "closed"
    assert (session.get(User, user).active, session.get(User, user).name) == (False, "")
    assert of_token(token) is None
    row = session.scalar(select(Registration))
    assert [getattr(row, name) for name in registrations.PERSONAL] == ["", "", "", ""]
    assert privacy.standing_consent(organisation_id) is None
    assert audit.broken_at() is None


def test_a_backup_from_before_leaves_those_who_did_not_withdraw(session: Any, member: User) -> None:
    organisation_id, kept = member.organisation_id, io.BytesIO()
    archives.save(kept)
    archives.load(io.BytesIO(kept.getvalue()), replace=True)
    assert privacy.standing_consent(organisation_id) is not None
    assert session.scalar(select(func.count()).select_from(Contact)) > 0


def test_nobody_withdraws_for_another(session: Any, member: User, make_user: Make, make_member: Make) -> None:
    other = make_user("buyer", organisation_id=make_member("buyer"))

    with pytest.raises(NotFound):
        consents.withdraw(member.organisation_id, session.get(User, other.id))


def test_a_department_has_no_consent_to_withdraw(session: Any, officer: User, make_member: Make) -> None:
    with pytest.raises(Conflict, match="no_trader"):
        consents.withdraw(make_member("department"), officer)
