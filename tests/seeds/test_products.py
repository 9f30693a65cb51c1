"""The product table: what it must hold, and that a broken row is found."""

import pytest

from seeds import reference
from seeds.problems import parts
from seeds.products import check_products

ROWS = reference("products")
BY_KEY = {row["key"]: row for row in ROWS}
CALENDAR_ROWS = 126


def codes(*rows):
    return {(problem.column, problem.code) for problem in check_products(rows)}


def changed(**columns):
    family = {**BY_KEY["fruit"], "confusable_with": ""}
    return family, {**BY_KEY["mango"], "confusable_with": "", **columns}


def test_a_sound_pair_of_rows_has_no_problem():
    assert codes(*changed()) == set()


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        ({"key": ""}, ("key", "empty_key")),
        ({"key": "fruit"}, ("key", "duplicate_key")),
        ({"parent": "vegetable"}, ("parent", "unknown_key")),
        ({"parent": "mango"}, ("parent", "circle")),
        ({"confusable_with": "lemur"}, ("confusable_with", "unknown_key")),
        ({"confusable_with": "mango"}, ("confusable_with", "itself")),
        ({"name_vi": ""}, ("name_vi", "empty")),
        ({"rank": "genus"}, ("rank", "unknown_choice")),
        ({"form": "boiled"}, ("form", "unknown_choice")),
        ({"storage": "cellar"}, ("storage", "unknown_choice")),
        ({"harvest_months": "4;13"}, ("harvest_months", "impossible_month")),
        ({"peak_months": "0"}, ("peak_months", "impossible_month")),
        ({"saleable_months": "may"}, ("saleable_months", "impossible_month")),
        ({"shelf_chilled_days": "-1"}, ("shelf_chilled_days", "not_a_number")),
        ({"price_low": "cheap"}, ("price_low", "not_a_number")),
        ({"price_low": "9", "price_high": "8"}, ("price_low", "price_order")),
        ({"hs6": "0804"}, ("hs6", "not_a_code")),
        ({"ocop_group": "7"}, ("ocop_group", "unknown_choice")),
        ({"synonyms_vi": "hoa quả"}, ("synonyms_vi", "shared_name")),
    ],
)
def test_a_broken_row_is_found(columns, problem):
    assert problem in codes(*changed(**columns))


def test_a_name_may_be_shared_by_products_that_say_they_are_confused():
    rows = changed(synonyms_vi="hoa quả", confusable_with="fruit")
    assert codes(*rows) == set()


def test_a_circle_through_another_row_is_found():
    family, kind = changed()
    assert ("parent", "circle") in codes({**family, "parent": "mango"}, kind)


def test_every_row_of_the_season_calendar_is_one_product():
    ids = [row["calendar_id"] for row in ROWS if row["calendar_id"]]
    assert len(ids) == len(set(ids)) == CALENDAR_ROWS


def test_products_of_the_calendar_have_months_shelf_life_and_a_price_band():
    for row in ROWS:
        if row["calendar_id"]:
            for column in ("harvest_months", "saleable_months", "price_low", "shelf_chilled_days"):
                assert row[column], row["key"]


def test_the_calendar_wins_over_the_lexicon():
    plum = BY_KEY["plum_hau"]
    assert (plum["harvest_months"], plum["shelf_ambient_days"], plum["shelf_chilled_days"]) == (
        "4;5;6",
        "5",
        "20",
    )


def test_every_kind_states_months_of_sale_unless_it_has_no_season():
    without = {r["category"] for r in ROWS if r["rank"] != "family" and not r["saleable_months"]}
    assert without <= {"seedling", "ornamental", "flower", "live", "farm input"} | {"feed"}


def test_a_storable_product_is_sold_beyond_its_harvest():
    assert BY_KEY["noodle_mien"]["storable"] == "1"
    assert len(parts(BY_KEY["noodle_mien"]["saleable_months"])) == 12
    assert BY_KEY["lychee"]["storable"] == "0"


@pytest.mark.parametrize(
    ("one", "other"),
    [("bamboo_shoot_dried", "mangosteen"), ("plum", "water_apple"), ("star_anise", "trout_salmon"),
     ("pineapple", "coconut_young"), ("avocado", "butter"), ("cassava", "jicama"), ("farm_lime", "lime"),
     ("yacon", "peanut_worm")],
)  # fmt: skip
def test_false_friends_are_marked(one, other):
    marked = parts(BY_KEY[one]["confusable_with"]) + parts(BY_KEY[other]["confusable_with"])
    assert one in marked or other in marked


def line(key):
    above = BY_KEY[key]["parent"]
    return [key, *line(above)] if above else [key]


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [("mango_hoa_loc", "mango"), ("garlic_ly_son", "garlic"), ("chicken_black", "chicken"),
     ("rice_glut_tu_le", "rice_glutinous"), ("buffalo_jerky", "smoked_meat"), ("honey_mint", "honey")],
)  # fmt: skip
def test_varieties_stand_below_their_product(narrow, wide):
    assert wide in line(narrow)


def test_sticky_rice_is_no_variety_of_rice():
    assert "rice" not in line("rice_glutinous")


def test_the_late_orange_is_gathered_from_the_end_of_december_to_may():
    assert parts(BY_KEY["orange_valencia"]["harvest_months"]) == ["1", "2", "3", "4", "5", "12"]
    assert "5" not in parts(BY_KEY["orange_cs1"]["harvest_months"])
