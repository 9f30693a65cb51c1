"""How a pool is answered, to who works on the board and to the demand's buyer."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields

from matchmaker.models import Offer, Pool, User
from matchmaker.permissions import Permission, allowed
from matchmaker.queries import pools


class PoolMemberReply(Schema):
    """A member: its offer, amounts by month, what it answered; for a buyer only the commune and amounts."""

    offer = fields.String()
    answer = fields.String()
    commune = fields.String(required=True)
    amount_per_month = fields.Dict(required=True)
    unit = fields.String(required=True)


class PoolReply(Schema):
    """The pool of a demand; ``pool`` is the record of the interchange format, absent for a buyer."""

    id = fields.Integer(required=True)
    demand = fields.String(required=True)
    status = fields.String(required=True)
    solving = fields.String(required=True)
    version = fields.Integer(required=True)
    fill = fields.Raw(required=True, metadata={"type": "number"})
    unit = fields.String(required=True)
    by_month = fields.Dict(required=True)
    members = fields.List(fields.Nested(PoolMemberReply), required=True)
    held_until = fields.String(allow_none=True)
    pool = fields.Dict()


def pool_reply(pool: Pool, actor: User) -> dict[str, Any]:
    """A pool as its reply shows it to the actor."""
    record, whole = pool.latest, allowed(actor, Permission.SEE_BOARD)
    offers = pools.offers_of(record)
    answers = {row.offer_id: row.answer for row in pool.members}
    members = [
        {
            "commune": _commune(offers.get(row["offer"])),
            "amount_per_month": row["amount_per_month"],
            "unit": row["unit"],
            **({"offer": row["offer"], "answer": answers.get(row["offer"], "")} if whole else {}),
        }
        for row in record["members"]
    ]
    told = {
        "id": pool.id,
        "demand": pool.demand_id,
        "status": pool.status,
        "solving": pool.solving,
        "version": pool.version,
        "fill": record["fill"],
        "unit": record["unit"],
        "by_month": record["by_month"],
        "members": members,
    }
    held = pool.held_until.isoformat() if pool.held_until else None
    return told | {"held_until": held, "pool": record} if whole else told


def _commune(offer: Offer | None) -> str:
    place = (offer.parsed.get("place") if offer else None) or {}
    return ", ".join(filter(None, (place.get("commune"), place.get("province"))))
