"""Where a buyer sells on is no kind of goods and no condition of them."""

import pytest

from scoring.criteria.unsaid import told_of_goods
from scoring.destinations import DESTINED, is_destination


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("Xoài cát Chu tươi đi Nhật", "Xoài cát Chu tươi"),
        ("Thanh long ruột đỏ xuất khẩu sang EU", "Thanh long ruột đỏ"),
        ("sau rieng Ri6 di trung quoc", "sau rieng Ri6"),
        ("Chanh leo cho thị trường châu Âu", "Chanh leo"),
        ("Nhãn lồng hàng đi Mỹ", "Nhãn lồng"),
        ("Frozen durian for the EU market", "Frozen durian"),
    ],
)
def test_the_market_is_taken_from_a_name(name, left):
    assert told_of_goods(name).strip(" ;") == left


@pytest.mark.parametrize(
    "name", ["Khoai lang Nhật", "Củ cải Nhật", "Trà ô long Đài Loan", "nho Mỹ", "xoài Đài Loan", "dưa Nhật"]
)
def test_the_name_of_a_kind_stays(name):
    assert not DESTINED.search(name)


@pytest.mark.parametrize(("plain", "is_one"), [("hang di trung quoc", True), ("tieu chuan xuat nhat", False)])
def test_a_clause_of_the_market_alone(plain, is_one):
    assert is_destination(plain) is is_one
