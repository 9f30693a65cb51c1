from __future__ import annotations

import pytest

from scoring import evaluation

GRADES = {"a": 3, "b": 2, "c": 1}


def test_the_ideal_order_scores_one() -> None:
    assert evaluation.ndcg(["a", "b", "c", "d"], GRADES) == pytest.approx(1.0)


def test_a_hand_computed_gain() -> None:
    # gains 1, 7 at places 1, 2 over 7, 3, 1 at places 1, 2, 3
    got = 1.0 + 7.0 / 1.584962500721156
    ideal = 7.0 + 3.0 / 1.584962500721156 + 1.0 / 2.0
    assert evaluation.ndcg(["c", "a"], GRADES) == pytest.approx(got / ideal)


def test_only_the_depth_counts() -> None:
    assert evaluation.ndcg(["x", "a"], GRADES, depth=1) == 0.0


def test_a_demand_without_relevant_offers_gains_nothing() -> None:
    assert evaluation.ndcg(["a"], {}) == 0.0
    assert evaluation.recall(["a"], {"a": 1}) == 1.0


def test_recall_counts_what_would_serve_and_could_be_shown() -> None:
    assert evaluation.recall(["a", "x"], GRADES) == 0.5
    assert evaluation.recall(["a", "x"], GRADES, depth=1) == 1.0


def test_the_reciprocal_rank_is_of_the_first_exact_offer() -> None:
    assert evaluation.reciprocal_rank(["b", "a"], GRADES) == 0.5
    assert evaluation.reciprocal_rank(["b"], GRADES) == 0.0


def test_a_false_friend_counts_among_the_places_of_serving_offers() -> None:
    assert evaluation.false_friend(["a", "f"], GRADES, {"f"})
    assert not evaluation.false_friend(["a", "b", "f"], GRADES, {"f"})


def test_pairs_in_order_count_and_ties_count_half() -> None:
    grades = {"a": 3.0, "b": 2.0, "c": 2.0}
    assert evaluation.pairwise_order({"a": 0.9, "b": 0.1, "c": 0.2}, grades) == 1.0
    assert evaluation.pairwise_order({"a": 0.1, "b": 0.1, "c": 0.2}, grades) == 0.25
    assert evaluation.pairwise_order({"b": 0.1}, grades) == 1.0


def test_precision_and_recall_of_codes() -> None:
    assert evaluation.precision_recall(["x", "y"], ["y", "z"]) == (0.5, 0.5)
    assert evaluation.precision_recall([], []) == (1.0, 1.0)


def test_calibration_error_is_the_gap_between_said_and_seen() -> None:
    assert evaluation.calibration_error([0.75] * 4, [True, True, True, False]) == pytest.approx(0.0)
    assert evaluation.calibration_error([1.0, 1.0], [False, False]) == 1.0
    assert evaluation.calibration_error([], []) == 0.0


def test_predictions_and_outcomes_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="2 predictions for 1"):
        evaluation.calibration_error([0.1, 0.2], [True])


def test_a_pair_of_tiers_is_in_order_only_where_its_better_offer_stands_strictly_before() -> None:
    tiers = [["a"], ["b", "c"], ["d"]]
    assert evaluation.misordered({"a": 1, "b": 3, "c": 2, "d": 4}, tiers) == []
    assert evaluation.misordered({"a": 2, "b": 1, "c": 3, "d": 4}, tiers) == [("a", "b")]


def test_a_vetoed_offer_counts_as_last_and_two_of_them_as_not_in_order() -> None:
    tiers = [["a"], ["b"], ["c"]]
    assert evaluation.misordered({"a": None, "b": 1, "c": None}, tiers) == [("a", "b"), ("a", "c")]


def test_offers_of_one_tier_make_no_pair() -> None:
    assert evaluation.tiered_pairs([["a", "b"], ["c"]]) == [("a", "c"), ("b", "c")]
    assert evaluation.tiered_pairs([]) == []
