"""How much supply a conference would bring to a demand, counted so that no kilogram counts twice.

Pure. It is a greedy count, not an optimum: pairs are filled from the best score down, each taking what is
left of its offer and of its need in the months in which the two can trade. Only kilograms count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Months = tuple[int, ...]


@dataclass(frozen=True)
class Edge:
    """One offer that fits one demand, as the ranking judged it; ``invited`` is the party it would bring.

    Amounts are kilograms: a month's, or (``stock``, and a need that is not ``monthly``) the whole.
    """

    invited: str
    offer: str
    demand: str
    product: str
    months: Months
    supply_month: float
    supply: float
    need_month: float
    need: float
    monthly: bool

    @property
    def stock(self) -> bool:
        """Whether the supply is one amount that keeps, and not so much a month."""
        return abs(self.supply - self.supply_month * max(len(self.months), 1)) > max(1.0, 0.001 * self.supply)


@dataclass
class Ledger:
    """What is left of each offer and each need: for the whole (month 0) or by month."""

    offers: dict[tuple[str, int], float] = field(default_factory=dict)
    needs: dict[tuple[str, int], float] = field(default_factory=dict)

    def copy(self) -> Ledger:
        """A ledger to try something on."""
        return Ledger(dict(self.offers), dict(self.needs))

    def fill(self, edges: Iterable[Edge]) -> float:
        """Let pairs trade in the order given; how much they trade in all."""
        return sum(self._trade(edge) for edge in edges)

    def _trade(self, edge: Edge) -> float:
        traded = 0.0
        for month in edge.months or (0,):
            offer = (edge.offer, 0 if edge.stock else month)
            need = (edge.demand, month if edge.monthly else 0)
            left = self.offers.setdefault(offer, edge.supply if edge.stock else edge.supply_month)
            wanted = self.needs.setdefault(need, edge.need_month if edge.monthly else edge.need)
            amount = max(min(left, wanted), 0.0)
            self.offers[offer], self.needs[need] = left - amount, wanted - amount
            traded += amount
        return traded


@dataclass(frozen=True)
class Invitation:
    """A party worth asking: what it adds (kg) to those before it in the list, and the products of it."""

    party: str
    kg: float
    products: Sequence[str]


def best_invitations(present: Iterable[Edge], others: Iterable[Edge], most: int) -> list[Invitation]:
    """The parties to ask, one after the other the one that adds most; each counts on what is then left.

    ``present`` are the pairs among those who take part, best first: they are filled before anybody is asked.
    Equal ones stand in the order of their ids; whoever adds nothing is left out.
    """
    ledger = Ledger()
    ledger.fill(present)
    waiting: dict[str, list[Edge]] = {}
    for edge in others:
        waiting.setdefault(edge.invited, []).append(edge)
    chosen: list[Invitation] = []
    while waiting and len(chosen) < most:
        added = {party: ledger.copy().fill(edges) for party, edges in waiting.items()}
        party = min(waiting, key=lambda each: (-added[each], each))
        if added[party] <= 0:
            break
        edges = waiting.pop(party)
        ledger.fill(edges)
        products = list(dict.fromkeys(edge.product for edge in edges))
        chosen.append(Invitation(party, added[party], products))
    return chosen
