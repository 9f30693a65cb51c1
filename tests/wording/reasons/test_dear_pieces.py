"""A price by the piece that no weight brings within the ceiling is said so and asked before all else."""

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.price_line import price_clause
from matchmaker.wording.reasons.questions import questions

HAND = {"price_low": 40000, "price_high": 60000, "ceiling": 8000, "unit": "nải",
        "ceiling_unit": "kg", "basis": "farm_gate", "ceiling_basis": "delivered",
        "dear_piece": {"kg": 4, "least": 10000}}  # fmt: skip
OTHERS = {
    "product": {"code": "product_generic", "facts": {}},
    "volume": {"code": "volume_unsaid", "facts": {}},
}
PURSE = {"price_low": 50000, "price_high": 65000, "ceiling": 70000, "unit": "chiếc", "ceiling_unit": "chiếc",
         "basis": "depot", "ceiling_basis": "delivered", "way_known": True,
         "piece_freight": None}  # fmt: skip


def test_what_a_kilogram_costs_at_the_greatest_weight_is_told():
    assert sentence("price_units_differ", HAND, "vi") == (
        "Bán 40.000–60.000 đ/nải, mua tối đa 8.000 đ/kg: dù một nải nặng 4 kg, giá thấp nhất cũng là "
        "10.000 đ/kg chưa kể cước, vượt trần; phải hỏi một nải nặng bao nhiêu."
    )
    english = sentence("price_units_differ", HAND, "en")
    assert "even at 4 kg for one hand" in english
    assert "above the ceiling" in english
    assert "khác đơn vị" in sentence("price_units_differ", HAND | {"dear_piece": None}, "vi")


@pytest.mark.parametrize(("unit", "kg"), [("nải", 4), ("buồng", 50)])
def test_the_one_line_says_it_under_its_condition(unit, kg):
    facts = HAND | {"unit": unit, "dear_piece": {"kg": kg, "least": 10000}}
    assert price_clause("price_units_differ", facts, "vi") == f"giá vượt trần dù một {unit} nặng {kg} kg"
    assert f"even at {kg} kg" in price_clause("price_units_differ", facts, "en")


def test_the_price_is_asked_before_the_goods_and_their_amount():
    dear = questions(OTHERS | {"price": {"code": "price_units_differ", "facts": HAND}}, "vi")
    assert dear == ["một nải nặng bao nhiêu, giá bớt được không", "giống", "sản lượng"]
    facts = HAND | {"dear_piece": None}
    plain = questions(OTHERS | {"price": {"code": "price_units_differ", "facts": facts}}, "vi")
    assert plain == ["giống", "sản lượng", "quy đổi giá"]


@pytest.mark.parametrize(("most", "settled"), [(749, True), (6000, False)])
def test_a_bound_on_the_freight_settles_it_and_is_never_told_as_a_figure(most, settled):
    purse = PURSE | {"piece_freight_most": most}
    told = sentence("freight_unknown", purse, "vi")
    assert "còn 5.000 đ/chiếc tới trần" in told
    assert "cước nhiều nhất" not in told
    assert ("cước một chiếc không tới mức ấy" in told) is settled
    line = price_clause("freight_unknown", purse, "vi")
    assert line == ("giá trong trần" if settled else "giá chưa kể cước còn dưới trần")
    asked = questions({"price": {"code": "freight_unknown", "facts": purse}}, "vi")
    assert asked == ([] if settled else ["cước theo chiếc"])
