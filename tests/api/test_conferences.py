from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import ContactOpening, User
from matchmaker.services import conferences

DOCUMENT = {
    "format": "meetplan/1",
    "name": "Hội nghị thử",
    "participants": [
        {"id": "x", "side": "producer", "available": [1, 2]},
        {"id": "y", "side": "buyer", "available": [1, 2]},
    ],
    "slots": [{"id": 1, "day": 1, "session": "am"}, {"id": 2, "day": 1, "session": "am"}],
    "tables": [{"id": "1"}],
    "pairs": [{"a": "x", "b": "y", "score": 1}],
}


@pytest.fixture
def organizer(make_user: Callable[..., Any]) -> User:
    return make_user("organizer")


@pytest.fixture
def script(organizer: User, api: Callable[..., Any]) -> FlaskClient:
    return api(organizer)


def test_a_conference_is_entered_changed_and_listed(script: FlaskClient) -> None:
    made = script.post("/api/v1/conferences", json={"id": "C1", "document": DOCUMENT})
    changed = script.put(
        "/api/v1/conferences/C1",
        json={"document": DOCUMENT | {"name": "Tên mới"}},
        headers={"If-Match": made.headers["ETag"]},
    )

    assert (made.status_code, changed.status_code) == (201, 200)
    assert [item["name"] for item in script.get("/api/v1/conferences").json["items"]] == ["Tên mới"]


def test_telephones_and_names_of_persons_are_read_by_those_alone_who_work_with_them(
    script: FlaskClient, api: Callable[..., Any], make_user: Callable[..., Any]
) -> None:
    private = {"contact": "Giàng A Mẫu", "phone": "0100 000 088", "delegates": [{"name": "Vàng Thị Mẫu"}]}
    people = [{**row, **private} for row in DOCUMENT["participants"]]
    script.post("/api/v1/conferences", json={"id": "C1", "document": DOCUMENT | {"participants": people}})

    for role, sees in (("national_reader", False), ("officer", True)):
        reader = api(make_user(role))
        told = reader.get("/api/v1/conferences/C1").json["document"]["participants"][0]
        assert (told.get("phone"), told.get("contact")) == (
            (private["phone"], private["contact"]) if sees else (None, None)
        )
        assert told["delegates"] == (private["delegates"] if sees else 1)
        assert ("Vàng" in str(reader.get("/api/v1/conferences").json)) == sees


def test_a_contact_that_is_not_there_is_not_logged_as_opened(
    app: Flask, script: FlaskClient, make_member: Callable[..., str]
) -> None:
    names = {"x": make_member("producer"), "y": make_member("buyer")}
    people = [row | {"organisation": names[row["id"]]} for row in DOCUMENT["participants"]]
    people[1] |= {"phone": "0100 000 088"}
    script.post("/api/v1/conferences", json={"id": "C1", "document": DOCUMENT | {"participants": people}})
    script.get("/api/v1/conferences")

    with app.app_context():
        assert db.session.scalars(select(ContactOpening.organisation_id)).all() == [names["y"]]


def test_each_kept_timetable_is_a_version(app: Flask, script: FlaskClient, organizer: User) -> None:
    script.post("/api/v1/conferences", json={"id": "C1", "document": DOCUMENT})
    with app.app_context():
        actor = db.session.get(User, organizer.id)
        for slot in (1, 2):
            conferences.keep_schedule("C1", {"meetings": [{"a": "x", "b": "y", "slot": slot}]}, actor)

    assert script.get("/api/v1/conferences/C1").json["schedules"] == [1, 2]
    second = script.get("/api/v1/conferences/C1/schedules/2").json["document"]
    assert second["meetings"][0]["slot"] == 2
    assert script.get("/api/v1/conferences/C1/schedules/3").status_code == 404


def test_a_document_that_is_no_object_is_refused(script: FlaskClient) -> None:
    answer = script.post("/api/v1/conferences", json={"document": "x"})

    assert answer.json["errors"]["document"][0]["code"] == "not_an_object"


def test_an_ill_formed_document_is_refused_by_name(script: FlaskClient) -> None:
    answer = script.post("/api/v1/conferences", json={"document": DOCUMENT | {"tables": []}})

    assert answer.status_code == 422
    assert answer.json["errors"]["document"][0]["code"] == "none_given"


def test_a_timetable_is_planned_and_printed(script: FlaskClient) -> None:
    script.post("/api/v1/conferences", json={"id": "C1", "document": DOCUMENT})
    planned = script.post("/api/v1/conferences/C1/schedules", json={"seconds": 1})

    assert planned.status_code == 201
    assert planned.json["document"]["status"] == "optimal"
    assert planned.headers["Location"].endswith("/conferences/C1/schedules/1")
    printed = script.get("/api/v1/conferences/C1/schedules/1/tables.pdf")
    assert printed.mimetype == "application/pdf"
    assert printed.data.startswith(b"%PDF")
    assert script.get("/api/v1/conferences/C1/schedules/1/other.pdf").status_code == 404
