"""Pairs as a buyer of the trade would judge them, by the whole reference table."""

from __future__ import annotations

import pytest

from scoring.product import ProductMatcher, ProductText, Relation

SAME, VARIETY, GENERIC, SIBLING = Relation.SAME, Relation.VARIETY, Relation.GENERIC, Relation.SIBLING
OTHER_FORM = Relation.OTHER_FORM


def relation(matcher: ProductMatcher, demand: str, offer: str, description: str = "") -> Relation:
    found = matcher.compare(
        matcher.read([ProductText(demand)]), matcher.read([ProductText(offer, description)])
    )
    return Relation(int(found.relation[0, 0]))


@pytest.mark.parametrize(
    ("demand", "offer", "expected"),
    [
        ("cà phê nhân xanh", "Cà phê nhân Arabica", VARIETY),
        ("cà phê nhân", "Cà phê nhân Robusta", VARIETY),
        ("cà phê nhân xanh Robusta", "Cà phê nhân Robusta", SAME),
        ("cà phê nhân Arabica", "Cà phê Arabica Cầu Đất nhân xanh", VARIETY),
        ("cà phê nhân Robusta", "Cà phê nhân Arabica", SIBLING),
        ("green coffee beans", "Roasted coffee beans", OTHER_FORM),
        ("green coffee beans", "Arabica green beans", VARIETY),
        ("cà phê nhân", "Cà phê rang xay", OTHER_FORM),
        ("cà phê rang xay", "Roasted coffee beans", SAME),
    ],
)
def test_green_coffee_is_one_product_of_two_species(
    matcher: ProductMatcher, demand: str, offer: str, expected: Relation
) -> None:
    assert relation(matcher, demand, offer) is expected


@pytest.mark.parametrize(
    ("demand", "offer", "expected"),
    [
        ("vải thiều", "Vải thiều", SAME),
        ("vải thiều", "Vải thiều Lục Ngạn", VARIETY),
        ("vải thiều", "Vải u hồng", SIBLING),
        ("quả vải", "Vải u hồng", VARIETY),
        ("quả vải", "Vải thiều", VARIETY),
        ("vải thiều", "Vải sấy", OTHER_FORM),
    ],
)
def test_lychees_are_thieu_or_early(
    matcher: ProductMatcher, demand: str, offer: str, expected: Relation
) -> None:
    assert relation(matcher, demand, offer) is expected


@pytest.mark.parametrize(
    ("demand", "offer"),
    [
        ("xoài cát chu", "Xoài Đài Loan"),
        ("khoai lang tím", "Khoai lang Nhật"),
        ("sầu riêng Dona", "Sầu riêng Ri6"),
        ("cam Vinh", "Cam Cao Phong"),
    ],
)
def test_another_cultivar_is_a_sibling(matcher: ProductMatcher, demand: str, offer: str) -> None:
    assert relation(matcher, demand, offer) is SIBLING
    wanted = matcher.reading(ProductText(demand)).kind
    assert matcher.lexicon.kinds[wanted].rank == "variety"


@pytest.mark.parametrize(
    ("demand", "offer"),
    [
        ("atiso", "Cao atiso"),
        ("nụ tam thất", "Tam thất"),
        ("tam thất", "Nụ tam thất"),
        ("lá vối", "Nụ vối"),
        ("nụ vối", "Lá vối"),
        ("bắp", "Bắp bò"),
        ("mo heo", "Mơ"),
    ],
)
def test_another_part_is_another_product(matcher: ProductMatcher, demand: str, offer: str) -> None:
    assert relation(matcher, demand, offer) > OTHER_FORM


@pytest.mark.parametrize(
    ("demand", "offer", "expected"),
    [
        ("cá tươi", "Cá khô", OTHER_FORM),
        ("cá", "Cá khô", OTHER_FORM),
        ("nấm hương", "Nấm hương tươi", VARIETY),
        ("nấm hương", "Nấm hương khô", VARIETY),
        ("nấm hương tươi", "Nấm hương khô", OTHER_FORM),
        ("rau", "Rau bò khai", VARIETY),
        ("rau củ các loại", "Su su", VARIETY),
    ],
)
def test_a_general_name_takes_its_kinds_in_the_form_it_means(
    matcher: ProductMatcher, demand: str, offer: str, expected: Relation
) -> None:
    assert relation(matcher, demand, offer) is expected


@pytest.mark.parametrize(
    ("demand", "offer", "description", "expected"),
    [
        ("mận", "Mận tam hoa", "mận sấy dẻo", OTHER_FORM),
        ("mận", "Mận tam hoa", "ngon hơn cả mận sấy", VARIETY),
        ("hạt sen tươi", "Hạt sen khô", "", OTHER_FORM),
        ("hạt sen", "Hạt sen khô", "", SAME),
        ("vải thiều", "Vải thiều đóng hộp 3 kg, hái sáng", "", SAME),
        ("vải thiều", "Vải thiều đóng hộp", "", OTHER_FORM),
        ("vải thiều", "Vải thiều đóng hộp 565 g", "", OTHER_FORM),
        ("hành tỏi các loại", "Tỏi Lý Sơn", "", VARIETY),
        ("rau củ các loại", "Măng khô", "", OTHER_FORM),
    ],
)
def test_the_form_is_told_in_the_name_or_where_it_is_named_again(
    matcher: ProductMatcher, demand: str, offer: str, description: str, expected: Relation
) -> None:
    assert relation(matcher, demand, offer, description) is expected


@pytest.mark.parametrize(
    ("demand", "offer", "expected"),
    [
        ("Dê", "Dê thịt", SAME),
        ("Dê", "Dê hơi", SAME),
        ("Dê", "Dê núi Ninh Bình", VARIETY),
        ("Dê", "Gừng dé", Relation.UNRELATED),
        ("Dê", "Rượu đế", Relation.UNRELATED),
        ("Dê", "Sữa dê", Relation.UNRELATED),
        ("de men", "Dế mèn", SAME),
        ("hat de", "Hạt dẻ", SAME),
    ],
)
def test_a_goat_is_known_by_its_bare_word_and_taken_for_nothing_that_sounds_like_it(
    matcher: ProductMatcher, demand: str, offer: str, expected: Relation
) -> None:
    assert relation(matcher, demand, offer) is expected


@pytest.mark.parametrize(
    ("offer", "expected"),
    [
        ("Khăn thổ cẩm", SAME),
        ("Khăn lanh dệt tay", SIBLING),
        ("Khăn piêu", SIBLING),
        ("Vải bông dệt tay", Relation.FAMILY),
        ("Túi thổ cẩm", Relation.CATEGORY),
    ],
)
def test_a_hand_woven_scarf_is_a_scarf_and_no_cloth(
    matcher: ProductMatcher, offer: str, expected: Relation
) -> None:
    assert relation(matcher, "Khăn dệt tay", offer) is expected


@pytest.mark.parametrize(
    ("offer", "expected"),
    [
        ("Cam lòng vàng V2 Cao Phong", SAME),
        ("cam long vang V2", SAME),
        ("Cam V2 lòng vàng", SAME),
        ("Cam muộn V2 Cao Phong", SAME),
        ("Cam lòng vàng CS1 Cao Phong", SIBLING),
        ("Cam sành Hàm Yên", SIBLING),
    ],
)
def test_the_late_orange_is_known_by_its_name_though_its_flesh_is_told_too(
    matcher: ProductMatcher, offer: str, expected: Relation
) -> None:
    assert relation(matcher, "cam V2", offer) is expected
