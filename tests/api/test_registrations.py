from __future__ import annotations

from collections.abc import Callable
from typing import Any

Make = Callable[..., Any]
FORM = {
    "side": "buyer",
    "name": "Bếp ăn Tiên Du (mẫu)",
    "channel": "canteen",
    "person": "Lê Thị Hoa",
    "phone": "0912345678",
    "province": "Bắc Ninh",
    "consent": True,
}


def test_a_script_enters_reads_and_decides(make_user: Make, api: Make) -> None:
    script = api(make_user("officer", provinces=["Bắc Ninh"]))
    made = script.post("/api/v1/registrations", json=FORM)
    assert made.status_code == 201
    assert "phone" not in made.json

    listed = script.get("/api/v1/registrations").json["items"]
    assert [(row["name"], "phone" in row) for row in listed] == [(FORM["name"], False)]
    assert script.get(made.headers["Location"]).json["phone"] == "0912345678"
    decided = script.post(
        f"{made.headers['Location']}/decision", json={"decision": "approve"}, headers={"If-Match": '"1"'}
    )
    assert decided.json["status"] == "approved"


def test_saying_no_is_no_consent(make_user: Make, api: Make) -> None:
    refused = api(make_user()).post("/api/v1/registrations", json=FORM | {"consent": False})

    assert refused.status_code == 422
    assert refused.json["errors"]["consent"][0]["code"] == "consent_needed"


def test_another_province_does_not_know_of_it(make_user: Make, api: Make) -> None:
    made = api(make_user("officer", provinces=["Bắc Ninh"])).post("/api/v1/registrations", json=FORM)
    far = api(make_user("officer", "far@example.com", provinces=["Cà Mau"]))

    assert far.get(made.headers["Location"]).status_code == 404
    assert far.get("/api/v1/registrations").json["items"] == []
