"""What an offer says in other terms: packs to a case, the largest of a list, roasts, ice, frames."""

import pytest

from scoring.criteria.clauses import OTHER, REPACK, SAME, UNMET
from scoring.criteria.specification import _compared


def says(asks: str, told: str, packaging: str = "", name: str = "Hàng") -> tuple[str, str] | None:
    words = "; ".join(filter(None, (name, told, packaging)))
    found = _compared(asks, words, packaging, told, None, "", (), "")
    return (found[0].says, found[0].offered) if found else None


@pytest.mark.parametrize(
    ("asks", "packaging"),
    [
        ("12 per carton", "chai thủy tinh 500 ml, thùng 12 chai"),
        ("24 pcs/ctn", "hũ 200 g, thùng 24 hũ"),
        ("20 bottles per case", "chai 250 ml, 20 chai/thùng"),
        ("carton of 48 jars", "hu 100 g, thung 48 hu"),
        ("thùng 12 chai", "carton of 12 bottles"),
    ],
)
def test_so_many_to_a_case_are_the_same_in_both_languages(asks: str, packaging: str) -> None:
    assert says(asks, "", packaging) == (SAME, "")


def test_another_number_to_a_case_is_packed_otherwise() -> None:
    assert says("12 per carton", "", "thùng 24 chai") == (REPACK, "thùng 24 chai")
    assert (says("12 per carton", "", "thùng 12 kg") or ("",))[0] != SAME


@pytest.mark.parametrize(
    ("asks", "told"),
    [
        ("largest 40 cm", "miệng 40/34/28 cm"),
        ("cỡ lớn nhất 40 cm", "bộ 3 cỡ 28, 34, 40 cm"),
        ("nho nhat 28 cm", "co 28-34-40 cm"),
        ("smallest 280 mm", "size 28/34/40 cm"),
    ],
)
def test_the_largest_or_smallest_of_a_list_counts(asks: str, told: str) -> None:
    assert says(asks, told) == (SAME, "")


def test_a_largest_size_that_differs_is_not_met() -> None:
    assert says("largest 35 cm", "miệng 40/34/28 cm") == (UNMET, "40/34/28 cm")
    assert says("cỡ lớn nhất 45 cm", "cỡ 28, 34, 40 cm") == (OTHER, "28, 34, 40 cm")


@pytest.mark.parametrize(
    ("asks", "told"),
    [("rang vừa", "rang medium"), ("dark roast", "rang dark"), ("rang nhạt", "rang light, hạt đều")],
)
def test_roasts_are_named_half_in_english(asks: str, told: str) -> None:
    assert says(asks, told) == (SAME, "")
    assert says("rang vừa", "rang light") == (UNMET, "rang light")
    assert (says("rang vừa", "rang medium dark") or ("",))[0] != SAME


@pytest.mark.parametrize(
    ("asks", "packaging"),
    [
        ("thùng xốp 22 kg ướp đá", "thùng xốp 22 kg có đá"),
        ("thùng xốp 10 kg, có đá gel", "thùng xốp 10 kg kèm đá"),
        ("thùng xốp 5 kg ướp đá", "thung xop 5 kg uop da"),
    ],
)
def test_a_box_with_ice_is_packed_in_ice(asks: str, packaging: str) -> None:
    assert says(asks, "", packaging) == (SAME, "")
    assert (says(asks, "", "thùng xốp 22 kg") or ("",))[0] != SAME


def test_a_bound_below_is_no_tail() -> None:
    assert says("cuống dưới 12 cm", "30–35 quả/kg, cuống cắt 10 cm") == (SAME, "")
    assert says("rễ dưới 3 cm", "rễ cắt 2 cm") == (SAME, "")
    assert says("cuong duoi 5 cm", "cuong de 4 cm") == (SAME, "")
    assert says("cuống dưới 12 cm", "cuống cắt 15 cm") == (UNMET, "15 cm")
    assert (says("cuống dưới 12 cm", "đuôi 10 cm") or ("",))[0] != SAME


@pytest.mark.parametrize(
    ("asks", "name"),
    [
        ("iron frame", "Giỏ lục bình bộ 3 khung sắt"),
        ("khung sắt", "Kệ lục bình khung sắt"),
        ("bamboo frame", "Đèn nứa khung tre"),
    ],
)
def test_the_name_answers_though_its_words_folded_are_others(asks: str, name: str) -> None:
    assert says(asks, "màu mộc", name=name) == (SAME, "")
    assert (says(asks, "màu mộc", name="Giỏ lục bình bộ 3") or ("",))[0] != SAME


def test_words_are_laid_beside_the_part_that_shares_most() -> None:
    note = "rang medium; Rang theo đơn, ghi ngày rang trên túi"
    found = _compared("rang không quá 15 ngày", f"Cà phê; {note}", "", "rang medium", None, "", (), "")
    assert (found[0].says, found[0].offered) == (OTHER, "ghi ngày rang trên túi")
