"""A season that names days or parts of months is never taken for whole months."""

import pytest

from scoring.part_months import left_out, lost, names_harvest, of_season, season_words, sold_on, stocked_crop
from scoring.records import Offer


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("10/6 - 15/7", [("before", 6, 10), ("after", 7, 15)]),
        ("1/6 - 30/6", []),
        ("cuối tháng 5 - giữa tháng 6", [("early", 5, 0), ("middle", 5, 0), ("late", 6, 0)]),
        ("giua thang 6", [("early", 6, 0), ("late", 6, 0)]),
        ("giữa tháng 8 đến hết tháng 9", [("early", 8, 0)]),
        ("từ giữa tháng 3", [("early", 3, 0)]),
        ("từ đầu tháng 3", []),
        ("đến giữa tháng 7", [("late", 7, 0)]),
        ("tháng 5, giữa T7", [("late", 7, 0)]),
        ("giữa tháng 11 âm", []),
        ("cuối năm", []),
        ("tháng 4-6", []),
    ],
)
def test_what_a_season_leaves_out_is_read(text, lacks):
    assert list(left_out(text)) == lacks


@pytest.mark.parametrize(
    ("text", "harvest"),
    [("thu hoạch tháng 10-12", True), ("thu T10, bán đến ra Tết", False), ("tháng 10-12", False)],
)
def test_a_harvest_is_no_time_of_sale(text, harvest):
    assert names_harvest(text) is harvest


def test_days_of_a_season_stand_in_the_free_text_too():
    said = Offer("o", "vải", months=(6, 7), remarks="1 tấn/ngày từ 10/6 đến 5/7, giá 15k/kg")
    assert left_out(season_words(said)) == (("before", 6, 10), ("after", 7, 5))
    assert season_words(Offer("o", "vải", months=(6, 7), remarks="30 quả/kg, 12-15k/kg")) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("còn 40 tấn, cắt từ giữa tháng 1 đến hết tháng 3. Giá 15k", "cắt từ giữa tháng 1 đến hết tháng 3"),
        ("cat tu giua thang 1, 15k", "cat tu giua thang 1"),
        ("giao cuối tháng 12 đến giữa tháng 2", "giao cuối tháng 12 đến giữa tháng 2"),
        ("hái được từ cuối T5, 20 tấn", "hái được từ cuối T5"),
        ("trả tiền cuối tháng 1", ""),
        ("hàng mới về giữa tháng 1", ""),
    ],
)
def test_part_of_a_month_opens_a_season_in_the_free_text_too(text, words):
    assert season_words(Offer("o", "cam", remarks=text, months=(1, 2, 3))) == words


def test_a_month_that_is_not_whole_counts_by_its_days():
    assert lost(left_out("16/5 - 15/6"), (5, 6)) == pytest.approx(15 / 31 + 0.5)
    assert lost(left_out("16/5 - 15/6"), (6,)) == 0.5


@pytest.mark.parametrize(
    ("text", "harvest"),
    [
        ("gặt tháng 10", True),
        ("hái xuân tháng 3-4, hái thu tháng 9-10", True),
        ("lấy mật tháng 3 - tháng 4", True),
        ("thu thang 9-10", True),
        ("tháng hai đến tháng 4", False),
        ("hái tháng 3, bán quanh năm", False),
    ],
)
def test_words_of_the_harvest_are_none_of_the_sale(text, harvest):
    assert names_harvest(text) is harvest


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("bạch trà vụ xuân 2026 còn 25 kg", True),
        ("còn 3 tấn vụ mùa 2026, 28k/kg", True),
        ("vụ xuân bán 2 tấn, vụ hè 3 tấn", False),
    ],
)
def test_the_crop_that_a_stock_is_of_is_no_season_of_sale(text, told):
    assert bool(stocked_crop(text)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("phơi khô rồi trữ kho lạnh, bán dần", True),
        ("Thu T9; cung cấp quanh năm", True),
        ("thu T9, ban quanh nam", True),
        ("sold all year", True),
        ("giá bán quanh năm không đổi", False),
        ("không bán quanh năm", False),
        ("du lịch quanh năm", False),
    ],
)
def test_goods_that_are_sold_on_are_said_so(text, told):
    assert bool(sold_on(text)) is told


@pytest.mark.parametrize(
    ("clause", "season"),
    [
        (
            "khoảng 5 tấn/tháng, giá 1 triệu 5 một tạ tại kho, thu tháng 9, bán quanh năm",
            "thu tháng 9, bán quanh năm",
        ),
        ("thu hoạch tháng 10-11", "thu hoạch tháng 10-11"),
        ("phơi khô, trữ kho bán dần", "phơi khô, trữ kho bán dần"),
        ("2 tan 35k ban quanh nam", "2 tan 35k ban quanh nam"),
    ],
)
def test_of_a_clause_on_the_season_amounts_and_prices_are_left_out(clause, season):
    assert of_season(clause) == season


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("nửa cuối tháng 1", (("before", 1, 16),)),
        ("nửa đầu T2", (("after", 2, 15),)),
        ("nửa sau tháng 12 đến nửa đầu tháng 2", (("before", 12, 16), ("after", 2, 15))),
        ("tháng 11 đến nửa đầu tháng 1", (("after", 1, 15),)),
        ("từ nửa cuối tháng 3", (("before", 3, 16),)),
        ("từ nửa đầu tháng 3", ()),
        ("nửa cuối tháng 1 đến tháng 3", (("before", 1, 16),)),
        ("cuối tháng 1", (("early", 1, 0), ("middle", 1, 0))),
    ],
)
def test_half_a_month_leaves_out_the_other_half(text, lacks):
    assert left_out(text) == lacks


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("20/5 đến hết tháng 6", (("before", 5, 20),)),
        ("thu hoach tu 10/9 den thang 11", (("before", 9, 10),)),
        ("tháng 5 – 15/6", (("after", 6, 15),)),
        ("từ ngày 12/1 tới giữa T3", (("before", 1, 12), ("late", 3, 0))),
        ("cuối tháng 5 đến 10/7", (("early", 5, 0), ("middle", 5, 0), ("after", 7, 10))),
        ("2/5 đến hết tháng 6", ()),  # nearly whole
        ("20/5", ()),
        ("20/5 âm lịch đến hết tháng 6", ()),
    ],
)
def test_a_season_of_one_day_and_one_month_leaves_out_the_days_before_or_after(text, lacks):
    assert left_out(text) == lacks
