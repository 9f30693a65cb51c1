"""Things that serve a product, seed stock of it, and brands whose goods the description tells."""

from __future__ import annotations

import pytest

from scoring.product import ProductMatcher, ProductText
from scoring.product.cues import serves
from scoring.product.normalise import syllables
from scoring.product.roles import Role


def role(matcher: ProductMatcher, name: str) -> Role:
    return matcher.reading(ProductText(name)).role


def told(matcher: ProductMatcher, name: str, description: str) -> list[str]:
    return [matcher.lexicon.kinds[k].key for k in matcher.reading(ProductText(name, description)).kinds]


@pytest.mark.parametrize(
    "name",
    ["Khuôn nhựa đóng bánh trung thu", "Dây nilon buộc rau", "Bạt nhựa trải ruộng muối", "Chày đập lúa",
     "Vỉ sắt nướng cá", "Giàn leo trồng chanh dây", "Thang nhôm hái chôm chôm", "Máng nhựa chứa thóc"],
)  # fmt: skip
def test_a_noun_and_a_verb_of_use_before_a_product_are_a_thing_for_it(
    matcher: ProductMatcher, name: str
) -> None:
    assert role(matcher, name) in (Role.TOOL, Role.PACKAGING)


@pytest.mark.parametrize(
    "name",
    ["Bánh chưng gói lá dong", "Cam Cao Phong trồng hữu cơ", "Nhân tách vỏ hạt điều", "Dồi lợn nhồi tiết",
     "Thịt xiên nướng lá móc mật", "Sầu riêng Ri6 tách múi", "Đặc sản đóng hộp cá kho",
     "Quả đóng hộp vải thiều",
     "HTX trồng chè Tân Cương", "Hộ trồng cam Cao Phong", "Trà shan đóng bánh", "Củ thái lát nghệ khô"],
)  # fmt: skip
def test_goods_whose_name_tells_how_they_are_grown_packed_or_cooked_are_goods(
    matcher: ProductMatcher, name: str
) -> None:
    assert role(matcher, name) <= Role.MADE_OF


@pytest.mark.parametrize(
    ("name", "start", "hidden", "seasons", "found"),
    [
        ("khuôn gỗ đóng X", 3, (), False, True),
        ("khuôn gỗ đóng - X", 3, (), False, False),
        ("đóng X", 1, (), False, False),
        ("bạt trải ruộng X", 3, (), False, True),
        ("bạt trải ruộng nhà X", 4, (), False, False),
        ("xiên nướng X", 2, (), True, False),
        ("xiên nướng X", 2, (), False, True),
        ("bó đóng túi X", 3, (), False, False),
        ("Hòa Bình nướng X", 3, (0, 1), False, False),
    ],
)
def test_the_verb_stands_right_before_the_product_with_a_noun_ahead(
    name: str, start: int, hidden: tuple[int, ...], seasons: bool, found: bool
) -> None:
    words = syllables(name)
    assert serves(words, start, [i in hidden for i in range(len(words))], True, seasons) is found


def test_verbs_without_marks_are_not_believed() -> None:
    assert not serves(syllables("khuon go dong X"), 3, [False] * 4, False, False)


@pytest.mark.parametrize("name", ["Củ tỏi giống Lý Sơn tách tép", "Củ gừng giống", "Cây mắc ca thực sinh"])
def test_what_is_to_be_planted_is_seed_also_in_the_middle_of_a_name(
    matcher: ProductMatcher, name: str
) -> None:
    assert role(matcher, name) is Role.SEEDLING


@pytest.mark.parametrize("name", ["Gạo giống Nhật", "Xoài giống Úc"])
def test_a_variety_named_after_giong_is_the_goods(matcher: ProductMatcher, name: str) -> None:
    assert role(matcher, name) is Role.GOODS


@pytest.mark.parametrize("name", ["Trấu nén viên 8 mm", "Viên nén trấu", "Trấu ép viên"])
def test_pressed_husks_are_the_goods_and_no_waste(matcher: ProductMatcher, name: str) -> None:
    assert role(matcher, name) is Role.GOODS


@pytest.mark.parametrize(
    ("name", "description", "key"),
    [
        ("Trà “Mây Phia Đén”", "búp và lá chè dây rừng sao khô", "che_day"),
        ("HTX Lũng Pù", "lợn đen giết mổ tại lò", "pig_lung_pu"),
        ("Đặc sản bếp lửa Trùng Khánh", "lạp sườn hun khói 7 ngày", "sausage_smoked"),
        ("Mây Ngàn", "măng khô lưỡi lợn", "bamboo_shoot_luoi_lon"),
    ],
)
def test_the_goods_of_a_brand_stand_in_its_description(
    matcher: ProductMatcher, name: str, description: str, key: str
) -> None:
    assert told(matcher, name, description)[0] == key
    assert matcher.reading(ProductText(name, description)).certainty < 1


def test_a_description_changes_no_tea_that_its_name_tells(matcher: ProductMatcher) -> None:
    assert told(matcher, "Trà xanh Tân Cương", "uống như chè dây rừng")[0] != "che_day"
    assert told(matcher, "Trà", "chè xanh Tân Cương")[0].startswith("tea")


def test_a_maker_before_a_dash_leaves_the_goods_certain(matcher: ProductMatcher) -> None:
    assert matcher.reading(ProductText("Vương Đảo - tỏi củ")).certainty == 1
    assert matcher.reading(ProductText("Vương Đảo tỏi củ")).certainty < 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("passionfruit", "passion fruit"),
        ("coco fiber", "coconut fibre"),
        ("curcuma starch", "turmeric starch"),
        ("lotus nut", "lotus seed"),
        ("yellow stripe scad", "yellow stripe trevally"),
        ("bò hun khói", "bò gác bếp"),
        ("bò treo bếp", "thịt bò gác bếp"),
    ],
)
def test_one_word_and_two_and_words_of_one_meaning_name_one_kind(
    matcher: ProductMatcher, one: str, other: str
) -> None:
    first, second = (matcher.reading(ProductText(name)) for name in (one, other))
    assert first.kinds
    assert first.kinds == second.kinds
