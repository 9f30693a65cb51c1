from __future__ import annotations

import pytest

from matchmaker.intake.reading import Reader


@pytest.mark.parametrize(
    ("text", "locality"),
    [
        ("2 ta rau, giao long bien", "Long Biên"),
        ("30 tan xoai, bao lam 1 lam dong", "Bảo Lâm 1"),
        ("dau tay moc chau 3 ta", "Mộc Châu"),
    ],
)
def test_names_without_accents_end_where_their_clause_ends(
    placing_reader: Reader, text: str, locality: str
) -> None:
    place = placing_reader.read(text).as_parse_json()["place"]
    assert place["locality"] == locality


@pytest.mark.parametrize(
    ("text", "province", "district", "locality"),
    [
        ("giao Q.1 TPHCM", "Hồ Chí Minh", "Quận 1", None),
        ("giao Q1, TPHCM", "Hồ Chí Minh", "Quận 1", None),
        ("giao q1 tphcm", "Hồ Chí Minh", "Quận 1", None),
        ("giao phường 12, quận 5, TP.HCM", "Hồ Chí Minh", "Quận 5", "Phường 12"),
        ("giao Quận 1", "Hồ Chí Minh", "Quận 1", None),
        ("ship hcm 2 tan", "Hồ Chí Minh", None, None),
        ("Vải thiều, luc ngan", "Bắc Ninh", None, "Lục Ngạn"),
        ("vai thieu 5 tan, chu luc ngan", "Bắc Ninh", None, "Chũ"),
        ("TX Sa Pa", "Lào Cai", "Sa Pa", None),
        ("vai thieu, chu", "Bắc Ninh", None, "Chũ"),
    ],
)
def test_numbers_initials_and_unaccented_towns_are_places(
    placing_reader: Reader, text: str, province: str, district: str | None, locality: str | None
) -> None:
    place = placing_reader.read(text).as_parse_json()["place"]
    assert place == {"province": province, "old_district": district, "locality": locality}


@pytest.mark.parametrize(
    "text", ["mat ong bac ha 200 lit", "thanh long 5 tấn", "sơn tra 3 tạ", "quan 5 ngay"]
)
def test_products_that_sound_like_places_are_no_places(placing_reader: Reader, text: str) -> None:
    assert placing_reader.read(text).place is None


@pytest.mark.parametrize(
    "text",
    ["60 con/tháng, con 45-55kg", "dưa hấu 5 tấn", "mật ong rừng 3 lít", "giá thỏa thuận", "ga den 300 con"],
)
def test_words_of_trade_are_no_places(placing_reader: Reader, text: str) -> None:
    assert placing_reader.read(text).place is None


def test_the_first_quarter_is_no_district(placing_reader: Reader) -> None:
    reading = placing_reader.read("5 tấn cam Q1, Hà Giang")
    assert (reading.months, reading.place.province if reading.place else "") == ((1, 2, 3), "Tuyên Quang")
