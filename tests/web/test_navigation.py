"""The head of each page: an officer's pages by kind of work, a member's few as they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from matchmaker.models import User

Make = Callable[..., User]
SignIn = Callable[[User], FlaskClient]
Look = Callable[..., Any]


def test_an_officer_finds_the_pages_in_six_kinds_of_work(officer: User, sign_in: SignIn, look: Look) -> None:
    page = look(sign_in(officer), "/board/")
    groups = page.all("details", name="site-nav")

    assert len(groups) == 4
    assert [group.get("class") for group in groups] == ["is-here", None, None, None]
    for path in ("/today/", "/board/", "/demands/", "/offers/", "/questions/", "/imports/", "/pipeline/",
                 "/introductions/", "/conferences/", "/map/", "/reference/", "/profiles/",
                 "/registrations/", "/consents/", "/account/"):  # fmt: skip
        assert page.all("a", href=path), path


@pytest.mark.parametrize(("role", "path"), [("producer", "/offers/"), ("buyer", "/demands/")])
def test_a_member_finds_its_few_pages_without_opening_anything(
    make_user: Make, sign_in: SignIn, look: Look, role: str, path: str
) -> None:
    page = look(sign_in(make_user(role)), path)

    assert page.all("details", name="site-nav") == []
    assert page.all("a", href=path, **{"aria-current": "true"})
    assert page.all("a", href="/introduced/")


def test_a_kind_of_work_with_one_page_left_is_that_page(make_user: Make, sign_in: SignIn, look: Look) -> None:
    page = look(sign_in(make_user("national_reader")), "/board/")

    assert len(page.all("details", name="site-nav")) == 2
    assert "Quản trị" not in page.text
    assert "Theo dõi kết nối" in page.text
