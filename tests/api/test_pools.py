"""The pool of a demand over the API: proposed, answered, read by officers and by the buyer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from matchmaker.models import User
from tests.services.pool_market import NAMES, large_demand, villages

Make = Callable[..., Any]
POOL = "/api/v1/demands/D1/pool"


@pytest.fixture
def buyer_id(make_member: Make) -> str:
    return make_member("buyer", name="Siêu thị A (mẫu)")


@pytest.fixture
def officer(make_user: Make, make_offer: Make, make_demand: Make, buyer_id: str) -> User:
    user = make_user()
    villages(user, make_offer)
    large_demand(user, make_demand, buyer_id)
    return user


@pytest.fixture
def script(officer: User, api: Make) -> FlaskClient:
    found = api(officer)
    assert found.post(POOL).status_code == 201
    return found


def answer(script: FlaskClient, **said: Any) -> Any:
    return script.post(f"{POOL}/answers", json=said)


def test_a_pool_is_proposed_once_and_solved(script: FlaskClient) -> None:
    again = script.post(POOL)
    found = script.get(POOL)
    assert again.json["id"] == found.json["id"]
    assert found.json["solving"] == "done"
    assert found.json["fill"] == 1
    assert found.headers["ETag"] == f'"{found.json["version"]}"'
    assert {row["offer"] for row in found.json["pool"]["members"]} == {
        row["offer"] for row in found.json["members"]
    }


def test_without_a_pool_there_is_nothing_to_read(officer: User, api: Make) -> None:
    assert api(officer).get(POOL).status_code == 404


def test_an_answer_changes_the_pool(script: FlaskClient) -> None:
    one = script.get(POOL).json["members"][0]["offer"]
    after = answer(script, offer=one, answer="no", note="mất mùa")
    assert after.status_code == 200
    assert one not in {row["offer"] for row in after.json["members"]}
    other = after.json["members"][0]["offer"]
    assert answer(script, offer=other, answer="yes").status_code == 200
    told = {row["offer"]: row["answer"] for row in script.get(POOL).json["members"]}
    assert told[other] == "yes"


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"answer": "yes"}, "offer"),
        ({"offer": "O1"}, "answer"),
        ({"offer": "O1", "answer": "less", "amounts": {"13": 5}}, "amounts"),
        ({"offer": "O1", "answer": "less", "amounts": {"6": -5}}, "amounts"),
        ({"offer": "O1", "answer": "less", "amounts": {"6": True}}, "amounts"),
        ({"offer": "O1", "answer": "less", "amounts": [6]}, "amounts"),
        ({"offer": "O1", "answer": "yes", "price": 5}, "price"),
    ],
)
def test_an_answer_that_cannot_be_read_is_refused_by_its_field(
    script: FlaskClient, said: dict[str, Any], field: str
) -> None:
    refused = answer(script, **said)
    assert refused.status_code == 422
    assert set(refused.json["errors"]) == {field}


def test_an_answer_to_a_past_version_is_refused(script: FlaskClient) -> None:
    one = script.get(POOL).json["members"][0]["offer"]
    said = {"offer": one, "answer": "no"}
    refused = script.post(f"{POOL}/answers", json=said, headers={"If-Match": '"0"'})
    assert (refused.status_code, refused.json["code"]) == (409, "pool_changed")


def test_the_buyer_reads_an_accepted_pool_as_one_supplier(
    script: FlaskClient, make_user: Make, api: Make, buyer_id: str, sign_in: Make, officer: User
) -> None:
    buyer = api(make_user("buyer", organisation_id=buyer_id))
    assert buyer.get(POOL).status_code == 404
    assert buyer.post(POOL).status_code == 403
    for row in script.get(POOL).json["members"]:
        answer(script, offer=row["offer"], answer="yes")
    sign_in(officer).post("/board/demands/D1/pool/accept")
    found = buyer.get(POOL)
    assert found.json["status"] == "accepted"
    assert set(found.json["members"][0]) == {"commune", "amount_per_month", "unit"}
    assert "pool" not in found.json
    assert not any(name in found.text for name in NAMES.values())
