"""Which language a reader gets: the one chosen on the page, else the user's own, else Vietnamese."""

from __future__ import annotations

from flask import Response, has_request_context, request
from flask_login import current_user

from matchmaker.config import LANGUAGES

COOKIE = "language"
A_YEAR = 365 * 24 * 3600  # seconds


def language() -> str:
    """ "vi" or "en" for the present request."""
    if not has_request_context():
        return LANGUAGES[0]
    chosen = request.cookies.get(COOKIE) or getattr(current_user, "language", "")
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


def remember(response: Response, chosen: str, *, secure: bool) -> Response:
    """Keep the choice for a year in a cookie; an unknown language is ignored."""
    if chosen in LANGUAGES:
        response.set_cookie(COOKIE, chosen, max_age=A_YEAR, secure=secure, httponly=True, samesite="Lax")
    return response
