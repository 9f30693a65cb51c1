"""How far a match has come: its stages as lines, and the small form that adds one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from matchmaker.models import MatchStage
from matchmaker.queries import match_stages
from matchmaker.schemas.results import StageSchema
from matchmaker.services.calendar import today
from matchmaker.web.forms import RecordForm
from matchmaker.web.words import day, label, money, number, unit

FIELDS = tuple(StageSchema().fields)


@dataclass(frozen=True)
class StageLine:
    """One stage: its name, day, amounts and words."""

    name: str
    day: date
    amount: str
    note: str
    conference: str


class StageForm(RecordForm):
    """A stage as typed; a fresh form has today's date."""

    def __init__(self, typed: Any = None) -> None:
        super().__init__(StageSchema, FIELDS, typed, {"happened_on": day(today())})


def stage_lines(found: Sequence[tuple[MatchStage, str | None]]) -> list[StageLine]:
    """Stages as ``queries.match_stages`` reads them, as lines."""
    lines = []
    for stage, conference in found:
        told = [f"{number(stage.quantity, 2)} {unit(stage.unit, stage.quantity)}"] if stage.quantity else []
        told += [money(stage.value)] if stage.value else []
        name = label("stage", stage.stage)
        if stage.reason:
            name = f"{name}: {label('decision_reason', stage.reason)}"
        note = "" if match_stages.told_by_itself(stage) else stage.note
        lines.append(StageLine(name, stage.happened_on, "; ".join(told), note, conference or ""))
    return lines
