"""Runs of the planner through the pages, versions handed out, and what they changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.extensions import db
from matchmaker.models import User
from matchmaker.services import conferences, planning
from matchmaker.services.transaction import transaction
from tests.web.test_conferences import DOCUMENT

Look = Callable[..., Any]


@pytest.fixture
def organizer(app: Flask, make_user: Callable[..., User]) -> User:
    user = make_user("organizer")
    with app.app_context():
        conferences.post(DOCUMENT, user, "C1")
    return user


@pytest.fixture
def browser(organizer: User, sign_in: Callable[[User], FlaskClient]) -> FlaskClient:
    return sign_in(organizer)


def waiting_run(app: Flask, organizer: User) -> int:
    """A run that no worker has taken up yet."""
    with app.app_context():
        return planning.ask("C1", 30, db.session.get(User, organizer.id)).id


def test_a_run_under_way_shows_how_far_it_is_and_asks_again_by_itself(
    app: Flask, browser: FlaskClient, look: Look, organizer: User
) -> None:
    run_id = waiting_run(app, organizer)
    with app.app_context(), transaction() as session:
        run = session.get(planning.PlanningRun, run_id)
        run.status = "running"
        run.progress = {
            "stage": "improved",
            "seconds": 3.2,
            "meetings": 187,
            "score": 90,
            "bound": 100,
            "gaps": 4,
        }
    page = look(browser, f"/conferences/C1/runs/{run_id}")
    assert "Đang xếp: Đang cải thiện" in page.text
    assert "187" in page.text
    assert "90 %" in page.text
    assert page.all("meta", **{"http-equiv": "refresh"})
    assert page.all("div", **{"hx-trigger": "every 1s"})
    look(browser, f"/conferences/C1/runs/{run_id}/stop", {})
    assert "Đang dừng" in look(browser, f"/conferences/C1/runs/{run_id}").text


def test_a_second_run_leads_to_the_one_under_way(
    app: Flask, browser: FlaskClient, look: Look, organizer: User
) -> None:
    run_id = waiting_run(app, organizer)
    answer = look(browser, "/conferences/C1/timetables", {"seconds": "10"})
    assert answer.headers["Location"].endswith(f"/runs/{run_id}")
    look(browser, f"/conferences/C1/runs/{run_id}/stop", {})
    page = look(browser, f"/conferences/C1/runs/{run_id}")
    assert "Đã dừng" in page.text
    assert not page.all("div", **{"hx-trigger": "every 1s"})


def test_a_run_of_another_conference_or_none_is_not_found(
    app: Flask, browser: FlaskClient, look: Look, organizer: User
) -> None:
    run_id = waiting_run(app, organizer)
    with app.app_context():
        conferences.post(DOCUMENT, db.session.get(User, organizer.id), "C2")
    for path in (
        f"/conferences/C2/runs/{run_id}",
        "/conferences/C1/runs/99",
        f"/conferences/C1/runs/{2**40}",
    ):
        assert look(browser, path).status == 404


def test_what_cannot_be_is_said_before_the_button(
    app: Flask, browser: FlaskClient, look: Look, organizer: User
) -> None:
    assert "Không thấy điều gì cản trở." in look(browser, "/conferences/C1/preparation").text
    with app.app_context():
        user = db.session.get(User, organizer.id)
        greedy = [
            {**row, "max_meetings": 2} if row["id"] == "P2" else row for row in DOCUMENT["participants"]
        ]
        absent = [
            {**row, "available": [3], "min_meetings": 2} if row["id"] == "B1" else row for row in greedy
        ]
        conferences.change("C1", {**DOCUMENT, "participants": absent}, user, 1)
    page = look(browser, "/conferences/C1/preparation")
    assert "Siêu thị (mẫu) cần ít nhất 2 cuộc mà chỉ có mặt 1 khung giờ." in page.text
    assert page.all("select", name="seconds")


def test_a_version_is_handed_out_and_its_changes_are_told(browser: FlaskClient, look: Look) -> None:
    look(browser, "/conferences/C1/timetables", {"seconds": "1"})
    page = look(browser, "/conferences/C1")
    assert "Chưa phát hành bản nào" in page.text
    look(browser, "/conferences/C1/timetables/1/publish", {})
    page = look(browser, "/conferences/C1")
    assert "Đã phát hành bản lịch số 1" in page.text
    assert "đang dùng" in page.text
    assert not page.all("form", action="/conferences/C1/timetables/1/publish")
    stored = next(tag["href"] for tag in page.all("a") if "/meeting?" in tag["href"])
    a, b = (part.split("=")[1] for part in stored.split("?")[1].split("&"))
    first = look(browser, stored)
    now = next(tag["value"] for tag in first.all("option") if "selected" in tag)
    others = {"1", "2", "3"} - {now}
    for slot in sorted(others):
        data = {"a": a, "b": b, "slot": slot, "table": "1"}
        if look(browser, "/conferences/C1/timetables/1/meeting", data).status == 302:
            break
    changes = look(browser, "/conferences/C1/timetables/2/changes")
    assert "đổi giờ" in changes.text
    assert "Các đơn vị đang giữ bản số 1." in look(browser, "/conferences/C1").text
    assert "Đây là bản đầu tiên." in look(browser, "/conferences/C1/timetables/1/changes").text
