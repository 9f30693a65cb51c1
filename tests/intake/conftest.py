"""Rows and readers shared by the tests of reading: small tables of their own, and the real gazetteer once."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker.intake.gazetteer import Gazetteer
from matchmaker.intake.reading import Reader
from seeds import reference

TODAY = date(2026, 11, 21)

UNIT_ROWS = [
    {"unit": "kg", "aliases": "kilogam;cân", "dimension": "mass", "factor": "1"},
    {"unit": "tấn", "aliases": "tan;t", "dimension": "mass", "factor": "1000"},
    {"unit": "phuy", "aliases": "drum;drums", "dimension": "count", "factor": "1"},
    {"unit": "lb", "aliases": "pound;pounds", "dimension": "mass", "factor": "0.45359237"},
    {"unit": "vạn", "aliases": "van", "dimension": "count", "factor": "10000"},
]

# Lunar months of 2026 and 2027 as published for Viet Nam (UTC+7).
LUNAR_ROWS = [
    {"lunar_year": year, "lunar_month": month, "leap": "0", "first_day": first}
    for year, month, first in (
        ("2026", "10", "2026-11-09"),
        ("2026", "11", "2026-12-09"),
        ("2026", "12", "2027-01-08"),
        ("2027", "1", "2027-02-06"),
        ("2027", "2", "2027-03-08"),
        ("2027", "3", "2027-04-07"),
        ("2027", "4", "2027-05-06"),
        ("2027", "5", "2027-06-05"),
        ("2027", "6", "2027-07-04"),
        ("2027", "7", "2027-08-02"),
        ("2027", "8", "2027-09-01"),
        ("2027", "9", "2027-09-30"),
        ("2027", "10", "2027-10-29"),
        ("2027", "11", "2027-11-28"),
    )
]

CERTIFICATE_ROWS = [
    {
        "code": "VIETGAP",
        "name_vi": "Chứng nhận VietGAP",
        "name_en": "VietGAP certificate",
        "aliases": "Viet GAP",
    },
    {"code": "OCOP", "name_vi": "Sản phẩm OCOP", "name_en": "OCOP product", "aliases": "OCOP 4 sao;sao OCOP"},
    {"code": "CO", "name_vi": "Giấy chứng nhận xuất xứ", "name_en": "", "aliases": ""},
    {"code": "ATTP", "name_vi": "", "name_en": "", "aliases": "an toàn thực phẩm"},
]


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A reader without a gazetteer."""
    return Reader(units_rows=UNIT_ROWS, lunar_rows=LUNAR_ROWS, certificate_rows=CERTIFICATE_ROWS, today=TODAY)


@pytest.fixture(scope="session")
def placing_reader() -> Reader:
    """A reader with the gazetteer of the reference data."""
    gazetteer = Gazetteer.from_rows(reference("places"), reference("provinces"), None)
    return Reader(units_rows=UNIT_ROWS, lunar_rows=LUNAR_ROWS, today=TODAY, gazetteer=gazetteer)
