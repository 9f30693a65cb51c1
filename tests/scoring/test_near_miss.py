from dataclasses import replace
from datetime import date

import pytest

from matchmaker.wording.reasons.summary import headline
from scoring.records import Certificate, Doubt, Place, Size

FAR = Place(text="Cần Thơ", lat=10.0, lon=105.8)

CASES = {
    "obtain_paper": ({"certificates": ()}, {}),
    "add_month": ({"months": (8, 9)}, {}),
    "chill": ({"shelf_life_days": 1, "storage": "ambient"}, {"place": FAR}),
    "issue_invoice": ({"invoice": "KHONG"}, {}),
    "lower_min_order": ({"min_order": 50, "min_order_unit": "tấn"}, {}),
    "allow_pooling": ({"quantity": 1}, {"pooling_allowed": False}),
    "pool_volume": ({"quantity": 1}, {"min_lot": 5, "min_lot_unit": "tấn"}),
    "lower_price": ({"price_min": 34000, "price_max": 35000}, {}),
    "accept_term": ({"max_payment_days": 15}, {"payment_days": 45}),
}


@pytest.mark.parametrize("code", CASES)
def test_each_kind_of_gap_has_its_step(match, offer, demand, code):
    changes, wants = CASES[code]
    found = match(offer(**changes), demand(**wants))
    assert len(found.vetoes) == 1
    assert found.missing is not None
    assert found.missing.code == code


def test_a_price_step_leads_to_the_ceiling_itself(match, offer, demand):
    """What is a little above it could be talked about, but nobody has agreed to it yet."""
    dear = offer(price_min=34000, price_max=35000, price_basis="delivered")
    step = match(dear, demand()).missing

    def at(price: int) -> str:
        found = match(replace(dear, price_min=price), demand())
        assert found.eligible
        return next(reason.code for reason in found.reasons if reason.criterion == "price")

    assert at(step.facts["to"]) == "price_range_over"
    assert at(step.facts["to"] + 1) == "price_over"


def test_a_price_is_brought_down_so_far_that_the_dear_freight_fits_too(match, offer, demand):
    found = match(offer(price_min=34000, price_max=35000, price_basis="farm_gate"), demand())
    price = next(reason.facts for reason in found.reasons if reason.criterion == "price")
    step = found.missing.facts
    assert step["to"] + price["carriage_high"] <= price["ceiling"] < step["to"] + price["carriage_high"] + 100
    assert "freight_up_to" not in step


def test_a_price_that_fits_with_the_cheap_freight_alone_says_up_to_which(match, offer, demand):
    far = {"place": FAR, "price_max": 9000, "min_remaining_days": None}
    found = match(offer(price_min=9000, price_max=9000, price_basis="farm_gate"), demand(**far))
    price = next(reason.facts for reason in found.reasons if reason.criterion == "price")
    step = found.missing.facts
    assert step["freight"] == [price["carriage_low"], price["carriage_high"]]
    assert step["freight"][0] <= step["freight_up_to"] == 9000 - step["to"] < step["freight"][1]


def test_a_least_order_brought_down_as_told_is_eligible(match, offer, demand):
    large = offer(min_order=50, min_order_unit="tấn")
    step = match(large, demand()).missing
    assert match(
        replace(large, min_order=step.facts["to"], min_order_unit=step.facts["unit"]), demand()
    ).eligible


def test_stored_goods_can_be_kept_for_any_month_and_fresh_ones_only_for_the_next(match, offer, demand):
    rice = {"product": "gạo ST25"}
    kept = {**rice, "shelf_life_days": 365}
    stored = match(offer(months=(2,), **kept), demand(months=(3,), **rice)).missing
    assert stored.facts == {"months": [3], "stored": True}
    assert match(offer(months=(10,)), demand(months=(3,))).missing is None


def test_goods_in_store_since_the_last_harvest_are_told_as_such_and_no_longer_than_they_keep(
    match, offer, demand
):
    wanted = demand(months=(3,), product="gạo ST25", min_remaining_days=100)
    rice = {"product": "gạo ST25", "months": (10,)}
    step = match(offer(**rice, shelf_life_days=240), wanted).missing
    assert step.facts == {"months": [3], "stored": True, "kept_from": [10]}
    longer = match(offer(product="gạo ST25", months=(7, 8, 9, 10), shelf_life_days=290), wanted).missing
    assert longer.facts["kept_from"] == [9, 10]  # what was brought in before is too old by then
    assert match(offer(**rice, shelf_life_days=200), wanted).missing is None  # four months old by March


def codes(step):
    return [step.code, *(also.code for also in step.also)]


def test_two_missing_papers_are_two_changes_of_one_step(match, offer, demand):
    wanted = demand(required_certificates=(Certificate("ATTP"), Certificate("QR")))
    step = match(offer(certificates=()), wanted).missing
    assert codes(step) == ["obtain_paper", "obtain_paper"]
    assert [step.facts["paper"], step.also[0].facts["paper"]] == ["ATTP", "QR"]


def test_a_paper_that_stands_in_for_another_missing_one_is_the_only_one_to_obtain(match, offer, demand):
    wanted = demand(required_certificates=(Certificate("ATTP"), Certificate("VIETGAP")))
    step = match(offer(certificates=()), wanted).missing
    assert (codes(step), step.facts["paper"]) == (["obtain_paper"], "VIETGAP")
    assert step.facts["instead_of"] == ["ATTP"]


def test_a_paper_and_an_invoice_are_told_together_and_suffice_only_together(match, offer, demand):
    poor = offer(certificates=(), invoice="KHONG")
    step = match(poor, demand()).missing
    assert codes(step) == ["obtain_paper", "issue_invoice"]
    assert step.also[0].facts == {"invoice": "HDDT"}
    both = {"certificates": (Certificate("ATTP"),), "invoice": "HDDT"}
    assert match(replace(poor, **both), demand()).eligible
    assert not any(match(replace(poor, **{name: value}), demand()).eligible for name, value in both.items())


def test_a_change_that_the_others_make_needless_is_not_told(match, offer, demand):
    few = offer(quantity=1)
    lot = {"min_lot": 8, "min_lot_unit": "tấn"}
    assert codes(match(few, demand(**lot)).missing) == ["pool_volume"]
    assert match(few, demand(pooling_allowed=False, **lot)).missing is None  # nobody pools against his will


def test_what_a_change_stirs_up_is_answered_with_it(match, offer, demand):
    spread = offer(quantity=12, per="season", months=(4, 5, 8))
    wanted = demand(months=(6,), quantity=20, per="total", pooling_allowed=False)
    found = match(spread, wanted)
    assert found.vetoes == ["wrong_season"]
    assert codes(found.missing) == ["add_month", "allow_pooling"]


def test_a_month_is_added_in_which_the_papers_hold(match, offer, demand):
    rice = {"product": "gạo ST25", "shelf_life_days": 365}
    held = (Certificate("ATTP", date(2027, 4, 30)),)
    wanted = demand(months=(3, 9), product="gạo ST25")
    step = match(offer(months=(1,), certificates=held, **rice), wanted).missing
    assert (codes(step), step.facts["months"]) == (["add_month"], [3])


def test_more_than_four_changes_are_another_offer_and_no_step(match, offer, demand):
    wanted = demand(required_certificates=(Certificate("ATTP"), Certificate("QR")), payment_days=45)
    poor = {"certificates": (), "invoice": "KHONG", "max_payment_days": 15}
    assert len(codes(match(offer(**poor), wanted).missing)) == 4
    assert match(offer(**poor, min_order=50, min_order_unit="tấn"), wanted).missing is None


def test_a_paper_tells_how_long_it_takes_and_whether_that_is_in_time(match, offer, demand):
    wanted = demand(required_certificates=(Certificate("VIETGAP"),), deliver_from=date(2026, 12, 1))
    step = match(offer(months=(1,)), replace(wanted, months=(1,))).missing
    assert (step.facts["lead_days_low"], step.facts["lead_days_high"]) == (90, 180)
    assert (step.facts["earliest"], step.facts["in_time"]) == ("2027-02-19", False)
    assert match(offer(), demand(required_certificates=(Certificate("VIETGAP"),))).missing.facts["in_time"]


def test_a_paper_that_comes_after_the_last_day_of_delivery_is_too_late_though_the_month_runs_on(
    match, offer, demand
):
    wanted = demand(required_certificates=(Certificate("VIETGAP"),), months=(2,))
    late = match(offer(months=(2,)), replace(wanted, deliver_to=date(2027, 2, 4))).missing.facts
    assert (late["earliest"], late["in_time"], late["missed"]) == ("2027-02-19", False, [2])
    days = match(offer(months=(2,)), replace(wanted, deliver_to=date(2027, 2, 20))).missing.facts
    assert (days["in_time"], days["days_left"], days["missed"]) == (False, 2, [2])
    first = {"deliver_from": date(2027, 2, 19), "deliver_to": date(2027, 2, 20)}
    soon = match(offer(months=(2,)), replace(wanted, **first)).missing.facts
    assert soon["in_time"]
    assert "missed" not in soon
    assert soon["may_miss"] == [2]
    assert soon["may_miss_all"]  # of the slow paper nothing of this delivery is left
    on = match(offer(months=(2, 3, 6)), replace(wanted, deliver_from=None, months=(2, 3, 6))).missing.facts
    assert (on["may_miss"], "may_miss_all" in on) == ([2, 3], False)


@pytest.mark.parametrize(
    ("paper", "wanted", "may", "nearly"),
    [
        # VietGAP from 19/2 to 20/5: of May eleven days are left, of March none is lost for certain
        ("VIETGAP", {"months": (2, 3, 4, 5, 6)}, [2, 3, 4], None),
        ("VIETGAP", {"months": (2, 3, 4, 5, 6), "deliver_to": date(2027, 5, 25)}, [2, 3, 4], [5]),
        ("VIETGAP", {"months": (2, 3, 4, 5, 6), "deliver_to": date(2027, 5, 18)}, [2, 3, 4, 5], None),
        ("VIETGAP", {"months": (3, 4, 5), "delivery_rhythm": "2 tuần 1 chuyến"}, [3, 4], [5]),
        ("VIETGAP", {"months": (3, 4, 5), "delivery_rhythm": "2 chuyến mỗi tuần"}, [3, 4], None),
    ],
)
def test_a_month_of_which_a_slow_paper_leaves_hardly_a_day_is_told(
    match, offer, demand, paper, wanted, may, nearly
):
    first = {"deliver_from": date(2027, 2, 21)} if 2 in wanted["months"] else {}
    asked = demand(required_certificates=(Certificate(paper),), **first, **wanted)
    told = match(offer(months=(2, 3, 4, 5, 6)), asked).missing.facts
    assert (told.get("may_miss"), told.get("may_nearly")) == (may, nearly)


def test_the_buyers_own_list_of_purchases_is_the_easiest_invoice(match, offer, demand):
    wanted = demand(invoices_accepted=("HDDT", "BANG_KE"))
    assert match(offer(invoice="KHONG"), wanted).missing.facts == {"invoice": "BANG_KE"}


def test_nothing_makes_another_product_right(match, offer, demand):
    assert match(offer(product="gạo ST25", months=()), demand()).missing is None


def test_another_price_is_no_price_step(match, offer, demand):
    assert match(offer(price_min=90000, price_max=90000), demand()).missing is None


def test_an_eligible_offer_misses_nothing(match, offer, demand):
    assert match(offer(), demand()).missing is None


def test_stars_and_their_paper_are_one_step(match, offer, demand):
    wanted = demand(min_ocop_stars=4, required_certificates=(Certificate("OCOP", None, 4),))
    step = match(offer(), wanted).missing
    assert (step.code, step.facts["paper"], step.facts["stars"]) == ("obtain_paper", "OCOP", 4)


@pytest.mark.parametrize("ceiling", [0, 500])
def test_goods_for_nothing_have_no_price_step(match, offer, demand, ceiling):
    free = offer(price_min=0, price_max=0)
    found = match(free, demand(price_max=ceiling, place=FAR, min_remaining_days=None))
    assert (found.vetoes, found.missing) == (["price_over"], None)


def test_a_volume_to_pool_is_told_so_that_it_suffices(match, offer, demand):
    few = offer(quantity=333, unit="kg", per="season")
    wanted = demand(quantity=4, per="total", min_lot=400, min_lot_unit="kg")
    step = match(few, wanted).missing
    assert (step.code, step.facts["to"], step.facts["per"]) == (
        "pool_volume",
        800,
        "total",
    )  # half of it at a time


def test_a_month_is_added_after_the_lead_time_only(match, offer, demand):
    rice = {"product": "gạo ST25", "lead_time_days": 45, "shelf_life_days": 365}
    step = match(offer(months=(6,), **rice), demand(months=(12, 1), product="gạo ST25")).missing
    assert step.facts == {"months": [1], "stored": True, "kept_from": [6], "served": 1, "of": 2}


def test_dates_are_stretched_to_the_month_added(match, offer, demand):
    dated = offer(months=(), deliver_from=date(2027, 5, 1), deliver_to=date(2027, 5, 20))
    step = match(dated, demand(months=(6, 7))).missing
    extent = {"served": 1, "of": 2}
    assert step.facts == {"months": [6], "stored": False, "deliver_to": "2027-06-30", **extent}
    late = offer(months=(), deliver_from=date(2027, 8, 3), deliver_to=date(2027, 8, 20))
    assert match(late, demand(months=(6, 7))).missing.facts["deliver_from"] == "2027-07-01"


def test_a_term_accepted_tells_what_nobody_answered(match, offer, demand):
    wanted = demand(payment_days=45, discount_pct=12, returns=True)
    step = match(offer(max_payment_days=15), wanted).missing
    assert (step.code, step.facts["unanswered"]) == ("accept_term", {"discount": 12, "returns": True})


def test_a_step_says_where_amounts_are_in_units_that_do_not_convert(match, offer, demand):
    step = match(offer(certificates=(), unit="lít"), demand()).missing
    assert step.facts["amounts_differ"] is True
    assert "amounts_differ" not in match(offer(certificates=()), demand()).missing.facts


def test_a_cooperative_is_told_to_invoice_and_a_household_may_sell_on_the_buyer_s_list(match, offer, demand):
    wanted = demand(invoices_accepted=("HDDT", "BANG_KE"))
    steps = {
        name: match(offer(invoice="KHONG", producer=name), wanted).missing.facts["invoice"]
        for name in ("HTX Mận Bắc Hà", "Hộ ông Vàng")
    }
    assert steps == {"HTX Mận Bắc Hà": "HDDT", "Hộ ông Vàng": "BANG_KE"}


def test_a_paper_that_comes_when_another_has_lapsed_is_for_the_next_delivery(match, offer, demand):
    # Today 21 Nov. VietGAP takes 90 days at least: it is there from 19 Feb, when ATTP is over since 15 Feb.
    rice = {"product": "gạo ST25", "months": (12, 1, 2, 3)}
    wanted = {"months": (12, 1, 2, 3), "required_certificates": (Certificate("ATTP"), Certificate("VIETGAP"))}
    held = (Certificate("ATTP", date(2027, 2, 15)), Certificate("VIETGAP", date(2026, 11, 1)))
    step = match(offer(**rice, certificates=held), demand(**rice | wanted)).missing
    assert step.facts["in_time"] is True  # a valid VietGAP stands in for ATTP
    papers = (Certificate("QR"), Certificate("VIETGAP"))
    held = (Certificate("QR", date(2027, 2, 15)),)
    wanted = demand(**rice | wanted | {"required_certificates": papers})
    late = match(offer(**rice, certificates=held), wanted).missing
    assert (late.code, late.facts["in_time"]) == ("obtain_paper", False)
    assert late.facts["renew_too"] == [{"code": "QR", "expires": "2027-02-15"}]
    longer = (Certificate("QR", date(2027, 3, 31)),)
    assert match(offer(**rice, certificates=longer), wanted).missing.facts["in_time"] is True


def test_fresh_goods_are_not_delivered_past_their_harvest(match, offer, demand):
    assert match(offer(months=(7,)), demand(months=(8, 9))).missing is None  # ripe in May to July
    assert match(offer(months=(6,)), demand(months=(7,))).missing.facts["months"] == [7]


def test_a_paper_too_late_for_what_is_left_of_the_season_is_for_the_next_one(match, offer, demand):
    greens = {"months": (9, 10, 11, 12), "certificates": ()}
    wanted = demand(months=(10, 11, 12), required_certificates=(Certificate("VIETGAP"),))
    step = match(offer(**greens), wanted).missing
    assert (step.facts["in_time"], step.facts["missed"]) == (False, [11, 12])
    later = demand(months=(3, 4), required_certificates=(Certificate("VIETGAP"),))
    assert match(offer(months=(3, 4), certificates=()), later).missing.facts["in_time"] is True


def test_an_indication_is_no_paper_to_obtain_for_goods_from_elsewhere(match, offer, demand):
    wanted = demand(product="nghệ Đắk Lắk", required_certificates=(Certificate("GI"),), months=(5,))
    bare = {"product": "nghệ", "months": (5,), "certificates": ()}
    there = match(offer(**bare, place=Place(text="Krông Pắc, Đắk Lắk", province="Đắk Lắk")), wanted)
    elsewhere = match(offer(**bare, place=Place(commune="Ninh Hải")), wanted)
    assert there.missing.facts["paper"] == "GI"
    assert elsewhere.vetoes == ["missing_cert"]
    assert elsewhere.missing is None


def test_the_buyer_s_own_list_is_for_what_a_household_grows_and_not_for_what_it_makes(match, offer, demand):
    wanted = {"invoices_accepted": ("HDDT", "BANG_KE")}
    told = {
        product: match(offer(invoice="KHONG", **goods), demand(**wanted, product=product)).missing.facts
        for product, goods in (
            ("vải thiều", {}),
            ("tinh bột nghệ", {"product": "tinh bột nghệ", "shelf_life_days": 365}),
        )
    }
    assert {name: facts["invoice"] for name, facts in told.items()} == {
        "vải thiều": "BANG_KE",
        "tinh bột nghệ": "HDDT",
    }


def test_an_indication_is_no_paper_to_obtain_for_another_variety(match, offer, demand):
    wanted = demand(product="sầu riêng Monthong", required_certificates=(Certificate("GI"),))
    found = match(offer(product="sầu riêng Ri6", certificates=()), wanted)
    assert (found.vetoes, found.missing) == (["missing_cert"], None)


def test_fresh_fruit_is_not_stored_for_longer_than_it_keeps(match, offer, demand):
    fruit = {"product": "bưởi Diễn"}  # keeps 60 days, 100 in the cold
    harvest = offer(**fruit, months=(12, 1), shelf_life_days=None, storage="")
    assert match(harvest, demand(**fruit, months=(8,))).missing is None
    assert match(harvest, demand(**fruit, months=(3,))).missing.facts["months"] == [3]


def test_a_least_order_is_not_brought_down_to_a_parcel(match, offer, demand):
    lorry = {"min_order": 20, "min_order_unit": "tấn"}
    small = {"quantity": 300, "unit": "kg", "per": "total"}
    assert match(offer(**lorry), demand(**small)).missing is None
    assert match(offer(**lorry | {"min_order": 2}), demand(**small)).missing.code == "lower_min_order"


def test_a_paper_to_renew_tells_by_when_it_must_be_begun(match, offer, demand):
    # Today 21 Nov 2026. VietGAP may take 180 days; the delivery of June needs it on the first.
    june = {"months": (6,)}
    wanted = demand(**june, required_certificates=(Certificate("VIETGAP"),))
    lapsed = offer(**june, certificates=(Certificate("VIETGAP", date(2027, 3, 31)),))
    facts = match(lapsed, wanted).missing.facts
    assert (facts["begin_by"], facts["in_time"]) == ("2026-12-03", True)
    organic = demand(**june, required_certificates=(Certificate("HC_EU"),))
    yearly = offer(**june, certificates=(Certificate("HC_EU", date(2027, 3, 31)),))
    facts = match(yearly, organic).missing.facts
    assert (facts["lead_days_low"], facts["lead_days_high"], facts["begin_by"]) == (30, 90, "2027-03-03")


def test_a_paper_that_may_come_after_the_demand_is_closed_says_so(match, offer, demand):
    closing = demand(valid_until=date(2026, 12, 31))  # the commonest of papers may take until 5 January
    assert match(offer(certificates=()), closing).missing.facts["closes"] == "2026-12-31"
    assert "closes" not in match(offer(certificates=()), demand()).missing.facts


def test_papers_held_that_lapse_before_the_next_round_are_renewed_for_it_too(match, offer, demand):
    papers = (Certificate("VIETGAP"), Certificate("QR"))
    wanted = demand(months=(12,), required_certificates=papers)
    held = offer(months=(12,), certificates=(Certificate("QR", date(2027, 1, 25)),))
    facts = match(held, wanted).missing.facts
    assert (facts["in_time"], facts["renew_too"]) == (False, [{"code": "QR", "expires": "2027-01-25"}])
    longer = offer(months=(12,), certificates=(Certificate("QR", date(2028, 6, 30)),))
    assert "renew_too" not in match(longer, wanted).missing.facts


BY_PIECE = {"price_min": 25000.0, "price_max": 30000.0, "price_unit": "quả", "price_basis": "farm_gate"}
TO_DOOR = {"price_max": 21000.0, "price_unit": "quả", "price_basis": "delivered"}


@pytest.mark.parametrize(
    ("has", "asks"),
    [
        ({"sizes": (Size("quả", 0.9, 1.3, "kg"),)}, {}),
        ({}, {"sizes": (Size("quả", 0.8, 1.3, "kg"),)}),
    ],
)
def test_a_price_by_the_piece_leaves_room_for_the_freight_of_one_whose_weight_is_said(
    match, offer, demand, has, asks
):
    found = match(offer(**BY_PIECE, **has), demand(**TO_DOOR, **asks))
    price = next(reason.facts for reason in found.reasons if reason.criterion == "price")
    step = found.missing.facts
    assert step["freight_each"] == price["piece_freight"] > 0
    assert step["to"] + step["freight_each"] <= 21000 < step["to"] + step["freight_each"] + 110
    assert not step["freight_left_out"]


def test_a_price_by_the_piece_of_which_nobody_says_the_weight_has_freight_to_come_off(match, offer, demand):
    step = match(offer(**BY_PIECE), demand(**TO_DOOR)).missing.facts
    assert step["freight_comes_off"]
    assert step.get("freight_to")  # told as a price that holds the freight to there
    assert "freight_each" not in step
    there = match(offer(**{**BY_PIECE, "price_basis": "delivered"}), demand(**TO_DOOR)).missing.facts
    assert "freight_comes_off" not in there


def test_goods_stored_for_one_delivery_by_a_day_are_counted_in_no_months(match, offer, demand):
    due = Doubt("months", "deadline", {"day": "2027-01-20", "words": "giao trước 20/1"})
    rice = offer(product="gạo ST25", months=(8, 9, 10), quantity=60, shelf_life_days=540)
    wanted = {"product": "gạo ST25", "months": (12, 1)}
    once = match(rice, demand(per="total", deliver_to=date(2027, 1, 20), doubts=(due,), **wanted)).missing
    assert once is not None
    assert (once.code, {"served", "of", "could_serve"} & set(once.facts)) == ("add_month", set())
    monthly = match(rice, demand(**wanted)).missing
    assert monthly is not None
    assert monthly.facts["of"] == 2


def test_a_paper_that_cannot_be_there_before_the_demand_closes_is_too_late(match, offer, demand):
    lacking, year = offer(certificates=(), months=tuple(range(1, 13))), tuple(range(1, 13))
    slow = {"required_certificates": (Certificate("VIETGAP"),), "months": year}
    facts = match(lacking, demand(**slow, valid_until=date(2026, 12, 31))).missing.facts
    assert (facts["in_time"], facts["closes"]) == (False, "2026-12-31")
    assert "days_left" not in facts
    found = match(lacking, demand(**slow, valid_until=date(2026, 12, 31))).as_record()
    assert "đợt này không kịp giấy" in headline(found, "vi")
    assert "nếu kịp giấy" not in headline(found, "vi")
    later = match(lacking, demand(**slow, valid_until=date(2027, 12, 31))).missing.facts
    assert later["in_time"]


def _moon(words, first, last):
    return (
        Doubt(
            "months",
            "lunar",
            {"words": words, **({"from": first} if first else {}), **({"to": last} if last else {})},
        ),
    )


def test_a_paper_is_begun_by_the_day_from_which_there_are_goods(match, offer, demand):
    wanted = demand(required_certificates=(Certificate("VIETGAP"),), months=(6,))
    days = {
        words: match(offer(months=(6,), season_text=words), wanted).missing.facts.get("begin_by")
        for words in ("tháng 6", "giữa tháng 6", "từ 21/6 - 30/6")
    }
    assert days == {"tháng 6": "2026-12-03", "giữa tháng 6": "2026-12-13", "từ 21/6 - 30/6": "2026-12-23"}


@pytest.mark.parametrize(
    ("own", "wanted", "begin"),
    [
        ({}, {}, "2026-12-18"),  # 45 days before the first of February
        ({"doubts": _moon("dịp Tết", "2027-02-08", "2027-03-06")}, {}, "2026-12-25"),
        (
            {"doubts": _moon("tháng 8-9 và Tết", "2027-02-11", "2027-02-25"), "months": (2, 8, 9)},
            {},
            "2026-12-28",
        ),
        ({}, {"doubts": _moon("rằm tháng Giêng", "2027-02-20", None)}, "2027-01-06"),
        ({}, {"deliver_from": date(2027, 2, 10)}, "2026-12-27"),
        ({"doubts": _moon("từ trước Tết", "2027-01-15", None)}, {}, "2026-12-18"),  # not of the month wanted
    ],
)
def test_a_paper_is_begun_by_the_first_day_that_the_moon_leaves(match, offer, demand, own, wanted, begin):
    held = offer(**{"months": (2,), "certificates": (), **own})
    asked = demand(**{"months": (2,), **wanted})
    assert match(held, asked).missing.facts["begin_by"] == begin


def test_a_demand_that_ends_before_its_months_come_again_says_so(match, offer, demand):
    wanted = demand(required_certificates=(Certificate("VIETGAP"),), months=(1,), deliver_from=None)
    for until, told in ((date(2027, 9, 28), "2027-09-28"), (date(2028, 3, 31), None), (None, None)):
        step = match(offer(months=(1,)), replace(wanted, valid_until=until)).missing
        assert not step.facts["in_time"]
        assert step.facts.get("ends_before_next") == told
