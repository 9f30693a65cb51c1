"""Generated requests, good and bad: never a crash, never an answer that the description does not know."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import ignored_auth, positive_data_acceptance

from matchmaker.extensions import db
from matchmaker.models import Base
from matchmaker.services import demands, offers, users

EXAMPLES = 6
# JSON Schema cannot say which places exist, nor that one bound lies under another; and the token is ours.
LEFT_OUT = [positive_data_acceptance, ignored_auth]
OPERATIONS = [
    (method, path)
    for path, methods in {
        "/api/v1/offers": ("GET", "POST"),
        "/api/v1/offers/{offer_id}": ("GET", "PUT", "PATCH", "DELETE"),
        "/api/v1/offers/{offer_id}/matches": ("GET",),
        "/api/v1/demands": ("GET", "POST"),
        "/api/v1/demands/{demand_id}": ("GET", "PUT", "PATCH", "DELETE"),
        "/api/v1/demands/{demand_id}/matches": ("GET",),
        "/api/v1/matches/{match_id}": ("GET",),
        "/api/v1/matches/{match_id}/decision": ("POST",),
        "/api/v1/conferences": ("GET", "POST"),
        "/api/v1/conferences/{conference_id}": ("GET", "PUT"),
        "/api/v1/products": ("GET",),
        "/api/v1/places": ("GET",),
    }.items()
    for method in methods
]


@pytest.fixture(scope="module")
def service(
    tmp_path_factory: pytest.TempPathFactory, make_app: Callable[[str, Path], Flask]
) -> Iterator[tuple[Any, dict[str, str]]]:
    """The described API over a database of its own, and the headers of somebody who may do everything."""
    folder = tmp_path_factory.mktemp("generated")
    app = make_app(f"sqlite:///{folder / 'test.sqlite3'}", folder)
    with app.app_context():
        Base.metadata.create_all(db.engine)
        admin = users.create("admin@example.com", ["administrator"], "mot-mat-khau-dai")
        offers.post({"id": "O1", "product": "Mận", "months": [6]}, admin)
        demands.post({"id": "D1", "product": "Mận", "months": [6]}, admin)
        token = users.issue_token(admin)
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    yield described, {"Authorization": f"Bearer {token}"}
    with app.app_context():
        db.engine.dispose()


def test_every_operation_of_records_is_tried(service: Any) -> None:
    described, _ = service
    known = {(one.ok().method.upper(), one.ok().path) for one in described.get_all_operations()}

    assert set(OPERATIONS) <= known


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode))
def test_generated_requests_are_answered_as_described(
    service: Any, mode: schemathesis.GenerationMode, method: str, path: str
) -> None:
    described, headers = service

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    @given(case=described[path][method].as_strategy(generation_mode=mode))
    def answered(case: Any) -> None:
        case.validate_response(case.call(headers=headers), excluded_checks=LEFT_OUT)

    answered()
