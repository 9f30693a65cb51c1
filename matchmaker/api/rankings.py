"""The answer while a demand's first ranking runs."""

from __future__ import annotations

from datetime import timedelta

from flask import Response, jsonify

from matchmaker.extensions import queue
from matchmaker.models.base import now
from matchmaker.queries.matches import RankedList

LOST_AFTER = timedelta(minutes=2)  # a job that was asked for longer ago is asked for again


def still_running(found: RankedList) -> Response:
    """202 with the job; a job that seems lost is started again."""
    ranking = found.ranking
    if ranking is None or now() - ranking.asked_at > LOST_AFTER:
        queue.defer("rank_demand", found.demand.id)
    status = ranking.status if ranking else "queued"
    answer = jsonify({"job": {"id": f"rank_demand:{found.demand.id}", "status": status}})
    answer.status_code = 202
    answer.headers["Retry-After"] = "1"
    return answer
