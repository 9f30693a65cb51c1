from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from matchmaker.intake.text import _COMPOSED, _characters, clean, fold, settle_tone, tokenize


def test_both_tone_placements_are_one_word() -> None:
    assert settle_tone("Hoà") == settle_tone("Hòa") == "hòa"
    assert settle_tone("thuỷ") == settle_tone("thủy") == "thủy"


def test_a_syllable_that_begins_with_qu_keeps_its_tone() -> None:
    assert settle_tone("Quý") == "quý"
    assert settle_tone("quả") == "quả"


def test_folding_takes_all_accents_away() -> None:
    assert fold("Đắk Lắk") == "dak lak"


def test_a_text_of_composed_letters_is_cleaned_as_letter_by_letter() -> None:
    letters = "".join(chr(code) for code in range(0x2000) if _COMPOSED.fullmatch(chr(code)))
    assert len(letters) > 700
    assert clean(letters) == "".join(character for character, _, _ in _characters(letters))
    assert clean("a\u00ad\u0301") != "a\u00ad\u0301"


def test_the_icelandic_letter_stands_for_the_vietnamese_one() -> None:
    assert clean("Ðắk") == "Đắk"


def test_control_and_format_characters_are_taken_out() -> None:
    assert clean("2\u200b tấn\x00\ufeff") == "2 tấn"


def test_a_token_knows_where_it_stood_in_the_raw_text() -> None:
    raw = "giá\u00a030k / kg"
    token = next(t for t in tokenize(raw).tokens if t.kind == "number")
    assert raw[token.start : token.end] == "30"


def test_digits_of_other_scripts_are_words_and_no_numbers() -> None:
    assert [t.kind for t in tokenize("１２３ ١٢").tokens] == ["number", "word"]


def test_points_and_commas_belong_to_a_number_only_between_digits() -> None:
    assert [t.text for t in tokenize("1.500,5 kg.").tokens] == ["1.500,5", "kg", "."]


def test_a_writer_who_uses_accents_leaves_none_out() -> None:
    accented, plain = tokenize("mình có gà ta"), tokenize("ban ga ta 2 ta")
    assert accented.accented
    assert not plain.accented
    assert not accented.tokens[-1].is_("tạ")
    assert plain.tokens[-1].is_("tạ")


@given(st.text())
def test_spans_lie_inside_the_text_in_order(raw: str) -> None:
    starts = [token.start for token in tokenize(raw).tokens]
    assert starts == sorted(starts)
    assert all(0 <= token.start < token.end <= len(raw) for token in tokenize(raw).tokens)


@given(st.text(alphabet="aăâđeêioôơuưyAĐ àáảãạ ằắẳẵặ ầấẩẫậ ừứửữự kgtn0123456789.,/-"))
def test_composed_and_decomposed_letters_read_alike(raw: str) -> None:
    composed = [t.marked for t in tokenize(unicodedata.normalize("NFC", raw)).tokens]
    decomposed = [t.marked for t in tokenize(unicodedata.normalize("NFD", raw)).tokens]
    assert composed == decomposed
