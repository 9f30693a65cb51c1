"""Periods told without the words that join them to an amount, batches of a month, and what is granted from an
amount."""

from __future__ import annotations

import pytest

from matchmaker.intake.batches import batches
from matchmaker.intake.reading import Reader


@pytest.mark.parametrize(
    ("text", "amount", "per"),
    [
        ("9 tan chanh leo tuan, gia 12k/kg", 9000, "week"),
        ("2 tạ nấm ngày, giá 60k", 200, "day"),
        ("40 con gà tuần", 40, "week"),
        ("100 kg nấm hương khô tháng", 100, "month"),
        ("10 tấn sắn tươi tuần giao tận nơi", 10000, "week"),
        ("40kg ca ro phi phi le ngay, nghi chu nhat", 40, "day"),
        ("2 tan ca tra thang", 2000, "month"),
        ("20 con lon den tuan", 20, "week"),
        ("3 ta toi co don thang", 300, "month"),
        ("2 tấn tôm nuôi trả sau tháng", 2000, None),
        ("5 tan buoi giao sau tuan", 5000, None),
        ("2 tan cam giao ngay, gia 20k", 2000, None),
        ("3 tạ cá lấy ngay", 300, None),
        ("20 tấn cam tuần sau cắt", 20000, None),
        ("2 tấn dưa trong tuần", 2000, None),
        ("5 tấn vải tháng 6", 5000, None),
    ],
)
def test_a_period_behind_the_name_of_goods_needs_no_word_that_joins_it(
    reader: Reader, text: str, amount: int, per: str | None
) -> None:
    said = reader.read(text)
    assert (said.quantity_min, said.per) == (amount, per)


@pytest.mark.parametrize(
    ("text", "amount", "per", "months"),
    [
        ("Tháng nào cũng làm, độ 150kg trâu, gần Tết 300kg", 150, "month", 12),
        ("thang nao cung xuat duoc 2 ta, tet 4 ta", 200, "month", 12),
        ("tuần nào cũng cắt, chừng 3 tạ", 300, "week", 0),
        ("quanh nam thang nao cung co 10 tan", 10000, "month", 12),
        ("Tháng nào cũng làm. Còn 150kg trâu", 150, None, 0),
    ],
)
def test_what_is_done_in_all_periods_is_told_of_each(
    reader: Reader, text: str, amount: int, per: str | None, months: int
) -> None:
    said = reader.read(text)
    assert (said.quantity_min, said.per, len(said.months)) == (amount, per, months)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("lấy xe 5 tấn trở lên em bớt", None),
        ("Cam em có 15 tấn, lấy xe 5 tấn trở lên em bớt 500đ/kg", 15000),
        ("lay tu 2 ta tro len bot 5k, vuon con 3 tan buoi", 3000),
        ("mua trên 100kg giảm giá, có 2 tấn", 2000),
        ("có 2 tấn, lấy từ 50 kg giao miễn phí Hà Nội", 2000),
        ("có 3 tấn trở lên", 3000),
        ("có 5000 lít, mua 100 lít trở lên giảm", 5000),
        ("10kg tro xuong phi them", None),
        ("cần mua 5 tấn, giá giảm dần", 5000),
    ],
)
def test_an_amount_from_which_something_is_granted_is_none_of_the_goods(
    reader: Reader, text: str, amount: int | None
) -> None:
    said = reader.read(text)
    assert (said.quantity_min, said.price_min) == (amount, None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mỗi tháng nung 2 mẻ, mùa mưa tháng 10–11 chỉ 1 mẻ", (2, "month")),
        ("lò sấy 3 mẻ/tuần", (3, "week")),
        ("moi thang giao 3 dot", (3, "month")),
        ("hai lứa mỗi năm", (2, "year")),
        ("two batches a month", (2, "month")),
        ("bón phân 2 lần mỗi vụ", None),
        ("kiểm định 1 lần/năm", None),
        ("giao tháng 2 một mẻ", None),
    ],
)
def test_batches_are_counted_of_the_goods_alone(text: str, found: tuple[int, str] | None) -> None:
    said = batches(text)
    assert (said and said[:2]) == found


@pytest.mark.parametrize(
    ("text", "amount", "unit", "per", "price_unit"),
    [
        ("dip tet em lam 400 hop banh, 35k/hop, ngay thuong 100 hop thang", 100, "hộp", "month", "hộp"),
        ("5000 lit nuoc mam, chai 0,5l 65k, mua 100 chai tro len 60k", 5000, "lít", None, "chai"),
        ("Tết này được 20 tạ miến, hàng tháng chỉ có 3 tạ, 65k/kg", 300, "kg", "month", "kg"),
        ("Tết 3 tạ, các tháng khác 1 tạ/tháng, 90k/kg", 100, "kg", "month", "kg"),
        ("Ba con con 20 tan san, ban 3k8/kg", 20000, "kg", None, "kg"),
        ("ba con bo, 90k/kg hoi", 3, "con", None, "kg"),
        ("600 lít mật ong, chai 500ml 250k", 600, "lít", None, "chai"),
        ("200 chai mật ong tháng, chai 500ml 120k", 200, "chai", "month", "chai"),
    ],
)
def test_ordinary_months_the_villagers_and_the_pack_that_is_priced(
    reader: Reader, text: str, amount: int, unit: str, per: str | None, price_unit: str
) -> None:
    said = reader.read(text)
    assert (said.quantity_min, said.unit, said.per, said.price_unit) == (amount, unit, per, price_unit)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("20 tấn chè/tháng, mùa đông ít hơn", 12),
        ("300 cai thang, mua mua kho phoi giam con 200", 12),
        ("mỗi tuần 2 tạ, tháng 1 chỉ còn một nửa", 12),
        ("20 tấn vải tháng 6, tháng 7 ít hơn", 2),
        ("mỗi tháng 3 tạ măng, mùa mưa tháng 6 đến tháng 9", 4),
    ],
)
def test_a_time_that_only_brings_less_is_not_all_of_the_season(
    reader: Reader, text: str, months: int
) -> None:
    assert len(reader.read(text).months) == months


def test_a_market_day_comes_as_often_as_is_said_and_a_least_order_is_no_amount(reader: Reader) -> None:
    said = reader.read("Mỗi phiên chợ em có 30 con gà đen, 5 ngày một phiên, 140k/kg")
    assert (said.quantity_min, said.per, said.interval) == (30, "batch", 5)
    assert reader.read("Chỉ nhận đơn trên 50 con vịt, 80k/con").quantity_min is None


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("can 2 tan rau/ngay, bap cai cuon chat 1-1,8 kg", 0),
        ("mỗi tuần 3 tạ bí, trái 2-3 kg đều", 0),
        ("mỗi tuần 3 tạ bí, mướp 20-30 kg", 1),
    ],
)
def test_a_small_range_beside_an_amount_of_each_day_is_a_size(reader: Reader, text: str, doubts: int) -> None:
    assert sum(each.code == "several" for each in reader.read(text).doubts) == doubts


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("30kg/ngày, giao 4h sáng, T7 CN nghỉ", 0),
        ("30kg/ngay, nghi CN va T7", 0),
        ("30kg/ngày, T7 nghỉ", 11),
        ("có hàng T7 đến T9, nghỉ CN", 3),
    ],
)
def test_saturday_beside_sunday_is_no_july(reader: Reader, text: str, months: int) -> None:
    assert len(reader.read(text).months) == months


def test_rough_sea_is_no_commune(reader: Reader) -> None:
    said = reader.read("mỗi ngày 2 tạ cá nục, biển động thì nghỉ, 45k/kg tại cảng")
    assert said.place is None


def test_pieces_of_a_batch_are_those_of_all_its_batches(reader: Reader) -> None:
    said = reader.read("Mỗi mẻ 120 bộ, mỗi tháng nung 2 mẻ")
    assert (said.quantity_min, said.unit, said.per) == (240, "bộ", "month")
