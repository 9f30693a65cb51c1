"""Which rows an actor may see: the one place that says it. Every query starts from ``visible``."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, false, or_, select, true

from matchmaker.models import (
    EVERYWHERE,
    Conference,
    Demand,
    Match,
    Offer,
    Organisation,
    Place,
    Registration,
    User,
)

EVERYWHERE_REACH = "everywhere"
NATIONAL = frozenset({"administrator", "national_reader", "organizer"})


def visible(entity: type[Any], actor: User) -> ColumnElement[bool]:
    """The condition that keeps the rows of ``entity`` (a model) that the actor may see.

    National roles and officers of all provinces see everything. An officer of some provinces sees the
    records made or delivered there, the organisations at home there, what it entered itself, and a match when
    it sees either side. Buyers and producers see what belongs to their own organisation and what they
    entered themselves.
    """
    if everywhere(actor):
        return true()
    parts = []
    if "officer" in actor.role_names:
        parts.append(_in_provinces(entity, actor))
    if actor.role_names & {"buyer", "producer"}:
        parts.append(_own(entity, actor))
    return or_(*parts) if parts else false()


def everywhere(actor: User) -> bool:
    """Whether the actor works for the whole country: a national role, or an officer of all provinces."""
    return bool(
        actor.role_names & NATIONAL or ("officer" in actor.role_names and EVERYWHERE in actor.provinces)
    )


def reach(actor: User) -> str:
    """What decides what the actor may see, as a short text: who has the same sees the same records."""
    if everywhere(actor):
        return EVERYWHERE_REACH
    parts = [actor.id, actor.organisation_id, sorted(actor.role_names), sorted(actor.provinces)]
    return sha256(json.dumps(parts).encode()).hexdigest()


def judgeable(entity: type[Offer] | type[Demand], actor: User) -> ColumnElement[bool]:
    """What the actor may read for a decision: what it may see, and for an officer the other side of every
    match that it may see. It is for reading one record; lists and changes keep to ``visible``."""
    if "officer" not in actor.role_names:
        return visible(entity, actor)
    own_id = Match.offer_id if entity is Offer else Match.demand_id
    return or_(
        visible(entity, actor), entity.id.in_(select(own_id).where(Match.current, visible(Match, actor)))
    )


def _in_provinces(entity: type[Any], actor: User) -> ColumnElement[bool]:
    provinces = sorted(actor.provinces)
    if entity in (Organisation, Conference, Registration):
        return entity.province.in_(provinces)
    if entity is Match:
        return or_(
            Match.demand_id.in_(select(Demand.id).where(_in_provinces(Demand, actor))),
            Match.offer_id.in_(select(Offer.id).where(_in_provinces(Offer, actor))),
        )
    return or_(
        entity.place_id.in_(select(Place.id).where(Place.province.in_(provinces))),
        entity.organisation_id.in_(select(Organisation.id).where(Organisation.province.in_(provinces))),
        entity.posted_by == actor.id,
    )


def _own(entity: type[Any], actor: User) -> ColumnElement[bool]:
    """A buyer's own demands, a producer's own offers, and the matches of these.

    Own is what belongs to the actor's organisation, and what the actor entered itself.
    """
    sides = {Demand: "buyer", Offer: "producer"}
    if entity is Registration:
        return false()
    if entity is Organisation:
        return Organisation.id == actor.organisation_id
    if entity is Match:
        return or_(
            Match.demand_id.in_(select(Demand.id).where(_own(Demand, actor))),
            Match.offer_id.in_(select(Offer.id).where(_own(Offer, actor))),
        )
    if sides.get(entity) not in actor.role_names:
        return false()
    entered: ColumnElement[bool] = entity.posted_by == actor.id
    if actor.organisation_id is None:
        return entered  # comparing with None would mean all records that belong to nobody
    return or_(entered, entity.organisation_id == actor.organisation_id)
