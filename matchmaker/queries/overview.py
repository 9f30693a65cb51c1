"""All demands at a glance: the best match of each, how many offers fit and what waits for a decision.

One SELECT reads the light columns of all demands in the reader's scope; search and sorting run over those,
since neither SQLite nor a portable SQL can compare Vietnamese without its accents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, case, func, select
from sqlalchemy.orm import joinedload

from matchmaker.extensions import db
from matchmaker.models import Demand, Match, Offer, Organisation, Place, Ranking, User
from matchmaker.queries.scope import visible
from matchmaker.queries.search import fold

BEST = 1  # matches named beside a demand
FAR = date.max


@dataclass(frozen=True)
class BoardFilter:
    """What the reader asks for; empty values do not restrict."""

    q: str = ""
    status: str = ""
    channel: str = ""
    month: int | None = None
    sort: str = "deadline"


@dataclass(frozen=True)
class BoardRow:
    """One demand on the board. ``best`` is the highest score (0..1) of an eligible offer."""

    id: str
    product: str
    buyer: str
    channel: str
    parsed: dict[str, Any] = field(repr=False)
    deadline: date | None
    place: str
    best: float | None
    eligible: int
    near: int
    status: str

    @property
    def months(self) -> list[int]:
        """The months in which delivery is wanted."""
        return list(self.parsed.get("months") or [])


def rows(actor: User, today: date) -> list[BoardRow]:
    """All demands that the actor may see, as the board shows them, in the order of their ids."""
    statement = _statement().where(visible(Demand, actor))
    return [_row(record, today) for record in db.session.execute(statement)]


def chosen(found: Sequence[BoardRow], wanted: BoardFilter) -> list[BoardRow]:
    """The rows that pass the filter, sorted as asked; equal rows by id."""
    words = fold(wanted.q).split()
    kept = [row for row in found if _passes(row, wanted, words)]
    return sorted(kept, key=_SORTS.get(wanted.sort, _by_deadline))


def counts(found: Sequence[BoardRow]) -> dict[str, int]:
    """How many demands have each status."""
    total: dict[str, int] = {}
    for row in found:
        total[row.status] = total.get(row.status, 0) + 1
    return total


def best_offers(demands: Sequence[str], most: int = BEST) -> dict[str, list[Match]]:
    """The first eligible matches of each demand that were not rejected, with their offers, best first.

    The demands were read through the reader's scope; whoever may see a demand may see these.
    """
    order = (Match.score.desc(), Match.offer_id)
    place = func.row_number().over(partition_by=Match.demand_id, order_by=order)
    numbered = (
        select(Match.id, place.label("number"))
        .where(Match.current, Match.eligible, Match.status != "rejected", Match.demand_id.in_(demands))
        .subquery()
    )
    statement = (
        select(Match)
        .join(numbered, numbered.c.id == Match.id)
        .where(numbered.c.number <= most)
        .options(joinedload(Match.offer).joinedload(Offer.organisation))
        .order_by(Match.demand_id, *order)
    )
    best: dict[str, list[Match]] = defaultdict(list)
    for match in db.session.scalars(statement):
        best[match.demand_id].append(match)
    return best


def _statement() -> Select[Any]:
    best = case((and_(Match.eligible, Match.status != "rejected"), Match.score))
    matches = (
        select(
            Match.demand_id,
            func.max(best).label("best"),
            func.sum(case((Match.status == "accepted", 1), else_=0)).label("accepted"),
            func.sum(case((Match.status == "held", 1), else_=0)).label("held"),
        )
        .where(Match.current)
        .group_by(Match.demand_id)
        .subquery()
    )
    return (
        select(
            *(Demand.id, Demand.product, Demand.buyer, Demand.channel, Demand.parsed, Demand.valid_until),
            *(Demand.status, Organisation.name, Place.commune, Place.province, Place.raw),
            Ranking.status.label("ranking"),
            *(Ranking.eligible, Ranking.near, matches.c.best, matches.c.accepted, matches.c.held),
        )
        .outerjoin(Organisation, Organisation.id == Demand.organisation_id)
        .outerjoin(Place, Place.id == Demand.place_id)
        .outerjoin(Ranking, Ranking.demand_id == Demand.id)
        .outerjoin(matches, matches.c.demand_id == Demand.id)
        .order_by(Demand.id)
    )


def _row(record: Any, today: date) -> BoardRow:
    return BoardRow(
        id=record.id,
        product=record.product,
        buyer=record.name or record.buyer,
        channel=record.channel,
        parsed=record.parsed,
        deadline=record.valid_until,
        place=", ".join(filter(None, (record.raw, record.commune, record.province))),
        best=None if record.best is None else record.best / 1_000_000,
        eligible=record.eligible or 0,
        near=record.near or 0,
        status=_status(record, today),
    )


def _status(record: Any, today: date) -> str:
    """What the demand waits for: the code that ``wording.statuses.DEMAND`` names."""
    if record.status != "open" or (record.valid_until and record.valid_until < today):
        return "closed"
    if record.ranking != "done":
        return "ranking"
    if record.accepted:
        return "decided"
    if not record.eligible:
        return "no_match"
    return "held" if record.held else "to_decide"


def _passes(row: BoardRow, wanted: BoardFilter, words: list[str]) -> bool:
    if wanted.status and row.status != wanted.status:
        return False
    if wanted.channel and row.channel != wanted.channel:
        return False
    if wanted.month and wanted.month not in row.months:
        return False
    if not words:
        return True
    text = fold(f"{row.id} {row.product} {row.buyer} {row.place}")
    return all(word in text for word in words)


def _by_deadline(row: BoardRow) -> Any:
    return (row.status == "closed", row.deadline or FAR, row.id)


_SORTS: dict[str, Callable[[BoardRow], Any]] = {
    "deadline": _by_deadline,
    "score": lambda row: (row.best is None, -(row.best or 0), row.id),
    "need": lambda row: (row.eligible, row.best or 0, row.id),
    "product": lambda row: (fold(row.product), row.id),
}
