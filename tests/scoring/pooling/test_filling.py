"""A demand filled by several producers."""

from __future__ import annotations

from collections.abc import Callable

from scoring.context import Context
from scoring.pooling import Pool, fill
from scoring.profile import Profile
from scoring.records import Demand, Offer


def pooled(demand: Demand, offers: list[Offer], trade: Context, profile: Profile) -> Pool:
    return fill(demand, offers, trade, profile=profile)


def test_three_small_producers_fill_what_none_fills_alone(
    offer: Callable[..., Offer], demand: Callable[..., Demand], trade: Context, profile: Profile
) -> None:
    offers = [offer(id=name, quantity=8) for name in ("a", "b", "c")]
    pool = pooled(demand(quantity=20), offers, trade, profile)
    assert pool.fill == 1.0
    assert {member.offer for member in pool.members} == {"a", "b", "c"}
    assert pool.by_month == {6: 20_000.0, 7: 20_000.0}
    assert pool.lead in {"a", "b", "c"}


def test_no_member_is_told_with_its_causes_counted(
    offer: Callable[..., Offer], demand: Callable[..., Demand], trade: Context, profile: Profile
) -> None:
    offers = [offer(id="a", certificates=()), offer(id="b", certificates=()), offer(id="c", product="lê")]
    pool = pooled(demand(), offers, trade, profile)
    assert pool.members == ()
    (refusal,) = pool.refusals
    assert refusal.code == "no_member"
    causes = {row["code"]: row["offers"] for row in refusal.facts["causes"]}
    assert causes == {"missing_cert": 2, "wrong_product": 1}
