RICE = {"product": "gạo ST25", "shelf_life_days": 365}


def test_goods_are_set_aside_for_months_after_their_supply_and_never_before_it(one, offer, demand):
    said = one("season", offer(months=(1, 2), **RICE), demand(product="gạo ST25", months=(12, 1, 3))).facts
    assert (said["stored"], said["sooner"]) == (True, [12])
    assert said["left_over"] == [12]  # of the last February's, ten months old


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
