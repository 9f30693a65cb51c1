"""What members of a pool answer: told by telephone to an officer, or by a member's own link.

The key in a link is a signature over the member's row and a serial number that stands in it: nothing is
stored, and a new serial withdraws the links given before.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from hashlib import sha256

from flask import current_app

from matchmaker.errors import Conflict, InvalidRecord, NotFound
from matchmaker.extensions import db
from matchmaker.models import Pool, PoolMember, User
from matchmaker.models.base import now
from matchmaker.queries import demands, pools
from matchmaker.queries.matches import refuse_impossible_id
from matchmaker.services import audit, calling, pooling
from matchmaker.services.transaction import use_case
from matchmaker.wording.errors import message

ANSWERS = ("yes", "no", "less")
LETTERS = 20  # of the key: 80 bits

Amounts = Mapping[str, float]


def by_phone(
    demand_id: str, offer_id: str, answer: str, amounts: Amounts, note: str, actor: User, version: int | None
) -> Pool:
    """Enter what a member said on the telephone, and solve again where it changes anything.

    ``version`` is the pool's that the officer saw, where it matters. Raises ``NotFound``, ``Stale``,
    ``Conflict`` for a settled pool, ``InvalidRecord``.
    """
    pool = pools.standing(demands.one(demand_id, actor))
    member = next((row for row in pool.members if row.offer_id == offer_id), None)
    if member is None:
        raise NotFound
    if version is not None and pool.version != version:
        raise Conflict("pool_changed")
    if _take(member.id, answer, amounts, note, "phone", actor):
        return pooling.resolve(demand_id, "answered", actor)
    return pools.standing(demands.one(demand_id, actor))


def by_link(member_id: int, offered: str, answer: str, amounts: Amounts, note: str) -> PoolMember:
    """The same by a member's own link. Raises ``NotFound`` for any wrong link."""
    member = opened(member_id, offered)
    demand_id = member.pool.demand_id
    if _take(member_id, answer, amounts, note, "link", None):
        pooling.resolve(demand_id, "answered", None)
    return opened(member_id, offered)


def key(member: PoolMember) -> str:
    """The key of a member's link, in lower-case hexadecimal."""
    told = "\0".join(("pool", str(member.pool_id), str(member.id), str(member.link_serial)))
    secret = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.new(secret, told.encode(), sha256).hexdigest()[:LETTERS]


def opened(member_id: int, offered: str) -> PoolMember:
    """The member that a link opens. Raises ``NotFound`` for a wrong link and for a pool given up."""
    refuse_impossible_id(member_id)
    member = db.session.get(PoolMember, member_id, populate_existing=True)
    if member is None or member.pool.status == "closed":
        raise NotFound
    if not hmac.compare_digest(key(member).encode(), offered.encode()):
        raise NotFound
    return member


@use_case
def withdraw(demand_id: str, offer_id: str, actor: User) -> None:
    """Make every link given to a member so far lead nowhere. Raises ``NotFound``."""
    pool = pools.standing(demands.one(demand_id, actor))
    for member in pool.members:
        if member.offer_id == offer_id:
            member.link_serial += 1
            audit.record("pool.link_withdrawn", "pool", pool.id, {"offer": offer_id}, actor)
            return
    raise NotFound


@use_case
def _take(member_id: int, answer: str, amounts: Amounts, note: str, how: str, actor: User | None) -> bool:
    """Keep an answer; whether the shares must be worked out anew because of it."""
    member = db.session.get(PoolMember, member_id, populate_existing=True, with_for_update=True)
    assert member is not None
    if member.pool.status != "open":
        raise Conflict("pool_settled")
    if answer not in ANSWERS:
        raise InvalidRecord({"answer": [message("required")]})
    before = member.answer
    share = {month: amount for month, amount in member.share.items() if amount > 0}
    if answer == "less":
        _refuse_amounts(amounts, share, member)
    member.answer, member.how, member.note = answer, how, note[:500]
    member.agreed = {} if answer == "no" else share if answer == "yes" else dict(amounts)
    member.answered_by, member.answered_at = actor.id if actor else None, now()
    member.pool.changed_at = now()
    facts = {
        "offer": member.offer_id,
        "answer": answer,
        "agreed": member.agreed,
        "how": how,
        "note": member.note,
    }
    whose = member.offer.organisation_id if actor else None
    audit.record("pool.answered", "pool", member.pool_id, facts, actor, whose)
    return answer != "yes" or before in ("no", "less")


def _refuse_amounts(amounts: Amounts, share: Amounts, member: PoolMember) -> None:
    """Less is an amount for some month, none above what was asked of it, and not the whole of it."""
    most = share or member.agreed
    if not any(amounts.values()) or any(amount < 0 for amount in amounts.values()):
        raise InvalidRecord({"amounts": [message("less_needs_amounts")]})
    if share and all(amounts.get(month, 0) >= amount for month, amount in most.items()):
        raise InvalidRecord({"amounts": [message("less_is_not_less")]})


def contacts(pool: Pool, actor: User) -> dict[str, list[dict[str, str]]]:
    """Whom to call at each member: name, role, telephone. That they were opened is in the trail.

    The caller has read the pool through its demand's scope.
    """
    owners = {row.offer_id: row.offer.organisation_id for row in pool.members if row.share}
    known = calling.contacts([owner for owner in owners.values() if owner], actor, "pool", pool.id)
    return {offer: known.get(owner or "", []) for offer, owner in owners.items()}
