from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.extensions import db
from matchmaker.models import Registration

Make = Callable[..., Any]
Record = dict[str, Any]


@pytest.fixture
def officer(make_user: Make, api: Make) -> FlaskClient:
    return api(make_user("officer"))


def test_an_offer_is_entered_with_its_own_id(officer: FlaskClient, offer_record: Record) -> None:
    answer = officer.post("/api/v1/offers", json=offer_record)

    assert answer.status_code == 201
    assert answer.json["id"] == "O1"
    assert answer.json["record"] == offer_record
    assert answer.headers["ETag"] == '"1"'
    assert officer.get(answer.headers["Location"]).json == answer.json


def test_an_offer_without_an_id_gets_one(officer: FlaskClient, offer_record: Record) -> None:
    offer_record.pop("id")

    ids = {officer.post("/api/v1/offers", json=offer_record).json["id"] for _ in range(3)}

    assert len(ids) == 3


def test_a_bad_record_is_refused_with_a_message_by_field(officer: FlaskClient) -> None:
    record = {"id": "O 1", "months": [13], "price_min": -1, "unit": "thước", "per": "giờ", "colour": "red"}

    answer = officer.post("/api/v1/offers", json=record)

    assert answer.status_code == 422
    assert answer.content_type == "application/problem+json"
    codes = {field: [message["code"] for message in found] for field, found in answer.json["errors"].items()}
    assert codes == {
        "id": ["not_an_id"],
        "product": ["required"],
        "months": ["not_a_month"],
        "price_min": ["too_small"],
        "unit": ["unknown_unit"],
        "per": ["unknown_choice"],
        "colour": ["unknown_field"],
    }
    assert all(
        message["vi"] and message["en"] for found in answer.json["errors"].values() for message in found
    )


def test_a_place_that_nobody_knows_is_refused_at_its_field(
    officer: FlaskClient, offer_record: Record
) -> None:
    answer = officer.post("/api/v1/offers", json=offer_record | {"place": "Xyzzyqwerty"})

    assert answer.status_code == 422
    assert answer.json["errors"]["place"][0]["code"] == "unknown_place"


@pytest.mark.parametrize("body", ["{", "NaN", '{"product": NaN}', "", "[]", '"x"', "null"])
def test_a_body_that_is_no_record_is_refused(officer: FlaskClient, body: str) -> None:
    answer = officer.post("/api/v1/offers", data=body, content_type="application/json")

    assert answer.status_code in (400, 422)
    assert answer.json["code"] in ("not_json", "invalid")


def test_an_id_in_use_is_a_conflict(officer: FlaskClient, offer_record: Record) -> None:
    officer.post("/api/v1/offers", json=offer_record)

    answer = officer.post("/api/v1/offers", json=offer_record)

    assert answer.status_code == 409
    assert answer.json["code"] == "duplicate_id"


def test_a_repeated_request_with_its_key_is_carried_out_once(
    officer: FlaskClient, offer_record: Record
) -> None:
    offer_record.pop("id")
    key = {"Idempotency-Key": "lan-1"}

    first = officer.post("/api/v1/offers", json=offer_record, headers=key)
    again = officer.post("/api/v1/offers", json=offer_record, headers=key)
    other = officer.post("/api/v1/offers", json=offer_record | {"grade": "1"}, headers=key)

    assert first.json == again.json
    assert again.headers["Idempotent-Replayed"] == "true"
    assert len(officer.get("/api/v1/offers").json["items"]) == 1
    assert (other.status_code, other.json["code"]) == (422, "idempotency_key_reused")


def test_a_key_that_is_no_short_text_is_refused(officer: FlaskClient, offer_record: Record) -> None:
    answer = officer.post("/api/v1/offers", json=offer_record, headers={"Idempotency-Key": "a b"})

    assert answer.json["code"] == "idempotency_key_invalid"


def test_a_change_names_the_version_it_starts_from(officer: FlaskClient, offer_record: Record) -> None:
    officer.post("/api/v1/offers", json=offer_record)
    changed = offer_record | {"grade": "loại 1"}

    blind = officer.put("/api/v1/offers/O1", json=changed)
    good = officer.put("/api/v1/offers/O1", json=changed, headers={"If-Match": '"1"'})
    late = officer.put("/api/v1/offers/O1", json=changed, headers={"If-Match": '"1"'})

    assert (blind.status_code, good.status_code, late.status_code) == (428, 200, 412)
    assert good.json["record"]["grade"] == "loại 1"
    assert good.headers["ETag"] == '"2"'


def test_a_closed_offer_stays_on_record(officer: FlaskClient, offer_record: Record) -> None:
    officer.post("/api/v1/offers", json=offer_record)

    closed = officer.delete("/api/v1/offers/O1", headers={"If-Match": '"1"'})

    assert closed.json["status"] == "closed"
    assert officer.get("/api/v1/offers/O1").json["status"] == "closed"


def test_pages_follow_each_other_without_gap_or_repetition(
    officer: FlaskClient, offer_record: Record
) -> None:
    for number in range(5):
        officer.post("/api/v1/offers", json=offer_record | {"id": f"O{number}"})
    seen, after = [], ""
    while after is not None:
        page = officer.get("/api/v1/offers", query_string={"limit": 2, "after": after}).json
        seen += [item["id"] for item in page["items"]]
        after = page["next"]

    assert seen == ["O0", "O1", "O2", "O3", "O4"]


def test_a_cursor_that_was_never_given_is_refused(officer: FlaskClient) -> None:
    answer = officer.get("/api/v1/offers?after=!!!")

    assert (answer.status_code, answer.json["code"]) == (422, "cursor_invalid")


def test_an_unknown_query_argument_is_refused(officer: FlaskClient) -> None:
    answer = officer.get("/api/v1/offers?colour=red")

    assert answer.status_code == 422
    assert "colour" in answer.json["errors"]


def test_another_method_is_told_which_ones_serve(officer: FlaskClient) -> None:
    answer = officer.put("/api/v1/offers")

    assert answer.status_code == 405
    assert {"GET", "POST"} <= set(answer.headers["Allow"].split(", "))


def test_coordinates_are_not_given_out_with_the_place(officer: FlaskClient, offer_record: Record) -> None:
    answer = officer.post("/api/v1/offers", json=offer_record)

    assert answer.json["place"]["province"] == "Lào Cai"
    assert "lat" not in answer.json["place"]


def test_a_confirmed_field_stands_beside_what_was_written(officer: FlaskClient) -> None:
    officer.post("/api/v1/offers", json={"id": "O1", "product": "Mận", "supply_text": "2-3 tấn tháng 6"})
    version = {"If-Match": '"1"'}

    answer = officer.patch("/api/v1/offers/O1", json={"quantity": 3, "unit": "tấn"}, headers=version)

    assert answer.status_code == 200
    assert answer.json["record"] == {"id": "O1", "product": "Mận", "supply_text": "2-3 tấn tháng 6"}
    assert answer.json["confirmed"] == {"quantity": 3, "unit": "tấn"}
    assert "quantity" not in {doubt["field"] for doubt in answer.json["doubts"]}
    assert officer.patch("/api/v1/offers/O1", json={"id": "O2"}, headers=version).status_code == 422


def test_a_change_goes_above_what_was_confirmed_of_the_same_field(
    officer: FlaskClient, offer_record: Record
) -> None:
    officer.post("/api/v1/offers", json=offer_record)
    confirmed = {"deliver_from": "2027-06-01", "quantity": 5}
    officer.patch("/api/v1/offers/O1", json=confirmed, headers={"If-Match": '"1"'})

    changed = officer.put("/api/v1/offers/O1", json=offer_record, headers={"If-Match": '"2"'})

    assert changed.json["confirmed"] == {"deliver_from": "2027-06-01"}
    assert changed.json["record"]["quantity"] == 60


def test_a_new_text_ends_confirmations_of_what_the_old_one_said(officer: FlaskClient) -> None:
    record = {"id": "O1", "product": "Mận", "supply_text": "20 tấn/vụ, tháng 6"}
    officer.post("/api/v1/offers", json=record)
    officer.patch("/api/v1/offers/O1", json={"quantity": 25, "grade": "A"}, headers={"If-Match": '"1"'})

    same = officer.put("/api/v1/offers/O1", json=record | {"note": "x"}, headers={"If-Match": '"2"'})
    other = officer.put(
        "/api/v1/offers/O1", json=record | {"supply_text": "3 tấn/vụ"}, headers={"If-Match": '"3"'}
    )

    assert same.json["confirmed"] == {"quantity": 25, "grade": "A"}
    assert other.json["confirmed"] == {"grade": "A"}


def test_null_takes_a_confirmation_back(officer: FlaskClient, offer_record: Record) -> None:
    officer.post("/api/v1/offers", json=offer_record)
    confirmed = {"quantity": 5, "months": [6]}
    officer.patch("/api/v1/offers/O1", json=confirmed, headers={"If-Match": '"1"'})

    answer = officer.patch("/api/v1/offers/O1", json={"quantity": None}, headers={"If-Match": '"2"'})

    assert answer.json["confirmed"] == {"months": [6]}


@pytest.mark.parametrize("kind", ["offers", "demands"])
def test_a_change_cannot_give_another_id(
    officer: FlaskClient, offer_record: Record, demand_record: Record, kind: str
) -> None:
    record = {"offers": offer_record, "demands": demand_record}[kind]
    address = officer.post(f"/api/v1/{kind}", json=record).headers["Location"]

    answer = officer.put(address, json=record | {"id": "X9"}, headers={"If-Match": '"1"'})

    assert answer.status_code == 422
    assert answer.json["errors"]["id"][0]["code"] == "other_id"


@pytest.mark.parametrize("kind", ["offers", "demands"])
def test_a_closed_record_is_not_changed(
    officer: FlaskClient, offer_record: Record, demand_record: Record, kind: str
) -> None:
    record = {"offers": offer_record, "demands": demand_record}[kind]
    address = officer.post(f"/api/v1/{kind}", json=record).headers["Location"]
    closed = officer.delete(address, headers={"If-Match": '"1"'}).headers["ETag"]

    put = officer.put(address, json=record, headers={"If-Match": closed})
    patch = officer.patch(address, json={"months": [1]}, headers={"If-Match": closed})

    assert (put.status_code, put.json["code"]) == (409, "record_closed")
    assert (patch.status_code, patch.json["code"]) == (409, "record_closed")


@pytest.mark.parametrize("word", ["new", "NEW", "docs", "matches"])
def test_a_word_of_the_addresses_is_no_id(officer: FlaskClient, offer_record: Record, word: str) -> None:
    answer = officer.post("/api/v1/offers", json=offer_record | {"id": word})

    assert answer.status_code == 422
    assert answer.json["errors"]["id"][0]["code"] == "reserved_id"


@pytest.mark.parametrize("kind", ["offers", "demands"])
def test_the_place_is_told_together_with_the_other_fields(officer: FlaskClient, kind: str) -> None:
    record = {"product": "Mận", "place": "Xyzzyqwerty", "months": [13], "valid_until": "2026-11-20"}

    answer = officer.post(f"/api/v1/{kind}", json=record)

    codes = {field: found[0]["code"] for field, found in answer.json["errors"].items()}
    assert answer.status_code == 422
    assert codes == {"place": "unknown_place", "months": "not_a_month", "valid_until": "valid_until_past"}


@pytest.mark.parametrize("kind", ["offers", "demands"])
def test_the_last_day_itself_is_not_past(officer: FlaskClient, kind: str) -> None:
    assert (
        officer.post(f"/api/v1/{kind}", json={"product": "Mận", "valid_until": "2026-11-21"}).status_code
        == 201
    )


def test_a_name_given_twice_is_refused(officer: FlaskClient) -> None:
    body = '{"product": "Mận", "quantity": 1, "quantity": 1000}'

    answer = officer.post("/api/v1/offers", data=body.encode(), content_type="application/json")

    assert answer.status_code == 422
    assert answer.json["errors"]["quantity"][0]["code"] == "duplicate_key"


def test_an_object_is_no_yes_or_no(officer: FlaskClient, demand_record: Record) -> None:
    answer = officer.post("/api/v1/demands", json=demand_record | {"returns": {}})

    assert answer.json["errors"]["returns"][0]["code"] == "not_yes_or_no"


@pytest.mark.parametrize(("value", "shown"), [(True, "true"), ({"a": "bơ"}, '{"a": "bơ"}'), ("x", "x")])
def test_a_refused_value_is_shown_as_it_was_sent(
    officer: FlaskClient, offer_record: Record, value: Any, shown: str
) -> None:
    answer = officer.post("/api/v1/offers", json=offer_record | {"months": [value]})

    assert answer.json["errors"]["months"][0]["en"] == f"A month is a number from 1 to 12: {shown}."


def test_an_officer_reads_both_sides_of_a_match_but_changes_only_its_own(
    make_user: Make, make_offer: Make, make_demand: Make, api: Make
) -> None:
    admin = make_user("administrator")
    make_offer(admin)
    make_demand(admin)
    make_offer(admin, id="O9", product="Cá tra phi lê đông lạnh", storage="frozen")
    buying = api(make_user("officer", "bn@example.com", provinces=["Bắc Ninh"]))

    assert buying.get("/api/v1/offers/O1").status_code == 200
    assert buying.get("/api/v1/offers/O9").status_code == 404
    assert buying.get("/api/v1/offers").json["items"] == []
    blind = buying.patch("/api/v1/offers/O1", json={"grade": "A"}, headers={"If-Match": '"1"'})
    assert blind.status_code == 404


def test_an_offer_of_a_member_at_rest_is_answered_as_paused(
    app: Flask, make_user: Make, make_member: Make, api: Make, offer_record: Record
) -> None:
    member = make_member("producer", province="Lào Cai")
    with app.app_context():
        said = {"side": "producer", "name": "HTX A (mẫu)", "province": "Lào Cai", "consent": "1"}
        db.session.add(Registration(**said, status="paused", organisation_id=member))
        db.session.commit()
    producer = api(make_user("producer", organisation_id=member))

    answer = producer.post("/api/v1/offers", json=offer_record)

    assert (answer.status_code, answer.json["status"]) == (201, "paused")
    assert producer.get(answer.headers["Location"]).json == answer.json
