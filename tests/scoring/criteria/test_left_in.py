"""What is still in the goods or not yet done to them, stems of a pot, the weight of a pack, vessels."""

import pytest

from scoring.criteria.refused_forms import unslaughtered
from scoring.criteria.specification import falls_short, specified
from scoring.records import Demand, Offer


def of(spec, product="Hàng", wanted="Hàng", **offered):
    found = specified(Offer("o", product, **offered), Demand("d", wanted, spec=spec))
    return [(clause.says, clause.offered) for clause in found]


@pytest.mark.parametrize(
    ("spec", "grade", "says", "words"),
    [
        ("đã bỏ hạt đen", "con lan cuong, hat den", "unmet", "con lan cuong, hat den"),
        ("đã bỏ hạt đen", "còn lẫn cuống, hạt đen", "unmet", "còn lẫn cuống, hạt đen"),
        ("không lẫn thóc", "con lan thoc", "unmet", "con lan thoc"),
        ("rửa sạch", "chua rua, con dinh dat", "unmet", "chua rua"),
        ("đã lựa", "hàng xô", "unmet", "hàng xô"),
        ("đã phân loại", "chưa phân loại", "unmet", "chưa phân loại"),
        ("cắt cuống", "chua cat cuong", "unmet", "chua cat cuong"),
        ("bỏ lõi", "còn lõi", "unmet", "còn lõi"),
        ("stems removed", "mixed with stems", "unmet", "mixed with stems"),
        ("washed", "unwashed", "unmet", "unwashed"),
        ("rửa sạch đất", "củ to, còn đất ít", "other", "còn đất ít"),
        ("không lẫn tạp chất", "ít lẫn tạp", "other", "ít lẫn tạp"),
        ("thịt bò tươi", "còn tươi", "unsaid", ""),  # no "bỏ"
        ("không thối", "còn hàng điện thôi", "unsaid", ""),
        ("không đen", "còn 60 con lợn đen", "unsaid", ""),
        ("không đen", "còn 5% hạt đen", "other", "còn 5% hạt đen"),
        ("cắt cuống", "không cắt cành bán", "unsaid", ""),
        ("cắt cuống", "chưa cắt", "unmet", "chưa cắt"),
        ("mổ trong đêm", "không mổ", "unsaid", ""),
        ("bỏ ruột", "2 con/kg, bỏ ruột", "same", ""),
        ("bỏ lá già", "lá già bỏ hết", "same", ""),
        ("đã lựa", "lựa kỹ", "same", ""),
    ],
)
def test_what_is_still_in_or_not_yet_done_is_told_whole_and_fails(spec, grade, says, words):
    assert of(spec, description=grade) == [(says, words)]


@pytest.mark.parametrize(
    ("spec", "grade", "says", "words"),
    [
        ("≥5 cành hoa/chậu", "3-4 canh, no muon", "unmet", "3-4 canh"),
        ("từ 5 cành/chậu", "3 ngồng", "unmet", "3 ngồng"),
        ("3 cành/chậu", "2 cành", "unmet", "2 cành"),
        ("≥5 cành/chậu", "5-8 cành", "same", ""),
        ("≥5 cành/chậu", "4-6 cành", "part", "4-6 cành"),
        ("≥5 cành/chậu", "bán từ 10 cành", "unsaid", ""),
    ],
)
def test_stems_that_say_no_pot_are_held_against_those_of_one(spec, grade, says, words):
    assert of(spec, description=grade) == [(says, words)]


def test_too_few_stems_rank_behind():
    few, enough = Offer("o", "Địa lan", grade="3-4 canh"), Offer("o", "Địa lan", grade="5-8 cành")
    wanted = Demand("d", "Địa lan", spec="≥5 cành hoa/chậu")
    assert (falls_short(few, wanted), falls_short(enough, wanted)) == (True, False)


@pytest.mark.parametrize("packaging", ["bich 1kg", "bịch 1 kg", "ro 1kg", "goi 500g"])
def test_the_weight_of_a_pack_is_no_size_of_a_piece(packaging):
    assert of("4-6 con/kg", grade="muc la lon", packaging=packaging) == [("unsaid", "")]
    assert of("4-6 con/kg", grade="1 kg/con", packaging=packaging)[0][0] == "unmet"


@pytest.mark.parametrize(
    ("wanted", "spec"),
    [
        ("Giỏ mây tre đan đựng quà", "giỏ có quai"),
        ("Túi cói xách tay", "túi có khóa"),
        ("Hộp gỗ sơn mài", "hộp có nắp"),
        ("Khay tre", "khay tròn"),
    ],
)
def test_how_a_basket_is_made_is_no_way_to_pack_it(wanted, spec):
    assert of(spec, "gui may, gio may", wanted, packaging="xep roi") == [("unsaid", "")]
    assert of("hộp 500 g", wanted="Chè Shan", packaging="xep roi")[0][0] == "repack"


@pytest.mark.parametrize(
    ("words", "none"),
    [
        ("ban hoi, khong co lo mo", True),
        ("chưa có cơ sở giết mổ", True),
        ("không nhận mổ", True),
        ("no abattoir", True),
        ("mổ theo yêu cầu", False),
        ("chưa mở bán", False),
        ("có lò mổ", False),
    ],
)
def test_who_has_no_slaughterhouse_slaughters_none(words, none):
    assert unslaughtered(Offer("o", "lợn đen", remarks=words)) is none
