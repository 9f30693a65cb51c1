"""Who has come: the latest word stands, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from matchmaker.errors import InvalidRecord, NotFound
from matchmaker.models import User
from matchmaker.queries import attendance
from matchmaker.services import attending, audit, conferences
from tests.services.test_conferences import document


@pytest.fixture
def organizer(make_user: Callable[..., User], session: Any) -> User:
    return session.get(User, make_user("organizer").id)


@pytest.fixture(autouse=True)
def conference(organizer: User) -> None:
    conferences.post(document(), organizer, "C1", "Bắc Ninh")


def word(participant: str) -> tuple[str, str, str] | None:
    row = attendance.of_conference("C1").get(participant)
    return (row.status, row.slot, row.how) if row else None


def test_the_latest_word_stands(organizer: User) -> None:
    attending.note("C1", "P1", "late", organizer, "3")
    attending.note("C1", "P2", "absent", organizer)
    attending.note("C1", "P2", "arrived", organizer, how="qr")
    assert word("P1") == ("late", "3", "name")
    assert word("P2") == ("arrived", "", "qr")
    assert word("B1") is None


def test_a_late_one_that_arrives_keeps_the_slot_before_which_it_met_nobody(organizer: User) -> None:
    attending.note("C1", "P1", "late", organizer, "3")
    attending.note("C1", "P1", "arrived", organizer)
    assert word("P1") == ("arrived", "3", "name")


def test_each_word_can_be_taken_back_down_to_not_seen_yet(organizer: User) -> None:
    attending.note("C1", "P1", "arrived", organizer)
    attending.note("C1", "P1", "left", organizer, "4")
    assert attending.undo("C1", "P1", organizer) == "arrived"
    assert word("P1") == ("arrived", "", "name")
    assert attending.undo("C1", "P1", organizer) == ""
    assert word("P1") is None
    assert attending.undo("C1", "P1", organizer) == ""
    attending.note("C1", "P1", "absent", organizer)
    assert attending.undo("C1", "P1", organizer) == ""


def test_a_second_scan_of_the_same_card_changes_nothing(organizer: User) -> None:
    attending.note("C1", "P1", "arrived", organizer, how="qr")
    attending.note("C1", "P1", "arrived", organizer, how="qr")
    assert len(attendance.earlier_words("C1", "P1")) == 1
    assert audit.broken_at() is None


@pytest.mark.parametrize(
    ("status", "slot", "how"),
    [("gone", "", "name"), ("late", "", "name"), ("left", "99", "name"), ("arrived", "", "fax")],
)
def test_a_word_that_means_nothing_is_refused(status: str, slot: str, how: str, organizer: User) -> None:
    with pytest.raises(InvalidRecord):
        attending.note("C1", "P1", status, organizer, slot, how)
    assert word("P1") is None


def test_strangers_and_foreign_provinces_are_not_found(
    organizer: User, make_user: Callable[..., User]
) -> None:
    with pytest.raises(NotFound):
        attending.note("C1", "P9", "arrived", organizer)
    far = make_user("officer", "far@example.com", provinces=["Cà Mau"])
    with pytest.raises(NotFound):
        attending.note("C1", "P1", "arrived", far)
    with pytest.raises(NotFound):
        attending.undo("C1", "P1", far)
    near = make_user("officer", "near@example.com", provinces=["Bắc Ninh"])
    attending.note("C1", "P1", "arrived", near)
    assert word("P1") == ("arrived", "", "name")
