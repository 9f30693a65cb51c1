"""Try a profile, or other coefficients, on real demands beside what is in use; nothing of it is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matchmaker.models import ProfileVersion, User
from matchmaker.queries import open_demands
from matchmaker.queries.open_demands import OpenDemand
from matchmaker.queries.reference_changes import Row
from matchmaker.services import knowledge, layers, resident
from matchmaker.services.calendar import today
from matchmaker.services.profiles import active, built
from scoring.comparison import Comparison, compare
from scoring.context import Context
from scoring.profile import Profile

MOST = 200  # demands tried at once: a page must answer within seconds


@dataclass(frozen=True)
class Choice:
    """Which demands to try: all that the actor sees, those of one ``province``, or the ``chosen`` ids."""

    kind: str = "all"
    province: str = ""
    chosen: tuple[str, ...] = ()

    def takes(self, demand: OpenDemand) -> bool:
        """Whether a demand belongs to the choice."""
        if self.kind == "province":
            return demand.province == self.province
        return self.kind != "some" or demand.id in self.chosen


@dataclass(frozen=True)
class Tried:
    """A demand with what changes in its ranking."""

    demand: OpenDemand
    comparison: Comparison


@dataclass(frozen=True)
class Trial:
    """What a profile would change. ``left_out`` counts chosen demands beyond the first ``MOST``."""

    tried: Sequence[Tried]
    left_out: int
    offers: dict[str, tuple[str, str]]

    @property
    def changed(self) -> list[Tried]:
        """The demands in whose ranking something moves."""
        return [each for each in self.tried if not each.comparison.still]

    def first_changes(self) -> int:
        """How many demands get another first offer, or lose or gain one."""
        return sum(each.comparison.first_changes for each in self.tried)

    def top_changes(self, top: int) -> int:
        """How many demands get another offer among their first ``top``."""
        return sum(bool(c.entered(top) or c.left(top)) for c in (each.comparison for each in self.tried))

    def became_vetoed(self) -> int:
        """How many pairs would be refused that fit today."""
        return sum(len(each.comparison.became_vetoed) for each in self.tried)

    def became_eligible(self) -> int:
        """How many pairs would fit that are refused today."""
        return sum(len(each.comparison.became_eligible) for each in self.tried)


def choosable(actor: User) -> list[OpenDemand]:
    """The demands that the actor may try a profile on."""
    return open_demands.listed(actor)


def try_out(version: ProfileVersion, demands: Sequence[OpenDemand], choice: Choice) -> Trial:
    """Rank the chosen ones of ``demands`` under the profile in use and under ``version``."""
    chosen = [demand for demand in demands if choice.takes(demand)]
    return _compared(chosen, knowledge.context(today()), built(version.digest))


def with_coefficients(rows: Sequence[Row], actor: User) -> Trial:
    """Rank the demands that the actor sees as they stand, and over other rows of the coefficients."""
    then = knowledge.context_over(rows, today())
    return _compared(choosable(actor), knowledge.context(today()), active(), then)


def _compared(
    chosen: Sequence[OpenDemand], context: Context, profile: Profile, then: Context | None = None
) -> Trial:
    tried = chosen[:MOST]
    wanted = [layers.demand(demand.parsed, demand.doubts) for demand in tried]
    found = compare(wanted, resident.offers(context).shards, context, active(), profile, then)
    results = [Tried(demand, each) for demand, each in zip(tried, found, strict=True)]
    named = {move.offer for each in results for move in each.comparison.moves}
    return Trial(results, len(chosen) - len(tried), open_demands.offer_names(named))
