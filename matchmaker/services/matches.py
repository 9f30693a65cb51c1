"""Rank demands against offers and keep the matches with their evidence.

Judging reads and computes outside of any transaction, for it takes a while; only the storing writes. A match
that was decided keeps its status when it is ranked anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Select, or_, select

from matchmaker.extensions import db
from matchmaker.models import Demand, Match, Offer, Ranking
from matchmaker.models.base import now
from matchmaker.queries.profiles import active_digest
from matchmaker.services import audit, knowledge, layers, profiles, resident
from matchmaker.services.calendar import today
from matchmaker.services.transaction import use_case
from scoring import records
from scoring.columns import DemandColumns, OfferColumns
from scoring.ranking import rank_shards

KEPT = 200  # matches a demand; an officer never reads further, and more would fill the database with evidence


def rank_demand(demand_id: str) -> None:
    """Rank one demand against all open offers and store the result; a demand that is gone is left alone."""
    rank_demands([demand_id])


def rank_demands(demand_ids: Sequence[str]) -> None:
    """Rank demands against all open offers, and store each ranking in a transaction of its own.

    Offers that came or changed while this was computed are put in afterwards: their own job may have run when
    the rankings were not stored yet.
    """
    rows = db.session.scalars(select(Demand).where(Demand.id.in_(demand_ids)).order_by(Demand.id)).all()
    versions = {row.id: row.version for row in rows}
    day, seen, lexicon, profile = today(), _offer_versions(), knowledge.lexicon_version(), profiles.active()
    judged: dict[str, list[records.Match]] = {row.id: [] for row in rows}
    context = knowledge.context(day, lexicon)
    wanted = DemandColumns.build([layers.demand(row.parsed, row.doubts) for row in rows], context)
    for match in rank_shards(resident.offers(context).shards, wanted, context, profile, top=KEPT):
        judged[match.demand].append(match)
    for demand_id, found in judged.items():
        _store(demand_id, versions[demand_id], found, day, lexicon, profile.version)
    for offer_id, version in sorted(_offer_versions().items()):
        if seen.get(offer_id) != version:
            rank_for_offer(offer_id)


def rank_for_offer(offer_id: str) -> None:
    """Bring the stored rankings up to date with a new, changed or closed offer.

    The offer is judged alone against every ranked demand. Only the demands that it enters, or that it was in,
    are touched: the score of a pair depends on no other offer.
    """
    offer = db.session.get(Offer, offer_id)
    if offer is None:
        return
    profile, lexicon = profiles.active(), knowledge.lexicon_version()
    context = knowledge.context(today(), lexicon)
    version, wanted = offer.version, resident.ranked_demands(context, profile.version)
    standing = [layers.offer(offer.parsed, offer.doubts)] if offer.status == "open" else []
    alone = OfferColumns.build(standing, context)
    found = [match for part in wanted.shards for match in rank_shards([alone], part, context, profile)]
    _insert(offer_id, version, wanted.versions, found, lexicon, profile.version)


def withdraw(offer_id: str) -> None:
    """Take an offer that leaves the market out of all rankings at once, in the open transaction."""
    _leave(db.session.scalars(_matches_with(offer_id).where(Match.current)).all())


def stale() -> list[str]:
    """The demands whose ranking was made on an earlier day, with another profile, or never (papers lapse,
    seasons pass, weights are changed), or that holds for an earlier product lexicon only."""
    day, lexicon, profile = today(), knowledge.lexicon_version(), active_digest()
    statement = (
        select(Demand.id)
        .outerjoin(Ranking)
        .where(Demand.status == "open")
        .where(
            or_(
                Ranking.today.is_(None),
                Ranking.today < day,
                Ranking.status != "done",
                Ranking.lexicon != lexicon,
                Ranking.profile != profile,
            )
        )
    )
    return list(db.session.scalars(statement.order_by(Demand.id)))


@use_case
def mark_failed(demand_id: str) -> None:
    """Say that a demand's ranking failed; the matches of an earlier one stay, and it is tried again."""
    ranking = db.session.get(Ranking, demand_id)
    if ranking is not None:
        ranking.status, ranking.error = "failed", "internal"


@use_case
def _store(
    demand_id: str, version: int, judged: Sequence[records.Match], day: date, lexicon: int, profile: str
) -> None:
    """Replace a demand's stored ranking; unless the demand was changed meanwhile, or another profile taken
    into use, and it waits for another."""
    demand = db.session.get(Demand, demand_id, populate_existing=True, with_for_update=True)
    if demand is None or demand.version != version or active_digest() != profile:
        return
    withdrawn = set(db.session.scalars(select(Offer.id).where(Offer.status != "open")))
    judged = [match for match in judged if match.offer not in withdrawn]  # closed while this was computed
    known = {match.offer_id: match for match in db.session.scalars(_matches_of(demand_id))}
    named = {match.offer for match in judged}
    _leave([row for offer_id, row in known.items() if offer_id not in named], renumber=False)
    for match in judged:
        _put(known.get(match.offer), match, lexicon)
    ranking = db.session.get(Ranking, demand_id) or Ranking(demand_id=demand_id, eligible=0, near=0)
    db.session.add(ranking)
    ranking.status, ranking.done_at, ranking.error = "done", now(), ""
    ranking.profile, ranking.today, ranking.lexicon = profile, day, lexicon
    db.session.flush()
    _renumber(demand_id)
    facts = {"eligible": ranking.eligible, "near": ranking.near, "profile": ranking.profile}
    audit.record("demand.ranked", "demand", demand_id, facts | {"today": day.isoformat()}, None)


@use_case
def _insert(
    offer_id: str,
    version: int,
    demand_versions: Mapping[str, int],
    found: Sequence[records.Match],
    lexicon: int,
    profile: str,
) -> None:
    """Put an offer's matches into the stored rankings, and take it out of those it has left.

    What was computed from a past version of the offer or of a demand, or with a profile replaced meanwhile,
    is left out: another job is on its way.
    """
    offer = db.session.get(Offer, offer_id, populate_existing=True, with_for_update=True)
    if offer is None or offer.version != version or active_digest() != profile:
        return
    unchanged = _unchanged(demand_versions)
    found = [judged for judged in found if judged.demand in unchanged]
    known = {match.demand_id: match for match in db.session.scalars(_matches_with(offer_id))}
    named = {judged.demand for judged in found}
    left = (unchanged if offer.status == "open" else set(known)) & set(known) - named
    _leave([known[demand_id] for demand_id in sorted(left)], renumber=False)
    for judged in found:
        _put(known.get(judged.demand), judged, lexicon)
    db.session.flush()
    touched = sorted(left | named)
    for demand_id in touched:
        _renumber(demand_id)
    if touched:
        audit.record("offer.ranked", "offer", offer_id, {"demands": touched}, None)


def _unchanged(versions: Mapping[str, int]) -> set[str]:
    stored = db.session.execute(select(Demand.id, Demand.version).where(Demand.id.in_(versions)))
    return {row.id for row in stored if versions[row.id] == row.version}


def _leave(rows: Sequence[Match], *, renumber: bool = True) -> None:
    """Take matches out of the rankings of their demands; their evidence stays, without a rank."""
    for row in rows:
        row.current, row.rank = False, None
        if row.evidence["rank"] is not None:
            row.evidence = row.evidence | {"rank": None}
    if renumber:
        db.session.flush()
        for demand_id in sorted({row.demand_id for row in rows}):
            _renumber(demand_id)


def _put(row: Match | None, judged: records.Match, lexicon: int) -> None:
    """Write a judged pair over its row, or into a new one."""
    if row is None:
        row = Match(demand_id=judged.demand, offer_id=judged.offer, status="suggested", position=0)
        db.session.add(row)
    row.score, row.base = judged.score_micro, judged.base_micro
    row.eligible, row.current = judged.eligible, True
    row.evidence = judged.as_record()
    row.profile, row.ranked_at, row.lexicon = judged.profile, now(), lexicon


def _renumber(demand_id: str) -> None:
    """Set the order of a demand's current matches as the engine orders them, and count them."""
    current = list(db.session.scalars(_matches_of(demand_id).where(Match.current)))
    current.sort(key=lambda match: (not match.eligible, -match.score, match.offer_id))
    for position, match in enumerate(current, start=1):
        match.position, match.rank = position, position if match.eligible else None
        if match.evidence["rank"] != match.rank:
            match.evidence = match.evidence | {"rank": match.rank}
    ranking = db.session.get(Ranking, demand_id)
    if ranking is not None:
        ranking.eligible = sum(match.eligible for match in current)
        ranking.near = len(current) - ranking.eligible


def _offer_versions() -> dict[str, int]:
    return {row.id: row.version for row in db.session.execute(select(Offer.id, Offer.version))}


def _matches_of(demand_id: str) -> Select[Match]:
    return select(Match).where(Match.demand_id == demand_id)


def _matches_with(offer_id: str) -> Select[Match]:
    return select(Match).where(Match.offer_id == offer_id)
