"""Where accepted matches stand on their way to deliveries, and how long they have stood there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import aliased

from matchmaker.extensions import db
from matchmaker.models import (
    Decision,
    Demand,
    IntroducedMatch,
    Introduction,
    Match,
    MatchStage,
    Offer,
    Organisation,
    User,
)
from matchmaker.queries.scope import visible

# The columns of the board. The three kinds of agreement stand apart, so that nothing adds them up.
COLUMNS: dict[str, tuple[str, ...]] = {
    "accepted": ("accepted",),
    "introduced": ("introduced",),
    "meeting": ("scheduled", "met", "no_show"),
    "trying": ("sample", "quote", "visit"),
    "mou": ("mou",),
    "framework": ("framework",),
    "contract": ("contract",),
    "delivering": ("delivered", "ongoing"),
    "closed": ("closed",),
    "failed": ("failed",),
}
COLUMN_OF = {stage: column for column, stages in COLUMNS.items() for stage in stages}


@dataclass(frozen=True)
class PipelineRow:
    """One match: its two sides, the stage it has reached, since when, and what each side has answered.

    ``introduction_id`` and ``number`` are of its latest letter, absent before one.
    """

    match_id: int
    demand_id: str
    product: str
    buyer: str
    producer: str
    province: str
    stage: str
    since: date
    reason: str
    value: int | None
    introduction_id: int | None
    number: int | None
    buyer_answer: str
    producer_answer: str

    def days(self, day: date) -> int:
        """How many days it has stood there."""
        return max((day - self.since).days, 0)

    @property
    def column(self) -> str:
        """The column of the board that it stands in."""
        return COLUMN_OF[self.stage]


def rows(actor: User, text: str = "") -> Sequence[PipelineRow]:
    """The matches on their way that the actor may see, those that have stood longest first."""
    statement = _statement().where(visible(Match, actor))
    if text:
        found = [
            column.icontains(text, autoescape=True)
            for column in (Offer.product, Demand.buyer, Offer.producer, _BUYER.name, _SELLER.name)
        ]
        statement = statement.where(or_(*found))
    told = [_row(row) for row in db.session.execute(statement).mappings()]
    return sorted(told, key=lambda row: (row.since, row.match_id))


_BUYER, _SELLER = aliased(Organisation), aliased(Organisation)


def _statement() -> Select[Any]:
    latest = (
        select(
            MatchStage.match_id,
            MatchStage.stage,
            MatchStage.happened_on,
            MatchStage.reason,
            MatchStage.value,
            func.row_number()
            .over(
                partition_by=MatchStage.match_id,
                order_by=(MatchStage.happened_on.desc(), MatchStage.id.desc()),
            )
            .label("place"),
        )
        .where(MatchStage.match_id.is_not(None))
        .subquery()
    )
    letters = select(IntroducedMatch.match_id, func.max(IntroducedMatch.id).label("id")).group_by(
        IntroducedMatch.match_id
    )
    letter = letters.subquery()
    decided = select(Decision.match_id, func.max(Decision.decided_at).label("at")).group_by(Decision.match_id)
    decision = decided.subquery()
    return (
        select(
            Match.id.label("match_id"),
            Match.demand_id,
            Offer.product,
            func.coalesce(_BUYER.name, Demand.buyer).label("buyer"),
            func.coalesce(_SELLER.name, Offer.producer).label("producer"),
            func.coalesce(_SELLER.province, "").label("province"),
            latest.c.stage,
            latest.c.happened_on,
            latest.c.reason,
            latest.c.value,
            decision.c.at,
            Match.ranked_at,
            Introduction.id.label("introduction_id"),
            Introduction.number,
            IntroducedMatch.buyer_answer,
            IntroducedMatch.producer_answer,
        )
        .join(Demand, Demand.id == Match.demand_id)
        .join(Offer, Offer.id == Match.offer_id)
        .outerjoin(_BUYER, _BUYER.id == Demand.organisation_id)
        .outerjoin(_SELLER, _SELLER.id == Offer.organisation_id)
        .outerjoin(latest, (latest.c.match_id == Match.id) & (latest.c.place == 1))
        .outerjoin(letter, letter.c.match_id == Match.id)
        .outerjoin(IntroducedMatch, IntroducedMatch.id == letter.c.id)
        .outerjoin(Introduction, Introduction.id == IntroducedMatch.introduction_id)
        .outerjoin(decision, decision.c.match_id == Match.id)
        .where(or_(Match.status == "accepted", latest.c.stage.not_in(("scheduled", "no_show"))))
    )


def _row(row: Any) -> PipelineRow:
    at = row["at"] or row["ranked_at"]
    return PipelineRow(
        match_id=row["match_id"],
        demand_id=row["demand_id"],
        product=row["product"],
        buyer=row["buyer"],
        producer=row["producer"],
        province=row["province"],
        stage=row["stage"] or "accepted",
        since=row["happened_on"] or at.date(),
        reason=row["reason"] or "",
        value=row["value"],
        introduction_id=row["introduction_id"],
        number=row["number"],
        buyer_answer=row["buyer_answer"] or "",
        producer_answer=row["producer_answer"] or "",
    )
