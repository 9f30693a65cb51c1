"""The organizer's pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.models import User
from matchmaker.services import arranging, conferences

SLOTS = [1, 2, 3]
DOCUMENT: dict[str, Any] = {
    "format": "meetplan/1",
    "name": "Hội nghị thử (mẫu)",
    "participants": [
        {"id": "P1", "side": "producer", "name": "HTX Một <b> (mẫu)", "available": SLOTS},
        {"id": "P2", "side": "producer", "name": "HTX Hai (mẫu)", "available": [1, 2]},
        {
            "id": "B1",
            "side": "buyer",
            "name": "Siêu thị (mẫu)",
            "host": True,
            "available": SLOTS,
            "fixed_table": "1",
        },
    ],
    "slots": [{"id": s, "day": 1, "session": "am", "start": f"0{s}:00", "end": f"0{s}:20"} for s in SLOTS],
    "tables": [{"id": "1"}, {"id": "2"}],
    "pairs": [{"a": "P1", "b": "B1", "score": 9}, {"a": "P2", "b": "B1", "score": 5}],
}


@pytest.fixture
def browser(
    app: Flask, make_user: Callable[..., User], sign_in: Callable[[User], FlaskClient]
) -> FlaskClient:
    """An organizer's browser, with the conference C1 entered."""
    organizer = make_user("organizer")
    with app.app_context():
        conferences.post(DOCUMENT, organizer, "C1")
    return sign_in(organizer)


def test_the_list_leads_to_the_conference_which_has_no_timetable_yet(browser: FlaskClient) -> None:
    assert "/conferences/C1" in browser.get("/conferences/").text
    page = browser.get("/conferences/C1")
    assert page.status_code == 200
    assert "Chưa có lịch" in page.text


def test_arranging_shows_the_grid_and_names_are_escaped(browser: FlaskClient) -> None:
    answer = browser.post("/conferences/C1/timetables", follow_redirects=True)
    assert answer.status_code == 200
    assert "HTX Một &lt;b&gt; (mẫu)" in answer.text
    assert "HTX Hai (mẫu)" in answer.text
    assert "Tốt nhất, đã chứng minh" in answer.text


def test_the_check_names_what_a_move_would_break(app: Flask, browser: FlaskClient) -> None:
    browser.post("/conferences/C1/timetables")
    page = browser.get("/conferences/C1/timetables/1/meeting?a=P2&b=B1&slot=3&table=2")
    assert "HTX Hai (mẫu) vắng ở khung 3" in page.text
    assert "Siêu thị (mẫu) ngồi cố định ở bàn 1" in page.text
    refused = browser.post(
        "/conferences/C1/timetables/1/meeting", data={"a": "P2", "b": "B1", "slot": "3", "table": "1"}
    )
    assert refused.status_code == 422
    assert "HTX Hai (mẫu) vắng ở khung 3" in refused.text


def test_a_good_move_makes_a_version_that_prints(app: Flask, browser: FlaskClient) -> None:
    browser.post("/conferences/C1/timetables")
    with app.app_context():
        stored = arranging.conferences.one("C1", _anyone(app)).schedules[0].document["meetings"]
    where = {m["a"]: m["slot"] for m in stored}
    free = next(s for s in SLOTS if s not in where.values())
    moved = browser.post(
        "/conferences/C1/timetables/1/meeting",
        data={"a": "P1", "b": "B1", "slot": str(free), "table": "1"},
        follow_redirects=True,
    )
    assert "bản số 2" in moved.text
    pdf = browser.get("/conferences/C1/prints/tables.pdf?version=2")
    assert pdf.mimetype == "application/pdf"
    assert pdf.data.startswith(b"%PDF")
    assert (
        "bản mới hơn"
        in browser.post(
            "/conferences/C1/timetables/1/meeting",
            data={"a": "P1", "b": "B1", "slot": str(free), "table": "1"},
            follow_redirects=True,
        ).text
    )


def test_an_unknown_version_print_or_meeting_is_not_found(browser: FlaskClient) -> None:
    browser.post("/conferences/C1/timetables")
    for path in (
        "?version=9",
        "/prints/grid.pdf?version=9",
        "/prints/secret.pdf?version=1",
        "/timetables/1/meeting?a=P1&b=P2",
    ):
        assert browser.get(f"/conferences/C1{path}").status_code == 404, path


def test_an_officer_reads_the_timetable_but_cannot_change_it(
    app: Flask, browser: FlaskClient, make_user: Callable[..., User], sign_in: Callable[[User], FlaskClient]
) -> None:
    browser.post("/conferences/C1/timetables")
    reader = sign_in(make_user("national_reader"))
    page = reader.get("/conferences/C1")
    assert "HTX Hai (mẫu)" in page.text
    assert "/timetables/1/meeting" not in page.text
    assert reader.post("/conferences/C1/timetables").status_code == 403


def _anyone(app: Flask) -> User:
    from matchmaker.extensions import db

    found = db.session.scalars(db.select(User)).first()
    assert found is not None
    return found
