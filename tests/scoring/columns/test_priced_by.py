import pytest

from scoring.columns.priced import (
    PricePart,
    part_wanted,
    price_parts,
    priced_by,
    wanted_words,
    words_of,
)
from scoring.records import Demand, Doubt, Offer
from scoring.units import Bases, Units
from seeds import reference

BASES = Bases(Units.from_rows(reference("units")))


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


def test_of_prices_named_with_sizes_the_one_of_the_size_wanted_counts():
    told = price_parts(
        Offer("o", "tinh dầu quế", doubts=(Doubt("price", "several", {"parts": [
            {"words": "chai 10 ml 40.000 đ/chai", "price_min": 40000, "price_max": 40000,
             "price_unit": "chai"},
            {"words": "chai 50 ml 150.000 đ/chai", "price_min": 150000, "price_max": 150000,
             "price_unit": "chai"},
        ]}),)),
        BASES,
    )  # fmt: skip
    assert [part.words for part in told] == ["chai 10 ml", "chai 50 ml"]
    for spec, price in (("chai 50ml", 150000), ("lọ 10 ml", 40000), ("chai 0,05 lít", 150000)):
        wanted = wanted_words(Demand("d", "tinh dầu quế", spec=spec))
        part = part_wanted(told, wanted, words_of("tinh dầu quế"))
        assert part is not None
        assert part.low == price
    assert part_wanted(told, wanted_words(Demand("d", "tinh dầu quế")), words_of("tinh dầu quế")) is None
