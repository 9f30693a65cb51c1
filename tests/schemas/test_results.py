"""Result slips and later stages as they come in."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from marshmallow import ValidationError

from matchmaker.schemas.results import ResultSchema, StageSchema

MET = {"outcome": "met"}


def codes(schema: Any, record: dict[str, Any]) -> dict[str, str]:
    with pytest.raises(ValidationError) as refused:
        schema(local_numbers=True).load(record)
    return {field: found[0]["code"] for field, found in refused.value.messages_dict.items()}


def test_a_slip_is_read_as_it_was_written() -> None:
    record = {
        "outcome": "met",
        "steps": ["mou", "sample"],
        "quantity": "2,5",
        "unit": "tấn",
        "value": "1,5 tỷ",
        "next_on": "24/12/2026",
        "note": "gửi mẫu trước Tết",
    }
    assert ResultSchema(local_numbers=True).load(record) == {
        **record,
        "steps": ["sample", "mou"],
        "quantity": 2.5,
        "value": 1_500_000_000,
        "next_on": date(2026, 12, 24),
    }


@pytest.mark.parametrize(
    ("record", "refused"),
    [
        ({}, {"outcome": "required"}),
        ({"outcome": "maybe"}, {"outcome": "unknown_choice"}),
        ({**MET, "steps": ["gift"]}, {"steps": "unknown_choice"}),
        ({"outcome": "buyer_absent", "steps": ["mou"]}, {"steps": "only_where_met"}),
        ({"outcome": "cancelled", "value": "5"}, {"value": "only_where_met"}),
        ({**MET, "steps": ["unfit", "mou"], "reason": "price"}, {"steps": "unfit_alone"}),
        ({**MET, "steps": ["unfit"]}, {"reason": "unfit_reason"}),
        ({**MET, "steps": ["mou"], "reason": "price"}, {"reason": "unfit_reason_only"}),
        ({**MET, "steps": ["unfit"], "reason": "other"}, {"note": "note_required"}),
        ({**MET, "quantity": "3"}, {"unit": "unit_required"}),
        ({**MET, "unit": "tấn"}, {"quantity": "quantity_required"}),
        ({**MET, "quantity": "3", "unit": "lạng đơn"}, {"unit": "unknown_unit"}),
        ({**MET, "quantity": "nhiều", "unit": "kg"}, {"quantity": "not_a_number"}),
        ({**MET, "next_on": "32/12/2026"}, {"next_on": "not_a_date"}),
    ],
)
def test_what_does_not_fit_together_is_refused_at_its_field(
    record: dict[str, Any], refused: dict[str, str]
) -> None:
    assert codes(ResultSchema, record) == refused


@pytest.mark.parametrize(
    ("record", "refused"),
    [
        ({"stage": "contract"}, {"happened_on": "required"}),
        ({"stage": "scheduled", "happened_on": "1/12/2026"}, {"stage": "unknown_choice"}),
        ({"stage": "failed", "happened_on": "1/12/2026"}, {"reason": "unfit_reason"}),
        ({"stage": "mou", "happened_on": "1/12/2026", "reason": "price"}, {"reason": "unfit_reason_only"}),
    ],
)
def test_a_later_stage_is_refused_at_its_field(record: dict[str, Any], refused: dict[str, str]) -> None:
    assert codes(StageSchema, record) == refused
