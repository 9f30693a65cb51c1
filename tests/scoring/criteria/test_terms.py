import pytest

CASES = [
    ({"max_payment_days": 15}, {"payment_days": 45}),
    ({"max_discount_pct": 10}, {"discount_pct": 25}),
    ({"accepts_returns": False}, {"returns": True}),
    ({"accepts_consignment": False}, {"consignment": True}),
]


@pytest.mark.parametrize(("limit", "term"), CASES)
def test_only_a_declared_limit_is_a_veto(one, offer, demand, limit, term):
    said = one("terms", offer(**limit), demand(**term))
    assert (said.vetoes, said.score) == (["terms_refused"], 0.0)
    silent = one("terms", offer(), demand(**term))
    assert (silent.vetoes, silent.code) == ([], "terms_unsaid")


def test_terms_within_the_limits_fit(one, offer, demand):
    said = one(
        "terms", offer(max_payment_days=30, accepts_returns=True), demand(payment_days=30, returns=True)
    )
    assert (said.code, said.score) == ("terms_fit", 1.0)


def test_longer_credit_scores_less_where_no_limit_was_declared(one, offer, demand):
    scores = [one("terms", offer(), demand(payment_days=days)).score for days in (0, 15, 45, 90)]
    assert scores == sorted(scores, reverse=True)


def test_no_terms_are_neutral(one, offer, demand, profile):
    said = one("terms", offer(max_payment_days=5), demand())
    assert (said.code, said.score) == ("terms_none", profile.neutral("terms"))


def test_facts_name_what_is_refused(one, offer, demand):
    said = one("terms", offer(max_payment_days=15), demand(payment_days=45, returns=False))
    assert said.facts["refused"] == ["payment"]
    assert (said.facts["payment_days"], said.facts["max_payment_days"]) == (45, 15)


def test_terms_that_nobody_answered_are_named(one, offer, demand):
    wanted = demand(payment_days=30, discount_pct=12, returns=True)
    said = one("terms", offer(max_payment_days=7), wanted)
    assert (said.facts["refused"], said.facts["unanswered"]) == (["payment"], ["discount", "returns"])


def test_how_often_goods_are_delivered_counts_where_both_sides_say_it(one, offer, demand):
    wanted = demand(delivery_rhythm="3 chuyến/tuần")
    enough, seldom = (
        one("terms", offer(remarks=f"giao {times}"), wanted) for times in ("hằng ngày", "1 chuyến/tuần")
    )
    assert (enough.code, enough.score, enough.facts["rhythm_fits"]) == ("terms_fit", 1.0, True)
    assert (seldom.code, seldom.facts["rhythm_fits"]) == ("terms_unsaid", False)
    assert seldom.score < 0.5
    silent = one("terms", offer(), wanted)
    assert (silent.code, silent.facts["rhythm_fits"]) == ("terms_none", None)
