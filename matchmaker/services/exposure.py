"""How the first places are shared between remote communes, newcomers and the rest; and the limit to sharing
them better.

Ranks stay what the engine made them. Where a limit is set, the officer's list shows offers of starved groups
higher, marked, and never at more loss of score than the limit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from matchmaker.errors import NotAllowed
from matchmaker.extensions import db
from matchmaker.models import ExposureSetting, Match, User
from matchmaker.permissions import Permission
from matchmaker.queries import exposure as queries
from matchmaker.queries.exposure import Entry, Source
from matchmaker.queries.scope import everywhere
from matchmaker.services import audit, knowledge
from matchmaker.services.transaction import use_case
from scoring.exposure import GroupExposure, exposure, is_remote, shared, starved_groups
from scoring.records import Place
from seeds import reference as rows_of

REMOTE, NEWCOMER = "remote", "newcomer"
PLACES = (3, 5, 10)
MOST_LOSS = 100_000  # micro-units: ten points of a hundred
Groups = dict[str, set[str]]


@dataclass(frozen=True)
class Report:
    """The shares now, and with the limit looked at: what they would be and what it would cost.

    ``changed`` counts demands with another list; losses are micro-units a place, mean over all first places
    and the largest of one.
    """

    places: int
    max_loss: int
    demands: int
    now: Sequence[GroupExposure]
    then: Sequence[GroupExposure]
    raised: tuple[str, ...]
    changed: int
    mean_loss: float
    largest_loss: int


def report(actor: User, places: int, max_loss: int) -> Report:
    """The exposure of the groups over the demands that the actor may see."""
    lists = queries.lists(actor)
    groups = groups_of({offer for entries in lists for offer, _ in entries})
    raised = starved_groups(lists, groups, places)
    better = [shared(entries, groups, raised, places, max_loss) for entries in lists]
    losses = [
        before[1] - after[1]
        for old, new in zip(lists, better, strict=True)
        for before, after in zip(old[:places], new[:places], strict=True)
    ]
    return Report(
        places=places,
        max_loss=max_loss,
        demands=len(lists),
        now=exposure(lists, groups, places),
        then=exposure(better, groups, places),
        raised=raised,
        changed=sum(old != new for old, new in zip(lists, better, strict=True)),
        mean_loss=sum(losses) / len(losses) if losses else 0.0,
        largest_loss=max(losses, default=0),
    )


def ordered(matches: Sequence[Match]) -> tuple[list[Match], frozenset[str]]:
    """A demand's eligible matches as an officer sees them under the setting in force, and the offers that
    stand higher than their rank for it."""
    setting = queries.setting()
    ranked = [match for match in matches if match.current and match.rank]
    if setting is None or setting.max_loss <= 0 or len(ranked) <= setting.places:
        return list(matches), frozenset()
    entries: list[Entry] = [(match.offer_id, match.score) for match in ranked]
    groups = groups_of({offer for offer, _ in entries})
    better = [offer for offer, _ in shared(entries, groups, setting.raised, setting.places, setting.max_loss)]
    first = {offer for offer, _ in entries[: setting.places]}
    by_offer = {match.offer_id: match for match in ranked}
    rest = [match for match in matches if match not in ranked]
    raised = frozenset(set(better[: setting.places]) - first)
    return [by_offer[offer] for offer in better] + rest, raised


@use_case
def limit(places: int, max_loss: int, note: str, actor: User) -> ExposureSetting:
    """Set how much score a first place may lose (micro-units; 0 turns it off). Raises ``NotAllowed`` for who
    does not work for the whole country."""
    if not everywhere(actor):
        raise NotAllowed(permission=Permission.ADOPT_PROFILE.value)
    if places not in PLACES or not 0 <= max_loss <= MOST_LOSS:
        raise ValueError(f"outside of what can be set: {places} places, loss {max_loss}")
    lists = queries.lists(actor)
    groups = groups_of({offer for entries in lists for offer, _ in entries})
    row = ExposureSetting(
        places=places,
        max_loss=max_loss,
        raised=list(starved_groups(lists, groups, places)),
        note=note,
        set_by=actor.id,
    )
    db.session.add(row)
    db.session.flush()
    facts = {"places": places, "max_loss": max_loss, "raised": row.raised, "note": note}
    audit.record("exposure.limited", "exposure", row.id, facts, actor)
    return row


def groups_of(offers: Collection[str]) -> Groups:
    """Which of the offers are of a remote commune, and which of a producer never accepted before."""
    found = list(queries.sources(offers))
    members, singles = queries.accepted()
    return {
        REMOTE: _remote(found),
        NEWCOMER: {
            source.offer
            for source in found
            if source.organisation not in members and source.offer not in singles
        },
    }


def _remote(found: Iterable[Source]) -> set[str]:
    places = {source.offer: Place(**source.place) for source in found}
    distinct = sorted(set(places.values()), key=repr)
    hours = dict(zip(distinct, _hours_to_market(distinct), strict=True))
    return {
        offer
        for offer, place in places.items()
        if is_remote(place.terrain, place.level == "island", hours[place])
    }


def _hours_to_market(places: Sequence[Place]) -> list[float | None]:
    """Hours by truck, in the middle of their range, to the nearest wholesale market; None where unknown."""
    if not places:
        return []
    ways = knowledge.network().matrix(places, _markets())
    hours = (ways.hours_low + ways.hours_high) / 2
    nearest = np.where(np.isnan(hours), np.inf, hours).min(axis=1)
    return [None if np.isinf(each) else float(each) for each in nearest]


@cache
def _markets() -> tuple[Place, ...]:
    """The wholesale markets of the reference data."""
    return tuple(
        Place(text=row["name_vi"], lat=float(row["lat"]), lon=float(row["lon"]), level="point")
        for row in rows_of("places")
        if row["kind"] == "wholesale_market"
    )
