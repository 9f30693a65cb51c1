"""Take down whom a participant must, wants to, or will not meet: typed in by an organizer, or by its link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete

from matchmaker.errors import Conflict, InvalidRecord
from matchmaker.extensions import db
from matchmaker.models import Conference, User, Wish
from matchmaker.models.base import now
from matchmaker.queries import conferences, wishes
from matchmaker.services import audit, guests, personal_links
from matchmaker.services.calendar import today
from matchmaker.services.transaction import use_case
from matchmaker.wording.errors import message

Document = Mapping[str, Any]

KINDS = ("must", "want", "no")
MOST_MUSTS = 3  # that a party may name by its own link; an organizer may enter more
MOST_RANK = 99


@dataclass(frozen=True)
class Said:
    """One wish: ``kind`` is must, want or no; ``rank`` 1 is the dearest, 0 not ranked."""

    kind: str
    rank: int = 0


@use_case
def replace(
    conference_id: str, party: str, said: Mapping[str, Said], actor: User, source: str = "officer"
) -> None:
    """Let ``said`` (by the other's id) take the place of all that the party wished.

    Raises ``NotFound`` for an unknown party, ``InvalidRecord`` for somebody whom it cannot meet.
    """
    document = conferences.one(conference_id, actor).document
    _store(conference_id, document, party, dict(said), source, actor)


@use_case
def tell(conference_id: str, party: str, key: str, said: Mapping[str, Said | None]) -> None:
    """Take down what a party says by its own link; None takes a wish back, whom it does not name stays.

    Raises ``NotFound`` for a wrong link, ``Conflict`` once the time for wishes is over.
    """
    conference, _ = personal_links.opened(conference_id, party, key)
    if not open_for_wishes(conference):
        raise Conflict("wishes_closed")
    kept = {wish.other: Said(wish.kind, wish.rank) for wish in wishes.of_party(conference_id, party)}
    whole = {other: each for other, each in {**kept, **said}.items() if each is not None}
    if sum(each.kind == "must" for each in whole.values()) > MOST_MUSTS:
        raise Conflict("too_many_musts", max=MOST_MUSTS)
    _store(conference_id, conference.document, party, whole, "link", None)


def open_for_wishes(conference: Conference) -> bool:
    """Whether links still take wishes: until the last day, and until a timetable is published."""
    last = conference.document.get("wishes_until")
    published = any(version.published_at for version in conference.schedules)
    return not published and (not last or today().isoformat() <= last)


def partners(document: Document, party: str) -> list[dict[str, Any]]:
    """Whom a participant can wish for: the other side, or everybody among peers. Raises ``NotFound``."""
    side = guests.find(document, party).get("side") or "peer"
    return [
        dict(row)
        for row in document["participants"]
        if row["id"] != party and (side == "peer" or (row.get("side") or "peer") != side)
    ]


def _store(
    conference_id: str, document: Document, party: str, said: dict[str, Said], source: str, actor: User | None
) -> None:
    known = {row["id"] for row in partners(document, party)}
    strangers = sorted(set(said) - known)
    if strangers:
        raise InvalidRecord({"other": [message("cannot_meet", {"value": strangers})]})
    db.session.execute(delete(Wish).where(Wish.conference_id == conference_id, Wish.party == party))
    entered = {"source": source, "entered_by": actor.id if actor else None, "entered_at": now()}
    rows = said or {"": Said(wishes.NONE)}
    for other, each in sorted(rows.items()):
        db.session.add(
            Wish(
                conference_id=conference_id,
                party=party,
                other=other,
                kind=each.kind,
                rank=each.rank if each.kind == "want" else 0,
                **entered,
            )
        )
    facts: dict[str, Any] = {"participant": party, "source": source}
    facts["ranks"] = {other: each.rank for other, each in said.items() if each.kind == "want"}
    for kind in KINDS:
        chosen = sorted(said.items(), key=lambda item: (item[1].rank == 0, item[1].rank, item[0]))
        facts[kind] = [other for other, each in chosen if each.kind == kind]
    audit.record("wishes.told", "conference", conference_id, facts, actor)
