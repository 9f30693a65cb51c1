"""The form that free text tells right behind the name of the goods."""

import pytest

from scoring.columns.named_form import with_form, words_behind


@pytest.mark.parametrize(
    ("product", "remarks", "name"),
    [
        ("mắc khén", "15–20 kg mắc khén khô mỗi tháng", "mắc khén khô"),
        ("rễ đinh lăng", "re dinh lang tuoi 30 ta", "rễ đinh lăng tươi"),
        ("mang vau", "mang vau luoc 2 tan", "mang vau"),  # bare "luoc" may be another word
        ("măng vầu", "măng vầu luộc 2 tấn", "măng vầu luộc"),
        ("nấm hương", "nấm hương tươi 30 kg, nấm hương khô 5 kg", "nấm hương"),
        ("nấm hương", "không lấy nấm hương khô", "nấm hương"),
        ("nấm hương tươi", "nấm hương tươi sấy lạnh", "nấm hương tươi"),
        ("nấm hương, mộc nhĩ", "mộc nhĩ khô", "nấm hương, mộc nhĩ"),
        ("nấm hương", "nấm hương, khô ráo", "nấm hương"),
        ("nấm hương", "", "nấm hương"),
    ],
)
def test_a_text_tells_the_form_behind_the_name(product, remarks, name):
    assert with_form(product, remarks) == name


def test_words_that_tell_how_dried_goods_were_dried_are_found_too():
    assert words_behind("cá cơm", "cá cơm khô hấp sấy 6 tấn") == "khô hấp sấy"
