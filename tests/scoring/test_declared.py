"""What a seller notes of a term that his fields declare: the same, otherwise, or of no field."""

import pytest

from scoring.declared import as_declared, criterion_of_term, needless, samples_answered
from scoring.notes import notes
from scoring.records import Certificate, Demand, Offer
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


@pytest.mark.parametrize(
    ("words", "storage", "agrees"),
    [
        ("chưa có xe lạnh", "ambient", True),
        ("chua co kho lanh", "chilled", False),
        ("có kho lạnh", "frozen", True),
        ("có xe lạnh", "ambient", None),
        ("chưa có xe lạnh", "", None),
    ],
)
def test_cold_carriage_is_held_against_how_goods_are_kept(words, storage, agrees):
    assert declared(words, storage=storage) is agrees
    assert criterion_of_term(fold(words)) == "freshness"


def test_a_paper_in_a_note_is_the_ground_of_the_papers_where_the_fields_agree():
    words = "chưa tự công bố sản phẩm"
    rows = notes(Offer("o", "p", note=words, remarks=words), Demand("d", "p"))["requirements"]
    assert rows == [{"side": "offer", "words": words, "asked": False, "ground": True}]
    held = Offer("o", "p", note=words, remarks=words, certificates=(Certificate("TCB"),))
    assert notes(held, Demand("d", "p"))["requirements"][0]["asked"] is True


@pytest.mark.parametrize(
    ("note", "parts"),
    [
        ("vốn ít, không cho nợ quá 15 ngày", ["vốn ít, không cho nợ quá 15 ngày"]),
        ("không ký gửi, chỉ nhận tiền mặt", ["không ký gửi", "chỉ nhận tiền mặt"]),
        ("chỉ giao tại kho, bên mua tự lấy", ["chỉ giao tại kho, bên mua tự lấy"]),
        ("hàng còn ít, thu tiền ngay", ["hàng còn ít", "thu tiền ngay"]),
    ],
)
def test_what_speaks_of_nothing_else_stays_with_the_term_beside_it(note, parts):
    found = notes(Offer("o", "p", note=note, remarks=note), Demand("d", "p"))
    assert sorted(row["words"] for rows in found.values() for row in rows) == sorted(parts)


@pytest.mark.parametrize(
    ("note", "asked"),
    [
        ("hộp quà Tết, cần mẫu trước 5/12", ["cần mẫu trước 5/12"]),
        ("Pre-shipment sample 500 g per lot", ["Pre-shipment sample 500 g per lot"]),
        ("làm giỏ quà Tết, duyệt mẫu trước", ["duyệt mẫu trước"]),
        ("VAT e-invoice and wood origin papers", ["wood origin papers"]),
        ("hóa đơn VAT, phiếu kiểm cadimi từng lô", ["phiếu kiểm cadimi từng lô"]),
    ],
)
def test_of_a_buyers_note_what_the_fields_tell_is_left_out(note, asked):
    wanted = Demand("d", "p", note=note, remarks=note, invoices_accepted=("HDDT",))
    rows = [row for each in notes(Offer("o", "p"), wanted).values() for row in each if row["asked"]]
    assert [row["words"] for row in rows] == asked


@pytest.mark.parametrize(
    ("words", "criterion", "basis", "asked"),
    [
        ("khách tự bố trí xe", "logistics", "delivered", True),
        ("khach tu thue xe", "logistics", "depot", False),
        ("bên mua đến lấy", "logistics", "delivered", True),
        ("biển động cấp 6 thì lùi ngày", "logistics", "delivered", False),
        ("lứa Tết đã đặt hết, còn lứa cuối năm", "volume", "delivered", True),
        ("kín đơn tới Tết", "volume", "delivered", True),
        ("chỉ bán nguyên xe", "volume", "delivered", True),
        ("mua bien dong tau nghi, ngung ban", "logistics", "delivered", True),
    ],
)
def test_what_decides_whether_goods_come_is_asked_in_its_row(words, criterion, basis, asked):
    assert of(words, price_basis=basis) == [(criterion, asked)]


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("khong co giay to hoa don gi dau chau oi", {"invoice": "KHONG"}),
        ("hang ra dao khong xuat duoc hoa don", {"invoice": "KHONG"}),
        ("chưa có giấy tờ gì", {}),
        ("lập bảng kê giúp bà con", {"invoice": "BANG_KE"}),
        ("Đã có ATTP còn mã vạch với công bố thì chưa ạ", {"certificates": (Certificate("ATTP"),)}),
    ],
)
def test_papers_and_invoices_denied_in_a_note_are_the_ground_of_the_refusal(words, fields):
    assert declared(words, **fields) is True


def test_papers_denied_in_a_note_that_are_held_are_no_ground():
    assert not declared("khong co giay to hoa don gi dau", invoice="HDDT")
    assert not declared("chưa có giấy tờ gì", certificates=(Certificate("ATTP"),))


@pytest.mark.parametrize(
    "words", ["bù hàng nứt vỡ khi vận chuyển", "đền tiền hàng hỏng", "boi thuong hang dap"]
)
def test_what_a_buyer_wants_made_good_is_asked_with_the_terms(words):
    (row,) = notes(Offer("o", "p"), Demand("d", "p", note=words, remarks=words))["terms"]
    assert row["asked"] is True
