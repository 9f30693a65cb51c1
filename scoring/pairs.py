"""Pairs of an offer and a demand as index arrays, with what several criteria share: routes and months."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring.columns import DemandColumns, OfferColumns
from scoring.columns.arrays import UNSAID, Bools, Floats, Ints, Masks
from scoring.columns.items import counted_item, share_of_items
from scoring.columns.offers import STORAGES
from scoring.columns.priced import PricePart, part_wanted, price_parts, wanted_words, words_of
from scoring.context import Context
from scoring.exporting import Admission, admission
from scoring.horizon import ALWAYS, LENGTH, NEVER, YEAR
from scoring.logistics.cost import COOLED
from scoring.logistics.routes import Leg
from scoring.pair_figures import Prices, Ways, days_apart
from scoring.records import Demand, Offer
from scoring.units import KILOGRAM, LIVE_KILOGRAM

COMING_YEAR = np.uint32((1 << YEAR) - 1)
EVERY_MONTH = np.uint32((1 << LENGTH) - 1)
WAY_NUMBERS = ("km", "hours_low", "hours_high", "cost_low", "cost_high", "hours_hurried")
ALIKE = 0.02  # sizes of pieces that differ by less are the same, as a share
SET_UNITS = ("bộ", "hộp", "sọt", "giỏ", "túi", "thùng", "suất")  # a gift set is one, whatever it is packed in
REACHED, PLACE_UNKNOWN, NO_WAY = 0, 1, 2
_COOLED = [STORAGES.index(each) for each in COOLED]


@dataclass(frozen=True)
class Pairs:
    """Pair i is offer row ``o[i]`` for demand row ``d[i]``, with its product similarity 0..1 and relation."""

    offers: OfferColumns
    demands: DemandColumns
    o: Ints
    d: Ints
    similarity: Floats
    relation: NDArray[np.uint8]
    context: Context

    def __len__(self) -> int:
        return len(self.o)

    def offer(self, i: int) -> Offer:
        """The offer of pair ``i``."""
        return self._offers[i]

    def demand(self, i: int) -> Demand:
        """The demand of pair ``i``."""
        return self._demands[i]

    @cached_property
    def _offers(self) -> list[Offer]:
        """The offer of each pair; they are asked for one by one, many times, when pairs are told."""
        return list(map(self.offers.records.__getitem__, self.o.tolist()))

    @cached_property
    def _demands(self) -> list[Demand]:
        """The demand of each pair, likewise."""
        return list(map(self.demands.records.__getitem__, self.d.tolist()))

    def asking(self, i: int, product: str) -> Demand:
        """The demand of pair ``i`` as if it asked for ``product`` alone; made once for all of its pairs."""
        demand = self._demands[i]
        if product == demand.product:
            return demand
        key = int(self.d[i]), product
        if key not in self._asking:
            self._asking[key] = replace(demand, product=product)
        return self._asking[key]

    @cached_property
    def _asking(self) -> dict[tuple[int, str], Demand]:
        return {}

    def take(self, rows: NDArray[np.intp] | slice) -> Pairs:
        """Only the pairs ``rows``, in that order."""
        chosen = Pairs(
            self.offers, self.demands, self.o[rows], self.d[rows], self.similarity[rows], self.relation[rows],
            self.context,
        )  # fmt: skip
        if "prices" in self.__dict__:
            chosen.__dict__["prices"] = self.prices.take(rows)
        return self._hand_ways(chosen, rows)

    def alone(self, rows: NDArray[np.intp]) -> Pairs:
        """The pairs ``rows`` with records of their own, so that one side of a pair can be changed."""
        own = np.arange(len(rows), dtype=np.int32)
        prices = {name: values[rows] for name, values in self.prices.columns().items()}
        offers = self.offers.take(self.o[rows]).changed(
            **prices, several_prices=np.zeros(len(rows), np.bool_)
        )
        chosen = Pairs(
            offers, self.demands.take(self.d[rows]), own, own, self.similarity[rows],
            self.relation[rows], self.context,
        )  # fmt: skip
        return self._hand_ways(chosen, rows)

    def changed(
        self, offers: dict[str, Any], demands: dict[str, Any], rerouted: NDArray[np.intp] | None = None
    ) -> Pairs:
        """The same pairs with other columns; ways stay, but for the pairs ``rerouted``."""
        pairs = replace(self, offers=self.offers.changed(**offers), demands=self.demands.changed(**demands))
        ways = {f.name: getattr(self.ways, f.name).copy() for f in fields(Ways)}
        if rerouted is not None and len(rerouted):
            fresh = pairs.take(rerouted).ways
            for name, values in ways.items():
                values[rerouted] = getattr(fresh, name)
        pairs.__dict__["ways"] = Ways(**ways)
        return pairs

    def _hand_ways(self, chosen: Pairs, rows: NDArray[np.intp] | slice) -> Pairs:
        """Gives ways that were looked up already to pairs made from these."""
        if "ways" in self.__dict__:
            known = {f.name: getattr(self.ways, f.name)[rows] for f in fields(Ways)}
            chosen.__dict__["ways"] = Ways(**known)
        return chosen

    @cached_property
    def ways(self) -> Ways:
        """The way of each pair, under the storage of its goods."""
        n = len(self)
        floats = {name: np.full(n, np.nan) for name in WAY_NUMBERS}
        ferry, fallback = np.zeros(n, dtype=np.bool_), np.zeros(n, dtype=np.bool_)
        reach = np.zeros(n, dtype=np.uint8)
        cooled = np.isin(self.offers.storage[self.o], _COOLED)  # the others all cost the same
        ends, on = (self.offers.ends, self.demands.ends), self.context.horizon.today
        for cold in np.unique(cooled).tolist():
            here = np.flatnonzero(cooled == cold)
            row = self.offers.place[self.o[here]].astype(np.int64)
            column = self.demands.place[self.d[here]].astype(np.int64)
            storage = "chilled" if cold else "ambient"
            found = self.context.network.between(*ends, row, column, storage, on=on)
            for name, values in floats.items():
                values[here] = getattr(found, name)
            ferry[here], fallback[here], reach[here] = found.ferry, found.fallback, found.reach
        return Ways(**floats, ferry=ferry, fallback=fallback, reach=reach)

    @cached_property
    def boats(self) -> dict[int, tuple[Leg, ...]]:
        """The boats of each pair that crosses water, found for all of them together."""
        rows = np.flatnonzero(self.ways.ferry)
        row = self.offers.place[self.o[rows]].astype(np.int64)
        column = self.demands.place[self.d[rows]].astype(np.int64)
        ends, on = (self.offers.ends, self.demands.ends), self.context.horizon.today
        found = self.context.network.boats(*ends, row, column, on)
        return dict(zip(rows.tolist(), found, strict=True))

    def converted(self, offered: str, demanded: str) -> Floats:
        """How many units of a column of demands one unit of a column of offers is; NaN where nobody knows.

        Columns of bases are named: "base", "price_base". Units convert where a record says what one holds:
        both, where both are counted in pieces of stated size. Worked out once.
        """
        if (offered, demanded) not in self._factors:
            factor = self._factor(offered, demanded)
            if (offered, demanded) == ("base", "base"):
                factor[list(self.counted_items)] = 1.0
            self._factors[offered, demanded] = factor
        return self._factors[offered, demanded]

    @cached_property
    def _factors(self) -> dict[tuple[str, str], Floats]:
        return {}

    @cached_property
    def counted_items(self) -> dict[int, dict[str, Any]]:
        """Of offers that count several goods, by row, the amount that is counted as the need is, where what
        was read first does not convert."""
        factor, found = self._factor("base", "base"), {}
        for i in np.flatnonzero(self.offers.several[self.o] & np.isnan(factor)).tolist():
            base = int(self.demands.base[self.d[i]])
            if part := counted_item(self.offer(i), self.demand(i), base, self.context.bases):
                found[i] = part
        return found

    def _factor(self, offered: str, demanded: str) -> Floats:
        offers, demands, o, d = self.offers, self.demands, self.o, self.d
        mine = self.prices.base if offered == "price_base" else getattr(offers, offered)[o]
        theirs = getattr(demands, demanded)[d]
        weighed_alive = (mine == self.context.bases.index[KILOGRAM]) & (
            theirs == self.context.bases.index.get(LIVE_KILOGRAM, UNSAID - 1)
        )
        alike = (mine == theirs) | (weighed_alive & (offers.storage[o] == STORAGES.index("live")))
        factor: Floats = np.where(alike & (mine >= 0), 1.0, np.nan)
        if self._both_sets.any():
            boxes = [index for name in SET_UNITS if (index := self.context.bases.index.get(name)) is not None]
            boxed = self._both_sets & np.isin(mine, boxes) & np.isin(theirs, boxes)
            factor = np.where(boxed, 1.0, factor)
        sized, wanted = offers.sized[o], demands.sized[d]
        if not ((sized > 0).any() or (wanted > 0).any()):
            return factor
        here, there = (sized == mine) & (mine > 0), (wanted == theirs) & (theirs > 0)
        size, other = offers.size[o], demands.size[d]
        unknown = np.isnan(factor)
        # Weighed on one side, which also says what one of the pieces weighs that the other side counts.
        packs = unknown & (sized == theirs) & (offers.size_base[o] == mine)
        theirs_packed = unknown & (wanted == mine) & (demands.size_base[d] == theirs)
        if "price_base" in (offered, demanded):  # a price for heads of several weights is none
            heads = self.context.bases.index.get("con", UNSAID - 1)
            packs, theirs_packed = packs & (sized != heads), theirs_packed & (wanted != heads)
        factor = np.where(packs, 1.0 / size, factor)
        factor = np.where(theirs_packed, other, factor)
        factor = np.where(here & unknown & (offers.size_base[o] == theirs), size, factor)
        factor = np.where(there & unknown & (demands.size_base[d] == mine), 1.0 / other, factor)
        both = here & there & (offers.size_base[o] == demands.size_base[d])
        # Nobody cuts pieces anew: they are counted, and the price of another size says nothing of this one.
        made = both & (mine == theirs) & np.isin(mine, self.context.bases.made_in_pieces)
        other_size = np.abs(size - other) > ALIKE * other
        unlike = np.nan if "price_base" in (offered, demanded) else 1.0
        factor = np.where(both & ~made, size / other, factor)
        return np.where(made & other_size, unlike, factor)

    @cached_property
    def _both_sets(self) -> Bools:
        """Pairs in which both sides count ready-made sets of several goods."""
        mine, theirs = (
            side.texts.signs.several[side.texts.sign[side.text]] for side in (self.offers, self.demands)
        )
        return np.asarray(mine[self.o] & theirs[self.d])

    @cached_property
    def item_share(self) -> Floats:
        """Of offers whose words give an amount for each of several goods, how much is of those wanted, as a
        share of the amount that was read; else 1."""
        shares: Floats = np.ones(len(self))
        for i in np.flatnonzero(self.offers.several[self.o]).tolist():
            shares[i] = share_of_items(self.offer(i), self.demand(i), self.context.bases)
        for i, part in self.counted_items.items():
            offer, bases = self.offer(i), self.context.bases
            own = bases.amount(part["quantity"], part["unit"], part.get("unit_kg"))[0]
            shares[i] = own / bases.amount(offer.quantity, offer.unit, offer.unit_kg)[0]
        return shares

    @cached_property
    def prices(self) -> Prices:
        """What each offer asks for the goods of its pair; the whole range where it names several prices and
        nobody can tell which of them."""
        offers, o = self.offers, self.o
        low, high, base = offers.price_low[o], offers.price_high[o], offers.price_base[o]
        parts: dict[int, PricePart | None] = {}
        rows = np.flatnonzero(offers.several_prices[o])
        known = {row: price_parts(offers.records[row], self.context.bases) for row in set(o[rows].tolist())}
        wanted = {row: wanted_words(self.demands.records[row]) for row in set(self.d[rows].tolist())}
        for i, row, column in zip(rows.tolist(), o[rows].tolist(), self.d[rows].tolist(), strict=True):
            if not known[row]:
                continue
            own, asked = words_of(offers.records[row].product), int(self.demands.price_base[column])
            part = part_wanted(known[row], wanted[column], own, asked)
            alike = [each for each in known[row] if each.base == base[i]]
            if part is not None:
                low[i], high[i], base[i] = part.low, part.high, part.base
            elif alike:
                low[i], high[i] = min(p.low for p in alike), max(p.high for p in alike)
            parts[i] = part
        return Prices(low, high, base, parts)

    @cached_property
    def offer_months_known(self) -> Bools:
        """Whether the months of supply are known."""
        return np.asarray(self.offers.months_from[self.o] > 0)

    @cached_property
    def demand_months_known(self) -> Bools:
        """Whether the demand says when it wants the goods."""
        demands, d = self.demands, self.d
        return np.asarray((demands.months[d] != 0) | (demands.first[d] > NEVER) | (demands.last[d] < ALWAYS))

    @cached_property
    def offered(self) -> Masks:
        """Months of supply; where unknown those wanted, or the coming year."""
        wanted = np.where(self.demand_months_known, self.demands.months[self.d], COMING_YEAR)
        return np.where(self.offer_months_known, self.offers.months[self.o], wanted).astype(np.uint32)

    @cached_property
    def wanted(self) -> Masks:
        """Months wanted; where the demand does not say, those of supply in the coming year."""
        anytime = np.where(self.offered & COMING_YEAR, self.offered & COMING_YEAR, self.offered)
        wanted = np.where(self.early != 0, self.early, self.demands.months[self.d])
        return np.where(self.demand_months_known, wanted, anytime).astype(np.uint32)

    @cached_property
    def early(self) -> Masks:
        """Months of supply before a day by which goods are wanted, where there is none in its own month."""
        missed = ((self.offered & self.demands.months[self.d]) == 0) & self.offer_months_known
        return np.where(missed, self.demands.till_due[self.d] & self.offered, 0).astype(np.uint32)

    @cached_property
    def common(self) -> Masks:
        """Months both in supply and wanted."""
        last, _ = self._last_month
        first = np.maximum(self.offers.first[self.o], self.demands.first[self.d])
        common = np.where(first > last, np.uint32(0), self.offered & self.wanted).astype(np.uint32)
        return common & ~days_apart(self.offers, self.demands, self.o, self.d)

    @cached_property
    def tested(self) -> Masks:
        """Months of delivery for which papers are tested: the common ones, else those wanted."""
        wanted = np.where(self.wanted != 0, self.wanted, self.offered)
        return np.where(self.common != 0, self.common, wanted).astype(np.uint32)

    def covered(self, until: Ints) -> Masks:
        """Months that papers valid until those days cover: through the last delivery day of the month."""
        whole = np.searchsorted(self.context.horizon.last_days(), until, side="right").astype(np.uint32)
        masks = (np.uint32(1) << whole) - np.uint32(1)
        last, month = self._last_month
        return np.where(last <= until, masks | month, masks)

    @cached_property
    def _last_month(self) -> tuple[Ints, Masks]:
        """The last day of delivery and its month as a bit, none beyond the horizon."""
        last = np.minimum(self.offers.last[self.o], self.demands.last[self.d])
        month = np.searchsorted(self.context.horizon.last_days(), last, side="left").astype(np.uint32)
        return last, np.where(month < LENGTH, np.uint32(1) << month, np.uint32(0))

    @cached_property
    def admission(self) -> Admission:
        """What the table of markets says of the pairs."""
        return admission(self.context, self.offers, self.demands, self.o, self.d)

    @cached_property
    def lawful(self) -> Masks:
        """Common months in which every required paper is valid and the market exported to is open.

        Where that is none of them, those in which the papers hold that hold in any: a vetoed pair is scored
        as if the others were there; and all common months where even that leaves none.
        """
        if (self.allowed != 0).all():
            return self.allowed
        open_ = self.common & self.admission.months
        held = np.where(open_ != 0, open_, self.common)
        for _, asked, until in self.required_papers:
            covered = self.covered(until)
            held = np.where(asked & ((self.common & covered) != 0), held & covered, held)
        held = np.where(held != 0, held, self.common)
        return np.where(self.allowed != 0, self.allowed, held).astype(np.uint32)

    @cached_property
    def allowed(self) -> Masks:
        """The same without that exception: none where the papers hold in no common month."""
        masks = self.common & self.admission.months
        for _, asked, until in self.required_papers:
            masks = np.where(asked, masks & self.covered(until), masks)
        return masks.astype(np.uint32)

    @cached_property
    def required_papers(self) -> list[tuple[str, Bools, Ints]]:
        """For each paper that some demand requires: code, which pairs ask for it, last day it is valid.

        ``OCOP_STARS`` stands for the least number of stars.
        """
        papers = [(code, asked[self.d], self._until(code)) for code, asked in self.demands.required.items()]
        stars = self.demands.min_stars[self.d]
        enough = self.offers.stars[self.o] >= stars
        until = np.where(enough, self.offers.stars_until[self.o], NEVER).astype(np.int32)
        return [*papers, ("OCOP_STARS", np.asarray(stars > 0), until)]

    def _until(self, code: str) -> Ints:
        """The same of a paper required, with those that a buyer's own words take in its place."""
        until = self.paper_until(code)
        if code in self.demands.either:
            taken = self.demands.either[code][self.d]
            for other in sorted({each for others in taken if others for each in others}):
                here = np.array([bool(others) and other in others for others in taken])
                until = np.where(here, np.maximum(until, self.paper_until(other)), until).astype(np.int32)
        return until

    def paper_until(self, code: str) -> Ints:
        """Last day on which the offers hold a paper or one that stands in for it (NEVER: not held)."""
        until = np.zeros(len(self), dtype=np.int32)
        always = self.context.papers.serving(code, as_grown=False)
        for serving in self.context.papers.serving(code):
            held = self.offers.papers.get(serving)
            if held is None:
                continue
            until = np.where(
                self.as_grown if serving not in always else True, np.maximum(until, held[self.o]), until
            )
        return until.astype(np.int32)

    @cached_property
    def as_grown(self) -> Bools:
        """Whether the goods are sold as they grew or live, and nobody dries, cooks or grinds them."""
        alive = self.offers.storage[self.o] == STORAGES.index("live")
        return np.asarray(self.offers.as_grown[self.o] & ~(alive & self.demands.dressed[self.d]))

    def serving(self, code: str, i: int) -> tuple[str, ...]:
        """The paper itself and those that stand in for it for the goods of pair ``i``."""
        papers, grown = self.context.papers, bool(self.as_grown[i])
        others = self.demands.either[code][self.d[i]] if code in self.demands.either else None
        if not others:
            return papers.serving(code, grown)
        return tuple(dict.fromkeys(each for one in (code, *others) for each in papers.serving(one, grown)))
