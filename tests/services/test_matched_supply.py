"""The greedy count of what asking one more party would bring."""

from __future__ import annotations

from matchmaker.services.matched_supply import Edge, Ledger, best_invitations


def edge(
    invited: str, offer: str = "O1", demand: str = "", months: tuple[int, ...] = (6, 7), **more: float
) -> Edge:
    known = {"supply_month": 10.0, "need_month": 8.0, "monthly": True} | more
    supply = known.pop("supply", known["supply_month"] * len(months))
    need = known.pop("need", known["need_month"] * len(months))
    named = {"offer": offer, "demand": demand or f"D-{invited}", "product": "mận", "months": months}
    return Edge(invited=invited, supply=supply, need=need, **named, **known)  # type: ignore[arg-type]


def test_a_month_is_filled_up_to_the_need_and_never_beyond_the_supply() -> None:
    assert Ledger().fill([edge("B1")]) == 16
    assert Ledger().fill([edge("B1", need_month=30.0)]) == 20


def test_no_kilogram_counts_twice() -> None:
    assert Ledger().fill([edge("B1"), edge("B2")]) == 20  # two months of ten, wanted twice over
    assert Ledger().fill([edge("B1", "O1"), edge("B1", "O2")]) == 16  # one need, offered twice


def test_months_that_differ_do_not_compete() -> None:
    assert Ledger().fill([edge("B1", months=(6,)), edge("B2", months=(7,))]) == 16


def test_a_stock_is_one_amount_over_all_months_and_a_whole_need_too() -> None:
    stock = edge("B1", months=(1, 2, 3), supply_month=2.0, supply=12.0, need_month=5.0)
    assert stock.stock
    assert Ledger().fill([stock]) == 12
    whole = edge("B2", months=(1, 2, 3), supply_month=10.0, need_month=float("nan"), need=25.0, monthly=False)
    assert Ledger().fill([whole]) == 25


def test_each_party_counts_on_what_those_before_it_left() -> None:
    others = [edge("B1", need_month=6.0), edge("B2", need_month=7.0), edge("B3", "O2", need_month=1.0)]
    found = [(each.party, each.kg) for each in best_invitations([], others, 5)]
    assert found == [("B2", 14.0), ("B1", 6.0), ("B3", 2.0)]


def test_those_who_take_part_are_served_first_and_who_adds_nothing_is_left_out() -> None:
    found = best_invitations([edge("B0", need_month=10.0)], [edge("B1"), edge("B2", "O2")], 5)
    assert [(each.party, each.kg) for each in found] == [("B2", 16.0)]


def test_equal_parties_stand_in_the_order_of_their_ids_and_the_list_ends() -> None:
    others = [edge(party, offer) for party, offer in (("B2", "O2"), ("B1", "O1"), ("B3", "O3"))]
    assert [each.party for each in best_invitations([], others, 2)] == ["B1", "B2"]
