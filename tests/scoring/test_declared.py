"""What a seller notes of a term that his fields declare: the same, otherwise, or of no field."""

import pytest

from scoring.declared import as_declared, criterion_of_term, needless, samples_answered
from scoring.notes import notes
from scoring.records import Demand, Offer
from scoring.units import fold


def declared(words, **fields):
    return as_declared(fold(words), Offer("o", "p", **fields))


@pytest.mark.parametrize(
    ("words", "field", "value", "other"),
    [
        ("hàng giao xong không nhận lại", "accepts_returns", False, True),
        ("miễn đổi trả", "accepts_returns", False, True),
        ("nhận đổi trả", "accepts_returns", True, False),
        ("chi ban dut", "accepts_consignment", False, True),
        ("nhận ký gửi", "accepts_consignment", True, False),
        ("thu tiền ngay", "max_payment_days", 0, 7),
        ("không cho nợ", "max_payment_days", 0, 15),
        ("công nợ tối đa 7 ngày", "max_payment_days", 7, 15),
        ("no khong qua 2 tuan", "max_payment_days", 14, 7),
        ("payment within 30 days", "max_payment_days", 30, 7),
        ("chiết khấu tối đa 5%", "max_discount_pct", 5, 10),
        ("chuẩn bị hàng 3 ngày", "lead_time_days", 3, 7),
        ("cần 5 ngày gom hàng", "lead_time_days", 5, 2),
    ],
)
def test_a_note_agrees_with_its_field_or_does_not(words, field, value, other):
    assert declared(words, **{field: value}) is True
    assert declared(words, **{field: other}) is False
    assert declared(words) is None


@pytest.mark.parametrize("words", ["đơn từ 50 kg", "không bán lẻ dưới 50kg", "đặt ít nhất nửa tạ"])
def test_a_least_order_is_compared_by_its_amount(words):
    assert declared(words, min_order=0.5, min_order_unit="tạ") is True
    assert declared(words, min_order=100, min_order_unit="kg") is False
    assert declared(words, min_order=20, min_order_unit="thùng") is None


@pytest.mark.parametrize(
    ("words", "agrees"), [("có VAT", True), ("xuất hóa đơn được", True), ("không xuất hóa đơn", False)]
)
def test_an_invoice_in_words_is_held_against_the_one_declared(words, agrees):
    assert declared(words, invoice="HDDT") is agrees
    assert declared(words, invoice="KHONG") is (True if not agrees else None)


@pytest.mark.parametrize(
    ("words", "criterion"),
    [
        ("chiết khấu 5%", "terms"),
        ("tiền trao cháo múc", "terms"),
        ("gửi mẫu được", "terms"),
        ("không bán độc quyền", "terms"),
        ("chỉ nhận đơn từ 50 kg", "volume"),
        ("đặt trước 3 ngày", "season"),
        ("có hàng quanh năm", "season"),
        ("có VAT", "requirements"),
        ("tự chở ra bến", "logistics"),
        ("giao tại vườn", "logistics"),
        # of no term
        ("trà 3 ngày mới sao", ""),
        ("hoa nở 5 ngày", ""),
        ("không lai tạp", ""),
        ("gà nuôi 50 con một lứa", ""),
        ("mẫu mã đẹp", ""),
        ("giá chưa gồm VAT", ""),
        ("từ 50 kg giá 12k", ""),
    ],
)
def test_each_kind_of_term_has_its_criterion(words, criterion):
    assert criterion_of_term(fold(words)) == criterion


def of(offer_note, **demand):
    offer = Offer("o", "p", note=offer_note, remarks=offer_note)
    rows = notes(offer, Demand("d", "p", **demand))
    return [(name, row["asked"]) for name, each in rows.items() for row in each]


def test_a_least_order_in_words_alone_is_asked_where_the_buyer_may_take_less():
    words = "chỉ nhận đơn từ 50 kg trở lên"
    assert of(words, min_lot=500, min_lot_unit="kg") == [("volume", False)]
    assert of(words, quantity=2, unit="tấn", per="month") == [("volume", False)]
    assert of(words, quantity=60, unit="kg", per="total") == [("volume", True)]
    assert of("đơn từ 1 tấn", min_lot=500, min_lot_unit="kg") == [("volume", True)]


def test_selling_to_others_too_is_asked_of_a_buyer_alone_who_wants_a_sole_right():
    words = "không bán độc quyền"
    assert of(words) == [("terms", False)]
    assert of(words, remarks="muốn độc quyền miền Bắc") == [("terms", True)]
    assert needless(fold("chỉ bán cho một mối"), Demand("d", "p")) is False


def test_goods_that_are_fetched_are_asked_of_a_buyer_alone_who_wants_them_brought():
    words = "chỉ giao tại kho, bên mua tự lấy"
    assert of(words, price_basis="depot") == [("logistics", False)]
    assert of(words, price_basis="delivered") == [("logistics", True)]


@pytest.mark.parametrize("own", ["gửi mẫu được", "có sẵn mẫu", "samples available"])
def test_samples_that_the_seller_sends_answer_the_buyer(own):
    wish = Demand("d", "p", note="cần gửi mẫu trước", remarks="cần gửi mẫu trước")
    (row,) = notes(Offer("o", "p", remarks=f"chè 2 tấn, {own}"), wish)["terms"]
    assert (row["asked"], row["answer"]) == (False, own)
    assert samples_answered("can gui mau truoc", "không gửi mẫu") == ""
    assert notes(Offer("o", "p"), wish)["terms"][0]["asked"] is True
