"""Introductions that a side has not answered: how long they wait, for the officer's day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, literal, or_, select, union_all
from sqlalchemy.orm import aliased

from matchmaker.extensions import db
from matchmaker.models import (
    Demand,
    IntroducedMatch,
    Introduction,
    IntroductionReminder,
    Match,
    MatchStage,
    Offer,
    Organisation,
    User,
)
from matchmaker.queries.introductions import scope

AGES = (3, 7, 14)  # days after which an unanswered introduction is a task, an urgent one, a lost one
AGAIN = (4, 7)  # days from the first reminder to the next, and from each later one


@dataclass(frozen=True)
class OverdueAnswer:
    """A side (buyer or producer) that owes an answer since the day of the letter.

    ``age`` is the largest of `AGES` that has passed, ``days`` the days that have. ``reminders`` counts those
    sent, of which the last was on ``reminded_on`` in the way ``reminded_how``.
    """

    introduction_id: int
    number: int
    year: int
    match_id: int
    demand_id: str
    side: str
    party: str
    product: str
    since: date
    reminders: int
    reminded_on: date | None
    reminded_how: str
    days: int

    @property
    def next_on(self) -> date:
        """The day on which to remind the side, or to remind it again."""
        return next_reminder(self.since, self.reminders, self.reminded_on)

    @property
    def age(self) -> int:
        """3, 7 or 14."""
        return max((age for age in AGES if age <= self.days), default=0)


def next_reminder(since: date, reminders: int, last: date | None) -> date:
    """When a side is to be reminded: the third day of the letter, then some days after the last reminder."""
    if last is None:
        return since + timedelta(days=AGES[0])
    return last + timedelta(days=AGAIN[min(reminders, len(AGAIN)) - 1])


def count(actor: User, day: date) -> int:
    """How many answers to remind of on a day, among what the actor may see."""
    due = _overdue(actor, day, waiting=False).subquery()
    return db.session.scalar(select(func.count()).select_from(due)) or 0


def listed(
    actor: User, day: date, limit: int | None = None, *, waiting: bool = False
) -> Sequence[OverdueAnswer]:
    """The overdue answers to remind of on a day, the oldest first; ``waiting`` gives those whose last
    reminder has its days yet."""
    found = _overdue(actor, day, waiting=waiting).subquery()
    ordered = select(found).order_by(found.c.since, found.c.introduction_id, found.c.match_id)
    return [
        OverdueAnswer(**row, days=(day - row["since"]).days)
        for row in db.session.execute(ordered.limit(limit)).mappings()
    ]


def _overdue(actor: User, day: date, *, waiting: bool) -> Any:
    return union_all(*(_side(actor, day, side, waiting) for side in ("buyer", "producer")))


def _reminded(day: date) -> tuple[Any, ColumnElement[bool]]:
    """What each side was reminded of: how often, when and how last; and whether its days have passed."""
    each = select(
        IntroductionReminder.introduction_id,
        IntroductionReminder.match_id,
        func.count().label("reminders"),
        func.max(IntroductionReminder.id).label("last"),
    ).group_by(IntroductionReminder.introduction_id, IntroductionReminder.match_id)
    counted = each.subquery()
    last = aliased(IntroductionReminder)
    told = (
        select(
            counted.c.introduction_id,
            counted.c.match_id,
            counted.c.reminders,
            last.sent_on.label("sent_on"),
            last.how.label("how"),
        )
        .join(last, last.id == counted.c.last)
        .subquery()
    )
    first, later = (day - timedelta(days=days) for days in AGAIN)
    passed = or_(
        told.c.sent_on.is_(None),
        and_(told.c.reminders == 1, told.c.sent_on <= first),
        told.c.sent_on <= later,
    )
    return told, passed


def _side(actor: User, day: date, side: str, waiting: bool) -> Select[Any]:
    """What one side owes. A pair that the other side refused, or that went on or ended, owes nothing."""
    own, other = IntroducedMatch.buyer_answer, IntroducedMatch.producer_answer
    if side == "producer":
        own, other = other, own
    record: Any = Demand if side == "buyer" else Offer
    written = Demand.buyer if side == "buyer" else Offer.producer
    told, passed = _reminded(day)
    whose = told.c.match_id.is_(None) if side == "buyer" else told.c.match_id == IntroducedMatch.match_id
    return (
        select(
            Introduction.id.label("introduction_id"),
            Introduction.number,
            Introduction.year,
            IntroducedMatch.match_id,
            Introduction.demand_id,
            literal(side).label("side"),
            func.coalesce(Organisation.name, written).label("party"),
            Offer.product,
            Introduction.made_on.label("since"),
            func.coalesce(told.c.reminders, 0).label("reminders"),
            told.c.sent_on.label("reminded_on"),
            func.coalesce(told.c.how, "").label("reminded_how"),
        )
        .join(Introduction, Introduction.id == IntroducedMatch.introduction_id)
        .join(Match, Match.id == IntroducedMatch.match_id)
        .join(Demand, Demand.id == Match.demand_id)
        .join(Offer, Offer.id == Match.offer_id)
        .outerjoin(Organisation, Organisation.id == record.organisation_id)
        .outerjoin(told, (told.c.introduction_id == Introduction.id) & whose)
        .where(
            ~passed if waiting else passed,
            own == "",
            other != "refused",
            Introduction.made_on <= day - timedelta(days=AGES[0]),
            Match.status == "accepted",
            Demand.status == "open",
            Offer.status == "open",
            ~_went_on(),
            scope(actor),
        )
    )


def _went_on() -> ColumnElement[bool]:
    """A match that has a stage after its introduction is past waiting; so is an older letter of the same."""
    later = aliased(IntroducedMatch)
    stage = select(MatchStage.id).where(
        MatchStage.match_id == IntroducedMatch.match_id,
        MatchStage.stage.not_in(("introduced", "scheduled", "no_show")),
        or_(
            MatchStage.happened_on > Introduction.made_on,
            and_(MatchStage.happened_on == Introduction.made_on, MatchStage.noted_at >= Introduction.made_at),
        ),
    )
    renewed = select(later.id).where(
        later.match_id == IntroducedMatch.match_id, later.id > IntroducedMatch.id
    )
    return or_(stage.exists(), renewed.exists())
