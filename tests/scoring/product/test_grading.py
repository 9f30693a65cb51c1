from __future__ import annotations

import numpy as np
import pytest

from scoring.product import Lexicon, ProductMatcher, ProductText, Relation
from scoring.product.grading import BANDS


def compare(matcher: ProductMatcher, demand: str, offer: str) -> tuple[float, Relation]:
    compared = matcher.compare(matcher.read([ProductText(demand)]), matcher.read([ProductText(offer)]))
    return float(compared.similarity[0, 0]), Relation(int(compared.relation[0, 0]))


@pytest.fixture(scope="module")
def trial(small: Lexicon) -> ProductMatcher:
    return ProductMatcher(small)


def test_bands_stay_within_one_and_fall_with_the_relation() -> None:
    assert all(low >= 0 and low + wide <= 1 for low, wide in BANDS.values())
    ordered = [BANDS[r] for r in Relation if r < Relation.UNKNOWN]
    assert [low for low, _ in ordered] == sorted((low for low, _ in ordered), reverse=True)


@pytest.mark.parametrize(
    ("demand", "better", "worse"),
    [
        ("Xoài", "Xoài keo", "Mận"),
        ("Xoài cát", "Xoài cát", "Xoài"),
        ("Xoài cát", "Xoài", "Xoài keo"),
        ("Xoài cát", "Xoài keo", "Xoài sấy"),
        ("Xoài", "Xoài sấy", "Bánh xoài"),
        ("Xoài", "Xoài tươi", "Xoài đông lạnh"),
        ("Xoài", "Bánh xoài", "Cây giống xoài"),
        ("Mật ong", "Mật ong", "Combo mật ong, hồ tiêu"),
        ("Mật ong", "Combo mật ong, hồ tiêu", "Hồ tiêu"),
        ("Cam tươi", "Mận", "Cám"),
        ("Sáo trúc", "Ống sáo trúc dài", "Xoài"),
    ],
)
def test_the_nearer_offer_scores_higher(trial: ProductMatcher, demand: str, better: str, worse: str) -> None:
    assert compare(trial, demand, better)[0] > compare(trial, demand, worse)[0]


@pytest.mark.parametrize(
    ("demand", "offer", "relation"),
    [
        ("Xoài", "Xoài cấp đông", Relation.OTHER_FORM),
        ("Xoài tươi", "Xoài", Relation.SAME),
        ("Xoài", "Máy gọt xoài", Relation.GATED),
        ("Cây giống xoài", "Cây giống xoài", Relation.SAME),
        ("Bánh xoài", "Bánh xoài", Relation.SAME),
        ("Xoài", "Bánh xoài", Relation.FAMILY),
        ("Mật ong", "Trà sen mật ong", Relation.FAMILY),
        ("Xoài", "Ống sáo", Relation.UNKNOWN),
    ],
)
def test_form_role_and_parts_decide_the_relation(
    trial: ProductMatcher, demand: str, offer: str, relation: Relation
) -> None:
    assert compare(trial, demand, offer)[1] == relation


def test_what_is_mistaken_gets_next_to_nothing(trial: ProductMatcher) -> None:
    assert compare(trial, "Cam tươi", "Cám gạo")[0] < 0.03


def test_an_unknown_product_is_never_as_certain_as_a_known_one(trial: ProductMatcher) -> None:
    assert compare(trial, "Sáo trúc", "Sáo trúc")[0] < compare(trial, "Mận", "Mận")[0]


def test_what_can_be_is_found_beside_every_sign_that_has_it(trial: ProductMatcher) -> None:
    names = ("Xoài", "Xoài cát", "Xoài sấy", "Mận", "Combo mật ong, hồ tiêu", "Cây giống xoài", "Sáo trúc")
    signs = trial.read([ProductText(name) for name in names]).signs
    every = np.indices((len(signs), len(signs))).reshape(2, -1)
    relation = trial.bands(signs.take(every[0]), signs.take(every[1]))[0].reshape(len(signs), -1)
    for furthest in (Relation.SAME, Relation.GENERIC, Relation.OTHER_FORM):
        found = trial.possible(signs, signs, np.arange(len(Relation)) <= furthest)
        assert found[(relation <= furthest) | (relation == Relation.UNKNOWN)].all()
        assert not found.all()
