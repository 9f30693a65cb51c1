"""Runs of the planner: asked for, carried out, stopped, failed, and the versions they leave."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from matchmaker.errors import Conflict, NotFound
from matchmaker.models import PlanningRun, User
from matchmaker.models.base import now
from matchmaker.queries import conferences as queries
from matchmaker.queries import planning_runs
from matchmaker.scheduling import Progress
from matchmaker.services import arranging, conferences, planning, preparing
from matchmaker.services.transaction import transaction
from tests.services.test_conferences import document
from tests.services.test_preparing import MORNING, SETTING


@pytest.fixture
def organizer(make_user: Callable[..., User], session: Any) -> User:
    return session.get(User, make_user("organizer").id)


@pytest.fixture
def conference_id(organizer: User) -> str:
    return conferences.post(document(), organizer, "C1").id


def found(run: PlanningRun, organizer: User) -> PlanningRun:
    return planning_runs.one(queries.one(run.conference_id, organizer), run.id)


def test_a_run_ends_in_a_version_with_a_bound_and_leaves_its_progress(
    conference_id: str, organizer: User
) -> None:
    run = planning.ask(conference_id, 1, organizer)
    planning.carry_out(run.id)
    run = found(run, organizer)
    assert (run.status, run.number, run.error) == ("done", 1, "")
    assert run.progress["meetings"] == 4
    version = queries.one(conference_id, organizer).schedules[0]
    assert version.cause == "planned"
    assert version.document["upper_bound"] >= version.document["claims"]["score"]
    planning.carry_out(run.id)
    assert len(queries.one(conference_id, organizer).schedules) == 1


def test_one_run_at_a_time_unless_the_other_is_lost(
    conference_id: str, organizer: User, session: Any
) -> None:
    first = planning.ask(conference_id, 1, organizer)
    with pytest.raises(Conflict, match="planning_runs"):
        planning.ask(conference_id, 1, organizer)
    with transaction():
        session.get(PlanningRun, first.id).asked_at = now() - timedelta(hours=1)
    second = planning.ask(conference_id, 1, organizer)
    assert (found(first, organizer).status, found(first, organizer).error) == (
        "failed",
        "planning_interrupted",
    )
    assert found(second, organizer).status == "queued"


def test_a_run_that_waits_is_stopped_at_once_and_never_carried_out(
    conference_id: str, organizer: User
) -> None:
    run = planning.ask(conference_id, 1, organizer)
    planning.stop(conference_id, run.id, organizer)
    planning.carry_out(run.id)
    assert found(run, organizer).status == "cancelled"
    assert queries.one(conference_id, organizer).schedules == []


def test_a_run_under_way_that_is_stopped_keeps_the_best_so_far(
    conference_id: str, organizer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = planning.ask(conference_id, 600, organizer)
    asked: list[bool] = []
    real = arranging.plan

    def stopping(*given: Any, **named: Any) -> Any:
        named["progress"](Progress("first", 0.1, 1, 5, None, 0))
        planning.stop(conference_id, run.id, organizer)
        asked.append(named["cancelled"]())
        return real(*given, **named)

    monkeypatch.setattr(arranging, "plan", stopping)
    planning.carry_out(run.id)
    assert asked == [True]
    assert (found(run, organizer).status, found(run, organizer).number) == ("done", 1)


def test_a_conference_changed_meanwhile_fails_the_run_and_keeps_nothing(
    conference_id: str, organizer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = planning.ask(conference_id, 1, organizer)
    real = arranging.plan

    def changing(*given: Any, **named: Any) -> Any:
        preparing.enter(conference_id, {"side": "producer", "name": "HTX (mẫu)"}, organizer, 1)
        return real(*given, **named)

    monkeypatch.setattr(arranging, "plan", changing)
    planning.carry_out(run.id)
    assert (found(run, organizer).status, found(run, organizer).error) == ("failed", "changed_while_planning")
    assert queries.one(conference_id, organizer).schedules == []


def test_an_error_of_the_planner_is_noted_and_told(
    conference_id: str, organizer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = planning.ask(conference_id, 1, organizer)

    def broken(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(arranging, "plan", broken)
    with pytest.raises(ZeroDivisionError):
        planning.carry_out(run.id)
    assert (found(run, organizer).status, found(run, organizer).error) == ("failed", "internal")


def test_an_empty_conference_cannot_be_arranged(organizer: User) -> None:
    empty = preparing.create(SETTING, [MORNING], organizer)
    with pytest.raises(Conflict, match="nobody_takes_part"):
        planning.ask(empty.id, 1, organizer)
    with pytest.raises(Conflict, match="nobody_takes_part"):
        arranging.propose(empty.id, organizer, 1)


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), 0.0, -5.0, 601.0])
def test_a_time_that_cannot_be_becomes_the_usual_one(
    conference_id: str, organizer: User, seconds: float
) -> None:
    assert planning.ask(conference_id, seconds, organizer).seconds == arranging.SECONDS


def test_a_run_of_another_conference_is_not_found(conference_id: str, organizer: User) -> None:
    conferences.post(document(), organizer, "C2")
    run = planning.ask("C2", 1, organizer)
    with pytest.raises(NotFound):
        planning.stop(conference_id, run.id, organizer)


def test_only_the_latest_version_is_handed_out_and_once(conference_id: str, organizer: User) -> None:
    for _ in range(2):
        arranging.arrange(conference_id, organizer, 1)
    with pytest.raises(Conflict, match="not_the_latest_timetable"):
        conferences.publish(conference_id, 1, organizer)
    assert conferences.publish(conference_id, 2, organizer).published_at is not None
    with pytest.raises(Conflict, match="published_already"):
        conferences.publish(conference_id, 2, organizer)


def test_a_version_lists_what_it_changes(conference_id: str, organizer: User) -> None:
    first = arranging.arrange(conference_id, organizer, 1).document
    moved = {**first, "meetings": [{**first["meetings"][0], "table": "9"}, *first["meetings"][1:3]]}
    version = conferences.keep_schedule(conference_id, moved, organizer, cause="repaired")
    assert [(change["kind"], change["before"] is None) for change in version.changes] == [
        ("reseated", False),
        ("lost", False),
    ]
    assert version.cause == "repaired"


def test_a_locked_meeting_keeps_slot_and_table_when_all_is_arranged_anew(
    conference_id: str, organizer: User
) -> None:
    first = arranging.arrange(conference_id, organizer, 1).document["meetings"]
    kept = {**first[0], "slot": 4, "table": "2"}
    free = [m for m in first[1:] if m["slot"] != 4]
    conferences.keep_schedule(conference_id, {"meetings": [kept, *free]}, organizer)
    stored = queries.one(conference_id, organizer)
    locked = {**stored.document, "locked": [[kept["a"], kept["b"]]]}
    conferences.change(conference_id, locked, organizer, stored.version)
    again = arranging.arrange(conference_id, organizer, 1).document["meetings"]
    assert kept in again
