"""Whom else to ask to a conference: the parties that would bring most matched supply."""

from __future__ import annotations

from dataclasses import dataclass

from matchmaker.models import User
from matchmaker.queries import conferences, invitations, invitees
from matchmaker.queries.conference_matches import organisation_of
from matchmaker.queries.invitations import FittingPair
from matchmaker.queries.invitees import Invitee
from matchmaker.services.matched_supply import Edge, Invitation, best_invitations

MOST = 20  # suggestions


@dataclass(frozen=True)
class Suggestion:
    """An organisation to ask, and what it adds after those before it in the list."""

    organisation: Invitee
    invitation: Invitation


def suggestions(conference_id: str, side: str, actor: User) -> list[Suggestion]:
    """Organisations of a ``side`` (buyer or producer) that do not take part, those that add most first.

    Raises ``NotFound`` for a hidden conference.
    """
    participants = conferences.one(conference_id, actor).document["participants"]
    members = {organisation_of(row) for row in participants}
    edges = [_edge(pair, side) for pair in invitations.fitting(members, side, actor) if _in_kg(pair)]
    present = [edge for edge in edges if edge.invited in members]
    others = [edge for edge in edges if edge.invited not in members]
    found = best_invitations(present, others, MOST)
    known = {one.id: one for one in invitees.chosen([each.party for each in found], actor)}
    return [Suggestion(known[each.party], each) for each in found if each.party in known]


def _in_kg(pair: FittingPair) -> bool:
    facts = pair.facts
    known = all(facts.get(name) is not None for name in ("supply", "need", "supply_month", "need_month"))
    return known and facts.get("unit") == facts.get("need_unit") == "kg"


def _edge(pair: FittingPair, side: str) -> Edge:
    facts = pair.facts
    return Edge(
        invited=pair.buyer if side == "buyer" else pair.seller,
        offer=pair.offer,
        demand=pair.demand,
        product=pair.wanted if side == "buyer" else pair.product,
        months=tuple(facts.get("months") or ()),
        supply_month=float(facts["supply_month"]),
        supply=float(facts["supply"]),
        need_month=float(facts["need_month"]),
        need=float(facts["need"]),
        monthly=bool(facts.get("monthly")),
    )
