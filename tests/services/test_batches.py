"""Amounts of one batch beside the number of batches."""

import pytest

from matchmaker.services.batches import of_batches


@pytest.mark.parametrize(
    ("texts", "amount", "per"),
    [
        ({"note": "Mỗi tháng nung 2 mẻ"}, 240, "month"),
        ({"description": "xuất 3 lứa/năm"}, 360, "year"),
        ({"supply_text": "tuan say 4 me"}, 480, "week"),
        ({"note": "bón phân 2 lần mỗi vụ"}, 120, "batch"),
        ({}, 120, "batch"),
    ],
)
def test_the_amount_of_a_batch_is_told_of_the_period_that_counts_them(texts, amount, per):
    read = of_batches(texts, {"quantity": 120, "unit": "bộ", "per": "batch"})
    assert (read["quantity"], read["per"]) == (amount, per)


def test_an_amount_of_a_month_stays_beside_batches():
    told = {"quantity": 120, "per": "month"}
    assert of_batches({"note": "Mỗi tháng nung 2 mẻ"}, told) == told
