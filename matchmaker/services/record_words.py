"""The words that a record's fields hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def joined(record: Mapping[str, Any], *names: str) -> str:
    """What stands in the fields of those names as one text; what is empty is passed over."""
    return "; ".join([str(value) for name in names if (value := record.get(name))])
