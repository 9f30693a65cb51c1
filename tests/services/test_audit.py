from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select, text

from matchmaker.models import AuditEvent, Match, User
from matchmaker.services import audit, decisions, offers
from matchmaker.services.transaction import transaction

Make = Callable[..., Any]


def events(session: Any) -> list[tuple[str, str]]:
    found = session.scalars(select(AuditEvent).order_by(AuditEvent.id))
    return [(event.action, event.subject_id) for event in found]


def test_every_change_leaves_its_event(
    session: Any, make_user: Make, make_offer: Make, make_demand: Make
) -> None:
    officer = make_user()
    make_offer(officer)
    make_demand(officer)
    match = session.scalar(select(Match))
    decisions.decide(match.id, "accept", "", "", session.get(User, officer.id))

    told = [(action, subject) for action, subject in events(session) if not action.startswith("profile.")]
    assert told == [
        ("user.created", str(officer.id)),
        ("offer.posted", "O1"),
        ("demand.posted", "D1"),
        ("demand.ranked", "D1"),
        ("match.decided", str(match.id)),
    ]


def test_an_event_names_whom_an_officer_acted_for(
    session: Any, make_user: Make, make_member: Make, make_offer: Make
) -> None:
    member = make_member("producer")
    make_offer(make_user(), member)

    event = session.scalar(select(AuditEvent).where(AuditEvent.action == "offer.posted"))

    assert event.on_behalf_of == member


def test_a_refused_change_leaves_no_event(session: Any, make_user: Make, make_offer: Make) -> None:
    officer = make_user()
    make_offer(officer)
    before = events(session)

    with pytest.raises(Exception, match="duplicate_id"):
        offers.post({"id": "O1", "product": "x"}, session.get(User, officer.id))

    assert events(session) == before


def test_the_chain_of_untouched_events_holds(session: Any, make_user: Make, make_offer: Make) -> None:
    make_offer(make_user())

    assert audit.broken_at() is None


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE audit_events SET subject_id = 'O9' WHERE action = 'offer.posted'",
        "UPDATE audit_events SET user_id = NULL WHERE action = 'offer.posted'",
        "UPDATE audit_events SET previous = 'x' WHERE action = 'offer.posted'",
        "DELETE FROM audit_events WHERE action = 'user.created'",
    ],
)
def test_a_touched_event_breaks_the_chain(
    session: Any, make_user: Make, make_offer: Make, damage: str
) -> None:
    make_offer(make_user())
    with transaction():
        session.execute(text(damage))
    session.expire_all()

    event = session.scalar(select(AuditEvent).where(AuditEvent.action == "offer.posted"))
    assert audit.broken_at() == event.id


def test_passwords_and_tokens_never_enter_the_trail(session: Any, make_user: Make, api: Make) -> None:
    api(make_user())

    written = " ".join(str(event.facts) for event in session.scalars(select(AuditEvent)))

    assert "mat-khau" not in written
    assert "argon2" not in written
