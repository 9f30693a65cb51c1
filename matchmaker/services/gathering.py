"""Gather what the prints of a conference show: its document, a timetable, offers, people, results, links.

Personal data and the participants' own links are gathered only for who may hand them out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from matchmaker.documents.material import Goods, Material, Record, Traded, told_people
from matchmaker.errors import NotFound
from matchmaker.models import (
    Conference,
    Match,
    MatchStage,
    MeetingResult,
    Offer,
    Organisation,
    Pool,
    ScheduleVersion,
    User,
)
from matchmaker.permissions import Permission, allowed
from matchmaker.queries import conference_matches, conference_prints, conference_results, conferences, shown
from matchmaker.queries.visibility import sees_participant, viewer_of_conference
from matchmaker.services import lacks, personal_links
from matchmaker.services.calendar import today
from matchmaker.wording import reasons
from matchmaker.wording.goods import amount, held_papers
from matchmaker.wording.months import span
from matchmaker.wording.numbers import number as figure

MOST_REASONS = 3
UNTOLD = "price"  # one side's price is not for the other to read on paper
Pair = frozenset[str]


def material(
    conference_id: str, number: int, lang: str, actor: User, base: str = "", before: int = 0
) -> Material:
    """Everything about a conference with version ``number`` of its timetable (0: the latest, or none yet).

    ``base`` is the address of the service, for QR codes; ``before`` the version that this one replaces.
    Raises ``NotFound``.
    """
    conference = conferences.one(conference_id, actor)
    document = conference.document
    owners = {member_of(p): p["id"] for p in document["participants"]}
    offers = conference_prints.offers(owners)
    results = conference_results.results(conference_id)
    organisations = {o.id: o for o in conference_prints.organisations(owners)}
    pooled = _pooled(document, owners)
    return Material(
        conference=_with_places(shown.conference(document, actor), organisations, owners, actor),
        schedule=schedule_of(conference, number, before),
        goods=_goods(offers, owners, lang),
        lacks=lacks.found(owners, offers, conference_prints.lacking(owners), today(), lang),
        traded=_traded(conference_matches.best_between(owners), owners, lang)
        | {pair: _supplied(pool, lang) for pair, pool in pooled.items()},
        pooled={pair: len(pool.latest["members"]) for pair, pool in pooled.items()},
        contacts=_contacts(document, organisations) if may_see_contacts(actor) else {},
        links=_links(conference, base) if base and allowed(actor, Permission.ARRANGE_CONFERENCES) else {},
        results=[_result(row) for row in results],
        stages=_stages(conference_results.stages(conference_id), results, owners),
        attendance=conference_prints.attendance(conference_id),
        base=f"{base.rstrip('/')}/conferences/{quote(conference_id, '')}" if base else "",
        today=today(),
    )


def may_see_contacts(actor: User) -> bool:
    """Whether the actor is shown the participants' telephones."""
    return sees_participant("phone", viewer_of_conference(actor))


def member_of(participant: Record) -> str:
    """The organisation that a participant is; its own id stands for one where none is named."""
    return str(participant.get("organisation") or participant["id"])


def version_of(conference: Conference, number: int) -> ScheduleVersion | None:
    """A version of the timetable; 0 is the latest, None when there is none yet. Raises ``NotFound``."""
    if not number:
        return conference.schedules[-1] if conference.schedules else None
    for version in conference.schedules:
        if version.number == number:
            return version
    raise NotFound


def schedule_of(conference: Conference, number: int, before: int = 0) -> Record:
    """A version of the timetable as prints take it, empty where there is none. Raises ``NotFound``."""
    version = version_of(conference, number)
    if version is None:
        return {"meetings": []}
    return {**version.document, "version": version.number, "replaces": before}


def _with_places(
    document: Record, organisations: Mapping[str, Organisation], owners: Mapping[str, str], actor: User
) -> dict[str, Any]:
    """The document, with province of a participant's organisation where it has none itself, and the address
    for who is shown it."""
    told = sees_participant("address", viewer_of_conference(actor))
    rows = []
    for p in document["participants"]:
        row = dict(p)
        known = organisations.get(member_of(p))
        if known is not None:
            if told:
                row["address"] = p.get("address") or known.registered_address
            row["province"] = p.get("province") or known.province
        rows.append(row)
    return {**document, "participants": rows}


def _contacts(document: Record, organisations: Mapping[str, Organisation]) -> dict[str, Sequence[Record]]:
    """Who comes for each participant; where nobody is named, the contact of its organisation."""
    people: dict[str, Sequence[Record]] = {}
    for p in document["participants"]:
        known = organisations.get(member_of(p))
        contacts = known.contacts[:1] if known else []
        people[p["id"]] = told_people(p) or [
            {"name": c.name, "title": c.role, "phone": c.phone} for c in contacts
        ]
    return people


def _links(conference: Conference, base: str) -> dict[str, str]:
    """The address of each participant's own page."""
    root = f"{base.rstrip('/')}/p/{quote(conference.id, '')}"
    return {
        p["id"]: f"{root}/{quote(p['id'], '')}/{personal_links.key(conference.id, p)}"
        for p in conference.document["participants"]
    }


def _goods(offers: Iterable[Offer], owners: Mapping[str, str], lang: str) -> dict[str, list[Goods]]:
    """What each participant offers; telephones written into names are covered, prices stay out."""
    goods: dict[str, list[Goods]] = {}
    for offer in offers:
        parsed = offer.parsed
        place = parsed.get("place") or {}
        goods.setdefault(owners[offer.organisation_id or ""], []).append(
            Goods(
                product=shown.words(offer.product),
                volume=amount(parsed, lang),
                months=span(parsed.get("months") or (), lang),
                papers=held_papers(parsed, today(), lang),
                place=", ".join(filter(None, (place.get("commune"), place.get("province")))),
                packing=shown.words(str(parsed.get("packaging") or "")),
            )
        )
    return goods


def _traded(matches: Mapping[Pair, Match], owners: Mapping[str, str], lang: str) -> dict[Pair, Traded]:
    """For each two participants that a match joins: product, quantity offered, the best reasons."""
    return {
        frozenset(owners[member] for member in parties): Traded(
            shown.words(match.offer.product), amount(match.offer.parsed, lang), why(match, lang)
        )
        for parties, match in matches.items()
    }


def _pooled(document: Record, owners: Mapping[str, str]) -> dict[Pair, Pool]:
    """The accepted pools whose lead takes part, each under its lead and the buyer it fills the demand of."""
    leads = {p["pool"]["id"]: p["id"] for p in document["participants"] if p.get("pool")}
    rows = conference_prints.pools(leads) if leads else ()
    buyers = {pool.id: owners.get(pool.demand.organisation_id or "") for pool in rows}
    return {
        frozenset((leads[pool.id], str(buyers[pool.id]))): pool
        for pool in rows
        if buyers[pool.id] and pool.latest.get("members")
    }


def _supplied(pool: Pool, lang: str) -> Traded:
    """What a pool as a whole supplies, in the months of its demand."""
    assert pool.match is not None
    by_month = {int(month): amount for month, amount in pool.latest["by_month"].items() if amount}
    total = f"{figure(sum(by_month.values()), lang, 2)} {pool.latest['unit']}"
    told = f"{total} ({span(sorted(by_month), lang)})"
    return Traded(shown.words(pool.match.offer.product), told, why(pool.match, lang))


def why(match: Match, lang: str) -> list[str]:
    """What is traded, then the strongest reasons in favour that tell no price."""
    best = [row for row in shown.in_favour(match) if row["criterion"] != UNTOLD][:MOST_REASONS]
    traded = f"{match.offer.product} → {match.demand.product}"
    told = [traded, *(reasons.sentence(row["code"], row["facts"], lang) for row in best)]
    return [shown.words(text) for text in told]


def _result(row: MeetingResult) -> Record:
    return {
        "producer": row.producer,
        "buyer": row.buyer,
        "match": row.match_id,
        "outcome": row.outcome,
        "steps": list(row.steps),
        "reason": row.reason,
        "quantity": row.quantity,
        "unit": row.unit,
        "value": row.value,
        "next_on": row.next_on,
        "note": row.note,
    }


def _stages(
    rows: Iterable[tuple[MatchStage, Match | None]],
    results: Iterable[MeetingResult],
    owners: Mapping[str, str],
) -> list[Record]:
    """Stages by participants; those of a party that has left the conference keep its organisation's id."""
    slips = {row.id: row for row in results}
    out: list[Record] = []
    for stage, match in rows:
        if match is not None:
            told = match.offer.organisation_id or "", match.demand.organisation_id or ""
            producer, buyer = (owners.get(each, each) for each in told)
        elif slip := slips.get(stage.result_id or 0):
            producer, buyer = slip.producer, slip.buyer
        else:
            continue
        out.append(
            {
                "producer": producer,
                "buyer": buyer,
                "match": stage.match_id,
                "stage": stage.stage,
                "reason": stage.reason,
                "happened_on": stage.happened_on,
                "quantity": stage.quantity,
                "unit": stage.unit,
                "value": stage.value,
            }
        )
    return out
