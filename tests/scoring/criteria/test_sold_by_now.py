"""A whole amount of a season that runs: what may be sold by now is not to spare."""

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.questions import questions
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


def test_a_rough_number_has_two_digits():
    assert [about(each) for each in (42667, 1713.4, 99.6, 0.5)] == [43000, 1700, 100, 0.5]
