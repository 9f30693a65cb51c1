"""What a demand says of papers in words is not asked again where its fields ask for it."""

from dataclasses import replace
from datetime import date

import pytest

from scoring.papers_said import agrees, told_by_fields
from scoring.records import Certificate, Demand, Offer
from scoring.units import fold

WANTED = Demand(
    "d", "p",
    required_certificates=(Certificate("ATTP"), Certificate("KDDV"), Certificate("GACC")),
    preferred_certificates=(Certificate("GI"), Certificate("OCOP"), Certificate("HC_JAS")),
    invoices_accepted=("HDDT",),
)  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "GCN ATTP còn hạn",
        "OCOP còn hạn đến hết tháng 1",  # held against the last day of the paper
        "co tem chi dan dia ly",
        "hoa don day du",
        "hóa đơn điện tử",
        "có KDĐV và hóa đơn",
        "phải có mã GACC",
        "có VAT",
        "JAS",
        "yêu cầu OCOP, ATTP",
    ],
)
def test_a_clause_that_names_what_the_fields_ask_for_is_told_by_them(words):
    assert told_by_fields(fold(words), WANTED)


@pytest.mark.parametrize(
    "words",
    [
        "hóa đơn từng chuyến",
        "có VietGAP",  # not among the fields
        "ATTP và VietGAP",
        "giao sáng",
        "",
    ],
)
def test_a_clause_with_a_word_more_is_asked(words):
    assert not told_by_fields(fold(words), WANTED)


def test_an_invoice_is_asked_where_no_field_asks_for_one():
    assert not told_by_fields(fold("có hóa đơn"), Demand("d", "p"))


GROWER = Offer(
    "o", "p", certificates=(Certificate("VIETGAP"), Certificate("PUC_US")), ocop_stars=4, invoice="BANG_KE"
)


@pytest.mark.parametrize(
    ("words", "held", "agrees_"),
    [
        ("Vườn em chưa làm VietGAP", ("CK_ATTP",), True),
        ("nhà em chưa có VietGAP đâu", (), True),
        ("Hang khong huu co", ("CK_ATTP",), True),
        ("we have no organic certificate yet", (), True),
        ("xã mới cho ký cam kết ATTP thôi ạ", ("CK_ATTP",), True),
        ("Da co ma so vung trong TQ con co so dong goi thi chua", ("PUC_CN",), True),
        ("chưa có hữu cơ nhưng có VietGAP", ("VIETGAP",), True),
        ("Da co ma so vung trong TQ con co so dong goi thi chua", ("PUC_EU",), False),
        ("Hang khong huu co", ("HC_EU",), False),
        ("xã mới cho ký cam kết ATTP thôi ạ", (), False),
        ("VietGAP đang làm hồ sơ, chưa cấp", (), False),
        ("không cam kết ATTP cho lô dưới 1 tấn", ("CK_ATTP",), False),
    ],
)
def test_what_a_seller_plainly_denies_or_holds_is_answered(words, held, agrees_):
    said = Offer(id="o", product="cam", certificates=tuple(Certificate(code) for code in held))
    assert agrees(fold(words), said) is agrees_


@pytest.mark.parametrize(
    ("words", "agrees_"),
    [
        ("chua co globalgap", True),
        ("khong co hoa don", True),
        ("sản phẩm OCOP 4 sao", True),
        ("đã có mã số vùng trồng đi Mỹ", True),
        ("bên mua lập bảng kê", True),
        ("đã có VietGAP", True),
        ("chưa có VietGAP", False),  # against the field
        ("có HACCP", False),
        ("xuất hóa đơn VAT", False),
        ("đang làm VietGAP lại", False),
        ("khong giay to gi", False),
    ],
)
def test_what_an_offer_says_of_papers_is_held_against_its_fields(words, agrees_):
    assert agrees(fold(words), GROWER) is agrees_


def test_who_holds_no_paper_and_says_so_says_nothing_more():
    assert agrees("khong giay to gi", Offer("o", "p"))


@pytest.mark.parametrize(
    ("words", "held", "agrees_"),
    [
        ("no organic certificate", "HACCP", True),
        ("without any HACCP certificate", "HC_EU", True),
        ("no EU organic certificate yet", "HC_EU", False),  # the fields say otherwise
        ("cho nợ 30 ngày", "HACCP", False),
    ],
)
def test_what_an_offer_in_english_says_it_lacks_is_no_question(words, held, agrees_):
    assert agrees(fold(words), Offer("o", "p", certificates=(Certificate(held),))) is agrees_


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("EU organic certificate a must", True),
        ("factory must have GACC number and HACCP", True),
        ("USDA organic required", False),
        ("organic, plus residue tests of every lot", False),
    ],
)
def test_papers_required_in_english_are_told_by_the_fields(words, told):
    wanted = (Certificate("HC_EU"), Certificate("GACC"), Certificate("HACCP"))
    assert told_by_fields(fold(words), Demand("d", "p", required_certificates=wanted)) is told


def test_a_paper_with_its_last_day_agrees_with_the_field_that_holds_the_same_day():
    offer = Offer("o", "p", certificates=(Certificate("ATTP", date(2027, 3, 15)),), invoice="BANG_KE")
    assert agrees(fold("ATTP hạn 15/3/2027"), offer)
    assert not agrees(fold("ATTP hạn 15/4/2027"), offer)
    assert agrees(fold("có ATTP tới 3/2027"), offer)
    assert not agrees(fold("có ATTP tới 4/2027"), offer)
    assert agrees(fold("chỉ có bảng kê"), offer)
    assert agrees(fold("xuất bảng kê"), offer)


def test_a_buyer_who_takes_a_list_of_purchases_is_not_asked_of_it_again():
    takes = replace(WANTED, invoices_accepted=("HDDT", "BANG_KE"))
    assert told_by_fields(fold("có hóa đơn hoặc bảng kê"), takes)
    assert not told_by_fields(fold("có hóa đơn hoặc bảng kê"), WANTED)
