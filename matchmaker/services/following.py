"""What is to be asked of the pairs that met, 1, 3, 6 and 12 months after a conference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from matchmaker.models import Conference, MatchStage, MeetingResult
from matchmaker.queries import conference_results
from matchmaker.schemas.follow_ups import FOLLOWED, months_after
from matchmaker.services import hall_clock
from matchmaker.services.calendar import today

SOON = timedelta(days=14)
OVER = frozenset({"closed", "failed"})  # stages after which nobody is asked


@dataclass(frozen=True)
class Check:
    """One asking: so many ``months`` after, on a day; ``state`` is done, overdue, due or later."""

    months: int
    day: date
    state: str


@dataclass(frozen=True)
class Followed:
    """A pair that met: its slip, the stage it has reached, and what is still to be asked."""

    result: MeetingResult
    stage: MatchStage | None
    checks: Sequence[Check]

    @property
    def state(self) -> str:
        """The most urgent of its checks: overdue, due, later, or done."""
        states = {check.state for check in self.checks}
        return next((state for state in ("overdue", "due", "later") if state in states), "done")


def followed(conference: Conference) -> list[Followed]:
    """The pairs that met, the most urgent first. The conference was read through its scope."""
    stages: dict[tuple[int | None, int | None], list[MatchStage]] = {}
    for stage, _match in conference_results.stages(conference.id):
        stages.setdefault((stage.match_id, stage.result_id), []).append(stage)
    begun = hall_clock.last_day(conference.document) or today()
    rows = []
    for result in conference_results.results(conference.id):
        if result.outcome == "met":
            its = stages.get((result.match_id, None if result.match_id else result.id), [])
            rows.append(Followed(result, its[-1] if its else None, checks(its, begun, today())))
    order = ("overdue", "due", "later", "done")
    return sorted(rows, key=lambda row: (order.index(row.state), row.result.producer, row.result.buyer))


def checks(stages: Iterable[MatchStage], begun: date, now: date) -> list[Check]:
    """The four askings. One is done by news nearer to it than to the one before, or at the end of the pair.

    The conference itself stands for the asking before the first.
    """
    latest = max((stage.happened_on for stage in stages), default=date.min)
    over = any(stage.stage in OVER for stage in stages)
    found, since = [], begun
    for months in FOLLOWED:
        day = months_after(begun, months)
        if over or latest > since + (day - since) / 2:
            state = "done"
        elif now > day:
            state = "overdue"
        else:
            state = "due" if now >= day - SOON else "later"
        found.append(Check(months, day, state))
        since = day
    return found
