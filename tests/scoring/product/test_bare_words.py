"""Words typed without marks: what they may mean, and what they are never taken for."""

from __future__ import annotations

import pytest

from scoring.product import ProductMatcher, ProductText, Relation, marked_around

TEXT_LEAST = 0.5  # a relation by text alone below this is the wrong product


def _compared(matcher: ProductMatcher, demand: ProductText, offer: str) -> tuple[Relation, float]:
    found = matcher.compare(matcher.read([demand]), matcher.read([ProductText(offer)]))
    return Relation(int(found.relation[0, 0])), float(found.similarity[0, 0])


@pytest.mark.parametrize(
    ("demand", "friend", "meant"),
    [
        ("cam", "Cám gạo", "Cam sành"),
        ("chanh", "Chanh leo", "Chanh không hạt"),
        ("me", "Mè đen", "Me chua"),
        ("dao", "Đào", "Dao rèn"),
    ],
)
def test_a_bare_word_that_is_a_name_as_it_stands_means_that(
    matcher: ProductMatcher, demand: str, friend: str, meant: str
) -> None:
    right, near = _compared(matcher, ProductText(demand), meant)
    wrong, far = _compared(matcher, ProductText(demand), friend)
    assert right in (Relation.SAME, Relation.VARIETY)
    assert wrong not in (Relation.SAME, Relation.VARIETY)
    assert far < TEXT_LEAST < near


@pytest.mark.parametrize("offer", ["Thịt bò", "Quả bơ"])
def test_a_bare_word_of_several_products_is_asked_about(matcher: ProductMatcher, offer: str) -> None:
    relation, similarity = _compared(matcher, ProductText("bo"), offer)
    assert relation is Relation.UNKNOWN
    assert similarity > TEXT_LEAST


def test_a_bare_name_of_several_syllables_is_the_product(matcher: ProductMatcher) -> None:
    assert _compared(matcher, ProductText("cam sanh"), "Cam sành")[0] is Relation.SAME


def test_marks_elsewhere_in_the_record_leave_a_bare_word_its_own_meaning(matcher: ProductMatcher) -> None:
    assert marked_around(("cam",), ("", "Siêu thị Xanh"))
    assert not marked_around(("cam sành",), ("Siêu thị Xanh",))
    assert not marked_around(("cam",), ("Cong ty Xanh",))
    alone, around = ProductText("cam"), ProductText("cam", marked_around=True)
    orange = matcher.lexicon.index["orange"]
    assert matcher.reading(around).kinds == (orange,)
    assert matcher.reading(alone).kinds[0] == orange
    assert matcher.reading(ProductText("bo", marked_around=True)).firm == 0
    assert _compared(matcher, ProductText("gung", marked_around=True), "Gừng")[0] is Relation.UNKNOWN
    sanh = matcher.lexicon.index["orange_sanh"]
    assert matcher.reading(ProductText("cam sanh", marked_around=True)).kind == sanh


def test_other_words_of_a_bare_record_still_decide(matcher: ProductMatcher) -> None:
    assert matcher.reading(ProductText("cam", "cam gao chan nuoi")).kind == matcher.lexicon.index["rice_bran"]
