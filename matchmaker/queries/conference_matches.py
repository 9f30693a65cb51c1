"""What the stored rankings say about the parties of a conference."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import contains_eager

from matchmaker.extensions import db
from matchmaker.models import Demand, Match, Offer

Pair = frozenset[str]


def _standing_between(members: Collection[str]) -> tuple[ColumnElement[bool], ...]:
    """What a match of an offer with a demand of these organisations must be to count at a conference."""
    return (
        Match.current,
        Match.eligible,
        Match.status != "rejected",
        Demand.organisation_id.in_(members),
        Offer.organisation_id.in_(members),
    )


def best_between(members: Collection[str]) -> dict[Pair, Match]:
    """For each two organisations of ``members``, the best current, eligible, not rejected match of an offer
    of the one with a demand of the other. The conference was read through its scope by the caller."""
    statement = (
        select(Match)
        .join(Match.demand)
        .join(Match.offer)
        .where(*_standing_between(members))
        .options(contains_eager(Match.demand), contains_eager(Match.offer))
        .order_by(Match.score.desc(), Match.demand_id, Match.offer_id)
    )
    best: dict[Pair, Match] = {}
    for match in db.session.scalars(statement):
        parties = frozenset((match.offer.organisation_id or "", match.demand.organisation_id or ""))
        best.setdefault(parties, match)
    return best


def scores_among(participants: Iterable[Mapping[str, Any]]) -> dict[Pair, int]:
    """The best score (0..1,000,000) between any two participants of a conference, by their ids there."""
    ids = _by_organisation(participants)
    statement = (
        select(Offer.organisation_id, Demand.organisation_id, func.max(Match.score))
        .join(Match.demand)
        .join(Match.offer)
        .where(*_standing_between(ids))
        .group_by(Offer.organisation_id, Demand.organisation_id)
    )
    found: dict[Pair, int] = {}
    for offering, wanting, score in db.session.execute(statement):
        pair = frozenset((ids[offering], ids[wanting]))
        if len(pair) == 2:
            found[pair] = max(score, found.get(pair, 0))
    return found


def best_among(participants: Iterable[Mapping[str, Any]]) -> dict[Pair, Match]:
    """The best match between any two participants, by their ids in the conference."""
    ids = _by_organisation(participants)
    return {
        frozenset(ids[organisation] for organisation in pair): match
        for pair, match in best_between(ids).items()
        if len(pair) == 2
    }


def best_ids_among(participants: Iterable[Mapping[str, Any]]) -> dict[Pair, int]:
    """The ids of `best_among`, without reading the matches: for conferences of a thousand."""
    ids = _by_organisation(participants)
    statement = (
        select(Offer.organisation_id, Demand.organisation_id, Match.id)
        .select_from(Match)
        .join(Match.demand)
        .join(Match.offer)
        .where(*_standing_between(ids))
        .order_by(Match.score.desc(), Match.demand_id, Match.offer_id)
    )
    best: dict[Pair, int] = {}
    for offering, wanting, match_id in db.session.execute(statement):
        pair = frozenset((ids[offering], ids[wanting]))
        if len(pair) == 2:
            best.setdefault(pair, match_id)
    return best


def of_one(participant: Mapping[str, Any], others: Iterable[Mapping[str, Any]], most: int) -> list[Match]:
    """The best matches of one participant with others, one for each other, best first."""
    own, ids = organisation_of(participant), _by_organisation(others)
    statement = (
        select(Match)
        .join(Match.demand)
        .join(Match.offer)
        .where(
            Match.current,
            Match.eligible,
            Match.status != "rejected",
            or_(
                and_(Offer.organisation_id == own, Demand.organisation_id.in_(ids)),
                and_(Demand.organisation_id == own, Offer.organisation_id.in_(ids)),
            ),
        )
        .options(contains_eager(Match.demand), contains_eager(Match.offer))
        .order_by(Match.score.desc(), Match.demand_id, Match.offer_id)
        .limit(most * 20)
    )
    best: dict[str, Match] = {}
    for match in db.session.scalars(statement):
        offering, wanting = match.offer.organisation_id or "", match.demand.organisation_id or ""
        best.setdefault(ids[wanting if offering == own else offering], match)
    return list(best.values())[:most]


def organisation_of(participant: Mapping[str, Any]) -> str:
    """The organisation that a participant is; one that names none may be it by its own id."""
    return str(participant.get("organisation") or participant["id"])


def _by_organisation(participants: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The participants' ids by their organisations'."""
    return {organisation_of(row): str(row["id"]) for row in participants}
