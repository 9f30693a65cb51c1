"""A figure that is told roughly is compared as the same figure without that word."""

import pytest

from scoring.criteria.clauses import SAME, UNMET
from scoring.criteria.specification import _compared


def says(asks: str, told: str) -> tuple[str, str]:
    (clause,) = _compared(asks, f"Hàng; {told}", "", told, None, "", (), "")
    return clause.says, clause.offered


@pytest.mark.parametrize(
    ("asks", "told"),
    [
        ("thủy phần không quá 21%", "thuy phan khoang 24%"),
        ("ẩm dưới 14%", "độ ẩm tầm 16%"),
        ("tạp chất tối đa 1%", "tạp chất chừng 3%"),
        ("moisture max 13%", "moisture approx. 15%"),
        ("quả từ 400 g", "khoảng 300 g"),
        ("tấm không quá 5%", "tấm khoảng 10%"),
    ],
)
def test_a_rough_figure_beyond_the_bound_misses_it_and_is_quoted_as_written(asks: str, told: str) -> None:
    assert says(asks, told) == (UNMET, told)


@pytest.mark.parametrize(
    ("asks", "told"),
    [
        ("thủy phần không quá 21%", "thủy phần khoảng 20%"),
        ("tấm không quá 5%", "tam 5%"),
        ("tấm không quá 5%", "tỷ lệ tấm 5%"),
    ],
)
def test_a_rough_figure_within_the_bound_meets_it(asks: str, told: str) -> None:
    assert says(asks, told)[0] == SAME
