"""Days of letters, papers and meetings are no months of goods."""

from __future__ import annotations

import pytest

from matchmaker.intake.letter_dates import is_clock
from matchmaker.intake.reading import Reader
from matchmaker.intake.text import tokenize


@pytest.mark.parametrize(
    "text",
    [
        "Sent: Tuesday, 03 November 2026 08:15\nWe need 2 tons of ginger monthly.",
        "Vào ngày 12 thg 10, 2026, anh Hùng <h@example.com> đã viết:\n> cần 4 tấn bí đỏ",
        "On Mon, Oct 12, 2026 at 9:05 AM Linh <l@example.com> wrote:\n> please offer 3 tons",
        "Ngày 05/11/2026 10:22, chị Hoa viết: lấy 700kg nấm hương",
        "Số: 125/CV-HTX ngày 02/10/2026: đăng ký bán 30 tấn cam",
        "Hà Giang, ngày 12 tháng 10 năm 2026\nHTX đăng ký 5 tấn chè",
        "Căn cứ công văn số 45/SCT ngày 3/9/2026, HTX có 20 tấn gạo nếp",
        "Offer sheet no. 07/2026, 150 kg of tea",
        "chốt đơn trước 30/11, 3 tấn măng",
        "call me on 0100 777 888 before 15 March 2027",
    ],
)
def test_the_day_of_a_letter_a_paper_or_a_deadline_is_no_month_of_delivery(reader: Reader, text: str) -> None:
    reading = reader.read(text)
    assert reading.months == ()
    assert reading.quantity_min != 2027  # the year is no amount either


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Date: 12/10/2026\nCần 2 tấn gừng, giao từ 15/11 đến 20/12", (11, 12)),
        ("gửi ngày 3/9/2026. Hàng có tháng 1", (1,)),
        ("500kg, giao ngày 5/12 lúc 8:00", (12,)),
        ("Lào Cai, tháng 10: 5 tấn chuối", (10,)),
        ("thu hoạch ngày 20/8, 3 tấn", (8,)),
    ],
)
def test_the_days_of_delivery_beside_them_are_read(
    reader: Reader, text: str, months: tuple[int, ...]
) -> None:
    assert reader.read(text).months == months


def test_a_time_of_day_is_told_from_a_list_of_numbers() -> None:
    tokens = tokenize("08:15 và T8: 15 tấn").tokens
    assert is_clock(tokens, 0)
    assert is_clock(tokens, 2)
    assert not any(is_clock(tokens, i) for i in range(3, len(tokens)))
