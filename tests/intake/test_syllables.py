"""Which words can be Vietnamese syllables."""

from __future__ import annotations

import unicodedata

import pytest

from matchmaker.intake.syllables import is_syllable


@pytest.mark.parametrize(
    "word",
    [
        "giếng",
        "gìn",
        "quýt",
        "quyển",
        "khuya",
        "thuở",
        "nghe",
        "hòa",
        "hoà",
        "ủy",
        "uỷ",
        "kỹ",
        "rượu",
        "muối",
        "xoong",
        "NGHIÊNG",
        "Đặc",
        "ươm",
        "yến",
    ],
)
def test_syllables_are_known_in_either_placement_of_the_tone_and_any_case(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize(
    "word",
    ["thç", "saûn", "mËt", "®Þa", "muc", "tàáu", "hap", "băzar", "đượć", "strong", "w", "12", "nghiênggg"],
)
def test_what_no_vietnamese_word_is_spelt_like_is_none(word: str) -> None:
    assert not is_syllable(word)
