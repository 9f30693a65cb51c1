"""What single cells say, in the ways that people fill them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.exchange.cells import read_cell
from matchmaker.exchange.columns import Column
from matchmaker.exchange.sheet_words import cell_words
from matchmaker.exchange.workbooks import Cell
from matchmaker.services.reference import load_reference

WORDS = cell_words(load_reference().reader(date(2026, 11, 26)))


@pytest.mark.parametrize(
    ("field", "aside", "cell", "said"),
    [
        ("quantity", "tấn/năm", 12, {"quantity": 12_000, "unit": "kg", "per": "year"}),
        ("quantity", "tấn/năm", "1,5", {"quantity": 1_500, "unit": "kg", "per": "year"}),
        ("quantity", "", "12 tấn/vụ", {"quantity": 12_000, "unit": "kg", "per": "season"}),
        ("quantity", "", 300, {"quantity": 300}),
        ("quantity", "con/lứa", 200, {"quantity": 200, "unit": "con", "per": "batch"}),
        ("price_min", "1.000đ/kg", 28, {"price_min": 28_000, "price_unit": "kg"}),
        ("price_min", "đồng/kg", 28_000, {"price_min": 28_000, "price_unit": "kg"}),
        ("price_min", "triệu đồng/tấn", 30, {"price_min": 30_000, "price_unit": "kg"}),
        ("price_min", "", "25-30k/kg", {"price_min": 25_000, "price_max": 30_000, "price_unit": "kg"}),
        ("price_max", "", "tối đa 40k/kg", {"price_max": 40_000, "price_unit": "kg"}),
        ("season_text", "", "T10-T12", {"season_text": "T10-T12"}),
        ("months", "", 7, {"months": [7]}),
        ("certificates", "", "VietGAP, OCOP 4 sao", {"certificates": ["VIETGAP", "OCOP4"]}),
        ("certificates", "", "ATTP@2027-05-01;HACCP", {"certificates": "ATTP@2027-05-01;HACCP"}),
        ("ocop_stars", "", "4 sao", {"ocop_stars": 4}),
        ("ocop_stars", "", "★★★", {"ocop_stars": 3}),
        ("invoice", "", "Hóa đơn VAT", {"invoice": "HDDT"}),
        ("invoice_required", "", "có", {"invoice_required": True}),
        ("invoice_required", "", "không", {"invoice_required": False}),
        ("price_basis", "", "Tại vườn", {"price_basis": "farm_gate"}),
        ("shelf_life_days", "", "6 tháng", {"shelf_life_days": 180}),
        ("shelf_life_days", "tháng", 2, {"shelf_life_days": 60}),
        ("ocop_expiry", "", date(2027, 5, 1), {"ocop_expiry": "2027-05-01"}),
        ("phone", "", "0100 000 001", {"phone": "0100 000 001"}),
        ("note", "", 5, {"note": "5"}),
    ],
)
def test_a_cell_says_its_fields_without_a_doubt(
    field: str, aside: str, cell: Cell, said: dict[str, Any]
) -> None:
    found = read_cell(cell, Column(0, "", field, aside), WORDS)
    assert found.fields == said
    assert [code for _, code, _ in found.doubts] in ([], ["lunar"])


@pytest.mark.parametrize(
    ("field", "cell", "said", "code"),
    [
        ("quantity", "nhiều", {}, "cell_unread"),
        ("quantity", "2-3 tấn", {"quantity": 2_000, "unit": "kg"}, "range"),
        ("quantity", "#REF!", {}, "cell_formula_error"),
        ("price_min", 28, {"price_min": 28_000}, "thousands_implied"),
        ("price_min", "thỏa thuận", {}, "price_open"),
        ("price_min", "9 USD/kg", {}, "other_currency"),
        ("season_text", date(2026, 12, 10), {}, "cell_turned_to_date"),
        ("season_text", "khi nào có thì bán", {"season_text": "khi nào có thì bán"}, "season_unread"),
        ("certificates", "chưa có VietGAP", {}, "papers_not_yet"),
        ("certificates", "đang làm hồ sơ", {}, "papers_unread"),
        ("invoice", "có", {"invoice": "HDDT"}, "choice_taken"),
        ("storage", "kho của chị Hoa", {}, "cell_unread"),
        ("ocop_expiry", "12/2027", {}, "not_a_date"),
        ("phone", 912345678, {"phone": "0912345678"}, "zero_put_back"),
    ],
)
def test_what_is_not_certain_is_a_doubt_and_never_a_silent_value(
    field: str, cell: Cell, said: dict[str, Any], code: str
) -> None:
    found = read_cell(cell, Column(0, "", field), WORDS)
    assert found.fields == said
    assert code in [doubt[1] for doubt in found.doubts]


def test_nothing_said_is_nothing() -> None:
    for cell in ("-", "không", "chưa có"):
        assert read_cell(cell, Column(0, "", "quantity"), WORDS).fields == {}


FIELDS = (
    "quantity",
    "price_min",
    "season_text",
    "certificates",
    "ocop_stars",
    "invoice",
    "shelf_life_days",
    "phone",
)


@given(st.sampled_from(FIELDS), st.text(max_size=60), st.text(max_size=12))
def test_any_cell_is_read_without_an_error(field: str, cell: str, aside: str) -> None:
    read_cell(cell, Column(0, "", field, aside), WORDS)
