"""A variety is asked and told of what grows or is bred, and of nothing else."""

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.questions import questions
from scoring.criteria.sorts_told import by_sort
from scoring.product import Kind, Lexicon


def _kind(key: str, category: str, form: str) -> Kind:
    return Kind(key=key, name_vi=key, name_en=key, category=category, form=form, rank="kind", parent="")


@pytest.mark.parametrize(
    ("category", "form", "asked"),
    [
        ("seafood", "fresh", True), ("egg", "fresh", True), ("packaging", "", True), ("dairy", "fresh", True),
        ("household", "", True), ("fruit", "fresh", False), ("rice", "dried", False), ("meat", "live", False),
        ("flower", "plant", False), ("spice", "dried", True),
    ],
)  # fmt: skip
def test_goods_that_nobody_grows_or_breeds_differ_by_their_sort(category, form, asked):
    lexicon = Lexicon([_kind("one", category, form)], {})
    assert by_sort(lexicon, 0) is asked


@pytest.mark.parametrize(
    ("facts", "word"),
    [
        ({"by_sort": True, "demanded_form": "fresh"}, "loại hàng"),
        ({"demanded_form": "craft"}, "kiểu, chất liệu, kích thước"),
        ({"demanded_form": "processed"}, "loại, nơi làm"),
        ({"demanded_form": "fresh", "commune": "Ba Bể"}, "giống"),
    ],
)
def test_what_is_asked_of_goods_that_say_too_little(facts, word):
    row = {"offered": "mực", "demanded": "mực lá", **facts}
    text = sentence("product_generic", row, "vi")
    assert f"phải hỏi {word}" in text
    assert questions({"product": {"code": "product_generic", "facts": row}}, "vi") == [word]
    assert ("giống" in text) is (word == "giống")


def test_the_same_goods_of_no_variety_are_settled_by_kind():
    facts = {"offered": "trứng vịt", "demanded": "trứng vịt", "offered_form": "fresh", "by_sort": True}
    assert "không phải hỏi lại loại hàng" in sentence("product_same", facts, "vi")
    del facts["by_sort"]
    assert "không phải hỏi lại giống" in sentence("product_same", facts, "vi")
