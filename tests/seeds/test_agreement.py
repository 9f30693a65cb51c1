"""Tables against the map, the moon and the demonstration set."""

import pytest

from seeds import reference
from seeds.agreement import (
    check_citations,
    check_demo_records,
    check_lunar_months,
    check_provinces,
    check_sources,
)

PROVINCES, MONTHS, EVENTS = reference("provinces"), reference("lunar_months"), reference("lunar_events")
PRODUCTS, CERTIFICATES, UNITS = reference("products"), reference("certificates"), reference("units")
OFFER = {
    "id": "O1",
    "product": "mận hậu loại 1",
    "unit": "tấn",
    "certificates": ["ATTP", "OCOP4@2027-01-31"],
    "place": {"commune": "Bắc Hà", "province": "Lào Cai", "lat": 22.5, "lon": 104.3},
}


def codes(problems):
    return {(problem.column, problem.code) for problem in problems}


def demo_codes(*offers):
    return codes(check_demo_records({"offers.jsonl": offers}, PRODUCTS, CERTIFICATES, UNITS))


def with_row(rows, position, **columns):
    return [{**row, **columns} if i == position else row for i, row in enumerate(rows)]


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        ({"new_province": "Hà Giang"}, ("new_province", "wrong_province")),
        ({"code_new": "99"}, ("code_new", "unknown_key")),
        ({"code_old": "00"}, ("code_old", "unknown_key")),
        ({"old_province": "Hà Tây"}, ("new_province", "wrong_province")),
    ],
)
def test_a_wrong_province_is_found(columns, problem):
    assert problem in codes(check_provinces(with_row(PROVINCES, 1, **columns)))


def test_a_missing_province_is_found():
    assert ("old_province", "wrong_count") in codes(check_provinces(PROVINCES[1:]))


def test_a_wrong_first_day_and_an_invented_month_are_found():
    wrong = with_row(MONTHS, 0, first_day="2024-02-11")
    assert codes(check_lunar_months(wrong, [])) == {("first_day", "not_the_new_moon")}
    extra = [*MONTHS, {**MONTHS[0], "lunar_month": "13"}]
    assert codes(check_lunar_months(extra, [])) == {("lunar_month", "unknown_key")}


def test_an_event_on_the_wrong_day_is_found():
    assert codes(check_lunar_months(MONTHS, with_row(EVENTS, 0, solar="2025-01-30"))) == {
        ("solar", "wrong_day")
    }


def test_a_table_without_a_source_and_a_source_without_a_table_are_found():
    row = {"file": "units.csv", "source": "usage", "licence": "facts", "checked_on": "2026-11-21"}
    assert codes(check_sources(["units", "SOURCES"], [row])) == set()
    assert codes(check_sources(["units", "roads"], [row])) == {("file", "missing")}
    assert codes(check_sources([], [row])) == {("file", "unknown_key")}
    assert codes(check_sources(["units"], [{**row, "licence": ""}])) == {("source", "empty")}


def test_a_source_tag_that_nothing_explains_is_found():
    citations = [{"tag": "S9", "source": "a newspaper"}, {"tag": "K", "source": "the trade"}]
    tables = {"units": [{"source": "S9;K"}]}
    assert codes(check_citations(tables, citations)) == set()
    assert codes(check_citations(tables, citations[:1])) == {("source", "unknown_key")}


def test_a_sound_offer_has_no_problem():
    assert demo_codes(OFFER) == set()


def test_an_offer_without_diacritics_still_names_a_product():
    assert demo_codes({**OFFER, "product": "man hau loai 1"}) == set()


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        ({"product": "xyzzy"}, ("product", "unknown_product")),
        ({"certificates": ["OCOP9"]}, ("certificates", "unknown_key")),
        ({"unit": "furlong"}, ("unit", "unknown_key")),
        ({"place": {}}, ("place", "unknown_key")),
        ({"place": {**OFFER["place"], "province": "Hà Giang"}}, ("place", "unknown_key")),
        ({"place": {**OFFER["place"], "lat": 48.8}}, ("place", "outside_the_country")),
    ],
)
def test_a_record_that_the_tables_do_not_know_is_found(columns, problem):
    found = demo_codes({**OFFER, **columns})
    assert problem in found


def test_a_repeated_record_is_found():
    assert ("id", "duplicate_key") in demo_codes(OFFER, OFFER)
