"""What every page promises: what people type never becomes markup, and no page needs inline code."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from flask.testing import FlaskClient

from matchmaker.models import User

Look = Callable[..., Any]
Make = Callable[..., str]
SignIn = Callable[[User], FlaskClient]

PATHS = (
    "/board/",
    "/board/demands/D1",
    "/board/matches/1",
    "/demands/",
    "/demands/new",
    "/offers/",
    "/offers/new",
)
PAYLOADS = [
    before + inside + after
    for before, inside, after in product(
        ("", '"', "'", "</option>", "</title>", "</textarea>", "-->", "{{7*7}}", "${7*7}"),
        ("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<b>x</b>"),
        ("", '"', "<!--", "' onfocus=alert(1) x='"),
    )
]


@pytest.fixture
def hostile(officer: User, make_offer: Make, make_demand: Make) -> None:
    """Every payload in every text field of some offer, and in those of a ranked demand and of others."""
    everything = " ".join(PAYLOADS)
    for number, start in enumerate(range(0, len(everything), 250)):
        text = everything[start : start + 250]
        named = {"product": f"Mận tam hoa {text}", "description": text, "note": text}
        words = {"packaging": text, "grade": text, "supply_text": text, "season_text": text}
        make_offer(officer, id=f"O{number}", producer=text, **named, **words)
        asked = {"spec": text, "demand_text": text, "delivery_rhythm": text}
        make_demand(officer, id=f"D{number}", buyer=text, ranked=number == 1, **named, **asked)


def test_hostile_texts_stay_texts_on_every_page(
    hostile: None, officer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(officer)
    assert "onerror=alert(1)" in look(browser, "/board/").text
    for path in PATHS:
        page = look(browser, path)
        assert page.status == 200, path
        for attrs in (attrs for _tag, attrs in page.tags):
            assert not any(name.startswith("on") for name in attrs), path
        assert page.all("img") == [], path
        assert page.all("b") == [], path
        assert "alert(1)" not in "".join(attrs.get("src", "") for _tag, attrs in page.tags), path


def test_a_refused_form_gives_hostile_text_back_as_text(officer: User, sign_in: SignIn, look: Look) -> None:
    browser = sign_in(officer)
    for payload in PAYLOADS[::4]:
        page = look(browser, "/demands/new", data={"product": "", "spec": payload, "note": payload})
        assert page.status == 422
        assert page.all("input", name="spec")[0]["value"] == payload
        assert page.all("img") == page.all("b") == []
        assert [tag for tag, attrs in page.tags if any(name.startswith("on") for name in attrs)] == []


@pytest.mark.parametrize("path", PATHS)
def test_no_page_needs_inline_code_or_foreign_addresses(
    officer: User, make_offer: Make, make_demand: Make, sign_in: SignIn, look: Look, path: str
) -> None:
    make_offer(officer)
    make_demand(officer)
    page = look(sign_in(officer), path)
    assert page.all("style") == []
    assert [attrs for _tag, attrs in page.tags if "style" in attrs] == []
    assert all(attrs.get("src", "").startswith("/static/") for attrs in page.all("script"))
    assert all(attrs["href"].startswith("/static/") for attrs in page.all("link"))


@pytest.mark.parametrize("path", PATHS)
def test_pages_are_well_formed_for_people_and_machines(
    officer: User, make_offer: Make, make_demand: Make, sign_in: SignIn, look: Look, path: str
) -> None:
    make_offer(officer)
    make_demand(officer)
    page = look(sign_in(officer), path)
    if page.status == 404:
        return
    ids = [attrs["id"] for _tag, attrs in page.tags if attrs.get("id")]
    assert len(ids) == len(set(ids))
    assert len(page.all("h1")) == 1
    assert page.title.strip().endswith("– Kết nối cung cầu")
    for form in page.all("form"):
        assert form["action"].startswith("/")
        assert form["method"] in ("get", "post")
    labelled = {attrs["for"] for attrs in page.all("label")}
    visible = [field for field in page.all("input") if field.get("type") != "hidden"]
    for field in [*visible, *page.all("select"), *page.all("textarea")]:
        assert field["id"] in labelled


@pytest.mark.parametrize("path", PATHS)
def test_every_post_form_carries_a_token(
    officer: User, make_offer: Make, make_demand: Make, sign_in: SignIn, look: Look, path: str
) -> None:
    make_offer(officer)
    make_demand(officer)
    page = look(sign_in(officer), path)
    posts = [form for form in page.all("form") if form["method"] == "post"]
    assert len(page.all("input", name="csrf_token")) == len(posts)


def test_pages_of_signed_in_people_are_kept_nowhere(officer: User, sign_in: SignIn) -> None:
    headers = sign_in(officer).get("/board/").headers
    assert headers["Cache-Control"] == "no-store"
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
