"""What the two sides answer to an introduction: by their own link, by account, or told to an officer.

The key in a link is a signature over the introduction, the side and a serial number that stands in its row:
nothing is stored, a letter can be printed again with the same link, and a new serial withdraws those given.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from flask import current_app
from sqlalchemy import select

from matchmaker.errors import Conflict, NotFound
from matchmaker.extensions import db
from matchmaker.models import IntroducedMatch, Introduction, IntroductionAnswer, Match, MatchStage, User
from matchmaker.permissions import owns
from matchmaker.queries import introductions, match_stages
from matchmaker.queries.matches import refuse_impossible_id
from matchmaker.services import audit, calling
from matchmaker.services.calendar import today
from matchmaker.services.transaction import use_case

LETTERS = 20  # of the key: 80 bits
OPEN_UNTIL = frozenset({"framework", "contract", "delivered", "ongoing", "closed"})  # takes no answers then


def key(introduction: Introduction, row: IntroducedMatch | None = None, serial: int | None = None) -> str:
    """The key of the buyer's link, or of a producer's, in lower-case hexadecimal; ``serial`` where it is not
    the present one."""
    now_valid = row.link_serial if row else introduction.link_serial
    of = ("producer", row.match_id) if row else ("buyer", 0)
    whose = (*of, now_valid if serial is None else serial)
    told = "\0".join(map(str, ("introduction", introduction.id, *whose)))
    secret = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.new(secret, told.encode(), sha256).hexdigest()[:LETTERS]


def serials(introduction: Introduction) -> dict[str, int]:
    """The serial numbers of the links as they stand: the buyer's under "", a producer's under its match."""
    told = {str(row.match_id): row.link_serial or 0 for row in introduction.introduced}
    return {"": introduction.link_serial or 0, **told}


def opened_by_buyer(introduction_id: int, offered: str) -> Introduction:
    """The introduction that a buyer's link opens. Raises ``NotFound`` for any wrong link."""
    refuse_impossible_id(introduction_id)
    found = db.session.get(Introduction, introduction_id, populate_existing=True)
    if found is None or not hmac.compare_digest(key(found).encode(), offered.encode()):
        raise NotFound
    return found


def opened_by_producer(introduction_id: int, match_id: int, offered: str) -> IntroducedMatch:
    """The introduced match that a producer's link opens. Raises ``NotFound`` for any wrong link."""
    row = _row(introduction_id, match_id)
    if not hmac.compare_digest(key(row.introduction, row).encode(), offered.encode()):
        raise NotFound
    return row


def of_account(introduction_id: int, match_id: int, actor: User) -> tuple[IntroducedMatch, str]:
    """The introduced match of the actor's own organisation, and its side. Raises ``NotFound``."""
    row = _row(introduction_id, match_id)
    for side, record in (("buyer", row.match.demand), ("producer", row.match.offer)):
        if side in actor.role_names and owns(actor, record):
            return row, side
    raise NotFound


def of_officer(introduction_id: int, match_id: int, actor: User) -> IntroducedMatch:
    """The same for who works on the board. Raises ``NotFound`` for what the actor may not see."""
    found = introductions.one(introduction_id, actor)
    for row in found.introduced:
        if row.match_id == match_id:
            return row
    raise NotFound


@use_case
def answer(
    row: IntroducedMatch, side: str, record: Mapping[str, Any], how: str, actor: User | None = None
) -> IntroductionAnswer:
    """Keep an answer as ``AnswerSchema`` loads it; the caller has found ``row`` by one of the ways above.

    A refusal ends the match with its reason; another answer after it takes the match up again. Raises
    ``Conflict`` ``introduction_over`` once a contract was signed or the match is closed.
    """
    row = db.session.scalars(
        select(IntroducedMatch)
        .where(IntroducedMatch.id == row.id)
        .with_for_update(of=IntroducedMatch)
        .execution_options(populate_existing=True)
    ).one()
    stage = match_stages.latest(row.match_id)
    if stage is not None and stage.stage in OPEN_UNTIL:
        raise Conflict("introduction_over")
    if known := _same(row, side, record, how):
        return known
    told = record["answer"]
    whose = organisation_of(row.match, side)
    given = IntroductionAnswer(
        side=side,
        answer=told,
        reason=record.get("reason") or "",
        note=record.get("note") or "",
        how=how,
        user_id=actor.id if actor else None,
        on_behalf_of=whose,
        answered_on=today(),
    )
    row.answers.append(given)
    if side == "buyer":
        row.buyer_answer = told
    else:
        row.producer_answer = told
    went = _follow(row, given, stage)
    facts = {"match": row.match_id, "side": side, "answer": told, "reason": given.reason}
    facts |= {"note": given.note, "how": how, "on": given.answered_on.isoformat(), "stage": went}
    audit.record("introduction.answered", "introduction", row.introduction_id, facts, actor, whose)
    return given


def organisation_of(match: Match, side: str) -> str | None:
    """The organisation of a side, for whom one speaks."""
    return match.demand.organisation_id if side == "buyer" else match.offer.organisation_id


@use_case
def withdraw_link(introduction_id: int, match_id: int, actor: User) -> None:
    """Make every link given so far lead nowhere: the producer's of a match, or with 0 the buyer's.

    Raises ``NotFound``.
    """
    found = introductions.one(introduction_id, actor)
    if match_id:
        of_officer(introduction_id, match_id, actor).link_serial += 1
    else:
        found.link_serial += 1
    facts = {"match": match_id} if match_id else {"side": "buyer"}
    audit.record("introduction.link_withdrawn", "introduction", introduction_id, facts, actor)


@use_case
def open_contacts(
    row: IntroducedMatch, side: str, how: str, actor: User | None = None
) -> list[dict[str, str]]:
    """Whom a side calls at the other: name, role, telephone, address of mail. It is in the trail."""
    other = row.match.offer if side == "buyer" else row.match.demand
    people = other.organisation.contacts if other.organisation else []
    found = [{"name": p.name, "role": p.role, "phone": p.phone, "email": p.email} for p in people]
    opened = [other.organisation_id] if other.organisation_id else []
    facts = {"organisations": opened, "by": side, "match": row.match_id, "how": how}
    whose = organisation_of(row.match, side)
    audit.record("contacts.opened", "introduction", row.introduction_id, facts, actor, whose)
    if actor is not None:
        calling.note(opened, actor, "introduction", row.introduction_id)
    return found


def _same(row: IntroducedMatch, side: str, record: Mapping[str, Any], how: str) -> IntroductionAnswer | None:
    """The side's latest answer where this one says the same on the same day: a button pressed twice."""
    last = next((each for each in reversed(row.answers) if each.side == side), None)
    if last is None:
        return None
    said = (record["answer"], record.get("reason") or "", record.get("note") or "", how, today())
    return last if said == (last.answer, last.reason, last.note, last.how, last.answered_on) else None


def _row(introduction_id: int, match_id: int) -> IntroducedMatch:
    for each in (introduction_id, match_id):
        refuse_impossible_id(each)
    row = db.session.scalar(
        select(IntroducedMatch)
        .where(IntroducedMatch.introduction_id == introduction_id, IntroducedMatch.match_id == match_id)
        .execution_options(populate_existing=True)
    )
    if row is None:
        raise NotFound
    return row


def _follow(row: IntroducedMatch, given: IntroductionAnswer, stage: MatchStage | None) -> str | None:
    """A refusal fails the match, and an answer after a refusal takes it up again; gives the new stage."""
    failed = stage is not None and stage.stage == "failed"
    refused = given.answer == "refused"
    if refused == failed:
        return None
    if not refused and "refused" in (row.buyer_answer, row.producer_answer):
        return None  # the other side still does not want it
    went = "failed" if refused else "introduced"
    db.session.add(
        MatchStage(
            match_id=row.match_id,
            stage=went,
            reason=given.reason,
            happened_on=given.answered_on,
            note=given.note,
            how=given.how,
            user_id=given.user_id,
            on_behalf_of=given.on_behalf_of,
        )
    )
    return went
