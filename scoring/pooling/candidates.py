"""Possible members: offers of the product judged by the criteria of ranking, with the volume left out.

The criteria judge each pair with a demand that names no amount and no least lot, so small producers are
judged like large ones; what the amounts allow is then settled month by month.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np

from scoring.candidates import Market
from scoring.columns import DemandColumns, OfferColumns
from scoring.columns.offers import INVOICES, STAGES
from scoring.context import Context
from scoring.criteria.naming import grades
from scoring.criteria.price import carriage
from scoring.criteria.product import proven_product
from scoring.explanation import refusals_of
from scoring.judgement import judge, verdicts
from scoring.near_miss import missing_steps
from scoring.pairs import Pairs
from scoring.pooling.need import Need, capacity_of, need_of
from scoring.pooling.organisations import kind_of
from scoring.pooling.records import Amounts, Candidate, Finding
from scoring.pooling.settings import PoolSettings
from scoring.product import Relation
from scoring.profile import VETO_ORDER, Profile
from scoring.records import Demand, Offer, Veto
from scoring.units import NO_BASE

SURE_BY_TEXT = 0.8  # similarity of two names that the product table lacks
ISSUED = ("HDDT", "HDDT_MTT")  # invoices that the seller issues
DOOR = STAGES["delivered"]
Held = Mapping[str, Amounts]


@dataclass(frozen=True)
class Judged:
    """The offers of a demand's product as possible members, best score first, and the pairs they came from.

    ``others`` counts the offers of other products; ``need`` is None where the demand's amount is not known.
    """

    demand: Demand
    need: Need | None
    pairs: Pairs
    candidates: tuple[Candidate, ...]
    others: int


def candidates(
    demand: Demand,
    offers: Sequence[Offer] | OfferColumns,
    context: Context,
    profile: Profile,
    settings: PoolSettings | None = None,
    held: Held | None = None,
    kinds: Mapping[str, str] | None = None,
) -> tuple[Candidate, ...]:
    """Possible and impossible members, the possible first, then by score without the volume, then by id."""
    return judged(demand, offers, context, profile, settings, held, kinds).candidates


def judged(
    demand: Demand,
    offers: Sequence[Offer] | OfferColumns,
    context: Context,
    profile: Profile,
    settings: PoolSettings | None = None,
    held: Held | None = None,
    kinds: Mapping[str, str] | None = None,
    full: bool = True,
) -> Judged:
    """The same with what a solver needs beside it.

    ``full`` tells the facts of refusals and proves the steps that would make the others possible; without it
    codes alone are told, which is quick for many offers.
    """
    settings = settings or PoolSettings()
    index = offers if isinstance(offers, OfferColumns) else OfferColumns.build(offers, context)
    block = DemandColumns.build([demand], context)
    need = need_of(block, context)
    found = list(Market.of(block, index, context, profile).candidates(len(index) or 1)) if len(index) else []
    if not found:
        empty = np.zeros(0, dtype=np.int32)
        none = np.zeros(0)
        pairs = Pairs(index, block, empty, empty, none, empty.astype(np.uint8), context)
        return Judged(demand, need, pairs, (), len(index))
    pairs = without_volume(found[0])
    told = _told(pairs, need, profile, settings, held or {}, kinds or {}, full)
    kept = [each for each in told if each is not None]
    kept.sort(key=lambda each: (not each.possible, -each.score_micro, each.offer.id))
    return Judged(demand, need, pairs, tuple(kept), len(index) - len(kept))


def without_volume(pairs: Pairs) -> Pairs:
    """The same pairs with a demand that names no amount: the volume is neutral and never a veto."""
    d = pairs.demands
    unsaid, no_lot = np.full(len(d), NO_BASE, dtype=np.int32), np.full(len(d), np.nan)
    changes: dict[str, Any] = {
        "base": unsaid,
        "min_lot": no_lot,
        "min_lot_base": unsaid,
        "pooling": np.ones(len(d), dtype=np.int32),
    }
    return replace(pairs, demands=replace(d, **changes))


def _told(
    pairs: Pairs,
    need: Need | None,
    profile: Profile,
    settings: PoolSettings,
    held: Held,
    kinds: Mapping[str, str],
    full: bool,
) -> list[Candidate | None]:
    """A candidate a pair; None for another product."""
    scored = judge(pairs, profile)
    if full:
        said = verdicts(pairs, profile)
        refused = refusals_of(said, len(pairs))
    else:
        refused = [_codes(bits) for bits in scored.vetoes.tolist()]
    proven = proven_product(pairs)
    bars = [_bars(pairs, need, i, bool(proven[i])) for i in range(len(pairs))]
    wanted = [tuple(v.code for v in each) if full and not bars[i] else () for i, each in enumerate(refused)]
    missing = missing_steps(pairs, wanted, profile)
    low, high = _delivered(pairs)
    found: list[Candidate | None] = []
    for i in range(len(pairs)):
        if any(veto.code == "wrong_product" for veto in refused[i]):
            found.append(None)
            continue
        offer, row = pairs.offer(i), int(pairs.o[i])
        capacity, stock = (
            ({}, None)
            if need is None or bars[i]
            else capacity_of(pairs.offers, row, int(pairs.lawful[i]), need)
        )
        capacity, stock = _unpromised(capacity, stock, held.get(offer.id, {}))
        least = 0.0 if need is None else max(need.least, _own_least(pairs, row, need))
        own_papers = refused[i]
        asked = _questions(pairs, i)
        if [veto.code for veto in own_papers] == ["no_invoice"] and _lead_can_buy(pairs, i, settings):
            own_papers, asked = (), (*asked, Finding("lead_invoices", {"invoice": offer.invoice}))
        candidate = Candidate(
            offer=offer,
            score_micro=int(scored.score[i]),
            unit="" if need is None else need.unit,
            capacity=capacity,
            stock=stock,
            least=least,
            refusals=own_papers,
            bars=bars[i],
            questions=asked,
            step=missing[i] if own_papers else None,
            cost_low=low[i],
            cost_high=high[i],
            default_rate=_rate(offer, kinds, settings),
            row=i,
        )
        found.append(replace(candidate, bars=candidate.bars or _too_little(candidate, need)))
    return found


@lru_cache(maxsize=4096)
def _codes(bits: int) -> tuple[Veto, ...]:
    """Vetoes by their codes alone."""
    return tuple(Veto(code, "", {}) for i, code in enumerate(VETO_ORDER) if bits >> i & 1)


def _rate(offer: Offer, kinds: Mapping[str, str], settings: PoolSettings) -> float:
    kind = kinds.get(offer.id) or kind_of(offer.producer)
    return settings.default_rate.get(kind, settings.default_rate[""])


def _bars(pairs: Pairs, need: Need | None, i: int, proven: bool) -> tuple[Finding, ...]:
    """What keeps an offer out of a pool though alone it may be a match: a pool counts only what is said."""
    relation, row = Relation(int(pairs.relation[i])), int(pairs.o[i])
    offer, demand = pairs.offer(i), pairs.demand(i)
    found = []
    names = {"demanded": demand.product, "offered": offer.called}
    if relation == Relation.SIBLING and not proven:
        found.append(Finding("other_cultivar", names))
    elif relation == Relation.GENERIC and not proven:
        found.append(Finding("cultivar_unsaid", names))
    elif relation == Relation.UNKNOWN and pairs.similarity[i] < SURE_BY_TEXT:
        found.append(Finding("product_unsure", names))
    wanted, given = _grades(demand, offer)
    if wanted and given and not wanted & given:
        found.append(Finding("other_grade", {"demanded": sorted(wanted), "offered": sorted(given)}))
    if need is None:
        return tuple(found)
    base = int(pairs.offers.base[row])
    if base == NO_BASE or not pairs.offers.rate[row] > 0:
        found.append(Finding("amount_unsaid", {"offered": offer.called}))
    elif base != need.base:
        unit = pairs.context.bases.names[base]
        found.append(Finding("units_differ", {"unit": unit, "need_unit": need.unit}))
    if not pairs.offer_months_known[i]:
        found.append(Finding("months_unsaid", {"offered_unread": offer.season_text}))
    return tuple(found)


def _grades(demand: Demand, offer: Offer) -> tuple[frozenset[str], frozenset[str]]:
    wanted = grades(f"{demand.product} {demand.spec}")
    return wanted, grades(f"{offer.product} {offer.grade} {offer.description}")


def _questions(pairs: Pairs, i: int) -> tuple[Finding, ...]:
    """What must be asked before an offer is counted on."""
    offer, demand = pairs.offer(i), pairs.demand(i)
    found = []
    wanted, given = _grades(demand, offer)
    if wanted and not given:
        found.append(Finding("grade_unsaid", {"demanded": sorted(wanted)}))
    accepted, invoice = int(pairs.demands.invoices[pairs.d[i]]), int(pairs.offers.invoice[pairs.o[i]])
    if accepted and invoice < 0:
        names = [name for k, name in enumerate(INVOICES) if accepted >> k & 1]
        found.append(Finding("invoice_unsaid", {"invoices_accepted": names}))
    if offer.place.lat is None and not offer.place.node:
        found.append(Finding("place_unknown", {"place": offer.place.text}))
    return tuple(found)


def _lead_can_buy(pairs: Pairs, i: int, settings: PoolSettings) -> bool:
    """Whether the lead may buy a member's goods, which it need not invoice then, and invoice them itself."""
    accepted = int(pairs.demands.invoices[pairs.d[i]])
    issued = any(accepted >> INVOICES.index(name) & 1 for name in ISSUED)
    return issued and pairs.offer(i).invoice in settings.lead_buys


def _own_least(pairs: Pairs, row: int, need: Need) -> float:
    """The offer's own least order, where it is in the unit of the need."""
    least = float(pairs.offers.min_order[row])
    return least if int(pairs.offers.min_order_base[row]) == need.base and least > 0 else 0.0


def _unpromised(
    capacity: dict[int, float], stock: float | None, held: Amounts
) -> tuple[dict[int, float], float | None]:
    """What is left when the amounts promised elsewhere are taken away."""
    if not held:
        return capacity, stock
    if stock is not None:
        stock = max(0.0, stock - sum(held.values()))
        return {month: min(amount, stock) for month, amount in capacity.items()}, stock
    return {month: max(0.0, amount - held.get(month, 0.0)) for month, amount in capacity.items()}, stock


def _too_little(candidate: Candidate, need: Need | None) -> tuple[Finding, ...]:
    """Where no month reaches the least that may be delivered."""
    if need is None or candidate.refusals:
        return ()
    most = max(candidate.capacity.values(), default=0.0)
    if most >= max(candidate.least, need.grain):
        return ()
    facts = {"most": round(most, 2), "least": candidate.least, "unit": need.unit, "min_lot": need.least}
    code = "promised_elsewhere" if most < need.grain else "below_lot"
    return (
        Finding(code if candidate.least <= need.least or most < need.grain else "below_own_least", facts),
    )


def _delivered(pairs: Pairs) -> tuple[list[float | None], list[float | None]]:
    """Cost of a unit at the buyer's door, low and high; not known where the price is in another unit."""
    door = np.full(len(pairs.demands), DOOR, dtype=np.int32)
    low, high, _ = carriage(pairs.changed({}, {"stage": door}))
    same = pairs.prices.base == pairs.offers.base[pairs.o]
    bottom = np.where(same, pairs.prices.low + low, np.nan)
    top = np.where(same, pairs.prices.high + high, np.nan)
    return [_known(v) for v in bottom.tolist()], [_known(v) for v in top.tolist()]


def _known(value: float) -> float | None:
    return None if value != value else max(value, 0.0)
