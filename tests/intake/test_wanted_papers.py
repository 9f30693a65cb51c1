"""The papers that a buyer's words make a condition."""

from datetime import date

import pytest

from matchmaker.services.reference import load_reference
from matchmaker.services.understanding import demand_from

TODAY = date(2026, 11, 21)


def read(text: str, **stated: object) -> tuple[list[str], bool]:
    record = {"id": "X", "product": "Bắp cải", "demand_text": text, **stated}
    demand = demand_from(record, load_reference(), TODAY)
    return [paper.code for paper in demand.required_certificates], bool(demand.invoices_accepted)


@pytest.mark.parametrize(
    ("text", "codes", "invoice"),
    [
        ("1,5 tan/ngay, phai co giay ATTP va hoa don dien tu, thanh toan 30 ngay", ["ATTP"], True),
        ("2 tấn mỗi tháng, bắt buộc VietGAP, giá 20k/kg", ["VIETGAP"], False),
        ("We need 20 tonnes a month, GlobalGAP is a must.", ["GLOBALGAP"], False),
        ("HACCP required, 5 tons a month", ["HACCP"], False),
        ("hàng phải đủ OCOP 4 sao và mã vạch; giao Hà Nội", ["OCOP", "GS1"], False),
        ("yeu cau co cam ket an toan thuc pham", ["CK_ATTP"], False),
        ("3 tấn, có VietGAP càng tốt", [], False),
        ("cần có VietGAP hoặc hữu cơ", [], False),
        ("không cần giấy tờ, không bắt buộc ATTP", [], False),
        ("ưu tiên hàng có OCOP, phải giao trước 5 giờ", [], False),
        ("HTX chưa có VietGAP phải có người bảo lãnh", [], False),
    ],
)
def test_a_duty_makes_a_condition_and_a_wish_none(text: str, codes: list[str], invoice: bool) -> None:
    assert read(text) == (codes, invoice)


def test_what_the_record_states_goes_before_its_words() -> None:
    assert read("phải có VietGAP", required_certificates=[]) == ([], False)
    assert read("phải có VietGAP", required_certificates=["ATTP"]) == (["ATTP"], False)
    assert read("phải có hóa đơn và VietGAP", invoice_required=False) == (["VIETGAP"], False)
