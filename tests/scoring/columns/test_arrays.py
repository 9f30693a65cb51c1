from datetime import date

import numpy as np

from scoring.columns.arrays import answer, code_of, distinct_places, first_said, floats, ints, ordinal
from scoring.records import Place


def test_values_become_arrays_of_their_kind():
    assert ints([1, 2]).dtype == np.int32
    assert np.isnan(floats([None, 1.5])[0])


def test_codes_and_answers_that_were_not_said_are_minus_one():
    assert [code_of(value, ("a", "b")) for value in ("b", "", "z")] == [1, -1, -1]
    assert [answer(value) for value in (None, False, True)] == [-1, 0, 1]


def test_the_first_value_said_counts_even_if_it_is_nothing():
    assert first_said(None, 0.0, 5.0) == 0.0
    assert first_said(None, None) is None


def test_days_are_ordinals():
    assert ordinal(date(2027, 1, 1), 7) == date(2027, 1, 1).toordinal()
    assert ordinal(None, 7) == 7


def test_equal_places_are_held_once():
    rows, places = distinct_places([Place("a"), Place("b"), Place("a")])
    assert rows.tolist() == [0, 1, 0]
    assert [place.text for place in places] == ["a", "b"]
