"""Rank demands against offers and keep the matches with their evidence.

Judging reads and computes outside of any transaction, for it takes a while; only the storing writes. A match
that was decided keeps its status when it is ranked anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import date

import numpy as np
from sqlalchemy import Select, func, or_, select

from matchmaker.extensions import db
from matchmaker.models import AuditEvent, Demand, Match, Offer, Ranking
from matchmaker.models.base import now
from matchmaker.queries.profiles import active_digest
from matchmaker.services import audit, knowledge, layers, profiles, ranked_rows, resident
from matchmaker.services.calendar import today
from matchmaker.services.transaction import use_case
from scoring import records
from scoring.columns import DemandColumns, OfferColumns
from scoring.ranking import Ranking as Ranked
from scoring.ranking import explained, rank_block, rank_shards

KEEPING = ("quantity.held", "quantity.promised", "quantity.released")


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
    day, seen, lexicon, profile = today(), _last_event(), knowledge.lexicon_version(), profiles.active()
    judged: dict[str, list[records.Match]] = {row.id: [] for row in rows}
    context = knowledge.context(day, lexicon)
    wanted = DemandColumns.build([layers.demand(row.parsed, row.doubts) for row in rows], context)
    for match in rank_shards(resident.offers(context).shards, wanted, context, profile, top=ranked_rows.KEPT):
        judged[match.demand].append(match)
    for demand_id, found in judged.items():
        _store(demand_id, versions[demand_id], found, day, lexicon, profile.version)
    for offer_id in _changed_since(seen):
        rank_for_offer(offer_id)


def rank_for_offer(offer_id: str) -> None:
    """Bring the stored rankings up to date with a new, changed or closed offer.

    The offer is judged alone against every ranked demand. Only the demands that it enters, or that it was in,
    are touched: the score of a pair depends on no other offer. It enters a ranking that is full only before
    the last place; one that it leaves is shorter until it is made anew.
    """
    offer = db.session.get(Offer, offer_id)
    if offer is None:
        return
    profile, lexicon = profiles.active(), knowledge.lexicon_version()
    context = knowledge.context(today(), lexicon)
    version, wanted = offer.version, resident.ranked_demands(context, profile.version)
    standing = [resident.offer_of(offer)] if offer.status == "open" else []
    alone = OfferColumns.build(standing, context)
    found: list[records.Match] = []
    for part in wanted.shards:
        entering = _entering(rank_block(alone, part, context, profile), part, offer_id)
        found += explained(entering, [alone], part, context, profile)
    _insert(offer_id, version, wanted.versions, found, lexicon, profile.version)


def withdraw(offer_id: str) -> None:
    """Take an offer that leaves the market out of all rankings at once, in the open transaction."""
    rows = db.session.execute(
        select(Match.id, Match.demand_id).where(Match.offer_id == offer_id, Match.current)
    ).all()
    ranked_rows.leave(row.id for row in rows)
    ranked_rows.number({row.demand_id for row in rows})


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


def open_demands() -> list[str]:
    """The demands on the market."""
    return list(db.session.scalars(select(Demand.id).where(Demand.status == "open").order_by(Demand.id)))


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
    judged = _still_open(judged)
    known = {
        (demand_id, row.offer_id): row.id
        for row in db.session.execute(select(Match.id, Match.offer_id).where(Match.demand_id == demand_id))
    }
    named = {(demand_id, match.offer) for match in judged}
    ranked_rows.leave(row for pair, row in known.items() if pair not in named)
    ranked_rows.put(judged, known, lexicon)
    ranking = db.session.get(Ranking, demand_id) or Ranking(demand_id=demand_id, eligible=0, near=0)
    db.session.add(ranking)
    ranking.status, ranking.done_at, ranking.error = "done", now(), ""
    ranking.profile, ranking.today, ranking.lexicon = profile, day, lexicon
    ranked_rows.number([demand_id])
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
    columns = select(Offer.version, Offer.status).where(Offer.id == offer_id)
    offer = db.session.execute(columns.with_for_update()).one_or_none()
    if offer is None or offer.version != version or active_digest() != profile:
        return
    rows = db.session.execute(
        select(Match.id, Match.demand_id, Match.current).where(Match.offer_id == offer_id)
    ).all()
    unchanged = _unchanged(demand_versions, {m.demand for m in found} | {row.demand_id for row in rows})
    found = [match for match in found if match.demand in unchanged]
    named = {match.demand for match in found}
    left = [row for row in rows if row.current and row.demand_id not in named]
    if offer.status == "open":
        left = [row for row in left if row.demand_id in unchanged]
    ranked_rows.leave(row.id for row in left)
    ranked_rows.put(found, {(row.demand_id, offer_id): row.id for row in rows}, lexicon)
    touched = sorted(named.union(row.demand_id for row in left))
    ranked_rows.number(touched)
    if touched:
        audit.record("offer.ranked", "offer", offer_id, {"demands": touched}, None)


def _entering(ranked: Ranked, wanted: DemandColumns, offer_id: str) -> Ranked:
    """Of an offer's places those in rankings that are not full, or before their last entry."""
    names = [wanted.ids[row] for row in ranked.demand.tolist()]
    last = ranked_rows.last_places(names, offer_id)
    keys = zip(names, ranked.vetoes.tolist(), ranked.score.tolist(), strict=True)
    enters = [
        name not in last or (bool(vetoes), -score, offer_id) < last[name] for name, vetoes, score in keys
    ]
    return ranked.take(np.array(enters, dtype=np.bool_))


def _unchanged(versions: Mapping[str, int], asked: Set[str]) -> set[str]:
    """Of the demands asked for those in the version that was judged."""
    of_these = ranked_rows.among(Demand.id, sorted(asked & versions.keys()))
    stored = db.session.execute(select(Demand.id, Demand.version).where(of_these))
    return {name for name, version in stored if versions[name] == version}


def _still_open(judged: Sequence[records.Match]) -> list[records.Match]:
    """Without the offers that were closed while this was computed."""
    names = [match.offer for match in judged]
    closed = set(db.session.scalars(select(Offer.id).where(Offer.id.in_(names), Offer.status != "open")))
    return [match for match in judged if match.offer not in closed]


def _last_event() -> int:
    return db.session.scalar(select(func.max(AuditEvent.id))) or 0


def _changed_since(event: int) -> list[str]:
    """Offers that came, changed, were closed, held or let go after an event of the trail, which no change
    goes around."""
    later = AuditEvent.id > event
    names = select(AuditEvent.subject_id).where(later, AuditEvent.subject == "offer")
    changed = set(db.session.scalars(names.where(AuditEvent.action != "offer.ranked")))
    for facts in db.session.scalars(select(AuditEvent.facts).where(later, AuditEvent.action.in_(KEEPING))):
        changed.update(facts["thousandths"])
    return sorted(changed)


def _matches_of(demand_id: str) -> Select[Match]:
    return select(Match).where(Match.demand_id == demand_id)
