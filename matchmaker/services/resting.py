"""The open offers and demands of a member that is paused: off the market for the time, back with it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import Demand, Offer, User
from matchmaker.models.base import now
from matchmaker.services import audit, matches

Record = tuple[str, str]  # "offer" or "demand", and its id
_KINDS: tuple[tuple[str, Any], ...] = (("offer", Offer), ("demand", Demand))


def rest(organisation_id: str, actor: User | None) -> list[Record]:
    """Take the open records of an organisation off the market, in the open transaction; gives them."""
    done = _turn(organisation_id, actor, "open", "paused")
    for kind, record_id in done:
        if kind == "offer":
            matches.withdraw(record_id)
    return done


def wake(organisation_id: str, actor: User | None) -> list[Record]:
    """Bring back what rests; the caller has them ranked after the commit."""
    done = _turn(organisation_id, actor, "paused", "open")
    for kind, record_id in done:
        if kind == "demand":
            ranking = db.session.get_one(Demand, record_id).ranking
            if ranking is not None:
                ranking.status, ranking.asked_at = "queued", now()
    return done


def _turn(organisation_id: str, actor: User | None, before: str, after: str) -> list[Record]:
    """Change the status of the organisation's records, each with its event on its behalf."""
    done: list[Record] = []
    told = []
    said = "paused" if after == "paused" else "resumed"
    for kind, model in _KINDS:
        whose = (model.organisation_id == organisation_id, model.status == before)
        for row in db.session.scalars(
            select(model).where(*whose).order_by(model.id).with_for_update(of=model)
        ):
            row.status = after
            done.append((kind, row.id))
            told.append(audit.Told(f"{kind}.{said}", kind, row.id, {}, organisation_id))
    if told:
        audit.record_all(told, actor)
    return done
