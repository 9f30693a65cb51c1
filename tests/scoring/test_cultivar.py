import numpy as np
import pytest

from scoring.cultivar import (
    grown_there,
    indication,
    is_strict,
    named_by_its_place,
    names,
    names_indication,
    origin_asked,
    origin_text,
    own_name,
    places_named,
    provincial,
    settle_siblings,
    worked_there,
)
from scoring.product import Kind, Lexicon, Relation
from scoring.records import Certificate, Place
from seeds import reference


@pytest.fixture
def kind(trade):
    return lambda key: trade.lexicon.kinds[trade.lexicon.index[key]]


def test_an_indication_is_asked_for_by_naming_the_place_or_requiring_the_paper(demand, kind):
    ly_son = kind("garlic_ly_son")
    assert indication(demand(product="Tỏi Lý Sơn"), ly_son) == ("Lý Sơn",)
    assert indication(demand(product="tỏi một nhánh"), ly_son) == ()
    required = demand(product="tỏi", required_certificates=(Certificate("GI"),))
    assert indication(required, ly_son) == ("Lý Sơn",)
    assert indication(required, kind("garlic")) == ()


def test_an_indication_is_asked_for_in_words(demand, kind):
    asked = demand(product="Sầu riêng Đắk Lắk", description="có chỉ dẫn địa lý")
    assert "Đắk Lắk" in indication(asked, kind("durian_dak_lak"))
    assert indication(demand(product="Sầu riêng Đắk Lắk"), kind("durian_dak_lak")) == ()


@pytest.mark.parametrize(
    ("product", "keys", "bound"),
    [
        ("Bưởi thanh trà / Phúc Trạch", ("pomelo_thanh_tra", "pomelo_phuc_trach"), True),
        ("bưởi Diễn hoặc bưởi Đoan Hùng", ("pomelo_dien", "pomelo_doan_hung"), True),
        ("bưởi da xanh, bưởi Năm Roi", ("pomelo_da_xanh", "pomelo_nam_roi"), False),
        ("bưởi Diễn / Quế Dương", ("pomelo_dien", "pomelo_que_duong"), False),
        ("bưởi Phúc Trạch", ("pomelo",), False),
    ],
)
def test_a_list_is_bound_by_the_indication_of_one_of_its_varieties(product, keys, bound):
    lexicon = Lexicon.from_rows(reference("products"))
    assert names_indication(lexicon, [lexicon.index[key] for key in keys], product) is bound


def test_a_place_is_named_by_its_marks_where_there_are_any():
    assert names("Vinh", "Cam Vinh, Nghệ An")
    assert names("Vinh", "cam vinh")
    assert not names("Vinh", "Cam sành Vĩnh Long")


def test_varieties_are_strict_for_export_indications_and_breeds(demand, kind):
    fruit, rice = kind("durian_ri6"), kind("rice_seng_cu")
    assert not is_strict(demand(), fruit, ())
    assert is_strict(demand(channel="exporter_cn"), fruit, ())
    assert is_strict(demand(), fruit, ("ri",))
    assert is_strict(demand(), rice, ())
    assert not is_strict(demand(channel="exporter_cn"), kind("durian"), ())


def test_the_meat_of_a_breed_is_as_strict_as_the_breed(demand):
    meat = Kind("meat", category="meat")
    assert is_strict(demand(), meat, (), Kind("breed", rank="variety", category="meat"))
    assert not is_strict(demand(), meat, (), Kind("animal", category="meat"))


@pytest.mark.parametrize(
    ("text", "wanted", "given", "relation"),
    [
        ("sau rieng ri6", "durian_ri6", "durian_monthong", Relation.SIBLING),
        ("sau rieng ri6, sau rieng monthong", "durian_ri6", "durian_monthong", Relation.VARIETY),
        ("sau rieng ri6", "durian_ri6", "durian_dak_lak", Relation.GENERIC),
        ("gao seng cu", "rice_seng_cu", "rice_st25", Relation.SIBLING),
    ],
)
def test_names_settle_which_varieties_exclude_each_other(trade, text, wanted, given, relation):
    index = trade.lexicon.index
    kinds = np.array([index[wanted]]), np.array([index[given]])
    assert settle_siblings(trade.lexicon, [text], ["sau rieng"], *kinds).tolist() == [relation]


def test_an_offer_that_names_the_variety_wanted_beside_a_place_is_that_variety(trade):
    index = trade.lexicon.index
    kinds = np.array([index["durian_ri6"]]), np.array([index["durian_dak_lak"]])
    named = ["sau rieng dak lak ri6"]
    assert settle_siblings(trade.lexicon, ["sau rieng ri6"], named, *kinds).tolist() == [Relation.VARIETY]


def test_the_origin_may_stand_in_any_field_of_the_offer(offer):
    assert names("Lục Ngạn", origin_text(offer(description="")))


@pytest.mark.parametrize("cultivar", ["durian_ri6", "durian_monthong", "durian_musang"])
@pytest.mark.parametrize("region", ["durian_south_east", "durian_mekong", "durian_lam_dong"])
def test_a_region_is_an_origin_and_no_cultivar(cultivar, region):
    lexicon = Lexicon.from_rows(reference("products"), reference("synonyms"))
    for wanted, given in ((cultivar, region), (region, cultivar)):
        kinds = np.array([lexicon.index[wanted]]), np.array([lexicon.index[given]])
        assert settle_siblings(lexicon, ["sau rieng"], ["sau rieng"], *kinds).tolist() == [Relation.GENERIC]


@pytest.fixture(scope="module")
def whole() -> Lexicon:
    return Lexicon.from_rows(reference("products"), reference("synonyms"), ["Sìn Hồ", "Sa Pa", "Cao Phong"])


def settled(whole, text, wanted, given, called):
    kinds = [np.array([whole.index[key]], dtype=np.int32) for key in (wanted, given)]
    return settle_siblings(whole, [text], [called], *kinds)[0]


def test_a_breed_is_no_other_one_whose_words_stand_apart_in_its_name(whole):
    asked = ("ga doi", "chicken_hill", "chicken_black")
    assert settled(whole, *asked, "ga den tha doi") == Relation.SIBLING
    assert settled(whole, "ga doi", "chicken_hill", "chicken_ri", "ga ri, ga doi") == Relation.VARIETY
    asked = ("gao nep cai hoa vang", "rice_glut_cai_hoa_vang", "rice_glut_black")
    assert settled(whole, *asked, "gao nep (cai hoa vang, nuong, cam)") == Relation.VARIETY


def test_goods_grown_where_an_indication_lies_are_the_variety_named_by_its_place(whole, offer):
    cao_phong = whole.index["orange_cao_phong"]
    for name, commune, right in (
        ("cam V2 Cao Phong", "", True),
        ("cam V2", "Cao Phong", True),
        ("cam V2", "Mường Vang", False),
        ("quýt Cao Phong", "Cao Phong", False),
    ):
        grown = offer(product=name, place=Place(commune=commune))
        assert grown_there(whole, cao_phong, grown, ("Cao Phong",)) is right


def test_a_place_beside_the_goods_is_asked_for_where_their_kind_is_not_named_by_it(whole, demand):
    cymbidium, orange = whole.index["cymbidium"], whole.index["orange_cao_phong"]
    assert origin_asked(whole, demand(product="Địa lan Sa Pa (chậu)"), cymbidium) == ("Sa Pa",)
    assert origin_asked(whole, demand(product="Địa lan"), cymbidium) == ()
    assert origin_asked(whole, demand(product="Cam Cao Phong"), orange) == ()
    assert places_named(whole, "dia lan Sin Ho") == ("Sin Ho",)
    assert "tây Sơn" not in places_named(whole, "Dâu tây Sơn La")


def test_each_pair_of_many_is_settled_as_it_is_alone(trade):
    index = trade.lexicon.index
    rows = [
        (text, name, index[wanted], index[given])
        for text, name in (("sau rieng ri6", "sau rieng dak lak ri6"), ("sau rieng", "sau rieng"))
        for wanted, given in (("durian_ri6", "durian_dak_lak"), ("durian_ri6", "durian_monthong"))
    ] * 2
    texts, names_, wanted, given = (list(column) for column in zip(*rows, strict=True))
    together = settle_siblings(trade.lexicon, texts, names_, np.array(wanted), np.array(given)).tolist()
    alone = [
        settle_siblings(trade.lexicon, [t], [n], np.array([w]), np.array([g])).tolist()[0]
        for t, n, w, g in rows
    ]
    assert together == alone
    assert len(set(together)) > 1


def test_varieties_named_by_the_province_where_they_grow_are_known_unless_they_are_indications(whole):
    named = provincial(whole)
    assert named[whole.index["orange_ha_tinh"]] == "ha tinh"
    assert whole.index["orange_cao_phong"] not in named


@pytest.mark.parametrize(
    ("key", "own"),
    [
        ("coffee_arabica_cau_dat", "Cầu Đất"),
        ("coffee_catimor", "Catimor"),
        ("rice_tam", ""),  # too short to be looked for in sentences
        ("coffee_arabica_green", "Arabica"),
    ],
)
def test_a_variety_is_looked_for_in_sentences_by_what_its_name_adds(whole, key, own):
    assert own_name(whole, whole.index[key]) == own


@pytest.mark.parametrize(("town", "grown"), [("Bảo Lộc", True), ("Mộc Châu", False)])
def test_a_tea_of_a_place_is_any_cultivar_that_grows_there(whole, offer, town, grown):
    given = offer(product="Trà ô long Kim Tuyên", place=Place(text=town, commune=town))
    kinds = whole.index["tea_oolong_bao_loc"], whole.index["tea_oolong_kim_tuyen"]
    assert worked_there(whole, *kinds, given) is grown


@pytest.mark.parametrize(
    ("key", "placed"),
    [
        ("tea_oolong_bao_loc", True),
        ("tea_oolong_kim_tuyen", False),
        ("coffee_dak_lak", True),
        ("orange_cao_phong", False),  # of fruit a place and a cultivar exclude each other
    ],
)
def test_teas_and_coffees_named_by_their_place_are_told(whole, key, placed):
    assert named_by_its_place(whole, whole.index[key]) is placed
