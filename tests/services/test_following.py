"""Pairs that met are asked after 1, 3, 6 and 12 months."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker.models import MatchStage
from matchmaker.services.following import checks

BEGUN = date(2026, 1, 31)


def stage(code: str, day: date) -> MatchStage:
    return MatchStage(stage=code, happened_on=day)


@pytest.mark.parametrize(
    ("now", "states"),
    [
        (date(2026, 2, 1), "later later later later"),
        (date(2026, 2, 20), "due later later later"),
        (date(2026, 3, 1), "overdue later later later"),
        (date(2026, 5, 1), "overdue overdue later later"),
        (date(2027, 2, 1), "overdue overdue overdue overdue"),
    ],
)
def test_without_news_each_asking_becomes_due_and_then_overdue(now: date, states: str) -> None:
    found = checks([stage("met", BEGUN)], BEGUN, now)
    assert " ".join(check.state for check in found) == states
    assert [check.day for check in found] == [
        date(2026, 2, 28), date(2026, 4, 30), date(2026, 7, 31), date(2027, 1, 31),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("news", "states"),
    [
        (date(2026, 2, 10), "overdue overdue later later"),
        (date(2026, 2, 20), "done overdue later later"),
        (date(2026, 3, 5), "done overdue later later"),
        (date(2026, 4, 10), "done done later later"),
    ],
)
def test_news_counts_for_the_asking_that_it_is_nearest_to_and_those_before(news: date, states: str) -> None:
    found = checks([stage("sample", news)], BEGUN, date(2026, 5, 1))
    assert " ".join(check.state for check in found) == states


@pytest.mark.parametrize("code", ["failed", "closed"])
def test_a_pair_at_its_end_is_not_asked_again(code: str) -> None:
    found = checks([stage(code, BEGUN)], BEGUN, date(2028, 1, 1))
    assert {check.state for check in found} == {"done"}
