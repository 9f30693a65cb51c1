"""All rules of a timetable that minimises gaps, as clauses; what is minimised is how many gap literals hold.

Beside the rules stands one that follows from them and makes proofs short: a participant's used slots sum to
its meetings (Bofill, Coll, Garcia, Giráldez-Cru, Pesant, Suy and Villaret, JAIR 74, 2022). That a slot has no
more meetings than tables can be said of the meetings, or of the participants busy in it (at most twice as
many as tables, also theirs): where tables are tight the latter proves a hundred times sooner, where they are
not the former does. Nobody knows beforehand, so both are offered.
"""

from __future__ import annotations

from .alone import fewest_gaps
from .clauses import Clauses
from .grid import Grid, bits

Cell = tuple[int, int]
MOST_CELLS = 40_000


class GapProgramme:
    """Clauses over "pair p meets in slot t" (``at``), "participant q is busy in t", and gaps.

    ``by_people``: tables are counted by the participants busy in a slot, else by its meetings.
    """

    def __init__(self, grid: Grid, minima: bool = True, by_people: bool = True) -> None:
        self.grid, self._by_people = grid, by_people
        self.clauses = Clauses()
        self.at: dict[Cell, int] = {
            (p, t): self.clauses.new() for p, mask in enumerate(grid.allowed) for t in bits(mask)
        }
        self.gaps: list[int] = []
        self.least = 0  # gaps that single participants cannot avoid
        self.suspects: list[int] = []  # where those may be
        self._held: list[dict[int, list[int]]] = [{} for _ in range(grid.person_count)]
        for (p, t), x in self.at.items():
            for q in grid.ends[p]:
                self._held[q].setdefault(t, []).append(x)
        self._busy = [{t: self.clauses.any_of(xs) for t, xs in sorted(held.items())} for held in self._held]
        self._pairs()
        self._people(minima)
        self._slots()
        self._waiting()

    def slots(self, model: list[int]) -> list[int]:
        """The slot of every pair (-1: none) by the variables that hold."""
        true, slots = set(model), [-1] * len(self.grid.ends)
        for (p, t), x in self.at.items():
            if x in true:
                slots[p] = t
        return slots

    @staticmethod
    def covers(grid: Grid) -> bool:
        """Whether all rules can be said here (rests that are no gaps cannot), and in not too many clauses."""
        return not any(grid.rest) and sum(mask.bit_count() for mask in grid.allowed) <= MOST_CELLS

    def _pairs(self) -> None:
        """Musts and settled meetings once, others at most once; each after what it waits for."""
        g, c = self.grid, self.clauses
        for p, mask in enumerate(g.allowed):
            cells = [self.at[p, t] for t in bits(mask)]
            c.at_most(cells, 1)
            if g.required[p] or p in g.settled:
                c.at_least(cells, 1)
            for w in g.before[p]:
                for t in bits(mask):
                    c.add(-self.at[p, t], *(self.at[w, s] for s in bits(g.allowed[w]) if s < t))

    def _people(self, minima: bool) -> None:
        """As many at a time as there are representatives, and as many in all as the musts and limits say."""
        g, c = self.grid, self.clauses
        self._most = [0] * g.person_count
        for q, held in enumerate(self._held):
            for xs in held.values():
                c.at_most(xs, g.seats[q])
            mine = [p for p in g.pairs_of[q] if g.allowed[p]]
            sure = sum(g.required[p] or p in g.settled for p in mine)
            least, most = max(sure, g.least[q] if minima else 0), min(g.most[q], len(mine))
            self._most[q] = most
            one_at_a_time = g.seats[q] == 1
            units = list(self._busy[q].values()) if one_at_a_time else [x for xs in held.values() for x in xs]
            if least == most and one_at_a_time and units:
                c.exactly_along(units, most)
            else:
                c.at_most(units, most)
                c.at_least(units, least)

    def _slots(self) -> None:
        g, c = self.grid, self.clauses
        for t in range(g.slot_count):
            here = [(p, self.at[p, t]) for p, mask in enumerate(g.allowed) if mask >> t & 1]
            busy = [b[t] for q, b in enumerate(self._busy) if t in b and g.seats[q] == 1]
            if self._by_people:
                c.at_most(busy, 2 * g.capacity[t])
            if not self._by_people or max(g.seats) > 1:  # else busy people come in pairs
                c.at_most([x for _, x in here], g.capacity[t])
            for crew in g.crews:
                c.at_most([x for p, x in here if p in crew.pairs], crew.room[t])
            for k in {g.table_of[p] for p, _ in here} - {-1}:
                c.at_most([x for p, x in here if g.table_of[p] == k], 1)

    def _waiting(self) -> None:
        """One literal for each place where somebody may wait, and how unequal the gaps may be."""
        allowed = self.grid.conference.rules.max_gap_difference
        by_person = [self._gaps_of(q) for q in range(self.grid.person_count)]
        self.gaps = [x for xs in by_person for x in xs]
        if allowed is not None:
            most = [min(len(xs), self._most[q] - 1) for q, xs in enumerate(by_person)]
            self._even(by_person, most, allowed)

    def _gaps_of(self, q: int) -> list[int]:
        if self._most[q] < 2:
            return []
        gaps = [x for row in self._rows(q) for x in self._gaps_in(q, row)]
        alone = fewest_gaps(self.grid, q)
        if alone:
            self.clauses.at_least(gaps, alone)
            self.least += alone
            self.suspects += gaps
        return gaps

    def _rows(self, q: int) -> list[list[int]]:
        """Slots in a row: two meetings that are not neighbours in it have a gap between them."""
        g = self.grid
        if g.conference.rules.gaps == "any":
            return [list(range(g.slot_count))]
        return [list(bits(g.available[q] & block)) for block in g.blocks]

    def _gaps_in(self, q: int, row: list[int]) -> list[int]:
        """A gap follows a slot: busy in it, not in the next, but busy again later."""
        c, busy = self.clauses, self._busy[q]
        out, later = [], 0
        for i in range(len(row) - 3, -1, -1):
            if row[i + 2] in busy:
                again = busy[row[i + 2]]
                later = c.any_of([again, later]) if later else again
            if row[i] not in busy or not later:
                continue
            gap, after = c.new(), busy.get(row[i + 1])
            c.add(-gap, busy[row[i]])
            c.add(-gap, later)
            if after is not None:
                c.add(-gap, -after)
            c.add(gap, -busy[row[i]], -later, *([after] if after is not None else []))
            out.append(gap)
        return out

    def _even(self, by_person: list[list[int]], most: list[int], allowed: int) -> None:
        """Nobody has more than ``allowed`` gaps more than anybody else."""
        c = self.clauses
        surely = max(0, min(most, default=0))  # nobody can be made to have more than this many
        for q, xs in enumerate(by_person):
            if most[q] > surely + allowed:
                c.at_most(xs, surely + allowed)
        counts = [c.count(xs, min(n, surely + allowed)) for xs, n in zip(by_person, most, strict=True)]
        for n in range(allowed, surely + allowed):
            worst = c.new()
            for count in counts:
                if n < len(count):
                    c.add(-count[n], worst)
                c.add(-worst, count[n - allowed])
