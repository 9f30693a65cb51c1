from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from matchmaker.extensions import db
from matchmaker.models import Match, User
from matchmaker.services import decisions, introducing

Make = Callable[..., Any]


@pytest.fixture
def officer(make_user: Make) -> User:
    found: User = make_user()
    return found


@pytest.fixture
def match_id(app: Flask, officer: User, make_member: Make, make_offer: Make, make_demand: Make) -> int:
    make_offer(
        officer,
        make_member("producer", name="HTX Mẫu"),
        place={"commune": "Bắc Hà", "province": "Lào Cai", "lat": 22.541, "lon": 104.291},
    )
    make_demand(officer, make_member("buyer", name="Siêu thị Mẫu"), discount_pct=5)
    with app.app_context():
        return int(db.session.scalars(db.select(Match.id)).one())


def test_stages_and_lines_add_up_to_what_is_told_of_the_whole(
    api: Make, officer: User, match_id: int
) -> None:
    told = api(officer).get(f"/api/v1/matches/{match_id}/way").json
    for end in ("low", "high"):
        assert sum(stage["hours"][end] for stage in told["stages"]) == pytest.approx(
            told["hours"][end], abs=0.2
        )
        assert sum(line["amount"][end] for line in told["account"]["lines"]) == told["account"]["net"][end]
    assert told["calibrated"] is False
    assert told["account"]["asked"] == []
    assert told["account"]["lines"][3]["coefficients_of"] == "2026-11-26"


def test_an_unknown_truck_is_refused(api: Make, officer: User, match_id: int) -> None:
    assert api(officer).get(f"/api/v1/matches/{match_id}/way?vehicle=tank").status_code == 422


def test_a_party_reads_the_way_by_communes_and_the_account_only_once_introduced(
    app: Flask, api: Make, officer: User, make_user: Make, match_id: int
) -> None:
    with app.app_context():
        match = db.session.get(Match, match_id)
        producer = make_user("producer", organisation_id=match.offer.organisation_id)
    answer = api(producer).get(f"/api/v1/matches/{match_id}/way")
    assert answer.json["account"] is None
    assert answer.json["stages"][0]["origin"] == "Bắc Hà"
    assert "22.541" not in answer.text
    with app.app_context():
        actor = db.session.get(User, officer.id)
        decisions.decide(match_id, "accept", "", "", actor)
        introducing.introduce(db.session.get(Match, match_id).demand_id, [match_id], actor)
    assert api(producer).get(f"/api/v1/matches/{match_id}/way").json["account"]["net"]
