from dataclasses import replace

import pytest

from scoring.columns.alive import as_meat, asks_for_live, bases_of_trade, dressed, is_alive
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
    measured, alive = [(1.0, index["kg"]), (1.0, index["kg"]), (1.0, index["con"])], [True, False, True]
    assert bases_of_trade(measured, alive, index).tolist() == [index["kg hơi"], index["kg"], index["con"]]
    assert bases_of_trade(measured[:1], [True], {"kg": index["kg"]}).tolist() == [index["kg"]]


def test_a_slaughterhouse_buys_animals_by_live_weight(one, offer, demand):
    pig = {"product": "lợn đen", "unit": "con", "price_unit": "kg"}
    live = offer(**pig | {"product": "lợn đen hơi"}, storage="live", price_min=100000, price_max=115000)
    wanted = demand(**pig, buyer="Lò mổ Vạn Phúc", price_max=120000)
    said = one("price", live, wanted)
    assert (said.code, said.facts["ceiling_unit"]) == ("price_under", "kg hơi")
    shop = one("price", live, demand(**pig, buyer="Siêu thị Vạn Phúc", price_max=120000))
    assert shop.facts["ceiling_unit"] == "kg"
    meat = one("product", offer(product="lợn đen làm sạch", storage="chilled"), wanted)
    assert meat.vetoes == ["wrong_form"]


def test_meat_animals_said_to_live_are_live_however_the_table_keeps_them(trade):
    pig = trade.lexicon.kinds[trade.lexicon.index["pig_black"]]
    goat = replace(pig, form="", storage="chilled")
    assert is_alive("dê thịt", Form.LIVE, goat, ("con", "kg"), trade.units)
    assert not is_alive("dê thịt", Form.NONE, goat, ("con", "kg"), trade.units)


@pytest.mark.parametrize("more", ["hoi 145-150k/kg", "110k/kg hoi", "25 kg hơi một con", "giá theo kg hơi"])
def test_live_weight_in_the_text_tells_live_animals(trade, more):
    pig = trade.lexicon.kinds[trade.lexicon.index["pig_black"]]
    assert is_alive("lợn đen", Form.NONE, pig, ("con", "kg"), trade.units, more)
    assert not is_alive("thịt lợn đen", Form.NONE, pig, ("con", "kg"), trade.units, more)
    assert not is_alive("lợn đen", Form.FROZEN, pig, ("con", "kg"), trade.units, more)


def test_a_little_is_no_live_weight(trade):
    pig = trade.lexicon.kinds[trade.lexicon.index["pig_black"]]
    assert not is_alive("lợn đen", Form.NONE, pig, ("con",), trade.units, "con hơi nhỏ, hoi gay")


@pytest.mark.parametrize(
    "text", ["vịt làm sẵn", "đã làm lông, mổ moi", "lon moc ham", "bỏ nội tạng", "cá tầm phi lê", "mo sach"]
)
def test_words_of_slaughter_ask_for_dressed_animals(text):
    assert dressed(text)
    assert not dressed("vịt thả suối")


def test_large_animals_sold_slaughtered_are_meat():
    assert as_meat("Lợn đen móc hàm") == "thịt Lợn đen móc hàm"
    assert as_meat("lon den moc ham") == "thit lon den moc ham"
    assert as_meat("Lợn đen hơi") == "Lợn đen hơi"
    assert as_meat("Gà đồi làm sạch") == "Gà đồi làm sạch"


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("gà giết mổ sẵn", True),
        ("chỉ bán gà sống, chưa có chỗ giết mổ", False),
        ("ban ca con, khong giet mo", False),
        ("gần lò giết mổ", False),
    ],
)
def test_who_slaughters_none_sells_none_slaughtered(text, clean):
    assert dressed(text) is clean


@pytest.mark.parametrize(
    ("product", "spec", "live"),
    [
        ("Gà đen", "gà hơi, 1,2–1,5 kg/con", True),
        ("Vịt bầu", "2–2,5 kg/con, vịt sống", True),
        ("Ga ri", "ga hoi 1,5kg", True),
        ("Tôm hùm", "hàng sống", True),
        ("Cá lăng", "sống hoặc ướp đá trong ngày", False),
        ("Cá lăng", "cá sông, tươi", False),
        ("Gà đồi", "con 1,2 kg sau mổ", False),
        ("Quýt", "hơi xanh", False),
        ("Cá hồi", "ca hoi, 2-3 kg", False),
        ("Cá hồi", "cá hồi, tươi sống", False),
        ("Ca lang", "ca song, 1 kg", False),
        ("Tôm", "tom song 30 con/kg", True),
        ("Dê", "dê hơi từ 25 kg", True),
        ("Tôm sú", "tươi, hàng sông", False),
        ("Rau rừng", "ăn sống", False),
    ],
)
def test_a_specification_of_the_animals_themselves_asks_for_them_alive(product, spec, live):
    assert asks_for_live(product, spec) is live
