"""What a pool is solved from: the demand, the offers of its product, what of them is kept for others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import Demand, Offer, Organisation
from matchmaker.queries import holdings
from matchmaker.queries.holdings import Purpose
from matchmaker.services import knowledge, layers, profiles, reference, resident
from matchmaker.services.calendar import today
from matchmaker.services.supply import PARTS
from scoring import pooling, records
from scoring.candidates import Market
from scoring.columns import DemandColumns, OfferColumns

Amounts = Mapping[int, float]
ByOffer = Mapping[str, Amounts]

# Forms of organisation as registered, as the rates of default know them.
KINDS = {
    "DN": "company",
    "HTX": "cooperative",
    "THT": "group",
    "HKD": "household",
    "household": "household",
}


@dataclass(frozen=True)
class Orders:
    """What the officer and the members said beside the records."""

    fixed: ByOffer = field(default_factory=dict)
    at_most: ByOffer = field(default_factory=dict)
    forbidden: frozenset[str] = frozenset()


def filled(
    demand: Demand,
    orders: Orders,
    seconds: float,
    previous: Mapping[str, Any] | None = None,
    but: Purpose | None = None,
    taken: ByOffer | None = None,
) -> pooling.Pool:
    """The pool that fills a demand best, found within so many seconds (0: the quick answer).

    What is kept for other purposes than ``but`` is not counted on, nor what is ``taken`` in a plan. With
    ``previous`` (a pool record) the fewest shares change.
    """
    wanted = layers.demand(demand.parsed, demand.doubts)
    context = knowledge.context(today())
    offers = _offers([wanted])
    names = offers.ids
    return pooling.fill(
        wanted,
        offers,
        context,
        profile=profiles.active(),
        settings=reference.pool_settings(),
        held=_together(_kept(names, but), taken or {}),
        fixed=orders.fixed,
        at_most=orders.at_most,
        forbidden=orders.forbidden,
        previous=_before(previous) if previous else None,
        kinds=_kinds(names),
        seconds=seconds,
    )


def season(demands: Sequence[Demand], taken: ByOffer, seconds: float) -> dict[str, pooling.Pool]:
    """Demands that compete, each with its pool: no offer counts twice, nor what is kept or ``taken``.

    ``seconds`` of solving are for each demand.
    """
    wanted = [layers.demand(demand.parsed, demand.doubts) for demand in demands]
    offers = _offers(wanted)
    return pooling.season_plan(
        wanted,
        offers,
        knowledge.context(today()),
        profile=profiles.active(),
        settings=reference.pool_settings(),
        held=_together(_kept(offers.ids, None), taken),
        kinds=_kinds(offers.ids),
        seconds=seconds,
    )


def _offers(wanted: Sequence[records.Demand]) -> OfferColumns:
    """The open offers of the demands' products, as arrays."""
    context, profile = knowledge.context(today()), profiles.active()
    block = DemandColumns.build(list(wanted), context)
    found: dict[str, records.Offer] = {}
    for shard in resident.offers(context).shards:
        for pairs in Market.of(block, shard, context, profile).candidates(len(shard)):
            found |= {shard.ids[row]: shard.records[row] for row in pairs.o.tolist()}
    return OfferColumns.build(list(found.values()), context)


def _kept(names: Sequence[str], but: Purpose | None) -> dict[str, dict[int, float]]:
    found = holdings.taken(names, today(), but)
    return {
        offer: {month: amount / PARTS for month, amount in months.items()} for offer, months in found.items()
    }


def _together(kept: dict[str, dict[int, float]], taken: ByOffer) -> ByOffer:
    for offer, months in taken.items():
        own = kept.setdefault(offer, {})
        for month, amount in months.items():
            own[month] = own.get(month, 0.0) + amount
    return kept


def _kinds(names: Sequence[str]) -> dict[str, str]:
    """What kind of organisation stands behind each offer, where it is registered."""
    statement = (
        select(Offer.id, Organisation.legal_form)
        .join(Organisation, Organisation.id == Offer.organisation_id)
        .where(Organisation.legal_form.in_(KINDS))
    )
    found: dict[str, str] = {}
    for start in range(0, len(names), holdings.AT_ONCE):
        part = names[start : start + holdings.AT_ONCE]
        found |= {
            row.id: KINDS[row.legal_form] for row in db.session.execute(statement.where(Offer.id.in_(part)))
        }
    return found


def _before(document: Mapping[str, Any]) -> pooling.Pool:
    """The amounts of a pool record, for a solution that changes few of them."""
    members = [
        pooling.Member(
            offer=row["offer"],
            producer=row.get("producer", ""),
            amounts={int(month): amount for month, amount in row["amount_per_month"].items()},
            share=row.get("share", 0.0),
            capacity=row.get("capacity", 0.0),
            rest=row.get("rest", 0.0),
        )
        for row in document.get("members", ())
    ]
    return pooling.Pool(
        demand=document["demand"],
        unit=document["unit"],
        wanted={int(month): amount for month, amount in document["wanted"].items()},
        whole=bool(document.get("whole")),
        members=tuple(members),
        fill=document["fill"],
        by_month={},
        bound=document["bound"],
        gap=document["gap"],
        lead=document.get("lead"),
        pickup=pooling.Pickup(),
    )
