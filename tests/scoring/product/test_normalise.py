from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.product.normalise import could_be_vietnamese, fold, has_marks, spellings, syllables

VIETNAMESE = st.text(
    alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọ ,0123", max_size=40
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("thuý", "thúy"),
        ("Ðào", "đào"),
        ("MẬN", "mận"),
        ("ngệ", "nghệ"),
        ("nghô", "ngô"),
        ("nge", "nghe"),
    ],
)
def test_spellings_of_one_syllable_are_equal(one: str, other: str) -> None:
    assert spellings(one) == spellings(other)


@pytest.mark.parametrize(("one", "other"), [("cam", "cám"), ("dứa", "dừa"), ("bơ", "bò"), ("đào", "dao")])
def test_marks_keep_words_apart_and_folding_joins_what_shares_letters(one: str, other: str) -> None:
    assert spellings(one)[0] != spellings(other)[0]
    assert (fold(one) == fold(other)) == (unicodedata.normalize("NFD", one)[0] != "x")


def test_folding_leaves_plain_small_letters() -> None:
    assert fold("Mật ONG  bạc-hà, Đồng Văn") == "mat ong bac ha dong van"


@given(VIETNAMESE)
def test_composed_and_decomposed_text_read_alike(text: str) -> None:
    composed = [(w.marked, w.plain) for w in syllables(unicodedata.normalize("NFC", text))]
    decomposed = [(w.marked, w.plain) for w in syllables(unicodedata.normalize("NFD", text))]
    assert composed == decomposed


@given(VIETNAMESE)
def test_case_and_spaces_change_nothing(text: str) -> None:
    calm = [(w.marked, w.plain) for w in syllables(text)]
    loud = [(w.marked, w.plain) for w in syllables("  " + text.upper().replace(" ", "   "))]
    assert calm == loud


def test_short_forms_are_spelt_out() -> None:
    assert fold("nc mắm, cf rang") == "nuoc mam ca phe rang"


@pytest.mark.parametrize(
    ("many", "one"),
    [("beans", "bean"), ("berries", "berry"), ("leaves", "leaf"), ("mangoes", "mango"), ("citrus", "citrus")],
)
def test_english_plurals_become_singular(many: str, one: str) -> None:
    assert fold(many) == one


def test_a_break_before_a_word_is_kept() -> None:
    assert [w.broken for w in syllables("xoài, cam (tươi) khô")] == [False, True, True, True]


def test_marks_are_seen_in_any_word() -> None:
    assert has_marks(syllables("gao nếp"))
    assert has_marks(syllables("dao đen"))
    assert not has_marks(syllables("gao nep beans"))


@pytest.mark.parametrize("word", ["nghieng", "xoai", "mang", "chuoi", "quyt", "gung"])
def test_vietnamese_syllables_are_known_by_their_build(word: str) -> None:
    assert could_be_vietnamese(word)


@pytest.mark.parametrize("word", ["dried", "fresh", "green", "mushroom", "black", "w320"])
def test_english_words_are_no_syllables(word: str) -> None:
    assert not could_be_vietnamese(word)
