"""Words beside months that name none take no month away and bring none in."""

import pytest

from matchmaker.intake.asides import without_asides


@pytest.mark.parametrize(
    "text",
    [
        "cam tháng 10 và năm trước 2 tấn",
        "trừ tháng 2",
        "giao trước Tết",
        "nghỉ Tết từ tháng 1",
        "mùng 10 tháng Giêng",
        "năm trước 5 tấn, năm sau 8 tấn",
    ],
)
def test_words_that_name_months_or_amounts_are_kept(text):
    assert without_asides(text) == text


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Nếp, tháng 10 năm trước đến tháng 4 năm sau, 35 tấn", (10, 11, 12, 1, 2, 3, 4)),
        ("nep, tu thang 10 nam truoc den thang 4 nam sau, 35 tan", (10, 11, 12, 1, 2, 3, 4)),
        ("Nếp, T10 năm trước - T4 năm sau", (10, 11, 12, 1, 2, 3, 4)),
        ("măng tây 25 kg/ngày từ T12 đến T3 trừ mùng 1–3 Tết", (12, 1, 2, 3)),
        ("Khăn, mỗi tháng 200 chiếc, Tết bận nên nghỉ tháng 2", (1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)),
        ("Honey 5 tonnes per month, any month of the year", tuple(range(1, 13))),
    ],
)
def test_a_season_is_read_past_them(reader, text, months):
    found = reader.read(text)
    assert set(found.months) == set(months)


def test_the_few_days_of_tet_are_told_as_no_month(reader):
    found = reader.read("Cần măng tây, 25 kg/ngày quanh năm trừ mùng 1–3 Tết")
    assert not [doubt for doubt in found.doubts if doubt.code == "lunar"]
