import pytest

from scoring.criteria.paper_sense import may_bear


@pytest.mark.parametrize(
    ("product", "wanted", "may"),
    [
        ("sầu riêng Ri6", "sầu riêng Monthong", False),  # another variety
        ("sầu riêng Monthong", "sầu riêng Monthong", True),
        ("nghệ", "nghệ Đắk Lắk", False),  # grown elsewhere
        ("nghệ Đắk Lắk", "nghệ Đắk Lắk", True),
    ],
)
def test_an_indication_is_for_goods_of_its_own_place_and_variety(pairs, offer, demand, product, wanted, may):
    found = pairs([offer(product=product)], [demand(product=wanted)])
    assert may_bear(found, 0) is may
