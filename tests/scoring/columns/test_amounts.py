from math import isnan

import pytest

from scoring.columns.amounts import spread


@pytest.mark.parametrize(("per", "rate"), [("day", 300), ("month", 10), ("quarter", 10 / 3), ("batch", 10)])
def test_flows_become_an_amount_a_month(per, rate):
    found, whole = spread(10, per, months=4)
    assert found == pytest.approx(rate)
    assert isnan(whole)


@pytest.mark.parametrize("per", ["season", "total", "year", ""])
def test_wholes_are_spread_over_the_months_of_delivery(per):
    assert spread(12, per, months=4) == (3, 12)
    assert spread(12, per, months=0) == (12, 12)
