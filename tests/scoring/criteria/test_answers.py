"""What an offer's words answer to one clause."""

import pytest

from scoring.criteria.answers import akin, answer
from scoring.units import fold


@pytest.mark.parametrize(
    ("asks", "told", "says"),
    [
        ("dạt B, C", "hàng loại B", "same"),
        ("dạt B, C", "", "unsaid"),
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
        ("còn vỏ lụa", "điều; tách vỏ lụa", "other"),
        ("14 do", "ngô hạt khô máy sấy độ ẩm 14", "same"),
        ("steam sterilised", "machine cleaned, steam sterilized on request", "same"),
        ("củ khô thái lát", "Đương quy khô; thái lát sấy lạnh", "same"),
        ("moisture 12.5% max", "tieu den xo; tap 1, do 15", "unmet"),
        ("tấm ≤ 3%", "túi 5 kg, tỷ lệ tấm 5%", "unmet"),
    ],
)
def test_words_and_figures_of_the_offer_answer_a_clause(asks, told, says):
    found = answer(asks, fold(asks), told, "", None, False)
    assert (found.says if found else None) == says


def test_a_size_after_slaughter_is_not_met_by_live_weight():
    found = answer("40–60 kg móc hàm", "40–60 kg moc ham", "lợn hơi 40–60 kg/con", "", None, True)
    assert (found.says, found.offered) == ("other", "40–60 kg/con (hơi)")


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
        ("loại chắp", "chieu coi; det may 1m6x2m", "other", "det may"),
        ("dệt tay", "khăn; dệt máy", "other", "dệt máy"),
        ("washed", "cam; rửa sạch, chín", "same", ""),
        ("ripe", "xoài; chín, rửa sạch", "same", ""),
        ("peeled", "tỏi bóc vỏ", "same", ""),
        ("không hạt", "giỏ quà; có hạt điều", "unsaid", ""),
    ],
)
def test_what_the_offer_states_to_the_contrary_is_no_silence(asks, told, says, offered):
    found = answer(asks, fold(asks), told, "", None, False)
    assert (found.says, found.offered) == (says, offered)
