"""What is asked of the same pairs again is answered from what was found."""

import numpy as np

from scoring.criteria.once import once


def test_an_answer_is_kept_with_its_pairs_and_not_with_those_taken_from_them(pairs, offer, demand):
    asked = []

    @once
    def length(these):
        asked.append(these)
        return len(these)

    one = pairs([offer()], [demand()])
    assert (length(one), length(one), length(one.take(np.array([0])))) == (1, 1, 1)
    assert len(asked) == 2
