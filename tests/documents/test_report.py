"""The report with its annexes, and the follow-up sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from matchmaker.documents.material import Material
from matchmaker.documents.prints import made
from matchmaker.documents.report import months_after
from tests.documents.conftest import LONG
from tests.documents.reading import sheets, texts

Pages = Callable[[bytes], list[str]]


def test_the_report_counts_each_kind_of_agreement_alone(material: Material, pages: Pages) -> None:
    printed = " ".join(pages(made(material, "report", "pdf", "vi")))
    assert "Biên bản ghi nhớ 2 20,5 300 hộp 430.000.000" in printed
    assert "Hợp đồng nguyên tắc 1 0 0" in printed
    assert "Hợp đồng mua bán, đơn hàng 1 5 90.000.000" in printed
    assert "520.000.000" not in printed  # the sum of all, which nobody may read


def test_the_report_has_the_head_and_feet_of_an_official_paper(material: Material, pages: Pages) -> None:
    printed = pages(made(material, "report", "pdf", "vi"))
    for told in ("UBND TỈNH BẮC NINH", "SỞ CÔNG THƯƠNG", "Số: …/BC-SCT", "Bắc Ninh, ngày … tháng 4 năm 2027"):
        assert told in printed[0]
    whole = " ".join(printed)
    for told in (
        "Nơi nhận:",
        "GIÁM ĐỐC",
        "Nguyễn Văn Mẫu",
        "Phụ lục I ",
        "Phụ lục IV ",
        "Kèm theo Báo cáo số",
    ):
        assert told in whole


def test_the_report_tells_attendance_meetings_and_difficulties(material: Material) -> None:
    told = " ".join(texts(made(material, "report", "docx", "vi")))
    assert "7 đơn vị bán hàng của 3 tỉnh, thành phố và 7 đơn vị mua hàng; 3 gian hàng" in told
    assert "1 đơn vị có mặt, 1 đơn vị vắng, 12 đơn vị chưa điểm danh" in told
    assert "đã xếp lịch 49 cuộc; có phiếu ghi nhận 4 cuộc, trong đó đã gặp 3 cuộc" in told
    assert "Thiếu giấy tờ" in told


def test_the_workbook_of_the_report_holds_its_tables_with_numbers(material: Material) -> None:
    book = sheets(made(material, "report", "xlsx", "vi"))
    rows = next(rows for name, rows in book.items() if name.startswith("Biên bản ghi nhớ, hợp đồng"))
    assert ["Biên bản ghi nhớ", 2, 20.5, "300 hộp", 430_000_000] in rows


def test_the_follow_up_has_a_column_for_each_date_and_fills_those_that_have_come(material: Material) -> None:
    (rows,) = sheets(made(material, "follow", "xlsx", "vi")).values()
    head = next(row for row in rows if row[0] == "STT")
    assert head[5:] == [
        "Sau 1 tháng (10/01/2027)",
        "Sau 3 tháng (10/03/2027)",
        "Sau 6 tháng (10/06/2027)",
        "Sau 12 tháng (10/12/2027)",
    ]
    told = {row[1]: row for row in rows}
    assert told[LONG][5:] == ["Ký HĐ nguyên tắc 05/01/2027", "HĐ mua bán 01/03/2027, 50 tạ", "", ""]
    assert told["HTX Số 1 (mẫu)"][6] == "Không thành 01/02/2027 (giá không phù hợp)"
    assert "HTX Số 3 (mẫu)" not in told  # it was absent


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 12, 11), 1, date(2027, 1, 11)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
    ],
)
def test_months_end_on_the_last_day_there_is(day: date, months: int, then: date) -> None:
    assert months_after(day, months) == then
