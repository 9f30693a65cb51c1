"""Fill an order with several producers: a quick answer at once, the exact one behind it, orders and answers.

Solving reads and computes outside of any transaction; only the keeping writes, and only while nobody has
changed the pool meanwhile. What is held for a pool follows its shares in the same transaction.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from matchmaker.errors import Conflict, Stale
from matchmaker.extensions import db
from matchmaker.models import Demand, Pool, PoolMember, PoolVersion, User
from matchmaker.models.base import now
from matchmaker.queries import demands, pools
from matchmaker.queries.holdings import Purpose
from matchmaker.services import audit, holdings, pool_market
from matchmaker.services.calendar import today
from matchmaker.services.pool_market import ByOffer, Orders
from matchmaker.services.transaction import use_case

QUICK, AT_ONCE, EXACT = 0.0, 3.0, 20.0  # seconds of solving
TRIES = 3
Record = dict[str, Any]


@dataclass(frozen=True)
class Trial:
    """What a pool would be under other orders, and the shares that would change."""

    document: Record
    changes: list[Record]


def propose(demand_id: str, actor: User) -> Pool:
    """The pool that fills a demand, with the quick answer; the standing one where there is one already.

    The caller then defers ``carry_out``. Raises ``NotFound``, ``Conflict`` for a demand off the market.
    """
    demand = demands.one(demand_id, actor)
    known = pools.of_demand(demand)
    if known is not None:
        return known
    if demand.status != "open":
        raise Conflict("demand_withdrawn", id=demand_id)
    document = pool_market.filled(demand, Orders(), QUICK).as_record()
    return _open(demand_id, document, actor)


def carry_out(pool_id: int) -> None:
    """Solve a pool exactly and keep that as its next version; one that was closed meanwhile is left alone."""
    try:
        _solve(pool_id, "exact", None, EXACT)
    except Exception:
        _mark(pool_id, "failed")
        raise


def resolve(demand_id: str, cause: str, actor: User | None, seconds: float = AT_ONCE) -> Pool:
    """Solve a demand's pool again, changing the fewest shares.

    Without an actor the caller has made sure by a member's link. Raises ``Stale`` when others keep changing
    it, and ``Conflict`` for a pool that is no longer open.
    """
    pool = _pool(demand_id, actor)
    _refuse_settled(pool)
    _solve(pool.id, cause, actor, seconds)
    return _pool(demand_id, actor)


def what_if(demand_id: str, orders: Mapping[str, Any], actor: User) -> Trial:
    """What the pool would be if the officer ordered so; nothing is kept."""
    pool = _pool(demand_id, actor)
    _refuse_settled(pool)
    found = pool_market.filled(
        pool.demand, _orders(pool, orders), AT_ONCE, pool.latest, Purpose(pool_id=pool.id)
    ).as_record()
    return Trial(found, differences(pool.latest, found))


def order(demand_id: str, orders: Mapping[str, Any], actor: User, version: int) -> Pool:
    """Keep what the officer orders and solve again. Raises ``Stale`` and ``Conflict`` as ``resolve`` does."""
    _keep_orders(demand_id, orders, actor, version)
    return resolve(demand_id, "ordered", actor)


@use_case
def hold(demand_id: str, until: date, actor: User) -> Pool:
    """Hold the shares of all members until a day; whoever was not asked yet counts as asked now.

    Raises what ``holdings.hold`` raises.
    """
    pool = _pool(demand_id, actor)
    _refuse_settled(pool)
    holdings.hold(shares_of(pool), Purpose(pool_id=pool.id), until, actor)
    pool.held_until = until
    asked = [member for member in pool.members if member.share and not member.answer]
    for member in asked:
        member.answer = "asked"
    facts = {"until": until.isoformat(), "asked": [member.offer_id for member in asked]}
    audit.record("pool.held", "pool", pool.id, facts, actor)
    return pool


@use_case
def close(demand_id: str, actor: User) -> None:
    """Give a pool up: what was held or promised for it is free again; it stays on record."""
    pool = _pool(demand_id, actor)
    holdings.release(Purpose(pool_id=pool.id), actor)
    pool.status, pool.held_until = "closed", None
    audit.record("pool.closed", "pool", pool.id, {"demand": demand_id}, actor)


def shares_of(pool: Pool) -> dict[str, dict[int, float]]:
    """What each member has now: offer → month → amount."""
    return {
        member.offer_id: {int(month): amount for month, amount in member.share.items()}
        for member in pool.members
        if member.share
    }


def agrees(member: PoolMember) -> bool:
    """Whether a member said yes to all of its present share."""
    agreed = member.answer in ("yes", "less")
    return agreed and all(amount <= member.agreed.get(month, 0) for month, amount in member.share.items())


def with_order(pool: Pool, offer_id: str, action: str, amounts: Mapping[str, float]) -> Record:
    """The officer's orders with one more for an offer, which takes the place of any earlier one for it.

    ``action`` is keep (its present share), out, fix or most (with ``amounts``), or clear.
    """
    orders = {
        name: {offer: months for offer, months in (pool.orders.get(name) or {}).items() if offer != offer_id}
        for name in ("fixed", "at_most")
    }
    forbidden = [offer for offer in pool.orders.get("forbidden") or () if offer != offer_id]
    if action == "out":
        forbidden.append(offer_id)
    elif action == "most":
        orders["at_most"][offer_id] = {str(month): amounts.get(str(month), 0) for month in range(1, 13)}
    elif action in ("keep", "fix"):
        own = next((dict(row.share) for row in pool.members if row.offer_id == offer_id), {})
        orders["fixed"][offer_id] = own if action == "keep" else dict(amounts)
    return {**orders, "forbidden": forbidden}


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Record]:
    """The members whose shares differ between two pool records, with both."""
    old, new = (
        {row["offer"]: row["amount_per_month"] for row in each.get("members", ())} for each in (before, after)
    )
    return [
        {"offer": offer, "before": old.get(offer, {}), "after": new.get(offer, {})}
        for offer in dict.fromkeys([*old, *new])
        if old.get(offer) != new.get(offer)
    ]


def _orders(pool: Pool, orders: Mapping[str, Any] | None = None) -> Orders:
    """The officer's orders with the members' answers: who said no stays out, who said less gives no more."""
    orders = pool.orders if orders is None else orders
    least: ByOffer = {
        member.offer_id: {month: member.agreed.get(str(month), 0.0) for month in range(1, 13)}
        for member in pool.members
        if member.answer == "less"
    }
    refused = {member.offer_id for member in pool.members if member.answer == "no"}
    return Orders(
        fixed=_numbered(orders.get("fixed")),
        at_most={**least, **_numbered(orders.get("at_most"))},
        forbidden=frozenset(orders.get("forbidden") or ()) | refused,
    )


def _numbered(amounts: Mapping[str, Mapping[str, float]] | None) -> dict[str, dict[int, float]]:
    return {
        offer: {int(month): amount for month, amount in months.items()}
        for offer, months in (amounts or {}).items()
    }


def _pool(demand_id: str, actor: User | None) -> Pool:
    demand = demands.one(demand_id, actor) if actor else db.session.get(Demand, demand_id)
    assert demand is not None
    return pools.standing(demand)


def _refuse_settled(pool: Pool) -> None:
    if pool.status != "open":
        raise Conflict("pool_settled")


def _solve(pool_id: int, cause: str, actor: User | None, seconds: float) -> None:
    """Solve until the result can be kept: others may change the pool, or take of an offer, meanwhile."""
    for attempt in range(TRIES):
        pool = db.session.get(Pool, pool_id, populate_existing=True)
        if pool is None or pool.status != "open":
            return
        seen, before = pool.version, pool.latest if pool.versions else None
        document = pool_market.filled(
            pool.demand,
            _orders(pool),
            seconds,
            before if cause != "exact" else None,
            Purpose(pool_id=pool_id),
        ).as_record()
        try:
            if _keep(pool_id, seen, document, cause, actor):
                return
        except (Conflict, Stale):
            if attempt == TRIES - 1:
                raise
    raise Stale


@use_case
def _open(demand_id: str, document: Record, actor: User) -> Pool:
    demand = demands.one(demand_id, actor)
    # Of two who ask at once the second finds the first's.
    db.session.execute(select(Demand.id).where(Demand.id == demand_id).with_for_update())
    known = pools.of_demand(demand)
    if known is not None:
        return known
    pool = Pool(demand=demand, made_by=actor.id, orders={}, asked_at=now())
    db.session.add(pool)
    told = _add(pool, document, "first", actor)
    db.session.flush()
    facts = {"demand": demand_id, "members": len(document["members"]), "fill": document["fill"]} | told
    audit.record("pool.proposed", "pool", pool.id, facts, actor)
    return pool


@use_case
def _keep(pool_id: int, seen: int, document: Record, cause: str, actor: User | None) -> bool:
    pool = db.session.get(Pool, pool_id, populate_existing=True, with_for_update=True)
    if pool is None or pool.version != seen or pool.status != "open":
        return False
    told = _add(pool, document, cause, actor)
    pool.solving = "done"
    pool.changed_at = now()  # so that the version moves
    if pool.held_until is not None and pool.held_until < today():
        pool.held_until = None  # the day is past: nothing is held any more
    if pool.held_until is not None:
        holdings.hold(shares_of(pool), Purpose(pool_id=pool_id), pool.held_until, actor)
    facts = {"demand": pool.demand_id, "members": len(document["members"]), "fill": document["fill"]} | told
    facts |= {"cause": cause, "until": pool.held_until.isoformat() if pool.held_until else None}
    audit.record("pool.solved", "pool", pool_id, facts, actor)
    return True


def _add(pool: Pool, document: Record, cause: str, actor: User | None) -> dict[str, Any]:
    """The next version, and the members' shares after it. Who must give more than it said yes to is asked
    again. Gives what the trail tells of it."""
    pool.versions.append(
        PoolVersion(
            number=len(pool.versions) + 1,
            document=document,
            cause=cause,
            changes=differences(pool.latest, document) if pool.versions else [],
            made_by=actor.id if actor else None,
        )
    )
    shares = {row["offer"]: row["amount_per_month"] for row in document["members"]}
    known = {member.offer_id: member for member in pool.members}
    for offer_id in shares:
        if offer_id not in known:
            pool.members.append(PoolMember(offer_id=offer_id))
    again = []
    for member in pool.members:
        member.share = shares.get(member.offer_id, {})
        if member.answer == "yes" and not agrees(member):
            member.answer = "asked"
            again.append(member.offer_id)
    number = pool.versions[-1].number
    return {"number": number, "digest": audit.digest(document), "shares": shares, "asked": again}


@use_case
def _keep_orders(demand_id: str, orders: Mapping[str, Any], actor: User, version: int) -> None:
    pool = _pool(demand_id, actor)
    _refuse_settled(pool)
    if pool.version != version:
        raise Stale
    pool.orders = dict(orders)
    audit.record("pool.ordered", "pool", pool.id, dict(orders), actor)


@use_case
def _mark(pool_id: int, solving: str) -> None:
    pool = db.session.get(Pool, pool_id, populate_existing=True)
    if pool is not None:
        pool.solving = solving
