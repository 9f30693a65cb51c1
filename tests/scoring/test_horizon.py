from datetime import date

import numpy as np
import pytest

from scoring.horizon import LENGTH, Horizon, count

HORIZON = Horizon(date(2026, 11, 21))


def test_the_horizon_starts_with_the_current_month():
    assert [HORIZON.month(i) for i in (0, 1, 2, 13)] == [11, 12, 1, 12]
    assert HORIZON.index(date(2027, 1, 5)) == 2
    assert HORIZON.last_day(3) == date(2027, 2, 28)


@pytest.mark.parametrize(("months", "indices"), [((11,), [0]), ((10,), [11]), ((12, 1, 2), [1, 2, 3])])
def test_months_mean_their_next_occurrence(months, indices):
    assert HORIZON.next_occurrence(months) == sum(1 << i for i in indices)


def test_every_year_repeats_the_next_occurrence():
    mask = HORIZON.every_year((6,))
    assert [i for i in range(LENGTH) if mask >> i & 1] == [7, 19]
    assert HORIZON.months_of(mask) == [6]


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2026, 12, 10), date(2027, 1, 3), [12, 1]),
        (date(2026, 1, 1), date(2026, 11, 30), [11]),
        (date(2026, 1, 1), date(2026, 11, 20), []),
        (date(2030, 1, 1), date(2030, 2, 1), []),
    ],
)
def test_a_window_touches_the_months_still_ahead(first, last, months):
    assert HORIZON.months_of(HORIZON.window(first, last)) == months


def test_months_are_told_in_the_order_of_time():
    assert HORIZON.months_of(HORIZON.next_occurrence((1, 2, 11, 12))) == [11, 12, 1, 2]


def test_count_is_the_number_of_months():
    assert count(np.array([0, 0b1011], dtype=np.uint32)).tolist() == [0, 3]
