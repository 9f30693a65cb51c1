import unicodedata

import pytest

from scoring.units import Amount, Bases, Units, fold
from seeds import reference

ROWS = [
    {"unit": "kg", "aliases": "ký;kilô", "dimension": "mass", "base": "kg", "factor": "1"},
    {"unit": "tấn", "aliases": "ton", "dimension": "mass", "base": "kg", "factor": "1000"},
    {"unit": "quả", "aliases": "trái", "dimension": "count", "base": "quả", "factor": "1"},
    {"unit": "chục", "aliases": "", "dimension": "count", "base": "quả", "factor": "10"},
    {"unit": "bó", "aliases": "", "dimension": "count", "base": "bó", "factor": "1"},
    {"unit": "bộ", "aliases": "", "dimension": "count", "base": "bộ", "factor": "1"},
    {"unit": "kg hơi", "aliases": "", "dimension": "live_mass", "base": "kg hơi", "factor": "1"},
]


@pytest.fixture
def units():
    return Units.from_rows(ROWS)


@pytest.mark.parametrize(
    ("text", "unit"), [("Tấn", "tấn"), (" tan ", "tấn"), ("Ký", "kg"), ("trái", "quả"), ("xe", None)]
)
def test_units_are_found_by_name_alias_and_without_accents(units, text, unit):
    assert units.canonical(text) == unit


def test_a_bare_word_that_two_units_share_is_not_guessed(units):
    assert units.canonical("bo") is None


def test_masses_become_kilograms_and_counts_stay(units):
    assert units.measure(2, "tấn") == Amount(2000, "kg")
    assert units.measure(3, "chục") == Amount(30, "quả")
    assert units.measure(3, "xe") is None


def test_a_piece_becomes_kilograms_only_by_a_stated_weight(units):
    assert units.measure(10, "quả", unit_kg=1.2) == Amount(12, "kg")
    assert units.measure(10, "quả") == Amount(10, "quả")


def test_a_factor_that_is_not_positive_is_refused():
    with pytest.raises(ValueError, match="positive"):
        Units.from_rows([{"unit": "x", "aliases": "", "dimension": "mass", "base": "kg", "factor": "0"}])


def test_bases_number_kilograms_first_and_know_what_is_weighed(units):
    bases = Bases(units)
    assert bases.names[0] == "kg"
    assert [name for name, weighed in zip(bases.names, bases.weighed, strict=True) if weighed] == [
        "kg",
        "kg hơi",
    ]
    assert bases.amount(2, "tấn", None) == (2000, 0)
    assert bases.amount(None, "tấn", None)[1] == -1


def test_prices_are_per_base_unit(units):
    assert Bases(units).price(20_000_000, "tấn", None) == (20_000, 0)
    assert Bases(units).price(50_000, "", None)[1] == -1


def test_the_weight_of_a_piece_leaves_live_weight_alone():
    rows = [{"unit": "kg hơi", "aliases": "", "dimension": "live_mass", "base": "kg hơi", "factor": "1"}]
    assert Units.from_rows(rows).measure(5, "kg hơi", 0.3) == Amount(5, "kg hơi")


def test_a_record_may_name_its_unit_in_tens_thousands_and_ten_thousands():
    units = Units.from_rows(reference("units"))
    told = [(8, "vạn quả"), (80, "nghìn trứng"), (8000, "chục quả"), (8, "vạn trứng")]
    assert {units.measure(number, unit) for number, unit in told} == {Amount(80_000, "quả")}
    assert units.measure(3, "vạn con") == Amount(30_000, "con")


def test_folding_a_letter_is_what_taking_its_marks_off_by_unicode_gives() -> None:
    words = [
        "Đắk Lắk",
        "ƯỠNG",
        "thuốc  lá",
        "İstanbul",
        "Ångström",
        "한글",
        "ΑΣ",
        "e\u0323\u0302",
        "Gạo\u00a0nếp",
        "",
    ]
    letters = "".join(chr(code) for code in range(0x20, 0x2000))
    for text in (*words, letters):
        plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
        bare = "".join(each for each in plain if not unicodedata.combining(each))
        assert fold(text) == " ".join(bare.split())


def test_tens_and_thousands_of_a_counted_unit_are_units():
    units = Units.from_rows(reference("units"))
    found = units.find("vạn cây")
    assert (found.base, found.factor) == ("cây", 10_000)
    assert units.find("tram bo") is None or units.find("tram bo").factor == 100
    assert units.find("vạn kg") is None
    assert units.find("ghè").dimension == "count"


def test_the_word_of_a_writer_stands_for_a_counted_base_alone():
    units = Units.from_rows(reference("units"))
    assert units.own_word("lọ", "tấn", "hũ") == "hũ"
    assert units.own_word("kg", "tấn", "hũ") == units.own_word("quả", "hũ") == ""
