from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import delete, func, select

from matchmaker.errors import Conflict, NotFound
from matchmaker.models import AuditEvent, Consent, Contact, Offer, Registration, User
from matchmaker.models.base import now
from matchmaker.queries import privacy
from matchmaker.queries.users import of_token
from matchmaker.schemas.registrations import RegistrationSchema
from matchmaker.services import archives, audit, consents, erasures, registrations, users
from tests.services.test_audit_replay import differing
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


@pytest.fixture
def listed(make_member: Make) -> str:
    """A member of a list, who has never agreed to anything."""
    return str(make_member("producer", name="HTX Sa Pả (mẫu)", phone="0100000009", contact="Sùng A"))


def backup() -> bytes:
    kept = io.BytesIO()
    archives.save(kept)
    return kept.getvalue()


def restored(session: Any, kept: bytes) -> int:
    done = archives.load(io.BytesIO(kept), replace=True)
    session.expire_all()
    return done.repeated


def contacts(session: Any) -> int:
    return int(session.scalar(select(func.count()).select_from(Contact)))


def test_who_never_agreed_stays_erased_by_a_backup_from_before(
    session: Any, listed: str, officer: User, make_offer: Make
) -> None:
    make_offer(officer, listed)
    kept = backup()
    consents.withdraw(listed, officer)
    erasures.path().unlink()  # the database that is replaced knows it by itself

    assert restored(session, kept) == 1
    assert (contacts(session), session.get(Offer, "O1").status) == (0, "closed")
    assert (differing(), audit.broken_at()) == ({}, None)


def test_a_refusal_is_on_record_and_ends_the_link(session: Any, listed: str, officer: User) -> None:
    key = consents.key(listed)
    consents.withdraw(listed, officer)

    (row,) = privacy.consents_of(listed)
    assert (row.how, row.text, row.withdrawn_by) == ("refused", "", officer.id)
    assert row.withdrawn_at == row.given_at
    with pytest.raises(NotFound):
        consents.give(listed, key)
    assert privacy.standing_consent(listed) is None


def test_an_erasure_of_which_only_its_event_tells_is_done_again(
    session: Any, listed: str, officer: User
) -> None:
    kept = backup()
    consents.withdraw(listed, officer)
    session.execute(delete(Consent))  # as it was before refusals were put on record
    session.commit()
    erasures.path().unlink()

    assert restored(session, kept) == 1
    assert contacts(session) == 0


def test_a_backup_that_knows_of_the_erasure_keeps_who_was_entered_after_it(
    session: Any, listed: str, officer: User
) -> None:
    consents.withdraw(listed, officer)
    session.add(Contact(organisation_id=listed, name="Sùng B", phone="0100000008"))
    session.commit()
    kept = backup()

    assert (restored(session, kept), contacts(session)) == (0, 1)
    consents.withdraw(listed, session.get(User, officer.id))
    assert (restored(session, kept), contacts(session)) == (1, 0)


def test_who_agreed_after_an_erasure_is_left_by_a_backup_from_after_it(
    session: Any, listed: str, officer: User
) -> None:
    consents.withdraw(listed, officer)
    consents.told(listed, officer)
    kept = backup()

    assert restored(session, kept) == 0
    assert privacy.standing_consent(listed) is not None


def test_no_second_consent_stands_on_when_one_is_taken_back(
    session: Any, member: User, officer: User
) -> None:
    organisation_id = member.organisation_id
    consents.keep(organisation_id, "2025-01", now(), officer)  # joined to a member that had agreed before
    session.commit()
    consents.withdraw(organisation_id, officer)

    assert privacy.standing_consent(organisation_id) is None


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
