"""A quarter's amount of months a quarter apart is wanted at once, and gathered for where goods keep."""

import pytest

RICE = {"product": "gạo ST25", "shelf_life_days": 365}
NEED = {"product": "gạo ST25", "quantity": 15, "unit": "tấn", "per": "quarter"}


@pytest.mark.parametrize("months", [(1, 4, 7, 10), (2, 5, 8, 11), (3, 6, 9, 12), (12, 3)])
def test_each_delivery_wants_the_whole_quarter(one, offer, demand, months):
    monthly = offer(quantity=8, unit="tấn", per="month", months=tuple(range(1, 13)), **RICE)
    said = one("volume", monthly, demand(**{**NEED, "months": months}))
    assert said.facts["need"] == 15_000 * len(months)
    assert said.facts["gathered"] == 3 if months != (12, 3) else said.facts["gathered"] >= 2
    assert said.code == "volume_covers"


def test_fresh_goods_have_no_more_than_the_month_brings(one, offer, demand):
    fruit = offer(quantity=8, unit="tấn", per="month", months=(1, 4, 7, 10))
    said = one("volume", fruit, demand(quantity=15, unit="tấn", per="quarter", months=(1, 4, 7, 10)))
    assert (said.facts["supply"], said.facts["need"], "gathered" in said.facts) == (32_000, 60_000, False)


def test_a_quarter_offered_in_months_a_quarter_apart_is_there_in_each(one, offer, demand):
    quarterly = offer(quantity=15, unit="tấn", per="quarter", months=(1, 4, 7, 10), **RICE)
    said = one("volume", quarterly, demand(**{**NEED, "months": (1, 4, 7, 10)}))
    assert (said.facts["supply"], said.facts["fill"]) == (60_000, 1)


@pytest.mark.parametrize("months", [(1, 2, 3), (10, 11, 12, 1), (6,), (1, 5, 9)])
def test_a_quarter_of_other_months_is_spread_over_them(one, offer, demand, months):
    monthly = offer(quantity=8, unit="tấn", per="month", months=tuple(range(1, 13)), **RICE)
    said = one("volume", monthly, demand(**{**NEED, "months": months}))
    assert (said.facts["need"], "gathered" in said.facts) == (5_000 * len(months), False)
    plain = one("volume", monthly, demand(**{**NEED, "per": "month", "months": (1, 4, 7, 10)}))
    assert plain.facts["need"] == 60_000


def test_nothing_is_gathered_where_a_month_brings_enough(one, offer, demand):
    plenty = offer(quantity=20, unit="tấn", per="month", months=tuple(range(1, 13)), **RICE)
    said = one("volume", plenty, demand(**{**NEED, "months": (1, 4, 7, 10)}))
    assert (said.facts["supply"], "gathered" in said.facts) == (80_000, False)
