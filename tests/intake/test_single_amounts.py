from __future__ import annotations

import pytest

from matchmaker.intake.reading import Reader


@pytest.mark.parametrize(
    ("text", "kilograms"),
    [("2 tấn 3 na dai", 2300), ("5 tấn 3 loại", 5000), ("10 tấn 2 vụ", 10_000), ("2 tấn 20/8", 2000)],
)
def test_a_digit_after_tonnes_is_their_tenth_unless_it_counts_something(
    reader: Reader, text: str, kilograms: float
) -> None:
    assert reader.read(text).kg_min == kilograms


@pytest.mark.parametrize(
    "text",
    ["dăm ba tạ", "hàng chục tấn", "cả trăm tấn", "độ cao 1.200 m", "free ship từ 10kg", "giảm 10% từ 1 tấn",
     "30k bao ship"],
)  # fmt: skip
def test_a_vague_lot_a_height_or_a_condition_is_no_amount(reader: Reader, text: str) -> None:
    assert reader.read(text).quantity_min is None
    assert reader.read(text).quantity_max is None
