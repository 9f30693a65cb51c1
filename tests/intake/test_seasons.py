from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.intake.reading import Reader

YEAR = tuple(range(1, 13))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("T5-T6", (5, 6)),
        ("T7/8/9", (7, 8, 9)),
        ("tháng 8-10 al", (9, 10, 11)),
        ("quanh năm, riêng T7-T8 mưa bão không có", (1, 2, 3, 4, 5, 6, 9, 10, 11, 12)),
        ("tháng 7-8 không có, còn lại quanh năm", (1, 2, 3, 4, 5, 6, 9, 10, 11, 12)),
        ("quanh năm, riêng tháng 8 có nhiều", YEAR),
        ("từ rằm tháng 7 đến rằm tháng 8", (8, 9)),
        ("trước và sau Tết", (1, 2)),
        ("cận Tết dương", (12,)),
        ("cuối thu đầu đông", (10, 11)),
        ("hộp quà Tết, giao 20/12", (12,)),
        ("T4-5, T8-9", (4, 5, 8, 9)),
        ("T11,12", (11, 12)),
        ("tháng 6, 7, 8", (6, 7, 8)),
        ("từ 1 đến 25 tháng Chạp", (1,)),
        ("20 đến 27 tháng Chạp", (1, 2)),
        ("từ rằm tháng Chạp đến Tết", (1, 2)),
        ("23-30 tháng Chạp", (1, 2)),
        ("từ 10 đến 20 tháng 6", (6,)),
        ("từ 20 tháng 7 đến 10 tháng 9", (7, 8, 9)),
        ("từ ngày 5 tháng 3 đến ngày 25 tháng 5", (3, 4, 5)),
        ("tu ngay 5 thang 3 den 25 thang 5", (3, 4, 5)),
        ("chia 3 tháng 5, 6, 7", (5, 6, 7)),
        ("rộ tháng 6, lai rai tháng 5 và tháng 7", (6, 5, 7)),
        ("T5-T9, cao điểm T6", (5, 6, 7, 8, 9)),
        ("tháng 11 và 12 âm lịch", (12, 1)),
        ("tháng 10 đến tháng 3 năm sau", (10, 11, 12, 1, 2, 3)),
        ("tháng 11 - 2", (11, 12, 1, 2)),
        ("11-2", (11, 12, 1, 2)),
        ("quanh năm trừ tháng 2", (1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)),
        ("giữa tháng 5 đến giữa tháng 6", (5, 6)),
        ("từ tháng 8 đến hết năm", (8, 9, 10, 11, 12)),
        ("tu thang 8 den het nam", (8, 9, 10, 11, 12)),
        ("15/8 - 20/9", (8, 9)),
        ("10-15/6", (6,)),
        ("quanh năm", YEAR),
        ("year-round", YEAR),
        ("quý 2", (4, 5, 6)),
        ("quý 3-4", (7, 8, 9, 10, 11, 12)),
        ("quý IV-I", (10, 11, 12, 1, 2, 3)),
        ("T9 T10", (9, 10)),
        ("tháng 11 12, 35k/kg", (11, 12)),
        ("quý I và quý III", (1, 2, 3, 7, 8, 9)),
        ("6 tháng cuối năm", (7, 8, 9, 10, 11, 12)),
        ("May-July", (5, 6, 7)),
        ("Oct to Dec", (10, 11, 12)),
        ("tháng mười hai", (12,)),
        ("mùa khô T2-T4", (2, 3, 4)),
        ("vụ Tết (tháng 11 – tháng 2)", (11, 12, 1, 2)),
        ("thu T10, bán đến ra Tết", (10, 11, 12, 1, 2)),
        ("quanh năm, Tết nhiều", YEAR),
        ("từ nay tới Tết", (11, 12, 1)),
        ("tu nay den tet", (11, 12, 1)),
        ("lấy từ giờ đến hết tháng 3", (11, 12, 1, 2, 3)),
        ("nay đến tháng 2", (11, 12, 1, 2)),
        ("mỗi tháng 2 tạ, tết 5 tạ", YEAR),
        ("2 tạ/tháng, dịp Tết thì lấy 5 tạ", YEAR),
        ("mỗi tháng 2 tạ, tết thì gấp đôi", YEAR),
        ("tháng 8 đến tháng 12, 2 tạ/tháng, tết gấp đôi", (8, 9, 10, 11, 12)),
        ("Tết cần 5 tạ", (1,)),
        ("tháng 12/2026 - tháng 2/2027", (12, 1, 2)),
    ],
)
def test_months_that_a_text_names(reader: Reader, text: str, months: tuple[int, ...]) -> None:
    assert reader.read(text).months == months


@pytest.mark.parametrize(
    ("text", "months", "other"),
    [
        ("tháng Chạp", (1,), (1, 2)),
        ("tháng 11 âm lịch", (12,), (12, 1)),
        ("tháng 2 đến tháng 4 âm lịch", (3, 4, 5), (3, 4, 5, 6)),
        ("giáp Tết", (1,), (12, 1)),
        ("ra Tết đến tháng 5", (2, 3, 4, 5), (3, 4, 5)),
        ("Trung thu", (9,), (8, 9)),
        ("15/7 âm lịch", (8,), None),
    ],
)
def test_lunar_months_are_solar_ones_of_the_next_time_they_come(
    reader: Reader, text: str, months: tuple[int, ...], other: tuple[int, ...] | None
) -> None:
    reading = reader.read(text)
    assert reading.months == months
    assert ("months", "lunar") in [(d.field, d.code) for d in reading.doubts]
    assert other is None or other in reading.evidence["months"].alternatives


def test_without_a_calendar_a_lunar_month_is_the_solar_month_after_it() -> None:
    season = Reader(units_rows=(), lunar_rows=(), today=date(2026, 11, 21)).season("tháng 11 âm lịch")
    assert season is not None
    assert season.months == (12,)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("từ tháng 8", "open_end"),
        ("tháng 4 trở đi", "open_end"),
        ("cuối năm", "vague_season"),
        ("mùa khô", "vague_season"),
        ("đến hết tháng 9", "open_start"),
        ("trừ tháng 2", "only_exception"),
    ],
)
def test_what_a_season_leaves_open_is_a_doubt(reader: Reader, text: str, code: str) -> None:
    reading = reader.read(text)
    assert reading.months
    assert ("months", code) in [(d.field, d.code) for d in reading.doubts]


@pytest.mark.parametrize(
    "text",
    [
        "theo đặt hàng",
        "2 tấn/tháng",
        "mỗi tháng 3 tạ",
        "tháng 13",
        "40 tấn cả năm",
        "trong 3 tháng",
        "may áo",
        "T25",
    ],
)
def test_texts_that_name_no_month(reader: Reader, text: str) -> None:
    assert reader.read(text).months == ()


def test_numbers_alone_are_months_where_the_text_is_about_a_season(reader: Reader) -> None:
    season = reader.season("6, 7, 8")
    assert season is not None
    assert season.months == (6, 7, 8)
    assert reader.read("6, 7, 8").months == ()


def test_a_month_and_a_following_price_are_kept_apart(reader: Reader) -> None:
    reading = reader.read("trong tháng 8, 10-12k/kg")
    assert (reading.months, reading.price_min, reading.price_max) == ((8,), 10_000, 12_000)


@given(
    first=st.integers(1, 12),
    length=st.integers(1, 10),
    form=st.sampled_from(["tháng {} – tháng {}", "T{}-T{}"]),
)
def test_a_written_range_reads_back_round_the_year(
    reader: Reader, first: int, length: int, form: str
) -> None:
    months = tuple((first - 1 + step) % 12 + 1 for step in range(length + 1))
    assert reader.read(form.format(months[0], months[-1])).months == months


@given(st.sets(st.integers(1, 12), min_size=1, max_size=12).map(sorted))
def test_a_written_list_of_months_reads_back(reader: Reader, months: list[int]) -> None:
    assert reader.read("tháng " + ", ".join(map(str, months))).months == tuple(months)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("có hàng tháng 8", (8,)),
        ("có hàng tháng 5-6", (5, 6)),
        ("có hàng tháng 5-6, 2 tấn/tuần", (5, 6)),
        ("giao hàng tháng 6", (6,)),
        ("giao hang thang 6", (6,)),
        ("hàng tháng 8 giao 2 tấn", (8,)),
        ("2 tấn cam hàng tháng 8", (8,)),
        ("xuất hàng tháng 11 đến tháng 2", (11, 12, 1, 2)),
        ("nhận hàng tháng tám", (8,)),
        ("có hàng quý 3", (7, 8, 9)),
        ("tháng chín đến giêng", (9, 10, 11, 12, 1, 2)),
    ],
)
def test_a_month_after_goods_is_that_month(reader: Reader, text: str, months: tuple[int, ...]) -> None:
    reading = reader.read(text)
    assert (reading.months, reading.per) == (months, "week" if "tuần" in text else None)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("hàng tháng 8 tấn", 8000),
        ("hàng tháng 10-12 tấn", 10_000),
        ("hàng tháng 2 vạn trứng", 20_000),
        ("hàng tháng giao 8 tấn", 8000),
        ("hang thang 3 chuyen", 3),
    ],
)
def test_monthly_stays_monthly_where_the_number_counts_something(
    reader: Reader, text: str, amount: int
) -> None:
    reading = reader.read(text)
    assert (reading.months, reading.per, reading.quantity_min) == ((), "month", amount)


def test_the_year_of_a_month_is_no_period(reader: Reader) -> None:
    reading = reader.read("tháng 8 năm nay 3 tấn")
    assert (reading.months, reading.per, reading.kg_min) == ((8,), None, 3000)


@pytest.mark.parametrize(
    "text",
    [
        "giấy ATTP cấp ngày 15/8/2024",
        "VietGAP hết hạn 30/6/2027",
        "hạn chứng nhận đến 12/2026",
        "quyết định số 148/QĐ-TTg ngày 24/2/2023",
        "hợp đồng số 12/2024/HĐ",
        "T2, T4, T6 hàng tuần giao 300kg",
    ],
)
def test_days_of_papers_and_days_of_the_week_are_no_months(reader: Reader, text: str) -> None:
    assert reader.read(text).months == ()


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("cung cấp ngày 15/8/2026", (8,)),
        ("giao T2, T4, T6", (2, 4, 6)),
        ("8-10/2026", (8, 9, 10)),
        ("không có hàng tháng 5", (1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12)),
    ],
)
def test_months_of_goods_stay_months(reader: Reader, text: str, months: tuple[int, ...]) -> None:
    assert reader.read(text).months == months


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("tháng 4 trở đi đến tháng 8", (4, 5, 6, 7, 8)),
        ("tháng 4 trở đi", (4, 5, 6, 7, 8, 9, 10, 11, 12)),
        ("tháng 5 đến tháng 8, nhiều nhất tháng 6", (5, 6, 7, 8)),
    ],
)
def test_an_end_that_is_written_closes_a_season_and_a_peak_is_not_all_of_it(reader, text, months):
    assert reader.season(text).months == months


def test_when_there_is_most_says_nothing_of_the_other_months(reader):
    assert reader.season("nhiều nhất tháng Chạp") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("100 sọt/ngày, rộ nhất T7–11, 6-8k/kg", "rộ nhất T7–11"),
        ("ro nhat tu thang 7 den thang 11", "ro nhat tu thang 7 den thang 11"),
        ("2 tấn/ngày, cao điểm tháng 6-8", "cao điểm tháng 6-8"),
    ],
)
def test_a_time_of_the_most_alone_names_no_months_and_is_asked(reader: Reader, text: str, words: str) -> None:
    said = reader.read(text)
    assert said.months == ()
    assert [doubt.facts["words"] for doubt in said.doubts if doubt.code == "peak_only"] == [words]


def test_a_time_of_the_most_beside_the_season_is_no_doubt(reader: Reader) -> None:
    assert not reader.read("quanh năm, rộ nhất T7–T11").doubts
