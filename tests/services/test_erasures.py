"""Erasures are noted outside the database, so that a lost machine brings nobody back."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from matchmaker.extensions import db
from matchmaker.models import Base, Contact, User
from matchmaker.schemas.registrations import RegistrationSchema
from matchmaker.services import archives, consents, erasures, registrations
from tests.services.test_registrations import FORM

DAY = datetime(2026, 11, 1, 8, tzinfo=UTC)


@pytest.fixture
def member(session: Any, make_user: Callable[..., Any]) -> User:
    officer = session.get(User, make_user("officer").id)
    row = registrations.approve(registrations.send(RegistrationSchema().load(FORM)).id, officer)
    return session.get(User, row.user_id)


def backup() -> bytes:
    found = io.BytesIO()
    archives.save(found)
    return found.getvalue()


def contacts() -> int:
    return int(db.session.scalar(select(func.count()).select_from(Contact)) or 0)


def lose_the_machine() -> None:
    """Empty the database: what it knew of erasures is lost with it."""
    for table in reversed(Base.metadata.sorted_tables):
        db.session.execute(table.delete())
    db.session.commit()


def test_an_old_backup_on_a_new_machine_brings_nobody_back_who_was_erased(member: User) -> None:
    organisation, kept = str(member.organisation_id), backup()
    consents.withdraw(organisation, member)
    assert erasures.path().stat().st_mode & 0o077 == 0
    assert organisation not in erasures.path().read_text()
    lose_the_machine()
    restored = archives.load(io.BytesIO(kept))
    db.session.expire_all()
    assert (contacts(), restored.repeated, restored.noted) == (0, 1, True)


def test_neither_does_it_bring_back_who_never_agreed(
    member: User, make_member: Callable[..., str], make_user: Callable[..., Any]
) -> None:
    listed = make_member("producer", phone="0100000009")
    before, kept = contacts(), backup()
    consents.withdraw(listed, db.session.get_one(User, make_user("administrator", "a@example.com").id))
    lose_the_machine()
    restored = archives.load(io.BytesIO(kept))
    db.session.expire_all()
    assert (contacts(), restored.repeated) == (before - 1, 1)


def test_without_the_file_a_restore_says_that_it_cannot_know(member: User) -> None:
    kept = backup()
    consents.withdraw(str(member.organisation_id), member)
    erasures.path().unlink()
    lose_the_machine()
    restored = archives.load(io.BytesIO(kept))
    assert contacts() > 0
    assert (restored.repeated, restored.noted) == (0, False)


def test_a_backup_notes_erasures_that_are_not_noted_yet_and_none_twice(member: User) -> None:
    consents.withdraw(str(member.organisation_id), member)
    erasures.path().unlink()
    backup()
    backup()
    assert len(erasures.path().read_text().splitlines()) == 1


def test_damaged_lines_are_passed_over_and_the_last_moment_counts(session: Any) -> None:
    erasures.note({"M-1": DAY})
    with erasures.path().open("a") as file:
        file.write('{"salt": 1}\nnot json\n{"salt": "a", "digest": "b", "at": "2026-11-01"}\n\n')
    erasures.note({"M-1": DAY + timedelta(days=1), "M-2": DAY})
    assert erasures.known(["M-1", "M-2", "M-3"]) == {"M-1": DAY + timedelta(days=1), "M-2": DAY}


def test_a_consent_is_taken_back_although_no_file_can_be_written(
    member: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> int:
        raise OSError("no space left")

    monkeypatch.setattr("matchmaker.services.erasures.os.open", full)
    consents.withdraw(str(member.organisation_id), member)
    assert contacts() == 0
