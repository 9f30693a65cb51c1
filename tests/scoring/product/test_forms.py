from __future__ import annotations

from scoring.product.forms import FORM_CLASS, FORM_WORDS, Form, implied_form, same_form


def test_every_form_has_a_class_and_words_of_one_form_only() -> None:
    assert set(FORM_CLASS) == set(Form)
    texts = [text for words in FORM_WORDS.values() for text in words]
    assert len(texts) == len(set(texts))


def test_live_goods_are_fresh_and_smoked_ones_dried() -> None:
    assert same_form(Form.LIVE, Form.FRESH)
    assert same_form(Form.SMOKED, Form.DRIED)
    assert not same_form(Form.FRESH, Form.DRIED)


def test_processed_goods_imply_no_form() -> None:
    assert implied_form("dried") is Form.DRIED
    assert implied_form("processed") is Form.NONE
    assert implied_form("") is Form.NONE
