"""The erasures that were done, kept beside the data and outside the database, for a restore after its loss.

``MATCHMAKER_DATA/erasures.jsonl`` has a line for each consent taken back: a salted digest of the
organisation's id, and the moment. It holds no personal data and no name; the ids of a backup are compared
with it. Copy it with the backups: a restore does again what it tells.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import secrets
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from flask import current_app

NAME = "erasures.jsonl"
_SALT = 16  # bytes
_log = logging.getLogger(__name__)


def path() -> Path:
    """Where the file is, whether or not it is there yet."""
    return Path(current_app.config["DATA"]) / NAME


def note(erased: Mapping[str, datetime]) -> None:
    """Add erasures that were committed (the moment by organisation), as far as they are not there yet.

    They are on the disk when this returns. A disk that takes none keeps nobody's consent from being taken
    back: that is told in the log, and the next backup notes them.
    """
    before = known(erased)
    lines = [_line(name, moment) for name, moment in erased.items() if before.get(name) != moment]
    if not lines:
        return
    try:
        handle = os.open(path(), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="ascii") as file:
            file.write("".join(lines))
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        _log.exception("erasures could not be noted")


def _line(organisation_id: str, moment: datetime) -> str:
    salt = secrets.token_hex(_SALT)
    said = {"salt": salt, "digest": _digest(salt, organisation_id), "at": moment.isoformat()}
    return json.dumps(said) + "\n"


def known(ids: Iterable[str]) -> dict[str, datetime]:
    """Which of these organisations were erased, with the last moment. Damaged lines are passed over."""
    noted = list(_lines())
    found: dict[str, datetime] = {}
    for organisation_id in ids:
        for salt, digest, moment in noted:
            if _digest(salt, organisation_id) == digest:
                found[organisation_id] = max(moment, found.get(organisation_id, moment))
    return found


def _lines() -> Iterator[tuple[str, str, datetime]]:
    if not path().exists():
        return
    for line in path().read_text("ascii", "replace").splitlines():
        try:
            said = json.loads(line)
            moment = datetime.fromisoformat(said["at"])
            if moment.tzinfo is not None:
                yield str(said["salt"]), str(said["digest"]), moment
        except (ValueError, KeyError, TypeError):
            continue


def _digest(salt: str, organisation_id: str) -> str:
    return hashlib.sha256(f"{salt}:{organisation_id}".encode()).hexdigest()
