"""The figures of the report on introduced matches, and the report itself in each format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from matchmaker.documents.outcomes import AGREEMENTS, Agreement
from matchmaker.documents.pipeline_report import Delivered, Figures, report
from matchmaker.documents.prints import FORMS, written
from matchmaker.errors import NotFound
from matchmaker.models import User
from matchmaker.queries import pipeline_report as queries
from matchmaker.queries.pipeline_report import Period
from matchmaker.services import offices
from matchmaker.services.calendar import today

TRIED = ("met", "sample", "quote", "visit")


def figures(actor: User, period: Period) -> Figures:
    """What happened in a period among what the actor may see. Each kind of agreement stands by itself."""
    letters, stages = queries.letters(actor, period), queries.stages(actor, period)
    failed = {row.match_id: row.reason for row in stages if row.stage == "failed"}
    return Figures(
        first=period.first,
        last=period.last,
        province=period.province,
        letters=len({row.letter for row in letters}),
        introduced=len({row.match_id for row in letters}),
        buyers=len({row.buyer for row in letters}),
        producers=len({row.producer for row in letters}),
        answers={
            side: dict(Counter(getattr(row, f"{side}_answer") for row in letters))
            for side in ("buyer", "producer")
        },
        steps={step: len({row.match_id for row in stages if row.stage == step}) for step in TRIED},
        agreements={kind: _agreements(stages, kind) for kind in AGREEMENTS},
        deliveries=[
            Delivered(
                row.producer, row.buyer, row.product, row.delivered_on, row.quantity, row.unit, row.value
            )
            for row in queries.deliveries(actor, period)
        ],
        reasons=dict(Counter(filter(None, failed.values())).most_common()),
    )


def printed(actor: User, period: Period, form: str, lang: str) -> bytes:
    """The report as PDF, Word file or workbook. Raises ``NotFound``, ``NotPrintedError``."""
    if form not in FORMS:
        raise NotFound
    told = actor.organisation
    home = period.province or (told.province if told and told.side == "department" else "")
    return written([report(figures(actor, period), _head(home), today(), lang)], form)


def _head(province: str) -> dict[str, str]:
    office = offices.office(province)
    return {name: getattr(office, name) for name in offices.FIELDS}


def _agreements(stages: Iterable[Any], kind: str) -> list[Agreement]:
    """One a match, with the latest figures that were told."""
    found: dict[int, Agreement] = {}
    for row in stages:
        if row.stage == kind:
            told = Agreement(row.producer, row.buyer, row.quantity, row.unit, row.value)
            before = found.get(row.match_id)
            found[row.match_id] = told if before is None or row.quantity or row.value else before
    return list(found.values())
