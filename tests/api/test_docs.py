from __future__ import annotations

from flask.testing import FlaskClient


def test_the_description_is_open_and_names_every_operation(client: FlaskClient) -> None:
    description = client.get("/api/v1/openapi.json").json

    assert description["openapi"] == "3.1.0"
    assert {
        "/api/v1/offers",
        "/api/v1/demands",
        "/api/v1/demands/{demand_id}/matches",
        "/api/v1/offers/{offer_id}/matches",
        "/api/v1/matches/{match_id}/decision",
        "/api/v1/conferences",
        "/api/v1/places",
        "/api/v1/products",
    } <= set(description["paths"])
    assert description["components"]["schemas"]["Offer"]["properties"]["months"]["items"]["maximum"] == 12


def test_the_readable_page_needs_nothing_from_elsewhere(client: FlaskClient) -> None:
    page = client.get("/api/v1/docs")

    assert page.status_code == 200
    assert "/api/v1/demands/{demand_id}/matches" in page.text
    assert "https://" not in page.text
