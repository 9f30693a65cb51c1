"""A figure that a buyer sets is held against the seller's figure of the same property, and no other."""

from __future__ import annotations

import pytest

from scoring.criteria.own_words import words_of_the_same
from scoring.criteria.specification import falls_short, specified
from scoring.records import Demand, Offer


@pytest.mark.parametrize(
    ("asks", "told", "says"),
    [
        ("độ ẩm tối đa 14%", "lúa ẩm 13%, sấy ở 45 độ", "same"),
        ("moisture below 11%", "moisture 10.5%, dried at 50 do C", "same"),
        ("am duoi 8%", "say o 60 do, am 7%", "same"),
        ("độ ẩm dưới 12%", "ẩm 11-12%", "part"),
        ("ẩm <13%", "độ ẩm 12–13%", "part"),
        ("thuy phan duoi 19%", "thuy phan 18-19%", "part"),
        ("độ ẩm tối đa 12%", "ẩm 11–12%", "same"),
        ("độ ẩm không quá 13%", "ẩm 13%", "same"),
        ("độ ẩm dưới 12%", "ẩm 12%", "other"),
        ("tấm dưới 5%", "5% tấm", "other"),
        ("đường không trên 10%", "đường 8%", "same"),
        ("đạm không dưới 30 độ", "32 độ đạm", "same"),
        ("cotton trên 80%", "70% cotton", "unmet"),
        ("SCA 84+", "điểm thử nếm 85", "same"),
        ("điểm cup từ 80", "SCA 82,5", "same"),
        ("cup 80+", "cupping 78–81", "part"),
        ("diem thu nem tu 84", "cup 82", "unmet"),
        ("cupping score above 82", "83-85 điểm", "same"),
        ("cup score 80+", "washed, 1.400 m", "unsaid"),
        ("cup score 80+", "cốc giấy 82 mm", "unsaid"),
        ("nuôi trên 8 tháng", "lợn 10 tháng, 60 kg/con", "same"),
        ("trên 60 ngày tuổi", "75 ngày", "same"),
        ("tu 90 ngay tuoi", "nuoi 80 ngay", "unmet"),
        ("nuôi trên 3 tháng", "nuôi 100 ngày", "same"),
        ("lợn nuôi từ 10 tháng", "nuôi 8–12 tháng", "part"),
        ("nuôi trên 5 tháng", "hạn dùng 6 tháng", "unsaid"),
        ("nuôi trên 5 tháng", "nhốt riêng 1 tháng trước khi xuất", "unsaid"),
        ("cao 40 cm", "trồng ở độ cao 900 m so với mực nước biển", "unsaid"),
        ("cao 1,2–1,5 m", "cây cao 130 cm", "same"),
        ("cao trên 1 m", "cao 80 cm", "unmet"),
        ("khổ 80 cm", "khổ 0,8 m", "same"),
        ("dài 2 m", "dài 200 cm", "same"),
        ("trồng trên 1000 m", "độ cao 1.400 m", "same"),
        ("độ cao từ 1.000 m", "vườn 800 m", "unmet"),
        ("độ cao từ 1.000 m", "cây cao 2 m", "unsaid"),
        ("altitude above 1200 masl", "grown at 1,400 m", "same"),
        ("Brix trên 12", "độ ngọt 13", "same"),
        ("Brix từ 15", "bảo quản 16 độ", "unsaid"),
        ("40–42 độ", "rượu nấu ở 90 độ C, 42 độ", "same"),
        ("40–42 độ", "ủ 28 độ C", "unsaid"),
        ("nung trên 1.200 độ", "nung 1.250 độ C", "same"),
        ("nung trên 1200 độ", "rượu 40 độ", "unsaid"),
        ("HMF dưới 40 mg/kg", "HMF 25", "same"),
        ("histamin < 200 mg/l", "histamine 250 ppm", "unmet"),
        ("andehit dưới 5 mg/l", "aldehyde 4 mg/l", "same"),
        ("methanol dưới 100 mg/l", "andehit 80 mg/l", "unsaid"),
        ("aflatoxin < 4 ppb", "aflatoxin 10 µg/kg", "unmet"),
        ("pH dưới 4,5", "pH 4,2", "same"),
        ("mật độ từ 20 sợi/cm", "18 sợi/cm", "unmet"),
        ("định lượng trên 250 gsm", "300 g/m2", "same"),
        ("ủ trên 1 năm", "ủ 18 tháng", "same"),
        ("ủ chượp trên 12 tháng", "ủ chượp 10 tháng", "unmet"),
        ("ủ trên 12 tháng", "hạn dùng 24 tháng", "unsaid"),
        ("mạ băng dưới 10%", "không mạ băng", "same"),
        ("40×160 cm", "0,4 x 1,6 m", "same"),
        ("đường kính 30 cm", "Ø 30", "same"),
        ("dung tích 500 ml", "500ml", "same"),
        ("chín 70–80%", "chín 8 phần", "same"),
        ("quả từ 1 kg", "quả 1.200 g", "same"),
    ],
)
def test_a_figure_is_answered_by_one_of_the_same_property(asks, told, says):
    found = specified(Offer("o", "Hàng", grade=told), Demand("d", "Hàng", spec=asks))
    assert [each.says for each in found] == [says]


@pytest.mark.parametrize(
    ("asks", "told", "noun", "figure"),
    [
        ("chậu sứ cao 40 cm", "vườn ở độ cao 1.400 m, chậu sứ", "chậu sứ", "cao 40 cm"),
        ("binh men nau cao 35 cm", "binh men nau, do cao 900 m", "binh men nau", "cao 35 cm"),
        ("bình men nâu cao 35 cm", "men nâu, bình vẽ tay", "bình men nâu", ""),
    ],
)
def test_what_stands_beside_a_figure_is_met_alone(asks, told, noun, figure):
    found = specified(Offer("o", "Hàng", grade=told), Demand("d", "Hàng", spec=asks))
    if figure:
        assert [(each.asks, each.says) for each in found] == [(noun, "same"), (figure, "unsaid")]
    else:
        assert [each.says for each in found] != ["same"]


def test_no_height_is_laid_beside_where_goods_grow():
    assert not words_of_the_same(Offer("o", "Lan", grade="chăm ở độ cao 1.400 m"), "cao 40 cm", "Lan")
    assert words_of_the_same(Offer("o", "Lan", grade="cây cao 50 cm"), "cao 40 cm", "Lan")


def test_a_figure_at_the_very_end_puts_no_offer_behind():
    wanted = Demand("d", "Hàng", spec="độ ẩm dưới 12%")
    assert not falls_short(Offer("o", "Hàng", grade="ẩm 12%"), wanted)
    assert falls_short(Offer("o", "Hàng", grade="ẩm 15%"), wanted)
