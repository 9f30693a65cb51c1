"""The open offers and demands of a member at rest: off the market for the time, back with it.

An organisation rests while a registration of it is paused or has expired and no other one holds. Whoever
changes or asks this leaves its event first: events are written one transaction after the other, so that
nothing is posted, and no second registration paused, unseen beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import Demand, Offer, User
from matchmaker.models.base import now
from matchmaker.queries.registrations import at_rest
from matchmaker.services import audit, changing, holdings, matches

Record = tuple[str, str]  # "offer" or "demand", and its id
_KINDS: tuple[tuple[str, Any], ...] = (("offer", Offer), ("demand", Demand))


def enter(rows: Sequence[Offer | Demand], actor: User) -> None:
    """Let new records, whose posting was told already, rest where their organisation does."""
    organisations = at_rest({row.organisation_id for row in rows if row.organisation_id})
    resting = [row for row in rows if row.organisation_id in organisations]
    for row in resting:
        row.status = "paused"
    if resting:
        audit.record_all([changing.told("paused", row, {}, actor) for row in resting], actor)


def rest(organisation_id: str, actor: User | None) -> list[Record]:
    """Take the open records of an organisation off the market, in the open transaction, unless another
    registration of it holds; gives them."""
    if not at_rest([organisation_id]):
        return []
    done = _turn(organisation_id, actor, "open", "paused")
    for kind, record_id in done:
        if kind == "offer":
            matches.withdraw(record_id)
    return done


def wake(organisation_id: str, actor: User | None) -> list[Record]:
    """Bring back what rests, for a registration holds again. Offers are ranked after the commit by
    themselves (``holdings.touched``), demands wait for it."""
    done = _turn(organisation_id, actor, "paused", "open")
    for kind, record_id in done:
        if kind == "demand":
            ranking = db.session.get_one(Demand, record_id).ranking
            if ranking is not None:
                ranking.status, ranking.asked_at = "queued", now()
    holdings.touch(record_id for kind, record_id in done if kind == "offer")
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
