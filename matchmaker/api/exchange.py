"""What all endpoints do with HTTP's own means: versions as ETags, idempotency keys, Location."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from flask import request

from matchmaker.errors import DomainError, Stale, VersionMissing
from matchmaker.permissions import actor
from matchmaker.services import idempotency

Answer = dict[str, Any]
Headers = dict[str, str]
KEY = re.compile(r"[\x21-\x7e]{1,255}")
ETAG = re.compile(r'(?:W/)?"([0-9]{1,9})"', re.ASCII)


class KeyInvalid(DomainError):
    """The Idempotency-Key header is no short printable text."""

    code = "idempotency_key_invalid"
    status = 400


def etag(version: int) -> Headers:
    """The version of a record as a header."""
    return {"ETag": f'"{version}"'}


def expected_version() -> int:
    """The version named by If-Match. Raises ``VersionMissing`` without it, ``Stale`` for any other text."""
    version = optional_version()
    if version is None:
        raise VersionMissing
    return version


def optional_version() -> int | None:
    """The version named by If-Match, or None where the header is absent."""
    header = request.headers.get("If-Match")
    if header is None:
        return None
    found = ETAG.fullmatch(header.strip())
    if not found:
        raise Stale
    return int(found[1])


def once(record: Any, work: Callable[[], Answer]) -> tuple[Answer, Headers, bool]:
    """Carry out a POST once for its Idempotency-Key: the answer, headers to add, whether it ran now."""
    key = request.headers.get("Idempotency-Key", "")
    if "Idempotency-Key" in request.headers and not KEY.fullmatch(key):
        raise KeyInvalid
    same = [request.method, request.path, dict(request.args), record]
    answer, ran = idempotency.once(key, same, actor(), work)
    return answer, {} if ran else {"Idempotent-Replayed": "true"}, ran
