from __future__ import annotations

import math
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import ValidationError

from matchmaker.schemas.offers import OfferSchema


def load(schema: OfferSchema | None = None, **fields: Any) -> dict[str, Any]:
    return (schema or OfferSchema()).load({"product": "Mận", **fields})


def refused(schema: OfferSchema | None = None, **fields: Any) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as error:
        load(schema, **fields)
    return {field: [one["code"] for one in found] for field, found in error.value.messages_dict.items()}


def test_a_full_record_is_taken_as_it_is(offer_record: dict[str, Any]) -> None:
    assert OfferSchema().load(offer_record) == offer_record


def test_null_and_empty_mean_absent() -> None:
    assert load(producer=None, note="", months=[], certificates=None) == {"product": "Mận"}


@pytest.mark.parametrize("product", [None, "", "   ", "\u200b"])
def test_a_product_is_needed(product: str | None) -> None:
    assert refused(product=product) == {"product": ["required"]}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"quantity": -1}, "too_small"),
        ({"quantity": math.nan}, "not_finite"),
        ({"quantity": math.inf}, "not_finite"),
        ({"quantity": "NaN"}, "not_finite"),
        ({"quantity": 1e13}, "too_large"),
        ({"quantity": 10**400}, "too_large"),
        ({"quantity": "１２"}, "not_a_number"),
        ({"quantity": "12 tấn"}, "not_a_number"),
        ({"quantity": True}, "not_a_number"),
        ({"quantity": [1]}, "not_a_number"),
        ({"unit": "thước"}, "unknown_unit"),
        ({"unit": 5}, "not_text"),
        ({"per": "giờ"}, "unknown_choice"),
        ({"months": [0]}, "not_a_month"),
        ({"months": [1.5]}, "not_a_month"),
        ({"months": ["x"]}, "not_a_month"),
        ({"months": {"a": 1}}, "not_a_list"),
        ({"months": [True]}, "not_a_month"),
        ({"certificates": ["VietGAP tốt"]}, "not_a_certificate"),
        ({"certificates": ["ATTP@2027-02-30"]}, "not_a_certificate"),
        ({"certificates": ["OCOP9"]}, "not_a_certificate"),
        ({"certificates": ["A"] * 41}, "too_many"),
        ({"ocop_stars": 6}, "too_large"),
        ({"ocop_stars": 3.5}, "not_whole"),
        ({"ocop_expiry": "2027-02-30"}, "not_a_date"),
        ({"ocop_expiry": "1066-01-01"}, "date_out_of_range"),
        ({"accepts_returns": "đôi khi"}, "not_yes_or_no"),
        ({"invoice": "tiền mặt"}, "unknown_choice"),
        ({"place": 5}, "not_a_place"),
        ({"note": "x" * 4001}, "too_long"),
        ({"note": "x" * 100_000}, "too_long"),
        ({"producer": {"a": 1}}, "not_text"),
        ({"id": "a/b"}, "not_an_id"),
        ({"id": "x" * 65}, "not_an_id"),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(fields: dict[str, Any], code: str) -> None:
    assert refused(**fields) == {next(iter(fields)): [code]}


@pytest.mark.parametrize(
    ("place", "field", "code"),
    [
        ({"lat": 48.8, "lon": 2.3}, "lat", "outside_country"),
        ({"lat": 21.0}, "lat", "coordinates_incomplete"),
        ({"planet": "Mars"}, "planet", "unknown_field"),
        ({"terrain": "moon"}, "terrain", "unknown_choice"),
        ({"lat": "nan", "lon": 105}, "lat", "not_finite"),
    ],
)
def test_a_place_object_is_checked_field_by_field(place: dict[str, Any], field: str, code: str) -> None:
    with pytest.raises(ValidationError) as error:
        load(place=place)

    assert error.value.messages_dict["place"][field][0]["code"] == code


def test_every_message_has_both_languages() -> None:
    with pytest.raises(ValidationError) as error:
        OfferSchema().load({"months": [13], "colour": 1, "place": {"planet": 1}})

    leaves = [
        *error.value.messages_dict["months"],
        *error.value.messages_dict["product"],
        *error.value.messages_dict["colour"],
        *error.value.messages_dict["place"]["planet"],
    ]
    assert all(set(leaf) == {"code", "vi", "en"} and leaf["vi"] != leaf["en"] for leaf in leaves)


def test_files_keep_unknown_fields_and_take_any_short_id() -> None:
    schema = OfferSchema(keep_unknown=True)

    assert load(schema, id="Lô 1/2026", address="Thôn 1") == {
        "product": "Mận",
        "id": "Lô 1/2026",
        "address": "Thôn 1",
    }


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1.500", 1500), ("1.234.567,8", 1234567.8), ("2,5", 2.5), ("2.5", 2.5), ("20000", 20000)],
)
def test_forms_read_numbers_as_they_are_written_in_viet_nam(typed: str, value: float) -> None:
    assert load(OfferSchema(local_numbers=True), quantity=typed)["quantity"] == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1 500", 1500), ("1\u00a0500", 1500), ("1\u202f234\u202f567,8", 1234567.8), ("1,500,000", 1500000)],
)
@pytest.mark.parametrize("local", [True, False])
def test_thousands_set_apart_can_only_be_thousands(typed: str, value: float, local: bool) -> None:
    assert load(OfferSchema(local_numbers=local), quantity=typed)["quantity"] == value


@pytest.mark.parametrize("local", [True, False])
@pytest.mark.parametrize(
    ("typed", "one", "other"),
    [("1,500", "1500", "1,5"), ("25,000", "25000", "25"), ("2,250", "2250", "2,25")],
)
def test_a_comma_before_three_digits_is_asked_back(typed: str, one: str, other: str, local: bool) -> None:
    with pytest.raises(ValidationError) as error:
        load(OfferSchema(local_numbers=local), quantity=typed, price_max=typed)

    for field in ("quantity", "price_max"):
        found = error.value.messages_dict[field][0]
        assert found["code"] == "ambiguous_number"
        assert f"{one} hoặc {other}." in found["vi"]


def test_a_comma_after_nought_is_a_decimal_one() -> None:
    assert load(OfferSchema(local_numbers=True), quantity="0,125")["quantity"] == 0.125


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("25k", 25_000),
        ("30 nghìn", 30_000),
        ("1,5 triệu", 1_500_000),
        ("1tr2", 1_200_000),
        ("25.000đ", 25_000),
        ("25 nghìn đồng", 25_000),
    ],
)
def test_prices_may_be_said_in_thousands_and_millions(typed: str, value: float) -> None:
    assert load(OfferSchema(local_numbers=True), price_min=typed)["price_min"] == value


@pytest.mark.parametrize("typed", ["25k-30k", "rẻ", "25k/kg", "thỏa thuận", "-25k", "25 usd"])
def test_a_price_that_is_not_one_amount_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(ValidationError) as error:
        load(OfferSchema(local_numbers=True), price_min=typed)

    found = error.value.messages_dict["price_min"][0]
    assert found["code"] == "not_money"
    assert "25k" in found["vi"]


def test_files_read_numbers_with_a_decimal_point() -> None:
    assert load(quantity="1.500")["quantity"] == 1.5


def test_lists_may_be_joined_by_semicolons() -> None:
    loaded = load(months="7; 6;06", certificates="attp;VIETGAP@2027-01-31")

    assert loaded["months"] == [6, 7]
    assert loaded["certificates"] == ["ATTP", "VIETGAP@2027-01-31"]


def test_text_is_composed_and_rid_of_invisible_characters() -> None:
    loaded = load(producer="Ðông Hỉ\u0300\x00\u200b ", note="a\r\nb\tc")

    assert loaded["producer"].startswith("Đông")
    assert loaded["note"] == "a\nb\tc"


def test_days_may_be_written_day_first() -> None:
    assert load(deliver_from="1/6/2027")["deliver_from"] == date(2027, 6, 1)


def test_bounds_that_cross_are_refused() -> None:
    assert refused(price_min=5, price_max=4) == {"price_min": ["price_order"]}
    assert refused(deliver_from="2027-02-01", deliver_to="2027-01-01") == {"deliver_from": ["date_order"]}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(sorted(OfferSchema().fields)), JSON, max_size=6))
def test_any_json_is_either_loaded_or_refused_in_words(record: dict[str, Any]) -> None:
    messages = OfferSchema().validate(record)
    if messages:
        assert all(isinstance(field, str) and found for field, found in messages.items())
        return
    loaded = OfferSchema().load(record)
    again = OfferSchema().load(
        {name: str(value) if isinstance(value, date) else value for name, value in loaded.items()}
    )
    assert again == loaded


def test_the_unit_of_a_price_may_name_another_money():
    assert (
        OfferSchema().load({"product": "Quế", "price_min": 3, "price_unit": "USD/kg"})["price_unit"]
        == "USD/kg"
    )
    with pytest.raises(ValidationError):
        OfferSchema().load({"product": "Quế", "quantity": 3, "unit": "USD/kg"})
