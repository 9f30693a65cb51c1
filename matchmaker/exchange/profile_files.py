"""A profile of the ranking as a JSON file: checked, or everything wrong with it at once."""

from __future__ import annotations

import json
from typing import Any

from matchmaker.exchange.jsonlines import opened
from matchmaker.exchange.record_files import ErrorRecord
from matchmaker.wording.profiles import sentence
from scoring.profile import Profile, ProfileError, ProfileRefusedError

LARGEST = 1e15  # numbers beyond are told as text
LONGEST = 1_000_000  # bytes; no profile is longer


class ProfileFileError(ValueError):
    """A file that is no profile that could rank; ``errors`` are error records of the interchange format."""

    def __init__(self, errors: list[ErrorRecord]) -> None:
        super().__init__(f"{len(errors)} errors")
        self.errors = errors


def read_profile(path: str) -> Profile:
    """The profile in the file at ``path`` ("-" is standard input).

    Raises ``ProfileFileError`` with all that is wrong, ``OSError`` where the file cannot be read.
    """
    with opened(path) as stream:
        raw = stream.read(LONGEST + 1)
    try:
        data = json.loads(raw) if len(raw) <= LONGEST else None
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        raise ProfileFileError([_record(path, ProfileError("", "not_a_profile", {}), None)])
    try:
        return Profile.from_data(data)
    except ProfileRefusedError as refused:
        raise ProfileFileError([_record(path, e, _value(data, e.field)) for e in refused.errors]) from None


def _record(path: str, error: ProfileError, value: Any) -> ErrorRecord:
    return {
        "file": path,
        "field": error.field or None,
        "value": _short(value),
        "code": error.code,
        "message": {
            language: sentence(error.field, error.code, error.facts, language) for language in ("vi", "en")
        },
    }


def _short(value: Any) -> Any:
    """A number as it is, anything else as the beginning of its text."""
    if value is None or (isinstance(value, (int, float)) and -LARGEST < value < LARGEST):
        return value
    return str(value)[:80]


def _value(data: dict[str, Any], field: str) -> Any:
    part, _, name = field.partition(".")
    table = data.get(part)
    return table.get(name) if name and isinstance(table, dict) else None if isinstance(table, dict) else table
