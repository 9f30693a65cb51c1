"""Does the product arrive with the shelf life that the buyer wants left."""

from __future__ import annotations

from math import isnan

import numpy as np

from scoring.columns.alive import MEAT, asks_for_live, dressed
from scoring.columns.arrays import Floats, Ints
from scoring.columns.offers import STORAGES
from scoring.columns.shelf import is_ware, shelf_of
from scoring.criteria.cold_life import cold_days_said, kinds_meant
from scoring.criteria.lists import as_lists, listed
from scoring.criteria.season_stock import of_harvest, set_aside
from scoring.criteria.verdict import Facts, Verdict, number
from scoring.pairs import REACHED, Pairs
from scoring.product import Form, Kind
from scoring.profile import Profile
from scoring.records import Demand, Offer
from scoring.units import LIVE_KILOGRAM, NO_BASE

CODES = (
    "fresh_enough",
    "fresh_tight",
    "fresh_short",
    "shelf_unsaid",
    "transit_unknown",
    "keeps",
    "travels_live",
)
ENOUGH, TIGHT, SHORT, UNSAID, UNKNOWN, KEEPS, LIVE = range(7)
BY_THE_HEAD = frozenset(("meat", "livestock"))  # categories of animals that are sold alive or slaughtered
HOURS = 24.0
LONG_KEEPING = 180.0  # days; above it the way to the buyer takes nothing that counts


def judge(pairs: Pairs, profile: Profile) -> Verdict:
    """Share of the spare shelf life that is left on arrival.

    Days left are the shelf life under the storage offered less the middle of the transit, with two drivers
    where one would have to rest (goods that spoil do not wait for want of a second man). The buyer wants so
    many days or such a share of the whole life, whichever is more. Live goods are judged where the record
    says how long they live on the way, and the buyer does not want them slaughtered.
    """
    offers, demands, o, d = pairs.offers, pairs.demands, pairs.o, pairs.d
    shelf, kinds = _shelf(pairs)
    reached = pairs.ways.reach == REACHED
    transit = pairs.ways.hours_hurried / HOURS
    share = np.nan_to_num(demands.remaining_share[d]) * shelf
    wanted = np.fmax(np.fmax(share, demands.remaining_days[d]), 0.0)
    by_live_weight = pairs.context.bases.index.get(LIVE_KILOGRAM, NO_BASE - 1)
    alive = (offers.price_base[o] == by_live_weight) | (offers.base[o] == by_live_weight) | offers.lives[o]
    kept_alive = (offers.storage[o] == STORAGES.index("live")) | alive
    live = kept_alive & ~offers.shelf_said[o]
    for i in np.flatnonzero(
        kept_alive & ~live & (wanted > 0)
    ).tolist():  # how long they live says nothing then
        live[i] = _wants_dressed(pairs.demand(i))
    judged = ~np.isnan(shelf) & reached & ~live
    # A fresh figure with a rounding error must not flip a veto: a minute is 0.0007 days.
    slack = np.round(shelf - np.nan_to_num(transit) - wanted, 6)
    without_way = ~np.isnan(shelf) & ~reached & ~live & (shelf < wanted)  # too short wherever it comes from
    short = (judged & (slack < 0)) | without_way
    spare = np.where(judged, shelf - wanted, 1.0)
    score = np.where(judged, slack / np.where(spare > 0, spare, 1.0), profile.neutral("freshness"))
    score = np.where(without_way, 0.0, score)
    keeps = judged & ~short & (shelf >= LONG_KEEPING)
    at_the_slow_end = shelf - pairs.ways.hours_high / HOURS
    late = (slack < profile["slack_risk_days"]) | (at_the_slow_end < wanted) | (at_the_slow_end <= 0)
    code = np.where(late, TIGHT, ENOUGH)
    conditions = [live, np.isnan(shelf), short, ~reached, keeps]
    code = np.select(conditions, [LIVE, UNSAID, SHORT, UNKNOWN, KEEPS], code)

    said = as_lists(
        kinds=kinds, shelf=shelf, transit=transit, at_the_slow_end=at_the_slow_end, wanted=wanted, live=live
    )

    def facts(i: int) -> Facts:
        told, kind = listed(pairs), said.kinds[i]
        entry = pairs.context.lexicon.kinds[kind] if kind >= 0 else None
        meat = said.live[i] and _wants_dressed(pairs.demand(i))
        days_wanted = told.demands.remaining_days[i] if meat else said.wanted[i]  # of meat no share is known
        return {
            "shelf": number(said.shelf[i], 1),
            "transit": number(said.transit[i], 1),
            "hours_low": number(told.ways.hours_low[i], 1),  # as the way tells them
            "hours_high": number(told.ways.hours_high[i], 1),
            "left": number(said.shelf[i] - said.transit[i], 1),
            "left_low": number(max(said.at_the_slow_end[i], 0.0), 3),
            "left_high": number(said.shelf[i] - told.ways.hours_low[i] / HOURS, 3),
            "wanted": None if isnan(days_wanted) else number(days_wanted, 1),
            "share": pairs.demand(i).min_remaining_share,
            "storage": _kept_how(pairs.offer(i)),
            "from_table": not told.offers.shelf_said[i],
            "alive": said.live[i],
            "dressed_wanted": meat,
            "by_head": (by_head := _by_head(pairs, i, entry)),
            "said_alive": by_head and _said_alive(pairs.offer(i)),
            "craft": entry.form == "craft" if entry else is_ware(pairs.offer(i).product),
            "old_stock": _of_old_stock(pairs, i),
            "kind_vi": entry.name_vi if entry else None,
            "kind_en": entry.name_en if entry else None,
        }

    return Verdict(np.clip(score, 0.0, 1.0), code.astype(np.intp), CODES, facts, {"cannot_reach": short})


def _of_old_stock(pairs: Pairs, i: int) -> bool:
    """Whether what can be delivered is, for some month, of a harvest gone by: its life is told there."""
    if not listed(pairs).offers.stored[i]:
        return False
    return bool(of_harvest(pairs, i).get("stale")) or (
        bool(pairs.offer(i).months) and not pairs.common[i] and bool(set_aside(pairs, i).get("kept_until"))
    )


def _kept_how(offer: Offer) -> str:
    """How the goods are kept for the life stated: chilled where the seller's words say it of that."""
    said = cold_days_said(offer) if offer.storage in ("", "ambient") else None
    return "chilled" if said is not None and said == offer.shelf_life_days else offer.storage


def _by_head(pairs: Pairs, i: int, kind: Kind | None) -> bool:
    """Whether animals are sold by the head, and nobody says whether they are alive."""
    if kind is None or kind.category not in BY_THE_HEAD or kind.form not in ("", "live"):
        return False
    offers, heads = listed(pairs).offers, pairs.context.bases.index.get("con")
    form = int(pairs.offers.texts.form[offers.text[i]])
    told = bool(pairs.offer(i).storage) or form != Form.NONE or offers.lives[i]
    return not told and heads is not None and offers.base[i] == heads


def _wants_dressed(demand: Demand) -> bool:
    """Whether slaughtered animals are wanted, which go by cold transport and not alive."""
    wanted = f"{demand.product} {demand.description} {demand.spec}"
    return dressed(wanted) or MEAT.match(demand.product) is not None


def _said_alive(offer: Offer) -> bool:
    """Whether the words of an offer say that its animals live."""
    return asks_for_live("; ".join((offer.product, offer.description, offer.packaging, offer.remarks)), "")


def _shelf(pairs: Pairs) -> tuple[Floats, Ints]:
    """Days that the goods keep, and the kind whose table says so: of goods listed that which is wanted."""
    offers, o = pairs.offers, pairs.o
    shelf, kinds = offers.shelf[o], kinds_meant(pairs)
    kinds = np.where(offers.shelf_said[o], offers.kind[o], kinds)
    for i in np.flatnonzero(kinds != offers.kind[o]).tolist():
        shelf[i] = shelf_of(pairs.context.lexicon.kinds[int(kinds[i])], pairs.offer(i).storage)
    return shelf, kinds
