"""What is said of a part of goods answers what is asked of it."""

import pytest

from scoring.criteria.part_words import of_its_part


@pytest.mark.parametrize(
    ("asks", "told", "said"),
    [
        ("cuống xanh", "Cam; cắt cuống sát, 4–6 quả/kg", "cắt cuống sát"),
        ("vỏ vàng đều trên 70 %", "Cam; chín cây, vỏ vàng xanh", "vỏ vàng xanh"),
        ("vỏ vàng", "Cam vỏ mỏng; sọt 15 kg", ""),
        ("canh to", "Hồi; hồi đại cánh to", ""),
        ("lá tươi", "Bánh; gói lá dong", ""),
        ("cuong tuoi", "Buoi; bao ca cuong la", "bao ca cuong la"),
        ("tem QR", "Cam; vỏ vàng", ""),
    ],
)
def test_only_words_on_the_same_part_are_told(asks, told, said):
    assert of_its_part(asks, told) == said
