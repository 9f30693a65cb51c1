from __future__ import annotations

from scoring.product.roles import MADE_OF_HEADS, MADE_OF_TAILS, NATURAL_PARTS, ROLE_WORDS, Role


def test_every_role_around_the_goods_has_words_of_its_own() -> None:
    assert set(ROLE_WORDS) == set(Role) - {Role.GOODS, Role.MADE_OF}
    texts = [text for words in ROLE_WORDS.values() for text in words]
    assert len(texts) == len(set(texts))


def test_natural_parts_are_heads_or_tails() -> None:
    assert set(NATURAL_PARTS) <= set(MADE_OF_HEADS) | set(MADE_OF_TAILS)


def test_heads_and_tails_are_listed_once() -> None:
    assert len(MADE_OF_HEADS) == len(set(MADE_OF_HEADS))
    assert len(MADE_OF_TAILS) == len(set(MADE_OF_TAILS))
