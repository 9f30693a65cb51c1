"""What must hold of every pool: the rules of the trade, one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from scoring.context import Context
from scoring.pooling import Pool, PoolSettings, candidates, fill
from scoring.profile import Profile
from scoring.records import Certificate, Demand, Offer, Place

FAR = Place(text="Mường Tè", lat=22.4, lon=102.7, commune="Mường Tè")
Make = Callable[..., Any]


@pytest.fixture
def pool(trade: Context, profile: Profile) -> Callable[..., Pool]:
    def build(demand: Demand, offers: Sequence[Offer], **more: Any) -> Pool:
        return fill(demand, offers, trade, profile=profile, **more)

    return build


def members(pool: Pool) -> set[str]:
    return {member.offer for member in pool.members}


def test_each_member_passes_every_mandatory_requirement_by_itself(
    pool: Make, offer: Make, demand: Make
) -> None:
    bare = offer(id="bare", quantity=15, certificates=())
    found = pool(demand(quantity=20), [offer(id="a", quantity=15), bare])
    assert members(found) == {"a"}
    assert found.fill == pytest.approx(0.75)


def test_a_paper_that_lapses_midway_serves_the_months_before(pool: Make, offer: Make, demand: Make) -> None:
    lapsing = offer(id="l", quantity=10, certificates=(Certificate("ATTP", date(2027, 6, 30)),))
    found = pool(demand(quantity=20), [offer(id="a", quantity=10), lapsing])
    assert found.by_month == {6: 20_000.0, 7: 10_000.0}
    (part,) = [each for each in found.refusals if each.code == "filled_in_part"]
    assert part.facts["months"] == {"7": 10_000.0}


def test_another_cultivar_and_another_grade_stay_out(pool: Make, offer: Make, demand: Make) -> None:
    asked = demand(product="sầu riêng Ri6", spec="loại 1", required_certificates=(), invoices_accepted=())
    right = offer(id="r", product="sầu riêng Ri6", grade="loại 1", quantity=10)
    others = {"m": {"product": "sầu riêng Monthong"}, "g": {"grade": "loại 2"}, "u": {"product": "sầu riêng"}}
    offers = [right, *(replace(right, id=name, **changes) for name, changes in others.items())]
    assert members(pool(asked, offers)) == {"r"}


def test_nobody_delivers_less_than_the_lot_or_its_own_least_order(
    pool: Make, offer: Make, demand: Make
) -> None:
    asked = demand(quantity=20, min_lot=3, min_lot_unit="tấn")
    offers = [offer(id="a", quantity=18), offer(id="b", quantity=18, min_order=4, min_order_unit="tấn"),
              offer(id="c", quantity=2.9)]  # fmt: skip
    found = pool(asked, offers)
    least = {"a": 3_000.0, "b": 4_000.0}
    assert members(found) == {"a", "b"}
    assert all(amount >= least[m.offer] for m in found.members for amount in m.amounts.values())
    assert all(20_000.0 <= amount <= 26_000.0 for amount in found.by_month.values())


def test_what_is_promised_elsewhere_is_not_there(pool: Make, offer: Make, demand: Make) -> None:
    offers = [offer(id="a", quantity=10), offer(id="b", quantity=10)]
    found = pool(demand(quantity=20), offers, held={"b": {6: 10_000.0, 7: 4_000.0}})
    assert found.amounts()["b"] == {7: 6_000.0}


def test_pieces_are_never_mixed_with_kilograms(pool: Make, offer: Make, demand: Make) -> None:
    asked = demand(quantity=1000, unit="quả", price_max=None, required_certificates=(), invoices_accepted=())
    pieces = offer(id="p", quantity=600, unit="quả", price_min=None, price_max=None)
    found = pool(asked, [pieces, offer(id="k")])
    assert members(found) == {"p"}
    assert found.unit == "quả"
    assert found.as_record()["cost_vnd_per_kg"] is None


def test_the_lead_can_invoice_and_buys_from_who_cannot(pool: Make, offer: Make, demand: Make) -> None:
    offers = [offer(id="a", quantity=8), offer(id="h", quantity=16, invoice="BANG_KE"),
              offer(id="k", quantity=30, invoice="KHONG")]  # fmt: skip
    found = pool(demand(quantity=20), offers)
    assert members(found) == {"a", "h"}
    assert found.lead == "a"
    assert [r.code for r in found.reasons if r.code == "lead_buys"] == ["lead_buys"]


def test_one_round_of_collection_is_preferred_and_more_are_told(
    pool: Make, offer: Make, demand: Make
) -> None:
    near = [offer(id="a", quantity=12), offer(id="b", quantity=9)]
    far = offer(id="f", quantity=12, place=FAR, price_min=9_000, price_max=10_000)
    assert members(pool(demand(quantity=20), [*near, far])) == {"a", "b"}
    found = pool(demand(quantity=20), [near[0], far])
    assert members(found) == {"a", "f"}
    assert found.pickup.as_record()["rounds"] == 2


def test_the_cheaper_fill_is_chosen_and_few_members_for_the_same(
    pool: Make, offer: Make, demand: Make
) -> None:
    dear = offer(id="dear", quantity=20, price_min=26_000, price_max=26_000)
    cheap = [offer(id=name, quantity=10, price_min=15_000, price_max=15_000) for name in ("a", "b")]
    assert members(pool(demand(quantity=20), [dear, *cheap])) == {"a", "b"}
    same = offer(id="one", quantity=20, price_min=15_000, price_max=15_000)
    assert members(pool(demand(quantity=20), [same, *cheap])) == {"one"}


def test_shares_are_proportional_to_what_each_has(pool: Make, offer: Make, demand: Make) -> None:
    found = pool(demand(quantity=18), [offer(id="a", quantity=16), offer(id="b", quantity=8)])
    given = {member.offer: member.total / member.capacity for member in found.members}
    assert given["a"] == pytest.approx(given["b"], abs=0.001)


def test_an_officer_fixes_limits_and_forbids(pool: Make, offer: Make, demand: Make) -> None:
    offers = [offer(id=name, quantity=12) for name in ("a", "b", "c")]
    found = pool(demand(quantity=20), offers, fixed={"c": {6: 2_000.0, 7: 3_000.0}}, forbidden={"b"})
    assert found.amounts()["c"] == {6: 2_000.0, 7: 3_000.0}
    assert "b" not in members(found)
    found = pool(demand(quantity=20), offers, at_most={"a": {6: 1_000.0, 7: 1_000.0}})
    assert all(amount <= 1_000.0 for amount in found.amounts().get("a", {}).values())


def test_a_refusal_changes_the_fewest_shares(pool: Make, offer: Make, demand: Make) -> None:
    offers = [offer(id=name, quantity=7 + n) for n, name in enumerate("abcde")]
    before = pool(demand(quantity=20), offers)
    gone = sorted(members(before))[0]
    after = pool(demand(quantity=20), offers, forbidden={gone}, previous=before)
    assert after.fill == 1.0
    kept = members(before) & members(after)
    assert sum(before.amounts()[name] != after.amounts()[name] for name in kept) <= 1


def test_a_stand_by_is_named_where_it_pays(pool: Make, offer: Make, demand: Make) -> None:
    offers = [offer(id=name, producer=f"Hộ {name}", quantity=10) for name in ("a", "b", "c")]
    found = pool(demand(quantity=20), offers)
    assert len(found.members) == 2
    assert found.reserve is not None
    assert found.reserve.offer not in members(found)
    assert found.reserve_reliability > found.reliability + 0.05
    alone = pool(demand(quantity=20), offers, settings=PoolSettings(buffer="none"))
    assert alone.reserve is None


def test_what_each_step_would_add_is_told(pool: Make, offer: Make, demand: Make) -> None:
    offers = [offer(id="a", quantity=8), offer(id="p", quantity=5, certificates=()),
              offer(id="q", quantity=4, certificates=()), offer(id="m", quantity=6, months=(6,))]  # fmt: skip
    found = pool(demand(quantity=20), offers)
    steps = {lack.steps[0].code: lack for lack in found.lacking}
    assert steps["obtain_paper"].offers == ("p", "q")
    assert steps["obtain_paper"].adds == {6: 6_000.0, 7: 9_000.0}
    assert steps["add_month"].adds == {7: 6_000.0}


def test_candidates_are_ranked_without_the_volume(
    trade: Context, profile: Profile, offer: Make, demand: Make
) -> None:
    small = offer(id="s", quantity=0.5, price_min=15_000, price_max=15_000)
    found = candidates(
        demand(quantity=200, pooling_allowed=False), [offer(id="l", quantity=300), small], trade, profile
    )
    assert [each.offer.id for each in found] == ["s", "l"]
    assert all(each.possible for each in found)
