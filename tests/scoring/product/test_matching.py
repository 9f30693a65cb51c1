from __future__ import annotations

from scoring.product.lexicon import Lexicon
from scoring.product.matching import covered, find, find_bare, is_english, telling
from scoring.product.normalise import syllables


def found(lexicon: Lexicon, text: str, accented: bool = True, english: bool = False) -> list[tuple[str, ...]]:
    return [
        tuple(lexicon.kinds[k].key for k in match.kinds)
        for match in find(lexicon, syllables(text), accented, english)
    ]


def test_the_longest_phrase_wins(small: Lexicon) -> None:
    assert found(small, "xoài cát chín") == [("mango_cat",)]


def test_a_marked_syllable_must_match_exactly(small: Lexicon) -> None:
    assert found(small, "cám đỏ") == [("bran",)]
    assert found(small, "cạm đỏ") == []


def test_a_place_hides_the_product_in_its_name(small: Lexicon) -> None:
    assert found(small, "tiêu Cam Lộ") == [("pepper",), ()]


def test_a_place_at_the_start_hides_no_product(small: Lexicon) -> None:
    assert found(small, "Cam Lộ đỏ") == [("orange",)]


def test_a_bare_syllable_in_an_english_text_must_be_an_english_name(small: Lexicon) -> None:
    assert found(small, "cam locks", accented=False, english=True) == []
    assert found(small, "orange", accented=False, english=True) == [("orange",)]


def test_the_words_that_tell_leave_out_places_packing_and_amounts(small: Lexicon) -> None:
    words = syllables("tiêu đen Cam Lộ túi 500g VietGAP")
    kept = telling(words, find(small, words, accented=True, english=False))
    assert [w.raw for w in kept] == ["tiêu", "đen"]


def test_covered_marks_the_words_of_matches(small: Lexicon) -> None:
    words = syllables("quả xoài cát ngon")
    assert covered(4, find(small, words, accented=True, english=False)) == [False, True, True, False]


def test_english_is_told_by_words_that_are_no_syllables() -> None:
    assert is_english(syllables("fresh green tea"))
    assert not is_english(syllables("gao nep nuong"))
    assert not is_english(syllables("123"))
    assert not is_english(syllables("siro hoa ly"))
    assert is_english(syllables("robusta green bean"))
    assert is_english(syllables("kombucha"))


def test_left_out_marks_are_supplied_and_written_ones_must_agree(small: Lexicon) -> None:
    def bare(text: str) -> list[str]:
        return [small.kinds[m.kinds[0]].key for m in find_bare(small, syllables(text))]

    assert bare("xoài cat Sơn La") == ["mango_cat"]
    assert bare("mat ong đồi") == ["honey"]
    assert bare("mát ong đồi") == []
    assert bare("cam đồi") == []


def test_bare_nho_after_a_word_of_size_is_no_grape(whole: Lexicon) -> None:
    grape = whole.index["grape"]
    towel = find(whole, syllables("khan mat co nho"), accented=False, english=False)
    assert not any(grape in match.kinds for match in towel)
    assert any(grape in m.kinds for m in find(whole, syllables("nho tuoi"), accented=False, english=False))


def test_a_sort_takes_the_general_name_before_it(whole: Lexicon) -> None:
    words = syllables("Gạo nếp Phú Tân")
    assert [(m.start, m.end, m.kinds) for m in find(whole, words, True, False)] == [
        (0, 4, (whole.index["rice_glut_phu_tan"],))
    ]
