"""Enter and change demands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from matchmaker.extensions import db
from matchmaker.models import Demand, Organisation, Ranking, User
from matchmaker.models.base import now
from matchmaker.queries import demands
from matchmaker.schemas.demands import DemandSchema
from matchmaker.services import audit, changing, layers, ownership, resting
from matchmaker.services.calendar import today
from matchmaker.services.places import place_row
from matchmaker.services.reference import load_reference
from matchmaker.services.transaction import use_case
from matchmaker.services.understanding import demand_from
from scoring import records

Record = Mapping[str, Any]


@use_case
def post(
    record: Record, actor: User, on_behalf_of: str | None = None, confirmed: Record | None = None
) -> Demand:
    """Enter a demand; it gets an id where it has none, and waits to be ranked. ``confirmed`` are fields that
    the person has looked at and confirmed above what ``record`` says.

    Raises ``Conflict`` for an id in use, ``InvalidRecord`` for a place nobody knows, and what
    ``ownership.owner`` raises.
    """
    member = ownership.owner(actor, "buyer", on_behalf_of)
    demand_id = str(record.get("id") or ownership.new_id("D"))
    ownership.refuse_taken(Demand, demand_id)
    demand = Demand(id=demand_id, organisation_id=member.id if member else None, posted_by=actor.id)
    demand.raw, demand.confirmed = layers.plain({**record, "id": demand_id}), layers.plain(confirmed or {})
    _understand(demand, member)
    db.session.add(demand)
    changing.tell("posted", demand, demand.raw, actor)
    if demand.confirmed:
        changing.tell("confirmed", demand, demand.confirmed, actor)
    resting.enter([demand], actor)
    return demand


def enter(rows: Sequence[tuple[Record, records.Demand, Organisation | None]], actor: User) -> list[Demand]:
    """Enter many demands that were checked and understood already, each with the member it is of; they wait
    to be ranked.

    The caller opened the transaction and made sure that the ids are free.
    """
    entered: list[Demand] = []
    with db.session.no_autoflush:
        for record, understood, member in rows:
            demand = Demand(id=str(record["id"]), organisation_id=member.id if member else None)
            demand.posted_by, demand.raw = actor.id, dict(record)
            _describe(demand, member, record, understood)
            entered.append(demand)
    db.session.add_all(entered)
    db.session.flush()
    audit.record_all([changing.told("posted", demand, demand.raw, actor) for demand in entered], actor)
    resting.enter(entered, actor)
    return entered


@use_case
def change(demand_id: str, record: Record, actor: User, version: int) -> Demand:
    """Replace what a demand says, over what was confirmed before; it waits to be ranked anew.

    ``version`` is the one the actor read. Raises ``Conflict`` for a closed demand, ``Stale`` for a past
    version, ``InvalidRecord`` for a record with another id.
    """
    demand = demands.one(demand_id, actor)
    changing.replace(demand, record, actor, version, _understand)
    return demand


@use_case
def confirm(demand_id: str, fields: Record, actor: User, version: int) -> Demand:
    """Keep what a person confirmed or corrected, field by field, above what was written and what was read.

    ``fields`` are as ``DemandCorrectionSchema`` loads them; None takes a confirmation back. Raises
    ``Conflict`` and ``Stale`` as ``change`` does.
    """
    demand = demands.one(demand_id, actor)
    changing.confirm(demand, fields, actor, version, _understand)
    return demand


@use_case
def close(demand_id: str, actor: User, version: int) -> Demand:
    """Take a demand off the market; it stays on record. Raises ``Stale`` as ``change`` does."""
    demand = demands.one(demand_id, actor)
    changing.close(demand, actor, version)
    return demand


def _understand(demand: Demand, member: Organisation | None) -> None:
    """Set what was understood of a record."""
    record = DemandSchema(keep_unknown=True).load({**demand.raw, **(demand.confirmed or {})})
    _describe(demand, member, record, demand_from(record, load_reference(), today()))


def _describe(
    demand: Demand, member: Organisation | None, record: Record, understood: records.Demand
) -> None:
    """Set the columns that lists are made from; the ranking has to follow."""
    demand.ranking = demand.ranking or Ranking()
    demand.ranking.status, demand.ranking.asked_at = "queued", now()
    demand.buyer = str(record.get("buyer") or (member.name if member else ""))
    demand.channel = understood.channel or (member.channel if member else "")
    demand.product = understood.product
    demand.parsed = layers.parsed(understood)
    demand.doubts = layers.doubts(understood)
    demand.valid_until = understood.valid_until
    demand.place = place_row("delivery", record.get("place"), understood.place)
