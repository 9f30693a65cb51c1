import pytest

from matchmaker.services.reference import matcher_of, reference
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


@pytest.fixture(scope="module")
def made_in_trade():
    lexicon = matcher_of(reference("products")).lexicon
    mask = made_forms(lexicon)
    return lambda one, other: bool(mask[lexicon.index[one], lexicon.index[other]])


def test_grain_and_beans_in_the_husk_are_another_form_of_the_milled_ones(made_in_trade):
    assert made_in_trade("rice_seng_cu", "paddy")
    assert made_in_trade("coffee_arabica_green", "coffee_parchment")
    assert not made_in_trade("rice", "rice_glutinous")


def test_frozen_meat_is_another_form_of_the_living_animal(made_in_trade):
    assert made_in_trade("pig_black", "pork_frozen")
