"""The day of a conference in the browser: check-in, codes, announcements, the hall's board."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.models import User
from matchmaker.queries import attendance
from matchmaker.services import arranging, conferences, hall_links, personal_links
from matchmaker.services.calendar import VIET_NAM
from matchmaker.web import hall
from tests.web.test_conferences import DOCUMENT

Look = Callable[..., Any]
DAY = "/conferences/C1/day"
DATE = "2026-11-21"  # the day of the tests


@pytest.fixture
def document() -> dict[str, Any]:
    slots = [{**slot, "date": DATE} for slot in DOCUMENT["slots"]]
    people = [{**p, "phone": "0100 123 456", "contact": "Bà Mẫu"} for p in DOCUMENT["participants"]]
    people[1]["name"] = "HTX Muối Đảo (mẫu) 0912 345 678"
    return {**DOCUMENT, "slots": slots, "participants": people}


@pytest.fixture
def browser(
    app: Flask,
    document: dict[str, Any],
    make_user: Callable[..., User],
    sign_in: Callable[[User], FlaskClient],
    monkeypatch: pytest.MonkeyPatch,
) -> FlaskClient:
    """An organizer's browser with a published timetable, at 01:05 on the day."""
    organizer = make_user("organizer")
    moment = datetime(2026, 11, 21, 1, 5, tzinfo=VIET_NAM)
    for module in ("conference_day", "conference_repair", "hall"):
        monkeypatch.setattr(f"matchmaker.web.{module}.clock", lambda: moment)
    with app.app_context():
        conferences.post(document, organizer, "C1", "Bắc Ninh")
        arranging.arrange("C1", organizer, 2)
        conferences.publish("C1", 1, organizer)
    return sign_in(organizer)


def word(app: Flask, participant: str) -> tuple[str, str, str] | None:
    with app.app_context():
        row = attendance.of_conference("C1").get(participant)
        return (row.status, row.slot, row.how) if row else None


def test_a_name_is_found_without_diacritics_and_checked_in(
    app: Flask, browser: FlaskClient, look: Look
) -> None:
    page = look(browser, f"{DAY}?q=muoi dao")
    assert "HTX Muối Đảo" in page.text
    assert "HTX Một" not in re.sub(r"Chưa đến, mà.*", "", page.text)
    answer = browser.post(
        f"{DAY}/check-in", data={"participant": "P2", "status": "arrived"}, follow_redirects=True
    )
    assert "HTX Muối Đảo (mẫu) 0912 345 678: Đã đến." in answer.text
    assert word(app, "P2") == ("arrived", "", "name")


def test_late_absent_and_left_are_noted_and_taken_back(app: Flask, browser: FlaskClient, look: Look) -> None:
    for participant, status, slot in (("P1", "late", "2"), ("P2", "absent", ""), ("B1", "left", "3")):
        browser.post(f"{DAY}/check-in", data={"participant": participant, "status": status, "slot": slot})
    assert word(app, "P1") == ("late", "2", "name")
    page = look(browser, f"{DAY}/attendance")
    assert "Dự kiến 3 đơn vị, đã đến 1, trong đó về sớm 1." in page.text
    assert "HTX Muối" not in look(browser, f"{DAY}/attendance?status=late").text
    browser.post(f"{DAY}/undo", data={"participant": "P2"})
    assert word(app, "P2") is None


def test_a_late_one_without_a_slot_is_asked_for_it(app: Flask, browser: FlaskClient) -> None:
    answer = browser.post(
        f"{DAY}/check-in", data={"participant": "P1", "status": "late"}, follow_redirects=True
    )
    assert "Chọn khung giờ." in answer.text
    assert word(app, "P1") is None


def test_who_is_missing_for_the_next_slot_is_listed(browser: FlaskClient, look: Look, app: Flask) -> None:
    with app.app_context():
        meetings = conferences.conferences.one("C1", _organizer(app)).schedules[-1].document["meetings"]
    expected = {q for m in meetings if m["slot"] == 2 for q in (m["a"], m["b"])}
    page = look(browser, DAY)
    assert f"khung kế tiếp (02:00–02:20) có cuộc gặp : {len(expected)}" in page.text.replace("gặp:", "gặp :")
    for participant in expected:
        browser.post(f"{DAY}/check-in", data={"participant": participant, "status": "arrived"})
    assert "Mọi đơn vị có cuộc gặp ở khung này đã đến." in look(browser, DAY).text


def test_a_scanned_card_checks_in_and_a_scanned_slip_opens(
    app: Flask, browser: FlaskClient, document: dict[str, Any]
) -> None:
    with app.app_context():
        key = personal_links.key("C1", document["participants"][0])
    browser.post(f"{DAY}/scan", data={"code": f"http://localhost/p/C1/P1/{key}"})
    assert word(app, "P1") == ("arrived", "", "qr")
    browser.post(f"{DAY}/scan", data={"code": " p2 "})
    assert word(app, "P2") == ("arrived", "", "name")
    slip = browser.post(f"{DAY}/scan", data={"code": "http://localhost/conferences/C1/results/P1/B1"})
    assert slip.location == "/conferences/C1/results/P1/B1"


@pytest.mark.parametrize(
    "code", ["", "X9", "http://localhost/p/C2/P1/00ff", "http://[", "/conferences/C1/results/P1/B9"]
)
def test_a_code_of_nobody_here_is_said_to_be_so(code: str, app: Flask, browser: FlaskClient) -> None:
    answer = browser.post(f"{DAY}/scan", data={"code": code}, follow_redirects=True)
    assert "Không có đơn vị nào mang mã" in answer.text
    assert word(app, "P1") is None


def test_the_personal_link_shows_an_organizer_the_check_in(
    app: Flask, browser: FlaskClient, document: dict[str, Any], client: FlaskClient
) -> None:
    with app.app_context():
        key = personal_links.key("C1", document["participants"][0])
    card = f"/p/C1/P1/{key}"
    assert "Ghi đơn vị này đã đến" in browser.get(card).text
    browser.post(f"{DAY}/check-in", data={"participant": "P1", "status": "arrived", "how": "qr"})
    assert word(app, "P1") == ("arrived", "", "qr")
    again = browser.get(card).text
    assert "Đã đến" in again
    assert "Ghi đơn vị này đã đến" not in again
    stranger = client.get(card).text
    assert "Bạn là ban tổ chức" not in stranger
    assert f"/sign-in?next={card}" in stranger


def test_the_personal_link_shows_no_check_in_to_an_officer_of_elsewhere(
    app: Flask,
    browser: FlaskClient,
    document: dict[str, Any],
    make_user: Callable[..., User],
    sign_in: Callable[[User], FlaskClient],
) -> None:
    with app.app_context():
        key = personal_links.key("C1", document["participants"][0])
    far = sign_in(make_user("officer", "far@example.com", provinces=["Cà Mau"]))
    assert "Bạn là ban tổ chức" not in far.get(f"/p/C1/P1/{key}").text


def test_officers_of_the_province_check_in_and_others_do_not(
    app: Flask, browser: FlaskClient, make_user: Callable[..., User], sign_in: Callable[[User], FlaskClient]
) -> None:
    near = sign_in(make_user("officer", "near@example.com", provinces=["Bắc Ninh"]))
    far = sign_in(make_user("officer", "far@example.com", provinces=["Cà Mau"]))
    told = {"participant": "P1", "status": "arrived"}
    assert far.post(f"{DAY}/check-in", data=told).status_code == 404
    assert near.post(f"{DAY}/check-in", data=told).status_code == 302
    assert word(app, "P1") == ("arrived", "", "name")


def test_the_next_slot_is_announced_by_table(browser: FlaskClient, look: Look) -> None:
    page = look(browser, f"{DAY}/announce?slot=1")
    assert "Mời vào bàn: 01:00–01:20" in page.text
    assert look(browser, f"{DAY}/announce?slot=99").status == 404


def hall_page(app: Flask, client: FlaskClient, look: Look, query: str = "") -> Any:
    with app.app_context():
        key = hall_links.key("C1")
    return look(client, f"/hall/C1/{key}{query}")


def test_the_board_needs_its_link_alone_and_shows_names_and_tables_alone(
    app: Flask, browser: FlaskClient, client: FlaskClient, look: Look
) -> None:
    pages = [hall_page(app, client, look, f"?slot={slot}") for slot in (1, 2, 3)]
    text = " ".join(page.text for page in pages)
    assert "Siêu thị (mẫu)" in text
    assert "HTX Muối Đảo" in text
    assert "0912" not in text
    assert "0100" not in text
    assert "Bà Mẫu" not in text
    assert pages[0].all("meta", **{"http-equiv": "refresh"}) == [
        {"http-equiv": "refresh", "content": str(hall.SECONDS)}
    ]
    assert pages[0].headers["Cache-Control"] == "no-store"
    assert "noindex" in pages[0].headers["X-Robots-Tag"]
    for wrong in ("/hall/C1/0000", "/hall/C9/0000", "/hall/C1/%C3%A9"):
        assert client.get(wrong).status_code == 404


def test_the_board_turns_from_the_slot_under_way_to_the_next_by_time(
    app: Flask, browser: FlaskClient, client: FlaskClient, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    for beat in range(2):
        monkeypatch.setattr(hall.time, "time", lambda beat=beat: beat * hall.SECONDS + 1.0)
        told.append(hall_page(app, client, look).heading)
    assert ["Đang diễn ra" in told[0], "Khung kế tiếp" in told[1]] == [True, True]
    assert "01:00–01:20" in told[0]
    assert "02:00–02:20" in told[1]


def test_the_board_pages_through_many_tables(
    app: Flask, browser: FlaskClient, client: FlaskClient, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = 2 * hall.TABLES + 3
    people = [
        {"id": f"{side}{n}", "side": name, "name": f"{name} {n}", "available": [1]}
        for side, name in (("P", "producer"), ("B", "buyer"))
        for n in range(count)
    ]
    document = {
        **DOCUMENT,
        "participants": people,
        "slots": [{**DOCUMENT["slots"][0], "date": DATE}],
        "tables": [{"id": str(n)} for n in range(count)],
        "pairs": [{"a": f"P{n}", "b": f"B{n}", "score": 5} for n in range(count)],
    }
    organizer = _organizer(app)
    with app.app_context():
        conferences.post(document, organizer, "C2")
        meetings = [{"a": f"P{n}", "b": f"B{n}", "slot": 1, "table": str(n)} for n in range(count)]
        conferences.keep_schedule("C2", {"meetings": meetings}, organizer)
        key = hall_links.key("C2")
    assert "chưa phát hành" in client.get(f"/hall/C2/{key}?slot=1").text
    with app.app_context():
        conferences.publish("C2", 1, organizer)
    seen: list[str] = []
    for beat in range(3):
        monkeypatch.setattr(hall.time, "time", lambda beat=beat: beat * hall.SECONDS + 0.5)
        seen += re.findall(r"producer [0-9]+", look(client, f"/hall/C2/{key}?slot=1").text)
    assert sorted(seen) == sorted(f"producer {n}" for n in range(count))


ATTRIBUTES = "src|href|action|srcset|content|poster|data|hx-get|hx-post"
OUTSIDE = re.compile(rf"""(?:{ATTRIBUTES})\s*=\s*["']?\s*(?:[a-z]+:)?//(?!localhost)""", re.I)
FETCHED = re.compile(
    r"""url\(\s*["']?(?:https?:)?//|@import|importScripts|https?://[^ "']*\.(?:js|css|woff2?)\b"""
)


def test_no_page_of_the_conference_needs_the_network(
    app: Flask, browser: FlaskClient, document: dict[str, Any]
) -> None:
    """One laptop without a network serves it all: no address outside, in no page, style sheet or script."""
    with app.app_context():
        links = [
            f"/hall/C1/{hall_links.key('C1')}",
            f"/p/C1/P1/{personal_links.key('C1', document['participants'][0])}",
        ]
    ruled = [
        rule.rule.replace("<conference_id>", "C1").replace("<int:number>", "1")
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/conferences/<conference_id>") and "GET" in (rule.methods or ())
    ]
    given = {"<producer>": "P1", "<buyer>": "B1", "<participant_id>": "P1"}
    paths = []
    for path in ruled:
        for mark, value in given.items():
            path = path.replace(mark, value)
        if "<" not in path and not path.endswith((".pdf", ".xlsx", ".docx", ".zip")):
            paths.append(path + ("?a=P1&b=B1" if path.endswith("/meeting") else ""))
    assert len(paths) > 15
    looked = 0
    for path in [*paths, *links]:
        answer = browser.get(path)
        if answer.mimetype != "text/html" or answer.status_code != 200:
            continue
        looked += 1
        assert OUTSIDE.findall(answer.text) == [], path
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "//" not in policy
        for asset in set(re.findall(r'"(/static/build/[^"]+\.(?:css|js))"', answer.text)):
            with browser.get(asset, headers={"Accept-Encoding": "identity"}) as content:
                assert content.status_code == 200
                assert FETCHED.findall(content.text) == [], asset
    assert looked > 15


def _organizer(app: Flask) -> User:
    from matchmaker.extensions import db

    with app.app_context():
        found = db.session.scalars(db.select(User).where(User.email == "organizer@example.com")).one()
        assert found.roles
        return found
