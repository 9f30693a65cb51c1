"""The link of the board in a conference's hall: signed like a personal link, it opens the board alone."""

from __future__ import annotations

import hmac
from hashlib import sha256

from flask import current_app

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.models import Conference

LETTERS = 20  # of the key: 80 bits


def key(conference_id: str) -> str:
    """The key of a conference's board, in lower-case hexadecimal."""
    secret = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.new(secret, f"hall\0{conference_id}".encode(), sha256).hexdigest()[:LETTERS]


def opened(conference_id: str, offered: str) -> Conference:
    """The conference whose board the link opens. Raises ``NotFound`` for any wrong link."""
    conference = db.session.get(Conference, conference_id)
    if conference is None or not hmac.compare_digest(key(conference_id).encode(), offered.encode()):
        raise NotFound
    return conference
