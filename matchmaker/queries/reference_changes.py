"""Reference data as officers have changed them: the shipped rows with the log of changes laid over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from sqlalchemy import Select, func, or_, select, tuple_
from sqlalchemy.orm import aliased, joinedload

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.models import Organisation, ReferenceChange, User
from matchmaker.queries.matches import LARGEST_ID
from matchmaker.queries.scope import visible
from seeds import reference
from seeds.overlay import Change, homeless, key_of, lay_over

UNDO = "undo"
# The reference tables that officers change, and the columns that make a row's key.
KEYS: dict[str, tuple[str, ...]] = {
    "products": ("key",),
    "markets": ("product", "market"),
    "channels": ("channel",),
    "coefficients": ("group", "name"),
}
Row = dict[str, str]


@dataclass(frozen=True)
class Stamp:
    """Which state a subject is in: the number of its last change, 0 for what is shipped, and its moment.

    The moment tells apart databases that have come to the same number.
    """

    number: int = 0
    at: datetime | None = None


def stamp(subject: str) -> Stamp:
    """The present state of a subject (products, markets, channels, buyers, coefficients)."""
    last = db.session.execute(
        select(ReferenceChange.number, ReferenceChange.at)
        .where(ReferenceChange.subject == subject)
        .order_by(ReferenceChange.number.desc())
        .limit(1)
    ).first()
    return Stamp(last.number, last.at) if last else Stamp()


def stamps(*subjects: str) -> list[Stamp]:
    """The present states of several subjects, in their order, as the database names them at once."""
    of_these = ReferenceChange.subject.in_(subjects)
    numbers = select(ReferenceChange.subject, func.max(ReferenceChange.number)).where(of_these)
    named = select(ReferenceChange.subject, ReferenceChange.number, ReferenceChange.at)
    last = named.where(
        tuple_(ReferenceChange.subject, ReferenceChange.number).in_(numbers.group_by(ReferenceChange.subject))
    )
    found = {subject: Stamp(number, at) for subject, number, at in db.session.execute(last)}
    return [found.get(subject, Stamp()) for subject in subjects]


def rows(subject: str) -> Sequence[Row]:
    """The rows of a reference table as they stand now; do not change them."""
    return rows_at(subject, stamp(subject))


@lru_cache(maxsize=12)
def rows_at(subject: str, state: Stamp) -> Sequence[Row]:
    """The rows in an earlier state. They are kept, for every page and every ranking asks for them."""
    shipped = reference(subject)
    return (
        tuple(lay_over(shipped, changes(subject, upto=state.number), KEYS[subject]))
        if state.number
        else tuple(shipped)
    )


def by_key(subject: str) -> dict[str, Row]:
    """The present rows by their keys."""
    return {key_of(row, KEYS[subject]): row for row in rows(subject)}


def changes(subject: str, key: str = "", upto: int | None = None, without: int = 0) -> list[Change]:
    """The changes that hold, oldest first: those that were not taken back.

    ``upto`` leaves out what came after that number, ``without`` the change of that id.
    """
    return [
        Change.read(row.key, row.action, row.values)
        for row in db.session.scalars(_holding(subject, key, upto))
        if row.id != without
    ]


def holding(subject: str, key: str) -> Sequence[ReferenceChange]:
    """The changes of one entry that hold, oldest first, with when they were made."""
    return db.session.scalars(_holding(subject, key, None)).all()


def without_a_row(subject: str) -> list[Change]:
    """The changes whose row is no longer shipped, so that they do nothing."""
    return homeless(reference(subject), changes(subject), KEYS[subject])


def history(subject: str = "", key: str = "") -> Sequence[ReferenceChange]:
    """All changes with their authors, undone ones and undos too, the latest first."""
    return db.session.scalars(_history(subject, key)).all()


def readable_history(subject: str, actor: User) -> Sequence[ReferenceChange]:
    """The same for an actor: of the terms of buyers only those of buyers that it may see."""
    buyers = select(Organisation.id).where(visible(Organisation, actor))
    readable = or_(ReferenceChange.subject != "buyers", ReferenceChange.key.in_(buyers))
    return db.session.scalars(_history(subject, "").where(readable)).all()


def _history(subject: str, key: str) -> Select[tuple[ReferenceChange]]:
    statement = select(ReferenceChange).options(joinedload(ReferenceChange.user))
    if subject:
        statement = statement.where(ReferenceChange.subject == subject)
    if key:
        statement = statement.where(ReferenceChange.key == key)
    return statement.order_by(ReferenceChange.id.desc())


def taken_back() -> dict[int, ReferenceChange]:
    """The undos by the id of the change that each takes back."""
    undone = select(ReferenceChange).where(ReferenceChange.undoes.is_not(None))
    return {row.undoes: row for row in db.session.scalars(undone) if row.undoes is not None}


def one(change_id: int) -> ReferenceChange:
    """A change that still holds. Raises ``NotFound`` for an unknown one, an undo and one taken back."""
    found = db.session.get(ReferenceChange, change_id) if 0 < change_id <= LARGEST_ID else None
    if found is None or found.action == UNDO or found.id in taken_back():
        raise NotFound
    return found


def _holding(subject: str, key: str, upto: int | None) -> Select[tuple[ReferenceChange]]:
    undo = aliased(ReferenceChange)
    undone = select(undo.undoes).where(undo.subject == subject, undo.undoes.is_not(None))
    statement = select(ReferenceChange).where(
        ReferenceChange.subject == subject, ReferenceChange.action != UNDO
    )
    if key:
        statement = statement.where(ReferenceChange.key == key)
    if upto is not None:
        statement = statement.where(ReferenceChange.number <= upto)
        undone = undone.where(undo.number <= upto)
    return statement.where(ReferenceChange.id.not_in(undone)).order_by(ReferenceChange.number)
