"""Remember which place a text means once a person has chosen it, and take that back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from matchmaker.extensions import db
from matchmaker.models import PlaceAnswer, User
from matchmaker.models.base import now
from matchmaker.queries import place_answers
from matchmaker.queries.questions import Asked
from matchmaker.services import audit, demands, offers
from matchmaker.services.transaction import use_case


@use_case
def remember(sender: str, written: str, place: Mapping[str, Any], named: str, actor: User) -> PlaceAnswer:
    """Let ``written`` mean ``place`` from now on in what the sender writes; an answer before it is withdrawn.

    ``named`` is the place as the person saw it. The same answer again leaves the first one standing.
    """
    before = place_answers.remembered(sender, written)
    if before is not None and before.place == dict(place):
        return before
    if before is not None:
        _withdraw(before, actor)
    answer = PlaceAnswer(
        sender=sender,
        text=place_answers.key(written),
        written=written[: place_answers.LONGEST],
        place=dict(place),
        named=named[:400],
        chosen_by=actor.id,
    )
    db.session.add(answer)
    db.session.flush()
    facts = {"sender": sender, "text": answer.written, "place": answer.place}
    audit.record("place_answer.given", "place_answer", answer.id, facts, actor)
    return answer


@dataclass(frozen=True, slots=True)
class Chosen:
    """A place that a person chose for a text: as a record has it, and as it was shown."""

    text: str
    place: Mapping[str, Any]
    named: str


def as_written(text: str, place: Mapping[str, Any]) -> Any:
    """A chosen place for a record: what was written stays in it, beside the commune."""
    return str(place["text"]) if set(place) == {"text"} else {"text": text, **place}


@use_case
def settle(asked: Asked, chosen: Chosen, actor: User, version: int) -> None:
    """Confirm the place of a record on the market, and remember it for the record's member.

    Raises ``NotFound``, ``Conflict`` and ``Stale`` as confirming a field does.
    """
    confirm = offers.confirm if asked.kind == "offer" else demands.confirm
    confirm(asked.id, {"place": as_written(chosen.text, chosen.place)}, actor, version)
    sender = place_answers.sender_of(actor, asked.organisation_id or "")
    remember(sender, chosen.text, chosen.place, chosen.named, actor)


@use_case
def withdraw(answer_id: int, actor: User) -> PlaceAnswer:
    """Take an answer back: the text is asked about again. Records entered with it stay as they are.

    Raises ``NotFound`` for one that the actor may not take back, or that was taken back already.
    """
    answer = place_answers.one(answer_id, actor)
    _withdraw(answer, actor)
    return answer


def _withdraw(answer: PlaceAnswer, actor: User) -> None:
    answer.withdrawn_at = now()
    db.session.flush()
    facts = {"sender": answer.sender, "text": answer.written, "place": answer.place}
    audit.record("place_answer.withdrawn", "place_answer", answer.id, facts, actor)
