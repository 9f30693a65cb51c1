"""A request that comes twice with the same key is carried out once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from matchmaker.errors import KeyReused
from matchmaker.extensions import db
from matchmaker.models import IdempotencyKey, User
from matchmaker.services.transaction import use_case

Answer = dict[str, Any]


@use_case
def once(key: str, request: Any, actor: User, work: Callable[[], Answer]) -> tuple[Answer, bool]:
    """The answer of ``work``, and whether it ran now; for a key seen before, the answer given then.

    The key is stored in the transaction of the work itself, so that neither can be there without the other.
    ``request`` is whatever makes two requests the same (method, path, body). Raises ``KeyReused`` when the
    key was used for another request. Without a key the work simply runs.
    """
    if not key:
        return work(), True
    content = json.dumps(request, sort_keys=True, ensure_ascii=False, default=str)
    digest = hashlib.sha256(content.encode()).hexdigest()
    kept = db.session.scalar(
        select(IdempotencyKey).where(IdempotencyKey.user_id == actor.id, IdempotencyKey.key == key)
    )
    if kept is not None:
        if kept.digest != digest:
            raise KeyReused
        return kept.answer, False
    answer = work()
    db.session.add(IdempotencyKey(user_id=actor.id, key=key, digest=digest, answer=answer))
    db.session.flush()
    return answer, True
