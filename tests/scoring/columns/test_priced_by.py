import pytest

from scoring.columns.priced import PricePart, part_wanted, priced_by


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


def test_of_a_price_of_the_jar_and_one_of_the_kilogram_that_in_the_unit_of_the_buyer_counts():
    jar = PricePart("mật ong hũ 300g", frozenset({"mat", "ong", "hu"}), 130_000, 130_000, 7)
    loose = PricePart("rời", frozenset({"roi"}), 380_000, 380_000, 0)
    own = frozenset({"mat", "ong"})
    assert part_wanted((jar, loose), own, own, 0) is loose
    assert part_wanted((jar, loose), own, own, 7) is jar
    assert part_wanted((jar, loose), own | {"hu"}, own, 0) is jar  # he names the jar himself
    assert part_wanted((jar, loose), own, own) is jar
