"""The pools of demands: whoever may see a demand on the board may see its pool, members see their part."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.models import Demand, Offer, Pool, PoolMember, PoolVersion

GONE_ON = "accepted"  # goes on as one supplier


def of_demand(demand: Demand) -> Pool | None:
    """The demand's pool with its members and versions; a closed one is history. The caller has read the
    demand through its scope."""
    statement = (
        select(Pool)
        .where(Pool.demand_id == demand.id, Pool.status != "closed")
        .options(
            selectinload(Pool.versions).joinedload(PoolVersion.maker),
            selectinload(Pool.members).joinedload(PoolMember.offer).joinedload(Offer.organisation),
            selectinload(Pool.members).joinedload(PoolMember.officer),
        )
        .order_by(Pool.id.desc())
        .limit(1)
    )
    return db.session.scalar(statement.execution_options(populate_existing=True))


def standing(demand: Demand) -> Pool:
    """The same. Raises ``NotFound`` where there is none."""
    found = of_demand(demand)
    if found is None:
        raise NotFound
    return found


def closed(demand: Demand) -> Sequence[Pool]:
    """The demand's earlier pools, the latest first."""
    statement = select(Pool).where(Pool.demand_id == demand.id, Pool.status == "closed")
    return db.session.scalars(statement.order_by(Pool.id.desc())).all()


def of_matches(match_ids: Collection[int]) -> dict[int, Pool]:
    """The accepted pools by the match under which they go on."""
    statement = select(Pool).where(Pool.match_id.in_(match_ids), Pool.status == GONE_ON)
    found = db.session.scalars(statement.options(selectinload(Pool.versions)))
    return {pool.match_id: pool for pool in found if pool.match_id is not None}


def of_offer(offer_id: str) -> Sequence[PoolMember]:
    """Where an offer has a share in a pool that is not closed; the caller has read the offer through its
    scope."""
    statement = (
        select(PoolMember)
        .join(PoolMember.pool)
        .where(PoolMember.offer_id == offer_id, Pool.status != "closed")
        .options(joinedload(PoolMember.pool).joinedload(Pool.demand))
        .order_by(PoolMember.id)
    )
    return [row for row in db.session.scalars(statement) if row.share]


def offers_of(document: dict[str, Any]) -> dict[str, Offer]:
    """The offers that a pool record names, as members, as a stand-by, or for what they lack."""
    ids = {row["offer"] for row in document.get("members", ())}
    ids |= {offer for row in document.get("lacking", ()) for offer in row["offers"]}
    if document.get("reserve"):
        ids.add(document["reserve"]["offer"])
    statement = select(Offer).where(Offer.id.in_(sorted(ids))).options(joinedload(Offer.organisation))
    return {row.id: row for row in db.session.scalars(statement)}
