"""What can go wrong in the trade, as codes with facts; words are added in ``matchmaker.wording.errors``."""

from __future__ import annotations

from typing import Any


class DomainError(Exception):
    """A rule of the service refused something: a code, the facts, and the HTTP status that fits it."""

    code = "refused"
    status = 409

    def __init__(self, code: str = "", **facts: Any) -> None:
        self.code = code or self.code
        self.facts = facts
        super().__init__(self.code)


class NotFound(DomainError):
    """There is no such thing, or the actor may not know of it: the two answers are the same."""

    code = "not_found"
    status = 404


class NotAllowed(DomainError):
    """The actor's roles or provinces do not allow this."""

    code = "not_allowed"
    status = 403


class NotSignedIn(DomainError):
    """Nobody is signed in, or the token is unknown, expired or withdrawn."""

    code = "not_signed_in"
    status = 401


class Conflict(DomainError):
    """The thing exists already, or is in a state that does not allow this."""

    code = "conflict"
    status = 409


class Stale(DomainError):
    """Somebody changed the thing since the actor read it: the version is not the stored one."""

    code = "stale"
    status = 412


class VersionMissing(DomainError):
    """A change came without the version it starts from (If-Match)."""

    code = "version_missing"
    status = 428


class KeyReused(DomainError):
    """An idempotency key came again with another body."""

    code = "idempotency_key_reused"
    status = 422


class Busy(DomainError):
    """The database stayed locked or kept conflicting through every retry; try again later."""

    code = "busy"
    status = 503


class InvalidRecord(DomainError):
    """A record was refused: ``messages`` maps a field to a list of ``{"code", "vi", "en"}``."""

    code = "invalid"
    status = 422

    def __init__(self, messages: dict[str, Any]) -> None:
        super().__init__(fields=sorted(map(str, messages)))
        self.messages = messages
