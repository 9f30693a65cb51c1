from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.product import Lexicon, ProductColumns, ProductMatcher, ProductText
from scoring.product.normalise import fold
from scoring.product.relation import Relation

NAMES = [
    "Cam sành",
    "cam sanh",
    "Chè Shan tuyết",
    "Trà xanh",
    "Bơ sáp",
    "Bò khô",
    "Dried mango",
    "Ống sáo",
    "",
    "me",
]

TEXTS = st.lists(st.text(max_size=30), min_size=1, max_size=4)


@pytest.fixture(scope="module")
def trial(small: Lexicon) -> ProductMatcher:
    return ProductMatcher(small)


def test_columns_keep_the_order_and_read_equal_texts_once(trial: ProductMatcher) -> None:
    columns = trial.read([ProductText("Xoài"), ProductText("Mận"), ProductText("Xoài")])
    assert [trial.lexicon.kinds[k].key for k in columns.kind] == ["mango", "plum", "mango"]
    assert len(columns.vectors) == 2
    assert columns.kind.dtype == np.int32
    assert columns.form.dtype == np.int8


def test_rows_taken_compare_like_the_whole(trial: ProductMatcher) -> None:
    offers = trial.read([ProductText(name) for name in ("Xoài", "Mận", "Xoài", "Trà sen")])
    demands = trial.read([ProductText("Xoài cát"), ProductText("Trà")])
    whole = trial.compare(demands, offers).similarity
    part = trial.compare(demands.take(np.array([1])), offers.take(slice(2, 4))).similarity
    assert np.array_equal(part, whole[1:, 2:])


def test_nothing_compares_to_an_empty_block(trial: ProductMatcher) -> None:
    compared = trial.compare(trial.read([ProductText("Xoài")]), trial.read([]))
    assert compared.similarity.shape == (1, 0)
    assert compared.relation.shape == (1, 0)


def test_one_pair_scores_as_it_does_in_a_block(matcher: ProductMatcher) -> None:
    texts = [ProductText(name) for name in NAMES]
    block = matcher.compare(matcher.read(texts), matcher.read(texts)).similarity
    for i, one in enumerate(texts):
        for j, other in enumerate(texts):
            pair = matcher.compare(matcher.read([one]), matcher.read([other])).similarity
            assert pair[0, 0] == block[i, j]


def test_the_same_lexicon_gives_the_same_bytes(whole: Lexicon, matcher: ProductMatcher) -> None:
    texts = [ProductText(name) for name in NAMES]
    other = ProductMatcher(whole)
    one = matcher.compare(matcher.read(texts), matcher.read(texts))
    two = other.compare(other.read(texts), other.read(texts))
    assert one.similarity.tobytes() == two.similarity.tobytes()
    assert one.relation.tobytes() == two.relation.tobytes()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(max_size=30), min_size=1, max_size=4),
    st.lists(st.text(max_size=30), min_size=1, max_size=4),
)
def test_similarity_lies_between_nothing_and_one(
    matcher: ProductMatcher, demands: list[str], offers: list[str]
) -> None:
    compared = matcher.compare(
        matcher.read([ProductText(d) for d in demands]), matcher.read([ProductText(o) for o in offers])
    )
    assert compared.similarity.dtype == np.float32
    assert compared.similarity.min() >= 0.0
    assert compared.similarity.max() <= 1.0


@pytest.mark.parametrize(
    ("demand", "offer"),
    [("Mật ong bạc hà", "Mật bạc hà Đồng Văn"), ("Quế vỏ", "Vỏ quế Trà My"), ("Gạo nếp", "Nếp nương"),
     ("Cá hồi", "Cá hồi Sa Pa"), ("Thanh long ruột đỏ", "Thanh long đỏ")],
)  # fmt: skip
def test_marks_taken_from_both_sides_keep_the_match(matcher: ProductMatcher, demand: str, offer: str) -> None:
    def near(one: str, other: str) -> float:
        texts = (matcher.read([ProductText(one)]), matcher.read([ProductText(other)]))
        return float(matcher.compare(*texts).similarity[0, 0])

    assert near(fold(demand), fold(offer)) > 0.7
    assert near(demand, offer) > 0.7


@pytest.mark.parametrize(
    ("one", "other"),
    [("Cam sành", "Cám gạo"), ("Dứa tươi", "Dừa tươi"), ("Dưa hấu", "Dừa xiêm"), ("Bơ sáp", "Thịt bò"),
     ("Hoa hồi", "Cá hồi"), ("Mận hậu", "Roi đỏ"), ("Măng khô", "Măng cụt"), ("Hồng giòn", "Hồng xiêm"),
     ("Đào tươi", "Dao rèn"), ("Me chua", "Mè trắng"), ("Chè xanh", "Chè trôi nước"),
     ("Trám đen", "Trầm hương")],
)  # fmt: skip
def test_false_friends_are_kept_apart_both_ways(matcher: ProductMatcher, one: str, other: str) -> None:
    texts = [ProductText(one), ProductText(other)]
    near = matcher.compare(matcher.read(texts), matcher.read(texts)).similarity
    assert near[0, 1] < 0.25
    assert near[1, 0] < 0.25
    assert near[0, 0] > 0.9
    assert near[1, 1] > 0.9


def test_the_dried_flesh_of_longan_is_another_form(matcher: ProductMatcher) -> None:
    facts = matcher.explain(ProductText("Nhãn tươi"), ProductText("Long nhãn"))
    assert facts["relation"] == "other_form"


def test_tea_is_one_under_both_its_words(matcher: ProductMatcher) -> None:
    facts = matcher.explain(ProductText("Chè Shan tuyết"), ProductText("Trà Shan tuyết"))
    assert facts["relation"] == "same"


def test_an_account_names_kinds_phrases_and_similarity(matcher: ProductMatcher) -> None:
    facts = matcher.explain(ProductText("Mận"), ProductText("Cây giống mận hậu"))
    assert facts["demand"]["kind"] == "plum"
    assert facts["offer"]["kind"] == "plum_hau"
    assert facts["offer"]["role"] == "seedling"
    assert facts["offer"]["phrases"] == ["mận hậu"]
    assert facts["relation"] == "gated"
    assert 0.0 <= facts["similarity"] <= 1.0


def test_an_account_of_the_unknown_names_no_kind(matcher: ProductMatcher) -> None:
    facts = matcher.explain(ProductText("Zxqw"), ProductText("Mận"))
    assert facts["demand"]["kind"] is None
    assert facts["relation"] == "unknown"


def test_lists_read_apart_compare_like_one_list(trial: ProductMatcher) -> None:
    texts = [ProductText(name) for name in NAMES]
    whole = trial.read(texts)
    joined = ProductColumns.joined([trial.read(texts[:4]), trial.read(texts[4:5]), trial.read(texts[5:])])
    assert len(joined.signs) == len(whole.signs)
    one, other = trial.compare(whole, whole), trial.compare(whole, joined)
    assert one.similarity.tobytes() == other.similarity.tobytes()
    assert one.relation.tobytes() == other.relation.tobytes()


def test_sticky_rice_named_by_its_place_is_a_sort_of_sticky_rice_alone(matcher: ProductMatcher) -> None:
    offer = matcher.read([ProductText("Gạo nếp Phú Tân")])
    wanted = matcher.read([ProductText(name) for name in ("gạo nếp", "gạo tẻ ngon", "Gạo ST25")])
    found = [Relation(int(code)) for code in matcher.compare(wanted, offer).relation[:, 0]]
    assert found == [Relation.VARIETY, Relation.FAMILY, Relation.FAMILY]
