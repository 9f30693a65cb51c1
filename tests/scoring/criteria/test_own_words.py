"""The seller's own words stand beside what the buyer specifies, the nearest first."""

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


def test_the_note_is_not_quoted():
    assert own_words(_offer(note="vườn nhà bà Lan", remarks="vườn nhà bà Lan"), ["từ 8 tuổi"]) == []


def test_what_is_quoted_is_short_and_no_clause_is_cut():
    offer = _offer(description=", ".join(f"mục thứ {i} của mô tả hàng" for i in range(30)))
    said = own_words(offer, ["từ 8 tuổi"])
    assert 0 < sum(map(len, said)) <= MOST
    assert all(each.endswith("mô tả hàng") for each in said)
