"""A reminder sent is on record, and the next one is due some days after it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from matchmaker.errors import Conflict, NotFound
from matchmaker.models import AuditEvent, Introduction, User
from matchmaker.queries import day, overdue_answers
from matchmaker.services import answering, histories, introducing, reminding
from tests.conftest import TODAY, reload

Make = Callable[..., Any]


@pytest.fixture
def officer(session: Any, make_user: Make) -> User:
    return reload(make_user())


@pytest.fixture
def letter(session: Any, accepted: list[int], officer: User) -> Introduction:
    return introducing.introduce("D1", [], officer)


@pytest.fixture
def on_day(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    return lambda days: monkeypatch.setitem(app.config, "TODAY", TODAY + timedelta(days=days))


def due(officer: User, days: int) -> list[tuple[str, int]]:
    """Whom to remind on a day, with how often they were."""
    when = TODAY + timedelta(days=days)
    found = overdue_answers.listed(officer, when)
    (answers,) = [kind for kind in day.waiting(officer, when) if kind.code == "answers"]
    assert overdue_answers.count(officer, when) == len(found) == answers.count
    return sorted((row.side, row.reminders) for row in found)


@pytest.mark.parametrize(("sent", "gaps"), [(1, 4), (2, 7), (3, 7)])
def test_the_next_reminder_is_counted_from_the_last(
    letter: Introduction, officer: User, on_day: Callable[[int], None], sent: int, gaps: int
) -> None:
    last = 2 + sent
    for each in range(sent):
        on_day(3 + each)
        reminding.note(letter.id, 0, "zalo", officer)

    assert due(officer, last + gaps - 1) == [("producer", 0), ("producer", 0)]
    assert due(officer, last + gaps) == [("buyer", sent)] * 2 + [("producer", 0)] * 2
    (waiting, _same) = overdue_answers.listed(officer, TODAY + timedelta(days=last), waiting=True)
    assert waiting.next_on == TODAY + timedelta(days=last + gaps)
    assert (waiting.reminded_on, waiting.reminded_how) == (TODAY + timedelta(days=last), "zalo")


def test_a_reminder_of_one_producer_is_not_the_others(letter: Introduction, officer: User) -> None:
    reminding.note(letter.id, letter.introduced[1].match_id, "phone", officer)

    assert due(officer, 3) == [("buyer", 0), ("buyer", 0), ("producer", 0)]
    assert overdue_answers.listed(officer, TODAY + timedelta(days=2), waiting=True) == []


def test_a_button_pressed_twice_is_one_reminder_and_it_is_in_the_trail_and_the_history(
    session: Any, letter: Introduction, officer: User
) -> None:
    match = letter.introduced[0].match
    first = reminding.note(letter.id, match.id, "email", officer)

    assert reminding.note(letter.id, match.id, "email", officer).id == first.id
    assert reminding.note(letter.id, 0, "email", officer).id != first.id
    told = session.scalars(select(AuditEvent).where(AuditEvent.action == "introduction.reminded")).all()
    assert [event.facts["match"] for event in told] == [match.id, None]
    events = [(e.code, e.facts["side"], e.by) for e in histories.of(match) if e.kind == "reminder"]
    assert events == [("email", "producer", officer.email), ("email", "buyer", officer.email)]
    other = letter.introduced[1].match
    assert [e.facts["side"] for e in histories.of(other) if e.kind == "reminder"] == ["buyer"]


def test_who_owes_no_answer_is_not_reminded(letter: Introduction, officer: User, make_user: Make) -> None:
    row = letter.introduced[0]
    answering.answer(row, "producer", {"answer": "interested"}, "link")

    with pytest.raises(Conflict, match="nothing_to_remind"):
        reminding.note(letter.id, row.match_id, "zalo", officer)
    with pytest.raises(NotFound):
        reminding.note(letter.id, 999, "zalo", officer)
    far = reload(make_user("officer", "far@example.com", provinces=["Cà Mau"]))
    with pytest.raises(NotFound):
        reminding.note(letter.id, 0, "zalo", far)
