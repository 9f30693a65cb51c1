"""Repairing in the browser: nothing is kept until accepted; then who must be told, what is printed again."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.models import User
from matchmaker.queries import conferences as queries
from matchmaker.services import arranging, conferences
from tests.web.test_conferences import DOCUMENT, _anyone

Look = Callable[..., Any]
REPAIR = "/conferences/C1/day/repair"


@pytest.fixture
def browser(
    app: Flask,
    make_user: Callable[..., User],
    sign_in: Callable[[User], FlaskClient],
    monkeypatch: pytest.MonkeyPatch,
) -> FlaskClient:
    """An organizer's browser with a published timetable."""
    monkeypatch.setitem(app.config, "REPAIR_SECONDS", 1.0)
    organizer = make_user("organizer")
    people = [{**p, "phone": "0100 123 456"} for p in DOCUMENT["participants"]]
    with app.app_context():
        conferences.post({**DOCUMENT, "participants": people}, organizer, "C1", "Bắc Ninh")
        arranging.arrange("C1", organizer, 2)
        conferences.publish("C1", 1, organizer)
    return sign_in(organizer)


def versions(app: Flask) -> list[tuple[int, str, bool]]:
    with app.app_context():
        kept = queries.one("C1", _anyone(app)).schedules
        return [(v.number, v.cause, v.published_at is not None) for v in kept]


def proposal(page: Any) -> str:
    (field,) = page.all("input", name="proposal")
    return str(field["value"])


def test_a_no_show_is_repaired_in_three_steps(app: Flask, browser: FlaskClient, look: Look) -> None:
    browser.post("/conferences/C1/day/check-in", data={"participant": "P2", "status": "absent"})
    assert "HTX Hai (mẫu)" in look(browser, REPAIR).text
    page = look(browser, REPAIR, data={"now": "1"})
    assert "Bỏ: 1 cuộc gặp" in page.text
    assert "HTX Hai (mẫu) – Siêu thị (mẫu): bỏ cuộc gặp lúc" in page.text
    assert "Cần báo cho 1 đơn vị" in page.text
    assert page.all("input", name="note")[0]["value"] == "1 đơn vị vắng"
    assert versions(app) == [(1, "planned", True)]
    data = {"proposal": proposal(page), "note": "1 đơn vị vắng", "publish": "yes"}
    told = look(browser, f"{REPAIR}/accept", data=data, follow_redirects=True)
    assert versions(app) == [(1, "planned", True), (2, "repaired", True)]
    assert "Siêu thị (mẫu) · 0100 123 456" in told.text
    sheets = [a["href"] for a in told.all("a") if "/prints/changes/1/2/" in a.get("href", "")]
    assert [address.rpartition("/")[2] for address in sheets] == ["tables.pdf", "participants.pdf"]
    pdf = browser.get(sheets[0])
    assert pdf.mimetype == "application/pdf"
    log = look(browser, "/conferences/C1/timetables/2/changes")
    assert "bỏ" in log.text
    kept = look(browser, "/conferences/C1").text
    assert "Xếp lại trong ngày: 1 đơn vị vắng organizer@example.com" in kept


def test_an_old_or_forged_proposal_changes_nothing(app: Flask, browser: FlaskClient, look: Look) -> None:
    packed = proposal(look(browser, REPAIR, data={"now": "1", "extra_tables": "1"}))
    browser.post("/conferences/C1/timetables/1/lock", data={"a": "P1", "b": "B1", "locked": "yes"})
    for sent in (packed, "nothing", packed[:-3]):
        answer = browser.post(f"{REPAIR}/accept", data={"proposal": sent}, follow_redirects=True)
        assert "hãy xem lại" in answer.text or "hãy tính lại" in answer.text
    assert versions(app) == [(1, "planned", True)]


def test_what_cannot_have_happened_comes_back_with_its_reason(browser: FlaskClient, look: Look) -> None:
    page = look(browser, REPAIR, data={"now": "2", "lost_slots": "1"})
    assert (page.status, "Khung 1 đã qua." in page.text) == (422, True)
    assert look(browser, REPAIR, data={"now": "1", "extra_tables": "nhiều"}).status == 422


def test_a_walk_in_goes_from_the_door_to_its_meetings(app: Flask, browser: FlaskClient, look: Look) -> None:
    address = "/conferences/C1/day/walk-in"
    assert look(browser, address, data={"side": "producer"}).status == 422
    form = look(browser, address)
    assert [box["value"] for box in form.all("input", name="partner")] == ["B1"]
    sent = {"name": "HTX Mới (mẫu)", "side": "producer", "products": "Mật ong", "partner": "B1"}
    page = look(browser, address, data=sent, follow_redirects=True)
    assert "Khách mới đến: HTX Mới (mẫu)" in page.text
    found = look(browser, REPAIR, data={"now": "1"})
    assert re.search(r"Thêm: 1 cuộc gặp HTX Mới \(mẫu\) – Siêu thị \(mẫu\)", found.text)


def test_a_meeting_is_locked_and_unlocked_on_its_page(browser: FlaskClient, look: Look) -> None:
    meeting = "/conferences/C1/timetables/1/meeting"
    lock = {"a": "P1", "b": "B1", "locked": "yes"}
    page = look(browser, "/conferences/C1/timetables/1/lock", data=lock, follow_redirects=True)
    assert "Cuộc gặp này đang khóa" in page.text
    move = {"a": "P1", "b": "B1", "slot": "3", "table": "1"}
    refused = look(browser, meeting, data=move, follow_redirects=True)
    assert "đang khóa" in refused.text
    free = look(
        browser, "/conferences/C1/timetables/1/lock", data={**lock, "locked": "no"}, follow_redirects=True
    )
    assert "Đã mở khóa cuộc gặp." in free.text


def test_the_check_of_a_move_is_asked_for_while_one_chooses(browser: FlaskClient, look: Look) -> None:
    page = look(browser, "/conferences/C1/timetables/1/meeting?a=P1&b=B1")
    (form,) = [f for f in page.all("form") if f.get("hx-trigger") == "change"]
    assert form["hx-target"] == "#check"


def test_an_earlier_version_is_taken_up_again(app: Flask, browser: FlaskClient, look: Look) -> None:
    packed = proposal(look(browser, REPAIR, data={"now": "1", "lost_slots": "1"}))
    browser.post(f"{REPAIR}/accept", data={"proposal": packed})
    old = look(browser, "/conferences/C1?version=1")
    assert "Lấy lại bản này thành bản mới" in old.text
    page = look(browser, "/conferences/C1/timetables/1/restore", data={}, follow_redirects=True)
    assert "Đã lấy lại bản số 1 thành bản số 3." in page.text
    assert versions(app) == [(1, "planned", True), (2, "repaired", False), (3, "restored", False)]
    again = look(browser, "/conferences/C1/timetables/3/restore", data={}, follow_redirects=True)
    assert "Đây đang là bản mới nhất." in again.text


def test_an_officer_of_the_province_on_duty_repairs_and_hands_out_but_does_not_plan(
    app: Flask,
    browser: FlaskClient,
    look: Look,
    make_user: Callable[..., User],
    sign_in: Callable[[User], FlaskClient],
) -> None:
    near = sign_in(make_user("officer", "near@example.com", provinces=["Bắc Ninh"]))
    far = sign_in(make_user("officer", "far@example.com", provinces=["Cà Mau"]))
    told = {"participant": "P1", "status": "absent"}
    assert near.post("/conferences/C1/day/check-in", data=told).status_code == 302
    assert near.get(REPAIR).status_code == 200
    packed = proposal(look(near, REPAIR, data={"now": "1"}))
    assert near.post(f"{REPAIR}/accept", data={"proposal": packed}).status_code == 302
    assert near.post("/conferences/C1/timetables/2/publish").status_code == 302
    assert [(number, published) for number, _cause, published in versions(app)] == [(1, True), (2, True)]
    assert near.post("/conferences/C1/timetables").status_code == 403
    page = near.get("/conferences/C1").text
    assert "Xếp lịch lại" not in page
    assert far.get(REPAIR).status_code == 404
