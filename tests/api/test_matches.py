from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

Make = Callable[..., Any]


@pytest.fixture
def officer(make_user: Make, make_offer: Make, make_demand: Make, api: Make) -> FlaskClient:
    """An officer's client; the sample demand is ranked."""
    user = make_user("officer")
    make_offer(user)
    make_demand(user)
    return api(user)


@pytest.fixture
def match(officer: FlaskClient) -> str:
    """The address of the one match."""
    found = officer.get("/api/v1/demands/D1/matches").json["items"][0]
    return f"/api/v1/matches/{found['id']}"


def test_a_match_is_accepted(officer: FlaskClient, match: str) -> None:
    answer = officer.post(f"{match}/decision", json={"decision": "accept", "note": "gọi lại thứ Hai"})

    assert answer.status_code == 200
    assert answer.json["status"] == "accepted"
    assert officer.get(match).json["status"] == "accepted"


@pytest.mark.parametrize(
    ("decision", "field", "code"),
    [
        ({"decision": "reject"}, "reason", "reason_required"),
        ({"decision": "accept", "reason": "price"}, "reason", "reason_not_wanted"),
        ({"decision": "reject", "reason": "mood"}, "reason", "unknown_choice"),
        ({"decision": "reject", "reason": "other"}, "note", "note_required"),
        ({"decision": "maybe"}, "decision", "unknown_choice"),
        ({}, "decision", "required"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(
    officer: FlaskClient, match: str, decision: dict[str, str], field: str, code: str
) -> None:
    answer = officer.post(f"{match}/decision", json=decision)

    assert answer.status_code == 422
    assert answer.json["errors"][field][0]["code"] == code


def test_of_two_decisions_on_the_same_version_the_second_fails(officer: FlaskClient, match: str) -> None:
    version = {"If-Match": officer.get(match).headers["ETag"]}

    first = officer.post(f"{match}/decision", json={"decision": "hold"}, headers=version)
    second = officer.post(f"{match}/decision", json={"decision": "accept"}, headers=version)

    assert (first.status_code, second.status_code) == (200, 412)
    assert officer.get(match).json["status"] == "held"
    assert second.json["code"] == "already_held"
    assert "officer@example.com đã tạm giữ lúc" in second.json["title_vi"]


def test_a_rejected_match_keeps_its_place_in_the_list(officer: FlaskClient, match: str) -> None:
    officer.post(f"{match}/decision", json={"decision": "reject", "reason": "price"})

    listed = officer.get("/api/v1/demands/D1/matches").json["items"]

    assert [(item["rank"], item["status"]) for item in listed] == [(1, "rejected")]


@pytest.mark.parametrize(
    ("address", "code"),
    [("/api/v1/offers/O1", "offer_withdrawn"), ("/api/v1/demands/D1", "demand_withdrawn")],
)
def test_what_was_withdrawn_is_not_decided_on(
    officer: FlaskClient, match: str, address: str, code: str
) -> None:
    officer.post(f"{match}/decision", json={"decision": "accept"})
    officer.delete(address, headers={"If-Match": officer.get(address).headers["ETag"]})

    answer = officer.post(f"{match}/decision", json={"decision": "hold"})

    assert (answer.status_code, answer.json["code"]) == (409, code)
    assert officer.get(match).json["status"] == "withdrawn"


def test_a_withdrawn_offer_has_no_rank(officer: FlaskClient, match: str) -> None:
    officer.post(f"{match}/decision", json={"decision": "accept"})

    officer.delete("/api/v1/offers/O1", headers={"If-Match": '"1"'})

    assert officer.get(match).json["rank"] is None
    assert officer.get("/api/v1/demands/D1/matches").json["items"] == []


@pytest.mark.parametrize("number", ["0", "2147483648", "99999999999999999999"])
def test_a_number_that_can_be_no_id_is_not_found(officer: FlaskClient, number: str) -> None:
    read = officer.get(f"/api/v1/matches/{number}")
    decided = officer.post(f"/api/v1/matches/{number}/decision", json={"decision": "hold"})

    assert (read.status_code, decided.status_code) == (404, 404)
