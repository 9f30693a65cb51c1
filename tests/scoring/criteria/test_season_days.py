from datetime import date

from scoring.records import Doubt

DUE = Doubt("months", "deadline", {"day": "2027-01-20", "words": "giao trước 20/1"})
FULL_MOON = Doubt("months", "lunar", {"words": "rằm tháng Chạp", "from": "2027-01-22", "to": "2027-01-22"})


def test_dates_of_delivery_are_told_beside_their_months(one, offer, demand):
    window = demand(months=(12, 1), deliver_from=date(2026, 12, 10), deliver_to=date(2027, 1, 15))
    said = one("season", offer(months=(12, 1), deliver_to=date(2027, 1, 31)), window).facts
    assert said["wanted_days"] == ["2026-12-10", "2027-01-15"]
    assert said["offered_days"] == [None, "2027-01-31"]
    assert "wanted_days" not in one("season", offer(), demand()).facts


def test_goods_that_come_after_the_buyers_day_are_told_with_the_days_that_they_are_late(one, offer, demand):
    wanted = demand(months=(1,), doubts=(DUE,))
    late = one("season", offer(months=(1,), doubts=(FULL_MOON,)), wanted)
    assert late.vetoes == []
    assert late.facts["days_late"] >= 2  # and the way
    assert late.facts["offered_lunar"]["from"] == "2027-01-22"
    kept = one("season", offer(months=(1,)), wanted).facts
    assert (kept["deadline"], kept["in_time"], "days_late" in kept) == ("2027-01-20", True, False)


def test_a_deadline_says_nothing_of_goods_out_of_season(one, offer, demand):
    said = one("season", offer(months=(8,)), demand(months=(1,), doubts=(DUE,))).facts
    assert not {"days_late", "in_time"} & set(said)


def test_goods_that_are_not_ready_by_the_buyers_day_are_late_whatever_the_season(one, offer, demand):
    slow = offer(months=(6, 7), lead_time_days=70)
    said = one("season", slow, demand(months=(1,), doubts=(DUE,))).facts
    assert said["days_late"] == 10  # ready on 30 January
    rest = offer(doubts=(Doubt("months", "break", {"words": "nghỉ từ 28 Tết đến mùng 6"}),))
    assert one("season", rest, demand()).facts["break_said"] == "nghỉ từ 28 Tết đến mùng 6"


def test_goods_that_are_there_before_the_day_only_are_served_and_asked(one, offer, demand):
    due = demand(months=(1,), doubts=(DUE,))
    for months in ((11, 12), (12,), (10, 11)):
        said = one("season", offer(months=months), due)
        assert said.vetoes == []
        assert said.facts["early"] == [month for month in months if month != 10]
    assert "early" not in one("season", offer(months=(12, 1)), due).facts  # there in the month meant
    later = one("season", offer(months=(2, 3)), due)
    assert (later.vetoes, "early" in later.facts) == (["wrong_season"], False)
    plain = one("season", offer(months=(12,)), demand(months=(1,)))
    assert plain.vetoes == ["wrong_season"]
