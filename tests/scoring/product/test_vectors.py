from __future__ import annotations

import numpy as np
import pytest

from scoring.product import Lexicon
from scoring.product.reading import Reader
from scoring.product.vectors import FEATURES, FieldVectors


@pytest.fixture(scope="module")
def product(small: Lexicon) -> tuple[Reader, FieldVectors]:
    return Reader(small), FieldVectors(small)


def test_a_text_is_fully_like_itself(product: tuple[Reader, FieldVectors]) -> None:
    reader, vectors = product
    rows = vectors.rows([reader.read("Xoài cát chín", "vườn đồi")])
    assert rows.cosines(rows)[0, 0] == pytest.approx(1.0, abs=1e-5)


def test_texts_without_a_letter_in_common_are_unlike(product: tuple[Reader, FieldVectors]) -> None:
    reader, vectors = product
    rows = vectors.rows([reader.read("Ống sáo"), reader.read("Vĩ cầm")])
    assert rows.cosines(rows)[0, 1] == pytest.approx(0.0, abs=1e-6)


def test_marked_texts_are_compared_marked_and_bare_ones_folded(product: tuple[Reader, FieldVectors]) -> None:
    reader, vectors = product
    rows = vectors.rows([reader.read(name) for name in ("Lán tre", "Lạn trẻ", "lan tre")])
    cosines = rows.cosines(rows)
    assert cosines[0, 1] < 0.05
    assert cosines[0, 2] == pytest.approx(1.0, abs=1e-5)
    assert cosines[1, 2] == pytest.approx(1.0, abs=1e-5)


def test_chosen_pairs_have_the_cosines_of_all_texts_to_the_last_bit(
    product: tuple[Reader, FieldVectors],
) -> None:
    reader, vectors = product
    ours = vectors.rows([reader.read(name) for name in ("Xoài cát chín", "xoai cat", "Mận hậu", "")])
    theirs = vectors.rows([reader.read(name) for name in ("Xoài cát Hòa Lộc", "mận hậu", "xoai", "Lán tre")])
    every = ours.cosines(theirs)
    rows, columns = np.array([0, 0, 0, 1, 1, 2, 2, 3, 0]), np.array([0, 2, 3, 0, 2, 1, 0, 1, 0])
    found = ours.cosines_of_pairs(theirs, rows, columns)
    np.testing.assert_array_equal(found, every[rows, columns])
    assert found[0] > 0.5
    assert not ours.cosines_of_pairs(theirs, rows[:0], columns[:0]).size


def test_the_vector_of_a_text_does_not_depend_on_the_others(product: tuple[Reader, FieldVectors]) -> None:
    reader, vectors = product
    alone = vectors.rows([reader.read("Xoài cát")])
    among = vectors.rows([reader.read("Mận"), reader.read("Xoài cát")])
    assert np.array_equal(alone.marked.toarray()[0], among.marked.toarray()[1])
    assert np.array_equal(alone.folded.toarray()[0], among.folded.toarray()[1])


def test_no_texts_make_an_empty_matrix(product: tuple[Reader, FieldVectors]) -> None:
    rows = product[1].rows([])
    assert rows.folded.shape == rows.marked.shape == (0, 3 * FEATURES)
