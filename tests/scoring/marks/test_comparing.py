"""Marks by which two records name other goods of one product."""

import pytest

from scoring.marks.comparing import (
    apart,
    asked_marks,
    degrees_apart,
    graded_apart,
    named_alone,
    offered_marks,
)
from scoring.product import Lexicon, ProductMatcher, ProductText
from scoring.records import Demand, Offer
from seeds import reference


@pytest.fixture(scope="module")
def matcher():
    places = ["Hưng Yên", "Sông Mã", "Cà Mau", "Năm Căn", "Lý Sơn", "Đồng Văn"]
    return ProductMatcher(Lexicon.from_rows(reference("products"), reference("synonyms"), places))


def _apart(matcher, wanted, given):
    kinds = [matcher.reading(ProductText(each.product)).kind for each in (wanted, given)]
    lexicon = matcher.lexicon
    return apart(lexicon, asked_marks(lexicon, wanted, kinds[0]), offered_marks(lexicon, given, kinds[1]))


@pytest.mark.parametrize(
    ("asks", "says", "words"),
    [
        ("Gạo ST25 hữu cơ", "gao ST24 Soc Trang", (("ST25",), ("ST24",))),
        ("Gạo lứt ST25", "Gạo lứt huyết rồng", (("ST25",), ("huyết rồng",))),
        ("gạo ST25", "gao ST25 tron Jasmine", (("ST25",), ("gao ST25 tron Jasmine",))),
        ("Frozen yellowfin tuna loin", "Cá ngừ sọc dưa đông lạnh", (("yellowfin",), ("sọc dưa",))),
        ("Ghẹ xanh sống", "ghe ba cham song", (("xanh",), ("ba cham",))),
        ("Nước mắm cá cơm 40 độ đạm", "nước mắm cá nục", (("cá cơm",), ("cá nục",))),
        ("Lạp xưởng tươi", "Lạp xưởng khô", (("tươi",), ("khô",))),
        ("Quế ống sáo", "que vun Van Yen", (("ống sáo",), ("vun",))),
        ("Măng khô lưỡi lợn", "mang vau kho xe soi", (("lưỡi lợn",), ("vau",))),
        ("khoai tây Atlantic", "Khoai tây Marabel vụ đông", (("Atlantic",), ("Marabel",))),
        ("khoai tây ruột vàng", "khoai tay Atlantic che bien", (("ruột vàng",), ("Atlantic",))),
        ("Bắp cải trái tim", "bap cai tron Da Lat", (("trái tim",), ("tron",))),
        ("Mật ong hoa cà phê", "mat ong bac ha Dong Van", (("cà phê",), ("bac ha Dong Van",))),
        ("Xoài cát Chu", "Xoài cát Hòa Lộc", (("cát Chu",), ("cát Hòa Lộc",))),
        ("tôm sú sống", "tom the chan trang", (("sú",), ("the chan trang",))),
        ("trà Shan tuyết cổ thụ", "che moc cau Thai Nguyen", (("Shan tuyết cổ thụ",), ("moc cau",))),
        ("tỏi nhiều tép Lý Sơn", "Tỏi cô đơn Lý Sơn", (("nhiều tép",), ("cô đơn",))),
        ("Cúc mâm xôi Sa Đéc", "Cúc đại đóa chậu", (("mâm xôi",), ("đại đóa",))),
        ("Hoa đào (đào bích, cành)", "Đào đá cành Tết", (("bích",), ("đá",))),
    ],
)
def test_what_both_name_otherwise_is_told_in_the_words_of_both(matcher, asks, says, words):
    found = _apart(matcher, Demand(id="D", product=asks), Offer(id="O", product=says))
    assert found
    assert (found.asks, found.offered) == words


@pytest.mark.parametrize(
    ("asks", "says"),
    [
        ("Sầu riêng Monthong (Dona)", "Sầu riêng Khánh Sơn (Monthong)"),
        ("sầu riêng Ri6", "Sầu riêng Khánh Sơn"),  # a place may grow any
        ("cua gạch Cà Mau", "Cua gạch Năm Căn"),
        ("Tỏi Lý Sơn", "Tỏi cô đơn Lý Sơn"),
        ("na dai", "mang cau ta Ba Den"),
        ("khoai tây", "khoai tây Marabel"),
        ("trà Shan tuyết", "Bạch trà Shan tuyết Suối Giàng"),
        ("quế ống sáo", "quế vỏ khô"),
        ("sầu riêng Ri6, Monthong", "sầu riêng Monthong"),
    ],
)
def test_what_only_one_names_or_both_share_is_not_told_apart(matcher, asks, says):
    assert _apart(matcher, Demand(id="D", product=asks), Offer(id="O", product=says)) is None


def test_what_a_demand_turns_away_or_takes_beside_it_is_no_mark(matcher):
    wanted = Demand(id="D", product="cà phê nhân", spec="không lấy robusta; ưu tiên Arabica")
    assert _apart(matcher, wanted, Offer(id="O", product="cà phê nhân robusta")) is None


def test_the_sentence_of_a_record_names_its_goods(matcher):
    wanted = Demand(id="D", product="bưởi đỏ làm quà", remarks="can 1 tan bưởi đỏ Tân Lạc, giao Hà Nội")
    found = _apart(matcher, wanted, Offer(id="O", product="Bưởi Năm Roi"))
    assert found
    assert found.offered == ("Năm Roi",)


@pytest.mark.parametrize(
    ("asks", "says", "differ"),
    [("25-30 do dam", "40 độ đạm", True), ("cốt 25–30 độ đạm", "28 do dam", False), ("", "40 độ đạm", False)],
)
def test_degrees_that_do_not_meet_are_told(matcher, asks, says, differ):
    wanted = Demand(id="D", product="nước mắm", remarks=f"lấy nước mắm {asks} can 20 lít")
    given = Offer(id="O", product=f"Nước mắm {says}")
    kind = matcher.lexicon.index["fish_sauce"]
    marks = asked_marks(matcher.lexicon, wanted, kind), offered_marks(matcher.lexicon, given, kind)
    assert bool(degrees_apart(*marks)) is differ


@pytest.mark.parametrize(
    ("asks", "says", "words"),
    [
        ("Nhân điều W320", "Nhân điều WW240", (("W320",), ("WW240",))),
        ("Cà phê Robusta nhân S18", "ca phe robusta nhan sang 16", (("S18",), ("sàng 16",))),
        ("Chè đinh Tân Cương", "che moc cau Tan Cuong", (("đinh",), ("moc cau",))),
        ("Hạt điều W240", "Nhân điều W240, W320", None),
        ("Chuối Cavendish A456", "Chuối Cavendish A45", None),  # hands to a carton, and no sort
    ],
)
def test_grades_and_codes_are_told_apart_softly(matcher, asks, says, words):
    wanted, given = Demand(id="D", product=asks), Offer(id="O", product=says)
    kind = matcher.reading(ProductText(asks)).kind
    marks = asked_marks(matcher.lexicon, wanted, kind), offered_marks(matcher.lexicon, given, kind)
    found = graded_apart(*marks)
    assert (found and (found.asks, found.offered)) == words
    assert apart(matcher.lexicon, *marks) is None


def test_what_the_buyer_alone_names_his_goods_by_is_to_be_asked(matcher):
    kind = matcher.lexicon.index["cabbage"]
    asks = asked_marks(matcher.lexicon, Demand(id="D", product="Bắp cải trái tim"), kind)
    says = offered_marks(matcher.lexicon, Offer(id="O", product="bắp cải Mộc Châu"), kind)
    assert named_alone(asks, says) == ["trái tim"]
    assert named_alone(asks, asks) == []
