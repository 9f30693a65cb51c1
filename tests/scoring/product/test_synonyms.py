from __future__ import annotations

from scoring.product.normalise import syllables
from scoring.product.synonyms import exchange_table, respelled


def phrase(text: str) -> tuple[str, ...]:
    return tuple(w.marked for w in syllables(text))


def test_northern_and_southern_words_stand_for_one_another() -> None:
    table = exchange_table(())
    assert phrase("heo đen") in respelled(phrase("lợn đen"), table, "meat")
    assert phrase("trái bơ") in respelled(phrase("quả bơ"), table, "fruit")


def test_tea_words_change_places_only_in_teas() -> None:
    table = exchange_table(())
    assert phrase("trà shan") in respelled(phrase("chè shan"), table, "tea")
    assert phrase("trà bưởi") not in respelled(phrase("chè bưởi"), table, "dessert")


def test_spellings_from_the_table_are_used_and_other_relations_are_not() -> None:
    rows = [
        {"canonical_vi": "lạp xưởng", "variants": "lạp sườn;lạp xường", "relation": "spelling"},
        {"canonical_vi": "roi", "variants": "mận", "relation": "FALSE FRIEND"},
    ]
    table = exchange_table(rows)
    assert phrase("lạp sườn tươi") in respelled(phrase("lạp xưởng tươi"), table, "meat")
    assert respelled(phrase("roi"), table, "fruit") == (phrase("roi"),)


def test_the_phrase_itself_comes_first() -> None:
    assert respelled(phrase("ngô nếp"), exchange_table(()), "grain")[0] == phrase("ngô nếp")
