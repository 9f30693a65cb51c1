"""A whole amount of a season that runs: what may be sold by now is not to spare."""

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.questions import questions
from matchmaker.wording.reasons.summary import headline
from scoring.criteria.stocks import about


def _row(one, offer, demand, have, months, need, wanted, **more):
    own = offer(product="gạo ST25", quantity=have, unit="tấn", per="season", months=months, **more)
    return one("volume", own, demand(product="gạo ST25", quantity=need, per="total", months=wanted))


@pytest.mark.parametrize(
    ("have", "months", "need", "wanted", "said"),
    [
        (60, (11, 12, 1), 45, (12, 1), {"sold_from": 11, "left_even": 47000, "left_just": True}),
        (20, (11, 12, 1, 2, 3, 4), 16, (12, 1), {"sold_from": 11, "left_even": 18000}),
        (25, (8, 9, 10, 11, 12, 1, 2, 3, 4), 18, (12, 1, 2), {"sold_from": 8, "left_short": True}),
        (60, (11, 12, 1), 20, (12, 1), {}),  # of what is to spare more than half is there in any case
        (60, (12, 1, 2), 55, (12, 1), {}),  # the season has not begun
        (60, (10, 11, 12), 55, (12,), {}),  # half over: asked with the season
        (60, (11, 12, 1), 90, (12, 1), {}),  # short as it is
    ],
)
def test_what_is_to_spare_rests_on_what_may_be_sold(one, offer, demand, have, months, need, wanted, said):
    facts = _row(one, offer, demand, have, months, need, wanted).facts
    assert {name: facts.get(name) for name in said} == said
    assert ("sold_from" in facts) == bool(said)


def test_who_says_what_is_left_is_not_asked(one, offer, demand):
    facts = _row(one, offer, demand, 60, (11, 12, 1), 45, (12, 1), remarks="hiện còn lại 60 tấn").facts
    assert "sold_from" not in facts


def test_it_is_told_and_asked(one, offer, demand):
    said = _row(one, offer, demand, 60, (11, 12, 1), 45, (12, 1))
    told, end = sentence("volume_covers", said.facts, "vi"), "phải hỏi nay còn bao nhiêu)."
    assert "cần 45 tấn tổng cộng: đủ hàng, nếu dành trước cho bên mua (" in told
    assert told.endswith(f"(bán từ T11, chia đều thì nay còn khoảng 47 tấn, vừa đủ: {end}")
    assert "sold since Nov" in sentence("volume_covers", said.facts, "en")
    rows = {"volume": {"criterion": "volume", "code": "volume_covers", "facts": said.facts}}
    assert "nay còn bao nhiêu hàng" in questions(rows, "vi")
    short = sentence("volume_covers", said.facts | {"left_short": True}, "vi")
    assert "đủ hàng nếu tính cả vụ," in short
    assert short.endswith(f"(bán từ T11, chia đều thì nay còn khoảng 47 tấn, không đủ: {end}")


@pytest.mark.parametrize(
    ("have", "months", "need", "wanted", "supply", "said"),
    [
        (40, (7, 8, 11, 12), 30, (11, 12, 1), 20, {"left_even": None}),  # none of July and August
        (50, (5, 6, 11, 12, 1), 25, (12, 1), 30, {"left_even": 23000, "left_short": True}),
        (90, (9, 11, 12), 55, (11, 12), 60, {"left_even": 40000, "left_short": True}),
        (40, (7, 8, 11, 12), 31, (11, 12, 1, 8), 40, {"left_even": 33000, "left_just": True}),
        (60, (11, 12, 1), 45, (12, 1), 60, {"left_even": 47000, "left_just": True}),
        (40, (3, 4, 9, 10), 15, (3, 4, 5), 20, {"left_even": None}),  # no season runs
        (30, (1, 2, 3, 4), 25, (1, 2), 30, {"left_even": None}),  # one season, set aside as a stock
        (30, (9, 10, 11, 12), 25, (12,), 30, {}),  # whose first months are gone by
    ],
)
def test_what_comes_after_the_months_wanted_is_not_there_for_them(
    one, offer, demand, have, months, need, wanted, supply, said
):
    row = _row(one, offer, demand, have, months, need, wanted)
    assert row.facts["supply"] == supply * 1000
    assert (row.code == "volume_covers") == (supply >= need)
    assert {name: row.facts.get(name) for name in said} == said


def test_it_is_told_without_the_goods_of_the_later_season(one, offer, demand):
    said = _row(one, offer, demand, 40, (7, 8, 11, 12), 30, (11, 12, 1))
    told = sentence(said.code, said.facts, "vi")
    assert "T11–T12: 20 tấn), cần 30 tấn tổng cộng: được 67 %" in told
    assert "thiếu 10 tấn" in told
    rows = {"reasons": [{"criterion": "volume", "code": said.code, "facts": said.facts}]}
    assert "đủ lượng" not in headline(rows, "vi")
    enough = _row(one, offer, demand, 50, (5, 6, 11, 12, 1), 25, (12, 1))
    assert "T11–T1: 30 tấn), cần 25 tấn tổng cộng: đủ hàng" in sentence(enough.code, enough.facts, "vi")


def test_a_lone_producer_is_held_to_what_comes_in_time(one, offer, demand):
    own = offer(product="gạo ST25", quantity=40, per="season", months=(7, 8, 11, 12))
    wants = demand(product="gạo ST25", quantity=80, per="total", months=(11, 12), pooling_allowed=False)
    assert one("volume", own, wants).vetoes == ["volume_too_small"]


def test_a_rough_number_has_two_digits():
    assert [about(each) for each in (42667, 1713.4, 99.6, 0.5)] == [43000, 1700, 100, 0.5]
