from __future__ import annotations

import pytest

from scoring.product.cues import find_form, find_role, head_word, is_set, opens_as_planted, tail_word
from scoring.product.forms import Form
from scoring.product.normalise import has_marks, syllables
from scoring.product.roles import Role


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("xoài sấy dẻo", Form.DRIED),
        ("xoai say deo", Form.DRIED),
        ("cá đông lạnh", Form.FROZEN),
        ("fresh mango", Form.FRESH),
        ("cà phê rang xay", Form.ROASTED),
        ("củ sâm tươi", Form.FRESH),
        ("sam 8 nam tuoi", Form.NONE),
        ("gạo ngon", Form.NONE),
    ],
)
def test_the_form_is_read_from_its_words(text: str, form: Form) -> None:
    words = syllables(text)
    assert find_form(words, [False] * len(words), has_marks(words), whole=True) is form


def test_a_description_tells_no_form_of_the_kitchen() -> None:
    words = syllables("ngâm rượu")
    assert find_form(words, [False] * 3, accented=True, whole=True) is Form.PICKLED
    assert find_form(words, [False] * 3, accented=True, whole=False) is Form.NONE


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("cây giống X", Role.SEEDLING),
        ("X giống", Role.SEEDLING),
        ("X seedlings", Role.SEEDLING),
        ("máy sấy X", Role.MACHINE),
        ("X slicing machine", Role.MACHINE),
        ("phân bón cho X", Role.FERTILISER),
        ("xà phòng X", Role.COSMETIC),
        ("tour hái X", Role.TOUR),
        ("hũ thủy tinh đựng X", Role.PACKAGING),
        ("giấy gói X", Role.PACKAGING),
        ("hũ X 500g", Role.GOODS),
        ("X giống Nhật", Role.GOODS),
        ("X giống 5cm", Role.SEEDLING),
        ("hom giống X", Role.SEEDLING),
        ("cây X ghép bầu đen", Role.SEEDLING),
        ("nhánh chiết X", Role.SEEDLING),
        ("gà con X 1 ngày tuổi", Role.SEEDLING),
        ("nồi nấu X", Role.TOOL),
        ("lồng tre nhốt X", Role.TOOL),
        ("đất sét làm X", Role.TOOL),
        ("đặc sản nuôi X", Role.GOODS),
        ("trekking tour X", Role.TOUR),
        ("X tươi", Role.GOODS),
    ],
)
def test_the_role_is_read_from_words_around_the_product(text: str, role: Role) -> None:
    words = syllables(text)
    taken = [w.raw == "X" for w in words]
    assert find_role(words, taken, has_marks(words)) is role


def test_a_word_inside_the_product_phrase_gives_no_role() -> None:
    assert find_role(syllables("phân hữu cơ"), [True] * 3, accented=True) is Role.GOODS


def test_heads_and_tails_name_what_is_made_of_the_product() -> None:
    assert head_word(syllables("bánh quy xoài"), 2, accented=True)[1] == "bánh"
    assert head_word(syllables("trái xoài"), 1, accented=True) == (0, "")
    assert tail_word(syllables("coconut candy"), 1)[1] == "candy"
    assert tail_word(syllables("coconut, candy"), 1) == (0, "")


def test_a_set_is_known_by_how_its_name_opens() -> None:
    assert is_set(syllables("Combo mật ong và trà"), accented=True)
    assert not is_set(syllables("mật ong combo"), accented=True)


@pytest.mark.parametrize(
    ("description", "planted"),
    [("cây giống cao 70 cm", True), ("cây con bầu đen", True), ("bịch phôi 1,2 kg", True),
     ("từ cây giống tốt", False), ("quả to, ngọt", False)],
)  # fmt: skip
def test_a_description_that_opens_with_seedlings_sells_them(description: str, planted: bool) -> None:
    assert opens_as_planted(syllables(description), accented=True) is planted


@pytest.mark.parametrize(("name", "start", "made"), [("snack vị X", 2, True), ("vị X", 1, False)])
def test_a_taste_of_a_product_is_not_the_product(name: str, start: int, made: bool) -> None:
    assert (head_word(syllables(name), start, accented=True)[0] > 0) is made
