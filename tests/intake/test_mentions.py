from __future__ import annotations

import pytest

from matchmaker.intake.mentions import closed
from matchmaker.intake.reading import Reader


@pytest.mark.parametrize(
    ("text", "province", "district", "locality"),
    [
        ("Nhãn 5 tấn/ngày trong tháng 8, Sông Mã Sơn La", "Sơn La", None, "Sông Mã"),
        ("ba be bac kan", "Thái Nguyên", None, "Ba Bể"),
        ("ba to quang ngai", "Quảng Ngãi", None, "Ba Tơ"),
        ("Giao Thuỷ Nam Định", "Ninh Bình", None, "Giao Thủy"),
        ("giao Long Biên", "Hà Nội", None, "Long Biên"),
        ("Bơ 2 tấn, BMT", "Đắk Lắk", None, "Buôn Ma Thuột"),
        ("nhan 5 tan ship sg", "Hồ Chí Minh", None, None),
        ("Măng cụt 8 tấn, Chợ Lách Ben Tre", "Vĩnh Long", None, "Chợ Lách"),
        ("Ớt A Riêu 5 tạ, tây giang quảng nam", "Đà Nẵng", None, "Tây Giang"),
        ("cá lăng, lòng hồ Sông Đà Hòa Bình", "Phú Thọ", None, None),
        ("xã Nậm Lúc, huyện Bắc Hà, tỉnh Lào Cai", "Lào Cai", "Bắc Hà", "Nậm Lúc"),
        ("Cao Phong (Hòa Bình cũ)", "Phú Thọ", None, "Cao Phong"),
        ("krong pac dak lak", "Đắk Lắk", None, "Krông Pắc"),
        ("Bình Chánh, TP.HCM", "Hồ Chí Minh", None, "Bình Chánh"),
        ("20,000 VND/kg, Ha Noi", "Hà Nội", None, None),
        ("đặc khu Phú Quý", "Lâm Đồng", None, "Phú Quý"),
        ("thôn Lao Chải, xã Y Tý, Bát Xát", "Lào Cai", "Bát Xát", "Y Tý"),
        ("thao qua kho 2 ta, sin ho lai chau", "Lai Châu", None, "Sìn Hồ"),
    ],
)
def test_places_in_a_message(
    placing_reader: Reader, text: str, province: str, district: str | None, locality: str | None
) -> None:
    place = placing_reader.read(text).as_parse_json()["place"]
    assert place == {"province": province, "old_district": district, "locality": locality}


def test_a_place_in_the_name_of_a_product_is_believed_with_a_doubt(placing_reader: Reader) -> None:
    reading = placing_reader.read("quýt Mường Khương 5 tấn")
    assert reading.place is not None
    assert reading.place.locality == "Mường Khương"
    assert ("place", "place_in_product") in [(d.field, d.code) for d in reading.doubts]


def test_where_the_goods_come_from_goes_before_where_they_are_brought(placing_reader: Reader) -> None:
    place = placing_reader.read("Mận 5 tấn, Bắc Hà, Lào Cai, giao Hà Nội").as_parse_json()["place"]
    assert place["locality"] == "Bắc Hà"


def test_a_name_that_several_places_bear_is_a_question(placing_reader: Reader) -> None:
    reading = placing_reader.read("Châu Thành")
    assert reading.as_parse_json()["place"] is None
    assert reading.place is not None
    assert len(reading.place.candidates) > 1
    assert ("place", "same_name") in [(d.field, d.code) for d in reading.doubts]


def test_an_island_with_a_namesake_on_the_mainland_is_asked_about(placing_reader: Reader) -> None:
    reading = placing_reader.read("mực khô, Cô Tô")
    assert reading.as_parse_json()["place"] is None


@pytest.mark.parametrize(
    ("written", "following", "told"),
    [
        ("Khánh Vĩnh (Khánh Hòa", ")", "Khánh Vĩnh (Khánh Hòa)"),
        ("Hà Đông (Hà Nội", ",", "Hà Đông, Hà Nội"),
        ("Sa Pa, Lào Cai", ")", "Sa Pa, Lào Cai"),
    ],
)
def test_a_place_is_told_with_both_brackets_or_none(written, following, told):
    assert closed(written, following) == told
