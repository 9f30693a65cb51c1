from __future__ import annotations

import pytest

from scoring.product.kind import kind_from
from scoring.product.lexicon import Lexicon
from scoring.product.normalise import syllables


def test_cells_become_typed_values() -> None:
    kind = kind_from(
        {
            "key": "plum",
            "name_vi": "mận",
            "synonyms_vi": "quả mận; mận hậu ",
            "harvest_months": "6;5",
            "storable": "0",
            "shelf_ambient_days": "4",
            "price_low": "",
            "rank": "",
        }
    )
    assert kind.synonyms_vi == ("quả mận", "mận hậu")
    assert kind.harvest_months == (5, 6)
    assert kind.storable is False
    assert kind.shelf_ambient_days == 4.0
    assert kind.price_low is None
    assert kind.rank == "kind"
    assert kind.names == ("mận", "quả mận", "mận hậu")


def test_a_month_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="sáu"):
        kind_from({"key": "plum", "harvest_months": "sáu"})


def test_a_repeated_key_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="plum"):
        Lexicon.from_rows([{"key": "plum"}, {"key": "plum"}])


def test_phrases_lead_to_kinds_with_and_without_marks(small: Lexicon) -> None:
    mango = small.index["mango_cat"]
    assert small.marked[tuple(w.marked for w in syllables("xoài cát"))] == (mango,)
    assert small.plain[("xoai", "cat")] == (mango,)


def test_a_bare_syllable_names_every_kind_it_could_be(small: Lexicon) -> None:
    assert set(small.plain[("cam",)]) == {small.index["orange"], small.index["bran"]}


def test_ancestors_and_descendants_follow_the_parents(small: Lexicon) -> None:
    cat, mango, fruit = (small.index[k] for k in ("mango_cat", "mango", "fruit"))
    assert small.ancestors(cat) == (mango, fruit)
    assert cat in small.descendants(fruit)
    assert small.descendants(cat) == ()


def test_a_circle_of_parents_ends() -> None:
    lexicon = Lexicon.from_rows([{"key": "a", "parent": "b"}, {"key": "b", "parent": "a"}])
    assert lexicon.ancestors(0) == (1, 0) or lexicon.ancestors(0) == (1,)


def test_a_part_taken_out_is_gone_and_the_rest_stays(small: Lexicon) -> None:
    less = small.without({"mango_cat"})
    assert "mango_cat" not in less.index
    assert "mango" in less.index
    assert less.places == small.places


def test_origins_with_two_syllables_mask_and_products_do_not() -> None:
    lexicon = Lexicon.from_rows(
        [{"key": "a", "name_vi": "bưởi Diễn", "origins": "Hà Nội;Huế;bưởi Diễn"}], places=("Cam Lộ",)
    )
    assert ("ha", "noi") in lexicon.places
    assert ("hue",) not in lexicon.places
    assert ("cam", "lo") in lexicon.places
    assert tuple(w.marked for w in syllables("bưởi Diễn")) not in lexicon.places


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("bình hoa gốm", ["pottery_jar", "pottery_vase"]),  # a jar for flowers is as much a vase
        ("bình gốm cắm hoa", ["pottery_jar", "pottery_vase"]),
        ("bình gốm trang trí", ["pottery_jar"]),
        ("lọ gốm cắm hoa", ["pottery_vase"]),
        ("áo dân tộc", ["ethnic_costume"]),
        ("áo khoác thổ cẩm", ["brocade_jacket"]),
    ],
)
def test_a_name_stands_in_the_rows_of_the_products_that_it_means(
    whole: Lexicon, name: str, keys: list[str]
) -> None:
    assert [each.key for each in whole.kinds if name in (each.name_vi, *each.synonyms_vi)] == keys


def test_goods_of_brocade_are_under_the_headings_of_what_they_are(whole: Lexicon) -> None:
    headings = {each.key: each.hs6 for each in whole.kinds if each.key.startswith("brocade_")}
    assert headings["brocade_bag"] == "420222"
    assert (headings["brocade_backpack"], headings["brocade_wallet"]) == ("420292", "420232")
    assert (headings["brocade_cushion"], headings["brocade_keyring"]) == ("940490", "630790")
