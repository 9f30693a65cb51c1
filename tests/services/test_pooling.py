"""A pool proposed, solved, ordered, answered and accepted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from matchmaker.errors import Conflict, InvalidRecord, NotFound, Stale
from matchmaker.models import AuditEvent, Demand, Holding, Match, Offer, Pool, User
from matchmaker.queries import pools
from matchmaker.services import demands, holdings, pool_answers, pool_settling, pooling
from matchmaker.services.audit import broken_at
from matchmaker.services.transaction import transaction
from tests.conftest import TODAY
from tests.services.pool_market import VILLAGES, large_demand, villages

Make = Callable[..., Any]
UNTIL = TODAY + timedelta(days=14)
WANTED = 24_000  # kg in both months


@pytest.fixture
def officer(session: Any, make_user: Make) -> User:
    return session.get(User, make_user().id)


@pytest.fixture
def pool(session: Any, officer: User, make_offer: Make, make_demand: Make) -> Pool:
    """The solved pool of the sample demand."""
    villages(officer, make_offer)
    large_demand(officer, make_demand)
    proposed = pooling.propose("D1", officer)
    pooling.carry_out(proposed.id)
    return found(session)


def found(session: Any) -> Pool:
    return pools.standing(session.get(Demand, "D1"))


def member(pool: Pool, offer_id: str) -> Any:
    return next(row for row in pool.members if row.offer_id == offer_id)


def delivered(pool: Pool) -> float:
    return sum(sum(months.values()) for months in pooling.shares_of(pool).values())


def everybody_agrees(officer: User, session: Any) -> None:
    for row in found(session).members:
        if row.share:
            pool_answers.by_phone("D1", row.offer_id, "yes", {}, "", officer, None)


def test_the_quick_answer_is_there_before_the_exact_one(
    session: Any, officer: User, make_offer: Make, make_demand: Make
) -> None:
    villages(officer, make_offer)
    large_demand(officer, make_demand)
    pool = pooling.propose("D1", officer)
    assert [(v.number, v.cause) for v in pool.versions] == [(1, "first")]
    assert (pool.solving, pool.latest["fill"]) == ("queued", 1.0)
    pooling.carry_out(pool.id)
    pool = found(session)
    assert [v.cause for v in pool.versions] == ["first", "exact"]
    assert pool.solving == "done"


def test_no_single_village_suffices_but_together_they_fill_the_order(pool: Pool) -> None:
    assert max(VILLAGES.values()) * 1_000 < WANTED
    assert pool.latest["fill"] == 1.0
    assert WANTED <= delivered(pool) <= WANTED * 1.3
    assert pool.latest["lead"] in pooling.shares_of(pool)


def test_asking_twice_gives_the_same_pool(pool: Pool, officer: User, session: Any) -> None:
    assert pooling.propose("D1", officer).id == pool.id
    assert session.scalar(select(func.count()).select_from(Pool)) == 1


def test_a_demand_off_the_market_and_one_of_another_province_are_not_pooled(
    officer: User, make_user: Make, make_offer: Make, make_demand: Make, session: Any
) -> None:
    villages(officer, make_offer)
    large_demand(officer, make_demand)
    far = session.get(User, make_user("officer", "far@example.com", provinces=["Cà Mau"]).id)
    with pytest.raises(NotFound):
        pooling.propose("D1", far)
    demands.close("D1", officer, 1)
    with pytest.raises(Conflict, match="demand_withdrawn"):
        pooling.propose("D1", officer)


def test_a_trial_keeps_nothing(pool: Pool, officer: User, session: Any) -> None:
    out = next(iter(pooling.shares_of(pool)))
    trial = pooling.what_if("D1", {"forbidden": [out]}, officer)
    assert out not in {row["offer"] for row in trial.document["members"]}
    assert out in {row["offer"] for row in trial.changes}
    assert len(found(session).versions) == len(pool.versions)


def test_an_order_is_kept_and_holds_for_later_solutions(pool: Pool, officer: User, session: Any) -> None:
    seen = pool.version
    pooling.order("D1", {"fixed": {"O1": {"6": 1_000, "7": 2_000}}}, officer, seen)
    assert member(found(session), "O1").share == {"6": 1_000, "7": 2_000}
    pooling.resolve("D1", "again", officer)
    assert member(found(session), "O1").share == {"6": 1_000, "7": 2_000}
    with pytest.raises(Stale):
        pooling.order("D1", {}, officer, seen)


def test_who_says_no_leaves_and_the_others_are_solved_again(pool: Pool, officer: User, session: Any) -> None:
    out = next(iter(pooling.shares_of(pool)))
    pool_answers.by_phone("D1", out, "no", {}, "mất mùa", officer, None)
    after = found(session)
    assert member(after, out).share == {}
    assert (member(after, out).answer, member(after, out).how) == ("no", "phone")
    assert after.versions[-1].cause == "answered"
    assert out in {change["offer"] for change in after.versions[-1].changes}


def test_who_says_less_gives_no_more_than_that(pool: Pool, officer: User, session: Any) -> None:
    one = next(iter(pooling.shares_of(pool)))
    pool_answers.by_phone("D1", one, "less", {"6": 500, "7": 1_500}, "", officer, None)
    share = member(found(session), one).share
    assert all(share.get(month, 0) <= most for month, most in {"6": 500, "7": 1_500}.items())


def test_an_agreed_share_that_grows_is_asked_for_again(pool: Pool, officer: User, session: Any) -> None:
    everybody_agrees(officer, session)
    before = pooling.shares_of(found(session))
    largest = max(before, key=lambda offer: sum(before[offer].values()))
    pool_answers.by_phone("D1", largest, "no", {}, "", officer, None)
    after = found(session)
    grown = [
        row
        for row in after.members
        if any(amount > before.get(row.offer_id, {}).get(int(m), 0) for m, amount in row.share.items())
    ]
    assert grown
    assert {row.answer for row in grown} <= {"asked", ""}


@pytest.mark.parametrize(
    ("answer", "amounts", "field"),
    [
        ("less", {}, "amounts"),
        ("less", {"6": -1}, "amounts"),
        ("less", {"6": 1e9, "7": 1e9}, "amounts"),
        ("perhaps", {}, "answer"),
    ],
)
def test_an_answer_that_says_nothing_is_refused(
    pool: Pool, officer: User, answer: str, amounts: dict[str, float], field: str
) -> None:
    one = next(iter(pooling.shares_of(pool)))
    with pytest.raises(InvalidRecord) as refused:
        pool_answers.by_phone("D1", one, answer, amounts, "", officer, None)
    assert set(refused.value.messages) == {field}


def test_an_answer_to_shares_that_have_changed_is_not_taken(pool: Pool, officer: User) -> None:
    (one, other), seen = list(pooling.shares_of(pool))[:2], pool.version
    pool_answers.by_phone("D1", one, "no", {}, "", officer, seen)
    with pytest.raises(Conflict, match="pool_changed"):
        pool_answers.by_phone("D1", other, "yes", {}, "", officer, seen)


def test_a_member_answers_by_its_own_link_alone(pool: Pool, officer: User, session: Any) -> None:
    one, other = [row for row in pool.members if row.share][:2]
    offered = pool_answers.key(one)
    pool_answers.by_link(one.id, offered, "yes", {}, "")
    row = member(found(session), one.offer_id)
    assert (row.answer, row.how, row.answered_by) == ("yes", "link", None)
    with pytest.raises(NotFound):
        pool_answers.by_link(other.id, offered, "no", {}, "")
    pool_answers.withdraw("D1", one.offer_id, officer)
    with pytest.raises(NotFound):
        pool_answers.opened(one.id, offered)


def test_shares_that_are_held_follow_a_new_solution(pool: Pool, officer: User, session: Any) -> None:
    pooling.hold("D1", UNTIL, officer)
    out = next(iter(pooling.shares_of(pool)))
    assert {row.answer for row in found(session).members if row.share} == {"asked"}
    pool_answers.by_phone("D1", out, "no", {}, "", officer, None)
    held: dict[str, float] = {}
    for row in session.scalars(select(Holding).where(Holding.status == "held")):
        held[row.offer_id] = held.get(row.offer_id, 0) + row.amount / 1_000
    assert held == {
        offer: sum(months.values()) for offer, months in pooling.shares_of(found(session)).items()
    }


def test_a_pool_whose_holding_ran_out_is_solved_again_without_holding(
    pool: Pool, officer: User, session: Any
) -> None:
    pooling.hold("D1", UNTIL, officer)
    with transaction():
        pool.held_until = TODAY - timedelta(days=1)
    after = pooling.resolve("D1", "again", officer)
    assert after.held_until is None
    assert after.versions[-1].cause == "again"


def test_what_is_held_elsewhere_is_not_counted_on(
    pool: Pool, officer: User, session: Any, make_demand: Make
) -> None:
    pooling.hold("D1", UNTIL, officer)
    large_demand(officer, make_demand, id="D2")
    second = pooling.propose("D2", officer)
    left = holdings.free([session.get(Offer, offer) for offer in VILLAGES])
    for row in second.latest["members"]:
        for month, amount in row["amount_per_month"].items():
            assert amount * 1_000 <= left[row["offer"]].by_month[int(month)]
    assert second.latest["fill"] < 1


def test_a_pool_is_accepted_when_all_agreed_and_goes_on_as_one_supplier(
    pool: Pool, officer: User, session: Any
) -> None:
    with pytest.raises(Conflict, match="members_unanswered"):
        pool_settling.accept("D1", "", officer)
    everybody_agrees(officer, session)
    accepted = pool_settling.accept("D1", "gom cho siêu thị", officer)
    match = session.get(Match, accepted.match_id)
    assert (accepted.status, match.status) == ("accepted", "accepted")
    assert match.offer_id == accepted.latest["lead"]
    assert {row.status for row in session.scalars(select(Holding).where(Holding.ended_at.is_(None)))} == {
        "promised"
    }
    with pytest.raises(Conflict, match="pool_settled"):
        pool_answers.by_phone("D1", match.offer_id, "no", {}, "", officer, None)
    assert broken_at() is None


def test_giving_a_pool_up_frees_everything(pool: Pool, officer: User, session: Any) -> None:
    everybody_agrees(officer, session)
    accepted = pool_settling.accept("D1", "", officer)
    pool_settling.give_up("D1", "bên mua đổi ý", officer)
    assert session.get(Match, accepted.match_id).status == "held"
    left = holdings.free([session.get(Offer, "O4")])["O4"]
    assert left.by_month == {6: 6_000_000, 7: 6_000_000}
    assert pools.of_demand(session.get(Demand, "D1")) is None


def test_every_step_is_in_the_trail(pool: Pool, officer: User, session: Any) -> None:
    everybody_agrees(officer, session)
    pool_settling.accept("D1", "", officer)
    told = set(session.scalars(select(AuditEvent.action).where(AuditEvent.subject == "pool")))
    assert told == {
        "pool.proposed",
        "pool.solved",
        "pool.answered",
        "pool.accepted",
        "quantity.held",
        "quantity.promised",
    }
