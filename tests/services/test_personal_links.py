"""A personal link opens its own participant's page, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from matchmaker.errors import NotFound
from matchmaker.models import User
from matchmaker.services import conferences, personal_links
from tests.services.test_conferences import document


@pytest.fixture
def conference_id(make_user: Callable[..., User], session: Any) -> str:
    return conferences.post(document(), session.get(User, make_user("organizer").id), "C1").id


def test_a_link_opens_its_own_participant(conference_id: str) -> None:
    conference, participant = personal_links.opened("C1", "P1", personal_links.key("C1", {"id": "P1"}))
    assert (conference.id, participant["name"]) == (conference_id, "Đơn vị P1 (mẫu)")


@pytest.mark.parametrize("wrong", ["", "0" * personal_links.LETTERS, "khóa"])
def test_a_wrong_key_opens_nothing(conference_id: str, wrong: str) -> None:
    with pytest.raises(NotFound):
        personal_links.opened(conference_id, "P1", wrong)


def test_the_key_of_another_participant_or_conference_opens_nothing(conference_id: str) -> None:
    for key in (personal_links.key("C1", {"id": "P2"}), personal_links.key("C2", {"id": "P1"})):
        with pytest.raises(NotFound):
            personal_links.opened(conference_id, "P1", key)
    with pytest.raises(NotFound):
        personal_links.opened("C2", "P1", personal_links.key("C2", {"id": "P1"}))


def test_a_new_serial_withdraws_the_links_given_before(make_user: Callable[..., User], session: Any) -> None:
    changed = document()
    changed["participants"][0]["link_serial"] = 1
    conferences.post(changed, session.get(User, make_user("organizer").id), "C3")
    with pytest.raises(NotFound):
        personal_links.opened("C3", "P1", personal_links.key("C3", {"id": "P1"}))
    personal_links.opened("C3", "P1", personal_links.key("C3", {"id": "P1", "link_serial": 1}))
