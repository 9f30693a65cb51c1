"""Exposure: how the places of rankings are shared among groups of producers, and how to share them better.

A place is one of the first ``places`` of a demand's list. A group's *share of places* is set beside its
*share of supply*: the places that it would hold if each demand dealt them out by lot among its eligible
offers. A group below that is starved. ``shared`` raises starved groups in a demand's list, and never costs a
place more score than the setting allows: the new offer's score is at most that much below the old one's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

Entry = tuple[str, int]  # an eligible offer and its score in micro-units
Groups = Mapping[str, Collection[str]]  # group name to the ids of its offers

# Terrain from which goods come with difficulty.
REMOTE_TERRAINS = frozenset({"mountain", "island"})
FAR_HOURS = 6.0  # from the nearest large market by truck, one way: no fresh load gets there in a morning


@dataclass(frozen=True, slots=True)
class GroupExposure:
    """One group's part of the first places: counts, and as shares of all 0..1.

    ``eligible`` counts the pairs in which the group's offers could serve; ``expected`` the places that they
    would hold by lot.
    """

    group: str
    eligible: int
    places: int
    expected: float
    share_of_places: float
    share_of_supply: float

    @property
    def starved(self) -> bool:
        """Whether it holds fewer places than it would by lot."""
        return self.share_of_places < self.share_of_supply


def is_remote(terrain: str, special_zone: bool, hours_to_market: float | None) -> bool:
    """Whether a commune counts as remote: by its terrain, as a special zone, or by the hours to market."""
    far = hours_to_market is not None and hours_to_market >= FAR_HOURS
    return terrain in REMOTE_TERRAINS or special_zone or far


def exposure(lists: Sequence[Sequence[Entry]], groups: Groups, places: int) -> list[GroupExposure]:
    """How the first places are shared; ``lists`` hold each demand's eligible offers, best first."""
    held = sum(min(places, len(entries)) for entries in lists)
    found = []
    for name in sorted(groups):
        member = _membership(groups, name)
        counts = [sum(member(offer) for offer, _ in entries) for entries in lists]
        first = sum(sum(member(offer) for offer, _ in entries[:places]) for entries in lists)
        by_lot = sum(
            min(places, len(entries)) * count / len(entries)
            for entries, count in zip(lists, counts, strict=True)
            if entries
        )
        share = (first / held, by_lot / held) if held else (0.0, 0.0)
        found.append(GroupExposure(name, sum(counts), first, by_lot, *share))
    return found


def starved_groups(lists: Sequence[Sequence[Entry]], groups: Groups, places: int) -> tuple[str, ...]:
    """The groups that hold fewer places than by lot, the most starved first."""
    starved = [each for each in exposure(lists, groups, places) if each.starved]
    starved.sort(key=lambda each: (each.share_of_places - each.share_of_supply, each.group))
    return tuple(each.group for each in starved)


def shared(
    entries: Sequence[Entry], groups: Groups, raised: Sequence[str], places: int, max_loss: int = 0
) -> list[Entry]:
    """A demand's list with the groups ``raised`` given their part of the first places, in that order.

    A group is raised to its part of the eligible offers and no further. ``max_loss`` (micro-units, 0: off)
    bounds what each place may lose. Of all lists within the bound it is one with the most places for the
    first group, then for the next, then with the highest scores; ties go by the order of ``entries``. The
    same offers stay eligible, and those beyond the first places keep their order.
    """
    if max_loss <= 0 or not raised:
        return list(entries)
    first = _Places(entries, min(places, len(entries)), max_loss)
    for name in raised:
        member = _membership(groups, name)
        ours = [i for i, (offer, _) in enumerate(entries) if member(offer)]
        part = (2 * first.count * len(ours) + len(entries)) // (2 * len(entries)) if entries else 0
        first.fill(ours, part)
    first.fill(range(len(entries)), first.count)
    chosen = set(first.chosen)
    rest = [entry for i, entry in enumerate(entries) if i not in chosen]
    return [entries[i] for i in sorted(chosen)] + rest


class _Places:
    """The first places of a list, filled so that every place keeps its score but for the loss allowed.

    An offer may take any place from the first one whose old score is at most its own plus the loss. Such sets
    form a matroid, in which taking the best that still fits, one by one, is exact.
    """

    def __init__(self, entries: Sequence[Entry], count: int, max_loss: int) -> None:
        self.count = count
        self.chosen: list[int] = []
        least = [
            max_loss - score for _, score in entries[:count]
        ]  # ascending: minus the least score at a place
        self.opens = [bisect_left(least, -score) for _, score in entries]
        self._late = [0] * (count + 1)  # how many chosen ones open at this place or later

    def fill(self, candidates: Sequence[int] | range, most: int) -> None:
        """Choose candidates in their order until ``most`` of them are among the chosen."""
        taken = set(self.chosen)
        room = most - sum(i in taken for i in candidates)
        for i in candidates:
            if room <= 0:
                return
            if i not in taken and self._fits(i):
                self.chosen.append(i)
                for place in range(self.opens[i] + 1):
                    self._late[place] += 1
                room -= 1

    def _fits(self, i: int) -> bool:
        opens = self.opens[i]
        return opens < self.count and all(
            self._late[place] < self.count - place for place in range(opens + 1)
        )


def _membership(groups: Groups, name: str) -> Callable[[str], bool]:
    members = frozenset(groups[name])
    return members.__contains__
