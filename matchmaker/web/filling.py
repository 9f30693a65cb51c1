"""What a demand's board says of pooling and of quantities that are kept for others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from matchmaker.models import Demand, Match, Offer
from matchmaker.queries import holdings, pools
from matchmaker.queries.holdings import Purpose
from matchmaker.queries.shown import View
from matchmaker.queries.visibility import Stage, Viewer
from matchmaker.services import holdings as held
from matchmaker.services.calendar import today
from matchmaker.services.supply import PARTS
from matchmaker.web.amounts import place_name
from matchmaker.web.cards import MatchCard
from matchmaker.web.pool_lines import PoolView, said, view


@dataclass(frozen=True)
class Filling:
    """Whether the page offers to fill the order with several producers, and how far that is."""

    offered: bool
    pool: bool = False
    members: int = 0
    fill: float = 0.0


def filling_of(demand: Demand, matches: Iterable[Match]) -> Filling:
    """A standing pool; else the offer to make one where no producer suffices alone and pooling is allowed."""
    pool = pools.of_demand(demand)
    if pool is not None:
        return Filling(True, True, len(pool.latest["members"]), pool.latest["fill"])
    alone = demand.parsed.get("pooling_allowed") is False or demand.parsed.get("quantity") is None
    return Filling(not alone and demand.status == "open" and not any(map(_suffices, matches)))


def with_kept(demand: Demand, matches: Sequence[Match], cards: Sequence[MatchCard]) -> list[MatchCard]:
    """The cards with what of their offers is kept for other demands, and for how many they speak."""
    pool = pools.of_demand(demand)
    own = Purpose(pool_id=pool.id) if pool else None
    kept = holdings.kept([match.offer_id for match in matches], today(), own)
    led = pools.of_matches([match.id for match in matches])
    return [
        replace(
            card,
            kept=[(line.month, said(line.both / PARTS, line.unit)) for line in kept.get(match.offer_id, ())],
            pool_members=len(led[match.id].latest["members"]) if match.id in led else 0,
        )
        for match, card in zip(matches, cards, strict=True)
    ]


@dataclass(frozen=True)
class OwnPart:
    """A producer's own part in a pool, with nothing of the others."""

    product: str
    place: str
    amounts: Sequence[tuple[int, str]]
    answer: str
    promised: bool


def own_parts(offer: Offer) -> list[OwnPart]:
    """Where an offer has a share of an order that several producers fill."""
    return [
        OwnPart(
            View(Viewer.PARTNER, Stage.SUGGESTED, row.pool.demand).text(row.pool.demand.product),
            place_name(row.pool.demand.parsed.get("place"), written=False),
            [(int(month), said(amount, row.pool.latest["unit"])) for month, amount in row.share.items()],
            row.answer,
            row.pool.status == "accepted",
        )
        for row in pools.of_offer(offer.id)
    ]


def own_kept(offer: Offer) -> list[tuple[int, str, bool]]:
    """What others hold (False) and have been promised (True) of one's own offer, by month; never who."""
    return [
        (line.month, said(amount / PARTS, line.unit), promised)
        for line in holdings.kept([offer.id], today()).get(offer.id, [])
        for amount, promised in ((line.held, False), (line.promised, True))
        if amount
    ]


@dataclass(frozen=True)
class Supplier:
    """An accepted pool as its buyer sees it: one supplier from some communes, nobody's name."""

    view: PoolView
    communes: Sequence[str]


def supplier_of(demand: Demand) -> Supplier | None:
    """The accepted pool of a demand; what an officer still works on is not shown to a buyer."""
    pool = pools.of_demand(demand)
    if pool is None or pool.status != "accepted":
        return None
    shown = view(pool)
    return Supplier(shown, list(dict.fromkeys(line.place for line in shown.members if line.place)))


Stretch = tuple[list[int], str]


@dataclass(frozen=True)
class Keeping:
    """What is kept of a match's offer: for this match, for others, and what is free, by months of an equal
    amount; ``whole`` is what is free in all, of goods that may go in any of their months."""

    unit: str
    months: Sequence[int]
    free: Sequence[Stretch]
    whole: str
    others: Sequence[Stretch]
    own: Sequence[Stretch]
    amounts: dict[int, float]
    promised: bool
    until: date | None


def keeping_of(match: Match) -> Keeping | None:
    """The state of the offer's quantity; None where the offer names no amount."""
    purpose, day = Purpose(match_id=match.id), today()
    left = held.free([match.offer], purpose).get(match.offer_id)
    if left is None:
        return None
    rows = [row for row in holdings.of_purpose(purpose) if row.expires_on >= day]
    others = holdings.kept([match.offer_id], day, purpose).get(match.offer_id, [])
    wanted = match.demand.parsed.get("months") or list(left.by_month)
    months = [month for month in left.by_month if month in wanted] or list(left.by_month)
    return Keeping(
        unit=left.unit,
        months=months,
        free=_stretches((month, said(left.by_month[month] / PARTS, left.unit)) for month in months),
        whole="" if left.whole is None else said(left.whole / PARTS, left.unit),
        others=_stretches((line.month, said(line.both / PARTS, line.unit)) for line in others),
        own=_stretches((row.month, said(row.amount / PARTS, row.unit)) for row in rows),
        amounts={row.month: row.amount / PARTS for row in rows},
        promised=any(row.status == "promised" for row in rows),
        until=max((row.expires_on for row in rows), default=None),
    )


def _stretches(amounts: Iterable[tuple[int, str]]) -> list[Stretch]:
    """Months in their order, those of one amount together."""
    each = groupby(amounts, key=itemgetter(1))
    return [([month for month, _ in rows], amount) for amount, rows in each]


def _suffices(match: Match) -> bool:
    """Whether one producer alone covers the whole need."""
    if not match.eligible or match.status == "rejected":
        return False
    facts: dict[str, Any] = next(
        (row["facts"] for row in match.told["reasons"] if row["criterion"] == "volume"), {}
    )
    return (facts.get("fill") or 0) >= 1
