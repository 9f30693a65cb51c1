"""What a text says of an invoice: that there is none, a list of purchases alone, or one."""

from datetime import date

import pytest

from matchmaker.services.reference import load_reference
from matchmaker.services.understanding import demand_from, offer_from

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "invoice"),
    [
        ("2 tấn, 155k/kg tại kho, chưa có hóa đơn", "KHONG"),
        ("khong co hoa don, lay tai vuon", "KHONG"),
        ("không hóa đơn, làm bảng kê", "BANG_KE"),
        ("có bảng kê thu mua", "BANG_KE"),
        ("có hóa đơn", "HDDT"),
        ("8 nghin qua, xuat hoa don qua htx", "HDDT"),
        ("hàng vườn, có hóa đơn bán lẻ", ""),
        ("2 tấn mỗi tuần", ""),
    ],
)
def test_what_a_seller_says_of_invoices_is_read_and_asks_a_buyer_for_none(text: str, invoice: str) -> None:
    record = {"id": "X", "product": "Mận", "supply_text": text, "demand_text": text}
    assert offer_from(record, load_reference(), TODAY).invoice == invoice
    assert demand_from(record, load_reference(), TODAY).invoices_accepted == ()
    assert offer_from({**record, "invoice": "HDDT"}, load_reference(), TODAY).invoice == "HDDT"


@pytest.mark.parametrize(
    "text", ["100 lít mỗi tháng, cần hóa đơn", "8 tan/thang, can hoa don", "phải xuất hóa đơn đỏ"]
)
def test_an_invoice_that_a_buyer_asks_for_in_words_is_required(text: str) -> None:
    record = {"id": "X", "product": "Mận", "demand_text": text}
    assert demand_from(record, load_reference(), TODAY).invoices_accepted == ("HDDT", "HDDT_MTT")
    stated = {**record, "invoice_required": False}
    assert demand_from(stated, load_reference(), TODAY).invoices_accepted == ()


def test_an_invoice_that_is_not_needed_is_not_required() -> None:
    record = {"id": "X", "product": "Mận", "demand_text": "2 tấn, không cần hóa đơn"}
    assert demand_from(record, load_reference(), TODAY).invoices_accepted == ()
