from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from scoring.logistics.coefficients import SETTINGS, Coefficients
from scoring.logistics.vehicles import DEFAULT_VEHICLE, VEHICLES
from seeds import reference


def row(group: str, name: str, value: str) -> dict[str, str]:
    return {"group": group, "name": name, "value": value}


def test_the_table_overrides_a_default_and_gives_ranges_both_ends() -> None:
    found = Coefficients.from_rows(
        [
            row("cost", "diesel", "21,500"),
            row("co2", "mountain fuel uplift", "1.2-1.4"),
            row("shelf", "okra", "7-10"),
        ]
    )
    assert found.diesel_vnd_l == 21500.0
    assert found.mountain_fuel == (1.2, 1.4)
    assert found.rest_h == 8.0


def test_a_row_without_a_number_leaves_the_default() -> None:
    assert Coefficients.from_rows([row("cost", "diesel", "none known yet")]) == Coefficients()


def test_every_setting_of_an_operator_stands_in_the_table() -> None:
    """An operator changes the row, not the code: so each default must have its row, with the same value."""
    rows = reference("coefficients")
    named = {(r["group"], r["name"]) for r in rows}
    assert set(SETTINGS) <= named
    assert replace(Coefficients.from_rows(rows), dated_queues=()) == Coefficients()


def test_a_class_of_truck_takes_the_operators_figures_and_no_other_class_does() -> None:
    found = Coefficients.from_rows([row("truck", "truck_8t fixed", "130000")])
    assert found.truck(VEHICLES["truck_8t"]).fixed_vnd_h == 130_000
    assert found.truck(VEHICLES["truck_8t"]).litres_100km == VEHICLES["truck_8t"].litres_100km
    assert found.truck(VEHICLES["truck_15t"]) is VEHICLES["truck_15t"]


def test_nothing_is_calibrated_before_a_fit_is_adopted() -> None:
    assert not Coefficients().calibrated
    assert Coefficients().quoted(DEFAULT_VEHICLE, np.zeros(1)) is None


def test_a_fit_goes_over_from_flat_to_mountain_roads_with_the_share_of_hills() -> None:
    found = Coefficients.from_rows(
        [row("calibration", "all flat", "0.8-1.0"), row("calibration", "all mountain", "1.6-2.5")]
    )
    low, high = found.quoted(DEFAULT_VEHICLE, np.array([0.0, 0.5, 1.0])) or ([], [])
    assert found.calibrated
    assert low == pytest.approx([0.8, (0.8 * 1.6) ** 0.5, 1.6])
    assert high == pytest.approx([1.0, 2.5**0.5, 2.5])


def test_a_class_of_its_own_goes_before_the_fit_of_all_trucks() -> None:
    rows = [row("calibration", f"all {road}", "1-1") for road in ("flat", "mountain")]
    rows += [row("calibration", f"truck_8t {road}", "2-2") for road in ("flat", "mountain")]
    found = Coefficients.from_rows(rows)
    assert [found.quoted(VEHICLES[name], np.zeros(1)) for name in ("truck_8t", "truck_15t")] == [
        (2, 2),
        (1, 1),
    ]


def test_a_dated_row_of_the_queue_at_gates_holds_on_its_days_alone() -> None:
    rows = [
        {"group": "border", "name": "gate queue", "value": "1-12"},
        {"group": "border", "name": "gate queue 2027-06-01 to 2027-07-20", "value": "4-48"},
    ]
    c = Coefficients.from_rows(rows)
    assert c.on(date(2027, 6, 1)).gate_queue_h == (4.0, 48.0)
    assert c.on(date(2027, 7, 21)).gate_queue_h == (1.0, 12.0)
    assert c.on(None) is c
