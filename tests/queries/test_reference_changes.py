"""Which state reference data are in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from matchmaker.models import ReferenceChange
from matchmaker.queries.reference_changes import Stamp, stamp, stamps
from matchmaker.services.transaction import transaction


def test_states_asked_for_together_are_those_asked_for_one_by_one(
    session: Any, make_user: Callable[..., Any]
) -> None:
    user = make_user("administrator")
    with transaction():
        for subject, number in (("products", 1), ("products", 2), ("products", 3), ("markets", 2)):
            session.add(
                ReferenceChange(
                    subject=subject, number=number, key=f"k{number}", action="change", values={}, before={},
                    reason="vì", user_id=user.id,
                )
            )  # fmt: skip
    asked = ("products", "coefficients", "markets")
    assert stamps(*asked) == [stamp(subject) for subject in asked]
    assert [found.number for found in stamps(*asked)] == [3, 0, 2]
    assert stamps("coefficients") == [Stamp()]
