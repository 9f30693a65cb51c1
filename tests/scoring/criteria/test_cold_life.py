"""How long goods keep in the cold, and the step of cold transport that comes of it."""

import pytest

from scoring.criteria.cold_life import cold_days
from tests.scoring.conftest import FAR


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("khong dung chat bao quan, de ngan mat duoc 30 ngay", 30),
        ("bảo quản tủ lạnh 2 tuần", 14),
        ("giữ mát 0-4 độ được 10 ngày", 10),
        ("để được 12 ngày trong kho lạnh", 12),
        ("keeps 3 weeks in the fridge", 21),
        ("chilled up to 20 days", 20),
        ("cấp đông được 6 tháng", None),
        ("đông lạnh 6 tháng", None),
        ("kho lạnh 200 tấn", None),
        ("để thường 3 ngày", None),
        ("giao xe lạnh 2 chuyến/tuần", None),
    ],
)
def test_a_life_in_the_cold_is_read_in_the_seller_s_words(words, days):
    assert cold_days(words) == days


SHORT = {"storage": "ambient", "shelf_life_days": 3}


def test_cold_transport_gives_the_life_that_the_seller_says(match, offer, demand):
    wanted = demand(place=FAR, min_remaining_days=4)
    assert match(offer(**SHORT), wanted).missing.facts["shelf"] == 20  # by the table
    note = "để ngăn mát được 9 ngày"
    assert match(offer(**SHORT, remarks=note, note=note), wanted).missing.facts["shelf"] == 9


def test_a_life_that_is_said_of_chilled_goods_grows_no_longer_by_chilling(match, offer, demand):
    note = "tủ mát được 3 ngày"
    found = match(offer(**SHORT, remarks=note, note=note), demand(place=FAR, min_remaining_days=4))
    assert (found.vetoes, found.missing) == (["cannot_reach"], None)
    reason = next(reason for reason in found.reasons if reason.criterion == "freshness")
    assert reason.facts["storage"] == "chilled"


def test_goods_in_another_form_than_the_table_s_have_no_cold_life_by_it(match, offer, demand):
    wanted = {"place": FAR, "min_remaining_days": 4}
    dried = offer(product="vải thiều sấy dẻo", **SHORT)
    assert match(dried, demand(product="vải thiều sấy dẻo", **wanted)).missing is None
    brief = offer(product="gạo", **SHORT)  # keeps a year by the table: other goods than these
    assert match(brief, demand(product="gạo", **wanted)).missing is None


@pytest.mark.parametrize("note", ["chua co xe lanh", "không có xe tải lạnh", "no refrigerated truck"])
def test_who_has_nothing_cold_has_to_hire_it(match, offer, demand, note):
    wanted = demand(place=FAR, min_remaining_days=4)
    assert match(offer(**SHORT, remarks=note, note=note), wanted).missing.facts["no_cold"] == note
    other = "có xe lạnh"
    assert "no_cold" not in match(offer(**SHORT, remarks=other, note=other), wanted).missing.facts


def test_goods_that_spoil_in_days_are_kept_in_no_store(pairs, offer, demand):
    rice = {"product": "gạo", "months": (10, 11, 12)}
    stored = [
        bool(pairs([offer(**rice, shelf_life_days=days, storage="ambient")], [demand()]).offers.stored[0])
        for days in (1, 9, 30, None)
    ]
    assert stored == [False, False, True, True]
