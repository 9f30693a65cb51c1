"""Things that serve a product and bear its name."""

from __future__ import annotations

import pytest

from scoring.product import ProductMatcher, ProductText, Role
from scoring.product.implements import is_craft_tool, is_implement
from scoring.product.normalise import syllables


def role(matcher: ProductMatcher, name: str, description: str = "") -> Role:
    return matcher.reading(ProductText(name, description)).role


@pytest.mark.parametrize(
    "name",
    [
        "Kìm tách hạt mắc ca",
        "Bạt phủ ruộng muối",
        "Khuôn gỗ bánh khảo",
        "Trụ bê tông thanh long",
        "Bình thủy tinh ngâm rượu mơ",
        "Jackfruit wood",
        "Cashew nut sheller",
        "Mango scarf",
        "Mango mesh bags",
        "Lychee tree",
        "tranh xoai",
        "may cat xoai lat",
        "may dan nhan xoai",
        "moc khoa xoai",
        "thuoc tri ray xoai",
        "Thuốc trị rầy cho xoài",
    ],
)
def test_a_tool_or_a_vessel_at_the_head_of_a_name_is_not_the_product(
    matcher: ProductMatcher, name: str
) -> None:
    assert role(matcher, name) is not Role.GOODS


@pytest.mark.parametrize(
    "name",
    [
        "Bình rượu cần Tây Nguyên",
        "Hũ mật ong rừng",
        "Nhãn lồng Hưng Yên",
        "Keo dua Ben Tre",
        "Cá đục khô",
        "Bàn ghế tre trúc",
        "Bamboo basket",
        "Dried mango slices",
        "Dried artichoke whole plant",
        "Mango, 5 kg bag",
        "Rau càng cua giá thể",
        "may tre dan",
    ],
)
def test_packing_fish_and_crafts_are_what_they_are(matcher: ProductMatcher, name: str) -> None:
    assert role(matcher, name) is Role.GOODS


def test_a_noun_after_the_product_tells_nothing_in_vietnamese() -> None:
    words = syllables("mật ong rừng thùng gỗ")
    assert not is_implement(words, 0, [False] * len(words), accented=True, english=False)


def test_a_wheel_or_a_machine_of_a_craft_is_no_craft(matcher: ProductMatcher) -> None:
    assert is_craft_tool(syllables("Bàn xoay gốm điện"), syllables("350W"), accented=True)
    assert is_craft_tool(syllables("may che tre"), syllables("3 kW 2HP"), accented=False)
    assert not is_craft_tool(syllables("Bình hoa gốm"), syllables("cao 30 cm"), accented=True)
    assert role(matcher, "Bàn xoay gốm điện", "350W") is Role.TOOL
    assert role(matcher, "Bộ ấm tử sa Bát Tràng", "6 chén") is Role.GOODS
