"""Words of the goods asked for in a seller's own name alone stand beside the question, and answer nothing."""

import pytest

from matchmaker.wording.reasons import sentence
from scoring.criteria.sellers_name import in_sellers_name
from scoring.records import Offer


@pytest.mark.parametrize(
    ("asks", "product", "producer", "words"),
    [
        ("Gạo Séng Cù", "gạo", "HTX Gạo Séng Cù Mường Khương", "Séng Cù"),
        ("Mật ong bạc hà", "mật ong", "HTX Mật Ong Bạc Hà Mèo Vạc", "Bạc Hà"),
        ("Cam Cao Phong", "cam", "HTX Cao Phong", "Cao Phong"),
        ("chuoi tieu hong", "chuối", "HTX Chuối Tiêu Hồng Khoái Châu", "Tiêu Hồng"),
        ("Cam sành", "cam", "HTX Nông sản Sạch", ""),
        ("Cần mua cam ngon giá sỉ", "cam", "Hộ Ngon Giá Sỉ", ""),
        ("Cam sành", "cam sành", "HTX Cam Sành", ""),
    ],
)
def test_the_words_of_a_sellers_name_that_bear_on_general_goods(asks, product, producer, words):
    found = in_sellers_name(Offer("o", product, producer=producer), asks, {}, True)
    assert found == ({"sellers_name": [words]} if words else {})
    assert in_sellers_name(Offer("o", product, producer=producer), asks, {}, False) == {}


@pytest.mark.parametrize(
    ("wanted", "offered", "producer", "told"),
    [
        (
            "Trà Shan tuyết cổ thụ",
            "Chè Shan tuyết",
            "HTX Chè Cổ Thụ Phình Hồ",
            "“cổ thụ” (chỉ tên bên bán có “Cổ Thụ”)",
        ),
        ("Miến dong hữu cơ", "miến dong", "Công ty Hữu Cơ Việt", "“hữu cơ” (chỉ tên bên bán có “Hữu Cơ”)"),
        ("Cam sành", "cam", "THT Cam Sành Hàm Yên", "(chỉ tên bên bán có “Sành”): phải hỏi giống"),
    ],
)
def test_they_are_told_and_asked_all_the_same(explained, wanted, offered, producer, told):
    match = explained({"product": wanted}, {"product": offered, "producer": producer})
    row = next(each for each in match.reasons if each.criterion == "product")
    assert told in sentence(row.code, row.facts, "vi")
    assert "only the seller's name has" in sentence(row.code, row.facts, "en")
    plain = explained({"product": wanted}, {"product": offered, "producer": "Hộ Nguyễn Văn An"})
    assert "sellers_name" not in next(e for e in plain.reasons if e.criterion == "product").facts
