"""Names in the word orders of traders, codes however they are spaced, and phrases that run on."""

import pytest

from scoring.product import Form, ProductMatcher, ProductText, Relation


def relation(matcher: ProductMatcher, demand: str, offer: str) -> Relation:
    columns = [matcher.read([ProductText(name)]) for name in (demand, offer)]
    return Relation(int(matcher.compare(*columns).relation[0, 0]))


@pytest.mark.parametrize(
    ("demand", "offer"),
    [
        ("Lotus tea", "Green tea scented with lotus"),
        ("sầu riêng Ri6", "Ri 6 Cai Lậy"),
        ("gạo ST25", "Gạo ST-25"),
        ("Rattan furniture", "Rattan chairs and tables"),
        ("yến tinh chế", "Raw cleaned bird's nest"),
    ],
)
def test_the_same_goods_in_another_order_or_spacing_are_the_same(
    matcher: ProductMatcher, demand: str, offer: str
) -> None:
    assert relation(matcher, demand, offer) is Relation.SAME


@pytest.mark.parametrize(
    ("demand", "offer"),
    [
        ("Tapioca starch", "Starch-based biodegradable cups"),
        ("Black sesame", "Sesame-coated peanut brittle"),
        ("Soy sauce", "Soy-based candle"),
    ],
)
def test_goods_that_only_have_something_of_a_product_are_not_it(
    matcher: ProductMatcher, demand: str, offer: str
) -> None:
    assert relation(matcher, demand, offer) >= Relation.FAMILY


def test_what_is_not_yet_done_to_goods_is_no_form_of_them(matcher: ProductMatcher) -> None:
    forms = [matcher.reading(ProductText(f"Khoai lang {word} sấy")).form for word in ("chưa", "không", "đã")]
    assert forms == [Form.NONE, Form.NONE, Form.DRIED]


def test_what_goods_are_wanted_for_is_no_form_of_them(matcher: ProductMatcher) -> None:
    assert matcher.reading(ProductText("Sầu riêng", "trái già, để cấp đông")).form is Form.NONE
    assert matcher.reading(ProductText("Mực ống để cấp đông")).form is Form.NONE


def test_litres_of_a_solid_are_believed_less(matcher: ProductMatcher) -> None:
    assert matcher.reading(ProductText("Gạo", "200 lít")).certainty < 1
    assert matcher.reading(ProductText("Gạo", "200 kg")).certainty == 1
    assert matcher.reading(ProductText("Mật ong", "200 lít")).certainty == 1


def test_every_collision_of_names_without_marks_is_told_or_doubted(matcher: ProductMatcher) -> None:
    lexicon = matcher.lexicon
    collisions = [p for p, kinds in lexicon.plain.items() if len(kinds) > 1 and len(lexicon.spelt[p]) > 1]
    readings = {p: matcher.reading(ProductText(" ".join(p))) for p in collisions}
    sure = [" ".join(p) for p, r in readings.items() if len(r.kinds) < 2 and r.certainty > 0.9]
    assert len(collisions) > 50
    assert not sure


def test_a_powder_is_another_form_of_what_comes_in_other_forms(matcher: ProductMatcher) -> None:
    assert relation(matcher, "Spirulina powder", "Tảo xoắn tươi cấp đông") > Relation.GENERIC


@pytest.mark.parametrize("name", ["Da cá sấu muối", "Bò khai thác sữa"])
def test_a_phrase_that_runs_on_into_a_strange_noun_is_doubted(matcher: ProductMatcher, name: str) -> None:
    assert matcher.reading(ProductText(name)).certainty <= 0.8


def test_soft_shelled_crabs_are_no_field_crabs_when_frozen(matcher: ProductMatcher) -> None:
    kinds = matcher.lexicon.kinds
    for name in ("Cua lột cấp đông", "Frozen soft-shell crab"):
        assert kinds[matcher.reading(ProductText(name)).kind].key == "softshell_crab_frozen"


def test_varieties_of_a_product_without_a_row_stand_beside_each_other(matcher: ProductMatcher) -> None:
    part = ProductMatcher(matcher.lexicon.without(["mangosteen"]))
    assert relation(part, "măng cụt Lái Thiêu", "Măng cụt Khánh Sơn") is Relation.SIBLING
