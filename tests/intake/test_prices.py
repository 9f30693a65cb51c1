from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.intake.reading import Reader


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("18-22k/kg", 18_000, 22_000, "kg"),
        ("80k1kg", 80_000, 80_000, "kg"),
        ("VND45k/kg", 45_000, 45_000, "kg"),
        ("12 đồng rưỡi một ký", 12_500, 12_500, "kg"),
        ("giá 35k/kg + ship 3k", 35_000, 35_000, "kg"),
        ("giá sàn 12k/kg, trần 15k/kg", 12_000, 15_000, "kg"),
        ("hộp 300g giá 120k", 120_000, 120_000, "hộp"),
        ("mật ong chai 1 lít giá 250.000", 250_000, 250_000, "chai"),
        ("5k trái, dừa 300 chục", 5_000, 5_000, "quả"),
        ("45.000đ/kg", 45_000, 45_000, "kg"),
        ("700k/tạ", 7_000, 7_000, "kg"),
        ("6 triệu/tấn", 6_000, 6_000, "kg"),
        ("12k/lạng", 120_000, 120_000, "kg"),
        ("hai mươi nghìn một cân", 20_000, 20_000, "kg"),
        ("VND 40,000/kg", 40_000, 40_000, "kg"),
        ("1tr1 - 1tr5/kg", 1_100_000, 1_500_000, "kg"),
        ("800k-1tr2/kg", 800_000, 1_200_000, "kg"),
        ("15k/kg - 20k/kg", 15_000, 20_000, "kg"),
        ("70-80.000đ/kg", 70_000, 80_000, "kg"),
        ("10-12 nghìn/quả", 10_000, 12_000, "quả"),
        ("không quá 25k/kg", None, 25_000, "kg"),
        ("từ 400k/chậu", 400_000, None, "chậu"),
        ("giá sàn 20k/kg", 20_000, None, "kg"),
        ("100k/2kg", 50_000, 50_000, "kg"),
        ("sỉ 18k, lẻ 25k/kg", 18_000, 18_000, "kg"),
        ("9-12 nghìn", 9_000, 12_000, None),
    ],
)
def test_prices_in_dong(
    reader: Reader, text: str, low: float | None, high: float | None, unit: str | None
) -> None:
    reading = reader.read(text)
    assert (reading.price_min, reading.price_max, reading.price_unit) == (low, high, unit)
    assert reading.currency == "VND"


@pytest.mark.parametrize(
    ("text", "price"), [("180/kg", 180_000), ("12 đồng/ký", 12_000), ("giá 50-60/kg", 50_000)]
)
def test_thousands_left_out_are_put_back_with_a_doubt(reader: Reader, text: str, price: float) -> None:
    reading = reader.read(text)
    assert reading.price_min == price
    assert ("price", "thousands_implied") in [(d.field, d.code) for d in reading.doubts]


def test_foreign_money_is_not_changed_into_dong(reader: Reader) -> None:
    reading = reader.read("$3-4/kg")
    assert (reading.price_min, reading.price_max, reading.currency) == (3, 4, "USD")
    assert (reading.vnd_kg_min, reading.vnd_kg_max) == (None, None)


@pytest.mark.parametrize("text", ["giá thỏa thuận", "giá thoả thuận", "theo giá thị trường", "negotiable"])
def test_an_open_price_is_negotiable_and_has_no_value(reader: Reader, text: str) -> None:
    reading = reader.read(text)
    assert reading.negotiable
    assert reading.price_min is None
    assert reading.currency is None


def test_a_refusal_to_bargain_is_no_offer_to(reader: Reader) -> None:
    assert not reader.read("30k/kg, không thương lượng").negotiable


def test_a_range_that_falls_is_doubted(reader: Reader) -> None:
    assert ("price", "broken_range") in [(d.field, d.code) for d in reader.read("30-20k/kg").doubts]


def test_counts_in_thousands_are_goods_and_not_money(reader: Reader) -> None:
    reading = reader.read("30 nghìn quả/tháng")
    assert (reading.quantity_min, reading.unit, reading.currency) == (30_000, "quả", None)


@given(low=st.integers(1, 999), more=st.integers(0, 500), unit=st.sampled_from(["kg", "quả", "lít", "chai"]))
def test_a_written_price_reads_back(reader: Reader, low: int, more: int, unit: str) -> None:
    written = [f"{thousands:,}.000".replace(",", ".") for thousands in (low, low + more)]
    reading = reader.read(f"{written[0]} – {written[1]} đ/{unit}")
    assert (reading.price_min, reading.price_max, reading.price_unit) == (
        low * 1000,
        (low + more) * 1000,
        unit,
    )


@pytest.mark.parametrize("text", ["kg 30k", "mỗi kg 30 nghìn", "1kg 30k", "100g 3k", "thảo quả: ký 30 ngàn"])
def test_a_unit_said_before_the_money_is_what_it_buys(reader: Reader, text: str) -> None:
    reading = reader.read(text)
    assert (reading.price_min, reading.price_unit, reading.quantity_min) == (30_000, "kg", None)


@pytest.mark.parametrize("text", ["vốn 200 triệu", "thu nhập 10 triệu/tháng", "phí ship 30k"])
def test_money_that_is_not_what_goods_cost_is_no_price(reader: Reader, text: str) -> None:
    assert reader.read(text).currency is None


def test_live_weight_is_said_to_be_live(reader: Reader) -> None:
    reading = reader.read("110k/kg hơi")
    assert reading.price_unit == "kg"
    assert ("price", "live_weight") in [(d.field, d.code) for d in reading.doubts]


def test_thousands_may_stand_apart_before_the_currency(reader: Reader) -> None:
    assert reader.read("30 000 đ/kg").price_min == 30_000
    assert reader.read("1 200 000 đồng/kg").price_min == 1_200_000
    assert reader.read("gạo loại 1 500 kg").quantity_min == 500


def test_a_subsidy_is_no_price(reader: Reader) -> None:
    assert reader.read("hỗ trợ vận chuyển 500k").price_min is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("giá chừng 1tr/kg giao tới tiệm", "chừng 1tr/kg"),
        ("100 lít mỗi tháng, khoảng 100 ngàn/lít", "khoảng 100 ngàn/lít"),
        ("tam 30k/kg", "tam 30k/kg"),
    ],
)
def test_a_price_that_is_named_roughly_is_told_so(reader: Reader, text: str, words: str) -> None:
    about = reader.read(text).about
    assert about is not None
    assert text[slice(*about)] == words


@pytest.mark.parametrize("text", ["tối đa 1tr/kg", "khoảng 2 tấn, 30k/kg", "không quá 45k/kg"])
def test_a_price_that_is_named_as_such_is_not_rough(reader: Reader, text: str) -> None:
    assert reader.read(text).about is None


@pytest.mark.parametrize(
    "text",
    [
        "20 tấn/tháng, 8k/kg tại vườn, giao Hà Nội cộng 700đ/kg",
        "8k/kg tai vuon, dong tui 500g them 3k/kg",
        "8k/kg, có gọt vỏ phụ thu 2k/trái",
        "8k/kg, lấy trên 1 tấn giảm 500đ/kg",
    ],
)
def test_what_comes_on_top_of_a_price_or_off_it_is_none(reader: Reader, text: str) -> None:
    read = reader.read(text)
    assert (read.price_min, [d for d in read.doubts if d.code == "several"]) == (8000, [])


@pytest.mark.parametrize("text", ["bột sắn dây 8k/kg", "bot san day 8k/kg", "ca ro phi 8k/kg"])
def test_goods_that_are_spelt_as_a_supplement_keep_their_price(reader: Reader, text: str) -> None:
    assert reader.read(text).price_min == 8000


def test_grades_have_a_price_each_and_a_range_together(reader: Reader) -> None:
    read = reader.read("sâm dây loại 1 220k, loại 2 150k/kg")
    assert (read.price_min, read.price_max) == (150_000, 220_000)
    parts = next(d.facts["parts"] for d in read.doubts if d.code == "several")
    assert [(p["words"], p["price_min"]) for p in parts] == [
        ("sâm dây loại 1 220k", 220_000),
        ("loại 2 150k/kg", 150_000),
    ]


def test_a_range_by_kind_is_told_with_its_words(reader: Reader) -> None:
    read = reader.read("đinh lăng 280-450 nghìn/kg tuỳ loại")
    assert [d.facts for d in read.doubts if d.code == "by_kind"] == [{"value": "tuỳ loại"}]
    assert not [d for d in reader.read("280 nghìn/kg").doubts if d.code == "by_kind"]


def test_a_price_above_and_below_is_rough(reader: Reader) -> None:
    assert reader.read("gia tren duoi 9k/kg").about is not None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("cam canh VIP 250k, loại 1 160k, loại 2 110k/kg", 110000, 250000),
        ("tôm size 20 280k/kg, size 30 230k/kg", 230000, 280000),
        ("nho hàng tuyển 120k, hàng thường 80k/kg", 80000, 120000),
    ],
)
def test_prices_by_grade_are_a_range_with_the_price_of_each(
    reader: Reader, text: str, low: int, high: int
) -> None:
    read = reader.read(text)
    assert (read.price_min, read.price_max) == (low, high)
    assert [doubt.code for doubt in read.doubts] == ["several"]


@pytest.mark.parametrize("text", ["miến dong 500g 25k gói", "miến 500g, 25k/gói", "nấm hương 100g 25k túi"])
def test_a_size_before_the_price_of_a_pack_is_what_it_holds_and_no_amount(reader: Reader, text: str) -> None:
    read = reader.read(text)
    assert (read.price_min, read.quantity_min, read.doubts) == (25000, None, ())
    assert read.vnd_kg_min in (50000, 250000)


def test_packs_counted_by_the_thousand_each_month_are_an_amount(reader: Reader) -> None:
    assert reader.read("miến 500g, 25k gói/tháng").price_min is None
