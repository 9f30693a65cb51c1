"""Take in a participant that comes uninvited: there from now on, with those whom it could meet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from matchmaker.extensions import db
from matchmaker.models import Match, User, Wish
from matchmaker.queries import conference_matches, conferences, invitees
from matchmaker.services import attending, audit, guests
from matchmaker.services.conferences import change
from matchmaker.services.day_record import slots_before
from matchmaker.services.pairing import scored
from matchmaker.services.transaction import use_case

Document = Mapping[str, Any]
MOST_PARTNERS = 10


@use_case
def add(
    conference_id: str,
    record: Mapping[str, Any],
    partners: Sequence[str],
    actor: User,
    now: int | str | None = None,
) -> str:
    """Add a participant that has arrived, there from slot ``now`` on, and the pairs with its ``partners``.

    ``record`` is as ``ParticipantSchema`` loads it; one with an ``organisation`` brings its offers and
    demands. Raises ``NotFound``, ``Conflict``, ``InvalidRecord``.
    """
    conference = conferences.one(conference_id, actor)
    past = slots_before(conference.document, now)
    whole = {**record, "absent": [str(slot) for slot in past], "languages": record.get("languages") or ["vi"]}
    document, participant = guests.put(conference.document, whole)
    row = document["participants"][-1]
    row["walk_in"] = True
    if record.get("organisation"):
        (invitee,) = invitees.chosen([str(record["organisation"])], actor)
        row |= {"offers": list(invitee.offers), "demands": list(invitee.demands)}
    wishes = [_wish(conference_id, participant, other, document, actor) for other in dict.fromkeys(partners)]
    pairs = _pairs(document, participant, wishes)
    change(conference_id, {**document, "pairs": pairs}, actor, conference.version)
    db.session.add_all(wishes)
    facts = {"participant": participant, "side": record["side"], "partners": list(partners)}
    audit.record("participant.walked_in", "conference", conference_id, facts, actor)
    attending.note(conference_id, participant, "arrived", actor)
    return participant


def suggested(document: Document, record: Mapping[str, Any]) -> dict[str, Match]:
    """The best matches of somebody with those of the other side, by their ids, best first."""
    others = {p["id"]: p for p in other_side(document, str(record["side"]))}
    if not record.get("organisation"):
        return {}
    ids = {conference_matches.organisation_of(p): each for each, p in others.items()}
    found: dict[str, Match] = {}
    for match in conference_matches.of_one({**record, "id": ""}, others.values(), MOST_PARTNERS):
        mine = record["organisation"]
        offering, wanting = match.offer.organisation_id or "", match.demand.organisation_id or ""
        found[ids[wanting if offering == mine else offering]] = match
    return found


def other_side(document: Document, side: str) -> list[dict[str, Any]]:
    """Those whom somebody of a side may meet: the other side, among equals everybody."""
    return [p for p in document["participants"] if side == "peer" or p.get("side") != side]


def _wish(conference_id: str, party: str, other: str, document: Document, actor: User) -> Wish:
    guests.find(document, other)
    return Wish(
        conference_id=conference_id, party=party, other=other, kind="want", rank=0, source="officer",
        entered_by=actor.id,
    )  # fmt: skip


def _pairs(document: Document, participant: str, wishes: Sequence[Wish]) -> list[dict[str, Any]]:
    """The pairs as they stand, and those of the newcomer; the others' scores are not touched on the day."""
    worth = conference_matches.scores_among(document["participants"])
    mine = {frozenset((wish.party, wish.other)) for wish in wishes}
    grown = scored({**document, "pairs": []}, worth, wishes)["pairs"]
    return [*document["pairs"], *(p for p in grown if frozenset((p["a"], p["b"])) in mine)]
