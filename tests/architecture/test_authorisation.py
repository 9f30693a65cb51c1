"""Every endpoint of the application against every kind of caller."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from werkzeug.routing import Rule

from matchmaker.permissions import PUBLIC, ROLES, Permission

Make = Callable[..., Any]
UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}


def calls(app: Flask) -> Iterator[tuple[Rule, str, Permission | None]]:
    """Each rule, method and the permission that its view names."""
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield rule, method, permission(app, rule.endpoint, method)


def permission(app: Flask, endpoint: str, method: str) -> Permission | None:
    view: Any = app.view_functions[endpoint]
    if hasattr(view, "view_class"):
        view = getattr(view.view_class, method.lower())
    return getattr(view, "permission", None)


def address(app: Flask, rule: Rule) -> str:
    """The rule's address with ids that nobody knows."""
    values = {
        name: 999_999 if "Integer" in type(converter).__name__ else "khong-co"
        for name, converter in rule._converters.items()
    }
    return rule.build(values, append_unknown=False)[1] if values else rule.rule


@pytest.fixture
def guarded(app: Flask) -> list[tuple[Rule, str, Permission]]:
    return [(rule, method, needed) for rule, method, needed in calls(app) if needed is not None]


def test_every_endpoint_names_a_permission_or_is_public(app: Flask) -> None:
    unguarded = {rule.endpoint for rule, _, needed in calls(app) if needed is None}

    assert unguarded == {endpoint for endpoint in PUBLIC if endpoint in app.view_functions}


def test_a_public_endpoint_names_no_permission(app: Flask) -> None:
    named = {rule.endpoint for rule, _, needed in calls(app) if needed is not None}

    assert named & PUBLIC == set()


def test_every_permission_belongs_to_some_role() -> None:
    assert frozenset().union(*ROLES.values()) == frozenset(Permission)


def test_anonymous_callers_are_sent_away_everywhere(
    app: Flask, guarded: list[tuple[Rule, str, Permission]]
) -> None:
    anonymous = app.test_client()
    wrong = []
    for rule, method, _ in guarded:
        answer = anonymous.open(address(app, rule), method=method, json={} if method in UNSAFE else None)
        expected = 401 if rule.rule.startswith("/api/") else 302
        if answer.status_code != expected:
            wrong.append((rule.rule, method, answer.status_code))

    assert wrong == []


@pytest.mark.parametrize("role", sorted(ROLES))
def test_a_role_without_the_permission_is_refused_everywhere(
    role: str,
    app: Flask,
    guarded: list[tuple[Rule, str, Permission]],
    make_user: Make,
    sign_in: Make,
    api: Make,
) -> None:
    user = make_user(role)
    browser, script = sign_in(user), api(user)
    wrong = []
    for rule, method, needed in guarded:
        caller = script if rule.rule.startswith("/api/") else browser
        answer = caller.open(address(app, rule), method=method, json={} if method in UNSAFE else None)
        refused = answer.status_code == 403
        if refused == (needed in ROLES[role]):
            wrong.append((rule.rule, method, needed, answer.status_code))

    assert wrong == []


def test_unknown_ids_are_not_found_for_those_who_may_look(
    app: Flask, guarded: list[tuple[Rule, str, Permission]], make_user: Make, sign_in: Make, api: Make
) -> None:
    user = make_user("administrator")
    browser, script = sign_in(user), api(user)
    wrong = []
    for rule, method, _ in guarded:
        if not rule.arguments or method != "GET":
            continue
        caller = script if rule.rule.startswith("/api/") else browser
        answer = caller.get(address(app, rule))
        if answer.status_code != 404:
            wrong.append((rule.rule, answer.status_code))

    assert wrong == []


def test_a_session_cookie_opens_nothing_of_the_api(app: Flask, make_user: Make, sign_in: Make) -> None:
    browser = sign_in(make_user("administrator"))

    assert browser.get("/api/v1/offers").status_code == 401


FOREIGN = [
    ("GET", "/api/v1/demands/D1"),
    ("PUT", "/api/v1/demands/D1"),
    ("DELETE", "/api/v1/demands/D1"),
    ("GET", "/api/v1/demands/D1/matches"),
    ("GET", "/api/v1/matches/{match}"),
]


@pytest.mark.parametrize(("method", "path"), FOREIGN)
def test_records_of_another_member_are_not_found(
    method: str,
    path: str,
    app: Flask,
    make_user: Make,
    make_member: Make,
    make_offer: Make,
    make_demand: Make,
    demand_record: dict[str, Any],
    api: Make,
) -> None:
    admin = make_user("administrator")
    mine, theirs = make_member("buyer", name="Mình"), make_member("buyer", name="Người khác")
    make_offer(admin)
    make_demand(admin, theirs)
    own = api(make_user("buyer", organisation_id=mine))
    other = api(make_user("buyer", "other@example.com", organisation_id=theirs))
    match = other.get("/api/v1/demands/D1/matches").json["items"][0]["id"]
    path = path.format(match=match)
    body = {"json": demand_record, "headers": {"If-Match": '"1"'}} if method in UNSAFE else {}

    assert own.open(path, method=method, **body).status_code == 404
    assert other.open(path, method=method, **body).status_code == 200


@pytest.mark.parametrize("path", ["/api/v1/demands/D1", "/api/v1/offers/O1", "/api/v1/offers/O1/matches"])
def test_records_of_another_province_are_not_found(
    path: str, make_user: Make, make_offer: Make, make_demand: Make, api: Make
) -> None:
    admin = make_user("administrator")
    make_offer(admin)
    make_demand(admin)
    far = api(make_user("officer", "far@example.com", provinces=["Cà Mau"]))
    near = api(make_user("officer", "near@example.com", provinces=["Lào Cai", "Bắc Ninh"]))

    assert far.get(path).status_code == 404
    assert near.get(path).status_code == 200
    assert far.get("/api/v1/offers").json["items"] == []
