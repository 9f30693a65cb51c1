from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.wording.ways import source
from scoring.account import Account, Carriage, account, price_per_kg
from scoring.logistics.coefficients import Coefficients
from scoring.records import Demand, Doubt, Size
from scoring.units import Units
from seeds import reference

UNITS = Units.from_rows(reference("units"))
PLAIN = Coefficients(loss_fresh_pct=(2.0, 10.0), loss_kept_pct=(0.0, 1.0), interest_pct=(7.3, 14.6))
ROAD = Carriage((700.0, 1300.0), (100.0, 200.0))


def wanted(**said: Any) -> Demand:
    usual = {
        "price_max": 40_000,
        "price_unit": "kg",
        "price_basis": "delivered",
        "discount_pct": 10,
        "payment_days": 50,
    }
    return Demand(id="D", product="mận", **usual | said)


def told(demand: Demand, carriage: Carriage | None = ROAD, *, keeps: bool = False) -> Account:
    return account(demand, price_per_kg(demand, UNITS), carriage, PLAIN, keeps=keeps)


def amounts(found: Account) -> dict[str, Any]:
    return {line.code: line.amount for line in found.lines}


def test_everything_comes_off_a_price_at_the_buyers_door() -> None:
    found = told(wanted())
    assert amounts(found) == {
        "price": (40_000, 40_000),
        "discount": (-4_000, -4_000),
        "delay": (-720, -360),
        "loss": (-3_600, -720),
        "freight": (-1_300, -700),
        "handling": (-200, -100),
    }
    assert found.net == (30_180, 34_120)
    assert found.asked == ()


def test_a_unit_that_the_buyer_did_not_name_is_no_word_of_his() -> None:
    taken = wanted(doubts=(Doubt("price_unit", "unit_taken", {"unit": "kg"}),))
    for demand, asked in ((taken, True), (wanted(), False)):
        line = told(demand).lines[0]
        text = source(line.code, line.source, line.facts, "", "vi")
        assert ("bên mua không ghi đơn vị, cần hỏi" in text) is asked
        assert ("no unit is named" in source(line.code, line.source, line.facts, "", "en")) is asked


def test_goods_that_keep_lose_less() -> None:
    assert amounts(told(wanted(), keeps=True))["loss"] == (-360, 0)


def test_at_the_farm_gate_the_buyer_bears_the_way_and_what_spoils_on_it() -> None:
    found = told(wanted(price_basis="farm_gate"), None)
    assert {line.code: line.source for line in found.lines}["freight"] == "buyer_bears"
    assert found.net == (40_000 - 4_000 - 720, 40_000 - 4_000 - 360)


@pytest.mark.parametrize("basis", ["truck_station", ""])
def test_a_place_in_between_or_not_said_spans_from_nothing_to_the_whole_way(basis: str) -> None:
    door, gate, between = (told(wanted(price_basis=each)).net for each in ("delivered", "farm_gate", basis))
    assert door
    assert gate
    assert between == (door[0], gate[1])


def test_what_the_buyer_did_not_say_is_asked_and_never_taken_for_nought() -> None:
    found = told(wanted(discount_pct=None, payment_days=None))
    assert found.asked == ("discount", "delay")
    assert [line.source for line in found.lines if line.amount is None] == ["ask_buyer", "ask_buyer"]
    assert told(wanted(discount_pct=0, payment_days=0)).asked == ()


def test_without_a_price_the_way_is_still_told_and_nothing_is_left_over() -> None:
    found = told(wanted(price_max=None))
    assert found.net is None
    assert amounts(found)["freight"] == (-1_300, -700)
    assert set(found.asked) == {"price", "discount", "delay", "loss"}


def test_without_a_way_the_freight_is_asked() -> None:
    assert told(wanted(), None).asked == ("freight", "handling")


@pytest.mark.parametrize(
    ("unit", "more", "price"),
    [
        ("tấn", {"price_max": 40_000_000}, 40_000),
        ("tạ", {"price_max": 4_000_000}, 40_000),
        ("chai", {"price_max": 20_000, "sizes": (Size("chai", 500, 500, "g"),)}, 40_000),
        ("chai", {"sizes": (Size("chai", 300, 500, "g"),)}, None),
        ("chai", {}, None),
        ("quả", {"price_max": 20_000, "unit_kg": 0.5}, 40_000),
        ("", {}, None),
    ],
)
def test_a_price_is_brought_to_the_kilogram_only_where_a_record_says_the_weight(
    unit: str, more: Any, price: Any
) -> None:
    assert price_per_kg(wanted(price_unit=unit, **more), UNITS) == (
        None if price is None else pytest.approx(price)
    )


@given(
    price=st.floats(1_000, 500_000),
    discount=st.floats(0, 40),
    days=st.integers(0, 120),
    freight=st.tuples(st.floats(0, 5_000), st.floats(0, 5_000)).map(sorted),
    basis=st.sampled_from(["delivered", "farm_gate", "truck_station", ""]),
    keeps=st.booleans(),
)
def test_the_lines_add_up_without_a_remainder_and_the_worst_is_never_above_the_best(
    price: float, discount: float, days: int, freight: list[float], basis: str, keeps: bool
) -> None:
    demand = wanted(price_max=price, discount_pct=discount, payment_days=days, price_basis=basis)
    found = told(demand, Carriage((freight[0], freight[1]), (100.0, 200.0)), keeps=keeps)
    assert found.net is not None
    assert found.net == tuple(sum(line.amount[end] for line in found.lines if line.amount) for end in (0, 1))
    assert found.net[0] <= found.net[1] <= round(price)
    assert all(line.amount and line.amount[0] <= line.amount[1] for line in found.lines)
