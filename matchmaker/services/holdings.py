"""Hold, promise and release quantities of offers: a quantity is promised once.

Every change first locks the rows of the offers that it touches, in the order of their ids, so that two
clients never count the same free amount (SQLite locks the whole database at the start of a use case).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import select

from matchmaker.errors import Conflict
from matchmaker.extensions import db
from matchmaker.models import Holding, Offer, User
from matchmaker.models.base import now
from matchmaker.queries import holdings
from matchmaker.queries.holdings import Purpose
from matchmaker.services import audit, knowledge, layers, supply
from matchmaker.services.calendar import today
from matchmaker.services.supply import PARTS, Supply
from matchmaker.services.transaction import use_case

DAYS = 14  # how long a quantity is held where nobody says otherwise
LONGEST = 90
PROMISED_DAYS = 366  # months are those of the twelve ahead

_TOUCHED = "matchmaker-kept-of"

Wanted = Mapping[str, Mapping[int, float]]


@use_case
def hold(wanted: Wanted, purpose: Purpose, until: date, actor: User | None) -> None:
    """Hold amounts (offer → month → amount in the offer's base unit) in place of what was held before.

    The caller has read the match or pool through its scope; ``actor`` is None where a member's own answer
    moved the amounts. Raises ``Conflict``: ``holding_exceeds`` where
    an offer has not so much left, ``amount_unsaid`` where it says no amount, ``offer_withdrawn``,
    ``promised_already`` once this was promised, ``holding_day`` for a last day past or too far.
    """
    if not today() <= until <= today() + timedelta(days=LONGEST):
        raise Conflict("holding_day", most=LONGEST)
    before = holdings.of_purpose(purpose)
    if any(row.status == "promised" for row in before):
        raise Conflict("promised_already")
    offers = lock({*wanted, *(row.offer_id for row in before)})
    _end(before)
    asked = {name: _whole(amounts) for name, amounts in wanted.items()}
    units = refuse_exceeding(asked, offers)
    for name, amounts in sorted(asked.items()):
        for month, amount in sorted(amounts.items()):
            db.session.add(
                Holding(
                    offer_id=name,
                    month=month,
                    amount=amount,
                    unit=units[name],
                    match_id=purpose.match_id,
                    pool_id=purpose.pool_id,
                    expires_on=until,
                    held_by=actor.id if actor else None,
                )
            )
    facts = {"until": until.isoformat(), "thousandths": asked, "units": units}
    audit.record("quantity.held", *_subject(purpose), facts, actor)
    touch({*wanted, *(row.offer_id for row in before)})


@use_case
def promise(purpose: Purpose, actor: User) -> None:
    """Make what is held a promise; what ran out meanwhile is promised too where it is still free.

    Raises ``Conflict`` ``nothing_held``, and ``holding_exceeds`` as ``hold`` does.
    """
    rows = [row for row in holdings.of_purpose(purpose) if row.status == "held"]
    if not rows:
        raise Conflict("nothing_held")
    offers = lock({row.offer_id for row in rows})
    refuse_exceeding(_amounts(rows), offers, but=purpose)
    for row in rows:
        row.status, row.expires_on = "promised", today() + timedelta(days=PROMISED_DAYS)
    facts = {"until": rows[0].expires_on.isoformat(), "thousandths": _amounts(rows)}
    audit.record("quantity.promised", *_subject(purpose), facts, actor)
    touch(row.offer_id for row in rows)


@use_case
def release(purpose: Purpose, actor: User) -> None:
    """Let everything go that is held or promised for a match or a pool."""
    rows = holdings.of_purpose(purpose)
    if rows:
        lock({row.offer_id for row in rows})
        _end(rows)
        audit.record("quantity.released", *_subject(purpose), {"thousandths": _amounts(rows)}, actor)
        touch(row.offer_id for row in rows)


@use_case
def consume(purpose: Purpose, amount: int, month: int, actor: User | None) -> int:
    """Turn so many thousandths of what is held or promised into delivered goods, those of ``month`` first.

    Goods of several offers go by their shares. What is delivered still counts against the offers, so nothing
    is promised again. Gives how much was kept and is consumed; less than ``amount`` where more came than was
    kept.
    """
    rows = [row for row in holdings.of_purpose(purpose) if row.expires_on >= today()]
    lock({row.offer_id for row in rows})
    months = sorted({row.month for row in rows}, key=lambda each: (each - month) % 12)
    rest, taken = amount, []
    for each in months:
        its = [row for row in rows if row.month == each]
        take = min(rest, sum(row.amount for row in its))
        rest -= take
        for row, part in zip(its, _shared(take, [row.amount for row in its]), strict=True):
            _deliver(row, part)
            taken += [[row.offer_id, row.month, part]] if part else []
    if amount - rest:
        facts = {"thousandths": amount - rest, "month": month, "taken": taken}
        audit.record("quantity.delivered", *_subject(purpose), facts, actor)
    return amount - rest


def free(offers: Sequence[Offer], but: Purpose | None = None) -> dict[str, Supply]:
    """What is left of offers: the supply without what is kept, for other purposes than ``but``."""
    found = _supply(offers)
    gone = holdings.taken(list(found), today(), but)
    return {name: _without(one, gone.get(name, {})) for name, one in found.items()}


def touched() -> list[str]:
    """The offers of which this session held, promised or let go something, or which it brought back, since
    this was asked last: their places in the rankings follow."""
    return sorted(db.session().info.pop(_TOUCHED, ()))


def lock(offer_ids: Iterable[str]) -> list[Offer]:
    """The offers, locked until the open transaction ends; always in the same order, so that nobody waits
    in a ring."""
    statement = select(Offer).where(Offer.id.in_(sorted(set(offer_ids)))).order_by(Offer.id)
    locked = statement.with_for_update().execution_options(populate_existing=True)
    return list(db.session.scalars(locked).all())


def refuse_exceeding(
    asked: Mapping[str, Mapping[int, int]], offers: Sequence[Offer], but: Purpose | None = None
) -> dict[str, str]:
    """Raise ``Conflict`` where an offer has not so much left; else give the unit of each."""
    known = {offer.id: offer for offer in offers}
    left = free(offers, but)
    for name, amounts in asked.items():
        offer = known.get(name)
        if offer is None or offer.status != "open":
            raise Conflict("offer_withdrawn", id=name)
        if name not in left:
            raise Conflict("amount_unsaid", id=name)
        _refuse(name, amounts, left[name])
    return {name: left[name].unit for name in asked}


def _refuse(name: str, amounts: Mapping[int, int], left: Supply) -> None:
    for month, amount in sorted(amounts.items()):
        rest = left.by_month.get(month, 0)
        if amount > rest:
            raise Conflict("holding_exceeds", id=name, month=month, free=rest / PARTS, unit=left.unit)
    if left.whole is not None and sum(amounts.values()) > left.whole:
        raise Conflict("holding_exceeds_whole", id=name, free=left.whole / PARTS, unit=left.unit)


def _without(one: Supply, gone: Mapping[int, int]) -> Supply:
    whole = None if one.whole is None else max(one.whole - sum(gone.values()), 0)
    months = {m: max(amount - gone.get(m, 0), 0) for m, amount in one.by_month.items()}
    if whole is not None:
        months = {m: min(amount, whole) for m, amount in months.items()}
    return Supply(one.unit, months, whole)


def _supply(offers: Sequence[Offer]) -> dict[str, Supply]:
    records = [layers.offer(offer.parsed, offer.doubts) for offer in offers]
    return supply.of(records, knowledge.context(today()))


def _whole(amounts: Mapping[int, float]) -> dict[int, int]:
    """In thousandths, without the months of nothing."""
    return {int(month): part for month, amount in amounts.items() if (part := supply.parts(amount)) > 0}


def _amounts(rows: Iterable[Holding]) -> dict[str, dict[int, int]]:
    found: dict[str, dict[int, int]] = {}
    for row in rows:
        found.setdefault(row.offer_id, {})[row.month] = row.amount
    return found


def _shared(whole: int, parts: Sequence[int]) -> list[int]:
    """``whole`` in the proportion of ``parts``, exactly, no share above its part."""
    shares, left, room = [], whole, sum(parts)
    for part in parts:
        share = -(-left * part // room) if room else 0
        shares.append(share)
        left, room = left - share, room - part
    return shares


def _deliver(row: Holding, part: int) -> None:
    """Let a part of a holding be delivered; the rest of it stays as it was."""
    if not part:
        return
    if part == row.amount:
        row.status, row.ended_at = "delivered", now()
        return
    row.amount -= part
    db.session.add(
        Holding(
            offer_id=row.offer_id,
            month=row.month,
            amount=part,
            unit=row.unit,
            match_id=row.match_id,
            pool_id=row.pool_id,
            status="delivered",
            expires_on=row.expires_on,
            held_by=row.held_by,
            held_at=row.held_at,
            ended_at=now(),
        )
    )


def _end(rows: Iterable[Holding]) -> None:
    for row in rows:
        row.status, row.ended_at = "released", now()
    db.session.flush()


def touch(offer_ids: Iterable[str]) -> None:
    """Have the places of offers in the rankings follow after the commit."""
    db.session().info.setdefault(_TOUCHED, set()).update(offer_ids)


def _subject(purpose: Purpose) -> tuple[str, int]:
    if purpose.pool_id is not None:
        return "pool", purpose.pool_id
    return "match", purpose.match_id or 0
