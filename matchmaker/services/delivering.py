"""Deliveries under a match: noted one by one, they use up what was kept for it, and are compared with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from matchmaker.errors import Conflict, InvalidRecord
from matchmaker.extensions import db
from matchmaker.models import Delivery, Match, User
from matchmaker.queries import deliveries, holdings, match_stages, matches, pools
from matchmaker.queries.holdings import Purpose
from matchmaker.services import audit, knowledge, pipeline
from matchmaker.services import holdings as keeping
from matchmaker.services.calendar import today
from matchmaker.services.supply import parts
from matchmaker.services.transaction import use_case
from matchmaker.wording.errors import message

DELIVERING = frozenset({"framework", "contract", "delivered", "ongoing"})


@dataclass(frozen=True)
class Progress:
    """How far a match has delivered: thousandths of ``unit`` promised (None: nothing said) and delivered.

    ``uncounted`` deliveries are in units that do not convert into ``unit``; ``value`` is in đồng.
    """

    unit: str
    promised: int | None
    delivered: int
    uncounted: int
    value: int


def by_officer(match_id: int, record: Mapping[str, Any], actor: User) -> Delivery:
    """Note a delivery, on behalf of a side where ``record["behalf"]`` names it. Raises as ``deliver``, and
    ``NotFound``."""
    return deliver(matches.one(match_id, actor), record, "officer", actor, record.get("behalf") or "")


@use_case
def deliver(
    match: Match, record: Mapping[str, Any], how: str, actor: User | None, side: str = ""
) -> Delivery:
    """Note a delivery as ``DeliverySchema`` loads it; the first one is a stage of the match, the second makes
    it an ongoing trade. The caller has found the match by its scope or by a side's link.

    Raises ``Conflict`` ``not_delivering`` before a contract, ``InvalidRecord`` for a day to come.
    """
    db.session.execute(select(Match.id).where(Match.id == match.id).with_for_update())
    day = record["delivered_on"]
    if day > today():
        raise InvalidRecord({"delivered_on": [message("day_to_come")]})
    stage = match_stages.latest(match.id)
    if stage is None or stage.stage not in DELIVERING:
        raise Conflict("not_delivering")
    if known := _twice(match, record, how, actor):
        return known
    _refuse_before_contract(match, day)
    whose = pipeline.spoken_for(match, side)
    row = Delivery(
        match_id=match.id,
        delivered_on=day,
        quantity=record["quantity"],
        unit=record["unit"],
        value=record.get("value"),
        consumed=_consume(match, record["quantity"], record["unit"], day, actor),
        note=record.get("note") or "",
        how=how,
        user_id=actor.id if actor else None,
        on_behalf_of=whose,
    )
    db.session.add(row)
    facts = {name: record.get(name) for name in ("quantity", "unit", "value")}
    facts |= {"on": day.isoformat(), "consumed": row.consumed, "how": how, "note": row.note}
    audit.record("match.delivered", "match", match.id, facts, actor, whose)
    _follow(match, row, record, how, actor)
    return row


def _twice(match: Match, record: Mapping[str, Any], how: str, actor: User | None) -> Delivery | None:
    """The same delivery noted a moment ago: a button pressed twice."""
    last = max(deliveries.of_match(match.id), key=lambda row: row.id, default=None)
    if last is None or not pipeline.just_now(last.noted_at):
        return None
    said = [record.get(name) for name in ("delivered_on", "quantity", "unit", "value")]
    told = [last.delivered_on, last.quantity, last.unit, last.value]
    who = (record.get("note") or "", how, actor.id if actor else None)
    return last if said == told and who == (last.note, last.how, last.user_id) else None


def _refuse_before_contract(match: Match, day: date) -> None:
    """Goods are not delivered before anything was signed."""
    signed = [
        s.happened_on for s, _ in match_stages.of_match(match.id) if s.stage in ("framework", "contract")
    ]
    if signed and day < min(signed):
        raise InvalidRecord({"delivered_on": [message("delivered_unsigned")]})


def progress(match: Match) -> Progress:
    """What was promised and what has come. The promise is what is kept for the match, else the quantity of
    its latest contract."""
    purpose = purpose_of(match)
    kept = [*holdings.of_purpose(purpose), *holdings.delivered(purpose)]
    rows = deliveries.of_match(match.id)
    value = sum(row.value or 0 for row in rows)
    unit, promised = _promised(match, kept)
    measured = [_measured(match, row.quantity, row.unit) for row in rows]
    unit = unit or next((name for name, _ in measured if name), "")
    came = sum(amount for name, amount in measured if name == unit)
    return Progress(unit, promised, came, sum(name != unit for name, _ in measured), value)


def purpose_of(match: Match) -> Purpose:
    """What quantities are kept for: the pool that goes on under the match, else the match."""
    pool = pools.of_matches([match.id]).get(match.id)
    return Purpose(pool_id=pool.id) if pool is not None else Purpose(match_id=match.id)


def _promised(match: Match, kept: list[Any]) -> tuple[str, int | None]:
    if kept:
        return kept[0].unit, sum(row.amount for row in kept if row.unit == kept[0].unit)
    signed = [
        row
        for row, _ in match_stages.of_match(match.id)
        if row.stage == "contract" and row.quantity is not None
    ]
    if not signed:
        return "", None
    unit, amount = _measured(match, signed[-1].quantity or 0, signed[-1].unit)
    return (unit, amount) if unit else ("", None)


def _measured(match: Match, quantity: float, unit: str) -> tuple[str, int]:
    """A quantity in thousandths of its base unit (kg where it is a weight); ("", 0) for an unknown unit."""
    bases = knowledge.context(today()).bases
    unit_kg = match.offer.parsed.get("unit_kg") if unit == match.offer.parsed.get("unit") else None
    amount, base = bases.amount(quantity, unit, unit_kg)
    return (bases.names[base], parts(amount)) if base >= 0 else ("", 0)


def _consume(match: Match, quantity: float, unit: str, day: date, actor: User | None) -> int:
    purpose = purpose_of(match)
    kept = holdings.of_purpose(purpose)
    name, amount = _measured(match, quantity, unit)
    if not kept or kept[0].unit != name:
        return 0
    return keeping.consume(purpose, amount, day.month, actor)


def _follow(match: Match, row: Delivery, record: Mapping[str, Any], how: str, actor: User | None) -> None:
    """The stage that a delivery tells."""
    known = {stage.stage for stage, _ in match_stages.of_match(match.id)}
    if "ongoing" in known:
        return
    told = {
        "stage": "ongoing" if "delivered" in known else "delivered",
        "happened_on": row.delivered_on,
        **{name: record.get(name) for name in ("quantity", "unit", "value")},
    }
    try:
        pipeline.add(match, told, how, actor, row.on_behalf_of)
    except InvalidRecord as error:
        reasons = error.messages.get("stage") or error.messages.get("happened_on")
        raise InvalidRecord({"delivered_on": reasons}) from error
