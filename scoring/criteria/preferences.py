"""What the buyer would like and what speaks for a product: preferred papers, OCOP stars, origin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property

import numpy as np

from scoring.columns.arrays import Bools, Floats, Ints, Masks
from scoring.criteria.lists import as_lists, listed, papers_held
from scoring.criteria.season_days import delivered_in, in_time
from scoring.criteria.verdict import Facts, Verdict
from scoring.horizon import ALWAYS, NEVER, count
from scoring.pairs import Pairs
from scoring.profile import Profile

CODES = ("preferred_all", "preferred_some", "preferred_none", "distinctions", "plain")
ALL, SOME, NONE, DISTINCTIONS, PLAIN = range(5)
MOST_STARS = 5
FEWEST_STARS = 3  # of a product that bears the certificate at all


def judge(pairs: Pairs, profile: Profile) -> Verdict:
    """The profile's share for preferred papers, each by the delivery months it covers; the rest: OCOP and GI.

    Where the buyer prefers nothing, stars and GI alone count. OCOP preferred with stars is held with as many.
    """
    wishes = [
        Wish(pairs, code, wanted[pairs.d], until := _until(pairs, code), _share(pairs, until))
        for code, wanted in pairs.demands.preferred.items()
    ]
    asked = sum((wish.wanted for wish in wishes), start=np.zeros(len(pairs)))
    held = sum((wish.wanted * wish.share for wish in wishes), start=np.zeros(len(pairs)))
    stars_share = _share(pairs, pairs.offers.stars_until[pairs.o])
    enough = pairs.offers.stars[pairs.o] >= pairs.demands.min_stars[pairs.d]
    stars = pairs.offers.stars[pairs.o] * stars_share * enough  # fewer than required are no distinction
    gi_until = pairs.paper_until("GI")
    origin = _share(pairs, gi_until)
    gi = Wish(pairs, "GI", origin > 0, gi_until, origin)
    distinction = np.minimum(stars / MOST_STARS + 0.2 * origin, 1.0)
    share = profile["preferred_share"]
    wished = share * held / np.maximum(asked, 1) + (1.0 - share) * distinction
    score = np.where(asked > 0, wished, distinction)
    none = np.where(distinction > 0, DISTINCTIONS, PLAIN)
    code = np.select([asked == 0, held == asked, held > 0], [none, ALL, SOME], NONE)

    @cache
    def stars_cover() -> Masks:
        return pairs.covered(pairs.offers.stars_until[pairs.o])

    @cache
    def chosen() -> list[list[Wish]]:
        found: list[list[Wish]] = [[] for _ in range(len(pairs))]
        for wish in wishes:
            for i in np.flatnonzero(wish.wanted).tolist():
                found[i].append(wish)
        return found

    said = as_lists(stars_share=stars_share, enough=enough, origin=origin, score=score)
    neutral = profile.neutral("preferences")

    def facts(i: int) -> Facts:
        told, wished_for = listed(pairs), chosen()[i]
        own_stars, enough = told.offers.stars[i], said.enough[i]
        found: Facts = {
            "preferred": [wish.code for wish in wished_for],
            "have": [wish.code for wish in wished_for if wish.share[i] == 1],
            "stand_ins": {wish.code: by for wish in wished_for if (by := stand_in(pairs, wish.code, i))},
            "lack": [wish.code for wish in wished_for if wish.until[i] == NEVER],
            "lapsing": [wish.lapse(i) for wish in wished_for if wish.lapses[i]],
            "stars": own_stars if said.stars_share[i] == 1 and enough else 0,
            "origin": said.origin[i] == 1,
            "months_unsaid": not told.both.demand_months_known[i],
            "plus": said.score[i] > neutral,
        }
        required = {paper.code for paper in pairs.demand(i).required_certificates}
        asked_stars = told.demands.min_stars[i] or ("OCOP" in required) * FEWEST_STARS
        found["asked_stars"], found["asked_origin"] = asked_stars, "GI" in required
        if not enough and said.stars_share[i] > 0:
            found["stars_short"] = own_stars
        if gi.lapses[i] and gi_until[i] < ALWAYS:
            found["origin_lapsing"] = gi.lapse(i)
        until = told.offers.stars_until[i]
        if own_stars and said.stars_share[i] < 1 and NEVER < until < ALWAYS:
            found["stars_lapsing"], found["stars_until"] = own_stars, date.fromordinal(until).isoformat()
            found["stars_lapsed"] = until < pairs.context.horizon.today.toordinal()
            horizon = pairs.context.horizon
            lead, _ = pairs.context.papers.lead_days.get("OCOP", (0, 0))
            ready = horizon.today + timedelta(days=lead)
            months = found["stars_months"] = delivered_in(pairs, i)
            if not found["stars_lapsed"] and ready.toordinal() > until:
                found["rated_again_from"] = ready.isoformat()
                window = horizon.next_occurrence(months)
                found["rated_in_time"] = bool(window) and not window & horizon.window(None, ready)
            found["stars_cover"] = horizon.months_of(int(in_time(pairs)[i] & stars_cover()[i]))
        least = told.demands.preferred_stars[i]
        if least and "OCOP" in found["lack"]:
            found["preferred_stars"], found["held_stars"] = least, own_stars
        return found

    return Verdict(score, code.astype(np.intp), CODES, facts)


@dataclass(frozen=True)
class Wish:
    """A paper that is preferred: who wants it, until when it is held, what share of months it covers."""

    pairs: Pairs
    code: str
    wanted: Bools
    until: Ints
    share: Floats

    @cached_property
    def lapses(self) -> Bools:
        """Held, but not in every delivery month."""
        return np.asarray((self.until != NEVER) & (self.share < 1))

    @cached_property
    def covered(self) -> Masks:
        """The delivery months that it covers."""
        return np.asarray(in_time(self.pairs) & self.pairs.covered(self.until))

    def lapse(self, i: int) -> Facts:
        """Its last day, and the delivery months of pair ``i`` that it still covers."""
        expires = date.fromordinal(int(self.until[i])).isoformat()
        months_of = self.pairs.context.horizon.months_of
        told = {"code": self.code, "expires": expires, "covers": months_of(int(self.covered[i]))}
        if by := stand_in(self.pairs, self.code, i):
            told["by"] = by
        return told | {"months": delivered_in(self.pairs, i)}


def stand_in(pairs: Pairs, code: str, i: int) -> str | None:
    """The paper that is held longest in place of one that is not held at all; None where there is none."""
    papers = papers_held(pairs)
    if code in papers and papers[code][i] != NEVER:
        return None
    held = {each: papers[each][i] for each in pairs.serving(code, i) if each in papers}
    longest = max(held, key=lambda each: held[each], default=code)
    return longest if held.get(longest, NEVER) != NEVER else None


def _until(pairs: Pairs, code: str) -> Ints:
    """Last day on which a preferred paper is held; OCOP only with the stars preferred."""
    until = pairs.paper_until(code)
    if code != "OCOP":
        return until
    enough = pairs.offers.stars[pairs.o] >= pairs.demands.preferred_stars[pairs.d]
    return np.where(enough, until, NEVER).astype(np.int32)


def _share(pairs: Pairs, until: Ints) -> Floats:
    """Share of the delivery months that papers valid until those days cover.

    Where no month is left to deliver in, a paper without a last day still counts as held.
    """
    months = in_time(pairs)
    covered = count(months & pairs.covered(until))
    share = np.where(until != NEVER, covered / np.maximum(count(months), 1), 0.0)
    return np.where((pairs.tested == 0) & (until == ALWAYS), 1.0, share)
