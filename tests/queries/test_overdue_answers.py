"""Unanswered introductions come back as tasks after 3, 7 and 14 days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from matchmaker.models import Introduction, Match, User
from matchmaker.queries import overdue_answers
from matchmaker.services import answering, decisions, introducing, pipeline
from tests.conftest import TODAY, reload

Make = Callable[..., Any]


@pytest.fixture
def officer(session: Any, make_user: Make) -> User:
    return reload(make_user())


@pytest.fixture
def letter(session: Any, accepted: list[int], officer: User) -> Introduction:
    return introducing.introduce("D1", [], officer)


def waiting(officer: User, days: int) -> list[tuple[str, str, int]]:
    found = overdue_answers.listed(officer, TODAY + timedelta(days=days))
    assert overdue_answers.count(officer, TODAY + timedelta(days=days)) == len(found)
    return [(each.side, each.party, each.age) for each in found]


@pytest.mark.parametrize(("days", "age"), [(3, 3), (6, 3), (7, 7), (13, 7), (14, 14), (90, 14)])
def test_both_sides_owe_an_answer_and_it_ages(
    letter: Introduction, officer: User, days: int, age: int
) -> None:
    assert sorted(waiting(officer, days)) == sorted(
        [
            ("buyer", "Siêu thị A (mẫu)", age),
            ("buyer", "Siêu thị A (mẫu)", age),
            ("producer", "HTX Mận (mẫu)", age),
            ("producer", "HTX Mận Bắc Hà (mẫu)", age),
        ]
    )


def test_nothing_is_overdue_before_the_third_day(letter: Introduction, officer: User) -> None:
    assert waiting(officer, 2) == []


def test_who_has_answered_owes_nothing_and_a_refusal_frees_the_other(
    letter: Introduction, officer: User
) -> None:
    first, second = letter.introduced
    answering.answer(first, "buyer", {"answer": "interested"}, "officer", officer)
    assert [side for side, _, _ in waiting(officer, 3)].count("buyer") == 1

    answering.answer(second, "producer", {"answer": "refused", "reason": "season_over"}, "officer", officer)
    assert waiting(officer, 3) == [("producer", "HTX Mận (mẫu)", 3)]


def test_a_match_that_went_on_or_was_put_back_owes_nothing(
    session: Any, letter: Introduction, officer: User, accepted: list[int]
) -> None:
    pipeline.note_stage(accepted[0], {"stage": "sample", "happened_on": TODAY}, officer)
    decisions.decide(accepted[1], "hold", "", "", officer)

    assert session.get(Match, accepted[1]).status == "held"
    assert waiting(officer, 14) == []


def test_only_what_the_officer_may_see_counts(letter: Introduction, make_user: Make, officer: User) -> None:
    day = date(2026, 12, 31)
    far = reload(make_user("officer", "far@example.com", provinces=["Cà Mau"]))
    near = reload(make_user("officer", "near@example.com", provinces=["Bắc Ninh"]))

    assert overdue_answers.count(far, day) == 0
    assert overdue_answers.count(near, day) == 4
    assert len(overdue_answers.listed(near, day, 3)) == 3
