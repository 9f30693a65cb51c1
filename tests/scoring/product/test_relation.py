from __future__ import annotations

import numpy as np
import pytest

from scoring.product import Lexicon, ProductMatcher, ProductText, Relation
from scoring.product.kind import Kind
from scoring.product.relation import relation_table, same_state


@pytest.mark.parametrize(
    ("demanded", "offered", "relation"),
    [
        ("mango", "mango", Relation.SAME),
        ("mango", "mango_cat", Relation.VARIETY),
        ("mango_cat", "mango", Relation.GENERIC),
        ("mango_cat", "mango_keo", Relation.SIBLING),
        ("mango", "mango_dried", Relation.OTHER_FORM),
        ("mango_dried", "mango_cat", Relation.OTHER_FORM),
        ("fruit", "plum", Relation.VARIETY),
        ("plum", "orange", Relation.FAMILY),
        ("mango", "oil", Relation.FAMILY),
        ("mango", "honey", Relation.UNRELATED),
    ],
)
def test_kinds_stand_as_their_lines_tell(
    small: Lexicon, demanded: str, offered: str, relation: Relation
) -> None:
    table, _ = relation_table(small)
    assert table[small.index[demanded], small.index[offered]] == relation


def test_a_wide_family_says_no_more_than_the_category() -> None:
    rows = [{"key": "fruit", "rank": "family", "category": "fruit"}]
    rows += [{"key": f"f{i}", "parent": "fruit", "category": "fruit"} for i in range(30)]
    lexicon = Lexicon.from_rows(rows)
    table, _ = relation_table(lexicon)
    assert table[lexicon.index["f1"], lexicon.index["f2"]] == Relation.CATEGORY


def test_a_product_with_varieties_is_no_variety_of_its_neighbour() -> None:
    rows = [
        {"key": "rice", "category": "rice", "hs6": "100630", "form": "dried"},
        {"key": "fragrant", "parent": "rice", "category": "rice", "hs6": "100630", "form": "dried"},
        {"key": "white", "parent": "rice", "category": "rice", "hs6": "100630", "form": "dried"},
        {"key": "sticky", "parent": "rice", "category": "rice", "hs6": "100630", "form": "dried"},
        {"key": "sticky_a", "parent": "sticky", "category": "rice", "hs6": "100630", "form": "dried"},
    ]
    lexicon = Lexicon.from_rows(rows)
    table, _ = relation_table(lexicon)
    assert table[lexicon.index["fragrant"], lexicon.index["white"]] == Relation.SIBLING
    assert table[lexicon.index["fragrant"], lexicon.index["sticky"]] == Relation.FAMILY


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("Chè ướp sen Tây Hồ", "Chè tôm nõn Tân Cương"),
        ("trà nhài", "chè Shan tuyết Mộc Châu"),
        ("bột matcha", "bạch trà Shan tuyết"),
        ("chè móc câu Thái Nguyên", "trà ướp hoa nhài"),
    ],
)
def test_leaf_of_no_place_is_tea_worked_up_otherwise(
    matcher: ProductMatcher, wanted: str, offered: str
) -> None:
    assert matcher.explain(ProductText(wanted), ProductText(offered))["relation"] == "family"
    assert matcher.explain(ProductText("chè"), ProductText(offered))["relation"] == "variety"


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("Coffee blossom or acacia honey, drum", "Cà phê Arabica rang xay"),
        ("coffee blossom / rubber blossom honey", "cà phê nhân Robusta"),
        ("acacia or lychee blossom honey", "vải thiều sấy"),
    ],
)
def test_honey_called_by_its_blossom_is_nothing_of_the_plant(
    matcher: ProductMatcher, wanted: str, offered: str
) -> None:
    relation = matcher.explain(ProductText(wanted), ProductText(offered))["relation"]
    assert relation in ("family", "category", "unrelated")
    assert matcher.explain(ProductText(wanted), ProductText("mật ong"))["relation"] == "generic"


def test_what_is_mistaken_is_marked_both_ways_and_below(small: Lexicon) -> None:
    _, confused = relation_table(small)
    assert confused[small.index["orange"], small.index["bran"]]
    assert confused[small.index["bran"], small.index["orange"]]
    assert confused[small.index["tea_lotus"], small.index["dessert"]]
    assert not confused[small.index["mango"], small.index["plum"]]


def test_no_kind_is_mistaken_for_its_own_line(whole: Lexicon) -> None:
    table, confused = relation_table(whole)
    assert not confused[table < Relation.FAMILY].any()
    assert (np.diag(table) == Relation.SAME).all()


def test_live_and_fresh_do_not_exclude_each_other() -> None:
    live, fresh, dried = (Kind("k", form=form) for form in ("live", "fresh", "dried"))
    assert same_state(live, fresh)
    assert same_state(Kind("k"), dried)
    assert not same_state(fresh, dried)


@pytest.mark.parametrize(
    ("demand", "offer", "relation"),
    [
        ("pear", "pear_dried", Relation.OTHER_FORM),
        ("pear_vh6", "pear_dried", Relation.OTHER_FORM),
        ("dried_fruit", "mango_dried", Relation.VARIETY),
        ("soursop", "pear_dried", Relation.UNRELATED),
        ("poultry", "pork_belly", Relation.CATEGORY),
        ("noodle_mien", "noodle_mung", Relation.SIBLING),
        ("silk", "lychee", Relation.UNRELATED),
    ],
)
def test_kept_goods_and_whole_categories_are_found_wherever_they_stand(
    matcher: ProductMatcher, demand: str, offer: str, relation: Relation
) -> None:
    lexicon = matcher.lexicon
    table, _ = relation_table(lexicon)
    assert table[lexicon.index[demand], lexicon.index[offer]] == relation


def test_roasted_nuts_are_another_form_of_raw_kernels_and_one_sort_of_nuts(whole: Lexicon) -> None:
    table, _ = relation_table(whole)
    salted, kernel, nut = (whole.index[key] for key in ("cashew_salted", "cashew_kernel", "cashew"))
    assert table[salted, kernel] == table[kernel, salted] == Relation.OTHER_FORM
    assert table[nut, salted] == table[nut, kernel] == Relation.VARIETY


def test_dried_fish_is_what_its_name_says_wherever_it_stands(whole: Lexicon) -> None:
    table, _ = relation_table(whole)
    assert table[whole.index["dried_fish"], whole.index["pangasius_dried"]] == Relation.VARIETY
    assert table[whole.index["dried_fish"], whole.index["pangasius"]] >= Relation.OTHER_FORM
