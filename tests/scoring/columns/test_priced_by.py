import pytest

from scoring.columns.priced import priced_by


@pytest.mark.parametrize(
    ("price", "unit", "told"),
    [
        (16_500, "tấn", "kg"),
        (250_000, "kg", "kg"),
        (30_000_000, "kg", ""),
        (42_000, "hộp", ""),
        (None, "kg", ""),
    ],
)
def test_a_ceiling_without_a_unit_is_one_of_a_kilogram_where_goods_are_weighed(
    trade, demand, price, unit, told
):
    bases = trade.bases
    assert priced_by(demand(price_max=price, price_unit="", unit=unit), bases) == told
