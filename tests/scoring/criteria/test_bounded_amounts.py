"""Amounts in units that convert within bounds are compared by their lower end, and refused by their upper."""

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.summary import headline
from scoring.records import Size

MONTH = {"per": "month", "months": (6,)}


def honey(offer, quantity, unit="kg", **fields):
    return offer(product="mật ong", quantity=quantity, unit=unit, **MONTH, **fields)


@pytest.mark.parametrize(
    ("product", "has", "unit", "wants", "of", "fills"),
    [
        ("mật ong", 100, "kg", 800, "lít", (0.0862, 0.0906)),
        ("nước mắm", 100, "lít", 300, "kg", (0.39, 0.4067)),
        ("dầu lạc", 500, "lít", 455, "kg", (1.0, 1.022)),
    ],
)
def test_litres_of_what_weighs_the_same_everywhere_are_compared(
    explained, product, has, unit, wants, of, fills
):
    wanted = {"product": product, "quantity": wants, "unit": of, **MONTH}
    match = explained(wanted, {"product": product, "quantity": has, "unit": unit, **MONTH})
    said = next(row for row in match.as_record()["reasons"] if row["criterion"] == "volume")
    assert said["code"] == ("volume_covers" if fills[0] >= 1 else "volume_part")
    assert (said["facts"]["fill"], said["facts"]["fill_at_most"]) == pytest.approx(fills, abs=1e-3)
    assert said["facts"]["by_density"]


def test_what_a_litre_weighs_is_not_known_of_other_goods(one, offer, demand):
    said = one(
        "volume",
        offer(product="tương ớt", quantity=10, unit="lít", **MONTH),
        demand(product="tương ớt", quantity=100, unit="kg", pooling_allowed=False, **MONTH),
    )
    assert (said.code, said.vetoes, "fill_at_most" in said.facts) == ("volume_units_differ", [], False)


def test_too_little_by_any_weight_is_refused_where_pooling_is(one, offer, demand):
    wanted = {"product": "mật ong", "quantity": 800, "unit": "lít", **MONTH}
    alone = demand(**wanted, pooling_allowed=False)
    assert one("volume", honey(offer, 100), alone).vetoes == ["volume_too_small"]
    assert one("volume", honey(offer, 340), alone).vetoes == []  # 30 % at the light end
    assert one("volume", honey(offer, 100), demand(**wanted)).vetoes == []


PIGS = {"product": "lợn đen", "unit": "con", "storage": "live"}
PORK = {"product": "Thịt lợn đen", "unit": "tấn", "spec": "móc hàm"}


def herd(offer, heads, low=50, high=70):
    return offer(**PIGS, quantity=heads, sizes=(Size("con", low, high, "kg"),), **MONTH)


def test_a_herd_that_weighs_too_little_alive_is_surely_short(one, offer, demand):
    wanted = demand(**PORK, quantity=4.3, **MONTH)
    short = one("volume", herd(offer, 60), wanted)
    assert (short.code, short.facts["fill_at_most"]) == ("volume_units_differ", 0.9767)
    assert "factor_low" not in short.facts
    assert one("volume", herd(offer, 30), wanted).score < short.score  # told apart by their most
    ample = one("volume", herd(offer, 200), wanted)
    assert ample.facts["fill_at_most"] > 1
    assert ample.score > short.score - 1e-9
    cut = {"product": "Thịt lợn đen", "unit": "tấn", "quantity": 4.3, **MONTH}  # no word but "thịt"
    assert "enough_at_any_size" not in one("volume", herd(offer, 200), demand(**cut)).facts


def test_a_herd_far_too_small_alive_is_refused_by_lot_and_by_need(one, offer, demand):
    alone = demand(**PORK, quantity=4.3, pooling_allowed=False, **MONTH)
    assert one("volume", herd(offer, 18), alone).vetoes == ["volume_too_small"]
    assert one("volume", herd(offer, 19), alone).vetoes == []
    by_lot = demand(**PORK, quantity=4.3, min_lot=2, min_lot_unit="tấn", **MONTH)
    refused = one("volume", herd(offer, 20), by_lot)
    assert (refused.vetoes, refused.facts["lot_at_most"]) == (["volume_too_small"], 1400)
    assert one("volume", herd(offer, 40), by_lot).vetoes == []


FRUIT = {"product": "bưởi Diễn", "unit": "quả", **MONTH}


@pytest.mark.parametrize(
    ("has", "wants", "fills", "told"),
    [
        (8000, 10, (0.72, 0.96), "tức khoảng 7,2–9,6 tấn mỗi tháng (0,9–1,2 kg/quả), cần 10 tấn"),
        (8000, 8, (0.9, 1.2), "mức cao thì đủ, mức thấp được 90 %"),
        (8000, 7, (1.028571429, 1.3714), "cần 7 tấn mỗi tháng: đủ hàng"),
    ],
)
def test_fruits_by_number_are_held_against_weights_by_what_one_weighs(
    one, offer, demand, has, wants, fills, told
):
    sized = offer(**FRUIT, quantity=has, sizes=(Size("quả", 0.9, 1.2, "kg"),))
    said = one("volume", sized, demand(product="bưởi Diễn", quantity=wants, unit="tấn", **MONTH))
    assert (said.facts["fill"], said.facts["fill_at_most"]) == pytest.approx(fills, abs=1e-3)
    assert told in sentence(said.code, said.facts, "vi")
    line = headline({"reasons": [{"criterion": "volume", "code": said.code, "facts": said.facts}]}, "vi")
    assert "chưa quy đổi được" not in line


def test_weights_are_held_against_fruits_by_number_by_the_size_that_the_buyer_states(one, offer, demand):
    wanted = demand(**FRUIT, quantity=8000, sizes=(Size("quả", 0.9, 1.2, "kg"),))
    said = one("volume", offer(product="bưởi Diễn", quantity=8, unit="tấn", **MONTH), wanted)
    told = sentence(said.code, said.facts, "vi")
    assert "tức khoảng 6.667–8.889 quả mỗi tháng (0,9–1,2 kg/quả)" in told
    assert "about 6,667–8,889" in sentence(said.code, said.facts, "en")


@pytest.mark.parametrize(
    "sizes",
    [
        (),
        (Size("quả", 0.5, 1.2, "kg"),),  # as good as none
        (Size("quả", 0.5, 0.6, "kg"), Size("quả", 1, 1.2, "kg")),
        (Size("hộp", 1, 1.2, "kg"),),
    ],
)
def test_fruits_of_no_one_size_are_still_asked(one, offer, demand, sizes):
    wanted = demand(product="bưởi Diễn", quantity=10, unit="tấn", **MONTH)
    assert one("volume", offer(**FRUIT, quantity=8000, sizes=sizes), wanted).code == "volume_units_differ"
