from dataclasses import replace

import pytest

from scoring.criteria.price import judge
from scoring.records import Doubt, Place, Size

FAR = Place(text="Cần Thơ", lat=10.0, lon=105.8)


def test_a_farm_price_is_compared_with_a_delivered_ceiling_by_adding_freight(one, offer, demand):
    said = one("price", offer(), demand())
    assert (said.facts["carriage_low"], said.facts["carriage_high"], said.facts["floor_total"]) == (
        400,
        600,
        20400,
    )


def test_a_floor_little_above_the_ceiling_is_talked_about_and_one_far_above_refused(one, offer, demand):
    near = one("price", offer(price_min=29700, price_max=30000), demand(price_max=30000))
    assert (near.code, near.vetoes, near.facts["negotiable"]) == ("price_over", [], True)
    within = one("price", offer(price_min=29600, price_max=30000), demand(price_max=30000))
    assert (within.code, within.vetoes) == ("price_range_over", [])
    assert near.score < within.score
    last = one("price", offer(price_min=32600, price_max=33000), demand(price_max=30000))  # 400 of freight
    assert (last.vetoes, last.score) == ([], 0.0)
    beyond = one("price", offer(price_min=32700, price_max=33000), demand(price_max=30000))
    assert (beyond.vetoes, beyond.facts["negotiable"]) == (["price_over"], False)


def test_no_veto_rests_on_a_store_that_may_be_the_sellers_or_the_buyers(one, offer, demand):
    own = {
        "price_basis": "depot",
        "doubts": (Doubt("price_basis", "store_whose", {"value": "giao tại kho"}),),
    }
    within = one("price", offer(price_min=32700, price_max=33000, **own), demand(price_max=30000))
    assert (within.vetoes, within.facts["store_whose"]) == ([], "giao tại kho")
    beyond = one("price", offer(price_min=33100, price_max=33500, **own), demand(price_max=30000))
    assert beyond.vetoes == ["price_over"]


def test_how_far_a_price_is_talked_about_is_a_matter_of_the_profile(pairs, offer, demand, profile):
    strict = replace(profile, thresholds={**profile.thresholds, "price_negotiable": 0.0})
    near = pairs([offer(price_min=29700, price_max=30000)], [demand(price_max=30000)])
    assert not judge(near, profile).vetoes["price_over"][0]
    assert judge(near, strict).vetoes["price_over"][0]


def test_a_ceiling_named_roughly_refuses_nothing_that_is_still_negotiable(one, offer, demand):
    rough = demand(price_max=30000, doubts=(Doubt("price", "price_about", {"value": "chừng 30k"}),))
    near = one("price", offer(price_min=31000, price_max=33000), rough)
    assert (near.code, near.vetoes) == ("price_over", [])
    assert (near.facts["negotiable"], near.facts["ceiling_about"]) == (True, True)
    assert one("price", offer(price_min=34000, price_max=35000), rough).vetoes == ["price_over"]


def test_a_gap_beyond_ten_per_cent_is_hardly_negotiable(one, offer, demand):
    assert one("price", offer(price_min=40000, price_max=40000), demand()).facts["negotiable"] is False


@pytest.mark.parametrize(
    ("basis", "ceiling_basis", "added"),
    [("farm_gate", "farm_gate", 0), ("depot", "delivered", 400), ("truck_station", "delivered", 0),
     ("delivered", "delivered", 0), ("delivered", "farm_gate", -600), ("", "delivered", 400)],
)  # fmt: skip
def test_prices_are_brought_to_the_place_of_the_ceiling(one, offer, demand, basis, ceiling_basis, added):
    said = one("price", offer(price_basis=basis), demand(price_basis=ceiling_basis))
    assert said.facts["carriage_low"] == added
    assert said.facts["basis_assumed"] is (basis == "")


def test_a_lower_price_never_scores_less(one, offer, demand):
    scores = [
        one("price", offer(price_min=p, price_max=p), demand()).score
        for p in (50000, 35000, 29000, 25000, 15000, 4000)
    ]
    assert scores == sorted(scores)


def test_prices_in_tonnes_and_kilograms_are_the_same(one, offer, demand):
    by_tonne = one("price", offer(price_min=20_000_000, price_max=24_000_000, price_unit="tấn"), demand())
    assert by_tonne.score == one("price", offer(), demand()).score


def test_prices_of_different_units_are_not_compared(one, offer, demand, profile):
    said = one("price", offer(price_unit="quả"), demand())
    assert (said.code, said.vetoes, said.score) == ("price_units_differ", [], profile.neutral("price"))


def test_the_freight_of_pieces_is_not_guessed(one, offer, demand):
    said = one("price", offer(price_unit="quả"), demand(price_unit="quả"))
    assert (said.code, said.facts["carriage_low"]) == ("freight_unknown", 0)


def test_nothing_said_is_neutral(one, offer, demand, profile):
    assert one("price", offer(price_min=None, price_max=None), demand()).code == "price_unsaid"
    assert one("price", offer(), demand(price_max=None)).score == profile.neutral("price")


def test_a_price_without_a_unit_is_taken_per_kilogram_of_weighed_goods_and_never_a_veto(one, offer, demand):
    said = one("price", offer(price_unit="", price_min=90000, price_max=90000), demand())
    assert (said.vetoes, said.facts["unit_assumed"]) == ([], True)
    assert said.score == 0.0
    assert one("price", offer(price_unit="", unit="quả"), demand()).code == "price_unsaid"


def test_a_ceiling_without_a_unit_is_marked_as_taken(one, offer, demand):
    assert one("price", offer(), demand()).facts["ceiling_unit_assumed"] is False
    said = one("price", offer(), demand(price_unit="", unit="tấn"))
    assert (said.facts["ceiling_unit"], said.facts["ceiling_unit_assumed"]) == ("kg", True)


PIG = {"product": "lợn đen hơi"}


@pytest.mark.parametrize(("sold", "asked"), [("kg hơi", "kg"), ("kg", "kg hơi"), ("kg", "kg")])
def test_a_kilogram_of_live_animals_is_one_of_live_weight(one, offer, demand, sold, asked):
    pig = offer(price_min=90000, price_max=90000, price_unit=sold, price_basis="delivered", **PIG)
    said = one("price", pig, demand(price_max=70000, price_unit=asked, **PIG))
    assert (said.code, said.vetoes) == ("price_over", ["price_over"])


def test_live_weight_is_not_compared_with_meat(one, offer, demand):
    pig = offer(price_min=90000, price_unit="kg hơi", **PIG)
    meat = demand(product="lợn đen", description="giết mổ, móc hàm", price_max=70000)
    said = one("price", pig, meat)
    assert (said.code, said.vetoes) == ("price_units_differ", [])
    assert said.facts["live_against_meat"] is True


def test_a_price_without_a_unit_is_told_as_it_was_written(one, offer, demand):
    bare = one("price", offer(price_min=75, price_max=None, price_unit="", unit="quả"), demand())
    assert (bare.code, bare.facts["price_bare"]) == ("price_unsaid", 75)
    unclear = one("price", offer(), demand(price_max=75000, price_unit="", unit="quả"))
    assert (unclear.code, unclear.facts["ceiling_bare"]) == ("ceiling_unsaid", 75000)
    assert one("price", offer(), demand()).facts["price_bare"] is None


@pytest.mark.parametrize(
    ("product", "storage", "gate"),
    [
        ("vải thiều tươi", "ambient", "garden"),
        ("lợn đen", "live", "stable"),
        ("vải thiều sấy khô", "ambient", ""),
        ("miến dong", "ambient", ""),
        ("khăn thổ cẩm", "ambient", ""),
        ("tên chưa ai biết", "ambient", ""),
    ],
)
def test_the_place_of_production_is_named_by_what_is_produced(one, offer, demand, product, storage, gate):
    assert one("price", offer(product=product, storage=storage), demand()).facts["gate"] == gate


def test_it_is_told_whether_a_freight_that_is_not_added_is_known(one, offer, demand):
    said = one("price", offer(price_unit="quả"), demand(price_unit="quả"))
    assert said.facts["way_known"] is True
    lost = one("price", offer(price_unit="quả", place=Place(text="đâu đó")), demand(price_unit="quả"))
    assert (lost.code, lost.facts["way_known"]) == ("freight_unknown", False)


def test_a_live_weight_price_against_meat_weighs_nothing(one, offer, demand, profile):
    pig, meat = offer(product="lợn đen", storage="live"), demand(product="lợn đen", spec="móc hàm")
    said = one("price", pig, meat)
    assert (said.facts["live_against_meat"], said.score) == (True, profile.neutral("price"))
    assert one("price", pig, demand(product="lợn đen")).score != profile.neutral("price")


def test_words_that_leave_a_price_open_are_told(one, offer, demand):
    open_ = (Doubt("price", "price_open", {"value": "theo giá thị trường"}),)
    said = one("price", offer(price_min=None, price_max=None, doubts=open_), demand())
    assert (said.code, said.facts["price_words"]) == ("price_unsaid", "theo giá thị trường")
    foreign = (Doubt("price_min", "other_currency", {"currency": "USD"}),)
    said = one("price", offer(price_min=None, price_max=None, doubts=foreign), demand())
    assert said.facts["price_words"] == "USD"


def test_the_freight_of_a_piece_is_limited_by_the_most_that_it_weighs(one, offer, demand):
    piece = {"unit": "quả", "price_unit": "quả"}
    said = one("price", offer(**piece, sizes=(Size("quả", 0.9, 1.2, "kg"),)), demand(**piece)).facts
    assert said["piece_freight"] == 720  # 1.2 kg at 600 đồng
    unsaid = one("price", offer(**piece), demand(**piece)).facts
    assert (unsaid["piece_freight"], unsaid["piece_freight_most"]) == (None, 9000)  # 15 kg, told to nobody
    assert one("price", offer(unit="con", price_unit="con"), demand(**piece)).facts["piece_freight"] is None


@pytest.mark.parametrize(
    ("product", "most"),
    [("khăn lụa dệt tay", 1200), ("Ví da bò", 1200), ("gùi tre", 6000), ("bàn mây", 6000)],
)
def test_what_is_worn_weighs_little_though_no_record_says_how_much(one, offer, demand, product, most):
    piece = {"unit": "chiếc", "price_unit": "cái", "product": product}
    facts = one("price", offer(**piece), demand(**piece)).facts
    assert (facts["piece_freight"], facts["piece_freight_most"]) == (None, most)


def test_the_weight_of_a_piece_counts_under_the_other_name_of_its_unit(one, offer, demand):
    piece = {"unit": "trái", "price_unit": "trái", "sizes": (Size("quả", 1.0, 1.6, "kg"),)}
    assert one("price", offer(**piece), demand(**piece)).facts["piece_freight"] == 960


@pytest.mark.parametrize(
    ("unit", "low", "ceiling", "told"),
    [
        ("quả", 600000, 30000, {"kg": 15, "least": 40000}),
        ("quả", 300000, 30000, None),  # a heavy one is within it
        ("con", 9000000, 60000, None),  # nothing limits what an animal weighs
        ("lít", 90000, 30000, None),  # a litre is held against a kilogram by what it weighs
    ],
)
def test_a_piece_too_dear_at_any_weight_is_told_as_such(one, offer, demand, unit, low, ceiling, told):
    seller = offer(unit=unit, price_unit=unit, price_min=low, price_max=2 * low, price_basis="farm_gate")
    said = one("price", seller, demand(price_max=ceiling, price_basis="delivered"))
    assert said.facts.get("dear_piece") == told
    if told:
        wanted = demand(price_max=ceiling, price_basis="depot")
        for changes in ({"price_basis": "delivered"}, {"price_unit": ""}):  # freight comes off; unit unsaid
            assert "dear_piece" not in one("price", replace(seller, **changes), wanted).facts


BY_PIECE = {"unit": "quả", "price_unit": "quả", "price_max": 22000, "sizes": (Size("quả", 0.9, 1.2, "kg"),)}


def test_a_price_by_weight_is_held_against_one_by_the_piece_at_every_weight_said(one, offer, demand):
    wanted = demand(**BY_PIECE)
    dear = one("price", offer(price_min=28000, price_max=42000, price_basis="depot"), wanted)
    assert dear.vetoes == ["price_over"]
    assert (dear.facts["pieces_brought"], dear.facts["piece_weighs"]) == ([25200, 50400], [0.9, 1.2])
    talked_about = one("price", offer(price_min=26000, price_max=42000, price_basis="depot"), wanted)
    assert (talked_about.vetoes, talked_about.facts["negotiable"]) == ([], True)
    near = one("price", offer(price_min=24000, price_max=34000, price_basis="depot"), wanted)
    assert (near.vetoes, near.code) == ([], "price_units_differ")
    assert near.facts["pieces_brought"] == [21600, 40800]
    unsaid = one("price", offer(price_min=26000, price_max=42000), demand(**BY_PIECE | {"sizes": ()}))
    assert (unsaid.vetoes, "pieces_brought" in unsaid.facts) == ([], False)


def test_a_price_by_the_piece_is_held_against_one_by_weight(one, offer, demand):
    sold = offer(**{**BY_PIECE, "price_max": 13000}, price_min=12000)
    assert one("price", sold, demand(price_max=9000)).vetoes == ["price_over"]  # 10.000 a kilogram at least
    assert one("price", sold, demand(price_max=10500)).vetoes == []


@pytest.mark.parametrize(
    ("basis", "price", "vetoes", "least", "freight"),
    [
        ("farm_gate", 26000, [], 23760, [360, 720]),  # 400–600 đồng a kilogram on top
        ("farm_gate", 26600, ["price_over"], 24300, [360, 720]),  # 23.940 without freight
        ("truck_station", 26600, [], 23940, [0, 720]),  # it may lie at the buyer's
        ("delivered", 26600, [], 23940, [0, 0]),
        ("farm_gate", 24200, [], 22140, [360, 720]),  # below the ceiling before freight alone
    ],
)
def test_a_price_by_weight_bears_the_freight_of_the_piece(
    one, offer, demand, basis, price, vetoes, least, freight
):
    wanted = demand(**BY_PIECE, price_basis="delivered")
    said = one("price", offer(price_min=price, price_max=42000, price_basis=basis), wanted)
    assert (said.code, said.vetoes) == ("price_over", vetoes)
    assert (said.facts["pieces_lowest"][0], said.facts["pieces_freight"]) == (least, freight)
    assert said.facts["pieces_lowest"][1] == round(least * 1.2 / 0.9)


@pytest.mark.parametrize(("ceiling", "vetoes"), [(9400, ["price_over"]), (9500, []), (10300, [])])
def test_a_price_by_the_piece_bears_the_freight_of_a_kilogram(one, offer, demand, ceiling, vetoes):
    sold = offer(**{**BY_PIECE, "price_max": 13000}, price_min=12000, price_basis="farm_gate")
    said = one("price", sold, demand(price_max=ceiling, price_basis="delivered"))
    assert (said.code, said.vetoes) == ("price_over", vetoes)  # 10.400 a kilogram at least
    assert said.facts["pieces_lowest"] == [10400, 13733]


def test_freight_that_comes_off_the_price_leaves_it_open(one, offer, demand):
    at_the_door = offer(price_min=26000, price_max=42000, price_basis="delivered")
    assert one("price", at_the_door, demand(**BY_PIECE, price_basis="farm_gate")).vetoes == []


def test_animals_stored_alive_are_priced_by_live_weight(one, offer, demand):
    wanted = demand(product="Lợn đen bản địa (hơi)", unit="con", price_max=120_000, price_unit="kg")
    dear = offer(product="Lợn đen bản địa", unit="con", storage="live", price_min=150_000, price_unit="kg")
    assert one("price", dear, wanted).vetoes == ["price_over"]


def test_prices_by_the_piece_on_both_sides_are_compared_by_the_piece_whatever_it_weighs(one, offer, demand):
    by_piece = {"unit": "quả", "price_unit": "quả", "unit_kg": 0.8}
    priced = offer(**by_piece, price_min=35000, price_max=50000)
    facts = one("price", priced, demand(**by_piece, price_max=19000)).facts
    assert (facts["price_low"], facts["ceiling"], facts["unit"]) == (35000, 19000, "quả")


def test_pieces_of_several_weights_are_brought_over_by_both_ends_and_never_by_the_least(one, offer, demand):
    wanted = demand(**{**BY_PIECE, "price_max": 60000}, unit_kg=0.9)
    facts = one("price", offer(price_min=32000, price_max=32000), wanted).facts
    assert facts["pieces_brought"] == [28800, 38400]


def test_a_price_of_no_unit_is_refused_where_it_is_above_the_ceiling_by_piece_and_by_weight(
    one, offer, demand
):
    sizes = (Size("quả", 1.2, 1.5, "kg"),)
    wanted = demand(price_max=20000, price_unit="quả", sizes=sizes)
    assert one("price", offer(price_min=40000, price_max=40000, price_unit=""), wanted).vetoes == [
        "price_over"
    ]
    near = demand(price_max=45000, price_unit="quả", sizes=sizes)
    assert one("price", offer(price_min=40000, price_max=40000, price_unit=""), near).vetoes == []
