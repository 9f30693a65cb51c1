"""What a producer says of goods ordered by others, of what is left, and of times with less."""

import pytest

from scoring.left_to_sell import less_at_times, of_the_sale, taken, tells_what_is_left
from scoring.units import fold


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("lứa Tết đã đặt hết", (1, 2)),
        ("hàng tháng 3 có người cọc rồi", (3,)),
        ("đợt T12 khách đã đặt kín", (12,)),
        ("Tet batch sold out", (1, 2)),
        ("đã có người đặt", ()),
        ("siêu thị đã bao hết", ()),
        ("vụ này đã bán hết", ()),
        ("lua trung thu da nhan coc het", (8, 9)),
        ("khách đặt trước thì mới làm", None),
        ("chưa có người đặt", None),
        ("Tết phải đặt trước", None),
        ("thường bán hết trong ngày", None),
        ("ưu tiên khách đặt cọc", None),
        ("nếu có khách đặt hết thì báo", None),
        ("bán tại vườn", None),
    ],
)
def test_goods_that_are_sold_already_are_known_by_the_words(words, months):
    assert taken(fold(words)) == months


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("còn lại 2 tấn", True),
        ("chỉ còn 500 kg", True),
        ("còn khoảng 3 tạ nữa", True),
        ("2 tonnes left", True),
        ("chỉ còn 4 ngày", False),
        ("hạn còn 8 tháng", False),
        ("còn lại trả khi nhận hàng", False),
    ],
)
def test_what_is_left_is_told_with_its_amount(words, left):
    assert tells_what_is_left(fold(words)) == left
    assert of_the_sale(fold(words), in_note=True) == left
    assert not of_the_sale(fold(words), in_note=False)  # then it is the amount that is read


@pytest.mark.parametrize(
    ("text", "words", "month"),
    [
        ("quanh năm, mùa mưa ít", "mùa mưa ít", 7),
        ("quanh nam; mua dong it hon", "mua dong it hon", 1),
        ("có đều, T7-T8 giảm", "T7-T8 giảm", 8),
        ("all year, less", "", None),
        ("mùa khô còn một nửa", "mùa khô còn một nửa", 2),
        ("rainy season less", "rainy season less", 9),
        ("mùa mưa nhiều", "", None),
        ("quanh năm", "", None),
        ("ít hàng", "", None),
    ],
)
def test_a_time_with_less_is_told_in_its_own_words(text, words, month):
    found, months = less_at_times([text])
    assert found == words
    assert month is None or month in months


def test_less_at_a_time_is_asked_where_it_falls_to_the_delivery(one, offer, demand):
    brings = offer(quantity=20, per="month", months=tuple(range(1, 13)), season_text="quanh năm, mùa mưa ít")
    wet = one("volume", brings, demand(quantity=10, per="month", months=(7, 8)))
    assert wet.facts["supply_less"] == "mùa mưa ít"
    assert "supply_less" not in one("volume", brings, demand(quantity=10, per="month", months=(2, 3))).facts


@pytest.mark.parametrize(
    "words", ["lứa tháng 7 đã đặt hết", "hàng T7 có khách cọc rồi", "July is booked, T7 sold out"]
)
def test_no_step_counts_on_goods_that_are_sold(match, offer, demand, words):
    found = match(offer(months=(5, 6), remarks=words, note=words), demand(months=(7,)))
    assert (found.vetoes, found.missing) == (["wrong_season"], None)


@pytest.mark.parametrize("words", ["đã có người đặt một phần", "còn lại 2 tấn", "chỉ còn 500 kg"])
def test_what_others_have_ordered_is_asked_beside_the_amount(match, offer, demand, words):
    found = match(offer(months=(6,), remarks=words, note=words), demand(months=(6,)))
    rows = next(reason.facts for reason in found.reasons if reason.criterion == "volume")["notes"]
    assert [(row["words"], row["asked"]) for row in rows] == [(words, True)]
