from __future__ import annotations

import pytest

from scoring.product import Lexicon, ProductMatcher, ProductText
from scoring.product.forms import Form
from scoring.product.normalise import fold
from scoring.product.record import record_of

NOTHING: frozenset[int] = frozenset()


def test_marks_anywhere_make_the_whole_record_marked(small: Lexicon) -> None:
    assert record_of(small, NOTHING, "cam", "vườn đồi", None).accented
    assert not record_of(small, NOTHING, "cam", "vuon doi", None).accented
    assert not record_of(small, NOTHING, "cam", "vườn đồi", False).accented


def test_an_english_name_stays_english_beside_words_with_marks(small: Lexicon) -> None:
    assert record_of(small, NOTHING, "Dried fresh green stuff", "", None).english
    assert record_of(small, NOTHING, "Dried fresh green stuff", "hàng Sơn La", None).english
    assert record_of(small, NOTHING, "Dried fresh stuff (mận)", "", None).english
    assert not record_of(small, NOTHING, "Mận tươi (fresh green stuff)", "", None).english
    assert not record_of(small, NOTHING, "Catimor", "nhân xanh", None).english


def test_goods_of_the_name_and_of_the_description_are_kept_apart(small: Lexicon) -> None:
    record = record_of(small, NOTHING, "Xoài cát Sơn La", "ăn với mật ong", None)
    assert [small.kinds[m.kinds[0]].key for m in record.goods] == ["mango_cat"]
    assert [small.kinds[m.kinds[0]].key for m in record.told] == ["honey"]
    assert record.phrases() == ("Xoài cát", "mật ong")
    assert [fold(word) for word in record.unmasked()] == ["xoai", "cat"]


def test_things_around_the_goods_are_goods_only_alone(small: Lexicon) -> None:
    around = frozenset({small.index["honey"]})
    both = record_of(small, around, "Mật ong xoài", "", None)
    alone = record_of(small, around, "Mật ong", "", None)
    assert [small.kinds[m.kinds[0]].key for m in both.goods] == ["mango"]
    assert [small.kinds[m.kinds[0]].key for m in alone.goods] == ["honey"]


def test_the_form_of_the_name_goes_before_that_of_the_description(small: Lexicon) -> None:
    assert record_of(small, NOTHING, "Mận cấp đông", "tươi ngon", None).form is Form.FROZEN
    assert record_of(small, NOTHING, "Mận", "tươi ngon", None).form is Form.FRESH


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Duck eggs, salted", "egg_salted"),
        ("Cardamom, black", "black_cardamom"),
        ("Vermicelli, mung bean", "noodle_mung"),
        ("Duck eggs, fresh from the farm", "egg_duck"),
        ("Mango, guava", "mango"),
    ],
)
def test_an_english_list_puts_what_describes_the_product_behind_a_comma(
    matcher: ProductMatcher, name: str, key: str
) -> None:
    assert matcher.lexicon.kinds[matcher.reading(ProductText(name)).kind].key == key


def test_a_place_typed_with_its_marks_leaves_a_bare_name_bare(matcher: ProductMatcher) -> None:
    reading = matcher.reading(ProductText("dau sa chanh Tân Phước", "chung hoi nuoc, 1 lit"))
    assert not reading.accented
    assert matcher.lexicon.kinds[reading.kind].key == "lemongrass_oil"
    assert matcher.reading(ProductText("Dầu sả chanh Tân Phước")).accented


@pytest.mark.parametrize(
    ("name", "kind", "form"),
    [
        ("Tép bưởi da xanh cấp đông", "pomelo_da_xanh", Form.FROZEN),
        ("Múi bưởi da xanh", "pomelo_da_xanh", Form.PROCESSED),
        ("Tép đồng", "tep", Form.NONE),
        ("Tép, bưởi", "tep", Form.NONE),
    ],
)
def test_a_piece_of_the_fruit_named_behind_it_is_no_other_product(matcher, name, kind, form):
    reading = matcher.reading(ProductText(name))
    assert (matcher.lexicon.kinds[reading.kinds[0]].key, reading.form) == (kind, form)
