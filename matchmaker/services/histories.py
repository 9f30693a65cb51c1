"""The whole history of a match in one line of time: decisions, letters, answers, stages, deliveries."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from matchmaker.extensions import db
from matchmaker.models import (
    IntroducedMatch,
    Introduction,
    IntroductionAnswer,
    Match,
    Organisation,
    TermSaid,
    User,
)
from matchmaker.queries import deliveries, match_stages
from matchmaker.services.calendar import VIET_NAM


@dataclass(frozen=True)
class Event:
    """One thing that happened: ``kind`` is decision, letter, reminder, answer, stage, terms or delivery.

    ``code`` names it within its kind, ``by`` is who noted it (empty for a link), ``behalf`` for whom.
    """

    on: date
    kind: str
    code: str
    by: str = ""
    behalf: str = ""
    how: str = "officer"
    reason: str = ""
    note: str = ""
    quantity: float | None = None
    unit: str = ""
    value: int | None = None
    facts: dict[str, Any] = field(default_factory=dict)


def of(match: Match) -> list[Event]:
    """Everything about a match, the latest last. The caller has read it through its scope."""
    found = [*_decisions(match), *_letters(match), *_stages(match), *_terms(match), *_deliveries(match)]
    names = _names(match)
    return sorted((_named(event, names) for event in found), key=lambda event: event.on)


def _decisions(match: Match) -> list[Event]:
    return [
        Event(
            each.decided_at.astimezone(VIET_NAM).date(), "decision", each.decision,
            by=each.user.name or each.user.email, behalf=each.on_behalf_of or "",
            reason=each.reason, note=each.note,
        )
        for each in match.decisions
    ]  # fmt: skip


def _letters(match: Match) -> list[Event]:
    """The letters, the reminders of them and the answers to them."""
    statement = (
        select(IntroducedMatch)
        .where(IntroducedMatch.match_id == match.id)
        .options(
            joinedload(IntroducedMatch.introduction).joinedload(Introduction.reminders),
            joinedload(IntroducedMatch.answers).joinedload(IntroductionAnswer.user),
        )
        .order_by(IntroducedMatch.id)
    )
    found = []
    for row in db.session.scalars(statement).unique():
        letter = row.introduction
        by = letter.maker.name or letter.maker.email
        facts = {"id": letter.id, "number": letter.number, "year": letter.year}
        found.append(Event(letter.made_on, "letter", "letter", by=by, facts=facts))
        found += [
            Event(
                each.sent_on, "reminder", each.how, by=_who(each.sender),
                facts={"side": "producer" if each.match_id else "buyer"},
            )
            for each in letter.reminders
            if each.match_id in (None, match.id)
        ]  # fmt: skip
        found += [
            Event(
                each.answered_on, "answer", each.answer, by=_who(each.user), behalf=each.on_behalf_of or "",
                how=each.how, reason=each.reason, note=each.note, facts={"side": each.side},
            )
            for each in row.answers
        ]  # fmt: skip
    return found


def _stages(match: Match) -> list[Event]:
    """The stages, but for those that a letter or a delivery tells already."""
    delivered = {(row.delivered_on, row.quantity) for row in deliveries.of_match(match.id)}
    rows = [
        (row, conference)
        for row, conference in match_stages.of_match(match.id)
        if row.stage != "introduced"
        and not (row.stage in ("delivered", "ongoing") and (row.happened_on, row.quantity) in delivered)
    ]
    users = _users({row.user_id for row, _ in rows if row.user_id})
    return [
        Event(
            row.happened_on, "stage", row.stage, by=users.get(row.user_id or 0, ""),
            behalf=row.on_behalf_of or "", how=row.how, reason=row.reason,
            note="" if match_stages.told_by_itself(row) else row.note,
            quantity=row.quantity, unit=row.unit, value=row.value, facts={"conference": conference or ""},
        )
        for row, conference in rows
    ]  # fmt: skip


def _terms(match: Match) -> list[Event]:
    rows = db.session.scalars(
        select(TermSaid).where(TermSaid.match_id == match.id).order_by(TermSaid.id)
    ).all()
    users = _users({row.user_id for row in rows if row.user_id})
    return [
        Event(
            row.said_at.astimezone(VIET_NAM).date(), "terms", row.term, by=users.get(row.user_id or 0, ""),
            behalf=row.on_behalf_of or "", how=row.how, note=row.words, facts={"side": row.side},
        )
        for row in rows
    ]  # fmt: skip


def _deliveries(match: Match) -> list[Event]:
    return [
        Event(
            row.delivered_on, "delivery", "delivery" if place else "delivered", by=_who(row.user),
            behalf=row.on_behalf_of or "", how=row.how, note=row.note,
            quantity=row.quantity, unit=row.unit, value=row.value,
        )
        for place, row in enumerate(deliveries.of_match(match.id))
    ]  # fmt: skip


def _who(user: User | None) -> str:
    return (user.name or user.email) if user else ""


def _users(ids: set[int]) -> dict[int, str]:
    found = db.session.execute(select(User.id, User.name, User.email).where(User.id.in_(ids)))
    return {row.id: row.name or row.email for row in found}


def _names(match: Match) -> dict[str, str]:
    ids = [each for each in (match.demand.organisation_id, match.offer.organisation_id) if each]
    found = db.session.execute(select(Organisation.id, Organisation.name).where(Organisation.id.in_(ids)))
    return {row.id: row.name for row in found}


def _named(event: Event, names: dict[str, str]) -> Event:
    """For whom it was, by name."""
    return Event(**{**event.__dict__, "behalf": names.get(event.behalf, "")}) if event.behalf else event
