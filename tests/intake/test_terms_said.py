"""Terms of trade are read as traders write them, and nothing else is taken for one."""

from __future__ import annotations

from typing import Any

import pytest

from matchmaker.intake.terms_said import Terms, find_terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("giao kho Dĩ An, công nợ 30 ngày", {"payment_days": 30}),
        ("9.500đ/kg tại nhà máy, trả tiền 3 ngày", {"payment_days": 3}),
        ("240k/kg giao Ha Long, tra tien ngay", {"payment_days": 0}),
        ("thanh toán 15-20 ngày sau khi nhận hàng", {"payment_days": 20}),
        ("75k/lit giao Ha Noi, no 15 ngay", {"payment_days": 15}),
        ("lấy 2 ngày một chuyến, trả sau 2 tuần", {"payment_days": 14}),
        ("30 ngày công nợ", {"payment_days": 30}),
        ("payment within 30 days", {"payment_days": 30}),
        ("thanh toán cuối tháng", {"payment_days": 30}),
        ("cân tại vườn, tiền trao cháo múc", {"payment_days": 0}),
        ("hàng ít, không cho nợ", {"payment_days": 0}),
        ("lấy đều thì cho gối đầu 1 chuyến", {"payment_words": "gối đầu 1 chuyến"}),
        ("đặt cọc 30%, còn lại trả khi nhận hàng", {"payment_days": 0, "ahead": 30}),
        ("400k/kg giao Da Nang, chiet khau 8%", {"discount_pct": 8}),
        ("CK 10-12%, đổi trả hàng lỗi", {"discount_pct": 12, "returns": True}),
        ("dừa sáp, bao đổi nếu không sáp", {"returns": True}),
        ("mua đứt bán đoạn", {"returns": False, "consignment": False}),
        ("ký gửi tại sạp", {"consignment": True}),
        ("trà sấy 30 ngày, bảo quản 12 tháng", {}),
        ("chanh no 30 ngay, ca tra 15 ngay", {}),
        ("giao ngay, trả tới 38k/kg, 7 ngay hsd", {}),
    ],
)
def test_terms_are_read_as_they_are_written(text: str, terms: dict[str, Any]) -> None:
    assert find_terms(text) == Terms(**terms)
