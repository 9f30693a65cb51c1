"""Words of drying, freshness and cold that tell no form of the goods."""

from __future__ import annotations

import pytest

from scoring.product import Form, ProductMatcher, ProductText


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("Bưởi Diễn", "đã phơi héo 15–20 ngày cho ngọt"),
        ("Bưởi Đoan Hùng", "treo gió 10 ngày cho lên đường"),
        ("buoi dien", "da phoi heo cho ngot"),
        ("Cam sành", "phơi mát 2 ngày cho ráo cuống, để kho khô thoáng"),
        ("Khoai lang mật", "phơi se vỏ, chất khô ≥30 %"),
        ("Khoai tây Atlantic chế biến", "chất khô trên 20 %"),
        ("khoai tay", "chat kho 21 %"),
        ("Gừng trâu", "rửa sạch, hong khô vỏ"),
        ("Nhãn lồng", "cùi dày khô, ráo nước"),
        ("Bưởi da xanh", "tép khô ráo"),
        ("Xoài keo", "chở xe đông lạnh, có kho cấp đông"),
    ],
)
def test_fresh_goods_that_wither_or_lie_dry_are_fresh(
    matcher: ProductMatcher, name: str, description: str
) -> None:
    assert matcher.reading(ProductText(name, description)).form is Form.NONE


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("Rong nho tách nước", "ngâm nước 10 phút tươi lại"),
        ("Rong nho tách nước", "ngâm nở tươi như mới hái"),
        ("Mộc nhĩ khô", "ngâm nước nở tươi lại, giòn"),
        ("Nấm hương khô", "giữ màu tươi, nấm tươi sấy lạnh"),
    ],
)
def test_dried_goods_that_swell_in_water_are_dried(
    matcher: ProductMatcher, name: str, description: str
) -> None:
    plain, told = (matcher.reading(ProductText(name, each)) for each in ("", description))
    assert told.kind == plain.kind
    assert told.form in (Form.NONE, Form.DRIED)


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("Măng vầu", "phơi khô 5 nắng, túi 500 g"),
        ("Nấm hương", "khô 100 %, mũ 3 cm"),
        ("Chuối tiêu", "phơi 3 nắng cho dẻo ngọt"),
        ("Xạ đen", "phơi trong bóng mát"),
    ],
)
def test_goods_that_are_dried_by_their_description_are_dried(
    matcher: ProductMatcher, name: str, description: str
) -> None:
    read = matcher.reading(ProductText(name, description))
    assert read.form is Form.DRIED or matcher.lexicon.kinds[read.kind].form == "dried"
