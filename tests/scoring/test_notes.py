"""Notes of both sides stand beside what they bear on, and are asked where they make it less certain."""

from dataclasses import replace

import pytest

from scoring.notes import notes, topic
from scoring.records import Certificate, Demand, Doubt, Offer
from scoring.units import fold


def said(note="", free="", *, side="offer"):
    remarks = "; ".join(filter(None, (free, note)))
    offer, demand = Offer("o", "p"), Demand("d", "p")
    if side == "offer":
        offer = Offer("o", "p", note=note, remarks=remarks)
    else:
        demand = Demand("d", "p", note=note, remarks=remarks)
    return notes(offer, demand)


@pytest.mark.parametrize(
    ("words", "criterion"),
    [
        ("hàng còn ít, ưu tiên khách đặt cọc", "volume"),
        ("Tháng 12 sương muối có thể giảm sản lượng", "volume"),
        ("chỉ bán cho khách đặt cọc", "terms"),
        ("đang làm hồ sơ đánh giá lại OCOP", "requirements"),
        ("giá có thể thay đổi theo ngày", "price"),
        ("đang gia hạn VietGAP", "requirements"),
        ("hàng Tết đặt trước 20 ngày", "season"),
        ("xe oxy giao Hà Nội", "logistics"),
        ("nồng độ 45%", "product"),
    ],
)
def test_a_note_stands_beside_what_it_bears_on(words, criterion):
    assert topic(fold(words)) == criterion
    assert list(said(words)) == [criterion]


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("chỉ bán đứt", "accepts_consignment"),
        ("không ký gửi", "accepts_consignment"),
        ("hàng giao xong không nhận lại", "accepts_returns"),
        ("không nhận trả hàng", "accepts_returns"),
        ("mien doi tra", "accepts_returns"),
    ],
)
def test_terms_that_a_field_declares_are_its_ground_and_not_asked(words, field):
    def terms(**fields):
        return notes(Offer("o", "p", note=words, remarks=words, **fields), Demand("d", "p"))["terms"]

    ground = {"side": "offer", "words": words, "asked": False, "ground": True}
    assert terms(**{field: False}) == [ground]
    assert terms(**{field: True}) == [{"side": "offer", "words": words, "asked": True}]


def test_a_term_beside_another_in_one_clause_stands_by_itself():
    words = "chỉ giao một lần, hàng giao xong không nhận lại"
    found = notes(Offer("o", "p", note=words, remarks=words, accepts_returns=False), Demand("d", "p"))
    assert [(row["words"], row["asked"]) for row in found["terms"]] == [
        ("hàng giao xong không nhận lại", False)
    ]
    assert [(row["words"], row["asked"]) for row in found["season"]] == [("chỉ giao một lần", True)]


def test_only_a_note_that_makes_something_uncertain_is_asked():
    assert said("nồng độ 45%")["product"] == [{"side": "offer", "words": "nồng độ 45%", "asked": False}]
    assert said("vụ này mất mùa")["volume"][0]["asked"] is True
    assert said("dưa chua, sữa chua")["product"][0]["asked"] is False


def test_papers_that_the_seller_is_renewing_are_under_way():
    row = said("Đang làm hồ sơ đánh giá lại OCOP")["requirements"][0]
    assert (row["asked"], row["underway"]) == (True, True)


@pytest.mark.parametrize(
    ("words", "papers"),
    [
        ("hộp giấy; hồ sơ đánh giá lại OCOP đang nộp tỉnh", ["OCOP"]),
        ("chè sao lăn, VietGAP đang làm hồ sơ chưa cấp", ["VIETGAP"]),
        ("HACCP audit done, tea in boxes", ["HACCP"]),
        ("đang làm vụ mới", None),
        ("có OCOP 4 sao", None),
    ],
)
def test_a_description_too_tells_of_papers_under_way(words, papers):
    found = notes(Offer("o", "chè", description=words), Demand("d", "chè")).get("requirements")
    assert (found and found[0]["of_papers"]) == papers


def test_clauses_of_a_note_go_each_to_its_own_place():
    found = said("hàng còn ít; trả tiền mặt.\nđang xin mã số vùng trồng")
    assert list(found) == ["volume", "terms", "requirements"]


def test_of_free_text_only_what_is_doubtful_is_quoted():
    assert said(free="2 tấn/tháng, 30k/kg, giá có thể giảm nếu lấy nhiều") == {
        "price": [{"side": "offer", "words": "giá có thể giảm nếu lấy nhiều", "asked": True}]
    }
    assert said("giao tại vườn", "5 tạ, 20k")["logistics"][0]["words"] == "giao tại vườn"


def test_what_a_buyer_notes_of_papers_is_asked_of_the_producer():
    found = said("chiếu xạ; không trả; hàng Tết 2027", side="demand")
    assert [rows[0]["asked"] for rows in found.values()] == [True, False, False]
    assert all(rows[0]["side"] == "demand" for rows in found.values())


def test_a_plain_wish_for_an_invoice_is_held_against_the_seller_and_not_asked():
    asked = Demand("d", "p", remarks="8 tan, can hoa don", invoices_accepted=("HDDT",))
    assert notes(Offer("o", "p"), asked) == {}
    each = Demand("d", "p", remarks="cần hóa đơn từng chuyến", invoices_accepted=("HDDT",))
    assert notes(Offer("o", "p"), each)["requirements"][0]["asked"] is True
    assert "requirements" in said(free="8 tan, can hoa don", side="demand")


def test_an_hour_of_delivery_that_a_buyer_writes_is_asked_of_the_producer():
    (row,) = said(free="mua đều, giao 4h30 sáng", side="demand")["terms"]
    assert (row["words"], row["asked"]) == ("giao 4h30 sáng", True)


def test_a_deadline_that_was_understood_is_not_asked_again():
    due = Doubt("months", "deadline", {"day": "2027-01-20", "words": "giao trước 20/1"})
    wanted = Demand("d", "bưởi", remarks="3.000 trái, giao trước 20/1", doubts=(due,))
    assert notes(Offer("o", "bưởi"), wanted) == {}
    assert notes(Offer("o", "bưởi"), replace(wanted, doubts=()))["season"][0]["asked"]


@pytest.mark.parametrize("words", ["kiểm Cadimi, vàng O", "xông hơi Methyl Bromide", "dư lượng theo EU"])
def test_a_test_that_a_buyer_wants_is_asked_of_the_producer(words):
    assert said(words, side="demand") == {"requirements": [{"side": "demand", "words": words, "asked": True}]}


@pytest.mark.parametrize(
    ("words", "criterion"),
    [("cần mẫu 2 kg trước", "terms"), ("dán tem phụ", "terms")],
)
def test_samples_and_labels_that_a_buyer_notes_are_asked(words, criterion):
    assert said(words, side="demand") == {criterion: [{"side": "demand", "words": words, "asked": True}]}


@pytest.mark.parametrize(
    "words",
    [
        "đóng thùng 13 kg",  # told with the goods
        "120 kg tỏi đóng hộp 500g cho quà Tết",
        "cần nguyên hạt, không lấy nhân xanh",
    ],
)
def test_what_a_buyer_asks_of_the_goods_is_left_to_the_sentence_on_them(words):
    assert said(words, side="demand") == {}


def test_what_a_buyer_merely_allows_is_never_asked():
    assert said("mũ vụn cũng được nếu rẻ", side="demand")["product"][0]["asked"] is False
    assert said(free="có hạt dổi báo thêm, xấu mã cũng lấy nếu rẻ", side="demand") == {}


@pytest.mark.parametrize(
    ("free", "hour"),
    [
        ("cam sành 1 tấn, giao kho Hóc Môn trước 5 giờ sáng, giá dưới 13k", "trước 5 giờ sáng"),
        ("195k/kg giao Cau Giay truoc 5h sang thu 2 thu 5", "truoc 5h sang thu 2 thu 5"),
        ("rau muống, hái trong 24 giờ", ""),
    ],
)
def test_of_an_hour_of_delivery_the_hour_alone_is_asked(free, hour):
    rows = [row for each in said(free=free, side="demand").values() for row in each]
    assert [row["words"] for row in rows] == ([hour] if hour else [])


def test_papers_of_which_the_fields_of_the_offer_tell_are_not_asked_of_it():
    silent = Offer("o", "quế", invoice="HDDT", remarks="quế 20 tấn, có xuất hóa đơn, chưa có vietgap")
    assert notes(silent, Demand("d", "quế")) == {}
    assert notes(replace(silent, invoice="KHONG"), Demand("d", "quế"))["requirements"][0]["asked"]
    held = replace(silent, certificates=(Certificate("VIETGAP"),))
    assert notes(held, Demand("d", "quế"))["requirements"][0]["words"] == "chưa có vietgap"


def test_a_test_that_the_seller_says_he_makes_is_not_asked():
    wanted = Demand(
        "d", "sầu riêng", note="phiếu cadimi và vàng O từng lô", remarks="phiếu cadimi và vàng O từng lô"
    )
    tested = Offer("o", "sầu riêng", description="xét nghiệm cadimi và vàng O từng lô")
    assert notes(tested, wanted) == {}
    assert notes(Offer("o", "sầu riêng", description="xét nghiệm cadimi"), wanted)["requirements"][0]["asked"]


@pytest.mark.parametrize(
    "words",
    [
        "gừng trâu không nhận",
        "nếp khác miễn chào",
        "có hóa đơn thì tốt không thì bảng kê",
        "không cần giấy tờ",
    ],
)
def test_what_other_goods_a_buyer_refuses_and_what_he_does_without_is_not_asked(words):
    demand = Demand("d", "gừng", remarks=words)
    assert not any(row["asked"] for rows in notes(Offer("o", "gừng dé"), demand).values() for row in rows)
    if "trâu" in words:
        assert notes(Offer("o", "gừng trâu"), demand)


def test_a_range_of_prices_by_sort_is_told_as_the_price():
    ginseng = Offer("o", "sâm", price_min=280_000, price_max=450_000, remarks="280-450 nghìn/kg tuỳ loại")
    assert notes(ginseng, Demand("d", "sâm")) == {}


def test_a_test_that_answers_the_buyer_is_not_asked_back():
    honey = Offer("o", "mật ong", remarks="200 tấn, antibiotics certificates by lot")
    assert notes(honey, Demand("d", "mật ong", spec="kháng sinh âm tính")) == {}
    assert notes(honey, Demand("d", "mật ong"))["requirements"][0]["asked"]


@pytest.mark.parametrize(
    "words",
    [
        "ethylene oxide below 0.05 ppm",
        "kiểm kháng sinh từng lô",
        "no pesticides found",
        "MOSH/MOAH: not detected",
    ],
)
def test_what_a_buyer_limits_by_test_is_asked(words):
    assert said(free=f"20 tấn mỗi tháng, {words}", side="demand")["requirements"] == [
        {"side": "demand", "words": words, "asked": True}
    ]


@pytest.mark.parametrize(
    ("note", "asked"),
    [
        ("MRL EU, không chiếu xạ; không trả", ["MRL EU"]),
        ("không xông hơi, dư lượng theo EU", ["dư lượng theo EU"]),
        ("Cadimi dưới 0,05 mg/kg, không dập", ["Cadimi dưới 0,05 mg/kg"]),
        ("khong chat bao quan, kiem vang O", ["kiem vang O"]),
        ("không chiếu xạ", []),
    ],
)
def test_limits_beside_a_ban_are_asked_by_themselves(note, asked):
    rows = said(note, side="demand").get("requirements", ())
    assert [row["words"] for row in rows] == asked
    assert all(row["asked"] for row in rows)


@pytest.mark.parametrize(
    ("note", "left"),
    [
        ("organic only, no pesticide residues", "no pesticide residues"),
        ("hữu cơ EU, kiểm MRL từng lô", "kiểm MRL từng lô"),
        ("mẫu kiểm nghiệm, phải có HACCP", "mẫu kiểm nghiệm, phải có HACCP"),
    ],
)
def test_what_the_fields_ask_for_is_left_out_of_what_is_asked(note, left):
    demand = Demand("D", "chè", note=note, remarks=note, required_certificates=(Certificate("HC_EU"),))
    rows = [row for rows in notes(Offer("O", "chè"), demand).values() for row in rows]
    assert [row["words"] for row in rows] == [left]


@pytest.mark.parametrize(
    ("words", "criterion"),
    [
        ("chưa tái đánh giá", "requirements"),
        ("chờ đánh giá lại", "requirements"),
        ("dang danh gia giam sat", "requirements"),
        ("được khách đánh giá ngon", "product"),
        ("giá thỏa thuận theo lô", "price"),
    ],
)
def test_an_assessment_is_no_price(words, criterion):
    assert topic(fold(words)) == criterion


@pytest.mark.parametrize("words", ["không trả", "khong tra", "ko trả", "không trả trừ lỗi chất lượng"])
def test_not_sent_back_is_said_of_goods_and_not_of_money(words):
    demand = Demand("d", "p", note=words, remarks=words, returns=False)
    rows = notes(Offer("o", "p"), demand)["terms"]
    assert [row["of_returns"] for row in rows] == ["sure"]


@pytest.mark.parametrize("words", ["không trả trước", "không trả tiền mặt", "không trả hàng"])
def test_what_says_itself_what_is_not_given_back_is_only_quoted(words):
    demand = Demand("d", "p", note=words, remarks=words, returns=False)
    assert all("of_returns" not in row for row in notes(Offer("o", "p"), demand)["terms"])


def test_where_no_field_tells_it_is_only_likely():
    demand = Demand("d", "p", note="không trả", remarks="không trả")
    assert notes(Offer("o", "p"), demand)["terms"][0]["of_returns"] == "likely"
