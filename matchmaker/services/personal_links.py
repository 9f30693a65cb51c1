"""Personal links of a conference's participants: an address that opens one participant's own page, no more.

The key in a link is a signature over the conference, the participant and a serial number that stands in the
conference's document, so that nothing is stored, a lost sheet can be printed again with the same link, and a
new serial withdraws all links given before.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from flask import current_app

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.models import Conference, User
from matchmaker.queries import conferences
from matchmaker.services import audit
from matchmaker.services.conferences import change
from matchmaker.services.transaction import use_case

LETTERS = 20  # of the key: 80 bits, short enough for a small QR code
Participant = Mapping[str, Any]


def key(conference_id: str, participant: Participant) -> str:
    """The key of a participant's link, in lower-case hexadecimal."""
    told = "\0".join(("conference", conference_id, str(participant["id"]), str(serial(participant))))
    secret = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.new(secret, told.encode(), sha256).hexdigest()[:LETTERS]


def serial(participant: Participant) -> int:
    """How many times the participant's links were withdrawn."""
    return int(participant.get("link_serial") or 0)


def opened(conference_id: str, participant_id: str, offered: str) -> tuple[Conference, dict[str, Any]]:
    """The conference and the participant that a link opens. Raises ``NotFound`` for any wrong link."""
    conference = db.session.get(Conference, conference_id)
    if conference is None:
        raise NotFound
    for participant in conference.document["participants"]:
        if participant["id"] == participant_id:
            right = key(conference_id, participant)
            if hmac.compare_digest(right.encode(), offered.encode()):
                return conference, dict(participant)
    raise NotFound


@use_case
def withdraw(conference_id: str, participant_id: str, actor: User) -> None:
    """Make every link given to a participant so far lead nowhere. Raises ``NotFound``."""
    conference = conferences.one(conference_id, actor)
    rows = [dict(row) for row in conference.document["participants"]]
    row = next((row for row in rows if row["id"] == participant_id), None)
    if row is None:
        raise NotFound
    row["link_serial"] = serial(row) + 1
    change(conference_id, {**conference.document, "participants": rows}, actor, conference.version)
    audit.record(
        "participant.link_withdrawn", "conference", conference_id, {"participant": participant_id}, actor
    )
