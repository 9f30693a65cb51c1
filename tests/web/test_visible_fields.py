from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from matchmaker.models import User
from matchmaker.permissions import Permission
from matchmaker.queries.visibility import VISIBLE, Viewer
from matchmaker.wording import visibility as words

DOCUMENT = Path(__file__).parents[2] / "docs/who-sees-what.md"


def test_the_page_shows_every_field_and_every_permission(
    officer: User, sign_in: Callable[..., FlaskClient], look: Callable[..., Any]
) -> None:
    page = look(sign_in(officer), "/who-sees-what/")

    for field in VISIBLE:
        assert words.FIELD[field][0] in page.text
    for permission in Permission:
        assert words.PERMISSION[permission.value][0] in page.text


@pytest.mark.parametrize("field", VISIBLE)
def test_the_documentation_says_of_each_field_what_the_table_says(field: str) -> None:
    told = [words.STAGE[str(VISIBLE[field][viewer].value)][1] for viewer in Viewer]

    assert f"| {words.FIELD[field][1]} | {' | '.join(told)} |" in DOCUMENT.read_text(encoding="utf-8")


def test_every_permission_field_and_viewer_has_a_name() -> None:
    assert {permission.value for permission in Permission} <= set(words.PERMISSION)
    assert set(words.FIELD) == set(VISIBLE)
    assert set(words.VIEWER) == {viewer.value for viewer in Viewer}
