from scoring.records import Place

FAR = Place(text="Cần Thơ", lat=10.0, lon=105.8)
ISLAND = Place(text="Đảo Xa", lat=16.0, lon=111.0)


def test_a_nearer_buyer_scores_more(one, offer, demand):
    near, far = one("logistics", offer(), demand()), one("logistics", offer(), demand(place=FAR))
    assert near.score > far.score > 0
    assert (near.code, near.facts["km"], far.facts["km"]) == ("route", 100, 1800)


def test_hours_and_freight_are_halved_at_the_profiles_figures(one, offer, demand, profile):
    said = one("logistics", offer(), demand())
    expected = profile["hours_half"] / (profile["hours_half"] + 5) / 2
    expected += profile["freight_half"] / (profile["freight_half"] + 500) / 2
    assert abs(said.score - expected) < 1e-9


def test_an_unknown_place_is_neutral_and_gives_no_distance(one, offer, demand, profile):
    said = one("logistics", offer(place=Place(text="Xứ Lạ")), demand())
    assert (said.code, said.vetoes, said.facts["km"]) == ("place_unknown", [], None)
    assert said.score == profile.neutral("logistics")


def test_no_freight_way_cannot_reach(one, offer, demand):
    said = one("logistics", offer(place=ISLAND), demand())
    assert (said.vetoes, said.score) == (["cannot_reach"], 0.0)


def test_freight_is_told_as_a_share_of_a_price_by_weight(one, offer, demand):
    said = one("logistics", offer(price_min=4000, price_max=6000), demand())
    assert said.facts["freight_share"] == 0.1
    assert one("logistics", offer(price_unit="quả"), demand()).facts["freight_share"] is None
