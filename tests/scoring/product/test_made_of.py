import pytest

from scoring.product import Lexicon, Relation
from scoring.product.made_of import made_of
from scoring.product.relation import relation_table


@pytest.mark.parametrize(
    ("made", "of"),
    [
        ("peanut_oil", "peanut"),
        ("corn_liquor", "corn"),
        ("shrimp_cracker", "shrimp"),
        ("coconut_candy", "coconut"),
        ("turmeric_starch", "turmeric"),
    ],
)
def test_the_head_of_something_made_is_followed_by_what_it_is_made_of(
    whole: Lexicon, made: str, of: str
) -> None:
    assert whole.index[of] in made_of(whole)[whole.index[made]]


def test_a_fresh_product_that_bears_the_name_of_another_is_not_made_of_it(whole: Lexicon) -> None:
    assert not [j for j in made_of(whole) if whole.kinds[j].form in ("fresh", "live")]


def test_what_is_made_of_a_product_is_nearer_to_it_than_other_goods(whole: Lexicon) -> None:
    table, _ = relation_table(whole)
    peanut, oil, honey = (whole.index[key] for key in ("peanut", "peanut_oil", "honey"))
    assert table[peanut, oil] == table[oil, peanut] == Relation.FAMILY
    assert table[peanut, honey] == Relation.UNRELATED
