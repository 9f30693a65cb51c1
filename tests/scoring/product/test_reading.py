from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.product import Lexicon, ProductMatcher, ProductText
from scoring.product.forms import Form
from scoring.product.reading import Reader
from scoring.product.roles import Role


@pytest.fixture(scope="module")
def reader(small: Lexicon) -> Reader:
    return Reader(small)


def keys(reader: Reader, name: str, description: str = "") -> list[str]:
    return [reader.lexicon.kinds[k].key for k in reader.read(name, description).kinds]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Trà sen mật ong", "tea_lotus"),
        ("Xoài cát chín cây", "mango_cat"),
        ("xoai cat chin cay", "mango_cat"),
        ("Honey from the plum hills", "honey"),
        ("Plum honey", "honey"),
        ("Mận đỏ (roi) giòn", "roi"),
        ("Khô trâu bản", "jerky"),
        ("Tiêu Cam Lộ", "pepper"),
        ("xoai cat Sơn La", "mango_cat"),
    ],
)
def test_the_head_of_the_name_is_the_kind(reader: Reader, name: str, key: str) -> None:
    assert keys(reader, name)[0] == key


def test_vietnamese_heads_come_first_and_later_goods_are_a_part(reader: Reader) -> None:
    reading = reader.read("Trà xoài")
    assert reader.lexicon.kinds[reading.kind].key == "tea"
    assert reader.lexicon.kinds[reading.material].key == "mango"


def test_a_description_names_the_goods_where_the_name_does_not(reader: Reader) -> None:
    reading = reader.read("Hàng loại một", "xoài keo chín")
    assert reader.lexicon.kinds[reading.kind].key == "mango_keo"
    assert reading.certainty < 1.0


def test_a_description_that_narrows_leaves_the_named_kind_first(reader: Reader) -> None:
    assert keys(reader, "Xoài", "giống xoài cát") == ["mango", "mango_cat"]


def test_a_form_told_beside_the_name_moves_to_the_kind_in_that_form(reader: Reader) -> None:
    assert keys(reader, "Xoài chín sấy dẻo") == ["mango_dried"]


def test_a_bare_name_of_two_things_keeps_both_and_says_so(reader: Reader) -> None:
    reading = reader.read("cam loai 1")
    assert {reader.lexicon.kinds[k].key for k in reading.kinds} == {"orange", "bran"}
    assert reading.certainty < 1.0


def test_the_rest_of_a_bare_record_decides_between_namesakes(reader: Reader) -> None:
    assert keys(reader, "cam", "cam gao xay")[0] == "bran"


def test_an_unknown_product_has_no_kind_and_no_certainty(reader: Reader) -> None:
    reading = reader.read("Ống sáo trúc")
    assert reading.kinds == ()
    assert reading.kind == -1
    assert reading.certainty == 0.0


def test_words_around_the_product_give_its_role(reader: Reader) -> None:
    assert reader.read("Cây giống xoài").role is Role.SEEDLING
    assert reader.read("Bánh xoài").role is Role.MADE_OF
    assert reader.read("Xoài").role is Role.GOODS


def test_a_set_holds_all_its_goods(reader: Reader) -> None:
    reading = reader.read("Combo mật ong, trà sen và tiêu")
    assert reading.several
    assert {reader.lexicon.kinds[k].key for k in reading.kinds} == {"honey", "tea_lotus", "pepper"}


def test_either_of_two_products_is_kept(reader: Reader) -> None:
    assert keys(reader, "Mật ong hoặc hồ tiêu") == ["honey", "pepper"]


def test_the_form_is_told_apart_from_the_phrase(reader: Reader) -> None:
    assert reader.read("Xoài đông lạnh").form is Form.FROZEN
    assert reader.read("Xoài sấy").form is Form.NONE


# Made-up names with the kinds that the reference table must read from them, true and false friends.
FRIENDS = [
    ("Cam Vinh loại 1", "orange"), ("Cám gạo sát mới", "rice_bran"), ("Dứa Queen", "pineapple"),
    ("Dừa xiêm xanh", "coconut"), ("Dưa hấu Long An", "watermelon"), ("Thịt bò tươi", "beef"),
    ("Bơ sáp Đắk Lắk", "avocado"), ("Hoa hồi khô", "star_anise"), ("Cá hồi phi lê", "trout_salmon"),
    ("Mận hậu Mộc Châu", "plum"), ("Roi đỏ An Phước", "water_apple"), ("Mận miền Nam", "water_apple"),
    ("Măng khô rừng", "bamboo_shoot"), ("Măng cụt Lái Thiêu", "mangosteen"), ("Hồng giòn", "persimmon"),
    ("Hồng xiêm Xuân Đỉnh", "sapodilla"), ("Long nhãn Hưng Yên", "longan_dried"), ("Nhãn lồng", "longan"),
    ("Củ sắn miền Nam", "jicama"), ("Sắn củ tươi", "cassava"), ("Trà Shan tuyết", "tea_shan_green"),
    ("Chè Shan tuyết", "tea_shan_green"), ("Chè trôi nước", "che_dessert"), ("Me chua", "tamarind"),
    ("Mè đen", "sesame_black"), ("Đào Mẫu Sơn", "peach"), ("Dao Phúc Sen", "knife"),
    ("Mật ong bạc hà", "honey_mint"), ("Lá bạc hà", "peppermint"), ("Trầm hương", "agarwood"),
    ("Trám đen", "canarium_black"), ("Tinh dầu tràm", "cajeput_oil"), ("Sầu riêng Ri6", "durian"),
    ("Green tea Tan Cuong", "tea_green"), ("Dried squid", "squid_dried"), ("Star anise", "star_anise"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "key"), FRIENDS)
def test_true_and_false_friends_are_read_as_what_they_are(
    matcher: ProductMatcher, name: str, key: str
) -> None:
    lexicon = matcher.lexicon
    kind = matcher.reading(ProductText(name)).kind
    line = {lexicon.kinds[k].key for k in (kind, *lexicon.ancestors(kind))}
    assert key in line


@pytest.mark.parametrize("name", [name for name, _ in FRIENDS])
def test_spelling_of_unicode_case_and_space_changes_no_reading(matcher: ProductMatcher, name: str) -> None:
    kinds = matcher.reading(ProductText(name)).kinds
    for other in (unicodedata.normalize("NFD", name), name.upper(), f"  {name.replace(' ', '   ')} "):
        assert matcher.reading(ProductText(other)).kinds == kinds


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_is_read_within_bounds(matcher: ProductMatcher, name: str, description: str) -> None:
    reading = matcher.reading(ProductText(name, description))
    assert 0.0 <= reading.certainty <= 1.0
    assert all(0 <= k < len(matcher.lexicon.kinds) for k in reading.kinds)
    assert bool(reading.kinds) == (reading.certainty > 0)


def test_one_syllable_that_runs_on_into_a_strange_word_is_doubted(reader: Reader) -> None:
    assert reader.read("Xoài thực vật").certainty < 1.0


@pytest.mark.parametrize(
    "name",
    [
        "Xoài Bà Rịa",
        "Xoài, thực vật",
        "Xoài loại 1",
        "Xoài đỏ",
        "Xoài chín",
        "Xoài gọt vỏ",
        "Xoài cát chín",
        "XOÀI",
    ],
)
def test_a_place_a_break_or_an_ordinary_word_raises_no_doubt(reader: Reader, name: str) -> None:
    assert reader.read(name).certainty == 1.0


def test_strange_words_before_the_head_raise_doubt(reader: Reader) -> None:
    assert reader.read("Phần mềm xoài").certainty < reader.read("Quả xoài").certainty == 1.0
