"""Head nouns learnt from the lexicon."""

from __future__ import annotations

import pytest

from scoring.product import Lexicon, ProductMatcher, ProductText, Relation, Role


@pytest.mark.parametrize(
    ("demand", "offer"),
    [("thanh long ruột đỏ", "Mì thanh long"), ("cà phê nhân", "Mật hoa cà phê Krông Năng"),
     ("gấc", "Mì gấc tươi"), ("rau má", "Mì rau má")],
)  # fmt: skip
def test_a_name_headed_by_the_noun_of_another_trade_is_made_of_the_product(
    matcher: ProductMatcher, demand: str, offer: str
) -> None:
    found = matcher.compare(matcher.read([ProductText(demand)]), matcher.read([ProductText(offer)]))
    assert found.relation[0, 0] >= Relation.CATEGORY
    assert found.similarity[0, 0] < 0.3


def test_a_place_or_a_brand_before_the_product_is_no_head(matcher: ProductMatcher) -> None:
    reading = matcher.reading(ProductText("Móng Cái lợn thuần chủng"))
    assert reading.role is Role.GOODS
    assert reading.head == 0


@pytest.mark.parametrize(
    ("name", "sure"),
    [("Quả bơ", True), ("Măng tây xanh", True), ("Măng lạ đời", False), ("Bơ lạ vị", False)],
)
def test_a_syllable_that_runs_on_into_a_strange_word_is_doubted(
    matcher: ProductMatcher, name: str, sure: bool
) -> None:
    assert (matcher.reading(ProductText(name)).certainty > 0.8) is sure


def test_a_fruit_is_no_cloth_where_the_lexicon_lacks_the_fruit(matcher: ProductMatcher) -> None:
    lexicon = matcher.lexicon
    gone = lexicon.index["lychee"]
    lacking = ProductMatcher(
        lexicon.without(["lychee", *(lexicon.kinds[k].key for k in lexicon.descendants(gone))])
    )
    assert lacking.reading(ProductText("Quả vải tươi")).certainty <= 0.4


def test_text_adds_less_where_unknown_names_open_with_different_words(matcher: ProductMatcher) -> None:
    lexicon = matcher.lexicon
    gone = lexicon.index["pomelo"]
    lacking = ProductMatcher(
        lexicon.without(["pomelo", *(lexicon.kinds[k].key for k in lexicon.descendants(gone))])
    )
    offers = lacking.read([ProductText("Bưởi hồng vườn nhà"), ProductText("Tinh dầu hoa bưởi")])
    found = lacking.compare(lacking.read([ProductText("Bưởi hồng")]), offers)
    assert found.similarity[0, 0] > 2 * found.similarity[0, 1]


@pytest.mark.parametrize(
    ("demand", "offer"),
    [("homestay", "Farmstay cuối tuần"), ("tour du lịch cộng đồng", "Tour hái dâu tây Mộc Châu")],
)
def test_a_stay_or_a_tour_is_what_it_is_and_not_the_goods_seen_there(
    matcher: ProductMatcher, demand: str, offer: str
) -> None:
    reading = matcher.reading(ProductText(offer))
    assert reading.role is Role.GOODS
    assert matcher.lexicon.kinds[reading.kind].category == "service"
    found = matcher.compare(matcher.read([ProductText(demand)]), matcher.read([ProductText(offer)]))
    assert found.relation[0, 0] <= Relation.FAMILY


def test_a_tour_is_sure_and_holds_none_of_what_it_shows(matcher: ProductMatcher) -> None:
    reading = matcher.reading(ProductText("Tour lễ hội khèn Mông 2 ngày", "khách đoàn"))
    assert matcher.lexicon.kinds[reading.kind].category == "service"
    assert reading.certainty > 0.9
    assert reading.material == -1


@pytest.mark.parametrize("name", ["che trang mieng", "bo thuc vat"])
def test_bare_words_that_run_on_into_strange_ones_are_doubted(whole: Lexicon, name: str) -> None:
    keys = [kind.key for kind in whole.kinds if kind.category == "dessert" or kind.key == "butter"]
    assert ProductMatcher(whole.without(keys)).reading(ProductText(name)).certainty < 0.6


def test_a_phrase_does_not_run_across_a_break(matcher: ProductMatcher) -> None:
    assert not matcher.reading(ProductText("Khoai 3-5 củ/ký, loại 1")).phrases[1:]
    assert matcher.lexicon.kinds[matcher.reading(ProductText("mì, bún, miến khô")).kind].key == "noodle"


def test_seeds_and_fresh_fruit_are_no_cloth_and_no_tray(matcher: ProductMatcher) -> None:
    assert matcher.reading(ProductText("Hạt nia rang")).certainty < 0.5
    assert matcher.reading(ProductText("dao qua tuoi", "thung 5kg")).kind != matcher.lexicon.index["knife"]
