"""What is answered to forms that are sent and to calls that change something gives no more away than pages
do: refusals with the form again, messages after a redirect, problems of the API, dry runs.

Each viewer sends to every address three times: nothing, what is wrong in every field, and ids of others. The
answers, with the page that they lead to, are searched for the words that nobody declared for the viewer. On
PostgreSQL those send from whom anything is hidden in a match, one of each side.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from werkzeug.routing import Rule

from matchmaker.extensions import limiter
from tests.architecture.canaries import MARKET, RECORD, Seen, canaries, declared, found_in, text_of
from tests.architecture.test_visibility import Clients, addressed, links, market_of

UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}
# What ends an account or a record is sent last, or what follows would be asked of nobody.
LAST = ("close", "withdraw", "password", "DELETE")
SENDERS = (*MARKET, "organizer", "national_reader", "officer", "stranger")
LEFT_OUT = {"security.login", "security.logout", "security.verify", "public.choose_language"}
OTHERS = {
    "id": RECORD["PB"],
    "offer_id": RECORD["PB"],
    "demand_id": RECORD["BY"],
    "organisation": "M-00002",
    "on_behalf_of": "M-00002",
    "match": "4",
    "matches": "4",
    "participant": "PH",
    "q": "Zq",
    "product": "Mận tam hoa",
}
WRONG = dict.fromkeys(
    (
        *("product", "quantity", "unit", "per", "months", "price_max", "certificates", "place", "commune"),
        *(
            "decision",
            "reason",
            "answer",
            "act",
            "stage",
            "number",
            "version",
            "day",
            "on",
            "value",
            "outcome",
        ),
        *("name", "phone", "email", "province", "side", "note", "until", "seconds", "form", "file", "list"),
    ),
    "???",
)


def sent(method: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
    """A body as the address takes it."""
    if path.startswith("/api/"):
        headers = {"If-Match": '"1"'}
        return {"headers": headers} if method == "DELETE" else {"headers": headers, "json": body}
    files = {"file": (io.BytesIO(b"Zq"), "Zq.xlsx")} if "sheet" in path or "import" in path else {}
    return {"data": MultiDict(body | files)}


@pytest.fixture
def clients(session_app: Flask) -> Iterator[Clients]:
    """A market of this test's own: what is sent may change it."""
    with market_of(session_app) as found:
        yield found


def test_no_answer_to_what_is_sent_shows_what_the_tables_do_not_declare(session_app: Flask) -> None:
    for viewer in ("PA", "BX") if "postgresql" in session_app.config["SQLALCHEMY_DATABASE_URI"] else SENDERS:
        with market_of(session_app) as clients:
            met, answered = sent_by(session_app, clients, viewer)

        wrong = [each for each in sorted(met) if not declared(viewer, *each[2:])]
        assert "\n".join(map(str, wrong[:40])) == "", viewer
        assert answered & {400, 401, 403, 404, 409, 422}, viewer
        partner = {"BX": "PA", "PA": "BX", "officer": "PB"}.get(viewer)
        assert partner is None or partner in {party for _method, _path, party, _field in met}, viewer


def sent_by(app: Flask, clients: Clients, viewer: str) -> tuple[set[tuple[str, str, str, str]], set[int]]:
    """What a viewer is told (method, address, party, field), and the statuses of the answers."""
    with app.app_context():
        everywhere = [
            (rule, path, method)
            for method in UNSAFE
            for rule, path in addressed(app, method)
            if rule.endpoint not in LEFT_OUT
        ]
    met, answered = set(), set()
    for rule, path, method in sorted(everywhere, key=_turn):
        client = clients[viewer][rule.rule.startswith("/api/")]
        for body in ({}, WRONG, OTHERS):
            limiter.reset()
            answer = client.open(
                path, method=method, follow_redirects=True, buffered=True, **sent(method, path, body)
            )
            assert answer.status_code < 500, (method, path, body)
            answered.add(answer.status_code)
            met |= {
                (method, path, seen.party, seen.field)
                for seen in found_in(text_of(answer))
                if not _sent_itself(seen, f"{path} {body}")
            }
            if answer.status_code == 403:
                break  # and so for the other bodies
    return met, answered


def _turn(each: tuple[Rule, str, str]) -> tuple[bool, str, str]:
    _rule, path, method = each
    return any(word in f"{path} {method}" for word in LAST), path, method


def _sent_itself(seen: Seen, said: str) -> bool:
    return seen.field == "record" and canaries(seen.party)["record"] in said


@pytest.mark.parametrize("body", [{}, WRONG, OTHERS], ids=["nothing", "wrong", "others"])
def test_who_sends_by_a_link_is_told_what_the_link_shows(
    body: dict[str, Any], session_app: Flask, clients: Clients
) -> None:
    with session_app.app_context():
        known = [(path, holder) for path, holder in links() if "?" not in path]
    wrong, answered = [], 0
    for path, holder in known:
        limiter.reset()
        answer = session_app.test_client().post(path, data=body, follow_redirects=True)
        assert answer.status_code < 500, path
        answered += answer.status_code in (200, 422)
        wrong += [
            (path, seen) for seen in found_in(text_of(answer)) if not declared(holder, seen.party, seen.field)
        ]

    assert wrong == []
    assert answered >= (0 if body == OTHERS else 3)
