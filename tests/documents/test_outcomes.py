"""The figures of a report: each kind of agreement alone, each pair once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from matchmaker.documents.material import Material
from matchmaker.documents.outcomes import Agreement, Sum, counted
from tests.documents.conftest import result


def test_memoranda_framework_and_purchase_contracts_are_counted_apart(material: Material) -> None:
    outcomes = counted(material)
    assert outcomes.summed("mou") == Sum(2, 20.5, {"hộp": 300}, 430_000_000)
    assert outcomes.summed("framework") == Sum(1, 0, {}, 0)
    assert outcomes.summed("contract") == Sum(1, 5, {}, 90_000_000)


def test_a_pair_that_signs_on_its_slip_and_as_a_stage_counts_once_with_the_later_figures(
    material: Material,
) -> None:
    stage = {"producer": "P0", "buyer": "B1", "stage": "mou", "happened_on": date(2026, 12, 10), "value": 7}
    sums = counted(replace(material, stages=[{**stage, "quantity": 2, "unit": "tạ"}])).summed("mou")
    assert sums == Sum(2, 0.2, {"hộp": 300}, 30_000_007)


def test_a_stage_without_figures_keeps_those_of_the_slip(material: Material) -> None:
    stage = {"producer": "P0", "buyer": "B1", "stage": "mou", "happened_on": date(2026, 12, 10)}
    assert counted(replace(material, stages=[stage])).summed("mou").value == 430_000_000


def test_two_matches_of_a_pair_are_two_agreements_and_a_slip_without_a_match_is_neither_lost_nor_twice(
    material: Material,
) -> None:
    stage = {"producer": "P0", "buyer": "B1", "stage": "mou", "happened_on": date(2026, 12, 10)}
    both = [{**stage, "match": 7, "value": 3}, {**stage, "match": 8, "value": 4}]
    assert counted(replace(material, stages=both)).summed("mou").count == 3  # and P1 with B1
    assert counted(replace(material, stages=both)).summed("mou").value == 30_000_007


def test_each_pair_has_one_reason_the_latest(material: Material) -> None:
    assert counted(material).reasons == {"papers": 1, "price": 1}
    again = result("P1", "B1", steps=["unfit"], reason="discount")
    assert counted(replace(material, results=[again])).reasons == {"price": 1}


def test_only_meetings_that_took_place_are_held(material: Material) -> None:
    outcomes = counted(material)
    assert (outcomes.arranged, outcomes.held, sum(outcomes.outcomes.values())) == (49, 3, 4)


def test_pieces_are_never_turned_into_tonnes() -> None:
    assert Agreement("P", "B", 300, "con").tonnes is None
    assert Agreement("P", "B", 3, "Tạ").tonnes == 0.30000000000000004
