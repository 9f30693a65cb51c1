"""Bring the stored rankings up to a changed product lexicon: those it touches wait, the others hold as well.

Runs in the background, after a change was kept. Comparing takes a while and happens outside of any
transaction; a ranking that was stored meanwhile with another version is settled next time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import select, update

from matchmaker.extensions import db
from matchmaker.models import Ranking
from matchmaker.services import knowledge, profiles
from matchmaker.services.calendar import today
from matchmaker.services.market import open_demands, open_offers
from matchmaker.services.transaction import use_case
from scoring.lexicon_change import effect

AT_ONCE = 500  # ids in one statement


def settle() -> None:
    """Mark the rankings that the lexicon's changes touch as waiting, and the others as holding for it."""
    present = knowledge.lexicon_version()
    for version in _versions_behind(present):
        before, after = (knowledge.context(today(), each) for each in (version, present))
        found = effect(open_demands(), open_offers(), before, after, profiles.active())
        _mark(version, present, found.touched)


def _versions_behind(present: int) -> list[int]:
    behind = select(Ranking.lexicon).where(Ranking.status == "done", Ranking.lexicon != present)
    return list(db.session.scalars(behind.distinct().order_by(Ranking.lexicon)))


@use_case
def _mark(version: int, present: int, touched: Collection[str]) -> None:
    done = update(Ranking).where(Ranking.status == "done", Ranking.lexicon == version)
    for some in batched(sorted(touched)):
        db.session.execute(done.where(Ranking.demand_id.in_(some)).values(status="queued"))
    db.session.execute(done.values(lexicon=present))


def batched(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """The ids in parts that fit into one statement."""
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))
