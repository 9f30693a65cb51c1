"""A form sent twice, by a double tap or a reload, is carried out once."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable

from flask import request

from matchmaker.permissions import actor
from matchmaker.services import idempotency

FIELD = "sending"  # the hidden field that tells one opened form from another


def sending() -> str:
    """A new value for the hidden field of a form."""
    return secrets.token_urlsafe(12)


def once(work: Callable[[], str]) -> str:
    """The id that ``work`` made, now or when this same form, filled in the same way, was sent before.

    A form sent again with other contents (back, corrected, sent) is another one. Without the hidden field
    the work simply runs.
    """
    opened = request.form.get(FIELD, "")
    typed = sorted((name, value) for name, value in request.form.items(multi=True) if name != "csrf_token")
    key = hashlib.sha256(repr(typed).encode()).hexdigest() if opened else ""
    answer, _ran = idempotency.once(key, [request.path, typed], actor(), lambda: {"id": work()})
    return str(answer["id"])
