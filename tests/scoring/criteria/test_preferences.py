from datetime import date

import pytest

from scoring.records import Certificate


def test_more_preferred_papers_score_more(one, offer, demand):
    wanted = demand(preferred_certificates=(Certificate("QR"), Certificate("GI")))
    held = [(), (Certificate("QR"),), (Certificate("QR"), Certificate("GI"))]
    said = [one("preferences", offer(certificates=papers), wanted) for papers in held]
    assert [each.code for each in said] == ["preferred_none", "preferred_some", "preferred_all"]
    assert said[0].score < said[1].score < said[2].score
    assert said[1].facts["lack"] == ["GI"]


def test_a_preferred_paper_that_lapses_midway_counts_for_the_months_before(one, offer, demand):
    wanted = demand(preferred_certificates=(Certificate("QR"),))
    said = one("preferences", offer(certificates=(Certificate("QR", date(2027, 7, 1)),)), wanted)
    assert said.code == "preferred_some"
    assert said.facts["lapsing"] == [{"code": "QR", "expires": "2027-07-01", "covers": [6], "months": [6, 7]}]
    assert said.score == one("preferences", offer(certificates=(Certificate("QR"),)), wanted).score / 2


def test_a_lapsed_paper_is_told_with_its_day_and_does_not_count(one, offer, demand):
    wanted = demand(preferred_certificates=(Certificate("QR"),))
    said = one("preferences", offer(certificates=(Certificate("QR", date(2026, 12, 31)),)), wanted)
    assert (said.code, said.score) == ("preferred_none", 0)
    assert said.facts["lapsing"] == [{"code": "QR", "expires": "2026-12-31", "covers": [], "months": [6, 7]}]


def test_stars_preferred_are_not_met_by_fewer(one, offer, demand):
    wanted = demand(preferred_certificates=(Certificate("OCOP", None, 4),))
    three, four = (offer(certificates=(Certificate("OCOP", None, stars),)) for stars in (3, 4))
    assert one("preferences", four, wanted).code == "preferred_all"
    said = one("preferences", three, wanted)
    assert (said.code, said.facts["preferred_stars"], said.facts["held_stars"]) == ("preferred_none", 4, 3)


def test_stars_are_a_plus_where_nothing_is_preferred(one, offer, demand):
    scores = [one("preferences", offer(ocop_stars=stars), demand()).score for stars in (0, 3, 4, 5)]
    assert scores == [0, 0.6, 0.8, 1.0]


def test_lapsed_stars_do_not_count(one, offer, demand):
    lapsed = offer(ocop_stars=5, ocop_expiry=date(2026, 12, 31))
    assert one("preferences", lapsed, demand()).code == "plain"


def test_stars_that_lapse_are_told_with_their_last_day(one, offer, demand):
    told = one("preferences", offer(ocop_stars=3, ocop_expiry=date(2027, 6, 10)), demand()).facts
    assert (told["stars_lapsing"], told["stars_until"]) == (3, "2027-06-10")
    assert "stars_until" not in one("preferences", offer(ocop_stars=3), demand()).facts


def test_a_paper_without_a_last_day_is_held_also_where_no_month_is_left_to_deliver_in(one, offer, demand):
    past = {"deliver_to": date(2026, 11, 1)}
    papers = (Certificate("QR"),)
    wanted = demand(preferred_certificates=papers, required_certificates=papers, **past)
    held = offer(certificates=papers, **past)
    said = one("preferences", held, wanted)
    assert (said.code, said.facts["have"], said.facts["lapsing"]) == ("preferred_all", ["QR"], [])
    required = one("requirements", held, wanted)
    assert (required.code, required.facts["held"][0]["code"]) == ("papers_complete", "QR")
    assert required.score == 1


def test_stars_and_an_indication_that_are_asked_for_are_told_so(one, offer, demand):
    wanted = demand(min_ocop_stars=4, required_certificates=(Certificate("GI"),))
    told = one("preferences", offer(ocop_stars=4), wanted).facts
    assert (told["asked_stars"], told["asked_origin"]) == (4, True)
    told = one("preferences", offer(), demand(required_certificates=(Certificate("OCOP"),))).facts
    assert (told["asked_stars"], told["asked_origin"]) == (3, False)


def test_stars_that_have_lapsed_are_told_apart_from_those_that_will(one, offer, demand):
    for day, lapsed in ((date(2026, 1, 1), True), (date(2027, 6, 10), False)):
        told = one("preferences", offer(ocop_stars=3, ocop_expiry=day), demand()).facts
        assert told["stars_lapsed"] is lapsed


def test_fewer_stars_than_required_are_no_distinction(one, offer, demand):
    said = one("preferences", offer(ocop_stars=3), demand(min_ocop_stars=4))
    assert (said.code, said.score, said.facts["stars_short"]) == ("plain", 0, 3)
    assert "stars_short" not in one("preferences", offer(ocop_stars=4), demand(min_ocop_stars=4)).facts


def test_stars_that_lapse_before_they_can_be_rated_again_say_from_when_on(one, offer, demand):
    soon = one("preferences", offer(ocop_stars=3, ocop_expiry=date(2026, 11, 30)), demand()).facts
    assert soon["rated_again_from"] == "2027-02-19"
    later = one("preferences", offer(ocop_stars=3, ocop_expiry=date(2027, 6, 10)), demand()).facts
    assert "rated_again_from" not in later


@pytest.mark.parametrize(
    ("months", "in_time"), [((5, 6), True), ((3,), True), ((2, 3), False), ((12,), False)]
)
def test_stars_rated_again_before_the_first_delivery_are_told_to_be_in_time(
    one, offer, demand, months, in_time
):
    held = offer(ocop_stars=3, ocop_expiry=date(2026, 11, 30), months=months)
    told = one("preferences", held, demand(months=months)).facts
    assert told["rated_again_from"] == "2027-02-19"
    assert told["rated_in_time"] is in_time
