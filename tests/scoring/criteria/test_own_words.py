"""The seller's own words stand beside a clause of the buyer only where they speak of the same thing."""

import pytest

from scoring.criteria.own_words import MOST, left_unread, words_of_the_same
from scoring.records import Offer, Place

PLACE = Place("18.5", 21.0, 105.0)


def _offer(**said: str) -> Offer:
    return Offer(**{"id": "O", "producer": "HTX", "product": "Sâm củ", "place": PLACE, **said})


def _beside(asks: str, goods: str = "Sâm củ", **said: str) -> str:
    return words_of_the_same(_offer(**{"product": goods, **said}), asks, goods)


@pytest.mark.parametrize(
    ("asks", "words"),
    [
        ("từ 8 tuổi", "8–10 tuổi"),
        ("nung lộ thiên", "nung bằng củi"),
        ("vàng vỏ", "vỏ còn ương"),
        ("5–7 quả/kg", "quả to"),
        ("size lớn", "300–400 g/quả"),
        ("củ từ 3 cm", "2,5–4 cm"),
        ("29–32 độ", "nồng độ 45%"),
        ("loại A", "tuyển chọn kỹ"),
        ("khong xong sinh", "xông nhẹ"),
        ("natural dyed", "nhuộm củ nâu tự nhiên"),
    ],
)
def test_words_of_the_same_thing_are_laid_beside_a_clause(asks, words):
    assert _beside(asks, description=f"{words}, giao cả năm") == words


@pytest.mark.parametrize(
    ("asks", "words"),
    [
        ("nung lộ thiên", "cao 40–70 cm"),
        ("29–32 độ", "quanh nam"),
        ("ngọn non 25–30 cm", "moi ngay 15-20kg"),
        ("tấm ≤ 10%", "bán quanh năm"),
        ("ẩm ≤ 13%", "rút lõi"),
        ("đường kính 25–30 cm", "bó 20 chiếc"),
        ("có quai", "bó 20 chiếc"),
        ("3–5 cành hoa/chậu", "600 chậu dịp Tết"),
        ("già đều", "quả ≥ 25 g"),
        ("đen vỡ ≤2%", "S16–S18"),
        ("còn cuống lá", "loại 1"),
        ("tai nguyên", "bán tại vườn"),
        ("không dập", "không phun thuốc"),
        ("hạt nguyên", "nguyên chất"),
        ("cắt cuống 1 cm", "2,5–4 cm"),
        ("chân đen", "1,2–1,5 kg/con"),
        ("hái tay", "hái từ tháng 3"),
        ("brix 12", "trả tiền ngay"),
    ],
)
def test_words_of_another_thing_are_no_answer(asks, words):
    assert _beside(asks, description=words) == ""


def test_the_goods_own_name_is_no_word_in_common():
    assert _beside("cá cơm sọc tiêu", "Cá cơm khô", description="cá cơm hấp") == ""
    assert _beside("rang vừa", "Cà phê rang xay", description="Rang mẻ lớn gia công cho khách") == ""
    assert _beside("sợi dài buộc lạt", "Miến dong", description="sợi dai không nát") == ""


def test_another_sort_of_the_goods_named_in_full_stands_beside_the_one_asked_for():
    assert _beside("cá cơm săng", "Cá cơm khô", description="ca com than, hang bien") == "ca com than"
    assert _beside("cá cơm sọc tiêu", "Cá cơm khô", description="cá cơm hấp") == ""
    assert _beside("phi lê còn da", "Cá bớp phi lê", grade="phi le bo da") == "phi le bo da"
    assert _beside("lợn bản", "Lạp xưởng", description="lon den nuoi nha") == "lon den nuoi nha"


def test_a_figure_answers_no_more_than_its_own_word():
    assert _beside("không hạ thủy phần nhiệt", "Mật ong", description="thủy phần 19–20 %") == ""
    assert _beside("thủy phần thấp", "Mật ong", description="thủy phần 19–20 %") == "thủy phần 19–20 %"


def test_packs_are_laid_beside_a_pack_alone():
    assert _beside("size 6–8 quả/kg", packaging="thùng 10 kg") == ""
    assert _beside("loại A", packaging="thùng 10 kg") == ""
    assert _beside("thùng 5 kg in mã số", packaging="thùng 10 kg") == "thùng 10 kg"
    assert _beside("hũ thủy tinh", packaging="hũ 200 g") == "hũ 200 g"


@pytest.mark.parametrize(
    "sale",
    ["35 - 50 nghìn đ/kg", "8.000 quả", "500 con, 120.000", "7.000-11.000 đ/kg", "28-40 ngàn/ký", "50 chục",
     "60 tan, theo gia thi truong", "20tr/kg", "giá thỏa thuận", "200 con mỗi tháng", "3 triệu rưỡi",
     "bán quanh năm", "quanh nam", "moi ngay 15-20kg", "hàng có quanh năm, mỗi tuần 30kg"],
)  # fmt: skip
def test_an_amount_and_a_price_are_no_quality(sale):
    assert _beside("size 6–8 quả/kg", remarks=f"{sale}; quả nhỏ") == "quả nhỏ"


@pytest.mark.parametrize("size", ["8–10 con/kg", "300-400 g/con", "5 củ/kg", "2 lạng/quả"])
def test_a_size_in_a_free_text_is_a_quality(size):
    assert _beside("size lớn", remarks=f"500 con; {size}") == size


def test_the_note_is_not_quoted():
    assert _beside("vườn dốc", note="vườn nhà bà Lan", remarks="vườn nhà bà Lan") == ""
    assert _beside("vườn dốc", remarks="vườn nhà bà Lan") == "vườn nhà bà Lan"


def test_what_is_quoted_is_short_and_no_clause_is_cut():
    said = _beside("mục lục", description=", ".join(f"mục thứ {i} của mô tả hàng" for i in range(30)))
    assert 0 < len(said) <= MOST + 20
    assert all(each.endswith("mô tả hàng") for each in said.split(", "))


@pytest.mark.parametrize(
    "words",
    [
        "Vườn em chưa làm VietGAP",
        "xã mới cho ký cam kết ATTP thôi ạ",
        "Da co ma so vung trong TQ con co so dong goi thi chua",
        "hồ sơ đánh giá lại OCOP đang nộp tỉnh",
    ],
)
def test_what_a_seller_says_of_papers_is_no_word_of_the_goods(words):
    said = _offer(product="cam", description=f"quả to, ngọt; {words}")
    assert words_of_the_same(said, "5–7 quả/kg", "cam") == "quả to"
    assert words_of_the_same(said, "vườn cao", "cam") == ""


def test_papers_are_laid_beside_papers():
    said = _offer(product="cam", description="quả to; vườn em chưa làm VietGAP")
    assert words_of_the_same(said, "có VietGAP còn hạn", "cam") == "vườn em chưa làm VietGAP"


@pytest.mark.parametrize(
    ("asks", "product", "goods", "beside"),
    [
        ("cá cơm sọc tiêu", "Cá cơm sọc khô", "Cá cơm khô", "Cá cơm sọc khô"),
        ("nhuộm chàm tự nhiên", "Khăn lanh dệt tay nhuộm chàm", "Khăn lanh", "Khăn lanh dệt tay nhuộm chàm"),
        ("ga mai to", "ga mai doi", "ga doi", "ga mai doi"),
        ("cá cơm sọc tiêu", "cá cơm khô hấp", "Cá cơm khô", ""),
        ("rang vừa", "Cà phê Arabica rang mộc", "Cà phê rang", ""),
        ("múi có hạt", "Sầu riêng múi cấp đông", "Sầu riêng múi", ""),
    ],
)
def test_a_word_of_the_sellers_name_is_laid_beside(asks, product, goods, beside):
    assert words_of_the_same(_offer(product=product), asks, goods) == beside


@pytest.mark.parametrize(
    ("asks", "grade", "beside"),
    [
        ("60–90 g", "Size 5.5 cm and up; B grade sold separately", "Size 5.5 cm and up"),
        ("150-200 g", "đường kính 7-8 cm", "đường kính 7-8 cm"),
        ("200 gr trở lên", "quả to, size L", "quả to, size L"),
        ("150-200 g", "loại 1", ""),
        ("túi 200 g", "size L", ""),
    ],
)
def test_a_weight_alone_is_the_size_of_a_piece(asks, grade, beside):
    assert _beside(asks, "Chanh leo", grade=grade) == beside


@pytest.mark.parametrize(
    ("said", "rows", "left"),
    [
        ({"description": "dệt tay, nhuộm chàm"}, [], ["dệt tay", "nhuộm chàm"]),
        ({"description": "dệt tay, nhuộm chàm"}, [("dệt tay", "same", "")], ["nhuộm chàm"]),
        ({"grade": "mũ 3–5 cm, chân cắt ngắn"}, [("nguyên mũ", "part_said", "mũ 3–5 cm")], ["chân cắt ngắn"]),
        ({"grade": "5–7 quả/kg, hộc đều"}, [("5–8 quả/kg", "same", "")], ["hộc đều"]),
        ({"packaging": "bể ô xy trên xe"}, [], ["bể ô xy trên xe"]),
        ({"packaging": "bao PP 25 kg"}, [], []),
        ({"packaging": "để rời, xe tải"}, [], []),
        ({"description": "vườn 85 ha, 9 hộ liên kết, quay mật già"}, [], ["quay mật già"]),
        ({"description": "quanh năm, 3 tấn mỗi tháng, có VietGAP"}, [], []),
        ({"grade": "loại 1"}, [("loại 1", "same", "")], []),
        ({"note": "cần báo trước", "remarks": "cần báo trước"}, [], []),
    ],
)
def test_clauses_are_left_unread_that_nothing_was_held_against(said, rows, left):
    facts = [{"asks": asks, "says": says, "offered": offered} for asks, says, offered in rows]
    assert left_unread(_offer(**said), facts, "Sâm củ") == left


@pytest.mark.parametrize("words", ["Tết gấp đôi", "ta ruoi moi lua", "sa pa", "Hà Giang", "1tr8 - 2tr5"])
def test_amounts_feasts_and_the_place_are_no_words_on_the_goods(words):
    offer = _offer(description=f"{words}, vỏ tím", place=Place("Sa Pa, Hà Giang, Lào Cai", 21.0, 105.0))
    assert left_unread(offer, [], "Sâm củ") == ["vỏ tím"]


@pytest.mark.parametrize("words", ["vải ta dệt tay", "nấm ta mọc rừng", "nấu bánh tét chay"])
def test_words_that_only_look_like_amounts_or_feasts_are_left(words):
    assert left_unread(_offer(description=words), [], "Sâm củ") == [words]
