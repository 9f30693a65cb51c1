"""Goods kept chilled or on ice are no frozen ones, and the step that makes them so is told."""

from __future__ import annotations

import pytest

from matchmaker.wording.reasons.missing import STEPS
from matchmaker.wording.reasons.vetoes import VETOES

AMOUNT = {"quantity": 2.0, "unit": "tấn", "per": "month"}


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ({"product": "Mực một nắng cấp đông"}, {"product": "Mực một nắng", "storage": "chilled"}),
        ({"product": "Chả cá", "spec": "cấp đông -18 độ"}, {"product": "Chả cá", "storage": "chilled"}),
        ({"product": "Ga lam sach cap dong"}, {"product": "Ga lam sach", "packaging": "uop da, thung xop"}),
        ({"product": "Cá một nắng", "spec": "IQF"}, {"product": "Cá một nắng", "description": "ướp đá"}),
    ],
)
def test_iced_goods_are_refused_and_freezing_is_the_step(explained, wanted, offered):
    match = explained({**wanted, **AMOUNT}, {**offered, **AMOUNT, "shelf_life_days": 7.0})
    assert list(match.vetoes) == ["wrong_form"]
    (product,) = (row for row in match.reasons if row.criterion == "product")
    assert VETOES["wrong_form"](product.facts, "vi").endswith("phải cấp đông mới giao được.")
    assert VETOES["wrong_form"](product.facts, "en").endswith("to be frozen first.")
    step = match.missing
    assert step is not None
    assert step.code == "chill"
    assert step.facts["storage"] == "frozen"
    assert STEPS["chill"](step.facts, "vi").startswith("Cấp đông")


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ({"product": "Mực một nắng"}, {"storage": "chilled"}),
        ({"product": "Mực một nắng cấp đông"}, {"storage": "frozen"}),
        ({"product": "Mực một nắng cấp đông"}, {}),
        ({"product": "Mực một nắng cấp đông"}, {"storage": "chilled", "remarks": "nhận cấp đông theo đơn"}),
        ({"product": "Mực một nắng", "spec": "cấp đông hoặc ướp đá"}, {"storage": "chilled"}),
        ({"product": "Mực một nắng", "delivery_rhythm": "xe đông lạnh"}, {"storage": "chilled"}),
    ],
)
def test_what_is_frozen_or_need_not_be_is_not_refused(explained, wanted, offered):
    match = explained({**wanted, **AMOUNT}, {"product": "Mực một nắng", **offered, **AMOUNT})
    assert "wrong_form" not in match.vetoes


def test_a_factory_that_takes_raw_goods_may_freeze_them_itself(explained):
    wanted = {"product": "Bơ, sầu riêng cấp đông", "spec": "dạt B, C", **AMOUNT}
    fruit = {"product": "Sầu riêng", "storage": "chilled", **AMOUNT}
    assert "wrong_form" not in explained(wanted, fruit, channel="processor").vetoes
    assert "wrong_form" in explained(wanted, fruit).vetoes
