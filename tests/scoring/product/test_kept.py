"""The form that storage and packing give to goods."""

from __future__ import annotations

import pytest

from scoring.product import Form, ProductMatcher, ProductText, Relation, kept_form


@pytest.mark.parametrize(
    ("storage", "packing", "form"),
    [
        ("frozen", "", Form.FROZEN),
        ("chilled", "", Form.NONE),
        ("", "cấp đông IQF, thùng 10 kg", Form.FROZEN),
        ("", "gói 200g, sấy giòn", Form.DRIED),
        ("", "hộp 500 g, để nơi khô ráo", Form.NONE),
        ("", "sọt 20 kg, xe đông lạnh", Form.NONE),
    ],
)
def test_storage_and_packing_tell_the_form(storage: str, packing: str, form: Form) -> None:
    assert kept_form(storage, packing) is form


def _relation(matcher: ProductMatcher, demand: str, offer: ProductText) -> Relation:
    found = matcher.compare(matcher.read([ProductText(demand)]), matcher.read([offer]))
    return Relation(int(found.relation[0, 0]))


@pytest.mark.parametrize("name", ["Tôm sú", "Mực lá", "Sầu riêng", "Mận tam hoa"])
def test_what_is_usually_fresh_and_stored_frozen_is_frozen(matcher: ProductMatcher, name: str) -> None:
    offer = ProductText(name, kept=Form.FROZEN)
    assert _relation(matcher, f"{name} tươi", offer) is Relation.OTHER_FORM
    assert _relation(matcher, f"{name} đông lạnh", offer) < Relation.OTHER_FORM


def test_processed_goods_stored_frozen_stay_what_they_are(matcher: ProductMatcher) -> None:
    offer = ProductText("Thịt trâu gác bếp", kept=Form.FROZEN)
    assert _relation(matcher, "thịt trâu gác bếp", offer) is Relation.SAME


@pytest.mark.parametrize(
    ("demand", "offer", "apart"),
    [
        ("Gà đen làm sạch", "Gà đen hun khói", True),
        ("Lợn đen", "lợn đen gác bếp", True),
        ("ga Tien Yen", "ga Tien Yen say kho", True),
        ("Gà đen hun khói", "Gà đen", True),
        ("Gà đen làm sạch", "gà đen cấp đông", False),
        ("Gà đen làm sạch", "Gà đen", False),
        ("Lợn đen", "lợn đen móc hàm", False),
    ],
)
def test_a_breed_is_the_raw_animal_in_any_form_and_not_what_is_made_of_it(
    matcher: ProductMatcher, demand: str, offer: str, apart: bool
) -> None:
    found = matcher.compare(matcher.read([ProductText(demand)]), matcher.read([ProductText(offer)]))
    assert bool(found.relation[0, 0] == Relation.OTHER_FORM) is apart
