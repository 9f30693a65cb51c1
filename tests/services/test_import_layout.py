from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from matchmaker.models import EVERYWHERE, User
from matchmaker.queries import imports
from matchmaker.services import importing


@pytest.fixture
def officer(session: Any, make_user: Callable[..., User]) -> User:
    return make_user("officer", provinces=[EVERYWHERE])


def test_a_sender_s_own_header_is_remembered(officer: User) -> None:
    found = importing.send(b"Hang,Ban boi,Sl\nChe,HTX A,5 tan\n", "a.csv", "offer", "HTX Vùng Cao", officer)
    importing.check(found.id)
    found = imports.one(found.id, officer)
    importing.read_again(found.id, officer, found.version, columns={"Hang": "product", "Ban boi": "producer"})
    importing.check(found.id)
    assert imports.one(found.id, officer).look["counts"] == {"create": 1}
    again = importing.send(b"Hang,Ban boi,Sl\nGao,HTX B,5 tan\n", "b.csv", "offer", "HTX vùng cao", officer)
    importing.check(again.id)
    columns = imports.one(again.id, officer).look["columns"]
    assert [(each["field"], each["why"]) for each in columns[:2]] == [
        ("product", "remembered"),
        ("producer", "remembered"),
    ]
