"""Papers that come after the last month of supply are in time where goods set aside serve a month wanted."""

import pytest

from matchmaker.wording.reasons import sentence
from scoring.records import Certificate, Place

FAR = Place(text="Cần Thơ", lat=10.0, lon=105.8)  # 56 hours away at most
VIETGAP = (Certificate("VIETGAP"),)  # today 21 Nov 2026: there from 19 Feb to 20 May


@pytest.mark.parametrize(
    ("supply", "wanted", "in_time", "stored", "missed"),
    [
        ((11, 12), (12, 1, 2), True, [2], [12, 1]),
        ((10, 11, 12, 1), (1, 2, 3), True, [2, 3], [1]),
        ((12,), (12, 1), False, [], [12, 1]),  # over before any paper is there
        ((12, 1, 2, 3), (1, 2, 3, 4), True, None, [1]),  # there are goods of the season then
    ],
)
def test_a_month_that_stored_goods_serve_counts_for_the_time_of_papers(
    match, offer, demand, supply, wanted, in_time, stored, missed
):
    rice = {"product": "gạo ST25", "certificates": (), "shelf_life_days": 365}
    asked = demand(product="gạo ST25", months=wanted, required_certificates=VIETGAP)
    facts = match(offer(months=supply, **rice), asked).missing.facts
    assert (facts["in_time"], facts.get("if_stored") or None) == (in_time, stored or None)
    assert facts["missed"] == missed


def test_fresh_goods_wait_for_no_paper(match, offer, demand):
    asked = demand(months=(12, 1, 2), required_certificates=VIETGAP)
    facts = match(offer(months=(11, 12), certificates=()), asked).missing.facts
    assert (facts["in_time"], facts["missed"], facts.get("if_stored")) == (False, [12], None)


def test_it_is_said_with_the_store(match, offer, demand):
    asked = demand(product="gạo ST25", months=(12, 1, 2), required_certificates=VIETGAP)
    step = match(
        offer(product="gạo ST25", months=(11, 12), certificates=(), shelf_life_days=365), asked
    ).missing
    told = sentence(step.code, step.facts, "vi")
    assert not told.startswith("Chỉ kịp cho đợt sau")
    assert "Không kịp T12–T1. T2 kịp nếu trữ hàng (từ 19/02/2027)" in told
    assert "Feb is in time with goods set aside (from 19 Feb 2027)" in sentence(step.code, step.facts, "en")


def test_the_way_takes_the_last_days_of_a_month_from_papers_too(match, offer, demand):
    # The stars are there on 31 Dec: one day is left, and the far way takes three.
    asked = {"product": "gạo ST25", "months": (12, 1), "min_ocop_stars": 3}
    rice = offer(product="gạo ST25", months=(12, 1), remarks="chờ chấm lại sao, cuối tháng 12/2026")
    near = match(rice, demand(**asked)).missing.facts
    assert (near["earliest"], near.get("missed")) == ("2026-12-31", None)
    far = match(rice, demand(place=FAR, **asked)).missing.facts
    assert (far["earliest"], far.get("missed")) == ("2026-12-31", [12])
