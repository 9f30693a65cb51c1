"""The page behind a participant's personal link."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from icalendar import Calendar

from matchmaker.extensions import db
from matchmaker.models import User
from matchmaker.queries import wishes
from matchmaker.services import arranging, conferences, personal_links
from tests.web.test_conferences import DOCUMENT

Look = Callable[..., Any]


def whole(**changes: Any) -> dict[str, Any]:
    """The sample conference with dates, and with personal data that nobody else may read."""
    private = {"phone": "0100 000 077", "contact": "Giàng A Mẫu", "delegates": [{"name": "Vàng Thị Mẫu"}]}
    people = [{**row, **private} for row in DOCUMENT["participants"]]
    slots = [{**slot, "date": "2026-12-10"} for slot in DOCUMENT["slots"]]
    return {**DOCUMENT, "participants": people, "slots": slots, "venue": "Nhà văn hóa (mẫu)", **changes}


@pytest.fixture
def organizer(app: Flask, make_user: Callable[..., User]) -> User:
    user = make_user("organizer")
    with app.app_context():
        conferences.post(whole(), user, "C1")
    return user


@pytest.fixture
def link(app: Flask, organizer: User) -> Callable[[str], str]:
    """The address of a participant's own page."""

    def of(participant: str) -> str:
        with app.app_context():
            rows = conferences.conferences.one("C1", db.session.get(User, organizer.id)).document[
                "participants"
            ]
            row = next(row for row in rows if row["id"] == participant)
            return f"/p/C1/{participant}/{personal_links.key('C1', row)}"

    return of


def test_a_stranger_with_the_link_chooses_and_comes_back_to_the_choice(
    app: Flask, client: FlaskClient, look: Look, link: Callable[[str], str]
) -> None:
    page = look(client, link("B1"))
    assert page.heading == "Siêu thị (mẫu)"
    assert page.headers["Cache-Control"] == "no-store"
    assert "noindex" in page.headers["X-Robots-Tag"]
    look(client, link("B1"), {"w-P1": "want-1", "w-P2": "no", "w-nobody": "must"})
    with app.app_context():
        assert [(w.other, w.kind, w.rank, w.source) for w in wishes.of_party("C1", "B1")] == [
            ("P1", "want", 1, "link"),
            ("P2", "no", 0, "link"),
        ]
    again = look(client, link("B1"))
    assert [tag["value"] for tag in again.all("option") if "selected" in tag] == ["want-1", "no"]


def test_nothing_personal_of_others_stands_on_the_page(
    client: FlaskClient, look: Look, link: Callable[[str], str]
) -> None:
    html = look(client, link("B1")).html + look(client, link("B1") + "?q=htx").html
    assert "HTX Hai (mẫu)" in html
    assert "0100 000 077" not in html
    assert "Giàng" not in html
    assert "Vàng" not in html


@pytest.mark.parametrize("wrong", ["/p/C1/B1/0123456789abcdef0123", "/p/C2/B1/x", "/p/C1/nobody/x"])
def test_a_wrong_link_is_not_found_for_looking_and_for_telling(
    client: FlaskClient, organizer: User, wrong: str
) -> None:
    assert client.get(wrong).status_code == 404
    assert client.post(wrong, data={"w-P1": "must"}).status_code == 404
    assert client.get(f"{wrong}/lich.ics").status_code == 404


def test_the_link_of_one_opens_nothing_of_another(client: FlaskClient, link: Callable[[str], str]) -> None:
    key = link("P1").rsplit("/", 1)[1]
    assert client.get(f"/p/C1/P2/{key}").status_code == 404


def test_the_search_narrows_and_a_wish_not_shown_stays(
    app: Flask, client: FlaskClient, look: Look, link: Callable[[str], str]
) -> None:
    look(client, link("B1"), {"w-P1": "must"})
    page = look(client, link("B1") + "?q=hai")
    assert {tag["name"] for tag in page.all("select")} == {"w-P1", "w-P2"}
    assert [tag["name"] for tag in look(client, link("B1") + "?q=khong-co").all("select")] == ["w-P1"]
    look(client, link("B1"), {"w-P2": "want"})
    with app.app_context():
        assert [w.other for w in wishes.of_party("C1", "B1")] == ["P1", "P2"]


def test_after_it_is_handed_out_the_page_shows_the_own_timetable_and_a_calendar_file(
    app: Flask, client: FlaskClient, look: Look, link: Callable[[str], str], organizer: User
) -> None:
    with app.app_context():
        user = db.session.get(User, organizer.id)
        arranging.arrange("C1", user, 1)
    assert "Lịch gặp của đơn vị" not in look(client, link("P1")).text
    assert Calendar.from_ical(client.get(link("P1") + "/lich.ics").data).walk("VEVENT") == []
    with app.app_context():
        version = conferences.publish("C1", 1, db.session.get(User, organizer.id)).document
    meeting = next(m for m in version["meetings"] if m["a"] == "P1")
    page = look(client, link("P1"))
    assert "Siêu thị (mẫu) Bàn 1" in page.text
    assert "HTX Hai" not in page.html
    assert not page.all("select")
    answer = client.get(link("P1") + "/lich.ics")
    assert answer.mimetype == "text/calendar"
    event = Calendar.from_ical(answer.data).walk("VEVENT")[0]
    assert event["summary"] == "Siêu thị (mẫu) · Bàn 1"
    assert event["location"] == "Bàn 1, Nhà văn hóa (mẫu)"
    hour = 24 + meeting["slot"] - 7  # the slots begin at one, two and three in the morning, in Viet Nam
    assert event["dtstart"].dt.isoformat() == f"2026-12-09T{hour}:00:00+00:00"


def test_the_best_counterparts_of_the_ranking_come_first_with_product_and_reason_but_no_price(
    app: Flask, client: FlaskClient, look: Look, organizer: User, traders: tuple[str, str]
) -> None:
    producer, buyer = traders
    people = [
        {
            "id": "S1",
            "organisation": producer,
            "side": "producer",
            "name": "HTX Bắc Hà (mẫu)",
            "available": [1],
        },
        {"id": "S2", "side": "producer", "name": "HTX khác (mẫu)", "available": [1]},
        {
            "id": "B9",
            "organisation": buyer,
            "side": "buyer",
            "name": "Siêu thị Tiên Du (mẫu)",
            "available": [1],
        },
    ]
    with app.app_context():
        conferences.post(whole(participants=people, pairs=[]), db.session.get(User, organizer.id), "C2")
        address = f"/p/C2/B9/{personal_links.key('C2', people[2])}"
    page = look(client, address)
    assert [tag["name"] for tag in page.all("select")] == ["w-S1", "w-S2"]
    assert "gợi ý" in page.text
    assert "Mận tam hoa Bắc Hà → Mận tam hoa" in page.text
    assert "12.000" not in page.text
    assert "40.000" not in page.text


def test_a_household_agrees_on_its_own_page_that_its_telephone_is_printed_and_takes_it_back(
    app: Flask, client: FlaskClient, look: Look, link: Callable[[str], str], organizer: User
) -> None:
    def public() -> dict[str, Any]:
        with app.app_context():
            rows = conferences.conferences.one("C1", db.session.get(User, organizer.id)).document
            return {row["id"]: row.get("contact_public") for row in rows["participants"]}

    assert not any(public().values())
    page = look(client, link("P1"))
    assert "0100 000 077" not in page.text
    answer = look(client, f"{link('P1')}/contact", {"contact_public": "1"})
    assert answer.status == 302
    assert [each for each, said in public().items() if said] == ["P1"]
    page = look(client, link("P1"))
    assert "được in người liên hệ và điện thoại" in page.text
    assert page.all("input", name="contact_public", checked="")
    look(client, f"{link('P1')}/contact", {})
    assert not any(public().values())
    assert look(client, f"/p/C1/P1/{'0' * 20}/contact", {"contact_public": "1"}).status == 404
