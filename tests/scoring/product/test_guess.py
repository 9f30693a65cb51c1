from __future__ import annotations

from scoring.product.forms import Form
from scoring.product.guess import WordIndex
from scoring.product.lexicon import Lexicon


def test_words_in_another_order_still_name_the_kind(small: Lexicon) -> None:
    guess = WordIndex(small, accented=False).best(["kho", "trau"], [])
    assert guess is not None
    assert small.kinds[guess.kind].key == "jerky"
    assert guess.share == 1.0


def test_words_of_form_alone_name_nothing(small: Lexicon) -> None:
    assert WordIndex(small, accented=False).best(["say"], ["kho"]) is None


def test_two_varieties_that_fit_alike_give_their_product() -> None:
    rows = [
        {"key": "honey", "name_vi": "mật"},
        {"key": "a", "parent": "honey", "name_vi": "mật ruồi rừng"},
        {"key": "b", "parent": "honey", "name_vi": "mật ruồi đảo"},
    ]
    lexicon = Lexicon.from_rows(rows)
    index = WordIndex(lexicon, accented=False)
    guess = index.best(["mat", "ruoi", "rung", "dao"], [])
    assert guess is not None
    assert lexicon.kinds[guess.kind].key == "honey"


def test_all_further_words_must_be_there_to_narrow(small: Lexicon) -> None:
    index = WordIndex(small, accented=False)
    mango, cat = small.index["mango"], small.index["mango_cat"]
    assert index.narrower(mango, frozenset({"xoai", "cat"}), Form.NONE) == cat
    assert index.narrower(mango, frozenset({"xoai", "xanh"}), Form.NONE) == mango


def test_a_form_told_by_another_word_narrows_too(small: Lexicon) -> None:
    index = WordIndex(small, accented=True)
    assert index.narrower(small.index["mango"], frozenset({"xoài"}), Form.DRIED) == small.index["mango_dried"]


def test_a_name_needs_another_telling_word_of_the_record(small: Lexicon) -> None:
    index = WordIndex(small, accented=False)
    tea, phrase = small.index["tea_lotus"], frozenset({"tra"})
    assert index.names(tea, phrase, frozenset({"tra", "sen"}))
    assert not index.names(tea, phrase, frozenset({"tra", "xanh"}))


def test_a_word_of_one_product_alone_names_it(small: Lexicon) -> None:
    index = WordIndex(small, accented=False)
    assert index.by_rare_words(["keo"]) == small.index["mango_keo"]
    assert index.by_rare_words(["cat", "keo"]) == small.index["mango"]
    assert index.by_rare_words(["keo", "sen"]) == -1


def test_a_rare_word_among_strange_ones_names_nothing(small: Lexicon) -> None:
    assert WordIndex(small, accented=False).by_rare_words(["keo", "phan", "mem", "toan"]) == -1


def test_kinds_that_must_not_be_guessed_are_not(small: Lexicon) -> None:
    never = frozenset({small.index["jerky"]})
    assert WordIndex(small, accented=False, never=never).best(["kho", "trau"], []) is None
