"""Who calls the API: the user behind the bearer token. A session cookie does not count here."""

from __future__ import annotations

from flask import g, request

from matchmaker.queries import users


def identify() -> None:
    """Find the caller; an unknown token is nobody, and the permission check refuses."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    g.token_user = users.of_token(token.strip()) if scheme.lower() == "bearer" and token.strip() else None
