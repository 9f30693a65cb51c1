"""What waits for an officer today: of each kind how much there is and the first of it, in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Date, Select, String, cast, exists, func, literal, null, select, union_all

from matchmaker.extensions import db
from matchmaker.models import (
    Certificate,
    Demand,
    Holding,
    Match,
    Offer,
    Organisation,
    Pool,
    Ranking,
    Registration,
    RegistrationStage,
    User,
)
from matchmaker.queries import due_follow_ups, overdue_answers
from matchmaker.queries.privacy import lacking_consent
from matchmaker.queries.scope import visible

FIRST = 5  # rows shown of each kind
DUE_DAYS, HOLD_DAYS, PAPER_DAYS, INFO_DAYS, EXPIRY_DAYS = 14, 3, 60, 7, 30


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: its id, what it is of, whose, and the day that matters, if one does."""

    id: str
    product: str
    party: str
    on: date | None = None
    code: str = ""


@dataclass(frozen=True)
class Kind:
    """All that waits of one kind: how many, and the first few."""

    code: str
    count: int
    rows: Sequence[Waiting]


def waiting(actor: User, today: date) -> list[Kind]:
    """Every kind in the order of an officer's morning, those with nothing too."""
    statements = {
        "registrations": _registrations(actor),
        "info_waited": _info_waited(actor, today),
        "expiring": _expiring(actor, today),
        "decisions": _decisions(actor, today),
        "no_match": _no_match(actor, today),
        "doubts": _doubts(actor),
        "holds": _holds(actor, today),
        "papers": _papers(actor, today),
        "pools": _pools(actor),
        "consents": _consents(actor),
    }
    found = [_kind(code, statement) for code, statement in statements.items()]
    return [*found[:3], _answers(actor, today), _follow_ups(actor, today), *found[3:]]


def _kind(code: str, statement: Select[Any]) -> Kind:
    numbered = statement.add_columns(func.count().over().label("total")).limit(FIRST)
    rows = db.session.execute(numbered).all()
    told = [Waiting(str(row.id), row.product, row.party or "", row.on, row.code) for row in rows]
    return Kind(code, rows[0].total if rows else 0, told)


def _answers(actor: User, today: date) -> Kind:
    rows = [
        Waiting(str(each.introduction_id), each.product, each.party, each.since, each.side)
        for each in overdue_answers.listed(actor, today, FIRST)
    ]
    return Kind("answers", overdue_answers.count(actor, today), rows)


def _follow_ups(actor: User, today: date) -> Kind:
    """Introduced matches to ask after again."""
    due = due_follow_ups.listed(actor, today)
    rows = [Waiting(str(each.match_id), each.product, each.buyer, each.day) for each in due[:FIRST]]
    return Kind("follow_ups", len(due), rows)


def _columns(row: Any, product: Any, party: Any, on: Any, code: Any = "") -> tuple[Any, ...]:
    code = literal(code) if isinstance(code, str) else code
    named = {"id": row, "product": product, "party": party, "on": on, "code": code}
    return tuple(column.label(name) for name, column in named.items())


_NO_DAY = cast(null(), Date)


def _registrations(actor: User) -> Select[Any]:
    return (
        select(
            *_columns(Registration.id, Registration.name, Registration.province, _NO_DAY, Registration.side)
        )
        .where(Registration.status.in_(("new", "verifying")), visible(Registration, actor))
        .order_by(Registration.id)
    )


def _info_waited(actor: User, today: date) -> Select[Any]:
    """Registrations whose sender was asked for more and has not answered for a week."""
    asked = (
        select(func.max(RegistrationStage.happened_at))
        .where(RegistrationStage.registration_id == Registration.id)
        .scalar_subquery()
    )
    week = datetime.combine(today - timedelta(days=INFO_DAYS), time(), UTC)
    return (
        select(
            *_columns(Registration.id, Registration.name, Registration.province, _NO_DAY, Registration.side)
        )
        .where(Registration.status == "info_needed", asked < week, visible(Registration, actor))
        .order_by(Registration.id)
    )


def _expiring(actor: User, today: date) -> Select[Any]:
    """Registrations that hold and whose last day is near, the nearest first."""
    day = Registration.expires_on
    return (
        select(*_columns(Registration.id, Registration.name, Registration.province, day, Registration.side))
        .where(Registration.status.in_(("approved", "paused")), visible(Registration, actor))
        .where(day <= today + timedelta(days=EXPIRY_DAYS))
        .order_by(day, Registration.id)
    )


def _consents(actor: User) -> Select[Any]:
    """Members of whom persons are kept without a consent on record."""
    lacking = lacking_consent(actor).with_only_columns(
        *_columns(Organisation.id, Organisation.name, Organisation.province, _NO_DAY, Organisation.side)
    )
    return lacking.order_by(Organisation.name, Organisation.id)


def _open(actor: User, today: date) -> Select[Any]:
    """The open, ranked demands of the reader's scope without an accepted offer, the nearest day first."""
    party = func.coalesce(Organisation.name, Demand.buyer)
    accepted = exists().where(Match.demand_id == Demand.id, Match.current, Match.status == "accepted")
    return (
        select(*_columns(Demand.id, Demand.product, party, Demand.valid_until))
        .join(Ranking, Ranking.demand_id == Demand.id)
        .outerjoin(Organisation, Organisation.id == Demand.organisation_id)
        .where(Demand.status == "open", Ranking.status == "done", ~accepted, visible(Demand, actor))
        .where(Demand.valid_until.is_(None) | (Demand.valid_until >= today))
        .order_by(Demand.valid_until.is_(None), Demand.valid_until, Demand.id)
    )


def _decisions(actor: User, today: date) -> Select[Any]:
    last = today + timedelta(days=DUE_DAYS)
    return _open(actor, today).where(Ranking.eligible > 0, Demand.valid_until <= last)


def _no_match(actor: User, today: date) -> Select[Any]:
    return _open(actor, today).where(Ranking.eligible == 0)


def _doubts(actor: User) -> Select[Any]:
    """Records with something read with less than certainty, the latest first."""
    both = [
        select(
            *_columns(model.id, model.product, party, _NO_DAY, kind),
            model.created_at.label("at"),
        ).where(model.status == "open", cast(model.doubts, String) != "[]", visible(model, actor))
        for model, party, kind in ((Offer, Offer.producer, "offer"), (Demand, Demand.buyer, "demand"))
    ]
    each = union_all(*both).subquery()
    return select(each.c.id, each.c.product, each.c.party, each.c.on, each.c.code).order_by(
        each.c.at.desc(), each.c.id
    )


def _holds(actor: User, today: date) -> Select[Any]:
    """What is held for a match or a pool and runs out within three days, one row for each."""
    on = func.min(Holding.expires_on)
    return (
        select(
            *_columns(
                func.coalesce(Holding.match_id, Holding.pool_id),
                func.min(Offer.product),
                func.min(Offer.producer),
                on,
                func.coalesce(func.min(Pool.demand_id), ""),
            )
        )
        .join(Offer, Offer.id == Holding.offer_id)
        .outerjoin(Pool, Pool.id == Holding.pool_id)
        .where(Holding.status == "held", Holding.expires_on >= today, visible(Offer, actor))
        .where(Holding.expires_on <= today + timedelta(days=HOLD_DAYS))
        .group_by(Holding.match_id, Holding.pool_id)
        .order_by(on, func.coalesce(Holding.match_id, Holding.pool_id))
    )


def _papers(actor: User, today: date) -> Select[Any]:
    """Papers of open offers that lapse within 60 days, the nearest first."""
    party = func.coalesce(Organisation.name, Offer.producer)
    return (
        select(*_columns(Offer.id, Offer.product, party, Certificate.expires_on, Certificate.code))
        .join(Offer, Offer.id == Certificate.offer_id)
        .outerjoin(Organisation, Organisation.id == Offer.organisation_id)
        .where(Offer.status == "open", visible(Offer, actor))
        .where(Certificate.expires_on.between(today, today + timedelta(days=PAPER_DAYS)))
        .order_by(Certificate.expires_on, Offer.id, Certificate.code)
    )


def _pools(actor: User) -> Select[Any]:
    """Pools that still lack answers or amounts."""
    return (
        select(*_columns(Demand.id, Demand.product, Demand.buyer, Pool.held_until))
        .join(Demand, Demand.id == Pool.demand_id)
        .where(Pool.status == "open", visible(Demand, actor))
        .order_by(Pool.held_until.is_(None), Pool.held_until, Demand.id)
    )
