import pytest

from scoring.records import Place

FAR = Place(text="Cần Thơ", lat=10.0, lon=105.8)  # two days away


def test_goods_that_arrive_with_time_to_spare_are_fresh_enough(one, offer, demand):
    said = one("freshness", offer(shelf_life_days=20), demand(min_remaining_share=0.67))
    assert (said.code, said.vetoes) == ("fresh_enough", [])
    assert said.facts["wanted"] == 13.4


def test_too_little_shelf_life_on_arrival_cannot_reach(one, offer, demand):
    said = one("freshness", offer(shelf_life_days=3), demand(place=FAR, min_remaining_days=2))
    assert (said.vetoes, said.score) == (["cannot_reach"], 0.0)
    assert (said.facts["left"], said.facts["wanted"]) == (1, 2)


def test_the_stricter_of_days_and_share_counts(one, offer, demand):
    wanted = demand(min_remaining_days=2, min_remaining_share=0.9)
    assert one("freshness", offer(shelf_life_days=20), wanted).facts["wanted"] == 18


@pytest.mark.parametrize(("storage", "days"), [("chilled", 20), ("ambient", 3)])
def test_an_unsaid_shelf_life_comes_from_the_product_table_for_the_storage_offered(
    one, offer, demand, storage, days
):
    said = one("freshness", offer(shelf_life_days=None, storage=storage), demand())
    assert (said.facts["shelf"], said.facts["from_table"]) == (days, True)


def test_unsaid_storage_of_goods_kept_cold_is_not_guessed(one, offer, demand, profile):
    said = one("freshness", offer(shelf_life_days=None, storage=""), demand(min_remaining_days=30))
    assert (said.code, said.vetoes, said.score) == ("shelf_unsaid", [], profile.neutral("freshness"))


def test_exactly_the_shelf_life_wanted_is_enough(one, offer, demand):
    said = one("freshness", offer(shelf_life_days=5), demand(place=FAR, min_remaining_days=3))
    assert said.vetoes == []
    assert said.code == "fresh_tight"


def test_an_unknown_way_says_nothing_about_freshness(one, offer, demand):
    assert one("freshness", offer(place=Place()), demand(min_remaining_days=2)).code == "transit_unknown"


def test_goods_that_keep_for_less_than_is_wanted_left_are_refused_wherever_they_come_from(one, offer, demand):
    said = one("freshness", offer(place=Place(), shelf_life_days=3), demand(min_remaining_days=4))
    assert (said.code, said.vetoes, said.score) == ("fresh_short", ["cannot_reach"], 0.0)
    assert said.facts["left"] is None


def test_live_goods_are_judged_where_the_record_says_how_long_they_live(one, match, offer, demand):
    wanted = demand(place=FAR, min_remaining_days=1)
    assert one("freshness", offer(storage="live", shelf_life_days=None), wanted).code == "travels_live"
    short = offer(storage="live", shelf_life_days=2)
    assert one("freshness", short, wanted).vetoes == ["cannot_reach"]
    assert match(short, wanted).missing is None


def test_the_time_on_the_way_is_that_of_the_way(one, offer, demand):
    fresh, way = (one(name, offer(), demand(place=FAR)).facts for name in ("freshness", "logistics"))
    assert [fresh[name] for name in ("hours_low", "hours_high")] == [way["hours_low"], way["hours_high"]]


def test_of_goods_listed_the_shelf_life_is_that_of_the_kind_wanted(one, offer, demand):
    listed = offer(product="vải thiều, sầu riêng", shelf_life_days=None, storage="chilled")
    assert one("freshness", listed, demand(product="sầu riêng")).facts["kind_vi"] == "sầu riêng"


def test_animals_sold_by_the_head_may_live_and_are_not_asked_how_long_they_keep(one, offer, demand):
    heads = {"product": "lợn đen", "unit": "con", "shelf_life_days": None}
    said = one("freshness", offer(**heads, storage=""), demand(product="lợn đen", unit="con"))
    assert (said.code, said.facts["by_head"]) == ("shelf_unsaid", True)
    for other in ({"storage": "chilled"}, {"storage": "", "unit": "kg"}):
        told = one("freshness", offer(**heads | other), demand(product="lợn đen"))
        assert told.facts["by_head"] is False


def test_animals_whose_words_say_that_they_live_are_told_as_such(one, offer, demand):
    heads = {"product": "lợn đen", "unit": "con", "shelf_life_days": None, "storage": ""}
    assert (
        one("freshness", offer(**heads, remarks="lợn sống 30 kg/con"), demand()).facts["said_alive"] is True
    )
    assert one("freshness", offer(**heads, remarks="30 kg/con"), demand()).facts["said_alive"] is False


def test_live_animals_for_a_buyer_of_slaughtered_ones_are_told_to_go_cold(one, offer, demand):
    live = offer(product="gà đồi", storage="live", shelf_life_days=None)
    cleaned = one("freshness", live, demand(product="gà đồi làm sạch"))
    assert (cleaned.code, cleaned.facts["dressed_wanted"]) == ("travels_live", True)
    assert not one("freshness", live, demand(product="gà đồi")).facts["dressed_wanted"]


def test_how_long_animals_live_says_nothing_of_meat(one, offer, demand):
    pigs = offer(product="lợn đen", storage="live", shelf_life_days=5)
    meat = one("freshness", pigs, demand(product="thịt lợn đen mổ sẵn cấp đông", min_remaining_days=90))
    assert (meat.code, meat.vetoes) == ("travels_live", [])
    assert one("freshness", pigs, demand(product="lợn đen", min_remaining_days=90)).vetoes == ["cannot_reach"]
