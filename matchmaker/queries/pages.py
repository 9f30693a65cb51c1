"""Pages of a list by cursor: the id of the last row seen, opaque to the reader."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Select

from matchmaker.errors import DomainError
from matchmaker.extensions import db

T = TypeVar("T")


@dataclass(frozen=True)
class Page(Generic[T]):
    """Some rows, and the cursor of the next page or None at the end."""

    items: Sequence[T]
    next: str | None


def page(statement: Select[Any], key: Any, after: str, limit: int) -> Page[Any]:
    """The ``limit`` rows after the cursor ``after``, in the order of ``key``, a unique text column.

    Raises ``DomainError`` ``cursor_invalid`` for a cursor that was not given out.
    """
    if after:
        statement = statement.where(key > _read(after))
    rows = db.session.scalars(statement.order_by(key).limit(limit + 1)).all()
    more = len(rows) > limit
    return Page(rows[:limit], _write(getattr(rows[limit - 1], key.key)) if more else None)


def _write(value: str) -> str:
    return base64.urlsafe_b64encode(value.encode()).decode().rstrip("=")


def _read(cursor: str) -> str:
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, ValueError):
        raise _invalid() from None
    if "\x00" in text:
        raise _invalid()
    return text


def _invalid() -> DomainError:
    error = DomainError("cursor_invalid")
    error.status = 422
    return error
