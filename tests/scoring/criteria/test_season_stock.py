from datetime import date

import pytest

from matchmaker.wording.reasons import sentence
from scoring.records import Certificate

RICE = {"product": "gạo ST25", "shelf_life_days": 365}


def test_goods_are_set_aside_for_months_after_their_supply_and_never_before_it(one, offer, demand):
    said = one("season", offer(months=(1, 2), **RICE), demand(product="gạo ST25", months=(12, 1, 3))).facts
    assert (said["stored"], said["sooner"]) == (True, [12])
    assert said["left_over"] == [12]  # of the last February's, ten months old


@pytest.mark.parametrize(
    ("papers", "held", "kept"),
    [
        (("ATTP",), (), [12, 1]),  # 15 days from 21 November on
        (("ATTP", "VIETGAP"), (), []),  # 90 days
        (("ATTP", "VIETGAP"), (Certificate("VIETGAP"),), [11, 12, 1]),
        (("ATTP",), (Certificate("ATTP", date(2026, 11, 1)),), [12, 1]),  # lapsed
        (("QR",), (), [11, 12, 1]),  # nobody knows how long it takes
        ((), (), [11, 12, 1]),
    ],
)
def test_what_is_left_of_the_last_season_waits_for_the_papers(one, offer, demand, papers, held, kept):
    rice = offer(months=(2, 3), certificates=held, **RICE)
    asked = tuple(Certificate(code) for code in papers)
    wanted = demand(product="gạo ST25", months=(11, 12, 1, 2), required_certificates=asked)
    said = one("season", rice, wanted)
    assert (said.facts.get("left_over", []), said.facts["sooner"]) == (kept, [11, 12, 1])
    told = sentence(said.code, said.facts, "vi")
    assert ("T11 phải tìm nguồn khác" in told) == (kept == [12, 1])


def test_what_is_left_of_the_last_season_must_still_keep(one, offer, demand):
    short = offer(product="gạo ST25", months=(1,), shelf_life_days=180)
    said = one("season", short, demand(product="gạo ST25", months=(12, 1))).facts
    assert (said["sooner"], "left_over" in said, "stored" in said) == ([12], False, False)


def test_a_season_gone_by_leaves_what_is_in_store_and_nothing_to_set_aside(one, offer, demand):
    said = one("season", offer(months=(5, 6), **RICE), demand(product="gạo ST25", months=(12, 1)))
    assert said.vetoes == ["wrong_season"]
    assert (said.facts["left_over"], "stored" in said.facts) == ([12, 1], False)
    fresh = one("season", offer(months=(5, 6)), demand(months=(12, 1))).facts
    assert "left_over" not in fresh


def test_until_when_goods_keep_is_counted_from_the_last_supply_and_with_the_life_wanted(one, offer, demand):
    rice = {"product": "gạo ST25", "months": (5, 6), "shelf_life_days": 240}
    said = one("season", offer(**rice), demand(product="gạo ST25", months=(12, 1, 2))).facts
    assert (said["kept_since"], said["kept_until"]) == (6, "2027-02-25")
    assert said["left_over"] == [12, 1, 2]
    fussy = demand(product="gạo ST25", months=(12, 1, 2), min_remaining_days=60)
    short = one("season", offer(**rice), fussy).facts
    assert (short["kept_until"], short["left_over"], short["kept_left"]) == ("2026-12-27", [12], 60)


def test_goods_sold_on_after_their_harvest_are_there_then(one, offer, demand):
    wanted = demand(product="gạo ST25", months=(3, 4))
    for words in ("gặt xong cất kho bán dần", "bán quanh năm", "Available all year"):
        said = one("season", offer(months=(9,), remarks=words, **RICE), wanted)
        assert (said.vetoes, said.facts["harvested"]) == ([], [9])
    kept = one("season", offer(months=(9,), remarks="giá bán quanh năm không đổi", **RICE), wanted)
    assert kept.vetoes == ["wrong_season"]
    fresh = one("season", offer(months=(9,), remarks="bán quanh năm"), demand(months=(3,)))
    assert fresh.vetoes == ["wrong_season"]


def test_a_harvest_too_old_for_a_month_wanted_is_told(one, offer, demand):
    rice = offer(product="gạo ST25", season_text="thu hoạch tháng 9", months=(9,), shelf_life_days=180)
    said = one("season", rice, demand(product="gạo ST25", months=(2, 3, 4), min_remaining_days=30)).facts
    assert (said["stale"], said["kept_until"]) == ([3, 4], "2027-02-27")
    good = one("season", rice, demand(product="gạo ST25", months=(1, 2))).facts
    assert "stale" not in good


def test_of_goods_that_keep_for_good_no_day_is_told(one, offer, demand):
    cloth = offer(product="gạo ST25", months=(3,), shelf_life_days=3650)
    said = one("season", cloth, demand(product="gạo ST25", months=(12,))).facts
    assert (said["left_over"], "kept_until" in said) == ([12], False)


def test_a_month_that_only_the_lead_time_closes_is_not_called_lacking(one, offer, demand):
    rice = offer(months=(10, 11, 12, 1), lead_time_days=12, **RICE)
    said = one("season", rice, demand(product="gạo ST25", months=(11, 12, 1))).facts
    assert (said["unready"], said.get("sooner"), said.get("left_over")) == ([11], None, None)
    for until, again in ((None, True), (date(2027, 12, 31), True), (date(2027, 3, 31), None)):
        wanted = demand(product="gạo ST25", months=(11, 12, 1), valid_until=until)
        assert one("season", rice, wanted).facts.get("unready_again") is again
    later = offer(months=(10, 12, 1), **RICE)
    ready = one("season", later, demand(product="gạo ST25", months=(11, 12))).facts
    assert (ready.get("unready"), ready["sooner"], ready["left_over"]) == (None, [11], [11])


def test_goods_of_a_store_need_the_papers_too(one, offer, demand):
    wanted = demand(product="gạo ST25", months=(12, 1, 2, 3), required_certificates=(Certificate("ATTP"),))
    held = (Certificate("ATTP", date(2027, 1, 15)),)
    said = one("season", offer(months=(12, 1), certificates=held, **RICE), wanted).facts
    assert (said["barred"], said["stored_for"], said["stored_barred"]) == ([1], [2, 3], [2, 3])
    longer = (Certificate("ATTP", date(2028, 1, 15)),)
    said = one("season", offer(months=(12, 1), certificates=longer, **RICE), wanted).facts
    assert (said["barred"], "stored_barred" in said) == ([], False)


def test_a_month_of_which_stored_goods_serve_a_few_days_is_not_among_those_they_serve(one, offer, demand):
    wanted = demand(product="gạo ST25", months=tuple(range(1, 13)), min_remaining_days=245)
    said = one("season", offer(product="gạo ST25", months=(4, 5), shelf_life_days=365), wanted).facts
    assert said["stored_for"] == [6, 7, 8, 9]  # until 28 September
    assert said["kept_until"] == "2027-09-28"


def test_goods_of_last_season_that_are_past_their_life_today_serve_no_month_that_runs(one, offer, demand):
    year = tuple(range(1, 13))
    for remaining, left in ((200, [11]), (320, None)):  # 365 days from 30 September
        wanted = demand(product="gạo ST25", months=year, min_remaining_days=remaining)
        said = one("season", offer(product="gạo ST25", months=(8, 9), shelf_life_days=365), wanted).facts
        assert [month for month in said.get("left_over") or () if month == 11] == (left or [])


RICE_OF_SEPTEMBER = {"product": "gạo ST25", "months": (9,), "per": "season", "shelf_life_days": 180}


@pytest.mark.parametrize(("share", "left_over"), [(0.7, None), (0.6, [11]), (None, [11, 12])])
def test_goods_of_the_last_season_that_are_too_old_by_now_are_not_offered(
    one, offer, demand, share, left_over
):
    asked = demand(product="gạo ST25", months=(9, 11, 12), min_remaining_share=share)
    late = offer(**RICE_OF_SEPTEMBER, lead_time_days=6)  # ready on 27/11, and good until 23/11 with 70 %
    said = one("season", late, asked)
    assert said.facts.get("left_over") == left_over
    if left_over is None:
        assert "vụ trước" not in sentence(said.code, said.facts, "vi")
        assert "phải tìm nguồn khác" in sentence(said.code, said.facts, "vi")


def test_a_refusal_tells_the_day_until_which_they_would_have_been_good(one, match, offer, demand):
    asked = demand(product="gạo ST25", months=(11,), min_remaining_share=0.7)
    late = offer(**RICE_OF_SEPTEMBER, lead_time_days=6)
    said = one("season", late, asked)
    assert (said.vetoes, said.facts["kept_over"]) == (["wrong_season"], True)
    assert "chỉ giao được đến 23/11/2026, nay không kịp" in sentence(said.code, said.facts, "vi")
    assert "could go until 23 Nov 2026, which is too soon" in sentence(said.code, said.facts, "en")
    assert match(late, asked).missing is None


@pytest.mark.parametrize(
    ("season", "wanted", "stale", "score"),
    [
        ("thu hoạch tháng 10-12", tuple(range(1, 13)), [5, 6, 7, 8, 9], (7 + 2.5) / 12),
        ("gặt T10-T12", (3, 4, 5, 6), [5, 6], 3 / 4),
        ("harvest in October to December", (4, 5), [5], 3 / 4),
        ("thu hoạch tháng 10-12", (1, 2), None, 1.0),
    ],
)
def test_a_month_for_which_the_harvest_is_too_old_counts_half(
    one, offer, demand, season, wanted, stale, score
):
    # 365 days, of which 245 are wanted: what is gathered in December goes until the end of April.
    rice = offer(product="gạo ST25", months=(10, 11, 12), season_text=season, shelf_life_days=365)
    said = one("season", rice, demand(product="gạo ST25", months=wanted, min_remaining_days=245))
    assert (said.facts.get("stale"), round(said.score, 6)) == (stale, round(score, 6))
