from dataclasses import replace
from datetime import date

import pytest

from matchmaker.services.reference import scoring_context
from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.summary import headline
from scoring.criteria.season import after_harvest, over
from scoring.horizon import Horizon
from scoring.records import Certificate, Doubt


def test_all_months_wanted_in_supply_give_the_full_score(one, offer, demand):
    said = one("season", offer(months=(5, 6, 7)), demand(months=(6, 7)))
    assert (said.score, said.code, said.vetoes) == (1.0, "season_all", [])


def test_the_score_is_the_share_of_months_wanted(one, offer, demand):
    said = one("season", offer(months=(6,)), demand(months=(6, 7)))
    assert (said.score, said.code, said.facts["common"]) == (0.5, "season_part", [6])


def test_no_common_month_is_out_of_season(one, offer, demand):
    said = one("season", offer(months=(9, 10)), demand(months=(6, 7)))
    assert (said.score, said.vetoes) == (0.0, ["wrong_season"])


def test_months_may_wrap_round_the_year(one, offer, demand):
    said = one("season", offer(months=(11, 12, 1, 2)), demand(months=(12, 1)))
    assert said.facts["common"] == [12, 1]
    assert said.score == 1.0


def test_fresh_goods_without_months_follow_their_harvest_and_say_so(one, offer, demand):
    said = one("season", offer(months=()), demand(months=(6, 8)))
    assert said.score == 0.5
    assert said.facts["calendar"] is True


def test_stored_goods_without_months_follow_the_months_of_sale(one, offer, demand):
    said = one("season", offer(product="gạo ST25", months=()), demand(product="gạo ST25", months=(2, 3)))
    assert (said.score, said.vetoes) == (1.0, [])


def test_a_season_written_but_not_understood_is_never_replaced_by_the_calendar(one, offer, demand, profile):
    said = one("season", offer(months=(), season_text="khi nào chín thì bán"), demand(months=(1,)))
    assert (said.code, said.vetoes) == ("season_unknown", [])
    assert said.score == profile.neutral("season")


def test_stated_months_are_final_whatever_the_calendar_says_and_are_flagged(one, offer, demand):
    said = one("season", offer(months=(12,)), demand(months=(12,)))
    assert said.vetoes == []
    assert said.facts["off_season"] == [12]


@pytest.mark.parametrize(
    ("key", "stored", "off"),
    [
        ("taro_so", (1, 2), (5,)),  # "khoai sọ" keeps 90 days after December, and not until May
        ("taro", (1,), (5,)),
        ("ginger", (4, 5), (8,)),
        ("turmeric", (4,), (9,)),
        ("onion", (5, 6), (12,)),
        ("garlic", (8, 12), ()),  # months of sale
        ("pomelo_nam_roi", (), (5,)),
        ("lychee", (), (12,)),
    ],
)
def test_months_in_which_goods_of_the_harvest_are_still_sold_are_not_off_season(key, stored, off):
    lexicon = scoring_context(date(2026, 11, 27)).lexicon
    kind = next(each for each in lexicon.kinds if each.key == key)
    assert not set(kind.harvest_months).intersection((*off, *(() if kind.storable else stored)))
    assert [month for month in (*stored, *off) if after_harvest(kind, month)] == list(stored)


def test_goods_kept_after_the_harvest_are_told_as_such():
    facts = {"offered": [12, 1], "wanted": [12, 1], "common": [12, 1], "after_harvest": [1], "off_season": []}
    told = sentence("season_all", facts, "vi")
    assert "Theo bảng sản phẩm T1 là hàng trữ sau thu hoạch" in told
    assert "trái vụ" not in told
    assert "goods sold in Jan are kept since the harvest" in sentence("season_all", facts, "en")


def test_a_demand_without_months_is_open(one, offer, demand):
    assert one("season", offer(), demand(months=())).code == "season_open"


def test_dates_that_do_not_meet_within_a_month_are_out_of_season(one, offer, demand):
    said = one(
        "season",
        offer(deliver_from=date(2027, 6, 20), deliver_to=date(2027, 6, 30)),
        demand(deliver_from=date(2027, 6, 1), deliver_to=date(2027, 6, 10)),
    )
    assert said.vetoes == ["wrong_season"]


def test_a_delivery_that_has_passed_is_out_of_season(one, offer, demand):
    gone = offer(months=(), deliver_from=date(2026, 6, 1), deliver_to=date(2026, 7, 1))
    assert one("season", gone, demand(months=())).vetoes == ["wrong_season"]


def test_an_offer_whose_validity_has_lapsed_is_flagged_and_not_refused(one, offer, demand):
    said = one("season", offer(valid_until=date(2026, 11, 1)), demand())
    assert said.vetoes == []
    assert said.facts["lapsed"] == "2026-11-01"


def test_the_month_that_still_runs_counts(one, offer, demand):
    assert one("season", offer(months=(11,)), demand(months=(11,))).score == 1.0


def test_what_is_not_ready_yet_cannot_be_delivered(one, offer, demand):
    slow = offer(months=(11, 12, 6), lead_time_days=45)
    assert one("season", slow, demand(months=(12,))).vetoes == ["wrong_season"]
    said = one("season", slow, demand(months=(12, 6)))
    assert (said.code, said.facts["common"]) == ("season_part", [6])
    assert (said.facts["ready_on"], said.facts["lead_time_days"]) == ("2027-01-05", 45)


def test_a_short_lead_time_within_the_month_loses_nothing(one, offer, demand):
    said = one("season", offer(months=(11,), lead_time_days=5), demand(months=(11,)))
    assert (said.code, "ready_on" in said.facts) == ("season_all", False)


def test_a_season_that_could_not_be_read_is_told(one, offer, demand):
    said = one("season", offer(months=(), season_text="tháng 13"), demand())
    assert (said.code, said.facts["offered_unread"]) == ("season_unknown", "tháng 13")
    assert one("season", offer(), demand(months=(), season_text="??")).facts["wanted_unread"] == "??"


def test_months_that_a_paper_no_longer_covers_do_not_count(one, offer, demand):
    held = offer(certificates=(Certificate("ATTP", date(2027, 7, 15)),))
    said = one("season", held, demand(months=(6, 7)))
    assert (said.score, said.code, said.vetoes) == (0.5, "season_part", [])
    assert (said.facts["common"], said.facts["barred"]) == ([6], [7])


def test_a_vetoed_paper_leaves_the_months_as_if_it_were_there(one, offer, demand):
    said = one("season", offer(certificates=()), demand(months=(6, 7)))
    assert (said.score, said.facts["barred"]) == (1.0, [])


def test_months_without_a_valid_paper_are_not_blamed_on_the_market(one, offer, demand):
    papers = (Certificate("ATTP", date(2027, 6, 30)),)
    wanted = demand(required_certificates=(Certificate("ATTP"),), months=(6, 7))
    told = one("season", offer(months=(6, 7), certificates=papers), wanted).facts
    assert (told["barred"], told["barred_by_market"]) == ([7], False)


def test_days_of_a_season_are_not_told_as_whole_months(one, offer, demand):
    said = one("season", offer(months=(6, 7), season_text="10/6 - 15/7"), demand(months=(6, 7)))
    assert said.code == "season_all"
    assert said.facts["lacks"] == [["before", 6, 10], ["after", 7, 15]]
    assert said.facts["season_said"] == "10/6 - 15/7"
    assert "lacks" not in one("season", offer(months=(6, 7)), demand(months=(6, 7))).facts


def test_dates_within_a_month_are_told_as_well(one, offer, demand):
    dated = offer(months=(), deliver_from=date(2027, 6, 10), deliver_to=date(2027, 7, 30))
    assert one("season", dated, demand(months=(6, 7))).facts["lacks"] == [["before", 6, 10]]


def test_what_is_left_of_the_current_month_is_told(one, offer, demand):
    said = one("season", offer(months=(11, 12)), demand(months=(11, 12)))  # today is the 21st of November
    assert said.facts["days_left"] == 10
    assert "days_left" not in one("season", offer(months=(12,)), demand(months=(11, 12))).facts
    long = tuple(month for month in range(1, 13) if month != 10)
    assert one("season", offer(months=long), demand(months=long)).facts["days_left"] == 10
    whole = tuple(range(1, 13))
    assert "days_left" not in one("season", offer(months=whole), demand(months=whole)).facts


def test_the_harvest_of_goods_that_keep_is_told_as_such(one, offer, demand):
    rice = offer(product="gạo ST25", months=(10, 11), season_text="thu hoạch tháng 10-11")
    assert one("season", rice, demand(product="gạo ST25", months=(10,))).facts["harvest_said"]
    always = tuple(range(1, 13))
    sold = offer(product="gạo ST25", months=always, remarks="5 tấn/tháng, bán quanh năm")
    assert "harvest_said" not in one("season", sold, demand(product="gạo ST25", months=always)).facts


OPEN = {"months": (11, 12), "doubts": (Doubt("months", "open_end"),)}


def test_goods_that_keep_are_delivered_beyond_the_one_month_that_is_named(one, offer, demand):
    said = one("season", offer(product="gạo ST25", **OPEN), demand(product="gạo ST25", months=(12, 1, 2)))
    assert (said.score, said.vetoes) == (1.0, [])
    told = (said.facts["open_side"], said.facts["open_month"], said.facts["open_by_harvest"])
    assert told == ("end", 11, False)


def test_months_before_the_one_that_is_named_are_not_taken_as_served(one, offer, demand):
    opens = {"months": (8, 9, 10, 11, 12), "doubts": (Doubt("months", "open_end"),)}
    goods = offer(product="gạo ST25", **opens)
    whole = one("season", goods, demand(product="gạo ST25", months=tuple(range(1, 13))))
    assert whole.facts["unsure"] == [1, 2, 3, 4, 5, 6, 7]
    assert whole.score == pytest.approx((5 + 7 / 2) / 12)
    told = sentence(whole.code, whole.facts, "vi")
    assert "giao được T8–T12 (5 trong 12 tháng cần); T1–T7 chưa rõ" in told
    assert "not known for Jan–Jul" in sentence(whole.code, whole.facts, "en")
    line = headline({"reasons": [{"criterion": "season", "code": whole.code, "facts": whole.facts}]}, "vi")
    assert line.startswith("Giao 5/12 tháng (T1–T7 chưa rõ)")
    sure = one("season", goods, demand(product="gạo ST25", months=(11, 12)))
    assert (sure.score, "unsure" in sure.facts) == (1.0, False)


def test_a_buyer_who_names_one_end_is_asked_for_the_other(one, offer, demand):
    assert one("season", offer(), demand(**OPEN)).facts["wanted_from"] == 11
    begins = Doubt("months", "begins", {"words": "từ 15/11", "day": "2027-11-15", "no_end": True})
    ahead = {**OPEN, "deliver_from": date(2027, 11, 15), "doubts": (*OPEN["doubts"], begins)}
    row = one("season", offer(), demand(**ahead))
    assert row.facts["wanted_from"] == 11
    assert "bên mua cần từ 15/11/2027" in sentence("wrong_season", row.facts, "vi")
    assert "wanted_from" not in one("season", offer(), demand(months=(11, 12))).facts


def test_months_of_the_running_season_that_are_over_are_told(one, offer, demand):
    said = one("season", offer(months=(9, 10, 11)), demand(months=(10, 11, 12)))
    assert said.facts["over"] == [10]
    assert said.score == pytest.approx(2 / 3)  # the score is of the months alone
    assert "over" not in one("season", offer(months=(10, 11)), demand(months=(12, 10))).facts
    everything = tuple(range(1, 13))
    assert "over" not in one("season", offer(months=everything), demand(months=everything)).facts
    kept = one("season", offer(product="gạo ST25", months=(10, 11)), demand(product="gạo", months=(10, 11)))
    assert kept.facts["over"] == [10]
    stock = one("season", offer(product="gạo ST25", months=(10, 11)), demand(product="gạo", months=()))
    assert "over" not in stock.facts


def test_in_the_last_days_of_a_season_its_months_are_those_of_the_next(pairs, offer, demand):
    wanted, months = tuple(range(5, 12)), tuple(range(4, 12))
    one = pairs([offer(months=months)], [demand(months=wanted)])
    late = replace(one.context, horizon=Horizon(date(2026, 11, 27)))
    soon = replace(one.context, horizon=Horizon(date(2026, 11, 20)))
    assert over(replace(one, context=late), 0) == []
    assert over(replace(one, context=soon), 0) == [5, 6, 7, 8, 9, 10]


def test_months_of_the_need_that_are_over_are_told_of_an_open_season_too(one, offer, demand):
    open_end = (Doubt("months", "open_end"),)
    garlic = offer(product="gạo ST25", months=tuple(range(4, 13)), doubts=open_end)
    said = one("season", garlic, demand(product="gạo ST25", months=tuple(range(3, 13))))
    assert (said.facts["next_year"], said.facts["year"]) == (list(range(3, 11)), 2027)


def test_the_days_left_are_told_of_a_season_that_ends_with_this_month(one, offer, demand):
    assert one("season", offer(months=(10, 11)), demand(months=())).facts["days_left"] == 10
    assert "days_left" not in one("season", offer(months=(11, 12)), demand(months=())).facts


def test_until_when_both_records_stand_is_told_where_deliveries_come_after(one, offer, demand):
    wanted = demand(months=(5, 6), valid_until=date(2027, 1, 10))
    said = one("season", offer(valid_until=date(2027, 6, 15)), wanted).facts
    assert (said["stands_until"], said["demand_stands_until"]) == ("2027-06-15", "2027-01-10")
    assert said["stands_shortly"] is True
    later = one("season", offer(valid_until=date(2027, 6, 15)), demand(months=(5, 6))).facts
    assert "stands_shortly" not in later
    whole = one("season", offer(valid_until=date(2027, 6, 30)), demand(months=(6,))).facts
    assert "stands_until" not in whole
    gone = one("season", offer(), demand(valid_until=date(2026, 11, 20))).facts
    assert gone["demand_lapsed"] == "2026-11-20"


def test_the_harvest_of_goods_that_keep_is_not_the_season_of_their_sale(one, offer, demand):
    harvested = {"months": (5, 6), "season_text": "thu hoạch tháng 5-6"}
    rice = offer(product="gạo ST25", shelf_life_days=365, **harvested)
    said = one("season", rice, demand(product="gạo ST25", months=(12, 1)))
    assert (said.vetoes, said.score, said.facts["harvested"]) == ([], 1.0, [5, 6])
    fresh = one("season", offer(months=(5, 6), season_text="thu hoạch tháng 5-6"), demand(months=(12,)))
    assert fresh.vetoes == ["wrong_season"]


def test_the_next_month_of_supply_is_told_where_the_buyer_names_none(one, offer, demand):
    assert one("season", offer(months=(6, 7)), demand(months=())).facts["from_month"] == 6
    assert "from_month" not in one("season", offer(months=(11, 12)), demand(months=())).facts
    assert "from_month" not in one("season", offer(months=(6, 7)), demand(months=(6,))).facts


def test_a_season_half_over_leaves_open_what_is_left_of_a_whole_amount(one, offer, demand):
    whole = {"quantity": 30, "per": "season"}
    sold = one("season", offer(months=(9, 10, 11, 12), **whole), demand(months=(12,)))
    assert sold.facts["sold_since"] == 9
    assert "sold_since" not in one("season", offer(months=(11, 12), **whole), demand(months=(12,))).facts
    mostly = one("season", offer(months=(10, 11, 12), **whole), demand(months=(12,)))
    assert mostly.facts["sold_since"] == 10  # 51 days of 90 are gone
    later = one("season", offer(months=(9, 10, 11, 12), **whole), demand(months=(9, 10))).facts
    assert "sold_since" not in later  # of the next season
    assert (
        "sold_since" not in one("season", offer(months=(9, 10, 11), per="month"), demand(months=(11,))).facts
    )


def test_a_paper_that_lapses_counts_though_another_is_missing(one, offer, demand):
    held = (Certificate("QR", date(2027, 6, 30)),)
    wanted = demand(months=(6, 7), required_certificates=(Certificate("QR"), Certificate("VIETGAP")))
    said = one("season", offer(certificates=held), wanted)
    assert (said.facts["common"], said.facts["barred"], said.facts["if_papers"]) == ([6], [7], True)
    assert said.score == 0.5


@pytest.mark.parametrize(
    ("sold", "wanted", "form"),
    [
        ("Mực khô", "Mực tươi", True),
        ("muc kho", "muc tuoi", True),
        ("Mực tươi", "Mực khô", True),
        ("Mực tươi", "Mực tươi", False),
    ],
)
def test_papers_are_not_waited_for_where_the_form_is_another(one, offer, demand, sold, wanted, form):
    asks = demand(product=wanted, months=(6, 7), required_certificates=(Certificate("VIETGAP"),))
    facts = one("season", offer(product=sold, months=(5, 6, 7)), asks).facts
    assert (facts.get("other_form", False), facts.get("if_papers", False)) == (form, not form)


def test_a_time_of_the_most_alone_is_told_and_is_no_season(one, offer, demand):
    peak = (Doubt("months", "peak_only", {"words": "rộ nhất T7–11", "months": [7, 8, 9, 10, 11]}),)
    said = one("season", offer(months=(), season_text="rộ nhất T7–11", doubts=peak), demand())
    assert (said.code, said.facts["peak_said"]) == ("season_unknown", "rộ nhất T7–11")
    assert "offered_unread" not in said.facts


@pytest.mark.parametrize(("days", "off"), [(270.0, []), (10.0, [12])])
def test_goods_that_keep_for_months_are_never_off_season(one, offer, demand, days, off):
    said = one("season", offer(months=(6, 12), shelf_life_days=days), demand(months=(6, 12)))
    assert said.facts["off_season"] == off
