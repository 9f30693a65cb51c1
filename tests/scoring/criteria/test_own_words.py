"""The seller's own words stand beside what the buyer specifies, the nearest first."""

import pytest

from scoring.criteria.own_words import MOST, own_words
from scoring.records import Offer, Place

PLACE = Place("18.5", 21.0, 105.0)


def _offer(**said: str) -> Offer:
    return Offer(id="O", producer="HTX", product="Sâm củ", place=PLACE, **said)


def test_the_clauses_that_share_words_with_what_is_asked_come_first():
    offer = _offer(description="rễ đẹp, giấy xác nhận vườn, 8–10 tuổi", packaging="hộp gỗ 500 g")
    assert own_words(offer, ["từ 8 tuổi", "có mắt đốt"]) == [
        "8–10 tuổi", "rễ đẹp", "giấy xác nhận vườn",
    ]  # fmt: skip


def test_packs_are_laid_beside_a_pack_alone():
    offer = _offer(packaging="thùng 10 kg")
    assert own_words(offer, ["size 6–8 quả/kg"]) == []
    assert own_words(offer, ["thùng 5 kg in mã số"]) == ["thùng 10 kg"]


def test_of_a_free_text_what_it_says_of_amount_price_and_terms_is_left_out():
    offer = _offer(remarks="sâm trồng dưới tán rừng, 40 kg tháng 11, giá 90 triệu/kg")
    assert own_words(offer, ["từ 8 tuổi"]) == ["sâm trồng dưới tán rừng"]


@pytest.mark.parametrize(
    "sale",
    ["35 - 50 nghìn đ/kg", "8.000 quả", "500 con, 120.000", "7.000-11.000 đ/kg", "28-40 ngàn/ký", "50 chục",
     "60 tan, theo gia thi truong", "20tr/kg", "giá thỏa thuận", "200 con mỗi tháng", "3 triệu rưỡi",
     "bán quanh năm", "quanh nam", "moi ngay 15-20kg", "hàng có quanh năm, mỗi tuần 30kg"],
)  # fmt: skip
def test_an_amount_and_a_price_are_no_quality(sale):
    assert own_words(_offer(remarks=f"{sale}; rễ đẹp"), ["size 6–8 quả/kg"]) == ["rễ đẹp"]


@pytest.mark.parametrize("size", ["8–10 con/kg", "300-400 g/con", "5 củ/kg", "2 lạng/quả"])
def test_a_size_in_a_free_text_is_a_quality(size):
    assert own_words(_offer(remarks=f"500 con; {size}"), ["size 6–8 quả/kg"]) == [size]


def test_the_note_is_not_quoted():
    assert own_words(_offer(note="vườn nhà bà Lan", remarks="vườn nhà bà Lan"), ["từ 8 tuổi"]) == []


def test_what_is_quoted_is_short_and_no_clause_is_cut():
    offer = _offer(description=", ".join(f"mục thứ {i} của mô tả hàng" for i in range(30)))
    said = own_words(offer, ["từ 8 tuổi"])
    assert 0 < sum(map(len, said)) <= MOST
    assert all(each.endswith("mô tả hàng") for each in said)


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
    said = Offer("o", "cam", description=f"quả to, ngọt; {words}")
    assert own_words(said, ["5–7 quả/kg"]) == ["quả to", "ngọt"]
    assert words in own_words(said, ["có VietGAP còn hạn"])


@pytest.mark.parametrize("height", ["cao 40–70 cm", "dài 30 cm", "đường kính 25 cm"])
def test_an_extent_is_laid_beside_no_quality(height):
    offer = _offer(description=f"{height}, nung bằng củi")
    assert own_words(offer, ["nung lộ thiên"]) == ["nung bằng củi"]
