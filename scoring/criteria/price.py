"""Does the price meet the ceiling, both brought to the same place."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

import numpy as np

from scoring.columns.alive import dressed
from scoring.columns.arrays import Bools, Floats
from scoring.columns.items import named_alone
from scoring.columns.offers import STAGES, STORAGES
from scoring.columns.priced import parts_said
from scoring.criteria import liquids, pieces
from scoring.criteria.all_wanted import all_wanted
from scoring.criteria.lists import as_lists, listed
from scoring.criteria.meant_prices import ONE_OF_SEVERAL, ceilings
from scoring.criteria.meant_prices import said as said_of
from scoring.criteria.naming import ALL, listing
from scoring.criteria.piece_weights import HEAVIEST, heaviest, weight_said
from scoring.criteria.price_places import (
    AT_PLACE,
    STORE_WHOSE,
    freight_named,
    from_there,
    own_freight,
    place_facts,
    stages,
)
from scoring.criteria.product import of_another_form
from scoring.criteria.sizing import head_of, several_sizes, size_facts
from scoring.criteria.sorts_listed import several_sorts
from scoring.criteria.verdict import Facts, Verdict, number, told_share
from scoring.pairs import REACHED, Pairs
from scoring.product import Form
from scoring.profile import Profile
from scoring.records import Doubt
from scoring.units import KILOGRAM, LIVE_KILOGRAM

CODES = (
    "price_under",
    "price_range_over",
    "price_over",
    "price_unsaid",
    "ceiling_unsaid",
    "price_units_differ",
    "freight_unknown",
    "price_other_form",
)
UNDER, RANGE_OVER, OVER, UNSAID, CEILING_UNSAID, UNITS_DIFFER, FREIGHT_UNKNOWN, OTHER_FORM = range(8)
FARM, STATION, DOOR = range(3)
GARDENS = frozenset({"fruit", "citrus", "melon", "vegetable", "herb", "flower", "seedling"})  # categories


def judge(pairs: Pairs, profile: Profile) -> Verdict:
    """Neutral where the middle of the price with freight equals the ceiling, better below, worse above.

    A floor price above the ceiling even with the low freight is a veto where the gap is more than the
    negotiable share of the profile; within that share it is told as open to talks and scores the worse the
    nearer it comes to the veto (guide of the trade, section 6: up to 10 % is negotiable in ranking).
    """
    offers, o = pairs.offers, pairs.o
    ceiling = ceilings(pairs)
    low, high, freight_known = carriage(pairs)
    bottom, top, same_unit = brought(pairs)
    compared = same_unit & ~np.isnan(ceiling)
    floor = bottom + low
    middle = (bottom + top) / 2 + (low + high) / 2
    over = compared & (floor > ceiling) & offers.price_unit_said[o]  # no veto on an assumed unit
    gap = (ceiling - middle) / np.where(compared & (ceiling > 0), ceiling, 1.0)
    score = np.clip(0.5 + gap / profile["price_span"] / 2, 0.0, 1.0)
    score = np.where(compared, score, profile.neutral("price"))
    margin = profile["price_negotiable"]
    share_over = (floor - ceiling) / np.where(over & (ceiling > 0), ceiling, 1.0)
    talks_left = np.clip(1.0 - share_over / margin, 0.0, 1.0) if margin else np.zeros_like(score)
    score = np.where(over, np.minimum(score, 0.5 * talks_left), score)
    refused = over & (floor > ceiling * (1.0 + margin))
    refused &= ~(offers.store_whose[pairs.o] & (floor - low <= ceiling * (1.0 + margin)))
    poured = liquids.brought(pairs)
    hopeless = ~same_unit & ~np.isnan(ceiling) & (poured.least > poured.ceiling) & offers.price_unit_said[o]
    refused |= hopeless
    over |= hopeless
    by_piece = pieces.brought(pairs, same_unit, _of_kilogram)
    # A price whose unit is not said is refused too where it is above the ceiling by the piece and by weight.
    too_dear = (by_piece.least > ceiling) & (offers.price_unit_said[o] | (bottom > ceiling))
    over |= too_dear
    refused |= too_dear & (by_piece.least > ceiling * (1.0 + margin))
    score = np.where(hopeless | too_dear, 0.0, score)
    alive = _live_for_dressed(pairs)
    other = of_another_form(pairs)
    over &= ~other  # of goods in another form the price tells nothing beside the ceiling, dear or cheap
    refused &= ~other
    score = np.where(alive | other, profile.neutral("price"), score)
    code = np.where(middle > ceiling, RANGE_OVER, UNDER)
    said = pairs.prices.base >= 0
    conditions = [over, ~said, np.isnan(ceiling), other, ~same_unit, ~freight_known]
    codes = [OVER, UNSAID, CEILING_UNSAID, OTHER_FORM, UNITS_DIFFER, FREIGHT_UNKNOWN]
    code = np.select(conditions, codes, code)

    shown = as_lists(
        bottom=bottom, top=top, ceiling=ceiling, low=low, high=high, floor=floor, alive=alive, over=over,
        refused=refused, same_unit=same_unit, too_dear=too_dear, hopeless=hopeless, code=code, other=other,
    )  # fmt: skip

    def facts(i: int) -> Facts:
        told, ceiling = listed(pairs), shown.ceiling[i]
        found = _facts(pairs, i, shown.bottom[i], shown.top[i], ceiling)
        if told.demands.price_about[i]:
            found["ceiling_about"] = True
        found["carriage_low"], found["carriage_high"] = number(shown.low[i], 0), number(shown.high[i], 0)
        found["floor_total"] = number(shown.floor[i], 0)
        found["top_total"] = number(shown.top[i] + shown.high[i], 0)
        found["way_known"] = told.ways.reach[i] == REACHED
        found |= _piece_freight(pairs, i, found)
        base = told.prices.base[i]
        price = (told.prices.low[i] + told.prices.high[i]) / 2
        if (
            found["basis"] == "delivered"
            and not found["basis_assumed"]
            and price > 0
            and base >= 0
            and pairs.context.bases.weighed[base]
        ):
            share = (told.ways.cost_low[i] + told.ways.cost_high[i]) / 2 / price
            found["borne_share"] = told_share(share)
        units = {found["unit"], found["ceiling_unit"]}
        if (units == {KILOGRAM, LIVE_KILOGRAM} and not shown.same_unit[i]) or shown.alive[i]:
            found["live_against_meat"] = True
        if i in by_piece.rows:
            found |= by_piece.facts(i, float(found["ceiling"] or 0), shown.too_dear[i])
        elif shown.code[i] == UNITS_DIFFER and (dear := _dear_piece(pairs, i, found)):
            found["dear_piece"] = dear
        if shown.hopeless[i] and i not in by_piece.rows:
            found |= _poured(poured, i)
        elif shown.too_dear[i]:
            pass
        elif shown.over[i]:
            share = (shown.floor[i] - ceiling) / ceiling if ceiling > 0 else float("nan")
            found["over_share"] = told_share(share)
        if shown.over[i]:
            found["negotiable"] = not shown.refused[i]
        return found

    return Verdict(score, code.astype(np.intp), CODES, facts, {"price_over": refused})


def _piece_freight(pairs: Pairs, i: int, found: Facts) -> Facts:
    """The dearest freight of one piece or litre, by what a record says that it weighs; and of one as heavy
    as any, which is no figure to tell and may only settle that freight is no matter."""
    told = listed(pairs)
    base = told.demands.price_base[i] if "price_said" in found else told.prices.base[i]
    unit = pairs.context.bases.names[base] if base >= 0 else str(found["unit"])
    offer, demand = pairs.offer(i), pairs.demand(i)
    known = weight_said(offer, demand, unit)
    most = heaviest(unit, f"{offer.product} {demand.product}")
    rate = told.ways.cost_high[i]
    return {"piece_freight": number(known * rate, 0), "piece_freight_most": number(most * rate, 0)}


def _dear_piece(pairs: Pairs, i: int, found: Facts) -> Facts | None:
    """A price by the piece that is above one by the kilogram even if the piece is as heavy as any: that
    weight and what a kilogram then costs, before freight; None where no such thing can be told."""
    row, ceiling = int(pairs.prices.base[i]), float(found["ceiling"] or 0)
    if (
        row < 0
        or found["unit_assumed"]
        or found["ceiling_unit"] != KILOGRAM
        or found.get("live_against_meat")
    ):
        return None
    if STAGES.get(str(found["basis"]), 0) > STAGES.get(str(found["ceiling_basis"]), 0):
        return None  # freight would come off
    name = pairs.context.bases.names[row]
    weight = HEAVIEST.get(name, float("nan")) if name != liquids.LITRE else float("nan")
    least = float(pairs.prices.low[i]) / weight
    return {"kg": number(weight), "least": number(least, 0)} if least > ceiling > 0 else None


def _poured(poured: liquids.Brought, i: int) -> Facts:
    """The least that a price by the litre comes to by weight, or one by weight by the litre."""
    least, ceiling = float(poured.least[i]), float(poured.ceiling[i])
    return {
        "least_brought": number(least, 0),
        "ceiling_brought": number(ceiling, 0),
        "unit_brought": KILOGRAM if poured.by_weight[i] else liquids.LITRE,
        "litre_weighs": [liquids.LIGHTEST, liquids.HEAVIEST],
        "over_share": told_share((least - ceiling) / ceiling if ceiling > 0 else float("nan")),
    }


def _live_for_dressed(pairs: Pairs) -> Bools:
    """Pairs of live animals at a price a kilogram, where slaughtered ones are wanted: not comparable."""
    offers, demands, o, d = pairs.offers, pairs.demands, pairs.o, pairs.d
    by_weight = (pairs.prices.base == demands.price_base[d]) & (pairs.prices.base >= 0)
    found = by_weight & (offers.storage[o] == STORAGES.index("live"))
    for i in np.flatnonzero(found).tolist():
        demand, base = pairs.demand(i), int(pairs.prices.base[i])
        kilograms = pairs.context.bases.names[base] == KILOGRAM
        found[i] = kilograms and dressed(f"{demand.product} {demand.spec}")
    return np.asarray(found)


def brought(pairs: Pairs) -> tuple[Floats, Floats, np.ndarray]:
    """Both ends of the offer's price for a unit of the ceiling, and where that is known; else its own."""
    factor = pairs.converted("price_base", "price_base")
    known = ~np.isnan(factor)
    times = np.where(known, factor, 1.0)
    return pairs.prices.low / times, pairs.prices.high / times, known


def _weight(pairs: Pairs) -> Floats:
    """Kilograms in one unit that the price is brought to; NaN for goods that are not weighed."""
    offers, demands, o, d = pairs.offers, pairs.demands, pairs.o, pairs.d
    bases = pairs.context.bases
    kilogram = bases.index[KILOGRAM]
    mine = pairs.prices.base
    each = np.where(bases.weighed[np.maximum(mine, 0)], 1.0, np.nan)
    each = np.where((offers.sized[o] == mine) & (offers.size_base[o] == kilogram), offers.size[o], each)
    factor = pairs.converted("price_base", "price_base")
    each = each / np.where(np.isnan(factor), 1.0, factor)
    wanted = (demands.sized[d] == demands.price_base[d]) & (demands.size_base[d] == kilogram)
    return np.where(np.isnan(each) & wanted & ~np.isnan(factor), demands.size[d], each)


def carriage(pairs: Pairs) -> tuple[Floats, Floats, np.ndarray]:
    """Least and most to add to the offer's price (đồng per unit of the ceiling) to bring both to one place.

    From the farm to the door it is the freight; a truck station lies anywhere between, so up to the whole
    freight; from a place that the seller names it is the freight from there alone. For goods that are not
    sold by weight, and on an unknown way, the freight is unknown: nothing is added, and that is told.
    """
    return _added(pairs, _weight(pairs))


def _of_kilogram(pairs: Pairs) -> tuple[Floats, Floats, np.ndarray]:
    return _added(pairs, np.ones(len(pairs)))


def _added(pairs: Pairs, weight: Floats) -> tuple[Floats, Floats, np.ndarray]:
    """The same of a ``weight`` in kilograms."""
    offered = np.maximum(stages(pairs), FARM)
    wanted = np.maximum(pairs.demands.stage[pairs.d], FARM)
    low, high = pairs.ways.cost_low * weight, pairs.ways.cost_high * weight
    apart = offered != wanted
    known = ~apart | ~np.isnan(high)
    low, high = np.nan_to_num(low), np.nan_to_num(high)
    station = (offered == STATION) | (wanted == STATION)
    least, most = np.where(station, 0.0, low), high
    onwards = wanted > offered
    add_low = np.where(apart, np.where(onwards, least, -most), 0.0)
    add_high = np.where(apart, np.where(onwards, most, -least), 0.0)
    rows, there_low, there_high = from_there(pairs)
    if len(rows):
        each = weight[rows]
        add_low[rows], add_high[rows] = np.nan_to_num(there_low * each), np.nan_to_num(there_high * each)
        known[rows] = ~np.isnan(there_high * each) | (pairs.demands.stage[pairs.d[rows]] < 0)
    rows, costs = own_freight(pairs)
    brought_to = (offered[rows] == FARM) & (wanted[rows] == DOOR) & ~np.isnan(weight[rows])
    rows, costs = rows[brought_to], costs[brought_to]
    add_low[rows] = add_high[rows] = costs * weight[rows]
    known[rows] = True
    return add_low, add_high, known


def _facts(pairs: Pairs, i: int, low: float, high: float, ceiling: float) -> Facts:
    offer, demand, told = pairs.offer(i), pairs.demand(i), listed(pairs)
    sized = size_facts(pairs, i, "price_base")
    said = (told.prices.low[i], told.prices.high[i])
    row, wanted = told.prices.base[i], told.demands.price_base[i]
    names, units, lexicon = pairs.context.bases.names, pairs.context.units, pairs.context.lexicon
    facts: Facts = {
        "price_low": number(low, 0),
        "price_high": number(high, 0),
        "ceiling": number(ceiling, 0),
        "unit": names[wanted if "factor" in sized else row] if row >= 0 else offer.price_unit,
        "ceiling_unit": names[wanted] if wanted >= 0 else demand.price_unit,
        "unit_assumed": row >= 0 and not offer.price_unit,
        "ceiling_unit_assumed": wanted >= 0 and (not demand.price_unit or _unit_taken(demand.doubts)),
        "price_bare": offer.price_min or offer.price_max if row < 0 else None,
        "ceiling_bare": demand.price_max if wanted < 0 else None,
        "price_words": _open_price(offer.doubts),
        "ceiling_words": _open_price(demand.doubts),
        "price_money": _other_money(offer.doubts),
        "ceiling_money": _other_money(demand.doubts),
        "gate": gate(pairs, i),
        "basis": offer.price_basis or "farm_gate",
        "basis_assumed": not offer.price_basis,
        "basis_said": None,
        "ceiling_basis": demand.price_basis or "farm_gate",
        "ceiling_basis_assumed": not demand.price_basis,
        "ceiling_basis_said": said_of(demand.doubts, AT_PLACE),
    }
    facts |= place_facts(offer, demand)
    if (own := freight_named(pairs, i)) and facts["basis"] in ("farm_gate", "depot"):
        facts["freight_said"] = own["value"]
    for side, doubts in (("", offer.doubts), ("ceiling_", demand.doubts)):
        if words := said_of(doubts, "basis_differs"):
            facts[f"{side}basis_differs"] = words
    if words := said_of(offer.doubts, STORE_WHOSE):
        facts["store_whose"] = words
    if isnan(ceiling) and told.demands.price_of_one[i]:
        goods = said_of(demand.doubts, ONE_OF_SEVERAL)
        named = (named_alone(demand.product, part["words"]) for part in parts_said(demand.doubts))
        facts["ceiling_for"] = goods or ", ".join(named)
    if facts["unit"] == facts["ceiling_unit"]:
        word, theirs = units.own_words(facts["unit"], offer.price_unit, demand.price_unit)
        facts["unit"] = facts["ceiling_unit"] = word
        if theirs != word:  # "cành" beside "bông": each side is told in its own word
            facts["ceiling_said_unit"] = theirs
    elif wanted >= 0 and not pairs.context.bases.weighed[wanted]:
        own_word = units.own_word(names[wanted], demand.price_unit)
        facts["ceiling_unit"] = own_word or facts["ceiling_unit"]
        facts["unit"] = units.own_word(facts["unit"], offer.price_unit) or facts["unit"]
    head = head_of(offer) if row >= 0 and wanted > 0 and names[wanted] == "con" else None
    if head and pairs.context.bases.weighed[row]:
        facts["by_head"] = [number(said[0] * head.low, 0), number(said[1] * head.high, 0)]
        facts["head"] = [number(head.low), number(head.high)]
    if i in pairs.prices.parts:
        part = pairs.prices.parts[i]
        facts |= {"price_for": part.words} if part is not None else {"price_several": True}
    elif words := said_of(offer.doubts, "by_kind"):
        facts["price_by_kind"] = words
    elif said[0] > 0 and (each := several_sizes(pairs, i, row)):
        facts["price_by_size"] = each
    several = several_sorts(lexicon, offer.product, told.offers.kind[i])
    of_several = several or listing(lexicon, offer.product) == ALL
    if of_several and not (_of_a_set(pairs, i) or parts_said(offer.doubts) or all_wanted(offer, demand)):
        facts["price_of_all"] = True
    if "factor" in sized:
        facts["sizes"] = sized["sizes"]
        facts["price_said"] = [number(value, 0) for value in said]
        facts["price_said_unit"] = units.own_word(names[row], offer.price_unit) or names[row]
    return facts


def _unit_taken(doubts: Sequence[Doubt]) -> bool:
    """Whether the unit of a price that the text gives without one is that of the amount beside it."""
    return any(doubt.code == "unit_taken" for doubt in doubts)


def _of_a_set(pairs: Pairs, i: int) -> bool:
    """Whether an offer names one price for a set of several goods."""
    texts = pairs.offers.texts
    return bool(texts.signs.several[texts.sign[listed(pairs).offers.text[i]]])


def _other_money(doubts: Sequence[Doubt]) -> Facts | None:
    """A price in another money than đồng, with its unit."""
    return next((dict(doubt.facts) for doubt in doubts if doubt.code == "other_currency"), None)


def _open_price(doubts: Sequence[Doubt]) -> str | None:
    """The words of a record that leave its price open, or the money that it is in."""
    if not doubts:
        return None
    said = {doubt.code: doubt.facts for doubt in doubts}
    if "other_currency" in said:
        return str(said["other_currency"]["currency"])
    return str(said["price_open"]["value"]) if "price_open" in said else None


def gate(pairs: Pairs, i: int) -> str:
    """Where the goods of a pair come from: a garden for what is sold as it grew, a stable for live animals,
    "" for what is made, dried or caught, and for unknown goods."""
    offers = listed(pairs).offers
    if offers.kind[i] < 0:
        return ""
    kind = pairs.context.lexicon.kinds[offers.kind[i]]
    form = int(pairs.offers.texts.form[offers.text[i]])
    if form == Form.LIVE or (form == Form.NONE and pairs.offer(i).storage == "live"):
        return "stable" if kind.category in ("meat", "livestock") else ""
    grown = kind.category in GARDENS and kind.form in ("fresh", "plant")
    return "garden" if grown and form in (Form.NONE, Form.FRESH) else ""
