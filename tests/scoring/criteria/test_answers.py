"""What an offer's words answer to one clause."""

import pytest

from scoring.criteria.answers import answer
from scoring.criteria.meaning import said_otherwise
from scoring.criteria.specification import akin, specified
from scoring.records import Demand, Offer
from scoring.units import fold


@pytest.mark.parametrize(
    ("asks", "told", "says"),
    [
        ("dạt B, C", "hàng loại B", "same"),
        ("dạt B, C", "", "unsaid"),
        ("1,6–1,9 kg/con sau mổ", "Gà Tiên Yên mổ sẵn; 1,6–1,8 kg/con", "same"),
        ("1,6–1,9 kg/con sau mổ", "Gà Tiên Yên; 1,6–1,8 kg/con", "unsaid"),
        ("bulk density 500 g/l min", "black pepper; 550 g/l", "same"),
        ("no 2-3 phan", "hoa cúc; cành 70–80 cm", "unsaid"),
        ("no 2-3 phan", "hoa cúc; cành 70–80 cm, nở 3 phần", "same"),
        ("khô", "cá cơm phơi khô", None),
        ("30–40 con/kg", "35 con/kg", "same"),
        ("trái 1,2–1,5 kg, có cuống", "trái 1,3 kg", "part_said"),
        ("hạt vỡ dưới 5 %", "hạt vỡ 3 %", "same"),
        ("hút chân không 500 g", "khô cá sặc; size 12-15 con/kg; túi hút chân không 500g", "same"),
        ("hút chân không 500 g", "khô cá sặc; loại 8-10 con/kg", "unsaid"),
        ("không kháng sinh", "Frozen shrimp; antibiotic free", "same"),
        ("mạ băng 10%", "tôm; glazing 5%", "same"),
        ("nguyên con", "Vịt cỏ làm sạch; 1,4–1,6 kg/con", "same"),
        ("còn vỏ lụa", "điều rang muối vỏ lụa size A", "same"),
        ("còn vỏ lụa", "điều; tách vỏ lụa", "unmet"),
        ("14 do", "ngô hạt khô máy sấy độ ẩm 14", "same"),
        ("steam sterilised", "machine cleaned, steam sterilized on request", "same"),
        ("củ khô thái lát", "Đương quy khô; thái lát sấy lạnh", "same"),
        ("moisture 12.5% max", "tieu den xo; tap 1, do 15", "unmet"),
        ("tấm ≤ 3%", "túi 5 kg, tỷ lệ tấm 5%", "unmet"),
        ("loại A/B", "Sầu riêng Dona; A/B, 2–5 kg/quả, hộc đều", "same"),
        ("loại A", "bưởi da xanh; A; thùng 10 kg", "same"),
        ("loại A, B", "Thanh long; A và B, trái đỏ đều", "same"),
        ("loai A/B", "xoai cat; B, 300 g", "same"),
        ("loại A", "Sầu riêng Dona; A/B, 2–5 kg/quả", None),  # told as several grades
        ("loại A", "Sầu riêng Dona; giàu vitamin A, 2–5 kg/quả", "unsaid"),
        ("loại 1", "Sầu riêng Dona; A, 2–5 kg/quả", "unsaid"),
    ],
)
def test_words_and_figures_of_the_offer_answer_a_clause(asks, told, says):
    found = answer(asks, fold(asks), told, "", None, "")
    assert (found.says if found else None) == says


def test_a_size_after_slaughter_is_not_met_by_live_weight():
    found = answer("40–60 kg móc hàm", "40–60 kg moc ham", "lợn hơi 40–60 kg/con", "", None, "weighed_live")
    assert (found.says, found.offered) == ("weighed_live", "40–60 kg/con")


def test_a_grade_speaks_of_a_clause_that_shares_half_its_words():
    assert akin("bup non xanh", "búp non")
    assert not akin("khong sau benh", "búp non")


@pytest.mark.parametrize(
    ("asks", "told", "says", "offered"),
    [
        ("từ 40 độ đạm trở lên", "nước mắm cốt; loại 30 độ đạm chai 1 lít", "unmet", "30 độ đạm"),
        ("≥ 35 độ đạm", "Mắm nhĩ 38N cá cơm can 5L", "same", ""),
        ("tối thiểu 30 độ đạm", "nước mắm 20N hũ 2 lít", "unmet", "20N"),
        ("size 20–25 con/kg", "cá chỉ vàng khô; size 30-35 con, 2 tạ", "unmet", "size 30-35 con"),
        ("30–40 con/kg", "tôm thẻ; size 35-40 con, thùng xốp 10 kg", "same", ""),
        ("12–15 kg/con", "heo rừng lai; 25–30 kg/con, nhốt lồng 5 con", "unmet", "25–30 kg/con"),
        ("hạt đen 1%", "cà phê vối; 4% đen vỡ, bao 60 kg", "unmet", "4% đen vỡ"),
        ("black 0.1%", "robusta; 5% black and broken", "unmet", "5% black and broken"),
        ("hạt vỡ 2%", "tiêu; đen 0,5%", "unsaid", ""),
        ("tạp chất 1%", "tiêu đen; tạp 0,5% bao 50 kg", "same", ""),
        ("độ ẩm 13%", "tiêu; ẩm 12,5%", "same", ""),
        ("độ ẩm 13%", "tiêu; ẩm 15% bao 50 kg", "unmet", "ẩm 15%"),
        ("S16", "cà phê nhân robusta R2 đổ đống", "unmet", "R2"),
        ("S13", "cà phê nhân robusta R2 đổ đống", "unsaid", ""),
        ("S18", "cá hồi R2", "unsaid", ""),
        ("không hạt", "chanh; chanh giấy có hạt, 2 tấn", "unmet", "có hạt"),
        ("seedless", "cơm sầu riêng (có hạt)", "unmet", "có hạt"),
        ("lột vỏ", "dừa khô; dua kho nguyen trai chua lot", "unmet", "chua lot"),
        ("bóc vỏ", "tỏi; tỏi khô chưa bóc vỏ", "unmet", "chưa bóc vỏ"),
        ("gọt vỏ", "dứa; dứa gọt vỏ hút chân không", "same", ""),
        ("loại chắp", "chieu coi; det may 1m6x2m", "unmet", "det may"),
        ("dệt tay", "khăn; dệt máy", "unmet", "dệt máy"),
        ("rang vừa", "cà phê; rang đậm", "unmet", "rang đậm"),
        ("nguyên quả", "chanh; thái lát theo yêu cầu", "other", "thái lát"),
        ("washed", "cam; rửa sạch, chín", "same", ""),
        ("ripe", "xoài; chín, rửa sạch", "same", ""),
        ("peeled", "tỏi bóc vỏ", "same", ""),
        ("không hạt", "giỏ quà; có hạt điều", "unsaid", ""),
    ],
)
def test_what_the_offer_states_to_the_contrary_is_no_silence(asks, told, says, offered):
    found = answer(asks, fold(asks), told, "", None, "")
    assert (found.says, found.offered) == (says, offered)


@pytest.mark.parametrize(
    ("spec", "offered", "says", "words"),
    [
        ("hút chân không", {"description": "1,3–1,9 kg, HCK"}, "same", ""),
        ("hút chân không túi 500 g", {"description": "3–5 con/kg, HCK 500 g"}, "same", ""),
        ("túi 2kg", {"packaging": "túi 1 kg, 2 kg HCK, bao 25 kg"}, "same", ""),
        ("bao 10 kg", {"packaging": "bao 5/10/25 kg"}, "same", ""),
        ("jumbo or 50 kg PP bags", {"packaging": "PP bag 50 kg"}, "same", ""),
        ("chai sứ hoặc thủy tinh 500 ml", {"description": "chai thủy tinh 500 ml"}, "same", ""),
        ("bó 1kg hoặc túi 5kg", {"packaging": "bo 1kg"}, "same", ""),
        ("0–4 °C", {"storage": "chilled"}, "same", ""),
        ("core temp -18C", {"storage": "frozen"}, "same", ""),
        ("nuôi trên 8 tháng", {"description": "nuôi 9–12 tháng, ăn ngô"}, "same", ""),
        ("nuôi trên 8 tháng", {"description": "nuôi 5 tháng"}, "unmet", "nuôi 5 tháng"),
        ("từ 6 năm tuổi", {"description": "củ 6–10 năm, 15–50 g"}, "same", ""),
        ("không sấy lò", {"description": "cắt lát sấy lò"}, "unmet", "sấy lò"),
        ("nguyên quả", {"description": "cắt lát sấy lò"}, "unmet", "cắt lát"),
        ("40×180 cm", {"description": "nhuộm chàm, 40×180"}, "same", ""),
        ("40×180 cm", {"description": "khung cửi, 40x170"}, "other", "40x170"),
        ("dệt tay", {"description": "khung cửi Mai Châu"}, "same", ""),
        ("có kiểm dịch xuất tỉnh", {"remarks": "co kiem dich di tinh"}, "same", ""),
        ("vụ mới 2026", {"description": "gạo vụ lúa-tôm 2026"}, "same", ""),
        ("vụ 2026", {"description": "vụ tháng 11/2025"}, "other", "vụ tháng 11/2025"),
        ("cạo sạch vỏ ngoài", {"description": "vỏ cạo sạch, dày 2 mm"}, "same", ""),
        ("cuống lá tươi", {"packaging": "bao lá cuống."}, "other", "bao lá cuống"),
        ("cao 20–35 cm", {"description": "Lọ, bình gốm cao 20–40 cm"}, "part", "20–40 cm"),
        ("loại 1,2–1,6 kg/trái", {"description": "trái 1,3 đến 1,8 ký"}, "part", "1,3 đến 1,8 ký"),
        ("chậu sứ 5–7 cành", {"description": "chậu 3–9 cành; đóng thùng gỗ"}, "other", "chậu 3–9 cành"),
        ("chậu sứ", {"description": "chậu nhựa 3–9 cành"}, "other", "nhựa"),
        ("diameter 2.5 cm up", {"description": "8 cánh >2,5 cm"}, "same", ""),
    ],
)
def test_what_the_offer_says_in_other_words_is_not_called_silence(spec, offered, says, words):
    (clause,) = specified(Offer("o", "Hàng", **offered), Demand("d", "Hàng", spec=spec))
    assert (clause.says, clause.offered) == (says, words)


def test_what_is_refused_is_no_thing_that_is_asked_for():
    spec = "Ri6 không mua. không nhận MD2, Cayen"
    assert specified(Offer("o", "Dứa Queen"), Demand("d", "Dứa", spec=spec)) == []
    (clause,) = specified(Offer("o", "Dứa MD2"), Demand("d", "Dứa", spec=spec))
    assert clause.says == "unmet"


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("khong hoi lep, 4 tan 1 thang", "khong hoi lep"),
        ("cuốn chặt, đã bỏ lá già", "đã bỏ lá già"),
        ("mì bó 1kg hoặc túi 5kg, 350 kg mỗi tháng", "bó 1kg hoặc túi 5kg"),
    ],
)
def test_a_wish_is_told_with_the_words_without_which_it_says_something_else(words, asked):
    (clause,) = specified(Offer("o", "Hàng"), Demand("d", "Hàng", description=words))
    assert clause.asks == asked


def test_no_bracket_is_told_without_its_other_half():
    spec = "EU organic (Reg. 2018/848), cơm (vàng, ráo)"
    asked = [clause.asks for clause in specified(Offer("o", "Hàng"), Demand("d", "Hàng", spec=spec))]
    assert asked == ["EU organic (Reg. 2018/848)", "cơm vàng", "ráo"]


@pytest.mark.parametrize(
    ("words", "told", "said"),
    [
        ("dệt tay", "khăn bông, khung cửi Mai Châu", True),
        ("dệt tay", "khăn dệt máy", False),
        ("hữu cơ", "chưa có organic", False),
        ("tím", "khăn khung cửi", False),
    ],
)
def test_a_name_is_said_by_other_words_of_its_meaning(words, told, said):
    assert said_otherwise(words, told) is said


@pytest.mark.parametrize(
    ("words", "told", "same"),
    [
        ("washed", "nhân xanh chế biến ướt vụ này", True),
        ("chế biến ướt", "fully washed", True),
        ("mật ong", "honey process", True),
        ("washed", "chế biến khô", False),
        ("washed", "chưa chế biến ướt", False),
        ("dệt tay", "khăn khung cửi", True),
    ],
)
def test_a_way_of_working_is_said_by_its_other_names(words, told, same):
    assert said_otherwise(words, told) == same
