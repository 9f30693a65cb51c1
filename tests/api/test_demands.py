from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from matchmaker.cli import main

Make = Callable[..., Any]
Record = dict[str, Any]


@pytest.fixture
def officer(make_user: Make, api: Make) -> FlaskClient:
    return api(make_user("officer"))


def test_a_posted_demand_is_ranked(officer: FlaskClient, offer_record: Record, demand_record: Record) -> None:
    officer.post("/api/v1/offers", json=offer_record)

    answer = officer.post("/api/v1/demands", json=demand_record)
    matches = officer.get(f"/api/v1/demands/{answer.json['id']}/matches")

    assert answer.status_code == 201
    assert matches.status_code == 200
    assert [(match["offer"], match["rank"]) for match in matches.json["items"]] == [("O1", 1)]


def test_an_offer_posted_later_enters_the_ranking(
    officer: FlaskClient, offer_record: Record, demand_record: Record
) -> None:
    officer.post("/api/v1/demands", json=demand_record)
    officer.post("/api/v1/offers", json=offer_record)

    assert officer.get("/api/v1/demands/D1/matches").json["items"][0]["offer"] == "O1"
    assert officer.get("/api/v1/offers/O1/matches").json["items"][0]["demand"] == "D1"


def test_the_first_ranking_is_answered_with_its_job(
    officer: FlaskClient, make_user: Make, make_demand: Make
) -> None:
    make_demand(make_user("administrator"), ranked=False)

    answer = officer.get("/api/v1/demands/D1/matches")

    assert answer.status_code == 202
    assert answer.json["job"]["status"] == "queued"
    assert answer.headers["Retry-After"] == "1"


def test_top_limits_the_ranking(officer: FlaskClient, offer_record: Record, demand_record: Record) -> None:
    for number in range(3):
        officer.post("/api/v1/offers", json=offer_record | {"id": f"O{number}"})
    officer.post("/api/v1/demands", json=demand_record)

    assert len(officer.get("/api/v1/demands/D1/matches?top=2").json["items"]) == 2
    assert officer.get("/api/v1/demands/D1/matches?top=0").status_code == 422


def test_the_api_gives_the_scores_of_the_rank_command(
    officer: FlaskClient, offer_record: Record, demand_record: Record, tmp_path: Path, app: Any
) -> None:
    today: date = app.config["TODAY"]
    offers = [
        offer_record,
        offer_record | {"id": "O2", "price_min": 38000, "price_max": 39000, "certificates": []},
        offer_record
        | {"id": "O3", "product": "Mận hậu Mộc Châu", "place": "Mộc Châu, Sơn La", "months": [5, 6]},
        {
            "id": "O4",
            "product": "Mận tam hoa",
            "supply_text": "20 tấn/vụ, tháng 6, 15.000 đ/kg",
            "place": "Bắc Hà, Lào Cai",
        },
    ]
    for record in offers:
        assert officer.post("/api/v1/offers", json=record).status_code == 201
    officer.post("/api/v1/demands", json=demand_record)
    served = officer.get("/api/v1/demands/D1/matches").json["items"]

    (tmp_path / "offers.jsonl").write_text("\n".join(json.dumps(record) for record in offers))
    (tmp_path / "demands.jsonl").write_text(json.dumps(demand_record))
    files = ["--offers", str(tmp_path / "offers.jsonl"), "--demands", str(tmp_path / "demands.jsonl")]
    printed = CliRunner().invoke(main, ["rank", *files, "--today", today.isoformat()])
    commanded = [json.loads(line) for line in printed.stdout.splitlines()]

    assert printed.exit_code == 0, printed.output
    assert len(served) == len(offers)
    assert [{name: match[name] for name in commanded[0]} for match in served] == commanded


def test_a_changed_demand_is_ranked_anew(
    officer: FlaskClient, offer_record: Record, demand_record: Record
) -> None:
    officer.post("/api/v1/offers", json=offer_record)
    officer.post("/api/v1/demands", json=demand_record)

    officer.put("/api/v1/demands/D1", json=demand_record | {"months": [1]}, headers={"If-Match": '"1"'})

    match = officer.get("/api/v1/demands/D1/matches").json["items"][0]
    assert match["vetoes"] == ["wrong_season"]
    assert match["rank"] is None
