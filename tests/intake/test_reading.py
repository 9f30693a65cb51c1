from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from matchmaker.intake.reading import Reader
from matchmaker.intake.text import fold

MESSAGES = [
    "2 tấn 3 / vụ, tháng 10 đến tháng 12, 30k/kg",
    "1.500 con/tháng, 1,2–1,5 kg/con, giá 85-90k/kg",
    "thảo quả khô 2 tạ/tuần, 120 nghìn/kg, quanh năm",
    "tấn rưỡi mỗi lứa, từ tháng 8 đến hết năm",
    "giữa tháng 5 đến giữa tháng 6, hai mươi nghìn một cân",
    "40 thùng x 5kg, giá thỏa thuận",
    "ngày 2 chuyến, chuyến 4 tấn, tháng 9",
]


def test_one_message_in_all_its_fields_out(placing_reader: Reader) -> None:
    reading = placing_reader.read("2 tan 3 / vu, thang 10 den thang 12, 30k/kg, Meo Vac")
    assert reading.as_parse_json() == {
        "quantity_min": 2300,
        "quantity_max": 2300,
        "unit": "kg",
        "kg_min": 2300,
        "kg_max": 2300,
        "per": "season",
        "months": [10, 11, 12],
        "price_min": 30_000,
        "price_max": 30_000,
        "price_unit": "kg",
        "vnd_kg_min": 30_000,
        "vnd_kg_max": 30_000,
        "currency": "VND",
        "negotiable": False,
        "place": {"province": "Tuyên Quang", "old_district": None, "locality": "Mèo Vạc"},
    }


def test_a_text_that_says_nothing_gives_nothing(placing_reader: Reader) -> None:
    values = placing_reader.read("xin chào, hàng đẹp lắm ạ").as_parse_json()
    assert {name for name, value in values.items() if value is not None} == {"negotiable"}
    assert values["negotiable"] is False


def test_every_value_shows_its_own_words(reader: Reader) -> None:
    text = "Cam sành 30 tấn/vụ, tháng 11 đến tháng 1, giá 12k/kg"
    evidence = reader.read(text).evidence
    words = {name: text[slice(*found.span)] for name, found in evidence.items()}
    assert words == {"quantity": "30 tấn/vụ", "months": "tháng 11 đến tháng 1", "price": "12k/kg"}


def test_spans_point_into_decomposed_text(reader: Reader) -> None:
    text = unicodedata.normalize("NFD", "thảo quả 30 tấn/vụ")
    start, end = reader.read(text).evidence["quantity"].span
    assert unicodedata.normalize("NFC", text[start:end]) == "30 tấn/vụ"


@pytest.mark.parametrize("text", MESSAGES)
def test_accents_left_out_keep_the_reading(reader: Reader, text: str) -> None:
    assert reader.read(fold(text)).as_parse_json() == reader.read(text).as_parse_json()


@pytest.mark.parametrize("text", MESSAGES)
def test_composed_and_decomposed_texts_read_alike(reader: Reader, text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert reader.read(decomposed).as_parse_json() == reader.read(text).as_parse_json()


@pytest.mark.parametrize("text", MESSAGES)
def test_capitals_and_odd_spaces_keep_the_reading(reader: Reader, text: str) -> None:
    spaced = text.upper().replace(" ", "\u00a0\u200b ")
    assert reader.read(spaced).as_parse_json() == reader.read(text).as_parse_json()


def test_a_syllable_that_is_a_unit_only_without_accents_is_no_unit_in_accented_text(reader: Reader) -> None:
    assert reader.read("gà ta thả vườn của bản mình 2 ta về").doubts
    assert reader.read("bản mình có 2 tá").unit == "tá"


def test_a_reader_without_reference_rows_reads_the_usual_units_and_months() -> None:
    bare = Reader(units_rows=(), lunar_rows=(), today=date(2026, 11, 21))
    once = bare.read("3 tạ, T5-T6")
    season = bare.season("T5-T6")
    assert (once.kg_min, once.months) == (300, (5, 6))
    assert season is not None
    assert season.months == (5, 6)


def test_confidence_lies_between_nought_and_one(reader: Reader) -> None:
    for text in (*MESSAGES, "khoảng 1,500 kg", "giá 50", "cuối năm", "120.000"):
        assert all(0 < found.confidence <= 1 for found in reader.read(text).evidence.values())


@pytest.mark.parametrize(
    ("text", "kilograms"),
    [
        ("mien dong 20 tan/thang", 20_000),
        ("bo mot nang 5 ta/thang", 500),
        ("ho tieu den 100 tan", 100_000),
        ("sau rieng cap dong 30 tan/tuan", 30_000),
    ],
)
def test_a_product_that_reads_like_a_word_of_trade_without_accents_keeps_its_amount(
    reader: Reader, text: str, kilograms: float
) -> None:
    reading = reader.read(text)
    assert (reading.kg_min, reading.kg_max) == (kilograms, kilograms)


def test_to_buy_is_no_season_without_accents(reader: Reader) -> None:
    assert reader.read("can mua 5 tan buoi").per is None


def test_gifts_for_tet_are_not_after_tet(reader: Reader) -> None:
    assert reader.read("set qua tet 300 hop").months == (1,)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # what was is not what is
        ("đã bán 3 tấn, còn 7 tạ", {"quantity_min": 700}),
        ("giá cũ 60k nay còn 45k/kg", {"price_min": 45_000, "price_max": 45_000}),
        ("cây 12 năm tuổi, mỗi năm 4 tấn", {"quantity_min": 4000, "per": "year"}),
        # words that are no numbers, and numbers that are no words
        ("giá không quá 18k/kg", {"price_min": None, "price_max": 18_000}),
        ("giá cả hai bên thương lượng", {"price_min": None, "negotiable": True}),
        ("5 to 7 tonnes each week", {"quantity_min": 5000, "quantity_max": 7000, "per": "week"}),
        ("two and a half tonnes per month", {"quantity_min": 2500, "per": "month"}),
        ("năm bảy tạ", {"quantity_min": 500, "quantity_max": 700, "per": None}),
        # months without their word
        ("2 tấn/năm; 10-2; 90k/kg", {"months": [10, 11, 12, 1, 2]}),
        ("chính vụ 6-8, trái vụ 12-1", {"months": [6, 7, 8, 12, 1]}),
        ("11/2026 - 02/2027", {"months": [11, 12, 1, 2]}),
        ("Nếp | 3 tấn | tháng 9-11 | 30.000 đ/kg", {"months": [9, 10, 11]}),
        # what a pack holds
        ("1.500 hộp/tháng, 40k/hộp 250g", {"unit": "hộp", "kg_min": 375, "vnd_kg_min": 160_000}),
        ("miến dong túi 2kg, 300 túi/tuần", {"unit": "túi", "kg_min": 600}),
        ("280k chai 750ml", {"quantity_min": None, "price_min": 280_000, "price_unit": "chai"}),
        # grades, and small money for small things
        ("loại 1 40k, loại 2 28k/kg", {"price_min": 28_000, "price_max": 40_000}),
        ("500 đ/quả, 3000 quả", {"price_min": 500, "price_unit": "quả"}),
        ("gia tl, 2 tan", {"negotiable": True, "quantity_min": 2000}),
    ],
)
def test_what_people_write_is_read_as_they_mean_it(
    reader: Reader, text: str, said: dict[str, object]
) -> None:
    values = reader.read(text).as_parse_json()
    assert {name: values[name] for name in said} == said


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("our farm in Lam Dong.\nPrice 120,000-150,000 VND/kg", "price_min", 120_000),
        ("ca chua 3 tan 5 gia 12k/kg", "quantity_min", 3_500),
        ("le thang 7-8 gia 25k/kg", "months", [7, 8]),
        ("chè búp 1 tôm 3 lá, 200k/kg", "quantity_min", None),
        ("hợp tác xã 40 thanh viên, mật ong 90k/chai", "quantity_min", None),
        ("sâm tươi 300k/kg, lấy 20kg", "price_min", 300_000),
        ("sam tuoi 300k/kg, lay 20kg", "price_min", 300_000),
        ("vit 100 con/thang moi con 2,5kg", "kg_min", 250),
        ("vịt 100 con/tháng mỗi con 2,5kg", "kg_min", 250),
        ("cam 3 tan thang 11 am lich 20k/kg", "months", [12]),
        ("Maximum price 18,000 VND/kg", "price_min", None),
        ("Maximum price 18,000 VND/kg", "price_max", 18_000),
        ("60 tonnes of cassava, price subject to market", "negotiable", True),
        ("hẹn gặp anh ngày 14/3", "months", None),
        ("VietGAP đến 30/6/2027, giao tháng 9", "months", [9]),
        ("Đã gửi báo giá ngày 5/9", "price_min", None),
        ("củ các loại từ 300kg/ngày trở lên", "quantity_min", 300),
        ("gạo new crop 20 tấn, 22k/kg", "per", None),
    ],
)
def test_words_beside_an_amount_change_what_it_is(
    reader: Reader, text: str, field: str, value: object
) -> None:
    assert reader.read(text).as_parse_json()[field] == value


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("lấy địa lan chậu 3-5 cành, 200 chậu, giá 1tr2 đến 1tr8/chậu", (200, "chậu")),
        ("cần hoa hồng bó 50 bông, 300 bó, 120k/bó giao sáng", (300, "bó")),
        ("60 con gà, 20 tạ ngô, 90k/con", (60, "con")),
    ],
)
def test_what_is_counted_as_the_goods_are_priced_is_the_amount(
    reader: Reader, text: str, amount: tuple[int, str]
) -> None:
    told = reader.read(text).as_parse_json()
    assert (told["quantity_min"], told["unit"]) == amount
