"""Introduce the two sides of accepted matches to each other: a numbered letter, and a stage of each match."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from matchmaker.documents.introductions import MEMBER
from matchmaker.errors import Conflict, NotFound, Stale
from matchmaker.extensions import db
from matchmaker.models import (
    Demand,
    IntroducedMatch,
    Introduction,
    IntroductionVersion,
    Match,
    MatchStage,
    Offer,
    Pool,
    User,
)
from matchmaker.queries import demands, introductions, pools
from matchmaker.services import answering, audit, calling, letter_material, offices
from matchmaker.services.calendar import today
from matchmaker.services.transaction import use_case


@use_case
def introduce(demand_id: str, match_ids: Collection[int], actor: User) -> Introduction:
    """Make the letter of accepted matches of a demand: those named, or all not introduced yet.

    From now on each side sees whom to call at the other. Raises ``NotFound``, ``Conflict``:
    ``introduced_already`` (also where nothing else is accepted; with the letter), ``nothing_to_introduce``,
    ``match_not_accepted``, ``demand_withdrawn``, ``offer_withdrawn``.
    """
    demand = demands.one(demand_id, actor)
    if demand.status != "open":
        raise Conflict("demand_withdrawn", id=demand.id)
    matches = _chosen(demand, match_ids)
    pool = pools.of_matches([match.id for match in matches])
    led = next(iter(pool.values()), None)
    province, day = offices.province_of(demand, actor), today()
    made = Introduction(
        demand=demand,
        pool=led,
        province=province,
        year=day.year,
        number=offices.next_number(province, day.year),
        made_on=day,
        maker=actor,
    )
    made.introduced = [IntroducedMatch(match=match, position=place) for place, match in enumerate(matches, 1)]
    db.session.add(made)
    issued = _issue(made, led, "", actor, own_numbers=True)
    for match in matches:
        db.session.add(MatchStage(match_id=match.id, stage="introduced", happened_on=day, user_id=actor.id))
    facts = {
        "demand": demand.id,
        "pool": led.id if led else None,
        "province": province,
        "year": day.year,
        "number": made.number,
        "last": max(issued.document["numbers"].values()),
        "matches": [match.id for match in matches],
        "on": day.isoformat(),
    }
    audit.record("introduction.made", "introduction", made.id, facts, actor)
    return made


@use_case
def reissue(introduction_id: int, note: str, actor: User, version: int | None = None) -> Introduction:
    """Issue the letter again as its next version, from what the records say now; the earlier ones are kept.

    Those refused, ended or withdrawn since are left out. Raises ``NotFound``, ``Stale`` for a past
    ``version``, ``Conflict``: ``demand_withdrawn``, ``nothing_to_introduce`` where none is left.
    """
    found = introductions.one(introduction_id, actor)
    db.session.refresh(found, ["version"], with_for_update=True)
    if version is not None and found.version != version:
        raise Stale
    if found.demand.status != "open":
        raise Conflict("demand_withdrawn", id=found.demand_id)
    if not any(letter_material.stands(row.match) for row in found.introduced):
        raise Conflict("nothing_to_introduce")
    flag_modified(found, "number")  # the same one, of another version
    _issue(found, found.pool, note, actor)
    return found


def _issue(
    introduction: Introduction, pool: Pool | None, note: str, actor: User, *, own_numbers: bool = False
) -> IntroductionVersion:
    """Add the next version of a letter. It carries the contacts of both sides, which the trail tells."""
    matches = [row.match for row in introduction.introduced]
    office = offices.office(introduction.province)
    document = letter_material.gather(introduction.demand, matches, pool, office)
    document["serials"] = answering.serials(introduction)
    before = introduction.versions[-1].document.get("numbers") if introduction.versions else None
    taken = {} if before is None and not own_numbers else _number(introduction, document, before or {})
    version = IntroductionVersion(
        number=len(introduction.versions) + 1, document=document, note=note, maker=actor
    )
    introduction.versions.append(version)
    db.session.flush()
    facts = {"number": version.number, "note": note, "digest": audit.digest(document), **taken}
    audit.record("introduction.issued", "introduction", introduction.id, facts, actor)
    calling.letter(document, introduction.id, actor)
    return version


def _number(introduction: Introduction, document: dict[str, Any], before: dict[str, int]) -> dict[str, Any]:
    """Give the letter of each producer and pool member a number of its own, kept from version to version:
    its words are others than the buyer's letter, so that it is another paper (Nghị định 30/2020/NĐ-CP).

    Gives the last number of the year for the trail, where one was taken.
    """
    wanted = [str(row["match"]) for row in document["candidates"] if not row.get("gone")]
    members = (document["pool"] or {}).get("members", ())
    wanted += [f"{MEMBER}{row['offer']}" for row in members if not row["lead"] and row.get("offer")]
    numbers = dict(before)
    for whose in wanted:
        if whose not in numbers:
            numbers[whose] = offices.next_number(introduction.province, introduction.year)
    document["numbers"] = numbers
    return {"last": max(numbers.values())} if numbers != before else {}


def _chosen(demand: Demand, match_ids: Collection[int]) -> list[Match]:
    """The matches to introduce, locked, the best first."""
    statement = (
        select(Match)
        .join(Match.offer)
        .where(Match.demand_id == demand.id, Match.status == "accepted")
        .order_by(Match.score.desc(), Match.offer_id)
        .with_for_update(of=Match)
        .execution_options(populate_existing=True)
    )
    accepted = list(db.session.scalars(statement))
    done = introductions.of_matches([match.id for match in accepted])
    if not match_ids:
        found = [match for match in accepted if match.id not in done and match.offer.status == "open"]
        if not found and done:
            raise _introduced(max(done.values(), key=lambda row: row.introduction_id))
        if not found:
            raise Conflict("nothing_to_introduce")
        return found
    if unknown := set(match_ids) - {match.id for match in accepted}:
        _refuse(demand, unknown)
    found = [match for match in accepted if match.id in match_ids]
    for match in found:
        if match.id in done:
            raise _introduced(done[match.id])
        if match.offer.status != "open":
            raise Conflict("offer_withdrawn", id=match.offer_id)
    return found


def _introduced(row: IntroducedMatch) -> Conflict:
    """What was introduced already: when, and in which letter."""
    letter = row.introduction
    number, day = f"{letter.number}/{letter.year}", f"{letter.made_on:%d/%m/%Y}"
    return Conflict("introduced_already", number=number, day=day, introduction=letter.id)


def _refuse(demand: Demand, match_ids: Collection[int]) -> None:
    """A match of another demand is not found; one of this demand was not accepted."""
    known = db.session.scalar(
        select(Match.id)
        .join(Offer, Offer.id == Match.offer_id)
        .where(Match.id.in_(match_ids), Match.demand_id == demand.id)
        .limit(1)
    )
    if known is None:
        raise NotFound
    raise Conflict("match_not_accepted")
