"""A conference compiled to numbers: participants, slots, tables and pairs by position, sets of slots as bits.

Bit ``t`` of a slot set stands for the ``t``-th slot of the conference. ``allowed[p]`` is the set of slots in
which pair ``p`` may meet as far as the pair alone decides: both available, the session and slot asked for,
the fixed table there, an interpreter if one is needed, not forbidden, and nothing new in the past.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from .conference import Conference, Meeting, Pair
from .crews import Crew, crews
from .faults import IllFormedError, Problem


def bits(mask: int) -> Iterator[int]:
    """The positions in a slot set, in time order."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


class Grid:
    """Positions and limits of a conference. Raises `IllFormedError` if a past meeting could not have been."""

    def __init__(self, conference: Conference) -> None:
        self.conference = c = conference
        self.slot_at = {s.id: t for t, s in enumerate(c.slots)}
        self.person_at = {p.id: q for q, p in enumerate(c.participants)}
        self.table_at = {t.id: k for k, t in enumerate(c.tables)}
        self.pair_at = {e.key: i for i, e in enumerate(c.pairs)}
        self.slot_count, self.person_count = len(c.slots), len(c.participants)
        self.everything = (1 << self.slot_count) - 1
        self._compile_slots()
        self._compile_people()
        self._compile_pairs()
        self._freeze_past()
        self._call_interpreters()
        self.unlocked: list[Problem] = []

    def _compile_slots(self) -> None:
        c = self.conference
        keys = [(s.day, s.session) for s in c.slots]
        self.blocks: list[int] = [
            sum(1 << t for t, k in enumerate(keys) if k == key) for key in dict.fromkeys(keys)
        ]
        self.block_of = [
            next(b for b, mask in enumerate(self.blocks) if mask >> t & 1) for t in range(len(keys))
        ]
        self.session_mask = {
            name: sum(1 << t for t, s in enumerate(c.slots) if s.session == name)
            for name in {s.session for s in c.slots}
        }
        self.table_open = [self.everything & ~self._slots(t.unavailable) for t in c.tables]
        self.capacity = [sum(m >> t & 1 for m in self.table_open) for t in range(self.slot_count)]

    def _slots(self, ids: tuple[int | str, ...]) -> int:
        return sum(1 << self.slot_at[s] for s in ids)

    def _compile_people(self) -> None:
        people = self.conference.participants
        self.available = [self._slots(p.available) for p in people]
        self.fixed_table = [-1 if p.fixed_table is None else self.table_at[p.fixed_table] for p in people]
        # Two representatives at one fixed table still hold one meeting at a time.
        self.seats = [
            min(p.representatives, 1) if p.fixed_table is not None else p.representatives for p in people
        ]
        self.most = [self.slot_count if p.max_meetings is None else p.max_meetings for p in people]
        self.least = [p.min_meetings for p in people]
        rest = self.conference.rules.rest_after
        self.rest = [rest if rest and p.host else 0 for p in people]

    def _compile_pairs(self) -> None:
        c = self.conference
        self.ends = [(self.person_at[e.a], self.person_at[e.b]) for e in c.pairs]
        self.score = [e.score for e in c.pairs]
        self.required = [e.required for e in c.pairs]
        self.allowed = [self._allowed(e, *self.ends[i]) for i, e in enumerate(c.pairs)]
        self.before: list[list[int]] = [[] for _ in c.pairs]
        self.then: list[list[int]] = [[] for _ in c.pairs]
        for i, e in enumerate(c.pairs):
            for key in e.after:
                if key not in self.pair_at:  # waits for a meeting that nobody may hold
                    self.allowed[i] = 0
                    continue
                self.before[i].append(self.pair_at[key])
                self.then[self.pair_at[key]].append(i)
        self.table_of = [max(self.fixed_table[a], self.fixed_table[b]) for a, b in self.ends]
        self.pairs_of: list[list[int]] = [[] for _ in c.participants]
        for i, (a, b) in enumerate(self.ends):
            self.pairs_of[a].append(i)
            self.pairs_of[b].append(i)

    def _allowed(self, e: Pair, a: int, b: int) -> int:
        fixed = {self.fixed_table[a], self.fixed_table[b]} - {-1}
        if e.key in self.conference.forbidden or len(fixed) == 2 or not (self.seats[a] and self.seats[b]):
            return 0
        mask = self.available[a] & self.available[b]
        if e.session != "any":
            mask &= self.session_mask[e.session]
        if e.fixed_slot is not None:
            mask &= 1 << self.slot_at[e.fixed_slot]
        for k in fixed:
            mask &= self.table_open[k]
        return mask & sum(1 << t for t in range(self.slot_count) if self.capacity[t])

    def _freeze_past(self) -> None:
        """Past meetings keep their slot and table; every other pair may only meet from now on.

        ``settled`` holds the meetings that nothing may change: the past ones and, once `locks.lock` has found
        them possible, the locked ones.
        """
        self.settled: dict[int, Meeting] = {}
        previous = self.conference.previous
        if previous is None or previous.now is None:
            self.now = 0
            return
        if previous.now not in self.slot_at:
            raise IllFormedError([Problem("unknown_slot", {"field": "previous.now", "slot": previous.now})])
        self.now = self.slot_at[previous.now]
        faults = []
        for m in previous.meetings:
            if m.slot in self.slot_at and self.slot_at[m.slot] < self.now:
                if m.key not in self.pair_at or m.table not in self.table_at:
                    faults.append(Problem("past_meeting_unknown", m.as_record()))
                    continue
                pair, t = self.pair_at[m.key], self.slot_at[m.slot]
                fixed = self.table_of[pair]
                right_table = self.table_open[self.table_at[m.table]] >> t & 1 and fixed in (
                    -1,
                    self.table_at[m.table],
                )
                if pair in self.settled or not self.allowed[pair] >> t & 1 or not right_table:
                    faults.append(Problem("past_meeting_impossible", m.as_record()))
                self.settled[pair] = m
        if faults:
            raise IllFormedError(faults)
        future = self.everything & ~((1 << self.now) - 1)
        for pair in range(len(self.allowed)):
            if pair in self.settled:
                self.allowed[pair] = 1 << self.slot_at[self.settled[pair].slot]
            else:
                self.allowed[pair] &= future

    def _call_interpreters(self) -> None:
        """The crews of interpreters, and for each pair those that it counts in.

        What has been held was held, with an interpreter or without: a past slot has room for just that.
        """
        self.crews: list[Crew] = []
        self.crews_of: list[list[int]] = [[] for _ in self.ends]
        for n, crew in enumerate(crews(self.conference)):
            held = Counter(self.slot_at[m.slot] for p, m in self.settled.items() if p in crew.pairs)
            room = tuple(held[t] if t < self.now else there for t, there in enumerate(crew.room))
            self.crews.append(replace(crew, room=room))
            there = sum(1 << t for t, most in enumerate(room) if most)
            for p in crew.pairs:
                self.crews_of[p].append(n)
                self.allowed[p] &= there

    def settle(self, pair: int, meeting: Meeting) -> None:
        """Let nothing change a meeting that is to come: its slot and table are the pair's only ones."""
        self.settled[pair] = meeting
        self.allowed[pair] = 1 << self.slot_at[meeting.slot]
        self.table_of[pair] = self.table_at[meeting.table]

    @cached_property
    def shared_tables(self) -> bool:
        """Whether a table can be taken under a pair: two participants share a fixed one, or one is locked."""
        if any(self.slot_at[m.slot] >= self.now for m in self.settled.values()):
            return True
        fixed = [k for k in self.fixed_table if k >= 0]
        return len(fixed) != len(set(fixed))
