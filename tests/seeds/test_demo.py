"""The demonstration set: fictional, and written as people write."""

import json
import re

from seeds import demo
from seeds.checks import demo_records

RECORDS = demo_records()
OFFERS, DEMANDS = RECORDS["offers.jsonl"], RECORDS["demands.jsonl"]
ORGANISATIONS = RECORDS["organisations.jsonl"]
CONFERENCE = json.loads(demo("conference.json").read_text(encoding="utf-8"))
PARSED = ("quantity", "unit", "per", "months", "price_min", "price_max", "price_unit")


def test_every_organisation_is_marked_as_fictional():
    for row in ORGANISATIONS:
        assert "(mẫu)" in row["name"]
        assert row["fictional"] is True
        assert re.fullmatch(r"0100 \d{3} \d{3}", row["phone"])
        assert row["email"].endswith("@example.com")


def test_producers_and_buyers_of_the_records_are_organisations():
    names = {(row["side"], row["name"]) for row in ORGANISATIONS}
    assert {("producer", offer["producer"]) for offer in OFFERS} <= names
    assert {("buyer", demand["buyer"]) for demand in DEMANDS} <= names
    assert [
        sum(row["side"] == side for row in ORGANISATIONS) for side in ("producer", "buyer", "department")
    ] == [
        80,
        20,
        1,
    ]


def test_a_messy_offer_keeps_its_words_and_states_nothing_that_they_carry():
    messy = [offer for offer in OFFERS if "supply_text" in offer]
    assert len(messy) == 53
    for offer in messy:
        assert not [column for column in PARSED if column in offer]
        assert offer["season_text"]
        assert offer["place"]


def test_a_clean_offer_states_its_amount_months_and_price():
    for offer in OFFERS:
        if "supply_text" not in offer:
            assert all(column in offer for column in PARSED), offer["id"]


def test_counted_goods_are_not_turned_into_kilograms():
    for record in OFFERS + DEMANDS:
        if record.get("unit") in ("con", "quả", "chai", "hộp", "set", "chiếc", "chậu"):
            assert not {"min_order_kg", "min_lot_kg"} & set(record), record["id"]


def test_what_must_remain_of_the_shelf_life_is_a_share():
    assert all(0 < d["min_remaining_share"] <= 1 for d in DEMANDS if "min_remaining_share" in d)


def test_the_conference_meets_organisations_on_known_slots_and_tables():
    names = {row["id"]: row["name"] for row in ORGANISATIONS}
    slots = {slot["id"] for slot in CONFERENCE["slots"]}
    tables = {table["id"] for table in CONFERENCE["tables"]}
    assert CONFERENCE["format"] == "meetplan/1"
    assert (len(slots), len(tables)) == (18, 20)
    for one in CONFERENCE["participants"]:
        assert names[one["id"]] == one["name"]
        assert one["products"]
        assert set(one["available"]) <= slots
        assert (one["fixed_table"] in tables) == (one["side"] == "buyer")


def test_every_wish_is_a_pair_that_may_meet():
    pairs = {(pair["a"], pair["b"]) for pair in CONFERENCE["pairs"]}
    assert {(wish["producer"], wish["buyer"]) for wish in CONFERENCE["wishes"]} == pairs
    assert len(CONFERENCE["wishes"]) == 192
