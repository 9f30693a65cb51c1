"""Introductions and the pipeline over the API: made, answered, noted and read, without a contact."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

Make = Callable[..., Any]


@pytest.fixture
def script(accepted: list[int], make_user: Make, api: Make) -> FlaskClient:
    return api(make_user())


@pytest.fixture
def letter(script: FlaskClient) -> dict[str, Any]:
    made = script.post("/api/v1/demands/D1/introductions", json={"matches": [1]})
    assert made.status_code == 201, made.text
    return dict(made.json)


def test_a_letter_is_made_read_and_names_no_contact(script: FlaskClient, letter: dict[str, Any]) -> None:
    found = script.get(f"/api/v1/introductions/{letter['id']}")

    assert found.json == letter
    assert (letter["number"], letter["year"], letter["made_on"]) == (1, 2026, "2026-11-21")
    assert letter["matches"] == [{"match": 1, "offer": "O1", "buyer_answer": "", "producer_answer": ""}]
    assert "0100" not in found.text
    assert found.headers["ETag"] == f'"{letter["version"]}"'


def test_a_key_makes_a_repeated_request_harmless(script: FlaskClient, accepted: list[int]) -> None:
    key = {"Idempotency-Key": "thu-1"}
    first = script.post("/api/v1/demands/D1/introductions", json={}, headers=key)
    again = script.post("/api/v1/demands/D1/introductions", json={}, headers=key)

    assert first.json == again.json
    assert script.post("/api/v1/demands/D1/introductions", json={}).status_code == 409


def test_answers_stages_deliveries_and_terms_are_noted(script: FlaskClient, letter: dict[str, Any]) -> None:
    said = {"match": 1, "side": "buyer", "answer": "sample"}
    answered = script.post(f"/api/v1/introductions/{letter['id']}/answers", json=said)
    assert answered.json["matches"][0]["buyer_answer"] == "sample"

    stage = {
        "stage": "contract",
        "happened_on": "2026-11-21",
        "quantity": 4,
        "unit": "tấn",
        "behalf": "buyer",
    }
    noted = script.post("/api/v1/matches/1/stages", json=stage)
    assert (noted.status_code, noted.json["stands"]) == (201, "contract")
    delivery = {"delivered_on": "2026-11-21", "quantity": 1, "unit": "tấn", "value": 20_000_000}
    assert script.post("/api/v1/matches/1/deliveries", json=delivery).json["stands"] == "delivered"
    words = {"side": "producer", "words": {"payment": "trả ngay"}}
    assert script.post("/api/v1/matches/1/terms", json=words).status_code == 200

    found = script.get("/api/v1/matches/1/pipeline").json
    assert [row["stage"] for row in found["stages"]] == ["introduced", "contract", "delivered"]
    assert found["stages"][1]["on_behalf_of"] == "B1"
    assert found["deliveries"][0]["quantity"] == 1
    assert found["terms"][0] == {
        "code": "payment",
        "buyer": {"code": "days", "value": 15},
        "producer": {"words": "trả ngay"},
        "state": "compare",
    }


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("stages", {"stage": "delivered", "happened_on": "2026-11-21"}),
        ("stages", {"stage": "introduced", "happened_on": "2026-11-21"}),
        ("deliveries", {"delivered_on": "2026-11-21", "quantity": 0, "unit": "tấn"}),
        ("terms", {"side": "producer", "words": {"colour": "x"}}),
        ("terms", {"side": "officer", "words": {}}),
    ],
)
def test_what_makes_no_sense_is_refused(
    script: FlaskClient, letter: dict[str, Any], path: str, body: dict[str, Any]
) -> None:
    assert script.post(f"/api/v1/matches/1/{path}", json=body).status_code == 422


def test_nothing_is_delivered_before_a_contract(script: FlaskClient, letter: dict[str, Any]) -> None:
    delivery = {"delivered_on": "2026-11-21", "quantity": 1, "unit": "tấn"}
    assert script.post("/api/v1/matches/1/deliveries", json=delivery).status_code == 409
