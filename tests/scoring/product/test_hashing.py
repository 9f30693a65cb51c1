from __future__ import annotations

import numpy as np
import pytest

from scoring.product.hashing import FEATURES, hashed, letters, words_and_pairs

# Published values of MurmurHash3 (x86, 32 bits, seed 0).
MURMUR = {
    "": 0x00000000,
    "abc": 0xB3DD93FA,
    "test": 0xBA6BD213,
    "hello": 0x248BFA47,
    "Hello, world!": 0xC0363E43,
    "The quick brown fox jumps over the lazy dog": 0x2E4FF723,
}


def test_features_are_hashed_as_published_whatever_stands_beside_them() -> None:
    signed = [value - 2**32 if value >= 2**31 else value for value in MURMUR.values()]
    assert hashed(MURMUR).tolist() == [abs(value) % FEATURES for value in signed]
    assert [int(hashed([text])[0]) for text in MURMUR] == hashed(MURMUR).tolist()


def test_a_hash_is_of_the_bytes_of_a_text() -> None:
    columns = hashed(["gạo", "gao", "gạo".encode().decode("latin-1")])
    assert len(set(columns.tolist())) == 3


def test_letters_are_taken_three_and_four_at_a_time_within_words() -> None:
    counts = letters(["cam sành"]).toarray()[0]
    for gram in (" ca", "cam", "am ", " cam", "cam ", "ành", "ành "):
        assert counts[hashed([gram])[0]] == 1
    assert counts[hashed(["m s"])[0]] == 0
    assert counts.sum() == (3 + 2) + (4 + 3)


def test_words_are_counted_alone_and_with_their_neighbour() -> None:
    counts = words_and_pairs(["khô cá khô cá"]).toarray()[0]
    expected = {"khô": 2, "cá": 2, "khô cá": 2, "cá khô": 1}
    assert {word: counts[hashed([word])[0]] for word in expected} == expected
    assert counts.sum() == sum(expected.values())


@pytest.mark.parametrize("count", [letters, words_and_pairs])
def test_a_text_counts_the_same_alone_and_among_others(count: object) -> None:
    assert callable(count)
    texts = ["mật ong", "", "a", "mật mật ong", "đậu  phộng\u00a0rang"]
    together = count(texts).toarray()
    assert np.array_equal(together, np.vstack([count([text]).toarray() for text in texts]))
    assert not together[1].any()
