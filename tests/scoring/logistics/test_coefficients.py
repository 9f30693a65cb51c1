from __future__ import annotations

from scoring.logistics.coefficients import SETTINGS, Coefficients
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
    assert Coefficients.from_rows(rows) == Coefficients()
