from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient


@pytest.fixture
def buyer(make_user: Callable[..., Any], api: Callable[..., Any]) -> FlaskClient:
    return api(make_user("buyer"))


def test_products_are_found_without_accents(buyer: FlaskClient) -> None:
    found = buyer.get("/api/v1/products?q=man hau").json["items"]

    assert found
    assert all("mận hậu" in product["name_vi"].lower() or product["key"] for product in found)


def test_places_are_found_under_their_old_names(buyer: FlaskClient) -> None:
    found = buyer.get("/api/v1/places?q=Bắc Hà, Lào Cai").json["items"]

    assert found[0]["province"] == "Lào Cai"
    assert "lat" not in found[0]


def test_nothing_typed_is_refused(buyer: FlaskClient) -> None:
    assert buyer.get("/api/v1/products").status_code == 422
