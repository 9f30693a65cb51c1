from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.intake.reading import Reader


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "per"),
    [
        ("con 1 tan 2, ban den Tet", 1200, 1200, "kg", None),
        ("su hào, bắp cải mỗi loại 3 tạ một tuần, bao 20kg", 300, 300, "kg", "week"),
        ("1 x 40' container (about 20 tons) every month, Feb-Aug 2027", 20000, 20000, "kg", "month"),
        ("1 cont (24 tấn) mỗi tuần", 24000, 24000, "kg", "week"),
        ("80 tấn vụ tháng 4-5, 55-70k/kg", 80000, 80000, "kg", "season"),
        ("bún khô 10 tấn tháng, giá 33k/kg", 10000, 10000, "kg", "month"),
        ("gao 5 ta tuan, 20k/kg", 500, 500, "kg", "week"),
        ("rau cải 200 kg ngày", 200, 200, "kg", "day"),
        ("300 kg tháng 8, 20k/kg", 300, 300, "kg", None),
        ("60 t per month", 60000, 60000, "kg", "month"),
        ("need 25 t/month of cassava", 25000, 25000, "kg", "month"),
        ("4 cont/tháng (100 tấn)", 100000, 100000, "kg", "month"),
        ("2 containers per month (50 tonnes)", 50000, 50000, "kg", "month"),
        ("2 cont/tháng, mỗi cont 25 tấn", 50000, 50000, "kg", "month"),
        ("honey in 290kg drums, 3 FCL 20' per month (60 tons)", 60000, 60000, "kg", "month"),
        ("3 FCL a month, 60 tons", 60000, 60000, "kg", "month"),
        ("2 FCL per month, 25 tons each", 50000, 50000, "kg", "month"),
        ("2 chuyến/tuần, 5 tấn", 5000, 5000, "kg", None),
        ("2 tấn 3", 2300, 2300, "kg", None),
        ("cuối vụ còn 3 tạ hồng", 300, 300, "kg", None),
        ("tháng này có 3 tấn", 3000, 3000, "kg", None),
        ("tuần sau giao 500kg", 500, 500, "kg", None),
        ("năm nay hái được 15 tấn", 15000, 15000, "kg", None),
        ("năm 2025 được 50 tấn, năm nay 60 tấn", 60000, 60000, "kg", None),
        ("3 ngày 1 chuyến, mỗi chuyến 2 tấn", 2000, 2000, "kg", "batch"),
        ("cứ 10 ngày cắt 1 lứa được 3 tạ rau", 300, 300, "kg", "batch"),
        ("hai tuần một lần 1 tấn", 1000, 1000, "kg", "batch"),
        ("tuần 3 chuyến mỗi chuyến 500kg", 1500, 1500, "kg", "week"),
        ("khoai 18 tấn/xe", 18000, 18000, "kg", "batch"),
        ("3 tons bơ 034 per week", 3000, 3000, "kg", "week"),
        ("1 tấn gạo ST25 mỗi tháng", 1000, 1000, "kg", "month"),
        ("2000 chai 500ml/tháng", 2000, 2000, "chai", "month"),
        ("1 thùng = 24 lon, 100 thùng", 100, 100, "thùng", None),
        ("thùng 12 chai x 330ml, 1.000 thùng/tháng", 1000, 1000, "thùng", "month"),
        ("1.200 cây hồng, thu được 8 tấn", 8000, 8000, "kg", None),
        ("5k trái, dừa 300 chục", 300, 300, "chục", None),
        ("em có 1 tấn mốt", 1100, 1100, "kg", None),
        ("khối lượng 500 kg", 500, 500, "kg", None),
        ("cu cai 8 ta", 800, 800, "kg", None),
        ("2t5/tuần", 2500, 2500, "kg", "week"),
        ("1 tấn hai", 1200, 1200, "kg", None),
        ("2 tạ tư/tuần", 240, 240, "kg", "week"),
        ("2 tấn ba loại", 2000, 2000, "kg", None),
        ("tấn rưỡi", 1500, 1500, "kg", None),
        ("3 tấn 2 tạ", 3200, 3200, "kg", None),
        ("1 tạ 20", 120, 120, "kg", None),
        ("nửa tạ", 50, 50, "kg", None),
        ("2.5 tan/tuan", 2500, 2500, "kg", "week"),
        ("800kg - 1 tấn", 800, 1000, "kg", None),
        ("từ 5 đến 7 tấn mỗi vụ", 5000, 7000, "kg", "season"),
        ("hai ba tấn", 2000, 3000, "kg", None),
        ("ngày cắt 7 tạ", 700, 700, "kg", "day"),
        ("tháng 5 tấn", 5000, 5000, "kg", "month"),
        ("1 tấn mắc ca/tháng", 1000, 1000, "kg", "month"),
        ("8 tonnes of plums a week", 8000, 8000, "kg", "week"),
        ("40 tấn cả năm", 40000, 40000, "kg", "year"),
        ("50kg mỗi lứa", 50, 50, "kg", "batch"),
        ("tổng 30 tấn", 30000, 30000, "kg", "total"),
        ("trên 5 tấn/ngày", 5000, None, "kg", "day"),
        ("tối đa 3 tấn", None, 3000, "kg", None),
        ("500kg trở lên", 500, None, "kg", None),
        ("2.300 con", 2300, 2300, "con", None),
        ("2 vạn quả", 20000, 20000, "quả", None),
        ("30 drums", 30, 30, "phuy", None),
        ("100 pounds", 45.359237, 45.359237, "kg", None),
    ],
)
def test_amounts_with_their_period(
    reader: Reader, text: str, low: float | None, high: float | None, unit: str, per: str | None
) -> None:
    reading = reader.read(text)
    assert (reading.quantity_min, reading.quantity_max, reading.unit, reading.per) == (low, high, unit, per)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1.500 con, 1,2–1,5 kg/con", 1800, 2250),
        ("60 con/tháng, con 45-55kg", 2700, 3300),
        ("40 thùng x 5kg", 200, 200),
        ("100 bao 50kg/tháng", 5000, 5000),
        ("con 1,5kg, 300 con/tháng", 450, 450),
    ],
)
def test_pieces_stay_pieces_and_their_stated_weight_gives_kilograms(
    reader: Reader, text: str, low: float, high: float
) -> None:
    reading = reader.read(text)
    assert reading.unit != "kg"
    assert (reading.kg_min, reading.kg_max) == (low, high)


@pytest.mark.parametrize(
    ("text", "kilograms", "per"),
    [
        ("ngày 2 chuyến, chuyến 4 tấn", 8000, "day"),
        ("2 ha, 20 tấn/ha", 40000, None),
        ("5 hộ, mỗi hộ 2 tấn/vụ", 10000, "season"),
        ("chè 5 tạ/lứa, 8 lứa/năm", 4000, "year"),
    ],
)
def test_so_many_times_so_much_is_multiplied(
    reader: Reader, text: str, kilograms: float, per: str | None
) -> None:
    reading = reader.read(text)
    assert (reading.quantity_min, reading.unit, reading.per) == (kilograms, "kg", per)


@pytest.mark.parametrize(
    "text",
    [
        "mấy tạ",
        "vài trăm kg",
        "mấy chục tấn",
        "dăm tạ",
        "20 tấn/ha",
        "đặt tối thiểu 50kg",
        "gạo ST25",
        "tháng 5",
    ],
)
def test_what_the_text_does_not_say_stays_empty(reader: Reader, text: str) -> None:
    reading = reader.read(text)
    assert (reading.quantity_min, reading.quantity_max, reading.unit, reading.per) == (None,) * 4


def test_a_piece_is_never_turned_into_kilograms_by_a_guess(reader: Reader) -> None:
    reading = reader.read("500 con gà")
    assert (reading.unit, reading.kg_min, reading.kg_max) == ("con", None, None)


def test_digits_that_read_two_ways_leave_a_doubt(reader: Reader) -> None:
    reading = reader.read("1,500 kg")
    assert reading.quantity_min == 1500
    assert ("quantity", "number_format") in [(d.field, d.code) for d in reading.doubts]


def test_a_range_that_falls_is_doubted(reader: Reader) -> None:
    assert ("quantity", "broken_range") in [(d.field, d.code) for d in reader.read("7-3 tấn").doubts]


@given(
    amount=st.integers(min_value=1, max_value=9999),
    unit=st.sampled_from(["kg", "yến", "tạ", "tấn"]),
    period=st.sampled_from(
        [("", None), ("/ngày", "day"), (" mỗi tuần", "week"), ("/vụ", "season"), ("/năm", "year")]
    ),
)
def test_a_written_amount_reads_back(
    reader: Reader, amount: int, unit: str, period: tuple[str, str | None]
) -> None:
    factor = {"kg": 1, "yến": 10, "tạ": 100, "tấn": 1000}[unit]
    grouped = f"{amount:,}".replace(",", ".")
    reading = reader.read(f"{grouped} {unit}{period[0]}")
    assert (reading.quantity_min, reading.unit, reading.per) == (amount * factor, "kg", period[1])


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("khoảng 600 kg xoài sấy dẻo ít đường một tháng, quanh năm", "month"),
        ("chừng 3 tạ măng vầu khô xé sợi trong một tháng", "month"),
        ("lay 200 hop mut vo buoi loai ngon mot thang", "month"),
        ("5 tấn cải bắp trái tim thật sạch mỗi tuần", "week"),
        ("2 tấn vải sấy loại ngon nhất vùng trả sau một tháng", None),
        ("3 tấn hàng khô còn mới, để kho được một tháng", None),
    ],
)
def test_a_period_behind_a_long_name_of_goods_is_that_of_the_amount(
    reader: Reader, text: str, per: str | None
) -> None:
    assert reader.read(text).per == per


def test_tens_priced_by_the_piece_are_pieces(reader: Reader) -> None:
    said = reader.read("khăn lanh 15 chục/tháng, 400k/chiếc")
    assert (said.quantity_min, said.unit, said.per) == (150, "chiếc", "month")


@pytest.mark.parametrize(
    ("text", "amount", "unit", "interval"),
    [
        ("3 tháng một lứa, mỗi lứa 500 con", 500, "con", 90),
        ("gà 500 con/lứa, 3 tháng 1 lứa", 500, "con", 90),
        ("vit 45 ngay 1 lua 2000 con", 2000, "con", 45),
        ("2 tuần 1 chuyến 5 tấn", 5000, "kg", 14),
        ("nua thang 1 chuyen 3 tan", 3000, "kg", 15),
        ("10 tạ cách ngày", 1000, "kg", 2),
        ("mỗi ngày 2 tấn, 3 ngày một chuyến", 2000, "kg", 0),
        ("rice 400g packs, 1x20ft every 2 months ~ 12 tonnes", 12000, "kg", 60),
        ("20 tonnes every two weeks", 20000, "kg", 14),
        ("3 tấn gừng mỗi 2 tuần", 3000, "kg", 14),
        ("cứ 2 tháng giao 10 tấn", 10000, "kg", 60),
        ("gừng 3 tấn, thanh toán mỗi 2 tuần", 3000, "kg", 0),
        ("5 tonnes, residue test every 3 months", 5000, "kg", 0),
        ("để được 5 ngày, 1 chuyến 2 tấn", 2000, "kg", 0),
    ],
)
def test_batches_may_come_at_an_interval(
    reader: Reader, text: str, amount: int, unit: str, interval: int
) -> None:
    said = reader.read(text)
    assert (said.quantity_min, said.unit, said.interval) == (amount, unit, interval)


def test_crabs_to_the_kilogram_beside_their_price_are_no_amount(reader: Reader) -> None:
    reading = reader.read("ghẹ xanh 3-4 con 380k, ghẹ ba chấm 5-6 con 220k, ngày được 30 ký")
    assert (reading.quantity_min, reading.unit, reading.per) == (30, "kg", "day")
