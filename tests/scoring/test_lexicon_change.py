"""A lexicon changed by one entry, against the plain comparison of every pair under both lexicons."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from scoring.context import Context
from scoring.lexicon_change import Effect, effect
from scoring.product import Lexicon, ProductMatcher
from scoring.profile import Profile
from scoring.ranking import rank
from scoring.records import Demand, Offer
from tests.scoring.conftest import PRODUCTS, kind

GOODS = ["vải thiều", "vải u hồng", "vải sấy khô", "sầu riêng Ri6", "táo mèo", "gạo Séng Cù", "sơn tra"]
PRODUCT_VETOES = {"wrong_product", "wrong_form"}


def changed(context: Context, rows: list[dict[str, str]]) -> Context:
    """The context with other rows of the product table."""
    lexicon = Lexicon.from_rows(rows)
    return replace(context, lexicon=lexicon, matcher=ProductMatcher(lexicon))


def rows_with(key: str, **columns: str) -> list[dict[str, str]]:
    return [{**row, **columns} if row["key"] == key else row for row in PRODUCTS]


@pytest.fixture
def demands() -> list[Demand]:
    return [Demand(f"D{i}", name) for i, name in enumerate(GOODS)]


@pytest.fixture
def offers() -> list[Offer]:
    return [Offer(f"O{i}", name, description="hàng mới") for i, name in enumerate(reversed(GOODS))]


def plain(demands: Any, offers: Any, context: Context, profile: Profile) -> dict[tuple[str, str], bool]:
    """Whether each pair is the product, from a ranking of all pairs."""
    matches = rank(demands, offers, context, profile, all_pairs=True)
    return {(m.demand, m.offer): PRODUCT_VETOES.isdisjoint(m.vetoes) for m in matches}


CHANGES = {
    "a new kind": [*PRODUCTS, kind("local_apple", "táo mèo", synonyms_vi="sơn tra")],
    "a synonym": rows_with("lychee_early", synonyms_vi="sơn tra"),
    "a kind that moves to another parent": rows_with("lychee_early", parent="durian"),
    "another form": rows_with("lychee_dried", form="fresh"),
    "two kinds set apart": rows_with("durian_ri6", confusable_with="lychee"),
    "a kind that is gone": [row for row in PRODUCTS if row["key"] != "lychee_early"],
}


@pytest.mark.parametrize("rows", CHANGES.values(), ids=CHANGES)
def test_the_effect_is_what_comparing_every_pair_twice_tells(
    rows: list[dict[str, str]], demands: Any, offers: Any, trade: Context, profile: Profile
) -> None:
    after = changed(trade, rows)
    was, becomes = (plain(demands, offers, each, profile) for each in (trade, after))

    found = effect(demands, offers, trade, after, profile)

    assert {(p.demand, p.offer) for p in found.new} == {k for k in was if becomes[k] and not was[k]}
    assert {(p.demand, p.offer) for p in found.lost} == {k for k in was if was[k] and not becomes[k]}
    assert {pair.demand for pair in found.pairs} <= found.touched


def test_two_names_of_a_new_kind_meet_and_nothing_else_moves(
    demands: Any, offers: Any, trade: Context, profile: Profile
) -> None:
    found = effect(demands, offers, trade, changed(trade, CHANGES["a new kind"]), profile)

    assert {(p.demand, p.offer, p.before, p.after) for p in found.new} == {
        ("D4", "O0", "unknown", "same"),
        ("D6", "O2", "unknown", "same"),
    }
    assert {p.demand for p in found.pairs} <= {"D4", "D6"}
    assert found.touched <= {"D4", "D6"}


def test_a_move_within_the_product_is_told_with_both_tiers(
    demands: Any, offers: Any, trade: Context, profile: Profile
) -> None:
    after = changed(trade, rows_with("lychee_early", parent="durian"))

    found = effect(demands, offers, trade, after, profile)

    lost = {(p.demand, p.offer): (p.before, p.after) for p in found.lost}
    assert lost["D0", "O5"][0] == "variety"


def test_the_same_lexicon_alters_nothing(demands: Any, offers: Any, trade: Context, profile: Profile) -> None:
    assert effect(demands, offers, trade, changed(trade, PRODUCTS), profile) == Effect()


def test_without_records_nothing_is_altered(trade: Context, profile: Profile) -> None:
    assert effect([], [], trade, changed(trade, CHANGES["a new kind"]), profile) == Effect()
