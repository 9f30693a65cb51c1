import pytest

from scoring.criteria.naming import (
    ALL,
    EITHER,
    goods_in_set,
    grades,
    grades_alone,
    grades_of,
    is_mixture,
    listing,
    sorted_by_size,
)
from scoring.product import Lexicon
from scoring.records import Demand, Offer
from seeds import reference


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """The whole product table: what is a good is for it to say."""
    return Lexicon.from_rows(reference("products"), reference("synonyms"))


@pytest.mark.parametrize(
    ("name", "means"),
    [
        ("Tỏi, hành Lý Sơn", ALL),
        ("rau cu qua cac loai", ALL),
        ("Na dai (na Chi Lăng, na Mai Sơn)", ALL),
        ("Su su và ngọn su su", ALL),
        ("Tiêu Phú Quốc (đen, đỏ, sọ)", ALL),
        ("Gạo nếp (cái hoa vàng, nương, cẩm)", ALL),
        ("Nhân mắc ca sấy, hạt mắc ca nứt vỏ", ALL),
        ("Cinnamon bark, cassia", ""),
        ("man hau vo 30 qua/kg", ""),
        ("Hoa hồi khô, star anise", ""),
        ("Hồ tiêu, quế, hồi", ALL),
        ("Thanh long ruột trắng/đỏ", EITHER),
        ("Dứa nguyên liệu (queen/cayenne)", EITHER),
        ("Fresh limes & passion fruit", ALL),
        ("chuoi chin, trung vit, rau", ALL),
        ("thit trau gac bep, lon gac bep", ALL),
        ("Coffee honey, bulk", ""),
        ("organic cinnamon / quế vụn hữu cơ", ""),
        ("Cassia cinnamon, split/broken, organic", ""),
        ("Mật ong hoa nhãn, vải", ""),
        ("Rượu ngô men lá, đóng chai 500 ml", ""),
        ("Chè Thái Nguyên (Tân Cương)", ""),
        ("Vải thiều (chính vụ)", ""),
        ("Mận hậu, loại 1, size 30", ""),
        ("Chanh leo tươi (đường hàng không)", ""),
    ],
)
def test_a_name_may_list_several_goods(name, means, lexicon):
    assert listing(lexicon, name) == means


@pytest.mark.parametrize(
    ("text", "named"),
    [("vai thieu loai 2", {"2"}), ("hạng A", {"a"}), ("mận hậu xô", {"xô"}), ("loại 1 và loại 2", {"1", "2"}),
     ("vải thiều", set()), ("xo dua", set()), ("loại 1–3", {"1", "2", "3"}), ("hạng A-B", {"a", "b"}),
     ("loại 1-2 kg/quả", set()), ("loại 1, 2 tấn/tháng", {"1"}), ("loại 1-1,2 kg", set())],
)  # fmt: skip
def test_grades_are_read_from_words(text, named):
    assert grades(text) == named


@pytest.mark.parametrize(
    ("name", "goods"),
    [
        ("Giỏ quà: chè, mật ong, thịt gác bếp", ["chè", "mật ong", "thịt gác bếp"]),
        ("Set quà gồm miến dong và mộc nhĩ", ["miến dong", "mộc nhĩ"]),
        ("Bộ quà Tết", []),
    ],
)
def test_a_set_holds_what_its_name_lists(name, goods):
    assert goods_in_set(name) == goods


def test_goods_called_by_a_family_of_what_grows_are_a_mixture_and_tea_is_none(lexicon):
    index = lexicon.index
    assert is_mixture(lexicon, index["vegetable"])
    assert not any(is_mixture(lexicon, kind) for kind in (index["tea"], index["carrot"], -1))


@pytest.mark.parametrize(
    ("spec", "size"),
    [
        ("28–35 quả/kg", "28–35 quả/kg"),
        ("loại 200–300 g/củ", "200–300 g/củ"),
        ("size 60–80 g", "60–80 g"),
        ("550–570 g/l, bao 25 kg", ""),  # what a litre of pepper weighs sorts none of it
        ("500 - 550 g/lít", ""),
        ("ẩm 12–13 %", ""),
    ],
)
def test_a_size_by_which_goods_are_sorted_is_one_of_pieces(spec, size):
    assert sorted_by_size(spec) == size


@pytest.mark.parametrize(
    ("grade", "named"),
    [("A/B", {"a", "b"}), ("B", {"b"}), ("1-2", {"1", "2"}), ("A, 2–5 kg/quả", {"a"}), ("1-2 kg", set()),
     ("1-1,2 kg", set()), ("A1", set()), ("A4 giấy", set())],
)  # fmt: skip
def test_a_grade_may_stand_without_its_word(grade, named):
    assert grades_alone(grade, frozenset(("1", "a"))) == named
    wanted = Demand("d", "bưởi da xanh", spec="loại 1" if "1" in named else "loại A")
    assert grades_of(Offer("o", "bưởi da xanh", grade=grade), wanted, wanted)[0] == named
