"""Lists sent as spreadsheets, and their rows: each person sees his own, the whole country's desk sees all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, select, true

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.models import Demand, Import, ImportRow, Offer, User
from matchmaker.queries.matches import refuse_impossible_id
from matchmaker.queries.scope import everywhere, visible

PAGE = 50


def one(import_id: int, actor: User) -> Import:
    """A list as it stands now. Raises ``NotFound``."""
    refuse_impossible_id(import_id)
    found = db.session.scalar(
        select(Import).where(Import.id == import_id, _mine(actor)).execution_options(populate_existing=True)
    )
    if found is None:
        raise NotFound
    return found


def latest(actor: User, limit: int = 50) -> Sequence[Import]:
    """The lists sent last."""
    return db.session.scalars(
        select(Import).where(_mine(actor)).order_by(Import.id.desc()).limit(limit)
    ).all()


def rows(
    import_id: int, does: str = "", *, doubtful: bool = False, after: int = -1, limit: int = PAGE
) -> Sequence[ImportRow]:
    """Rows of a list in the order of the sheet, beyond row ``after``; ``does`` and ``doubtful`` choose."""
    statement = select(ImportRow).where(ImportRow.import_id == import_id, ImportRow.number > after)
    if does:
        statement = statement.where(ImportRow.does == does)
    if doubtful:
        statement = statement.where(ImportRow.doubtful)
    return db.session.scalars(statement.order_by(ImportRow.number).limit(limit)).all()


def batches(import_id: int, size: int) -> Iterator[Sequence[ImportRow]]:
    """All rows of a list in the order of the sheet, ``size`` at a time."""
    last = -1
    while found := rows(import_id, after=last, limit=size):
        last = found[-1].number
        yield found


def names(import_id: int, party: str) -> list[tuple[str, dict[str, str], dict[str, Any]]]:
    """Every good row's party, as written, with what the row says of it, and the place that it names."""
    found = db.session.execute(
        select(ImportRow.record, ImportRow.party, ImportRow.understood)
        .where(ImportRow.import_id == import_id, ImportRow.does.in_(("create", "change", "keep")))
        .order_by(ImportRow.number)
    )
    return [
        (str(record.get(party) or ""), said, understood.get("parsed", {}).get("place") or {})
        for record, said, understood in found
    ]


def numbered(import_id: int, numbers: Iterable[int]) -> Sequence[ImportRow]:
    """Rows of a list by their number."""
    statement = select(ImportRow).where(ImportRow.import_id == import_id, ImportRow.number.in_(list(numbers)))
    return db.session.scalars(statement.order_by(ImportRow.number)).all()


def known(kind: str, ids: Iterable[str], actor: User) -> dict[str, Offer | Demand]:
    """Records of the market by their ids, as far as the actor sees them."""
    model: type[Offer] | type[Demand] = Offer if kind == "offer" else Demand
    statement = select(model).where(model.id.in_(sorted(ids)), visible(model, actor))
    return {row.id: row for row in db.session.scalars(statement)}


def _mine(actor: User) -> ColumnElement[bool]:
    return true() if everywhere(actor) else Import.sent_by == actor.id
