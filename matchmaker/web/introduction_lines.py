"""An introduction as pages show it: the candidates, what each side has answered, the terms, the age."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from matchmaker.documents.introduction_annexes import papers
from matchmaker.documents.introductions import Letter, need
from matchmaker.models import (
    IntroducedMatch,
    Introduction,
    IntroductionAnswer,
    IntroductionReminder,
    Match,
)
from matchmaker.queries.overdue_answers import AGES, next_reminder
from matchmaker.services import terms_sheet
from matchmaker.web.amounts import amount, price_range
from matchmaker.web.language import language
from matchmaker.web.pool_lines import producer_of
from matchmaker.web.pool_lines import said as said_amount
from matchmaker.web.words import label, number
from matchmaker.wording import reasons
from matchmaker.wording.introductions import say
from matchmaker.wording.terms_sheet import said

SIDES = ("buyer", "producer")


@dataclass(frozen=True)
class AnswerLine:
    """An answer in words: whose, what, why, how it came and by whom."""

    side: str
    answer: str
    reason: str
    note: str
    how: str
    by: str
    on: date

    @classmethod
    def of(cls, row: IntroductionAnswer) -> AnswerLine:
        """From the stored answer."""
        by = (row.user.name or row.user.email) if row.user else ""
        return cls(row.side, row.answer, row.reason, row.note, row.how, by, row.answered_on)


@dataclass(frozen=True)
class TermLine:
    """One term with what each side says of it, in words."""

    code: str
    buyer: str
    producer: str
    state: str


@dataclass(frozen=True)
class Candidate:
    """One introduced pair: the producer's goods as in the letter, the answers so far, and their age."""

    match_id: int
    place: int
    product: str
    party: str
    origin: str
    amount: str
    months: Sequence[int]
    by_month: Sequence[tuple[int, str]]
    price: str
    price_basis: str
    papers: str
    route: str
    reasons: Sequence[str]
    answers: Sequence[AnswerLine]
    buyer_answer: str
    producer_answer: str
    gone: bool = False

    def answer_of(self, side: str) -> str:
        """The latest answer of a side."""
        return self.buyer_answer if side == "buyer" else self.producer_answer

    def last(self, side: str) -> AnswerLine | None:
        """The latest answer of a side with its words."""
        return next((line for line in reversed(self.answers) if line.side == side), None)


def candidate(row: IntroducedMatch, letter: Letter) -> Candidate:
    """An introduced match as its letter tells it."""
    told = letter.candidate(row.match_id)
    parsed, lang = told["parsed"], language()
    return Candidate(
        match_id=row.match_id,
        place=told["place"],
        product=told["product"],
        party=told["party"]["name"],
        origin=told["origin"],
        amount=amount(parsed),
        months=parsed.get("months") or [],
        by_month=[(int(m), f"{number(each, 1)} {told['unit']}") for m, each in told["by_month"].items()],
        price=price_range(parsed),
        price_basis=parsed.get("price_basis") or "",
        papers=papers(told["papers"], letter.issued, lang),
        route=_route(told["route"]),
        reasons=[reasons.sentence(one["code"], one["facts"], lang) for one in told["reasons"]],
        answers=[AnswerLine.of(each) for each in row.answers],
        buyer_answer=row.buyer_answer,
        producer_answer=row.producer_answer,
        gone=bool(told.get("gone")),
    )


@dataclass(frozen=True)
class Reminded:
    """The reminders sent to a side, the latest first, and whether it is time for the next, on which day."""

    sent: Sequence[IntroductionReminder]
    next_on: date
    due: bool


def reminded(introduction: Introduction, target: int, day: date) -> Reminded:
    """The reminders of a match's producer, or of the buyer (0)."""
    sent = [each for each in introduction.reminders if (each.match_id or 0) == target]
    last = sent[-1].sent_on if sent else None
    next_on = next_reminder(introduction.made_on, len(sent), last)
    return Reminded(sent[::-1], next_on, next_on <= day)


@dataclass(frozen=True)
class MemberLine:
    """A member of the pool that a letter introduces: its part, and its answer to it."""

    offer_id: str
    name: str
    lead: bool
    share: str
    answer: str
    note: str


def pool_members(introduction: Introduction) -> list[MemberLine]:
    """The members of the pool behind a letter, the lead first; none without a pool."""
    pool = introduction.pool
    if pool is None:
        return []
    record = pool.latest
    lines = [
        MemberLine(
            row.offer_id,
            producer_of(row.offer),
            row.offer_id == record.get("lead"),
            said_amount(sum(row.share.values()), record["unit"]),
            row.answer,
            row.note,
        )
        for row in pool.members
        if row.share
    ]
    return sorted(lines, key=lambda line: not line.lead)


def wanted_lines(letter: Letter) -> list[str]:
    """What the buyer wants, as the letter says it."""
    return [line.text for line in need(letter.document, language())]


def term_lines(match: Match) -> list[TermLine]:
    """The terms of a match in words."""
    lang = language()
    return [
        TermLine(
            each.code, said(each.buyer, "buyer", lang), said(each.producer, "producer", lang), each.state
        )
        for each in terms_sheet.sheet(match)
    ]


def age(issued: date, day: date) -> int:
    """The largest age of an unanswered introduction that has passed: 0, 3, 7 or 14 days."""
    days = (day - issued).days
    return max((each for each in AGES if each <= days), default=0)


def answer_name(code: str) -> str:
    """An answer's name."""
    return label("introduction_answer", code)


def _route(route: dict[str, Any]) -> str:
    if route.get("km") is None or route.get("hours_low") is None:
        return ""
    low, high = number(route["hours_low"]), number(route.get("hours_high") or route["hours_low"])
    hours = low if low == high else f"{low}–{high}"
    return say("route", language(), km=number(route["km"]), hours=hours)
