import pytest

from scoring.criteria.specification import specified
from scoring.records import Demand, Offer


@pytest.mark.parametrize(
    ("spec", "told", "says", "words"),
    [
        ("quả đều", "qua to", "unsaid", ""),
        ("lá đều", "lá xanh", "unsaid", ""),
        ("nụ đều", "5 nụ", "unsaid", ""),
        ("size đồng đều", "quả đều", "same", ""),
        ("quả đều", "size dong deu", "same", ""),
        ("củ đều", "củ rất đều", "same", ""),
        ("quả đều", "qua to nho lan", "unmet", "qua to nho lan"),
        ("hạt đều", "hạt không đều", "unmet", "hạt không đều"),
        ("củ đều", "củ lớn nhỏ đều có", "unmet", "củ lớn nhỏ đều có"),
        ("size đều", "hàng xô", "unmet", "hàng xô"),
    ],
)
def test_goods_are_even_only_where_the_offer_says_so(spec, told, says, words):
    (clause,) = specified(Offer("o", "Hàng", description=told), Demand("d", "Hàng", spec=spec))
    assert (clause.says, clause.offered) == (says, words)


def test_a_grade_that_speaks_of_the_piece_says_nothing_of_its_evenness():
    (clause,) = specified(Offer("o", "Hàng", grade="còn lẫn quả dập"), Demand("d", "Hàng", spec="quả đều"))
    assert clause.says == "unsaid"
