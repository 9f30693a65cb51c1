from datetime import date

import pytest

from scoring.records import Certificate, Doubt, Kept, Size


def test_enough_goods_cover_the_need(one, offer, demand):
    said = one("volume", offer(quantity=20, per="month"), demand(quantity=20, per="month"))
    assert (said.code, said.vetoes, said.facts["fill"]) == ("volume_covers", [], 1)
    assert (said.facts["supply"], said.facts["need"]) == (40000, 40000)


@pytest.mark.parametrize(
    ("quantity", "unit", "per"),
    [
        (2, "tấn", "month"),
        (2000, "kg", "month"),
        (20, "tạ", "month"),
        (6, "tấn", "quarter"),
        (4, "tấn", "season"),
    ],
)
def test_units_and_periods_do_not_matter(one, offer, demand, quantity, unit, per):
    said = one("volume", offer(quantity=quantity, unit=unit, per=per), demand(quantity=4, per="month"))
    assert said.facts["fill"] == 0.5


def test_more_goods_never_score_less(one, offer, demand):
    scores = [one("volume", offer(quantity=q), demand()).score for q in (1, 5, 10, 20, 22, 26, 40)]
    assert scores == sorted(scores)
    assert scores[-1] == 1.0


def test_a_whole_need_is_filled_by_one_months_harvest(one, offer, demand):
    said = one("volume", offer(quantity=60, per="season", months=(6,)), demand(quantity=45, per="total"))
    assert said.code == "volume_covers"
    assert (said.facts["supply"], said.facts["need"]) == (60000, 45000)


def test_pieces_are_never_turned_into_kilograms(one, offer, demand, profile):
    said = one("volume", offer(quantity=500, unit="quả"), demand())
    assert (said.code, said.vetoes) == ("volume_units_differ", [])
    assert said.score == profile.neutral("volume")


def test_pieces_of_a_stated_weight_are_compared_in_kilograms(one, offer, demand):
    said = one("volume", offer(quantity=20000, unit="quả", unit_kg=1.0), demand())
    assert said.facts["fill"] == 1


def test_counted_goods_are_compared_in_their_own_unit(one, offer, demand):
    said = one(
        "volume",
        offer(product="thổ cẩm", quantity=3, unit="chục", unit_kg=None, months=(6, 7)),
        demand(product="thổ cẩm", quantity=60, unit="trái"),
    )
    assert said.facts["unit"] == "trái"  # in the buyer's own word
    assert said.facts["fill"] == 0.5


def test_far_too_little_is_refused_only_where_pooling_is(one, offer, demand):
    little = offer(quantity=1)
    assert one("volume", little, demand(pooling_allowed=False)).vetoes == ["volume_too_small"]
    assert one("volume", little, demand(pooling_allowed=True)).vetoes == []
    assert one("volume", little, demand(pooling_allowed=None)).vetoes == []


def test_below_the_least_lot_is_refused_even_with_pooling(one, offer, demand):
    wanted = demand(pooling_allowed=True, min_lot=2, min_lot_unit="tấn")
    said = one("volume", offer(quantity=1), wanted)
    assert said.vetoes == ["volume_too_small"]
    assert said.facts["below_lot"] is True
    assert one("volume", offer(quantity=3), wanted).vetoes == []


def test_a_least_order_above_the_need_is_refused(one, offer, demand):
    said = one("volume", offer(min_order=21, min_order_unit="tấn"), demand(quantity=20, per="month"))
    assert said.vetoes == ["moq_too_high"]
    assert said.why("moq_too_high")["most_wanted"] == 20000
    assert one("volume", offer(min_order=20, min_order_unit="tấn"), demand()).vetoes == []


def test_fresh_goods_are_ordered_for_a_month_and_stored_ones_while_they_keep(one, offer, demand):
    daily = demand(quantity=100, unit="kg", per="day")
    assert one("volume", offer(min_order=3000, min_order_unit="kg"), daily).vetoes == []
    assert one("volume", offer(min_order=3001, min_order_unit="kg"), daily).vetoes == ["moq_too_high"]
    rice = {"product": "gạo ST25"}
    monthly = demand(quantity=30, unit="kg", per="month", months=(5, 6, 7, 8), **rice)
    kept = {"shelf_life_days": 365, "min_order_unit": "kg", **rice}
    assert one("volume", offer(min_order=120, **kept), monthly).vetoes == []
    assert one("volume", offer(min_order=121, **kept), monthly).vetoes == ["moq_too_high"]
    soon = offer(min_order=80, **{**kept, "shelf_life_days": 60})  # no longer than they keep
    assert one("volume", soon, monthly).vetoes == ["moq_too_high"]


def test_an_order_leaves_the_buyer_the_days_that_he_wants_or_is_one_of_a_quarter(one, offer, demand):
    rice = {"product": "gạo ST25", "unit": "kg", "per": "month", "months": tuple(range(1, 13))}
    wanted = demand(quantity=30, min_remaining_share=0.7, **rice)
    kept = {"quantity": 500, "min_order_unit": "kg", "shelf_life_days": 540, **rice}
    assert one("volume", offer(min_order=150, **kept), wanted).vetoes == []  # 162 days: five months
    assert one("volume", offer(min_order=151, **kept), wanted).vetoes == ["moq_too_high"]
    shorter = offer(min_order=90, **{**kept, "shelf_life_days": 270})  # 81 days, but a quarter in loads
    assert one("volume", shorter, wanted).vetoes == []


@pytest.mark.parametrize("per", ["quarter", "season", "year", "total", "batch"])
def test_what_is_wanted_for_a_quarter_or_a_season_can_be_ordered_at_once(one, offer, demand, per):
    wanted = demand(quantity=50, unit="kg", per=per, months=(6,))
    assert one("volume", offer(min_order=50, min_order_unit="kg"), wanted).vetoes == []
    assert one("volume", offer(min_order=51, min_order_unit="kg"), wanted).vetoes == ["moq_too_high"]


def test_stored_goods_wanted_for_one_month_are_ordered_for_one(one, offer, demand):
    rice = {"product": "gạo ST25"}
    wanted = demand(quantity=30, unit="kg", per="month", months=(6,), **rice)
    assert one("volume", offer(min_order=31, min_order_unit="kg", **rice), wanted).vetoes == ["moq_too_high"]


def test_only_months_with_valid_papers_count(one, offer, demand):
    lapsing = offer(quantity=20, certificates=(Certificate("ATTP", date(2027, 6, 30)),))
    said = one("volume", lapsing, demand(quantity=40, per="total"))
    assert (said.facts["months"], said.facts["fill"]) == ([6], 0.5)


def test_an_unsaid_quantity_is_a_question_and_no_veto(one, offer, demand, profile):
    said = one("volume", offer(quantity=None), demand(pooling_allowed=False))
    assert (said.code, said.vetoes, said.score) == ("volume_unsaid", [], profile.neutral("volume"))
    assert one("volume", offer(), demand(quantity=None)).code == "need_unsaid"


def test_a_whole_amount_of_goods_that_keep_is_a_stock_for_the_months_wanted(one, offer, demand):
    rice = {"product": "gạo ST25"}
    stock = offer(quantity=60, per="season", months=(1, 2, 3, 4, 5, 6), **rice)
    said = one("volume", stock, demand(quantity=20, per="month", months=(2, 3), **rice))
    assert (said.code, said.facts["supply"], said.facts["need"]) == ("volume_covers", 60000, 40000)
    assert said.facts["set_aside"] is True
    fresh = one("volume", offer(quantity=60, per="season", months=(5, 6, 7)), demand(months=(6,)))
    assert (fresh.facts["supply"], "set_aside" in fresh.facts) == (20000, False)


def test_a_stock_tells_the_months_that_it_is_for(one, offer, demand):
    rice = {"product": "gạo ST25"}
    stock = offer(quantity=600, unit="kg", per="season", months=(2, 3, 4), **rice)
    said = one("volume", stock, demand(quantity=800, unit="kg", months=(1, 2), **rice))
    assert (said.facts["months"], said.facts["stock_of"]) == ([2], [2, 3, 4])


def test_a_least_order_tells_how_many_months_were_put_together(one, offer, demand):
    rice = {"product": "gạo ST25", "months": (1, 2, 3, 4)}
    large = offer(min_order=500, min_order_unit="kg", shelf_life_days=365, **rice)
    wanted = demand(quantity=30, unit="kg", per="month", **rice)
    why = one("volume", large, wanted).why("moq_too_high")
    assert (why["most_wanted"], why["months_at_once"]) == (120, 4)


def test_supply_outside_the_months_wanted_is_told_as_such(one, offer, demand):
    assert one("volume", offer(months=(5,)), demand(months=(7,))).facts["out_of_season"] is True
    assert "out_of_season" not in one("volume", offer(), demand()).facts


def test_amounts_are_told_as_the_records_say_them(one, offer, demand):
    told = one("volume", offer(quantity=3, per="day", months=(), season_text="giữa tháng 6"), demand()).facts
    assert (told["supply_said"], told["supply_said_unit"], told["supply_said_per"]) == (3, "tấn", "day")
    assert told["part_of_month"] == "giữa tháng 6"
    whole = one(
        "volume", offer(quantity=3, per="season"), demand(quantity=1500, unit="bộ", per="total")
    ).facts
    assert (whole["supply_said"], whole["supply_said_per"]) == (3, "season")
    assert (whole["need_said"], whole["need_said_unit"], whole["need_said_per"]) == (1500, "bộ", "total")
    assert "need_said" not in one("volume", offer(), demand(quantity=None)).facts


def test_both_ends_of_a_range_are_told(one, offer, demand):
    range_ = (Doubt("quantity", "range", {"low": 5, "high": 7}),)
    told = one("volume", offer(quantity=5, per="day", doubts=range_), demand()).facts
    assert (told["supply_said"], told["supply_said_high"]) == (5, 7)
    assert "supply_said_high" not in one("volume", offer(quantity=6, doubts=range_), demand()).facts


def test_one_kind_of_a_list_is_enough_of_itself_only(one, offer, demand):
    assert one("volume", offer(), demand(product="vải thiều, thổ cẩm")).facts["family"]
    assert "family" not in one("volume", offer(), demand()).facts


def test_amounts_that_cannot_be_counted_weigh_nothing(one, offer, demand, profile):
    said = one("volume", offer(months=(1, 2)), demand(months=(6, 7)))
    assert (said.facts["out_of_season"], said.score) == (True, profile.neutral("volume"))


def test_heads_are_compared_with_heads_though_one_side_says_what_they_weigh(one, offer, demand):
    hens = offer(product="Gà đồi", quantity=1500, unit="con", unit_kg=1.2, per="month", months=())
    said = one("volume", hens, demand(product="Gà đồi", quantity=300, unit="con", per="month"))
    assert (said.code, said.facts["supply_month"], said.facts["unit"]) == ("volume_covers", 1500, "con")
    small = demand(
        product="Gà đồi", quantity=300, unit="con", per="month", sizes=(Size("con", 0.9, 1.1, "kg"),)
    )
    assert "sizes" not in one("volume", hens, small).facts  # heads stay heads, whatever they weigh


def kept(*parts):
    return tuple(Kept(month, amount, to) for month, amount, to in parts)


def test_what_is_kept_for_others_in_the_months_wanted_is_gone(one, offer, demand):
    wanted = demand(quantity=20, per="month", months=(6, 7))
    parts = kept((6, 5000.0, "other"), (7, 15000.0, "other"), (8, 20000.0, "other"))
    said = one("volume", offer(quantity=20, per="month", months=(6, 7, 8), kept=parts), wanted)
    assert (said.code, said.facts["supply"], said.facts["kept"]) == ("volume_part", 20000, 20000)
    assert said.facts["fill"] == 0.5


def test_what_is_kept_for_the_demand_itself_is_there_for_it(one, offer, demand):
    wanted = demand(quantity=20, per="month", months=(6, 7))
    parts = kept((6, 20000.0, wanted.id), (7, 20000.0, wanted.id))
    said = one("volume", offer(quantity=20, per="month", months=(6, 7), kept=parts), wanted)
    assert (said.code, said.facts["fill"], "kept" in said.facts) == ("volume_covers", 1, False)


def test_of_a_stock_all_that_is_kept_is_gone_whatever_the_month(one, offer, demand):
    stock = offer(
        product="gạo Séng Cù", quantity=60, per="total", months=(), kept=kept((1, 45000.0, "other"))
    )
    said = one("volume", stock, demand(product="gạo Séng Cù", quantity=30, per="total", months=(6,)))
    assert (said.facts["supply"], said.facts["fill"]) == (15000, 0.5)


def test_an_offer_of_which_nothing_is_left_is_no_match_even_where_goods_are_pooled(one, offer, demand):
    wanted = demand(quantity=20, per="month", months=(6,), pooling_allowed=True)
    said = one(
        "volume", offer(quantity=20, per="month", months=(6,), kept=kept((6, 20000.0, "other"))), wanted
    )
    assert (said.code, said.vetoes) == ("volume_small", ["volume_too_small"])


def test_another_amount_at_a_feast_is_told_where_it_falls_to_the_months_wanted(one, offer, demand):
    peak = Doubt("months", "peak", {"words": "tết thì gấp đôi", "months": [1]})
    more = offer(months=tuple(range(1, 13)), doubts=(peak,))
    assert one("volume", more, demand(months=(12, 1))).facts["supply_peak"] == "tết thì gấp đôi"
    assert "supply_peak" not in one("volume", more, demand(months=(6,))).facts
    assert one("volume", offer(months=(1,)), demand(months=(1,), doubts=(peak,))).facts["need_peak"]


def test_a_stock_whose_months_nobody_said_is_told_without_any(one, offer, demand):
    rice = {"product": "gạo ST25", "quantity": 20, "per": "total"}
    assert one("volume", offer(months=(), **rice), demand(product="gạo ST25")).facts["months_unsaid"]
    assert not one("volume", offer(**rice), demand(product="gạo ST25")).facts["months_unsaid"]


def test_an_amount_of_one_of_several_goods_is_no_need_for_the_others(one, offer, demand):
    parts = [{"words": "mực 50 kg", "quantity": 50.0, "unit": "kg", "per": ""},
             {"words": "cá ngừ 200 kg mỗi tuần", "quantity": 200.0, "unit": "kg", "per": "week"}]  # fmt: skip
    each = Doubt("quantity", "several", {"count": 2, "parts": parts})
    wanted = demand(product="mực một nắng, cá ngừ đông lạnh", quantity=50, unit="kg", per="", doubts=(each,))
    tuna = one("volume", offer(product="Cá ngừ đại dương", min_order=1, min_order_unit="tấn"), wanted)
    assert (tuna.code, tuna.vetoes) == ("need_unsaid", [])
    assert tuna.facts["need_items"] == ["cá ngừ 200 kg mỗi tuần"]
    squid = one("volume", offer(product="Mực một nắng"), wanted)
    assert (squid.code, squid.facts["need_items"]) == ("need_unsaid", ["mực 50 kg"])  # how often is not said
    weekly = Doubt("quantity", "several", {"count": 2, "parts": [{**parts[0], "per": "week"}, parts[1]]})
    told = demand(product=wanted.product, quantity=50, unit="kg", per="week", doubts=(weekly,))
    assert one("volume", offer(product="Mực một nắng"), told).code == "volume_covers"


def test_goods_of_which_one_side_tells_the_weight_are_compared_by_count_and_never_kilograms_as_pieces(
    one, offer, demand
):
    by_weight = one("volume", offer(quantity=400, unit="cái", unit_kg=0.7), demand(quantity=2, unit="tấn"))
    assert by_weight.facts["unit"] == "kg"
    weighed = offer(quantity=50, unit="cái", per="day", unit_kg=0.3)
    said = one("volume", weighed, demand(quantity=60, unit="cái", per="day"))
    assert (said.code, said.facts["unit"], round(said.facts["fill"], 2)) == ("volume_part", "cái", 0.83)


@pytest.mark.parametrize(
    ("have", "unit", "need", "wanted", "fill"),
    [(100, "cặp", 400, "chiếc", 0.5), (300, "chiếc", 100, "cặp", 1.5), (40, "cặp", 80, "cặp", 0.5)],
)
def test_a_pair_that_a_record_calls_two_pieces_is_counted_as_two(
    one, offer, demand, have, unit, need, wanted, fill
):
    two = (Size("cặp", 2, 2, "chiếc"),)
    asks = demand(quantity=need, unit=wanted, per="month", price_unit="chiếc", sizes=two)
    said = one("volume", offer(quantity=have, unit=unit, per="month", price_unit="cặp"), asks)
    assert said.facts["fill"] == fill


@pytest.mark.parametrize(
    ("birds", "code"), [(90, "volume_covers"), (20, "volume_part"), (0.5, "volume_small")]
)
def test_of_eggs_and_birds_in_one_offer_the_birds_answer_who_wants_birds(one, offer, demand, birds, code):
    parts = [{"words": "trứng vịt 2.500 quả", "quantity": 2500.0, "unit": "quả", "per": "week"},
             {"words": "vịt làm sạch 20 con", "quantity": birds, "unit": "con", "per": "week"}]  # fmt: skip
    each = Doubt("quantity", "several", {"count": 2, "parts": parts})
    farm = offer(product="Trứng vịt, vịt làm sạch", quantity=2500, unit="quả", per="week", doubts=(each,))
    asks = demand(product="Vịt cỏ làm sạch", quantity=60, unit="con", per="week", pooling_allowed=False)
    said = one("volume", farm, asks)
    assert (said.code, said.facts["supply_said"], said.facts["unit"]) == (code, birds, "con")
    eggs = demand(product="Trứng vịt", quantity=2000, unit="quả", per="week")
    assert one("volume", farm, eggs).facts["fill"] == 1.25


@pytest.mark.parametrize("product", ["cúc mâm xôi", "quất cảnh", "lan hồ điệp"])
def test_plants_in_pots_wait_for_the_days_of_the_month_on_which_they_are_wanted(one, offer, demand, product):
    pots = {"product": product, "unit": "chậu", "shelf_life_days": None}
    wanted = demand(product=product, unit="chậu", quantity=800, per="total",
                    months=(6,), deliver_from=date(2027, 6, 10), deliver_to=date(2027, 6, 14))  # fmt: skip
    said = one("volume", offer(**pots, quantity=2000, per="season", months=(6, 7)), wanted)
    assert (said.code, said.facts["supply"], "days" in said.facts) == ("volume_covers", 1000, False)
    assert said.facts["even_over"] == [6, 7]  # those of July are not yet there
    alone = one("volume", offer(**pots, quantity=2000, per="season", months=(6,)), wanted)
    assert (alone.facts["supply"], "even_over" in alone.facts) == (2000, False)


def test_a_harvest_of_fresh_goods_is_told_as_shared_over_its_months(one, offer, demand):
    need = demand(quantity=5, per="total", months=(6,))
    told = one("volume", offer(quantity=12, per="season", months=(6, 7, 8)), need).facts
    assert (told["supply"], told["even_over"]) == (4000, [6, 7, 8])
    assert "even_over" not in one("volume", offer(quantity=12, per="month", months=(6, 7, 8)), need).facts
    keeps = offer(product="gạo ST25", quantity=12, per="season", months=(6, 7, 8))
    rice = demand(product="gạo ST25", quantity=5, per="total", months=(6,))
    assert "even_over" not in one("volume", keeps, rice).facts


def test_goods_of_a_list_are_held_against_their_own_amount(one, offer, demand):
    parts = [{"words": "30 kg nấm hương", "quantity": 30.0, "unit": "kg", "per": "week"},
             {"words": "20 kg mộc nhĩ", "quantity": 20.0, "unit": "kg", "per": "week"}]  # fmt: skip
    each = Doubt("quantity", "several", {"count": 2, "parts": parts})
    wanted = demand(product="nấm hương, mộc nhĩ", quantity=30, unit="kg", per="week", doubts=(each,))
    ears = one("volume", offer(product="Mộc nhĩ", quantity=100, unit="kg", per="month"), wanted)
    assert ears.code == "volume_covers"
    assert (ears.facts["need_month"], ears.facts["need_said"]) == (85.714, 20)
    assert ears.facts["need_words"] == "20 kg mộc nhĩ"
    few = one("volume", offer(product="Nấm hương", quantity=100, unit="kg", per="month"), wanted)
    assert (few.code, few.facts["need_month"]) == ("volume_part", 128.571)
    order = offer(product="Mộc nhĩ", quantity=1, per="month", min_order=110, min_order_unit="kg")
    assert one("volume", order, wanted).vetoes == ["moq_too_high"]  # above all that he takes of these


def test_a_stock_of_a_harvest_is_told_by_the_harvest_and_not_as_there_all_year(one, offer, demand):
    rice = {"product": "gạo ST25", "quantity": 60, "per": "total"}
    need = demand(product="gạo ST25", quantity=38, per="total", months=(1, 2, 3))
    for words in ("thu hoạch tháng 10-12", "gặt T10 đến T12", "harvest October to December"):
        told = one("volume", offer(months=(10, 11, 12), season_text=words, **rice), need).facts
        assert told["harvested"] == [10, 11, 12]
    sold = one("volume", offer(months=(10, 11, 12), season_text="bán tháng 10-12", **rice), need).facts
    assert "harvested" not in sold


def test_an_order_that_the_goods_do_not_keep_for_says_how_long_they_do(one, offer, demand):
    rice = {"product": "gạo ST25", "months": tuple(range(1, 13))}
    large = offer(min_order=500, min_order_unit="kg", shelf_life_days=540, **rice)
    wanted = {"quantity": 30, "unit": "kg", "per": "month"}
    why = one("volume", large, demand(min_remaining_share=0.6, **wanted, **rice)).why("moq_too_high")
    assert (why["months_at_once"], why["stored_for"], why["life_wanted"]) == (7, 216, True)
    few = one("volume", large, demand(**wanted, **rice | {"months": (1, 2)})).why("moq_too_high")
    assert (few["months_at_once"], "stored_for" in few) == (2, False)


def test_an_order_of_goods_of_which_nobody_says_how_long_they_keep_tells_no_days(one, offer, demand):
    unknown = {"product": "trái lạ quê tôi", "shelf_life_days": None, "months": (1, 2, 3, 4, 5, 6)}
    large = offer(min_order=500, min_order_unit="kg", **unknown)
    wanted = demand(product="trái lạ quê tôi", quantity=30, unit="kg", per="month", months=(1, 2, 3, 4, 5))
    assert "stored_for" not in one("volume", large, wanted).why("moq_too_high")


@pytest.mark.parametrize(
    ("words", "supply"),
    [
        ({"remarks": "2.000 chậu dịp Tết"}, 2000),
        ({"season_text": "hoa Tết, tháng 1 tháng 2"}, 2000),
        ({"description": "potted, in flower for Tet"}, 2000),
        ({"remarks": "nở sau Tết"}, 1000),
        ({"remarks": "lứa Tết đã đặt hết"}, 1000),
        ({}, 1000),
    ],
)
def test_pots_that_flower_for_tet_are_all_there_in_the_month_before(one, offer, demand, words, supply):
    pots = {"product": "cúc mâm xôi", "unit": "chậu", "shelf_life_days": None}
    need = demand(product="cúc mâm xôi", unit="chậu", quantity=1500, per="total", months=(1,))
    said = one("volume", offer(**pots, quantity=2000, per="season", months=(1, 2), **words), need)
    assert (said.facts["supply"], "even_over" in said.facts) == (supply, supply == 1000)
    later = demand(product="cúc mâm xôi", unit="chậu", quantity=1500, per="total", months=(2,))
    told = one("volume", offer(**pots, quantity=2000, per="season", months=(1, 2), **words), later)
    assert told.facts["supply"] == 1000


def test_pots_asked_for_as_those_of_tet_are_all_there_in_the_month_before(one, offer, demand):
    pots = {"product": "địa lan Trần Mộng", "unit": "chậu", "shelf_life_days": None}
    given = offer(**pots, quantity=400, per="total", months=(1, 2))
    wanted = {"unit": "chậu", "quantity": 300, "per": "total", "months": (1,)}
    assert one("volume", given, demand(product="địa lan Tết", **wanted)).facts["supply"] == 400
    assert one("volume", given, demand(product="địa lan", **wanted)).facts["supply"] == 200


def test_a_need_of_no_period_that_comes_so_often_is_told_as_taken_for_the_whole(one, offer, demand):
    often = demand(quantity=40, per="", months=(6, 7), delivery_rhythm="2 xe/tuần")
    assert one("volume", offer(quantity=120, per="season"), often).facts["need_period_assumed"] is True
    for plain in (
        demand(quantity=40, per="", months=(6, 7)),
        demand(per="total", delivery_rhythm="2 xe/tuần"),
    ):
        assert "need_period_assumed" not in one("volume", offer(quantity=120, per="season"), plain).facts


@pytest.mark.parametrize(("shelf", "stock"), [(1, False), (5, False), (10, True), (365, True)])
def test_what_keeps_a_few_days_is_no_stock_whatever_its_kind(one, offer, demand, shelf, stock):
    rice = offer(product="gạo ST25", quantity=6, per="season", months=(6, 7, 8), shelf_life_days=shelf)
    told = one("volume", rice, demand(product="gạo ST25", quantity=5, per="total", months=(6,))).facts
    assert told["supply"] == (6000 if stock else 2000)


@pytest.mark.parametrize(
    ("shelf", "told"),
    [
        (365, ([4, 5, 6, 7, 8], 5000.0)),
        (45, ([4, 5, 6, 7], 4000.0)),  # by August it is too old
    ],
)
def test_a_stock_is_held_against_no_more_months_than_it_can_reach(one, offer, demand, shelf, told):
    stock = offer(product="tỏi", quantity=3.5, per="total", months=(4, 5, 6), shelf_life_days=shelf)
    need = demand(product="tỏi", quantity=1, per="month", months=(4, 5, 6, 7, 8))
    said = one("volume", stock, need).facts
    assert said["for_months"]
    assert (said.get("need_all_months"), said.get("need_all")) == told
