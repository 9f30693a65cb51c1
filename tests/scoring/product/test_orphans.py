"""Kinds whose parent has no row."""

from scoring.product import Kind, Lexicon, ProductMatcher, ProductText
from scoring.product.orphans import with_parents


def _peach(key: str, vietnamese: str, english: str, parent: str = "peach") -> Kind:
    return Kind(key, parent, "variety", vietnamese, english, category="fruit", form="fresh", hs6="080930")


SA_PA = _peach("peach_sa_pa", "đào Sa Pa", "Sa Pa peach")
MAU_SON = _peach("peach_mau_son", "đào Mẫu Sơn", "Mau Son peach")
STARCH = Kind("cassava_starch", "", "kind", "bột sắn", "cassava starch", category="root")
KUDZU = Kind("kudzu_starch", "starch", "kind", "bột sắn dây", "kudzu starch", category="root")


def test_a_table_without_gaps_stays_as_it_is() -> None:
    peach = Kind("peach", "", "kind", "đào", "peach", category="fruit")
    assert with_parents([peach, SA_PA, MAU_SON]) == [peach, SA_PA, MAU_SON]


def test_varieties_of_one_name_tell_the_product_above_them() -> None:
    told = with_parents([SA_PA, MAU_SON])[-1]
    assert (told.key, told.name_vi, told.name_en) == ("peach", "đào", "peach")
    assert (told.category, told.form, told.confidence) == ("fruit", "fresh", "low")


def test_one_variety_alone_tells_no_product() -> None:
    assert with_parents([SA_PA]) == [SA_PA]


def test_a_variety_goes_below_the_product_whose_name_opens_its_own() -> None:
    above = Kind("persimmon", "", "kind", "hồng", "persimmon", category="fruit")
    below = _peach("persimmon_bao_lam", "hồng Bảo Lâm", "Bao Lam persimmon", "persimmon_seedless")
    assert with_parents([above, below])[1].parent == "persimmon"


def test_a_product_is_no_variety_of_another_that_its_name_opens_with() -> None:
    assert with_parents([STARCH, KUDZU]) == [STARCH, KUDZU]


def test_a_product_goes_below_the_family_whose_name_opens_its_own() -> None:
    fish = Kind("fish", "", "family", "cá", "fish", category="seafood")
    carp = Kind("carp", "freshwater_fish", "kind", "cá chép", "carp", category="seafood")
    assert with_parents([fish, carp])[1].parent == "fish"


def test_a_name_of_other_goods_of_the_trade_is_not_given_twice() -> None:
    spirits = Kind("alcohol", "", "family", "đào", "spirits", category="fruit")
    assert with_parents([spirits, SA_PA, MAU_SON]) == [spirits, SA_PA, MAU_SON]


def test_peaches_of_a_place_are_offered_to_who_asks_for_peaches_though_their_row_is_gone() -> None:
    matcher = ProductMatcher(Lexicon([SA_PA, MAU_SON], {}))
    found = matcher.explain(ProductText("Đào tươi"), ProductText("Đào Mẫu Sơn"))
    assert found["relation"] == "variety"
