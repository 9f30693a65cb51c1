import pickle
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.services import reference, understanding
from scoring.columns import DemandColumns, OfferColumns, built_in_parts
from scoring.profile import Profile
from scoring.ranking import rank_all
from scoring.records import Kept, Offer
from tests.benchmarks.generate import Market

DAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def market() -> tuple[Any, Any, Any]:
    """Demands, offers and the context of a market of the real trade, in which names come again."""
    drawn, known, context = Market(9), reference.load_reference(), reference.scoring_context(DAY)
    products = drawn.random.sample(drawn.products, 6)
    offers = [drawn.offer(f"o{i:03d}", products[i % 6]) for i in range(90)]
    demands = [drawn.demand(f"d{i}", products[i % 6]) for i in range(24)]
    return (
        [understanding.demand_from(_said(each), known, DAY) for each in demands],
        [_partly_kept(understanding.offer_from(_said(each), known, DAY)) for each in offers],
        context,
    )


def _partly_kept(offer: Offer) -> Offer:
    """Every tenth offer with something held of it."""
    return replace(offer, kept=(Kept(6, 50.0, "d1"),)) if offer.id.endswith("5") else offer


def _said(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if value is not None}


def _same(one: Any, other: Any) -> bool:
    """Whether columns that are no shared tables are the same to the last bit."""
    if isinstance(one, dict):
        return list(one) == list(other) and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, np.ndarray):
        return one.dtype == other.dtype and one.tobytes() == other.tobytes()
    if is_dataclass(one) and not isinstance(one, type) and not hasattr(one, "id"):
        return all(_same(getattr(one, f.name), getattr(other, f.name)) for f in fields(one))
    return bool(one == other)


def _by_row(columns: OfferColumns) -> list[Any]:
    """What each offer's text and place are, whatever their rows in the shared tables."""
    texts, rows = columns.texts, columns.text
    return [
        *(getattr(texts, name)[rows].tobytes() for name in ("kind", "form", "role", "certainty")),
        *(getattr(texts.signs, f.name)[texts.sign[rows]].tobytes() for f in fields(texts.signs)),
        texts.vectors.folded[texts.text[rows]].toarray().tobytes(),
        texts.vectors.marked[texts.text[rows]].toarray().tobytes(),
        *(
            getattr(columns.ends.part(columns.place), f.name)
            for f in fields(columns.ends)
            if f.name == "roads"
        ),
        columns.ends.totals[:, columns.place].tobytes(),
        columns.ends.nodes[columns.place].tobytes(),
        [columns.mark_sets[row] for row in columns.marks.tolist()],
    ]


@pytest.mark.parametrize("parts", [2, 3, 50])
def test_columns_made_in_parts_are_those_made_at_once(market, parts):
    _, offers, context = market
    whole, found = OfferColumns.build(offers, context), built_in_parts(offers, context, parts)
    own = [name for name in OfferColumns.per_row() if name not in ("text", "place", "marks")]
    assert [name for name in own if not _same(getattr(whole, name), getattr(found, name))] == []
    assert _by_row(found) == _by_row(whole)
    assert len(found.texts) == len(whole.texts)
    assert len(found.texts.signs) == len(whole.texts.signs)


@given(st.integers(0, 12), st.randoms(use_true_random=False), st.integers(0, 90))
def test_rankings_over_parts_are_those_over_the_whole(market, parts, draw, count):
    demands, offers, context = market
    some = draw.sample(offers, count)
    columns, profile = DemandColumns.build(demands, context), Profile.default()
    whole = rank_all(OfferColumns.build(some, context), columns, context, profile, 5)
    found = rank_all(built_in_parts(some, context, parts), columns, context, profile, 5)
    assert all(_same(getattr(whole, f.name), getattr(found, f.name)) for f in fields(whole))


def test_a_part_is_sent_without_its_records(market):
    _, offers, context = market
    sent: list[bytes] = []

    def through_a_pipe(task, shares):
        sent.extend(pickle.dumps(task(share)) for share in shares)
        return map(pickle.loads, sent)

    found = built_in_parts(offers, context, 4, through_a_pipe)
    assert found.records == tuple(offers)
    assert all(offers[0].producer.encode() not in each for each in sent)
    assert len(sent) > 1
