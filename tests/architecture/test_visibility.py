"""Every address of the application, read by everybody: nothing appears that the table does not declare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.routing import Rule

from matchmaker.documents.prints import KINDS
from matchmaker.extensions import db, limiter
from matchmaker.models import (
    Conference,
    Demand,
    IntroducedMatch,
    Match,
    Offer,
    Organisation,
    PoolMember,
    Registration,
    User,
)
from matchmaker.queries import shown, visibility
from matchmaker.services import (
    answering,
    consents,
    hall_links,
    personal_links,
    pool_answers,
    registrations,
    set_up_links,
    users,
)
from tests.architecture.canaries import (
    PARTIES,
    RECORD,
    STAGES,
    VIEWERS,
    Seen,
    canaries,
    declared,
    fill,
    found_in,
    text_of,
)

VIEWER_NAMES = (*VIEWERS, *PARTIES, "stranger")
CHANNELS = {
    "text/html": "HTML",
    "application/json": "JSON",
    "application/problem+json": "JSON",
    "text/csv": "CSV",
    "application/pdf": "PDF",
    "text/calendar": "ICS",
    "application/zip": "ZIP",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
}
# What stands for each part of an address. A rule with a part that is not here fails the test.
FIXED: dict[str, tuple[Any, ...]] = {
    "conference_id": ("C1",),
    "demand_id": ("DX", "DY"),
    "offer_id": ("OA", "OB"),
    "record_id": ("OA", "OB", "DX", "DY"),
    "participant_id": ("P1",),
    "producer": ("P1",),
    "buyer": ("B1",),
    "number": (1,),
    "before": (1,),
    "after": (1,),
    "form": ("pdf", "xlsx", "docx", "zip"),
    "kind": ("offer", "demand"),
    "import_id": (1,),
    "job_id": (1,),
    "run_id": (1,),
    "change_id": (1,),
    "profile_id": (1,),
    "registration_id": (1,),
    "member_id": (1,),
    "user_id": (1,),
    "introduction_id": (1,),
    "key": ("khong-co",),
    "until": ("2026-12-01",),
    "version": ("2026-11",),
    "channel": ("supermarket",),
    "market": ("CN",),
    "product": ("durian",),
    "province": ("Lào Cai", "Bắc Ninh"),
    "side": ("producer", "buyer"),
    "which": (*KINDS, "pack", "plan", "letter", "annex", "producer", "script"),
    "filename": ("app.css",),
}
LEAVING = {"security.logout"}
# Searches and filters of lists, by the end of the rule: what is found must not tell more than what is shown.
SEARCHES = {
    "/api/v1/offers": "?q=Zq",
    "/api/v1/demands": "?q=0987",
    "/matches": "?top=200",
    "/board/": "?q=Zq&sort=score",
    "/map/": "?demand=DX",
    "/map/points.json": "?demand=DX",
    "/demands/<demand_id>": "?near=all",
    "/registrations/": "?status=approved",
}


@pytest.fixture
def clients(app: Flask, sign_in: Callable[..., FlaskClient]) -> dict[str, Any]:
    """A browser and a script for each viewer of the market."""
    found: dict[str, Any] = {"stranger": (app.test_client(), app.test_client())}
    with (
        app.app_context()
    ):  # and no longer: a context kept open would carry one reader into another's request
        market = fill()
        tokens = {name: users.issue_token(user) for name, user in market.items()}
    for name, user in market.items():
        script = app.test_client()
        script.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {tokens[name]}"
        limiter.reset()
        found[name] = (sign_in(user), script)
    return found


def addresses(app: Flask) -> Iterator[tuple[Rule, str]]:
    """Every GET address with every value that its parts may have."""
    values = FIXED | {
        "match_id": tuple(db.session.scalars(select(Match.id).order_by(Match.id))),
        "organisation_id": tuple(db.session.scalars(select(Organisation.id))),
    }
    for rule in app.url_map.iter_rules():
        if "GET" not in (rule.methods or ()) or rule.endpoint in LEAVING:
            continue
        names = sorted(rule.arguments)
        unknown = [name for name in names if name not in values]
        assert unknown == [], f"{rule.rule}: say in FIXED what {unknown} may be"
        for chosen in product(*(values[name] for name in names)):
            built = rule.build(dict(zip(names, chosen, strict=True)), append_unknown=False)
            if built is not None:
                yield rule, built[1]


def links() -> Iterator[tuple[str, str]]:
    """The personal links that are out in the world, which open without an account, and whose each is."""
    conference = db.session.get_one(Conference, "C1")
    person = conference.document["participants"][0]
    yield f"/p/C1/P1/{personal_links.key('C1', person)}", "stranger"
    yield f"/p/C1/P1/{personal_links.key('C1', person)}/lich.ics", "stranger"
    yield f"/hall/C1/{hall_links.key('C1')}", "stranger"
    row = db.session.scalars(select(Registration)).one()
    yield f"/join/followed/{row.id}/{registrations.key(row)}", "stranger"
    whose = {record: party for party, record in RECORD.items()}
    for model in (Offer, Demand):
        for record in db.session.scalars(select(model).where(model.id.in_(whose))):
            if record.organisation_id:
                yield f"/c/{record.organisation_id}/{consents.key(record.organisation_id)}", whose[record.id]
    for member in db.session.scalars(select(PoolMember)):
        yield f"/g/{member.id}/{pool_answers.key(member)}", whose[member.offer_id]
    for row in db.session.scalars(select(IntroducedMatch)):
        letter = row.introduction
        yield f"/i/{letter.id}/{answering.key(letter)}", whose[letter.demand_id]
        yield f"/i/{letter.id}/{row.match_id}/{answering.key(letter, row)}", whose[row.match.offer_id]
    until = set_up_links.last_day()
    national = db.session.scalars(select(User).where(User.email.like("national%"))).one()
    yield f"/k/{national.id}/{until.isoformat()}/{set_up_links.key(national, until)}", "stranger"


Look = tuple[str, str, str, set[Seen]]


def look(app: Flask, clients: dict[str, Any], viewers: tuple[str, ...]) -> Iterator[Look]:
    """Each viewer at each address: viewer, channel, address and what was seen there."""
    with app.app_context():
        everywhere = list(addresses(app))
    for viewer in viewers:
        browser, script = clients[viewer]
        for rule, path in everywhere:
            client = script if rule.rule.startswith("/api/") else browser
            for extra in ("", *(more for end, more in SEARCHES.items() if rule.rule.endswith(end))):
                limiter.reset()
                answer = client.get(path + extra)
                assert answer.status_code < 500, (viewer, path + extra)
                channel = CHANNELS.get(answer.mimetype or "", "OTHER")
                yield viewer, channel, path + extra, set(found_in(text_of(answer)))


def leaks(app: Flask, clients: dict[str, Any], viewers: tuple[str, ...]) -> tuple[list[Any], Counter[Any]]:
    """What was shown undeclared, and how often each declared field was met, by viewer, stage, channel."""
    wrong, met = [], Counter[Any]()
    for viewer, channel, path, found in look(app, clients, viewers):
        for seen in found:
            asked_for = seen.field == "record" and _named_by_reader(seen, path)
            if declared(viewer, seen.party, seen.field):
                met[(viewer, seen.party, seen.field, channel)] += 1
            elif not asked_for:
                wrong.append((viewer, channel, path, seen.party, seen.field))
    return wrong, met


def _named_by_reader(seen: Seen, path: str) -> bool:
    """An id that the reader itself wrote into the address is in the answer without having been told."""
    return canaries(seen.party)["record"] in path


def test_a_personal_link_shows_its_holder_what_the_holder_may_see(
    app: Flask, clients: dict[str, Any]
) -> None:
    with app.app_context():
        known = list(links())
    wrong = []
    for path, holder in known:
        limiter.reset()
        answer = app.test_client().get(path)
        assert answer.status_code == 200, path
        found = found_in(text_of(answer))
        wrong += [(path, seen) for seen in found if not declared(holder, seen.party, seen.field)]

    assert wrong == []
    assert {holder for _path, holder in known} > {"stranger"}


@pytest.mark.parametrize("viewer", VIEWER_NAMES)
def test_no_address_shows_what_the_table_does_not_declare(
    viewer: str, app: Flask, clients: dict[str, Any]
) -> None:
    wrong, met = leaks(app, clients, (viewer,))

    for (who, party, field, channel), times in sorted(met.items()):
        print(f"{who:16} {party} {field:14} {channel:5} {times:4}")
    assert sorted({(c, p, party, f) for _, c, p, party, f in wrong})[:40] == []
    assert viewer == "stranger" or met


def test_what_is_declared_for_an_introduced_pair_does_appear(app: Flask, clients: dict[str, Any]) -> None:
    _wrong, met = leaks(app, clients, ("BX",))
    shown_fields = {(party, field, channel) for _, party, field, channel in met}

    for field in ("party", "price", "record"):
        assert ("PA", field, "JSON") in shown_fields or ("PA", field, "HTML") in shown_fields
    assert STAGES["BX", "PA"] is visibility.Stage.INTRODUCED


@pytest.mark.parametrize(
    ("viewer", "fields"), [("BX", {"party", "phone_in_text", "price"}), ("PB", {"party"})]
)
def test_with_the_filter_off_the_same_look_finds_leaks(
    viewer: str, fields: set[str], app: Flask, clients: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shown, "sees", lambda field, viewer, stage: True)
    wrong, _met = leaks(app, clients, (viewer,))

    assert fields <= {field for *_rest, field in wrong}
    assert {channel for _who, channel, *_rest in wrong} >= {"HTML", "JSON"}
