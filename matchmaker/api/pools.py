"""The pool of a demand: the present one, a new one, and what its members answer.

Who works on the board reads the whole record. The demand's buyer reads an accepted pool as one supplier: from
which communes, how much by month, nobody's name or price.
"""

from __future__ import annotations

from typing import Any

from flask.views import MethodView

from matchmaker.api.blueprints import Blueprint
from matchmaker.api.exchange import Answer, Headers, etag, once, optional_version
from matchmaker.api.pool_replies import PoolReply, pool_reply
from matchmaker.errors import NotFound
from matchmaker.extensions import queue
from matchmaker.models import Pool, User
from matchmaker.permissions import Permission, actor, allowed, requires
from matchmaker.queries import demands, pools
from matchmaker.schemas.pools import PoolAnswerSchema
from matchmaker.services import pool_answers, pooling

blueprint = Blueprint("api_pools", __name__, url_prefix="/api/v1/demands")


@blueprint.route("/<string:demand_id>/pool")
class DemandPool(MethodView):
    """The pool of a demand."""

    @requires(Permission.SEE_DEMANDS)
    @blueprint.response(200, PoolReply)
    def get(self, demand_id: str) -> tuple[Answer, Headers]:
        """The present pool, its version as ETag; for a buyer only once it is accepted."""
        pool = _readable(demand_id, actor())
        return pool_reply(pool, actor()), etag(pool.version)

    @requires(Permission.FILL_ORDERS)
    @blueprint.response(201, PoolReply)
    def post(self, demand_id: str) -> tuple[Answer, int, Headers]:
        """Propose a pool: the quick answer, the exact one follows. The standing one where there is one."""
        answer, headers, ran = once({}, lambda: pool_reply(pooling.propose(demand_id, actor()), actor()))
        if ran and answer["solving"] == "queued":
            queue.defer("fill_pool", str(answer["id"]))
        return answer, 201, headers | etag(answer["version"])


@blueprint.route("/<string:demand_id>/pool/answers")
class PoolAnswers(MethodView):
    """What members of a pool answer."""

    @requires(Permission.FILL_ORDERS)
    @blueprint.arguments(PoolAnswerSchema)
    @blueprint.response(200, PoolReply)
    def post(self, record: dict[str, Any], demand_id: str) -> tuple[Answer, Headers]:
        """Enter one answer; the pool after it, solved again where shares had to change. With If-Match only if
        nobody changed the pool meanwhile."""
        version = optional_version()
        answer, headers, _ = once(record, lambda: _answered(demand_id, record, version))
        return answer, headers | etag(answer["version"])


def _answered(demand_id: str, record: dict[str, Any], version: int | None) -> Answer:
    amounts, note = record.get("amounts", {}), record.get("note", "")
    said = (record["offer"], record["answer"], amounts, note)
    return pool_reply(pool_answers.by_phone(demand_id, *said, actor(), version), actor())


def _readable(demand_id: str, user: User) -> Pool:
    pool = pools.standing(demands.one(demand_id, user))
    if pool.status != "accepted" and not allowed(user, Permission.SEE_BOARD):
        raise NotFound
    return pool
