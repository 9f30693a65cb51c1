"""Remember which place a text means once a person has chosen it, and take that back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matchmaker.extensions import db
from matchmaker.models import PlaceAnswer, User
from matchmaker.models.base import now
from matchmaker.queries import place_answers
from matchmaker.services import audit
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
