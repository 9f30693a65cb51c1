import pytest

from scoring.made_of import made_forms


@pytest.fixture
def made(trade):
    mask, index = made_forms(trade.lexicon), trade.lexicon.index
    return lambda one, other: bool(mask[index[one], index[other]])


def test_a_product_and_what_is_made_of_it_are_two_forms_either_way(made):
    assert made("turmeric", "turmeric_starch")
    assert made("turmeric_starch", "turmeric")


def test_the_name_tells_what_dried_and_smoked_goods_are_made_of_for_all_their_varieties(made):
    assert made("pear_vh6", "pear_dried")
    assert made("buffalo_live", "buffalo_jerky")


def test_other_fruit_varieties_and_by_products_are_no_forms(made):
    assert not made("durian", "pear_dried")
    assert not made("pear", "pear_vh6")
    assert not made("turmeric", "turmeric_fibre")
