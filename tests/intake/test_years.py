"""Years that a text names for its deliveries."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker.intake.reading import Reader
from matchmaker.intake.years import Years, window

from .conftest import TODAY


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("cần bí đỏ 4 tấn/tháng cả năm 2027", ("2027-01-01", "2027-12-31")),
        ("300 lít/tháng quanh năm 2027 trừ tháng 2", ("2027-01-01", "2027-12-31")),
        ("can mua ca nam 2027 1 tan moi thang", ("2027-01-01", "2027-12-31")),
        ("lạc nhân 8 tấn/tháng lấy từ tháng 1 đến tháng 12/2027", ("2027-01-01", "2027-12-31")),
        ("giao đều 12 tháng năm 2027", ("2027-01-01", "2027-12-31")),
        ("trong năm 2027 mỗi quý 5 tấn", ("2027-01-01", "2027-12-31")),
        ("hợp đồng năm 2027: 800 kg/tháng", ("2027-01-01", "2027-12-31")),
        ("cả năm sau, mỗi tháng 300 kg", ("2027-01-01", "2027-12-31")),
        ("kế hoạch 2027: chè 500 kg/tháng từ tháng 2 đến tháng 11", ("2027-02-01", "2027-11-30")),
        ("giao T10/2027 đến T3/2028, 2 tấn/tháng", ("2027-10-01", "2028-03-31")),
        ("bán T10–T3/2028", ("2027-10-01", "2028-03-31")),
        ("nhập hạt điều T3–T9/2027, 5 tấn mỗi tháng", None),  # the next ones anyway
        ("giao 12/2026 - 6/2027", None),
        ("niên vụ 2026-2027, T2-T5", None),
        ("cho rằm tháng 8 sang năm, giao tháng 8, tháng 9/2028", ("2028-08-01", "2028-09-30")),
        ("giỏ quà rằm tháng 8 sang năm, giao tháng 8, tháng 9/2027", None),
        ("rộ tháng 9, giao tháng 7, 8 và 9/2028", ("2028-07-01", "2028-09-30")),
        ("giao tháng 11, 12 và tháng 1/2028", ("2027-11-01", "2028-01-31")),
        ("OCOP 4 sao năm 2027, giao T12-T2", None),
        ("ATTP hết hạn năm 2028, bán quanh năm 2 tấn/tháng", None),
        ("HTX thành lập năm 2027, bán T12", None),
    ],
)
def test_a_year_named_for_the_months_gives_the_days_of_delivery(
    reader: Reader, text: str, days: tuple[str, str] | None
) -> None:
    said = reader.read(text)

    found = window(said.months, said.years, TODAY) if said.years else None

    assert (found and tuple(map(str, found))) == days


def test_a_year_is_no_amount_and_no_amount_of_the_past(reader: Reader) -> None:
    said = reader.read("can mua ca nam 2027 1 tan moi thang")

    assert (said.quantity_min, said.per, said.price_min) == (1000, "month", None)


@pytest.mark.parametrize("text", ["2027", "năm 2027", "cả năm 2027"])
def test_a_season_that_is_a_year_has_all_its_months(reader: Reader, text: str) -> None:
    season = reader.season(text)

    assert season is not None
    assert season.months == tuple(range(1, 13))
    assert season.years is not None


@pytest.mark.parametrize("text", ["vụ 2027", "niên vụ 2026-2027"])
def test_a_harvest_of_a_year_names_no_month(reader: Reader, text: str) -> None:
    assert reader.season(text) is None


def test_years_that_are_gone_give_no_days() -> None:
    assert window((3, 4), Years(2026, 2026, ()), date(2026, 11, 27)) is None
