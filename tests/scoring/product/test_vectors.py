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
    assert (rows @ rows.T).toarray()[0, 0] == pytest.approx(1.0, abs=1e-5)


def test_texts_without_a_letter_in_common_are_unlike(product: tuple[Reader, FieldVectors]) -> None:
    reader, vectors = product
    rows = vectors.rows([reader.read("Ống sáo"), reader.read("Vĩ cầm")])
    assert (rows @ rows.T).toarray()[0, 1] == pytest.approx(0.0, abs=1e-6)


def test_the_vector_of_a_text_does_not_depend_on_the_others(product: tuple[Reader, FieldVectors]) -> None:
    reader, vectors = product
    alone = vectors.rows([reader.read("Xoài cát")]).toarray()
    among = vectors.rows([reader.read("Mận"), reader.read("Xoài cát")]).toarray()
    assert np.array_equal(alone[0], among[1])


def test_no_texts_make_an_empty_matrix(product: tuple[Reader, FieldVectors]) -> None:
    assert product[1].rows([]).shape == (0, 4 * FEATURES)
