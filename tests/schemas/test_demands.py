from __future__ import annotations

from typing import Any

import pytest
from marshmallow import ValidationError

from matchmaker.schemas.demands import DemandSchema


def test_a_full_record_is_taken_as_it_is(demand_record: dict[str, Any]) -> None:
    assert DemandSchema().load(demand_record) == demand_record


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (True, True),
        ("có", True),
        (False, False),
        (["HDDT", "BANG_KE"], ["HDDT", "BANG_KE"]),
        ("HDDT;HDDT_MTT", ["HDDT", "HDDT_MTT"]),
    ],
)
def test_a_required_invoice_is_yes_no_or_a_list(written: Any, read: Any) -> None:
    assert DemandSchema().load({"product": "Mận", "invoice_required": written})["invoice_required"] == read


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"invoice_required": "tùy"}, "not_yes_or_no"),
        ({"invoice_required": ["tiền mặt"]}, "unknown_choice"),
        ({"channel": "chợ"}, "unknown_choice"),
        ({"min_remaining_share": 67}, "too_large"),
        ({"discount_pct": 101}, "too_large"),
        ({"months": list(range(1, 14))}, "not_a_month"),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(fields: dict[str, Any], code: str) -> None:
    with pytest.raises(ValidationError) as error:
        DemandSchema().load({"product": "Mận", **fields})

    assert error.value.messages_dict[next(iter(fields))][0]["code"] == code
