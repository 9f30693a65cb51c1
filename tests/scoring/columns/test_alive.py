import pytest

from scoring.columns.alive import base_of_trade, is_alive
from scoring.product import Form


@pytest.fixture
def alive(trade):
    """Whether a text about black pigs, with units, speaks of live animals."""
    kind = trade.lexicon.kinds[trade.lexicon.index["pig_black"]]
    return lambda text, *units, form=Form.NONE: is_alive(text, form, kind, units, trade.units)


@pytest.mark.parametrize("text", ["Lợn đen hơi", "lon den hoi", "black pig, live weight"])
def test_words_of_live_weight_tell_live_animals(alive, text):
    assert alive(text)


def test_a_unit_of_live_weight_tells_live_animals(alive):
    assert alive("lợn đen", "kg hơi")
    assert not alive("lợn đen", "kg")


def test_a_told_form_tells_live_animals(alive):
    assert alive("lợn đen còn sống", form=Form.LIVE)


def test_slaughtered_animals_are_not_live(alive):
    assert not alive("lợn đen hơi, móc hàm")


def test_other_goods_are_never_live(trade):
    lychee = trade.lexicon.kinds[trade.lexicon.index["lychee"]]
    assert not is_alive("vải hấp hơi", Form.NONE, lychee, ("kg",), trade.units)
    assert not is_alive("hơi", Form.NONE, None, ("kg", ""), trade.units)


def test_only_kilograms_of_live_animals_change_their_base(trade):
    index = trade.bases.index
    assert base_of_trade(index["kg"], True, index) == index["kg hơi"]
    assert base_of_trade(index["kg"], False, index) == index["kg"]
    assert base_of_trade(index["con"], True, index) == index["con"]
    assert base_of_trade(index["kg"], True, {"kg": index["kg"]}) == index["kg"]
