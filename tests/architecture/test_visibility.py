"""Every address of the application, read by everybody: nothing appears that the tables do not declare, and
whoever is shown a contact is in the log of contacts opened.

The walk is done on both databases, over one market for each. Prints and files are asked for on SQLite alone:
how they are made does not depend on the database, and what goes into them is read by the services that the
pages read by. The same pages are set once and read once in a run. What is answered to what is sent is in
``test_visibility_of_answers``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import product
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.routing import Rule

from matchmaker.documents import conference, paper_pdf, typesetting
from matchmaker.documents.prints import KINDS
from matchmaker.extensions import db, limiter
from matchmaker.models import (
    Conference,
    ContactOpening,
    Demand,
    IntroducedMatch,
    Match,
    Offer,
    Organisation,
    PoolMember,
    Registration,
    User,
)
from matchmaker.queries import shown
from matchmaker.services import (
    answering,
    consents,
    hall_links,
    ownership,
    personal_links,
    pool_answers,
    registrations,
    set_up_links,
    users,
)
from tests.architecture.canaries import (
    GUESTS,
    MARKET,
    PARTIES,
    RECORD,
    VIEWERS,
    Seen,
    canaries,
    declared,
    fill,
    found_in,
    text_of,
)
from tests.conftest import PASSWORD, empty_tables

VIEWER_NAMES = (*VIEWERS, *MARKET, "stranger")
OFFERS, DEMANDS = ([RECORD[each] for each in side] for side in (("PA", "PB"), ("BX", "BY")))
CONTACT = {"phone", "email"}
PRINTED = (".pdf", ".xlsx", ".docx", ".zip")
TRADE = ("/api/v1/demands", "/api/v1/offers", "/api/v1/matches", "/demands", "/offers", "/map")
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
FIXED: dict[str, Sequence[Any]] = {
    "conference_id": ("C1",),
    "demand_id": DEMANDS,
    "offer_id": OFFERS,
    "record_id": (*OFFERS, *DEMANDS),
    "participant_id": ("PH", "PC"),
    "producer": ("PH",),
    "buyer": ("BH",),
    "number": (2,),
    "before": (1,),
    "after": (2,),
    "form": ("pdf", "xlsx", "docx", "zip"),
    "kind": ("offer", "demand"),
    "import_id": (1,),
    "job_id": (1, 2),
    "run_id": (1,),
    "change_id": (1,),
    "answer_id": (1,),
    "row_id": (1,),
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
    "which": (*KINDS, "pack", "letter", "copy", "copies", "script"),
    "filename": ("app.css",),
}
LEAVING = {"security.logout"}
# Searches and filters of lists, by the end of the rule: what is found must not tell more than what is shown.
SEARCHES = {
    "/api/v1/offers": "?q=Zq",
    "/api/v1/demands": "?q=0987",
    "/matches": "?top=200",
    "/board/": "?q=Zq&sort=score",
    "/map/": f"?demand={DEMANDS[0]}",
    "/map/points.json": f"?demand={DEMANDS[0]}",
    "/demands/<demand_id>": "?near=all",
    "/registrations/": "?status=approved",
    "/introductions/<int:introduction_id>/<which>.<form>": "?match=1",
    "/conferences/<conference_id>/guests": "?q=Zq",
    "/conferences/<conference_id>/day/attendance": "?q=Zq",
    "/conferences/<conference_id>/guests/database": "?q=Zq",
}


Clients = dict[str, tuple[FlaskClient, FlaskClient]]
SET: dict[str, bytes] = {}  # pages set in this run, by what they say
READ: dict[str, set[Seen]] = {}  # what was found in files, by their bytes
_render = typesetting.render


def set_once(template: str, data: Any, seconds: float = typesetting.SECONDS) -> bytes:
    """The pages of a template, which the same data always give."""
    known = sha256(json.dumps([template, data], sort_keys=True, default=str).encode()).hexdigest()
    if known not in SET:
        SET[known] = _render(template, data, seconds)
    return SET[known]


@pytest.fixture(scope="module")
def clients(session_app: Flask) -> Iterator[Clients]:
    """Everybody in one market, which is read and never changed."""
    with market_of(session_app) as found:
        yield found


@contextmanager
def market_of(app: Flask) -> Iterator[Clients]:
    """A browser and a script for each viewer of a new market."""
    numbers = iter(range(1, 1_000))
    found: Clients = {"stranger": (app.test_client(), app.test_client())}
    with pytest.MonkeyPatch.context() as patch:
        for each in (conference, paper_pdf):
            patch.setattr(each, "render", set_once)
        # ids that are the same in every market, so that their prints are
        patch.setattr(ownership, "new_id", lambda letter: f"{letter}-{next(numbers):05}")
        # no longer than this: a context kept open would carry one reader into another's request
        with app.app_context():
            market = fill()
            tokens = {name: users.issue_token(user) for name, user in market.items()}
        for name, user in market.items():
            limiter.reset()
            browser, script = app.test_client(), app.test_client()
            browser.post("/sign-in", data={"email": user.email, "password": PASSWORD})
            script.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {tokens[name]}"
            found[name] = browser, script
        yield found
    with app.app_context():
        empty_tables()


def addressed(app: Flask, method: str) -> Iterator[tuple[Rule, str]]:
    """Every address of a method with every value that its parts may have."""
    values = FIXED | {
        "match_id": tuple(db.session.scalars(select(Match.id).order_by(Match.id))),
        "organisation_id": tuple(db.session.scalars(select(Organisation.id))),
    }
    for rule in app.url_map.iter_rules():
        if method not in (rule.methods or ()) or rule.endpoint in LEAVING:
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
    document = db.session.get_one(Conference, "C1").document
    for person in document["participants"]:
        link = f"/p/C1/{person['id']}/{personal_links.key('C1', person)}"
        yield link, f"guest {person['id']}"
        yield f"{link}/lich.ics", f"guest {person['id']}"
    for slot in ("", "?slot=1"):
        yield f"/hall/C1/{hall_links.key('C1')}{slot}", "hall"
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


Look = tuple[str, str, set[Seen], set[str]]


def look(app: Flask, clients: Clients, viewer: str, under: tuple[str, ...]) -> Iterator[Look]:
    """A viewer at each address: channel, address, what was seen there, and the parties whose contacts the
    log says were opened by it."""
    with app.app_context():
        printed = db.engine.dialect.name == "sqlite"
        everywhere = [
            (rule, path)
            for rule, path in addressed(app, "GET")
            if path.startswith(under) and (printed or not path.endswith(PRINTED))
        ]
        members = {row.id: row.name for row in db.session.scalars(select(Organisation))}
    browser, script = clients[viewer]
    for rule, path in everywhere:
        client = script if rule.rule.startswith("/api/") else browser
        for extra in ("", *(more for end, more in SEARCHES.items() if rule.rule.endswith(end))):
            limiter.reset()
            before = last_opening(app)
            answer = client.get(path + extra, buffered=True)  # and so closed, files too
            assert answer.status_code < 500, (viewer, path + extra)
            channel = CHANNELS.get(answer.mimetype or "", "OTHER")
            found = found_once(answer)
            opened = logged(app, before, members) if any(s.field in CONTACT for s in found) else set()
            yield channel, path + extra, found, opened


def found_once(answer: Any) -> set[Seen]:
    """What an answer gives away; the same file is read once in a run."""
    if answer.get_data()[:2] not in (b"%P", b"PK"):
        return set(found_in(text_of(answer)))
    known = sha256(answer.get_data()).hexdigest()
    if known not in READ:
        READ[known] = set(found_in(text_of(answer)))
    return READ[known]


def last_opening(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(select(func.max(ContactOpening.id))) or 0


def logged(app: Flask, before: int, members: dict[str, str]) -> set[str]:
    """The parties whose contacts were opened after an entry of the log."""
    with app.app_context():
        ids = set(
            db.session.scalars(select(ContactOpening.organisation_id).where(ContactOpening.id > before))
        )
    names = {members[each] for each in ids if each in members}
    return {party for party in PARTIES if any(canaries(party)["party"] in name for name in names)}


@dataclass
class Walk:
    """What was shown undeclared, what was shown of a contact without an entry in the log, and how often each
    declared field was met, by viewer, party, field and channel."""

    undeclared: set[tuple[str, str, str, str]] = field(default_factory=set)
    unlogged: set[tuple[str, str, str]] = field(default_factory=set)
    met: Counter[tuple[str, str, str, str]] = field(default_factory=Counter)


def walk(app: Flask, clients: Clients, who: str, under: tuple[str, ...] = ("/",)) -> Walk:
    """One viewer's walk through everything that lies under some addresses."""
    result = Walk()
    for channel, path, found, opened in look(app, clients, who, under):
        for seen in found:
            asked_for = seen.field == "record" and _named_by_reader(seen, path)
            if declared(who, seen.party, seen.field):
                result.met[(who, seen.party, seen.field, channel)] += 1
            elif not asked_for:
                result.undeclared.add((channel, path, seen.party, seen.field))
            if seen.field in CONTACT and seen.party not in {who, *opened}:
                result.unlogged.add((channel, path, seen.party))
    return result


def _named_by_reader(seen: Seen, path: str) -> bool:
    """An id that the reader itself wrote into the address is in the answer without having been told."""
    return canaries(seen.party)["record"] in path


def test_a_personal_link_shows_its_holder_what_the_holder_may_see(
    session_app: Flask, clients: Clients
) -> None:
    with session_app.app_context():
        known = list(links())
    wrong, met = [], set()
    for path, holder in known:
        limiter.reset()
        answer = session_app.test_client().get(path)
        assert answer.status_code == 200, path
        for seen in found_in(text_of(answer)):
            met.add((holder, seen.party, seen.field))
            if not declared(holder, seen.party, seen.field):
                wrong.append((path, seen))

    assert wrong == []
    assert {("guest PH", "BH", "party"), ("hall", "BH", "party"), ("BX", "PA", "party")} <= met
    assert {holder for holder, *_ in met} == {*(f"guest {each}" for each in GUESTS), "hall", *PARTIES}


@pytest.mark.parametrize("viewer", VIEWER_NAMES)
def test_no_address_shows_what_the_tables_do_not_declare_or_a_contact_that_is_not_logged(
    viewer: str, session_app: Flask, clients: Clients
) -> None:
    found = walk(session_app, clients, viewer)

    for (who, party, name, channel), times in sorted(found.met.items()):
        print(f"{who:16} {party} {name:14} {channel:5} {times:4}")
    assert "\n".join(map(str, sorted(found.undeclared)[:40])) == ""
    assert "\n".join(map(str, sorted(found.unlogged)[:40])) == ""
    assert viewer == "stranger" or found.met
    for name in ("party", "price", "record") if viewer == "BX" else ():  # introduced: it does appear
        assert {(viewer, "PA", name, "JSON"), (viewer, "PA", name, "HTML")} & found.met.keys()


@pytest.mark.parametrize(
    ("viewer", "fields"), [("BX", {"party", "phone_in_text", "price"}), ("PB", {"party"})]
)
def test_with_the_filter_off_the_same_look_finds_leaks(
    viewer: str, fields: set[str], session_app: Flask, clients: Clients, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shown, "sees", lambda field, viewer, stage: True)
    undeclared = walk(session_app, clients, viewer, TRADE).undeclared

    assert fields <= {name for *_rest, name in undeclared}
    assert {channel for channel, *_rest in undeclared} >= {"HTML", "JSON"}


def test_a_nonce_by_chance_gives_no_record_away() -> None:
    assert list(found_in("script-src 'nonce-dx-Qp-oa-By-DY'")) == []
