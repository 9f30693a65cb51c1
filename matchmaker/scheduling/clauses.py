"""Rules as clauses: the small part of propositional logic that timetables need.

Variables are 1, 2, …; a negative number is the opposite. Counting is by totalizers (Bailleux and Boufkhad,
2003): a tree of sorted unary numbers, cut off where nobody asks for more.
"""

from __future__ import annotations

from collections.abc import Sequence

PAIRWISE = 6  # up to so many, "at most one" is said pair by pair


class Clauses:
    """A growing list of clauses, each of which must hold in one of its literals."""

    def __init__(self) -> None:
        self.variables = 0
        self.all: list[list[int]] = []

    def new(self) -> int:
        self.variables += 1
        return self.variables

    def add(self, *literals: int) -> None:
        self.all.append(list(literals))

    def any_of(self, literals: Sequence[int]) -> int:
        """A variable that holds exactly when one of ``literals`` does."""
        if len(literals) == 1:
            return literals[0]
        one = self.new()
        for x in literals:
            self.add(-x, one)
        self.add(-one, *literals)
        return one

    def at_most(self, literals: Sequence[int], most: int) -> None:
        if most == 1 and len(literals) <= PAIRWISE:
            self.all += [[-x, -y] for i, x in enumerate(literals) for y in literals[i + 1 :]]
        elif most < len(literals):
            self.add(-self.count(literals, most + 1, down=False)[most])

    def at_least(self, literals: Sequence[int], least: int) -> None:
        """At least so many; that no literals reach it makes the whole unsatisfiable."""
        if least > len(literals):
            self.all.append([])
        elif least > 0:
            self.add(self.count(literals, least, up=False)[least - 1])

    def exactly_along(self, literals: Sequence[int], number: int) -> None:
        """Just so many of ``literals``, counted along an order such as time (Sinz, 2005)."""
        if number > len(literals):
            self.all.append([])
            return
        before: list[int] = []
        for n, x in enumerate(literals):
            row = [self.new() for _ in range(min(number, n + 1))]
            for k, more in enumerate(row):
                was = [before[k]] if k < len(before) else []
                fewer = [before[k - 1]] if k else []
                self.all += [[-y, more] for y in was] + [[-more, y] for y in fewer]
                self.add(-x, more, *(-y for y in fewer))
                self.add(-more, x, *was)
            if len(before) == number:
                self.add(*(-y for y in before[-1:]), -x)
            before = row
        if number:
            self.add(before[-1])

    def count(self, literals: Sequence[int], upto: int, up: bool = True, down: bool = True) -> list[int]:
        """Variables of which the k-th (from 0) holds when more than k literals do, for k < ``upto``.

        ``up``: it must hold then; ``down``: it must not hold otherwise.
        """
        if len(literals) <= 1:
            return list(literals[:upto])
        half = len(literals) // 2
        left, right = (self.count(part, upto, up, down) for part in (literals[:half], literals[half:]))
        out = [self.new() for _ in range(min(upto, len(literals)))]
        for i in range(len(left) + 1):
            for j in range(len(right) + 1):
                reached = [-left[i - 1]] if i else []
                reached += [-right[j - 1]] if j else []
                if up and 0 < i + j <= len(out):
                    self.add(*reached, out[i + j - 1])
                missed = ([left[i]] if i < len(left) else []) + ([right[j]] if j < len(right) else [])
                exact = (i < len(left) or len(left) == half) and (
                    j < len(right) or len(right) == len(literals) - half
                )
                if down and exact and i + j < len(out):
                    self.add(*missed, -out[i + j])
        return out
