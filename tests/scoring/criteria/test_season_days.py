from dataclasses import replace
from datetime import date

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.summary import headline
from scoring.criteria.season import since_it_began
from scoring.horizon import Horizon
from scoring.records import Certificate, Doubt, Offer, Place

FAR = Place(text="Cần Thơ", lat=10.0, lon=105.8)  # 56 hours away at most

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
    once = demand(months=(1,), per="total", doubts=(DUE,))
    kept = one("season", offer(months=(1,)), once).facts
    assert (kept["deadline"], kept["in_time"], "days_late" in kept) == ("2027-01-20", True, False)
    assert "in_time" not in one("season", offer(months=(1,)), wanted).facts  # a delivery in time is not all


def test_the_days_between_the_goods_and_a_deadline_are_told_where_they_are_few(one, offer, demand):
    wanted = demand(months=(1,), per="total", doubts=(DUE,))
    soon = Doubt("months", "lunar", {"words": "mùng 8 tháng Chạp", "from": "2027-01-15", "to": "2027-02-05"})
    assert one("season", offer(months=(1,), doubts=(soon,)), wanted).facts["days_to_spare"] == 5
    assert "days_to_spare" not in one("season", offer(months=(1,)), wanted).facts
    apart = Doubt("months", "deadline_apart", {"words": "giao trước 20/1", "beyond": [2]})
    told = one("season", offer(months=(1, 2)), demand(months=(1, 2), doubts=(apart,))).facts
    assert (told["deadline_apart"], told["deadline_words"]) == ([2], "giao trước 20/1")


def test_words_of_a_first_day_are_told_beside_it_unless_they_are_the_date(one, offer, demand):
    for words, told in (("từ 20 tháng Chạp", "từ 20 tháng Chạp"), ("từ 20/12 âm lịch", "từ 20/12 âm lịch"),
                        ("giữa tháng 1", "giữa tháng 1"), ("từ 15/1", None),
                        ("from 15 Jan", None), ("January 15", None), ("15 tháng 1", None)):  # fmt: skip
        begins = Doubt("months", "begins", {"words": words, "day": "2027-01-15"})
        wanted = demand(months=(1, 2), deliver_from=date(2027, 1, 15), doubts=(begins,))
        assert one("season", offer(months=(1, 2)), wanted).facts.get("wanted_part") == told


def test_papers_are_told_of_no_month_that_the_goods_are_too_late_for(one, offer, demand):
    rice = offer(product="gạo ST25", months=(11, 12), lead_time_days=7)
    wanted = {"product": "gạo ST25", "months": (11, 12)}
    assert one("requirements", rice, demand(place=FAR, **wanted)).facts["months"] == [12]
    assert one("requirements", rice, demand(**wanted)).facts["months"] == [11, 12]


def test_amounts_and_preferred_papers_are_of_no_month_that_the_goods_are_too_late_for(one, offer, demand):
    held = {"certificates": (Certificate("OCOP", date(2027, 1, 15)),), "ocop_stars": 4}
    rice = offer(product="gạo ST25", months=(11, 12, 1), per="month", lead_time_days=7, **held)
    wanted = {"product": "gạo ST25", "months": (11, 12, 1), "preferred_certificates": (Certificate("OCOP"),)}
    near, far = demand(**wanted), demand(place=FAR, **wanted)
    assert one("volume", rice, near).facts["months"] == [11, 12, 1]
    assert one("volume", rice, far).facts["months"] == [12, 1]
    (lapse,) = one("preferences", rice, far).facts["lapsing"]
    assert (lapse["covers"], lapse["months"]) == ([12], [12, 1])
    assert one("preferences", rice, near).facts["lapsing"][0]["covers"] == [11, 12]


def test_the_last_days_of_this_month_are_told_to_who_wants_goods_all_year(one, offer, demand):
    always = tuple(range(1, 13))
    rice = {"product": "gạo ST25", "lead_time_days": 7}
    near = one("season", offer(months=(10, 11, 12), **rice), demand(product="gạo ST25", months=always)).facts
    assert (near["days_left"], near.get("again_in")) == (3, None)
    away = demand(product="gạo ST25", months=always, place=FAR)
    far = one("season", offer(months=(10, 11, 12), **rice), away)
    assert (far.facts["days_left"], far.facts["again_in"]) == (3, 2027)
    assert "too_late" not in far.facts
    assert "T11 chỉ còn 3 ngày, đường đi đã mất 3 ngày: tính T11 năm 2027." in sentence(
        far.code, far.facts, "vi"
    )
    assert "that of 2027 counts" in sentence(far.code, far.facts, "en")
    assert "days_left" not in one("season", offer(months=always, **rice), away).facts


def test_no_paper_misses_a_month_that_counts_next_year(match, offer, demand):
    always = tuple(range(1, 13))
    rice = {"product": "gạo ST25", "certificates": (), "lead_time_days": 7, "months": (10, 11, 12)}
    asked = {"product": "gạo ST25", "required_certificates": (Certificate("ATTP"),)}
    away = match(offer(**rice), demand(months=always, place=FAR, **asked)).missing.facts
    assert away["in_time"]
    assert 11 not in away.get("missed", [])
    once = match(offer(**rice), demand(months=(11, 12), place=FAR, **asked)).missing.facts
    assert once["missed"] == [11]


def test_a_paper_that_lapses_after_the_deadline_holds_for_the_delivery(one, offer, demand):
    lapsing = offer(months=(12, 1), certificates=(Certificate("ATTP", date(2027, 1, 22)),))
    for last in (date(2027, 1, 15), None):  # in a field, or in words alone
        due = demand(months=(12, 1), per="total", deliver_to=last, doubts=(DUE,))
        assert one("requirements", lapsing, due).code == "papers_complete"
    assert one("requirements", lapsing, demand(months=(12, 1))).code == "papers_lapse"


def test_months_of_a_running_season_that_are_over_wait_also_where_this_month_is_not_served(
    one, offer, demand
):
    wanted = demand(months=(6, 7, 8, 9, 10, 11, 12))
    said = one("season", offer(months=(6, 7, 8, 9, 12)), wanted).facts
    assert (said["common"], said["over"]) == ([12, 6, 7, 8, 9], [6, 7, 8, 9])
    assert "over" not in one("season", offer(months=(6, 7)), wanted).facts  # all of the next season


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


@pytest.mark.parametrize(
    ("months", "lead", "place", "score", "lost"),
    [
        ((11, 12, 1), 7, FAR, 2 / 3, [11]),  # ready on the 28th, three days on the way
        ((11, 12), 7, FAR, 1 / 2, [11]),
        ((11,), 8, FAR, 0.0, [11]),
        ((11, 12), 0, FAR, 1.0, None),  # ten days left
        ((12, 1), 7, FAR, 1.0, None),
        (tuple(range(1, 13)), 7, FAR, 1.0, None),  # all year: this month is wanted next year, too
    ],
)
def test_a_month_that_is_over_before_the_goods_are_there_does_not_count(
    one, offer, demand, months, lead, place, score, lost
):
    rice = offer(product="gạo ST25", months=tuple(range(1, 13)), lead_time_days=lead)
    said = one("season", rice, demand(product="gạo ST25", months=months, place=place))
    assert (round(said.score, 6), said.facts.get("too_late"), said.vetoes) == (round(score, 6), lost, [])
    assert said.code == ("season_part" if lost else "season_all")


def test_a_month_counts_where_the_way_is_short_or_nobody_knows_it(one, offer, demand):
    rice = offer(product="gạo ST25", months=(11, 12), lead_time_days=7)
    for place in (demand().place, Place(text="ở đâu đó")):
        said = one("season", rice, demand(product="gạo ST25", months=(11, 12), place=place))
        assert (said.score, "too_late" in said.facts) == (1.0, False)


@pytest.mark.parametrize(
    ("lead", "wanted", "late"),
    [
        (45, {"months": (12, 1), "deliver_from": date(2026, 12, 10), "deliver_to": date(2027, 1, 4)}, 1),
        (45, {"months": (12,)}, 5),
        (70, {"months": (12, 1), "deliver_to": date(2027, 1, 20)}, 10),
        (5, {"months": (11,), "deliver_to": date(2026, 11, 23)}, 3),
    ],
)
def test_goods_in_supply_that_are_not_ready_in_time_say_so(one, offer, demand, lead, wanted, late):
    rice = offer(product="gạo ST25", months=tuple(range(1, 13)), lead_time_days=lead, shelf_life_days=365)
    said = one("season", rice, demand(product="gạo ST25", **wanted))
    assert said.vetoes == ["wrong_season"]
    assert (said.facts["lead_misses"], said.facts["lead_time_days"]) == (late, lead)
    assert not {"stored", "left_over", "kept_until"} & set(said.facts)


def test_goods_out_of_season_do_not_miss_it_for_their_lead_time(one, offer, demand):
    said = one("season", offer(months=(6, 7), lead_time_days=45), demand(months=(12,))).facts
    assert "lead_misses" not in said
    ready = one("season", offer(months=(12, 1), lead_time_days=45), demand(months=(12, 1)))
    assert (ready.vetoes, "lead_misses" in ready.facts) == ([], False)


def test_the_day_to_agree_by_is_told_where_the_demand_stands_longer(one, offer, demand):
    made = offer(product="Khăn lanh", unit="chiếc", months=tuple(range(1, 13)), lead_time_days=30)
    dates = {"deliver_from": date(2027, 1, 10), "deliver_to": date(2027, 3, 31)}
    wanted = {"product": "Khăn lanh", "unit": "chiếc", "months": (), **dates}
    said = one("season", made, demand(**wanted, valid_until=date(2027, 1, 5)))
    assert (said.facts["agreed_by"], said.facts["first_wanted"]) == ("2026-12-11", "2027-01-10")
    told = sentence(said.code, said.facts, "vi")
    assert "Muốn giao từ 10/01/2027 phải chốt chậm nhất 11/12/2026" in told
    assert "For delivery from 10 Jan 2027 agree by 11 Dec 2026" in sentence(said.code, said.facts, "en")
    assert "dù nhu cầu đến 05/01/2027 mới hết hiệu lực" in told
    assert told.count("phải chốt") == 1
    line = headline({"reasons": [{"criterion": "season", "code": said.code, "facts": said.facts}]}, "vi")
    assert "phải chốt chậm nhất 11/12/2026 để giao từ 10/01/2027" in line
    sooner = one(
        "season", replace(made, valid_until=date(2026, 12, 1)), demand(**wanted, valid_until=date(2027, 1, 5))
    )
    told = sentence(sooner.code, sooner.facts, "vi")
    assert "phải chốt chậm nhất 01/12/2026" in told
    assert "uốn giao từ" not in told
    soon = one("season", made, demand(**wanted, valid_until=date(2026, 12, 10)))
    assert "agreed_by" not in soon.facts
    later = offer(product="Khăn lanh", unit="chiếc", months=(2, 3), lead_time_days=30)
    assert "agreed_by" not in one("season", later, demand(**wanted, valid_until=date(2027, 1, 5))).facts


@pytest.mark.parametrize(
    ("until", "by"),
    [(date(2026, 12, 25), "2026-12-21"), (date(2026, 12, 31), "2026-12-21"), (date(2026, 12, 20), None)],
)
def test_the_day_by_which_the_first_month_can_still_be_served_binds(one, offer, demand, until, by):
    made = offer(product="Khăn lanh", unit="chiếc", months=tuple(range(1, 13)), lead_time_days=10)
    asked = demand(product="Khăn lanh", unit="chiếc", months=(12, 1, 2), valid_until=until)
    said = one("season", made, asked)
    assert said.facts.get("agreed_by") == by
    line = headline({"reasons": [{"criterion": "season", "code": said.code, "facts": said.facts}]}, "vi")
    if by:
        told = sentence(said.code, said.facts, "vi")
        assert "Muốn giao kịp T12 phải chốt chậm nhất 21/12/2026" in told
        assert told.count("chậm nhất") == 1
        assert "phải chốt chậm nhất 21/12/2026 để giao kịp T12" in line
        assert "For delivery in Dec agree by 21 Dec 2026" in sentence(said.code, said.facts, "en")
    else:
        assert "phải chốt chậm nhất 20/12/2026" in line
    assert "agreed_by" not in one("season", replace(made, lead_time_days=None), asked).facts
    assert "agreed_by" not in one("season", made, replace(asked, valid_until=date(2027, 6, 1))).facts


@pytest.mark.parametrize(
    ("first", "months", "told"),
    [
        (date(2026, 9, 1), (9, 10, 11, 12, 1, 2), [9, 10, 11, 12, 1, 2]),
        (date(2026, 9, 10), (), [9, 10, 11, 12, 1, 2]),
        (date(2026, 9, 1), (11, 12, 1, 2), [11, 12, 1, 2]),  # the months named go before
        (date(2026, 12, 1), (12, 1, 2), [12, 1, 2]),
    ],
)
def test_a_season_with_days_keeps_the_months_gone_by(first, months, told):
    season = Offer("o", "gạo", months=months, deliver_from=first, deliver_to=date(2027, 2, 28))
    horizon = Horizon(date(2026, 11, 27))
    ahead = [month for month in told if month not in (9, 10)]
    assert since_it_began(season, horizon, ahead) == told
