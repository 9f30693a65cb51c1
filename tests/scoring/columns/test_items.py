from dataclasses import replace

import pytest

from scoring.columns.items import counted_item, items_wanted, named_alone, parts_of, share_of_items
from scoring.records import Demand, Doubt, Offer
from scoring.units import Bases, Units
from seeds import reference

BASES = Bases(Units.from_rows(reference("units")))
PARTS = [
    {"words": "mang kho 3 tan", "quantity": 3000, "unit": "kg", "per": ""},
    {"words": "mộc nhĩ 1 tấn", "quantity": 1000, "unit": "kg", "per": ""},
    {"words": "nấm hương 5 tạ", "quantity": 500, "unit": "kg", "per": "year"},
]


def listed(parts=PARTS):
    doubt = Doubt("quantity", "several", {"count": len(parts), "parts": parts})
    return Offer("o", "Măng khô, mộc nhĩ, nấm hương", quantity=3000, unit="kg", doubts=(doubt,))


def test_of_a_list_only_the_goods_that_are_asked_for_are_counted():
    assert share_of_items(listed(), Demand("d", "mộc nhĩ khô"), BASES) == 1 / 3
    assert share_of_items(listed(), Demand("d", "mộc nhĩ, nấm hương"), BASES) == 0.5
    assert share_of_items(listed(), Demand("d", "Măng khô"), BASES) == 1


def test_baskets_of_a_known_weight_are_added_to_what_is_weighed():
    parts = [
        {"words": "cai thao 4 tan/tuan", "quantity": 4000, "unit": "kg", "per": "week"},
        {
            "words": "bap cai 300 sot/tuan (sot 20kg",
            "quantity": 300,
            "unit": "sọt",
            "per": "week",
            "unit_kg": 20,
        },
    ]
    doubt = Doubt("quantity", "several", {"count": 2, "parts": parts})
    offer = Offer("o", "cải thảo + bắp cải", quantity=4000, unit="kg", per="week", doubts=(doubt,))
    assert share_of_items(offer, Demand("d", "Bắp cải, cải thảo"), BASES) == 2.5
    assert share_of_items(offer, Demand("d", "Bắp cải trái tim"), BASES) == 1.5


def test_amounts_that_name_none_of_the_goods_asked_for_leave_the_first():
    assert items_wanted(listed(), Demand("d", "Miến dong")) == []
    assert share_of_items(listed(), Demand("d", "Miến dong"), BASES) == 1


def test_an_amount_a_month_beside_one_of_the_whole_is_counted_in_its_own_rhythm():
    parts = [PARTS[0], {**PARTS[1], "per": "month"}]
    offer = listed(parts)  # the first amount is spread over the months of the offer, all where it names none
    assert share_of_items(offer, Demand("d", "mộc nhĩ"), BASES) == pytest.approx(12 * 1000 / 3000)
    some = replace(offer, months=(11, 12, 1))
    assert share_of_items(some, Demand("d", "mộc nhĩ"), BASES) == pytest.approx(3 * 1000 / 3000)


def test_amounts_of_several_rhythms_are_not_added_up():
    parts = [PARTS[0], {**PARTS[1], "per": "month"}, {**PARTS[2], "per": "week"}]
    assert share_of_items(listed(parts), Demand("d", "mộc nhĩ, nấm hương"), BASES) == 1


def test_a_pack_or_a_least_order_is_no_second_of_the_goods():
    assert parts_of(listed([PARTS[0], {"words": "goi 500g", "quantity": 0.5, "unit": "kg", "per": ""}])) == []
    least = {"words": "tối thiểu 500 kg", "quantity": 500, "unit": "kg", "per": ""}
    assert parts_of(listed([PARTS[0], least])) == []
    assert parts_of(Offer("o", "Măng khô")) == []


@pytest.mark.parametrize(
    ("product", "words", "named"),
    [
        ("muc kho, khô cá", " muc khong qua ", "muc"),
        ("mực khô, cá khô", "giá mực ", "mực"),
        ("mực khô, cá khô", "mực, cá ", ""),
        ("mực khô, cá khô", "tối đa ", ""),
        ("mực khô", "mực không quá ", ""),
    ],
)
def test_a_price_beside_one_of_several_goods_is_for_that_alone(product, words, named):
    assert named_alone(product, words) == named


def counts(words, quantity, unit, per="week"):
    return {"words": words, "quantity": quantity, "unit": unit, "per": per}


@pytest.mark.parametrize(
    ("parts", "wanted", "unit", "found"),
    [
        ([counts("trứng 900 quả", 900, "quả"), counts("vịt làm sẵn 40 con", 40, "con")], "Vịt cỏ", "con", 40),
        ([counts("gà 30 con", 30, "con"), counts("trứng gà 900 quả", 900, "quả")], "Trứng gà ta", "quả", 900),
        ([counts("mật ong 200 kg", 200, "kg"), counts("sáp ong 50 hộp", 50, "hộp")], "Sáp ong", "hộp", 50),
        ([counts("trứng vịt 3.000 quả", 3000, "quả"), counts("vịt 40 con", 40, "con")], "Ngan", "con", None),
        ([counts("vịt 60 con", 60, "con"), counts("vịt xiêm 40 con", 40, "con")], "Vịt", "con", None),
        ([counts("trứng 900 quả", 900, "quả"), counts("vịt 4 con", 4, "con", "month")], "Vịt", "con", None),
    ],
)  # fmt: skip
def test_of_goods_counted_apart_those_in_the_unit_of_the_need_are_meant(parts, wanted, unit, found):
    doubt = Doubt("quantity", "several", {"count": 2, "parts": parts})
    first = parts[0]
    offer = Offer(
        "o", "vịt, trứng", quantity=first["quantity"], unit=first["unit"], per="week", doubts=(doubt,)
    )
    part = counted_item(offer, Demand("d", wanted, quantity=9, unit=unit), BASES.index[unit], BASES)
    assert (part and part["quantity"]) == found
